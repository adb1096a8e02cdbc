"""A finding as its author reads it: what it says, and the page and the field where it is mended.

Knows the names of fields on the designer's pages; does not know why something is a fault (`forms.checks`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import g, url_for
from flask_babel import gettext

from forms.checks import Finding, sentences
from forms.checks.sentences import Said
from forms.checks.sentences.places import place_in_words
from forms.definition import Item, Questionnaire, Scale
from forms.editing import EditError
from forms.editing.parts import Document, item_of, scale_of
from forms.languages import spoken_language
from survey_app.blueprints.designer import (
    back_to_checks,
    kept_translations,
    scale_choice,
    scale_form,
    tongues,
    translation_blocks,
)
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.queries import draft_findings

OPEN_TRANSLATIONS = ("missing_translation", draft_findings.OUTDATED)
"""Findings about texts that wait for a translation."""
BESIDE_ITS_TRANSLATION = (*OPEN_TRANSLATIONS, "untranslated", "piping_differs")
"""Findings that are mended where texts stand side by side in two languages."""
IDENTITY = ("duplicate_code", "codes_differ_in_case", "reserved_code")
FIELDS: Mapping[str, str] = {
    **dict.fromkeys(IDENTITY, "item_code"),
    "bounds_crossed": "minimum",
    "condition_cycle": "condition",
    "unreachable_item": "condition",
    "required_information": "required",
    "dead_end": "required",
}
"""Finding about an item as a whole → the field that mends it; "answers" is where its answers are written."""
OF_AN_OPTION: Mapping[str, str] = {
    "unscored_between": "score",
    "none_not_exclusive": "exclusive",
    "write_in_not_possible": "write_in",
}
"""Finding about one option → its field that mends it."""


def said(finding: Finding, questionnaire: Questionnaire) -> Said:
    """Return a finding in the language of the page, with the names that the designer's pages use.

    Where the questionnaire has several languages, the place says which one the finding is about.
    """
    if finding.code == draft_findings.OUTDATED:
        words = _outdated(finding, questionnaire)
    else:
        words = sentences.said(
            finding, questionnaire, g.language, tongues.name_of, lambda scale: _name(scale, questionnaire)
        )
    tag = finding.params.get("language", "")
    name = tongues.name_of(tag) if tag else ""
    if not name or len({*questionnaire.languages, *questionnaire.variants}) == 1 or name in words.what:
        return words
    return replace(words, where=f"{words.where} – {name}")


def _outdated(finding: Finding, questionnaire: Questionnaire) -> Said:
    return Said(
        place_in_words(
            finding, questionnaire, spoken_language(g.language), lambda scale: _name(scale, questionnaire)
        ),
        gettext(
            "The original (%(language)s) was changed after this translation.",
            language=tongues.name_of(finding.params["other"]),
        ),
        gettext("People who read the translation may be asked something else."),
        gettext("Change the translation, or say beside it that it still holds."),
    )


def _name(scale: Scale, questionnaire: Questionnaire) -> str:
    return scale_choice.name_of(scale, questionnaire.languages[0])


def idle_scale(finding: Finding) -> str:
    """Return the code of the scale whose removal mends the finding, "" where that is not the way."""
    return finding.params["scale"] if finding.code == "unused_scale" else ""


WITHOUT_RETURN = ("outline", "scales")
"""Pages with a button for each part, which stay where they are when one is pressed."""


class Mending:
    """Where the findings of one draft are mended."""

    def __init__(self, shown: DraftPage) -> None:
        self.shown = shown
        self._inputs: dict[tuple[str, str, bool], Mapping[str, str]] = {}
        self._number: int | None = None
        self._outdated = kept_translations.waiting(shown) if shown.outdated else {}

    def address(self, finding: Finding, number: int | None = None) -> str:
        """Return the address of the field where a finding can be mended, or of the part of a page.

        With the `number` that it has on the page of checks, who mends it there comes back to it.
        """
        self._number = number
        if finding.code in BESIDE_ITS_TRANSLATION and (found := self._translation(finding)):
            return found
        if finding.code == "case_form_missing" and (found := self._case_form(finding)):
            return found
        match finding.path.strip("/").split("/"):
            case ["scales", *rest]:
                return self._scale(finding, rest)
            case ["sections", section, "items", item, *rest]:
                return self._item(
                    finding, self.shown.questionnaire.sections[int(section)].items[int(item)], rest
                )
            case ["sections", *rest]:
                return self._section(finding, rest)
            case ["variants", *_]:
                return self._url("settings", "variants")
            case [name, *_]:
                return self._url("settings", f"{name}.{self._tag(finding)}")
            case _:
                return self._url("outline")

    def _tag(self, finding: Finding) -> str:
        """The language in whose field a text stands."""
        language = finding.params.get("language", "")
        return language if language in self.shown.tags else self.shown.main_language

    def _translation(self, finding: Finding) -> str:
        """The input of a text on the page of translations; "" where the text does not stand there."""
        target = finding.params["language"]
        only_open = finding.code in OPEN_TRANSLATIONS and finding.key not in self.shown.draft.acknowledged
        others = [tag for tag in self.shown.tags if tag != target]
        if target not in self.shown.tags or not others:
            return ""
        wished = finding.params.get("other", "")
        source = wished if wished in others else others[0]
        chosen = (source, target, only_open)
        if chosen not in self._inputs:
            self._inputs[chosen] = {
                kept_translations.named(place): found
                for place, found in translation_blocks.inputs(
                    self.shown.document, source, target, self._outdated, only_open=only_open
                )
            }
        anchor = self._inputs[chosen].get(finding.place, "")
        query = {"z": source, "do": target} | ({"chybi": "1"} if only_open else {})
        return self._url("translations", anchor, **query) if anchor else ""

    def _case_form(self, finding: Finding) -> str:
        """The first form that is missing; "" where the answers are not the item's own."""
        item = _found(item_of, self.shown.document, finding.params["item"])
        missing, _comma, _more = finding.params["options"].partition(", ")
        if missing not in [option["code"] for option in item.get("options", ())]:
            return ""
        form = f"{missing}.{finding.params['case']}.{finding.params['language']}"
        return self._url("case_forms", form, item_code=item["item_code"])

    def _scale(self, finding: Finding, rest: Sequence[str]) -> str:
        if rest and finding.code != "unused_scale":
            scale = self.shown.questionnaire.scales[int(rest[0])]
            return self._scale_field(finding, scale.code, rest[1:])
        code = finding.params.get("scale") or finding.params["code"]
        if finding.code == "unused_scale":
            return self._url("scales", f"scale-{code}")
        return self._url("scale", "code", code=code)

    def _scale_field(self, finding: Finding, code: str, rest: Sequence[str]) -> str:
        document = _found(scale_of, self.shown.document, code)
        match rest:
            case ["easy_options", *steps]:
                tags = scale_form.easy_tags(self.shown.tags)
                tag = next((tag for tag in tags if tag == finding.params.get("language")), "".join(tags[:1]))
                field = _option_field(finding, document.get("easy_options", ()), steps, tag)
                return self._url("scale", field or "easy", code=code)
            case ["options", *steps]:
                field = _option_field(finding, document.get("options", ()), steps, self._tag(finding))
                return self._url("scale", field or "points", code=code)
            case _:
                return self._url("scale", "points", code=code)

    def _section(self, finding: Finding, rest: Sequence[str]) -> str:
        if not rest:
            code = finding.params.get("code", "")
            known = any(section.section_code == code for section in self.shown.questionnaire.sections)
            return self._url("section", "section_code", section_code=code) if known else self._url("outline")
        code = self.shown.questionnaire.sections[int(rest[0])].section_code
        match rest[1:]:
            case ["titles", *_]:
                return self._url("section", f"titles.{self._tag(finding)}", section_code=code)
            case [] if finding.code == "empty_section":
                return self._url("outline", f"section-{code}")
            case _:
                return self._url("section", "condition", section_code=code)

    def _item(self, finding: Finding, item: Item, rest: Sequence[str]) -> str:
        on_scale = item.scale in self.shown.questionnaire.scale_index
        if rest[:1] == ["options"] and on_scale and item.scale:
            return self._scale_field(finding, item.scale, rest)
        if "picture" in rest:
            return self._picture(finding, item, rest)
        own = _found(item_of, self.shown.document, item.item_code).get("options", ())
        match rest:
            case ["rows", number, *_]:
                field = "code" if finding.code in IDENTITY else f"texts.{self._tag(finding)}"
                anchor = f"rows.{number}.{field}"
            case ["options", *steps]:
                anchor = self._answer(finding, item, own, steps)
            case ["visible_if", *_]:
                anchor = "condition"
            case ["scale" | "source" | "max_choices" | "minimum" | "maximum" as name]:
                anchor = name
            case [name, *_]:
                anchor = f"{name}.{self._tag(finding)}"
            case _:
                anchor = FIELDS.get(finding.code, "answers")
        return self._url("item", anchor, item_code=item.item_code)

    def _answer(
        self, finding: Finding, item: Item, own: Sequence[Mapping[str, Any]], steps: Sequence[str]
    ) -> str:
        """The field of an answer: catalogues stand before an item's own answers, and are not its own."""
        if not steps:
            return _option_field(finding, own, steps, self._tag(finding)) or "answers"
        code = item.options[int(steps[0])].code
        places = [number for number, option in enumerate(own) if option["code"] == code]
        if not places:
            return "source" if item.source else "answers"
        return _option_field(finding, own, [str(places[-1]), *steps[1:]], self._tag(finding)) or "answers"

    def _picture(self, finding: Finding, item: Item, rest: Sequence[str]) -> str:
        part = item.options[int(rest[1])].code if rest[0] == "options" else "item"
        return self._url("item_pictures", f"part-{part}-{self._tag(finding)}", item_code=item.item_code)

    def _url(self, page: str, anchor: str = "", **more: Any) -> str:
        draft_id: UUID = self.shown.draft.id
        more |= {back_to_checks.MARK: self._number} if page not in WITHOUT_RETURN else {}
        return url_for(f"designer.{page}", draft_id=draft_id, _anchor=anchor or None, **more)


def _option_field(
    finding: Finding, options: Sequence[Mapping[str, Any]], steps: Sequence[str], tag: str
) -> str:
    """The field of an option in a form, "" where the finding is about all of them."""
    prefix = "easy_options" if "easy_options" in finding.path.split("/") else "options"
    match steps:
        case []:
            wanted = finding.params.get("code") or finding.params.get("option", "")
            places = [number for number, option in enumerate(options) if option["code"] == wanted]
            field = "code" if finding.code in IDENTITY else f"labels.{tag}"
            return f"{prefix}.{places[-1]}.{field}" if places else ""
        case [number] if finding.code in OF_AN_OPTION:
            return f"{prefix}.{number}.{OF_AN_OPTION[finding.code]}"
        case [number, "code"]:
            return f"{prefix}.{number}.code"
        case [number, *_]:
            return f"{prefix}.{number}.labels.{tag}"
        case _:
            return ""


def _found(
    find: Callable[[Mapping[str, Any], str], Document], document: Mapping[str, Any], code: str
) -> Mapping[str, Any]:
    """The part of a document under a code; empty where there is none, as for a scale that is unknown."""
    try:
        return find(document, code)
    except EditError:
        return {}
