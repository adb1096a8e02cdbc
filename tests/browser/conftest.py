"""A real Chromium against the real service with the demo town, once in each test process."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from survey_app import db, passwords
from survey_app.operations import staff as operations
from survey_app.queries import reference
from survey_app.vocabulary import Role
from tests.browser.desk import Desk
from tests.service import running
from tests.survey_app.office import PASSWORD

NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def demo_instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the service keeps what it stores."""
    return tmp_path_factory.mktemp("browser") / "instance"


@pytest.fixture(scope="session")
def demo_address(demo_instance: Path) -> Iterator[str]:
    """The address of the real service with the demo town and one account for each role."""
    with running(demo_instance, "--demo", WEB_PROCESSES="1") as service:
        database = db.Database(f"sqlite:///{demo_instance / 'ohlas.sqlite'}")
        _add_accounts(database)
        database.dispose()
        yield service.address


@pytest.fixture(scope="session")
def demo_database(demo_address: str, demo_instance: Path) -> Iterator[db.Database]:
    """The database of that service, to publish into and to see what was stored."""
    database = db.Database(f"sqlite:///{demo_instance / 'ohlas.sqlite'}")
    yield database
    database.dispose()


def _add_accounts(database: db.Database) -> None:
    hashed = passwords.hash_password(PASSWORD)
    with database.transaction() as session:
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


@pytest.fixture
def desk(demo_database: db.Database) -> Desk:
    """Comments of this test alone."""
    return Desk(demo_database)


@pytest.fixture
def coordinator(page: Page) -> Page:
    """A coordinator who has signed in."""
    sign_in(page, Role.COORDINATOR)
    return page
