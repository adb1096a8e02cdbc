"""A real Chromium against the real application with the demo town, once in each test process."""

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import waitress.server
from playwright.sync_api import Browser, BrowserContext, Page

from survey_app import db, demo, passwords, schema
from survey_app.app import create_app
from survey_app.config import Settings
from survey_app.operations import staff as operations
from survey_app.queries import reference
from survey_app.vocabulary import Role

PASSWORD = "silné heslo pro zkoušky"  # noqa: S105  # of accounts that exist in a test database only

NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def demo_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the application over a database with the demo town and one account for each role."""
    directory = tmp_path_factory.mktemp("browser")
    settings = Settings(instance_path=directory, secret_key="only for tests, only for tests, only")  # noqa: S106  # no secret
    schema.upgrade(db.connect(settings.database))
    app = create_app(settings)
    demo.load(settings)
    _add_accounts()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        server = waitress.server.create_server(app, sockets=[listener], threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.close()


def _add_accounts() -> None:
    hashed = passwords.hash_password(PASSWORD)
    with db.transaction() as session:
        (region,) = reference.regions(session)
        for role in Role:
            member = operations.add_member(
                session, email=f"{role}@browser.example", name=f"Zkouška {role}", password_hash=hashed
            )
            provider = reference.provider_by_code(session, region.id, "P1") if role is Role.PROVIDER else None
            operations.grant(session, member, role, region, provider)


@pytest.fixture
def new_context(chromium: Browser, demo_address: str) -> Iterator[NewContext]:
    """Make visitors; whatever a page logs as an error, or a policy that it breaks, fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def make(**options: object) -> BrowserContext:
        context = chromium.new_context(base_url=demo_address, locale="cs-CZ", **options)  # type: ignore[arg-type]  # any option
        context.on(
            "console", lambda line: complaints.append(line.text) if "Content Security" in line.text else None
        )
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A visitor with a wide screen."""
    return new_context(viewport={"width": 1280, "height": 900}).new_page()


def sign_in(page: Page, role: Role) -> None:
    """Sign in as the test account of a role."""
    page.goto("/urad/prihlaseni")
    page.fill("input[type=email], input[name=email]", f"{role}@browser.example")
    page.fill("input[type=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/urad")


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The program that finds barriers."""
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
