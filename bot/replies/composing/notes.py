"""Remarks that several kinds of reply share: doubts, and changes of method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import CaveatKind
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.values import Caveat


def doubt_notes(caveats: Iterable[Caveat]) -> tuple[str, ...]:
    """Say whose figure is disputed or doubtful, and why."""
    kinds = (CaveatKind.DISPUTED, CaveatKind.WEAK, CaveatKind.REMARK)
    return tuple(
        say(f"doubt.{caveat.kind}", subject=caveat.subject, note=caveat.detail, edition=caveat.editions[0])
        for caveat in caveats
        if caveat.kind in kinds
    )


def break_notes(caveats: Iterable[Caveat]) -> tuple[str, ...]:
    """Say which changes of method lie between the editions, and that ranks alone do not tell their part in a move."""
    breaks = [caveat for caveat in caveats if caveat.kind is CaveatKind.METHOD_BREAK]
    lines = [say("method.change", edition=caveat.editions[0], change=caveat.detail) for caveat in breaks]
    return (*lines, say("method.inseparable")) if breaks else ()
