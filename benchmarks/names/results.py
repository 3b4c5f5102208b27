"""The figures as a Markdown file: the accuracy, which a test keeps current, and the times of one machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.names.cases import Kind
from benchmarks.names.scoring import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

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

_INTRODUCTION = """# How well names are understood

Written by `python -m benchmarks.names --write`. Only the measuring set is counted. It was kept apart but not
blind: its totals, and some of its failures, were seen while the rules were written. *Wrong* is what is stated with
confidence and is not so: another cluster, or a cluster for a place in none (a false accept).
*Asked* is a question back, *declined* an honest “not known”. For places outside, *right* is “in none of the clusters”;
*declined* is right as well where the gazetteer does not have the place. *Same name*, counted apart, are places outside
that bear a cluster's own name: “Rome”, typed bare, is taken for the Italian one.
"""


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


def document(scores: Iterable[Score], figures: Iterable[Figure]) -> str:
    """Return the whole file."""
    parts = (_INTRODUCTION, BEGIN, accuracy(scores), END, "", "## Costs", "", performance(figures), "")
    return "\n".join(parts)


def published(text: str) -> str:
    """Return the table of accuracy that a results file has."""
    return text.partition(BEGIN)[2].partition(END)[0].strip()
