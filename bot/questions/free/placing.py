"""Marks brought to what they mean in a sentence: years dated, an economy that only says where, a name taken for one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bot.places.matches import EconomyPlace, Match
from bot.questions.free.marks import Kind, Mark
from bot.questions.free.sentence import Sentence
from bot.questions.free.spelling import plain
from bot.questions.refs import ClusterRef, EconomyRef

if TYPE_CHECKING:
    from bot.places.resolver import Resolver
    from bot.rankings.model import Rankings

FLAGGED = (Kind.EDITION, Kind.RANK, Kind.RANKING, Kind.WHERE, Kind.CLUSTER)
"""Meanings after which the code of a country, or its flag, only repeats where a cluster lies."""

PRECEDING = frozenset(("before", "previous", "preceding", "prior", "earlier"))
"""Words by which a year is named by its distance from another that is named: "2023 vs the year before"."""

SPOKEN_OF = (Kind.COPULA, Kind.WHERE, Kind.WHICH)
"""Meanings before which "in England" only says where a cluster lies: "Cambridge in England, where does it rank"."""


def economic(sentence: Sentence, resolver: Resolver) -> Sentence:
    """Read names that are clusters and economies alike (Singapore, Hong Kong) as what the question is about."""
    index = sentence.any(Kind.SCORE, Kind.INNOVATIVE) or sentence.says(
        "gii", "innovation index", "global innovation index"
    )
    if not index and not sentence.any(Kind.PILLAR, Kind.ECONOMIES, Kind.INCOME, Kind.ECONOMY):
        return sentence
    if index and sentence.has(Kind.CLUSTERS):
        return sentence
    if sentence.has(Kind.ECONOMY) and not sentence.any(Kind.COMPARE, Kind.OR, Kind.AHEAD, Kind.MORE):
        return sentence

    def economy(mark: Mark) -> Mark:
        named = mark.text.replace("’", "'").removesuffix("'s")
        found = (resolver.exact_area(named) or resolver.exact_area(named[:-1])) if mark.kind is Kind.CLUSTER else None
        if isinstance(found, Match) and isinstance(found.place, EconomyPlace):
            return replace(mark, kind=Kind.ECONOMY, value=EconomyRef(found.place.code, found.how))
        return mark

    return Sentence(tuple(map(economy, sentence.marks)), sentence.rankings)


def qualified_marks(marks: tuple[Mark, ...], rankings: Rankings) -> tuple[Mark, ...]:
    """Leave out an economy that only says where the cluster before it lies: "Cmabridge UK"."""
    kept: list[Mark] = []
    for place, mark in enumerate(marks):
        if not isinstance(mark.value, EconomyRef):
            kept.append(mark)
            continue
        if _tells_apart(kept, mark, mark.value.code, rankings):
            continue
        before = kept[-1] if kept else None
        after = marks[place + 1].kind if place + 1 < len(marks) else None
        lies_in: tuple[str, ...] = ()
        if before is not None and before.end == mark.start and isinstance(before.value, ClusterRef):
            lies_in = rankings.histories[before.value.id][0].economies
        said = kept[-2] if len(kept) > 1 and before is not None and plain(before.text) == "in" else None
        if said is not None and isinstance(said.value, ClusterRef) and after in SPOKEN_OF:
            lies_in = rankings.histories[said.value.id][0].economies if said.end == mark.start - 1 else ()
        within = after in (Kind.BEST, Kind.WORST, Kind.ORDINAL, Kind.MOST, Kind.CLUSTERS, Kind.WITHIN)
        flag = place == len(marks) - 1 and len(mark.text) == 2 and mark.text.isupper()
        if flag and before is not None and before.kind in FLAGGED:  # "Cairo, what rank 🇪🇬"
            named = (each.value.id for each in kept if isinstance(each.value, ClusterRef))
            lies_in = tuple(code for cluster in named for code in rankings.histories[cluster][0].economies)
        if within or mark.value.code not in lies_in:
            kept.append(mark)
    return tuple(kept)


def _tells_apart(kept: list[Mark], mark: Mark, economy: str, rankings: Rankings) -> bool:
    """Whether an economy says which of several clusters of one name is meant ("Cambridge in England"), and note it."""
    for at in range(max(len(kept) - 2, 0), len(kept)):
        named = kept[at].value
        if not isinstance(named, ClusterRef) or not named.also or mark.start - kept[at].end > 1:
            continue
        if economy in rankings.histories[named.id][0].economies:
            kept[at:] = [replace(kept[at], value=replace(named, also=()))]
            return True
    return False


def dated_marks(marks: tuple[Mark, ...], rankings: Rankings) -> tuple[Mark, ...]:
    """Resolve "last year" to a year, and join "since" or "compared to" with the year that follows."""
    newest = rankings.newest.year
    moving = any(mark.kind in (Kind.UP, Kind.DOWN, Kind.MOVE, Kind.CHANGED) for mark in marks)
    single = sum(mark.kind is Kind.EDITION for mark in marks) == 1
    named = next((mark.value for mark in marks if mark.kind is Kind.EDITION and not relative(mark)), None)
    dated: list[Mark] = []
    for mark in marks:
        if mark.kind is not Kind.EDITION:
            dated.append(mark)
            continue
        if relative(mark):
            preceding = not PRECEDING.isdisjoint(plain(mark.text).split())
            base = named if preceding and isinstance(named, int) else newest
            year = max(base + cast("int", mark.value), min(rankings.editions))
            mark = replace(mark, value=year)  # noqa: PLW2901 - the same mark, dated
        since = dated[-2] if len(dated) > 1 and plain(dated[-1].text) == "the" else None
        if since is not None and since.kind is Kind.SINCE and since.value is None:
            dated.pop()  # "since the 2024 edition"
        before = dated[-1] if dated else None
        begins = before is not None and before.text.casefold() == "from" and moving and single
        if before is not None and (begins or before.kind in (Kind.SINCE, Kind.COMPARE)):
            dated[-1] = replace(before, kind=Kind.SINCE, value=mark.value, end=mark.end)
        else:
            dated.append(mark)
    last = dated[-1] if dated else None
    if last is not None and last.kind is Kind.SINCE and last.value is None:  # "Switzerland is number one since?"
        dated[-1] = replace(last, kind=Kind.HOW_LONG)
    return tuple(mark for mark in dated if mark.kind is not Kind.SINCE or mark.value is not None)


def relative(mark: Mark) -> bool:
    """Whether a mark is an edition named by its distance from the newest ("last year")."""
    return mark.kind is Kind.EDITION and isinstance(mark.value, int) and mark.value <= 0
