"""The one way through: text → query → answer → reply. Every door calls this and adds nothing of its own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.answers.answering import answer
from bot.answers.model import TopAnswer
from bot.answers.values import CaveatKind, Status
from bot.places.remembering import remembering
from bot.places.resolver import Resolver
from bot.questions import failures, queries
from bot.questions.alternatives import by_other_measures, in_edition
from bot.questions.patterns import compile_all
from bot.questions.phrasing import phrase
from bot.questions.queries import Drawn, Rank, Settle, Verify
from bot.questions.reader import Reader
from bot.rankings.loading import load
from bot.rankings.shipped import shipped_directory
from bot.replies.composing.compose import compose
from bot.replies.composing.failures import compose_failure
from bot.replies.composing.reading import reading
from bot.replies.outcome import Outcome
from bot.replies.paging import paginate
from bot.replies.pictures.maps import map_picture
from bot.replies.pictures.pictured import drawable, pictured
from bot.replies.reply import Button
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Self

    from bot.answers.model import Answer
    from bot.questions.queries import Query
    from bot.rankings.model import Rankings
    from bot.replies.pictures.model import Picture
    from bot.replies.reply import Reply

CHARTED = (
    queries.History,
    queries.EconomyHistory,
    queries.Compare,
    queries.CompareEconomies,
    queries.Top,
    queries.EconomyRanking,
    queries.EconomyProfile,
)
"""Questions whose replies offer a chart."""

MEASURES_OFFERED = 2
"""So many other measures are offered under a reply whose question was inferred."""


ANSWERS_KEPT = 512
"""Of 3 KiB, most of them; the longest of 50 KiB."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """One table with its places, ready to answer. Replace it by assignment; it never changes.

    The last answers to short texts are kept: when an edition is released, many ask the same.
    """

    rankings: Rankings
    resolver: Resolver
    reader: Reader
    _remembered: Callable[[str, Query | None], Outcome] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_remembered", remembering(self._asked, ANSWERS_KEPT))

    @classmethod
    def over(cls, rankings: Rankings, resolver: Resolver) -> Self:
        """Return a pipeline over a table."""
        return cls(rankings, resolver, Reader(rankings, resolver))

    def warm(self) -> None:
        """Make what otherwise the first questions would wait for: patterns, and what misspelt names need. 0.1 s."""
        compile_all()
        for text in ("rank Mnuich, Germany", "top 3 Germny"):
            self.reader.read(text)

    def ask(self, text: str, last: Query | None = None) -> Outcome:
        """Answer a text. Any text is safe: what cannot be answered becomes a failure with its own sentence.

        `last` is what the person asked before; a text such as "and in 2022?" then changes that.
        """
        return self._remembered(text, last)

    def _asked(self, text: str, last: Query | None) -> Outcome:
        read = (self.reader.follow(text, last) if last is not None else None) or self.reader.read(text)
        if isinstance(read.result, failures.Failure):
            return Outcome(text=text, failure=read.result, pages=(compose_failure(read.result),))
        return self.answer(read.result, text, inferred=read.inferred)

    def answer(self, query: Query, text: str = "", *, inferred: bool = False) -> Outcome:
        """Answer a query; `text` is what it was read from. An inferred reading is shown with the reply."""
        found = answer(query, self.rankings)
        reply = compose(found)
        if isinstance(query, Drawn):
            return self._drawn(query, found, reply, text)
        if isinstance(query, (Settle, Verify)):
            return self._settled(query, found, reply, text)
        if isinstance(query, CHARTED) and drawable(found):
            reply = replace(reply, chart=phrase(Drawn(query), self.rankings))
        if inferred:
            edition: int | None = getattr(found, "edition", None)
            if not isinstance(query, Rank):  # a rank says in its own three lines how it was read
                reply = replace(reply, reading=reading(query, self.rankings, edition))
            reply = replace(reply, alternatives=tuple(self._alternatives(query, edition)))
        return Outcome(text=text, query=query, answer=found, pages=paginate(reply))

    def _drawn(self, query: Drawn, found: Answer, reply: Reply, text: str) -> Outcome:
        """Return the reply in words, complete in itself, with the picture that was asked for."""
        picture: Picture | None = None
        if not query.on_map:
            picture = pictured(found)
        elif isinstance(found, TopAnswer):
            picture = map_picture(found, self.resolver.points)
        if picture is None:
            reply = replace(reply, notes=(*reply.notes, say("chart.none")))
        return Outcome(text=text, query=query, answer=found, pages=paginate(reply), picture=picture)

    def _settled(self, query: Settle | Verify, found: Answer, reply: Reply, text: str) -> Outcome:
        """Show with a verdict what exactly was judged."""
        edition = query.claim.edition
        judged = replace(reply, reading=reading(query, self.rankings, edition))
        return Outcome(text=text, query=query, answer=found, pages=paginate(judged))

    def _alternatives(self, query: Query, edition: int | None) -> Iterator[Button]:
        """Yield what else a question may have meant, of what can be answered: two measures and an edition at most."""
        measured = 0
        for measure, other in by_other_measures(query):
            words = self._answerable(other)
            if words and measured < MEASURES_OFFERED:
                measured += 1
                yield Button(say("alternative.measure", measure=say(f"measure.{measure}")), words)
        for year in sorted(self.rankings.editions, reverse=True):
            other = in_edition(query, year) if edition is not None and year < edition else None
            words = "" if other is None else self._answerable(other)
            if words:
                yield Button(say("alternative.edition", edition=year), words)
                return

    def _answerable(self, query: Query) -> str:
        """Return words that ask a query, if it has an answer for just what it asks."""
        found = answer(query, self.rankings)
        older = any(caveat.kind is CaveatKind.OLDER_EDITION for caveat in found.caveats)
        return "" if older or found.status is not Status.ANSWERED else self.reader.worded(query)


def open_pipeline(overlay: Path | None = None) -> Pipeline:
    """Load the shipped tables, with an overlay of imported ones lying over them, and make them ready to answer.

    Raises:
        DataError: a table is unreadable, or the overlay breaks a rule of the data package.
    """
    if overlay is not None:
        from bot.rankings.checking import require_sound  # noqa: PLC0415 - only an overlay needs the checker

        require_sound(shipped_directory(), overlay)
    rankings = load(overlay)
    return Pipeline.over(rankings, Resolver.from_files(rankings))
