"""Wording of `economy` and `economies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rankings.model import Pillar
from bot.replies import formats
from bot.replies.composing.notes import doubt_notes
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.answers.model import EconomyAnswer, EconomyRankingAnswer, Entry

CLUSTERS_SHOWN = 6


def compose_economy(answer: EconomyAnswer) -> Reply:
    """Say an economy's rank and score, its strongest and weakest pillar, and its clusters."""
    lines = [_head(answer)]
    if answer.strongest is not None and answer.weakest is not None:
        (best, best_rank), (last, last_rank) = answer.strongest, answer.weakest
        lines.append(
            say(
                "economy.pillars",
                best=say(f"pillar.{best}"),
                best_rank=formats.figure(best_rank),
                last=say(f"pillar.{last}"),
                last_rank=formats.figure(last_rank),
            )
        )
    lines.append(_clusters(answer))
    notes = [say("economy.model_change")] if answer.change is not None and answer.change.value else []
    notes.extend(doubt_notes(answer.caveats))
    shown = (answer.rank, answer.count.exact, *(entry.value for entry in answer.clusters))
    values = [value for value in shown if value is not None]
    return Reply(answer.status, tuple(lines), tuple(notes), formats.source_line(values, marked=True))


def _head(answer: EconomyAnswer) -> str:
    place = formats.economy_name(answer.economy)
    if answer.rank is None or answer.score is None:
        return say("economy.unranked" if answer.index_held else "economy.unknown", place=place, edition=answer.edition)
    rank, score = formats.figure(answer.rank), formats.figure(answer.score)
    if answer.change is None:
        return say("economy.ranked", place=place, rank=rank, edition=answer.edition, score=score)
    change = formats.figure(answer.change)
    before = answer.compared_with
    return say(
        "economy.ranked_change",
        place=place,
        rank=rank,
        edition=answer.edition,
        score=score,
        change=change,
        before=before,
    )


def _clusters(answer: EconomyAnswer) -> str:
    marks = formats.Marks(entry.value for entry in answer.clusters)
    names = [_cluster(entry) + marks.of(entry.value) for entry in answer.clusters[:CLUSTERS_SHOWN]]
    exact = answer.count.exact
    if exact is None:
        if not names:
            return say("economy.clusters_unknown", edition=answer.edition)
        return say("economy.clusters_open", list=", ".join(names))
    count = int(exact.value)
    if not count:
        return say("economy.no_clusters")
    if not names:
        return say_count("economy.clusters_bare", count)
    more = count - len(names)
    listed = ", ".join(names)
    if more:
        listed = say("economy.and_more", list=listed, more=more)
    return say_count("economy.clusters", count, list=listed)


def _cluster(entry: Entry) -> str:
    if entry.position is None:
        return entry.cluster.name
    return say("economy.cluster", name=entry.cluster.name, rank=formats.figure(entry.value))


def compose_economy_ranking(answer: EconomyRankingAnswer) -> Reply:
    """Say the leading economies."""
    if answer.area:
        title = say("economies.title_area", area=answer.area, edition=answer.edition)
    else:
        title = say("economies.title", count=len(answer.entries), edition=answer.edition)
    if answer.query.pillar is not Pillar.GII:
        title = say("top.by", title=title, measure=say(f"pillar.{answer.query.pillar}"))
    lines = (
        say(
            "economies.line",
            rank=formats.figure(entry.rank),
            place=formats.economy_name(entry.economy),
            score=formats.figure(entry.score),
        )
        for entry in answer.entries
    )
    notes = (say("economies.of", shown=len(answer.entries), of=answer.of),) if len(answer.entries) < answer.of else ()
    return Reply(answer.status, (title, *lines), notes, formats.source_line([x.rank for x in answer.entries]))
