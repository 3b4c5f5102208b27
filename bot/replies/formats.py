"""Figures and names as they are written in a reply."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.answers.values import Unit
from bot.rankings.model import Evidence
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.answers.values import Value
    from bot.rankings.model import Cluster, Economy

ONE_SOURCE = "°"
DISPUTED = "†"
_MARKS = {
    Evidence.SINGLE: ONE_SOURCE,
    Evidence.DERIVED: ONE_SOURCE,
    Evidence.WEAK: ONE_SOURCE,
    Evidence.DISPUTED: DISPUTED,
}
WITH_ARTICLE = (
    "United ",
    "Republic of ",
    "Russian Federation",
    "Netherlands",
    "Philippines",
    "Czech Republic",
    "Dominican Republic",
    "Lao People",
    "European Union",
    "Americas",
)
"""How the names begin that take an article inside an English sentence."""

REGIONAL_INDICATOR_A = 0x1F1E6


@cache
def flag(code: str) -> str:
    """Return the flag emoji of an ISO 3166 alpha-2 code."""
    return "".join(chr(REGIONAL_INDICATOR_A + ord(letter) - ord("A")) for letter in code)


def cluster_name(cluster: Cluster, economies: Sequence[str]) -> str:
    """Return a cluster with the flags of its economies."""
    return f"{''.join(flag(code) for code in economies)} {cluster.name}".strip()


def economy_name(economy: Economy) -> str:
    """Return an economy with its flag."""
    return f"{flag(economy.code)} {economy.short_name}"


def figure(value: Value) -> str:
    """Return a figure with its sign or unit: #8, 10.3%, 36,101,573, 65.96."""
    match value.unit:
        case Unit.RANK:
            return f"#{int(value.value):,}"
        case Unit.PERCENT:
            return f"{decimals(float(value.value))}%"
        case Unit.SCORE:
            return f"{float(value.value):.1f}"
        case Unit.COUNT | Unit.PERSONS:
            return f"{round(float(value.value)):,}"
        case Unit.POSITIONS:
            return move(int(value.value))
        case Unit.TIMES:
            return say("figure.times", value=f"{float(value.value):.1f}")
        case Unit.TRUTH | Unit.EDITION | Unit.TEXT:
            return str(value.value)


def day(when: date) -> str:
    """Return a date in words: 16 September 2025."""
    return say("figure.date", day=when.day, month=say(f"month.{when.month}"), year=str(when.year))


def decimals(amount: float) -> str:
    """Return a share with one decimal, or two below 1, and no more precision than the source gave."""
    if abs(amount) >= 1:
        return f"{amount:.1f}"
    text = f"{amount:.2f}"
    return text.removesuffix("0")


def move(change: int) -> str:
    """Return a change of rank: ▲13, ▼2, or "unchanged"."""
    if change == 0:
        return say("move.none")
    return say("move.up" if change > 0 else "move.down", amount=abs(change))


def margin(value: Value) -> str:
    """Return a lead as words."""
    if value.unit is Unit.POSITIONS:
        return say_count("margin.positions", int(value.value))
    if value.unit is Unit.PERSONS:
        return say("margin.persons", amount=figure(value))
    if value.unit is not Unit.PERCENT:
        return say("margin.count", amount=figure(value))
    return say("margin.points", amount=decimals(float(value.value)))


def described(value: Value) -> str:
    """Return a figure with the name of its measure: patents 10.3%, intensity #45."""
    if value.unit is Unit.TRUTH:
        return say("figure.in_top_100" if value.value else "figure.not_in_top_100")
    return say(f"figure.{value.measure}", value=figure(value))


def sentence_case(text: str) -> str:
    """Return a text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def without_stop(text: str) -> str:
    """Return a sentence as a title, without its full stop."""
    return text.removesuffix(".")


def the(name: str) -> str:
    """Return a name as it stands inside a sentence: "the United States", "China"."""
    return say("name.the", name=name) if name.startswith(WITH_ARTICLE) else name


def joined(names: Iterable[str]) -> str:
    """Return names as a sentence lists them: "A", "A and B", "A, B and C"."""
    *head, last = names
    return say("list.and", first=", ".join(head), last=last) if head else last


def alternatives(names: Iterable[str]) -> str:
    """Return names as a question lists them: "A", "A or B", "A, B or C"."""
    *head, last = names
    return say("list.or", first=", ".join(head), last=last) if head else last


def numbers(values: Iterable[int]) -> str:
    """Return years or ranks in rising order, runs of three or more shortened: "17, 18 and 20–25"."""
    runs: list[list[int]] = []
    for value in sorted(values):
        if runs and runs[-1][-1] == value - 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    parts: list[str] = []
    for run in runs:
        parts.extend([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run))
    return joined(parts)


class SmallPrint:
    """The small line under a reply, and the light marks that it explains, both made from the figures shown.

    A figure with one source, or a disputed one, is marked only where the figures around it are better.
    """

    def __init__(self, values: Iterable[Value]) -> None:
        self._values = tuple(values)
        self._kinds = {value.evidence for value in self._values}
        self._marks = _MARKS if len(self._kinds) > 1 else {}

    def mark(self, value: Value) -> str:
        """Return the mark of a figure, or nothing."""
        return self._marks.get(value.evidence, "")

    @property
    def line(self) -> str:
        """The editions, how well the figures are attested, and what the marks mean."""
        if not self._values:
            return say("source.table")
        editions = numbers({value.edition for value in self._values})
        if not self._marks:
            return say("source.small", editions=editions, evidence=say(f"evidence.{min(self._kinds)}"))
        parts: list[str] = []
        if Evidence.DOUBLE in self._kinds or Evidence.OFFICIAL in self._kinds:
            parts.append(say("evidence.double" if Evidence.DOUBLE in self._kinds else "evidence.official"))
        if self._kinds & {Evidence.SINGLE, Evidence.DERIVED, Evidence.WEAK}:
            parts.append(f"{ONE_SOURCE} {say('evidence.single')}")
        if Evidence.DISPUTED in self._kinds:
            parts.append(f"{DISPUTED} {say('evidence.disputed')}")
        return say("source.small", editions=editions, evidence=" · ".join(parts))


def source_line(values: Iterable[Value]) -> str:
    """Return the small line under a reply without marks: the weakest evidence speaks for all."""
    shown = tuple(values)
    if not shown:
        return say("source.table")
    weakest = max((value.evidence for value in shown), key=lambda kind: kind.strength)
    editions = numbers({value.edition for value in shown})
    return say("source.small", editions=editions, evidence=say(f"evidence.{weakest}"))
