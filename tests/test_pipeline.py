from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from bot.pipeline import open_pipeline

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

FEW = 2_000


@pytest.mark.parametrize("question", ["economy {}", "rank {} 2021", "all pillars of {}", "history {}"])
def test_every_economy_is_answered_whatever_the_index_lacks_of_it(pipeline: Pipeline, question: str) -> None:
    for economy in pipeline.rankings.economies.values():
        assert pipeline.ask(question.format(economy.short_name)).pages[0].lines


@pytest.mark.parametrize("question", ["rank {}", "history {}", "source {}", "how did {} move", "where {}"])
def test_every_cluster_is_answered_whatever_is_not_held_of_it(pipeline: Pipeline, question: str) -> None:
    for cluster in pipeline.rankings.clusters.values():
        assert pipeline.ask(question.format(cluster.name)).pages[0].lines


def test_once_warm_the_first_misspelt_name_leaves_little_behind() -> None:
    pipeline = open_pipeline()
    pipeline.warm()
    gc.collect()
    before = len(gc.get_objects())
    pipeline.ask("rank Pariss, France")
    gc.collect()
    assert len(gc.get_objects()) - before < FEW
