"""Choosing the questions of a quiz: many and varied ones."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from bot.community.quiz import about_clusters, about_counts, about_economies, about_history, about_places
from bot.community.quiz.drafting import WRONG, arranged
from bot.community.quiz.proving import Table
from bot.community.quiz.question import Offered
from bot.community.quiz.rating import band_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from bot.community.quiz.drafting import Draft, Maker
    from bot.community.quiz.question import Band, Kind, Question, Theme, Topic
    from bot.places.resolver import Resolver
    from bot.rankings.model import Rankings

MAKERS: dict[Kind, Maker] = {
    **about_clusters.MAKERS,
    **about_counts.MAKERS,
    **about_economies.MAKERS,
    **about_history.MAKERS,
    **about_places.MAKERS,
}


def drafted(theme: Theme, table: Table) -> Draft | None:
    """Return the draft of a theme, always the same from the same table; None where the engine does not prove one."""
    return MAKERS[theme.kind].draft(theme, table, random.Random(theme.key))


def generate(
    rankings: Rankings,
    resolver: Resolver,
    rng: Random,
    count: int,
    topic: Topic | None = None,
    band: Band | None = None,
    ratings: Mapping[str, float] | None = None,
) -> tuple[Question, ...]:
    """Return so many proven questions, or fewer where there are no more, all on different subjects.

    Without a topic or a band they are of any. The kinds take turns, and so do the positions of the right choice.
    `ratings` are the learned ratings of questions by their keys; others go by the rating they start with.
    """
    table = Table.of(rankings, resolver)
    learned: Mapping[str, float] = {} if ratings is None else ratings
    positions = _positions(rng)
    used: set[str] = set()
    questions: list[Question] = []
    for draft in _turns(table, rng, topic, band, learned):
        if len(questions) == count:
            break
        subjects = _subjects(draft)
        if band is not None and band_of(learned.get(draft.theme.key, draft.difficulty)) is not band:
            continue
        proof = table.reader.worded(draft.proof) if used.isdisjoint(subjects) else ""
        if proof:
            used |= subjects
            questions.append(arranged(draft, MAKERS[draft.theme.kind].topic, proof, next(positions)))
    return tuple(questions)


def _turns(
    table: Table, rng: Random, topic: Topic | None, band: Band | None, learned: Mapping[str, float]
) -> Iterator[Draft]:
    """Yield drafts in random order, the kinds in turns, until every theme had its turn."""
    kinds = [kind for kind, maker in MAKERS.items() if topic in (None, maker.topic)]
    rng.shuffle(kinds)
    running = [_drafts(kind, table, rng, band, learned) for kind in kinds]
    while running:
        for drafts in tuple(running):
            draft = next(drafts, None)
            if draft is None:
                running.remove(drafts)
            else:
                yield draft


def _drafts(kind: Kind, table: Table, rng: Random, band: Band | None, learned: Mapping[str, float]) -> Iterator[Draft]:
    themes = list(MAKERS[kind].themes(kind, table))
    rng.shuffle(themes)
    for theme in themes:
        known = learned.get(theme.key)
        if band is not None and known is not None and band_of(known) is not band:
            continue
        draft = drafted(theme, table)
        if draft is not None:
            yield draft


def _subjects(draft: Draft) -> set[str]:
    """Return whom a question is about: what its words name and, unless its answer is typed, what is right."""
    right = draft.right if draft.wrong and not draft.offered.ordered and draft.offered is not Offered.PILLAR else ()
    return {draft.theme.subject or draft.theme.key, *right}


def _positions(rng: Random) -> Iterator[int]:
    """Yield positions for the right choice without end, each as often as the others."""
    while True:
        yield from rng.sample(range(WRONG + 1), WRONG + 1)
