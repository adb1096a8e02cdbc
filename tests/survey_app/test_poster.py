"""The poster and its QR code: the right address, in every language of the wave, with its text twin."""

import io
import re
from xml.etree import ElementTree as ET

import pytest
import segno
import zxingcpp
from flask.testing import FlaskClient
from PIL import Image, ImageDraw

from survey_app.models import Region, Wave
from survey_app.vocabulary import Role
from tests.survey_app.conftest import MakeWave
from tests.survey_app.office import add_person, enter

SVG = "{http://www.w3.org/2000/svg}"
QUIET = 4


@pytest.fixture
def wave(make_wave: MakeWave) -> Wave:
    """An open wave."""
    return make_wave()


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a coordinator."""
    return enter(client, add_person("k@testov.example", (Role.COORDINATOR, region)))


def drawn(svg: str) -> list[list[bool]]:
    """Return the dark modules that the strokes of a code's drawing cover, the quiet zone included."""
    picture = ET.fromstring(svg)  # noqa: S314  # our own drawing
    size = int(picture.attrib["viewBox"].split()[-1])
    dark = [[False] * size for _ in range(size)]
    strokes = [each for each in picture.iter(f"{SVG}path") if each.get("stroke") == "#000"]
    x, y = 0.0, 0.0
    for letter, numbers in re.findall(r"([Mmh])([^Mmh]*)", strokes[0].attrib["d"]):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if letter == "h":
            for column in range(int(x), int(x + values[0])):
                dark[int(y)][column] = True
            x += values[0]
        else:
            x, y = (values[0], values[1]) if letter == "M" else (x + values[0], y + values[1])
    return dark


def expected(address: str) -> list[list[bool]]:
    return [
        [bool(module) for module in row]
        for row in segno.make_qr(address, error="m").matrix_iter(border=QUIET)
    ]


def test_the_code_holds_the_address_and_a_quiet_zone(office: FlaskClient, wave: Wave) -> None:
    for tag, address in (
        ("cs", f"http://localhost/dotaznik/{wave.wave_code}"),
        ("en", f"http://localhost/en/dotaznik/{wave.wave_code}"),
        ("fr", f"http://localhost/dotaznik/{wave.wave_code}"),
    ):
        answer = office.get(f"/uk/urad/vlny/{wave.wave_code}/kod.svg?jazyk={tag}")
        assert answer.mimetype == "image/svg+xml"
        assert drawn(answer.text) == expected(address), tag
        assert f"<title>{address}</title>" in answer.text
    edges = drawn(office.get(f"/urad/vlny/{wave.wave_code}/kod.svg").text)
    assert not any(any(row) for row in (*edges[:QUIET], *edges[-QUIET:]))


def test_a_phone_reads_the_picture_of_pixels_askew_and_with_a_hole_torn_into_it(
    office: FlaskClient, wave: Wave
) -> None:
    answer = office.get(f"/urad/vlny/{wave.wave_code}/kod.png?jazyk=en")
    assert answer.headers["Content-Disposition"] == f"attachment; filename={wave.wave_code}-en.png"
    picture = Image.open(io.BytesIO(answer.data)).convert("L")
    width, height = picture.size
    assert width == height >= 500, "large enough for print"
    hole = (width * 0.45, height * 0.45, width * 0.65, height * 0.65)
    ImageDraw.Draw(picture).rectangle(hole, fill="white")
    askew = picture.rotate(17, expand=True, fillcolor="white")
    read = [found.text for found in zxingcpp.read_barcodes(askew)]
    assert read == [f"http://localhost/en/dotaznik/{wave.wave_code}"]


def test_the_poster_speaks_the_language_that_was_chosen_around_it_that_of_staff(
    office: FlaskClient, wave: Wave
) -> None:
    page = office.get(f"/en/urad/vlny/{wave.wave_code}/plakat?jazyk=cs").text
    assert "Print this page on one sheet of A4." in page
    sheet = page.partition("<article")[2].partition("</article>")[0]
    assert 'lang="cs"' in sheet
    assert "Maličký dotazník" in sheet
    assert f"http://localhost/dotaznik/{wave.wave_code}<" in sheet
    assert f"/en/urad/vlny/{wave.wave_code}/kod.svg?jazyk=cs" in sheet
    assert "+420 000 000 000" in sheet
    english = office.get(f"/en/urad/vlny/{wave.wave_code}/plakat").text
    assert "A tiny questionnaire" in english
    assert f"http://localhost/en/dotaznik/{wave.wave_code}<" in english


def test_an_unannounced_wave_warns_that_its_address_does_not_work_yet(
    office: FlaskClient, make_wave: MakeWave
) -> None:
    draft = make_wave(approved=False)
    page = office.get(f"/en/urad/vlny/{draft.wave_code}/plakat").text
    assert "does not work for citizens yet" in page
