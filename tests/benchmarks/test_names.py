"""The published accuracy is that of the code, keeps the aims, and is measured on what nothing was tuned on."""

from __future__ import annotations

import csv
from random import Random
from typing import TYPE_CHECKING

import pytest

from benchmarks.names.cases import Case, Kind, Set, read_cases
from benchmarks.names.results import RESULTS, accuracy, published, summary
from benchmarks.names.scoring import Score, Verdict, score
from benchmarks.names.slips import NEIGHBOURS, respaced, slip
from benchmarks.readme import README, replaced
from bot.places.normalising import normalise
from bot.places.resolver import Resolver

if TYPE_CHECKING:
    from bot.rankings.model import Rankings

CASES = read_cases()


@pytest.fixture(scope="module")
def scores(rankings: Rankings) -> list[Score]:
    return score(CASES, Resolver.from_files(rankings), Set.MEASURE)


def test_published_accuracy_is_current(scores: list[Score]) -> None:
    assert published(RESULTS.read_text("utf-8")) == accuracy(scores)
    readme = README.read_text("utf-8")
    assert replaced(readme, "names", summary(scores)) == readme


def test_the_summary_has_the_same_figures_in_few_lines(scores: list[Score]) -> None:
    lines = summary(scores).splitlines()
    assert len(lines) == 10
    assert all(line.count("|") == 6 for line in lines)
    typos = next(each for each in scores if each.kind is Kind.ONE_TYPO)
    assert any(f"| {typos.cases:,} | {typos.share(Verdict.RIGHT):.1f} % |" in line for line in lines)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (Kind.EXACT, 100.0, 0.0),
        (Kind.EXONYM, 98.5, 0.3),
        (Kind.EXONYM_SECOND, 99.0, 0.5),
        (Kind.MEMBER, 97.0, 0.0),
        (Kind.PROBE, 90.0, 1.5),
        (Kind.ONE_TYPO, 99.0, 0.3),
        (Kind.TWO_TYPOS, 93.0, 0.5),
        (Kind.SPACING, 99.0, 0.3),
        (Kind.OUTSIDE, 90.0, 0.2),
        (Kind.LOOK_ALIKE, 90.0, 0.0),
        (Kind.LOOK_ALIKE_SMALL, 25.0, 3.0),
    ],
)
def test_aims(scores: list[Score], kind: Kind, right: float, wrong: float) -> None:
    found = next(each for each in scores if each.kind is kind)
    assert found.share(Verdict.RIGHT) >= right
    assert found.share(Verdict.WRONG) <= wrong


def test_the_sets_are_large_enough_and_apart() -> None:
    def of(kind: Kind, at: Set) -> list[Case]:
        return [case for case in CASES if case.kind is kind and case.set is at]

    assert len(of(Kind.OUTSIDE, Set.MEASURE)) >= 3000
    assert len(of(Kind.LOOK_ALIKE, Set.MEASURE)) >= 150
    for kind in (Kind.ONE_TYPO, Kind.TWO_TYPOS, Kind.SPACING):
        developed = {case.cluster_id for case in of(kind, Set.DEVELOP)}
        assert not developed & {case.cluster_id for case in of(kind, Set.MEASURE)}


def test_look_alikes_are_none_that_the_resolver_is_tested_with() -> None:
    with (RESULTS.parents[2] / "tests" / "places" / "lookalikes.csv").open(encoding="utf-8", newline="") as file:
        tested = {normalise(row["typed"]) for row in csv.DictReader(file)}
    assert not tested & {normalise(case.text) for case in CASES if case.kind is Kind.LOOK_ALIKE}


def test_slips_are_seeded_and_one_at_a_time() -> None:
    assert slip("Stuttgart", Random(1)) == slip("Stuttgart", Random(1))
    assert all(abs(len(slip("Stuttgart", Random(seed))) - len("Stuttgart")) <= 1 for seed in range(200))
    assert respaced("New York", Random(1)) == respaced("New York", Random(1))
    assert "w" in NEIGHBOURS["q"]
    assert "p" not in NEIGHBOURS["q"]
