import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.text.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dobrý den, potřebovala bych poradit, kam se mám obrátit.", "cs"),
        ("dobry den, potrebovala bych poradit, kam se mam obratit", "cs"),
        ("Dobrý deň, potrebovala by som poradiť, kam sa mám obrátiť.", "sk"),
        ("Добрий день, куди можна звернутися по допомогу?", "uk"),
        ("Good morning, where can I ask for help?", "en"),
        ("Dzień dobry, gdzie można znaleźć pomoc dla mojej mamy?", "other"),
        ("Добрый день, где можно найти помощь для моей мамы?", "other"),
        ("Tôi cần người phiên dịch khi nói chuyện với nhân viên.", "other"),
        ("Wo finde ich Hilfe für meine Mutter?", "other"),
        ("请问哪里可以得到帮助", "other"),
        ("أحتاج إلى مساعدة", "other"),
    ],
)
def test_a_sentence_is_recognised(text, code):
    assert detect(text).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Lipka je záchrana, ale míst je málo.", "cs"),
        ("Já ho nemám.", "cs"),
        ("Babička má konečně pravidelnou stravu a společnost.", "cs"),
        ("Dlouho to trvá, bude líp?", "cs"),
        ("Sestričky sú zlaté.", "sk"),
        ("Do autobusu nenastúpi s vozíkom.", "sk"),
        ("Vybavovanie je zdĺhavé a papierov priveľa.", "sk"),
        ("Cez víkend nejde autobus.", "sk"),
    ],
)
def test_short_czech_is_told_from_short_slovak(text, code):
    assert detect(text).code == code


def test_only_languages_that_the_coder_reads_are_supported():
    assert detect("Kde je to?").supported
    assert not detect("Wo finde ich Hilfe für meine Mutter?").supported


def test_a_text_without_a_sign_is_taken_for_czech_at_a_low_probability():
    found = detect("xyz 123")
    assert found.code == "cs"
    assert found.probability <= 0.5


@given(st.text(max_size=4_000))
def test_any_text_has_some_language(text):
    assert 0 <= detect(text).probability <= 1
