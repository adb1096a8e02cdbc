"""What a methodologist does to a questionnaire: the form that is sent, and what the database holds then."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from tests.crash.stored import Stored
from tests.survey_app.designing import Fields


@dataclass(frozen=True)
class Act:
    """The form on `page` that goes to `address` with what is `typed`.

    `done` says what is stored afterwards, `again` is the status of the same form sent once more.
    """

    page: str
    address: str
    typed: Fields
    again: int
    done: Callable[[Stored], Stored]


def edit(draft: str, title: str) -> Act:
    """Give a draft another title, in both of its languages, so that no translation is left behind."""

    def done(before: Stored) -> Stored:
        steps = (*before.steps[: before.step], title)
        return replace(before, revision=before.revision + 1, step=len(steps), steps=steps)

    return Act(
        f"{draft}/nastaveni",
        f"{draft}/nastaveni",
        {"titles.cs": title, "titles.en": f"{title} (en)"},
        409,
        done,
    )


def undo(draft: str) -> Act:
    """Take the last step of a draft back."""

    def done(before: Stored) -> Stored:
        return replace(before, revision=before.revision + 1, step=before.step - 1)

    return Act(draft, f"{draft}/zpet", {}, 409, done)


def publish(draft: str) -> Act:
    """Publish a draft as it is."""

    def done(before: Stored) -> Stored:
        versions = (*before.versions, before.steps[before.step - 1])
        return _logged(replace(before, versions=versions, based_on=len(versions)), "version_published")

    return Act(f"{draft}/zverejnit", f"{draft}/zverejnit", {}, 303, done)


def switch(version_id: UUID, wave_code: str) -> Act:
    """Let an open wave ask the newest version."""

    def done(before: Stored) -> Stored:
        newest = len(before.versions)
        switches = (*before.switches, (before.asked, newest))
        return _logged(replace(before, asked=newest, switches=switches), "wave_version_changed")

    page = f"/urad/dotazniky/verze/{version_id}/vlna/{wave_code}"
    return Act(page, page, {"confirmed": "on"}, 422, done)


def _logged(stored: Stored, action: str) -> Stored:
    return replace(stored, logged=tuple(sorted((*stored.logged, action))))
