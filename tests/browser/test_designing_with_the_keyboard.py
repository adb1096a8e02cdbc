"""A questionnaire is made, translated and published by somebody who has a keyboard and no mouse."""

from playwright.sync_api import Locator, expect

from survey_app.vocabulary import Role
from tests.browser.conftest import NewContext
from tests.browser.keyboard import Keyboard
from tests.browser.test_designing import order
from tests.survey_app.office import PASSWORD


class Methodologist(Keyboard):
    """Finds controls by what is written on them."""

    def link(self, name: str) -> Locator:
        """The first link with this name."""
        return self.page.get_by_role("link", name=name, exact=True).first

    def button(self, name: str) -> Locator:
        """The first button with this name."""
        return self.page.get_by_role("button", name=name, exact=True).first

    def field(self, name: str) -> Locator:
        """The field with this label."""
        return self.page.get_by_label(name, exact=True)

    def named(self, name: str) -> Locator:
        """The field with this name."""
        return self.page.locator(f":is(input:not([type=hidden]), textarea)[name='{name}']").first


def test_a_questionnaire_is_made_translated_and_published_with_the_keyboard_alone(
    new_context: NewContext,
) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    at_work = Methodologist(page)
    page.goto("/en/urad/prihlaseni")
    at_work.write(page.locator("input[name=email]"), f"{Role.METHODOLOGIST}@browser.example")
    at_work.write(page.locator("input[type=password]"), PASSWORD)
    at_work.enter(page.locator("main button[type=submit]"))
    begin(at_work)
    add_section(at_work, "Úvod")
    add_choice(at_work)
    add_yes_or_no(at_work)
    swap_items(at_work)
    translate(at_work)
    publish(at_work)


def begin(at_work: Methodologist) -> None:
    at_work.enter(at_work.link("Questionnaires"))
    at_work.enter(at_work.link("New questionnaire"))
    at_work.write(at_work.field("Title"), "Psáno klávesnicí")
    at_work.tick(at_work.page.locator("input[name=languages][value=en]"))
    at_work.press(at_work.page.locator("main summary"))
    at_work.write(at_work.field("Code"), "klavesnice")
    at_work.choose(at_work.page.locator("input[name=layout][value=item]"))
    at_work.enter(at_work.button("Begin"))


def add_section(at_work: Methodologist, title: str) -> None:
    at_work.enter(at_work.link("Add a section"))
    at_work.write(at_work.named("titles.cs"), title)
    with at_work.page.expect_navigation():
        at_work.page.keyboard.press("Enter")  # in a field: it saves
    expect(at_work.page.get_by_role("alert")).to_be_visible()


def add_choice(at_work: Methodologist) -> None:
    page = at_work.page
    at_work.enter(at_work.link("Add an item – Úvod"))
    at_work.enter(at_work.link("One choice"))
    at_work.write(at_work.named("texts.cs"), "Jak k nám nejčastěji jezdíte?")
    at_work.write(at_work.named("options.pasted"), "pěšky\nautobusem\nautem")
    at_work.press(at_work.button("Set each answer apart"))
    expect(at_work.named("options.0.labels.cs")).to_be_focused()
    at_work.reach(at_work.button("Up – Answer 4: nevím"))
    page.keyboard.press("Space")
    expect(at_work.named("options.2.labels.cs")).to_have_value("nevím")
    at_work.press(at_work.button("Down – Answer 3: nevím"))
    expect(at_work.named("options.3.labels.cs")).to_have_value("nevím")
    at_work.enter(at_work.button("Save and add another item"))


def add_yes_or_no(at_work: Methodologist) -> None:
    at_work.enter(at_work.link("Yes or no"))
    at_work.write(at_work.named("texts.cs"), "Byli jste u nás letos?")
    at_work.tick(at_work.named("required"))
    at_work.enter(at_work.button("Save"))


def swap_items(at_work: Methodologist) -> None:
    before = order(at_work.page)
    assert len(before) == 2
    at_work.enter(at_work.button("Down – Jak k nám nejčastěji jezdíte?"))
    assert order(at_work.page) == before[::-1]
    expect(at_work.page.get_by_role("button", name="Up – Jak k nám nejčastěji jezdíte?")).to_be_focused()


def translate(at_work: Methodologist) -> None:
    page = at_work.page
    at_work.enter(at_work.link("Translations"))
    fields = page.locator(".ohlas-pair textarea")
    assert fields.count() == 5, "what is missing: title, section, two questions, a list of answers"
    for number in range(fields.count()):
        is_list = "lines." in (fields.nth(number).get_attribute("name") or "")
        at_work.write(fields.nth(number), "on foot\nby bus\nby car" if is_list else f"English words {number}")
    at_work.enter(at_work.button("Save all"))


def publish(at_work: Methodologist) -> None:
    page = at_work.page
    at_work.enter(at_work.link("Checks"))
    while (reason := page.locator("textarea[name=reason]")).count():
        at_work.write(reason.first, "Je to jen zkouška klávesnice.")
        at_work.enter(at_work.button("Keep it with this reason"))
    at_work.enter(at_work.link("Publish"))
    at_work.enter(at_work.button("Publish this version"))
    expect(page.get_by_text("The version is published.")).to_be_visible()
