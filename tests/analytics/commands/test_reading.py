"""CSV files as people send them are read, and what can't be read is refused with one sentence."""

import contextlib
import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.commands.reading import DELIMITERS, RefusalError, Table, read_table


def _read(tmp_path: Path, data: bytes | str) -> Table:
    path = tmp_path / "file.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_table(str(path))


def _refusal(tmp_path: Path, data: bytes | str) -> str:
    with pytest.raises(RefusalError) as refused:
        _read(tmp_path, data)
    return str(refused.value).replace(f"{tmp_path}/", "")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter_is_recognised_by_the_header(tmp_path: Path, delimiter: str) -> None:
    text = f'text{delimiter}"a, b; c"\nAhoj; světe, | zde{delimiter}1\n'.replace(
        f"Ahoj; světe, | zde{delimiter}", f'"Ahoj; světe, | zde"{delimiter}'
    )
    table = _read(tmp_path, text)
    assert table.columns == ("text", "a, b; c")
    assert table.rows == (("Ahoj; světe, | zde", "1"),)


def test_the_line_by_which_excel_says_the_delimiter_is_no_header(tmp_path: Path) -> None:
    table = _read(tmp_path, "sep=;\r\na,b;c\r\n1;2\r\n")
    assert (table.columns, table.rows, table.lines) == (("a,b", "c"), (("1", "2"),), (3,))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_czech_is_read_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    table = _read(tmp_path, "Podnět;Štítek\nPříliš žluťoučký kůň;čtení\n".encode(encoding))
    assert table.column("Podnět") == ["Příliš žluťoučký kůň"]
    assert table.column("Štítek") == ["čtení"]


def test_a_column_is_found_however_its_accents_are_composed_and_spaced(tmp_path: Path) -> None:
    assert _read(tmp_path, "  te\u030cxt ,b\nx,y\n").column("těxt") == ["x"]


def test_line_ends_delimiters_and_quotes_inside_quotes_belong_to_the_cell(tmp_path: Path) -> None:
    table = _read(tmp_path, 'text,label\r\n"jedna\r\ndva, ""tři""",a\r\n\r\nčtyři,b\r\n')
    assert table.column("text") == ['jedna\r\ndva, "tři"', "čtyři"]
    assert table.lines == (2, 5)


def test_missing_cells_are_empty_and_words_for_nothing_stay_words(tmp_path: Path) -> None:
    table = _read(tmp_path, "text,label,note\nNaN,NA\n,null,\nx,y,z,,\n")
    assert table.rows == (("NaN", "NA", ""), ("", "null", ""), ("x", "y", "z"))


def test_a_huge_cell_is_read_whole(tmp_path: Path) -> None:
    assert len(_read(tmp_path, f"text,label\n{'slovo ' * 200_000},a\n").column("text")[0]) == 1_200_000


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "file.csv is empty."),
        ("\ufeff", "file.csv is empty."),
        ("\n\n \n", "file.csv is empty."),
        ("text,label\n", "file.csv has a header and no row below it."),
        ("a,b\n1,2\n1,2,3\n", "file.csv, line 3: 3 cells, but the header has 2."),
        (b"PK\x03\x04...", "file.csv is a workbook or an archive. Save the sheet as CSV UTF-8 first."),
        (b"\xd0\xcf\x11\xe0...", "file.csv is an old Excel workbook. Save the sheet as CSV UTF-8 first."),
        (b"\x1f\x8b...", "file.csv is compressed. Unpack it first."),
        (b"%PDF-1.7", "file.csv is a PDF. A CSV file is needed."),
        (
            b"a,b\n1,\x002\n",
            "file.csv is no text file, or in an unusual encoding. Save it as CSV UTF-8.",
        ),
        (
            b"\x81\x83\x88\x90",
            "file.csv is no text file, or in an unusual encoding. Save it as CSV UTF-8.",
        ),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes | str, sentence: str) -> None:
    assert _refusal(tmp_path, data) == sentence


def test_a_quotation_mark_left_open_is_refused_with_its_line(tmp_path: Path) -> None:
    assert _refusal(tmp_path, 'a,b\n1,2\n"3,4\n5,6\n').startswith(
        "file.csv, line 3: a cell has a quotation mark that is not closed or not doubled"
    )


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="There is no file"):
        read_table(str(tmp_path / "none.csv"))
    with pytest.raises(RefusalError, match="is a folder"):
        read_table(str(tmp_path))
    with pytest.raises(RefusalError, match="can't be read"):
        read_table("a\0b")


def test_a_missing_column_is_refused_with_the_columns_there_are(tmp_path: Path) -> None:
    table = _read(tmp_path, "text,štítek\nx,y\n")
    with pytest.raises(RefusalError) as refused:
        table.column("labels")
    assert str(refused.value) == "There is no column “labels”. The columns are “text”, “štítek”."


def test_a_column_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="There are 2 columns named “text”"):
        _read(tmp_path, "text,text\nx,y\n").column("text")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_end_a_row(tmp_path: Path, end: str) -> None:
    assert _read(tmp_path, f"text,label{end}x,a{end}y,b").rows == (("x", "a"), ("y", "b"))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=200), st.text(alphabet='ab,;|"\t\r\n čé\0', max_size=80).map(str.encode)))
def test_whatever_is_in_a_file_it_is_read_or_refused(tmp_path: Path, data: bytes) -> None:
    with contextlib.suppress(RefusalError):
        table = _read(tmp_path, data)
        assert all(len(row) == len(table.columns) for row in table.rows)


@given(st.lists(st.tuples(st.text(alphabet='ab,;|"\t\n č'), st.sampled_from("xy")), min_size=1, max_size=5))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_a_spreadsheet_writes_is_read_back(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    for delimiter in DELIMITERS:
        file = io.StringIO(newline="")
        csv.writer(file, delimiter=delimiter).writerows([("text", "label"), *rows])
        assert _read(tmp_path, file.getvalue()).rows == tuple(rows)
