"""From a person's words to a query, or to the reason why not: the first half of the pipeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.questions.commands import READERS, VERSUS
from bot.questions.failures import (
    AreaUnknown,
    Choice,
    Empty,
    NeitherCommandNorPlace,
    NotUnderstood,
    PlaceAmbiguous,
    PlaceUnknown,
    TooLong,
    UnknownCommand,
)
from bot.questions.lexicon import COMMAND_WORDS, COMMANDS, DIRECTIONS, SMALL_WORDS
from bot.questions.meaning import Meaning, Refused
from bot.questions.words import QUESTION_LIMIT, clean, fold, split

if TYPE_CHECKING:
    from bot.places.resolver import Resolver
    from bot.questions.failures import Failure
    from bot.questions.queries import Query
    from bot.rankings.model import Rankings

BARE_PLACE_WORDS = 4
"""A text without a command that is longer than this is a sentence, not the name of a place."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads texts against one table and its places."""

    rankings: Rankings
    resolver: Resolver

    def read(self, text: str) -> Query | Failure:
        """Return the query that a text asks, or why it asks none. Any text is safe; long ones are refused unread."""
        if len(text) > QUESTION_LIMIT:
            return TooLong(QUESTION_LIMIT)
        question = clean(text)
        words = split(question)
        if not words:
            return Empty()
        opening = self._opening(question)
        try:
            if opening is None:
                return self._bare(question)
            command, rest = opening
            return READERS[command](rest, Meaning(self.rankings, self.resolver, command))
        except Refused as refused:
            return _with_questions(refused.failure, question)

    def _opening(self, question: str) -> tuple[str, str] | None:
        """Return the command a question opens with and what follows it."""
        first, _, rest = question.partition(" ")
        folded = fold("".join(split(first)))
        if folded == "how" and rest.casefold().startswith("many "):
            return "count", rest[len("many ") :]
        command = COMMAND_WORDS.get(folded)
        if command is None:
            return None
        if command == "movers" and folded in DIRECTIONS:
            return command, question
        return command, rest

    def _bare(self, question: str) -> Query | Failure:
        """Read a text without a command: "London vs Paris" compares, a bare place is ranked."""
        if VERSUS.search(question):
            return READERS["compare"](question, Meaning(self.rankings, self.resolver, "compare"))
        words = split(question)
        try:
            return READERS["rank"](question, Meaning(self.rankings, self.resolver, "rank"))
        except Refused as refused:
            if not isinstance(refused.failure, (PlaceUnknown, AreaUnknown)):
                raise
            nearest = _nearest_command(words[0])
            if nearest is not None:
                return UnknownCommand(words[0], " ".join((nearest, *words[1:])))
            if isinstance(refused.failure, PlaceUnknown) and refused.failure.suggestions:
                raise
            if len(words) > BARE_PLACE_WORDS or any(fold(word) in SMALL_WORDS for word in words):
                return NotUnderstood(question)
            return NeitherCommandNorPlace(" ".join(words))


def _nearest_command(word: str) -> str | None:
    """Return the command that a word misspells by one letter, or by two in a long word; None if there is none."""
    folded = fold(word)
    budget = 0 if len(folded) < 3 else 1 if len(folded) <= 6 else 2
    distances = ((OSA.distance(folded, command, score_cutoff=budget), command) for command in COMMANDS)
    near = min(distances, default=(budget + 1, ""))
    return near[1] if near[0] <= budget else None


def _with_questions(failure: Failure, question: str) -> Failure:
    """Give each choice of an ambiguity the question that means it: the one asked, with the name made plain."""
    if not isinstance(failure, PlaceAmbiguous):
        return failure
    return replace(
        failure,
        choices=tuple(
            Choice(choice.name, _substituted(question, failure.text, choice.name)) for choice in failure.choices
        ),
    )


def _substituted(question: str, unclear: str, clear: str) -> str:
    return question.replace(unclear, clear, 1) if unclear in question else f"rank {clear}"
