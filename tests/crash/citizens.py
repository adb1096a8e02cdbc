"""Citizens who do not give up: they send the same form again until the service has said thank you."""

import random
import threading
import time
import urllib.parse
from dataclasses import dataclass, field
from typing import Any

from tests.crash.browser import Browser, Page
from tests.survey_app.walking import read

PATIENCE = 90.0  # seconds for one request, however often it is tried


class LostError(Exception):
    """The service has forgotten what it had acknowledged, or does not come back."""


@dataclass(frozen=True)
class Sent:
    """Something that was acknowledged: the words of the comment, and the coded answers, if any."""

    words: str
    answers: dict[str, Any] | None


@dataclass
class Citizen(threading.Thread):
    """Sends questionnaires and comments, one after another, until told to stop."""

    home: str
    stop: threading.Event
    seed: int
    acknowledged: list[Sent] = field(default_factory=list)
    tries: int = 0
    trouble: Exception | None = None

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self._random = random.Random(self.seed)  # noqa: S311  # a test, not a secret
        self._last_form: tuple[str, dict[str, Any]] | None = None
        self._browser = Browser()

    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        """Send until stopped; what is begun is finished."""
        try:
            while not self.stop.is_set():
                self._browser = Browser()
                words = f"Čekáme dlouho na oběd, případ {self.seed}-{len(self.acknowledged)}."
                if self._random.random() < 0.5:
                    self._answer(words)
                else:
                    self.write(words)
                if self._random.random() < 0.2:
                    self._send_again()
        except Exception as trouble:  # noqa: BLE001  # the test shows it
            self.trouble = trouble

    def write(self, words: str) -> None:
        """Write a comment through the always-open form, and see that it was acknowledged."""
        page = self._get("/napiste-nam/testov")
        self._follow(self._post(page, {"text": words}), "/hotovo")
        self.acknowledged.append(Sent(words, None))

    def _answer(self, words: str) -> None:
        answers = {
            "used": "yes",
            "staff": self._random.choice(["good", "bad"]),
            "visits": self._random.randint(0, 99),
        }
        page = self._get("/dotaznik/tiny-1/strana/use")
        page = self._follow(self._post(page, {"used": answers["used"]}), "/strana/rating")
        typed = {"staff": answers["staff"], "visits": str(answers["visits"])}
        page = self._follow(self._post(page, typed), "/strana/words")
        page = self._follow(self._post(page, {"change": words}), "/kontrola")
        self._follow(self._post(page, {}), "/hotovo")
        self.acknowledged.append(Sent(words, answers))

    def _send_again(self) -> None:
        assert self._last_form is not None
        again = self._request(*self._last_form)
        if "/hotovo" not in again.location:
            raise LostError(f"the same form sent again led to {again.status} {again.location}")

    def _get(self, path: str) -> Page:
        return self._request(self.home + path, None)

    def _post(self, page: Page, typed: dict[str, str]) -> Page:
        form = read(page)
        address = urllib.parse.urljoin(page.address, form.action)
        self._last_form = (address, {**form.hidden, "action": "next", **typed})
        return self._request(*self._last_form)

    def _follow(self, page: Page, expected: str) -> Page:
        if expected not in page.location:
            raise LostError(f"{page.address} led to {page.status} {page.location!r}, not to {expected}")
        return self._get(page.location)

    def _request(self, address: str, data: dict[str, Any] | None) -> Page:
        """Try until the service answers with anything but a failure of its own."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self.tries += 1
            try:
                return self._browser.open(address, data)
            except OSError:
                time.sleep(self._random.uniform(0.02, 0.2))
        raise LostError(f"{address} did not answer for {PATIENCE} s")
