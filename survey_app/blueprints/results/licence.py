"""The terms under which published results may be used: which the town has set, in three languages of terms.

For people a sentence and a page; for Europe the vocabulary of licences that DCAT-AP expects; for the Czech
national catalogue the four questions of its terms of use. Source: data.gov.cz, how to set terms of use, and
the open formal norm for catalogues of open data. Results hold figures and names of services: no work of an
author, and no personal data.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import current_app
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

EUROPEAN = "http://publications.europa.eu/resource/authority/licence"
CZECH = "https://data.gov.cz/podmínky-užití"


@dataclass(frozen=True)
class Licence:
    """Terms of use. `page`: for people; `known_as`: for Europe; `names_town`: whether it has to be named.

    `as_database`, `as_investment`: what the Czech catalogue is told of the rights of who has made a database,
    and of who has paid for it.
    """

    name: LazyString | str
    sentence: LazyString
    page: str
    known_as: str
    as_database: str
    as_investment: str
    names_town: bool = False

    def czech(self, town: str) -> dict[str, Any]:
        """The terms as the Czech national catalogue asks for them, as a part of a distribution in JSON-LD."""
        author = {"pu:autor-databáze": {"@language": "cs", "@value": town}} if self.names_town else {}
        return {
            "@type": "pu:Specifikace",
            "pu:autorské-dílo": {"@id": f"{CZECH}/neobsahuje-autorská-díla/"},
            "pu:databáze-jako-autorské-dílo": {"@id": self.as_database},
            "pu:databáze-chráněná-zvláštními-právy": {"@id": self.as_investment},
            "pu:osobní-údaje": {"@id": f"{CZECH}/neobsahuje-osobní-údaje/"},
            **author,
        }


_BY = "https://creativecommons.org/licenses/by/4.0/"
_ZERO = "https://creativecommons.org/publicdomain/zero/1.0/"
_NO_DATABASE = f"{CZECH}/není-autorskoprávně-chráněnou-databází/"
_NO_INVESTMENT = f"{CZECH}/není-chráněna-zvláštním-právem-pořizovatele-databáze/"

LICENCES: Mapping[str, Licence] = {
    "CC-BY-4.0": Licence(
        name="CC BY 4.0",
        sentence=_l("Use these data for anything you like, and name the town and this address."),
        page=_BY,
        known_as=f"{EUROPEAN}/CC_BY_4_0",
        as_database=_BY,
        as_investment=_BY,
        names_town=True,
    ),
    "CC0-1.0": Licence(
        name="CC0 1.0",
        sentence=_l("Use these data for anything you like. The town gives up its rights to them."),
        page=_ZERO,
        known_as=f"{EUROPEAN}/CC0",
        as_database=_NO_DATABASE,
        as_investment=_ZERO,
    ),
    "unprotected": Licence(
        name=_l("Free of rights"),
        sentence=_l("Use these data for anything you like. No law protects them."),
        page=f"{CZECH}/volný-přístup/",
        known_as=f"{CZECH}/volný-přístup/",
        as_database=_NO_DATABASE,
        as_investment=_NO_INVESTMENT,
    ),
}
"""By the values of the setting `OPEN_DATA_LICENCE`."""


def in_force() -> Licence:
    """The terms that the town has set."""
    return LICENCES[current_app.config["SETTINGS"].open_data_licence]
