"""Queries in words: what is offered as a button can be typed as well, and means the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.questions import failures, queries
from bot.questions.phrasing import phrase
from bot.questions.refs import ClusterRef, Direction, EconomyRef, RegionRef
from bot.questions.same import same
from bot.rankings.loading import load
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

RANKINGS = load()
MEASURES = (Measure.SIZE, Measure.INTENSITY, Measure.PATENTS, Measure.PUBLICATIONS, Measure.VENTURE_CAPITAL)
CLUSTERS = st.sampled_from(sorted(RANKINGS.clusters)).map(lambda name: ClusterRef(name, name))
# These are clusters as well, and by their name alone the cluster is meant.
ECONOMIES = st.sampled_from(sorted(RANKINGS.newest_economies.economies.keys() - {"SG", "HK"})).map(EconomyRef)
AREAS = st.none() | ECONOMIES | st.sampled_from(sorted(RANKINGS.regions)).map(RegionRef)
EDITIONS = st.none() | st.sampled_from(sorted(RANKINGS.editions))
RANKS = st.integers(1, 100)
SIDES = {"min_size": 2, "max_size": 5, "unique_by": lambda ref: getattr(ref, "id", None) or ref.code}
QUERIES = st.one_of(
    st.builds(queries.Rank, CLUSTERS, EDITIONS),
    st.builds(queries.Top, RANKS, AREAS, st.sampled_from(MEASURES), EDITIONS, st.booleans()),
    st.builds(queries.Compare, st.lists(CLUSTERS, **SIDES).map(tuple), st.sampled_from(MEASURES), EDITIONS),
    st.builds(queries.CompareEconomies, st.lists(ECONOMIES, **SIDES).map(tuple), st.sampled_from(Pillar), EDITIONS),
    st.builds(queries.Movers, st.sampled_from(Direction), RANKS, AREAS, EDITIONS),
    st.builds(queries.History, CLUSTERS),
    st.builds(queries.EconomyHistory, ECONOMIES),
    st.builds(queries.EconomyProfile, ECONOMIES, EDITIONS, st.booleans()),
    st.builds(queries.Count, AREAS, EDITIONS, st.none() | st.integers(1, 99)),
    st.builds(queries.Who, RANKS, EDITIONS),
    st.builds(queries.SourceOf, CLUSTERS | ECONOMIES, EDITIONS),
    st.builds(queries.Method, EDITIONS),
    st.builds(queries.Flip, CLUSTERS, CLUSTERS, EDITIONS).filter(lambda flip: flip.first.id != flip.second.id),
    st.builds(
        queries.Drawn,
        st.one_of(
            st.builds(queries.History, CLUSTERS),
            st.builds(
                queries.Histories, st.lists(CLUSTERS, min_size=2, max_size=7, unique_by=lambda ref: ref.id).map(tuple)
            ),
            st.builds(
                queries.Histories,
                st.lists(ECONOMIES, min_size=2, max_size=7, unique_by=lambda ref: ref.code).map(tuple),
            ),
            st.builds(queries.Compare, st.lists(CLUSTERS, **SIDES).map(tuple), st.sampled_from(MEASURES), EDITIONS),
            st.builds(queries.Top, RANKS, AREAS, st.sampled_from(MEASURES), EDITIONS, st.booleans()),
            st.builds(queries.EconomyProfile, ECONOMIES, EDITIONS),
        ),
    ),
    st.builds(
        queries.Drawn, st.builds(queries.Top, st.just(100), AREAS, st.just(Measure.SIZE), EDITIONS), st.just(True)
    ),
)


@given(QUERIES)
@example(queries.EconomyProfile(EconomyRef("MD"), 2017))
def test_words_mean_the_query_they_were_made_from(pipeline: Pipeline, query: queries.Query) -> None:
    words = phrase(query, RANKINGS)
    read = pipeline.reader.read(words).result
    assert not isinstance(read, failures.Failure), words
    assert same(read, query), words


@pytest.mark.parametrize(
    "question",
    [
        "is munich in the top 20?",
        "is paris not ahead of london by patents",
        "does china have more clusters than the us",
        "berlin is the second best german cluster",
        "germany has at least 7 clusters",
        "did london rise since 2023",
        "how did tokyo move since 2022",
        "second best german cluster by patents in 2022",
        "which clusters are new in india",
        "how many patents does seoul have",
        "how long has tokyo been number 1",
        "third most innovative country in europe",
        "worst 3 upper middle income countries by infrastructure in 2023",
    ],
)
def test_plain_questions_are_put_into_words_that_ask_them(pipeline: Pipeline, question: str) -> None:
    query = pipeline.ask(question).query
    assert query is not None
    words = pipeline.reader.worded(query)
    again = pipeline.ask(words).query
    assert words
    assert again is not None
    assert same(again, query), words
