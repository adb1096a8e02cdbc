"""How much the checks find, and how often they cry wolf: measured on the published sets."""

import json
from pathlib import Path
from typing import Any

import pytest

from forms.checks import findings
from forms.checks.sentences import SENTENCES
from tests.checks.frames import questionnaire

HERE = Path(__file__).parent
DEFECTS = sorted((HERE / "defects").glob("*.json"))
SOUND = sorted((HERE / "sound").glob("*.json"))
LEAST_RECALL = 0.9
MOST_FALSE_ALARMS = 0.05
FEWEST_DEFECTS, FEWEST_SOUND = 1_000, 550


def cases(path: Path) -> list[dict[str, Any]]:
    """A file of the sets."""
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def missed(seeded: list[dict[str, Any]]) -> list[str]:
    """The defects that were not found under the code expected."""
    return [
        f"{case['expects']}: {json.dumps(case['items'], ensure_ascii=False)[:400]}"
        for case in seeded
        if case["expects"] not in {finding.code for finding in findings(questionnaire(case))}
    ]


def alarms(sound: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Name of a sound set → what was found fault with."""
    found = {
        case["name"]: [f"{one.code} {one.place} {dict(one.params)}" for one in findings(questionnaire(case))]
        for case in sound
    }
    return {name: said for name, said in found.items() if said}


@pytest.mark.parametrize("path", DEFECTS, ids=lambda path: path.stem)
def test_nine_of_ten_defects_are_found(path: Path) -> None:
    seeded = cases(path)
    lost = missed(seeded)
    print(f"found {len(seeded) - len(lost)} of {len(seeded)}")  # noqa: T201  # the measurement
    assert len(lost) <= (1 - LEAST_RECALL) * len(seeded), "\n".join(lost)


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_sound_questionnaires_raise_hardly_any_alarm(path: Path) -> None:
    sound = cases(path)
    found = alarms(sound)
    print(f"false alarms {len(found)} of {len(sound)}")  # noqa: T201  # the measurement
    assert len(found) <= MOST_FALSE_ALARMS * len(sound), json.dumps(found, indent=1, ensure_ascii=False)


def test_the_sets_are_large() -> None:
    assert sum(len(cases(path)) for path in DEFECTS) >= FEWEST_DEFECTS
    assert sum(len(cases(path)) for path in SOUND) >= FEWEST_SOUND


def test_every_code_of_a_finding_is_seeded() -> None:
    seeded = {case["expects"] for case in cases(HERE / "defects" / "seeded.json")}
    assert set(SENTENCES["cs"]) - seeded == set()
