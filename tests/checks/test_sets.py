"""How much the checks find, and how often they cry wolf: measured on the published sets."""

import json
from pathlib import Path
from typing import Any

from forms.checks import findings
from forms.checks.sentences import SENTENCES
from tests.checks.frames import questionnaire

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
LEAST_RECALL = 0.9
MOST_FALSE_ALARMS = 0.05
FEWEST_SEEDED, FEWEST_SOUND = 120, 40
FEWEST_HELD_OUT, FEWEST_HELD_OUT_SOUND = 40, 20
FEWEST_SECOND, FEWEST_SECOND_SOUND = 100, 50


def cases(path: Path) -> list[dict[str, Any]]:
    """A file of the sets."""
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def missed(seeded: list[dict[str, Any]]) -> list[str]:
    """The defects that were not found under the code expected."""
    return [
        f"{case['expects']}: {json.dumps(case['items'][0], ensure_ascii=False)[:150]}"
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


def test_nine_of_ten_seeded_defects_are_found() -> None:
    seeded = cases(HERE / "seeded.json")
    lost = missed(seeded)
    print(f"recall {1 - len(lost) / len(seeded):.1%} of n = {len(seeded)}")  # noqa: T201  # the measurement
    assert len(seeded) >= FEWEST_SEEDED
    assert len(lost) <= (1 - LEAST_RECALL) * len(seeded), "\n".join(lost)


def test_sound_questionnaires_raise_hardly_any_alarm() -> None:
    sound = [case for path in sorted((HERE / "sound").glob("*.json")) for case in cases(path)]
    found = alarms(sound)
    print(f"false alarms {len(found) / len(sound):.1%} of n = {len(sound)}")  # noqa: T201  # the measurement
    assert len(sound) >= FEWEST_SOUND
    assert len(found) <= MOST_FALSE_ALARMS * len(sound), json.dumps(found, indent=1, ensure_ascii=False)


def test_every_code_of_a_finding_is_seeded() -> None:
    seeded = {case["expects"] for case in cases(HERE / "seeded.json")}
    assert set(SENTENCES["cs"]) - seeded == set()


def test_what_was_written_after_the_rules_fares_no_worse() -> None:
    held_out = cases(HERE / "held_out.json")
    sound = cases(HERE / "held_out_sound.json")
    lost, found = missed(held_out), alarms(sound)
    assert len(held_out) >= FEWEST_HELD_OUT
    assert len(sound) >= FEWEST_HELD_OUT_SOUND
    assert len(lost) <= (1 - LEAST_RECALL) * len(held_out), "\n".join(lost)
    assert len(found) <= MOST_FALSE_ALARMS * len(sound), json.dumps(found, indent=1, ensure_ascii=False)


def test_the_second_set_held_out_fares_no_worse() -> None:
    held_out = cases(HERE / "held_out_2.json")
    sound = cases(HERE / "held_out_2_sound.json") + cases(HERE / "held_out_3_sound.json")
    lost, found = missed(held_out), alarms(sound)
    assert len(held_out) >= FEWEST_SECOND
    assert len(sound) >= FEWEST_SECOND_SOUND
    assert len(lost) <= (1 - LEAST_RECALL) * len(held_out), "\n".join(lost)
    assert len(found) <= MOST_FALSE_ALARMS * len(sound), json.dumps(found, indent=1, ensure_ascii=False)
