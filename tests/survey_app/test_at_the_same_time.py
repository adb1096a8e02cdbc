"""Two people who do the same at one instant: each gets an answer, and nothing is made twice or lost."""

import io
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from sqlalchemy.orm import Session

from survey_app import clock, db
from survey_app.models import BankEntry, Picture, QuestionnaireDraft, QuestionnaireVersion, Region, Wave
from survey_app.operations import bank, design, drafts, pictures, waves
from survey_app.operations.windows import Window, WindowError
from survey_app.vocabulary import DraftStepKind

from . import drafting
from .conftest import MakeWave, questionnaire

Work = Callable[[Session], Any]


def together(*works: Work) -> list[Any]:
    """Do each work in a transaction of its own, all begun at once; return results and refusals."""
    results: list[Any] = [None] * len(works)
    start = threading.Barrier(len(works))

    def do(place: int) -> None:
        start.wait()
        try:
            with db.transaction() as session:
                results[place] = works[place](session)
                session.flush()
                time.sleep(0.2)  # the other one comes before this is committed
        except Exception as error:  # noqa: BLE001  # whatever it is, the test looks at it
            results[place] = error

    threads = [threading.Thread(target=do, args=(place,)) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def stored(model: type[db.Base]) -> list[Any]:
    with db.reading() as session:
        return list(session.query(model))


def test_a_draft_published_twice_is_one_version(region: Region) -> None:
    draft = drafting.begin(region, questionnaire())
    with db.transaction() as session:
        found = session.get_one(QuestionnaireDraft, draft.id)
        for finding in design.prospect(session, found).findings:
            drafts.acknowledge(session, found, finding.key, "Tak to má být.", "2026-11-02", by=None)

    def publish(session: Session) -> Any:
        found = session.get_one(QuestionnaireDraft, draft.id)
        return design.publish_draft(session, found, clock.now(), by=None).id

    first, second = together(publish, publish)

    assert first == second
    assert [version.version for version in stored(QuestionnaireVersion)] == [1]


def test_two_contents_published_at_once_are_two_versions_in_a_row(region: Region) -> None:
    def publish(name: str) -> Work:
        document = questionnaire(version=name)
        return lambda session: design.publish_version(session, region, document, clock.now()).version

    assert sorted(together(publish("1"), publish("2"))) == [1, 2]


def test_reasons_given_to_two_warnings_at_once_are_both_kept(region: Region) -> None:
    draft = drafting.begin(region, questionnaire())

    def give_reason(key: str) -> Work:
        def give(session: Session) -> None:
            found = session.get_one(QuestionnaireDraft, draft.id)
            drafts.acknowledge(session, found, key, "Tak to má být.", "2026-11-02", by=None)

        return give

    assert together(give_reason("one"), give_reason("two")) == [None, None]
    assert set(drafting.found(draft.id).acknowledged) == {"one", "two"}


def test_two_changes_of_one_draft_are_one_change_and_one_refusal(region: Region) -> None:
    draft = drafting.begin(region, questionnaire())

    def change(name: str) -> Work:
        def work(session: Session) -> None:
            found = session.get_one(QuestionnaireDraft, draft.id)
            document = questionnaire(version=name)
            drafts.edit(session, found, 1, DraftStepKind.SETTINGS, "", document, clock.now(), by=None)

        return work

    results = together(change("2"), change("3"))

    assert sorted(type(result).__name__ for result in results) == ["ChangedMeanwhileError", "NoneType"]
    assert drafting.said(draft.id)["version"] == ("2" if results[0] is None else "3")


def test_two_drafts_with_one_code_are_one_draft_and_one_refusal(region: Region) -> None:
    def begin(session: Session) -> None:
        drafts.create(session, region, questionnaire(), clock.now())

    results = together(begin, begin)

    assert sorted(type(result).__name__ for result in results) == ["CodeTakenError", "NoneType"]
    assert len(stored(QuestionnaireDraft)) == 1


def test_two_drafts_that_take_one_code_do_not_both_get_it(region: Region) -> None:
    begun = [drafting.begin(region, questionnaire(questionnaire_code=code)) for code in ("a", "b")]

    def rename(draft: QuestionnaireDraft) -> Work:
        def work(session: Session) -> None:
            found = session.get_one(QuestionnaireDraft, draft.id)
            document = questionnaire(questionnaire_code="c")
            drafts.edit(session, found, 1, DraftStepKind.SETTINGS, "", document, clock.now(), by=None)

        return work

    results = together(*map(rename, begun))

    assert sorted(type(result).__name__ for result in results) == ["CodeTakenError", "NoneType"]


def test_a_picture_brought_twice_is_kept_once(database: db.Database) -> None:
    content = io.BytesIO()
    Image.new("RGB", (3, 2), "red").save(content, "PNG")
    picture = pictures.written_anew(content.getvalue())

    first, second = together(*[lambda session: pictures.keep(session, picture)] * 2)

    assert first == second == stored(Picture)[0].digest


def test_a_scale_kept_twice_is_one_entry(region: Region) -> None:
    scale = questionnaire()["scales"][0]

    first, second = together(*[lambda session: bank.keep_scale(session, region, scale).id] * 2)

    assert first == second == stored(BankEntry)[0].id


def test_two_waves_with_one_code_are_one_wave_and_one_sentence(region: Region, make_wave: MakeWave) -> None:
    planned = make_wave()
    window = Window(planned.announced_at, planned.opens_at, planned.closes_at)

    def plan(session: Session) -> None:
        version = session.get_one(QuestionnaireVersion, planned.questionnaire_version_id)
        waves.create_wave(session, version, region, "second", window, clock.now())

    results = together(plan, plan)

    assert sorted(type(result).__name__ for result in results) == ["NoneType", WindowError.__name__]
    assert len(stored(Wave)) == 2


def test_two_who_take_the_same_step_of_a_wave_take_it_once(region: Region, make_wave: MakeWave) -> None:
    planned = make_wave(approved=False)

    def withdraw(session: Session) -> None:
        found = session.get_one(Wave, planned.id)
        waves.withdraw(session, found, {"cs": "Není čas."}, clock.now(), by=None)

    results = together(withdraw, withdraw)

    assert sorted(type(result).__name__ for result in results) == ["NoneType", waves.StepError.__name__]


def test_two_who_switch_a_wave_from_one_version_do_not_both_switch_it(
    region: Region, make_wave: MakeWave
) -> None:
    wave = make_wave()
    with db.transaction() as session:
        others = [
            design.publish_version(session, region, questionnaire(version=name), clock.now()).id
            for name in ("2", "3")
        ]

    def switch(version_id: Any) -> Work:
        def work(session: Session) -> None:
            found, version = (
                session.get_one(Wave, wave.id),
                session.get_one(QuestionnaireVersion, version_id),
            )
            before = wave.questionnaire_version_id
            waves.switch_version(session, found, version, clock.now(), by=None, instead_of=before)

        return work

    results = together(*map(switch, others))

    assert sorted(type(result).__name__ for result in results) == ["NoneType", "VersionMovedError"]


def test_what_was_worked_out_before_a_change_is_not_published(region: Region) -> None:
    draft = drafting.begin(region, questionnaire())
    with db.reading() as session:
        expected = design.prospect(session, session.get_one(QuestionnaireDraft, draft.id))
    drafting.change(draft.id, questionnaire(version="2"), DraftStepKind.SETTINGS)

    with db.transaction() as session:
        found = session.get_one(QuestionnaireDraft, draft.id)
        with pytest.raises(drafts.ChangedMeanwhileError):
            design.publish_draft(session, found, clock.now(), by=None, expected=expected)

    assert stored(QuestionnaireVersion) == []


def test_changes_are_counted_anew_where_another_version_came_between(region: Region) -> None:
    draft = drafting.begin(region, questionnaire(version="2"))
    with db.transaction() as session:
        found = session.get_one(QuestionnaireDraft, draft.id)
        expected = design.prospect(session, found)
        for finding in expected.findings:
            drafts.acknowledge(session, found, finding.key, "Tak to má být.", "2026-11-02", by=None)
    with db.transaction() as session:
        design.publish_version(session, region, questionnaire(), clock.now())

    with db.transaction() as session:
        found = session.get_one(QuestionnaireDraft, draft.id)
        version = design.publish_draft(session, found, clock.now(), by=None, expected=expected)

    assert [change["kind"] for change in version.changes] == ["version_name"]
