"""Claims: who entered, what always was, what is partly so; and sums, which need every part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.answering import answer
from bot.answers.model import ClaimAnswer, EconomyRankingAnswer, NoData, RankAnswer, TopAnswer, TotalAnswer
from bot.answers.values import Verdict
from bot.questions import queries
from bot.questions.assertions import AllOf, AtRank, Crossed, EconomiesCounted, EconomyAtRank, Entered, HasClusters, Over
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef
from bot.rankings.model import Measure

if TYPE_CHECKING:
    from bot.questions.assertions import Single
    from bot.rankings.model import Rankings


@pytest.mark.parametrize(
    ("cluster", "edition", "left", "verdict"),
    [
        ("oslo", 2025, False, Verdict.TRUE),
        ("oslo", 2022, False, Verdict.FALSE),
        ("london", 2025, False, Verdict.FALSE),
        ("basel", 2025, True, Verdict.TRUE),
        ("london", 2025, True, Verdict.FALSE),
        ("seattle", 2025, False, Verdict.UNDECIDED),
    ],
)
def test_who_entered_and_who_left(rankings: Rankings, cluster: str, edition: int, left: bool, verdict: Verdict) -> None:
    claim = queries.Claim(Entered(ClusterRef(cluster, ""), left), edition)
    judged = answer(claim, rankings)
    assert isinstance(judged, ClaimAnswer)
    assert judged.verdict is verdict


@pytest.mark.parametrize(
    ("subject", "within", "left", "verdict"),
    [
        (ClusterRef("london", ""), 10, False, Verdict.TRUE),
        (ClusterRef("paris", ""), 10, True, Verdict.FALSE),
        (ClusterRef("tokyo-yokohama", ""), 1, True, Verdict.TRUE),
        (ClusterRef("seoul", ""), 10, False, Verdict.FALSE),
        (ClusterRef("zurich", ""), 20, True, Verdict.FALSE),
        (ClusterRef("berlin", ""), 30, False, Verdict.UNDECIDED),
        (EconomyRef("DE"), 10, True, Verdict.TRUE),
        (EconomyRef("CN"), 10, False, Verdict.TRUE),
        (EconomyRef("CH"), 10, False, Verdict.FALSE),
    ],
)
def test_who_came_into_the_leading_ranks_and_who_fell_out(
    rankings: Rankings, subject: ClusterRef | EconomyRef, within: int, left: bool, verdict: Verdict
) -> None:
    judged = answer(queries.Claim(Crossed(subject, within, left)), rankings)
    assert isinstance(judged, ClaimAnswer | NoData)
    found = judged.verdict if isinstance(judged, ClaimAnswer) else Verdict.UNDECIDED
    assert found is verdict


@pytest.mark.parametrize(
    ("low", "high", "edition", "verdict"),
    [
        (31, None, 2025, Verdict.TRUE),
        (33, 33, 2025, Verdict.TRUE),
        (0, 32, 2025, Verdict.FALSE),
        (28, 28, 2022, Verdict.TRUE),
        (31, None, 2024, Verdict.UNDECIDED),
    ],
)
def test_how_many_economies_have_a_cluster(
    rankings: Rankings, low: int, high: int | None, edition: int, verdict: Verdict
) -> None:
    judged = answer(queries.Claim(EconomiesCounted(low, high), edition), rankings)
    assert isinstance(judged, ClaimAnswer)
    assert judged.verdict is verdict


def test_a_count_of_one_names_the_one(rankings: Rankings) -> None:
    judged = answer(queries.Claim(HasClusters(RegionRef("south-america"), 1, 100), 2022), rankings)
    assert isinstance(judged, ClaimAnswer)
    assert judged.verdict is Verdict.TRUE
    assert "São Paulo" in judged.places


def test_a_list_of_economies_says_how_many_only_where_it_is_whole(rankings: Rankings) -> None:
    def counted(count: int) -> list[object]:
        found = answer(queries.EconomyRanking(count, income_group="LI", edition=2025), rankings)
        assert isinstance(found, EconomyRankingAnswer)
        return [value.value for value in found.values if value.measure == "economy_count"]

    assert counted(200) == [11]
    assert counted(10) == []


def test_where_no_economy_is_within_the_ranks_the_first_outside_is_told(rankings: Rankings) -> None:
    found = answer(queries.EconomyRanking(200, income_group="LI", edition=2025, within=100), rankings)
    assert isinstance(found, EconomyRankingAnswer)
    (entry,) = found.entries
    assert int(entry.rank.value) > 100


def test_a_stretch_of_the_ranking_names_its_gaps(rankings: Rankings) -> None:
    found = answer(queries.Top(6, edition=2025, first=15), rankings)
    assert isinstance(found, TopAnswer)
    held = [entry.position for entry in found.entries]
    assert sorted([*held, *found.gaps], key=int) == list(range(15, 21))


def test_always_needs_every_edition_and_never_too(rankings: Rankings) -> None:
    def judged(assertion: Single, over: Over, since: int | None = None, negated: bool = False) -> ClaimAnswer:
        found = answer(queries.Claim(assertion, over=over, since=since, negated=negated), rankings)
        assert isinstance(found, ClaimAnswer)
        return found

    tokyo_first = AtRank(ClusterRef("tokyo-yokohama", ""), 1, 1)
    always = judged(tokyo_first, Over.ALWAYS)
    assert (always.verdict, always.fails) == (Verdict.FALSE, (2025,))
    swiss = EconomyAtRank(EconomyRef("CH"), 1, 1)
    assert judged(swiss, Over.ALWAYS, since=2021).verdict is Verdict.TRUE
    open_end = judged(swiss, Over.ALWAYS)
    assert (open_end.verdict, open_end.before) == (Verdict.UNDECIDED, 2021)
    never = judged(AtRank(ClusterRef("berlin", ""), 1, 10), Over.EVER, negated=True)
    assert never.verdict is Verdict.UNDECIDED
    assert never.needed == (2021, 2020, 2019)
    assert never.holds
    assert not never.fails


def test_one_part_of_two_makes_partly(rankings: Rankings) -> None:
    both = AllOf((AtRank(ClusterRef("london", ""), 1, 10), AtRank(ClusterRef("paris", ""), 1, 10)))
    judged = answer(queries.Claim(both), rankings)
    assert isinstance(judged, ClaimAnswer)
    assert judged.verdict is Verdict.PARTLY
    assert judged.values[0].value == "partly"


def test_sums_need_every_part(rankings: Rankings) -> None:
    both = queries.Total(Measure.PATENTS, (ClusterRef("tokyo-yokohama", ""), ClusterRef("seoul", "")), edition=2025)
    summed = answer(both, rankings)
    assert isinstance(summed, TotalAnswer)
    assert summed.total.value == 15.7
    lacking = queries.Total(Measure.PATENTS, (ClusterRef("tokyo-yokohama", ""), ClusterRef("london", "")), edition=2025)
    missing = answer(lacking, rankings)
    assert isinstance(missing, NoData)
    assert 2022 in missing.held
    germany = answer(queries.Total(Measure.PATENT_COUNT, area=EconomyRef("DE"), edition=2022), rankings)
    assert isinstance(germany, TotalAnswer)
    rows = [row for row in rankings.editions[2022].ranked if "DE" in row.economies]
    assert germany.total.value == round(sum(row.pct_count or 0 for row in rows), 2)
    assert len(germany.parts) == len(rows) == 10


def test_a_part_of_a_former_cluster_is_told_by_that_cluster(rankings: Rankings) -> None:
    found = answer(queries.Rank(ClusterRef("frankfurt-am-main", "Frankfurt"), 2017), rankings)
    assert isinstance(found, RankAnswer)
    assert found.cluster.name == "Frankfurt–Mannheim"
    assert found.rank is not None
    assert found.rank.value == 12
