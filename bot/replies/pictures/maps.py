"""Clusters on a map: of the world, or of the part of it that a list is about."""

from __future__ import annotations

from collections import defaultdict
from math import cos, radians
from typing import TYPE_CHECKING

from bot.rankings.model import Measure
from bot.replies import formats
from bot.replies.composing.lists import missing_notes, title_of
from bot.replies.composing.notes import doubt_notes
from bot.replies.pictures.framing import doubt, hollow_legend, source
from bot.replies.pictures.model import ASPECT, LINES_MAXIMUM, Dot, MapPicture, View
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answers.model import Entry, TopAnswer
    from bot.places.cities import ClusterPoint

_SMALLEST_SPAN = 14.0
"""Degrees of latitude that a map shows at least: without borders, a smaller part would show no coast to go by."""
_WIDEST_SPAN = 140.0
"""Degrees of longitude beyond which the whole world is shown."""
_MARGIN = 1.25
_SOUTH, _NORTH = -58.0, 84.0
"""Where the land that is drawn ends."""


def map_picture(answer: TopAnswer, points: Iterable[ClusterPoint]) -> MapPicture | None:
    """Return the clusters of a numbered list on a map, or None where fewer than two of them can be shown.

    A list limited to an area is shown on a map of that part of the world, without borders. Lines without a number
    have no order to show, so a list of them has no map.
    """
    middles = _middles(points)
    placed = [entry for entry in answer.entries if entry.position is not None and entry.cluster.id in middles]
    if len(placed) < 2:
        return None
    dots = tuple(_dot(entry, middles[entry.cluster.id], numbered=i < LINES_MAXIMUM) for i, entry in enumerate(placed))
    lost = [entry.cluster.name for entry in answer.entries if entry not in placed]
    rest = len(dots) - LINES_MAXIMUM
    unnumbered = (say_count("picture.unnumbered", rest),) if rest > 0 else ()
    values = [entry.value for entry in placed]
    return MapPicture(
        title=_title(answer),
        subtitle=say("picture.map"),
        legend=(*hollow_legend(map(doubt, values)), *unnumbered),
        notes=(
            *missing_notes(answer),
            *((say("picture.not_placed", names=formats.joined(lost)),) if lost else ()),
            *doubt_notes(answer.caveats),
        ),
        source=source(values),
        dots=dots,
        view=_view(dots) if answer.area else None,
    )


def _title(answer: TopAnswer) -> str:
    """Return a title that claims no more dots than there are ranks."""
    if answer.gaps and not answer.area and answer.query.measure is Measure.SIZE:
        count = answer.query.count
        return say("picture.map.part", held=len(answer.entries), count=count, edition=answer.edition)
    return title_of(answer)


def _middles(points: Iterable[ClusterPoint]) -> Mapping[str, tuple[float, float]]:
    """Return the middle of each cluster's cities; they lie close together, and none across the 180th meridian."""
    cities: dict[str, list[ClusterPoint]] = defaultdict(list)
    for point in points:
        cities[point.cluster_id].append(point)
    return {
        cluster: (_mean([city.latitude for city in held]), _mean([city.longitude for city in held]))
        for cluster, held in cities.items()
    }


def _mean(degrees: Sequence[float]) -> float:
    return round(sum(degrees) / len(degrees), 4)


def _dot(entry: Entry, where: tuple[float, float], *, numbered: bool) -> Dot:
    return Dot(entry.cluster.name, str(entry.position) if numbered else "", *where, doubt(entry.value))


def _view(dots: Sequence[Dot]) -> View | None:
    """Return the part of the world around some dots, in the map's aspect, or None where that is most of it."""
    south, north = min(dot.latitude for dot in dots), max(dot.latitude for dot in dots)
    west, east = min(dot.longitude for dot in dots), max(dot.longitude for dot in dots)
    squeeze = cos(radians((south + north) / 2))
    tall = max(_MARGIN * (north - south), _MARGIN * (east - west) * squeeze / ASPECT, _SMALLEST_SPAN)
    wide = tall * ASPECT / squeeze
    if wide > _WIDEST_SPAN:
        return None
    middle = min(max((south + north) / 2, _SOUTH + tall / 2), _NORTH - tall / 2)
    centre = (west + east) / 2
    return View(
        round(centre - wide / 2, 4),
        round(middle - tall / 2, 4),
        round(centre + wide / 2, 4),
        round(middle + tall / 2, 4),
    )
