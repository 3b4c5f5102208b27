"""The one place that sends, edits and deletes on Discord. Nothing here pings anyone or raises into discord.py."""

from __future__ import annotations

import logging
import secrets
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import discord

from bot.cogs.notices import notice
from bot.cogs.repeating import is_discords, repeated
from bot.cogs.views import AskerView
from bot.replies.cards import as_card
from bot.replies.plain import as_text
from bot.replies.safety import quote
from bot.settings import ReplyStyle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator

    from bot.cogs.drawing import Drawn
    from bot.replies.reply import Reply

log = logging.getLogger(__name__)

ALREADY_ANSWERED = 40060
"""Discord's code for a second answer to one interaction: the first one did arrive."""

REPORTED_LIMIT = 1_000
"""So many channels that take no messages are remembered, and so many people who were told; then all are forgotten."""


class Manner(NamedTuple):
    """How to reply in a place: as a card or plain, with a reference to the question or not, with pictures or not.

    `speaks` is False where it is known that the bot may not write.
    """

    style: ReplyStyle
    refers: bool
    attaches: bool = True
    speaks: bool = True


class Messenger:
    """Sends replies as cards or as plain text."""

    def __init__(self, style: Callable[[int | None], ReplyStyle]) -> None:
        """`style` returns how replies look in a server, and outside all servers for None."""
        self.style = style
        self._reported: set[int] = set()
        self._told: set[tuple[int, int]] = set()

    def manner_for(self, question: discord.Message) -> Manner:
        """Return how to reply to a message: as set, but with nothing that the bot may not do there, or may not know."""
        if isinstance(question.channel, discord.DMChannel):
            return Manner(self.style(None), refers=True)
        allowed = _permissions(question)
        wanted = self.style(question.guild.id if question.guild else None)
        style = wanted if allowed.embed_links else ReplyStyle.PLAIN
        thread = isinstance(question.channel, discord.Thread)
        speaks = allowed.send_messages_in_threads if thread else allowed.send_messages
        unknown = not allowed.value
        return Manner(style, allowed.read_message_history, allowed.attach_files, speaks or unknown)

    async def post(
        self,
        question: discord.Message,
        reply: Reply,
        manner: Manner,
        view: discord.ui.View | None = None,
        drawn: Drawn | None = None,
    ) -> discord.Message | None:
        """Reply to a message, without pinging its author; None if that failed.

        Where the bot may not write, the asker is told in a direct message, once; failing that, the log says so once.
        Where that is known, nothing is sent in vain: Discord shuts bots out that do so thousands of times.
        """
        if not manner.speaks:
            await self._tell_privately(question)
            return None
        options: dict[str, Any] = {**_present(_shown(reply, manner.style, view)), "nonce": secrets.token_hex(12)}
        if manner.refers:
            options["reference"] = question.to_reference(fail_if_not_exists=False)
        refused = False
        with _logged("post a reply"):
            try:
                posted = await repeated(lambda: question.channel.send(**options, **_files(drawn)))
            except discord.Forbidden:
                refused = True
            else:
                if isinstance(view, AskerView):
                    view.rewrite = posted.edit
                return posted
        if refused:
            await self._tell_privately(question)
        return None

    async def revise(
        self,
        posted: discord.Message,
        reply: Reply,
        style: ReplyStyle,
        view: AskerView | None,
        drawn: Drawn | None = None,
    ) -> None:
        """Put another reply in the place of one that was posted, with its own picture or none."""
        shown = _shown(reply, style, view)
        with _logged("edit a reply"):
            await repeated(lambda: posted.edit(**shown, **_attachments(drawn)))
        if view is not None:
            view.rewrite = posted.edit

    async def attach(self, edit: Callable[..., Awaitable[Any]], drawn: Drawn) -> None:
        """Put a picture under a message that was sent before it was drawn."""
        with _logged("attach a picture"):
            await repeated(lambda: edit(**_attachments(drawn)))

    async def rewrite(self, edit: Callable[..., Awaitable[Any]], view: AskerView) -> None:
        """Show a view's buttons as they are now, through whatever edits the message they are under."""
        with _logged("edit buttons"):
            await repeated(lambda: edit(view=view))

    async def delete(self, posted: discord.Message) -> None:
        """Delete a reply."""
        with _logged("delete a reply"):
            await repeated(posted.delete)

    async def respond(
        self,
        interaction: discord.Interaction,
        reply: Reply,
        view: discord.ui.View | None = None,
        drawn: Drawn | None = None,
        *,
        private: bool = False,
    ) -> int | None:
        """Answer a slash command or a press with a message; return its id, or None if that failed.

        One that was told to wait gets its answer in the place of that, with no picture.
        """
        shown = _shown(reply, self.style(interaction.guild_id), view)
        message_id = None
        with _logged("answer an interaction"):
            if interaction.response.is_done():
                return (await repeated(lambda: interaction.edit_original_response(**shown))).id
            send = interaction.response.send_message
            message_id = await _answer(
                interaction, lambda: send(**_present(shown), **_files(drawn), ephemeral=private), shown
            )
            if isinstance(view, AskerView):
                view.rewrite = interaction.edit_original_response
        return message_id

    async def replace(
        self,
        interaction: discord.Interaction,
        reply: Reply,
        style: ReplyStyle,
        view: AskerView | None,
        drawn: Drawn | None = None,
        *,
        keep_picture: bool = False,
    ) -> None:
        """Answer a press by changing the message it was made under; its picture goes unless it is kept."""
        shown = _shown(reply, style, view)

        def picture() -> dict[str, Any]:
            return {} if keep_picture else _attachments(drawn)

        with _logged("answer a press"):
            edit = interaction.response.edit_message
            await _answer(interaction, lambda: edit(**shown, **picture()), {**shown, **picture()})

    async def show(self, interaction: discord.Interaction, form: discord.ui.Modal) -> None:
        """Answer a press with a form."""
        with _logged("show a form"):
            await interaction.response.send_modal(form)

    async def _tell_privately(self, question: discord.Message) -> None:
        asked = question.channel.id, question.author.id
        if isinstance(question.channel, discord.DMChannel) or asked in self._told:
            return
        if len(self._told) >= REPORTED_LIMIT:
            self._told.clear()
        self._told.add(asked)
        name = quote(getattr(question.channel, "name", ""))
        told = _present(_shown(notice("door.cannot_speak", channel=f"#{name}"), ReplyStyle.PLAIN, None))
        try:
            nonce = secrets.token_hex(12)
            await repeated(lambda: question.author.send(**told, nonce=nonce))
        except Exception as error:
            if not is_discords(error):
                raise
            self._report_once(question.channel.id)

    def _report_once(self, channel_id: int) -> None:
        if channel_id in self._reported:
            return
        if len(self._reported) >= REPORTED_LIMIT:
            self._reported.clear()
        self._reported.add(channel_id)
        log.warning("May not write in channel %s, and the asker takes no direct messages", channel_id)


def _shown(reply: Reply, style: ReplyStyle, view: discord.ui.View | None) -> dict[str, Any]:
    """Return all that a message shows; given to an edit, it replaces all that the message showed."""
    plain = style is ReplyStyle.PLAIN
    return {
        "content": as_text(reply) if plain else None,
        "embed": None if plain else as_card(reply),
        "view": view,
        "allowed_mentions": discord.AllowedMentions.none(),
    }


def _file(drawn: Drawn) -> discord.File:
    """Return a picture as a file. Its description is what Discord reads aloud; in an embed it would be lost."""
    return discord.File(BytesIO(drawn.png), "clusterbot.png", description=drawn.alt)


def _files(drawn: Drawn | None) -> dict[str, Any]:
    """Return what a new message takes for a picture."""
    return {} if drawn is None else {"file": _file(drawn)}


def _attachments(drawn: Drawn | None) -> dict[str, Any]:
    """Return what an edit takes for a picture, or to take the one away that was there."""
    return {"attachments": [] if drawn is None else [_file(drawn)]}


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


async def _answer(
    interaction: discord.Interaction,
    call: Callable[[], Awaitable[discord.InteractionCallbackResponse[discord.Client] | None]],
    shown: dict[str, Any],
) -> int | None:
    """Answer an interaction and return the message's id; an answer that only seemed lost is brought up to date."""
    try:
        answered = await repeated(call)
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
    except Exception as error:
        if not is_discords(error):
            raise
        log.warning("Could not %s: %r", what, error)
