"""What an author does to a questionnaire, one small function for each thing: a document in, a new one out.

The document given is never changed, and a document that `forms.definition.load` reads stays readable.
What cannot be done is an `EditError` that names the places in the way. Codes are identities: what refers to a
part follows when its code changes, and a part that something refers to cannot be removed.
"""

from forms.editing.parts import EditError, EditProblem, Place

__all__ = ["EditError", "EditProblem", "Place"]
