"""Settings, read from the environment and from a `.env` file; `.env.example` explains each."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field, HttpUrl, SecretStr, WebsocketUrl
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX_LIMIT = 10


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
    data_dir: Path | None = None
    database_url: SecretStr | None = None
    discord_api_url: HttpUrl | None = None
    discord_gateway_url: WebsocketUrl | None = None
    metrics_port: Annotated[int, Field(ge=1, le=65535)] | None = None
    metrics_host: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    log_level: Annotated[str, Field(pattern=r"^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"
    log_format: LogFormat = LogFormat.TEXT
