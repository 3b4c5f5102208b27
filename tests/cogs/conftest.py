"""A bot over the shipped table in a simulated Discord: one server, one channel, alice and bob."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from bot.client import ClusterBot
from bot.cogs import repeating
from bot.settings import Settings

from .limits import faults

if TYPE_CHECKING:
    from pathlib import Path

    import discord

    from bot.pipeline import Pipeline
    from bot.studio import Studio


@dataclass
class Clock:
    """Time that passes only when a test says so."""

    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


class World(NamedTuple):
    env: Any
    guild: Any
    channel: Any
    alice: Any
    bob: Any

    @property
    def reply(self) -> discord.Message:
        return self.channel.last_message

    def now(self, message: discord.Message) -> Any:
        """Return a message of the channel as it is now; None if it was deleted."""
        return next((other for other in self.channel.history() if other.id == message.id), None)

    def requests(self, method: str, end: str = "/messages") -> list[Any]:
        return [sent for sent in self.env.http_requests if sent.method == method and sent.path.endswith(end)]


def build_settings(**values: Any) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[call-arg]


Make = Callable[..., ClusterBot]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeating, "PAUSES", (0.0,) * len(repeating.PAUSES))


@pytest.fixture(autouse=True)
def within_limits(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each test, hold all that the bot sent against Discord's limits."""
    env = request.getfixturevalue("simcord_env") if "simcord_env" in request.fixturenames else None
    yield
    sent = env.http_requests if env is not None else ()
    found = [fault for each in sent for fault in faults(each.method, each.path, each.json)]
    assert not found, "\n".join(found)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def made() -> AsyncIterator[list[ClusterBot]]:
    """The bots of a test. SimCord drops a bot as a crash would, so what they hold open is closed here."""
    bots: list[ClusterBot] = []
    yield bots
    for bot in bots:
        if bot.hall is not None:
            await bot.hall.close()


@pytest.fixture
def make(pipeline: Pipeline, tmp_path: Path, clock: Clock, made: list[ClusterBot]) -> Make:
    def make_bot(message_content: bool = True, studio: Studio | None = None, **values: Any) -> ClusterBot:
        database = f"sqlite:///{tmp_path / 'games.sqlite3'}"
        settings = build_settings(**{"database_url": database, "shards": 1, **values})
        state = tmp_path / "state"
        made.append(
            ClusterBot(settings, pipeline, message_content=message_content, state=state, studio=studio, clock=clock)
        )
        return made[-1]

    return make_bot


@pytest.fixture
def simcord_bot(make: Make) -> ClusterBot:
    return make()


@pytest.fixture
def world(simcord_env: Any) -> World:
    return build_world(simcord_env)


def build_world(env: Any) -> World:
    guild = env.create_guild()
    channel = guild.create_text_channel("general")
    alice, bob = (guild.add_member(env.create_user(name)) for name in ("alice", "bob"))
    return World(env, guild, channel, alice, bob)
