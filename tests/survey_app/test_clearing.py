"""Words of comments for the public: masked, only ever shortened, confirmed in words, and taken back."""

from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.blueprints.clearing.beside import pieces
from survey_app.models import AuditEvent, ClearedComment, Comment, Region, StaffMember, Wave
from survey_app.operations import triage
from survey_app.operations.clearing import is_shortened
from survey_app.queries import clearing
from survey_app.queries.clearing import ClearedText
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Role, Source, Verdict
from tests.survey_app.conftest import MakeWave
from tests.survey_app.office import add_comment, add_person, add_region, classify, enter, send

TEXT = "Paní Nováková je moc hodná, ale obědy jsou studené."
NAME = [["name", 5, 13]]
MARKS = ("jméno", "name", "ім’я")
MASKED = "Paní [jméno] je moc hodná, ale obědy jsou studené."


@pytest.fixture
def coordinator(region: Region) -> StaffMember:
    """Who decides and clears."""
    return add_person("k@testov.example", (Role.COORDINATOR, region))


@pytest.fixture
def wave(make_wave: MakeWave) -> Wave:
    """A closed wave."""
    now = clock.now()
    return make_wave(opens_at=now - timedelta(days=9), closes_at=now - timedelta(days=1))


def decide(comment: Comment, by: StaffMember, verdict: Verdict = Verdict.RELEVANT, after: int = 0) -> None:
    relevant = verdict is Verdict.RELEVANT
    with db.transaction() as session:
        triage.decide(
            session,
            comment.id,
            after,
            verdict=verdict,
            reason=None if relevant else IrrelevanceReason.NO_CONTENT,
            target_groups=("seniors",) if relevant else (),
            kind=CommentKind.COMPLAINT if relevant else None,
            note="",
            staff_id=by.id,
        )


@pytest.fixture
def comment(region: Region, wave: Wave, coordinator: StaffMember) -> Comment:
    """A relevant comment in which the machine has found a name."""
    found = add_comment(region, TEXT, wave_id=wave.id, service_code="S01", source=Source.QUESTIONNAIRE)
    classify(found.id, personal_data=NAME)
    decide(found, coordinator)
    return found


def page_of(comment: Comment) -> str:
    return f"/en/urad/podnety/{comment.id}/zverejneni"


def cleared(comment_id: UUID) -> str | None:
    with db.reading() as session:
        found = session.get(ClearedComment, comment_id)
        return found.text if found else None


def form(text: str, seen: str | None = None, **changes: str) -> dict[str, str]:
    confirmed = {"no_data": "y", "unrecognised": "y", "do": "clear"}
    return {"text": text, "seen": text if seen is None else seen, **confirmed, **changes}


def public(wave: Wave) -> list[ClearedText]:
    with db.reading() as session:
        return clearing.cleared_of_wave(session, wave.id)


def test_the_text_comes_masked_in_the_language_of_the_comment_beside_the_original(
    client: FlaskClient, comment: Comment, coordinator: StaffMember
) -> None:
    office = enter(client, coordinator)
    assert page_of(comment).removeprefix("/en") in office.get(f"/en/urad/podnety/{comment.id}").text
    shown = office.get(page_of(comment)).text
    assert MASKED in shown
    assert "Nováková</del>" in shown


def test_what_is_cleared_reaches_the_public_without_key_or_date(
    client: FlaskClient, wave: Wave, comment: Comment, coordinator: StaffMember
) -> None:
    office = enter(client, coordinator)
    assert public(wave) == []
    assert send(office, page_of(comment), form(MASKED)).status_code == 303
    assert public(wave) == [
        {
            "kind": "complaint",
            "service_code": "S01",
            "target_groups": ["seniors"],
            "text": MASKED,
            "language": "cs",
        }
    ]
    assert send(office, page_of(comment), to=f"{page_of(comment)}/zpet").status_code == 303
    assert public(wave) == []
    with db.reading() as session:
        logged = [e.action for e in session.query(AuditEvent).filter(AuditEvent.action.like("%clear%"))]
    assert sorted(logged) == ["comment_cleared", "comment_clearing_taken_back"]


@pytest.mark.parametrize("missing", ["no_data", "unrecognised"])
def test_nothing_is_cleared_without_both_confirmations(
    client: FlaskClient, comment: Comment, coordinator: StaffMember, missing: str
) -> None:
    given = {name: value for name, value in form(MASKED).items() if name != missing}
    refused = send(enter(client, coordinator), page_of(comment), given)
    assert refused.status_code == 422
    assert f'href="#{missing}"' in refused.text
    assert cleared(comment.id) is None


def test_a_change_is_read_beside_the_original_before_it_is_cleared(
    client: FlaskClient, comment: Comment, coordinator: StaffMember
) -> None:
    office, shorter = enter(client, coordinator), "Obědy jsou studené."
    refused = send(office, page_of(comment), form(shorter, seen=MASKED))
    assert refused.status_code == 422
    assert "Read it once more" in refused.text
    assert cleared(comment.id) is None
    compared = send(office, page_of(comment), form(shorter, seen=MASKED, do="compare"))
    assert compared.status_code == 200
    assert f'value="{shorter}"' in compared.text
    assert send(office, page_of(comment), form(shorter)).status_code == 303
    assert cleared(comment.id) == shorter


@pytest.mark.parametrize(
    "text",
    [
        "Obědy jsou výborné.",
        "Paní Nováková je hodná.",
        "studené obědy",
        " ",
        "[…]",
        "Obědy jsou [výborné].",
        "Paní [nadává] je moc hodná.",
        "Obědy jsou [jméno nadává] studené.",
        "Obědy jsou studené. [😡]",
    ],
)
def test_words_that_are_not_in_the_masked_comment_are_refused(
    client: FlaskClient, comment: Comment, coordinator: StaffMember, text: str
) -> None:
    refused = send(enter(client, coordinator), page_of(comment), form(text))
    assert refused.status_code == 422
    assert 'href="#text"' in refused.text
    assert cleared(comment.id) is None


def test_only_relevant_comments_of_the_own_region_can_be_cleared(
    client: FlaskClient, region: Region, comment: Comment, coordinator: StaffMember
) -> None:
    undecided = add_comment(region, "Nic.")
    assert enter(client, coordinator).get(page_of(undecided)).status_code == 404
    stranger = add_person("k@jinde.example", (Role.COORDINATOR, add_region("jinde")))
    away = enter(client, stranger)
    assert away.get(page_of(comment)).status_code == 404
    assert send(away, "/urad/heslo", form(MASKED), to=page_of(comment)).status_code == 404
    assert send(away, "/urad/heslo", to=f"{page_of(comment)}/zpet").status_code == 404


def test_a_decision_that_is_turned_takes_the_words_from_the_public(
    client: FlaskClient, wave: Wave, comment: Comment, coordinator: StaffMember
) -> None:
    assert send(enter(client, coordinator), page_of(comment), form(MASKED)).status_code == 303
    decide(comment, coordinator, Verdict.IRRELEVANT, after=1)
    assert public(wave) == []


@pytest.mark.parametrize(
    ("text", "fits"),
    [("obědy jsou studené", True), ("Obědy […] studené!", True), ("jsou obědy", False), ("oběd", False)],
)
def test_a_shortening_keeps_words_and_their_order(text: str, fits: bool) -> None:
    assert is_shortened("Dnes obědy jsou velmi studené.", text, MARKS) is fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Obědy [viz příloha] jsou studené.", True),
        ("Obědy [Viz Příloha] [...] studené.", True),
        ("Obědy [jméno] jsou studené.", True),
        ("Obědy [ім'я] jsou [ Name ] studené.", True),
        ("Obědy [příloha] jsou studené.", False),
        ("Obědy jsou [viz příloha] studené.", False),
        ("Obědy [viz příloha] [viz příloha] jsou studené.", False),
        ("Obědy [name and shame] jsou studené.", False),
        ("Obědy [] jsou studené.", False),
    ],
)
def test_brackets_are_known_marks_or_were_written_there(text: str, fits: bool) -> None:
    assert is_shortened("Obědy [viz příloha] jsou studené.", text, MARKS) is fits


def test_marks_of_every_language_may_be_used_and_those_of_the_comment_are_listed(
    client: FlaskClient, comment: Comment, coordinator: StaffMember
) -> None:
    office = enter(client, coordinator)
    shown = office.get(page_of(comment)).text
    assert '<span lang="cs">[e-mailová adresa], ' in shown
    assert "[adresa bydliště], [jméno]</span>, and […] for anything else." in shown
    for words in (
        "[jméno], obědy jsou studené.",
        "[name], obědy jsou studené.",
        "[ім’я], obědy jsou studené.",
    ):
        assert send(office, page_of(comment), form(words)).status_code == 303
        assert cleared(comment.id) == words


def test_pieces_tell_every_change_and_lose_nothing_of_the_original() -> None:
    found = pieces(TEXT, "Paní [jméno] je hodná.")
    assert "".join(piece.text for piece in found if piece.how != "put_in") == TEXT
    assert "".join(piece.text for piece in found if piece.how != "left_out") == "Paní [jméno] je hodná."


def text(kind: str, service_code: str, words: str) -> ClearedText:
    return {
        "kind": kind,
        "service_code": service_code,
        "target_groups": [],
        "text": words,
        "language": "cs",
    }


def test_five_typical_comments_have_about_the_mix_of_all() -> None:
    mix = {("praise", "S01"): 40, ("praise", "S02"): 20, ("complaint", "S01"): 30, ("question", "S03"): 8}
    found = [text(kind, service, f"{kind} {n}") for kind, service in mix for n in range(6)]
    chosen = clearing.typical(found, mix, {"S01", "S02", "S03"})
    assert Counter(each["kind"] for each in chosen) == {"praise": 3, "complaint": 2}
    assert Counter(each["service_code"] for each in chosen if each["kind"] == "praise") == {
        "S01": 2,
        "S02": 1,
    }
    assert clearing.typical(found[::-1], mix, {"S01", "S02", "S03"}) == chosen


def test_a_kind_with_nothing_cleared_leaves_its_place_and_a_hidden_service_its_name() -> None:
    mix = {("praise", "S01"): 90, ("complaint", "S02"): 10}
    found = [
        text("complaint", "S02", words) for words in ("krátce", "středně dlouze", "opravdu velmi dlouze")
    ]
    chosen = clearing.typical(found, mix, {"S01"}, number=2)
    assert [each["text"] for each in chosen] == ["středně dlouze", "opravdu velmi dlouze"]
    assert {each["service_code"] for each in chosen} == {None}
    assert clearing.typical([], mix, ()) == []
