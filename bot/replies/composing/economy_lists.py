"""Wording of who came into the index or its leading ranks, left them, was always there, or always went one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import formats
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.answers.model import EconomyEntry, EconomyNewcomersAnswer, EconomyRegularsAnswer


def compose_economy_newcomers(answer: EconomyNewcomersAnswer) -> Reply:
    """Say which economies came in, or left."""
    query = answer.query
    way = "left" if query.left else "new"
    key = f"economy_list.{way}" if query.within is None else f"economy_list.{way}_top"
    title = say(key, within=query.within or 0, edition=answer.edition, before=answer.before)
    return _listed(answer, title)


def compose_economy_regulars(answer: EconomyRegularsAnswer) -> Reply:
    """Say which economies were always among the leading ones, or rose or fell in every edition."""
    query = answer.query
    key = "economy_list.first" if query.within == 1 else "economy_list.always"
    if query.direction is not None:
        key = f"economy_list.always_{query.direction}"
    title = say(key, within=query.within, first=answer.first, last=answer.last)
    return _listed(answer, title)


def _listed(answer: EconomyNewcomersAnswer | EconomyRegularsAnswer, title: str) -> Reply:
    if answer.area:
        title = say("movers.title_area", title=title, area=answer.area)
    lines = [_line(entry) for entry in answer.entries] or [say("economy_list.none")]
    notes = (say("economy.model_change"),)
    return Reply(answer.status, (title, *lines), notes, formats.source_line(answer.values))


def _line(entry: EconomyEntry) -> str:
    place = formats.economy_name(entry.economy)
    return say("economy_list.line", rank=formats.figure(entry.rank), place=place, edition=entry.rank.edition)
