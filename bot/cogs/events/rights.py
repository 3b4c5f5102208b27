"""Who may give which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cogs.notices import notice
from bot.community import orders

if TYPE_CHECKING:
    from bot.cogs.events.occasion import Occasion
    from bot.community.orders import Order
    from bot.replies.reply import Reply
    from bot.store.records import ServerSettings
    from bot.store.store import Store

PERSONAL = (orders.MyData, orders.ForgetMe, orders.DataReload, orders.Usage)
"""What can be ordered outside servers too."""


def refusal(order: Order, occasion: Occasion, settings: ServerSettings, *, member: bool) -> Reply | None:
    """Return why somebody may not give an order here, with who may, or None if they may.

    `member` is whether the bot is a member of the server.
    """
    if isinstance(order, PERSONAL):
        return None
    if occasion.server is None:
        return notice("event.servers_only")
    if not member:
        return notice("event.not_here")
    if isinstance(order, orders.MANAGING) and not occasion.rights.manage_guild:
        return notice("event.managers_only")
    if isinstance(order, orders.ORGANISING) and not organises(occasion, settings):
        return notice("event.organisers_only")
    return None


def organises(occasion: Occasion, settings: ServerSettings) -> bool:
    """Return whether somebody may run events: who manages events or the server, and the role that the server named."""
    rights = occasion.rights
    return rights.manage_events or rights.manage_guild or settings.organisers in occasion.roles


async def crowded(store: Store, occasion: Occasion, what: str) -> Reply | None:
    """Return why a server cannot have something in yet another channel, or None if it can.

    Raises:
        StoreError: it cannot be known now.
    """
    having = await store.channels.of_server(occasion.server or 0)
    others = sum(each.what == what and each.channel != occasion.channel for each in having)
    return None if others < orders.CHANNELS_MAXIMUM else notice("event.many_channels", most=orders.CHANNELS_MAXIMUM)
