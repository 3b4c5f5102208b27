from __future__ import annotations

import gc

from bot.pipeline import open_pipeline

FEW = 2_000


def test_once_warm_the_first_misspelt_name_leaves_little_behind() -> None:
    pipeline = open_pipeline()
    pipeline.warm()
    gc.collect()
    before = len(gc.get_objects())
    pipeline.ask("rank Pariss, France")
    gc.collect()
    assert len(gc.get_objects()) - before < FEW
