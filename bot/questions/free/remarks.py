"""Sentences beside a question: what somebody says of themselves changes nothing, another subject changes everything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import DENYING
from bot.questions.free.spelling import plain
from bot.questions.free.vocabulary_chat import CHAT
from bot.questions.patterns import later
from bot.questions.refs import ClusterRef, EconomyRef, RegionRef

if TYPE_CHECKING:
    from bot.questions.free.marks import Mark

_RIVALS = """
    football soccer futbol bundesliga league leagues nba nfl nhl mlb fifa uefa chess elo tennis rugby cricket
    hockey basketball baseball volleyball golf cycling marathon olympics olympic medal medals derby match matches
    universities university college colleges uni qs airport airports airline airlines hotel
    hotels restaurant restaurants rent rents salary salaries wage wages housing crime murder weather climate rain
    eurovision movie movies film films song songs album albums music band bands steam valorant overwatch dota
    fortnite minecraft game games gaming esports playoffs season goals goal striker team teams club clubs fans
    election elections party parties vote votes war passport happiness livable liveable
    startup ecosystem unicorns billionaires skyscrapers museums beaches nightlife
"""
RIVAL = later(rf"\b(?:{'|'.join(_RIVALS.split())})\b", re.IGNORECASE)
"""Words of other subjects that have rankings and cities too: beside them a question may be about those."""

DENIED = later(
    r"\bfor (?:my|our|a|the|his|her) startup\b"
    r"|\bstartup (?:founder|owner|guy|person|ceo|employee|boss|people|folks)s?\b"
    r"|\bnot (?:the |a |about |for |in )*\w+(?: club| team| match| game)?",
    re.IGNORECASE,
)
"""A subject that is said not to be meant: "not the football club"."""

SOCIABLE = later(
    r"\b(?:my|our|his|her) (?:uni|university|college)\b|\b(?:debat\w+|book|quiz|reading"
    r"|chamber of \w+) (?:club|team|night|party)s?\b",
    re.IGNORECASE,
)
"""Those with whom somebody talks of anything."""

_IGNORANCE = r"(?:don['’]?t|do not|didn['’]?t|did not|can['’]?t|cannot|couldn['’]?t|could not|never)"
IGNORANT = later(
    rf"\b(?:{_IGNORANCE} (?:really |quite |even )?(?:know|remember|recall|find)"
    r"|not sure|no idea|no clue|not certain)\b|\bcan(?:no|['’]?)t believe(?: it| this| that)?\s*[.!?]*$",
    re.IGNORECASE,
)
"""Denials of what somebody knows or finds, and of nothing else."""

LIMITING = frozenset(
    (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION, Kind.OUTSIDE, Kind.AMBIGUOUS, Kind.EDITION, Kind.SINCE, Kind.MEASURE,
     Kind.PILLAR, Kind.INCOME, Kind.WITHIN, Kind.ORDINAL, Kind.NUMBER, Kind.PERCENT, Kind.DECIMAL, Kind.TIMES,
     Kind.BEST, Kind.WORST, Kind.MOST, Kind.LEAST, Kind.MORE, Kind.LESS, Kind.AHEAD, Kind.BEHIND, Kind.UP, Kind.DOWN,
     Kind.NEW, Kind.LEFT, Kind.ECONOMIES, Kind.CLUSTERS, Kind.RANK, Kind.RANKING, Kind.ONLY, Kind.BEFORE,
     Kind.ELSEWHERE, Kind.NOT, Kind.BEYOND, Kind.EVER, Kind.ALWAYS, Kind.COMPARE, Kind.HISTORY,
     Kind.SHARE, Kind.HOW_MANY, Kind.HOW_MUCH)
)  # fmt: skip
"""Meanings that could limit a question even from another sentence."""


NAMES = frozenset((Kind.CLUSTER, Kind.ECONOMY, Kind.REGION))
COMMON = frozenset((Kind.CLUSTERS, Kind.UP, Kind.DOWN, Kind.NEW, Kind.RANK, Kind.OUTSIDE, Kind.AHEAD, Kind.HISTORY))
"""Meanings that words of everyday talk have without meaning them: "my minister's slide", "I grew up there"."""

OPINIONS = frozenset((Kind.BEST, Kind.WORST, Kind.AHEAD, Kind.BEHIND, Kind.LARGE, Kind.SMALL, Kind.WITHIN, Kind.ORDINAL,
                      Kind.NUMBER, Kind.RANKING, Kind.RANK, Kind.MORE, Kind.MOST, Kind.NEW, Kind.UP, Kind.DOWN,
                      Kind.NOT, Kind.CLUSTERS, Kind.EVER, Kind.REACH, Kind.UPCOMING))  # fmt: skip
"""What somebody may think of a place before they ask for its rank, which the rank then tells."""


def remark(part: str, marks: tuple[Mark, ...], named: frozenset[object]) -> bool:
    """Whether a part says nothing that could limit a question beside it, in which some places are named."""
    return not rival(part) and all(
        mark.kind not in LIMITING
        or (mark.kind in NAMES and meant(mark) in named)
        or (mark.kind in COMMON and common(mark))
        for mark in marks
    )


def common(mark: Mark) -> bool:
    """Whether a mark is made of words of everyday talk."""
    return CHAT.issuperset(plain(mark.text).split())


def meant(mark: Mark) -> object:
    """Return which place a name means, however it was written."""
    match mark.value:
        case ClusterRef(id=place) | RegionRef(id=place) | EconomyRef(code=place):
            return place
        case _:
            return mark.value


def rival(part: str) -> bool:
    """Whether a part speaks of another subject that has rankings too."""
    return RIVAL.search(SOCIABLE.sub(" ", DENIED.sub(" ", part))) is not None


def denying(part: str) -> bool:
    """Whether a part denies more than that somebody knows."""
    return DENYING.search(IGNORANT.sub(" ", part)) is not None
