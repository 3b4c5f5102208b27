"""Clusters of one name: Cambridge is one, and the name of a part of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions import queries
from bot.questions.failures import Choice, PlaceAmbiguous
from bot.questions.refs import ClusterRef

if TYPE_CHECKING:
    from bot.questions.failures import Failure
    from bot.questions.queries import Query
    from bot.rankings.model import Rankings

JOINING = "–"
"""What stands between the parts of a cluster's name."""


def telling(cluster: str, rankings: Rankings) -> str:
    """Return words that mean a cluster and no other: its name, with its economy where a part of another bears it."""
    return " ".join(_told_apart(cluster, rankings))


def unclear(asked: Query | Failure, question: str, rankings: Rankings) -> PlaceAmbiguous | None:
    """Return which clusters may be meant where only one is asked about, by a name that another bears too."""
    match asked:
        case (
            queries.Rank(ClusterRef(also=(_, *_)) as named)
            | queries.Where(ClusterRef(also=(_, *_)) as named)
            | queries.History(ClusterRef(also=(_, *_)) as named)
            | queries.MeasureOf(ClusterRef(also=(_, *_)) as named)
            | queries.Moved(ClusterRef(also=(_, *_)) as named)
            | queries.SourceOf(ClusterRef(also=(_, *_)) as named)
        ):
            choices = (_choice(cluster, named.name, question, rankings) for cluster in (named.id, *named.also))
            return PlaceAmbiguous(named.name, tuple(choices))
        case _:
            return None


def _choice(cluster: str, name: str, question: str, rankings: Rankings) -> Choice:
    words = _told_apart(cluster, rankings)
    meant = " ".join(words)
    asked, changed = re.subn(rf"\b{re.escape(name)}\b", meant, question, count=1, flags=re.IGNORECASE)
    return Choice(", ".join(words), asked if changed else f"rank {meant}", cluster)


def _told_apart(cluster: str, rankings: Rankings) -> tuple[str, ...]:
    name = rankings.clusters[cluster].name
    others = rankings.clusters.values()
    if not any(name in other.name and other.id != cluster and name in other.name.split(JOINING) for other in others):
        return (name,)
    return name, rankings.economies[rankings.histories[cluster][0].economies[0]].short_name
