"""What an index is computed from, as one plain document: the tallies of the wave and what they are read with.

Everything that a service, an option or a margin means comes from the frozen version, so a later change of the
town's services changes no number. Knows no statistics, and no response.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, undefer

from forms.definition import Option, Questionnaire
from survey_app import clock
from survey_app.models import (
    Comment,
    Funding,
    IndexSnapshot,
    QuestionnaireVersion,
    SocialService,
    Wave,
)
from survey_app.queries import comments, design, population, tallies
from survey_app.queries.contributions import GROUPS, margin_items, service_catalogue
from survey_app.vocabulary import SnapshotState, Verdict

NEED_DIMENSIONS = ("need_felt", "need_reasons", "need_priority", "need_future")
FEWEST_CATEGORIES = 2

Document = dict[str, Any]


@dataclass(frozen=True)
class IndexInputs:
    """`document`: all but the readings of comments and what was published before, which need statistics.

    `published`: inputs and full document of each snapshot of the same wave that was published before, the
    first one first. Those of method versions that kept no inputs are missing. `published_ids`: keys of all
    that were published before, in no order, as the same look found them.
    """

    document: Document
    published: list[tuple[Document, Document]]
    published_ids: frozenset[UUID]


def packed(text: str) -> bytes:
    """Return the text of a document as it is kept."""
    return zlib.compress(text.encode(), level=9)


def unpacked(kept: bytes) -> Document:
    """Return the document that is kept."""
    document: Document = json.loads(zlib.decompress(kept))
    return document


def of_wave(session: Session, wave_id: UUID) -> IndexInputs:
    """Return what the index of a wave is computed from."""
    wave = session.get_one(Wave, wave_id)
    questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
    services = service_catalogue(questionnaire)
    items = need_items(questionnaire)
    stored = tallies.stored(session, wave_id)
    directory = {
        service.service_code: service
        for service in session.scalars(
            sa.select(SocialService).where(
                SocialService.region_id == wave.region_id, SocialService.service_code.in_(services)
            )
        )
    }
    document = {
        "services": {code: sorted(groups) for code, groups in services.items()},
        "ratings": sorted([*key, *sums] for key, sums in stored.ratings.items()),
        "answers": sorted([*key, n] for key, n in stored.answers.items() if key.item_code in items),
        "items": items,
        "margins": _margins(session, wave, questionnaire),
        "comments": sorted(_relevant_comments(session, wave_id)),
        "money": sorted(_money(session, wave, directory)),
        "capacity": {
            code: {
                "capacity": service.capacity,
                "unit": service.capacity_unit,
                "users": service.users_per_year,
            }
            for code, service in directory.items()
        },
        "before": _before(session, wave),
    }
    published = _published(session, wave_id)
    return IndexInputs(
        document,
        [(unpacked(each.inputs), each.document) for each in published if each.inputs is not None],
        frozenset(each.id for each in published),
    )


def need_items(questionnaire: Questionnaire) -> dict[str, Document]:
    """Return the items about need: of each its dimension, and whose need each of its options is."""
    return {
        item.item_code: {
            "dimension": item.dimension,
            "options": {
                option.code: {GROUPS: _groups_of(option, item.source)}
                for option in questionnaire.options[item.item_code].values()
            },
        }
        for item in questionnaire.items
        if item.dimension in NEED_DIMENSIONS
    }


def _groups_of(option: Option, source: str | None) -> list[str]:
    return [option.code] if source == GROUPS else sorted(option.attributes.get(GROUPS, ()))


def _margins(session: Session, wave: Wave, questionnaire: Questionnaire) -> dict[str, dict[str, int]]:
    """Return the people of each category that respondents could choose, of the margins in force.

    A margin that the questionnaire does not ask for, or asks for in other categories, weighs nothing.
    """
    newest = population.in_force(session, wave.region_id)
    known: dict[str, dict[str, int]] = newest.document if newest else {}
    found = {}
    for name, items in margin_items(questionnaire).items():
        codes = {code for item in items for code in questionnaire.options[item.item_code]}
        people = {code: n for code, n in known.get(name, {}).items() if code in codes}
        if len(people) >= FEWEST_CATEGORIES:
            found[name] = people
    return found


def _relevant_comments(session: Session, wave_id: UUID) -> Iterator[list[Any]]:
    decisions = comments.decisions_in_force()
    rows = session.execute(
        sa.select(Comment.service_code, decisions.c.target_groups, decisions.c.kind)
        .join(decisions, decisions.c.comment_id == Comment.id)
        .where(Comment.wave_id == wave_id, decisions.c.verdict == Verdict.RELEVANT)
    )
    for service_code, target_groups, kind in rows:
        yield [service_code or "", sorted(target_groups), str(kind)]


def _money(session: Session, wave: Wave, directory: dict[str, SocialService]) -> Iterator[list[Any]]:
    """Yield [service, year, source, whole CZK] of the year of the wave and of those before."""
    codes = {service.id: code for code, service in directory.items()}
    rows = session.scalars(
        sa.select(Funding).where(
            Funding.service_id.in_(codes), Funding.year <= clock.local(wave.opens_at).year
        )
    )
    for row in rows:
        yield [codes[row.service_id], row.year, row.source, round(row.amount_czk)]


def _before(session: Session, wave: Wave) -> Document | None:
    """Return what this wave is compared with: the last wave of the series before it that is published."""
    version = wave.questionnaire_version
    row = session.execute(
        sa.select(IndexSnapshot, Wave.wave_code, QuestionnaireVersion.version)
        .join(Wave, Wave.id == IndexSnapshot.wave_id)
        .join(QuestionnaireVersion, QuestionnaireVersion.id == Wave.questionnaire_version_id)
        .where(
            QuestionnaireVersion.questionnaire_id == version.questionnaire_id,
            Wave.region_id == wave.region_id,
            Wave.opens_at < wave.opens_at,
            IndexSnapshot.state == SnapshotState.PUBLISHED,
        )
        .order_by(Wave.opens_at.desc(), IndexSnapshot.published_at.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    snapshot, wave_code, before = row
    broken = design.broken_trends(session, wave.region_id, version.questionnaire.code)
    return {
        "snapshot_id": str(snapshot.id),
        "wave_code": wave_code,
        "method": snapshot.method_version,
        "breaks": sorted({each.item_code for each in broken if before < each.version <= version.version}),
        "cells": snapshot.document["cells"],
    }


def _published(session: Session, wave_id: UUID) -> Sequence[IndexSnapshot]:
    shown = (SnapshotState.PUBLISHED, SnapshotState.SUPERSEDED)
    return session.scalars(
        sa.select(IndexSnapshot)
        .options(undefer(IndexSnapshot.inputs))
        .where(IndexSnapshot.wave_id == wave_id, IndexSnapshot.state.in_(shown))
        .order_by(IndexSnapshot.published_at, IndexSnapshot.id)
    ).all()
