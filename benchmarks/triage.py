"""Fifty comments with the keyboard alone, by somebody new to it: `python -m benchmarks.triage`.

A real Chromium reads the comments of the demo town, suggestions and all, in real time. How long a person
takes is modelled, and stated: reading at so many words a minute; one act of judging for each comment, and
one for each further choice in it; a keystroke for each key, as the keystroke-level model has them (Card,
Moran & Newell 1980); a key that this person has not pressed before is looked for. Comments of the random
sample, and those for two readers, show no suggestion, so that everything about them is chosen. Somebody new
also reads what the page shows of the suggestion, and turns the wheel, an act of pointing, to choose in a
form that is not all in sight at 1280 × 800; both are printed apart, because somebody used to it does
neither. How long the machine lets the person wait is measured: from the key that sends a decision to the
next comment on the screen. Then more comments go through the plain forms, without prefetching.
"""

import argparse
import contextlib
import random
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks import browser as client
from benchmarks.service import running
from survey_app import db, passwords
from survey_app.models import Comment, QueuePlace, TriageDraw
from survey_app.operations import staff
from survey_app.queries import classification, reference
from survey_app.vocabulary import Role

GOAL = 300.0  # seconds for fifty comments
JUDGING = 1.35  # seconds of mental preparation, "M"
KNOWN_KEY = 0.28  # "K" of an average typist who is no secretary
SCROLLING = 1.1  # "P": pointing, here with the wheel
WINDOW: ViewportSize = {"width": 1280, "height": 800}
NEW_KEY = 1.2  # "K" of somebody unfamiliar with the keyboard
MOST_WAIT = 20.0
EMAIL, PASSWORD = "novacek@benchmark.example", "dvacet tři křečků v kole"
IN_ORDER = "1234567890xcvb"  # the keys of the groups of the demo town
IRRELEVANT = 0.5  # of comments about which the machine says nothing
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
# What is visible of the suggestion, once where it stands in both places.
SUGGESTED = """() => {
  const section = document.getElementById("suggestion").parentElement;
  const beside = [...document.querySelectorAll("[data-triage] [data-offered]")];
  return [section, ...beside].map((part) => part.innerText).join(" ");
}"""
IS_IN_SIGHT = """() => [...document.querySelectorAll("[data-triage] label, [data-triage] button")]
  .every((part) => !part.checkVisibility() || part.getBoundingClientRect().bottom <= innerHeight)"""


@dataclass
class Person:
    """Somebody who reads at `words_a_minute`, and every so often sees it differently from the machine."""

    words_a_minute: float
    differs: float
    chance: random.Random
    known: set[str] = field(default_factory=set)

    def reading(self, words: int) -> float:
        """Return the seconds for a text."""
        return 60 * words / self.words_a_minute

    def judging(self, keys: list[str]) -> float:
        """Return the seconds for judging what the keys say: the whole suggestion, or choice by choice."""
        return JUDGING * max(1, len([key for key in keys if key != "Enter"]))

    def pressing(self, key: str) -> float:
        """Return the seconds for a key; from now on it is known."""
        seconds = KNOWN_KEY if key in self.known else NEW_KEY
        self.known.add(key)
        return seconds

    def keys(self, suggestion: "Shown") -> list[str]:
        """Return the keys that the person presses about a comment with such a suggestion."""
        group = self.chance.choice(suggestion.further_groups)
        differs = self.chance.random() < self.differs
        if suggestion.is_offered:
            return [group, "Enter"] if differs else ["Enter"]
        is_bare = not (suggestion.has_kind or suggestion.has_group)
        if (differs or is_bare) and self.chance.random() < IRRELEVANT:
            return ["n", self.chance.choice("123456789"), "Enter"]
        kind = [] if suggestion.has_kind else [self.chance.choice("psmd")]
        groups = [] if suggestion.has_group else [group]
        return [*(kind + groups or ["r"]), "Enter"]


@dataclass(frozen=True)
class Shown:
    """A comment on the screen; `further_groups` are the keys of groups that the machine does not suggest.

    `is_unaided`: the machine is to say nothing about it. `suggested_words` are those that the page shows of
    the suggestion; `is_in_sight`: the whole form is.
    """

    comment: str
    words: int
    is_offered: bool
    is_unaided: bool
    has_kind: bool
    has_group: bool
    further_groups: str
    suggested_words: int
    is_in_sight: bool


@dataclass
class Round:
    """What came of it: seconds of the person, waits for the machine, and keys, one for each comment."""

    human: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    newcomer: float = 0.0
    scrolled: int = 0
    offered: int = 0
    unaided: int = 0
    unaided_seconds: float = 0.0
    words: int = 0
    seconds: float = 0.0

    def row(self, name: str) -> str:
        """Return a line of the table."""
        waits = sorted(self.waits)
        late = waits[int(0.95 * (len(waits) - 1))]
        each = f"{sum(self.keys) / len(self.keys):.2f}" if self.keys else "–"
        milliseconds = f"{1000 * statistics.median(waits):>8.0f} {1000 * late:>8.0f}"
        seconds = f"{sum(self.human):>9.0f} {self.seconds:>8.0f}" if self.human else ""
        return f"{name:34} {len(waits):>8} {each:>9} {milliseconds} {seconds}"


def open_account(address: str, unaided: float) -> None:
    """Let somebody new read comments in the demo town, once the machine has read them all.

    Chance draws few of so few comments, and others in each town; so the share `unaided` is drawn here.
    """
    database = db.Database(address)
    with database.transaction() as session:
        (region,) = reference.regions(session)
        hashed = passwords.hash_password(PASSWORD)
        member = staff.add_member(session, email=EMAIL, name="Nováček", password_hash=hashed)
        staff.grant(session, member, Role.COORDINATOR, region)
    while True:
        with database.reading() as session:
            progress = classification.progress(session, frozenset({region.id}))
        if progress.coded >= progress.total:
            break
        time.sleep(1)
    with database.transaction() as session:
        waiting = sa.select(Comment.id).join(QueuePlace, QueuePlace.comment_id == Comment.id)
        keys = session.scalars(waiting.where(QueuePlace.waiting).order_by(Comment.text)).all()
        drawn = random.Random(0).sample(keys, round(unaided * len(keys)))  # noqa: S311  # it hides nothing
        of_waiting = sa.update(TriageDraw).where(TriageDraw.comment_id.in_(keys))
        in_sample = TriageDraw.comment_id.in_(drawn)
        session.execute(of_waiting.values(in_sample=in_sample, double_coded=False))
    database.dispose()


def sign_in(chromium: Browser, url: str, *, with_script: bool) -> Page:
    """Return a window of that person."""
    page = chromium.new_context(
        base_url=url, locale="cs-CZ", java_script_enabled=with_script, viewport=WINDOW
    ).new_page()
    page.goto("/urad/prihlaseni")
    page.fill("input[name=email]", EMAIL)
    page.fill("input[type=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/urad")
    return page


def look(page: Page) -> Shown:
    """Return what a person sees."""
    ticked = page.locator("[name=target_groups]").evaluate_all("boxes => boxes.map(box => box.checked)")
    return Shown(
        comment=page.locator("[data-comment]").get_attribute("data-comment") or "",
        words=len(page.locator("blockquote").inner_text().split()),
        is_offered=page.locator("button[name=accept]").count() > 0,
        is_unaided=page.locator("form[data-unaided]").count() > 0,
        has_kind=page.locator("[name=kind]:checked").count() > 0,
        has_group=any(ticked),
        further_groups="".join(key for key, is_ticked in zip(IN_ORDER, ticked, strict=True) if not is_ticked),
        suggested_words=len(page.evaluate(SUGGESTED).split()),
        is_in_sight=page.evaluate(IS_IN_SIGHT),
    )


def with_keys(page: Page, person: Person, comments: int, pace: float) -> Round:
    """Decide about so many comments with keys; `pace` 1 is real time, less is hurried."""
    done = Round()
    page.goto("/urad/podnety/dalsi")
    began = time.monotonic()
    for _ in range(comments):
        shown = look(page)
        keys = person.keys(shown)
        human = person.reading(shown.words) + person.judging(keys)
        time.sleep(pace * human)
        for key in keys:
            seconds = person.pressing(key)
            time.sleep(pace * seconds)
            human += seconds
            pressed = time.perf_counter()
            page.keyboard.press(key)
        _wait_for_another(page, shown.comment)
        done.waits.append(time.perf_counter() - pressed)
        done.human.append(human)
        done.keys.append(len(keys))
        done.offered += shown.is_offered
        done.unaided += shown.is_unaided
        done.unaided_seconds += human * shown.is_unaided
        done.words += shown.words
        done.newcomer += 60 * shown.suggested_words / person.words_a_minute
        if keys != ["Enter"] and not shown.is_in_sight:
            done.newcomer += SCROLLING
            done.scrolled += 1
    page.locator(".ohlas-strip[data-state=saved]").wait_for()
    done.seconds = time.monotonic() - began
    return done


def with_forms(page: Page, comments: int) -> Round:
    """Decide about so many comments through the plain form, and look at the waits alone."""
    done = Round()
    page.goto("/urad/podnety/dalsi")
    for _ in range(comments):
        page.check("[name=verdict][value=irrelevant]")
        page.check("[name=reason][value=no_content]")
        pressed = time.perf_counter()
        with page.expect_navigation():
            page.click("[data-triage] button:not([name])")
        done.waits.append(time.perf_counter() - pressed)
    return done


def _wait_for_another(page: Page, shown: str) -> None:
    other = page.locator(f"[data-comment]:not([data-comment='{shown}'])")
    other.wait_for(timeout=1000 * MOST_WAIT)


@contextlib.contextmanager
def crowd(url: str, size: int) -> Iterator[None]:
    """Let so many citizens open pages of the service, one after another without a pause."""
    over = threading.Event()

    def visit() -> None:
        visitor = client.Browser(url)
        while not over.is_set():
            for path in ("/", "/napiste-nam/javorov", "/dotaznik/annual-2026"):
                visitor.get(path)
        visitor.close()

    threads = [threading.Thread(target=visit) for _ in range(size)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def measure(chosen: argparse.Namespace, size: int) -> tuple[Round, Round]:
    """Return the round with keys and the one with plain forms, in a demo town of its own."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        address = f"sqlite:///{directory / 'instance' / 'ohlas.sqlite'}"
        with running(address, directory, 1, "--demo") as url:
            open_account(address, chosen.unaided)
            with sync_playwright() as playwright, crowd(url, size):
                program = shutil.which("chromium") or shutil.which("google-chrome")
                chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
                chance = random.Random(chosen.seed)  # noqa: S311  # it plays a person and hides nothing
                page = sign_in(chromium, url, with_script=True)
                keys = with_keys(
                    page, Person(chosen.words, chosen.differs, chance), chosen.comments, chosen.pace
                )
                page.context.close()
                forms = with_forms(sign_in(chromium, url, with_script=False), chosen.forms)
                chromium.close()
                return keys, forms


def main() -> None:
    """Print what fifty comments take."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--comments", type=int, default=50)
    parser.add_argument("--forms", type=int, default=20, help="how many of the rest go through plain forms")
    parser.add_argument("--words", type=float, default=225.0, help="words read in a minute")
    parser.add_argument(
        "--differs", type=float, default=0.1, help="how often the person corrects the machine"
    )
    parser.add_argument(
        "--unaided", type=float, default=0.1, help="share of comments that show no suggestion"
    )
    parser.add_argument("--pace", type=float, default=1.0, help="1 is real time; 0.2 has the machine hurry")
    parser.add_argument("--crowds", type=int, nargs="*", default=[0, 4], help="citizens at the same time")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    print(f"{'':34} comments keys each   p50 ms   p95 ms  person s    all s")
    for size in chosen.crowds:
        keys, forms = measure(chosen, size)
        print(keys.row(f"keys, {size} citizens at once"))
        print(forms.row(f"plain forms, {size} citizens at once"))
        read = f"{keys.words} words, {keys.offered} comments with a whole suggestion"
        wheel = f"{keys.scrolled} turns of the wheel"
        print(f"  somebody new: {keys.newcomer:.0f} s more for the suggestion and {wheel}")
        print(
            f"  without a suggestion by rule: {keys.unaided} comments, {keys.unaided_seconds:.0f} s of them"
        )
        print(f"  {read}; goal {GOAL:.0f} s for 50", flush=True)


if __name__ == "__main__":
    main()
