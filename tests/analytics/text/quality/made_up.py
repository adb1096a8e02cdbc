"""Made-up decisions and codings: they show that figures are counted right, and say nothing about quality."""

from typing import Any

import numpy as np

from analytics.text.quality.decided import Decided

SUBJECTS = {"seniors": "zelená stuha", "families": "modrý balón", None: "šedý kámen"}
SENTENCES = ("prosím o {}", "u nás chybí {}", "{} není vidět", "viděli jsme {}", "když přijde {}")


def coding(relevant: bool | None = True, groups: tuple[str, ...] = (), **changes: Any) -> dict[str, Any]:
    """What a coder says."""
    return {
        "relevant": relevant,
        "suggested_groups": list(groups),
        "kind": None,
        "language": "cs",
        "probabilities": {},
        **changes,
    }


def decided(number: int, relevant: bool = True, **changes: Any) -> Decided:
    """A decision about a text of its own."""
    given: dict[str, Any] = {"text": f"Podnět číslo {number}.", "month": "2026-11", **changes}
    return Decided(key=f"{number:04}", relevant=relevant, **given)


def town(n: int, seed: int = 1) -> list[Decided]:
    """n decisions: two groups of people, and what is not relevant, each told by its words."""
    generator = np.random.default_rng(seed)
    subjects = list(SUBJECTS)
    found = []
    for number in range(n):
        subject = subjects[generator.integers(3)]
        text = SENTENCES[generator.integers(5)].format(SUBJECTS[subject])
        groups = frozenset([subject] if subject else [])
        found.append(
            decided(
                number,
                subject is not None,
                text=f"{text} číslo {number}",
                target_groups=groups,
                kind="complaint" if subject else None,
                now=coding(subject is not None, tuple(groups)),
            )
        )
    return found
