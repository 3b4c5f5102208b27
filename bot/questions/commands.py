"""The commands: each turns the words after its name into a query, or refuses with what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions import assertions, queries, receipts
from bot.questions.failures import (
    Choice,
    EditionNotHeld,
    MeasureNotOffered,
    MissingWords,
    MixedKinds,
    NoClaim,
    NoReceipt,
    NumberOutOfRange,
    PlaceAmbiguous,
    PlaceUnranked,
    SameCluster,
    SurplusWords,
)
from bot.questions.free.clauses import denies
from bot.questions.free.understanding import read_free
from bot.questions.lexicon import COMMAND_WORDS
from bot.questions.meaning import Refused
from bot.questions.phrasing import phrase
from bot.questions.receipts import ReceiptError
from bot.questions.refs import ClusterRef, Direction, EconomyRef, RegionRef
from bot.questions.words import (
    QUESTION_LIMIT,
    Words,
    fold,
    split,
    take_direction,
    take_edition,
    take_measure,
    take_number,
    take_pillar,
    take_within,
    without_fillers,
)
from bot.rankings.model import RANKS_PUBLISHED, Measure, Pillar

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.questions.meaning import Meaning
    from bot.questions.queries import Query
    from bot.questions.refs import Subject

VERSUS = re.compile(r"(?<!\S)(?:vs\.?|versus|v\.?|against)(?!\S)", re.IGNORECASE)
COMMA = re.compile(r"[,;/&|+、，]")
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

SENTENCE_END = re.compile(r"[.!?;…。！？\n]+(?:\s|$)")
SENTENCES_READ = 12

LONGEST_NAME = 16
"""Words of the longest name, with where it lies: cities have names of fourteen."""
"""So many sentences of a longer text are looked at for a claim."""

JOINING = frozenset((",", "and", "or", "with", "to", "than"))


def read_rank(text: str, meaning: Meaning) -> Query:
    """Read `rank PLACE [by MEASURE] [EDITION]`; an economy gets a short profile, a region its leading clusters."""
    edition, words = _edition(split(text), meaning)
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
    edition, rest = _edition(words, meaning)
    measure, rest = take_measure(rest)
    written, rest = take_number(rest)
    count = meaning.number(written, queries.TOP_DEFAULT, 1, queries.LIST_MAXIMUM)
    if measure is None:
        _refuse_pillar(rest, meaning)
    return queries.Top(count, meaning.area(rest), measure or Measure.SIZE, edition, from_end)


def read_compare(text: str, meaning: Meaning) -> Query:
    """Read `compare A vs B [vs C …] [MEASURE] [EDITION]`, of two to five clusters or economies."""
    edition, words = _edition(_with_separators(text), meaning)
    measure, words = take_measure(words)
    pillar, words = take_pillar(words) if measure is None else (None, words)
    subjects = _alike(_subjects(words, meaning), meaning)
    if len(subjects) < queries.COMPARE_MINIMUM:
        raise Refused(MissingWords(meaning.command, "places"))
    if len(subjects) > queries.COMPARE_MAXIMUM:
        low, high = queries.COMPARE_MINIMUM, queries.COMPARE_MAXIMUM
        raise Refused(NumberOutOfRange(meaning.command, str(len(subjects)), low, high))
    clusters = tuple(subject for subject in subjects if isinstance(subject, ClusterRef))
    if len(clusters) == len(subjects):
        if pillar not in (None, Pillar.GII):
            raise Refused(MeasureNotOffered(meaning.command, pillar))
        return queries.Compare(clusters, measure or Measure.SIZE, edition)
    economies = tuple(subject for subject in subjects if isinstance(subject, EconomyRef))
    if len(economies) < len(subjects):
        raise Refused(MixedKinds())
    if measure not in (None, Measure.SIZE):
        raise Refused(MeasureNotOffered(meaning.command, measure))
    return queries.CompareEconomies(economies, pillar or Pillar.GII, edition)


def _with_separators(text: str) -> Words:
    """Return the words with a word of its own for each separator: `|` for "vs", `,` for commas and their like."""
    spaced = VERSUS.sub(" | ", COMMA.sub(" , ", text))
    return tuple(word for raw in spaced.split() if (word := raw if raw in ("|", ",") else "".join(split(raw))))


def _subjects(words: Words, meaning: Meaning) -> tuple[Subject, ...]:
    parts = _cut(words, frozenset("|"))
    named: list[Subject | RegionRef] = []
    for part in parts:
        exact = meaning.exactly(" ".join(without_fillers(part)))
        pieces = (part,) if exact is not None else _pieces(part, meaning)
        if exact is None and len(parts) == len(pieces) == 1:
            named.extend(_scan(pieces[0], meaning))
        else:
            named.extend(meaning.subject(piece) for piece in pieces)
    subjects = tuple(subject for subject in named if not isinstance(subject, RegionRef))
    if len(subjects) < len(named):
        raise Refused(MixedKinds())
    distinct = {subject.id if isinstance(subject, ClusterRef) else subject.code: subject for subject in subjects[::-1]}
    first = subjects[0] if subjects else None
    if len(distinct) == 1 < len(subjects) and isinstance(first, ClusterRef):
        names = tuple(dict.fromkeys(subject.name for subject in subjects if isinstance(subject, ClusterRef)))
        raise Refused(SameCluster(names, meaning.rankings.clusters[first.id].name))
    return tuple(distinct.values())[::-1]


def _pieces(words: Words, meaning: Meaning) -> tuple[Words, ...]:
    """Cut words at their commas, and what is no name then ("Trinidad and Tobago") at "and" and its like."""
    found: list[Words] = []
    for run in _cut(words, frozenset(",")):
        named = meaning.exactly(" ".join(without_fillers(run))) is not None
        found.extend((run,) if named else _cut(run, JOINING))
    return tuple(found)


def _cut(words: Words, separators: frozenset[str]) -> tuple[Words, ...]:
    """Return the runs of words between separators, without runs that name nothing."""
    runs: list[list[str]] = [[]]
    for word in words:
        if word.casefold() in separators:
            runs.append([])
        else:
            runs[-1].append(word)
    return tuple(tuple(run) for run in runs if without_fillers(tuple(run)))


def _alike(subjects: tuple[Subject, ...], meaning: Meaning) -> tuple[Subject, ...]:
    """Read a name that is both a cluster and an economy (Singapore) as what the others are."""
    if not any(isinstance(subject, EconomyRef) for subject in subjects):
        return subjects
    return tuple(
        (meaning.economy_named(subject.name) or subject) if isinstance(subject, ClusterRef) else subject
        for subject in subjects
    )


def _scan(words: Words, meaning: Meaning) -> list[Subject | RegionRef]:
    """Cut words that stand without separators ("London Paris") into the longest exact names."""
    found: list[Subject | RegionRef] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + LONGEST_NAME), start, -1):
            exact = meaning.exactly(" ".join(words[start:end]))
            if exact is not None:
                found.append(exact)
                start = end
                break
        else:
            return [meaning.subject(words)]
    return found


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


def read_economy(text: str, meaning: Meaning) -> Query:
    """Read `economy NAME [EDITION]`."""
    edition, words = _edition(split(text), meaning)
    area = meaning.area(words)
    if area is None:
        raise Refused(MissingWords(meaning.command, "economy"))
    if isinstance(area, EconomyRef):
        return queries.EconomyProfile(area, edition)
    return queries.EconomyRanking(area=area, edition=edition)


def read_economies(text: str, meaning: Meaning) -> Query:
    """Read `economies [N] [REGION] [by PILLAR] [EDITION]`."""
    words = tuple(word for word in split(text) if COMMAND_WORDS.get(fold(word)) not in ("economies", "economy", "top"))
    edition, words = _edition(words, meaning)
    pillar, words = take_pillar(words)
    written, words = take_number(words)
    count = meaning.number(written, queries.TOP_DEFAULT, 1, queries.ECONOMIES_MAXIMUM)
    if pillar is None:
        measure, _ = take_measure(words)
        if measure is not None:
            raise Refused(MeasureNotOffered(meaning.command, measure))
    return queries.EconomyRanking(count, meaning.area(words), pillar or Pillar.GII, edition)


def read_settle(text: str, meaning: Meaning) -> Query:
    """Read `settle CLAIM`: the first sentence that claims something about the ranking."""
    if not split(text):
        raise Refused(MissingWords(meaning.command, "claim"))
    sentences = _sentences(text)
    if any(denies(part) for part in sentences):
        raise Refused(NoClaim(()))
    found = [read_free(part, meaning.rankings, meaning.resolver, offering=False).result for part in sentences]
    for read in found:
        if isinstance(read, queries.Claim):
            return queries.Settle(read)
    for read in found:
        if isinstance(read, (PlaceAmbiguous, EditionNotHeld, PlaceUnranked, SameCluster)):
            raise Refused(read)
    compared = next((read for read in found if isinstance(read, (queries.Compare, queries.CompareEconomies))), None)
    raise Refused(NoClaim(() if compared is None else _either_way(compared, meaning)))


def _sentences(text: str) -> tuple[str, ...]:
    """Return a text as it is, if that is short enough to be a question, and then its sentences."""
    parts = [part.strip() for part in SENTENCE_END.split(text)]
    each = [part for part in parts if part and len(part) <= QUESTION_LIMIT][:SENTENCES_READ]
    return ((text, *each) if len(each) != 1 else (text,)) if len(text) <= QUESTION_LIMIT else tuple(each)


def _either_way(compared: queries.Compare | queries.CompareEconomies, meaning: Meaning) -> tuple[Choice, ...]:
    """Return the two claims that "A or B" may mean."""
    match compared:
        case queries.Compare((first, second), measure, edition):
            claims = [assertions.Ahead(first, second, measure), assertions.Ahead(second, first, measure)]
        case queries.CompareEconomies((first, second), pillar, edition):
            claims = [assertions.EconomyAhead(first, second, pillar), assertions.EconomyAhead(second, first, pillar)]
        case _:
            return ()
    words = [phrase(queries.Claim(claim, edition), meaning.rankings) for claim in claims]
    return tuple(Choice(claimed, f"{meaning.command} {claimed}") for claimed in words)


def read_verify(text: str, meaning: Meaning) -> Query:
    """Read `verify CODE`, the code of a receipt."""
    if not text.strip():
        raise Refused(MissingWords(meaning.command, "code"))
    try:
        receipt = receipts.read(text, meaning.rankings)
    except ReceiptError:
        raise Refused(NoReceipt(text)) from None
    return queries.Verify(receipt.claim, receipt.outcome, receipt.version)


def read_flip(text: str, meaning: Meaning) -> Query:
    """Read `flip A vs B [EDITION]`, of two clusters."""
    match read_compare(text, meaning):
        case queries.Compare((first, second), Measure.SIZE, edition):
            return queries.Flip(first, second, edition)
        case queries.Compare(measure=measure) if measure is not Measure.SIZE:
            raise Refused(MeasureNotOffered(meaning.command, measure))
        case queries.Compare(clusters=named) | queries.CompareEconomies(economies=named):
            raise Refused(NumberOutOfRange(meaning.command, str(len(named)), 2, 2) if len(named) > 2 else MixedKinds())
        case _:
            raise Refused(MissingWords(meaning.command, "places"))


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
    subjects = _alike(_subjects(_with_separators(text), meaning), meaning)
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
    edition, words = _edition(split(text), meaning)
    return queries.Drawn(queries.Top(queries.LIST_MAXIMUM, meaning.area(words), edition=edition), on_map=True)


def read_count(text: str, meaning: Meaning) -> Query:
    """Read `count [ECONOMY] [EDITION] [in the top N]`."""
    edition, words = _edition(split(text), meaning)
    written, words = take_within(words)
    within = meaning.number(written, RANKS_PUBLISHED, 1, RANKS_PUBLISHED)
    return queries.Count(meaning.area(words), edition, None if written is None else within)


def read_who(text: str, meaning: Meaning) -> Query:
    """Read `who NUMBER [EDITION]`."""
    edition, words = _edition(split(text), meaning)
    written, words = take_number(words)
    if written is None:
        raise Refused(MissingWords(meaning.command, "rank"))
    _refuse_surplus(words, meaning)
    return queries.Who(meaning.number(written, 0, 1, RANKS_PUBLISHED), edition)


def read_where(text: str, meaning: Meaning) -> Query:
    """Read `where PLACE`; with an edition it asks where the place stood, as `rank` does."""
    edition, words = _edition(split(text), meaning)
    found = meaning.subject(words)
    if isinstance(found, ClusterRef) and edition is None:
        return queries.Where(found)
    return read_rank(text, meaning)


def read_method(text: str, meaning: Meaning) -> Query:
    """Read `method [EDITION]`."""
    year, words = take_edition(split(text))
    _refuse_surplus(words, meaning)
    return queries.Method(meaning.edition(year))


def read_source(text: str, meaning: Meaning) -> Query:
    """Read `source PLACE [EDITION]`."""
    edition, words = _edition(split(text), meaning)
    found = meaning.subject(words)
    if isinstance(found, RegionRef):
        raise Refused(MissingWords(meaning.command, "place"))
    return queries.SourceOf(found, edition)


def read_about(text: str, meaning: Meaning) -> Query:
    """Read `about`."""
    _refuse_surplus(split(text), meaning)
    return queries.About()


def read_help(text: str, meaning: Meaning) -> Query:
    """Read `help [COMMAND]`."""
    words = split(text)
    named = next((COMMAND_WORDS[fold(word)] for word in words if fold(word) in COMMAND_WORDS), None)
    if named is None:
        _refuse_surplus(words, meaning)
    return queries.Help(named)


def _edition(words: Words, meaning: Meaning) -> tuple[int | None, Words]:
    """Take the edition; a second one has no place in most commands."""
    year, rest = take_edition(words)
    other, _ = take_edition(rest)
    if other is not None and other != year:
        raise Refused(SurplusWords(meaning.command, str(other)))
    return meaning.edition(year), rest


def _refuse_surplus(words: Words, meaning: Meaning) -> None:
    left = without_fillers(words)
    if left:
        raise Refused(SurplusWords(meaning.command, " ".join(left)))


def _refuse_pillar(words: Words, meaning: Meaning) -> None:
    pillar, _ = take_pillar(words)
    if pillar not in (None, Pillar.GII):
        raise Refused(MeasureNotOffered(meaning.command, pillar))


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
