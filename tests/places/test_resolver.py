"""Who is meant: exact names, other names, misspellings, look-alikes, other scripts, and any text at all."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.places.cities import read_points
from bot.places.gazetteer import Gazetteer
from bot.places.matches import (
    Ambiguous,
    ClusterPlace,
    EconomyPlace,
    How,
    Match,
    OutsidePlace,
    RegionPlace,
    Unknown,
    Unranked,
)
from bot.places.names import AreaKind, Names, read_names
from bot.places.resolver import Resolver
from bot.places.territories import Territories
from bot.places.towns import Towns
from bot.rankings.shipped import shipped_directory

if TYPE_CHECKING:
    from bot.rankings.model import Rankings

SHIPPED = read_names(shipped_directory())
LOOKALIKES = [
    row["typed"] for row in csv.DictReader((Path(__file__).parent / "lookalikes.csv").read_text("utf-8").splitlines())
]


def cluster(found: object) -> str:
    assert isinstance(found, Match), found
    assert isinstance(found.place, ClusterPlace)
    return found.place.id


KNOWN = [
    ("London", "london", How.EXACT),
    ("paris?", "paris", How.EXACT),
    ("New York", "new-york-city", How.EXACT),
    ("Cologne–Düsseldorf", "cologne", How.EXACT),
    ("cologne-dusseldorf", "cologne", How.EXACT),
    ("Shenzhen–Hong Kong", "shenzhen-hong-kong-guangzhou", How.EXACT),
    ("Frankfurt–Mannheim", "frankfurt-mannheim", How.EXACT),
    ("Shanghai", "shanghai-suzhou", How.EXACT),
    ("Washington, DC–Baltimore", "washington-dc-baltimore", How.EXACT),
    ("Singapore", "singapore", How.EXACT),
    ("Suzhou", "shanghai-suzhou", How.CITY),
    ("Hong Kong", "shenzhen-hong-kong-guangzhou", How.CITY),
    ("Yokohama", "tokyo-yokohama", How.CITY),
    ("Kobe", "osaka-kobe-kyoto", How.CITY),
    ("Kyoto", "osaka-kobe-kyoto", How.CITY),
    ("Düsseldorf", "cologne", How.CITY),
    ("Duesseldorf", "cologne", How.CITY),
    ("DUSSELDORF", "cologne", How.CITY),
    ("Mannheim", "heidelberg-mannheim", How.CITY),
    ("Washington", "washington-dc-baltimore", How.CITY),
    ("Frankfurt", "frankfurt-am-main", How.CITY),
    ("Malmoe", "lund-malmo", How.CITY),
    ("San Jose", "san-jose-san-francisco", How.CITY),
    ("Boston", "boston-cambridge", How.CITY),
    ("Silicon Valley", "san-jose-san-francisco", How.ALIAS),
    ("the bay area", "san-jose-san-francisco", How.ALIAS),
    ("SF", "san-jose-san-francisco", How.ALIAS),
    ("Greater Bay Area", "shenzhen-hong-kong-guangzhou", How.ALIAS),
    ("GBA", "shenzhen-hong-kong-guangzhou", How.ALIAS),
    ("NYC", "new-york-city", How.ALIAS),
    ("Big Apple", "new-york-city", How.ALIAS),
    ("LA", "los-angeles", How.ALIAS),
    ("la", "los-angeles", How.ALIAS),
    ("D.C.", "washington-dc-baltimore", How.ALIAS),
    ("Bangalore", "bengaluru", How.ALIAS),
    ("Bombay", "mumbai", How.ALIAS),
    ("Madras", "chennai", How.ALIAS),
    ("Peking", "beijing", How.ALIAS),
    ("Canton", "shenzhen-hong-kong-guangzhou", How.ALIAS),
    ("Gothenburg", "goteborg", How.ALIAS),
    ("Goeteborg", "goteborg", How.EXACT),
    ("Munchen", "munich", How.ALIAS),
    ("Muenchen", "munich", How.ALIAS),
    ("Köln", "cologne", How.ALIAS),
    ("Koeln", "cologne", How.ALIAS),
    ("Mailand", "milan", How.ALIAS),
    ("Londres", "london", How.ALIAS),
    ("Moskau", "moscow", How.ALIAS),
    ("Ciudad de México", "mexico-city", How.ALIAS),
    ("CDMX", "mexico-city", How.ALIAS),
    ("Cambridge MA", "boston-cambridge", How.ALIAS),
    ("cambridge, massachusetts", "boston-cambridge", How.ALIAS),
    ("Cambridge, UK", "cambridge", How.ALIAS),
    ("Seattle, WA", "seattle", How.ALIAS),
    ("Portland, Oregon", "portland", How.ALIAS),
    ("Portland OR", "portland", How.ALIAS),
    ("Vancouver BC", "vancouver", How.ALIAS),
    ("San Francisco–San Jose", "san-jose-san-francisco", How.ALIAS),
    ("Paris, France", "paris", How.EXACT),
    ("Milan Italy", "milan", How.EXACT),
    ("Zürich Switzerland", "zurich", How.EXACT),
    ("newyork", "new-york-city", How.EXACT),
    ("Hang Zhou", "hangzhou", How.EXACT),
    ("xi an", "xian", How.ALIAS),
    ("greater tokyo area", "tokyo-yokohama", How.CITY),
    ("Munich metro", "munich", How.EXACT),
    ("Palo Alto", "san-jose-san-francisco", How.NEARBY),
    ("Oakland", "san-jose-san-francisco", How.NEARBY),
    ("Brooklyn", "new-york-city", How.NEARBY),
    ("Kawasaki", "tokyo-yokohama", How.NEARBY),
    ("Incheon", "seoul", How.NEARBY),
    ("Potsdam", "berlin", How.NEARBY),
    ("Dongguan", "shenzhen-hong-kong-guangzhou", How.NEARBY),
    ("東京", "tokyo-yokohama", How.ALIAS),
    ("横浜", "tokyo-yokohama", How.ALIAS),
    ("大阪", "osaka-kobe-kyoto", How.ALIAS),
    ("ニューヨーク", "new-york-city", How.ALIAS),
    ("シリコンバレー", "san-jose-san-francisco", How.ALIAS),
    ("北京", "beijing", How.ALIAS),
    ("廣州", "shenzhen-hong-kong-guangzhou", How.ALIAS),
    ("深圳", "shenzhen-hong-kong-guangzhou", How.ALIAS),
    ("硅谷", "san-jose-san-francisco", How.ALIAS),
    ("서울", "seoul", How.ALIAS),
    ("부산", "busan", How.ALIAS),
    ("Москва", "moscow", How.ALIAS),
    ("القاهرة", "cairo", How.ALIAS),
    ("تهران", "tehran", How.ALIAS),
    ("ירושלים", "tel-aviv-jerusalem", How.ALIAS),
    ("चेन्नई", "chennai", How.ALIAS),
    ("सियोल", "seoul", How.ALIAS),
]


@pytest.mark.parametrize(("text", "expected", "how"), KNOWN)
def test_known_names(resolver: Resolver, text: str, expected: str, how: How) -> None:
    found = resolver.place(text)
    assert cluster(found) == expected
    assert isinstance(found, Match)
    assert found.how == found.via == how
    assert found.text == text


MISSPELT = [
    ("Shenzen", "shenzhen-hong-kong-guangzhou"),
    ("Shenzhan", "shenzhen-hong-kong-guangzhou"),
    ("Guangzou", "shenzhen-hong-kong-guangzhou"),
    ("Hong Kng", "shenzhen-hong-kong-guangzhou"),
    ("Londn", "london"),
    ("Lonodn", "london"),
    ("Pheonix", "phoenix"),
    ("Phonix", "phoenix"),
    ("San Fransisco", "san-jose-san-francisco"),
    ("san fransico", "san-jose-san-francisco"),
    ("Silicon Vally", "san-jose-san-francisco"),
    ("Bejing", "beijing"),
    ("Bejjing", "beijing"),
    ("Yokohma", "tokyo-yokohama"),
    ("Tokyoo", "tokyo-yokohama"),
    ("Koyto", "osaka-kobe-kyoto"),
    ("Osakaa", "osaka-kobe-kyoto"),
    ("Shangai", "shanghai-suzhou"),
    ("Shanghia", "shanghai-suzhou"),
    ("Los Angles", "los-angeles"),
    ("los angelas", "los-angeles"),
    ("Philadelpia", "philadelphia"),
    ("Pittsburg", "pittsburgh"),
    ("Pitsburgh", "pittsburgh"),
    ("Cincinatti", "cincinnati"),
    ("Cincinati", "cincinnati"),
    ("Minneapolus", "minneapolis"),
    ("Mineapolis", "minneapolis"),
    ("Seatle", "seattle"),
    ("Chigaco", "chicago"),
    ("Chcago", "chicago"),
    ("Huston", "houston"),
    ("Atlnta", "atlanta"),
    ("Denvar", "denver"),
    ("Washinton", "washington-dc-baltimore"),
    ("Baltimor", "washington-dc-baltimore"),
    ("New Yrok", "new-york-city"),
    ("Bostn", "boston-cambridge"),
    ("Cambrige", "cambridge"),
    ("Oxfrod", "oxford"),
    ("Manchestr", "manchester"),
    ("Stokholm", "stockholm"),
    ("Stockhom", "stockholm"),
    ("Copenhagn", "copenhagen"),
    ("Kopenhagn", "copenhagen"),
    ("Gottenburg", "goteborg"),
    ("Helsiki", "helsinki"),
    ("Amsterdm", "amsterdam-rotterdam"),
    ("Roterdam", "amsterdam-rotterdam"),
    ("Brusels", "brussels-antwerp"),
    ("Antwrep", "brussels-antwerp"),
    ("Eindhovn", "eindhoven"),
    ("Munnich", "munich"),
    ("Stuttgard", "stuttgart"),
    ("Nuremburg", "nuremberg-erlangen"),
    ("Dusseldrof", "cologne"),
    ("Heidleberg", "heidelberg-mannheim"),
    ("Frankfrut", "frankfurt-am-main"),
    ("Zurch", "zurich"),
    ("Viena", "vienna"),
    ("Warsow", "warsaw"),
    ("Barcellona", "barcelona"),
    ("Madrd", "madrid"),
    ("Istambul", "istanbul"),
    ("Instanbul", "istanbul"),
    ("Jeruslaem", "tel-aviv-jerusalem"),
    ("Tel Avv", "tel-aviv-jerusalem"),
    ("Banglore", "bengaluru"),
    ("Bengalore", "bengaluru"),
    ("Mumbay", "mumbai"),
    ("Chenai", "chennai"),
    ("New Dehli", "delhi"),
    ("Singapre", "singapore"),
    ("Kuala Lampur", "kuala-lumpur"),
    ("Melborne", "melbourne"),
    ("Sidney", "sydney"),
    ("Brisbaine", "brisbane"),
    ("Torronto", "toronto"),
    ("Vancover", "vancouver"),
    ("Montral", "montreal"),
    ("Otawa", "ottawa"),
    ("Sao Paolo", "sao-paulo"),
    ("Sao Palo", "sao-paulo"),
    ("Mexcio City", "mexico-city"),
    ("Daejon", "daejeon"),
    ("Hangzou", "hangzhou"),
    ("Chonqing", "chongqing"),
    ("Quingdao", "qingdao"),
    ("Zhenghzou", "zhengzhou"),
    ("Cambrige UK", "cambridge"),
    ("Londn, England", "london"),
    ("Москвa", "moscow"),
]


@pytest.mark.parametrize(("text", "expected"), MISSPELT)
def test_misspelt_names(resolver: Resolver, text: str, expected: str) -> None:
    assert cluster(resolver.place(text)) == expected


def test_a_misspelling_says_what_it_misspells(resolver: Resolver) -> None:
    found = resolver.place("Yokohma")
    assert isinstance(found, Match)
    assert (found.how, found.via, found.matched) == (How.FUZZY, How.CITY, "Yokohama")


@pytest.mark.parametrize("typed", LOOKALIKES)
def test_look_alikes_hit_no_cluster(resolver: Resolver, typed: str) -> None:
    found = resolver.place(typed)
    assert not isinstance(found, Match)
    if isinstance(found, Ambiguous):
        assert any(isinstance(candidate, Unranked) for candidate in found.candidates)


OUTSIDE = [
    ("Changzhou", OutsidePlace("Changzhou", "CN")),
    ("常州", OutsidePlace("Changzhou", "CN")),
    ("York", OutsidePlace("York", "GB")),
    ("York City", OutsidePlace("York", "GB")),
    ("Lagos", OutsidePlace("Lagos", "NG")),
    ("Toulouse", OutsidePlace("Toulouse", "FR")),
    ("Birmingham", OutsidePlace("Birmingham", "GB")),
    ("Birmingham, AL", OutsidePlace("Birmingham, Alabama", "US")),
    ("London, Ontario", OutsidePlace("London, Ontario", "CA")),
    ("Torino", OutsidePlace("Turin", "IT")),
    ("nice", OutsidePlace("Nice", "FR")),
    ("Hyderabad", OutsidePlace("Hyderabad", "IN")),
    ("Hyderabad Pakistan", OutsidePlace("Hyderabad", "PK")),
    ("San José, Costa Rica", OutsidePlace("San José", "CR")),
    ("St Petersburg", OutsidePlace("Saint Petersburg", "RU")),
    ("Luxembourg", OutsidePlace("Luxembourg", "LU")),
]


@pytest.mark.parametrize(("text", "place"), OUTSIDE)
def test_places_outside_all_clusters(resolver: Resolver, text: str, place: OutsidePlace) -> None:
    found = resolver.place(text)
    assert isinstance(found, Unranked)
    assert found.place == place
    assert found.how != How.FUZZY


NEAREST = [
    ("Lagos", "madrid", 3842, False),
    ("Toulouse", "barcelona", 253, False),
    ("Uppsala", "stockholm", 64, True),
    ("Wuxi", "shanghai-suzhou", 41, True),
    ("Genève", "lausanne", 51, True),
    ("Edinbrugh", "manchester", 282, False),
]


@pytest.mark.parametrize(("text", "cluster_id", "km", "undecided"), NEAREST)
def test_a_place_outside_has_a_nearest_cluster(
    resolver: Resolver, text: str, cluster_id: str, km: int, undecided: bool
) -> None:
    found = resolver.place(text)
    assert isinstance(found, Unranked)
    assert found.nearest is not None
    assert found.nearest.cluster.id == cluster_id
    assert (found.nearest.km, found.nearest.undecided) == (km, undecided)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Birmingham, Alabama, USA", "Birmingham, Alabama"),
        ("cambridge ontario", "Cambridge, Ontario"),
        ("Rome, Georgia", "Rome, Georgia"),
        ("Paris Texas", "Paris, Texas"),
        ("Perth Scotland", "Perth"),
        ("buenosaires", "Buenos Aires"),
        ("tou louse", "Toulouse"),
        ("Верона", "Verona"),
        ("ラゴス", "Lagos"),
    ],
)
def test_places_outside_in_other_words(resolver: Resolver, text: str, name: str) -> None:
    found = resolver.place(text)
    assert isinstance(found, Unranked)
    assert found.place.name == name


@pytest.mark.parametrize(
    ("text", "cluster_id"),
    [("マウンテンビュー", "san-jose-san-francisco"), ("Mountain View, California", "san-jose-san-francisco")],
)
def test_the_gazetteer_s_names_of_places_nearby_lead_to_the_cluster(
    resolver: Resolver, text: str, cluster_id: str
) -> None:
    assert cluster(resolver.place(text)) == cluster_id


@pytest.mark.parametrize("text", ["Best", "Of", "Same", "Most", "hang", "Bone", "mobile"])
def test_words_are_no_cities_in_a_sentence(resolver: Resolver, text: str) -> None:
    assert resolver.exact_place(text) is None


def test_a_misspelling_that_the_gazetteer_has_as_a_name_is_a_misspelling(resolver: Resolver) -> None:
    found = resolver.place("Shenzen")
    assert isinstance(found, Match)
    assert (found.how, found.via, found.matched) == (How.FUZZY, How.CITY, "Shenzhen")
    assert resolver.exact_place("Shenzen") is None


@pytest.mark.parametrize("text", ["Mexico", "Albania", "Georgia", "Luxembourg", "Africa", "Panama"])
def test_an_area_s_name_is_no_city_in_a_sentence(resolver: Resolver, text: str) -> None:
    assert resolver.exact_place(text) is None


def test_a_misspelt_place_outside_stays_outside(resolver: Resolver) -> None:
    found = resolver.place("Edinbrugh")
    assert isinstance(found, Unranked)
    assert (found.place.name, found.how) == ("Edinburgh", How.FUZZY)


def test_bare_cambridge_is_british_and_mentions_the_other(resolver: Resolver) -> None:
    for text in ("Cambridge", "cambrdge"):
        found = resolver.place(text)
        assert isinstance(found, Match)
        assert found.place == ClusterPlace("cambridge", "Cambridge")
        assert found.also == (ClusterPlace("boston-cambridge", "Boston–Cambridge"),)


def test_an_accent_tells_namesakes_apart(resolver: Resolver) -> None:
    assert cluster(resolver.place("San Jose")) == "san-jose-san-francisco"
    found = resolver.place("San José")
    assert isinstance(found, Ambiguous)
    assert {candidate.place.name for candidate in found.candidates} == {"San Jose–San Francisco", "San José"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Arlington", {"Dallas", "Washington, DC–Baltimore"}),
        ("Glendale", {"Los Angeles", "Phoenix"}),
        ("Hamilton", {"Hamilton, Ontario", "Hamilton"}),
        ("Valencia", {"Valencia"}),
        ("hengzhou", {"Hangzhou", "Zhengzhou"}),
        ("Slovania", {"Slovakia", "Slovenia"}),
    ],
)
def test_what_fits_equally_well_is_ambiguous(resolver: Resolver, text: str, meant: set[str]) -> None:
    found = resolver.place(text) if text != "Slovania" else resolver.area(text)
    assert isinstance(found, Ambiguous)
    assert meant <= {candidate.place.name for candidate in found.candidates}
    assert len(found.candidates) <= 5


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("Gotham City", None),
        ("asdfghjkl", None),
        ("Frankf", "Frankfurt am Main"),
        ("Georgia", None),
        ("", None),
        ("😀", None),
        ("@everyone", None),
    ],
)
def test_unknown_places(resolver: Resolver, text: str, suggested: str | None) -> None:
    found = resolver.place(text)
    assert isinstance(found, Unknown)
    assert found.text == text
    assert found.suggestions[:1] == ((suggested,) if suggested else ())


AREAS = [
    ("US", "US"), ("U.S.", "US"), ("USA", "US"), ("usa", "US"), ("America", "US"), ("american", "US"),
    ("the us", "US"), ("United States of America", "US"), ("UK", "GB"), ("uk", "GB"), ("Britain", "GB"),
    ("British", "GB"), ("England", "GB"), ("Korea", "KR"), ("south korean", "KR"), ("한국", None),
    ("대한민국", "KR"), ("Holland", "NL"), ("Dutch", "NL"), ("German", "DE"), ("Germans", "DE"),
    ("Deutschland", "DE"), ("Alemania", "DE"), ("德国", "DE"), ("ドイツ", "DE"), ("Swiss", "CH"),
    ("Chinese", "CN"), ("PRC", "CN"), ("中国", "CN"), ("cn", "CN"), ("Taiwan", "TW"), ("Taiwanese", "TW"),
    ("Hong Kong", "HK"), ("Macau", "MO"), ("Türkiye", "TR"), ("Turkey", "TR"), ("Turkish", "TR"),
    ("Russia", "RU"), ("Россия", "RU"), ("Czechia", "CZ"), ("Vietnam", "VN"), ("Viet Nam", "VN"),
    ("Ivory Coast", "CI"), ("Cote d'Ivoire", "CI"), ("IT", "IT"), ("Polish", "PL"), ("Iran", "IR"),
    ("Bosnia", "BA"), ("UAE", "AE"), ("日本", "JP"), ("Österreich", "AT"), ("Oesterreich", "AT"),
    ("Europe", "europe"), ("European", "europe"), ("EU", "european-union"), ("Africa", "africa"),
    ("African", "africa"), ("Asia", "asia"), ("asian", "asia"), ("Latin America", "latin-america-caribbean"),
    ("LATAM", "latin-america-caribbean"), ("South America", "south-america"),
    ("North America", "northern-america"), ("Oceania", "oceania"), ("East Asia", "eastern-asia"),
    ("Southeast Asia", "south-eastern-asia"), ("Sub-Saharan Africa", "sub-saharan-africa"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AREAS)
def test_areas(resolver: Resolver, text: str, expected: str | None) -> None:
    found = resolver.exact_area(text)
    assert found == resolver.area(text) or found is None
    if expected is None:
        return
    assert isinstance(found, Match)
    assert isinstance(found.place, (EconomyPlace, RegionPlace))
    assert (found.place.code if isinstance(found.place, EconomyPlace) else found.place.id) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Germny", "DE"), ("Swizerland", "CH"), ("Untied States", "US"), ("Isreal", "IL"), ("Phillipines", "PH")],
)
def test_misspelt_areas(resolver: Resolver, text: str, expected: str) -> None:
    found = resolver.area(text)
    assert isinstance(found, Match)
    assert isinstance(found.place, EconomyPlace)
    assert (found.place.code, found.how) == (expected, How.FUZZY)
    assert resolver.exact_area(text) is None


@pytest.mark.parametrize(
    ("text", "name"), [("us", "United States"), ("it", "Italy"), ("in", "India"), ("polish", "Poland")]
)
def test_codes_that_are_words_need_their_capitals(resolver: Resolver, text: str, name: str) -> None:
    assert resolver.exact_area(text) is None
    assert resolver.area(text) == Unknown(text, (name,))


def test_economies_the_index_does_not_cover(resolver: Resolver) -> None:
    found = resolver.area("Gambia")
    assert isinstance(found, Unranked)
    assert found.place == OutsidePlace("Gambia", "GM")
    assert isinstance(resolver.area("Zambia"), Match)
    assert resolver.area("North Korea") == resolver.exact_area("North Korea")


@pytest.mark.parametrize("text", ["Londn", "Hang zhou", "greater tokyo area", "nice", "la", "it", "mobile", "the"])
def test_exact_place_guesses_nothing(resolver: Resolver, text: str) -> None:
    assert resolver.exact_place(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("LA", "los-angeles"), ("nyc", "new-york-city"), ("Cambridge UK", "cambridge"), ("oslo norway", "oslo"),
     ("Delhi IN", "delhi"), ("san francisco", "san-jose-san-francisco")],
)  # fmt: skip
def test_exact_place_knows_names_and_where_they_lie(resolver: Resolver, text: str, expected: str) -> None:
    assert cluster(resolver.exact_place(text)) == expected


@pytest.mark.parametrize("text", ["delhi in", "oslo no", "london is", "paris german", "berlin chinese"])
def test_words_after_a_city_are_not_taken_for_where_it_lies(resolver: Resolver, text: str) -> None:
    assert resolver.exact_place(text) is None


def test_completion_offers_canonical_names_best_first(resolver: Resolver, rankings: Rankings) -> None:
    by_rank = [row.cluster for row in rankings.newest.ranked[:25]]
    assert resolver.complete_place("") == tuple(rankings.clusters[of].name for of in by_rank)
    assert resolver.complete_place("san")[:2] == ("San Jose–San Francisco", "San Diego")
    assert "San Jose–San Francisco" in resolver.complete_place("franc")
    assert resolver.complete_place("Palo A") == ("San Jose–San Francisco",)
    assert resolver.complete_place("東京")[0] == "Tokyo–Yokohama"
    assert resolver.complete_place("zzz") == ()
    assert resolver.complete_area("")[0] == "Switzerland"
    assert "United Kingdom" in resolver.complete_area("brit")
    assert resolver.complete_area("euro")[0] == "Europe"
    assert len(resolver.complete_area("", 7)) == 7


def test_every_completion_resolves_to_what_it_says(resolver: Resolver) -> None:
    for name in resolver.complete_place("", 200):
        found = resolver.exact_place(name)
        assert isinstance(found, Match)
        assert found.place.name == name
    for name in resolver.complete_area("", 400):
        found = resolver.exact_area(name)
        assert isinstance(found, Match)
        assert found.place.name == name


def test_every_published_name_is_exact(resolver: Resolver, rankings: Rankings) -> None:
    for history in rankings.histories.values():
        for row in history:
            found = resolver.place(row.name)
            assert cluster(found) == row.cluster
            assert isinstance(found, Match)
            assert found.how == How.EXACT


def test_every_listed_name_leads_to_its_place(resolver: Resolver, names: Names) -> None:
    for entry in names.places:
        found = resolver.place(entry.name)
        match found:
            case Match(place=ClusterPlace() as place):
                assert entry.cluster_id in {place.id} | {other.id for other in found.also}, entry
            case Ambiguous():
                assert entry.cluster_id in {getattr(candidate.place, "id", "") for candidate in found.candidates}, entry
            case _:
                raise AssertionError(entry)


def test_every_listed_area_is_found(resolver: Resolver, names: Names) -> None:
    for entry in names.areas:
        found = resolver.exact_area(entry.name)
        assert isinstance(found, Unranked if entry.kind == AreaKind.OUTSIDE else Match), entry


def test_names_of_clusters_the_rankings_do_not_hold_are_left_out(rankings: Rankings, names: Names) -> None:
    foreign = names.places[0]._replace(cluster_id="atlantis", name="Poseidonis")
    directory = shipped_directory()
    resolver = Resolver(
        rankings,
        Names((foreign,), ()),
        read_points(directory),
        (),
        Gazetteer(directory),
        Towns(directory),
        Territories(directory),
    )
    assert isinstance(resolver.place("Poseidonis"), Unknown)
    assert cluster(resolver.place("Paris")) == "paris"


ANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@ANY
@given(text=st.text())
def test_any_text_is_safe(resolver: Resolver, text: str) -> None:
    assert isinstance(resolver.place(text), (Match, Ambiguous, Unranked, Unknown))
    assert isinstance(resolver.area(text), (Match, Ambiguous, Unranked, Unknown))
    resolver.exact_place(text)
    resolver.exact_area(text)
    assert len(resolver.complete_place(text)) <= 25
    assert len(resolver.complete_area(text)) <= 25


@ANY
@given(text=st.text(alphabet="abcdefghijklmnopqrstuvwxyz üöä-'", max_size=30))
def test_any_letters_are_safe(resolver: Resolver, text: str) -> None:
    assert isinstance(resolver.place(text), (Match, Ambiguous, Unranked, Unknown))


LONG_NAMES = [entry for entry in SHIPPED.places if len(entry.name) >= 7]


@settings(ANY, max_examples=400)
@given(entry=st.sampled_from(LONG_NAMES), data=st.data())
def test_a_missing_letter_never_leads_to_another_cluster(
    resolver: Resolver, names: Names, entry: object, data: st.DataObject
) -> None:
    assert isinstance(entry, type(names.places[0]))
    position = data.draw(st.integers(0, len(entry.name) - 1))
    typed = entry.name[:position] + entry.name[position + 1 :]
    found = resolver.place(typed)
    if isinstance(found, Match) and found.how == How.FUZZY:
        whole = resolver.place(entry.name)
        meant = {cluster(whole)} if isinstance(whole, Match) else {entry.cluster_id}
        assert cluster(found) in meant | {entry.cluster_id}


@settings(ANY, max_examples=200)
@given(entry=st.sampled_from(SHIPPED.places), capitals=st.sampled_from([str.upper, str.lower, str.title]))
def test_capitals_and_dashes_do_not_matter(resolver: Resolver, entry: object, capitals: object) -> None:
    assert hasattr(entry, "name")
    assert callable(capitals)
    plain, loud = resolver.place(entry.name), resolver.place(str(capitals(entry.name)).replace(" ", "\u2011"))
    assert type(plain) is type(loud)
    if isinstance(plain, Match) and isinstance(loud, Match):
        assert plain.place == loud.place
