"""Settings that hang together, and what is said of those that do not fit."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bot.settings import Settings

POSTGRES = "postgresql://clusterbot@localhost/clusterbot"


def settings(**values: Any) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("text", "ids"),
    [("0", (0,)), ("0-3", (0, 1, 2, 3)), ("0,2,5-7", (0, 2, 5, 6, 7)), (" 7 , 1 - 2,1", (1, 2, 7))],
)
def test_shards_are_numbers_and_ranges(text: str, ids: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHARDS", "8")
    monkeypatch.setenv("SHARD_IDS", text)
    monkeypatch.setenv("DATABASE_URL", POSTGRES)
    read = settings()
    assert (read.shards, read.shard_ids) == (8, ids)


def test_without_settings_discord_says_how_many_shards_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHARDS", "auto")
    monkeypatch.setenv("SHARD_IDS", "")
    assert (settings().shards, settings().shard_ids) == (None, None)


@pytest.mark.parametrize(
    ("values", "name", "words"),
    [
        ({"shards": "many"}, "shards", ""),
        ({"shards": 0}, "shards", "greater than or equal to 1"),
        ({"shard_ids": "0-3"}, "shard_ids", "SHARDS"),
        ({"shards": 4, "shard_ids": "0-4"}, "shard_ids", "last shard is 3"),
        ({"shards": 4, "shard_ids": "3-0"}, "shard_ids", "backwards"),
        ({"shards": 4, "shard_ids": "0-"}, "shard_ids", "0,2,5-7"),
        ({"shards": 4, "shard_ids": "0-999999999999"}, "shard_ids", "0,2,5-7"),
        ({"shards": 4, "shard_ids": ","}, "shard_ids", "0,2,5-7"),
        ({"shards": 4, "shard_ids": "-1"}, "shard_ids", "0,2,5-7"),
        ({"shards": 4, "shard_ids": "0", "database_url": None}, "shard_ids", "DATABASE_URL"),
        ({"shards": 4, "shard_ids": "0", "database_url": "sqlite:///games.sqlite3"}, "shard_ids", "PostgreSQL"),
    ],
)
def test_what_does_not_fit_is_told_with_its_setting(values: dict[str, Any], name: str, words: str) -> None:
    with pytest.raises(ValidationError) as raised:
        settings(**{"database_url": POSTGRES, **values})
    [problem] = raised.value.errors()
    assert problem["loc"][0] == name
    assert words in problem["msg"]
