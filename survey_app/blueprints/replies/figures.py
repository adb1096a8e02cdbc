"""A provider's services as its page shows them: figures of the public document beside the mean of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from forms.languages import text_in
from survey_app.models import IndexSnapshot, Provider, SocialService
from survey_app.queries import replies, results
from survey_app.queries.comparison import HIDDEN, Mean, means_of_others

PART_LABELS = {"index": _l("Index"), "survey": _l("Survey part"), "overall": _l("Overall rating")}


@dataclass(frozen=True)
class Line:
    """One part of a service's figures with its interval, or None where it is not shown, and others' mean."""

    label: str
    estimate: Mapping[str, float] | None
    mean: float | None


@dataclass(frozen=True)
class OwnService:
    """A service of the provider. Of a hidden one there is a name and nothing else."""

    code: str
    name: str
    hidden: bool
    indicative: bool
    n: int | None
    lines: tuple[Line, ...]
    voice: Mapping[str, Any] | None
    compared_with: str

    @property
    def bars(self) -> list[dict[str, Any]]:
        """Rows for the picture: the index with its interval, and the parts that are shown."""
        return [
            {"label": line.label, **line.estimate, "n": None, "band": "indicative" if self.indicative else ""}
            for line in self.lines
            if line.estimate
        ]


def own_services(session: Session, snapshot: IndexSnapshot, provider: Provider, tag: str) -> list[OwnService]:
    """Return the services of a provider in a snapshot, in the language `tag`."""
    cells = snapshot.public_document.get("cells", [])
    by_code = {cell["code"]: cell for cell in cells if cell["kind"] == "service"}
    names, listed = results.cell_names(session, snapshot.wave), replies.listed(session, snapshot)
    public = snapshot.state in results.PUBLIC
    means = means_of_others(cells, listed, provider.id, public=public)
    found = []
    for service in replies.services_of(session, snapshot, provider.id):
        code = service.service_code
        name = text_in(names.get(("service", code), service.names), tag) or code
        compared = _compared_with(means[code]) if code in means else _not_compared(public)
        found.append(_own(service, name, by_code[code], means.get(code), compared))
    return found


def _own(
    service: SocialService, name: str, cell: Mapping[str, Any], mean: Mean | None, compared_with: str
) -> OwnService:
    hidden = cell["band"] == HIDDEN
    means = mean.parts if mean else {}
    lines = [
        Line(str(label), cell.get(part), means.get(part)) for part, label in PART_LABELS.items() if not hidden
    ]
    return OwnService(
        code=service.service_code,
        name=name,
        hidden=hidden,
        indicative=cell["band"] == "indicative",
        n=cell.get("n"),
        lines=tuple(lines),
        voice=cell.get("voice"),
        compared_with=compared_with,
    )


def _not_compared(public: bool) -> str:
    if public:
        return str(gettext("Too few other services are shown, so there is nothing to compare with."))
    return str(
        gettext(
            "Before the results are published there is no mean to compare with: there are so few other "
            "providers that it could tell the figures of one of them."
        )
    )


def _compared_with(mean: Mean) -> str:
    if mean.of_type:
        words = ngettext(
            "Compared with the mean of %(num)s other service of the same type.",
            "Compared with the mean of %(num)s other services of the same type.",
            mean.services,
        )
    else:
        words = ngettext(
            "Too few others of this type are shown; compared with the mean of %(num)s other service.",
            "Too few others of this type are shown; compared with the mean of all %(num)s other services.",
            mean.services,
        )
    return str(words)
