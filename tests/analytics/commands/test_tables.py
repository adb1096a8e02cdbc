"""Tables for people are aligned, fit a hundred columns, and say nothing with more digits than it has."""

from analytics.commands.tables import WIDTH, count, display_width, interval, shortened, table, wrapped


def test_columns_are_aligned_whatever_the_alphabet() -> None:
    lines = table(("štítek", "n"), [("děti", "1"), ("люди", "20"), ("東京", "3"), ("te\u030clo", "4")]).split(
        "\n"
    )
    assert {display_width(line) for line in lines} == {len("štítek  20")}
    assert lines[1] == "děti     1"


def test_a_long_first_column_gives_way_to_the_figures() -> None:
    lines = table(("label", "n"), [("slovo " * 50, "1,234"), ("東" * 90, "5")]).split("\n")
    assert all(display_width(line) <= WIDTH for line in lines)
    assert lines[1].endswith("…  1,234")


def test_a_name_with_line_ends_and_control_characters_stays_on_one_line() -> None:
    assert shortened("a\nb\x1b[31m\tc", 40) == "a b [31m c"
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("東京都", 5) == "東京…"


def test_a_figure_stands_beside_its_interval() -> None:
    assert interval({"value": 0.64, "low": 0.6121, "high": 0.6679}) == "0.640 [0.612, 0.668]"
    assert interval({"value": 0.5, "low": None, "high": None}) == "0.500"
    assert interval({"value": None}) == "–"
    assert count(1234567.4) == "1,234,567"


def test_a_paragraph_is_wrapped() -> None:
    assert max(len(line) for line in wrapped("slovo " * 100).split("\n")) <= WIDTH
