"""Orders about a server: its settings, and which of its channels are told about new editions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.cogs.events.occasion import Said
from bot.cogs.events.rights import crowded
from bot.cogs.notices import notice, told
from bot.community.orders import Setting
from bot.replies.composing.orders import compose_settings, setting_line
from bot.replies.wording.catalogue import LANGUAGES, say
from bot.settings import ReplyStyle, valid_prefix

if TYPE_CHECKING:
    from collections.abc import Callable

    import discord

    from bot.cogs.events.occasion import Occasion
    from bot.community import orders
    from bot.hosting.servers import ServerBook
    from bot.pipeline import Pipeline
    from bot.store.records import ServerSettings
    from bot.store.store import Store

_NOTHING = ("", "none", "default", "off")


class ServerRoom:
    """Shows and changes what is kept of a server."""

    def __init__(
        self, client: discord.Client, book: ServerBook, store: Store, pipeline: Callable[[], Pipeline]
    ) -> None:
        """`pipeline` returns the one in service."""
        self._client = client
        self._book = book
        self._store = store
        self._pipeline = pipeline

    async def show(self, server: int) -> Said:
        """Show a server's settings.

        Raises:
            StoreError: they cannot be read now.
        """
        settings = self._book.of(server)
        values = [(setting.value, self._value(setting, settings)) for setting in Setting]
        channels = await self._store.channels.of_server(server)
        counts = [sum(channel.what == what for channel in channels) for what in ("editions", "daily")]
        return Said(compose_settings(values, *counts))

    async def change(self, order: orders.SettingsChange, server: int) -> Said:
        """Change one setting, or say what it takes.

        Raises:
            StoreError: it cannot be kept now.
        """
        settings = self._changed(order, self._book.of(server))
        if settings is None:
            return Said(notice(f"settings.bad_{order.setting}"))
        await self._book.put(settings)
        line = setting_line(order.setting, self._value(order.setting, settings))
        return Said(told("settings.changed", line=line))

    async def announce(self, order: orders.Announce, occasion: Occasion) -> Said:
        """Have new editions announced in a channel.

        Raises:
            StoreError: it cannot be kept now.
        """
        assert occasion.server is not None
        if not occasion.may_post:
            return Said(notice("event.cannot_write"), private=True)
        guild = self._client.get_guild(occasion.server)
        role = guild.get_role(order.role) if guild is not None and order.role is not None else None
        if order.role is not None and (role is None or role.is_default()):
            return Said(notice("announce.bad_role"))
        refused = await crowded(self._store, occasion, "editions")
        if refused is not None:
            return Said(refused, private=True)
        await self._store.channels.subscribe(occasion.channel, occasion.server, "editions", role=order.role)
        await self._store.announcements.note(self._pipeline().rankings.newest.year, occasion.channel)
        if role is None:
            return Said(told("announce.on"))
        pingable = role.mentionable or occasion.mine.mention_everyone
        return Said(told("announce.on_role", *(() if pingable else (say("announce.unpingable"),))))

    async def announce_off(self, occasion: Occasion) -> Said:
        """Announce nothing in a channel any more.

        Raises:
            StoreError: it cannot be kept now.
        """
        was = await self._store.channels.unsubscribe(occasion.channel, "editions")
        return Said(told("announce.off" if was else "announce.off_already"))

    def _changed(self, order: orders.SettingsChange, settings: ServerSettings) -> ServerSettings | None:
        value = order.value.strip()
        unset = value.casefold() in _NOTHING
        match order.setting:
            case Setting.PREFIX:
                if not unset and not valid_prefix(value):
                    return None
                return replace(settings, prefix=None if unset else value)
            case Setting.LANGUAGE:
                if not unset and value.casefold() not in LANGUAGES:
                    return None
                return replace(settings, locale=None if unset else value.casefold())
            case Setting.REPLIES:
                if not unset and value.casefold() not in tuple(ReplyStyle):
                    return None
                return replace(settings, style=None if unset else value.casefold())
            case Setting.ORGANISERS:
                role = self._role(settings.server, value)
                if not unset and role is None:
                    return None
                return replace(settings, organisers=role)

    def _role(self, server: int, value: str) -> int | None:
        """Return the id of a server's role given by id or name; @everyone is none."""
        guild = self._client.get_guild(server)
        for role in guild.roles if guild is not None else ():
            if not role.is_default() and value.removeprefix("@").casefold() in (str(role.id), role.name.casefold()):
                return role.id
        return None

    def _value(self, setting: Setting, settings: ServerSettings) -> str:
        match setting:
            case Setting.PREFIX:
                return self._book.prefix(settings.server)
            case Setting.LANGUAGE:
                return say(f"language.{settings.locale or LANGUAGES[0]}")
            case Setting.REPLIES:
                return say(f"style.{self._book.style(settings.server)}")
            case Setting.ORGANISERS:
                if settings.organisers is None:
                    return say("settings.everyone_else")
                guild = self._client.get_guild(settings.server)
                role = guild.get_role(settings.organisers) if guild is not None else None
                return say("settings.role", role=role.name if role is not None else settings.organisers)
