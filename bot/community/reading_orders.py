"""Orders read from words: `quiz start 5 map hard`, `pool open 2026 closes friday 18:00`, `release go`, `forget me`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.community import orders
from bot.community.orders import Setting
from bot.community.quiz.question import Band, Topic

if TYPE_CHECKING:
    from collections.abc import Callable

_CLOSES = re.compile(r"\b(?:closes|closing|until|till)\b", re.IGNORECASE)
_ASKING = re.compile(r"\b(?:asking|asks)\b:?", re.IGNORECASE)
_ROLE = re.compile(r"<@&(\d{1,20})>")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)?")
_PAUSE = re.compile(r"\bpause (\d{1,3})\b")

_ANY = ("any", "everything", "mixed")
_TOPICS = {
    "cluster": Topic.CLUSTERS,
    "economy": Topic.ECONOMIES,
    "country": Topic.ECONOMIES,
    "countries": Topic.ECONOMIES,
    "past": Topic.HISTORY,
    "maps": Topic.MAP,
    "geography": Topic.MAP,
    **{topic.value: topic for topic in Topic},
}
_BANDS = {"simple": Band.EASY, "difficult": Band.HARD, **{band.value: band for band in Band}}

HELPED = ("quiz", "pool", "release", "announce", "settings")
"""Kinds of orders that have a help of their own."""

NOON = 12 * 60
"""When a daily question comes if no time is named: minutes after midnight, UTC."""


def read_order(text: str) -> orders.Order | None:
    """Return the order that a text gives, or None where it gives none and is a question.

    A text that opens like an order and does not go on like one is `Usage`.
    """
    opening, *rest = text.split(maxsplit=1) or ("",)
    read = _OPENINGS.get(opening.casefold().rstrip(":,"))
    return read("".join(rest).strip()) if read is not None else None


def _help(rest: str) -> orders.Order | None:
    return orders.Usage(rest.casefold()) if rest.casefold() in HELPED else None


def _quiz(rest: str) -> orders.Order:
    verb, _, more = rest.partition(" ")
    match verb.casefold():
        case "start":
            return _quiz_start(more)
        case "stop" | "end" if not more:
            return orders.QuizStop()
        case "skip" | "next" if not more:
            return orders.QuizSkip()
        case "score" | "scores" | "leaderboard" if not more:
            return orders.QuizScore()
        case "daily":
            return _quiz_daily(more.strip().casefold())
        case _:
            return orders.Usage("quiz", rest)


def _quiz_start(more: str) -> orders.Order:
    """Read rounds, topic, difficulty and seconds in any order; the first number is rounds, the next one seconds."""
    numbers: list[int] = []
    topic: Topic | None = None
    difficulty: Band | None = None
    words = re.sub(r"(?<=\d)\s*(?:s|sec|secs|seconds|rounds?|questions?)\b", "", more.casefold()).split()
    for word in words:
        if word.isdecimal() and word.isascii() and len(word) <= 3 and len(numbers) < 2:
            numbers.append(int(word))
        elif word in _TOPICS:
            topic = _TOPICS[word]
        elif word in _BANDS:
            difficulty = _BANDS[word]
        elif word not in _ANY:
            return orders.Usage("quiz", word)
    rounds, seconds = (*numbers, *(orders.ROUNDS_DEFAULT, orders.SECONDS_DEFAULT)[len(numbers) :])
    if not 1 <= rounds <= orders.ROUNDS_MAXIMUM:
        return orders.Usage("quiz", str(rounds))
    if not orders.SECONDS_MINIMUM <= seconds <= orders.SECONDS_MAXIMUM:
        return orders.Usage("quiz", str(seconds))
    return orders.QuizStart(rounds, topic, difficulty, seconds)


def _quiz_daily(more: str) -> orders.Order:
    if more in ("", "on"):
        return orders.QuizDaily(NOON)
    if more in ("off", "stop"):
        return orders.QuizDaily(None)
    clock = _CLOCK.fullmatch(more.removesuffix("utc").strip())
    return orders.Usage("quiz", more) if clock is None else orders.QuizDaily(int(clock[1]) * 60 + int(clock[2] or 0))


def _pool(rest: str) -> orders.Order:
    verb, _, more = rest.partition(" ")
    match verb.casefold():
        case "" | "state" | "enter":
            return orders.PoolState() if not more else orders.Usage("pool", rest)
        case "open":
            return _pool_open(more.strip())
        case "close" | "closes" | "move" if more:
            return orders.PoolMove(more.strip())
        case "entries" | "count" if not more:
            return orders.PoolEntries()
        case "results" | "result" if not more:
            return orders.PoolResults()
        case "cancel" if not more:
            return orders.PoolCancel()
        case _:
            return orders.Usage("pool", rest)


def _pool_open(more: str) -> orders.Order:
    before, *asking = _ASKING.split(more, maxsplit=1)
    edition, *closes = _CLOSES.split(before, maxsplit=1)
    year = _year(edition.strip())
    if year is None or not closes or not closes[0].strip():
        return orders.Usage("pool", more)
    return orders.PoolOpen(year, closes[0].strip(" ,;"), asking[0].strip() if asking else "")


def _release(rest: str) -> orders.Order | None:
    """Read an order about a release night; "release date 2026" is a question."""
    verb, _, more = rest.partition(" ")
    match verb.casefold():
        case "rehearse" | "rehearsal":
            return _rehearse(more)
        case "arm":
            return _arm(more)
        case "go" | "confirm" if not more:
            return orders.ReleaseGo()
        case "stop" if not more:
            return orders.ReleaseStop()
        case "":
            return orders.Usage("release")
        case _:
            return None


def _rehearse(more: str) -> orders.Order:
    pause, spoiler, left = _manner(more)
    year = _year(left) if left else None
    if (left and year is None) or pause is None:
        return orders.Usage("release", more)
    return orders.ReleaseRehearse(year, pause, spoiler)


def _arm(more: str) -> orders.Order:
    pause, spoiler, left = _manner(more)
    first, _, when = left.partition(" ")
    year = _year(first)
    if year is None or pause is None:
        return orders.Usage("release", more)
    return orders.ReleaseArm(year, re.sub(r"^(?:at|on)\s+", "", when.strip(), flags=re.IGNORECASE), pause, spoiler)


def _manner(more: str) -> tuple[int | None, bool, str]:
    """Return the pause in seconds (None if out of range), whether names are to be hidden, and the words left."""
    found = _PAUSE.search(more.casefold())
    pause = int(found[1]) if found else orders.PAUSE_DEFAULT
    left = _PAUSE.sub("", more) if found else more
    hidden = re.search(r"\bspoilers?\b", left, re.IGNORECASE)
    left = re.sub(r"\bspoilers?\b", "", left, flags=re.IGNORECASE)
    allowed = orders.PAUSE_MINIMUM <= pause <= orders.PAUSE_MAXIMUM
    return pause if allowed else None, hidden is not None, " ".join(left.split())


def _announce(rest: str) -> orders.Order:
    verb, _, more = rest.partition(" ")
    role = _ROLE.fullmatch(more.strip())
    match verb.casefold():
        case "here" | "on" if not more or role:
            return orders.Announce(int(role[1]) if role else None)
        case "off" | "stop" | "nothing" if not more:
            return orders.AnnounceOff()
        case _:
            return orders.Usage("announce", rest)


def _settings(rest: str) -> orders.Order:
    name, _, value = rest.partition(" ")
    if not name:
        return orders.SettingsShow()
    known = {"locale": Setting.LANGUAGE, "style": Setting.REPLIES, "organizers": Setting.ORGANISERS}
    setting = known.get(name.casefold()) or next((each for each in Setting if each == name.casefold()), None)
    if setting is None:
        return orders.Usage("settings", name)
    role = _ROLE.fullmatch(value.strip())
    return orders.SettingsChange(setting, role[1] if role else value.strip())


def _only(words: str, order: orders.Order) -> Callable[[str], orders.Order | None]:
    return lambda rest: order if rest.casefold() == words else None


def _year(text: str) -> int | None:
    return int(text) if re.fullmatch(r"(?:19|20)\d\d", text) else None


_OPENINGS: dict[str, Callable[[str], orders.Order | None]] = {
    "quiz": _quiz,
    "pool": _pool,
    "release": _release,
    "announce": _announce,
    "settings": _settings,
    "my": _only("data", orders.MyData()),
    "mydata": _only("", orders.MyData()),
    "forget": _only("me", orders.ForgetMe()),
    "forgetme": _only("", orders.ForgetMe()),
    "help": _help,
    "data": _only("reload", orders.DataReload()),
}
