"""The demo town: loaded once, marked as made up, with something true to show."""

from datetime import timedelta

import pytest
from flask import Flask

from forms import checks, definition
from survey_app import clock, db, demo, passwords
from survey_app.config import Settings
from survey_app.demo import sign_ins, waves
from survey_app.models import (
    Comment,
    MarginSet,
    OutboxMessage,
    QuestionnaireDraft,
    Region,
    Response,
    TriageDecision,
)
from survey_app.queries import (
    changes,
    comment_shares,
    index,
    index_inputs,
    life,
    reference,
    results,
    staff,
    trials,
)
from survey_app.queries import drafts as draft_queries
from survey_app.queries import waves as queries
from survey_app.vocabulary import Role, Source, WaveState


@pytest.fixture
def lines(settings: Settings) -> list[str]:
    """What the first start with the demo prints."""
    return demo.load(settings)


def counts() -> tuple[int, ...]:
    with db.reading() as session:
        tables = (Region, Response, Comment, TriageDecision, OutboxMessage)
        return tuple(session.query(table).count() for table in tables)


def test_the_demo_is_whole_and_marked_and_loaded_once(
    lines: list[str], settings: Settings, app: Flask
) -> None:
    before = counts()
    assert demo.load(settings) == lines
    assert counts() == before
    now = clock.now()
    with db.reading() as session:
        codes = (waves.LAST, waves.PRESENT, waves.COMING, waves.IN_TRIAL)
        last, present, coming, tried = (queries.wave_by_code(session, code) for code in codes)
        assert last is not None
        assert present is not None
        assert coming is not None
        assert tried is not None
        states = life.states(session, [last, present, coming, tried], now)
        assert states == {
            last.id: WaveState.PUBLISHED,
            present.id: WaveState.OPEN,
            coming.id: WaveState.ANNOUNCED,
            tried.id: WaveState.TRIAL,
        }
        assert len(trials.trial_responses(session, tried.id)) == len(waves.REMARKS)
        assert all((last.made_up, present.made_up, last.region.made_up))
        assert queries.response_counts(session, last.id).total == waves.RESPONSES[waves.LAST]
        assert queries.response_counts(session, present.id).total == waves.RESPONSES[waves.PRESENT]
        assert index.undecided_comments(session, last.id) == 0
        published = results.published_snapshot(session, waves.LAST)
        assert session.query(Comment).filter_by(source=Source.FEEDBACK_FORM).count() == 60
    assert published is not None
    bands = {cell["band"] for cell in published.document["cells"]}
    assert bands == {"hidden", "indicative", "normal", "rankable"}
    total = published.document["cells"][0]
    assert total["voice"]["praise"] + total["voice"]["complaint"] >= 30
    browser = app.test_client()
    for address in (
        "/",
        f"/vysledky/{waves.LAST}",
        f"/en/dotaznik/{waves.PRESENT}",
        f"/uk/dotaznik/{waves.COMING}",
    ):
        page = browser.get(address)
        assert page.status_code == 200
        assert "ohlas-band" in page.text, address


def test_the_past_waves_are_weighted_and_compared_and_one_item_breaks(lines: list[str]) -> None:
    with db.reading() as session:
        published = {found.wave.wave_code: found for found in results.published_waves(session)}
        newest = index.stored_inputs(session, published[waves.LAST].id)
        assert newest is not None
        assert newest.inputs is not None
        before = index_inputs.unpacked(newest.inputs)["before"]
    first, last = published[waves.FIRST].document, published[waves.LAST].document
    assert before["breaks"] == ["q13"]
    assert first["weighting"]["margins"] == last["weighting"]["margins"] == ["age", "territory"]
    assert first["compared_with"] is None
    assert last["compared_with"]["wave_code"] == waves.FIRST
    changes = {cell["code"]: cell["change"] for cell in last["cells"] if cell.get("change")}
    assert [code for code, change in changes.items() if change["flagged"]]
    assert not all(change["flagged"] for change in changes.values())


def test_margins_of_the_demo_are_those_of_its_parts(lines: list[str]) -> None:
    with db.reading() as session:
        (region,) = reference.regions(session)
        margins = session.query(MarginSet).one().document
        parts = {part.code: part.population for part in reference.territories(session, region.id)}
    assert margins["territory"] == parts
    assert sum(margins["age"].values()) == sum(parts.values())


def test_next_years_questionnaire_is_in_the_making_with_one_thing_to_mend(lines: list[str]) -> None:
    with db.reading() as session:
        draft = session.query(QuestionnaireDraft).one()
        document = draft_queries.document(session, draft)
        findings = checks.findings(definition.load(document))
        filled = definition.materialise(document, reference.catalogues(session, draft.region_id))
        compared = changes.comparison(session, draft.based_on, definition.load(filled))
    assert document["version"] == "2027"
    waiting = [found.code for found in findings if found.key not in draft.acknowledged]
    assert waiting == ["missing_translation"]
    assert [change.item_code for change in compared.changes if change.item_code] == ["q18"]
    assert compared.broken_trends == []


def test_every_promised_comment_waits_for_the_worker(lines: list[str]) -> None:
    with db.reading() as session:
        promised = {
            message.payload["comment_id"]
            for message in session.query(OutboxMessage)
            if message.kind == "classify_comment"
        }
        assert promised == {str(comment.id) for comment in session.query(Comment)}


def test_the_quality_of_coding_is_looked_at_when_all_is_coded(lines: list[str]) -> None:
    with db.reading() as session:
        due = {message.kind: message.due_at for message in session.query(OutboxMessage).order_by("due_at")}
    assert due["review_coder"] >= due["classify_comment"]


def test_there_is_a_sign_in_for_each_role_and_it_works_at_each_start(
    lines: list[str], settings: Settings
) -> None:
    accounts = sign_ins.of(settings.signing_key)
    assert {account.role for account in accounts} == set(Role)
    assert all(any(account.password in line for line in lines) for account in accounts)
    other = settings.model_copy(update={"secret_key": "another key of the installation, long enough"})
    demo.load(other)
    with db.reading() as session:
        for account in sign_ins.of(other.signing_key)[:2]:
            member = staff.member_by_email(session, account.email)
            assert member is not None
            assert passwords.matches(member.password_hash, account.password)


def test_passwords_differ_from_one_installation_to_the_next() -> None:
    here, there = (sign_ins.of(key * 40)[0].password for key in "ab")
    assert here != there
    assert len(here) >= passwords.SHORTEST


def test_the_demo_stays_out_of_a_real_town(region: Region, settings: Settings) -> None:
    with pytest.raises(demo.DemoRefusedError):
        demo.load(settings)
    assert counts()[0] == 1


def test_the_present_wave_runs_from_midnight_to_the_last_second_of_a_day() -> None:
    for month in (3, 7, 10, 12):
        window = waves.present_window(clock.now().replace(month=month, day=20))
        opens, closes = clock.local(window.opens_at), clock.local(window.closes_at)
        assert opens.strftime("%H:%M:%S") == "00:00:00"
        assert closes.strftime("%H:%M:%S") == "23:59:59"
        assert closes.date() - opens.date() == timedelta(days=21)


def test_the_demo_shows_shares_of_comments(lines: list[str]) -> None:
    with db.reading() as session:
        (region,) = reference.regions(session)
        found = comment_shares.newest(session, region.id)
    assert found is not None
    told = [cell for cell in found.document["cells"] if cell["shares"]]
    assert {cell["kind"] for cell in told} == {"total", "service", "target_group"}
