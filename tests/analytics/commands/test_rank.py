"""`python -m analytics rank`: a triage out of a file, played again."""

import json
from pathlib import Path
from typing import Any

import pytest

from analytics.commands import REFUSED, main

FIGURES = ("wss_95", "rrf_10", "atd", "share")
CARE = [f"Pečovatelka nepřišla do ulice {i}" for i in range(6)]
OTHERS = [f"Autobus číslo {i} nejel" for i in range(24)]


def write(folder: Path, texts: list[str], verdicts: list[str], header: str = "text,label") -> str:
    file = folder / "texts.csv"
    rows = [f'"{text}",{verdict}' for text, verdict in zip(texts, verdicts, strict=True)]
    file.write_text("\n".join([header, *rows]), encoding="utf-8")
    return str(file)


def rank(capsys: pytest.CaptureFixture[str], file: str, *options: str) -> dict[str, Any]:
    assert main(("rank", file, "--text", "text", "--label", "label", "--json", *options)) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def refusal(capsys: pytest.CaptureFixture[str], file: str, *options: str) -> str:
    assert main(("rank", file, "--text", "text", "--label", "label", *options)) == REFUSED
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_a_clear_subject_is_found_early_and_the_same_seed_gives_the_same_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, CARE + OTHERS, ["1"] * 6 + ["0"] * 24)
    found = rank(capsys, file, "--runs", "4", "--batch", "1")
    assert (found["n"], found["relevant"], found["runs"], found["seed"]) == (30, 6, 4, 42)
    assert found["share"]["value"] == pytest.approx(5 / 28), "five are left to find, and come first"
    assert found["wss_95"]["value"] == pytest.approx(0.95 - 5 / 28)
    assert rank(capsys, file, "--runs", "4", "--batch", "1") == found


def test_intervals_end_where_the_figures_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, [""] * 12, ["1", "0", "0", "0", "0", "0", "1", "0", "0", "0", "0", "1"])
    found = rank(capsys, file, "--runs", "4")
    for name in FIGURES:
        least, most = (-0.05, 0.95) if name == "wss_95" else (0.0, 1.0)
        figure = found[name]
        assert least - 1e-9 <= figure["low"] <= figure["value"] <= figure["high"] <= most, name
    assert found["share"]["low"] < found["share"]["high"] == 1.0, "a t interval alone would go on"


def test_one_run_has_no_interval(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = rank(capsys, write(tmp_path, CARE + OTHERS, ["ano"] * 6 + ["ne"] * 24), "--runs", "1")
    assert all((found[name]["low"], found[name]["high"]) == (None, None) for name in FIGURES)


@pytest.mark.parametrize(("relevant", "said"), [(0, "0 of 5"), (1, "1 of 5"), (5, "5 of 5")])
def test_where_there_is_nothing_to_find_or_to_save_one_sentence_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], relevant: int, said: str
) -> None:
    file = write(tmp_path, OTHERS[:5], ["1"] * relevant + ["0"] * (5 - relevant))
    assert f"By “label”, {said} texts are looked for; at least two have to be" in refusal(capsys, file)


def test_an_empty_verdict_counts_as_no_and_empty_texts_are_read_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = rank(capsys, write(tmp_path, ["", "…", *OTHERS[:4]], ["1", "1", "", "1", "", ""]))
    assert (found["n"], found["relevant"]) == (6, 3)


def test_texts_without_a_single_word_have_figures_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rank(capsys, write(tmp_path, ["", "", "!", "?"], ["1", "1", "0", "0"]))["n"] == 4


def test_verdicts_that_are_neither_yes_nor_no_are_refused_with_their_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refusal(capsys, write(tmp_path, OTHERS[:4], ["1", "0", "2", "1"]))
    assert "Line 4: “label” holds “2”" in said
    assert "--value" in said


def test_one_label_of_several_is_looked_for_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, CARE + OTHERS, ["péče; doma"] * 6 + ["doprava"] * 24)
    found = rank(capsys, file, "--value", "péče", "--multilabel", ";")
    assert found["relevant"] == 6
    assert "0 of 30 texts" in refusal(capsys, file, "--value", "pece", "--multilabel", ";")
    assert "--value" in refusal(capsys, file, "--multilabel", ";")


def test_people_are_told_how_many_texts_and_how_often_they_were_ordered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, CARE + OTHERS, ["1"] * 6 + ["0"] * 24)
    assert main(("rank", file, "--text", "text", "--label", "label", "--runs", "2")) == 0
    shown = capsys.readouterr().out
    assert "30 texts, 6 of them relevant; 2 runs, ordered anew as often as in the queue." in shown
    assert "WSS@95" in shown
    assert main(("rank", file, "--text", "text", "--label", "label", "--runs", "1", "--batch", "5")) == 0
    assert "one run, ordered anew after every 5 texts." in capsys.readouterr().out
