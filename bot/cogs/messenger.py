"""The one place that sends, edits and deletes on Discord. Nothing here pings anyone or raises into discord.py."""

from __future__ import annotations

import asyncio
import logging
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import aiohttp
import discord

from bot.cogs.notices import notice
from bot.replies.cards import as_card
from bot.replies.plain import as_text
from bot.replies.safety import quote
from bot.settings import ReplyStyle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator

    from bot.cogs.views import AskerView
    from bot.replies.reply import Reply

log = logging.getLogger(__name__)

DROPPED = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, OSError)
"""A connection that broke: what was sent may or may not have arrived."""

REPEAT_AFTER = 1.0
"""Seconds before the one repetition."""

ALREADY_ANSWERED = 40060
"""Discord's code for a second answer to one interaction: the first one did arrive."""

REPORTED_LIMIT = 1_000

_Result = TypeVar("_Result")


class Manner(NamedTuple):
    """How to reply in a place: as a card or plain, and whether with a reference to the question."""

    style: ReplyStyle
    refers: bool


class Messenger:
    """Sends replies as cards or as plain text."""

    def __init__(self, style: ReplyStyle) -> None:
        self.style = style
        self._reported: set[int] = set()

    def manner_for(self, question: discord.Message) -> Manner:
        """Return how to reply to a message: as set, but with nothing that the bot may not do there, or may not know."""
        if isinstance(question.channel, discord.DMChannel):
            return Manner(self.style, refers=True)
        allowed = _permissions(question)
        style = self.style if allowed.embed_links else ReplyStyle.PLAIN
        return Manner(style, refers=allowed.read_message_history)

    async def post(
        self, question: discord.Message, reply: Reply, manner: Manner, view: AskerView | None = None
    ) -> discord.Message | None:
        """Reply to a message, without pinging its author; None if that failed.

        Where the bot may not write, the asker is told in a direct message; failing that, the log says so once.
        """
        options: dict[str, Any] = {**_present(_shown(reply, manner.style, view)), "nonce": secrets.token_hex(12)}
        if manner.refers:
            options["reference"] = question.to_reference(fail_if_not_exists=False)
        refused = False
        with _logged("post a reply"):
            try:
                posted = await _repeated(lambda: question.channel.send(**options))
            except discord.Forbidden:
                refused = True
            else:
                if view is not None:
                    view.rewrite = posted.edit
                return posted
        if refused:
            await self._tell_privately(question)
        return None

    async def revise(self, posted: discord.Message, reply: Reply, style: ReplyStyle, view: AskerView | None) -> None:
        """Put another reply in the place of one that was posted."""
        shown = _shown(reply, style, view)
        with _logged("edit a reply"):
            await _repeated(lambda: posted.edit(**shown))
        if view is not None:
            view.rewrite = posted.edit

    async def rewrite(self, edit: Callable[..., Awaitable[Any]], view: AskerView) -> None:
        """Show a view's buttons as they are now, through whatever edits the message they are under."""
        with _logged("edit buttons"):
            await _repeated(lambda: edit(view=view))

    async def delete(self, posted: discord.Message) -> None:
        """Delete a reply."""
        with _logged("delete a reply"):
            await _repeated(posted.delete)

    async def respond(
        self, interaction: discord.Interaction, reply: Reply, view: AskerView | None = None, *, private: bool = False
    ) -> int | None:
        """Answer a slash command or a press with a message; return its id, or None if that failed."""
        shown = _shown(reply, self.style, view)
        message_id = None
        with _logged("answer an interaction"):
            send = interaction.response.send_message
            message_id = await _answer(interaction, lambda: send(**_present(shown), ephemeral=private), shown)
            if view is not None:
                view.rewrite = interaction.edit_original_response
        return message_id

    async def replace(
        self, interaction: discord.Interaction, reply: Reply, style: ReplyStyle, view: AskerView | None
    ) -> None:
        """Answer a press by changing the message it was made under."""
        shown = _shown(reply, style, view)
        with _logged("answer a press"):
            await _answer(interaction, lambda: interaction.response.edit_message(**shown), shown)

    async def _tell_privately(self, question: discord.Message) -> None:
        if isinstance(question.channel, discord.DMChannel):
            return
        name = quote(getattr(question.channel, "name", ""))
        told = _present(_shown(notice("door.cannot_speak", channel=f"#{name}"), ReplyStyle.PLAIN, None))
        try:
            await question.author.send(**told, nonce=secrets.token_hex(12))
        except (discord.HTTPException, *DROPPED):
            self._report_once(question.channel.id)

    def _report_once(self, channel_id: int) -> None:
        if channel_id in self._reported:
            return
        if len(self._reported) >= REPORTED_LIMIT:
            self._reported.clear()
        self._reported.add(channel_id)
        log.warning("May not write in channel %s, and the asker takes no direct messages", channel_id)


def _shown(reply: Reply, style: ReplyStyle, view: AskerView | None) -> dict[str, Any]:
    """Return all that a message shows; given to an edit, it replaces all that the message showed."""
    plain = style is ReplyStyle.PLAIN
    return {
        "content": as_text(reply) if plain else None,
        "embed": None if plain else as_card(reply),
        "view": view,
        "allowed_mentions": discord.AllowedMentions.none(),
    }


def _present(shown: dict[str, Any]) -> dict[str, Any]:
    """Return what a new message takes: only what is there."""
    return {name: part for name, part in shown.items() if part is not None}


def _permissions(question: discord.Message) -> discord.Permissions:
    """Return what the bot may do where a message stands; nothing where it cannot be known."""
    if question.guild is None or not question.guild.me or isinstance(question.channel, discord.PartialMessageable):
        return discord.Permissions.none()
    try:
        return question.channel.permissions_for(question.guild.me)
    except discord.ClientException:  # a thread whose channel the bot cannot see
        return discord.Permissions.none()


async def _repeated(call: Callable[[], Awaitable[_Result]]) -> _Result:
    """Make a call, and once more if its connection broke; whatever is called must do nothing twice."""
    try:
        return await call()
    except DROPPED:
        await asyncio.sleep(REPEAT_AFTER)
        return await call()


async def _answer(
    interaction: discord.Interaction,
    call: Callable[[], Awaitable[discord.InteractionCallbackResponse[discord.Client] | None]],
    shown: dict[str, Any],
) -> int | None:
    """Answer an interaction and return the message's id; an answer that only seemed lost is brought up to date."""
    try:
        answered = await _repeated(call)
    except discord.HTTPException as error:
        if error.code != ALREADY_ANSWERED:
            raise
        return (await interaction.edit_original_response(**shown)).id
    return answered.message_id if answered else None


@contextmanager
def _logged(what: str) -> Generator[None]:
    """Log what Discord refused or failed to do, and go on."""
    try:
        yield
    except discord.NotFound as error:
        log.info("Too late to %s: %s", what, error)
    except (discord.DiscordException, *DROPPED) as error:
        log.warning("Could not %s: %r", what, error)
