"""Words that narrow or turn a claim in ways no claim here knows: where they stand, nothing is judged."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from bot.questions.free.marks import Kind
from bot.questions.free.spelling import plain

if TYPE_CHECKING:
    from bot.questions.free.marks import Mark
    from bot.questions.free.sentence import Sentence

NAMES = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)
AROUND = (Kind.HISTORY, Kind.NOT, Kind.CHECK, Kind.EVER, Kind.ALWAYS, Kind.SINCE, Kind.STAY, Kind.BEFORE)
"""Meanings that limit or tone a claim whatever it is about."""

EVEN = ("as many", "as many as", "as much")
COMPARED = (Kind.AHEAD, Kind.BEHIND, Kind.MORE, Kind.LESS, Kind.LARGE)
NUMBERS = (Kind.NUMBER, Kind.PERCENT, Kind.DECIMAL)

DENIALS = ("not", "no", "nicht", "não", "ne", "pas")
"""How denials begin that may stand at the end of a sentence and deny all of it."""

ENDING = ("not anymore", "no more", "no longer")
"""Denials that stand at the end of what they deny."""

NONE_AT_ALL = frozenset(("no", "no single", "not a single", "not one", "not any"))
"""Denials that hold in a question too: "are there no African clusters?"."""

_NARROWING = "single|a single|whole|entire|many|so many|much|so much|lots of|a lot|a lot of|either"
_DISTANCES = "right|just|well|way|very|quite|rather|pretty"
_EXACTLY = "exactly|exact|precisely|precise|just|roughly|approximately|approx|around|ish|about"
_PASSING = "overtake|overtakes|overtook|overtaken|overtaking|passed|surpassed|surpasses|leapfrogs|leapfrogged"
_PASSED = "overtaken by|passed by|surpassed by|leapfrogged by|fell behind|fallen behind|fall behind|falls behind"
_FALSE = "false|wrong|lie|a lie|untrue|incorrect|not true|not correct|not right"
_POSITIONS = "place|places|spot|spots|position|positions|step|steps"
_NUMBERED = "number|numbers|rank number|rank numbers"

NARROWING = frozenset(_NARROWING.split("|"))
"""Words that say how many there are, or are left out, of what follows."""

DISTANCES = frozenset(_DISTANCES.split("|"))
"""Words that say how far ahead something is."""

EXACTLY = frozenset(_EXACTLY.split("|"))
"""Words by which a number is meant as it is, or only nearly."""

PASSED = frozenset(_PASSED.split("|"))
"""Verbs of one that another passes."""

PASSING = frozenset(_PASSING.split("|")) | PASSED
"""Verbs of one that passes another, which takes two editions to judge."""

FALSE = frozenset(_FALSE.split("|"))
"""What says of a claim that it is not so."""

POSITIONS = frozenset(_POSITIONS.split("|"))
"""What a lead is measured in: "one place ahead"."""

RANKS = frozenset(("rank", "ranks", "slot", "slots", "rung", "rungs"))
"""What else a distance is counted in."""

NUMBERED = frozenset(_NUMBERED.split("|"))
"""What makes "higher" mean worse: "a higher rank number"."""

DENYING = re.compile(
    r"n['’]t\b|\b(?:not?|none|nobody|nope|never|nothing|neither|hardly|barely|scarcely|rarely|seldom|few|only|cannot|"
    r"wrong\w*|false\w*|untrue|den(?:y|ied|ies|ying)|doubts?|doubted|doubting|lie[sd]?|lying|idiots?|fools?|foolish\w*|"
    r"stupid\w*|mistaken\w*|jok(?:e|es|ed|ing)|pretends?|pretended|used to|isnt|dont|doesnt|didnt|cant|wouldnt)\b",
    re.IGNORECASE,
)
"""Words before what somebody says that may turn it round: "nobody believes that …"."""


def contracted(mark: Mark) -> bool:
    """Whether a denial is part of a verb, as in "isn't Tokyo first?", which denies nothing."""
    return mark.kind is Kind.NOT and plain(mark.text).split(" ")[0].endswith("nt")


def qualified(s: Sentence, *, asks: bool) -> bool:
    """Whether a claim says more, or something else, than the meanings of its words would make of it."""
    marks = [mark for mark in s.marks if mark.kind is not Kind.FILLER]
    return (
        _denied_last(s)
        or _doubly_denied(s, marks)
        or any(_turned(one, two, asks=asks) for one, two in itertools.pairwise(marks))
        or any(
            _narrowed(one, two) and not (place and s.marks[place - 1].kind is Kind.NOT and plain(two.text) != "both")
            for place, (one, two) in enumerate(itertools.pairwise(s.marks))
        )
    )


def _denied_last(s: Sentence) -> bool:
    """Whether a denial stands at the end, where it may deny all or nothing: "…, not so?"."""
    said = (Kind.FILLER, Kind.CHECK, Kind.COPULA, Kind.PERSONAL, Kind.HAVE, Kind.OR)
    last = next((mark for mark in reversed(s.marks) if mark.kind not in said), None)
    whole = last is not None and (contracted(last) or plain(last.text).split(" ")[0] in DENIALS)
    return last is not None and last.kind is Kind.NOT and whole and plain(last.text) not in ENDING


def _doubly_denied(s: Sentence, marks: list[Mark]) -> bool:
    """Whether a claim is denied twice, or by what is said about it: "it is false that …"."""
    denials = [place for place, mark in enumerate(marks) if mark.kind is Kind.NOT or plain(mark.text) == "never"]
    ever = next((place for place, mark in enumerate(marks) if mark.kind is Kind.EVER), len(marks))
    checked = any(
        one.kind is Kind.NOT and two.kind is Kind.CHECK and not (contracted(one) and s.marks[0] is one)
        for one, two in itertools.pairwise(marks)
    )
    return (
        len(denials) > 1
        or checked
        or any(plain(mark.text) in FALSE for mark in s.marks)
        or any(place > ever for place in denials)
    )


def _turned(one: Mark, two: Mark, *, asks: bool) -> bool:
    """Whether two meanings side by side make something else: "3 fewer", "for 3 years", "not Tokyo", "no worse"."""
    denied = one.kind is Kind.NOT and not contracted(one)
    return (
        (one.kind in NUMBERS and two.kind in (*COMPARED, Kind.EDITIONS))
        or (plain(one.text) == "not" and two.kind in NAMES)
        or (denied and asks and plain(one.text) == "no" and two.kind in (*COMPARED, Kind.FEWER_THAN, Kind.MORE_THAN))
        or (two.kind in (Kind.AHEAD, Kind.BEHIND) and plain(one.text) in POSITIONS)
        or (one.kind in COMPARED and plain(two.text) in NUMBERED)
    )


def _narrowed(one: Mark, two: Mark) -> bool:
    """Whether a small word limits what follows it: "just ahead", "a single cluster", "not both", "rose to 8"."""
    small, after = plain(one.text), plain(two.text)
    return (
        (small in DISTANCES and two.kind in (Kind.AHEAD, Kind.BEHIND))
        or (small in NARROWING and two.kind in (*NAMES, Kind.CLUSTERS))
        or (small == "both" and two.kind in (Kind.CLUSTERS, *COMPARED))
        or (after == "both" and one.kind is Kind.NOT)
        or (small == "a" and two.kind is Kind.ORDINAL)
        or (small == "to" and two.kind is Kind.NUMBER)
        or (small == "between" and two.kind in NUMBERS)
    )
