"""Labels beside a chart: moved apart as little as keeps them from overlapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> tuple[float, ...]:
    """Return middles for labels of some heights, near the middles wanted, in their order and between two bounds.

    Labels that would overlap become one block around the mean of what they wanted, as long as blocks touch. Where
    there is too little room for all, they run on below the bottom.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    blocks: list[list[int]] = []
    for index in order:
        blocks.append([index])
        while len(blocks) > 1 and _end(blocks[-2], wanted, heights, top, bottom) > _start(
            blocks[-1], wanted, heights, top, bottom
        ):
            last = blocks.pop()
            blocks[-1] += last
    placed = [0.0] * len(wanted)
    for block in blocks:
        at = _start(block, wanted, heights, top, bottom)
        for index in block:
            placed[index] = at + heights[index] / 2
            at += heights[index]
    return tuple(placed)


def _start(block: Sequence[int], wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> float:
    """Return where a block begins: around the mean of what its labels wanted, but within the bounds."""
    tall = sum(heights[index] for index in block)
    middle = sum(wanted[index] for index in block) / len(block)
    return max(top, min(middle - tall / 2, bottom - tall))


def _end(block: Sequence[int], wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> float:
    return _start(block, wanted, heights, top, bottom) + sum(heights[index] for index in block)
