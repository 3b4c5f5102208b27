"""A fake Discord on a loopback socket, and what people do in it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any, TypeVar

from aiohttp import web

from tests.loopback.faults import Faults
from tests.loopback.gateway import Gateway
from tests.loopback.interactions import COMMAND, COMPLETION, PRESS, Interaction, command, interaction
from tests.loopback.rest import BASE, Rest
from tests.loopback.world import BOT, MEMBER, PERSON, Data, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.loopback.world import Channel

_Found = TypeVar("_Found")


class Loopback:
    """A fake Discord: what it holds (`world`), its two doors, and what is to go wrong with them (`faults`).

    People speak in the first server's channel, unless another is given. Any number of clients may connect.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.faults = Faults()
        self.ready, self.posted = asyncio.Event(), asyncio.Event()
        """Set once a session began, and at each new message of the bot; `posted` may be cleared."""
        self._changes = asyncio.Event()
        self._posts = 0
        self.gateway = Gateway(world, self.faults, self._changed)
        self.rest = Rest(world, self.gateway, self.faults, self._changed)
        self.api = ""

    @property
    def channel(self) -> Channel:
        """The first channel of the first server."""
        return self.world.first.channels[0]

    async def say(self, content: str, channel: Channel | None = None, *, told: bool = True) -> Data:
        """Have alice post something, and return the message; unless it is `told`, no client hears of it."""
        there = channel or self.channel
        message = self.world.add_message(there, PERSON, {"content": content})
        if told:
            await self.tell("MESSAGE_CREATE", message)
        return message

    async def edit(self, message: Data, content: str, *, told: bool = True) -> Data:
        """Have alice change what she said; unless it is `told`, no client hears of it."""
        changed = self.world.edit_message({**message}, {"content": content})
        self.world.channels[int(message["channel_id"])].messages[int(message["id"])] = changed
        if told:
            await self.tell("MESSAGE_UPDATE", changed)
        return changed

    async def delete(self, message: Data) -> None:
        """Have alice delete what she said."""
        channel = self.world.channels[int(message["channel_id"])]
        channel.messages.pop(int(message["id"]), None)
        where = {"channel_id": str(channel.id)} | ({"guild_id": str(channel.guild)} if channel.guild else {})
        await self.gateway.tell("MESSAGE_DELETE", {"id": message["id"], **where}, channel.guild)

    async def tell(self, name: str, message: Data) -> int:
        """Send an event of a message to the shard of its server; return how many sessions it was for."""
        channel = self.world.channels[int(message["channel_id"])]
        where = {"guild_id": str(channel.guild), "member": MEMBER} if channel.guild else {}
        return await self.gateway.tell(name, {**message, **where}, channel.guild)

    async def slash(
        self, name: str, channel: Channel | None = None, *, told: bool = True, **options: Any
    ) -> Interaction:
        """Have alice give a slash command, such as `rank` or `quiz start`; unless it is `told`, nobody hears of it."""
        return await self._act(COMMAND, command(name, options), channel, told=told)

    async def complete(self, name: str, option: str, typed: str, channel: Channel | None = None) -> Interaction:
        """Have alice begin to type an option of a slash command."""
        return await self._act(COMPLETION, command(name, {option: typed}, option), channel)

    async def press(self, message: Data, label: str) -> Interaction:
        """Have alice press a button under a message."""
        buttons = [button for row in message["components"] for button in row["components"]]
        [custom_id] = [button["custom_id"] for button in buttons if button.get("label") == label]
        channel = self.world.channels[int(message["channel_id"])]
        return await self._act(PRESS, {"custom_id": custom_id, "component_type": 2}, channel, message)

    async def _act(
        self, kind: int, data: Data, channel: Channel | None, under: Data | None = None, *, told: bool = True
    ) -> Interaction:
        acted = interaction(self.world, channel or self.channel, kind, data, under)
        self.rest.interactions[acted.token] = acted
        if told:
            await self.act_again(acted)
        return acted

    async def act_again(self, acted: Interaction) -> None:
        """Tell clients of an interaction, as if it were new."""
        await self.gateway.tell("INTERACTION_CREATE", acted.data, acted.channel.guild)

    def replies(self, question: Data) -> list[Data]:
        """Return what the bot posted in reply to a message, as it is now."""
        held = self.world.channels[int(question["channel_id"])].messages.values()
        return [each for each in held if _answered(each) == int(question["id"]) and each["author"] is BOT]

    async def reply(self, question: Data, seconds: float = 10.0) -> Data:
        """Return the bot's one reply to a message, once it is there."""
        [reply] = await self.until(lambda: self.replies(question), seconds)
        return reply

    async def until(self, holds: Callable[[], _Found], seconds: float = 10.0) -> _Found:
        """Return what a function returns, once that is something; it is asked after each change here.

        Raises:
            TimeoutError: it was nothing for so many seconds.
        """
        async with asyncio.timeout(seconds):
            while not (found := holds()):
                self._changes.clear()
                await self._changes.wait()
        return found

    def _changed(self) -> None:
        self._changes.set()
        if self.gateway.sessions:
            self.ready.set()
        if len(self.rest.posts) > self._posts:
            self._posts = len(self.rest.posts)
            self.posted.set()


def _answered(message: Data) -> int:
    """Return which message another one replies to; 0 if none."""
    return int(message.get("message_reference", {}).get("message_id", 0))


@contextlib.asynccontextmanager
async def loopback(guilds: int = 1, *, shards: int = 1, max_concurrency: int = 1) -> AsyncIterator[Loopback]:
    """Serve a fake Discord with so many servers at `api` and `gateway.url`, until the end of the block."""
    fake = Loopback(World(guilds))
    fake.rest.shards, fake.gateway.max_concurrency = shards, max_concurrency
    app = web.Application(middlewares=[fake.rest.around])
    app.router.add_get("/gateway/", fake.gateway.serve)
    fake.rest.add_to(app.router)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    fake.api, fake.gateway.url = f"http://{host}:{port}{BASE}", f"ws://{host}:{port}/gateway/"
    try:
        yield fake
    finally:
        await runner.cleanup()
