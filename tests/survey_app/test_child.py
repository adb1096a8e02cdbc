"""Work in a process of its own: what it gives back, and what the log is told where it fails."""

import pytest

from survey_app.jobs.child import ChildEndedError, in_a_child


def quote(text: str) -> str:
    """Work that fails, quoting what a citizen wrote."""
    raise ValueError(f"cannot read {text}")


def test_the_answer_comes_back() -> None:
    assert in_a_child(sorted, [3, 1, 2], reverse=True) == [3, 2, 1]


def test_the_log_says_where_it_failed_and_not_what_was_written(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ChildEndedError):
        in_a_child(quote, "Paní Nováková bydlí v Dlouhé 5")
    logged = capfd.readouterr().err
    assert "ValueError" in logged
    assert "in quote" in logged
    assert "Nováková" not in logged
