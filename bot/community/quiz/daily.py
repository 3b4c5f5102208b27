"""The question of the day: the same for everybody, and none twice within a year."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.community.quiz.drafting import WRONG, arranged
from bot.community.quiz.generating import MAKERS, drafted
from bot.community.quiz.proving import Table

if TYPE_CHECKING:
    from datetime import date
    from typing import Self

    from bot.community.quiz.drafting import Draft
    from bot.community.quiz.question import Kind, Question
    from bot.places.resolver import Resolver
    from bot.rankings.model import Rankings

YEAR = 366
"""Days within which no question comes back, as long as there are enough."""


@dataclass(frozen=True, slots=True)
class DailyPool:
    """All questions with choices that a table proves, by kind. Making it takes one or two seconds: keep it for a table.

    The kinds take turns from day to day, and each kind goes through its questions in an order of its own. Only kinds
    that have enough of them take part, so that none comes back within a year.
    """

    table: Table
    kinds: tuple[tuple[Draft, ...], ...]

    @classmethod
    def of(cls, rankings: Rankings, resolver: Resolver) -> Self:
        """Return the pool of some rankings and their places."""
        table = Table.of(rankings, resolver)
        kinds = [drafts for kind in MAKERS if (drafts := _with_choices(kind, table))]
        kinds.sort(key=len, reverse=True)
        while len(kinds) > 1 and len(kinds) * len(kinds[-1]) < YEAR:
            kinds.pop()
        return cls(table, tuple(kinds))

    def question(self, day: date) -> Question | None:
        """Return the question of a day; None only if there is none to ask."""
        if not self.kinds:
            return None
        turn, kind = divmod(day.toordinal(), len(self.kinds))
        drafts = self.kinds[kind]
        return _on(day, drafts[turn % len(drafts)], self.table)


def _with_choices(kind: Kind, table: Table) -> tuple[Draft, ...]:
    """Return the drafts of a kind that have choices and whose proof can be asked for, in an order of their own."""
    drafts = [
        draft
        for theme in MAKERS[kind].themes(kind, table)
        if (draft := drafted(theme, table)) is not None and draft.wrong and table.reader.worded(draft.proof)
    ]
    random.Random(kind).shuffle(drafts)
    return tuple(drafts)


def _on(day: date, draft: Draft, table: Table) -> Question:
    position = random.Random(f"{draft.theme.key}:{day}").randrange(WRONG + 1)
    return arranged(draft, MAKERS[draft.theme.kind].topic, table.reader.worded(draft.proof), position)
