"""Settings from environment variables, checked once at start.

Every field is documented in `docs/administrator.md`; a test compares the two. Knows no web and no table.
"""

import contextlib
import os
import secrets
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT_ROOT = Path(__file__).resolve().parent.parent


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one sentence for the administrator."""


class Settings(BaseSettings):
    """All settings of one installation. Names of variables are the field names in capitals."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore")

    instance_path: Annotated[
        Path, Field(description="Directory for the embedded database, the broker's files and generated keys.")
    ] = PROJECT_ROOT / "instance"
    database_url: Annotated[
        str,
        Field(description="`sqlite:///…` or `postgresql://…`; empty means SQLite in the instance directory."),
    ] = ""
    redis_url: Annotated[
        str,
        Field(description="`redis://…`, `rediss://…` or `unix://…`; empty means the embedded broker."),
    ] = ""
    secret_key: Annotated[
        str,
        Field(description="Signs cookies, derives keys; at least 32 characters; empty: generated and kept."),
    ] = ""
    host: Annotated[str, Field(description="Address that the web server listens on.")] = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535, description="Port that the web server listens on.")] = 5000
    web_processes: Annotated[int, Field(ge=1, le=64, description="Number of web server processes.")] = 2
    web_threads: Annotated[int, Field(ge=1, le=64, description="Threads in each web server process.")] = 8
    behind_https: Annotated[
        bool, Field(description="True where citizens reach the service by https: cookies become Secure.")
    ] = False
    trusted_proxies: Annotated[
        int, Field(ge=0, le=5, description="Number of reverse proxies whose X-Forwarded headers are trusted.")
    ] = 0
    max_request_bytes: Annotated[
        int, Field(ge=65536, description="Largest request body that is read, in bytes.")
    ] = 1_000_000
    partial_response_days: Annotated[
        int, Field(ge=1, le=90, description="Days after which an unfinished, encrypted response is deleted.")
    ] = 14
    announcement_days: Annotated[
        int, Field(ge=0, le=90, description="Least number of days between a wave's announcement and opening.")
    ] = 7
    retrain_days: Annotated[
        int, Field(ge=0, le=365, description="Days after which a new coder is trained by itself; 0: never.")
    ] = 7
    retrain_decisions: Annotated[
        int, Field(ge=1, description="Least number of new decisions for a training by itself.")
    ] = 50
    open_data_licence: Annotated[
        Literal["CC-BY-4.0", "CC0-1.0", "unprotected"],
        Field(description="Terms of published results: `CC-BY-4.0`, `CC0-1.0`, or `unprotected` by any law."),
    ] = "CC-BY-4.0"

    @field_validator("instance_path")
    @classmethod
    def _wherever_started(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if value and not value.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
            raise ValueError("must start with sqlite:/// or postgresql://")
        if value.removeprefix("sqlite:///").partition("?")[0] in ("", ":memory:") and value:
            raise ValueError("must name a file, because several processes share the database")
        return value

    @field_validator("redis_url")
    @classmethod
    def _known_broker(cls, value: str) -> str:
        if value and not value.startswith(("redis://", "rediss://", "unix://")):
            raise ValueError("must start with redis://, rediss:// or unix://")
        if value.startswith("unix://") and not urlsplit(value).path:
            raise ValueError("must name a socket after unix://")
        _ = urlsplit(value).port  # raises ValueError where it is no number of a port
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: str) -> str:
        if value and len(value) < 32:
            raise ValueError("must have at least 32 characters")
        return value

    @property
    def database(self) -> str:
        """The SQLAlchemy URL in force."""
        return self.database_url or f"sqlite:///{self.instance_path / 'ohlas.sqlite'}"

    @property
    def broker(self) -> str:
        """The URL of the broker in force."""
        return self.redis_url or f"unix://{self.instance_path / 'redis' / 'r.sock'}"

    @cached_property
    def signing_key(self) -> str:
        """The secret key in force: the setting, or one generated at first use and kept with mode 0600."""
        return self.secret_key or _kept_key(self.instance_path / "secret_key")


def load_settings() -> Settings:
    """Read and check the environment.

    Raises:
        SettingsError: one sentence that names the variable and what is wrong with it.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        variable = str(first["loc"][0]).upper()
        problem = str(first["msg"]).removeprefix("Value error, ")
        raise SettingsError(f"The setting {variable} is wrong: {problem}.") from None


def _kept_key(path: Path) -> str:
    """Return the key kept at `path`, made at first use; of two processes that make one, the first wins."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48), encoding="ascii")
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text(encoding="ascii")
