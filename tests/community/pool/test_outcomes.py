"""What came of a prompt is what the answering engine says, and what our sources do not hold is left open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.community.pool.model import Baseline, HowMany, Leader, Outcome, Prediction, Prompt, TopFive, Will
from bot.community.pool.opening import baseline, default_prompts
from bot.community.pool.outcomes import outcomes
from bot.community.pool.scoring import attainable, fits, score
from bot.rankings.model import Evidence, Measure
from tests.community.pool.support import ahead, before, prompts, without_ranks

if TYPE_CHECKING:
    from bot.rankings.model import Rankings

TOP_2022 = ("tokyo-yokohama", "shenzhen-hong-kong-guangzhou", "beijing", "seoul", "san-jose-san-francisco")


def test_a_complete_edition_settles_everything_it_measures(rankings: Rankings) -> None:
    found = outcomes(prompts(rankings), 2022, rankings)
    assert [outcome.truth for outcome in found] == [TOP_2022, ("tokyo-yokohama",), 10, True, False]
    assert {outcome.evidence for outcome in found} == {Evidence.OFFICIAL}
    assert all(outcome.sources == ("wipo_xlsx_2022_clusters",) for outcome in found)


def test_what_an_edition_does_not_measure_stays_open(rankings: Rankings) -> None:
    assert outcomes((Leader(Measure.VENTURE_CAPITAL),), 2022, rankings) == (Outcome(),)


def test_published_places_settle_a_leader_though_shares_are_missing(rankings: Rankings) -> None:
    (patents, publications) = outcomes((Leader(Measure.PATENTS), Leader(Measure.PUBLICATIONS)), 2025, rankings)
    assert (patents.truth, publications.truth) == (("tokyo-yokohama",), ("beijing",))
    assert patents.evidence is Evidence.DOUBLE


def test_an_edition_that_is_not_held_settles_nothing(rankings: Rankings) -> None:
    assert outcomes(prompts(rankings), 2031, rankings) == (Outcome(),) * 5
    assert outcomes(prompts(rankings), 2022, before(rankings, 2022)) == (Outcome(),) * 5


def test_a_gap_leaves_open_just_what_it_must(rankings: Rankings) -> None:
    gap = without_ranks(rankings, 2022, [4])
    five, patents, clusters, tokyo_ahead, seoul_ahead = outcomes(prompts(rankings), 2022, gap)
    assert five.truth == (*TOP_2022[:3], None, TOP_2022[4])
    assert attainable(TopFive(), five.truth) == 8000
    assert patents.truth is None
    assert clusters.truth is None
    assert (tokyo_ahead.truth, seoul_ahead.truth) == (True, False)  # Tokyo is first: nobody can be ahead of it


def test_an_edition_without_its_index_leaves_claims_about_economies_open(rankings: Rankings) -> None:
    from bot.community.pool.claims import packed
    from bot.questions.assertions import EconomyAhead
    from bot.questions.queries import Claim
    from bot.questions.refs import EconomyRef

    claim = Will(packed(Claim(EconomyAhead(EconomyRef("CH"), EconomyRef("DE"))), rankings))
    (found,) = outcomes((claim,), 2022, rankings)
    assert found.truth is True
    without = replace(rankings.editions[2022], economies={})
    (found,) = outcomes((claim,), 2022, replace(rankings, editions={**rankings.editions, 2022: without}))
    assert found == Outcome()


def test_all_that_tie_for_the_lead_lead(rankings: Rankings) -> None:
    edition = rankings.editions[2022]
    best = max(edition.ranked, key=lambda row: row.pct_share or 0)
    rows = {
        cluster: replace(row, pct_share=best.pct_share) if cluster == "seoul" else row
        for cluster, row in edition.rows.items()
    }
    ranked = tuple(rows[row.cluster] for row in edition.ranked)
    tied = replace(edition, rows=rows, ranked=ranked, by_rank={row.rank: row for row in ranked if row.rank is not None})
    (found,) = outcomes((Leader(Measure.PATENTS),), 2022, replace(rankings, editions={2022: tied}))
    assert found.truth == ("seoul", "tokyo-yokohama")


def test_what_the_table_has_dropped_is_left_open_and_breaks_nothing(rankings: Rankings) -> None:
    claim = ahead(rankings, "munich", "berlin")
    fewer = replace(
        rankings, clusters={cluster: held for cluster, held in rankings.clusters.items() if cluster != "munich"}
    )
    assert outcomes((claim, HowMany("XX")), 2022, fewer) == (Outcome(), Outcome())


@pytest.mark.parametrize("year", [2018, 2020, 2022, 2024, 2025, 2026])
def test_whatever_was_known_before_an_edition_can_be_asked_and_answered(rankings: Rankings, year: int) -> None:
    known = before(rankings, year)
    asked = default_prompts(known)
    assert asked[:2] == (TopFive(), Leader(Measure.PATENTS))
    known_before = baseline(asked, year, known)
    for prompt, prediction in zip(asked, known_before.predictions, strict=True):
        assert prediction is None or fits(prompt, prediction)
    assert all(edition < year for edition in known_before.editions)
    for prompt, outcome in zip(asked, outcomes(asked, year, rankings), strict=True):
        assert outcome.truth is None or attainable(prompt, outcome.truth) > 0


def test_what_was_so_before_is_what_would_have_been_right_then(rankings: Rankings) -> None:
    asked = prompts(rankings)
    known = baseline(asked, 2023, rankings)
    assert known.editions == (2022,)
    for prompt, prediction, outcome in zip(asked, known.predictions, outcomes(asked, 2022, rankings), strict=True):
        assert score(prompt, prediction, outcome.truth) == 10_000


def test_an_older_edition_serves_where_the_last_one_is_silent(rankings: Rankings) -> None:
    asked: tuple[Prompt, ...] = (TopFive(), Leader(Measure.PATENTS), HowMany("CN"))
    expected: tuple[Prediction, ...] = (TOP_2022[:1] + TOP_2022[1:4] + ("shanghai-suzhou",), "tokyo-yokohama", 26)
    assert baseline(asked, 2025, rankings) == Baseline(expected, (2024, 2022))


def test_the_prompts_for_2026_are_about_the_contests_of_2025(rankings: Rankings) -> None:
    asked = default_prompts(rankings)
    assert asked == default_prompts(rankings)
    assert asked[2:4] == (HowMany("CN"), ahead(rankings, "tokyo-yokohama", "shenzhen-hong-kong-guangzhou"))
    assert len(asked) == 5
