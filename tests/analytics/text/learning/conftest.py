"""Made-up decisions: they show that the machinery works, and say nothing about its quality on real ones."""

import numpy as np
import pytest

from analytics.text.learning.training import Decision, TrainedCoder, train

SUBJECTS = {
    "seniors": ["zelená stuha", "zelené stuhy", "ke zelené stuze"],  # words that the frame does not know
    "families": ["modrý balón", "modré balóny", "k modrému balónu"],
    None: ["šedý kámen", "šedé kameny", "u šedého kamene"],
}
KINDS = {"complaint": "zase pozdě", "suggestion": "tak příště"}
SENTENCES = ["prosím o {}", "u nás chybí {}", "{} není vidět", "viděli jsme {}", "když přijde {}"]


def town(n: int, seed: int = 1) -> list[Decision]:
    """n decisions: two groups of people, two kinds, and what is not relevant, each told by its words."""
    generator = np.random.default_rng(seed)
    subjects, kinds = list(SUBJECTS), list(KINDS)
    decisions = []
    for number in range(n):
        subject = subjects[generator.integers(3)]
        sentence = SENTENCES[generator.integers(5)].format(SUBJECTS[subject][generator.integers(3)])
        kind = kinds[generator.integers(2)]
        text = f"{sentence} {KINDS[kind]} číslo {number}"
        decisions.append(
            Decision(text, relevant=True, target_groups=(subject,), kind=kind)
            if subject
            else Decision(text, relevant=False)
        )
    return decisions


@pytest.fixture(scope="session")
def decisions() -> list[Decision]:
    return town(420)


@pytest.fixture(scope="session")
def trained(frame, coder, decisions) -> TrainedCoder:
    return train(frame, decisions, day_one=coder)
