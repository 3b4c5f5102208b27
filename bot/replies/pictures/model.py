"""What a picture shows, as frozen records: every word and figure in it, and nothing about how it is drawn.

A picture holds all that is drawn of it, so that equal pictures are equal PNG files, and it can be hashed, compared and
sent to another process. `doubt` says in words why a figure is less than well attested, and is empty for the others;
what has a doubt is drawn hollow.
"""

from __future__ import annotations

from dataclasses import dataclass

SERIES_MAXIMUM = 7
"""Lines in one chart: as many as there are colours that people with any kind of colour vision tell apart."""
LINES_MAXIMUM = 25
"""Lines of a list, and numbered places on a map: more is too small on a phone."""
ASPECT = 1.45
"""Width of a map of a part of the world by its height, both in kilometres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBase:
    """What is written around every picture: above it, below it, and whose figures they are.

    `notes` limit what the picture says; `legend` explains marks, and means nothing to those who cannot see them.
    """

    title: str
    subtitle: str
    legend: tuple[str, ...]
    notes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What the left and the right end of an axis stand for, with words for both where the ends are fixed.

    Ranks run towards 1, so that right is always better.
    """

    left: float
    right: float
    left_label: str = ""
    right_label: str = ""

    @property
    def of_ranks(self) -> bool:
        """Whether the axis is one of ranks, on which a length from the left end would mean nothing."""
        return self.left > self.right


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a chart: who, which figure, and the figure in words. `position` is its number in a list, or empty."""

    name: str
    value: float
    label: str
    doubt: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in a list where lines are missing, and the words that say so."""

    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows that share one scale. `heading` names the measure."""

    heading: str
    scale: Scale
    rows: tuple[Row | Gap, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A rank in an edition."""

    edition: int
    rank: int
    label: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A line over the editions: one entry for each edition of the picture, None where no rank is held.

    `members` are editions whose top 100 it is in with a rank that is not held.
    """

    name: str
    points: tuple[Point | None, ...]
    members: tuple[int, ...] = ()

    @property
    def held(self) -> tuple[Point, ...]:
        """The points that there are, oldest first."""
        return tuple(point for point in self.points if point is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPicture(PictureBase):
    """Ranks over editions, rank 1 on top. `breaks` are editions with a new method; `lowest` is the foot of the axis."""

    editions: tuple[int, ...]
    series: tuple[Series, ...]
    breaks: tuple[int, ...]
    ticks: tuple[int, ...]
    lowest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePicture(PictureBase):
    """The same names in every panel, one panel per measure that all of them have."""

    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopPicture(PictureBase):
    """A list, with its gaps where they are."""

    panel: Panel


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyPicture(PictureBase):
    """An economy's seven pillars."""

    panel: Panel


@dataclass(frozen=True, slots=True)
class Dot:
    """A cluster on a map, in degrees. `number` is written beside it, or empty."""

    name: str
    number: str
    latitude: float
    longitude: float
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """The part of the world that a map shows, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPicture(PictureBase):
    """Clusters on a map, best first. `view` is None for the whole world."""

    dots: tuple[Dot, ...]
    view: View | None


Picture = HistoryPicture | ComparePicture | TopPicture | EconomyPicture | MapPicture
