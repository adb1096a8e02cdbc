from analytics.estimation.money import money

SERVICES = {"S01": ["seniors", "disability"], "S02": ["seniors"], "S05": ["exclusion"]}
CAPACITY = {
    "S01": {"capacity": 160, "unit": "clients/day", "users": 412},
    "S02": {"capacity": 96, "unit": "beds", "users": 118},
    "S05": {"capacity": None, "unit": "", "users": None},
}
ROWS = [
    ["S01", 2025, "city", 9_800_000],
    ["S01", 2025, "users", 5_150_000],
    ["S02", 2025, "city", 7_400_000],
    ["S05", 2025, "city", 880_000],
    ["S01", 2024, "city", 9_300_000],
]


def row(kind: str, code: str | None, year: int = 2025) -> dict[str, object]:
    return next(
        found
        for found in money(ROWS, CAPACITY, SERVICES)
        if (found["kind"], found["code"], found["year"]) == (kind, code, year)
    )


def test_a_service_worked_by_hand() -> None:
    assert row("service", "S01") == {
        "kind": "service",
        "code": "S01",
        "year": 2025,
        "czk": 9_800_000,
        "czk_all_sources": 14_950_000,
        "share": 54.2,  # of 18,080,000
        "per_user": 23_786,  # 9,800,000 / 412 = 23,786.4
        "per_capacity": 61_250,
    }


def test_a_group_gathers_its_services_and_a_unit_counts_only_among_the_same() -> None:
    seniors = row("target_group", "seniors")
    assert (seniors["czk"], seniors["per_user"]) == (17_200_000, 32_453)  # / 530 = 32,452.8
    assert seniors["per_capacity"] is None  # clients a day and beds
    assert row("target_group", "disability")["per_capacity"] == 61_250


def test_money_of_a_service_without_known_users_is_not_divided_by_the_users_of_others() -> None:
    assert row("total", None)["czk"] == 18_080_000
    assert row("total", None)["per_user"] == 32_453
    assert row("service", "S05")["per_user"] is None


def test_users_of_now_say_nothing_of_an_earlier_year() -> None:
    earlier = row("service", "S01", 2024)
    assert (earlier["czk"], earlier["share"], earlier["per_user"]) == (9_300_000, 100.0, None)


def test_the_newest_year_comes_first_and_no_money_is_no_rows() -> None:
    years = [found["year"] for found in money(ROWS, CAPACITY, SERVICES)]
    assert years == sorted(years, reverse=True)
    assert set(years) == {2024, 2025}
    assert money([], CAPACITY, SERVICES) == []


def test_a_service_that_left_the_catalogue_counts_in_the_total() -> None:
    found = money([*ROWS, ["S99", 2025, "city", 1_000_000]], CAPACITY, SERVICES)
    assert found[0]["czk"] == 19_080_000
    assert "S99" not in {each["code"] for each in found}
