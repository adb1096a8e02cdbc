import json
import unicodedata

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.text.day_one.coder import DayOneCoder
from analytics.text.surface import fold


def stripped(text: str) -> str:
    """The text as somebody types it who leaves accents out."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("V domově pro seniory by mohlo být víc zeleniny.", "seniors"),
        ("Je mi 81 a sama už nenakoupím.", "seniors"),
        ("Jako nevidomá bych potřebovala doprovod.", "disability"),
        ("Po propuštění z psychiatrie jsem neměl kam jít.", "mental_health"),
        ("Starám se o tatínka a potřebuju odlehčovací službu.", "carers"),
        ("Hledáme mateřské centrum pro malé děti.", "families"),
        ("Nízkoprahový klub by měl mít otevřeno i v pátek.", "youth_at_risk"),
        ("Na sociální byt čekáme čtyři roky.", "exclusion"),
        ("Lidé bez domova nemají kde přespat.", "homeless"),
        ("Mám exekuce a nevím, jak požádat o oddlužení.", "debt_jobless"),
        ("Syn bere drogy a kontaktní centrum je zavřené.", "addiction"),
        ("Romským dětem chybí doučování.", "minorities"),
        ("Intervenční centrum mi pomohlo po letech domácího násilí.", "crisis_victims"),
        ("Kurzy češtiny jsou plné.", "foreigners"),
        ("V dotazníku chyběla otázka na dopravu.", "general"),
        ("V domove dôchodcov je málo personálu a opatrovateliek.", "seniors"),
        ("Доглядальниця приходить до бабусі тільки раз на тиждень.", "seniors"),
        ("The night shelter should be open all winter.", "homeless"),
    ],
)
def test_a_comment_is_given_its_target_group_and_found_relevant(coding_of, text, group):
    for written in (text, stripped(text)):
        assert group in coding_of(written).suggested_groups, written
    assert coding_of(text).relevant is not False


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Na chodníku v naší ulici jsou výtluky.", "other_department"),
        ("Popelnice nevyvážejí včas.", "other_department"),
        ("popelnice nevyvazeji vcas", "other_department"),
        ("Na úřadu práce mi nevyplatili dávky.", "state_authority"),
        ("Nemůžu sehnat zubaře.", "health_care"),
        ("Výhodné půjčky, klikněte zde!", "advertising"),
        ("nic", "no_content"),
        ("Nevím.", "no_content"),
        ("Where can I park? There are no parking places.", "other_department"),
        ("Коли приберуть сміття біля контейнерів?", "other_department"),
    ],
)
def test_a_matter_of_somebody_else_is_suggested_irrelevant_with_a_signpost(coding_of, text, reason):
    coding = coding_of(text)
    assert coding.relevant is False
    assert coding.suggested_reason == reason


def test_a_group_named_alone_does_not_make_a_comment_relevant(coding_of):
    assert coding_of("Důchodci by měli mít slevu na koupališti.").relevant is False


@pytest.mark.parametrize("text", ["Lidé, kteří jsou staří.", "Jeden pracovník.", "Rodina s dětmi."])
def test_a_person_or_a_single_hint_is_no_verdict(coding_of, text):
    assert coding_of(text).relevant is None


def test_danger_makes_a_comment_relevant(coding_of):
    assert coding_of("Manžel mě bije.").relevant is True


def test_a_bus_to_a_social_service_is_relevant_and_a_bus_is_not(coding_of):
    assert coding_of("Autobus nestaví u denního stacionáře.").relevant is True
    assert coding_of("Autobus nestaví u nádraží.").relevant is False


def test_an_assistance_dog_is_no_dog_fee(coding_of):
    coding = coding_of("Mám vodicího psa a do poradny mě s ním nepustili.")
    assert coding.relevant is True
    assert "disability" in coding.suggested_groups


def test_a_cross_cutting_group_is_suggested_only_alone(coding_of):
    assert coding_of("Dotazník je přehledný.").suggested_groups == ("general",)
    assert "general" not in coding_of("Dotazník nevidomí nepřečtou.").suggested_groups


def test_a_text_that_says_nothing_of_the_frame_is_abstained_from(coding_of):
    coding = coding_of("Modrá barva se mi zamlouvá nejvíce.")
    assert coding.relevant is None
    assert coding.abstained
    assert coding.abstentions == ("no_evidence",)
    assert coding.suggested_groups == ()


@pytest.mark.parametrize(
    "text",
    [
        "Tôi cần người phiên dịch khi nói chuyện với nhân viên xã hội.",
        "Где можно найти помощь для моей мамы? Спасибо.",
        "请问哪里可以得到帮助",
        "שלום, איפה אפשר לקבל עזרה?",
    ],
)
def test_an_unsupported_language_is_abstained_from_with_that_reason(coding_of, text):
    coding = coding_of(text)
    assert coding.relevant is None
    assert coding.abstentions == ("unsupported_language",)
    assert coding.suggested_groups == ()
    assert coding.kind is None


def test_reasons_are_words_of_the_comment_at_their_place(coding_of):
    text = "Dobrý den, pečovatelka přijde jen jednou a chodník je rozbitý."
    reasons = [reason for reason in coding_of(text).reasons if reason.text]
    assert {reason.text for reason in reasons} >= {"pečovatelka", "chodník"}
    assert all(text[reason.start : reason.end] == reason.text for reason in reasons)


def frame_terms(frame) -> list[tuple[str, str]]:
    """Terms for help, without stars and gaps, with the code of their group."""
    return [
        (group.code, term)
        for group in frame.target_groups
        for term in group.help["cs"]
        if "*" not in term and "…" not in term
    ]


def test_every_term_for_help_leads_to_its_group_with_and_without_accents(coder, frame):
    terms = frame_terms(frame)
    sentences = [f"Prosím vás, co je u nás nového: {term}" for _, term in terms]
    for (code, term), plain in zip(terms, coder.code([stripped(s) for s in sentences]), strict=True):
        assert code in plain.suggested_groups or code == "general", term
    for (code, term), full in zip(terms, coder.code(sentences), strict=True):
        assert code in full.suggested_groups or code == "general", term


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_leaving_accents_out_never_loses_a_group(coder, frame, data):
    terms = data.draw(st.lists(st.sampled_from(frame_terms(frame)), min_size=1, max_size=4))
    text = "Ještě bych chtěla říct, že nám tady chybí " + " a také ".join(term for _, term in terms)
    full, plain, capitals = coder.code([text, stripped(text), text.upper()])
    assert set(full.suggested_groups) <= set(plain.suggested_groups) | {"general"}
    assert full.suggested_groups == capitals.suggested_groups


HOSTILE = [
    "",
    " ",
    "\x00",
    "\ud800",
    "👍👍👍",
    "🧓🏽‍🦽 domov pro seniory 🧓🏽‍🦽",
    "pečovatelka\x00pečovatelka",
    "\u202eseniory pro domov\u202c",
    "a" * 4_000,
    "senior " * 600,
    "?" * 4_000,
    "…" * 4_000,
    "ne " * 1_300,
    "bije " * 800,
    "<script>alert(1)</script>",
    "'; DROP TABLE comments; --",
    "Z̸̧̛a̷l̶g̴o̵",
    unicodedata.normalize("NFD", "Pečovatelská služba"),
    "\n\n\t\r",
    "pes\u200bs\u00adociální služba",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_coded_and_the_coding_is_json(coding_of, text):
    coding = coding_of(text)
    json.dumps(coding.to_document())
    assert 0 <= coding.relevance <= 1
    assert all(0 <= score <= 1 for score in coding.target_groups.values())


@pytest.mark.parametrize("text", ["", "   ", "123", "👍", "?!"])
def test_a_text_without_words_is_abstained_from(coding_of, text):
    assert coding_of(text).abstentions == ("no_words",)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_is_coded(coder, text):
    json.dumps(coder.code([text])[0].to_document())


def test_the_same_texts_give_the_same_codings_in_any_company(frame, coder):
    texts = [
        "Pečovatelka je skvělá.",
        "Chodník!",
        "Where can I get help?",
        "Дякую!",
        "Wo ist die Hilfe für mich?",
    ]
    together = [coding.to_document() for coding in coder.code(texts)]
    alone = [coder.code([text])[0].to_document() for text in texts]
    again = [coding.to_document() for coding in DayOneCoder(frame).code(texts[::-1])][::-1]
    assert together == alone == again


def test_a_coding_names_its_model_and_its_frame(coding_of, frame):
    document = coding_of("Děkujeme.").to_document()
    assert document["model_version"] == "day-one-2"
    assert document["coding_frame_version"] == frame.version
    assert json.loads(json.dumps(document)) == document


def test_scores_follow_the_conventions_of_scikit_learn(coder, frame):
    texts = ["Domov pro seniory", "Chodník"]
    scores = coder.predict_proba(texts)
    assert scores.shape == (2, len(frame.group_codes))
    assert list(coder.classes_) == list(frame.group_codes)
    assert np.array_equal(coder.predict(texts)[:, 0], [1, 0])
    assert coder.predict_proba([]).shape == (0, len(frame.group_codes))
    assert coder.get_params()["frame"] is frame


def test_no_term_of_the_frame_is_longer_than_it_needs_to_be(frame):
    """A word that a shorter stem of the same list already covers adds nothing but reading."""
    for group in frame.target_groups:
        for terms in (*group.people.values(), *group.help.values()):
            stems = [fold(term[:-1]) for term in terms if term.endswith("*") and " " not in term]
            covered = [
                term
                for term in terms
                if " " not in term and "-" not in term
                for stem in stems
                if fold(term.rstrip("*")).startswith(stem) and fold(term) != stem + "*"
            ]
            assert covered == []


def test_grown_up_children_far_away_are_no_family_with_children(coding_of):
    assert "families" not in coding_of("Děti jsou daleko a nemá mi kdo nakoupit.").suggested_groups
    assert "families" in coding_of("Dětem tu chybí sociální pracovnice pro rodiny s dětmi.").suggested_groups
