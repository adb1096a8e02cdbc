"""What chance draws: once, by the region's share, whatever the comment says; and the page that sets it."""

import statistics
from uuid import UUID, uuid4

import pytest
from flask.testing import FlaskClient

from survey_app import db
from survey_app.models import AuditEvent, Region, StaffMember, TriageDraw
from survey_app.operations import draws, triage_settings
from survey_app.queries import readings
from survey_app.queries.readings import Shares
from survey_app.vocabulary import Role
from tests.survey_app.office import add_comment, add_person, add_region, enter, send
from tests.survey_app.reading import speak

SETTINGS = "/en/urad/podnety/nastaveni"


@pytest.fixture
def marek(region: Region) -> StaffMember:
    return add_person("marek@testov.example", (Role.METHODOLOGIST, region))


def set_shares(region: Region, person: StaffMember, sample: float, double: float) -> None:
    with db.transaction() as session:
        triage_settings.change(session, region.id, Shares(sample, double), by=person.id)


def drawn(*comment_ids: UUID) -> list[tuple[bool, bool, float]]:
    with db.transaction() as session:
        draws.draw(session, comment_ids)
        found = [session.get_one(TriageDraw, comment_id) for comment_id in comment_ids]
        return [(draw.in_sample, draw.double_coded, draw.sample_share) for draw in found]


def test_the_share_that_is_drawn_is_the_share_that_was_set() -> None:
    ids = [uuid4() for _ in range(20_000)]
    for share in (0.0, 0.05, 0.5, 1.0):
        for what_for in (draws.SAMPLE, draws.DOUBLE):
            found = statistics.mean(draws.is_drawn(comment_id, what_for, share) for comment_id in ids)
            assert found == pytest.approx(share, abs=5 * (share * (1 - share) / len(ids)) ** 0.5 + 1e-12)


def test_the_two_draws_do_not_depend_on_each_other() -> None:
    ids = [uuid4() for _ in range(20_000)]
    both = [draws.is_drawn(i, draws.SAMPLE, 0.5) and draws.is_drawn(i, draws.DOUBLE, 0.5) for i in ids]
    assert statistics.mean(both) == pytest.approx(0.25, abs=0.02)


def test_a_comment_is_drawn_once_whatever_is_set_later(region: Region, marek: StaffMember) -> None:
    comment = add_comment(region, "Podnět")
    set_shares(region, marek, 1, 0)
    assert drawn(comment.id) == [(True, False, 1.0)]
    set_shares(region, marek, 0, 1)
    assert drawn(comment.id) == [(True, False, 1.0)]
    assert drawn(add_comment(region, "Druhý").id) == [(False, True, 0.0)]


def test_each_region_has_its_own_shares(region: Region, marek: StaffMember) -> None:
    other = add_region("jinde")
    set_shares(region, marek, 1, 1)
    here, there = add_comment(region, "Tady"), add_comment(other, "Tam")
    shares = [found[2] for found in drawn(here.id, there.id)]
    assert shares == [1.0, 0.05]


def test_nobody_speaks_about_a_comment_that_was_not_drawn(region: Region) -> None:
    comment = add_comment(region, "Ještě nečtený strojem")
    speak(comment, add_person("jana@testov.example", (Role.COORDINATOR, region)))
    with db.reading() as session:
        assert session.get(TriageDraw, comment.id) is not None


def test_older_comments_are_drawn_in_passing(region: Region) -> None:
    older = [add_comment(region, f"Starší {number}").id for number in range(3)]
    with db.transaction() as session:
        draws.draw_missing(session)
    with db.reading() as session:
        assert readings.undrawn(session, 10) == []
        assert session.query(TriageDraw).count() == len(older)


def test_the_methodologist_sets_the_shares_and_the_log_says_so(
    client: FlaskClient, region: Region, marek: StaffMember
) -> None:
    enter(client, marek)
    page = client.get(SETTINGS)
    assert page.text.count('value="5"') == 2
    answer = send(client, SETTINGS, {"sample": "2,5 %", "double": "10"})
    assert answer.status_code == 303
    assert "It holds for comments that come from now on." in client.get(answer.location).text
    with db.reading() as session:
        assert readings.shares(session, region.id) == Shares(0.025, 0.1)
        [event] = session.query(AuditEvent).filter_by(action="triage_settings_changed")
    assert event.detail == {
        "sample_share": {"from": 0.05, "to": 0.025},
        "double_share": {"from": 0.05, "to": 0.1},
    }
    assert 'value="2.5"' in client.get(SETTINGS).text


@pytest.mark.parametrize("typed", ["", "101", "-1", "pět", "1e1", "5.123"])
def test_what_is_no_share_is_refused_and_kept(
    client: FlaskClient, region: Region, marek: StaffMember, typed: str
) -> None:
    answer = send(enter(client, marek), SETTINGS, {"sample": typed, "double": "7"})
    assert answer.status_code == 422
    assert 'href="#sample"' in answer.text
    assert f'value="{typed}"' in answer.text
    assert 'value="7"' in answer.text
    with db.reading() as session:
        assert readings.shares(session, region.id) == Shares()


def test_a_region_of_somebody_else_cannot_be_set(client: FlaskClient, marek: StaffMember) -> None:
    other = add_region("jinde")
    answer = send(
        enter(client, marek), SETTINGS, {"sample": "1", "double": "1"}, to=f"{SETTINGS}?region=jinde"
    )
    assert answer.status_code == 404
    with db.reading() as session:
        assert readings.shares(session, other.id) == Shares()
