"""What is fuzzed: one function a target, from any bytes to nothing; it raises where something does not hold."""

from __future__ import annotations

import json
import zlib
from base64 import b32encode
from datetime import UTC, datetime
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import discord

from benchmarks.fuzzing.harmless import PAGES_LIMIT, require_harmless
from benchmarks.fuzzing.importing import import_csv, import_workbook
from bot.cogs.events.presses import pressed_of
from bot.community import orders
from bot.community.pool.asking import prompts_from
from bot.community.pool.entering import prefilled, read_entry
from bot.community.pool.model import PROMPTS_MAXIMUM, Entry, HowMany, Leader, TopFive, Will
from bot.community.reading_orders import read_order
from bot.community.times import TimeProblem, read_time
from bot.pipeline import Pipeline
from bot.places.normalising import normalised
from bot.places.resolver import Resolver
from bot.questions import receipts
from bot.questions.receipts import ReceiptError
from bot.rankings.loading import load
from bot.replies.composing.orders import compose_usage
from bot.replies.composing.pool_refusals import compose_problems, compose_prompt_problems, compose_time_problem
from bot.replies.record import as_record
from bot.replies.safety import QUOTE_LIMIT, guard, quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.community.pool.model import Prompt
    from bot.rankings.model import Rankings

NEXT = "\x1f"
"""Stands between two questions, the second of which may follow up the first, and between the fields of a form."""

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
_DISCORD_IDS = 10**18


def text_of(data: bytes) -> str:
    """Return any bytes as a text, no two the same; what is no UTF-8 becomes lone surrogates, as JSON may hold them."""
    return data.decode("utf-8", "surrogateescape")


def ask(data: bytes) -> None:
    """Ask a question, and another one after it."""
    pipeline, last = opened(), None
    for text in text_of(data).split(NEXT)[:2]:
        outcome = pipeline.ask(text, last)
        last = outcome.query
        assert 1 <= len(outcome.pages) <= PAGES_LIMIT
        for page in outcome.pages:
            require_harmless(page)
        json.dumps(as_record(outcome, pipeline.rankings))


def place(data: bytes) -> None:
    """Look a name up, as a place and as an area."""
    resolver, text = opened().resolver, text_of(data)
    hash(resolver.place(text))
    hash(resolver.area(text))


def order(data: bytes) -> None:
    """Read an order, and say what is wrong with it."""
    found = read_order(text_of(data))
    if isinstance(found, orders.Usage):
        require_harmless(compose_usage(found.about, found.wrong))


def time(data: bytes) -> None:
    """Read when a pool closes."""
    found = read_time(text_of(data), NOW)
    if isinstance(found, TimeProblem):
        require_harmless(compose_time_problem(found))
    else:
        assert found.tzinfo is UTC


def press(data: bytes) -> None:
    """Read the id of a button, or that of a form with its fields."""
    custom_id, *fields = text_of(data).split(NEXT)
    components = [{"component": {"custom_id": str(number), "value": value}} for number, value in enumerate(fields)]
    kind = discord.InteractionType.modal_submit if fields else discord.InteractionType.component
    sent = SimpleNamespace(type=kind, data={"custom_id": custom_id, "components": components})
    found = pressed_of(cast("discord.Interaction", sent))
    if found is not None:
        assert 0 <= found.event < _DISCORD_IDS
        assert len(found.rest) <= 60
        assert sorted(found.fields) == sorted(fields)


def receipt(data: bytes) -> None:
    """Read a receipt with a right check sum, as a forger would make one; judge and write again what can be read."""
    rankings = opened().rankings
    code = b32encode(data + (zlib.crc32(data) & 0xFFFF).to_bytes(2)).decode().translate(_CROCKFORD)
    try:
        found = receipts.read(code.rstrip("="), rankings)
    except ReceiptError:
        return
    assert receipts.read(receipts.write(found), rankings) == found
    ask(f"verify {receipts.write(found)}".encode())


def code(data: bytes) -> None:
    """Read any text as a receipt."""
    try:
        receipts.read(text_of(data), opened().rankings)
    except ReceiptError:
        return


def entry(data: bytes) -> None:
    """Read the fields of a pool's form; what makes an entry fills the form in again."""
    pipeline, asked = opened(), pool()
    fields = (*text_of(data).split(NEXT), *[""] * len(asked))[: len(asked)]
    found = read_entry(asked, fields, pipeline.reader)
    if isinstance(found, Entry):
        assert read_entry(asked, prefilled(asked, found, pipeline.rankings), pipeline.reader) == found
    else:
        require_harmless(compose_problems(asked, found, pipeline.rankings))


def prompts(data: bytes) -> None:
    """Read what a pool asks."""
    pipeline = opened()
    found = prompts_from(text_of(data), pipeline.rankings.newest.year + 1, pipeline.reader)
    wrong = tuple(each for each in found if not isinstance(each, (TopFive, Leader, HowMany, Will)))
    assert not wrong or len(wrong) == len(found)
    assert wrong or len(found) <= PROMPTS_MAXIMUM
    if wrong:
        require_harmless(compose_prompt_problems(cast("Any", found)))


def guarded(data: bytes) -> None:
    """Make a text harmless."""
    text = text_of(data)
    quoted = quote(text)
    assert len(quoted) <= QUOTE_LIMIT
    assert not set("@<>[]`*~|\\:/#_") & set(quoted)
    stripped = guard(text.replace("\ue000", "").replace("\ue001", "").replace("\ue002", ""))
    assert not set("@<>[]`*~|\\_\n") & set(stripped)
    (quoted + stripped).encode()


@cache
def opened() -> Pipeline:
    """Return the pipeline over the shipped tables, with what it loads when first asked."""
    pipeline = Pipeline.over(_rankings(), Resolver.from_files(_rankings()))
    pipeline.ask("rank Londno")
    return pipeline


def forget() -> None:
    """Have nothing remembered of what was asked, so that the next question takes its full time."""
    opened.cache_clear()
    normalised.cache_clear()
    opened()


@cache
def _rankings() -> Rankings:
    return load()


@cache
def pool() -> tuple[Prompt, ...]:
    """Return the prompts of a pool, one of each kind."""
    pipeline = opened()
    asked = "top five; patents; clusters of Germany; will London be ahead of Paris"
    return cast("tuple[Prompt, ...]", prompts_from(asked, pipeline.rankings.newest.year + 1, pipeline.reader))


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each
    for each in (
        press, guarded, order, code, receipt, place, entry, prompts, time, ask, import_csv, import_workbook,
    )
}  # fmt: skip
"""Every target by its name, the cheap ones first."""

_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
