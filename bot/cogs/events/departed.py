"""Servers that removed the bot while it was not connected, of which Discord tells it nothing."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord

from bot.cogs.repeating import is_discords

if TYPE_CHECKING:
    from collections.abc import Collection

log = logging.getLogger(__name__)


def keep_what_ready_lists(client: discord.AutoShardedClient) -> None:
    """Have the client know no servers of a shard but those that READY lists, with unavailable ones, and later ones.

    discord.py 2.7.1 keeps those that it knew before, if a session begins anew.
    """
    state: Any = client._connection  # pyright: ignore[reportPrivateUsage]
    take = state.parsers["READY"]

    def take_ready(data: Any) -> None:
        take(data)
        listed = {int(guild["id"]) for guild in data["guilds"]}
        for guild in tuple(client.guilds):
            if guild.shard_id == data["shard"][0] and guild.id not in listed:
                state._remove_guild(guild)

    state.parsers["READY"] = take_ready


async def departed(client: discord.Client, known: Collection[int]) -> tuple[int, ...]:
    """Return which servers removed the bot: of those `known` on a shard that is ready, the ones that Discord did not
    list, and knows nothing of when asked.

    What is deleted for it does not come back: if none of several was listed, the database is rather that of another
    bot, and none is returned.
    """
    missing = [server for server in known if client.get_guild(server) is None]
    if len(missing) == len(known) > 1:
        log.warning("The bot is in none of the %d servers in its database; nothing is deleted", len(known))
        return ()
    return tuple([server for server in missing if await _denied(client, server)])


async def _denied(client: discord.Client, server: int) -> bool:
    try:
        await client.fetch_guild(server, with_counts=False)
    except (discord.NotFound, discord.Forbidden):
        return True
    except Exception as error:
        if not is_discords(error):
            raise
        log.warning("Whether server %s removed the bot cannot be known now: %r", server, error)
        return False
    log.warning("Discord did not list server %s, and yet the bot is in it", server)
    return False
