from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.rankings.importing.editions import years_in
from bot.rankings.importing.names import clean_name, known_names, slug, without_state
from bot.rankings.layout import CLUSTER_RANKS, CLUSTERS

if TYPE_CHECKING:
    from bot.rankings.tables import Tables


@pytest.mark.parametrize(
    ("published", "clean"),
    [
        ("Xi\x92an", "Xi’an"),
        ("  Tel Aviv–\nJerusalem ", "Tel Aviv–Jerusalem"),
        ("Sa\u0303o Paulo", "São Paulo"),
        ("SÃ£o Paulo", "São Paulo"),
        ("Tokyoâ€“Yokohama", "Tokyo–Yokohama"),
        ("Xiâ€™an", "Xi’an"),
        ("Âbc", "Âbc"),
        ("\x81Oslo", "Oslo"),
    ],
)
def test_damage_is_repaired(published: str, clean: str) -> None:
    assert clean_name(published) == clean


def test_only_the_code_of_a_state_at_the_end_is_left_out() -> None:
    assert without_state("Seattle, WA") == "Seattle"
    assert without_state("Washington, DC–Baltimore, MD") == "Washington, DC–Baltimore"
    assert without_state("Washington, DC–Baltimore") == "Washington, DC–Baltimore"


def test_every_id_is_the_slug_of_a_name(shipped: Tables) -> None:
    assert all(slug(row[1]) == row[0] for row in shipped.rows(CLUSTERS))


def test_every_name_of_every_edition_leads_to_its_cluster(shipped: Tables) -> None:
    names = known_names(shipped, {})
    for row in shipped.rows(CLUSTER_RANKS):
        assert names.resolve(row[3], tuple(row[4].split(";"))) == (row[2], row[3])
    assert names.new == {}


@pytest.mark.parametrize(
    ("published", "economies", "cluster"),
    [
        ("Shanghai", ("CN",), "shanghai-suzhou"),
        ("Cologne-Dusseldorf", ("DE",), "cologne"),
        ("Brussels–Ghent", ("BE",), "brussels-antwerp"),
        ("Cambridge", ("GB",), "cambridge"),
        ("Cambridge", ("US",), "cambridge-us"),
        ("Frankfurt am Main", ("DE",), "frankfurt-am-main"),
        ("Frankfurt–Mannheim", ("DE",), "frankfurt-mannheim"),
        ("New York", ("US",), "new-york-city"),
        ("York", ("GB",), "york"),
        ("Changzhou", ("CN",), "changzhou"),
    ],
)
def test_names_and_look_alikes(shipped: Tables, published: str, economies: tuple[str, ...], cluster: str) -> None:
    assert known_names(shipped, {}).resolve(published, economies)[0] == cluster


def test_the_years_of_a_name_are_not_its_publication_number() -> None:
    assert years_in("wipo-pub-2000-2022-tech2.xlsx") == (2022,)
    assert years_in("wipo_pub_2000-tech1.xlsx") == ()
    assert years_in("Top 100 S&T clusters, 2022") == (2022,)
    assert years_in("download_20241105.xlsx") == ()
