"""Writing the gazetteer: the same sources give the same bytes, and readers see the old files or the new."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import marisa_trie
import numpy as np

from bot.places.arrays import ARRAYS
from bot.places.building.cldr import usual_names
from bot.places.building.geonames import read_cities
from bot.places.building.linking import memberships
from bot.places.building.namesakes import with_namesakes
from bot.places.building.spelt import Bearer, by_spelling, may_be_misspelt
from bot.places.building.territories import economy_names
from bot.places.building.towns import town_rows
from bot.places.cities import CITIES, CITY_COLUMNS, read_admin_areas, read_points
from bot.places.deciding import GREATER_BY
from bot.places.fame import fame
from bot.places.gazetteer import SPELLINGS
from bot.places.letters import letters_of
from bot.places.names import read_names
from bot.places.normalising import normalise
from bot.places.territories import TERRITORIES, packed
from bot.places.towns import TOWN_COLUMNS, TOWNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from bot.places.building.geonames import GeoCity
    from bot.places.building.linking import Membership

_SHOWN_WITH_STATE = frozenset({"AU", "CA", "US"})
"""Economies where people tell cities of one name apart by the state or province."""


class Built(NamedTuple):
    """What was written: how many cities and spellings, how many of these may be misspelt, and each file's bytes."""

    cities: int
    spellings: int
    misspellable: int
    sizes: Mapping[str, int]


def build(directory: Path, step: Callable[[str], None]) -> Built:
    """Write the gazetteer into `directory`, which holds the lists of clusters' places; `step` hears what is done next.

    Raises:
        NamesError: a list in `directory` cannot be read.
        OSError: a file cannot be written; those that are there stay as they were.
    """
    step("Reading the lists of places")
    names, points, admin_areas = read_names(directory), read_points(directory), read_admin_areas(directory)
    step("Reading GeoNames")
    cities = read_cities()
    step("Reading CLDR")
    usual = usual_names(cities)
    step("Linking cities to clusters")
    member = memberships(cities, points, names.places, admin_areas)
    step("Spelling names")
    spelt = by_spelling(cities, with_namesakes(cities, usual, {point.geonameid for point in points}))
    step("Packing")
    trie = marisa_trie.Trie(list(spelt))
    ordered = sorted(spelt, key=trie.__getitem__)
    arrays = _arrays(trie, ordered, spelt, cities)
    states = {(area.economy, area.admin1): area.name for area in admin_areas if area.economy in _SHOWN_WITH_STATE}
    step("Looking for towns with names alike")
    main = {spelling for spelling, bearers in spelt.items() if bearers[0].main}
    towns = town_rows(points, names.places, main, partial(_with_state, states=states))
    files = {
        CITIES: _as_csv(CITY_COLUMNS, _rows(cities, member, states)),
        SPELLINGS: trie.tobytes(),
        ARRAYS: _as_npz(arrays),
        TOWNS: _as_csv(TOWN_COLUMNS, towns),
        TERRITORIES: packed(economy_names(directory, names, spelt.keys())),
    }
    step("Writing")
    _write(directory, files)
    sizes = {name: len(content) for name, content in files.items()}
    return Built(len(cities), len(spelt), len(arrays["misspellable"]), sizes)


def _arrays(
    trie: marisa_trie.Trie,
    ordered: Sequence[str],
    spelt: Mapping[str, tuple[Bearer, ...]],
    cities: Sequence[GeoCity],
) -> dict[str, np.ndarray]:
    bearers = [bearer for spelling in ordered for bearer in spelt[spelling]]
    misspellable = sorted(
        (spelling for spelling in ordered if may_be_misspelt(spelling, spelt[spelling], cities)),
        key=lambda spelling: (len(spelling), trie[spelling]),
    )
    return {
        "cities": np.array(len(cities), dtype="<u4"),
        "bearers": np.array([len(spelt[spelling]) for spelling in ordered], dtype="u1"),
        "rows": np.array([bearer.row for bearer in bearers], dtype="<u2"),
        "main": np.packbits([bearer.main for bearer in bearers]),
        "misspellable": np.array([trie[spelling] for spelling in misspellable], dtype="<u4"),
        "lengths": np.array([len(spelling) for spelling in misspellable], dtype="u1"),
        "letters": np.array([letters_of(spelling) for spelling in misspellable], dtype="<u8"),
    }


def _rows(
    cities: Sequence[GeoCity], member: Mapping[int, Membership], states: Mapping[tuple[str, str], str]
) -> Iterable[tuple[str, ...]]:
    fames: defaultdict[str, list[int]] = defaultdict(list)
    for city in cities:
        fames[normalise(city.name)].append(_fame(city))
    for city in cities:
        cluster_id, kind = member.get(city.geonameid, ("", ""))
        namesakes = sorted(fames[normalise(city.name)], reverse=True)
        plain = _fame(city) == namesakes[0] and (len(namesakes) == 1 or namesakes[0] >= GREATER_BY * namesakes[1])
        yield (
            city.main[0],
            "" if plain else _with_state(city, states),
            city.economy,
            city.admin1,
            f"{city.latitude:.3f}",
            f"{city.longitude:.3f}",
            str(city.population),
            str(1 + len(city.others)),
            cluster_id,
            kind,
            str(city.geonameid),
        )


def _with_state(city: GeoCity, states: Mapping[tuple[str, str], str]) -> str:
    state = states.get((city.economy, city.admin1))
    return f"{city.main[0]}, {state}" if state else ""


def _fame(city: GeoCity) -> int:
    return fame(city.population, 1 + len(city.others))


def _as_csv(columns: Sequence[str], rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _as_npz(arrays: Mapping[str, np.ndarray]) -> bytes:
    content = io.BytesIO()
    np.savez(content, allow_pickle=False, **arrays)
    return content.getvalue()


def _write(directory: Path, files: Mapping[str, bytes]) -> None:
    """Write all files beside the old ones, then put each in its place."""
    beside = {directory / name: directory / f".{name}.new" for name in files}
    try:
        for path, new in beside.items():
            new.write_bytes(files[path.name])
        for path, new in beside.items():
            new.replace(path)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)
