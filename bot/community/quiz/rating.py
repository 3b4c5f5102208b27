"""How hard a question is and how well somebody plays, learned from answers: Elo, with a guess allowed for.

Each answer is a match between a person and a question. A person wins by answering right. The chance of that is

    c + (1 - c) / (1 + 10 ** ((question - person) / 400))

where c is the chance of a blind guess (1/4 with four choices, 0 for a typed answer). After the match each rating moves
by K times the surprise, the question's the other way. K falls from 64 for the first answer to 12 (`step`).
The scale is that of Elo (The Rating of Chessplayers, 1978): 400 points are odds of ten to one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.community.quiz.question import Band

if TYPE_CHECKING:
    from collections.abc import Sequence

MIDDLE = 1500
"""The rating of a question of middling difficulty, and of a person who has not answered yet."""
SCALE = 400
FIRST_STEP = 64
LAST_STEP = 12
HALVED_AFTER = 20
"""After so many answers half of the way from the first step to the last is gone."""

EASY_BELOW = 1425
HARD_FROM = 1575


@dataclass(frozen=True, slots=True)
class Rated:
    """The rating of a person or a question, and how many answers it rests on."""

    rating: float = MIDDLE
    answers: int = 0


def expected(person: float, question: float, chance: float) -> float:
    """Return how likely somebody is right, where a blind guess is so with `chance`."""
    return chance + (1 - chance) / (1 + 10 ** ((question - person) / SCALE))


def step(answers: int) -> float:
    """Return K, how far a full surprise moves a rating that rests on so many answers."""
    return LAST_STEP + (FIRST_STEP - LAST_STEP) * HALVED_AFTER / (HALVED_AFTER + answers)


def rate(person: Rated, question: Rated, chance: float, *, right: bool) -> tuple[Rated, Rated]:
    """Return the ratings of a person and a question after an answer."""
    surprise = right - expected(person.rating, question.rating, chance)
    return (
        Rated(person.rating + step(person.answers) * surprise, person.answers + 1),
        Rated(question.rating - step(question.answers) * surprise, question.answers + 1),
    )


def rate_round(
    question: Rated, chance: float, answers: Sequence[tuple[Rated, bool]]
) -> tuple[Rated, tuple[Rated, ...]]:
    """Return the ratings of a question and of those who answered it, in their order, each with whether it was right."""
    people: list[Rated] = []
    for person, right in answers:
        after, question = rate(person, question, chance, right=right)
        people.append(after)
    return question, tuple(people)


def band_of(rating: float) -> Band:
    """Return how hard a question of a rating is."""
    if rating < EASY_BELOW:
        return Band.EASY
    return Band.HARD if rating >= HARD_FROM else Band.MEDIUM
