"""Whatever is asked for: no exception, every text inside the sheet, words within the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.answering import answer
from bot.answers.model import CompareAnswer, HistoryAnswer, TopAnswer
from bot.questions import queries
from bot.questions.refs import Area, ClusterRef, EconomyRef, RegionRef
from bot.rankings.loading import load
from bot.rankings.model import Measure
from bot.replies.pictures.comparisons import compare_picture
from bot.replies.pictures.describing import DESCRIPTION_LIMIT, describe
from bot.replies.pictures.histories import history_picture
from bot.replies.pictures.lists import top_picture
from bot.replies.pictures.maps import map_picture
from bot.replies.pictures.model import SERIES_MAXIMUM, HistoryPicture

from .support import POINTS, drawn, overlaps, printed

if TYPE_CHECKING:
    from bot.replies.pictures.model import Picture

RANKINGS = load()
REFS = [ClusterRef(cluster.id, cluster.name) for cluster in RANKINGS.clusters.values()]
AREAS = [None, *map(RegionRef, RANKINGS.regions), *map(EconomyRef, RANKINGS.newest.by_economy)]
EDITIONS = [None, *(year for year, edition in RANKINGS.editions.items() if edition.rows)]
FEW = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(picture: Picture | None) -> None:
    if picture is None:
        return
    assert len(describe(picture)) <= DESCRIPTION_LIMIT
    sheet = drawn(picture)
    texts = printed(sheet)
    for text in texts:
        assert text.left >= 0, text
        assert text.right <= sheet.figure.bbox.width, text
        assert text.bottom >= 0, text
        assert text.top <= sheet.figure.bbox.height, text
    assert overlaps(texts) == []


@FEW
@given(st.lists(st.sampled_from(REFS), min_size=1, max_size=10, unique_by=lambda ref: ref.id))
def test_histories_of_any_clusters(refs: list[ClusterRef]) -> None:
    answers = [answer(queries.History(ref), RANKINGS) for ref in refs]
    picture = history_picture(tuple(found for found in answers if isinstance(found, HistoryAnswer)))
    check(picture)
    if isinstance(picture, HistoryPicture):
        assert len(picture.series) <= SERIES_MAXIMUM
        for line in picture.series:
            cluster = next(ref.id for ref in refs if ref.name == line.name)
            rows = {row.edition: row.rank for row in RANKINGS.histories[cluster]}
            assert [point and point.rank for point in line.points] == [rows.get(year) for year in picture.editions]


@FEW
@given(
    st.lists(st.sampled_from(REFS), min_size=2, max_size=5, unique_by=lambda ref: ref.id),
    st.sampled_from(list(Measure)),
    st.sampled_from(EDITIONS),
)
def test_comparisons_of_any_clusters(refs: list[ClusterRef], measure: Measure, edition: int | None) -> None:
    found = answer(queries.Compare(tuple(refs), measure, edition), RANKINGS)
    if isinstance(found, CompareAnswer):
        check(compare_picture(found))


@FEW
@given(
    st.integers(1, 100),
    st.sampled_from(AREAS),
    st.sampled_from(list(Measure)),
    st.sampled_from(EDITIONS),
    st.booleans(),
)
def test_lists_and_maps_of_any_area(
    count: int, area: Area | None, measure: Measure, edition: int | None, from_end: bool
) -> None:
    found = answer(queries.Top(count, area, measure, edition, from_end), RANKINGS)
    if isinstance(found, TopAnswer):
        check(top_picture(found))
        check(map_picture(found, POINTS))


@pytest.mark.parametrize("region", list(RANKINGS.regions))
def test_maps_of_every_region_when_all_is_known(region: str) -> None:
    found = answer(queries.Top(100, RegionRef(region), edition=2022), RANKINGS)
    assert isinstance(found, TopAnswer)
    check(map_picture(found, POINTS))
