"""The keys of triage: each person's own page of them, and what the pages of triage show of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import BooleanField, StringField

from forms.languages import text_in
from survey_app import access, db
from survey_app.blueprints import labels
from survey_app.blueprints.triage import blueprint, shortcuts
from survey_app.operations import shortcut_keys as operations
from survey_app.queries import reference
from survey_app.queries import shortcut_keys as queries
from survey_app.queries.shortcut_keys import ChosenKeys
from survey_app.vocabulary import Role, Verdict

COMMANDS: dict[str, LazyString] = {
    "accept": _l("Accept the suggestion, or save what you changed"),
    "relevant": labels.VERDICTS[Verdict.RELEVANT],
    "irrelevant": labels.VERDICTS[Verdict.IRRELEVANT],
    "note": _l("Write a note"),
    "skip": _l("Decide later"),
    "leave": _l("Leave it for others"),
    "flag": _l("Ask a colleague"),
    "undo": _l("Undo what was saved last"),
    "similar": _l("Go to similar comments"),
    "help": _l("Show the keys"),
}


@dataclass(frozen=True)
class Part:
    """Actions that belong together, under one heading: (action, its words); `note` holds for all of them."""

    heading: str
    actions: tuple[tuple[str, str], ...]
    note: str = ""


@dataclass(frozen=True)
class Keys:
    """The keys of the person: action → key, "" for none; `parts` hold all actions as they are shown."""

    switched_on: bool
    keys: Mapping[str, str]
    parts: tuple[Part, ...]
    groups: tuple[str, ...]


@blueprint.context_processor
def _surroundings() -> dict[str, Callable[[], Keys]]:
    return {"own_keys": own_keys}


def own_keys() -> Keys:
    """Return the keys of the person who is signed in."""
    with db.reading() as reading:
        chosen = queries.chosen_by(reading, g.staff.id)
        groups = reference.target_groups(reading)
    codes = tuple(group.code for group in groups)
    return Keys(
        switched_on=chosen.switched_on,
        keys=shortcuts.keys_in_force(chosen.keys, codes),
        parts=(
            Part(gettext("Decide"), _worded(COMMANDS)),
            Part(
                gettext("Why is it not relevant?"),
                _worded({shortcuts.reason_action(code): words for code, words in labels.REASONS.items()}),
            ),
            Part(
                gettext("What does the comment do?"),
                _worded({f"kind:{code}": words for code, words in labels.KINDS.items()}),
            ),
            Part(
                gettext("Whom is it about?"),
                tuple(
                    (shortcuts.group_action(group.code), text_in(group.names, g.language)) for group in groups
                ),
                gettext("A key ticks and unticks. The general group stands alone."),
            ),
        ),
        groups=codes,
    )


@blueprint.get("/podnety/klavesy")
@access.roles(Role.COORDINATOR)
def keys() -> str:
    """Show the keys, and the form to change them."""
    own = own_keys()
    form = _form(own)(formdata=None, switched_on=own.switched_on)
    for action, key in own.keys.items():
        form[action].data = key
    return _page(own, form)


@blueprint.post("/podnety/klavesy")
@access.roles(Role.COORDINATOR)
def choose_keys() -> Response | tuple[str, int]:
    """Keep the keys as they were chosen, or return to the usual ones."""
    own = own_keys()
    if "usual" in request.form:
        with db.transaction() as writing:
            operations.return_to_usual(writing, g.staff.id)
        return redirect(url_for(".keys", saved=1), code=303)
    form = _form(own)()
    form.validate()
    typed = {action: shortcuts.as_key(form[action].data or "") for action in own.keys}
    _refuse(form, own, typed)
    if form.errors:
        return _page(own, form), 422
    chosen = ChosenKeys(form.switched_on.data, shortcuts.differences(typed, own.groups))
    with db.transaction() as writing:
        operations.choose(writing, g.staff.id, chosen)
    return redirect(url_for(".keys", saved=1), code=303)


def _form(own: Keys) -> type[FlaskForm]:
    """Return a form with one short field for each action."""
    fields: dict[str, Any] = {"switched_on": BooleanField(_l("Use single keys"))}
    fields |= {action: StringField(words) for part in own.parts for action, words in part.actions}
    return type("KeysForm", (FlaskForm,), fields)


def _refuse(form: FlaskForm, own: Keys, typed: Mapping[str, str]) -> None:
    """Say at its field what cannot be a key, and which key means something else already."""
    words = {action: label for part in own.parts for action, label in part.actions}
    for action, key in typed.items():
        if key and key not in shortcuts.POSSIBLE:
            form[action].errors = [gettext("Write one letter from A to Z, one digit, or a question mark.")]
    for one, other in shortcuts.collisions(typed):
        # At the one that was changed; where both were, at the later one.
        wrong, right = (one, other) if typed[other] == own.keys[other] else (other, one)
        sentence = gettext(
            "The key %(key)s means “%(action)s”. Choose another one.",
            key=typed[wrong].upper(),
            action=words[right],
        )
        form[wrong].errors = [*form[wrong].errors, sentence]


def _worded(actions: Mapping[str, LazyString]) -> tuple[tuple[str, str], ...]:
    return tuple((action, str(words)) for action, words in actions.items())


def _page(own: Keys, form: FlaskForm) -> str:
    return render_template("triage/keys.html", own=own, form=form, saved="saved" in request.args)
