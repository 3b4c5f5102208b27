"""Names in other languages and scripts, towns with names alike, and a place followed by its city."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.places.matches import Ambiguous, ClusterPlace, EconomyPlace, How, Match, OutsidePlace, Unknown, Unranked
from bot.places.remembering import LONGEST_REMEMBERED, MOST_REMEMBERED, remembering

if TYPE_CHECKING:
    from bot.places.matches import Resolution
    from bot.places.resolver import Resolver


def cluster(found: Resolution) -> str:
    assert isinstance(found, Match), found
    assert isinstance(found.place, ClusterPlace)
    return found.place.id


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("紐約", "new-york-city"),
        ("纽约市", "new-york-city"),
        ("서울시", "seoul"),
        ("横浜", "tokyo-yokohama"),
        ("바젤", "basel"),
        ("Londonas", "london"),
        ("Thượng Hải", "shanghai-suzhou"),
        ("שיאן", "xian"),
        ("เบอร์ลิน", "berlin"),
        ("बॉस्टन", "boston-cambridge"),
        ("بورتلاند", "portland"),
        ("大田", "daejeon"),
    ],
)
def test_clusters_in_other_languages(resolver: Resolver, text: str, meant: str) -> None:
    found = resolver.place(text)
    assert cluster(found) == meant
    assert isinstance(found, Match)
    assert found.how is not How.FUZZY


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("한국", "KR"),
        ("대한민국", "KR"),
        ("Corea", "KR"),
        ("Allemagne", "DE"),
        ("德国", "DE"),
        ("德國", "DE"),
        ("США", "US"),
        ("Vereinigte Staaten", "US"),
        ("Англия", "GB"),
        ("საფრანგეთი", "FR"),
        ("Slovinsko", "SI"),
        ("Slovensko", "SK"),
        ("Թուրքիա", "TR"),
    ],
)
def test_economies_in_other_languages(resolver: Resolver, text: str, code: str) -> None:
    found = resolver.area(text)
    assert isinstance(found, Match), found
    assert found.how is not How.FUZZY
    assert isinstance(found.place, EconomyPlace)
    assert found.place.code == code


def test_an_economy_the_index_does_not_cover_is_known_in_other_languages(resolver: Resolver) -> None:
    found = resolver.area("ანდორა")
    assert isinstance(found, Unranked)
    assert found.place.economy == "AD"


def test_within_a_sentence_foreign_latin_names_of_economies_need_a_capital(resolver: Resolver) -> None:
    assert resolver.exact_area("Espanja") is not None
    assert resolver.exact_area("espanja") is None
    assert isinstance(resolver.area("espanja"), Match)


@pytest.mark.parametrize(
    ("text", "town", "taken_for"), [("Lindon", "Lindon, Utah", "london"), ("Karis", "Karis", "paris")]
)
def test_a_town_one_slip_from_a_cluster_asks_back(resolver: Resolver, text: str, town: str, taken_for: str) -> None:
    found = resolver.place(text)
    assert isinstance(found, Ambiguous)
    first, second = found.candidates
    assert cluster(first) == taken_for
    assert isinstance(second, Unranked)
    assert second.place.name == town
    assert second.nearest is not None


def test_a_town_that_says_where_it_lies_is_meant(resolver: Resolver) -> None:
    for text in ("Lindon, Utah", "Lindon, Utah, United States", "Lindon UT"):
        found = resolver.place(text)
        assert isinstance(found, Unranked), text
        assert isinstance(found.place, OutsidePlace)
        assert found.place.name == "Lindon, Utah"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Tokio", "tokyo-yokohama"),
        ("Sidney", "sydney"),
        ("Munchen", "munich"),
        ("Sao Paolo", "sao-paulo"),
        ("Bejing", "beijing"),
        ("Londen", "london"),
        ("Melbourn", "melbourne"),
        ("Manheim", "heidelberg-mannheim"),
    ],
)
def test_a_hamlet_does_not_keep_a_slip_from_being_one(resolver: Resolver, text: str, meant: str) -> None:
    assert cluster(resolver.place(text)) == meant


def test_a_quarter_may_be_followed_by_its_city(resolver: Resolver) -> None:
    assert cluster(resolver.place("Croydon London")) == "london"
    greenwich = resolver.place("Greenwich, London")
    assert isinstance(greenwich, Unranked)
    assert greenwich.nearest is not None
    assert greenwich.nearest.undecided
    for elsewhere in ("Lagos London", "Springfield London", "York New York"):
        assert not isinstance(resolver.place(elsewhere), Match), elsewhere


def test_what_is_remembered_is_short_and_not_much() -> None:
    asked: list[str] = []

    def search(text: str) -> int:
        asked.append(text)
        return len(text)

    remembered = remembering(search)
    assert [remembered("Gotham"), remembered("Gotham")] == [6, 6]
    assert asked == ["Gotham"]
    long = "x" * (LONGEST_REMEMBERED + 1)
    assert [remembered(long), remembered(long)] == [LONGEST_REMEMBERED + 1] * 2
    assert asked.count(long) == 2
    for number in range(MOST_REMEMBERED):
        remembered(str(number))
    remembered("Gotham")
    assert asked.count("Gotham") == 2


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("新德里", "delhi"),
        ("Νέο Δελχί", "delhi"),
        ("JFK", "new-york-city"),
        ("Rive gauche", "paris"),
        ("강남구", "seoul"),
        ("Gangnam-gu", "seoul"),
        ("Berlin-Kreuzberg", "berlin"),
        ("München-Garching", "munich"),
        ("Kreuzberg Berlín", "berlin"),
        ("Ville de Lyon", "lyon"),
        ("Stadt Köln", "cologne"),
        ("город Москва", "moscow"),
        ("مدينة نيويورك", "new-york-city"),
    ],
)
def test_capitals_airports_quarters_and_the_word_for_city(resolver: Resolver, text: str, meant: str) -> None:
    found = resolver.place(text)
    assert cluster(found) == meant
    assert isinstance(found, Match)
    assert found.how is not How.FUZZY


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("Kanagawa", ("Tokyo–Yokohama",)),
        ("Sichuan", ("Chengdu",)),
        ("Lombardy", ("Milan",)),
        ("Ontario", ("Toronto", "Ottawa")),
        ("Saxony", ()),
    ],
)
def test_states_are_no_misspelt_cities_and_suggest_their_clusters(
    resolver: Resolver, text: str, suggested: tuple[str, ...]
) -> None:
    assert resolver.place(text) == Unknown(text, suggested, state=True)


def test_a_state_tells_namesakes_apart(resolver: Resolver) -> None:
    assert cluster(resolver.place("Suzhou, Jiangsu")) == "shanghai-suzhou"
    assert isinstance(resolver.place("Suzhou, Anhui"), Unranked)


@pytest.mark.parametrize("text", ["São José", "Sao Jose", "聖地牙哥", "Medicon Valley", "Guanzhou", "Bostan"])
def test_names_shared_with_another_place_ask(resolver: Resolver, text: str) -> None:
    assert isinstance(resolver.place(text), Ambiguous)


def test_a_common_misspelling_is_the_cluster_rather_than_its_suburb_namesake(resolver: Resolver) -> None:
    assert cluster(resolver.place("Vankouver")) == "vancouver"
    assert cluster(resolver.place("Vancouver, WA")) == "portland"
