"""Files of responses read back by others: SPSS and Stata by pyreadstat, workbooks by openpyxl."""

import csv
import io
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pyreadstat
import pytest
from openpyxl.utils.escape import unescape

from forms.codebook import Circumstances, ddi, variables, words
from forms.definition import Questionnaire, load
from forms.export import NO_ANSWER, NOT_ASKED, RARE, Value, row
from survey_app.jobs.export_files import files, safer, workbook
from survey_app.jobs.export_files.statistics import LONGEST_STATA_TEXT, STATA_MISSING
from survey_app.jobs.export_files.table import Recording, Table, rows
from survey_app.vocabulary import ExportFormat

LONG = "Příliš žluťoučký kůň úpěl ďábelské ódy, " * 50  # 2,000 characters
STRANGE = "<r>\"uvozovky\" & 'apostrof' = „české“ 😀 _x000D_</r>"
ODD_WORDS = ("=1+1", "<r><t>podvrh</t></r>", "_x0041_ & <b>", " mezery ", "NO_ANSWER", "řádek\nřádek", "")


def option(code: str, label: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "labels": {"cs": label}, **more}


def questionnaire() -> Questionnaire:
    used = {"op": "in", "item": "used", "options": ["yes"]}
    items = [
        {"item_code": "used", "type": "yes_no", "texts": {"cs": STRANGE}},
        {
            "item_code": "long_" + "x" * 40 + "1",
            "type": "single_choice",
            "texts": {"cs": LONG},
            "options": [option("a", LONG[:490] + "A"), option("b", LONG[:490] + "B"), option("dk", "nevím")],
            "visible_if": used,
        },
        {
            "item_code": "long_" + "x" * 40 + "2",
            "type": "rating",
            "scale": "grades",
            "texts": {"cs": LONG},
        },
        {
            "item_code": "several",
            "type": "multiple_choice",
            "texts": {"cs": LONG},
            "options": [option("p", "první"), option("d", "druhá", write_in=True)],
        },
        {"item_code": "born", "type": "year", "texts": {"cs": "Kdy?"}},
        {"item_code": "money", "type": "number", "texts": {"cs": "Kolik?"}, "minimum": -100},
        {"item_code": "day", "type": "date", "texts": {"cs": "Který den?"}},
        {"item_code": "words", "type": "open_ended", "texts": {"cs": "Co změnit?"}},
    ]
    grades = [option("5", "výborně", score=100), option("1", "zle", score=0), option("9", "nevím")]
    return load(
        {
            "questionnaire_code": "odd",
            "version": "1",
            "titles": {"cs": "Zvláštní"},
            "languages": ["cs"],
            "scales": [{"code": "grades", "options": grades}],
            "sections": [{"section_code": "all", "titles": {"cs": "Vše"}, "items": items}],
        }
    )


ODD = questionnaire()
FIRST, SECOND = (f"long_{'x' * 40}{number}" for number in "12")
KNOWN = Circumstances((1,), ("paper", "web"), ("cs", "uk"))
STUDY = ddi.Study(
    "odd-1", ODD.titles, {}, "Měřín", date(2026, 1, 1), date(2026, 1, 9), [words.MODES["web"]], 0
)


def answered(**answers: Any) -> dict[str, Value]:
    return row(ODD, answers, texts=True) | {
        "version": "1",
        "mode": answers.get("mode", "web"),
        "language": "cs",
        "received_on": answers.get("received_on", "2026-01-05"),
        "late": 0,
    }


def table(responses: Sequence[dict[str, Value]], *, texts: bool = True) -> Table:
    recording = Recording(variables([ODD], KNOWN, texts=texts))
    for response in responses:
        recording.add(response)
    return recording.table()


def written(what: Table, form: ExportFormat) -> bytes:
    with tempfile.TemporaryFile() as file:
        files.write(what, form, file, STUDY, ODD)
        file.seek(0)
        return file.read()


def column(what: Table, heading: str) -> list[Value]:
    place = [each.variable.heading for each in what.columns].index(heading)
    return [each[place] for each in rows(what)]


@pytest.fixture
def odd() -> Table:
    return table(
        [
            answered(
                used="yes",
                born=1950,
                money=-3.5,
                day="2024-02-29",
                words="Dobře – díky",
                several=["d"],
                **{FIRST: "dk", SECOND: "9", "several.write_in": "=1+1"},
            ),
            answered(used="no", **{SECOND: "5"}),
        ]
    )


def read_sav(what: Table, tmp_path: Path) -> tuple[Any, Any]:
    path = tmp_path / "odd.sav"
    path.write_bytes(written(what, ExportFormat.SPSS))
    return pyreadstat.read_sav(path, user_missing=True, disable_datetime_conversion=True)


def read_dta(what: Table, tmp_path: Path) -> tuple[Any, Any]:
    path = tmp_path / "odd.dta"
    path.write_bytes(written(what, ExportFormat.STATA))
    return pyreadstat.read_dta(path, user_missing=True, disable_datetime_conversion=True)


def test_spss_gives_back_every_value_and_every_label(odd: Table, tmp_path: Path) -> None:
    frame, meta = read_sav(odd, tmp_path)

    for each in odd.columns:
        variable = each.variable
        if variable.kind == "text":
            continue
        found = frame[variable.name].tolist()
        if variable.kind != "date":
            assert found == each.values.tolist(), variable.name
        labels = meta.variable_value_labels[variable.name]
        assert set(labels) == {c.number for c in variable.categories} | set(variable.missing.values())
        assert meta.missing_ranges[variable.name] == [
            {"lo": labels_low(variable), "hi": labels_high(variable)}
        ]
    assert [meta.column_names_to_labels[each.variable.name] for each in odd.columns] == [
        each.variable.label("cs", 255) for each in odd.columns
    ]
    assert meta.variable_value_labels["used"][1] == "ano"
    assert meta.variable_value_labels["used"][-2] == "bez odpovědi"


def labels_low(variable: Any) -> int:
    return min(variable.missing.values())


def labels_high(variable: Any) -> int:
    return max(variable.missing.values())


def test_spss_reads_days_and_ways_of_missing_as_they_were_meant(odd: Table, tmp_path: Path) -> None:
    path = tmp_path / "odd.sav"
    path.write_bytes(written(odd, ExportFormat.SPSS))

    frame, _ = pyreadstat.read_sav(path)

    assert frame["day"][0] == date(2024, 2, 29)
    assert frame["received_on"].tolist() == [date(2026, 1, 5)] * 2
    assert frame["born"].isna().tolist() == [False, True]
    assert frame["money"][0] == -3.5
    assert frame["words"].tolist() == ["Dobře – díky", NO_ANSWER]


def test_labels_of_two_thousand_characters_are_cut_between_letters(odd: Table, tmp_path: Path) -> None:
    _, meta = read_sav(odd, tmp_path)
    first, second = (
        next(each.variable.name for each in odd.columns if each.variable.heading == heading)
        for heading in (FIRST, SECOND)
    )

    assert first != second
    assert all(len(label.encode()) <= 120 for label in meta.variable_value_labels[first].values())
    assert meta.variable_value_labels[first][1].endswith("…")
    assert len(meta.column_names_to_labels[first].encode()) <= 255
    assert meta.column_names_to_labels["several_p"].endswith("… – první")
    assert meta.column_names_to_labels["used"] == STRANGE


def test_stata_gives_back_every_value_and_every_label(odd: Table, tmp_path: Path) -> None:
    frame, meta = read_dta(odd, tmp_path)

    for each in odd.columns:
        variable = each.variable
        if variable.kind in ("text", "date"):
            continue
        letters = dict(zip(variable.missing.values(), STATA_MISSING, strict=True))
        wanted = [letters.get(number, number) for number in each.values.tolist()]
        assert frame[variable.name].tolist() == wanted, variable.name
        labels = meta.variable_value_labels[variable.name]
        assert set(labels) == {c.number for c in variable.categories} | set(STATA_MISSING)
    assert meta.variable_value_labels["used"]["a"] == "nepoloženo"
    long = next(each.variable.name for each in odd.columns if each.variable.heading == FIRST)
    assert meta.variable_value_labels[long][1] == " ".join((LONG[:490] + "A").split())
    assert frame["words"].tolist() == ["Dobře – díky", NO_ANSWER]


def test_stata_reads_days(odd: Table, tmp_path: Path) -> None:
    path = tmp_path / "odd.dta"
    path.write_bytes(written(odd, ExportFormat.STATA))

    frame, _ = pyreadstat.read_dta(path)

    assert frame["day"][0] == date(2024, 2, 29)


@pytest.mark.parametrize("words", ODD_WORDS)
def test_words_come_out_of_a_workbook_as_they_were_written(words: str) -> None:
    what = table([answered(used="yes", words=words or None)])

    book = openpyxl.load_workbook(io.BytesIO(written(what, ExportFormat.XLSX)))

    heading, values = (list(line) for line in book["data"].iter_rows())
    cell = values[[each.value for each in heading].index("words")]
    assert unescape(cell.value) == (words or NO_ANSWER)
    assert cell.data_type in ("s", "inlineStr")


def test_a_workbook_says_what_columns_and_codes_mean(odd: Table) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(odd, ExportFormat.XLSX)))

    assert book.sheetnames == list(workbook.SHEETS)
    data = [[cell.value for cell in line] for line in book["data"].iter_rows()]
    assert [tuple(line) for line in data[1:]] == list(rows(odd))
    described = {line[0].value: [cell.value for cell in line] for line in book["variables"].iter_rows()}
    assert described["several/p"][1:3] == ["several_p", "several"]
    assert ("used", 1, "yes", "ano") in set(book["values"].iter_rows(values_only=True))


def test_columns_of_a_workbook_are_lettered_as_spreadsheets_do() -> None:
    assert [workbook.letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_csv_has_codes_and_no_formula(odd: Table) -> None:
    content = written(odd, ExportFormat.CSV)
    found = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))

    assert content.startswith(b"\xef\xbb\xbf")
    assert (found[0]["several/d"], found[0]["several.write_in"]) == ("1", "'=1+1")
    assert (found[0]["money"], found[0]["day"], found[1]["born"]) == ("-3.5", "2024-02-29", NO_ANSWER)
    assert found[1][FIRST] == NOT_ASKED


def test_long_words_are_cut_for_stata_and_the_label_says_so(tmp_path: Path) -> None:
    what = table([answered(used="yes", words="ž" * 3_000), answered(used="no")])

    frame, meta = read_dta(what, tmp_path)

    assert frame["words"][0] == "ž" * (LONGEST_STATA_TEXT // 2)
    assert "zkráceny na 2000" in meta.column_names_to_labels["words"]
    assert read_sav(what, tmp_path)[0]["words"][0] == "ž" * 3_000


@pytest.mark.parametrize("form", list(ExportFormat))
def test_a_wave_without_responses_has_a_file_in_every_format(form: ExportFormat) -> None:
    assert len(written(table([]), form)) > 100


def test_coarse_days_are_months_and_years_are_bands(tmp_path: Path) -> None:
    what = safer.coarsened(
        table([answered(born=1950 + place, received_on=f"2026-01-{place + 1:02}") for place in range(20)])
    )

    assert set(column(what, "received_on")) == {"2026-01"}
    assert set(column(what, "born")) == {"1950-1959", "1960-1969"}
    frame, meta = read_sav(what, tmp_path)
    assert meta.variable_value_labels["born"][2] == "1960–1969"
    first_of_january = (date(2026, 1, 1) - date(1582, 10, 14)).days * 86_400
    assert (set(frame["received_on"]), meta.original_variable_types["received_on"]) == (
        {first_of_january},
        "MOYR8",
    )
    months, meta = read_dta(what, tmp_path)
    assert (set(months["received_on"]), meta.original_variable_types["received_on"]) == ({66 * 12}, "%tm")


def test_ten_people_share_the_lowest_and_the_highest_number() -> None:
    what = safer.coarsened(table([answered(money=place) for place in range(30)] + [answered(money=10**9)]))

    found = [value for value in column(what, "money") if value != NO_ANSWER]

    assert (min(found), found.count(min(found))) == (9, 10)
    assert (max(found), found.count(max(found))) == (21, 10)


def test_numbers_of_fewer_than_twenty_people_are_one_number() -> None:
    what = safer.coarsened(table([answered(money=place) for place in range(19)] + [answered()]))

    assert set(column(what, "money")) == {9, NO_ANSWER}


def test_few_people_who_answered_in_another_way_came_in_some_other_way() -> None:
    responses = [answered(mode="paper")] * 3 + [answered()] * 40
    what = safer.coarsened(
        table([each | {"language": "uk"} if n < 12 else each for n, each in enumerate(responses)])
    )

    # "Other" has to be shared by ten, so the web goes into it where there is nothing else.
    assert set(column(what, "mode")) == {"other"}
    assert set(column(what, "language")) == {"uk", "cs"}


@pytest.mark.parametrize("safe", [safer.coarsened, safer.without_rare])
def test_what_few_people_did_is_named_nowhere_in_the_file(safe: Callable[[Table], Table]) -> None:
    known = Circumstances((1, 2), ("interview", "meeting", "paper", "web"), ("cs", "uk"))
    recording = Recording(variables([ODD], known, texts=False))
    for mode, times in {"interview": 4, "meeting": 8, "paper": 20, "web": 30}.items():
        for _ in range(times):
            recording.add(answered(mode=mode) | {"version": "2" if mode == "meeting" else "1"})
    what = safe(recording.table())

    (mode,) = (each for each in what.columns if each.variable.heading == "mode")
    told = [category.code for category in mode.variable.categories]
    assert told == (["paper", "web", "other"] if safe is safer.coarsened else ["paper", "web"])
    assert [category.number for category in mode.variable.categories] == list(range(1, len(told) + 1))
    hidden = "other" if safe is safer.coarsened else RARE
    assert column(what, "mode") == [hidden] * 12 + ["paper"] * 20 + ["web"] * 30
    for form in (ExportFormat.CODEBOOK, ExportFormat.SPSS, ExportFormat.STATA):
        content = written(what, form).decode(errors="replace")
        assert "na papíře" in content
        assert "na setkání" not in content
        assert "rozhovor" not in content


def test_versions_keep_their_numbers_where_a_rare_one_is_taken_out() -> None:
    recording = Recording(variables([ODD], Circumstances((2, 3, 5, 7), ("web",), ("cs",)), texts=False))
    for version, times in {"2": 4, "3": 8, "5": 12, "7": 30}.items():
        for _ in range(times):
            recording.add(answered() | {"version": version})
    what = safer.without_rare(recording.table())

    (version,) = (each.variable for each in what.columns if each.variable.heading == "version")
    assert [category.number for category in version.categories] == [5, 7]
    assert set(column(what, "version")) == {RARE, "5", "7"}


def test_a_rare_answer_is_never_the_only_one_behind_its_code() -> None:
    def rated(code: str, times: int) -> list[dict[str, Value]]:
        return [answered(**{SECOND: code})] * times

    what = safer.without_rare(table(rated("5", 30) + rated("1", 12) + rated("9", 3)))

    assert column(what, SECOND).count(RARE) == 15
    assert column(what, SECOND).count("5") == 30
    assert column(what, SECOND).count("1") == 0


def test_what_nearly_everybody_or_nearly_nobody_ticked_tells_nothing() -> None:
    what = safer.without_rare(table([answered(several=["p"])] * 50 + [answered(several=["d"])] * 4))

    assert set(column(what, "several/p")) == {RARE}


def test_ways_of_missing_stay_what_they_are_however_few() -> None:
    what = safer.without_rare(
        safer.coarsened(table([answered(used="yes")] * 30 + [answered(used="no")] * 15))
    )

    assert column(what, FIRST).count(NOT_ASKED) == 15
    assert column(what, "born").count(NO_ANSWER) == 45


def test_rare_answers_are_missing_for_spss_and_stata(tmp_path: Path) -> None:
    days = [(date(2026, 1, 1) + timedelta(place)).isoformat() for place in range(40)]
    what = safer.without_rare(
        table(
            [
                answered(received_on=day, **{SECOND: "9" if place < 9 else "5"})
                for place, day in enumerate(days)
            ]
        )
    )
    name = next(each.variable.name for each in what.columns if each.variable.heading == SECOND)

    frame, _ = read_sav(what, tmp_path)
    stata, _ = read_dta(what, tmp_path)

    assert set(frame[name]) == {-4}
    assert set(stata[name]) == {"d"}
