"""Hiding rows of a complete edition may leave a question open, but never changes what is answered with certainty."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import model
from bot.answers.answering import answer
from bot.answers.model import Standing
from bot.answers.values import Verdict
from bot.questions import assertions, queries
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef
from bot.rankings.layout import CLUSTER_RANKS, LAYOUTS
from bot.rankings.loading import freeze
from bot.rankings.model import Measure, Rankings
from bot.rankings.shipped import shipped_directory
from bot.rankings.tables import Tables, assemble, read_tables

MEASURES = [Measure.PATENTS, Measure.PUBLICATIONS, Measure.INTENSITY]
AREAS = [
    *(EconomyRef(code) for code in ("CN", "US", "DE", "FR", "CH", "NG", "SG")),
    RegionRef("europe"),
    RegionRef("asia"),
]


def hidden(tables: Tables, seed: int) -> Rankings:
    """Return the tables with 2022 as their only edition of clusters, some of its rows and ranks gone."""
    chance = random.Random(seed)
    keep, blank = chance.uniform(0.1, 0.95), chance.uniform(0, 0.3)
    content = {}
    for name, layout in LAYOUTS.items():
        rows = tables.rows(layout)
        origins = tables.origins[name]
        if layout is CLUSTER_RANKS:
            rows = [row for row in rows if row[0] == "2022" and chance.random() < keep]
            rows = [(row[0], "", *row[2:]) if chance.random() < blank else row for row in rows]
            origins = tables.origins[name][: len(rows)]
        content[name] = (rows, origins)
    return freeze(assemble(content))


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read_tables(shipped_directory())


def claims(rankings: Rankings, chance: random.Random) -> list[queries.Claim]:
    clusters = [ClusterRef(cluster, cluster) for cluster in rankings.clusters]

    def any_cluster() -> ClusterRef:
        return chance.choice(clusters)

    low = chance.randint(1, 100)
    claimed: list[assertions.Assertion] = [
        assertions.AtRank(any_cluster(), 1, chance.randint(1, 100)),
        assertions.AtRank(any_cluster(), low, low),
        assertions.AtRank(any_cluster(), 1, 100),
        assertions.AtRank(any_cluster(), low % 4 + 1, low % 4 + 1, chance.choice(AREAS)),
        assertions.AtRank(any_cluster(), 1, low % 5 + 1, chance.choice([None, *AREAS]), chance.choice(MEASURES)),
        assertions.Ahead(any_cluster(), any_cluster()),
        assertions.Ahead(any_cluster(), any_cluster(), chance.choice([Measure.PATENTS, Measure.INTENSITY])),
        assertions.Ahead(any_cluster(), any_cluster(), Measure.PATENTS, times=chance.choice([1.5, 2, 3])),
        assertions.Amount(any_cluster(), Measure.PATENTS, chance.choice(list(assertions.Relation)), chance.random()),
        assertions.MoreClusters(chance.choice(AREAS), chance.choice(AREAS)),
        assertions.MoreClusters(chance.choice(AREAS), chance.choice(AREAS), even=True),
        assertions.HasClusters(chance.choice(AREAS), low % 6, low % 9 + 6, chance.choice([10, 20, 50])),
        assertions.AllOf((assertions.AtRank(any_cluster(), 1, 20), assertions.AtRank(any_cluster(), 1, 30))),
        assertions.HasClusters(chance.choice(AREAS), chance.randint(0, 10), chance.randint(10, 100)),
    ]
    return [queries.Claim(assertion, 2022, chance.random() < 0.3) for assertion in claimed]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(min_value=0, max_value=10**6))
def test_hiding_rows_never_turns_a_verdict(rankings: Rankings, tables: Tables, seed: int) -> None:
    partial = hidden(tables, seed)
    chance = random.Random(seed)
    for _ in range(12):
        for claim in claims(rankings, chance):
            full, part = answer(claim, rankings), answer(claim, partial)
            assert isinstance(full, model.ClaimAnswer)
            assert isinstance(part, model.ClaimAnswer)
            if part.verdict is not Verdict.UNDECIDED:
                assert part.verdict is full.verdict, claim


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(min_value=0, max_value=10**6))
def test_hiding_rows_never_makes_an_absence_or_a_count(rankings: Rankings, tables: Tables, seed: int) -> None:
    partial = hidden(tables, seed)
    for cluster in rankings.clusters:
        ref = ClusterRef(cluster, cluster)
        full, part = (answer(queries.Rank(ref, 2022), table) for table in (rankings, partial))
        if isinstance(part, model.RankAnswer) and isinstance(full, model.RankAnswer):
            if part.standing in (Standing.ABSENT, Standing.RANKED):
                assert part.standing is full.standing
            if part.standing is Standing.RANKED:
                assert part.rank == full.rank
    for area in AREAS:
        for within in (None, 5, 20):
            full, part = (answer(queries.Count(area, 2022, within), table) for table in (rankings, partial))
            if isinstance(part, model.CountAnswer):
                assert isinstance(full, model.CountAnswer)
                assert full.count.exact is not None
                if part.count.exact is not None:
                    assert part.count.exact.value == full.count.exact.value
                assert int(part.count.at_least.value) <= int(full.count.exact.value)
        for position in (1, 2, 5):
            full, part = (answer(queries.Nth(position, area, edition=2022), table) for table in (rankings, partial))
            if isinstance(part, model.NthAnswer) and part.certain:
                assert isinstance(full, model.NthAnswer)
                assert part.entry.cluster == full.entry.cluster


def test_the_complete_edition_decides_every_claim(rankings: Rankings) -> None:
    chance = random.Random(1)
    for _ in range(200):
        for claim in claims(rankings, chance):
            judged = answer(claim, rankings)
            assert isinstance(judged, model.ClaimAnswer)
            measured = getattr(claim.assertion, "measure", Measure.SIZE) is not Measure.SIZE
            assert judged.verdict is not Verdict.UNDECIDED or measured, claim


def test_a_claim_of_the_complete_edition_is_what_the_ranks_say(rankings: Rankings) -> None:
    rows = rankings.editions[2022].ranked
    for first in rows[::7]:
        for second in rows[::9]:
            claim = queries.Claim(assertions.Ahead(ClusterRef(first.cluster, ""), ClusterRef(second.cluster, "")), 2022)
            judged = answer(claim, rankings)
            assert isinstance(judged, model.ClaimAnswer)
            assert (judged.verdict is Verdict.TRUE) == ((first.rank or 0) < (second.rank or 0))


def test_a_known_rank_beaten_by_known_others_decides_for_a_member(rankings: Rankings) -> None:
    """Ranks 1 to 8 of 2025 are all known, so Manchester, whose rank is not, stands behind London."""
    claim = queries.Claim(assertions.Ahead(ClusterRef("london", ""), ClusterRef("manchester", "")))
    judged = answer(claim, rankings)
    assert isinstance(judged, model.ClaimAnswer)
    assert judged.verdict is Verdict.TRUE
    unknown = queries.Claim(assertions.Ahead(ClusterRef("dublin", ""), ClusterRef("manchester", "")))
    open_question = answer(unknown, rankings)
    assert isinstance(open_question, model.ClaimAnswer)
    assert open_question.verdict is Verdict.UNDECIDED
