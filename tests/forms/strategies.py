"""Random questionnaires and answers for property tests."""

from typing import Any

from hypothesis import strategies as st

from forms.definition import Item, ItemType, Layout, Option, Questionnaire, Row, Scale, Section
from forms.expressions import And, Answered, Attribute, Compare, Count, Expression, In, Not, Or
from forms.routing import WITHOUT_ANSWER

CODES = ("a", "b", "c", "d")
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=20
)
NEEDED_TEXTS = st.sampled_from(
    [
        {"cs": "Žluťoučký kůň", "en": "Yellow horse", "uk": "Жовтий кінь", "cs-easy": "🙂 kůň"},
        {"cs": "{nic} %s <b>", "en": ""},
        {"uk": "«їжак»\u202e"},
        {"cs-easy": " "},
    ]
)
TEXTS: st.SearchStrategy[dict[str, str]] = st.just({}) | NEEDED_TEXTS
SCALE_CODES = ("scale_1", "scale_2")

LABELS: dict[str, str] = {"cs": "volba", "en": "option", "uk": "варіант"}
OPTION_POOL = {
    "a": Option(
        "a",
        LABELS,
        score=100,
        attributes={"forms": ("field",)},
        cases={"genitive": {"cs": "volby", "uk": "варіанта"}},
    ),
    "b": Option("b", LABELS | {"cs-easy": "🙂 volba"}, score=0),
    "c": Option("c", {}, exclusive=True),
    "d": Option("d", LABELS, write_in=True),
}


def options(*, least: int = 0) -> st.SearchStrategy[tuple[Option, ...]]:
    """Options with distinct codes, at most one of them to write in."""
    codes = st.lists(st.sampled_from(CODES), min_size=least, unique=True)
    return codes.map(lambda found: tuple(OPTION_POOL[code] for code in found))


def expressions(earlier: list[str]) -> st.SearchStrategy[Expression]:
    """Conditions over these items."""
    item = st.sampled_from(earlier)
    codes = st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True).map(tuple)
    relation: st.SearchStrategy[Any] = st.sampled_from(["eq", "ne", "lt", "le", "gt", "ge"])
    leaf = st.one_of(
        st.builds(Answered, item),
        st.builds(In, item, codes),
        st.builds(Compare, item, relation, st.integers(-5, 100) | st.just("2026-06-01")),
        st.builds(Count, item, relation, st.integers(0, 4)),
        st.builds(Attribute, item, st.just("forms"), st.just(("field",))),
    )
    return st.recursive(
        leaf,
        lambda part: st.one_of(
            st.builds(And, st.lists(part, min_size=1, max_size=3).map(tuple)),
            st.builds(Or, st.lists(part, min_size=1, max_size=3).map(tuple)),
            st.builds(Not, part),
        ),
        max_leaves=4,
    )


CHOICES = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.RANKING, ItemType.CATALOGUE_CHOICE)


def texts(earlier: list[str]) -> st.SearchStrategy[dict[str, str]]:
    """Texts of an item, some of which repeat an earlier answer or look as if they did."""
    if not earlier:
        return NEEDED_TEXTS
    placeholder = st.sampled_from(
        ["{{%s}}", "{{%s|genitive|toho}}", "{{%s||nic}}", "{{%s|ablative}}", "{{%s"]
    )
    repeating = st.tuples(placeholder, st.sampled_from(earlier)).map(
        lambda found: {"cs": f"Co k {found[0] % found[1]}?", "en": f"What of {found[0] % found[1]}?"}
    )
    return NEEDED_TEXTS | repeating


@st.composite
def items(draw: st.DrawFn, code: str, earlier: list[str]) -> Item:
    """An item of any type whose condition and texts read earlier items only."""
    kind = draw(st.sampled_from(ItemType))
    settings: dict[str, Any] = {}
    if kind in CHOICES:
        settings = {"options": draw(options(least=1)), "randomise": draw(st.booleans())}
    if kind in (ItemType.MULTIPLE_CHOICE, ItemType.RANKING):
        settings["max_choices"] = draw(st.none() | st.integers(1, 4))
    if kind in (ItemType.RATING, ItemType.RATING_BATTERY):
        settings["scale"] = draw(st.sampled_from(SCALE_CODES))
    if kind is ItemType.RATING_BATTERY:
        rows = range(draw(st.integers(1, 3)))
        settings["rows"] = tuple(Row(f"{code}_row{number}", draw(texts(earlier))) for number in rows)
    if kind in (ItemType.SHORT_TEXT, ItemType.OPEN_ENDED):
        settings["max_length"] = draw(st.none() | st.integers(1, 50))
    return Item(
        item_code=code,
        type=kind,
        texts=draw(texts(earlier)),
        hints=draw(TEXTS),
        required=draw(st.booleans()),
        visible_if=draw(st.none() | expressions(earlier)) if earlier else None,
        **settings,
    )


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """A small questionnaire that conforms to the schema."""
    codes: list[str] = []
    sections = []
    scales = tuple(
        Scale(code, draw(options(least=2)), draw(st.none() | options(least=2))) for code in SCALE_CODES
    )
    for number in range(draw(st.integers(1, 3))):
        condition = draw(st.none() | expressions(codes)) if codes else None
        inside = []
        for _ in range(draw(st.integers(1, 2))):
            code = f"q{len(codes)}"
            item = draw(items(code, codes))
            inside.append(item)
            codes = [*codes, *(asked.item_code for asked in item.asked())]
        sections.append(Section(f"s{number}", draw(TEXTS), tuple(inside), condition))
    return Questionnaire(
        questionnaire_code="random",
        version="1",
        titles=draw(NEEDED_TEXTS),
        languages=("cs", "en", "uk"),
        variants=draw(st.sampled_from([(), ("cs-easy",)])),
        layout=draw(st.sampled_from(list(Layout))),
        scales=scales,
        sections=tuple(sections),
    )


ANY_VALUE = st.one_of(
    st.sampled_from(
        [
            *CODES,
            "1:a",
            "2:b",
            "1:zz",
            "yes",
            "no",
            "",
            "zz",
            "7",
            "1,5",
            "1950",
            "2026-06-01",
            "\x00",
            "ž" * 60,
        ]
    ),
    WORDS,
)


@st.composite
def posts(draw: st.DrawFn, questionnaire: Questionnaire) -> list[tuple[str, str]]:
    """Pairs of a posted form: some sensible, some not."""
    names = [
        f"{item.item_code}{suffix}"
        for item in questionnaire.items
        for suffix in ("", "", ".write_in", ".day")
    ]
    return draw(st.lists(st.tuples(st.sampled_from(names), ANY_VALUE), max_size=20))


@st.composite
def answers(draw: st.DrawFn, questionnaire: Questionnaire) -> dict[str, Any]:
    """Answers of the right kinds to some of the items, whatever their conditions."""
    found: dict[str, Any] = {}
    for item in questionnaire.items:
        codes = list(questionnaire.options[item.item_code])
        if item.type in WITHOUT_ANSWER or not draw(st.booleans()):
            continue
        if item.type in (ItemType.MULTIPLE_CHOICE, ItemType.RANKING):
            found[item.item_code] = draw(st.lists(st.sampled_from(codes), unique=True))
        elif codes:
            found[item.item_code] = draw(st.sampled_from(codes))
        elif item.type in (ItemType.NUMBER, ItemType.YEAR):
            found[item.item_code] = draw(st.integers(0, 100))
        elif item.type is ItemType.DATE:
            found[item.item_code] = "2026-06-01"
        else:
            found[item.item_code] = draw(WORDS)
        if draw(st.booleans()):
            found[f"{item.item_code}.write_in"] = "slova"
    return found
