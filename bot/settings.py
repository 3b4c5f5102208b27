"""Settings, read from the environment and from a `.env` file; `.env.example` explains each."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, HttpUrl, SecretStr, ValidationInfo, WebsocketUrl, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX_LIMIT = 10
SHARDS_LIMIT = 100_000
"""More shards than any bot has."""


def valid_prefix(prefix: str) -> bool:
    """Return whether questions can begin with a prefix: one to ten characters, none of them a space."""
    return 0 < len(prefix) <= PREFIX_LIMIT and not any(char.isspace() for char in prefix)


class ReplyStyle(StrEnum):
    """How replies look on Discord: cards (embeds), or plain text everywhere."""

    CARDS = "cards"
    PLAIN = "plain"


class LogFormat(StrEnum):
    """What the log is made of: lines for people, or a JSON object in each line."""

    TEXT = "text"
    JSON = "json"


def _count(value: object) -> object:
    return None if value == "auto" else value


def _ids(value: object) -> object:
    """Read numbers and ranges, such as “0,2,5-7”.

    Raises:
        ValueError: something else stands there, or a range that is empty or endless.
    """
    if not isinstance(value, str):
        return value
    ids: set[int] = set()
    for part in value.split(","):
        first, dash, last = (each.strip() for each in part.partition("-"))
        numbers = (first, last) if dash else (first,)
        if not all(number.isdecimal() and int(number) < SHARDS_LIMIT for number in numbers):
            raise ValueError("it takes numbers and ranges, such as 0-15 or 0,2,5-7")
        if int(numbers[-1]) < int(first):
            raise ValueError(f"the range {part.strip()} runs backwards")
        ids.update(range(int(first), int(numbers[-1]) + 1))
    return tuple(sorted(ids))


class Settings(BaseSettings):
    """Everything a server owner can set.

    Raises:
        pydantic.ValidationError: a value is not what its setting takes; the error names the setting.
    """

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    discord_token: SecretStr | None = None
    prefix: Annotated[str, Field(min_length=1, max_length=PREFIX_LIMIT, pattern=r"^\S+$")] = "!"
    reply_style: ReplyStyle = ReplyStyle.CARDS
    cooldown_questions: Annotated[int, Field(ge=1, le=100)] = 8
    cooldown_seconds: Annotated[float, Field(gt=0, le=3600)] = 20.0
    server_questions: Annotated[int, Field(ge=1, le=1000)] = 50
    server_seconds: Annotated[float, Field(gt=0, le=3600)] = 10.0
    replies_per_second: Annotated[int, Field(ge=1, le=10_000)] = 40
    data_dir: Path | None = None
    database_url: SecretStr | None = None
    shards: Annotated[Annotated[int, Field(ge=1, le=SHARDS_LIMIT)] | None, BeforeValidator(_count)] = None
    shard_ids: Annotated[tuple[int, ...] | None, NoDecode, BeforeValidator(_ids)] = None
    discord_api_url: HttpUrl | None = None
    discord_gateway_url: WebsocketUrl | None = None
    metrics_port: Annotated[int, Field(ge=1, le=65535)] | None = None
    metrics_host: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    log_level: Annotated[str, Field(pattern=r"^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"
    log_format: LogFormat = LogFormat.TEXT

    @field_validator("shard_ids")
    @classmethod
    def _fits(cls, ids: tuple[int, ...] | None, info: ValidationInfo) -> tuple[int, ...] | None:
        """Hold the ids of a process's shards against how many there are, and against where processes can meet."""
        if ids is None or not {"shards", "database_url"} <= info.data.keys():  # what is wrong there is told already
            return ids
        count, address = info.data["shards"], info.data["database_url"]
        if count is None:
            raise ValueError("it needs SHARDS, the number of all shards")
        if ids[-1] >= count:
            raise ValueError(f"with SHARDS={count} the last shard is {count - 1}")
        if address is None or not address.get_secret_value().startswith("postgres"):
            raise ValueError("several processes need one PostgreSQL: DATABASE_URL=postgresql://…")
        return ids
