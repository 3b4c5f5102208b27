"""The figures as a Markdown file: the accuracy, which a test keeps current, and the times of one machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.names.cases import Kind
from benchmarks.names.scoring import Verdict
from bot.places.normalising import normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from benchmarks.names.performance import Figure
    from benchmarks.names.scoring import Score

RESULTS = Path(__file__).parent / "RESULTS.md"
BEGIN, END = "<!-- accuracy: begin -->", "<!-- accuracy: end -->"

NAMED = {
    Kind.EXACT: "exact: published names and their cities, in any case, with any dash",
    Kind.MEMBER: "nicknames, quarters, suburbs (hand-written)",
    Kind.EXONYM: "other languages and scripts (de, es, fr, pt, ru, zh; from Wikidata)",
    Kind.EXONYM_SECOND: "other languages and scripts, second set (hand-written)",
    Kind.EXONYM_FURTHER: "further languages, from Azerbaijani to Yoruba, also rare ones (CLDR)",
    Kind.ONE_TYPO: "one typo, 5 letters and more",
    Kind.TWO_TYPOS: "two typos, 8 letters and more",
    Kind.SPACING: "joined, split, dashes, missing diacritics",
    Kind.OUTSIDE: "cities outside all clusters (15,000 inhabitants and more)",
    Kind.OUTSIDE_TYPO: "one typo in a city outside",
    Kind.OUTSIDE_SMALL: "towns outside, of 5,000 to 15,000, which the gazetteer does not have",
    Kind.LOOK_ALIKE: "cities outside that look most like a cluster's name",
    Kind.LOOK_ALIKE_SMALL: "towns outside, not in the gazetteer, that look most like a cluster's name",
}

_SUMMARISED = {
    Kind.EXACT: "a published name or a city of one, in any case, with any dash",
    Kind.EXONYM: "a name in another language (Wikidata: de, es, fr, pt, ru, zh)",
    Kind.EXONYM_SECOND: "a name in one of forty languages (hand-written)",
    Kind.MEMBER: "a nickname, quarter or suburb",
    Kind.ONE_TYPO: "one typo",
    Kind.TWO_TYPOS: "two typos",
    Kind.LOOK_ALIKE: "another city that looks most like a cluster (15,000 inhabitants and more)",
    Kind.LOOK_ALIKE_SMALL: "a small town that looks most like a cluster",
}
_SUMMARISED_VERDICTS = (Verdict.RIGHT, Verdict.WRONG, Verdict.ASKED)

_INTRODUCTION = """# How well names are understood

Written by `python -m benchmarks.names --write`. Only the measuring set is counted. It was kept apart but not
blind: its totals, and some of its failures, were seen while the rules were written. *Wrong* is what is stated with
confidence and is not so: another cluster, or a cluster for a place in none (a false accept).
*Asked* is a question back, *declined* an honest “not known”. For places outside, *right* is “in none of the clusters”;
*declined* is right as well where the gazetteer does not have the place. *Same name*, counted apart, are places outside
that bear a cluster's own name: “Rome”, typed bare, is taken for the Italian one.

The second set of names in other languages was written by hand before the lists were extended. Its totals were seen
meanwhile, which of its names fail was not. It is no blind set: the same hand wrote both, and {overlap} of its {cases}
names are also in `data/exonyms.csv`, which came after it. Before that file and what came with it, {before} of the set
were right.
"""

BEFORE = "93.52 %"
"""What was right of the second set on the day it was written."""


def accuracy(scores: Iterable[Score]) -> str:
    """Return the table of accuracy."""
    lines = [
        "| names | cases | right | wrong | asked | declined | same name |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for found in scores:
        shares = (f"{found.share(verdict):.2f} %" for verdict in tuple(Verdict)[:4])
        cells = (NAMED[found.kind], f"{found.cases:,}", *shares, str(found.verdicts[Verdict.SAME_NAME]))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def performance(figures: Iterable[Figure]) -> str:
    """Return the table of costs."""
    rows = (f"| {figure.name} | {figure.value} | {figure.aim} |" for figure in figures)
    return "\n".join(("| what | measured | aim |", "| --- | ---: | ---: |", *rows))


def summary(scores: Iterable[Score]) -> str:
    """Return the table of accuracy as the README has it: the kinds that matter most, four figures each."""
    shares = {found.kind: found for found in scores}
    lines = ["| what is typed | names | right | wrong | asks back |", "| --- | ---: | ---: | ---: | ---: |"]
    for kind, name in _SUMMARISED.items():
        found = shares[kind]
        cells = (name, f"{found.cases:,}", *(f"{found.share(verdict):.1f} %" for verdict in _SUMMARISED_VERDICTS))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def document(scores: Iterable[Score], figures: Iterable[Figure], second: Iterable[str], listed: Collection[str]) -> str:
    """Return the whole file; `second` are the names of the second set, `listed` those written by hand for the lists."""
    texts = tuple(second)
    overlap = sum(normalise(text) in listed for text in texts)
    introduction = _INTRODUCTION.format(overlap=overlap, cases=len(texts), before=BEFORE)
    parts = (introduction, BEGIN, accuracy(scores), END, "", "## Costs", "", performance(figures), "")
    return "\n".join(parts)


def published(text: str) -> str:
    """Return the table of accuracy that a results file has."""
    return text.partition(BEGIN)[2].partition(END)[0].strip()
