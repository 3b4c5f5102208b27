"""What all Discord doors share: from a text to what is shown, whatever happens on the way."""

from __future__ import annotations

import logging
import math
import secrets
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.cogs.choosing import add_ways
from bot.cogs.gate import Door, Limit
from bot.cogs.messenger import Messenger
from bot.cogs.notices import notice
from bot.cogs.paging import PageView
from bot.cogs.views import AskerView, OpenViews
from bot.operating.watching import UNWATCHED
from bot.questions.queries import Settle
from bot.replies.composing.reading import kind
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import discord

    from bot.cogs.conversations import Conversations
    from bot.cogs.drawing import Easel, Framed
    from bot.cogs.gate import Gate, Turn
    from bot.cogs.settled import Settled
    from bot.operating.watching import Watch
    from bot.pipeline import Pipeline
    from bot.questions.queries import Claim
    from bot.replies.pictures.model import Picture
    from bot.replies.reply import Reply
    from bot.settings import ReplyStyle

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """The first page of a reply, the buttons under it, and the claim that it settles, if it does."""

    reply: Reply
    view: AskerView | None = None
    claim: Claim | None = None
    picture: Picture | None = None


class Desk:
    """Answers for every door. `pipeline` returns the one to use now, so that it can be replaced at any time."""

    def __init__(
        self,
        pipeline: Callable[[], Pipeline],
        style: Callable[[int | None], ReplyStyle],
        gate: Gate,
        conversations: Conversations,
        settled: Settled,
        easel: Easel,
        watch: Watch = UNWATCHED,
    ) -> None:
        self.gate = gate
        self.settled = settled
        self.easel = easel
        self._watch = watch
        self._conversations = conversations
        self.messenger = Messenger(style)
        self.views = OpenViews()
        self._pipeline = pipeline

    def answer(self, text: str, asker: int, channel: int, style: ReplyStyle, replacing: int | None = None) -> Shown:
        """Return the reply to a text, with its buttons, as a follow-up to what was asked before if it is one.

        A claim that was settled in the channel lately gets a link to the verdict, unless that stands in the message to
        be replaced. A bug becomes a number for the asker and a traceback here.
        """
        began = time.perf_counter()
        try:
            outcome = self._pipeline().ask(text, self._conversations.last(channel, asker))
        except Exception:
            self._watch.answered("none", "failed", time.perf_counter() - began)
            return Shown(self.failed("answering %.300r", text))
        asked = "none" if outcome.query is None else kind(outcome.query)
        self._watch.answered(asked, outcome.pages[0].status, time.perf_counter() - began)
        if outcome.query is not None:
            self._conversations.remember(channel, asker, outcome.query)
        claim = outcome.query.claim if isinstance(outcome.query, Settle) else None
        link = None if claim is None else self.settled.link(channel, claim, replacing)
        if link is not None:
            return Shown(replace(notice("settle.already"), lines=(say("settle.already"), link)))
        return Shown(outcome.pages[0], self._buttons(outcome.pages, asker, style), claim, outcome.picture)

    def sent(self, shown: Shown, guild: int | None, channel: int, message: int) -> None:
        """Note in which message something is shown now."""
        if shown.claim is not None:
            self.settled.note(guild, channel, message, shown.claim)

    def follow(self, framed: Framed, shown: Shown, edit: Callable[..., Awaitable[Any]]) -> None:
        """Attach a picture that is still being drawn, through whatever edits the message it belongs to."""
        self.easel.follow(framed, shown.picture, lambda drawn: self.messenger.attach(edit, drawn))

    def failed(self, doing: str, *details: object) -> Reply:
        """Log the exception being handled under a new number, and return the sentence that tells it."""
        reference = f"{secrets.randbelow(900_000) + 100_000}"
        self._watch.failed()
        log.exception(f"Reference %s: failed while {doing}", reference, *details, extra={"reference": reference})
        return notice("door.internal", reference=reference)

    @staticmethod
    def pause(turn: Turn) -> Reply:
        """Return the sentence that says to wait, and how long if it is for the person."""
        if turn.limit is Limit.CLOSED:
            return notice("door.restarting")
        if turn.limit is Limit.SERVER:
            return notice("door.crowd")
        return notice("door.cooldown", seconds=math.ceil(turn.wait))

    async def refuse(self, interaction: discord.Interaction, turn: Turn) -> None:
        """Tell whoever was not let in, and nobody else, unless they are to hear nothing."""
        if not turn.told:
            await self.messenger.respond(interaction, self.pause(turn), private=True)

    async def close(self) -> None:
        """Let nobody in any more, no button work, and no picture be attached."""
        self.gate.close(told=True)
        self.views.close()
        await self.easel.close()

    async def admits(self, interaction: discord.Interaction) -> bool:
        """Return whether a press under a reply may be seen to; if not, it is answered here."""
        with self.gate.entered(Door.PRESS, interaction.user.id, interaction.guild_id) as turn:
            if turn.limit is None:
                return True
            await self.refuse(interaction, turn)
            return False

    async def respond(self, interaction: discord.Interaction, text: str, *, private: bool = False) -> None:
        """Answer a slash command."""
        with self.gate.entered(Door.COMMAND, interaction.user.id, interaction.guild_id) as turn:
            if turn.limit is None:
                await self._respond(interaction, text, private=private)
            else:
                await self.refuse(interaction, turn)

    async def _respond(self, interaction: discord.Interaction, text: str, *, private: bool) -> None:
        style = self.messenger.style(interaction.guild_id)
        shown = self.answer(text, interaction.user.id, interaction.channel_id or 0, style)
        framed = await self.easel.frame(shown.reply, shown.picture, allowed=interaction.app_permissions.attach_files)
        sent = await self.messenger.respond(interaction, framed.reply, shown.view, framed.drawn, private=private)
        if sent is not None:
            self.views.put(sent, shown.view)
            self.sent(shown, interaction.guild_id, interaction.channel_id or 0, sent)
            self.follow(framed, shown, interaction.edit_original_response)

    def _buttons(self, pages: tuple[Reply, ...], asker: int, style: ReplyStyle) -> AskerView | None:
        first = pages[0]
        if len(pages) == 1 and not (first.menu or first.buttons or first.alternatives or first.chart):
            return None

        async def choose(interaction: discord.Interaction, question: str) -> None:
            with self.gate.entered(Door.COMMAND, interaction.user.id, interaction.guild_id) as turn:
                if turn.limit is None:
                    await chosen(interaction, question)
                else:
                    await self.refuse(interaction, turn)

        async def chosen(interaction: discord.Interaction, question: str) -> None:
            message = interaction.message
            channel = interaction.channel_id or 0
            shown = self.answer(question, interaction.user.id, channel, style, message.id if message else None)
            if shown.view is not None:
                shown.view.rewrite = interaction.edit_original_response
            framed = await self.easel.frame(
                shown.reply, shown.picture, allowed=interaction.app_permissions.attach_files
            )
            await self.messenger.replace(interaction, framed.reply, style, shown.view, framed.drawn)
            if message is not None:  # only now, for until it is answered the press is one of a live button
                self.views.put(message.id, shown.view)
                self.sent(shown, interaction.guild_id, channel, message.id)
            self.follow(framed, shown, interaction.edit_original_response)

        if len(pages) > 1:
            view = PageView(pages, style, asker, self.messenger, self.admits)
        else:
            view = AskerView(asker, self.messenger, self.admits)
        add_ways(view, first, choose)
        return view
