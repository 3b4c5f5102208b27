"""A server with an organiser, and what tests of games need to see of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import discord
import pytest

from bot.community.quiz.daily import DailyPool

if TYPE_CHECKING:
    from bot.client import ClusterBot
    from bot.pipeline import Pipeline


class Night(NamedTuple):
    """A server: its channel, an organiser, and three who play."""

    env: Any
    guild: Any
    channel: Any
    olga: Any
    alice: Any
    bob: Any
    carol: Any

    @property
    def bot(self) -> ClusterBot:
        return self.env.bot

    @property
    def messages(self) -> list[Any]:
        """What the bot posted in the channel, oldest first."""
        return [message for message in self.channel.history() if message.author.id == self.bot.user.id]

    @property
    def last(self) -> Any:
        return self.messages[-1]

    async def order(self, who: Any, text: str) -> Any:
        """Give an order in the channel, and return the first thing that the bot posted after it."""
        before = len(self.messages)
        await who.send(self.channel, f"!{text}")
        return self.messages[before]


def words(message: Any) -> str:
    """Return all that a message says."""
    parts = [message.content]
    for embed in message.embeds:
        parts += [embed.title, embed.description, embed.footer.text]
    return "\n".join(part for part in parts if part)


def labels(message: Any) -> list[str]:
    """Return what stands on the buttons of a message."""
    return [child.label for row in message.components for child in row.children]


def private(result: Any) -> str:
    """Return what only the one who acted was told."""
    assert result.ephemeral
    return words(result.response.message or result.response)


def own(night: Night, person: int) -> None:
    """Make somebody the bot's owner."""
    assert night.bot.application is not None
    night.bot.application.owner = SimpleNamespace(id=person)  # type: ignore[assignment]


@pytest.fixture(scope="session")
def questions_of_days(pipeline: Pipeline) -> DailyPool:
    return DailyPool.of(pipeline.rankings, pipeline.resolver)


@pytest.fixture
def proven(questions_of_days: DailyPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the questions of all days at hand: to prove them takes longer than a simulated Discord waits."""
    monkeypatch.setattr(DailyPool, "of", lambda *_: questions_of_days)


@pytest.fixture
def night(simcord_env: Any) -> Night:
    env = simcord_env
    guild = env.create_guild()
    channel = guild.create_text_channel("events")
    organisers = guild.create_role("organisers", permissions=discord.Permissions(manage_events=True))
    olga = guild.add_member(env.create_user("olga"), roles=[organisers])
    alice, bob, carol = (guild.add_member(env.create_user(name)) for name in ("alice", "bob", "carol"))
    return Night(env, guild, channel, olga, alice, bob, carol)
