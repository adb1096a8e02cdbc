"""`python -m analytics estimate`: a share out of a file."""

import json
from pathlib import Path

import numpy as np
import pytest

from analytics.__main__ import main
from analytics.commands import REFUSED
from analytics.estimation.ppi import ppi_mean


def write(folder: Path, *rows: str, header: str = "score,gold") -> str:
    file = folder / "texts.csv"
    file.write_text("\n".join((header, *rows)), encoding="utf-8")
    return str(file)


def estimate(capsys: pytest.CaptureFixture[str], file: str, *options: str) -> dict[str, object]:
    asked = ("estimate", file, "--predicted", "score", "--gold", "gold", "--json", *options)
    assert main(asked) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def refusal(capsys: pytest.CaptureFixture[str], file: str, *options: str) -> str:
    assert main(("estimate", file, "--predicted", "score", "--gold", "gold", *options)) == REFUSED
    return capsys.readouterr().err


@pytest.fixture
def town() -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(3)
    truth = (random.random(900) < 0.3).astype(int)
    return truth, np.round(np.clip(0.5 * truth + random.normal(0.2, 0.2, 900), 0, 1), 3)


def test_a_file_gives_what_the_formulas_give(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], town: tuple[np.ndarray, np.ndarray]
) -> None:
    truth, scores = town
    rows = [f"{score},{truth[row] if row < 250 else ''}" for row, score in enumerate(scores)]
    found = estimate(capsys, write(tmp_path, *rows))
    expected = ppi_mean(truth[:250], scores[:250], scores[250:])
    assert found["share"] == {"value": expected.value, "low": expected.low, "high": expected.high}
    assert (found["n"], found["rest"], found["method"]) == (250, 650, "ppi")
    assert found["lambda"] == expected.weight_of_machine


def test_yes_and_no_are_read_in_words_and_a_decimal_comma_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ["0,9;ano", "0,8;TRUE", "0,1;ne", "0;false", "ano;1", "ne;0"]
    found = estimate(capsys, write(tmp_path, *rows, header="score;gold"))
    assert found["share"]["value"] == 0.5
    assert (found["n"], found["rest"], found["method"]) == (6, 0, "count")


def test_one_label_of_several_is_estimated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ["praise,praise", "complaint,praise", "complaint,complaint", "praise,question"]
    found = estimate(capsys, write(tmp_path, *rows), "--label", "praise")
    assert found["share"]["value"] == 0.5
    assert found["counted"] == 0.5


def test_the_chance_of_each_row_is_its_weight(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read = ["0,0,0.5"] * 100 + ["0,1,0.1"] * 20
    file = write(tmp_path, *read, *["0,,"] * 280, header="score,gold,chance")
    assert estimate(capsys, file, "--chance", "chance")["share"]["value"] == pytest.approx(0.5)
    assert estimate(capsys, file)["share"]["value"] == pytest.approx(1 / 6)
    bad = write(tmp_path, *read, "0,1,0", header="score,gold,chance")
    assert "Line 122" in refusal(capsys, bad, "--chance", "chance")


def test_people_get_a_table_and_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, *["0.5,1"] * 30, *["0.5,0"] * 30, *["0.5,"] * 40)
    assert main(("estimate", file, "--predicted", "score", "--gold", "gold")) == 0
    told = capsys.readouterr().out
    assert "0.500 [" in told
    assert "Fewer than 200 rows have no label: read them all" in told
    assert "drawn by chance" in told


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (["0.5,", "0.2,"], "somebody has to read a sample first"),
        (["0.5,1", ",0"], "Line 3: “score” is empty"),
        (["0.5,1", "high,0"], "holds “high”, which is no number"),
        (["0.5,1", "nan,0"], "holds “nan”, which is no number"),
        (["0.5,1", "0.1,maybe"], "neither 1 nor 0"),
    ],
)
def test_what_cannot_be_estimated_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rows: list[str], sentence: str
) -> None:
    assert sentence in refusal(capsys, write(tmp_path, *rows))
