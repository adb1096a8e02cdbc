"""The trial of a wave: the secret address for testers, and what they sent, apart from real responses."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flask import g, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from forms import routing
from forms.definition import ItemType, Questionnaire
from forms.wording import answer_texts, question_text
from survey_app import access, clock, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.waves import blueprint, own
from survey_app.blueprints.waves.wording import REFUSALS
from survey_app.models import TrialResponse, Wave
from survey_app.operations import trials as operations
from survey_app.operations.waves import StepError
from survey_app.queries import design, life, trials
from survey_app.vocabulary import Role, WaveStepKind


@dataclass(frozen=True)
class ItemTally:
    """How testers answered one item: its text, [(answer in words, how many)], and how many said nothing."""

    text: str
    rows: list[tuple[str, int]]
    unanswered: int


@blueprint.get("/<wave_code>/zkouska")
@access.roles(*own.LOOKS)
def trial(wave_code: str) -> str:
    """Show the address for testers and what they sent."""
    with db.reading() as session:
        return _page(session, own.wave(session, wave_code, *own.LOOKS))


@blueprint.post("/<wave_code>/zkouska")
@access.roles(Role.METHODOLOGIST)
def change_trial(wave_code: str) -> Response:
    """Start the trial, end it, or delete everything that testers sent."""
    action, saved = request.form.get("action", ""), ""
    with db.transaction() as session:
        wave = own.wave(session, wave_code, Role.METHODOLOGIST)
        try:
            if action == "start":
                operations.start_trial(session, wave, clock.now(), by=g.staff.id)
            elif action == "end":
                operations.end_trial(session, wave, clock.now(), by=g.staff.id)
            elif action == "delete":
                operations.delete_trial_responses(session, wave, by=g.staff.id)
            saved = action
        except StepError as error:
            saved = error.refusal.value
    return redirect(url_for(".trial", wave_code=wave_code, saved=saved), code=303)


def _page(session: Session, wave: Wave) -> str:
    page.set_region(wave.region)
    questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
    found = trials.trial_responses(session, wave.id)
    present = [each for each in found if each.questionnaire_version_id == wave.questionnaire_version_id]
    now = clock.now()
    refusals = {
        kind: life.refusal(session, wave, kind, now, g.staff.id)
        for kind in (WaveStepKind.TRIAL_STARTED, WaveStepKind.TRIAL_ENDED)
    }
    saved = request.args.get("saved", "")
    return render_template(
        "waves/trial.html",
        wave=wave,
        titles=questionnaire.titles,
        may_change=wave.region_id in own.regions(Role.METHODOLOGIST),
        may_start=refusals[WaveStepKind.TRIAL_STARTED] is None,
        may_end=refusals[WaveStepKind.TRIAL_ENDED] is None,
        running=wave.trial_key is not None,
        number=len(found),
        of_earlier_versions=len(found) - len(present),
        by_language=Counter(labels.language(each.language) for each in found).most_common(),
        remarks=[each for each in found if each.remark],
        tallies=_tallies(questionnaire, present),
        saved=saved,
        refused={refusal.value: sentence for refusal, sentence in REFUSALS.items()}.get(saved),
    )


def _tallies(questionnaire: Questionnaire, found: Sequence[TrialResponse]) -> list[ItemTally]:
    counts: dict[str, Counter[str]] = {}
    answered: Counter[str] = Counter()
    for each in found:
        counted = routing.on_path(questionnaire, each.answers)
        for item in questionnaire.items:
            texts = answer_texts(questionnaire, item, counted, g.language)
            counts.setdefault(item.item_code, Counter()).update(texts)
            answered[item.item_code] += bool(texts)
    return [
        ItemTally(
            question_text(questionnaire, item, {}, g.language),
            counts.get(item.item_code, Counter()).most_common(),
            len(found) - answered[item.item_code],
        )
        for item in questionnaire.items
        if item.type is not ItemType.INFORMATION
    ]
