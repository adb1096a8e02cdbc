"""Nothing published of three waves gives a small set of people away, before and after late answers.

Run with `pytest -s` to read how few people could be counted by adding up and taking away what is published.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from analytics.estimation import METHOD_3, public_view
from analytics.estimation import compute as estimate
from survey_app import clock, db
from survey_app.models import Comment, Region, TriageDecision, Wave
from survey_app.operations import collection, triage
from survey_app.operations.collection import Submission, Target, Verbatim
from survey_app.queries import index, index_inputs, reference
from survey_app.vocabulary import CommentKind, Mode, Role, Verdict
from tests.survey_app.conftest import MakeWave, annual
from tests.survey_app.office import add_person
from tests.survey_app.publication import publish_snapshot
from tests.survey_app.published_counts import (
    Found,
    Groups,
    Person,
    accounts,
    atoms,
    counted_in,
    counts,
    gathered,
    small_sets,
    smallest_known,
)
from tests.survey_app.test_index import compute

pytestmark = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)

DAY = timedelta(days=1)
MINIMUM = METHOD_3.minimum_cell
SERVICES = {"S01": 45, "S02": 30, "S03": 14, "S04": 9, "S05": 22, "S06": 4, "S07": 2, "S09": 11, "": 18}
"""Service → how often it is rated in a wave; some by few on purpose, S08 and S10 by nobody."""
GRADES = ("very_good", "rather_good", "neither", "rather_bad", "very_bad")
ENDS = {"very_good": "top", "rather_bad": "bottom", "very_bad": "bottom"}
OPTIONS = {
    "q10": ("respite", "home_care", "transport", "housing"),
    "q11": ("full", "unknown", "price"),
    "q12": ("seniors", "carers", "families"),
    "q13": ("certainly", "probably", "probably_not", "certainly_not"),
}
WROTE = {"praise": 30, "complaint": 20, "question": 8, "": 60}
"""Kind of a comment → how often it is written; "" for no comment."""
FOUND = ((), ("seniors",), ("seniors", "carers"), ("families",))
"""Target groups that whoever reads a comment may find in it."""
LATE = (3, 27)
"""How many late answers come between the two publications of a wave: a few on one service, and others."""


def answered(random: Random, service: str, since: int) -> tuple[dict[str, Any], Person]:
    """Make up a response: what is sent, and what an attacker who knows everything knows of it."""
    scored, overall = random.random() < 0.92, random.choice((*GRADES, ""))
    grade = random.choice(GRADES) if scored else "dont_know"
    answers: dict[str, Any] = dict.fromkeys(("q04", "q05", "q06", "q07a", "q08"), grade)
    answers |= {"q03": service} if service else {}
    answers |= {"q09": overall} if overall else {}
    chosen: dict[str, Sequence[str]] = {}
    for item, options in OPTIONS.items():
        if random.random() < 0.8:
            many = 1 if item == "q13" else random.choice((1, 1, 2))
            weights = [1 / (place + 1) ** 2 for place in range(len(options))]
            chosen[item] = sorted(set(random.choices(options, weights, k=many)))
            answers[item] = chosen[item][0] if item == "q13" else list(chosen[item])
    mode = random.choices(("web", "paper", "interview"), (70, 25, 5))[0]
    language = random.choices(("cs", "uk", "en"), (85, 11, 4))[0]
    kind = random.choices(list(WROTE), list(WROTE.values()))[0]
    wrote = (kind, random.choices(FOUND, (40, 30, 20, 4))[0] if kind else ())
    end = ENDS.get(overall, "")
    return answers, Person(since, service, mode, language, scored, bool(overall), end, chosen, wrote)


def send(wave: Wave, random: Random, services: Sequence[str], since: int) -> list[Person]:
    people = []
    with db.transaction() as session:
        target = Target(wave.id, wave.region_id, wave.questionnaire_version_id)
        for number, service in enumerate(services):
            answers, person = answered(random, service, since)
            submission = Submission(
                submission_id=f"{wave.wave_code} {since} {number}",
                receipt_hash="0",
                language=person.language,
                mode=Mode(person.mode),
                answers=answers,
                verbatims=(Verbatim("q15", text_of(person)),) if person.wrote[0] else (),
                service_code=service or None,
            )
            collection.submit_response(session, target, submission, wave.opens_at, late=since > 0)
            people.append(person)
    return people


def text_of(person: Person) -> str:
    """Return a comment from which whoever reads it can tell its kind and groups."""
    kind, found = person.wrote
    return " ".join((kind, *found))


def read_comments(wave: Wave, by: Any) -> None:
    """Decide about all comments of a wave that nobody has read."""
    with db.transaction() as session:
        decided = session.scalars(sa.select(TriageDecision.comment_id)).all()
        for comment in session.scalars(sa.select(Comment).where(Comment.wave_id == wave.id)).all():
            kind, *found = comment.text.split()
            if comment.id not in decided:
                triage.decide(
                    session,
                    comment.id,
                    0,
                    verdict=Verdict.RELEVANT,
                    reason=None,
                    target_groups=found,
                    kind=CommentKind(kind),
                    note="",
                    staff_id=by,
                )


def published(client: FlaskClient, wave: Wave, by: Any) -> dict[str, Any]:
    """Read the comments of a wave, compute and publish what it has now, and read it as everybody can."""
    read_comments(wave, by)
    compute(wave)
    with db.transaction() as session:
        snapshot = index.snapshots_of(session, wave.id)[0]
        publish_snapshot(session, snapshot, clock.now(), by=by)
        snapshot_id = snapshot.id
    return gathered(client, wave.wave_code, snapshot_id)


def attack(
    people: Sequence[Person], groups: Groups, documents: Sequence[dict[str, Any]], planted: Any = ()
) -> tuple[list[Found], int]:
    """Return small sets that the documents of a wave give away, and the size of the smallest known set."""
    known = {key: n for number, each in enumerate(documents) for key, n in counts(each, number).items()}
    truth = Counter(
        key
        for person in people
        for number in range(len(documents))
        for key in counted_in(person, groups, number)
    )
    for key, n in known.items():
        assert n is None or n == truth[key], f"the attacker misreads {key}"
    found, known_sizes = [], []
    for figures in accounts([*known, *planted]).values():
        within = atoms(people, groups, figures, range(len(documents)))
        found += small_sets(within, figures, MINIMUM)
        size = smallest_known(within, figures)
        known_sizes += [size] if size else []
    return found, min(known_sizes)


@pytest.fixture
def groups(catalogues: None, region: Region) -> Groups:
    """The groups of each service."""
    with db.reading() as session:
        return {each.service_code: each.target_groups for each in reference.services(session, region.id)}


def test_nothing_published_of_three_waves_tells_of_a_few_people(
    client: FlaskClient, make_wave: MakeWave, region: Region, groups: Groups
) -> None:
    by = add_person("m@testov.example", (Role.METHODOLOGIST, region)).id
    now, random = clock.now(), Random("attacker")  # noqa: S311  # made-up people, not secrets
    smallest = {}
    for year in (1, 2, 3):
        wave = make_wave(
            annual(),
            wave_code=f"annual-{year}",
            opens_at=now - (40 - 10 * year) * DAY,
            closes_at=now - (35 - 10 * year) * DAY,
        )
        services = [code for code, n in SERVICES.items() for _ in range(max(0, n + random.randint(-2, 2)))]
        people = send(wave, random, services, 0)
        documents = [published(client, wave, by)]
        if year == 2:
            few, others = LATE
            people += send(wave, random, ["S03"] * few + ["S01"] * others, 1)
            documents.append(published(client, wave, by))
            assert attack(people, groups, [documents[0], careless(wave)])[0], "late answers are not found"
        found, smallest[wave.wave_code] = attack(people, groups, documents)
        assert found == []
        assert any(key[0] == "voice" for key in counts(documents[0], 0) if isinstance(key, tuple))
        leak = planted(people, groups, documents)
        assert attack(people, groups, documents, leak)[0], (
            "the attacker finds nothing, not even a planted leak"
        )
    for wave_code, n in smallest.items():
        print(f"{wave_code}: the smallest set of people that can be counted has {n}")  # noqa: T201  # for -s
    assert min(smallest.values()) >= MINIMUM


def planted(people: Sequence[Person], groups: Groups, documents: Sequence[dict[str, Any]]) -> list[Any]:
    """Return the figure of a hidden service of a few people, as if somebody had published it."""
    shown = {key for number, each in enumerate(documents) for key in counts(each, number)}
    few = [
        code for code in groups if 0 < sum(each.service == code and each.scored for each in people) < MINIMUM
    ]
    hidden = [key for code in few if (key := ("n", "service", code, 0)) not in shown]
    assert hidden
    return hidden[:1]


def careless(wave: Wave) -> dict[str, Any]:
    """Return what the newest snapshot would show if nobody remembered what had been published before."""
    with db.reading() as session:
        snapshot = index.stored_inputs(session, index.snapshots_of(session, wave.id)[0].id)
        assert snapshot is not None
        assert snapshot.inputs is not None
        inputs = index_inputs.unpacked(snapshot.inputs)
    document: dict[str, Any] = public_view(estimate({**inputs, "published_before": []}))
    return document
