"""Pairs that only sense tells apart: a fault of method is found, and what merely looks like it is not."""

from typing import Any

import pytest

from forms.checks import method
from tests.checks.frames import Document, questionnaire

Case = tuple[str, str, list[Any]]

GOOD_TO_BAD = ["very good", "fairly good", "fairly bad", "very bad", "don't know"]
GOOD_TO_BAD_CS = ["velmi dobře", "spíše dobře", "spíše špatně", "velmi špatně", "nevím"]
FAULTY: list[tuple[str, Case]] = [
    ("ranges_gap", ("cs", "Jak daleko to máte?", ["méně než 500 metrů", "500 m až 1 km", "2 až 5 km"])),
    (
        "ranges_gap",
        ("cs", "Jak dlouho jste čekali?", ["do 20 minut", "půl hodiny až hodinu", "déle než hodinu"]),
    ),
    ("ranges_gap", ("en", "How old are you?", ["under 18", "18 to 39", "40 to 59", "over 60"])),
    (
        "ranges_overlap",
        ("cs", "Jak dlouho jste jeli?", ["15 až 30 minut", "30 minut až hodinu", "déle než hodinu"]),
    ),
    ("unbalanced_scale", ("en", "How is the speed?", ["far too high", "too high", "about right", "too low"])),
    ("two_questions", ("cs", "Kde knihy kupujete a podle čeho je vybíráte?", [])),
    ("double_barrelled", ("en", "How do you rate the website or the newsletter?", GOOD_TO_BAD)),
    ("double_barrelled", ("cs", "Jak na vás působí personál nebo prostředí?", GOOD_TO_BAD_CS)),
    ("double_barrelled", ("cs", "Má být park oplocený a osvětlený?", ["ano", "ne", "nevím"])),
    ("double_barrelled", ("en", "How do you rate the shop and café of the museum?", GOOD_TO_BAD)),
    (
        "missing_dont_know",
        ("en", "Has crime in the town increased since 2022?", ["it rose", "it fell", "same"]),
    ),
    (
        "missing_dont_know",
        ("cs", "Jak zákaz ovlivnil počet nehod?", ["snížil ho", "nezměnil ho", "zvýšil ho"]),
    ),
    ("leading_question", ("en", "How much has the new line improved your life?", [])),
    ("leading_question", ("cs", "V čem vám nová aplikace zlepšila život?", [])),
    ("personal_data", ("en", "Which disease made you call us?", [])),
    ("personal_data", ("cs", "S jakou nemocí k nám přicházíte?", [])),
    ("unbalanced_scale", ("en", "How did they behave?", ["very kindly", "kindly", "quite kindly", "rudely"])),
    (
        "missing_reference_period",
        ("en", "How many times did you use the library?", ["never", "1 to 3", "4 or more"]),
    ),
    ("double_barrelled", ("en", "How do you rate the doctor and the nurse?", GOOD_TO_BAD)),
    ("double_barrelled", ("cs", "Jste spokojeni s autobusy i s vlaky?", ["ano", "ne", "nevím"])),
    ("double_barrelled", ("en", "How do you rate the sermon and the choir?", GOOD_TO_BAD)),
    ("double_barrelled", ("en", "How do you rate the price/quality of the meals?", GOOD_TO_BAD)),
    ("double_barrelled", ("en", "How do you rate the kennels, including the vet?", GOOD_TO_BAD)),
    ("double_barrelled", ("en", "How safe do you feel here by day and after dark?", GOOD_TO_BAD)),
    ("double_barrelled", ("en", "Did you swim and use the sauna?", ["yes", "no"])),
    ("double_barrelled", ("en", "Were you told how it is done and when to come back?", ["yes", "no"])),
    ("double_barrelled", ("en", "Why do you come?", ["the queue and the hours", "other [w]"])),
    ("double_barrelled", ("cs", "Jak hodnotíte kázání a sbor?", GOOD_TO_BAD_CS)),
    ("double_barrelled", ("cs", "Jak hodnotíte útulek včetně veterináře?", GOOD_TO_BAD_CS)),
    ("double_barrelled", ("cs", "Jak bezpečně se tu cítíte ve dne a po setmění?", GOOD_TO_BAD_CS)),
    ("leading_question", ("en", "How great was our team at helping you?", GOOD_TO_BAD)),
    ("leading_question", ("en", "How good is our new library?", ["excellent", "very good", "good"])),
    ("double_barrelled", ("en", "Should the city close the road or lower the speed limit?", ["yes", "no"])),
    ("double_barrelled", ("cs", "Mělo by město stavět garáže, nebo omezit auta?", ["ano", "ne", "nevím"])),
    ("leading_question", ("cs", "Souhlasíte s lékaři, že se má kouření zakázat?", ["ano", "ne", "nevím"])),
    ("hypothetical", ("en", "Would you move away if the school closed?", ["yes", "no", "don't know"])),
    ("hypothetical", ("cs", "Přestěhovali byste se, kdyby se škola zavřela?", ["ano", "ne", "nevím"])),
    ("leading_question", ("cs", "Na novou halu se těší celé město. Těšíte se také?", ["ano", "ne", "nevím"])),
    (
        "leading_question",
        ("cs", "Jistě jste si všimli, že je čistěji. Jak čistotu hodnotíte?", GOOD_TO_BAD_CS),
    ),
    ("leading_question", ("en", "Anyone who loves nature recycles. Do you recycle?", ["yes", "no"])),
    ("leading_question", ("en", "Do you, like most of your neighbours, want a crossing?", ["yes", "no"])),
    ("loaded_words", ("cs", "Jak hodnotíte zbytečnou stavbu rozhledny?", GOOD_TO_BAD_CS)),
    ("loaded_words", ("en", "How do you rate the pointless new statue?", GOOD_TO_BAD)),
    ("double_negation", ("cs", "Je nepřijatelné, aby děti nesměly na hřiště?", ["ano", "ne", "nevím"])),
    ("double_negation", ("cs", "Jste proti tomu, aby se nezavedl noční klid?", ["ano", "ne", "nevím"])),
    ("double_negation", ("en", "Is it untrue that nobody told you?", ["yes", "no", "don't know"])),
    ("double_negation", ("cs", "Město by nemělo odmítat stížnosti. Je to tak?", ["ano", "ne", "nevím"])),
    ("double_negation", ("en", "Do you object to dogs not being on a lead?", ["yes", "no", "don't know"])),
    ("jargon", ("cs", "Jak jste spokojeni s mobiliářem v parku?", GOOD_TO_BAD_CS)),
    ("jargon", ("en", "How do you rate the triage pathway?", GOOD_TO_BAD)),
    ("abbreviation", ("cs", "Jak jste spokojeni s výší PnP?", GOOD_TO_BAD_CS)),
    ("abbreviation", ("en", "Did you call the MDT by radio?", ["yes", "no"])),
    (
        "vague_quantifiers",
        ("en", "How often do you visit the spa?", ["often", "sometimes", "rarely", "never"]),
    ),
    ("leading_question", ("en", "How much did you enjoy the day?", ["very much", "quite a lot", "a little"])),
    ("personal_data", ("en", "What is your faith?", ["Christian", "Muslim", "another", "prefer not to say"])),
    (
        "masculine_only",
        ("cs", "Kolikrát jste v posledním týdnu jel vlakem?", ["ani jednou", "jednou i víckrát"]),
    ),
    (
        "missing_dont_know",
        ("en", "Is there enough to do?", ["rather enough", "rather not enough", "not at all enough"]),
    ),
    ("missing_other", ("cs", "Čím doma obvykle topíte?", ["plynem", "dřevem", "elektřinou"])),
    ("ranges_overlap", ("cs", "Jak daleko to máte?", ["100–500 m", "500–900 m", "1–2 km", "více než 2 km"])),
    ("ranges_overlap", ("en", "How long have you lived here?", ["1–11 months", "1–5 years", "5–9 years"])),
    (
        "unbalanced_scale",
        ("cs", "Jak změna působí?", ["velmi dobře", "dobře", "nemá na nás vliv", "špatně", "nevím"]),
    ),
]
SOUND: list[Case] = [
    ("cs", "Jak dlouho jste čekali?", ["do půl hodiny", "půl hodiny až hodinu", "déle než hodinu"]),
    ("en", "How long did it take?", ["up to a week", "8 to 13 days", "2 weeks or more"]),
    ("cs", "Má ulice dost světla?", ["příliš mnoho", "tak akorát", "příliš málo", "nevíte"]),
    ("cs", "Jak si vaše rodina při povodni pomohla?", []),
    ("en", "How good was the advice at the counter?", GOOD_TO_BAD),
    ("cs", "Kolikrát jste byli v prosinci bruslit?", ["ani jednou", "jednou", "vícekrát", "nevím"]),
    ("en", "How do you rate the shops and restaurants in the centre?", GOOD_TO_BAD),
    ("en", "How do you rate the name and logo of the new line?", GOOD_TO_BAD),
    ("en", "How do you rate the help or advice you received?", GOOD_TO_BAD),
    ("cs", "Jak hodnotíte školu nebo školku, kterou navštěvuje vaše dítě?", GOOD_TO_BAD_CS),
    ("cs", "Které zařízení nejvíce používáte?", ["bazén", "halu", "jiné [w]"]),
    ("en", "Compared with last year, what is your rent now?", ["higher", "the same", "lower"]),
    ("cs", "Změnilo se vaše zdraví za posledních 12 měsíců?", ["zlepšilo se", "nezměnilo se", "zhoršilo se"]),
    ("en", "What problems, if any, does the noise cause your family?", []),
    ("cs", "S čím vám pečovatelka pomáhá?", []),
    ("en", "Which illness should the next lecture be about?", []),
    ("cs", "Jaké zdravotní služby ve městě postrádáte?", []),
    ("en", "How many times did you see the exhibition?", ["once", "twice or more"]),
    ("en", "How do you rate the stairs and corridors?", GOOD_TO_BAD),
    ("en", "How do you rate the choice of food and drink in the hall?", GOOD_TO_BAD),
    ("en", "How do you rate the speech and language therapist?", GOOD_TO_BAD),
    ("en", "How do you rate the collection of paper and cardboard?", GOOD_TO_BAD),
    ("en", "Did you ask for help and not get it?", ["yes", "no", "don't remember"]),
    ("en", "How do you rate the rent including service charges?", GOOD_TO_BAD),
    ("en", "Do you know whom to call and when?", ["yes", "no"]),
    ("cs", "Jak hodnotíte péči o stromy a keře?", GOOD_TO_BAD_CS),
    ("cs", "Jak hodnotíte výši nájmu včetně záloh?", GOOD_TO_BAD_CS),
    ("cs", "Jak hodnotíte návaznost autobusů a vlaků?", GOOD_TO_BAD_CS),
    ("en", "How many times did you tell your story at the centre?", ["once", "2 or 3 times", "4 or more"]),
    ("en", "How often do you worry about the rent?", ["often", "sometimes", "rarely", "never"]),
    ("en", "Did you call the harbour by VHF radio?", ["yes", "no"]),
    ("en", "Does your plan have a DFXP number?", ["yes", "no", "don't know"]),
    ("en", "Did you and the adviser agree a plan?", ["yes", "no", "don't remember"]),
    ("en", "Did the buyer and the seller meet in person?", ["yes", "no", "don't know"]),
    ("en", "How much did you enjoy today?", ["a lot", "a little", "not at all", "don't know"]),
    ("en", "Does the menu meet the needs of your faith?", ["yes", "no", "I have no such needs"]),
    ("en", "Was your telehealth appointment on time?", ["yes", "no", "don't know"]),
    ("en", "How was the meal?", ["excellent", "good", "fair", "poor", "I did not eat"]),
    ("cs", "Jak daleko to máte na zastávku?", ["do 5 minut", "6–10 minut", "11–15 minut", "déle"]),
    ("cs", "Jak velký je váš byt?", ["do 50 m2", "51–80 m2", "81–110 m2", "větší"]),
    ("en", "How do you rate the doctor or nurse you saw?", GOOD_TO_BAD),
    ("en", "How good is the council at listening to people?", GOOD_TO_BAD),
    ("cs", "Mají být obchody otevřené i v neděli?", ["ano", "ne", "nevím"]),
    ("cs", "Jak se k vám chovali lékaři nebo sestry?", ["dobře", "ani dobře, ani špatně", "špatně", "nevím"]),
    ("en", "Should the fee go up or down?", ["up", "down", "stay as it is", "don't know"]),
    ("en", "Should the city help people who are ill or need the help?", ["yes", "no", "don't know"]),
    ("cs", "Mělo by město více podporovat spolky nebo kluby dětí?", ["ano", "ne", "nevím"]),
    (
        "cs",
        "Souhlasíte, nebo nesouhlasíte s odborníky, kteří chtějí nový most?",
        ["souhlasím", "nesouhlasím", "nevím"],
    ),
    (
        "en",
        "Who would you ask if you needed help with money?",
        ["family", "friends", "someone else", "nobody"],
    ),
    (
        "cs",
        "Na koho byste se obrátili, kdybyste potřebovali pomoc?",
        ["na rodinu", "na sousedy", "na jiné lidi"],
    ),
    (
        "en",
        "How good a job do the wardens do?",
        ["very good", "fairly good", "fairly bad", "very bad", "don't know"],
    ),
    (
        "en",
        "How often do you swim?",
        ["very often each week", "1–3 times a week", "1–3 times a month", "never"],
    ),
    ("cs", "Jak daleko to máte?", ["do 500 m", "500 m – 1 km", "1,1–5 km", "více než 5 km"]),
    ("cs", "Jak obvykle dlouho čekáte?", ["do 10 minut", "11–30 minut", "31 minut a více"]),
    ("cs", "Kdy obvykle chodíte do knihovny?", ["ráno", "odpoledne", "večer"]),
    ("cs", "Jak stavba ovlivnila vaše bydlení?", ["zlepšila ho", "nemá na ně vliv", "zhoršila ho", "nevím"]),
    ("cs", "Mate na ne cas?", ["ano", "ne", "nevim"]),
    ("en", "Where would you swim if the pool closed?", ["in the lake", "elsewhere [w]"]),
    ("cs", "Kam byste chodili, kdyby se knihovna zavřela?", ["nikam", "jinam [w]"]),
    ("cs", "Víte, komu zavolat, kdybyste potřebovali pomoc?", ["ano", "ne", "nevím"]),
    ("en", "Would you know whom to call if you needed help?", ["yes", "no", "don't know"]),
    ("cs", "Jak jistě se cítíte na přechodu u školy?", GOOD_TO_BAD_CS),
    ("cs", "Nemáte-li auto, dostanete se k lékaři jinak?", ["ano", "ne", "nevím"]),
    ("en", "Did you know that the library lends games?", ["yes", "no"]),
    ("en", "How much better or worse do you feel?", ["better", "the same", "worse", "don't know"]),
    ("cs", "Je poplatek podle vás zbytečný?", ["ano", "ne", "nevím"]),
    ("en", "Is the fee unfair?", ["yes", "no", "don't know"]),
    ("cs", "Pokud vám něco nevyhovuje, obracíte se na někoho?", ["ano", "ne", "nevím"]),
    ("en", "If you do not drive, do you lack a bus?", ["yes", "no", "don't know"]),
    ("cs", "Využili jste respitní péči (někdo se o blízkého stará za vás)?", ["ano", "ne", "nevím"]),
    ("en", "Does your child have a care plan (EHC plan)?", ["yes", "no", "don't know"]),
    ("en", "Have you always lived in this town?", ["yes", "no"]),
]


def _found(case: Case) -> set[str]:
    language, text, options = case
    item: Document = {"type": "open_ended", "text": text}
    if options:
        item = {"type": "single_choice", "text": text, "options": options}
    return {
        finding.code for finding in method.findings(questionnaire({"language": language, "items": [item]}))
    }


@pytest.mark.parametrize(("code", "case"), FAULTY)
def test_a_fault_of_the_same_kind_in_other_words_is_found(code: str, case: Case) -> None:
    assert code in _found(case)


def test_the_number_in_two_ranges_is_written_as_people_write_it() -> None:
    labels = ["do 20 000 Kč", "20 000 – 30 000 Kč", "30 001 – 40 000 Kč", "více než 40 000 Kč"]
    item = {"type": "single_choice", "text": "Kolik stojí vaše bydlení?", "options": labels}
    [found] = method.findings(questionnaire({"language": "cs", "items": [item]}))
    assert (found.code, found.params["words"]) == ("ranges_overlap", "20\N{NO-BREAK SPACE}000")


@pytest.mark.parametrize("case", SOUND)
def test_what_only_looks_like_the_fault_is_left_alone(case: Case) -> None:
    assert _found(case) == set()


def test_an_option_without_a_score_is_no_side_of_the_scale() -> None:
    labels = ["very clear", "fairly clear", "fairly unclear", "very unclear"]
    options = [{"label": label, "score": 100 - 100 * number / 3} for number, label in enumerate(labels)]
    scale = {"code": "clear", "options": [*options, {"label": "I have not read them"}]}
    item = {"type": "rating", "text": "How clear are the instructions?", "scale": "clear"}
    assert method.findings(questionnaire({"language": "en", "items": [item], "scales": [scale]})) == []


@pytest.mark.parametrize(("length", "found"), [(3, False), (4, True), (7, True)])
def test_income_may_not_open_any_but_the_shortest_questionnaire(length: int, found: bool) -> None:
    income = {
        "type": "single_choice",
        "text": "What is your monthly income?",
        "options": ["a lot", "prefer not to say"],
    }
    car = {"type": "yes_no", "text": "Do you own a car?"}
    for items, expected in (
        ([income, *[car] * (length - 1)], found),
        ([car, income, *[car] * (length - 2)], False),
    ):
        said = method.findings(questionnaire({"language": "en", "items": items}))
        assert ("sensitive_early" in {finding.code for finding in said}) is expected
