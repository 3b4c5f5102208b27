"""Wording of a prediction pool: its state, what is posted of it, its results, and what one person is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.community.pool import notices
from bot.community.pool.actions import Receipt
from bot.community.pool.commitment import leaf, short
from bot.community.pool.game import CHANGES_MAXIMUM, ENTRIES_MAXIMUM
from bot.community.pool.scoring import POINT, attainable
from bot.community.pool.standings import Opponent, standings
from bot.community.pool.state import Phase
from bot.rankings.model import weakest
from bot.replies import formats
from bot.replies.composing.people import named
from bot.replies.composing.pool_prompts import LETTERS, came_true, headings, lettered, predicted, question
from bot.replies.reply import Reply
from bot.replies.safety import moment
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from bot.community.pool.actions import Told
    from bot.community.pool.model import Entry, Outcome
    from bot.community.pool.notices import Notice
    from bot.community.pool.standings import Line
    from bot.community.pool.state import Pool
    from bot.rankings.model import Rankings


PEOPLE_SHOWN = 15
"""People in a table; everybody finds their own line under “My entry”, and all are in the published file."""


def compose_pool(pool: Pool, rankings: Rankings) -> Reply:
    """Say what a pool asks and where it is."""
    count = say_count("pool.count", len(pool.entries))
    lines: list[str] = [
        say("pool.title", edition=pool.edition),
        *lettered(question(prompt, rankings) for prompt in pool.prompts),
    ]
    match pool.phase:
        case Phase.OPEN:
            return Reply(Status.ANSWERED, (*lines, _until(pool), count), (say("pool.sealed"), say("pool.rule")))
        case Phase.LOCKED:
            lines += [say("pool.closed", edition=pool.edition), count, _commitment(pool.commitment)]
        case Phase.SCORED:
            lines += [say("pool.scored"), count, _commitment(pool.commitment)]
        case Phase.CANCELLED:
            lines += [say("pool.cancelled")]
    return Reply(Status.ANSWERED, tuple(lines))


def compose_entries(pool: Pool) -> Reply:
    """Say how many entries a pool has, and nothing else of them."""
    lines = (say_count("pool.count_title", len(pool.entries), edition=pool.edition),)
    return Reply(Status.ANSWERED, (*lines, _until(pool)) if pool.phase is Phase.OPEN else lines)


def compose_results(pool: Pool, rankings: Rankings) -> Reply:
    """Show what came of each prompt, and the table with what each line got for it."""
    if pool.result is None:
        return Reply(Status.NO_DATA, (say("pool.not_scored", edition=pool.edition),))
    title = say("pool.results", edition=pool.edition)
    return _results(title, pool, pool.result.outcomes, rankings)


def compose_so_far(pool: Pool, outcomes: tuple[Outcome, ...], revealed_from: int) -> Reply:
    """Show the table while a countdown has come to a rank; what is still to be revealed is not in it."""
    title = say("pool.so_far", edition=pool.edition)
    table = _table(pool, standings(pool, outcomes, revealed_from))
    return Reply(Status.ANSWERED, (title, *table), (say("pool.opponents"),))


def compose_notice(pool: Pool, notice: Notice, rankings: Rankings) -> Reply:
    """Say what is to be posted."""
    match notice:
        case notices.WasOpened():
            return compose_pool(pool, rankings)
        case notices.WasMoved(_, before, closes):
            times = {"closes": moment(closes), "relative": moment(closes, relative=True)}
            lines = (
                say("pool.moved", edition=pool.edition, **times),
                say("pool.moved_before", before=moment(before)),
            )
            return Reply(Status.ANSWERED, lines)
        case notices.WasLocked(_, commitment, count):
            title = say("pool.locked", edition=pool.edition)
            lines = (title, say_count("pool.count", count), _commitment(commitment))
            return Reply(Status.ANSWERED, lines, (say("pool.commitment_meaning"),))
        case notices.WasScored(_, result):
            return _results(say("pool.results", edition=pool.edition), pool, result.outcomes, rankings)
        case notices.WasCorrected():
            return _corrected(pool, notice, rankings)
        case notices.WasCancelled():
            lines = (say("pool.called_off", edition=pool.edition), say("pool.called_off_meaning"))
            return Reply(Status.ANSWERED, lines)


def compose_told(pool: Pool, told: Receipt | Told, rankings: Rankings) -> Reply:
    """Tell the person who acted what became of it; an entry is shown as it was read, with its receipt."""
    if isinstance(told, Receipt):
        title = say("pool.changed" if told.changed else "pool.entered", edition=pool.edition)
        lines = (title, *_predictions(pool, told.entry, rankings))
        return Reply(Status.ANSWERED, lines, (_changeable(pool),), receipt=short(told.leaf))
    done = told in (told.WITHDRAWN, told.MOVED, told.STOPPED)
    line = say(f"pool.told.{told}", most=f"{ENTRIES_MAXIMUM:,}", changes=CHANGES_MAXIMUM)
    return Reply(Status.ANSWERED if done else Status.NOT_UNDERSTOOD, (line,))


def compose_own(pool: Pool, who: int, rankings: Rankings) -> Reply:
    """Show somebody their own entry with its receipt in full and, once there is a result, what it got."""
    sealed = pool.entries.get(who)
    if sealed is None:
        return Reply(Status.NO_DATA, (say("pool.own_none", edition=pool.edition),))
    shown = _predictions(pool, sealed.entry, rankings)
    if pool.result is not None:
        (line,) = (line for line in standings(pool, pool.result.outcomes) if line.who == who)
        shown = tuple(
            text if points is None else say("pool.own_points", text=text, points=_part(points))
            for text, points in zip(shown, line.points, strict=True)
        )
        shown = (*shown, say("pool.own_total", place=line.place, total=_points(line.total)))
    made = leaf(pool, sealed)
    notes = (say("pool.receipt_full", leaf=made), *((_changeable(pool),) if pool.phase is Phase.OPEN else ()))
    return Reply(Status.ANSWERED, (say("pool.own", edition=pool.edition), *shown), notes, receipt=short(made))


def _until(pool: Pool) -> str:
    return say("pool.open", closes=moment(pool.closes), relative=moment(pool.closes, relative=True))


def _changeable(pool: Pool) -> str:
    return say("pool.until", closes=moment(pool.closes))


def _commitment(commitment: str) -> str:
    return say("pool.commitment", commitment=commitment)


def _predictions(pool: Pool, entry: Entry, rankings: Rankings) -> tuple[str, ...]:
    made = zip(headings(pool.prompts, rankings), pool.prompts, entry.predictions, strict=True)
    return tuple(
        say("pool.answered", question=asked, answer=predicted(prompt, prediction, rankings))
        for asked, prompt, prediction in made
    )


def _results(title: str, pool: Pool, outcomes: tuple[Outcome, ...], rankings: Rankings) -> Reply:
    kinds = {outcome.evidence for outcome in outcomes if outcome.evidence is not None}
    shown = zip(headings(pool.prompts, rankings), pool.prompts, outcomes, strict=True)
    truths: list[str] = []
    for asked, prompt, outcome in shown:
        answer = came_true(prompt, outcome.truth, rankings)
        if outcome.evidence is not None and len(kinds) > 1:
            answer = say("pool.attested", answer=answer, evidence=say(f"evidence.{outcome.evidence}"))
        truths.append(say("pool.answered", question=asked, answer=answer))
    most = sum(attainable(prompt, outcome.truth) for prompt, outcome in zip(pool.prompts, outcomes, strict=True))
    table = (say("pool.most", most=_points(most)), *_table(pool, standings(pool, outcomes)))
    notes = (say("pool.opponents"), _commitment(pool.commitment))
    evidence = say(f"evidence.{weakest(tuple(kinds))}") if kinds else say("pool.void")
    source = say("source.small", editions=pool.edition, evidence=evidence)
    return Reply(Status.ANSWERED, (title, *truths, *table), notes, source)


def _corrected(pool: Pool, notice: notices.WasCorrected, rankings: Rankings) -> Reply:
    """Say what changed in the data, then show the results as they are by it."""
    pairs = zip(
        headings(pool.prompts, rankings), pool.prompts, notice.before.outcomes, notice.result.outcomes, strict=True
    )
    changes = [
        say(
            "pool.corrected_line",
            question=asked,
            now=came_true(prompt, after.truth, rankings),
            before=came_true(prompt, before.truth, rankings),
        )
        for asked, prompt, before, after in pairs
        if before.truth != after.truth
    ]
    title = say("pool.corrected", edition=pool.edition)
    results = _results(say("pool.results", edition=pool.edition), pool, notice.result.outcomes, rankings)
    lines = (title, *changes, say("pool.corrected_meaning"), *results.lines)
    return Reply(results.status, lines, results.notes, results.source)


def _table(pool: Pool, lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Show the leading people, and the opponents wherever they stand."""
    people = [line for line in lines if line.place is not None]
    left_out = set(people[PEOPLE_SHOWN:])
    shown = [_line(pool, line) for line in lines if line not in left_out]
    if left_out:
        shown.append(say_count("pool.more", len(left_out)))
    return tuple(shown) if pool.entries else (say("pool.nobody"), *shown)


def _line(pool: Pool, line: Line) -> str:
    parts = (
        say("pool.part", letter=letter, points=_part(points))
        for letter, points in zip(LETTERS, line.points, strict=False)
        if points is not None
    )
    place = say("pool.place_none") if line.place is None else str(line.place)
    return say("pool.line", place=place, name=_name(pool, line), total=_points(line.total), parts=" · ".join(parts))


def _name(pool: Pool, line: Line) -> str:
    match line.who:
        case Opponent.BEFORE if pool.baseline.editions:
            return say("pool.before", editions=formats.numbers(pool.baseline.editions))
        case Opponent.BEFORE:
            return say("pool.before_none")
        case Opponent.CROWD:
            return say("pool.crowd")
        case int() as who:
            return named(who)


def _points(thousandths: int) -> str:
    """Return points exactly, so that two totals which look alike are alike."""
    return f"{thousandths / POINT:.3f}".rstrip("0").rstrip(".")


def _part(thousandths: int) -> str:
    return f"{thousandths / POINT:.1f}".removesuffix(".0")
