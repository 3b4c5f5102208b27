"""Pictures of real questions by their structure; `--golden-update` writes them anew, to be read by eye."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.replies.pictures.describing import describe

from .support import shown

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

GOLDEN = Path(__file__).parent / "golden"


def structure(pipeline: Pipeline, question: str) -> str:
    picture = shown(pipeline, question)
    record = {"question": question, "kind": type(picture).__name__, **asdict(picture), "words": describe(picture)}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_pictures_are_as_reviewed(pipeline: Pipeline, golden: Path, request: pytest.FixtureRequest) -> None:
    rendered = structure(pipeline, json.loads(golden.read_text("utf-8"))["question"])
    if request.config.getoption("--golden-update"):
        golden.write_text(rendered, "utf-8")
    assert rendered == golden.read_text("utf-8")
