"""Which of several known names is meant: the more direct one, the much larger place, or nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.places.fame import fame
from bot.places.matches import Ambiguous, ClusterPlace, How, Match, OutsidePlace, Unranked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.places.index import Known

MOST_CANDIDATES = 5

GREATER_BY = 2.8
"""Of two places with one name, the one whose `fame` is so many times greater is meant; otherwise nobody can tell.

Hyderabad in India (2.95 times that in Pakistan) and Venice in Italy are meant; Hamilton in Ontario or New Zealand
(2.74), and Valencia in Venezuela or Spain, ask.
"""

_OTHER_NAME = 20
"""A city that bears a name only besides its main name counts as if its fame were so many times smaller."""

_ASSUMED = fame(200_000, 9)
"""The fame assumed of a listed place nearby that is no city of its own, such as a well-known quarter."""

_ACCENTED_FROM = 100_000
"""So many inhabitants make a city outside all clusters one that may be meant where its accent is written."""


_SHARED_FROM = 100_000
"""So many inhabitants make a city outside one that may be meant by its main name, a cluster's in another language."""

_SHARED_BY_OTHER_NAME_FROM = 2_000_000
"""So many if the name is not its main name either: Santiago and San Diego are written alike in Chinese."""


def decide(text: str, namesakes: Sequence[Known], *, misspelt: bool = False) -> Match | Ambiguous | Unranked | None:
    """Return who is meant by a name that all of `namesakes` bear, in the order of the index; None if nobody bears it.

    A published or listed name of a cluster or of a city it mentions goes before all else; of two such the more direct
    one, and equals are ambiguous. So are a cluster's name and that of a large city which only an accent tells apart, if
    the text has the accent, and a cluster's name in another language that a large city bears too. All other namesakes
    are decided by their fame, or are ambiguous.
    """
    if not namesakes:
        return None
    if len(namesakes) == 1:
        return candidate(text, namesakes[0], misspelt=misspelt)
    direct = [known for known in namesakes if known.listed and known.how is not How.NEARBY]
    if direct:
        equals = [known for known in direct if known.how == direct[0].how]
        if not text.isascii() and not any(_written_as(text, known) for known in direct):
            equals += [known for known in namesakes if _may_be_accented(known) and _written_as(text, known)]
        if equals[0].how is How.ALIAS:
            equals += [known for known in namesakes if _may_share(known) and known not in equals]
        if len(equals) > 1:
            return ambiguous(text, equals, misspelt=misspelt)
        also = (known.place for known in namesakes if known.listed and known.place != equals[0].place)
        return candidate(text, equals[0], tuple(p for p in also if isinstance(p, ClusterPlace)), misspelt=misspelt)
    meant = _comparable(namesakes)
    return (
        candidate(text, meant[0], misspelt=misspelt) if len(meant) == 1 else ambiguous(text, meant, misspelt=misspelt)
    )


def ambiguous(text: str, candidates: Sequence[Known], *, misspelt: bool) -> Ambiguous:
    """Return that any of these, two or more, may be meant."""
    shown = candidates[:MOST_CANDIDATES]
    return Ambiguous(text, tuple(candidate(text, known, misspelt=misspelt) for known in shown))


def candidate(text: str, known: Known, also: tuple[ClusterPlace, ...] = (), *, misspelt: bool) -> Match | Unranked:
    """Return what it means that this known name is meant."""
    how = How.FUZZY if misspelt else known.how
    if isinstance(known.place, OutsidePlace):
        return Unranked(text, known.place, how, known.name, known.nearest() if known.nearest else None)
    return Match(known.place, how, known.how, known.name, text, also)


def _comparable(namesakes: Sequence[Known]) -> list[Known]:
    """Return the greatest place and those it is not `GREATER_BY` times greater than; of listed ones, all."""
    ordered = sorted(namesakes, key=_weight, reverse=True)
    greatest = ordered[0]
    least = _weight(greatest) / GREATER_BY
    return [known for known in ordered if _weight(known) > least or (greatest.listed and known.listed)]


def _weight(known: Known) -> float:
    weight = known.fame or (_ASSUMED if known.listed else 1)
    return weight if known.main else weight / _OTHER_NAME


def _may_be_accented(known: Known) -> bool:
    return isinstance(known.place, OutsidePlace) and known.place.population >= _ACCENTED_FROM


def _may_share(known: Known) -> bool:
    """Whether this is a city outside so large that it may be meant by a name of a cluster in another language."""
    least = _SHARED_FROM if known.main else _SHARED_BY_OTHER_NAME_FROM
    return isinstance(known.place, OutsidePlace) and known.place.population >= least


def _written_as(text: str, known: Known) -> bool:
    """Whether the name is written exactly so, accents included."""
    return known.name.casefold() == text.strip().casefold()
