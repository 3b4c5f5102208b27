"""A free question, from its text to a query, or to why there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bot.places.matches import EconomyPlace, How, Match, Unknown, Unranked
from bot.questions.assertions import Ahead
from bot.questions.failures import (
    EditionNotHeld,
    Failure,
    NotUnderstood,
    PlaceAmbiguous,
    PlaceUnknown,
    PlaceUnranked,
    SameCluster,
)
from bot.questions.free.asides import aside, leads, limiting, stretches, told
from bot.questions.free.claims import read_claim
from bot.questions.free.clauses import around, asking, bare, chatty, clauses, doubtful, idle, mentions, spoken, topical
from bot.questions.free.holding import holds
from bot.questions.free.marks import Kind, Mark
from bot.questions.free.nearest import OFFERED, nearest
from bot.questions.free.remarks import NAMES, meant, remark
from bot.questions.free.rules import fitting
from bot.questions.free.rules_economies import income_group
from bot.questions.free.scanning import scan
from bot.questions.free.sentence import Sentence
from bot.questions.free.spelling import plain
from bot.questions.free.topics import PLACES, with_topic
from bot.questions.free.vocabulary_asides import SPECIFYING
from bot.questions.free.vocabulary_chat import CHAT
from bot.questions.meaning import choices
from bot.questions.queries import Claim, Compare, EconomyProfile, Rank
from bot.questions.reading import Reading
from bot.questions.refs import ClusterRef, EconomyRef
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.places.resolver import Resolver
    from bot.questions.free.asides import Stretch
    from bot.questions.free.scanning import Scanned
    from bot.questions.queries import Query
    from bot.rankings.model import Rankings

Told = EditionNotHeld | PlaceUnranked | SameCluster
"""What a clause may come to that is no query, and is worth telling nevertheless."""

FIRST_INDEX = 2007
"""The year of the first Global Innovation Index: of years before it, much else is asked."""

NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.OUTSIDE)
PLACED = (Kind.BEST, Kind.RANK, Kind.WITHIN, Kind.NUMBER)
HELD = (Kind.RANKING, Kind.ORDINAL, Kind.AHEAD)
"""Meanings with which an edition that is not held is asked for, and not just a year; the latter since there is one."""

FLAGGED = (Kind.EDITION, Kind.RANK, Kind.RANKING, Kind.WHERE, Kind.CLUSTER)
"""Meanings after which the code of a country, or its flag, only repeats where a cluster lies."""

SPOKEN_OF = (Kind.COPULA, Kind.WHERE, Kind.WHICH)
"""Meanings before which "in England" only says where a cluster lies: "Cambridge in England, where does it rank"."""

SHORTEST_ALIAS = 6
"""Letters of another spelling that is surely a name: shorter ones are words as well."""

ASKING = (Kind.RANK, Kind.RANKING, Kind.WHERE, Kind.COMPARE, Kind.WITHIN, Kind.AHEAD, Kind.BEHIND, Kind.HISTORY)


def read_free(text: str, rankings: Rankings, resolver: Resolver, *, offering: bool = True) -> Reading:
    """Return what a cleaned text asks in plain words, or the failure that says why it asks nothing.

    With the failure come the nearest readings if they are to be offered; looking for them takes most of the time.
    """
    scanned = scan(text, resolver)
    result = NotUnderstood(text) if scanned.unknown else _read(text, scanned.marks, rankings, resolver)
    if not isinstance(result, NotUnderstood):
        return Reading(result, any(mark.inferred or _relative(mark) for mark in scanned.marks))
    clause, offered = _clause(text, rankings, resolver) or _of_topic(text, rankings, resolver), ()
    if clause is None:
        clause, offered = _stretch(text, rankings, resolver)
    if clause is not None:
        return Reading(clause, inferred=True)
    misspelt = _misspelt_outside(text, scanned, rankings, resolver) if len(scanned.unknown) == 1 else None
    if misspelt is not None:
        return Reading(misspelt)
    if not offering:
        return Reading(result)

    def read(marks: tuple[Mark, ...]) -> Query | None:
        found = _read(text, marks, rankings, resolver)
        return None if isinstance(found, Failure) else found

    return Reading(result, nearest=nearest(scanned.marks, len(scanned.unknown), read) or offered)


def _clause(text: str, rankings: Rankings, resolver: Resolver) -> Query | Told | None:
    """Return what the one clause asks that asks something, if all that is said around it is idle talk."""
    for clause in clauses(text):
        scanned = scan(clause, resolver)
        found = None if scanned.unknown else _read(clause, scanned.marks, rankings, resolver)
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


def _stretch(text: str, rankings: Rankings, resolver: Resolver) -> tuple[Query | Told | None, tuple[Query, ...]]:
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
        found = _read(stretch.text, scanned.marks, rankings, resolver)
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


def _misspelt_outside(
    text: str, scanned: Scanned, rankings: Rankings, resolver: Resolver
) -> PlaceUnknown | PlaceUnranked | None:
    """Name the city outside the ranking that the one unknown word of a question for a rank may misspell, if any.

    A name that is written like that elsewhere is no misspelling: "Marrakech".
    """
    (word,) = scanned.unknown
    found = resolver.place(word) if not any(mark.kind in PLACES for mark in scanned.marks) else None
    asked = any(mark.kind in ASKING for mark in scanned.marks) and len(word) >= SHORTEST_ALIAS
    if isinstance(found, Unknown) and _ranked_only(scanned):
        return PlaceUnknown(word, found.suggestions, state=found.state)
    if not isinstance(found, Unranked) or not (found.how is How.FUZZY or (found.how is How.ALIAS and asked)):
        return None
    place = scanned.words.index(word)
    marks = (*scanned.marks, Mark(Kind.OUTSIDE, found, place, place + 1, word))
    read = _read(text, tuple(sorted(marks, key=lambda mark: mark.start)), rankings, resolver)
    if not isinstance(read, PlaceUnranked):
        return None
    return PlaceUnknown(word, (found.place.name,)) if found.how is How.FUZZY else read


def _ranked_only(scanned: Scanned) -> bool:
    """Whether nothing but a rank is asked, so that the one word nobody knows must be a name: "what rank is Gotham"."""
    asked = (Kind.RANK, Kind.WHICH, Kind.WHERE, Kind.COPULA, Kind.FILLER, Kind.EDITION)
    ranked = any(mark.kind is Kind.RANK for mark in scanned.marks)
    word = scanned.unknown[0]
    opens = scanned.marks[0].kind in (Kind.WHICH, Kind.WHERE) if scanned.marks else False
    placed = (opens and scanned.words[-1] == word) or scanned.words[0] == word
    return ranked and placed and plain(word) not in CHAT and all(mark.kind in asked for mark in scanned.marks)


def _of_topic(text: str, rankings: Rankings, resolver: Resolver) -> Query | PlaceUnranked | None:
    """Return what is asked in one clause of a place that is named in another."""
    for marks, doubted, opined in with_topic(text, resolver):
        found = _read(text, marks, rankings, resolver)
        if isinstance(found, PlaceUnranked) and not opined:
            return found
        if opined and not isinstance(found, (Rank, EconomyProfile)):
            continue
        if not isinstance(found, Failure) and not (doubted and isinstance(found, Claim)):
            return found
    return None


def _relative(mark: Mark) -> bool:
    """Whether a mark is an edition named by its distance from the newest ("last year")."""
    return mark.kind is Kind.EDITION and isinstance(mark.value, int) and mark.value <= 0


def _read(text: str, marks: tuple[Mark, ...], rankings: Rankings, resolver: Resolver) -> Query | Failure:
    sentence = _economic(Sentence(_dated(_qualified(marks, rankings), rankings), rankings), resolver)
    refused = NotUnderstood(text)
    beyond = next((year for year in sentence.editions if year not in rankings.editions), None)
    announced = sentence.any(Kind.RELEASE, Kind.WHEN, Kind.UPCOMING) and not sentence.any(Kind.CLUSTER, Kind.ECONOMY)
    if sentence.outside is not None and beyond is not None:
        ranks = sentence.any(Kind.RANK, Kind.RANKING, Kind.WITHIN, Kind.NUMBER, Kind.ORDINAL)
        if sentence.clusters or not ranks:
            return refused
    if beyond is not None and not announced:
        topical = sentence.any(*NAMED, *PLACED) or (beyond >= FIRST_INDEX and sentence.any(*HELD))
        ranked = beyond >= FIRST_INDEX or sentence.any(Kind.RANK, Kind.WITHIN, Kind.WHERE, Kind.ORDINAL)
        return EditionNotHeld(beyond, tuple(rankings.editions)) if topical and ranked else refused
    unclear = sentence.first(Kind.AMBIGUOUS)
    if unclear is not None:
        meant = choices(rankings, sentence.candidates)
        return PlaceAmbiguous(unclear.text, meant) if sentence.bare or sentence.any(*ASKING) else refused
    if sentence.outside is not None:
        return _outside(sentence, refused)
    if sentence.within is not None and not 1 <= sentence.within <= RANKS_PUBLISHED:
        return refused
    if _among_clusters(sentence):
        return refused
    if any(mark.value == "" for mark in sentence.of(Kind.INCOME)):
        query = income_group(sentence)
    else:
        rules = fitting(sentence.kinds)
        query = read_claim(sentence) or next((found for rule in rules if (found := rule(sentence)) is not None), None)
    if query is None or not holds(sentence, query):
        return refused
    return _within_one_cluster(query, rankings) or query


def _among_clusters(sentence: Sentence) -> bool:
    """Whether an economy's place is asked in the ranking of clusters, where it has none: that of the index is another.

    How many it has there, and what came in or left, is asked like that too.
    """
    listed = any("cluster" in mark.text.casefold() for mark in sentence.of(Kind.RANKING))
    other = (
        Kind.CLUSTER,
        Kind.CLUSTERS,
        Kind.HOW_MANY,
        Kind.HAVE,
        Kind.NEW,
        Kind.LEFT,
        Kind.MORE,
        Kind.MOST,
        Kind.SHARE,
    )
    return listed and sentence.has(Kind.ECONOMY) and not sentence.any(*other)


def _within_one_cluster(query: Query, rankings: Rankings) -> SameCluster | None:
    """Return why a comparison of two cities is none: they belong to one cluster."""
    match query:
        case Compare(clusters=compared):
            pass
        case Claim(assertion=Ahead(first, second)):
            compared = (first, second)
        case _:
            return None
    if len({cluster.id for cluster in compared}) > 1:
        return None
    return SameCluster(tuple(cluster.name for cluster in compared), rankings.clusters[compared[0].id].name)


def _outside(sentence: Sentence, refused: NotUnderstood) -> Failure:
    """Answer for a city outside the ranking only what asks for a rank, a membership, or a comparison of ranks."""
    assert sentence.outside is not None
    joined = sentence.any(Kind.COMPARE, Kind.OR, Kind.AHEAD, Kind.BEHIND, Kind.MEMBER, Kind.THAN)
    if sentence.clusters and not (joined or sentence.bare):  # "where is Munich, asking from Accra"
        return refused
    ok = (Kind.OUTSIDE, Kind.WITHIN, Kind.MEMBER, Kind.COMPARE, Kind.CLUSTER, Kind.AHEAD, Kind.BEHIND, Kind.STAY)
    asks = sentence.any(Kind.RANK, Kind.RANKING, Kind.WHERE, Kind.WITHIN, Kind.MEMBER, Kind.COMPARE, Kind.AHEAD)
    asks = asks or (sentence.opens(Kind.COPULA) and sentence.has(Kind.CLUSTERS))
    if (asks or sentence.bare) and sentence.only(*ok, Kind.NUMBER, Kind.ORDINAL, Kind.BEST, Kind.NOT, Kind.HOW_MUCH):
        return PlaceUnranked(sentence.outside.text, sentence.outside.place, sentence.outside.nearest)
    return refused


def _economic(sentence: Sentence, resolver: Resolver) -> Sentence:
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


def _qualified(marks: tuple[Mark, ...], rankings: Rankings) -> tuple[Mark, ...]:
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


def _dated(marks: tuple[Mark, ...], rankings: Rankings) -> tuple[Mark, ...]:
    """Resolve "last year" to a year, and join "since" or "compared to" with the year that follows."""
    newest = rankings.newest.year
    moving = any(mark.kind in (Kind.UP, Kind.DOWN, Kind.MOVE, Kind.CHANGED) for mark in marks)
    single = sum(mark.kind is Kind.EDITION for mark in marks) == 1
    dated: list[Mark] = []
    for mark in marks:
        if mark.kind is not Kind.EDITION:
            dated.append(mark)
            continue
        if _relative(mark):
            year = max(newest + cast("int", mark.value), min(rankings.editions))
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
