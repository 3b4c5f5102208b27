"""Questions in messages: answered, answered again when edited, and taken back with their question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.cogs.desk import Shown
from bot.cogs.events.occasion import Said, of_message
from bot.cogs.exchanges import Exchanges
from bot.cogs.gate import Door
from bot.cogs.once import Once
from bot.community.reading_orders import read_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cogs.addressing import Addressing
    from bot.cogs.desk import Desk
    from bot.cogs.events.hall import Hall
    from bot.cogs.events.occasion import Occasion
    from bot.cogs.exchanges import Exchange
    from bot.cogs.gate import Turn
    from bot.community.orders import Order

EDIT_SECONDS = 60.0
"""A question may be put right for so long after it was asked."""


class Asking(commands.Cog):
    """The door of prefix, mention and direct message."""

    def __init__(self, desk: Desk, addressing: Addressing, hall: Hall, clock: Callable[[], float]) -> None:
        self._desk = desk
        self._addressing = addressing
        self._hall = hall
        self._exchanges = Exchanges(clock)
        self._heard, self._gone = Once(), Once()

    def question(self, message: discord.Message) -> str | None:
        """Return what a message asks of the bot, if anything. The client calls this with every message."""
        direct = isinstance(message.channel, discord.DMChannel)
        prefix = self._hall.book.prefix(message.guild.id if message.guild is not None else None)
        text = self._addressing.question(message.content, prefix, direct=direct)
        if text is None or message.author.bot or message.webhook_id is not None or message.is_system():
            return None
        return text

    @commands.Cog.listener()
    async def on_question(self, message: discord.Message, text: str) -> None:
        """Answer a message that asks `text`, or carry it out; once, however often Discord tells of it."""
        if message.id in self._gone or not self._heard.first(message.id):
            return
        order = read_order(text)
        if order is None:
            await self._answer(message, text)
        else:
            await self._carry_out(message, order)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answer again, in place, if a question changed within a minute; a preview or a pin is no change."""
        message = payload.message
        if message.edited_at is None or (message.edited_at - message.created_at).total_seconds() > EDIT_SECONDS:
            return
        text = self.question(message)
        exchange = self._exchanges.get(message.id)
        if exchange is None:
            if text is not None and read_order(text) is None and message.id not in self._gone:
                self._heard.first(message.id)  # the message itself may come after its edit
                await self._answer(message, text)
        elif text is None:
            await self._take_back(message.id, deleted=False)
        elif text != exchange.text:
            await self._answer(message, text, exchange)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Delete the reply to a deleted question."""
        await self._take_back(payload.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Delete the replies to deleted questions."""
        for message_id in payload.message_ids:
            await self._take_back(message_id)

    async def _answer(self, message: discord.Message, text: str, exchange: Exchange | None = None) -> None:
        """Answer a question, in the place of the reply that its exchange already has; or say to wait, but not again."""
        with self._desk.gate.entered(Door.MESSAGE, message.author.id, _server(message)) as turn:
            if not turn.told:
                await self._answered(message, text, turn, exchange)

    async def _answered(self, message: discord.Message, text: str, turn: Turn, exchange: Exchange | None) -> None:
        if exchange is None:
            exchange = self._exchanges.open(message.id, text, self._desk.messenger.manner_for(message))
        exchange.text = text
        async with exchange.lock:
            await self._desk.gate.paced()
            if exchange.text != text:  # edited again in the meantime
                return
            shown = self._shown(message, text, exchange, turn)
            manner, messenger = exchange.manner, self._desk.messenger
            framed = await self._desk.easel.frame(shown.reply, shown.picture, allowed=manner.attaches)
            if exchange.reply is None:
                exchange.reply = await messenger.post(message, framed.reply, manner, shown.view, framed.drawn)
            else:
                await messenger.revise(exchange.reply, framed.reply, manner.style, shown.view, framed.drawn)
            if exchange.reply is not None:
                self._desk.follow(framed, shown, exchange.reply.edit)
                self._desk.views.put(exchange.reply.id, shown.view)
                self._desk.sent(shown, _server(message), message.channel.id, exchange.reply.id)

    async def _carry_out(self, message: discord.Message, order: Order) -> None:
        """Have an order carried out. It is done once: editing its message changes nothing, and so does deleting it."""
        occasion = of_message(message)
        if self._hall.steward.has_to_work(order, occasion) and not self._desk.gate.is_closed:
            await self._carried_out(message, order, occasion)
            return
        with self._desk.gate.entered(Door.MESSAGE, message.author.id, _server(message)) as turn:
            if turn.told:
                return
            await self._desk.gate.paced()
            if turn.limit is None:
                await self._carried_out(message, order, occasion)
            else:
                manner = self._desk.messenger.manner_for(message)
                await self._desk.messenger.post(message, self._desk.pause(turn), manner)

    async def _carried_out(self, message: discord.Message, order: Order, occasion: Occasion) -> None:
        direct = isinstance(message.channel, discord.DMChannel)
        try:
            said = await self._hall.steward.carry_out(order, occasion, shielded=direct)
        except Exception:
            said = Said(self._desk.failed("carrying out %s", type(order).__name__))
        manner = self._desk.messenger.manner_for(message)
        await self._desk.messenger.post(message, said.reply, manner, said.ways)

    def _shown(self, message: discord.Message, text: str, exchange: Exchange, turn: Turn) -> Shown:
        if turn.limit is None:
            replacing = exchange.reply.id if exchange.reply is not None else None
            style = exchange.manner.style
            return self._desk.answer(text, message.author.id, message.channel.id, style, replacing)
        return Shown(self._desk.pause(turn))

    async def _take_back(self, question: int, *, deleted: bool = True) -> None:
        if deleted:
            self._gone.first(question)
        exchange = self._exchanges.close(question)
        if exchange is None:
            return
        exchange.text = ""  # nobody asks what has not had its turn yet
        async with exchange.lock:
            if exchange.reply is not None:
                self._desk.views.put(exchange.reply.id, None)
                self._desk.settled.forget(exchange.reply.id)
                await self._desk.messenger.delete(exchange.reply)


def _server(message: discord.Message) -> int | None:
    return None if message.guild is None else message.guild.id
