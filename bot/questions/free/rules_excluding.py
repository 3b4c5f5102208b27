"""Readings of lists with something left out: "top 5 outside China", "the best European cluster except London"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from bot.questions import queries
from bot.questions.free.claims_counting import WHOLE
from bot.questions.free.marks import Kind
from bot.questions.free.rules_lists import cluster_list
from bot.questions.free.sentence import Sentence

if TYPE_CHECKING:
    from bot.questions.free.marks import Mark
    from bot.questions.queries import Query
    from bot.questions.refs import RegionRef, Subject

EXCLUDING = (Kind.EXCEPT, Kind.BEYOND)
NAMES = (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)
AROUND = (*NAMES, Kind.FILLER, Kind.OR)


def excluding(s: Sentence) -> Query | None:
    """A list of clusters without those of an area, or without some that are named."""
    if len(s.of(*EXCLUDING)) != 1:
        return None
    opening = s.marks.index(s.of(*EXCLUDING)[0])
    out: list[Mark] = []
    for mark in s.marks[opening + 1 :]:
        named = any(other.kind in NAMES for other in out)
        apart = named and mark.kind is Kind.FILLER and mark.text.casefold() != "the"
        if mark.kind not in AROUND or apart or (out and out[-1].kind in NAMES and mark.kind in NAMES):
            break
        out.append(mark)
    kept = (*s.marks[:opening], *s.marks[opening + 1 + len(out) :])
    said = [mark for mark in out if mark.kind in NAMES]
    if not said or not kept or any(mark.text.casefold() == "or" for mark in out):
        return None
    if s.has(Kind.WITHIN) and s.says(*WHOLE):  # "all of the top 10 except London" are nine
        return None
    without = tuple(dict.fromkeys(cast("Subject | RegionRef", mark.value) for mark in said))
    match cluster_list(Sentence(kept, s.rankings)):
        case queries.Top(from_end=False, within=None, first=1) as listed:
            return replace(listed, without=without)
        case queries.Who(rank=1, edition=edition):
            return queries.Top(1, edition=edition, without=without)
        case queries.Nth(1, area, measure, edition, False):
            return queries.Top(1, area, measure, edition, without=without)
        case _:
            return None
