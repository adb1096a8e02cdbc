"""`evaluate` measures on any labelled CSV, says how, and the figures are the same each time."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from analytics.commands import main

PLACES = {"doprava": ["autobus", "vlak", "zastávka"], "zdraví": ["lékař", "ordinace", "čekárna"]}
ENDS = [
    "je daleko",
    "nejezdí včas",
    "má krátké hodiny",
    "prosím opravte",
    "děkuji za ochotu",
    "chybí",
    "nevím",
]


def _rows() -> list[tuple[str, str]]:
    pairs = [(place, word, end) for place, words in PLACES.items() for word in words for end in ENDS]
    return [(f"Náš {word} {end}.", place) for place, word, end in pairs]


def _file(path: Path, rows: list[tuple[str, str]], header: tuple[str, str] = ("podnět", "štítky")) -> str:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, *rows])
    return str(path)


def _evaluate(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    columns = ("--text", "podnět", "--labels", "štítky", "--json")
    assert main(["evaluate", *arguments, *columns]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    document: dict[str, Any] = json.loads(out)
    return document


def _refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["evaluate", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_every_figure_is_there_with_its_interval(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _evaluate(capsys, _file(tmp_path / "a.csv", _rows()))
    for key in ("macro_f1", "micro_f1", "samples_f1", "exact_match"):
        assert 0 <= found[key]["low"] <= found[key]["value"] <= found[key]["high"] <= 1
    assert found["micro_f1"] == found["exact_match"] == found["samples_f1"]
    assert found["macro_f1"]["value"] > 0.9
    assert (found["n"], found["labels"], found["folds"]) == (42, ["doprava", "zdraví"], 5)
    assert found["per_label"]["doprava"]["n"] == 21
    assert found["texts_per_second_training"] > 0
    assert found["texts_per_second_prediction"] > 0


def test_the_figures_are_the_same_each_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _file(
        tmp_path / "a.csv", [(text, label if i % 5 else "jiné") for i, (text, label) in enumerate(_rows())]
    )
    first, second = _evaluate(capsys, file), _evaluate(capsys, file)
    for document in (first, second):
        for key in ("seconds", "texts_per_second_training", "texts_per_second_prediction"):
            del document[key]
    assert first == second


def test_labels_that_anyone_may_have_many_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [(f"{a[0]} {b[0]}", f"{a[1]}| {b[1]}") for a, b in zip(_rows(), reversed(_rows()), strict=True)]
    rows += [*_rows(), ("ahoj", ""), ("něco", "vzácné")]
    found = _evaluate(capsys, _file(tmp_path / "a.csv", rows), "--multilabel", "|")
    assert found["n"] == 86
    assert found["per_label"]["zdraví"]["n"] == 63
    assert found["left_out"]["labels"] == {"vzácné": 1}
    assert found["left_out"]["texts_with_such_labels"] == 1
    all_labels = _evaluate(capsys, _file(tmp_path / "a.csv", rows), "--multilabel", "|", "--min-count", "1")
    assert all_labels["per_label"]["vzácné"]["n"] == 1
    assert all_labels["left_out"]["labels"] == {}


def test_copies_are_learned_from_unless_they_are_grouped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _file(tmp_path / "a.csv", [*_rows(), *((text.upper() + "!!", label) for text, label in _rows())])
    plain, grouped = _evaluate(capsys, file), _evaluate(capsys, file, "--group-duplicates")
    assert plain["copies_learned_from"] > 50
    assert grouped["copies_learned_from"] == 0


def test_a_test_file_is_judged_with_the_labels_of_what_was_learned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    learned = _file(tmp_path / "a.csv", _rows())
    judged = _file(
        tmp_path / "b.csv", [("Autobus nejede", "doprava"), ("Kde je lékař?", "zdraví"), ("?", "nové")]
    )
    found = _evaluate(capsys, learned, "--test", judged)
    assert found["folds"] is None
    assert found["n"] == 3
    assert found["per_label"]["nové"] == {**found["per_label"]["nové"], "n": 1, "predicted": 0, "value": 0.0}
    assert found["exact_match"]["value"] == pytest.approx(2 / 3)
    only_known = _evaluate(capsys, learned, "--test", judged, "--min-count", "1")
    assert (only_known["n"], only_known["exact_match"]["value"]) == (2, 1.0)
    assert only_known["left_out"]["labels"] == {"nové": 0}


def test_copies_of_the_test_file_are_not_learned_from_when_grouped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    learned, judged = _file(tmp_path / "a.csv", _rows()), _file(tmp_path / "b.csv", _rows()[::6])
    plain = _evaluate(capsys, learned, "--test", judged)
    grouped = _evaluate(capsys, learned, "--test", judged, "--group-duplicates")
    assert (plain["copies_learned_from"], grouped["copies_learned_from"]) == (7, 0)
    assert grouped["left_out"]["copies_of_judged_texts"] == 7
    said = _refusal(
        capsys, learned, "--test", learned, "--group-duplicates", "--text", "podnět", "--labels", "štítky"
    )
    assert said == "Nothing is left to learn from, or to judge.\n"


def test_the_price_of_missing_accents_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _file(tmp_path / "a.csv", _rows())
    found = _evaluate(capsys, file, "--strip-diacritics")
    assert found["without_diacritics"] is True
    assert abs(found["loss_without_diacritics"]["value"]) <= 0.02
    assert "loss_without_diacritics" not in _evaluate(capsys, file)


def test_people_get_a_table_that_fits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [(text, f"{label} a všechno, co k tomu patří, {'velmi ' * 20}široce") for text, label in _rows()]
    file = _file(tmp_path / "a.csv", [*rows, ("x", "")])
    assert main(["evaluate", file, "--text", "podnět", "--labels", "štítky", "--strip-diacritics"]) == 0
    out = capsys.readouterr().out
    assert max(len(line) for line in out.splitlines()) <= 100
    assert "42 texts judged, 2 labels, one label for each." in out
    assert "Left out: 1 texts with no label." in out
    assert re.search(
        r"^macro F1 \(mean of the labels\)   [01]\.\d{3} \[[01]\.\d{3}, [01]\.\d{3}\]$", out, re.M
    )


def test_what_cannot_be_done_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _file(tmp_path / "a.csv", _rows())
    assert "The columns are “podnět”, “štítky”." in _refusal(
        capsys, file, "--text", "text", "--labels", "štítky"
    )
    columns = ("--text", "podnět", "--labels", "štítky")
    assert "can't be parted" in _refusal(capsys, file, *columns, "--folds", "43")
    assert "is a folder" in _refusal(capsys, str(tmp_path), *columns)
    assert "No label has 30 rows" in _refusal(capsys, file, *columns, "--min-count", "30")
    strange = _file(tmp_path / "c.csv", _rows(), ("podnět", "dva\nřádky"))
    assert "“podnět”, “dva řádky”" in _refusal(capsys, strange, *columns)
    silent = _file(tmp_path / "b.csv", [("", "a"), ("?!", "a"), ("", "b")])
    assert "has a word in it" in _refusal(capsys, silent, *columns)


@pytest.mark.parametrize(
    "wrong",
    [
        ["--folds", "1"],
        ["--folds", "x"],
        ["--seed", "-1"],
        ["--multilabel", ""],
        ["--folds", "3", "--test", "b"],
    ],
)
def test_options_that_make_no_sense_are_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["evaluate", "a.csv", "--text", "a", "--labels", "b", *wrong])
    assert refused.value.code == 2
    assert "error: argument" in capsys.readouterr().err
