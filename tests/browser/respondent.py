"""Somebody who answers one page of a questionnaire in a browser at random, and knows what they have answered.

Uses the mouse and the keyboard on what can be seen. Knows the names of inputs, no route.
"""

from collections.abc import Iterable
from random import Random

from playwright.sync_api import Locator, Page

from forms.definition import Item, ItemType, Option, Questionnaire
from forms.expressions import Answer
from forms.item_types import HANDLERS, most_places, ranked
from forms.routing import on_path, write_in_key

TEXTS = ("a", "b", "7", "ž", "1,5", "2026-06-01", " a ", "slova dvě")
NUMBERS = ("0", "7", "1,5", "-3", "\N{MINUS SIGN}2.5", "1 000", "100", "+4")
YEARS = ("1950", "2026", "0007")
DATES = ("2026-06-01", "2026-05-31", "2026-12-09", "1999-01-01")
IN_SIGHT = "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.item)"


class Respondent:
    """Answers by item, as `forms.expressions` has them: those of hidden items too, as inputs keep them.

    Without the script (`scripted` false) nobody else takes back what excludes one another.
    """

    def __init__(self, page: Page, questionnaire: Questionnaire, chance: Random, *, scripted: bool) -> None:
        self.page = page
        self.questionnaire = questionnaire
        self.chance = chance
        self.scripted = scripted
        self.answers: dict[str, Answer] = {}

    def in_sight(self) -> list[Item]:
        """The items that the page shows now, in its order."""
        codes = self.page.locator("[data-item]").evaluate_all(IN_SIGHT)
        return [self.questionnaire.item(code) for code in codes]

    def answer(self, item: Item, *, really: bool) -> None:
        """Give an item another answer, or take it back unless `really`."""
        match HANDLERS[item.type].control:
            case "radios":
                self._choose(item)
            case "checkboxes" | "consent":
                self._toggle(item, really=really)
            case "ranking":
                self._rank(item, really=really)
            case "date":
                self._write_date(item, really=really)
            case "text" | "textarea" | "number" | "year":
                self._write(item, really=really)
            case _:  # it only says something
                return
        self._write_in(item)

    def forget_hidden(self, items: Iterable[Item]) -> None:
        """Forget the answers to those of these items that are not asked: who saves a page keeps no others."""
        kept = on_path(self.questionnaire, self.answers)
        for item in items:
            for key in (item.item_code, write_in_key(item.item_code)):
                if key not in kept:
                    self.answers.pop(key, None)

    def _options(self, item: Item) -> dict[str, Option]:
        return dict(self.questionnaire.options[item.item_code])

    def _chosen(self, item: Item) -> list[str]:
        answer = self.answers.get(item.item_code, [])
        return answer if isinstance(answer, list) else [str(answer)]

    def _remember(self, item: Item, typed: dict[str, list[str]]) -> None:
        read = HANDLERS[item.type].read(item, self._options(item), typed)
        if read is None:
            self.answers.pop(item.item_code, None)
        else:
            self.answers[item.item_code] = read

    def _input(self, item: Item, value: str) -> Locator:
        return self.page.locator(f'input[name="{item.item_code}"][value="{value}"]')

    def _choose(self, item: Item) -> None:
        code = self.chance.choice(list(self._options(item)))
        self._input(item, code).check()
        self.answers[item.item_code] = code

    def _toggle(self, item: Item, *, really: bool) -> None:
        options = self._options(item)
        chosen = self._chosen(item)
        code = self.chance.choice(list(options))
        if code in chosen and not really:
            self._input(item, code).uncheck()
            self._remember(item, {"": [other for other in chosen if other != code]})
        elif code not in chosen:
            alone = [other for other in chosen if options[code].exclusive or options[other].exclusive]
            others = [other for other in chosen if other not in alone]
            most = item.max_choices or len(options)
            for other in [*([] if self.scripted else alone), *others[most - 1 :]]:
                self._input(item, other).uncheck()
            self._input(item, code).check()
            self._remember(item, {"": [*others[: most - 1], code]})

    def _rank(self, item: Item, *, really: bool) -> None:
        options = self._options(item)
        lists = [code for code, option in options.items() if not option.exclusive]
        boxes = [code for code in options if code not in lists]
        if boxes and self.chance.random() < 0.3:  # now and then "don't know"
            wanted = [self.chance.choice(boxes)]
        else:
            most = min(most_places(item, options), len(lists))
            wanted = self.chance.sample(lists, self.chance.randint(min(int(really), most), most))
        if really and not wanted:
            wanted = boxes[:1]
        self._unrank(item, lists, boxes, wanted)
        places = list(enumerate(wanted, start=1))
        for place, code in self.chance.sample(places, len(places)):
            if code in boxes:
                self._input(item, ranked(1, code)).check()
            else:
                self._list(item, code).select_option(ranked(place, code))
        self._remember(item, {"": [ranked(place, code) for place, code in places]})

    def _unrank(self, item: Item, lists: list[str], boxes: list[str], wanted: list[str]) -> None:
        """Take back what is not wanted, as far as the script does not."""
        script_undoes = self.scripted and bool(wanted)
        for code in boxes:
            if code not in wanted and not (script_undoes and wanted[0] in lists):
                self._input(item, ranked(1, code)).uncheck()
        for code in lists:
            if code not in wanted and not (script_undoes and wanted[0] in boxes):
                self._list(item, code).select_option("")

    def _list(self, item: Item, code: str) -> Locator:
        """The list of places of an option."""
        return self.page.locator(f'select[name="{item.item_code}"]').filter(
            has=self.page.locator(f'option[value="{ranked(1, code)}"]')
        )

    def _write_date(self, item: Item, *, really: bool) -> None:
        date = self.chance.choice([*DATES, *([] if really else [""])])
        parts = HANDLERS[item.type].typed(date, "cs")
        for suffix, (value,) in parts.items():
            self.page.locator(f'input[name="{item.item_code}{suffix}"]').fill(value)
        self._remember(item, parts)

    def _write(self, item: Item, *, really: bool) -> None:
        kinds = {ItemType.NUMBER: NUMBERS, ItemType.YEAR: YEARS}
        longest = item.max_length or max(map(len, TEXTS))
        offered = [text for text in kinds.get(item.type, TEXTS) if len(text) <= longest]
        text = self.chance.choice([*offered, *([] if really else [""])])
        self.page.locator(f'[name="{item.item_code}"]').fill(text)
        self._remember(item, {"": [text]})

    def _write_in(self, item: Item) -> None:
        """Write beside the option that asks for words; without a script, delete them without it."""
        key = write_in_key(item.item_code)
        asking = {code for code, option in self._options(item).items() if option.write_in}
        words = self.page.locator(f'input[name="{key}"]')
        if asking & set(self._chosen(item)):
            self.answers[key] = self.chance.choice(("vlastní slova", "ž"))
            words.fill(str(self.answers[key]))
        elif asking and not self.scripted:
            self.answers.pop(key, None)
            words.fill("")
