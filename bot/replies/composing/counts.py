"""Wording of `count`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.count import ECONOMIES_MEASURE, EVERY
from bot.answers.values import CaveatKind
from bot.rankings.model import RANKS_PUBLISHED
from bot.replies import formats
from bot.replies.composing.notes import doubt_notes
from bot.replies.formats import SmallPrint
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.answers.model import CountAnswer, CountTableAnswer, EconomyCount, Entry, TotalAnswer

NAMES_SHOWN = 6


def compose_count(answer: CountAnswer) -> Reply:
    """Say how many clusters an area has, or the lower bound that our sources allow."""
    small = SmallPrint(answer.values)
    names = [named(entry, small) for entry in answer.clusters]
    lines = [_head(answer)]
    if names:
        listed = ", ".join(names[:NAMES_SHOWN])
        more = len(names) - NAMES_SHOWN
        if more > 0:
            listed = say("economy.and_more", list=listed, more=more)
        whole = answer.count.exact is not None and answer.count.exact.value == len(names)
        lines.append(listed if whole else say("count.named", list=listed))
    notes = list(doubt_notes(answer.caveats))
    if answer.count.exact is None and answer.gaps:
        within = answer.query.within or RANKS_PUBLISHED
        notes.insert(0, say_count("count.gaps", answer.gaps, within=within))
    return Reply(answer.status, tuple(lines), tuple(notes), small.line if answer.values else "")


def _head(answer: CountAnswer) -> str:
    within = answer.query.within or RANKS_PUBLISHED
    area = formats.the(answer.area)
    parts = {"within": within, "edition": answer.edition}
    if answer.count.exact is None:
        at_least = int(answer.count.at_least.value)
        if not at_least:
            return say("count.none_known", area=area, **parts)
        return say_count("count.at_least", at_least, area=formats.sentence_case(area), **parts)
    count = int(answer.count.exact.value)
    if not count:
        return say("count.none", area=formats.sentence_case(area), **parts)
    return say_count("count.exact", count, area=formats.sentence_case(area), **parts)


def named(entry: Entry, small: SmallPrint) -> str:
    """Return a cluster's name with its rank, where that is held, and its mark."""
    if entry.position is None:
        return entry.cluster.name + small.mark(entry.value)
    rank = formats.figure(entry.value)
    return say("economy.cluster", name=entry.cluster.name, rank=rank) + small.mark(entry.value)


def compose_count_table(answer: CountTableAnswer) -> Reply:
    """Say every economy's number of clusters; lower bounds carry a plus."""
    within = answer.query.within or RANKS_PUBLISHED
    title = say("count.title", within=within, edition=answer.edition)
    low, high = answer.query.low, answer.query.high
    if low == high:
        title = say_count("count.title_exactly", low, within=within, edition=answer.edition)
    elif low > 1:
        title = say("count.title_at_least", count=low, within=within, edition=answer.edition)
    elif high < RANKS_PUBLISHED:
        title = say_count("count.title_at_most", high, within=within, edition=answer.edition)
    notes: list[str] = []
    if answer.economies is not None and (low, high) != EVERY and answer.economies.measure == ECONOMIES_MEASURE:
        title = say("count.title_total", title=title, count=answer.economies.value)
    elif answer.economies is not None:
        notes.append(say("count.economies", count=answer.economies.value))
    if any(row.count.exact is None for row in answer.rows):
        notes.append(say("count.open"))
    elif any(caveat.kind is CaveatKind.PARTIAL_TABLE for caveat in answer.caveats):
        notes.append(say("count.others", edition=answer.edition))
    lines = (title, *map(_row, answer.rows)) if answer.rows else (title, say("count.none_exactly"))
    exact = [row.count.exact for row in answer.rows if row.count.exact is not None]
    return Reply(answer.status, lines, tuple(notes), formats.source_line(exact or answer.values))


def compose_total(answer: TotalAnswer) -> Reply:
    """Say a sum and what it is of."""
    figure = formats.described(answer.total)
    if answer.query.clusters:
        names = formats.joined(part.subject for part in answer.parts)
        line = say("total.clusters", names=names, edition=answer.edition, figure=figure)
        body = tuple(say("total.part", place=part.subject, figure=formats.figure(part)) for part in answer.parts)
    else:
        limit = answer.query.within or RANKS_PUBLISHED
        area = formats.the(answer.area)
        key = "total.area" if area else "total.leading"
        line = say(key, area=area, within=limit, count=len(answer.parts), edition=answer.edition, figure=figure)
        body = ()
    older = [caveat for caveat in answer.caveats if caveat.kind is CaveatKind.OLDER_EDITION]
    notes = [say("measure.older", asked=caveat.editions[0]) for caveat in older]
    if answer.area:
        notes.append(say("total.borders"))
    return Reply(answer.status, (line, *body), tuple(notes), formats.source_line(answer.parts))


def _row(row: EconomyCount) -> str:
    place = formats.economy_name(row.economy)
    if row.count.exact is not None:
        return say("count.line", count=row.count.exact.value, place=place)
    return say("count.line_open", count=row.count.at_least.value, place=place)
