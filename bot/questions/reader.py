"""From a person's words to a query, or to the reason why not: the first half of the pipeline."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, cast

from rapidfuzz.distance import OSA

from bot.places.matches import How, Unknown
from bot.questions.commands import READERS
from bot.questions.commands_places import VERSUS
from bot.questions.failures import (
    AreaUnknown,
    Choice,
    EditionNotHeld,
    Empty,
    Failure,
    MeasureNotOffered,
    MissingWords,
    NeitherCommandNorPlace,
    NoClaim,
    NotAnEconomy,
    NotUnderstood,
    PlaceAmbiguous,
    PlaceUnknown,
    SurplusWords,
    TooLong,
    UnknownCommand,
)
from bot.questions.following import follow
from bot.questions.free.understanding import read_free
from bot.questions.free.vocabulary import KNOWN_WORDS
from bot.questions.lexicon import COMMAND_WORDS, COMMANDS, DIRECTIONS, FILLERS, SMALL_WORDS
from bot.questions.meaning import Meaning, Refused
from bot.questions.namesakes import unclear
from bot.questions.phrasing import phrase
from bot.questions.queries import (
    Claim,
    CompareEconomies,
    Drawn,
    EconomyHistory,
    EconomyProfile,
    Flip,
    Settle,
    Verify,
    Where,
)
from bot.questions.reading import Reading
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef
from bot.questions.same import same
from bot.questions.words import QUESTION_LIMIT, STATEMENT_LIMIT, clean, fold, split

if TYPE_CHECKING:
    from bot.places.resolver import Resolver
    from bot.questions.queries import Query
    from bot.questions.words import Words
    from bot.rankings.model import Rankings

OPEN = (PlaceUnknown, AreaUnknown, SurplusWords, MissingWords, MeasureNotOffered, NotAnEconomy)
"""Failures of a command that leave it open whether the words ask something in plain language."""

ASKING = ("who", "where")
"""Commands that open sentences too: "who was mayor of Vienna in 1910" asks for no edition."""

STATED = (Settle, Verify, Flip, Drawn)
"""What is asked by command only: no sentence in plain words opens like that."""

SETTLING = re.compile(r"\s*settle\s", re.IGNORECASE)
"""What opens a statement to be settled; it may be a whole message, whose line ends part its sentences."""

WAGER = re.compile(
    r"\s*settle (?:this|something|it|(?:(?:a|an|this|the|our|my|that|one) )?(?:\w+ )?"
    r"(?:bet|wager|argument|debate|dispute|discussion|quarrel|fight|disagreement))"
    r"(?: (?:for (?:me|us|once|(?:my|our|the) \w+)|once and for all|please|pls|plz|between (?:friends|us|colleagues)"
    r"|with my \w+))*"
    r"(?:\s*[:,.;!–—-]\s*|\s+(?=\S.* or ))",
    re.IGNORECASE,
)
"""What opens like a command and only says why somebody asks: "settle a bet: Toronto or Vancouver?"."""

CLUSTER_WORDS = frozenset(("cluster", "clusters"))
"""What makes a question about economies one that is not about the index."""

BARE_PLACE_WORDS = 4
"""A text without a command that is longer than this is a sentence, not the name of a place."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts against one table and its places."""

    rankings: Rankings
    resolver: Resolver

    def read(self, text: str) -> Reading:
        """Return the query that a text asks, or why it asks none. Any text is safe; long ones are refused unread."""
        return self._read(text, offering=True)

    def _read(self, text: str, *, offering: bool) -> Reading:
        """Read a text; whether other readings are offered where it asks nothing, which takes reading those too."""
        reading = self._understood(text, offering=offering)
        asked_back = unclear(reading.result, clean(text[:QUESTION_LIMIT]), self.rankings)
        return reading if asked_back is None else Reading(asked_back)

    def _understood(self, text: str, *, offering: bool) -> Reading:
        """Read a text; a name that several clusters bear is taken for the one whose whole name it is."""
        limit = STATEMENT_LIMIT if SETTLING.match(text) else QUESTION_LIMIT
        if len(text) > limit:
            return Reading(TooLong(limit))
        question = clean(text) if limit == QUESTION_LIMIT else text.strip()
        words = split(question)
        if not words:
            return Reading(Empty())
        commanded = self._commanded(question)
        if isinstance(commanded, NoClaim) and (wager := WAGER.match(question)):
            asked = self._read(question[wager.end() :], offering=False)
            return Reading(commanded) if isinstance(asked.result, (Failure, Claim)) else asked
        asked = isinstance(commanded, EditionNotHeld) and fold(words[0]) in ASKING
        if commanded is not None and (len(words) == 1 or not (isinstance(commanded, OPEN) or asked)):
            if isinstance(commanded, Failure):
                return Reading(self._with_questions(commanded, question) if offering else commanded)
            settled = isinstance(commanded, STATED) or _asks_membership(commanded, words) or _profiled(commanded, words)
            plain = None if settled else self._in_plain_words(question, words)
            return plain or Reading(commanded, _misspelt(commanded))
        free = read_free(question, self.rankings, self.resolver, offering=offering)
        if not isinstance(free.result, Failure):
            return free
        if asked and isinstance(free.result, NotUnderstood):
            return Reading(free.result)
        if commanded is None and isinstance(free.result, NotUnderstood):
            commanded = self._bare(question)
        if isinstance(commanded, (PlaceUnknown, SurplusWords)) and not isinstance(free.result, NotUnderstood):
            commanded = free.result
        failure = commanded or free.result
        if not offering or not isinstance(failure, Failure):
            return Reading(failure)
        if isinstance(failure, (NotUnderstood, SurplusWords)):
            readings = self._worded(free.nearest)
            return Reading(NotUnderstood(question, readings) if readings else failure)
        return Reading(self._with_questions(failure, question))

    def _with_questions(self, failure: Failure, question: str) -> Failure:
        """Give each place that may have been meant the question that means it: the one asked, its name made plain.

        Of near names only those are offered with which the question can be asked.
        """
        match failure:
            case PlaceAmbiguous(text, choices):
                asked = (replace(choice, question=_substituted(question, text, choice.name)) for choice in choices)
                return replace(failure, choices=tuple(asked))
            case PlaceUnknown(text, suggestions) | AreaUnknown(_, text, suggestions):
                choices = tuple(Choice(name, _substituted(question, text, name)) for name in suggestions)
                readable = (choice for choice in choices if self._is_readable(choice.question))
                return replace(failure, choices=tuple(readable))
            case _:
                return failure

    def _is_readable(self, question: str) -> bool:
        """Whether a question asks something. What it would offer is not looked at: that may be the one it came from."""
        return not isinstance(self._read(question, offering=False).result, Failure)

    def worded(self, query: Query) -> str:
        """Return words that are read as a query, the shortest known; empty where there are none."""
        words = phrase(query, self.rankings)
        read = self._read(words, offering=False).result if words else None
        return words if read is not None and not isinstance(read, Failure) and same(read, query) else ""

    def _worded(self, found: tuple[Query, ...]) -> tuple[Choice, ...]:
        """Return queries as choices: only those that words can ask."""
        return tuple(Choice(words, words) for words in dict.fromkeys(map(self.worded, found)) if words)

    def follow(self, text: str, last: Query) -> Reading | None:
        """Return what a text asks as a follow-up to a query; None where it is a question of its own."""
        question = clean(text[:QUESTION_LIMIT])
        try:
            query = follow(question, last, Meaning(self.rankings, self.resolver, "rank"))
        except Refused:
            return None
        return None if query is None else Reading(query, inferred=True)

    def _in_plain_words(self, question: str, words: Words) -> Reading | None:
        """Return the free reading of what only looks like a command; None where it is one, or says nothing freely.

        Small words and synonyms of a command betray a sentence: "last year's number one" asks for no last place.
        """
        spoken = fold(words[0]) not in COMMANDS or not FILLERS.isdisjoint(map(fold, words[1:]))
        free = read_free(question, self.rankings, self.resolver, offering=False) if spoken else None
        return None if free is None or isinstance(free.result, Failure) else free

    def _commanded(self, question: str) -> Query | Failure | None:
        """Read a text that opens with a command; None where it opens with none."""
        opening = self._opening(question)
        if opening is None:
            return None
        command, rest = opening
        try:
            query = READERS[command](rest, Meaning(self.rankings, self.resolver, command))
        except Refused as refused:
            return refused.failure
        of_the_index = isinstance(query, (CompareEconomies, EconomyHistory))
        return None if of_the_index and not CLUSTER_WORDS.isdisjoint(map(fold, split(rest))) else query

    def _opening(self, question: str) -> tuple[str, str] | None:
        """Return the command a question opens with and what follows it."""
        first, _, rest = question.partition(" ")
        folded = fold("".join(split(first)))
        command = COMMAND_WORDS.get(folded)
        if command is None:
            return None
        if command == "movers" and folded in DIRECTIONS:
            return command, question
        return command, rest

    def _bare(self, question: str) -> Query | Failure:
        """Say why a text without a command, which is no free question either, was not understood.

        Only "A vs B" may still be read: there a name that nobody knows gets a better answer than the whole.
        """
        words = split(question)
        known = fold(words[0]) in KNOWN_WORDS or self.resolver.exact_place(words[0]) is not None
        nearest = None if known else _nearest_command(words[0])
        if nearest is not None:
            return UnknownCommand(words[0], " ".join((nearest, *words[1:])))
        if VERSUS.search(question):
            try:
                READERS["compare"](question, Meaning(self.rankings, self.resolver, "compare"))
            except Refused as refused:
                return refused.failure
            return NotUnderstood(question)
        if len(words) > BARE_PLACE_WORDS or any(fold(word) in SMALL_WORDS for word in words):
            return NotUnderstood(question)
        found = self.resolver.place(" ".join(words))
        if isinstance(found, Unknown) and (found.suggestions or found.state):
            return PlaceUnknown(found.text, found.suggestions, state=found.state)
        return NeitherCommandNorPlace(" ".join(words))


def _asks_membership(query: Query, words: Words) -> bool:
    """Whether "where is Yokohama" was read: a free reading gives the rank, and not what the city belongs to."""
    return isinstance(query, Where) and fold(words[0]) == "where" and "ranked" not in map(fold, words)


def _profiled(query: Query, words: Words) -> bool:
    """Whether "economy Republic of Moldova" was read: its "of" is no small word that betrays a sentence."""
    return isinstance(query, EconomyProfile) and fold(words[0]) == "economy"


def _misspelt(read: object) -> bool:
    """Whether a name anywhere in a query was read as a misspelling."""
    if isinstance(read, tuple):
        return any(map(_misspelt, cast("tuple[object, ...]", read)))
    if isinstance(read, (ClusterRef, EconomyRef, RegionRef)):
        return read.how is How.FUZZY
    return is_dataclass(read) and any(_misspelt(getattr(read, field.name)) for field in fields(read))


def _nearest_command(word: str) -> str | None:
    """Return the command that a word misspells by one letter, or by two in a long word; None if there is none."""
    folded = fold(word)
    budget = 0 if len(folded) < 4 else 1 if len(folded) <= 6 else 2
    distances = ((OSA.distance(folded, command, score_cutoff=budget), command) for command in COMMANDS)
    near = min(distances, default=(budget + 1, ""))
    return near[1] if near[0] <= budget else None


def _substituted(question: str, unclear: str, clear: str) -> str:
    return question.replace(unclear, clear, 1) if unclear in question else f"rank {clear}"
