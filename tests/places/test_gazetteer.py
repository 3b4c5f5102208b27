"""The gazetteer: who bears a name, which names are near, and what is said of files that do not belong together."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.places.arrays import ARRAYS
from bot.places.building.build import build
from bot.places.cities import CITIES
from bot.places.distance import UNDECIDED_WITHIN_KM, Surroundings, kilometres
from bot.places.fame import fame
from bot.places.gazetteer import SPELLINGS, Gazetteer
from bot.places.letters import letters_of, may_be_near
from bot.places.lists import NamesError
from bot.places.resolver import Resolver
from bot.places.territories import TERRITORIES, Territories
from bot.places.towns import TOWNS, Towns
from bot.rankings.shipped import shipped_directory

if TYPE_CHECKING:
    from pathlib import Path

    from bot.rankings.model import Rankings

FILES = (CITIES, SPELLINGS, ARRAYS)
BUILT = (*FILES, TOWNS, TERRITORIES)
SPELT = st.text(alphabet="abcdefgh xyz", min_size=1, max_size=12)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(shipped_directory())


def test_bearers_by_main_name_come_first_the_largest_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("birmingham")
    assert [(bearer.city.name, bearer.city.economy) for bearer in found[:2]] == [
        ("Birmingham", "GB"),
        ("Birmingham, Alabama", "US"),
    ]
    assert [bearer.main for bearer in found] == sorted((bearer.main for bearer in found), reverse=True)
    assert gazetteer.find("no such place") == ()


def test_cities_in_clusters_know_theirs(gazetteer: Gazetteer) -> None:
    (tokyo, *_) = gazetteer.find("东京")
    assert (tokyo.city.cluster_id, tokyo.city.named) == ("tokyo-yokohama", True)
    (palo_alto, *_) = gazetteer.find("palo alto")
    assert (palo_alto.city.cluster_id, palo_alto.city.named) == ("san-jose-san-francisco", False)


def test_near_spellings_have_their_distance(gazetteer: Gazetteer) -> None:
    assert ("toulouse", 1) in gazetteer.near("tuolouse", 1)
    assert ("toulouse", 2) in gazetteer.near("tuolose", 2)
    assert gazetteer.near("Тулуза", 2) == []
    assert all(OSA.distance("marseile", spelling) == edits for spelling, edits in gazetteer.near("marseile", 2))


@given(text=SPELT, known=SPELT)
def test_what_is_near_is_never_ruled_out_by_its_letters(text: str, known: str) -> None:
    edits = int(OSA.distance(text, known))
    choices = np.array([letters_of(known)], dtype=np.uint64)
    assert list(may_be_near(letters_of(text), choices, edits)) == [0]


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_an_error_of_the_file(tmp_path: Path, file: str) -> None:
    for shipped in FILES:
        if shipped != file:
            shutil.copyfile(shipped_directory() / shipped, tmp_path / shipped)
    with pytest.raises((OSError, NamesError), match=file):
        Gazetteer(tmp_path).find("lagos")


def test_files_of_different_builds_are_named(tmp_path: Path) -> None:
    for shipped in FILES:
        shutil.copyfile(shipped_directory() / shipped, tmp_path / shipped)
    rows = (tmp_path / CITIES).read_text("utf-8").splitlines(keepends=True)
    (tmp_path / CITIES).write_text("".join(rows[:-1]), "utf-8")
    with pytest.raises(NamesError, match="not of one build"):
        Gazetteer(tmp_path).find("lagos")


def test_nothing_is_read_before_it_is_needed(rankings: Rankings, tmp_path: Path) -> None:
    for file in shipped_directory().glob("*.csv"):
        if file.name not in BUILT:
            shutil.copyfile(file, tmp_path / file.name)
    resolver = Resolver.from_files(rankings, tmp_path)
    assert resolver.exact_place("London") is not None


def test_towns_are_found_by_their_spelling_only_where_it_looks_like_a_clusters() -> None:
    towns = Towns(shipped_directory())
    assert [(bearer.city.name, bearer.city.economy) for bearer in towns.find("lindon")] == [("Lindon, Utah", "US")]
    assert towns.find("london") == ()
    assert towns.find("hallstatt") == ()


def test_economies_are_found_in_other_languages_but_not_where_cities_are_called_so(tmp_path: Path) -> None:
    territories = Territories(shipped_directory())
    found = territories.find("სომხეთი")
    assert found is not None
    assert found.code == "AM"
    assert territories.find("no such economy") is None
    assert territories.find("tunis") is None
    (tmp_path / TERRITORIES).write_bytes(b"broken")
    with pytest.raises(NamesError, match=TERRITORIES):
        Territories(tmp_path).find("tunis")


def test_distances_are_great_circles(rankings: Rankings) -> None:
    assert kilometres(0, 0, 0, 180) == pytest.approx(20015, abs=1)
    assert kilometres(51.5085, -0.1257, 48.8534, 2.3488) == pytest.approx(344, abs=1)
    assert Surroundings(rankings, ()).nearest(0, 0) is None


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_distances_are_the_same_both_ways_and_within_half_the_globe(a: float, b: float, c: float, d: float) -> None:
    assert kilometres(a, b, c, d) == pytest.approx(kilometres(c, d, a, b))
    assert 0 <= kilometres(a, b, c, d) <= 20016


def test_fame_grows_with_inhabitants_and_names() -> None:
    assert fame(2, 1) > fame(1, 1)
    assert fame(1000, 5) > fame(1000, 4)
    assert UNDECIDED_WITHIN_KM == 65


def test_the_shipped_gazetteer_is_what_its_sources_give(tmp_path: Path) -> None:
    for file in shipped_directory().glob("*.csv"):
        if file.name not in BUILT:
            shutil.copyfile(file, tmp_path / file.name)
    steps: list[str] = []
    built = build(tmp_path, steps.append)
    assert len(steps) == 8
    assert built.sizes == {file: (tmp_path / file).stat().st_size for file in BUILT}
    for file in (CITIES, SPELLINGS, TOWNS, TERRITORIES):
        assert (tmp_path / file).read_bytes() == (shipped_directory() / file).read_bytes(), file
    with np.load(tmp_path / ARRAYS) as rebuilt, np.load(shipped_directory() / ARRAYS) as shipped:
        assert set(rebuilt) == set(shipped)
        for name in shipped:
            assert np.array_equal(rebuilt[name], shipped[name]), name
