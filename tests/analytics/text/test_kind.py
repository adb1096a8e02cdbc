import pytest


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moc děkujeme všem sestřičkám, jsou skvělé.", "praise"),
        ("Thank you, the staff were wonderful.", "praise"),
        ("Щиро дякую працівницям центру.", "praise"),
        ("Jsem nespokojená, nikdo mi neodpověděl.", "complaint"),
        ("Na místo v domově čekáme už dva roky a nikdo se neozval.", "complaint"),
        ("Nobody answered the phone, terrible service.", "complaint"),
        ("Ніхто не відповідає, я незадоволена.", "complaint"),
        ("Navrhuji otevřít poradnu i odpoledne.", "suggestion"),
        ("Uvítala bych víc terénních služeb.", "suggestion"),
        ("You should open the advice centre in the afternoon.", "suggestion"),
        ("Пропоную відкрити консультацію по вечорах.", "suggestion"),
        ("Kde se dá požádat o pečovatelku?", "question"),
        ("Kolik stojí oběd pro důchodce?", "question"),
        ("Where can I apply for home care?", "question"),
        ("Підкажіть, де можна отримати допомогу?", "question"),
    ],
)
def test_plain_sentences_have_their_kind(coding_of, text, kind):
    assert coding_of(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Nejsem spokojená s péčí.",
        "Nejsem spokojena s peci.",
        "S péčí nejsme vůbec spokojeni.",
        "I am not satisfied with the care.",
        "Я не задоволена доглядом.",
    ],
)
def test_a_negated_praise_is_a_complaint(coding_of, text):
    assert coding_of(text).kind == "complaint"


@pytest.mark.parametrize("text", ["Všechno proběhlo bez problémů.", "No complaints.", "Není žádný problém."])
def test_a_negated_complaint_is_no_complaint(coding_of, text):
    assert coding_of(text).kind == "praise"


def test_a_greeting_or_thanks_in_advance_is_no_praise(coding_of):
    assert coding_of("Dobrý den, kde najdu poradnu? Předem děkuji.").kind == "question"


def test_praise_mixed_with_a_complaint_is_a_complaint(coding_of):
    assert coding_of("Sestry jsou milé a děkuji jim, ale jídlo je hrozné a vždy studené.").kind == "complaint"


def test_a_text_that_shows_no_kind_gets_none(coding_of):
    coding = coding_of("Bydlím v Lipové čtvrti.")
    assert coding.kind is None
    assert set(coding.kind_scores) == {"praise", "complaint", "suggestion", "question"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Takových lidí je málo.", "complaint"),
        ("Pečovatelka přišla o dvě hodiny později.", "complaint"),
        ("Maminka zase čeká půl roku.", "complaint"),
        ("Hodil by se klub pro mladé.", "suggestion"),
        ("Kéž by to bylo i v neděli.", "suggestion"),
        ("PROSÍM VĚTŠÍ PÍSMENA V DOTAZNÍKU, NEVIDÍM NA TO. JINAK JSEM SPOKOJENÁ.", "suggestion"),
        ("Opravte výtah v domově.", "suggestion"),
        ("Зробіть вхід ширшим.", "suggestion"),
        ("Jak máme rodiče navštěvovat?", "question"),
        ("Smí tam i pes?", "question"),
    ],
)
def test_short_comments_have_their_kind(coding_of, text, kind):
    assert coding_of(text).kind == kind


def test_a_double_negation_stays_a_complaint(coding_of):
    assert coding_of("Nikdo nezvedá telefon.").kind == "complaint"


def test_the_longer_of_two_terms_counts(coding_of):
    assert coding_of("Chtěla bych poděkovat pečovatelkám.").kind == "praise"
    assert coding_of("Chtěla bych delší otevírací dobu.").kind == "suggestion"


@pytest.mark.parametrize("text", ["Ještě uvidíme.", "Jste tam.", "Místě rozumím."])
def test_not_every_word_that_ends_like_an_imperative_is_a_request(coding_of, text):
    assert coding_of(text).kind is None
