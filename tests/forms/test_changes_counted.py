"""People whose recorded answers a change touches are counted, and said in the right form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.changes import Change, ChangeClass, ChangeKind, Tally, about, compare, counted, describe
from forms.changes.tally import RULES

from .strategies import questionnaires
from .test_changes import EDITS, Document, changed, item

ANSWERS: list[tuple[Document, str]] = [
    ({"used": "yes", "help": ["people"], "visits": 60, "rate": "fair", "words": "x" * 200}, "cs"),
    (
        {"used": "yes", "help": ["people", "place", "other"], "help.write_in": "pes", "rate": "good"},
        "cs-easy",
    ),
    ({"used": "no", "visits": 0, "rate": "bad", "row_1": "dk"}, "en"),
]


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (ChangeKind.ITEM_TYPE, 3),
        (ChangeKind.OPTION_REMOVED, 2),
        (ChangeKind.OPTION_LABEL, 2),
        (ChangeKind.RANGE_NARROWED, 1),
        (ChangeKind.CHOICES_LOWERED, 1),
        (ChangeKind.LENGTH_LOWERED, 1),
        (ChangeKind.CONDITION_CHANGED, 2),
        (ChangeKind.WRITE_IN_REMOVED, 1),
        (ChangeKind.BECAME_EXCLUSIVE, 1),
        (ChangeKind.EASY_POINTS, 1),
        (ChangeKind.OPTION_SCORE, 1),
        (ChangeKind.HINT, None),
    ],
)
def test_people_whose_answers_a_change_touches_are_counted(kind: ChangeKind, count: int | None) -> None:
    new, changes = changed(next(edit for found, edit in EDITS if found is kind))
    tally = Tally(changes, new)
    for answers, language in ANSWERS:
        tally.add(answers, language)

    place = next(place for place, change in enumerate(changes) if change.kind is kind)
    assert tally.counts[place] == count
    if changes[place].klass is ChangeClass.ANSWERS_AT_RISK:
        assert tally.at_risk == count


@pytest.mark.parametrize(
    ("count", "cs", "uk"),
    [
        (0, "Tuto možnost zatím nikdo nezvolil.", "Цей варіант ще ніхто не вибрав."),
        (1, "Tuto možnost už zvolil 1 člověk.", "Цей варіант уже вибрала 1 особа."),
        (3, "Tuto možnost už zvolili 3 lidé.", "Цей варіант уже вибрали 3 особи."),
        (5, "Tuto možnost už zvolilo 5 lidí.", "Цей варіант уже вибрали 5 осіб."),
        (12, "Tuto možnost už zvolilo 12 lidí.", "Цей варіант уже вибрали 12 осіб."),
        (21, "Tuto možnost už zvolilo 21 lidí.", "Цей варіант уже вибрала 21 особа."),
        (22, "Tuto možnost už zvolilo 22 lidí.", "Цей варіант уже вибрали 22 особи."),
    ],
)
def test_counts_are_said_in_the_right_form(count: int, cs: str, uk: str) -> None:
    change = Change(ChangeKind.OPTION_REMOVED, "help", "people")

    assert counted(change, count, "cs") == cs
    assert counted(change, count, "uk") == uk


def test_counts_in_english_and_of_what_is_not_counted() -> None:
    change = Change(ChangeKind.OPTION_REMOVED, "help", "people")

    assert counted(change, 1, "en") == "1 person has already chosen this option."
    assert counted(change, 3, "de") == "3 people have already chosen this option."
    assert counted(change, None, "cs") == ""
    assert counted(Change(ChangeKind.HINT), 0, "cs") == ""


def test_every_way_of_touching_has_all_forms_of_each_language() -> None:
    for kind in RULES:
        for language in ("cs", "en", "uk"):
            said = {counted(Change(kind), count, language) for count in (0, 1, 2, 5)}
            assert len(said) == 4
            assert all("{" not in sentence for sentence in said)


def test_values_are_said_in_the_language() -> None:
    def years(document: Document) -> None:
        item(document, "visits").update(minimum=0.5)

    _, changes = changed(years)

    assert describe(changes[0], "cs") == "Rozsah se zúžil: teď od 0,5 do 99, dřív od 0 do 99."
    assert describe(changes[0], "en") == "The range is narrower: now from 0.5 to 99, before from 0 to 99."
    assert about(changes[0], "cs") == "Otázka?"


def test_an_answer_of_an_early_type_is_not_measured_by_a_new_range() -> None:
    new, changes = changed(lambda d: item(d, "visits").update(maximum=50))
    tally = Tally(changes, new)
    tally.add({"visits": ["a", "b"]}, "cs")
    tally.add({"visits": "many"}, "cs")

    assert tally.counts == [0]


@given(st.data())
def test_counting_never_fails_whatever_was_answered(data: st.DataObject) -> None:
    old, new = data.draw(questionnaires()), data.draw(questionnaires())
    tally = Tally(compare(old, new), new)
    values = st.one_of(
        st.integers(), st.text(max_size=5), st.sampled_from(["a", "yes"]), st.lists(st.sampled_from("abcd"))
    )
    keys = st.sampled_from([found.item_code for found in (*old.items, *new.items)])
    tally.add(data.draw(st.dictionaries(keys, values)), data.draw(st.sampled_from(["cs", "cs-easy"])))

    assert all(count in (0, 1, None) for count in tally.counts)
