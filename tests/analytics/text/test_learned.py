"""Made-up comments: they show that the machinery works, and say nothing about its quality on real ones."""

import numpy as np
import pytest

from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.handover import BlendedCoder, compare

CODES = ("seniors", "families", "relevant")
SUBJECTS = {
    "seniors": ["zelená stuha", "zelené stuhy", "ke zelené stuze"],  # words that the frame does not know
    "families": ["modrý balón", "modré balóny", "k modrému balónu"],
    None: ["šedý kámen", "šedé kameny", "u šedého kamene"],
}
FRAMES = [
    "prosím o {}",
    "u nás chybí {}",
    "{} není vidět",
    "viděli jsme {}",
    "když přijde {}",
    "řekli nám o {}",
]


def town(n: int, seed: int = 1) -> tuple[list[str], np.ndarray]:
    """n comments about three subjects, with their labels."""
    generator = np.random.default_rng(seed)
    subjects = list(SUBJECTS)
    texts, rows = [], []
    for number in range(n):
        subject = subjects[generator.integers(3)]
        words = SUBJECTS[subject][generator.integers(3)]
        texts.append(f"{FRAMES[generator.integers(6)].format(words)} číslo {number}")
        rows.append([subject == "seniors", subject == "families", subject is not None])
    return texts, np.array(rows, dtype=int)


@pytest.fixture(scope="module")
def decisions():
    return town(240)


@pytest.fixture(scope="module")
def learned(decisions):
    return TextClassifier(multilabel=True).fit(*decisions)


def test_under_two_hundred_decisions_nothing_is_compared(coder):
    texts, labels = town(199)
    assert compare(coder, texts, labels, CODES) == []


def test_a_label_is_handed_over_when_it_is_measured_to_be_better(coder, decisions, learned):
    comparisons = compare(coder, *decisions, CODES)
    assert all(comparison.learned_is_better for comparison in comparisons)
    blended = BlendedCoder(coder, learned, CODES, comparisons, "learned-1")
    coding = blended.code(["Dneska u nás chybí zelená stuha."])[0]
    assert coding.model_version == "learned-1"
    assert coding.suggested_groups == ("seniors",)
    assert coding.relevant is True
    assert {r.text for r in coding.reasons if r.what == "learned" and r.code == "seniors"} >= {
        "zelená",
        "stuha",
    }


def test_a_label_stays_where_the_frame_is_as_good(coder, learned):
    generator = np.random.default_rng(3)
    texts = [
        f"{['Domov pro seniory', 'Poradna'][i % 2]} {FRAMES[generator.integers(6)].format('to')} {i}"
        for i in range(220)
    ]
    comparisons = compare(coder, texts, [[1 - i % 2] for i in range(220)], ["seniors"])
    assert comparisons[0].day_one_f1 == 1
    assert not comparisons[0].learned_is_better
    blended = BlendedCoder(coder, learned, CODES, comparisons, "learned-1")
    assert blended.code(texts[:2]) == coder.code(texts[:2])


def test_an_unsupported_language_is_never_handed_over(coder, decisions, learned):
    blended = BlendedCoder(coder, learned, CODES, compare(coder, *decisions, CODES), "learned-1")
    coding = blended.code(["Wo finde ich Hilfe für meine Mutter?"])[0]
    assert coding.abstentions == ("unsupported_language",)
    assert coding.suggested_groups == ()


def test_a_label_outside_the_frame_is_refused(coder, decisions):
    with pytest.raises(ValueError, match="martians"):
        compare(coder, *decisions, ["seniors", "families", "martians"])
