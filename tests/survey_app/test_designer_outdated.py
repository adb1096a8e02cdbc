"""A translation whose original was changed afterwards: marked, counted, settled, never published unseen."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import QuestionnaireDraft, Region
from survey_app.operations import design, drafts
from survey_app.queries import drafts as queries
from survey_app.vocabulary import DraftStepKind, Role
from tests.survey_app import drafting
from tests.survey_app.conftest import questionnaire
from tests.survey_app.office import add_person, enter, send

CHANGED = "was changed after this translation"
KEY = "item.visits.texts"


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a methodologist."""
    return enter(client, add_person("metodik@testov.example", (Role.METHODOLOGIST, region)))


def visits(document: dict[str, Any]) -> dict[str, str]:
    texts: dict[str, str] = document["sections"][1]["items"][1]["texts"]
    return texts


@pytest.fixture
def draft(region: Region) -> QuestionnaireDraft:
    """A draft in which the Czech wording of a question was changed after it was translated."""
    begun = drafting.begin(region, questionnaire())
    document = drafting.said(begun.id)
    visits(document)["cs"] = "Kolikrát za rok?"
    drafting.change(begun.id, document, DraftStepKind.ITEM_CHANGED, "visits")
    return drafting.found(begun.id)


def address(draft: QuestionnaireDraft, page: str, query: str = "") -> str:
    return f"/en/urad/dotazniky/{draft.id}{page}{query}"


def marks(draft: QuestionnaireDraft) -> dict[str, dict[str, str]]:
    with db.reading() as session:
        found = session.get_one(QuestionnaireDraft, draft.id)
        return {tag: dict(keys) for tag, keys in queries.outdated(session, found).items()}


def test_it_is_marked_in_words_beside_the_earlier_original_and_found_by_the_filter(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    page = office.get(address(draft, "/preklady", "?z=cs&do=en&chybi=1")).text
    assert page.count(CHANGED) == 1
    assert "Kolikrát?" in page
    assert f'name="t.{KEY}"' in page
    assert 'name="t.item.used.texts"' not in page


def test_the_steps_count_it_as_open_and_the_finding_leads_to_its_field(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    assert "1 translation older than the original" in office.get(address(draft, "")).text
    findings = office.get(address(draft, "/kontrola")).text
    found = re.search(r'href="([^"]+preklady[^"]+#text-\d+)"', findings)
    assert found
    page, _, anchor = found[1].replace("&amp;", "&").partition("#")
    assert re.search(rf'id="{anchor}" name="t\.{re.escape(KEY)}"', office.get(page).text)


def test_a_new_translation_settles_it(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    send(
        office, address(draft, "/preklady", "?z=cs&do=en"), {"revision": "2", f"t.{KEY}": "How often a year?"}
    )
    assert marks(draft) == {}
    assert CHANGED not in office.get(address(draft, "/preklady", "?z=cs&do=en")).text


def test_saying_that_it_still_holds_settles_it_and_can_be_undone(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    send(office, address(draft, "/preklady", "?z=cs&do=en"), {"revision": "2", "holds": KEY})
    assert marks(draft) == {}
    assert visits(drafting.said(draft.id))["en"] == "How many times?"
    send(office, address(draft, "/zpet"), {"revision": "3"})
    assert marks(draft) == {"en": {KEY: "Kolikrát?"}}
    send(office, address(draft, "/znovu"), {"revision": "4"})
    assert marks(draft) == {}


def test_saying_so_of_what_is_not_outdated_is_no_step(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    send(office, address(draft, "/preklady", "?z=cs&do=en"), {"revision": "2", "holds": "item.used.texts"})
    assert drafting.found(draft.id).step == 2


def test_undo_of_the_change_takes_the_mark_back(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    send(office, address(draft, "/zpet"), {"revision": "2"})
    assert marks(draft) == {}


def test_it_stops_publication_until_somebody_gives_a_reason(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    def publish() -> Any:
        with db.transaction() as session:
            found = session.get_one(QuestionnaireDraft, draft.id)
            return design.publish_draft(session, found, clock.now(), by=None).acknowledged

    def settle(findings: Any) -> None:
        with db.transaction() as session:
            found = session.get_one(QuestionnaireDraft, draft.id)
            for finding in findings:
                drafts.acknowledge(session, found, finding.key, "Means the same", "2026-11-23", by=None)

    with pytest.raises(design.UnacknowledgedError) as refused:
        publish()
    settle(finding for finding in refused.value.findings if finding.code != "outdated_translation")
    with pytest.raises(design.UnacknowledgedError) as refused:
        publish()
    assert [finding.item for finding in refused.value.findings] == ["visits"]
    settle(refused.value.findings)
    assert "1 translation older" not in office.get(address(draft, "")).text
    assert "Means the same" in {each["reason"] for each in publish()}
    with db.reading() as session:
        version = session.get_one(QuestionnaireDraft, draft.id).based_on_id
    page = office.get(f"/en/urad/dotazniky/verze/{version}")
    assert page.status_code == 200
    assert "Means the same" in page.text


def test_one_that_is_kept_stands_apart_with_its_reason_until_the_reason_is_taken_back(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    page, query = address(draft, "/preklady"), "?z=cs&do=en"
    with db.reading() as session:
        found = session.get_one(QuestionnaireDraft, draft.id)
        findings = design.prospect(session, found).findings
    (key,) = (finding.key for finding in findings if finding.code == "outdated_translation")
    settle = address(draft, "/kontrola")
    send(office, settle, {"key": key, "reason": "It means the same."})

    every, only_open = office.get(page + query).text, office.get(f"{page}{query}&chybi=1").text
    for shown in (every, only_open):
        assert CHANGED not in shown
        apart = shown[shown.index("Translations that stay as they are") :]
        assert "It means the same." in apart
        assert "Kolikrát za rok?" in apart
        assert "How many times?" in apart
    assert f'name="t.{KEY}"' in every
    assert f'name="t.{KEY}"' not in only_open
    checks = office.get(settle).text
    led = re.search(r'href="([^"]+preklady[^"]+)#(text-\d+)"', checks)
    assert led
    assert f'id="{led[2]}" name="t.{KEY}"' in office.get(led[1].replace("&amp;", "&")).text

    send(office, settle, {"key": key, "do": "take_back"})
    assert CHANGED in office.get(page + query).text
    assert "It means the same." not in office.get(page + query).text


def test_a_copy_of_it_carries_no_mark(region: Region, draft: QuestionnaireDraft) -> None:
    copied = drafting.begin(region, drafting.said(draft.id) | {"questionnaire_code": "next-year"})
    assert marks(copied) == {}
