"""What was typed into the form, read as an entry, and an entry written back into the form."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot.community.pool.model import FIVE, NUMBER_MAXIMUM, Entry, HowMany, Leader, TopFive, Will
from bot.community.pool.problems import (
    Empty,
    NamedTwice,
    NoPlace,
    NotAChance,
    NotANumber,
    NotFive,
    Problem,
)
from bot.places.matches import Ambiguous, ClusterPlace, Match, Unknown, Unranked
from bot.questions.failures import PlaceAmbiguous, PlaceUnknown, PlaceUnranked
from bot.questions.meaning import choices
from bot.questions.words import clean, fold, number_in

if TYPE_CHECKING:
    from bot.community.pool.model import Prediction, Prompt
    from bot.community.pool.problems import Wrong
    from bot.questions.failures import Failure
    from bot.questions.reader import Reader
    from bot.rankings.model import Rankings

FIELD_LIMIT = 400
"""Characters that a field of the form takes; what comes after is not read."""

_LINES = re.compile(r"[;；\n]+")
_COMMAS = re.compile(r"[;；\n,，、]+")
_NUMBERING = re.compile(r"^\s*(?:#\s*)?[1-5]\s*[.):]\s*|^\s*#\s*[1-5]\s+|^\s*[1-5]\s+(?=\D)|^\s*[-•]\s+")
_CERTAIN = {"yes": 100, "no": 0}


def read_entry(prompts: tuple[Prompt, ...], fields: tuple[str, ...], reader: Reader) -> Entry | tuple[Problem, ...]:
    """Return the entry that the fields of a form make, one per prompt, or everything that is wrong with them."""
    predictions: list[Prediction] = []
    problems: list[Problem] = []
    for index, (prompt, field) in enumerate(zip(prompts, fields, strict=True)):
        read, wrongs = _read(prompt, unicodedata.normalize("NFKC", field[:FIELD_LIMIT]).strip(), reader)
        predictions += [] if read is None else [read]
        problems += [Problem(index, wrong) for wrong in wrongs]
    return tuple(problems) if problems else Entry(tuple(predictions))


def prefilled(prompts: tuple[Prompt, ...], entry: Entry, rankings: Rankings) -> tuple[str, ...]:
    """Return the fields of a form that make an entry again; a name is what a cluster was last published as."""
    return tuple(_field(prompt, made, rankings) for prompt, made in zip(prompts, entry.predictions, strict=True))


def _field(prompt: Prompt, prediction: Prediction, rankings: Rankings) -> str:
    if isinstance(prediction, tuple):
        return "\n".join(_named(cluster, rankings) for cluster in prediction)
    if isinstance(prediction, str):
        return _named(prediction, rankings)
    return f"{prediction}%" if isinstance(prompt, Will) else str(prediction)


def _named(cluster: str, rankings: Rankings) -> str:
    """Return a cluster's name; nothing where the tables have lost it since."""
    held = rankings.clusters.get(cluster)
    return "" if held is None else held.name


def _read(prompt: Prompt, text: str, reader: Reader) -> tuple[Prediction | None, tuple[Wrong, ...]]:
    if not text:
        return None, (Empty(),)
    match prompt:
        case TopFive():
            return _five(text, reader)
        case Leader():
            found = _cluster(text, reader)
            return (found, ()) if isinstance(found, str) else (None, (NoPlace(found),))
        case HowMany():
            number = _whole(text)
            return (None, (NotANumber(text, NUMBER_MAXIMUM),)) if number is None else (number, ())
        case Will():
            chance = _CERTAIN.get(fold(text), _whole(text.removesuffix("%").strip()))
            return (None, (NotAChance(text),)) if chance is None else (chance, ())


def _whole(text: str) -> int | None:
    """Return a whole number from 0 to 100, in digits or in words."""
    written = number_in(text) or ""
    return int(written) if written.isdecimal() and len(written) <= 3 and int(written) <= NUMBER_MAXIMUM else None


def _five(text: str, reader: Reader) -> tuple[tuple[str, ...] | None, tuple[Wrong, ...]]:
    """Read five names: one a line or between semicolons, else between commas."""
    names = [name for part in _LINES.split(text) if (name := _unnumbered(part))]
    if len(names) != FIVE:
        names = [name for part in _COMMAS.split(text) if (name := _unnumbered(part))]
    if len(names) != FIVE:
        return None, (NotFive(len(names)),)
    wrongs: list[Wrong] = []
    clusters: list[str] = []
    for position, name in enumerate(names, start=1):
        found = _cluster(name, reader)
        if not isinstance(found, str):
            wrongs.append(NoPlace(found, position))
        elif found in clusters:
            wrongs.append(NamedTwice(found, (clusters.index(found) + 1, position)))
        clusters.append(found if isinstance(found, str) else "")
    return (None, tuple(wrongs)) if wrongs else (tuple(clusters), ())


def _unnumbered(part: str) -> str:
    return clean(_NUMBERING.sub("", part, count=1))


def _cluster(name: str, reader: Reader) -> str | Failure:
    """Return the id of the cluster that a name means in whatever spelling, or why it means none."""
    match found := reader.resolver.place(name):
        case Match(place=ClusterPlace(cluster)):
            return cluster
        case Ambiguous():
            return _one_of(found, reader.rankings)
        case Unranked():
            return PlaceUnranked(name, found.place, found.nearest)
        case Unknown():
            return PlaceUnknown(name, found.suggestions, state=found.state)
        case Match():
            return PlaceUnknown(name)


def _one_of(found: Ambiguous, rankings: Rankings) -> str | Failure:
    """Return which of several places is meant: only clusters can be, so what is outside all of them does not count."""
    clusters = tuple(each for each in found.candidates if isinstance(each.place, ClusterPlace))
    match clusters, found.candidates[0]:
        case (Match(place=ClusterPlace(cluster)),), _:
            return cluster
        case (), Unranked(place=place):
            return PlaceUnranked(found.text, place)
        case _:
            return PlaceAmbiguous(found.text, choices(rankings, clusters))
