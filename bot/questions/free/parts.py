"""What a part of a text asks, if all beside it changes nothing: a clause, a stretch, a clause and its topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.failures import (
    EditionNotHeld,
    Failure,
    PlaceUnranked,
    SameCluster,
)
from bot.questions.free.asides import aside, leads, limiting, stretches, told
from bot.questions.free.clauses import around, asking, bare, chatty, clauses, doubtful, idle, mentions, spoken, topical
from bot.questions.free.marked import read_marks
from bot.questions.free.marks import Kind, Mark
from bot.questions.free.nearest import OFFERED
from bot.questions.free.remarks import NAMES, meant, remark
from bot.questions.free.scanning import scan
from bot.questions.free.spelling import plain
from bot.questions.free.topics import with_topic
from bot.questions.free.vocabulary_asides import SPECIFYING
from bot.questions.queries import Claim, EconomyProfile, Rank
from bot.questions.refs import ClusterRef

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.places.resolver import Resolver
    from bot.questions.free.asides import Stretch
    from bot.questions.free.scanning import Scanned
    from bot.questions.queries import Query
    from bot.rankings.model import Rankings

Told = EditionNotHeld | PlaceUnranked | SameCluster
"""What a clause may come to that is no query, and is worth telling nevertheless."""


def asked_in_clause(text: str, rankings: Rankings, resolver: Resolver) -> Query | Told | None:
    """Return what the one clause asks that asks something, if all that is said around it is idle talk."""
    for clause in clauses(text):
        scanned = scan(clause, resolver)
        found = None if scanned.unknown else read_marks(clause, scanned.marks, rankings, resolver)
        if found is None or (isinstance(found, Failure) and not isinstance(found, Told)):
            continue
        parts = around(text, clause)
        said = [scan(part, resolver) for part in parts]
        asks = not bare(scanned.marks)
        named = frozenset(meant(mark) for mark in scanned.marks if mark.kind in NAMES)
        serious = [(part, each) for part, each in zip(parts, said, strict=True) if not (asks and chatty(each))]
        if not isinstance(found, Claim):
            serious = [(part, each) for part, each in serious if not mentions(each, scanned.marks)]
        strange = [part for part, each in serious if each.unknown]
        turned = isinstance(found, Claim) and doubtful(parts) and not asking(scanned.marks)
        if turned or any(map(limiting, parts)) or any(SPECIFYING.search(part) for part in strange):
            continue
        if not all(idle(each.marks) or (spoken(part) and remark(part, each.marks, named)) for part, each in serious):
            continue
        plainly = not doubtful(parts) and all(map(spoken, strange))
        if not strange or (plainly and (topical(scanned.marks) or isinstance(found, Claim))):
            return found
    return None


def asked_in_stretch(
    text: str, rankings: Rankings, resolver: Resolver
) -> tuple[Query | Told | None, tuple[Query, ...]]:
    """Return what the longest stretch asks that asks something by itself, if all beside it are asides.

    With it come the queries of stretches beside which something else is said: they may be what was meant.
    """
    scans: dict[str, Scanned] = {}

    def seen(part: str) -> Scanned:
        if part not in scans:
            scans[part] = scan(part, resolver)
        return scans[part]

    offered: dict[str, Query] = {}
    for stretch in stretches(text):
        scanned = seen(stretch.text)
        if scanned.unknown or (bare(scanned.marks) and not _chosen(scanned.marks)):
            continue
        named = _named(scanned.marks, rankings)
        if stretch.opening and not leads(stretch.opening, seen(stretch.opening), named):
            continue
        found = read_marks(stretch.text, scanned.marks, rankings, resolver)
        if isinstance(found, Failure) and not isinstance(found, Told):
            continue
        if _beside(stretch, scanned, named, seen, claimed=isinstance(found, Claim)):
            return found, ()
        guessed = any(mark.inferred and mark.kind in NAMES for mark in scanned.marks)
        part = any(stretch.text in longer for longer in offered) or any(map(limiting, stretch.beside))
        if not isinstance(found, Failure) and topical(scanned.marks) and not guessed and not part:
            offered[stretch.text] = found
    return None, tuple(dict.fromkeys(offered.values()))[:OFFERED]


def _beside(
    stretch: Stretch, scanned: Scanned, named: frozenset[object], seen: Callable[[str], Scanned], *, claimed: bool
) -> bool:
    """Whether all that is said beside a stretch are asides, which change neither its subject nor what it claims."""
    plainly = all(told(part, seen(part)) for part in stretch.beside)
    if not claimed and not topical(scanned.marks) and not plainly:
        return False
    said = (*stretch.beside, stretch.opening) if stretch.opening else stretch.beside
    if claimed and doubtful(said) and not asking(scanned.marks) and not stretch.marked:
        return False
    return all(aside(part, seen(part), named, claimed=claimed) for part in stretch.beside)


def _chosen(marks: tuple[Mark, ...]) -> bool:
    """Whether "or" stands between two names, which asks which was ahead in an edition: "Houston or Dallas in 2022"."""
    names = [mark for mark in marks if mark.kind in NAMES]
    dated = any(mark.kind is Kind.EDITION for mark in marks)
    return (
        dated
        and len(names) == 2
        and any(plain(mark.text) == "or" and names[0].end <= mark.start < names[1].start for mark in marks)
    )


def _named(marks: tuple[Mark, ...], rankings: Rankings) -> frozenset[object]:
    """Return the places that are named, and the economies in which named clusters lie."""
    named = {meant(mark) for mark in marks if mark.kind in NAMES}
    clusters = [mark.value.id for mark in marks if isinstance(mark.value, ClusterRef)]
    return frozenset(named | {code for cluster in clusters for code in rankings.histories[cluster][0].economies})


def asked_of_topic(text: str, rankings: Rankings, resolver: Resolver) -> Query | PlaceUnranked | None:
    """Return what is asked in one clause of a place that is named in another."""
    for marks, doubted, opined in with_topic(text, resolver):
        found = read_marks(text, marks, rankings, resolver)
        if isinstance(found, PlaceUnranked) and not opined:
            return found
        if opined and not isinstance(found, (Rank, EconomyProfile)):
            continue
        if not isinstance(found, Failure) and not (doubted and isinstance(found, Claim)):
            return found
    return None
