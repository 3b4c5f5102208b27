"""What the store costs when it holds a hundred, ten thousand and a million rows, on SQLite."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.growth.apart import apart
from benchmarks.growth.results import Found, Plot, Table, growth
from benchmarks.timing import Timing
from bot.hosting.host import READ_AT_ONCE
from bot.hosting.servers import Defaults, ServerBook
from bot.settings import ReplyStyle
from bot.store.records import Logged
from bot.store.store import Store
from bot.store.tables import PREFIX

NUMBERS = (100, 10_000, 1_000_000)
GAMES = (100, 10_000)
"""Open games are fewer: each channel has one of a kind at most."""

TIMES = 9
FIRST = 10**17
"""The least id that is given; real ones are as long."""

NOW = datetime(2026, 1, 1, tzinfo=UTC)
_THEN = "2025-12-01 00:00:00.000000"
_PLAYERS = 100
"""People who have points of one game."""

Action = Callable[[Store], Coroutine[Any, Any, object]]


@dataclass(frozen=True, slots=True)
class Case:
    """Something that the bot does, the rows that it does it among, and how often it does it."""

    name: str
    when: str
    fill: Callable[[sqlite3.Connection, int], None]
    act: Action
    numbers: tuple[int, ...] = NUMBERS


@dataclass(frozen=True, slots=True)
class Done:
    """Seconds that something took, and the bytes that it left in memory and held at most meanwhile."""

    seconds: float
    left: int
    most: int


def _servers(connection: sqlite3.Connection, rows: int) -> None:
    made = ((FIRST + row, "?", None, "plain", FIRST + row) for row in range(rows))
    connection.executemany(f"INSERT INTO {PREFIX}servers VALUES (?, ?, ?, ?, ?)", made)


def _games(rows: int, closed: str | None, server: Callable[[int], int]) -> Iterator[tuple[Any, ...]]:
    for row in range(1, rows + 1):
        yield row, "quiz", server(row), FIRST + row, f"channel {row}", _THEN, closed


def _fill_games(
    connection: sqlite3.Connection,
    games: int,
    closed: str | None,
    server: Callable[[int], int] = lambda row: FIRST + row,
) -> None:
    connection.executemany(f"INSERT INTO {PREFIX}events VALUES (?, ?, ?, ?, ?, ?, ?)", _games(games, closed, server))
    actions = ((row, number, _THEN, None, '{"made": "up"}') for row in range(1, games + 1) for number in range(3))
    connection.executemany(f"INSERT INTO {PREFIX}log VALUES (?, ?, ?, ?, ?)", actions)


def _open(connection: sqlite3.Connection, rows: int) -> None:
    _fill_games(connection, rows, None)


def _closed(connection: sqlite3.Connection, rows: int) -> None:
    _fill_games(connection, rows, _THEN)


def _points(connection: sqlite3.Connection, rows: int) -> None:
    """Give people of one server points of many games, so many rows in all."""
    games = max(1, rows // _PLAYERS)
    _fill_games(connection, games, _THEN, lambda _: FIRST)
    points = ((1 + row // _PLAYERS, FIRST + row * 7 % 1_009, row % 50) for row in range(rows))
    connection.executemany(f"INSERT OR IGNORE INTO {PREFIX}points VALUES (?, ?, ?)", points)


def _channels(connection: sqlite3.Connection, rows: int) -> None:
    made = ((FIRST + row, "editions", FIRST + row, None, None) for row in range(rows))
    connection.executemany(f"INSERT INTO {PREFIX}channels VALUES (?, ?, ?, ?, ?)", made)
    told = ((2025, FIRST + row) for row in range(0, rows, 2))
    connection.executemany(f"INSERT INTO {PREFIX}announcements VALUES (?, ?)", told)


async def _book(store: Store) -> object:
    book = ServerBook(store, Defaults("!", ReplyStyle.CARDS))
    await book.load()
    return book


async def _subscribers(store: Store) -> object:
    told = await store.announcements.told(2025)
    return [channel for channel in await store.channels.all("editions") if channel.channel not in told]


async def _taken_up(store: Store) -> object:
    opened = await store.events.all_open("quiz")
    starts = range(0, len(opened), READ_AT_ONCE)
    return [await store.events.logs([each.id for each in opened[start : start + READ_AT_ONCE]]) for start in starts]


async def _ours(store: Store) -> object:
    return await store.points.leaderboard(FIRST, "quiz", 10)


async def _others(store: Store) -> object:
    return await store.points.leaderboard(1, "quiz", 10)


async def _appended(store: Store) -> object:
    await store.events.append(1, len(await store.events.log(1)), Logged(NOW, FIRST, "{}"))
    return None


CASES = (
    Case("settings of servers that changed any", "at the start", _servers, _book),
    Case("open games, taken up with their logs", "at the start", _open, _taken_up, GAMES),
    Case("open games, found among closed ones", "at the start", _closed, lambda store: store.events.all_open("quiz")),
    Case("an action kept, among those of closed games", "at each press", _closed, _appended),
    Case("leaderboard of a server with so many points", "when asked", _points, _ours),
    Case("leaderboard of another server", "when asked", _points, _others),
    Case("subscribers of new editions, half of them told", "at each edition", _channels, _subscribers),
)  # fmt: skip


def measure(done: Callable[[str], None], *, quick: bool) -> Found:
    """Measure every case at each number of rows, in a process of its own."""
    found: dict[tuple[str, int], Done] = {}
    for position, case in enumerate(CASES):
        for number in case.numbers[:1] if quick else case.numbers:
            done(f"{number:,} rows: {case.name}")
            found[case.name, number] = apart(measured, position, number)
    return Found((_table(found),), (_plot(found),))


def measured(position: int, number: int) -> Done:
    """Return what a case costs among so many rows."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measured(CASES[position], number, Path(folder) / "store.sqlite3"))


async def _measured(case: Case, number: int, file: Path) -> Done:
    async with await Store.open(f"sqlite:///{file}"):
        pass
    with sqlite3.connect(file) as connection:
        case.fill(connection, number)
    connection.close()
    async with await Store.open(f"sqlite:///{file}") as store:
        seconds: list[float] = []
        while len(seconds) < TIMES and sum(seconds) < 5:
            start = time.perf_counter()
            await case.act(store)
            seconds.append(time.perf_counter() - start)
        tracemalloc.start()
        held = await case.act(store)
        left, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        del held
    return Done(Timing.of(seconds).p50, left, most)


def _table(found: dict[tuple[str, int], Done]) -> Table:
    rows: list[tuple[str, ...]] = []
    for case in CASES:
        there = [number for number in NUMBERS if (case.name, number) in found]
        figures = [_time(found[case.name, number].seconds) if number in there else "–" for number in NUMBERS]
        last = found[case.name, there[-1]]
        grows = growth((there[0], found[case.name, there[0]].seconds), (there[-1], last.seconds))
        rows.append((f"{case.name} ({case.when})", *figures, grows, *_memory(there[-1], last)))
    headings = ("what", *(f"{number:,}" for number in NUMBERS), "grows", "left, a row", "at most, a row")
    return Table("store", headings, tuple(rows))


def _memory(number: int, done: Done) -> tuple[str, str]:
    return (f"{done.left / number:,.0f} B", f"{done.most / number:,.0f} B") if done.left > number else ("–", "–")


def _time(seconds: float) -> str:
    return f"{seconds * 1e3:,.1f} ms" if seconds < 10 else f"{seconds:,.0f} s"


def _plot(found: dict[tuple[str, int], Done]) -> Plot:
    names = {0: "settings", 1: "open games", 3: "action kept", 4: "leaderboard", 6: "subscribers"}
    curves = {
        name: tuple(
            (float(number), found[CASES[position].name, number].seconds * 1e3)
            for number in NUMBERS
            if (CASES[position].name, number) in found
        )
        for position, name in names.items()
    }
    return Plot("store", "Time by rows in the store", "rows", "ms, p50", curves)
