"""Wording of `who`, `where`, `source`, `method`, `about` and `help`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.places.matches import How
from bot.rankings.model import PILLARS
from bot.replies import formats
from bot.replies.composing.notes import doubt_notes
from bot.replies.composing.rank import compose_rank
from bot.replies.reply import Reply
from bot.replies.wording.catalogue import say
from bot.replies.wording.en import HELP

if TYPE_CHECKING:
    from bot.answers.model import AboutAnswer, HelpAnswer, MethodAnswer, SourceAnswer, WhereAnswer, WhoAnswer

PCT = "pct"
"""The code of patent applications among what an edition measures."""


def compose_who(answer: WhoAnswer) -> Reply:
    """Say which cluster holds a rank."""
    entry = answer.entry
    place = formats.cluster_name(entry.cluster, entry.economies)
    line = say("who.found", rank=formats.figure(entry.value), edition=answer.edition, place=place)
    return Reply(answer.status, (line,), doubt_notes(answer.caveats), formats.source_line(answer.values))


def compose_where(answer: WhereAnswer) -> Reply:
    """Say which cluster a city belongs to, how that is known, and where that cluster stands."""
    asked = answer.query.cluster
    place = formats.cluster_name(answer.cluster, answer.economies)
    if asked.how is How.NEARBY:
        head = [say("where.nearby", asked=asked.name, place=place)]
    elif asked.name.casefold() == answer.cluster.name.casefold():
        head = []
    else:
        head = [say("where.found", asked=asked.name, place=place)]
    if answer.ranked is None:
        return Reply(answer.status, tuple(head) or (say("where.self", place=place),), source=say("source.table"))
    stands = compose_rank(answer.ranked)
    return Reply(answer.status, (*head, *stands.lines[: 1 if head else None]), source=stands.source)


def compose_source(answer: SourceAnswer) -> Reply:
    """Say the evidence and the sources behind a figure, by title."""
    title = say("source.title", place=answer.name, edition=answer.edition, evidence=say(f"attested.{answer.evidence}"))
    figures = formats.sentence_case(" · ".join(formats.described(value) for value in answer.figures))
    lines = (title, figures, *(say("source.line", title=title) for title in answer.titles))
    notes = (say("source.note", note=answer.note),) if answer.note else ()
    return Reply(answer.status, lines, notes, say("source.table"))


def compose_method(answer: MethodAnswer) -> Reply:
    """Say what an edition measures and what changed."""
    if not answer.measures:
        return Reply(answer.status, (say("method.unknown", edition=answer.edition),))
    measures = formats.joined(say(f"measure.{measure}") for measure in answer.measures)
    lines = [say("method.title", edition=answer.edition, measures=measures)]
    if answer.change:
        lines.append(say("method.change", edition=answer.edition, change=answer.change))
    else:
        lines.append(say("method.same"))
    lines.append(say("method.breaks"))
    lines.extend(say("method.break", edition=year, change=change) for year, change in answer.breaks)
    evidence = say(f"evidence.{answer.evidence}")
    source = say("source.small", editions=answer.edition, evidence=evidence)
    notes = (*([say("method.pct")] if PCT in answer.measures else []), say("method.limit"))
    return Reply(answer.status, tuple(lines), notes, source)


def compose_about(answer: AboutAnswer) -> Reply:
    """Say what the table holds, edition by edition."""
    years = [holding.edition for holding in answer.holdings]
    economies = [holding.edition for holding in answer.holdings if holding.economies]
    title = say("about.title", oldest=min(years), newest=max(years), first=min(economies), last=max(economies))
    lines = [title]
    for holding in answer.holdings:
        key = "about.line_economies" if holding.economies else "about.line"
        lines.append(say(key, edition=holding.edition, ranks=holding.ranks, economies=holding.economies))
    pillars = formats.joined(say(f"pillar.{pillar}") for pillar in PILLARS)
    notes = (say("about.pillars", pillars=pillars), say("about.missing"), say("about.licence"))
    return Reply(
        answer.status, tuple(lines), notes, say("about.sources", sources=answer.sources, version=answer.version)
    )


def compose_help(answer: HelpAnswer) -> Reply:
    """Say how to ask, with examples that work."""
    command = answer.query.command
    if command is not None:
        what, examples = HELP[command]
        return Reply(answer.status, (what, *examples))
    lines = (say("help.title"), *(examples[0] for _, examples in HELP.values()))
    return Reply(answer.status, lines, (say("help.more"), say("help.events")))
