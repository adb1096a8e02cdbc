import math

import pytest

from analytics.estimation.cells import TOTAL, Cell, CellKind
from analytics.estimation.index import CellResult, IndexResult, compute_index
from analytics.estimation.method import METHOD_1, Band
from analytics.estimation.parts import Estimate
from tests.analytics.estimation.frames import CATALOGUE, NAN, comment, comments, rated, response, responses

SERVICE, GROUP = CellKind.SERVICE, CellKind.TARGET_GROUP


def cell(result: IndexResult, kind: CellKind, code: str | None = None) -> CellResult:
    return next(found for found in result.cells if found.cell == Cell(kind, code))


def hidden(result: IndexResult) -> set[str | None]:
    return {found.cell.code for found in result.cells if found.band is Band.HIDDEN}


def rounded(estimate: Estimate | None) -> tuple[float, float, float, int]:
    assert estimate is not None
    return round(estimate.value, 3), round(estimate.low, 3), round(estimate.high, 3), estimate.n


def test_a_wave_worked_by_hand() -> None:
    """Home care S1: 10 people at 100, 10 at 75, 5 at 50; 12 praises and 3 complaints."""
    rows = [response("S1", score, overall=75) for score in [100] * 10 + [75] * 10 + [50] * 5]
    voices = (
        [comment("praise", "S1")] * 12 + [comment("complaint", "S1")] * 3 + [comment("question", "S1")] * 4
    )
    # Others, so that S1 is not all but a few: 20 people at 25 on no service, 10 complaints on nothing.
    rows += [response(None, 25) for _ in range(20)]
    voices += [comment("complaint")] * 10
    result = compute_index(responses(*rows), comments(*voices), {"S1": ("seniors",)}, METHOD_1)

    home_care = cell(result, SERVICE, "S1")
    # (1000 + 750 + 250) / 25 = 80. Squares: 10 · 400 + 10 · 25 + 5 · 900 = 8750;
    # variance 8750/625 · 25/24 = 14.5833; standard error 3.81881; t(0.975, 24) = 2.06390; margin 7.88164.
    assert rounded(home_care.survey) == (80, 72.118, 87.882, 25)
    # 50 + 50 · 9 / 20 = 72.5; Wilson of 12 in 15: 0.54815 to 0.92952
    assert rounded(home_care.voice) == (72.5, 54.815, 92.952, 15)
    # 0.8 · 80 + 0.2 · 72.5 = 78.5;
    # below √(6.30531² + 3.53704²) = 7.2299; above √(6.30531² + 4.09048²) = 7.5159
    assert rounded(home_care.index) == (78.5, 71.270, 86.016, 25)
    assert (home_care.praise, home_care.complaint, home_care.voice_weight) == (12, 3, 0.2)
    assert home_care.band is Band.INDICATIVE
    assert home_care.overall is not None
    assert home_care.overall.value == 75

    # In all (25 · 80 + 20 · 25) / 45 = 55.5556; 12 praises, 13 complaints: 50 - 50 / 30 = 48.3333;
    # index 54.1111
    total = cell(result, CellKind.TOTAL)
    assert rounded(total.survey)[0] == 55.556
    assert rounded(total.voice)[0] == 48.333
    assert rounded(total.index)[0] == 54.111
    assert total.band is Band.NORMAL


def test_a_target_group_takes_the_responses_of_its_services_and_the_comments_confirmed_for_it() -> None:
    voices = [comment("praise", "S1", ["carers"])] * 3 + [comment("praise", "S2")] * 2
    result = compute_index(responses(*rated(S1=3, S2=4, S3=5)), comments(*voices), CATALOGUE, METHOD_1)
    assert cell(result, GROUP, "seniors").n == 7
    assert cell(result, GROUP, "carers").n == 4
    assert cell(result, GROUP, "carers").praise == 3
    assert cell(result, GROUP, "seniors").praise == 0


def test_cells_follow_from_the_catalogue_and_not_from_who_answered() -> None:
    result = compute_index(
        responses(), comments(comment("praise", "S9", ["minorities"])), CATALOGUE, METHOD_1
    )
    assert [found.cell.code for found in result.cells] == [
        None, "S1", "S2", "S3", "carers", "homeless", "seniors",
    ]  # fmt: skip
    assert hidden(result) == {found.cell.code for found in result.cells}
    assert all(found.survey is None and found.index is None for found in result.cells)


def test_a_service_outside_the_catalogue_counts_in_the_total_only() -> None:
    result = compute_index(responses(*rated(other=12, nobody=3)), comments(), CATALOGUE, METHOD_1)
    assert cell(result, CellKind.TOTAL).n == 15
    assert sum(found.n for found in result.cells) == 15


def test_a_response_without_a_score_is_counted_and_left_out() -> None:
    rows = [*rated(S1=12), response("S1", NAN), response(None, NAN, access=100)]
    result = compute_index(responses(*rows), comments(), CATALOGUE, METHOD_1)
    assert (result.received, result.without_score, cell(result, CellKind.TOTAL).n) == (14, 2, 12)


def test_nine_praises_and_complaints_do_not_move_the_index_and_ten_do() -> None:
    frame = responses(*rated(S1=40, nobody=40))
    for n, weight in ((9, 0.0), (10, 0.2)):
        result = compute_index(frame, comments(*[comment("complaint")] * n), CATALOGUE, METHOD_1)
        total = cell(result, CellKind.TOTAL)
        assert total.voice_weight == weight
        assert total.index is not None
        assert (total.index == total.survey) is (weight == 0)


def test_suggestions_and_questions_are_no_voice() -> None:
    voices = [comment("suggestion")] * 20 + [comment("question")] * 20
    result = compute_index(responses(*rated(S1=40)), comments(*voices), CATALOGUE, METHOD_1)
    assert cell(result, CellKind.TOTAL).voice is None
    assert result.comments == {"praise": 0, "complaint": 0, "suggestion": 20, "question": 20}


def test_a_small_rest_takes_cells_with_it() -> None:
    # S3 and no service make 4 + 6 = 10: all the rest may be shown
    whole = compute_index(responses(*rated(S1=40, S2=12, S3=4, nobody=6)), comments(), CATALOGUE, METHOD_1)
    assert hidden(whole) == {"S3", "homeless"}
    # 4 + 5 = 9: total - seniors and total - S1 - S2 would both tell
    less = compute_index(responses(*rated(S1=40, S2=12, S3=4, nobody=5)), comments(), CATALOGUE, METHOD_1)
    assert hidden(less) == {"S2", "S3", "carers", "homeless", "seniors"}


def test_a_voice_that_would_give_a_small_rest_away_neither_shows_nor_counts() -> None:
    """30 comments in all, 25 on S1: showing both tells of the 5 others."""
    voices = [comment("praise", "S1")] * 25 + [comment("complaint", "S2")] * 5
    frame = responses(*rated(S1=40, S2=40, S3=40, nobody=40))
    result = compute_index(frame, comments(*voices), CATALOGUE, METHOD_1)
    assert cell(result, CellKind.TOTAL).voice_shown
    s1 = cell(result, SERVICE, "S1")
    assert not s1.voice_shown
    assert s1.index == s1.survey


def test_a_hidden_cell_has_no_voice_to_show() -> None:
    voices = [comment("praise", "S1")] * 20 + [comment("praise")] * 20
    result = compute_index(responses(*rated(S1=5, nobody=60)), comments(*voices), CATALOGUE, METHOD_1)
    assert not cell(result, SERVICE, "S1").voice_shown


def test_overall_of_fewer_than_ten_is_not_shown() -> None:
    rows = [*rated(nobody=40), *(response("S1", 75, overall=NAN) for _ in range(8)), *rated(S1=9)]
    result = compute_index(responses(*rows), comments(), {"S1": ()}, METHOD_1)
    s1 = cell(result, SERVICE, "S1")
    assert s1.band is Band.INDICATIVE
    assert s1.overall is not None
    assert s1.overall.n == 9
    assert not s1.overall_shown


def test_counts_of_the_whole_wave_are_shown_as_far_as_no_small_rest_remains() -> None:
    rows = rated(S1=60, nobody=40)
    for number, row in enumerate(rows):
        row["mode"] = "paper" if number % 5 == 0 else "web"  # 20 and 80
        row["language"] = "uk" if number % 25 == 0 else "cs"  # 4 and 96
    result = compute_index(responses(*rows), comments(), {"S1": ()}, METHOD_1)
    assert {key[1] for key in result.shown if key[0] == "mode"} == {"web", "paper"}
    assert not {key for key in result.shown if key[0] == "language"}  # 96 of 100 tells of the 4
    assert (result.modes, result.languages) == ({"web": 80, "paper": 20}, {"cs": 96, "uk": 4})


def test_a_mode_used_at_one_service_only_cannot_be_subtracted_from_it() -> None:
    """12 people rated S1, 10 of them on paper, and paper was laid out nowhere else."""
    rows = rated(S1=12, nobody=40)
    for row in rows[:10]:
        row["mode"] = "paper"
    result = compute_index(responses(*rows), comments(), {"S1": ()}, METHOD_1)
    assert cell(result, SERVICE, "S1").band is Band.INDICATIVE
    assert ("mode", "paper", "") not in result.shown


@pytest.mark.parametrize(
    ("n", "band"),
    [
        (9, "hidden"),
        (10, "indicative"),
        (29, "indicative"),
        (30, "normal"),
        (99, "normal"),
        (100, "rankable"),
    ],
)
def test_bands_by_number_of_respondents(n: int, band: str) -> None:
    result = compute_index(responses(*rated(nobody=n)), comments(), {}, METHOD_1)
    assert [found.band for found in result.cells] == [band]
    assert result.cells[0].cell == TOTAL


def test_effective_size_equals_n_while_every_weight_is_one() -> None:
    result = compute_index(responses(*rated(S1=31)), comments(), CATALOGUE, METHOD_1)
    assert math.isclose(cell(result, SERVICE, "S1").n_eff, 31)
