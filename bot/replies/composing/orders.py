"""Replies to orders that need more than one sentence: how orders are given, a server's settings, what is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.community.orders import Usage
from bot.community.reading_orders import read_order
from bot.replies.composing.people import named
from bot.replies.reply import Reply
from bot.replies.safety import quote
from bot.replies.wording.catalogue import say, say_count
from bot.replies.wording.en_events import ORDERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rankings.model import Edition


def compose_usage(about: str, wrong: str = "") -> Reply:
    """Say how orders of a kind are given, after what was not understood."""
    lines = [say("usage.wrong", wrong=quote(wrong))] if wrong else [say("usage.title", about=about)]
    lines += [say("usage.line", order=order, what=what) for order, what in ORDERS[about]]
    return Reply(Status.NOT_UNDERSTOOD if wrong else Status.ANSWERED, tuple(lines))


def compose_outside(text: str) -> Reply | None:
    """Return what a door outside all servers says to an order; None if the text is none, and so a question."""
    order = read_order(text)
    if order is None:
        return None
    where = say("event.servers_only")
    if not isinstance(order, Usage):
        return Reply(Status.NOT_UNDERSTOOD, (where,))
    usage = compose_usage(order.about)
    return replace(usage, notes=(*usage.notes, where))


def compose_settings(values: Sequence[tuple[str, str]], announcing: int, daily: int) -> Reply:
    """Show settings by name and value, and in how many channels something is posted unasked."""
    lines = [say("settings.title"), *(setting_line(name, value) for name, value in values)]
    if announcing:
        lines.append(say("settings.announces", count=announcing))
    if daily:
        lines.append(say("settings.daily", count=daily))
    return Reply(Status.ANSWERED, tuple(lines))


def setting_line(name: str, value: str) -> str:
    """Return the line of one setting."""
    return say(f"settings.{name}", value=value)


def compose_new_edition(edition: Edition, headlines: Sequence[Reply]) -> Reply:
    """Announce an edition: what is known of it, and the first lines of some answers about it."""
    notes: list[str] = []
    if edition.rows:
        notes.append(say_count("announce.held", len(edition.ranked)))
    if edition.economies:
        notes.append(say("announce.economies", count=len(edition.economies)))
    lines = [say("announce.edition", edition=edition.year), *(reply.lines[0] for reply in headlines)]
    source = next((reply.source for reply in headlines if reply.source), "")
    return Reply(Status.ANSWERED, tuple(lines), tuple(notes), source=source)


def compose_leaderboard(lines: Sequence[tuple[int, int, int, int]]) -> Reply:
    """Show places, people, points and games of a server's quizzes."""
    if not lines:
        return Reply(Status.NO_DATA, (say("board.empty"),))
    shown = (
        say_count("board.line", games, place=place, person=named(who), points=f"{points:,}")
        for place, who, points, games in lines
    )
    return Reply(Status.ANSWERED, (say("board.title"), *shown))


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a person in one server: its name, or its id; their games, actions, points and rating."""

    server: str
    games: int
    actions: int
    points: int
    rating: float | None


def compose_kept(records: Sequence[Record]) -> Reply:
    """Show somebody what is kept about them."""
    if not records:
        return Reply(Status.ANSWERED, (say("people.nothing"),))
    lines = [say("people.title")]
    for record in records:
        games = say_count("people.games", record.games)
        actions = say_count("people.actions", record.actions)
        line = say("people.line", server=record.server, games=games, actions=actions, points=f"{record.points:,}")
        rating = "" if record.rating is None else say("people.rating", rating=f"{record.rating:.0f}")
        lines.append(f"{line} {rating}".strip())
    return Reply(Status.ANSWERED, tuple(lines), (say("people.how_to_forget"),))
