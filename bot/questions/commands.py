"""The commands: each turns the words after its name into a query, or refuses with what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.commands_economies import read_economies, read_economy
from bot.questions.commands_places import VERSUS, alike, read_compare, subjects_in, with_separators
from bot.questions.commands_settling import read_flip, read_settle, read_verify
from bot.questions.commands_taking import edition_in, refuse_pillar, refuse_surplus
from bot.questions.failures import (
    MissingWords,
    MixedKinds,
    NumberOutOfRange,
    SurplusWords,
)
from bot.questions.free.understanding import read_free
from bot.questions.lexicon import COMMAND_WORDS
from bot.questions.meaning import Refused
from bot.questions.refs import ClusterRef, Direction, EconomyRef, RegionRef
from bot.questions.words import (
    Words,
    fold,
    split,
    take_direction,
    take_edition,
    take_measure,
    take_number,
    take_within,
)
from bot.rankings.model import RANKS_PUBLISHED, Measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.questions.meaning import Meaning
    from bot.questions.queries import Query

DRAWN = frozenset(("history", "compare", "top", "bottom", "economy", "economies"))
"""Commands whose answers can be drawn."""

DRAWABLE = (
    queries.History,
    queries.EconomyHistory,
    queries.Histories,
    queries.Compare,
    queries.CompareEconomies,
    queries.Top,
    queries.EconomyRanking,
    queries.EconomyProfile,
)


def read_rank(text: str, meaning: Meaning) -> Query:
    """Read `rank PLACE [by MEASURE] [EDITION]`; an economy gets a short profile, a region its leading clusters."""
    edition, words = edition_in(split(text), meaning)
    measure, rest = take_measure(words)
    if measure not in (None, Measure.SIZE):
        found = meaning.subject(rest)
        if isinstance(found, ClusterRef):
            return queries.MeasureOf(found, (measure,), edition)
    match meaning.subject(words):
        case ClusterRef() as cluster:
            return queries.Rank(cluster, edition)
        case EconomyRef() as economy:
            return queries.EconomyProfile(economy, edition, brief=True)
        case region:
            return queries.Top(area=region, edition=edition)


def read_top(text: str, meaning: Meaning) -> Query:
    """Read `top [N] [ECONOMY or REGION] [by MEASURE] [EDITION]`."""
    return _read_list(split(text), meaning, from_end=False)


def read_bottom(text: str, meaning: Meaning) -> Query:
    """Read `bottom …`, the same from the other end."""
    return _read_list(split(text), meaning, from_end=True)


def _read_list(words: Words, meaning: Meaning, *, from_end: bool) -> Query:
    if not from_end and any(COMMAND_WORDS.get(fold(word)) in ("economies", "economy") for word in words):
        return read_economies(" ".join(words), meaning)
    edition, rest = edition_in(words, meaning)
    measure, rest = take_measure(rest)
    written, rest = take_number(rest)
    count = meaning.number(written, queries.TOP_DEFAULT, 1, queries.LIST_MAXIMUM)
    if measure is None:
        refuse_pillar(rest, meaning)
    return queries.Top(count, meaning.area(rest), measure or Measure.SIZE, edition, from_end)


def read_movers(text: str, meaning: Meaning) -> Query:
    """Read `movers [up|down] [N] [ECONOMY] [EDITION]`."""
    year, words = take_edition(split(text))
    other, words = take_edition(words)
    editions = [found for found in (meaning.edition(year), meaning.edition(other)) if found is not None]
    direction, words = take_direction(words)
    written, words = take_number(words)
    count = meaning.number(written, queries.MOVERS_DEFAULT, 1, queries.LIST_MAXIMUM)
    since = min(editions) if len(set(editions)) > 1 else None
    return queries.Movers(direction or Direction.BOTH, count, meaning.area(words), max(editions, default=None), since)


def read_history(text: str, meaning: Meaning) -> Query:
    """Read `history PLACE`, of a cluster or an economy."""
    year, words = take_edition(split(text))
    if year is not None:
        raise Refused(SurplusWords(meaning.command, str(year)))
    match meaning.subject(words):
        case ClusterRef() as cluster:
            return queries.History(cluster)
        case EconomyRef() as economy:
            return queries.EconomyHistory(economy)
        case _:
            raise Refused(MissingWords(meaning.command, "place"))


def read_chart(text: str, meaning: Meaning) -> Query:
    """Read `chart WHAT`: a command whose answer can be drawn, places alone, or a plain question."""
    words = split(text)
    if not words:
        raise Refused(MissingWords(meaning.command, "chart"))
    opening, _, rest = text.partition(" ")
    command = COMMAND_WORDS.get(fold("".join(split(opening))))
    if command in DRAWN:
        asked = _histories(rest, meaning) if command == "history" else READERS[command](rest, meaning)
    elif VERSUS.search(text):
        asked = read_compare(text, meaning)
    else:
        free = read_free(text, meaning.rankings, meaning.resolver).result
        asked = free if isinstance(free, DRAWABLE) else _histories(text, meaning)
    if not isinstance(asked, DRAWABLE):
        raise Refused(MissingWords(meaning.command, "chart"))
    return queries.Drawn(asked)


def _histories(text: str, meaning: Meaning) -> Query:
    """Read one place or several, parted by commas, "and" or "vs"."""
    subjects = alike(subjects_in(with_separators(text), meaning), meaning)
    if not subjects:
        raise Refused(MissingWords(meaning.command, "place"))
    if len(subjects) > queries.HISTORIES_MAXIMUM:
        raise Refused(NumberOutOfRange(meaning.command, str(len(subjects)), 1, queries.HISTORIES_MAXIMUM))
    kinds = {type(subject) for subject in subjects}
    if len(kinds) > 1:
        raise Refused(MixedKinds())
    (first, *others) = subjects
    if others:
        return queries.Histories(subjects)
    return queries.History(first) if isinstance(first, ClusterRef) else queries.EconomyHistory(first)


def read_map(text: str, meaning: Meaning) -> Query:
    """Read `map [ECONOMY or REGION] [EDITION]`: every cluster of it."""
    edition, words = edition_in(split(text), meaning)
    return queries.Drawn(queries.Top(queries.LIST_MAXIMUM, meaning.area(words), edition=edition), on_map=True)


def read_count(text: str, meaning: Meaning) -> Query:
    """Read `count [ECONOMY] [EDITION] [in the top N]`."""
    edition, words = edition_in(split(text), meaning)
    written, words = take_within(words)
    within = meaning.number(written, RANKS_PUBLISHED, 1, RANKS_PUBLISHED)
    return queries.Count(meaning.area(words), edition, None if written is None else within)


def read_who(text: str, meaning: Meaning) -> Query:
    """Read `who NUMBER [EDITION]`."""
    edition, words = edition_in(split(text), meaning)
    written, words = take_number(words)
    if written is None:
        raise Refused(MissingWords(meaning.command, "rank"))
    refuse_surplus(words, meaning)
    return queries.Who(meaning.number(written, 0, 1, RANKS_PUBLISHED), edition)


def read_where(text: str, meaning: Meaning) -> Query:
    """Read `where PLACE`; with an edition it asks where the place stood, as `rank` does."""
    edition, words = edition_in(split(text), meaning)
    found = meaning.subject(words)
    if isinstance(found, ClusterRef) and edition is None:
        return queries.Where(found)
    return read_rank(text, meaning)


def read_method(text: str, meaning: Meaning) -> Query:
    """Read `method [EDITION]`."""
    year, words = take_edition(split(text))
    refuse_surplus(words, meaning)
    return queries.Method(meaning.edition(year))


def read_source(text: str, meaning: Meaning) -> Query:
    """Read `source PLACE [EDITION]`."""
    edition, words = edition_in(split(text), meaning)
    found = meaning.subject(words)
    if isinstance(found, RegionRef):
        raise Refused(MissingWords(meaning.command, "place"))
    return queries.SourceOf(found, edition)


def read_about(text: str, meaning: Meaning) -> Query:
    """Read `about`."""
    refuse_surplus(split(text), meaning)
    return queries.About()


def read_help(text: str, meaning: Meaning) -> Query:
    """Read `help [COMMAND]`."""
    words = split(text)
    named = next((COMMAND_WORDS[fold(word)] for word in words if fold(word) in COMMAND_WORDS), None)
    if named is None:
        refuse_surplus(words, meaning)
    return queries.Help(named)


READERS: dict[str, Callable[[str, Meaning], Query]] = {
    "rank": read_rank,
    "top": read_top,
    "bottom": read_bottom,
    "compare": read_compare,
    "movers": read_movers,
    "history": read_history,
    "economy": read_economy,
    "economies": read_economies,
    "settle": read_settle,
    "verify": read_verify,
    "flip": read_flip,
    "chart": read_chart,
    "map": read_map,
    "count": read_count,
    "who": read_who,
    "where": read_where,
    "method": read_method,
    "source": read_source,
    "about": read_about,
    "help": read_help,
}
"""How each command reads what follows its name."""
