"""Unknown, absent and a member without a rank are different answers; what is computed carries its inputs' evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.answers import model
from bot.answers.answering import answer
from bot.answers.model import Standing
from bot.answers.values import CaveatKind, Status, Value
from bot.questions import queries
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef
from bot.rankings.model import Evidence, Measure, Rankings

if TYPE_CHECKING:
    from bot.pipeline import Pipeline


def ref(cluster: str) -> ClusterRef:
    return ClusterRef(cluster, cluster)


def rank(rankings: Rankings, cluster: str, edition: int | None = None) -> model.RankAnswer:
    found = answer(queries.Rank(ref(cluster), edition), rankings)
    assert isinstance(found, model.RankAnswer)
    return found


@pytest.mark.parametrize(
    ("cluster", "edition", "standing"),
    [
        ("lausanne", 2025, Standing.UNKNOWN),  # France's two are named, but Lausanne may count for Switzerland alone
        ("manchester", 2024, Standing.ABSENT),  # it first appeared in 2025
        ("london", None, Standing.RANKED),
        ("manchester", None, Standing.MEMBER),
        ("basel", 2025, Standing.ABSENT),  # a source says it left
        ("hamamatsu", 2025, Standing.ABSENT),  # the three Japanese clusters of 2025 are all named
        ("nuremberg-erlangen", 2025, Standing.ABSENT),  # so are the seven German ones
        ("kunming", 2022, Standing.ABSENT),  # the edition is complete
        ("seattle", 2025, Standing.UNKNOWN),  # 22 US clusters were counted, few are named
        ("zurich", 2025, Standing.UNKNOWN),  # nobody published a count for Switzerland
    ],
)
def test_standing(rankings: Rankings, cluster: str, edition: int | None, standing: Standing) -> None:
    assert rank(rankings, cluster, edition).standing is standing


def test_a_cluster_without_a_rank_gets_its_latest_with_its_edition(rankings: Rankings) -> None:
    seattle = rank(rankings, "seattle")
    assert seattle.rank is not None
    assert (seattle.rank.value, seattle.rank.edition, seattle.status) == (21, 2023, Status.ANSWERED)
    assert CaveatKind.OLDER_EDITION in [caveat.kind for caveat in seattle.caveats]


def test_a_member_says_so_in_its_values(rankings: Rankings) -> None:
    manchester = rank(rankings, "manchester")
    assert manchester.rank is None
    assert [(value.measure, value.value, value.edition) for value in manchester.values] == [("in_top_100", True, 2025)]


def test_a_settled_absence_rests_on_the_published_count(rankings: Rankings) -> None:
    absent = rank(rankings, "hamamatsu", 2025).membership
    assert absent is not None
    assert absent.value is False
    assert set(absent.sources) == {"S04", "S16"}
    assert absent.evidence is Evidence.SINGLE  # Nagoya, one of the three named, has one source


def test_a_change_across_a_new_method_carries_the_caveat(rankings: Rankings) -> None:
    london = rank(rankings, "london")
    assert london.change is not None
    assert london.change.value == 13
    assert [c.editions for c in london.caveats if c.kind is CaveatKind.METHOD_BREAK] == [(2025,)]
    assert not [c for c in rank(rankings, "london", 2023).caveats if c.kind is CaveatKind.METHOD_BREAK]


def test_a_computed_figure_is_as_weak_as_its_weakest_input(rankings: Rankings) -> None:
    london = rank(rankings, "london").change
    munich = rank(rankings, "munich").change
    assert london is not None
    assert munich is not None
    assert (london.evidence, munich.evidence) == (Evidence.DOUBLE, Evidence.SINGLE)
    assert {"S03", "stern2025"} <= set(london.sources)


def test_zero_is_a_figure_and_empty_is_none(rankings: Rankings) -> None:
    row = rankings.editions[2023].rows["tehran"]
    assert row.pct_share == 0.0
    assert row.vc_share is None


def test_namibia_is_not_a_missing_value(rankings: Rankings) -> None:
    assert rankings.editions[2025].economies["NA"].scores
    found = answer(queries.EconomyProfile(EconomyRef("NA")), rankings)
    assert found.places[0] == "Namibia"


def top(rankings: Rankings, **parts: object) -> model.TopAnswer:
    found = answer(replace(queries.Top(), **parts), rankings)
    assert isinstance(found, model.TopAnswer)
    return found


def test_a_list_with_gaps_names_them_and_the_complete_edition(rankings: Rankings) -> None:
    listed = top(rankings, count=20)
    assert listed.gaps == (17, 18, 20)
    assert listed.complete == 2022
    assert CaveatKind.PARTIAL_TABLE in [caveat.kind for caveat in listed.caveats]
    assert not top(rankings, count=16).caveats
    assert not top(rankings, count=100, edition=2022).caveats


def test_an_area_says_how_many_it_has_and_how_many_are_held(rankings: Rankings) -> None:
    china = top(rankings, area=EconomyRef("CN"))
    assert china.total is not None
    assert (china.total.value, china.held, len(china.entries)) == (24, 11, 10)


def test_shares_get_positions_only_where_all_are_held(rankings: Rankings) -> None:
    partial = top(rankings, measure=Measure.PATENTS)
    whole = top(rankings, measure=Measure.PATENTS, edition=2022)
    assert {entry.position for entry in partial.entries} == {None}
    assert [entry.position for entry in whole.entries] == list(range(1, 11))


def test_bottom_runs_from_the_last_rank_up(rankings: Rankings) -> None:
    last = top(rankings, count=3, edition=2022, from_end=True)
    assert [entry.position for entry in last.entries] == [100, 99, 98]
    assert [entry.cluster.id for entry in last.entries] == ["lanzhou", "basel", "goteborg"]


def test_a_measure_nobody_holds_is_no_data_and_says_where_it_is(rankings: Rankings) -> None:
    found = answer(queries.Top(measure=Measure.VENTURE_CAPITAL, edition=2022), rankings)
    assert isinstance(found, model.NoData)
    assert found.held == (2025,)


def test_counts_follow_the_published_rule_for_cross_border_clusters(rankings: Rankings) -> None:
    def count(code: str, edition: int) -> object:
        found = answer(queries.Count(EconomyRef(code), edition), rankings)
        assert isinstance(found, model.CountAnswer)
        return found.count.exact.value if found.count.exact is not None else f"at least {found.count.at_least.value}"

    assert (count("DE", 2022), count("FR", 2022), count("CH", 2022)) == (10, 4, 3)
    assert (count("CN", 2025), count("US", 2024), count("DE", 2023)) == (24, 20, 9)
    assert count("SE", 2025) == "at least 2"


def test_a_region_counts_a_cross_border_cluster_once(rankings: Rankings) -> None:
    found = answer(queries.Count(RegionRef("europe"), 2022), rankings)
    assert isinstance(found, model.CountAnswer)
    europe = rankings.regions["europe"].economies
    expected = sum(1 for row in rankings.editions[2022].ranked if not europe.isdisjoint(row.economies))
    assert found.count.exact is not None
    assert found.count.exact.value == expected == len(found.clusters)


def test_a_count_within_known_ranks_is_exact_and_else_a_lower_bound(rankings: Rankings) -> None:
    ten = answer(queries.Count(EconomyRef("CN"), 2025, 10), rankings)
    twenty = answer(queries.Count(EconomyRef("CN"), 2025, 20), rankings)
    assert isinstance(ten, model.CountAnswer)
    assert isinstance(twenty, model.CountAnswer)
    assert ten.count.exact is not None
    assert ten.count.exact.value == 3
    assert (twenty.count.exact, twenty.count.at_least.value, twenty.gaps) == (None, 5, 3)


def test_published_counts_are_what_the_complete_edition_counts(rankings: Rankings) -> None:
    table = answer(queries.Count(edition=2022), rankings)
    assert isinstance(table, model.CountTableAnswer)
    counted = {row.economy.code: row.count.exact for row in table.rows}
    for code, rows in rankings.editions[2022].by_economy.items():
        held = counted[code]
        assert held is not None
        assert held.value == len(rows)


def compare(rankings: Rankings, *clusters: str, **parts: object) -> model.CompareAnswer:
    found = answer(replace(queries.Compare(tuple(map(ref, clusters))), **parts), rankings)
    assert isinstance(found, model.CompareAnswer)
    return found


def test_a_comparison_takes_the_newest_common_edition(rankings: Rankings) -> None:
    found = compare(rankings, "seattle", "london")
    assert (found.edition, found.leaders[0].id) == (2023, "london")
    assert CaveatKind.OLDER_EDITION in [caveat.kind for caveat in found.caveats]


def test_a_comparison_never_looks_past_the_edition_asked_for(rankings: Rankings) -> None:
    assert compare(rankings, "london", "paris", edition=2022).edition == 2022


def test_without_a_common_edition_there_is_no_verdict(rankings: Rankings) -> None:
    found = compare(rankings, "manchester", "kunming")
    assert (found.edition, found.leaders, found.margin) == (None, (), None)


def test_more_patents_means_a_larger_share(rankings: Rankings) -> None:
    found = compare(rankings, "munich", "cologne", measure=Measure.PATENTS, edition=2022)
    assert found.leaders[0].id == "munich"
    assert compare(rankings, "munich", "cologne", edition=2022).leaders[0].id == "cologne"


def test_a_draw_is_a_draw(rankings: Rankings) -> None:
    found = compare(rankings, "beijing", "beijing")
    assert len(found.leaders) == 2
    assert found.margin is None


def test_movers_compare_only_clusters_ranked_in_both_editions(rankings: Rankings) -> None:
    found = answer(queries.Movers(count=100), rankings)
    assert isinstance(found, model.MoversAnswer)
    assert found.known == 28
    for move in found.moves:
        assert move.change.value == move.before.value - move.after.value != 0  # type: ignore[operator]
        assert (move.before.edition, move.after.edition) == (2024, 2025)


def test_an_economy_outside_the_index_is_not_ranked_but_an_edition_not_held_is_unknown(rankings: Rankings) -> None:
    taiwan = answer(queries.EconomyProfile(EconomyRef("TW")), rankings)
    japan = answer(queries.EconomyProfile(EconomyRef("JP"), 2018), rankings)
    assert isinstance(taiwan, model.EconomyAnswer)
    assert isinstance(japan, model.EconomyAnswer)
    assert (taiwan.rank, taiwan.index_held) == (None, True)
    assert (japan.rank, japan.index_held) == (None, False)


def test_every_value_of_every_answer_carries_evidence_and_known_sources(pipeline: Pipeline) -> None:
    rankings = pipeline.rankings
    asked: list[queries.Query] = [queries.Rank(ref(cluster)) for cluster in rankings.clusters]
    asked += [queries.History(ref(cluster)) for cluster in rankings.clusters]
    asked += [queries.EconomyProfile(EconomyRef(code)) for code in rankings.economies]
    asked += [queries.Top(100, edition=year) for year in rankings.editions]
    asked += [queries.Count(edition=year) for year in rankings.editions]
    asked += [queries.Movers(count=100, edition=year) for year in rankings.editions]
    values: list[Value] = [value for query in asked for value in answer(query, rankings).values]
    assert len(values) > 1_000
    for value in values:
        assert value.edition in rankings.editions
        assert value.sources
        assert set(value.sources) <= set(rankings.sources)
