"""Wording of `economy` and `economies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rankings.model import Pillar
from bot.replies import formats
from bot.replies.composing.counts import named
from bot.replies.composing.notes import doubt_notes
from bot.replies.formats import SmallPrint
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.answers.model import EconomyAnswer, EconomyRankingAnswer

CLUSTERS_SHOWN = 4


def compose_economy(answer: EconomyAnswer) -> Reply:
    """Say an economy's rank and score, its strongest and weakest pillar, and its clusters unless asked to be brief."""
    if answer.query.pillars and answer.pillars:
        return _every_pillar(answer)
    lines = [_head(answer), *_pillars(answer)]
    if answer.query.brief and answer.rank is not None:
        return Reply(answer.status, tuple(lines), source=formats.source_line((answer.rank,)))
    shown = (answer.rank, answer.count.exact, *(entry.value for entry in answer.clusters))
    small = SmallPrint(value for value in shown if value is not None)
    if answer.halves:
        inputs, outputs = map(formats.figure, answer.halves)
        income = say(f"income.{answer.income_group}" if answer.income_group else "economy.no_income")
        lines.append(say("economy.halves", inputs=inputs, outputs=outputs, income=income))
    lines.append(_clusters(answer, small))
    notes = [say("economy.model_change")] if answer.change is not None and answer.change.value else []
    notes.extend(doubt_notes(answer.caveats))
    return Reply(answer.status, tuple(lines), tuple(notes), small.line)


def _every_pillar(answer: EconomyAnswer) -> Reply:
    lines = [
        say(
            "economy.pillar",
            pillar=formats.sentence_case(say(f"pillar.{each.pillar}")),
            rank=formats.figure(each.rank),
            score=formats.figure(each.score),
        )
        for each in answer.pillars
    ]
    shown = [each.rank for each in answer.pillars]
    return Reply(answer.status, (_head(answer), *lines), source=formats.source_line(shown))


def _head(answer: EconomyAnswer) -> str:
    place = formats.economy_name(answer.economy)
    if answer.rank is None or answer.score is None:
        return say("economy.unranked" if answer.index_held else "economy.unknown", place=place, edition=answer.edition)
    parts = {
        "place": place,
        "rank": formats.figure(answer.rank),
        "edition": answer.edition,
        "score": formats.figure(answer.score),
    }
    if answer.change is None:
        return say("economy.ranked", **parts)
    change = formats.figure(answer.change)
    return say("economy.ranked_change", change=change, before=answer.compared_with, **parts)


def _pillars(answer: EconomyAnswer) -> list[str]:
    if answer.strongest is None or answer.weakest is None:
        return []
    (best, best_rank), (last, last_rank) = answer.strongest, answer.weakest
    return [
        say(
            "economy.pillars",
            best=say(f"pillar.{best}"),
            best_rank=formats.figure(best_rank),
            last=say(f"pillar.{last}"),
            last_rank=formats.figure(last_rank),
        )
    ]


def _clusters(answer: EconomyAnswer, small: SmallPrint) -> str:
    names = [named(entry, small) for entry in answer.clusters[:CLUSTERS_SHOWN]]
    exact = answer.count.exact
    count = len(answer.clusters) if exact is None else int(exact.value)
    if not count:
        key = "economy.clusters_unknown" if exact is None else "economy.no_clusters"
        return say(key, edition=answer.edition)
    if not names:
        return say_count("economy.clusters_bare", count)
    listed = ", ".join(names)
    if count > len(names):
        listed = say("economy.and_more", list=listed, more=count - len(names))
    return (
        say("economy.clusters_open", list=listed)
        if exact is None
        else say_count("economy.clusters", count, list=listed)
    )


def ranking_title(answer: EconomyRankingAnswer) -> str:
    """Return what a ranking of economies is of: how many, which edition, among whom, by what."""
    key = "economies.title_last" if answer.query.from_end else "economies.title"
    title = say_count(key, len(answer.entries), edition=answer.edition)
    if _outside(answer):
        title = say("economies.none_within", within=answer.query.within, edition=answer.edition)
    group = say(f"income.{answer.query.income_group}") if answer.query.income_group else ""
    for part in (answer.area, group):
        if part:
            title = say("economies.among", title=title, group=part)
    if answer.query.pillar is not Pillar.GII:
        title = say("top.by", title=title, measure=say(f"pillar.{answer.query.pillar}"))
    return title


def _outside(answer: EconomyRankingAnswer) -> bool:
    """Whether none is within the ranks asked for, so that the first one after them is told."""
    within = answer.query.within
    return within is not None and bool(answer.entries) and int(answer.entries[0].rank.value) > within


def compose_economy_ranking(answer: EconomyRankingAnswer) -> Reply:
    """Say the leading economies, or the last ones."""
    lines = tuple(
        say(
            "economies.line",
            rank=formats.figure(entry.rank),
            place=formats.economy_name(entry.economy),
            score=formats.figure(entry.score),
        )
        for entry in answer.entries
    )
    if _outside(answer):
        lines = (say("economies.first_outside", line=lines[0]),)
    notes = (say("economies.of", shown=len(answer.entries), of=answer.of),) if len(answer.entries) < answer.of else ()
    source = formats.source_line(entry.rank for entry in answer.entries)
    return Reply(answer.status, (ranking_title(answer), *lines), notes, source)
