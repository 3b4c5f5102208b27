"""Rendered replies, each looked at by eye: `pytest tests/replies/test_golden.py --golden-update` writes them anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.replies.plain import as_text

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

GOLDEN = Path(__file__).parent / "golden"


def transcript(pipeline: Pipeline, questions: list[str]) -> str:
    blocks = [f"> {question}\n{as_text(pipeline.ask(question).pages[0])}" for question in questions]
    return "\n\n".join(blocks) + "\n"


def questions_of(golden: Path) -> list[str]:
    return [line.removeprefix("> ") for line in golden.read_text("utf-8").splitlines() if line.startswith("> ")]


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_replies_are_as_reviewed(pipeline: Pipeline, golden: Path, request: pytest.FixtureRequest) -> None:
    rendered = transcript(pipeline, questions_of(golden))
    if request.config.getoption("--golden-update"):
        golden.write_text(rendered, "utf-8")
    assert rendered == golden.read_text("utf-8")
