"""Claims about change: "did London climb", "is Oslo new on the list", "Germany fell out of the top 10"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.questions import assertions
from bot.questions.free.claims_ranks import all_of, each
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import NAMES
from bot.questions.free.spelling import plain
from bot.questions.refs import Direction

if TYPE_CHECKING:
    from bot.questions.assertions import Assertion
    from bot.questions.free.sentence import Sentence

ENTERING = (
    "enter",
    "enters",
    "entered",
    "entering",
    "join",
    "joined",
    "joins",
    "came into",
    "climbed into",
    "moved into",
)
"""Verbs of one who was not among so many leading ones before."""


def noun(s: Sentence) -> bool:
    """Whether a movement is somebody's, and so a thing and no verb: "Tehran's drop"."""
    return s.opens(Kind.CLUSTER, Kind.ECONOMY) and any(
        one.text.casefold().endswith(("'s", "’s"))
        and two.kind in (Kind.UP, Kind.DOWN)
        and not plain(two.text).endswith("ing")
        for one, two in pairwise(s.marks)
    )


def went(s: Sentence) -> Assertion | None:
    """Read "did London climb more than 10 places" and "have Mumbai and Chennai improved"."""
    if not s.subjects or s.has(Kind.UP) == s.has(Kind.DOWN) or s.has(Kind.REGION) or not each(s, len(s.subjects)):
        return None
    if s.economies and (s.has(Kind.CLUSTERS) or s.clusters):
        return None
    amounts = (Kind.NUMBER, Kind.AT_LEAST, Kind.MORE_THAN, Kind.MORE, Kind.ECONOMY, Kind.ECONOMIES, Kind.RANK)
    if not s.only(Kind.CLUSTER, Kind.UP, Kind.DOWN, Kind.SINCE, Kind.NOT, Kind.CHECK, Kind.SEVERAL_EDITIONS, *amounts):
        return None
    more = s.any(Kind.MORE_THAN, Kind.MORE)
    by = 1 if s.number is None else s.number + (1 if more else 0)
    exact = s.number is not None and not more and not s.has(Kind.AT_LEAST)
    way = Direction.UP if s.has(Kind.UP) else Direction.DOWN
    return all_of([assertions.Went(subject, way, s.since, by, exact) for subject in s.subjects])


def entered(s: Sentence) -> Assertion | None:
    """Read "is Oslo new on the list" and "did Basel drop out in 2025"."""
    if len(s.clusters) != 1 or s.areas or s.has(Kind.NEW) == s.has(Kind.LEFT) or s.any(Kind.MEASURE, Kind.ALWAYS):
        return None
    ok = (Kind.CLUSTER, Kind.NEW, Kind.LEFT, Kind.NOT, Kind.CHECK, Kind.ONLY)
    return assertions.Entered(s.clusters[0], s.has(Kind.LEFT)) if s.only(*ok) else None


def crossed(s: Sentence) -> Assertion | None:
    """Read "Germany fell out of the top 10" and "did London enter the top 10 this year"."""
    if len(s.subjects) != 1 or s.has(Kind.REGION) or s.has(Kind.CLUSTERS) or s.any(Kind.MEASURE, Kind.PILLAR):
        return None
    lost = s.says("lose", "loses", "lost", "losing") and s.any(Kind.BEST, Kind.ORDINAL) and s.ordinal in (None, 1)
    if lost and s.only(*NAMES, Kind.DOWN, Kind.BEST, Kind.ORDINAL, Kind.NOT, Kind.CHECK, Kind.EVER):
        return assertions.Crossed(s.subjects[0], 1, left=True)
    if s.within is None:
        return None
    out = s.has(Kind.LEFT)
    if out == s.any(Kind.NEW, Kind.REACH) or not s.only(*NAMES, Kind.WITHIN, Kind.LEFT, Kind.NEW, Kind.NOT, Kind.CHECK):
        return None
    entering = s.says(*ENTERING)
    return assertions.Crossed(s.subjects[0], s.within, left=out) if out or entering else None
