"""From what is proven to a question: which wrong choices are plausible, in which order, and how hard it looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bot.community.quiz.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from random import Random
    from typing import TypeVar

    from bot.community.quiz.proving import Table
    from bot.community.quiz.question import Kind, Offered, Theme, Topic
    from bot.questions.queries import Query

    Item = TypeVar("Item")

WRONG = 3
"""Wrong choices wanted beside the right one; a question with fewer, but at least one, is asked too."""
TRIED = 6
"""So many are put to the proof, for some fail it."""
WINDOWS = (6, 15, 40)
"""Wrong choices come from so many nearest neighbours: the fewer, the harder the question."""

SWING = 200
"""How far an obscure subject, or choices that lie close together, can each move the rating that a question starts with,
from the easiest to the hardest."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A proven question whose choices have no order yet. `wrong` may hold more than are shown, the best first.

    Of an answer that is typed, `wrong` is empty. The reply to `proof` shows why the right one is right.
    """

    theme: Theme
    offered: Offered
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    proof: Query
    difficulty: int
    amounts: Mapping[str, float] = field(default_factory=dict[str, float])


class Maker(NamedTuple):
    """How questions of a kind are made: their themes, and a theme's draft if the engine can prove one.

    A draft's randomness is seeded with its key, so that a question is the same in every quiz and can be rated.
    """

    topic: Topic
    themes: Callable[[Kind, Table], Iterator[Theme]]
    draft: Callable[[Theme, Table, Random], Draft | None]


def nearby(rng: Random, others: Sequence[Item], at: int) -> list[Item]:
    """Return a few of some neighbours in order of rank, drawn from those nearest to a position among them."""
    window = rng.choice(WINDOWS)
    nearest = sorted(range(len(others)), key=lambda index: abs(index - at + 0.5))[:window]
    return [others[index] for index in rng.sample(nearest, min(TRIED, len(nearest)))]


def proven(tried: Iterable[Item], is_wrong: Callable[[Item], bool]) -> tuple[Item, ...]:
    """Return the first few that are proven wrong."""
    found: list[Item] = []
    for each in tried:
        if len(found) == WRONG:
            break
        if is_wrong(each):
            found.append(each)
    return tuple(found)


def ladder(rng: Random, right: int, low: int, high: int) -> list[int]:
    """Return numbers around the right one, three on each side where there is room, a few apart, the nearest first."""
    widest = max(1, min(9, right // 4))
    step = rng.randint(1, widest)
    rungs = (right + sign * distance * step for distance in range(1, WRONG + 1) for sign in (-1, 1))
    return [rung for rung in rungs if low <= rung <= high]


def difficulty(base: int, obscure: float, close: float = 0.5) -> int:
    """Return the rating to start with.

    `obscure` and `close` go from 0 to 1: how little known the subject is, and how near the choices are to each other.
    """
    kept = (min(1.0, max(0.0, part)) - 0.5 for part in (obscure, close))
    return round(base + SWING * sum(kept))


def arranged(draft: Draft, topic: Topic, proof: str, position: int) -> Question:
    """Return a draft's question with the right choice at a position from 0, or as near to it as can be.

    `proof` are the words that ask for the draft's proof.
    """
    choices: list[str] = []
    if draft.wrong and draft.offered.ordered:
        choices = _in_order(draft, position)
    elif draft.wrong:
        choices = list(draft.wrong[:WRONG])
        choices.insert(min(position, len(choices)), draft.right[0])
    return Question(
        topic=topic,
        theme=draft.theme,
        offered=draft.offered,
        choices=tuple(choices),
        right=draft.right,
        proof=proof,
        difficulty=draft.difficulty,
        amounts=tuple(draft.amounts[choice] for choice in choices) if draft.amounts else (),
    )


def _in_order(draft: Draft, position: int) -> list[str]:
    """Return numbers in rising order: as many below the right one as its position says, if there are so many."""
    right = int(draft.right[0])
    below = [number for number in map(int, draft.wrong) if number < right]
    above = [number for number in map(int, draft.wrong) if number > right]
    lower = max(min(position, len(below)), WRONG - len(above))
    kept = sorted((*below[:lower], right, *above[: WRONG - min(lower, len(below))]))
    return [str(number) for number in kept]
