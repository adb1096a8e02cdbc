"""Reading a form of the designer into a part of a document: values, and a sentence for each that is wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext

from forms.definition.schema import DEFINITIONS
from forms.documents.conformity import DefinitionError, require
from forms.expressions.schema import ITEM_CODE
from survey_app.blueprints.designer.typed import Typed

NUMBER = re.compile(r"[+-]?\d{1,12}([.,]\d{1,4})?")


@dataclass
class Reading:
    """A form while it is read. `errors` maps the name of a field to a sentence; `tags` are the languages."""

    typed: Typed
    tags: tuple[str, ...]
    errors: dict[str, str] = field(default_factory=dict)

    def refuse(self, name: str, sentence: str) -> None:
        """Remember the first thing that is wrong with a field."""
        self.errors.setdefault(name, sentence)

    def texts(self, name: str, before: Mapping[str, str] | None = None) -> dict[str, str]:
        """The texts of a field; texts in languages that the form does not show stay as they were `before`."""
        unseen = {tag: text for tag, text in (before or {}).items() if tag not in self.tags}
        return unseen | self.typed.texts(name, self.tags)

    def needed_texts(
        self, name: str, sentence: str, before: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        """The same of texts that have to say something in the main language."""
        texts = self.texts(name, before)
        if not texts.get(self.tags[0]):
            self.refuse(f"{name}.{self.tags[0]}", sentence)
        return texts

    def code(self, name: str, proposed: str) -> str:
        """The code in a field, or the one that is proposed where it is empty."""
        code = self.typed.text(name) or proposed
        if not re.fullmatch(ITEM_CODE, code):
            self.refuse(
                name, gettext("A code begins with a letter and has letters, digits and underscores only.")
            )
        return code

    def number(
        self, name: str, *, whole: bool = False, least: float | None = None, most: float | None = None
    ) -> int | float | None:
        """The number in a field (a decimal comma is one), or None where it is empty."""
        text = self.typed.text(name).replace(" ", "").replace("\u00a0", "").replace("−", "-")
        if not text:
            return None
        if not NUMBER.fullmatch(text) or (whole and not text.lstrip("+-").isdigit()):
            self.refuse(name, gettext("Write a whole number.") if whole else gettext("Write a number."))
            return None
        value = float(text.replace(",", "."))
        if (least is not None and value < least) or (most is not None and value > most):
            self.refuse(name, gettext("Write a number from %(least)s to %(most)s.", least=least, most=most))
        return int(value) if value.is_integer() else value

    def check_shape(self, part: Mapping[str, Any], kind: str) -> None:
        """Say at its field what no document may say, such as a text that is too long.

        Args:
            kind: the part's name in the schema: "item", "scale", "section".
        """
        if self.errors:
            return
        try:
            require(dict(part), {"$ref": f"#/$defs/{kind}", "$defs": DEFINITIONS})
        except DefinitionError as error:
            for problem in error.problems:
                name = problem.path.strip("/").replace("/", ".")
                self.refuse(name, gettext("This cannot be kept as it is: too long, or of a wrong form."))
