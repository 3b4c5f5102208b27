"""Numbers beside dots: near their dot, off the other dots and off each other."""

from __future__ import annotations

from math import cos, hypot, inf, pi, sin
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DIRECTIONS = (0.0, pi, 1.5 * pi, 0.5 * pi, *(index * pi / 12 for index in range(24) if index % 6))
"""Angles in the order in which they are tried: right, left, above, below, then between."""
_DISTANCES = (7.0, 16.0, 24.0, 34.0, 46.0, 60.0, 76.0, 94.0)
"""Points from a dot to the edge of its number; from the second on, a line leads from one to the other."""
_DOT = 4.0
"""Half the room that a dot takes, in points."""
_CLEAR = 4.0
"""Points that a line keeps from the middle of another dot, and from other lines."""
_OVERLAP = 4.5
"""Points from its dot at which a line begins to count: nearer, the dot itself may lie on others."""
_STEP = 2.5
"""Points between two places at which a line is looked at."""

Point = tuple[float, float]


class Box(NamedTuple):
    """A part of the sheet, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Return whether two boxes share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, point: Point) -> bool:
        """Return whether a point lies inside."""
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom

    def within(self, other: Box) -> bool:
        """Return whether this box lies wholly in another."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


def place_numbers(dots: Sequence[Point], sizes: Sequence[Point], bounds: Box) -> tuple[Box | None, ...]:
    """Return where the number of each dot goes, the first dots first; None where there is no room within the bounds.

    `dots` are the middles of all dots and `sizes` the widths and heights of the numbers of the first of them, all in
    points.
    """
    taken = [Box(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for x, y in dots]
    placed: list[Box | None] = []
    lines: list[Point] = []
    for dot, (wide, tall) in zip(dots, sizes, strict=False):
        others = [other for other in dots if other != dot]
        numbers = [number for number in placed if number is not None]
        best, fewest = None, inf
        for box in _candidates(*dot, wide, tall):
            if not box.within(bounds) or any(box.meets(other) for other in taken):
                continue
            conflicts = _conflicts(dot, box, others, numbers, lines)
            if conflicts < fewest:
                best, fewest = box, conflicts
            if not conflicts:
                break
        placed.append(best)
        if best is not None:
            taken.append(best)
            lines += _line(dot, best)
    return tuple(placed)


def _candidates(x: float, y: float, wide: float, tall: float) -> Iterator[Box]:
    for distance in _DISTANCES:
        for angle in _DIRECTIONS:
            middle_x = x + cos(angle) * (distance + wide / 2)
            middle_y = y + sin(angle) * (distance + tall / 2)
            yield Box(middle_x - wide / 2, middle_y - tall / 2, middle_x + wide / 2, middle_y + tall / 2)


def led(dot: Point, box: Box) -> bool:
    """Return whether a number lies so far from its dot that it takes a line to it."""
    return hypot(*_way(dot, box)) > _DISTANCES[0] + 3


def _conflicts(dot: Point, box: Box, others: Sequence[Point], numbers: Sequence[Box], lines: Sequence[Point]) -> int:
    """Return how much keeps a number from being read as its dot's.

    It should lie nearest to that dot, or on a line to it that keeps off other dots, numbers and lines; and no line of
    another number should run through it.
    """
    through = sum(box.holds(point) for point in lines)
    if not led(dot, box):
        own = hypot(*_way(dot, box))
        return through + sum(hypot(*_way(other, box)) <= own + 2 for other in others)
    steps = _line(dot, box)
    (x, y), (end_x, end_y) = steps[0], steps[-1]
    hull = Box(min(x, end_x) - _CLEAR, min(y, end_y) - _CLEAR, max(x, end_x) + _CLEAR, max(y, end_y) + _CLEAR)
    beside = [point for point in (*others, *lines) if hull.holds(point)]
    near = sum(hypot(x - point[0], y - point[1]) < _CLEAR for x, y in steps for point in beside)
    crossed = [number for number in numbers if number.meets(hull)]
    return through + near + sum(number.holds(point) for point in steps for number in crossed)


def _line(dot: Point, box: Box) -> list[Point]:
    """Return points along the line from a dot to its number, or none where it needs no line."""
    if not led(dot, box):
        return []
    across, down = _way(dot, box)
    long = hypot(across, down)
    shares = [(_OVERLAP + step * _STEP) / long for step in range(int((long - _OVERLAP) / _STEP) + 1)]
    return [(dot[0] + across * share, dot[1] + down * share) for share in shares]


def _way(dot: Point, box: Box) -> Point:
    """Return the way from a dot to the nearest point of a box."""
    return min(max(dot[0], box.left), box.right) - dot[0], min(max(dot[1], box.top), box.bottom) - dot[1]
