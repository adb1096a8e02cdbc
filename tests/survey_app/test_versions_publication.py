"""Publishing a draft, what it changes, and putting a version to use."""

import copy
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from forms import checks
from forms.definition import load
from forms.interchange.codes import questionnaire_code
from survey_app import clock, db
from survey_app.models import (
    AuditEvent,
    QuestionnaireDraft,
    QuestionnaireVersion,
    Region,
    Response,
    StaffMember,
    Wave,
    WaveStep,
)
from survey_app.operations import collection, design, drafts
from survey_app.queries import design as queries
from survey_app.vocabulary import DraftStepKind, Mode, Role, WaveStepKind

from . import drafting, office
from .conftest import MakeWave, questionnaire


def trend(**changes: Any) -> dict[str, Any]:
    """The tiny questionnaire whose rating is compared over the years."""
    document = questionnaire(**changes)
    document["sections"][1]["items"][0]["trend"] = True
    return document


def answer(wave: Wave, number: int, **answers: Any) -> None:
    """Record a response."""
    with db.transaction() as session:
        found = session.get_one(Wave, wave.id)
        target = collection.Target(found.id, found.region_id, found.questionnaire_version_id)
        submission = collection.Submission(str(number), f"r{number}", "cs", Mode.WEB, answers)
        collection.submit_response(session, target, submission, clock.now(), late=False)


@pytest.fixture
def staff(client: FlaskClient, methodologist: StaffMember) -> FlaskClient:
    return office.enter(client, methodologist)


@pytest.fixture
def wave(make_wave: MakeWave) -> Wave:
    """An open wave with three responses."""
    found = make_wave(trend())
    answer(found, 1, used="yes", staff="good", visits=80)
    answer(found, 2, used="yes", staff="good", visits=3)
    answer(found, 3, used="no")
    return found


def edited(**changes: Any) -> dict[str, Any]:
    """The questionnaire without the option “good” and with a narrower range."""
    document = copy.deepcopy(trend(**{"version": "2", **changes}))
    document["scales"][0]["options"][0] = {
        "code": "great",
        "labels": {"cs": "skvěle", "en": "great"},
        "score": 100,
    }
    document["sections"][1]["items"][1]["maximum"] = 50
    return document


def excuse_warnings(draft: QuestionnaireDraft, by: StaffMember) -> None:
    """Give every warning of a draft a reason."""
    with db.transaction() as session:
        found = session.get_one(QuestionnaireDraft, draft.id)
        for finding in checks.findings(load(drafting.said(draft.id)), filled=True):
            drafts.acknowledge(session, found, finding.key, "tak to má být", "2026-11-23", by=by.id)


def test_the_page_says_what_changes_and_for_how_many_people(
    staff: FlaskClient, region: Region, wave: Wave
) -> None:
    draft = drafting.begin(region, edited())

    page = staff.get(f"/en/urad/dotazniky/{draft.id}/zverejnit")

    assert page.status_code == 200
    assert "The option “good” is no longer offered." in page.text
    assert "2 people have already chosen this option." in page.text
    assert "The range is narrower: now from 0 to 50, before from 0 to 99." in page.text
    assert "1 person has already given an answer that would be refused now." in page.text
    assert "2 people have given answers that could be lost or change their meaning." in page.text


def test_the_page_speaks_czech(staff: FlaskClient, region: Region, wave: Wave) -> None:
    draft = drafting.begin(region, edited())

    page = staff.get(f"/urad/dotazniky/{draft.id}/zverejnit")

    assert "Možnost „dobře“ se už nenabízí." in page.text
    assert "Tuto možnost už zvolili 2 lidé." in page.text


def test_warnings_and_breaks_have_to_be_confirmed_before_a_version_is_made(
    staff: FlaskClient, region: Region, wave: Wave, methodologist: StaffMember
) -> None:
    draft = drafting.begin(region, edited())
    address = f"/en/urad/dotazniky/{draft.id}/zverejnit"

    def publish(**more: Any) -> Any:
        data = {"revision": str(drafting.found(draft.id).revision), **more}
        return office.send(staff, f"/en/urad/dotazniky/{draft.id}/historie", data, to=address)

    refused = publish()
    assert refused.status_code == 422
    assert "Some warnings of the checks have no reason yet." in refused.text
    excuse_warnings(draft, methodologist)
    refused = publish()
    assert refused.status_code == 422
    assert 'href="#confirmed-staff"' in refused.text
    assert 'id="confirmed-staff"' in refused.text
    done = publish(confirmed="staff")
    assert done.status_code == 303, done.text

    shown = staff.get(done.headers["Location"])
    assert "The version is published." in shown.text
    with db.reading() as session:
        version = queries.published_version(session, region.id, "tiny")
        assert version is not None
        assert (version.version, version.published_by_id) == (2, methodologist.id)
        assert version.broken_trends == ["staff"]
        counts = {change["kind"]: change["count"] for change in version.changes}
        assert counts["option_removed"] == 2
        assert counts["range_narrowed"] == 1
        assert all(each["reason"] == "tak to má být" for each in version.acknowledged)
        breaks = queries.broken_trends(session, region.id, "tiny")
        assert [(each.item_code, each.version) for each in breaks] == [("staff", 2)]
        assert session.get_one(QuestionnaireDraft, draft.id).based_on_id == version.id
        assert session.get_one(Wave, wave.id).questionnaire_version_id != version.id


def test_nothing_new_makes_no_version(staff: FlaskClient, region: Region, wave: Wave) -> None:
    draft = drafting.begin(region, trend())

    page = staff.get(f"/en/urad/dotazniky/{draft.id}/zverejnit")

    assert "Nothing has changed since version 1" in page.text
    assert "Publish this version" not in page.text


def test_an_error_stops_publication(staff: FlaskClient, region: Region) -> None:
    document = questionnaire()
    del document["sections"][0]["items"][0]["texts"]["en"]
    draft = drafting.begin(region, document)
    address = f"/en/urad/dotazniky/{draft.id}/zverejnit"
    data = {"revision": str(draft.revision)}

    refused = office.send(staff, f"/en/urad/dotazniky/{draft.id}/historie", data, to=address)

    assert refused.status_code == 422
    assert "The checks have found errors." in refused.text
    with db.reading() as session:
        assert queries.published_version(session, region.id, "tiny") is None


def test_a_coordinator_looks_but_does_not_publish(client: FlaskClient, region: Region, wave: Wave) -> None:
    draft = drafting.begin(region, edited())
    office.enter(client, office.add_person("koordinace@testov.cz", (Role.COORDINATOR, region)))

    page = client.get(f"/en/urad/dotazniky/{draft.id}/zverejnit")

    assert "A methodologist of the region can publish it." in page.text


def test_a_foreign_version_does_not_exist(client: FlaskClient, region: Region, wave: Wave) -> None:
    other = office.add_region("jinde")
    office.enter(client, office.add_person("metodika@jinde.cz", (Role.METHODOLOGIST, other)))

    assert client.get(f"/urad/dotazniky/verze/{wave.questionnaire_version_id}").status_code == 404
    assert client.get(f"/urad/dotazniky/verze/{wave.questionnaire_version_id}/soubor").status_code == 404


def published(region: Region, document: dict[str, Any]) -> QuestionnaireVersion:
    with db.transaction() as session:
        return design.publish_version(session, region, document, clock.now())


def test_a_version_shows_what_it_asks_and_gives_its_document(
    staff: FlaskClient, region: Region, wave: Wave
) -> None:
    version = published(region, edited())

    page = staff.get(f"/en/urad/dotazniky/verze/{version.id}")
    assert "Kolikrát?" in page.text
    assert "2 people have already chosen this option." in page.text
    assert "use this version in it" in page.text
    file = staff.get(f"/en/urad/dotazniky/verze/{version.id}/soubor")
    assert file.json == version.document
    assert "tiny-2.json" in file.headers["Content-Disposition"]


def test_an_open_wave_changes_its_version_only_when_that_is_confirmed(
    staff: FlaskClient, region: Region, wave: Wave
) -> None:
    version = published(region, edited())
    address = f"/en/urad/dotazniky/verze/{version.id}/vlna/tiny-1"

    page = staff.get(address)
    assert "In this wave 2 people have given answers that cannot be put together with new ones." in page.text
    was = {"from": str(wave.questionnaire_version_id)}
    refused = office.send(staff, address, was)
    assert refused.status_code == 422
    assert 'href="#confirmed"' in refused.text
    done = office.send(staff, address, {**was, "confirmed": "y"})
    assert done.status_code == 303, done.text

    with db.reading() as session:
        found = session.get_one(Wave, wave.id)
        assert found.questionnaire_version_id == version.id
        assert {row.questionnaire_version_id for row in session.query(Response)} == {
            wave.questionnaire_version_id
        }
        (step,) = session.query(WaveStep).filter_by(kind=WaveStepKind.VERSION_CHANGED)
        assert step.detail == {"version": {"from": 1, "to": 2}}
        assert session.query(AuditEvent).filter_by(action="wave_version_changed").count() == 1


def test_a_switch_that_somebody_else_was_faster_with_is_shown_anew(
    staff: FlaskClient, region: Region, wave: Wave
) -> None:
    first, second = published(region, edited()), published(region, edited(version="3"))
    address = f"/en/urad/dotazniky/verze/{second.id}/vlna/tiny-1"

    refused = office.send(staff, address, {"from": str(first.id), "confirmed": "y"})

    assert refused.status_code == 422
    assert "The wave has changed since you opened this page." in refused.text


def in_the_making(page: str) -> str:
    """The part of the list above what is published."""
    return page[page.index(">In the making<") : page.index(">Published<")]


def test_what_is_published_stands_once_and_in_the_making_is_only_what_differs(
    staff: FlaskClient, region: Region, wave: Wave
) -> None:
    draft = drafting.begin(region, trend())
    outline = f'href="/en/urad/dotazniky/{draft.id}"'

    page = staff.get("/en/urad/dotazniky").text
    assert "Everything is published." in in_the_making(page)
    assert outline not in in_the_making(page)
    assert page.count(outline) == 1
    assert "Change it in a new version" in page
    version = staff.get(f"/en/urad/dotazniky/verze/{wave.questionnaire_version_id}").text
    assert outline in version

    assert "What comes next" not in staff.get(f"/en/urad/dotazniky/{draft.id}").text
    assert "Published as version 1." in staff.get(f"/en/urad/dotazniky/{draft.id}/nastaveni").text

    drafting.change(draft.id, edited(), DraftStepKind.SCALE_CHANGED)
    assert "What comes next" in staff.get(f"/en/urad/dotazniky/{draft.id}").text
    page = staff.get("/en/urad/dotazniky").text
    assert outline in in_the_making(page)
    assert "Go on with its changes" in page
    assert "Begin next year" not in page


def test_next_year_goes_on_in_the_draft_that_says_what_is_published(
    staff: FlaskClient, region: Region, wave: Wave
) -> None:
    draft = drafting.begin(region, trend())
    published_before = wave.questionnaire_version_id

    clone = f"/en/urad/dotazniky/verze/{published_before}/klon"
    cloned = office.send(staff, "/en/urad/dotazniky", to=clone)

    assert cloned.status_code == 303
    assert str(draft.id) in cloned.location
    assert drafting.found(draft.id).based_on_id == published_before
    assert drafting.found(draft.id).step == 2
    assert drafting.said(draft.id)["version"] == "2"
    assert drafting.said(draft.id)["sections"] == trend()["sections"]
    token = office.token_in(staff.get("/en/urad/dotazniky/novy"))
    again = staff.post(clone, data={"csrf_token": token})
    assert again.status_code == 422
    assert drafting.found(draft.id).step == 2, "what differs is not written over"


def test_a_fresh_version_says_where_to_go_on_and_what_it_asks(
    staff: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    document = questionnaire()
    document["sections"][1]["items"][1]["unit"] = {"cs": "krát za rok", "en": "times a year"}
    version = published(region, document)
    address = f"/en/urad/dotazniky/verze/{version.id}?saved=published"
    page = staff.get(address).text
    assert "Now plan a wave that asks it." in page
    assert "One choice · needs an answer<" in page
    assert "Number · from 0 to 99 · unit: krát za rok<" in page
    soon = clock.now() + timedelta(days=3)
    make_wave(document, wave_code="soon", opens_at=soon, closes_at=soon + timedelta(days=1))
    newer = published(region, edited())
    assert (
        "Now choose which wave asks it."
        in staff.get(f"{address.replace(str(version.id), str(newer.id))}").text
    )


def test_a_wave_that_has_not_opened_changes_freely(
    staff: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    soon = clock.now() + timedelta(days=3)
    wave = make_wave(wave_code="soon", opens_at=soon, closes_at=soon + timedelta(days=1))
    version = published(region, edited())
    address = f"/en/urad/dotazniky/verze/{version.id}/vlna/soon"

    done = office.send(staff, address, {"from": str(wave.questionnaire_version_id)})

    assert done.status_code == 303, done.text


def test_a_closed_wave_keeps_its_version(staff: FlaskClient, region: Region, make_wave: MakeWave) -> None:
    now = clock.now()
    wave = make_wave(opens_at=now - timedelta(days=9), closes_at=now - timedelta(days=2))
    version = published(region, edited())
    address = f"/en/urad/dotazniky/verze/{version.id}/vlna/tiny-1"

    assert "Use this version" not in staff.get(address).text
    token = {"from": str(wave.questionnaire_version_id), "confirmed": "y"}
    draft = drafting.begin(region, edited())
    refused = office.send(staff, f"/en/urad/dotazniky/{draft.id}/historie", token, to=address)
    assert refused.status_code == 422


def test_a_step_of_somebody_else_meanwhile_is_said(staff: FlaskClient, region: Region) -> None:
    draft = drafting.begin(region, questionnaire())
    drafting.change(draft.id, questionnaire(version="9"), DraftStepKind.SETTINGS)
    address = f"/en/urad/dotazniky/{draft.id}/zverejnit"

    refused = office.send(staff, f"/en/urad/dotazniky/{draft.id}/historie", {"revision": "1"}, to=address)

    assert refused.status_code == 409


def test_the_longest_code_that_an_import_keeps_can_be_published(region: Region) -> None:
    code = questionnaire_code("Jak se žije lidem, kteří pečují o své blízké, v Javorově a v okolních obcích")
    assert len(code) > 55
    with db.transaction() as session:
        version = design.publish_version(session, region, questionnaire(questionnaire_code=code), clock.now())
        assert version.questionnaire.code == code
