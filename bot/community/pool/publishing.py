"""What is published after the result, so that anybody can check it with `docs/verify_pool.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.community.pool.commitment import digest, prompts_as_json
from bot.community.pool.standings import Opponent, standings

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from bot.community.pool.model import Prediction, Truth
    from bot.community.pool.standings import Line
    from bot.community.pool.state import Pool

FORMAT = "clusterbot prediction pool 1"
"""Rules and fields are those of `docs/pools.md` under this name."""


def published(pool: Pool, questions: tuple[str, ...]) -> dict[str, Any]:
    """Return all entries with their salts, hashes and points, ready to be written as JSON. No person is named.

    `questions` are the prompts in words, for those who read the file.

    Raises:
        ValueError: the pool has no result yet.
    """
    if pool.result is None:
        raise ValueError("entries are published with the result")
    lines = standings(pool, pool.result.outcomes)
    salts = {line.leaf: pool.entries[line.who].salt for line in lines if isinstance(line.who, int)}
    people = sorted((line for line in lines if line.place is not None), key=lambda line: line.leaf)
    content: dict[str, Any] = {
        "format": FORMAT,
        "pool": pool.id,
        "edition": pool.edition,
        "locked": _written(pool.locked),
        "prompts": prompts_as_json(pool.prompts),
        "questions": list(questions),
        "commitment": pool.commitment,
        "data": pool.result.version,
        "outcomes": [
            {"truth": _plain(outcome.truth), "evidence": outcome.evidence, "sources": list(outcome.sources)}
            for outcome in pool.result.outcomes
        ],
        "entries": [
            {"leaf": line.leaf, "salt": salts[line.leaf], **_scored(line), "place": line.place} for line in people
        ],
        "opponents": [
            {
                "name": line.who,
                **({"editions": list(pool.baseline.editions)} if line.who is Opponent.BEFORE else {}),
                **_scored(line),
            }
            for line in lines
            if line.place is None
        ],
    }
    return {**content, "digest": digest(content)}


def _scored(line: Line) -> dict[str, Any]:
    predictions = [_plain(prediction) for prediction in line.predictions]
    return {"entry": predictions, "points": list(line.points), "total": line.total}


def _plain(value: Prediction | Truth | None) -> object:
    return list(value) if isinstance(value, tuple) else value


def _written(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
