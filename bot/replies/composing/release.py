"""Wording of release night: what is posted, and what its organisers are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.community.release.actions import SwapFault
from bot.community.release.night import Announcement, Back, Halted, Refused, Shown
from bot.community.release.rules import Told
from bot.replies.composing.release_scenes import compose_scene
from bot.replies.reply import Reply
from bot.replies.safety import moment
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.community.release.night import Night, Notice
    from bot.rankings.model import Rankings

_DONE = (Told.ARMED, Told.REHEARSING, Told.ONE_MORE, Told.AGREED, Told.STOPPED)


def compose_notice(notice: Notice, night: Night, rankings: Rankings, extra: tuple[str, ...] = ()) -> Reply:
    """Say what is to be posted; a rehearsal says so. `extra` are lines to stand under a scene.

    `rankings` is the table in service; what it holds of newer editions than the evening's is not used.

    Raises:
        KeyError: the table no longer holds the edition.
    """
    match notice:
        case Announcement():
            reply = Reply(Status.ANSWERED, tuple(_announcement(notice, night)))
        case Shown(scene=scene):
            reply = compose_scene(scene, rankings, spoiler=night.spoiler, extra=extra)
        case Back(rank=rank):
            line = say("release.back") if rank is None else say("release.back_from", rank=rank)
            reply = Reply(Status.ANSWERED, (line,))
        case Halted(begun=begun):
            keys = ("release.halted", "release.ask") if begun else ("release.called_off",)
            reply = Reply(Status.ANSWERED, tuple(say(key, edition=night.edition) for key in keys))
        case Refused(fault=fault):
            reply = compose_told(fault, night)
    if not night.rehearsal:
        return reply
    title, *rest = reply.lines
    return replace(reply, lines=(say("release.rehearsal", edition=night.edition, line=title), *rest))


def _announcement(notice: Announcement, night: Night) -> list[str]:
    lines = [say("release.announced", edition=notice.edition)]
    if notice.planned is None:
        lines.append(say("release.begins_on_word"))
    else:
        relative = moment(notice.planned, relative=True)
        lines.append(say("release.begins", moment=moment(notice.planned), relative=relative))
    lines.append(say("release.course"))
    if night.spoiler:
        lines.append(say("release.spoilers"))
    return lines


def compose_told(told: Told | SwapFault, night: Night) -> Reply:
    """Say to an organiser what became of an action; `night` is the evening after it."""
    lapses = "" if night.lapses is None else moment(night.lapses)
    line = say(f"release.told.{told}", edition=night.edition, moment=lapses)
    if isinstance(told, SwapFault):
        return Reply(Status.NOT_UNDERSTOOD, (line, say("release.told.void")))
    return Reply(Status.ANSWERED if told in _DONE else Status.NOT_UNDERSTOOD, (line,))
