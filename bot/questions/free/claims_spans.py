"""Of which editions something is claimed: of one, of any, of all since one, and whether it is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.questions import assertions, queries
from bot.questions.assertions import Over
from bot.questions.free.marks import Kind
from bot.questions.free.qualifying import NAMES, NONE_AT_ALL
from bot.questions.free.spelling import plain

if TYPE_CHECKING:
    from bot.questions.assertions import Assertion
    from bot.questions.free.marks import Mark
    from bot.questions.free.sentence import Sentence
    from bot.questions.queries import Claim

EACH = ("every", "each", "all editions", "all years", "all the years", "across all")
"""How the words begin that claim something of every edition."""

STAYING = ("stay", "remain", "keep", "kept", "hold on", "held on", "maintain", "retain", "defend")
"""How the verbs begin that speak of two editions at least."""

NEVER = ("never", "in no edition", "in no year")
HELD_IN_QUESTIONS = NONE_AT_ALL | {"no longer", "not anymore", "no more"}
"""Denials that hold in questions too: "are there no African clusters?"."""


def claimed_over(s: Sentence, assertion: Assertion, *, asks: bool) -> Claim | None:
    """Return the claim of an assertion for the editions that are meant; None where these cannot be told."""
    over = over_editions(s)
    denied = denies(s, asks=asks)
    parts = assertion.parts if isinstance(assertion, assertions.AllOf) else (assertion,)
    ranked = all(isinstance(part, (assertions.AtRank, assertions.EconomyAtRank)) for part in parts)
    before = _ends_before(s)
    if kept(s) and not asks and over is Over.ALWAYS and s.since is None:
        return None
    if running(s) and over is Over.ONE and ranked:
        return queries.Claim(assertion, max(s.editions), denied, over=Over.ALWAYS, since=min(s.editions))
    if over is Over.ONE and not before:
        older = isinstance(assertion, assertions.CountWent) and assertion.since == s.edition
        return queries.Claim(assertion, None if older else s.edition, negated=denied != s.has(Kind.BEYOND))
    over = Over.EVER if over is Over.ONE else over
    denied = s.says(*NEVER) or denied
    if s.has(Kind.BEYOND):  # ever outside is not always inside, and always outside is never inside
        over = Over.EVER if over is Over.ALWAYS else Over.ALWAYS
        denied = not denied
    if before:
        until = _edition_before(s, s.editions[0])
        fits = isinstance(assertion, assertions.AtRank) and until is not None
        return queries.Claim(assertion, until, negated=denied, over=over, since=s.since) if fits else None
    if kept(s) and s.since is None:
        since = _edition_before(s, s.edition or s.rankings.newest.year)
        return queries.Claim(assertion, s.edition, negated=denied, over=over, since=since)
    if len(s.editions) == 1:
        return None
    until = max(s.editions) if len(s.editions) == 2 else None
    return queries.Claim(assertion, until, negated=denied, over=over, since=min(s.editions) if until else s.since)


def undatable(s: Sentence) -> bool:
    """Whether a claim speaks of a time that names no editions: "over the years", "before that"."""
    every = any(mark.text.casefold().removeprefix("in ").startswith(EACH) for mark in s.of(Kind.HISTORY))
    before = _ends_before(s) and (len(s.editions) > 1 or not s.says("before", "prior to"))
    return (s.has(Kind.HISTORY) and not every) or before


def _ends_before(s: Sentence) -> bool:
    return s.has(Kind.BEFORE) and bool(s.editions)


def _edition_before(s: Sentence, year: int) -> int | None:
    return max((held for held in s.rankings.editions if held < year), default=None)


def running(s: Sentence) -> bool:
    """Whether editions are named that follow one another: "in 2022, 2023 and 2024"."""
    years = sorted(s.editions)
    return len(years) > 1 and s.says("and") and years == list(range(years[0], years[-1] + 1))


def denies(s: Sentence, *, asks: bool) -> bool:
    """Whether a claim is that something is not so: "isn't X first?" asks whether X is, and denies nothing."""
    denials = [plain(mark.text) for mark in s.of(Kind.NOT)]
    return bool(denials) and (not asks or any(text in HELD_IN_QUESTIONS for text in denials))


def repeated(s: Sentence) -> tuple[int, tuple[Mark, ...]] | None:
    """Return in how many editions in a row something is said to be so, and what else is said; None where it is not."""
    if not s.has(Kind.NUMBER, Kind.EDITIONS):
        return None
    for at, (one, two, three) in enumerate(zip(s.marks, s.marks[1:], s.marks[2:], strict=False)):
        if one.kind is Kind.NUMBER and two.kind is Kind.EDITIONS and plain(three.text) == "in a row":
            before = s.marks[:at]
            before = before[:-1] if before and plain(before[-1].text) == "for" else before
            return cast("int", one.value), (*before, *s.marks[at + 3 :])
    return None


def kept(s: Sentence) -> bool:
    """Whether a rank is said to be held on to, which speaks of the edition before too."""
    return any(plain(mark.text).startswith(STAYING) for mark in s.of(Kind.STAY)) and not s.any(Kind.EVER, Kind.ALWAYS)


def over_editions(s: Sentence) -> Over:
    """Return of which editions something is claimed: "never" is not ever, and "since 2019" all of them since."""
    if s.says(*NEVER) or s.has(Kind.EVER):
        return Over.EVER
    if any(mark.text.casefold().removeprefix("in ").startswith(EACH) for mark in s.of(Kind.HISTORY)):
        return Over.ALWAYS
    if kept(s):
        return Over.ALWAYS
    moved = s.any(Kind.UP, Kind.DOWN) or (s.any(Kind.LESS, Kind.MORE) and len(s.of(*NAMES)) < 2)
    return Over.ALWAYS if s.has(Kind.ALWAYS) or (s.has(Kind.SINCE) and not moved) else Over.ONE
