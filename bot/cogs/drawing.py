"""Pictures under replies: with the words if they are drawn at once, later if not, and never in the place of words."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.hosting.host import cancelled
from bot.replies.pictures.describing import describe
from bot.replies.wording.catalogue import say
from bot.studio import StudioError, StudioFull

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.replies.pictures.model import Picture
    from bot.replies.reply import Reply
    from bot.studio import Studio

    Attach = Callable[["Drawn"], Coroutine[None, None, None]]

log = logging.getLogger(__name__)

AT_ONCE = 0.4
"""Seconds that a reply waits for its picture; most are drawn in half of it."""

COMING_LIMIT = 200
"""So many replies may be waiting for the picture that will be put under them."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished picture: the PNG file, and the same in words."""

    png: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Framed:
    """A reply with its picture if that is finished, or with the drawing that is still under way."""

    reply: Reply
    drawn: Drawn | None = None
    coming: asyncio.Task[bytes] | None = None


class Easel:
    """Has pictures drawn for the doors."""

    def __init__(self, studio: Studio, at_once: float = AT_ONCE) -> None:
        self._studio = studio
        self._at_once = at_once
        self._coming: set[asyncio.Task[None]] = set()

    async def frame(self, reply: Reply, picture: Picture | None, *, allowed: bool) -> Framed:
        """Return a reply with its picture, waiting a moment for it; one that cannot be had becomes a remark."""
        if picture is None:
            return Framed(reply)
        if not allowed:
            return Framed(_remarked(reply, "chart.forbidden"))
        if len(self._coming) >= COMING_LIMIT:
            return Framed(_remarked(reply, "chart.busy"))
        task = asyncio.create_task(self._studio.png(picture))
        await asyncio.wait((task,), timeout=self._at_once)
        if not task.done():
            return Framed(reply, coming=task)
        try:
            return Framed(reply, Drawn(task.result(), describe(picture)))
        except StudioFull:
            return Framed(_remarked(reply, "chart.busy"))
        except StudioError:
            log.warning("Could not draw a picture", exc_info=True)
            return Framed(_remarked(reply, "chart.failed"))

    def follow(self, framed: Framed, picture: Picture | None, attach: Attach) -> None:
        """Attach the picture of a reply that was sent without it, once it is drawn."""
        if framed.coming is None or picture is None:
            return
        task = asyncio.create_task(_attach_later(framed.coming, describe(picture), attach), name="picture")
        self._coming.add(task)
        task.add_done_callback(self._coming.discard)

    async def close(self) -> None:
        """Attach nothing any more."""
        await cancelled(*self._coming)


async def _attach_later(coming: asyncio.Task[bytes], alt: str, attach: Attach) -> None:
    try:
        png = await coming
    except StudioError:
        log.warning("Could not draw a picture", exc_info=True)
        return
    await attach(Drawn(png, alt))


def _remarked(reply: Reply, key: str) -> Reply:
    return replace(reply, notes=(*reply.notes, say(key)))
