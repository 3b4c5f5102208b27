"""A marked question as the rules see it: what it names, what it asks, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from bot.questions.free.marks import Kind, Mark
from bot.questions.free.spelling import plain
from bot.questions.free.vocabulary_talk import OUTCRIES
from bot.questions.refs import RegionRef

if TYPE_CHECKING:
    from bot.places.matches import Match, Unranked
    from bot.questions.refs import Area, ClusterRef, EconomyRef, Subject
    from bot.rankings.model import Measure, Pillar, Rankings

INDEX_REGIONS = frozenset(
    ("central-southern-asia", "northern-africa-western-asia", "south-east-asia-east-asia-oceania")
)
"""Regions that only the index of economies speaks of."""

COURTEOUS = frozenset(
    [
        "ok",
        "okay",
        "so",
        "and",
        "well",
        "hey",
        "hi",
        "hello",
        "please",
        "pls",
        "plz",
        "thanks",
        "thx",
        "ty",
        "yo",
        "bot",
        "now",
        "then",
        "also",
        "alright",
        "right",
        "bro",
    ]
)
"""Small talk of one word."""

WEAK = frozenset(
    (
        Kind.FILLER,
        Kind.COPULA,
        Kind.HAVE,
        Kind.REACH,
        Kind.WHICH,
        Kind.WHO,
        Kind.WHERE,
        Kind.HOW,
        Kind.RANK,
        Kind.RANKING,
        Kind.CLUSTERS,
        Kind.LIST,
        Kind.OR,
        Kind.THAN,
        Kind.EDITION,
        Kind.EDITIONS,
        Kind.LATEST,
        Kind.DATA,
        Kind.INNOVATIVE,
    )
)
"""Meanings that any question may carry without being about them."""

SEVERAL = {
    Kind.SEVERAL_EDITIONS: (Kind.EDITION,),
    Kind.SEVERAL_MEASURES: (Kind.MEASURE,),
    Kind.SEVERAL_PILLARS: (Kind.PILLAR,),
    Kind.SEVERAL_NUMBERS: (Kind.NUMBER, Kind.ORDINAL, Kind.WITHIN),
}
"""What is said where marks of some meanings have different values."""


AROUND = (Kind.FILLER, Kind.CHECK, Kind.EDITION)
"""Meanings that are just said around a question."""


@dataclass(frozen=True)
class Sentence:
    """A question whose words all mean something. Editions are resolved to years."""

    marks: tuple[Mark, ...]
    rankings: Rankings

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """Every meaning that occurs."""
        return frozenset([mark.kind for mark in self.marks])

    @cached_property
    def strong(self) -> frozenset[Kind]:
        """The meanings that a reading must account for."""
        return (self.kinds - WEAK).union(several for several, kinds in SEVERAL.items() if self._differ(*kinds))

    def _differ(self, *kinds: Kind) -> bool:
        """Whether there is more than one value among the marks of some meanings."""
        return len({mark.value for mark in self.of(*kinds)}) > 1

    def only(self, *kinds: Kind) -> bool:
        """Whether nothing is asked beyond these meanings."""
        return self.strong.issubset(kinds)

    def has(self, *kinds: Kind) -> bool:
        """Whether all of some meanings occur."""
        return self.kinds.issuperset(kinds)

    def any(self, *kinds: Kind) -> bool:
        """Whether one of some meanings occurs."""
        return not self.kinds.isdisjoint(kinds)

    def of(self, *kinds: Kind) -> tuple[Mark, ...]:
        """Return the marks of some meanings, in order."""
        if self.kinds.isdisjoint(kinds):
            return ()
        return tuple([mark for mark in self.marks if mark.kind in kinds])

    @cached_property
    def opening(self) -> Kind | None:
        """The first meaning that is not just said around a question."""
        return next((mark.kind for mark in self.marks if mark.kind not in AROUND), None)

    def opens(self, *kinds: Kind) -> bool:
        """Whether the first meaning that is not just said around a question is one of some."""
        return self.opening in kinds

    def first(self, *kinds: Kind) -> Mark | None:
        """Return the first mark of some meanings."""
        found = self.of(*kinds)
        return found[0] if found else None

    def says(self, *texts: str) -> bool:
        """Whether one of some words or phrases was written."""
        return not self.texts.isdisjoint(texts)

    @cached_property
    def texts(self) -> frozenset[str]:
        """Every word or phrase that means something, in lower case."""
        return frozenset([mark.text.casefold() for mark in self.marks])

    @cached_property
    def clusters(self) -> tuple[ClusterRef, ...]:
        """The clusters named, each once."""
        return tuple(dict.fromkeys(cast("ClusterRef", mark.value) for mark in self.of(Kind.CLUSTER)))

    @cached_property
    def economies(self) -> tuple[EconomyRef, ...]:
        """The economies named, each once."""
        return tuple(dict.fromkeys(cast("EconomyRef", mark.value) for mark in self.of(Kind.ECONOMY)))

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The economies and regions named, each once."""
        return tuple(dict.fromkeys(cast("Area", mark.value) for mark in self.of(Kind.ECONOMY, Kind.REGION)))

    @property
    def area(self) -> Area | None:
        """The area named first."""
        return self.areas[0] if self.areas else None

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """The clusters and economies named, in order."""
        return tuple(dict.fromkeys(cast("Subject", mark.value) for mark in self.of(Kind.CLUSTER, Kind.ECONOMY)))

    @cached_property
    def editions(self) -> tuple[int, ...]:
        """The years named, each once, in order."""
        return tuple(dict.fromkeys(cast("int", mark.value) for mark in self.of(Kind.EDITION)))

    @property
    def edition(self) -> int | None:
        """The newest year named as the edition asked for."""
        return max(self.editions, default=None)

    @property
    def since(self) -> int | None:
        """The year from which on something is asked: "since 2022", or the older of two years."""
        mark = self.first(Kind.SINCE)
        if mark is not None:
            return cast("int", mark.value)
        return min(self.editions) if len(self.editions) == 2 else None

    @property
    def number(self) -> int | None:
        """The first plain number."""
        mark = self.first(Kind.NUMBER)
        return None if mark is None else cast("int", mark.value)

    @property
    def ordinal(self) -> int | None:
        """The first ordinal, or a number after "number" or "#"."""
        mark = self.first(Kind.ORDINAL)
        return None if mark is None else cast("int", mark.value)

    @property
    def times(self) -> float | None:
        """How many times as much: 2 for "twice", 3 for "three times"."""
        mark = self.first(Kind.TIMES)
        return None if mark is None else cast("float", mark.value)

    @property
    def amount(self) -> float | None:
        """The first number that is an amount, of which a percentage is one."""
        mark = self.first(Kind.NUMBER, Kind.PERCENT, Kind.DECIMAL)
        return None if mark is None else float(cast("float", mark.value))

    @property
    def within(self) -> int | None:
        """The number in "top 20"."""
        mark = self.first(Kind.WITHIN)
        return None if mark is None else cast("int", mark.value)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measures named, each once."""
        return tuple(dict.fromkeys(cast("Measure", mark.value) for mark in self.of(Kind.MEASURE)))

    @property
    def measure(self) -> Measure | None:
        """The first measure named."""
        return self.measures[0] if self.measures else None

    @property
    def pillar(self) -> Pillar | None:
        """The first pillar named."""
        mark = self.first(Kind.PILLAR)
        return None if mark is None else cast("Pillar", mark.value)

    @property
    def income(self) -> str:
        """The income group named, or nothing."""
        mark = self.first(Kind.INCOME)
        return "" if mark is None else cast("str", mark.value)

    @property
    def outside(self) -> Unranked | None:
        """The first place named that is in no cluster."""
        mark = self.first(Kind.OUTSIDE)
        return None if mark is None else cast("Unranked", mark.value)

    @property
    def candidates(self) -> tuple[Match | Unranked, ...]:
        """The places that the first ambiguous name fits."""
        mark = self.first(Kind.AMBIGUOUS)
        return () if mark is None else cast("tuple[Match | Unranked, ...]", mark.value)

    @property
    def bare(self) -> bool:
        """Whether little was said beyond names and meanings: at most one filler. Then a name alone is a question."""
        said = [mark for mark in self.of(Kind.FILLER) if mark.text.casefold() not in COURTEOUS]
        if any(plain(mark.text) in OUTCRIES for mark in said):  # "wow, London"
            return False
        return len(said) <= 1 and not self.any(Kind.COPULA, Kind.HAVE)

    @property
    def of_economies(self) -> bool:
        """Whether the question is about economies in the index rather than about clusters."""
        index = self.has(Kind.INNOVATIVE) or self.says("gii", "innovation index", "global innovation index")
        listed = self.measure is not None or self.within is not None
        index = index or (self.says("the index", "index") and not self.any(Kind.CLUSTERS, Kind.CLUSTER, Kind.EDITION))
        index = index or (isinstance(self.area, RegionRef) and self.area.id in INDEX_REGIONS and not listed)
        return self.any(Kind.ECONOMIES, Kind.PILLAR, Kind.INCOME) or (
            index and not self.any(Kind.CLUSTERS, Kind.CLUSTER)
        )
