"""A wave that changes its version while somebody is answering: nothing crashes, nothing is lost unseen."""

import copy
import math
from typing import Any

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.blueprints.answering import waves as kept_waves
from survey_app.models import QuestionnaireVersion, Region, Response, Wave
from survey_app.operations import design, waves

from .conftest import MakeWave, questionnaire
from .walking import follow, read, send

LAYOUTS = ("page", "section", "item")
NOTICE = "The questionnaire was changed while you were answering."


def switch(region: Region, wave: Wave, document: dict[str, Any]) -> QuestionnaireVersion:
    """Publish `document` and let the wave ask it at once."""
    with db.transaction() as session:
        version = design.publish_version(session, region, document, clock.now())
        found = session.get_one(Wave, wave.id)
        waves.switch_version(session, found, version, clock.now(), by=None)
    kept_waves._kept.clear()
    return version


def changed(**of_visits: Any) -> dict[str, Any]:
    """The tiny questionnaire with one more question, another range and without the option “good”."""
    document = copy.deepcopy(questionnaire(version="2"))
    document["scales"][0]["options"][0].update(code="great", labels={"cs": "skvěle", "en": "great"})
    document["sections"][1]["items"][1].update(of_visits)
    document["sections"][2]["items"].insert(
        0, {"item_code": "again", "type": "yes_no", "texts": {"cs": "Přijdete zas?", "en": "Come again?"}}
    )
    return document


def stored() -> list[Response]:
    with db.reading() as session:
        return list(session.query(Response))


@pytest.fixture
def wave(make_wave: MakeWave) -> Wave:
    return make_wave()


def answered(client: FlaskClient) -> Any:
    """Answer the first two pages in English and stand on the third."""
    page = client.get("/en/dotaznik/tiny-1/strana/use")
    page = follow(client, send(client, page, {"used": "yes"}))
    return follow(client, send(client, page, {"staff": "good", "visits": "7"}))


def test_who_began_before_the_switch_goes_on_and_is_recorded_with_the_new_version(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = answered(client)
    version = switch(region, wave, changed())

    follow(client, send(client, page, {"change": "Delší hodiny"}))
    page = client.get("/en/dotaznik/tiny-1/strana/rating")
    assert 'value="7"' in page.text
    page = follow(client, send(client, page, {"staff": "great", "visits": "7"}))
    check = follow(client, send(client, page, {"again": "yes", "change": "Delší hodiny"}))
    sent = send(client, check, to="/en/dotaznik/tiny-1/kontrola")

    assert sent.status_code == 303, sent.text
    (response,) = stored()
    assert response.questionnaire_version_id == version.id
    assert response.answers == {"used": "yes", "staff": "great", "visits": 7, "again": "yes"}


def test_an_answer_that_no_longer_fits_is_asked_again_and_not_sent(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = answered(client)
    check = follow(client, send(client, page, {}))
    switch(region, wave, changed(maximum=5))

    again = send(client, check, to="/en/dotaznik/tiny-1/kontrola")
    assert again.status_code == 409
    assert NOTICE in again.text
    assert stored() == []
    refused = send(client, again, to="/en/dotaznik/tiny-1/kontrola")
    assert refused.status_code == 422
    page = client.get("/en/dotaznik/tiny-1/strana/rating")
    assert 'value="7"' in page.text
    refused = send(client, page, {"visits": "7"})
    assert refused.status_code == 422
    assert "5" in refused.text


def test_an_answer_that_would_mean_something_else_is_asked_again(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = answered(client)
    check = follow(client, send(client, page, {}))
    document = questionnaire(version="2")
    good, bad = document["scales"][0]["options"][:2]
    good["labels"], bad["labels"] = bad["labels"], good["labels"]
    switch(region, wave, document)

    again = send(client, check, to="/en/dotaznik/tiny-1/kontrola")
    assert send(client, again, to="/en/dotaznik/tiny-1/kontrola").status_code == 422
    assert stored() == []


def test_who_fits_sees_what_is_new_once_and_then_sends(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = client.get("/en/dotaznik/tiny-1/strana/use")
    page = follow(client, send(client, page, {"used": "no"}))
    check = follow(client, send(client, page, {}))
    version = switch(region, wave, changed())

    again = send(client, check, to="/en/dotaznik/tiny-1/kontrola")
    assert (again.status_code, NOTICE in again.text) == (409, True)
    assert "Come again?" in again.text
    sent = send(client, again, to="/en/dotaznik/tiny-1/kontrola")
    assert sent.status_code == 303
    assert [found.questionnaire_version_id for found in stored()] == [version.id]


def test_a_page_of_the_old_version_is_read_by_the_new_one_with_a_friendly_sentence(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = client.get("/en/dotaznik/tiny-1/strana/use")
    page = follow(client, send(client, page, {"used": "yes"}))
    switch(region, wave, changed())

    refused = send(client, page, {"staff": "good", "visits": "7"})

    assert refused.status_code == 422
    assert NOTICE in refused.text
    assert 'value="7"' in refused.text


def test_a_page_that_the_new_version_does_not_have_loses_nothing_it_still_asks(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = client.get("/en/dotaznik/tiny-1/strana/use")
    page = follow(client, send(client, page, {"used": "yes"}))
    document = changed()
    document["sections"][1]["section_code"] = "judged"
    switch(region, wave, document)

    kept = send(client, page, {"staff": "bad", "visits": "7"})

    assert kept.status_code == 409
    assert NOTICE in kept.text
    assert 'value="7"' in client.get("/en/dotaznik/tiny-1/strana/judged").text


def test_a_whole_page_is_shown_once_more_before_it_is_sent(
    client: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    wave = make_wave(questionnaire("page"))
    page = client.get("/en/dotaznik/tiny-1")
    version = switch(region, wave, {**changed(), "layout": "page"})

    shown = send(client, page, {"used": "no"})
    assert (shown.status_code, NOTICE in shown.text) == (422, True)
    assert send(client, shown, {"used": "no", "again": "yes"}).status_code == 303
    assert [found.questionnaire_version_id for found in stored()] == [version.id]


def test_what_was_given_before_the_switch_keeps_its_version(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = client.get("/en/dotaznik/tiny-1/strana/use")
    page = follow(client, send(client, page, {"used": "no"}))
    check = follow(client, send(client, page, {}))
    assert send(client, check, to="/en/dotaznik/tiny-1/kontrola").status_code == 303
    before = [(found.questionnaire_version_id, found.answers) for found in stored()]

    switch(region, wave, changed())

    assert [(found.questionnaire_version_id, found.answers) for found in stored()] == before


def without_visits(**changes: Any) -> dict[str, Any]:
    """The tiny questionnaire that no longer asks how many times."""
    document = questionnaire(version="2", **changes)
    del document["sections"][1]["items"][1]
    return document


def moved(**changes: Any) -> dict[str, Any]:
    """The tiny questionnaire that asks how many times on its last page."""
    document = questionnaire(version="2", **changes)
    document["sections"][2]["items"].insert(0, document["sections"][1]["items"].pop(1))
    return document


def swapped() -> dict[str, Any]:
    """The tiny questionnaire in which “good” and “bad” have changed their codes."""
    document = questionnaire(version="2")
    good, bad = document["scales"][0]["options"][:2]
    good["labels"], bad["labels"] = bad["labels"], good["labels"]
    return document


def on_the_rating(client: FlaskClient) -> Any:
    """Stand on the second page in English."""
    page = client.get("/en/dotaznik/tiny-1/strana/use")
    return follow(client, send(client, page, {"used": "yes"}))


def test_what_is_no_longer_asked_is_named_once(client: FlaskClient, region: Region, wave: Wave) -> None:
    page = answered(client)
    switch(region, wave, without_visits())

    check = follow(client, send(client, page, {"change": "Delší hodiny"}))

    assert NOTICE in check.text
    assert "These questions are no longer asked" in check.text
    assert "<li>How many times?</li>" in check.text
    page = client.get("/en/dotaznik/tiny-1/strana/words")
    assert "How many times?" in page.text
    check = follow(client, send(client, page, {"change": "Delší hodiny"}))
    assert NOTICE not in check.text
    assert send(client, check, to="/en/dotaznik/tiny-1/kontrola").status_code == 303
    assert [found.answers for found in stored()] == [{"used": "yes", "staff": "good"}]


def test_an_answer_just_typed_that_is_no_longer_asked_is_named_too(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = on_the_rating(client)
    switch(region, wave, without_visits())

    page = follow(client, send(client, page, {"staff": "good", "visits": "7"}))

    assert NOTICE in page.text
    assert "<li>How many times?</li>" in page.text


def test_an_answer_that_is_asked_on_another_page_now_is_found_there(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = on_the_rating(client)
    switch(region, wave, moved())

    page = follow(client, send(client, page, {"staff": "good", "visits": "7"}))

    assert page.request.path.endswith("/strana/words")
    assert NOTICE in page.text
    assert 'value="7"' in page.text


def test_what_was_typed_wrongly_waits_on_the_page_that_asks_it_now(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = on_the_rating(client)
    assert send(client, page, {"staff": "good", "visits": "sedmkrát"}).status_code == 422
    switch(region, wave, moved())

    assert 'value="sedmkrát"' in client.get("/en/dotaznik/tiny-1/strana/words").text


def test_a_late_page_is_never_read_as_what_it_did_not_say(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = on_the_rating(client)
    switch(region, wave, swapped())

    shown = follow(client, send(client, page, {"staff": "good", "visits": "7"}))
    assert NOTICE in shown.text
    check = client.get("/en/dotaznik/tiny-1/kontrola")

    assert send(client, check, to="/en/dotaznik/tiny-1/kontrola").status_code == 422
    assert stored() == []


def test_a_late_page_from_the_browser_s_memory_is_not_misread_either(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    late = on_the_rating(client)
    switch(region, wave, swapped())
    page = client.get("/en/dotaznik/tiny-1/strana/rating")
    follow(client, send(client, page, {"staff": "bad", "visits": "7"}))

    send(client, late, {"staff": "good", "visits": "8"})
    check = client.get("/en/dotaznik/tiny-1/kontrola")

    assert send(client, check, to="/en/dotaznik/tiny-1/kontrola").status_code == 422
    assert stored() == []


def test_a_whole_page_sent_twice_around_a_switch_is_one_response(
    client: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    wave = make_wave(questionnaire("page"))
    page = client.get("/en/dotaznik/tiny-1")
    first = send(client, page, {"used": "no", "change": "Nic"})
    switch(region, wave, without_visits(layout="page"))

    second = send(client, page, {"used": "no", "change": "Nic"})

    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(stored()) == 1


def test_a_whole_page_names_what_is_no_longer_asked_and_keeps_the_rest(
    client: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    wave = make_wave(questionnaire("page"))
    page = client.get("/en/dotaznik/tiny-1")
    switch(region, wave, without_visits(layout="page"))

    shown = send(client, page, {"used": "yes", "visits": "7", "change": "Nic"})

    assert shown.status_code == 422
    assert "<li>How many times?</li>" in shown.text
    assert ">Nic</textarea>" in shown.text
    assert stored() == []


@pytest.mark.parametrize("layouts", [(a, b) for a in LAYOUTS for b in LAYOUTS if a != b])
def test_answers_survive_a_change_of_the_layout(
    client: FlaskClient, region: Region, make_wave: MakeWave, layouts: tuple[str, str]
) -> None:
    before, after = layouts
    wave = make_wave(questionnaire(before))
    code = {"page": "all", "section": "use", "item": "used"}[before]
    page = client.get(f"/en/dotaznik/tiny-1/strana/{code}")
    switch(region, wave, questionnaire(after, version="2"))

    shown = send(client, page, {"used": "yes"})
    shown = follow(client, shown) if shown.status_code == 303 else shown
    assert NOTICE in shown.text
    if after == "page":
        assert read(shown).checked["used"] == ["yes"]
        assert send(client, shown, {"used": "yes"}).status_code == 303
    else:
        check = client.get("/en/dotaznik/tiny-1/kontrola")
        assert send(client, check, to="/en/dotaznik/tiny-1/kontrola").status_code == 303
    assert [found.answers for found in stored()] == [{"used": "yes"}]


def test_a_language_that_is_taken_away_takes_no_answer_with_it(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = on_the_rating(client)
    switch(region, wave, questionnaire(version="2", languages=["cs"]))

    sent = send(client, page, {"staff": "good", "visits": "7"})

    assert sent.status_code == 307
    kept = client.post(
        sent.headers["Location"], data={**read(page).hidden, "staff": "good", "visits": "7", "action": "next"}
    )
    assert kept.status_code == 303, kept.text
    assert 'value="7"' in client.get("/dotaznik/tiny-1/strana/rating").text


def test_a_process_that_still_knows_the_old_version_learns_of_the_new_one(
    client: FlaskClient, region: Region, wave: Wave
) -> None:
    page = answered(client)
    old = {code: (math.inf, view) for code, (_, view) in kept_waves._kept[db.current()].items()}
    switch(region, wave, without_visits())
    follow(client, send(client, page, {}))
    kept_waves._kept[db.current()] = old  # as another process has it for a second

    assert "visits" not in read(client.get("/en/dotaznik/tiny-1/strana/rating")).names
