"""The people of a town: files of them, the page that takes them, the command that does the same."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from survey_app import clock, db
from survey_app.models import AuditEvent, Region
from survey_app.operations import margin_files
from survey_app.operations.margin_files import MarginFileError, MarginProblem
from survey_app.queries import index_inputs, population
from survey_app.vocabulary import Role
from tests.survey_app.conftest import MakeWave, annual
from tests.survey_app.office import add_person, add_region, enter, token_in

PAGE = "/en/urad/obyvatelstvo"
AGES = "margin,category,people\nage,15-18,1750\nage,65-80,6700\n"
TWO_MARGINS = {
    "age": {"15-18": 1750, "65-80": 6700},
    "territory": {"Staré Město": 6850, "Nádraží": 7420},
}


def problem(content: str | bytes) -> tuple[MarginProblem, int, str]:
    with pytest.raises(MarginFileError) as refused:
        margin_files.read(content.encode() if isinstance(content, str) else content)
    return refused.value.problem, refused.value.line, refused.value.word


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_however_a_spreadsheet_saved_it(delimiter: str, encoding: str, end: str) -> None:
    rows = [
        ("Category", "note", "People ", "margin"),
        ("15-18", "", "1 750", "age"),
        ("", "", "", ""),
        ("65-80", "", "6\N{NO-BREAK SPACE}700", "age"),
        ("Staré Město", "", "6850", "territory"),
        ("Nádraží", "", "7420", "Territory"),
    ]
    text = end.join(delimiter.join(row) for row in rows)
    assert margin_files.read(text.encode(encoding)) == TWO_MARGINS


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", (MarginProblem.EMPTY, 0, "")),
        (" \n \n", (MarginProblem.EMPTY, 0, "")),
        ("margin,category,people\n", (MarginProblem.EMPTY, 0, "")),
        ("margin,category\nage,15-18\n", (MarginProblem.NO_COLUMN, 1, "people")),
        (AGES + "age,81+\n", (MarginProblem.TOO_FEW_CELLS, 4, "")),
        (AGES + "age,81+,=1+1\n", (MarginProblem.FORMULA, 4, "=1+1")),
        (AGES + "age,@SUM(A1),5\n", (MarginProblem.FORMULA, 4, "@SUM(A1)")),
        (AGES + "age,81+,-5\n", (MarginProblem.FORMULA, 4, "-5")),
        (AGES + "=cmd,81+,5\n", (MarginProblem.FORMULA, 4, "=cmd")),
        (AGES + "income,81+,5\n", (MarginProblem.UNKNOWN_MARGIN, 4, "income")),
        (AGES + "age,,5\n", (MarginProblem.CATEGORY, 4, "")),
        (AGES + "age,a&sex=f,5\n", (MarginProblem.CATEGORY, 4, "a&sex=f")),
        (AGES + "age,81+,2.5\n", (MarginProblem.NOT_A_NUMBER, 4, "2.5")),
        (AGES + "age,81+,1e9\n", (MarginProblem.NOT_A_NUMBER, 4, "1e9")),
        (AGES + "age,81+,12 34\n", (MarginProblem.NOT_A_NUMBER, 4, "12 34")),
        (AGES + "age,81+,٣٤\n", (MarginProblem.NOT_A_NUMBER, 4, "٣٤")),
        (AGES + "age,81+,100000001\n", (MarginProblem.NOT_A_NUMBER, 4, "100000001")),
        (AGES + "\nage,15-18,5\n", (MarginProblem.TWICE, 5, "15-18")),
        (AGES + "sex,female,5\nsex,male,0\n", (MarginProblem.ONE_CATEGORY, 0, "sex")),
        (AGES + 'age,"81+,5\n', (MarginProblem.NOT_TEXT, 4, "")),
        (b"PK\x03\x04\x14\x00\x06\x00", (MarginProblem.NOT_TEXT, 0, "")),
        (b"\x81\x83\x88", (MarginProblem.NOT_TEXT, 0, "")),
        (b"a" * 200_001, (MarginProblem.TOO_LARGE, 0, "")),
        (
            AGES + "".join(f"age,c{n},1\n" for n in range(1999)),
            (MarginProblem.TOO_MANY_ROWS, 2002, ""),
        ),
    ],
)
def test_rubbish_is_refused_with_its_line(
    content: str | bytes, expected: tuple[MarginProblem, int, str]
) -> None:
    assert problem(content) == expected


def _read(content: bytes) -> dict[str, dict[str, int]]:
    try:
        return {margin: dict(people) for margin, people in margin_files.read(content).items()}
    except MarginFileError:
        return {}


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_file_is_read_or_refused(rest: bytes) -> None:
    for found in (_read(rest), _read(AGES.encode() + rest)):
        assert set(found) <= set(margin_files.MARGINS)
        assert all(people >= 0 for counts in found.values() for people in counts.values())


@pytest.fixture
def office(client: FlaskClient, region: Region, catalogues: None, make_wave: MakeWave) -> FlaskClient:
    """The browser of a methodologist in a town that has published the annual questionnaire."""
    make_wave(annual(), wave_code="annual")
    return enter(client, add_person("m@testov.example", (Role.METHODOLOGIST, region)))


def upload(office: FlaskClient, content: str, page: str = PAGE, **fields: str) -> TestResponse:
    data = {
        "csrf_token": token_in(office.get(page)),
        "file": (BytesIO(content.encode()), "people.csv"),
        "source": "A register",
        "counted_on": "2025-12-31",
        **fields,
    }
    return office.post(page, data=data, content_type="multipart/form-data")


def test_a_count_comes_into_force_and_the_page_says_how_it_fits(office: FlaskClient, region: Region) -> None:
    assert "No count has been loaded" in office.get(PAGE).text
    answer = upload(
        office, AGES + "age,0-14,6500\nsex,female,5\nsex,male,5\nterritory,podhaji,1\nterritory,nadrazi,2\n"
    )
    assert (answer.status_code, answer.location) == (303, f"{PAGE}?region=testov&saved=1")
    page = office.get(answer.location).text
    assert "The new count is in force" in page
    assert "A register, counted on" in page
    assert "fit no answer of the newest questionnaire and change nothing: 0-14." in page
    assert "no question has the dimension or the list “sex”" in page
    assert "Nobody has counted people who answer: 19–26, 27–64," in page
    assert "14,950 people" in page
    with db.reading() as session:
        present = population.in_force(session, region.id)
        assert present is not None
        assert (present.sequence, present.counted_on) == (1, date(2025, 12, 31))
        event = session.query(AuditEvent).filter_by(action="margins_loaded").one()
    assert event.detail["source"] == "A register"


def test_what_is_in_force_goes_into_the_index(office: FlaskClient, make_wave: MakeWave) -> None:
    upload(office, AGES)
    upload(office, AGES.replace("1750", "1800"), source="A newer register")
    wave = make_wave({**annual(), "questionnaire_code": "other"}, wave_code="other")
    with db.reading() as session:
        found = index_inputs.of_wave(session, wave.id).document["margins"]
    assert found == {"age": {"15-18": 1800, "65-80": 6700}}
    page = office.get(PAGE).text
    assert page.index("A newer register") < page.rindex("A register")


def test_a_refused_file_names_its_line_and_keeps_what_was_typed(office: FlaskClient, region: Region) -> None:
    answer = upload(office, AGES + "age,81+,=2+2\n", source="My own count")
    assert answer.status_code == 422
    assert answer.text.count("Line 4 holds a formula (=2+2).") == 2
    assert 'href="#file"' in answer.text
    assert 'value="My own count"' in answer.text
    assert 'value="2025-12-31"' in answer.text
    with db.reading() as session:
        assert population.history(session, region.id) == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"source": " "}, "Write who counted the people."),
        ({"source": "x" * 201}, "Use at most 200 characters."),
        ({"counted_on": ""}, "Choose the day of the count."),
        ({"counted_on": "2999-01-01"}, "This day is still to come."),
        ({"counted_on": "1066-10-14"}, "Choose a day since 1900."),
    ],
)
def test_source_and_day_must_be_said(office: FlaskClient, fields: dict[str, str], sentence: str) -> None:
    answer = upload(office, AGES, **fields)
    assert answer.status_code == 422
    assert sentence in answer.text


def test_a_name_that_looks_like_markup_stays_text(office: FlaskClient) -> None:
    upload(office, AGES + "age,<b>old</b>,7\n")
    assert "<b>old" not in office.get(PAGE).text
    refused = upload(office, AGES + "age,81+,%(line)s\n")
    assert "“%(line)s” is not a number of people" in refused.text


def test_each_region_has_people_of_its_own(app: Flask, region: Region) -> None:
    elsewhere, foreign = add_region("jinde"), add_region("cizi")
    person = add_person("m@testov.example", (Role.METHODOLOGIST, region), (Role.METHODOLOGIST, elsewhere))
    office = enter(app.test_client(), person)
    upload(office, AGES, f"{PAGE}?region=jinde")
    assert "No count has been loaded" in office.get(f"{PAGE}?region=testov").text
    assert "8,450 people" in office.get(f"{PAGE}?region=jinde").text
    for address in (f"{PAGE}?region=cizi", f"{PAGE}/vzor.csv?region={foreign.code}"):
        assert office.get(address).status_code == 404


def test_the_sample_holds_what_is_asked_and_can_be_loaded_once_it_is_filled(office: FlaskClient) -> None:
    sample = office.get(f"{PAGE}/vzor.csv")
    lines = sample.text.removeprefix("\ufeff").splitlines()
    assert lines[:2] == ["margin,category,people,words", "age,15-18,,15–18"]
    assert "territory,podhaji,3260,Podhájí" in lines
    assert sample.headers["Content-Disposition"].endswith('"testov-people.csv"')
    filled = [line.replace(",,", ",10,") for line in lines]
    assert upload(office, "\n".join(filled)).status_code == 303
    assert "fit no answer" not in office.get(PAGE).text


def test_a_town_without_a_questionnaire_gets_a_sample_that_can_be_loaded(
    client: FlaskClient, region: Region
) -> None:
    office = enter(client, add_person("m@testov.example", (Role.METHODOLOGIST, region)))
    sample = office.get(f"{PAGE}/vzor.csv").text
    assert upload(office, sample).status_code == 303
    assert "There is no questionnaire yet to compare it with." in office.get(PAGE).text


def test_a_command_loads_the_same_file(app: Flask, region: Region, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(AGES, encoding="utf-8")
    run = app.test_cli_runner()
    words = ["region", "margins", str(file), "--region", "testov", "--source", "A register"]
    done = run.invoke(args=[*words, "--counted-on", "2025-12-31"])
    assert (done.exit_code, done.output) == (0, "age: 2 categories, 8450 people\n")
    with db.reading() as session:
        (found,) = population.history(session, region.id)
    assert (found.by, found.margins.source) == ("", "A register")
    assert found.margins.loaded_at <= clock.now()
    future = run.invoke(args=[*words, "--counted-on", "2999-12-31"])
    assert future.exit_code != 0
    file.write_text(AGES + "age,15-18,1\n", encoding="utf-8")
    refused = run.invoke(args=[*words, "--counted-on", "2025-12-31"])
    assert refused.exit_code == 1
    assert refused.output == "Error: people.csv: Line 4: the category is there twice (15-18).\n"
