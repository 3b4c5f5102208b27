"""The usual names of large cities in a hundred languages, as the Unicode CLDR has them for time zones."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.places.building.geonames import GeoCity

LANGUAGES = (
    "ar", "bn", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
    "nl", "pl", "pt", "ru", "sv", "th", "tr", "uk", "vi", "zh", "zh_Hant",
    # Languages whose scripts GeoNames hardly covers.
    "am", "as", "brx", "ccp", "dz", "gu", "kn", "km", "kok", "lo", "mai", "ml", "mr", "my", "ne", "or", "pa", "ps",
    "sat", "sd", "si", "ta", "te", "ti", "ur",
    # Languages that rules were developed on.
    "bs", "et", "hr", "hy", "lb", "mn", "mt", "nb", "ro", "sk", "sq", "sr", "tg", "to", "uz",
    # The other official languages of states and of large regions, and forms of those above.
    "af", "az", "be", "bg", "cy", "eu", "fil", "ga", "gl", "is", "jv", "ka", "kk", "ku", "ky", "lt", "lv", "mk", "ms",
    "pt_PT", "qu", "sl", "so", "sr_Latn", "sw", "tk", "tt", "yo", "yue", "zh_Hant_HK", "zu",
)  # fmt: skip


def usual_names(cities: Sequence[GeoCity]) -> Mapping[int, tuple[str, ...]]:
    """Return, by GeoNames id, the usual names of the cities after which time zones are named.

    A zone's city is the one in that zone whose main name is the zone's in English.
    """
    by_zone: dict[tuple[str, str], GeoCity] = {}
    for city in reversed(cities):
        by_zone[city.timezone, city.name.casefold()] = city
    found: defaultdict[int, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for zone, names in _zones(language).items():
            city = by_zone.get((zone, _in_english(zone).casefold()))
            if city is not None and (name := names.get("city")):
                found[city.geonameid].add(name)
    return {geonameid: tuple(sorted(names)) for geonameid, names in found.items()}


def _in_english(zone: str) -> str:
    named = _zones("en").get(zone, {}).get("city")
    return named or zone.rpartition("/")[2].replace("_", " ")


def _zones(language: str) -> Mapping[str, Mapping[str, str]]:
    return cast("Mapping[str, Mapping[str, str]]", Locale.parse(language).time_zones)
