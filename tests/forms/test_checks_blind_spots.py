"""Faults of the kinds that a first look had missed, in other words, each beside a sound question like it."""

from typing import NamedTuple

import pytest

from forms.checks import findings, method
from forms.definition import Questionnaire
from tests.checks.frames import Document, questionnaire


class Pair(NamedTuple):
    """A faulty and a sound question of one type; `more` is the rest of the item."""

    code: str
    language: str
    type: str
    faulty: str
    sound: str
    more: Document | None = None


CHOICES = {"options": ["a few", "many", "don't know"]}
COUNTED = {"options": ["not once", "once or twice", "3 times or more", "don't know"]}
COUNTED_CS = {"options": ["ani jednou", "jednou nebo dvakrát", "třikrát nebo víckrát", "nevím"]}
AGREE = {"scale": "agree"}
PAIRS = [
    Pair(
        "two_questions",
        "en",
        "open_ended",
        "Where do you park, and how much do you pay for it?",
        "Where do you park, and why there?",
    ),
    Pair(
        "two_questions",
        "en",
        "open_ended",
        "Do you own a dog (and if so, what breed)?",
        "Which dog, if any, do you own?",
    ),
    Pair(
        "two_questions",
        "en",
        "open_ended",
        "Do you know the new stop, and are you satisfied with it?",
        "Which stops do you use and which do you miss?",
    ),
    Pair(
        "two_questions",
        "en",
        "yes_no",
        "Do you swim here, and with whom?",
        "Were you told when to come and where to wait?",
    ),
    Pair(
        "two_questions",
        "cs",
        "open_ended",
        "Co vás přivedlo do poradny a s kým jste přišli?",
        "Kdy a kde by se mělo setkání konat?",
    ),
    Pair(
        "two_questions",
        "cs",
        "open_ended",
        "Chodíte do knihovny, a pokud ano, jak často?",
        "Které místo máte rádi, a proč?",
    ),
    Pair(
        "two_questions",
        "cs",
        "open_ended",
        "Znáte novou zastávku a jste s ní spokojeni?",
        "Kde jste hledali informace, než jste přišli a zeptali se nás?",
    ),
    Pair(
        "leading_question",
        "en",
        "single_choice",
        "Other towns introduced the fee long ago. Should ours?",
        "The fee rose from 20 to 25 euros. Should it change?",
        CHOICES,
    ),
    Pair(
        "leading_question",
        "en",
        "single_choice",
        "Two thirds of tenants support the repair. Do you support it?",
        "About half of the tenants support the repair. Do you support it?",
        CHOICES,
    ),
    Pair(
        "leading_question",
        "en",
        "single_choice",
        "The scheme has been a great success. Should it go on?",
        "The scheme began in May. Should it go on?",
        CHOICES,
    ),
    Pair(
        "leading_question",
        "en",
        "single_choice",
        "The service helps older people. Should it go on?",
        "The service helps older people. Have you heard of it?",
        CHOICES,
    ),
    Pair(
        "leading_question",
        "en",
        "single_choice",
        "How soon should the town ban cars?",
        "How soon should the course be repeated?",
        {"options": ["after 1 year", "after 2 years", "don't know"]},
    ),
    Pair(
        "leading_question",
        "cs",
        "single_choice",
        "Říká se, že klub dělá hluk. Co si o klubu myslíte?",
        "Klub je otevřený do osmi. Co si o klubu myslíte?",
        {"options": ["je příliš hlučný", "není příliš hlučný", "nevím"]},
    ),
    Pair(
        "leading_question",
        "cs",
        "single_choice",
        "Mnoho rodičů si delší provoz pochvaluje. Vyhovuje vám?",
        "Většina autobusů jede přes náměstí. Vyhovuje vám to?",
        {"options": ["ano", "ne", "nevím"]},
    ),
    Pair(
        "loaded_words",
        "en",
        "single_choice",
        "How often do rude drivers upset you?",
        "Do you find the drivers rude or polite?",
        CHOICES,
    ),
    Pair(
        "loaded_words",
        "en",
        "single_choice",
        "How many brats play here?",
        "How many children play here?",
        CHOICES,
    ),
    Pair(
        "loaded_words",
        "cs",
        "single_choice",
        "Kolik nevychovaných dětí tu potkáváte?",
        "Kolik dětí tu potkáváte?",
        {"options": ["málo", "hodně", "nevím"]},
    ),
    Pair(
        "loaded_words",
        "cs",
        "single_choice",
        "Potkáváte tu narkomany?",
        "Potkáváte tu lidi závislé na drogách?",
        {"options": ["ano", "ne", "nevím"]},
    ),
    Pair(
        "personal_data",
        "en",
        "short_text",
        "What is your library card number?",
        "What is the number of your bus?",
    ),
    Pair("personal_data", "en", "short_text", "Write your visa number.", "Write your bus route number."),
    Pair(
        "personal_data",
        "cs",
        "short_text",
        "Uveďte číslo svého pasu.",
        "Uveďte číslo linky, kterou jezdíte.",
    ),
    Pair(
        "personal_data",
        "cs",
        "short_text",
        "Napište spisovou značku žádosti.",
        "Napište název zastávky.",
    ),
    Pair(
        "missing_reference_period",
        "en",
        "number",
        "How many books have you borrowed?",
        "How many books have you borrowed this term?",
    ),
    Pair(
        "missing_reference_period",
        "en",
        "single_choice",
        "How often did you have to wait for the nurse?",
        "How often did you have to wait before somebody came?",
        COUNTED,
    ),
    Pair(
        "missing_reference_period",
        "en",
        "number",
        "How much has your household paid for lessons?",
        "How much did you spend at the fair?",
    ),
    Pair(
        "missing_reference_period",
        "cs",
        "number",
        "Kolik utrácíte za dopravu?",
        "Kolik platíte za jeden oběd?",
    ),
    Pair(
        "missing_reference_period",
        "cs",
        "single_choice",
        "Jak často jste museli k lékaři?",
        "Jak často jste letos museli k lékaři?",
        COUNTED_CS,
    ),
    Pair(
        "negative_statement",
        "en",
        "rating",
        "There is nowhere to sit in the square.",
        "There is somewhere to sit in the square.",
        AGREE,
    ),
    Pair(
        "negative_statement",
        "en",
        "rating",
        "The staff have no time for me.",
        "The staff need no longer than a week to answer.",
        AGREE,
    ),
    Pair(
        "negative_statement",
        "cs",
        "rating",
        "Žádný autobus odtud v neděli večer nejezdí.",
        "Autobus odtud jezdí i v neděli večer.",
        AGREE,
    ),
    Pair(
        "negative_statement",
        "cs",
        "rating",
        "Večerní cvičení na hřišti pod okny mi v týdnu nepřekáží.",
        "Úřednice se mnou o dluzích i o rodině vždycky mluvila nezaujatě.",
        AGREE,
    ),
    Pair(
        "double_negation",
        "en",
        "yes_no",
        "Are you opposed to the library no longer lending films?",
        "Are you opposed to the library lending films?",
    ),
    Pair(
        "leading_question",
        "cs",
        "yes_no",
        "Připojíte se k většině rodičů, kteří chtějí delší družinu?",
        "Přidáte se k sousedům, kteří v sobotu uklízejí park?",
    ),
    Pair(
        "leading_question",
        "cs",
        "single_choice",
        "Jak dobré jsou podle vás naše obědy?",
        "Jak dobře je z vaší zahrady vidět pouliční lampa?",
        {"options": ["velmi dobře", "spíše dobře", "spíše špatně", "velmi špatně", "nevím"]},
    ),
    Pair(
        "jargon",
        "cs",
        "yes_no",
        "Pomohlo vám síťování místních aktérů?",
        "Pomohlo vám, že se místní spolky sešly?",
    ),
    Pair(
        "jargon",
        "en",
        "yes_no",
        "Was a non-dependant deduction explained to you?",
        "Was a lower benefit because of a grown-up child explained to you?",
    ),
    Pair(
        "missing_reference_period",
        "cs",
        "number",
        "Kolik hodin strávíte péčí o zahradu?",
        "Kolik hodin týdně strávíte péčí o zahradu?",
    ),
    Pair(
        "missing_reference_period",
        "cs",
        "number",
        "Kolikrát jste byli na úřadě?",
        "Kolikrát jste byli v tomto akademickém roce na úřadě?",
    ),
    Pair(
        "double_negation",
        "en",
        "yes_no",
        "Should pupils who have no phone not be given one?",
        "Do you favour or oppose a ban on phones in class?",
    ),
    Pair(
        "negative_statement",
        "cs",
        "rating",
        "V pokoji chybí světlo.",
        "Doma mi chybí kolegové.",
        AGREE,
    ),
    Pair(
        "two_questions",
        "cs",
        "open_ended",
        "Napište, co vám pomáhá, a uveďte, který den se vám hodí.",
        "Napište, co vám pomáhá a co ne.",
    ),
    Pair(
        "two_questions",
        "en",
        "short_text",
        "Do you read the paper? If so, which one?",
        "Is there a book you would like us to get? If so, which one?",
    ),
    Pair(
        "absolute_words",
        "cs",
        "rating",
        "Všichni učitelé se ke mně chovají přátelsky.",
        "Učitelé se ke mně chovají přátelsky.",
        AGREE,
    ),
    Pair(
        "missing_other",
        "en",
        "single_choice",
        "How did you travel to the fair?",
        "Which way of coming to the fair did you like best?",
        {"options": ["by car", "by bus", "on foot", "don't remember"]},
    ),
    Pair(
        "two_questions",
        "en",
        "open_ended",
        "How did you find the course, and had you painted before?",
        "How did you find the course, and why that one?",
    ),
    Pair(
        "double_negation",
        "cs",
        "yes_no",
        "Nevadí vám, že nikdo nepřišel?",
        "Proč jste nepřišel (nepřišla)?",
    ),
    Pair(
        "leading_question",
        "en",
        "yes_no",
        "Has the app helped you, as it has so many others?",
        "Has the app helped you, as far as you can tell?",
    ),
    Pair(
        "leading_question",
        "en",
        "rating",
        "Knowing that money is short, how do you rate the plan?",
        "Knowing what may go in the box is …",
        {"scale": "good"},
    ),
    Pair(
        "double_barrelled",
        "en",
        "rating",
        "How clear is it what goes in the box and what it costs?",
        "How clear is it what may go in the box and what may not?",
        {"scale": "good"},
    ),
    Pair(
        "loaded_words",
        "en",
        "yes_no",
        "Should the town cut its extravagant spending on flowers?",
        "Should the town cut its spending on flowers?",
    ),
    Pair(
        "double_negation",
        "en",
        "yes_no",
        "Is it untrue that you are unable to reach us?",
        "Is it true that you can reach us?",
    ),
    Pair(
        "missing_reference_period",
        "cs",
        "number",
        "Kolikrát jste nám volali?",
        "Kolikrát jste nám volali, než jsme to zvedli?",
    ),
    Pair(
        "personal_data",
        "en",
        "short_text",
        "Your staff number",
        "Number of staff",
    ),
    Pair(
        "missing_dont_know",
        "cs",
        "single_choice",
        "Jak by stavba ovlivnila ceny domů?",
        "Jak by vám stavba zkrátila cestu?",
        {"options": ["zvýšila by je", "vůbec", "snížila by je"]},
    ),
    Pair(
        "missing_dont_know",
        "cs",
        "single_choice",
        "Kam patří mastná krabice od pizzy?",
        "Kam dáváte krabice od pizzy?",
        {"options": ["do papíru", "do směsného odpadu", "jinam [w]"]},
    ),
]
UNEVEN = [
    ("cs", ["vynikající", "velmi dobré", "dobré", "dostačující", "špatné"], True),
    ("cs", ["výborné", "uspokojivé", "neuspokojivé", "špatné"], False),
    ("cs", ["nadprůměrné", "průměrné", "podprůměrné"], False),
    ("en", ["outstanding", "great", "good", "as expected", "terrible"], True),
    ("en", ["great", "good", "as expected", "bad", "terrible"], False),
]
RANGES = [
    (["up to $5", "$5 to $10", "more than $10"], True),
    (["up to $5", "over $5, up to $10", "more than $10"], False),
    (["up to 5 metres", "5 to 10 metres", "more than 10 metres"], False),
    (["€0 – €5", "€5 – €10", "€10+"], True),
    (["between 1 and 5", "between 5 and 10", "more"], True),
    (["one to three", "three to five", "six or more"], True),
    (["1", "2 or 3", "4 to 6", "7 to 9"], False),
    (["5 to 15 km", "15 km or more"], True),
    (
        ["over 20 % lower", "5 to 20 % lower", "nearly the same", "5 to 20 % higher", "over 20 % higher"],
        False,
    ),
    (["over 20 % lower", "5 to 30 % lower", "5 to 20 % higher", "15 to 40 % higher"], True),
    (["up to 10 cents", "11 to 50 cents", "51 cents to 1 euro", "more than 1 euro"], False),
]


def _asked(language: str, item: Document, scales: list[Document] | None = None) -> Questionnaire:
    return questionnaire({"language": language, "items": [item], "scales": scales or []})


def _codes(pair: Pair, text: str) -> set[str]:
    item = {"type": pair.type, "text": text, **(pair.more or {})}
    return {finding.code for finding in method.findings(_asked(pair.language, item))}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.faulty)
def test_a_fault_is_told_from_a_sound_question_like_it(pair: Pair) -> None:
    assert pair.code in _codes(pair, pair.faulty)
    assert pair.code not in _codes(pair, pair.sound)


@pytest.mark.parametrize(("last", "found"), [("nevzpomínám si", False), ("docela volno", True)])
def test_who_does_not_remember_needs_no_other_way_out(last: str, found: bool) -> None:
    labels = ["velmi plno", "spíše plno", "spíše volno", "velmi volno", last]
    item = {"type": "single_choice", "text": "Jak plno bylo na stezce v neděli?", "options": labels}
    codes = {finding.code for finding in method.findings(_asked("cs", item))}
    assert ("missing_dont_know" in codes) is found


@pytest.mark.parametrize(("unit", "found"), [("hours", True), ("hours a week", False)])
def test_a_unit_may_say_the_time(unit: str, found: bool) -> None:
    item = {"type": "number", "text": "How many hours do you volunteer?", "unit": {"en": unit}}
    assert bool(method.findings(_asked("en", item))) is found


def test_a_question_that_follows_one_about_a_time_is_about_that_time() -> None:
    bought = {"type": "yes_no", "code": "bought", "text": "Have you bought tickets in the last 12 months?"}
    paid = {"type": "number", "text": "How much have you paid for them?"}
    asked = {"op": "answered", "item": "bought"}
    for condition, found in (({}, True), ({"visible_if": asked}, False)):
        document = questionnaire({"language": "en", "items": [bought, {**paid, **condition}]})
        codes = {finding.code for finding in method.findings(document)}
        assert ("missing_reference_period" in codes) is found


@pytest.mark.parametrize(("language", "labels", "found"), UNEVEN)
def test_degrees_of_good_are_counted_even_if_one_word_is_unknown(
    language: str, labels: list[str], found: bool
) -> None:
    last = len(labels) - 1
    points = [{"label": label, "score": 100 - 100 * number / last} for number, label in enumerate(labels)]
    scale = {"code": "own", "options": [*points, {"label": "nevím" if language == "cs" else "don't know"}]}
    item = {"type": "rating", "text": "How was it?" if language == "en" else "Jaké to bylo?", "scale": "own"}
    codes = {finding.code for finding in method.findings(_asked(language, item, [scale]))}
    assert ("unbalanced_scale" in codes) is found


@pytest.mark.parametrize(("labels", "found"), RANGES)
def test_ranges_are_read_with_their_signs_and_in_words(labels: list[str], found: bool) -> None:
    item = {"type": "single_choice", "text": "How much was it?", "options": [*labels, "don't know"]}
    codes = {finding.code for finding in method.findings(_asked("en", item))}
    assert bool(codes & {"ranges_overlap", "ranges_gap"}) is found


@pytest.mark.parametrize(("last", "found"), [("je mi to fuk", False), ("ve 20", True)])
def test_whoever_does_not_mind_has_a_way_out(last: str, found: bool) -> None:
    options = ["ve 12", "ve 14", "v 16", last]
    item = {"type": "single_choice", "text": "Kdy by se měl klub otvírat?", "options": options}
    codes = {finding.code for finding in method.findings(_asked("cs", item))}
    assert ("missing_dont_know" in codes) is found


@pytest.mark.parametrize(
    ("labels", "found"),
    [(["very bad", "bad", "good", "very good"], True), (["never", "seldom", "often", "always"], False)],
)
def test_scales_are_opposite_only_where_they_say_the_same(labels: list[str], found: bool) -> None:
    best_first = ["very good", "good", "bad", "very bad"]
    scales = [
        {
            "code": code,
            "options": [
                *({"label": label, "score": score} for label, score in zip(said, scores, strict=True)),
                {"label": "don't know"},
            ],
        }
        for code, said, scores in (("one", best_first, (100, 67, 33, 0)), ("two", labels, (0, 33, 67, 100)))
    ]
    items = [{"type": "rating", "text": "How was it?", "scale": code} for code in ("one", "two")]
    asked = questionnaire({"language": "en", "items": items, "scales": scales})
    assert ("scale_directions_mixed" in {finding.code for finding in findings(asked)}) is found
