"""A methodologist who types a questionnaire into the pages of the designer, and knows nothing else.

Takes what to type from a document; never sends one. Every button is a page of its own: no script is needed.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page

from tests.chromium import press

Texts = Mapping[str, str]


class Author:
    """Types into one draft. `draft` is its address, once it is begun."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.draft = ""
        self.tags: tuple[str, ...] = ()

    def begin(self, document: Mapping[str, Any], code: str) -> None:
        """Begin a questionnaire with the title, the languages and the words of `document`."""
        main = document["languages"][0]
        self.page.goto("/urad/dotazniky")
        self.follow("/urad/dotazniky/novy")
        self.type("titles", document["titles"][main])
        self.type("questionnaire_code", code)
        self.type("version", document["version"])
        for tag in document["languages"][1:]:
            self.page.check(f"input[name=languages][value={tag}]")
        for tag in document.get("variants", ()):
            self.page.check(f"input[name=variants][value={tag}]")
        self.page.check(f"input[name=layout][value={document['layout']}]")
        self.tags = (*document["languages"], *document.get("variants", ()))
        self.go("main form button[type=submit]")
        self.draft = self.page.url.partition("?")[0]
        self.follow(f"{self._path}/nastaveni")
        for part in ("titles", "introductions", "thanks"):
            self.type_texts(part, document[part])
        self.save()

    def add_scale(self, scale: Mapping[str, Any]) -> None:
        """Make a scale of one's own, with fewer points for those who read the easy variant."""
        self.page.goto(f"{self.draft}/stupnice")
        self.follow(f"{self._path}/nova-stupnice")
        self.type_options("options", scale["options"], add="options.add")
        for number, point in enumerate(scale.get("easy_options", ())):
            if not self.named(f"easy_options.{number}.code").count():
                self.press("easy_options.add")
            self.type_texts(f"easy_options.{number}.labels", point["labels"])
            self.named(f"easy_options.{number}.code").select_option(point["code"])
        self.type("code", scale["code"])
        self.save()

    def add_section(self, section: Mapping[str, Any]) -> None:
        """Add a section after the others, and its items."""
        self.page.goto(self.draft)
        self.follow(f"{self._path}/novy-oddil")
        self.type("section_code", section["section_code"])
        if "visible_if" in section:
            self.build(section["visible_if"])
        self.type_texts("titles", section["titles"])
        self.save()
        for item in section["items"]:
            self.add_item(section["section_code"], item)

    def add_item(self, section_code: str, item: Mapping[str, Any]) -> None:
        """Add an item at the end of a section."""
        self.page.goto(self.draft)
        self.follow(f"{self._path}/nova-polozka?oddil={section_code}")
        self.choose_kind(item["type"])
        for usual_answer in self.page.locator("input[name='options.ready']").all():
            usual_answer.uncheck()
        if item.get("options"):
            self.list_options(item["options"])
            self.type_options("options", item["options"], add="options.add")
        if "visible_if" in item:
            self.build(item["visible_if"])
        self._type_what_it_has(item)
        for name in ("required", "trend", "randomise", "creates_comment"):
            if self.named(name).count():
                self.unfolded(name).set_checked(item.get(name, False))
        self.save()
        if any("attributes" in option for option in item.get("options", ())):
            self._say_whose_need(item)

    def _say_whose_need(self, item: Mapping[str, Any]) -> None:
        """Tick the groups of each answer on the page that the item links to."""
        self.page.goto(f"{self._path}/polozka/{item['item_code']}/komu")
        for option in item["options"]:
            for group in option.get("attributes", {}).get("target_groups", ()):
                self.page.check(f"input[name='groups.{option['code']}'][value='{group}']")
        self.save()

    def _type_what_it_has(self, item: Mapping[str, Any]) -> None:
        for name in ("texts", "hints", "visible_if_texts"):
            self.type_texts(name, item.get(name, {}))
        for name in ("source", "scale", "dimension"):
            if name in item:
                self.unfolded(name).select_option(item[name])
        for name in ("max_choices", "max_length", "item_code"):
            if name in item:
                self.type(name, str(item[name]))

    def choose_kind(self, kind: str) -> None:
        """Choose the kind of a new item."""
        link = self.page.locator(f"a[href$='typ={kind}']")
        if not link.is_visible():
            self.page.locator("main details", has=link).locator("summary").click()
        press(link)

    def list_options(self, options: Iterable[Mapping[str, Any]]) -> None:
        """Type the answers as a list in the main language, and set them apart."""
        self.type("options.pasted", "\n".join(option["labels"][self.tags[0]] for option in options))
        self.press("options.paste")

    def type_options(self, prefix: str, options: Iterable[Mapping[str, Any]], *, add: str) -> None:
        """Type rows of answers, adding rows while there are too few."""
        for number, option in enumerate(options):
            name = f"{prefix}.{number}"
            if not self.named(f"{name}.code").count():
                self.press(add)
            self.type_texts(f"{name}.labels", {tag: option["labels"].get(tag, "") for tag in self.tags})
            self.type(f"{name}.code", option["code"])
            if "score" in option:
                self.type(f"{name}.score", str(option["score"]))
            for mark in ("write_in", "exclusive"):
                if self.named(f"{name}.{mark}").count():
                    self.unfolded(f"{name}.{mark}").set_checked(option.get(mark, False))

    def build(self, condition: Mapping[str, Any]) -> None:
        """Build a condition line by line."""
        parts = condition["of"] if condition["op"] in ("and", "or") else [condition]
        for number, part in enumerate(parts):
            negated = part["op"] == "not"
            leaf = part["of"] if negated else part
            name = f"condition.parts.{number}"
            self.press("condition.parts.add")
            self.named(f"{name}.item").select_option(leaf["item"])
            self.press(f"{name}.look")
            self.named(f"{name}.relation").select_option(f"{'not_' if negated else ''}{leaf['op']}")
            facts = [f"{leaf['attribute']}={value}" for value in leaf.get("any_of", ())]
            for value in (*leaf.get("options", ()), *facts):
                self.page.check(f"input[name='{name}.options'][value='{value}']")
        if condition["op"] == "or":
            self.named("condition.join").select_option("any")

    def publish(self, reason: str) -> None:
        """Give `reason` for every warning, then publish."""
        while True:
            self.page.goto(f"{self.draft}/kontrola")
            waiting = self.page.locator("form:has(button[value=acknowledge])")
            if not waiting.count():
                break
            waiting.first.locator("textarea").fill(reason)
            self.go("form button[value=acknowledge]")
        self.follow(f"{self._path}/zverejnit")
        self.go("main form[action$='/zverejnit'] button.govuk-button")

    def type_texts(self, name: str, texts: Texts) -> None:
        """Type a text in each of its languages."""
        for tag, text in texts.items():
            self.type(f"{name}.{tag}", text)

    def type(self, name: str, text: str) -> None:
        """Type into one field."""
        self.unfolded(name).fill(text)

    def unfolded(self, name: str) -> Locator:
        """Find a field and unfold what it is folded up in."""
        field = self.named(name)
        if not field.is_visible():
            self.page.locator("details", has=field).locator("summary").first.click()
        return field

    def named(self, name: str) -> Locator:
        """Find what is typed into or chosen under a name."""
        return self.page.locator(f":is(input:not([type=hidden]), textarea, select)[name='{name}']")

    def press(self, step: str) -> None:
        """Press a button that shows the form again with another row."""
        self.go(f"button[name=do][value='{step}']")

    def save(self) -> None:
        """Press Save, and see that it is saved."""
        self.go("main form button.govuk-button:not(.govuk-button--secondary)")
        assert "saved=" in self.page.url, self.page.inner_text("main")

    def follow(self, path: str) -> None:
        """Follow the first link to an address."""
        self.go(f"main a[href='{path}']")

    def go(self, selector: str) -> None:
        """Press or follow the first of what is found, and wait for the next page."""
        press(self.page.locator(selector).first)

    @property
    def _path(self) -> str:
        return "/urad" + self.draft.partition("/urad")[2]
