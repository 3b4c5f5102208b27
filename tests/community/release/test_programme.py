"""The scenes of an evening: every rank once, in order, and nothing that the table does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.answering import answer
from bot.answers.values import Status
from bot.community.release.programme import edition_to_rehearse, editions_to_show, programme
from bot.community.release.scenes import Batch, Closing, Members, Opening, Single, Summary, Topic
from bot.rankings.withholding import as_of, withhold

if TYPE_CHECKING:
    from bot.community.release.scenes import Scene
    from bot.rankings.model import Rankings

EDITIONS = range(2017, 2026)


def countdown(scenes: tuple[Scene, ...]) -> list[int]:
    ranks: list[int] = []
    for scene in scenes:
        match scene:
            case Batch(ranks=several):
                ranks += several
            case Single(rank=rank):
                ranks.append(rank)
            case _:
                pass
    return ranks


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_rank_is_counted_down_exactly_once(rankings: Rankings, edition: int) -> None:
    assert countdown(programme(rankings, edition)) == list(range(100, 0, -1))


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_evening_opens_counts_down_sums_up_and_closes(rankings: Rankings, edition: int) -> None:
    kinds = [type(scene) for scene in programme(rankings, edition)]
    order = [Opening, Batch, Single, Members, Summary, Closing]
    assert kinds[0] is Opening
    assert kinds[-1] is Closing
    assert kinds.count(Opening) == kinds.count(Closing) == 1
    summing = [kind for kind in kinds if kind in (Members, Summary, Closing)]
    assert kinds[-len(summing) :] == summing == sorted(summing, key=order.index)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_scene_of_several_ranks_has_one_to_say_or_says_that_it_has_none(rankings: Rankings, edition: int) -> None:
    known = rankings.editions[edition].by_rank
    for scene in programme(rankings, edition):
        if isinstance(scene, Batch):
            held = [rank for rank in scene.ranks if rank in known]
            assert len(held) <= 10
            assert held or scene.ranks[-1] <= 10 or scene.ranks[-1] == 11
            assert scene.ranks[0] > 10 or not held


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_topic_has_a_scene_or_is_named_as_missing(rankings: Rankings, edition: int) -> None:
    scenes = programme(rankings, edition)
    told = [scene.topic for scene in scenes if isinstance(scene, Summary)]
    closing = scenes[-1]
    assert isinstance(closing, Closing)
    assert sorted([*told, *closing.missing], key=list(Topic).index) == list(Topic)
    for scene in scenes:
        if isinstance(scene, Summary):
            assert answer(scene.query, as_of(rankings, edition)).status is Status.ANSWERED


def test_a_complete_edition_has_nine_batches_and_ten_singles(rankings: Rankings) -> None:
    scenes = programme(rankings, 2022)
    assert [scene.ranks[0] for scene in scenes if isinstance(scene, Batch)] == list(range(100, 10, -10))
    assert [scene.rank for scene in scenes if isinstance(scene, Single)] == list(range(10, 0, -1))
    assert not any(isinstance(scene, Members) for scene in scenes)


def test_unknown_tens_go_with_the_next_and_an_unknown_top_ten_is_one_scene(rankings: Rankings) -> None:
    scenes = programme(rankings, 2021)
    assert scenes[1] == Batch(2021, tuple(range(100, 60, -1)))
    assert Batch(2021, tuple(range(10, 0, -1))) in scenes
    assert Batch(2020, tuple(range(20, 5, -1))) in programme(rankings, 2020)


def test_a_programme_takes_nothing_from_newer_editions(rankings: Rankings) -> None:
    for edition in EDITIONS[:-1]:
        assert programme(rankings, edition) == programme(withhold(rankings, edition + 1), edition)


def test_an_edition_that_is_not_held_has_no_programme(rankings: Rankings) -> None:
    with pytest.raises(KeyError):
        programme(rankings, 2026)


def test_the_newest_complete_edition_is_rehearsed(rankings: Rankings) -> None:
    assert edition_to_rehearse(rankings) == 2022
    assert edition_to_rehearse(as_of(rankings, 2021)) == 2021
    assert editions_to_show(rankings) == tuple(reversed(EDITIONS))
