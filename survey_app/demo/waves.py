"""The waves of the demo: two of the years before, closed; this year's, half-way through; one to come.

These were planned by the methodologist and approved by the coordinator. A fourth one is in its trial, and
waits for approval.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from random import Random

from sqlalchemy.orm import Session

from survey_app import clock, sealing
from survey_app.demo import people, voices
from survey_app.demo.town import PACK, document
from survey_app.models import Region, StaffMember, Wave
from survey_app.operations import collection, design, trials
from survey_app.operations import waves as operations
from survey_app.operations.collection import Submission, Target, Verbatim
from survey_app.operations.windows import Window
from survey_app.queries import design as queries
from survey_app.vocabulary import Role

FIRST = "annual-2024"
LAST = "annual-2025"
PRESENT = "annual-2026"
COMING = "carers-2026"
IN_TRIAL = "carers-2027"
RESPONSES = {FIRST: 420, LAST: 650, PRESENT: 150}
OPEN_ENDED = "q15"
ANNOUNCEMENT_DAYS = 7
REMARKS = (
    "Vlastními slovy: Není jasné, jestli stačí jedna věta.",
    "",
    "Na telefonu se mi to dobře četlo.",
)


def _autumn(year: int, opens: int) -> Window:
    """Three weeks from a Monday in September, announced a week before, with results in December."""
    opening = datetime(year, 9, opens)  # noqa: DTZ001  # the clock of the town
    closing = opening + timedelta(days=21, seconds=-1)
    return Window(
        announced_at=clock.from_local(opening - timedelta(days=7)),
        opens_at=clock.from_local(opening),
        closes_at=clock.from_local(closing),
        results_on=date(year, 12, 1),
    )


FIRST_WINDOW = _autumn(2024, 16)
LAST_WINDOW = _autumn(2025, 15)


def build(
    session: Session, region: Region, members: Mapping[Role, StaffMember], now: datetime
) -> tuple[Wave, Wave]:
    """Publish the questionnaires, plan and approve their waves, let people answer.

    Returns last year's and this year's wave.
    """
    first, last, present, coming = (
        _build(session, region, members, wave_code, window, now)
        for wave_code, window in (
            (FIRST, FIRST_WINDOW),
            (LAST, LAST_WINDOW),
            (PRESENT, present_window(now)),
            (COMING, coming_window(now)),
        )
    )
    for wave in (first, last, present):
        _answer(session, wave, now)
    _try_out(session, coming, members[Role.METHODOLOGIST], now)
    return last, present


def _build(
    session: Session,
    region: Region,
    members: Mapping[Role, StaffMember],
    wave_code: str,
    window: Window,
    now: datetime,
) -> Wave:
    version = design.publish_version(session, region, document(PACK / f"{wave_code}.json"), now)
    methodologist, coordinator = members[Role.METHODOLOGIST].id, members[Role.COORDINATOR].id
    planned_at, approved_at = (window.announced_at - timedelta(days=days) for days in (10, 3))
    wave = operations.create_wave(
        session, version, region, wave_code, window, planned_at, made_up=True, by=methodologist
    )
    operations.approve(session, wave, approved_at, by=coordinator, announcement_days=ANNOUNCEMENT_DAYS)
    return wave


def present_window(now: datetime) -> Window:
    """Announced two weeks before `now`, opened a week before, to be closed in two weeks."""
    return _window(now, -14, -7, 15)


def coming_window(now: datetime) -> Window:
    """Announced the day before `now`, to be opened in eight days and closed two weeks later."""
    return _window(now, -1, 8, 23)


def later_window(now: datetime) -> Window:
    """To be announced in half a year, opened two weeks later and closed three weeks after that."""
    return _window(now, 180, 194, 215)


def _window(now: datetime, announced: int, opens: int, closes: int) -> Window:
    """Return a window of whole days, counted from today; results are promised eight weeks later."""
    today = clock.local(now).date()

    def midnight(days: int) -> datetime:
        return clock.from_local(datetime.combine(today + timedelta(days=days), time()))

    closes_at = midnight(closes) - timedelta(seconds=1)
    return Window(
        midnight(announced), midnight(opens), closes_at, results_on=today + timedelta(days=closes + 55)
    )


def _try_out(session: Session, before: Wave, methodologist: StaffMember, now: datetime) -> None:
    """Plan to ask the same as in the wave `before` once more, and let testers try it and leave remarks."""
    planned_at = now - timedelta(days=2)
    version = before.questionnaire_version
    wave = operations.create_wave(
        session,
        version,
        before.region,
        IN_TRIAL,
        later_window(now),
        planned_at,
        made_up=True,
        by=methodologist.id,
    )
    trials.start_trial(session, wave, planned_at, by=methodologist.id)
    questionnaire = queries.questionnaire(session, version.id)
    random = Random(IN_TRIAL)  # noqa: S311  # made-up people, not secrets
    testers = people.respondents(questionnaire, len(REMARKS), random)
    for number, (tester, remark) in enumerate(zip(testers, REMARKS, strict=True)):
        submission = trials.TrialSubmission(f"demo tester {number}", tester.language, tester.answers, remark)
        trials.submit_trial_response(session, str(wave.trial_key), submission, now - timedelta(days=1))


def _answer(session: Session, wave: Wave, now: datetime) -> None:
    questionnaire = queries.questionnaire(session, wave.questionnaire_version_id)
    target = Target(wave.id, wave.region_id, wave.questionnaire_version_id)
    random = Random(wave.wave_code)  # noqa: S311  # made-up people, not secrets
    comments = voices.of_wave(wave.wave_code)
    last = min(wave.closes_at, now)
    answering = people.respondents(
        questionnaire, RESPONSES[wave.wave_code], random, people.OTHER_LEVELS.get(wave.wave_code)
    )
    for number, person in enumerate(answering):
        submission_id = f"demo {wave.wave_code} {number}"
        submission = Submission(
            submission_id=submission_id,
            receipt_hash=sealing.hashed(f"receipt of {submission_id}"),
            language=person.language,
            mode=person.mode,
            answers=person.answers,
            verbatims=tuple(_verbatims(person, comments)),
            service_code=person.service_code,
        )
        answered_at = wave.opens_at + (last - wave.opens_at) * random.random() ** 1.5  # most come early
        collection.submit_response(session, target, submission, answered_at, late=False)


def _verbatims(person: people.Respondent, comments: list[voices.Voice]) -> Iterator[Verbatim]:
    """Give the person the first comment left that fits the rated service and the language."""
    for voice in comments:
        if voice.service_code == person.service_code and voice.language == person.language:
            comments.remove(voice)
            yield Verbatim(OPEN_ENDED, voice.text)
            return
