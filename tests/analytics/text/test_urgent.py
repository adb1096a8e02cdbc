import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Manžel mě bije, nevím kam jít.",
        "manzel me bije nevim kam jit",
        "Bojím se jít domů.",
        "Už nechci žít.",
        "uz nechci zit",
        "Přemýšlím o sebevraždě.",
        "Soused nechává děti samotné celou noc.",
        "Ošetřovatelka v domově bije klienty.",
        "Manžel ma bije a bojím sa ísť domov.",
        "My husband beats me.",
        "I want to die.",
        "I don't want to live anymore",
        "Чоловік мене б'є, боюся йти додому.",
        "Чоловік мене б’є.",
        "Не хочу жити.",
    ],
)
def test_a_sign_of_danger_is_urgent_and_shows_its_words(coding_of, text):
    coding = coding_of(text)
    assert coding.urgent
    assert any(reason.what == "urgent" and reason.text in text for reason in coding.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Děkuji poradně pro oběti domácího násilí.",
        "Přednáška o prevenci sebevražd by byla užitečná.",
        "Obědy jsou studené.",
        "Manžel mě nebije, jen se hádáme.",
        "Chci žít v klidu.",
        "The violence prevention programme is great.",
        "",
    ],
)
def test_talk_about_help_against_danger_is_not_urgent(coding_of, text):
    assert not coding_of(text).urgent


def test_danger_is_seen_in_an_irrelevant_comment(coding_of):
    assert coding_of("Chodník je rozbitý. A soused mi vyhrožuje, že mě zabije.").urgent


def test_danger_is_looked_for_even_where_the_language_is_not_read(coding_of):
    coding = coding_of("Ich weiß nicht, was ich machen soll und wohin mit den Kindern. My husband beats me.")
    assert coding.language == "other"
    assert coding.urgent
