"""What a log may hold."""

import logging

import psycopg
import pytest

from survey_app import process

WORDS = "moje sousedka Nováková\nna dvou řádcích"


def test_a_row_that_postgresql_refuses_is_not_quoted_in_the_log(
    postgres_server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = logging.getLogger().handlers[:]
    process.log_as("test")
    try:
        with psycopg.connect(postgres_server) as connection:
            connection.execute("CREATE TEMPORARY TABLE c (text text, n int CHECK (n > 0))")
            connection.execute("INSERT INTO c VALUES (%s, -1)", (WORDS,))
    except psycopg.Error:
        logging.getLogger("survey_app").exception("it failed")
    finally:
        logging.getLogger().handlers[:] = before
    said = capsys.readouterr().err
    assert "CheckViolation" in said
    assert "Nováková" not in said
    assert "dvou řádcích" not in said
