"""`flask coder …`: what a person can do about coders without a browser."""

import json
import threading

import pytest
import sqlalchemy as sa
from click.testing import Result
from flask import Flask

from survey_app import db
from survey_app.models import OutboxMessage, Region
from survey_app.queries import releases
from survey_app.vocabulary import Role
from tests.survey_app import coding_town as town
from tests.survey_app import office


@pytest.fixture
def run(app: Flask):
    def run(*arguments: str) -> Result:
        return app.test_cli_runner().invoke(args=["coder", *arguments])

    return run


@pytest.fixture
def coder(database: db.Database) -> str:
    town.import_frame()
    return town.store_coder().version


def in_force() -> str | None:
    with db.reading() as session:
        found = releases.coder_in_force(session)
    return found.version if found else None


def test_coders_are_listed_with_what_they_take_over(run, coder: str) -> None:
    listed = run("list").output
    assert "In force: day-one-2" in listed
    assert coder in listed
    assert "330 decisions  takes over: relevant" in listed


def test_a_coder_is_released_and_put_back(run, coder: str) -> None:
    assert run("release", coder, "--note", "lepší").exit_code == 0
    assert in_force() == coder
    refused = run("release", coder, "--note", "znovu")
    assert (refused.exit_code, refused.output) == (1, "Error: This coder is in force already.\n")
    assert run("put-back", "--note", "přece ne").exit_code == 0
    assert in_force() is None


def test_a_release_needs_a_note_and_a_known_version(run, coder: str) -> None:
    assert run("release", coder).exit_code == 2
    refused = run("release", "learned-1-zzz", "--note", "x")
    assert refused.output == f"Error: There is no coder learned-1-zzz (known: {coder}).\n"


def test_nothing_is_put_back_where_nothing_was_released(run, coder: str) -> None:
    refused = run("put-back", "--note", "x")
    assert (refused.exit_code, refused.output) == (
        1,
        "Error: No coder was in force before the present one.\n",
    )


def test_the_card_is_shown_to_people_and_programs(run, coder: str) -> None:
    shown = run("card", coder).output
    assert "target_groups  seniors  n=120  F1 0.900 [0.860, 0.940]  frame 0.700 [0.650, 0.750]" in shown
    assert "kind: not learned, 120 decisions" in shown
    assert json.loads(run("card", coder, "--json").output) == town.card()


def test_a_training_is_promised_and_awaited(run, region: Region) -> None:
    town.import_frame()
    refused = run("train")
    assert (refused.exit_code, "200 more decisions" in refused.output) == (1, True)
    town.decided_town(region, office.add_person("m@testov.cz", (Role.METHODOLOGIST, region)), 210)
    assert "A training is promised.\n" in run("train").output
    assert len(town.promised("train_coder")) == 1

    def work() -> None:
        town.store_coder()
        with db.transaction() as session:
            session.execute(sa.delete(OutboxMessage).filter_by(kind="train_coder"))

    worker = threading.Timer(1.5, work)
    worker.start()
    awaited = run("train", "--wait")
    worker.join()
    assert awaited.output == "A training is promised already.\nTrained: learned-1-abc\n"


def test_missing_comments_are_coded_on_request(run, region: Region, coder: str) -> None:
    assert run("reclassify").output == "No comment is missing.\n"
    town.add_comments(region, ["jedna"])
    assert run("reclassify").output == "The missing comments are being coded.\n"
    assert len(town.promised("reclassify")) == 1
