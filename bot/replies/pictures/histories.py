"""Ranks over the editions: of up to seven clusters, or of up to seven economies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.model import HistoryAnswer, Standing
from bot.replies import formats
from bot.replies.composing.history import title_of
from bot.replies.composing.notes import doubt_notes
from bot.replies.pictures.framing import doubt, hollow_legend, source, worst_end
from bot.replies.pictures.model import SERIES_MAXIMUM, HistoryPicture, Point, Series
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.model import EconomyHistoryAnswer, Year
    from bot.answers.values import Value

_NAMES_IN_TITLE = 3
_TICKS = {5: 1, 10: 3, 15: 5, 20: 5, 25: 5, 30: 10, 40: 10, 50: 10, 60: 20, 80: 20, 100: 20, 120: 20}
"""How far apart the ticks are on an axis of ranks that ends so."""


def history_picture(answers: tuple[HistoryAnswer, ...]) -> HistoryPicture | None:
    """Return the ranks of clusters over the editions, one line each, or None where fewer than two ranks are held.

    The editions run from the first with anything to show to the newest. An edition without a rank breaks the line.
    """
    shown = answers[:SERIES_MAXIMUM]
    years = [year for answer in shown for year in answer.years]
    known = [year for year in years if year.standing in (Standing.RANKED, Standing.MEMBER)]
    ranks = [_rank(year) for year in known if year.standing is Standing.RANKED]
    if len(ranks) < 2:
        return None
    lowest = worst_end(float(rank.value) for rank in ranks)
    oldest = min(year.edition for year in known)
    editions = tuple(sorted({year.edition for year in years if year.edition >= oldest}))
    series = tuple(_cluster_series(answer, editions) for answer in shown)
    breaks = tuple(sorted({year.edition for year in years if year.method_break and year.edition > oldest}))
    return HistoryPicture(
        title=_title("clusters", [answer.cluster.name for answer in shown], [_ranks(answer) for answer in shown]),
        subtitle=say("picture.history.clusters", oldest=editions[0], newest=editions[-1]),
        legend=(
            *((say("picture.member"),) if any(line.members for line in series) else ()),
            *hollow_legend(point.doubt for line in series for point in line.held),
        ),
        notes=(
            *((say("picture.breaks", editions=formats.numbers(breaks)),) if breaks else ()),
            *_holes(shown, editions),
            *_doubts(shown),
            *_left_out(len(answers)),
        ),
        source=source(value for answer in shown for value in answer.values),
        editions=editions,
        series=series,
        breaks=breaks,
        ticks=ticks(lowest),
        lowest=lowest,
    )


def economy_history_picture(answers: tuple[EconomyHistoryAnswer, ...]) -> HistoryPicture | None:
    """Return the ranks of economies over the editions, one line each, or None where fewer than two ranks are held."""
    shown = answers[:SERIES_MAXIMUM]
    ranks = [rank for answer in shown for rank in answer.ranks]
    if len(ranks) < 2:
        return None
    lowest = worst_end(float(rank.value) for rank in ranks)
    held = {rank.edition for rank in ranks}
    editions = tuple(range(min(held), max(held) + 1))
    series = tuple(
        Series(answer.economy.short_name, _points({rank.edition: rank for rank in answer.ranks}, editions))
        for answer in shown
    )
    broken = any(None in line.points for line in series)
    return HistoryPicture(
        title=_title("economies", [answer.economy.short_name for answer in shown], [answer.ranks for answer in shown]),
        subtitle=say("picture.history.economies", oldest=editions[0], newest=editions[-1]),
        legend=hollow_legend(point.doubt for line in series for point in line.held),
        notes=(
            *((say("picture.gaps"),) if broken else ()),
            *((say("economy.model_change"),) if any(answer.caveats for answer in shown) else ()),
            *_left_out(len(answers)),
        ),
        source=source(ranks),
        editions=editions,
        series=series,
        breaks=(),
        ticks=ticks(lowest),
        lowest=lowest,
    )


def ticks(lowest: int) -> tuple[int, ...]:
    """Return the ranks named on an axis from 1 down to `lowest`."""
    step = _TICKS.get(lowest, 50)
    return tuple(dict.fromkeys((1, *range(lowest % step or step, lowest + 1, step))))


def _rank(year: Year) -> Value:
    assert year.value is not None
    return year.value


def _ranks(answer: HistoryAnswer) -> tuple[Value, ...]:
    return tuple(_rank(year) for year in answer.years if year.standing is Standing.RANKED)


def _cluster_series(answer: HistoryAnswer, editions: tuple[int, ...]) -> Series:
    members = tuple(sorted(year.edition for year in answer.years if year.standing is Standing.MEMBER))
    return Series(answer.cluster.name, _points({rank.edition: rank for rank in _ranks(answer)}, editions), members)


def _points(ranks: dict[int, Value], editions: tuple[int, ...]) -> tuple[Point | None, ...]:
    return tuple(_point(ranks[edition]) if edition in ranks else None for edition in editions)


def _point(rank: Value) -> Point:
    return Point(rank.edition, int(rank.value), formats.figure(rank), doubt(rank))


def _title(what: str, names: Sequence[str], ranks: Sequence[Sequence[Value]]) -> str:
    if len(names) == 1:
        return title_of(names[0], ranks[0])
    if len(names) <= _NAMES_IN_TITLE:
        return formats.joined(names)
    return say(f"picture.history.many.{what}", count=len(names))


def _holes(answers: Sequence[HistoryAnswer], editions: tuple[int, ...]) -> tuple[str, ...]:
    """Say which editions are not held, and in which a cluster is known not to have been ranked."""
    notes: list[str] = []
    for answer in answers:
        absent = [year.edition for year in answer.years if year.standing is Standing.ABSENT]
        unknown = [year.edition for year in answer.years if year.standing is Standing.UNKNOWN]
        if len(answers) > 1:
            absent = [edition for edition in absent if edition in editions]
            if absent:
                notes.append(say("picture.absent", name=answer.cluster.name, editions=formats.numbers(absent)))
            continue
        notes += [say("history.absent_in", editions=formats.numbers(absent))] if absent else []
        notes += [say("history.unknown", editions=formats.numbers(unknown))] if unknown else []
    if len(answers) > 1 and _broken(answers, editions):
        notes.insert(0, say("picture.gaps"))
    return tuple(notes)


def _broken(answers: Sequence[HistoryAnswer], editions: tuple[int, ...]) -> bool:
    return any(
        year.standing is Standing.UNKNOWN and year.edition in editions for answer in answers for year in answer.years
    )


def _doubts(answers: Sequence[HistoryAnswer]) -> tuple[str, ...]:
    caveats = tuple(dict.fromkeys(caveat for answer in answers for caveat in answer.caveats))
    return doubt_notes(caveats)


def _left_out(asked: int) -> tuple[str, ...]:
    return (say_count("picture.left_out", asked - SERIES_MAXIMUM),) if asked > SERIES_MAXIMUM else ()
