"""`flask coder …`: training, releasing and putting back the coders that were learned from decisions.

The work itself is done by the worker; a command asks for it and says how to see what became of it.
"""

import contextlib
import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from survey_app import clock
from survey_app.cli.session import reading, transaction
from survey_app.models import LearnedCoder
from survey_app.operations import coders as operations
from survey_app.operations import reviews as review_operations
from survey_app.queries import coders as queries
from survey_app.queries import reclassification, releases, reviews
from survey_app.vocabulary import ReviewOccasion

group = AppGroup("coder", help="Coders that were learned from decisions.")

LOOK_AGAIN_SECONDS = 1.0
SEE = "See how far it is: flask --app wsgi coder list"


@group.command("list")
def show_all() -> None:
    """Show all learned coders, which one is in force, and how far training and coding are."""
    with reading() as session:
        present = releases.coder_in_force(session)
        version = present.version if present else releases.DAY_ONE
        found = queries.all_coders(session)
        training, target = queries.training(session), reclassification.target(session)
        progress = reclassification.progress(session, target) if target else None
    click.echo(f"In force: {version}")
    for coder in found:
        taken = ", ".join(coder.card["handed_over"]) or "nothing"
        click.echo(
            f"{coder.sequence}  {coder.version}  {clock.local(coder.trained_at):%Y-%m-%d %H:%M}  "
            f"{coder.card['n']} decisions  takes over: {taken}"
        )
    if training is not None:
        stage = "failed" if training.failed else "is under way" if training.started else "waits for its turn"
        click.echo(f"A training {stage}.")
    if progress is not None:
        click.echo(f"The coder in force has coded {progress.coded} of {progress.total} comments.")


@group.command("train")
@click.option("--wait", is_flag=True, help="Return when the training is over; needs a running worker.")
def train(*, wait: bool) -> None:
    """Have a coder trained from all decisions."""
    with _sentences(), transaction() as session:
        before = len(queries.all_coders(session))
        is_new = operations.promise_training(session, by=None)
    click.echo("A training is promised." if is_new else "A training is promised already.")
    if not wait:
        click.echo(SEE)
        return
    while (state := _training()) is not None and not state.failed:
        time.sleep(LOOK_AGAIN_SECONDS)
    if state is not None:
        raise click.ClickException(f"The training failed: {state.last_error}.")
    with reading() as session:
        found = queries.all_coders(session)
    is_news = len(found) > before
    click.echo(f"Trained: {found[0].version}" if is_news else "There was nothing new to learn.")


@group.command("release")
@click.argument("version")
@click.option("--note", required=True, help="Why; it stays with the release.")
def release(version: str, note: str) -> None:
    """Put the coder VERSION in force (day-one-2: the one that knows only the coding frame)."""
    with _sentences(), transaction() as session:
        coder = None if version == releases.DAY_ONE else _find(session, version)
        operations.release(session, coder, clock.now(), instead_of=_present(session), note=note, by=None)
    click.echo(f"In force: {version}. All comments are being coded by it.")
    click.echo(SEE)


@group.command("put-back")
@click.option("--note", required=True, help="Why; it stays with the release.")
def put_back(note: str) -> None:
    """Put the coder in force that was in force before the present one."""
    with _sentences(), transaction() as session:
        operations.put_back(session, clock.now(), instead_of=_present(session), note=note, by=None)
        coder = releases.coder_in_force(session)
    click.echo(
        f"In force: {coder.version if coder else releases.DAY_ONE}. All comments are being coded by it."
    )


@group.command("card")
@click.argument("version")
@click.option("--json", "as_json", is_flag=True, help="The whole card as one JSON object.")
def card(version: str, *, as_json: bool) -> None:
    """Show how good the coder VERSION was found to be."""
    with reading() as session:
        found = dict(_find(session, version).card)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    click.echo(f"{version}: {found['n']} decisions, {found['texts']} different texts")
    click.echo(f"takes over: {', '.join(found['handed_over']) or 'nothing'}")
    for task, part in found["tasks"].items():
        if not part["learned"]:
            click.echo(f"{task}: not learned, {part['n']} decisions")
        for label in part["labels"]:
            learned, frame = (_estimate(label[name]) for name in ("learned", "day_one"))
            click.echo(f"{task}  {label['code']}  n={label['positives']}  F1 {learned}  frame {frame}")


@group.command("reclassify")
def reclassify() -> None:
    """Have all comments coded that the coder in force has not coded with the newest coding frame."""
    with transaction() as session:
        is_promised = operations.promise_reclassification(session)
    click.echo("The missing comments are being coded." if is_promised else "No comment is missing.")


@group.command("quality")
@click.option("--json", "as_json", is_flag=True, help="The whole document as one JSON object.")
def quality(*, as_json: bool) -> None:
    """Show what the newest look at the quality of the coder in force has found."""
    with reading() as session:
        newest = reviews.newest(session)
    if newest is None:
        raise click.ClickException("The quality has not been looked at yet: flask --app wsgi coder review")
    found = newest.document
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    when = f"{clock.local(newest.reviewed_at):%Y-%m-%d %H:%M}"
    click.echo(f"{newest.model_version}, looked at {when}: {found['decisions']} decisions")
    for name, part in (("random sample", found["sample"]), ("all measured", found["all"])):
        click.echo(f"{name}: n={part['n']}  {_in_short(part)}")
    people = found["people"]
    click.echo(
        f"two people: n={people['n']}  agreed on relevance {_estimate(people['relevance']['observed'])}"
    )
    for label in found["all"].get("labels", ()):
        click.echo(f"{label['key']}  n={label['n']}  F1 {_estimate(label['f1'])}")
    click.echo(f"drift: {found['drift']['verdict'] or 'cannot be told'}")
    click.echo(f"likely slips: {len(found['slips'])}")


@group.command("review")
def review() -> None:
    """Have the quality of the coder in force looked at anew."""
    with transaction() as session:
        is_new = review_operations.promise(session, ReviewOccasion.ASKED_FOR)
    click.echo(
        "A look at the quality is promised." if is_new else "A look at the quality is promised already."
    )
    click.echo("See what it found: flask --app wsgi coder quality")


def _in_short(part: Mapping[str, Any]) -> str:
    if "relevance" not in part:
        return f"(below {reviews.FEWEST} nothing is told)"
    relevance, silent, groups = (_estimate(part[name]) for name in ("relevance", "abstained", "groups"))
    return f"agreed on relevance {relevance}  no answer {silent}  macro F1 of groups {groups}"


def _estimate(figure: dict[str, float | None]) -> str:
    if figure["value"] is None:
        return "–"
    return f"{figure['value']:.3f} [{figure['low'] or 0:.3f}, {figure['high'] or 0:.3f}]"


def _training() -> queries.Training | None:
    with reading() as session:
        return queries.training(session)


def _present(session: Session) -> int:
    present = releases.in_force(session)
    return present.sequence if present else 0


def _find(session: Session, version: str) -> LearnedCoder:
    coder = queries.by_version(session, version)
    if coder is None:
        known = ", ".join(each.version for each in queries.all_coders(session)) or "none yet"
        raise click.ClickException(f"There is no coder {version} (known: {known}).")
    return coder


@contextlib.contextmanager
def _sentences() -> Iterator[None]:
    try:
        yield
    except operations.TooFewDecisionsError as refusal:
        least = queries.FEWEST_DECISIONS
        sentence = f"{refusal.missing} more decisions are needed; below {least} nothing is trained."
        raise click.ClickException(sentence) from None
    except operations.NothingToTakeOverError:
        raise click.ClickException("This coder is not better than the coding frame at anything.") from None
    except operations.NothingBeforeError:
        raise click.ClickException("No coder was in force before the present one.") from None
    except operations.ReleasedMeanwhileError:
        raise click.ClickException("This coder is in force already.") from None
