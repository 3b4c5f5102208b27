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
    Kind.PROBE: "probe: seventeen languages, nicknames, airports, suburbs (hand-written)",
    Kind.EXONYM: "other languages and scripts (de, es, fr, pt, ru, zh; from Wikidata)",
    Kind.EXONYM_SECOND: "other languages and scripts, second set (hand-written)",
    Kind.EXONYM_FURTHER: "rare languages, which the gazetteer does not take: Cherokee, N’Ko, Kaingang … (CLDR)",
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

The probe was written by hand before anything was looked at or mended because of it. At first contact {first_probe} of
its first 268 names were right and 1.49 % wrong: of the names in seventeen languages 96.9 % right, of nicknames 78.0 %,
of suburbs 88.9 %, of airports, which were not listed, none. 111 more, quarters and misspellings, were written after
the lists had grown and run once: 79.3 % right, 3.6 % wrong (three expectations that did not hold were taken out
first); all 19 misspellings were right. What is learnt from both is in the figures below. Codes of airports that are
English words or codes of economies (SEA, SIN, FRA) are not listed.

Of the names from Wikidata two ask, and rightly: “São José” is a city in Brazil, and 聖地牙哥 is both San Diego and
Santiago. These two, a third from Wikidata and the last two quarters were listed after they had been seen to fail.

Rare languages are those of CLDR that the gazetteer does not take, so that the figure is of names nobody listed. It
takes about a hundred languages and forms of them; before some thirty of these were added, 64.52 % of 1,350 names were
right. What is declined now is mostly in scripts of their own (Cherokee, N’Ko, Adlam, Syriac), or spelt as it is heard
and far from any known name (“Cangay” for Shanghai). None of it is put into Latin letters first: no library that the
project uses does that for these scripts.

The second set of names in other languages was written by hand before the lists were extended. Its totals were seen
meanwhile, which of its names fail was not, save the last one, フランクフルト, which was then mended. It is no blind
set: the same hand wrote both, and {overlap} of its {cases} names are also in `data/exonyms.csv`, which came after it.
Before that file and what came with it, {before} of the set were right. Of 2,249 further names, written language by
language to extend that file, 87 % were known when they were first tried, and most of the others were taken in.
"""

FIRST_PROBE = "85.82 %"
"""What was right of the probe when it was first run."""

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
    about = {"before": BEFORE, "first_probe": FIRST_PROBE}
    introduction = _INTRODUCTION.format(overlap=overlap, cases=len(texts), **about)
    parts = (introduction, BEGIN, accuracy(scores), END, "", "## Costs", "", performance(figures), "")
    return "\n".join(parts)


def published(text: str) -> str:
    """Return the table of accuracy that a results file has."""
    return text.partition(BEGIN)[2].partition(END)[0].strip()
