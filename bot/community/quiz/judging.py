"""What a typed answer means, and how near a wrong one comes. Both are settled before and beside the game.

Nothing that a person typed goes into the game: only the id of the cluster it was read as.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.answering import answer
from bot.answers.model import RankAnswer
from bot.community.quiz.proving import solid
from bot.places.matches import Ambiguous, ClusterPlace, How, Match, Unranked
from bot.questions.queries import Rank
from bot.questions.refs import ClusterRef

if TYPE_CHECKING:
    from bot.community.quiz.question import Question
    from bot.places.matches import Nearest
    from bot.places.resolver import Resolver
    from bot.rankings.model import Rankings

TYPED_LIMIT = 100
"""Characters of a typed answer; what is longer is not looked at."""
CLOSE_KM = 200
"""A cluster that is farther from a place than this is not mentioned with it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A cluster was named: this is an answer. `read_as` is the name that was misspelt, where it is not its own."""

    cluster: ClusterPlace
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Several:
    """The name fits several places, a cluster among them: no answer yet. These are their names."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A real place in no cluster, or an economy or a region: no answer. `nearest` is a cluster close by."""

    name: str
    nearest: Nearest | None = None


@dataclass(frozen=True, slots=True)
class NotKnown:
    """No known name: no answer. `suggestions` are names of clusters that look alike."""

    suggestions: tuple[str, ...] = ()


Judgement = Named | Several | Elsewhere | NotKnown


def judge(text: str, resolver: Resolver) -> Judgement:
    """Return which cluster a typed answer names, in any script and with slips, or why it is no answer."""
    if len(text) > TYPED_LIMIT:
        return NotKnown()
    found = resolver.place(text)
    match found:
        case Match(place=ClusterPlace() as cluster):
            slip = found.how is How.FUZZY and found.matched not in cluster.name
            return Named(cluster, found.matched if slip else "")
        case Match():
            return Elsewhere(found.place.name)
        case Ambiguous():
            names = tuple(dict.fromkeys(each.place.name for each in found.candidates))
            clusters = any(isinstance(each.place, ClusterPlace) for each in found.candidates)
            return Several(names) if clusters else Elsewhere(names[0])
        case Unranked():
            close = found.nearest is not None and found.nearest.km <= CLOSE_KM
            return Elsewhere(found.place.name, found.nearest if close else None)
        case _:
            return NotKnown(found.suggestions)


@dataclass(frozen=True, slots=True)
class Miss:
    """How near a wrong cluster comes: its own rank and how far that is from the right one, in positions.

    Both are None unless one rank was asked for and that of the wrong cluster is well attested.
    """

    cluster: str
    rank: int | None = None
    off: int | None = None


def miss(question: Question, cluster: str, rankings: Rankings) -> Miss:
    """Return how near a wrong cluster comes to what was asked."""
    theme = question.theme
    if theme.number is None or theme.edition is None or cluster not in rankings.clusters:
        return Miss(cluster)
    found = answer(Rank(ClusterRef(cluster, rankings.clusters[cluster].name), theme.edition), rankings)
    if not isinstance(found, RankAnswer) or found.rank is None or not solid((found.rank,), (theme.edition,)):
        return Miss(cluster)
    rank = int(found.rank.value)
    return Miss(cluster, rank, abs(rank - theme.number))
