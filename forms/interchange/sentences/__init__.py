"""Why a file is refused and what is lost from it, in plain sentences: Czech, English, Ukrainian.

One catalogue for each format and one that they share. Values put into a sentence come from the file: they
are plain text, shortened, and for the page to escape.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping

from forms.interchange.result import Loss, RefusedFileError
from forms.interchange.sentences import limesurvey, shared, xlsform
from forms.languages import Texts, base_language

SENTENCES: Mapping[str, Texts] = {**shared.SENTENCES, **xlsform.SENTENCES, **limesurvey.SENTENCES}
OF_OUR_LANGUAGES = ("ours_variant", "ours_wording")
MARKUP = "markup_other"
"""What a text of an XLSForm loses beside its formatting; LimeSurvey's texts lose the same."""
LONGEST_VALUE = 1_000


def said_loss(loss: Loss, language: str, name_of: Callable[[str], str] = str) -> str:
    """What is lost, as one sentence; the place is told apart, by `loss.where`.

    `name_of` says the tag of a language of ours in words; tags of other programs stay as they are.
    """
    if loss.code in OF_OUR_LANGUAGES:
        return _said(loss.code, {**loss.params, "language": name_of(loss.params["language"])}, language)
    if loss.code == MARKUP:
        return _said(f"limesurvey_lost_{loss.params['what']}", loss.params, language)
    return _said(loss.code, loss.params, language)


def said_refusal(error: RefusedFileError, language: str) -> str:
    """Why the file is refused, as one sentence."""
    return _said(error.code, error.params, language)


def _said(code: str, params: Mapping[str, str], language: str) -> str:
    texts = SENTENCES[code]
    sentence = texts.get(base_language(language)) or texts["en"]
    values = {name: one_line(value) for name, value in params.items()}
    return sentence.format_map(defaultdict(lambda: "…", values))  # what was kept earlier may say less


def one_line(value: str) -> str:
    """One line of at most LONGEST_VALUE characters, without what cannot be shown."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"
