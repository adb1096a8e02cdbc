"""Faults in Czech of kinds that a first look had missed, in other words, each beside a sound question."""

import pytest

from tests.forms.pairs import Pair, codes_of

COUNTED_CS = {"options": ["ani jednou", "jednou nebo dvakrát", "třikrát nebo víckrát", "nevím"]}
AGREE = {"scale": "agree"}
PAIRS = [
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
        "absolute_words",
        "cs",
        "rating",
        "Všichni učitelé se ke mně chovají přátelsky.",
        "Učitelé se ke mně chovají přátelsky.",
        AGREE,
    ),
    Pair(
        "double_negation",
        "cs",
        "yes_no",
        "Nevadí vám, že nikdo nepřišel?",
        "Proč jste nepřišel (nepřišla)?",
    ),
    Pair(
        "missing_reference_period",
        "cs",
        "number",
        "Kolikrát jste nám volali?",
        "Kolikrát jste nám volali, než jsme to zvedli?",
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


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.faulty)
def test_a_fault_is_told_from_a_sound_question_like_it(pair: Pair) -> None:
    assert pair.code in codes_of(pair, pair.faulty)
    assert pair.code not in codes_of(pair, pair.sound)
