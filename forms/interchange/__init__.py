"""Questionnaires in the formats of other programs. Whatever is lost on the way is listed, never dropped in
silence.

Files come from anyone: archives are measured before they are opened, XML is read without entities, and
nothing in a file is ever run.
"""

from forms.interchange.result import Exported, Imported, Loss, RefusedFileError

__all__ = ["Exported", "Imported", "Loss", "RefusedFileError"]
