"""Several places in one command: "A vs B", "A, B and C", a list without commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.commands_taking import edition_in
from bot.questions.failures import (
    MeasureNotOffered,
    MissingWords,
    MixedKinds,
    NumberOutOfRange,
    SameCluster,
)
from bot.questions.meaning import Refused
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef
from bot.questions.words import (
    Words,
    split,
    take_measure,
    take_pillar,
    without_fillers,
)
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.questions.meaning import Meaning
    from bot.questions.queries import Query
    from bot.questions.refs import Subject

VERSUS = re.compile(r"(?<!\S)(?:vs\.?|versus|v\.?|against)(?!\S)", re.IGNORECASE)
COMMA = re.compile(r"[,;/&|+、，]")

LONGEST_NAME = 16
"""Words of the longest name, with where it lies: cities have names of fourteen."""

JOINING = frozenset((",", "and", "or", "with", "to", "than", "et", "und", "e", "y"))


def read_compare(text: str, meaning: Meaning) -> Query:
    """Read `compare A vs B [vs C …] [MEASURE] [EDITION]`, of two to five clusters or economies."""
    edition, words = edition_in(with_separators(text), meaning)
    measure, words = take_measure(words)
    pillar, words = take_pillar(words) if measure is None else (None, words)
    subjects = alike(subjects_in(words, meaning), meaning)
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


def with_separators(text: str) -> Words:
    """Return the words with a word of its own for each separator: `|` for "vs", `,` for commas and their like."""
    spaced = VERSUS.sub(" | ", COMMA.sub(" , ", text))
    return tuple(word for raw in spaced.split() if (word := raw if raw in ("|", ",") else "".join(split(raw))))


def subjects_in(words: Words, meaning: Meaning) -> tuple[Subject, ...]:
    """Return the clusters and economies that words name, in order.

    Raises:
        Refused: one of them is unknown, ambiguous or neither.
    """
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


def alike(subjects: tuple[Subject, ...], meaning: Meaning) -> tuple[Subject, ...]:
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
