"""Pages for what goes wrong on our side."""

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from survey_app import db


@pytest.mark.parametrize("address", ["/en/", "/en/no-such-page", "/en/zdravi"])
def test_without_a_database_the_page_of_errors_still_comes(client: FlaskClient, address: str) -> None:
    with db.transaction() as session:
        session.execute(sa.text("ALTER TABLE region RENAME TO lost"))
    answer = client.get(address)
    assert answer.status_code == 500
    assert "Something broke on our side" in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
