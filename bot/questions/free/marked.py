"""What marked words ask: a query, or why they ask none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.assertions import Ahead
from bot.questions.failures import (
    EditionNotHeld,
    Failure,
    NotUnderstood,
    PlaceAmbiguous,
    PlaceUnranked,
    SameCluster,
)
from bot.questions.free.claims import read_claim
from bot.questions.free.holding import holds
from bot.questions.free.marks import Kind, Mark
from bot.questions.free.placing import dated_marks, economic, qualified_marks
from bot.questions.free.rules import fitting
from bot.questions.free.rules_economies import income_group
from bot.questions.free.sentence import Sentence
from bot.questions.meaning import choices
from bot.questions.queries import Claim, Compare
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from bot.places.resolver import Resolver
    from bot.questions.queries import Query
    from bot.rankings.model import Rankings

FIRST_INDEX = 2007
"""The year of the first Global Innovation Index: of years before it, much else is asked."""

NAMED = (Kind.CLUSTER, Kind.ECONOMY, Kind.OUTSIDE)
PLACED = (Kind.BEST, Kind.RANK, Kind.WITHIN, Kind.NUMBER)
HELD = (Kind.RANKING, Kind.ORDINAL, Kind.AHEAD)
"""Meanings with which an edition that is not held is asked for, and not just a year; the latter since there is one."""

ASKING = (Kind.RANK, Kind.RANKING, Kind.WHERE, Kind.COMPARE, Kind.WITHIN, Kind.AHEAD, Kind.BEHIND, Kind.HISTORY)


def read_marks(text: str, marks: tuple[Mark, ...], rankings: Rankings, resolver: Resolver) -> Query | Failure:
    """Return what a marked text asks: the query of the first rule that it fits, if that holds all that is said."""
    sentence = economic(Sentence(dated_marks(qualified_marks(marks, rankings), rankings), rankings), resolver)
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
