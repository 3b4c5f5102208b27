"""Wording of the scenes of a release night. Every figure in them is one of an answer."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.answering import answer
from bot.answers.model import HoldersAnswer, RankAnswer, TopAnswer, WhoAnswer
from bot.answers.values import CaveatKind, Status, doubts
from bot.community.release.scenes import Batch, Closing, Members, Opening, Single, Summary, Topic
from bot.questions.queries import Rank, Top, Who
from bot.questions.refs import ClusterRef
from bot.rankings.model import RANKS_PUBLISHED, Evidence
from bot.rankings.withholding import as_of
from bot.replies import formats
from bot.replies.composing.compose import compose
from bot.replies.composing.notes import break_notes, doubt_notes
from bot.replies.formats import SmallPrint
from bot.replies.reply import Reply
from bot.replies.safety import hidden
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answers.values import Value
    from bot.community.release.scenes import Scene
    from bot.rankings.model import Cluster, Rankings

    Veil = Callable[[str], str]
    """What is done to words that name a cluster."""

MEMBERS_SHOWN = 40
"""So many names fit into a message."""
WELL_ATTESTED = (Evidence.OFFICIAL, Evidence.DOUBLE)


def compose_scene(scene: Scene, rankings: Rankings, *, spoiler: bool = False, extra: tuple[str, ...] = ()) -> Reply:
    """Say a scene by the table as it was when the edition was the newest; `extra` lines stand under it.

    With `spoiler`, what names a cluster or an economy is shown only to those who tap on it, and is in no title.

    Raises:
        KeyError: the table does not hold the edition.
    """
    table = as_of(rankings, scene.edition)
    veil: Veil = hidden if spoiler else str
    match scene:
        case Opening():
            reply = _opening(scene, table)
        case Batch():
            reply = _batch(scene, table, veil)
        case Single():
            reply = _single(scene, table, spoiler=spoiler)
        case Members():
            reply = _veiled(_members(scene, table), veil)
        case Summary(topic=Topic.NUMBER_ONE):
            reply = _veiled(_number_one(scene, table), veil)
        case Summary(topic=Topic.METHOD):
            reply = _method(scene, table)
        case Summary():
            reply = _veiled(compose(answer(scene.query, table)), veil)
        case Closing():
            reply = _closing(scene)
    return replace(reply, lines=(*reply.lines, *extra))


def _veiled(reply: Reply, veil: Veil) -> Reply:
    title, *lines = reply.lines
    return replace(reply, lines=(title, *map(veil, lines)), notes=tuple(map(veil, reply.notes)))


def _opening(scene: Opening, table: Rankings) -> Reply:
    found = answer(Top(RANKS_PUBLISHED, edition=scene.edition), table)
    entries = found.entries if isinstance(found, TopAnswer) else ()
    whole = len(entries) == RANKS_PUBLISHED
    held = say("release.whole") if whole else say_count("release.held", len(entries))
    kinds = Counter(entry.value.evidence for entry in entries)
    parts = (say(f"release.evidence.{kind}", count=kinds[kind]) for kind in Evidence if kind in kinds)
    lines = (
        say("release.opening", edition=scene.edition),
        held,
        say("release.attested", parts=formats.joined(parts)),
    )
    return Reply(Status.ANSWERED, lines, source=say("source.table"))


def _holder(rank: int, edition: int, table: Rankings) -> RankAnswer | None:
    """Return what is known of the cluster at a rank, or None where that is not in our sources."""
    found = answer(Who(rank, edition), table)
    return _standing(found.entry.cluster, edition, table) if isinstance(found, WhoAnswer) else None


def _standing(cluster: Cluster, edition: int, table: Rankings) -> RankAnswer | None:
    found = answer(Rank(ClusterRef(cluster.id, cluster.name), edition), table)
    return found if isinstance(found, RankAnswer) else None


def _change(found: RankAnswer) -> Value | None:
    """Return the change since the edition just before, if both ranks are known."""
    return found.change if found.compared_with == found.edition - 1 else None


def _across(found: RankAnswer) -> bool:
    return any(caveat.kind is CaveatKind.METHOD_BREAK for caveat in found.caveats)


def _shown(found: RankAnswer) -> tuple[Value, ...]:
    return tuple(value for value in (found.rank, _change(found)) if value is not None)


def _batch(scene: Batch, table: Rankings, veil: Veil) -> Reply:
    """Say the ranks that are known, from the last to the best, and which are not."""
    holders = {rank: _holder(rank, scene.edition, table) for rank in scene.ranks}
    known = [found for found in holders.values() if found is not None]
    first, last = scene.ranks[0], scene.ranks[-1]
    if not known:
        line = say("release.batch_unknown", first=first, last=last, edition=scene.edition)
        return Reply(Status.NO_DATA, (line,))
    values = tuple(value for found in known for value in _shown(found))
    small = SmallPrint(values)
    lines = (say("release.batch", first=first, last=last), *(_line(found, small, veil) for found in known))
    notes = [*_changes(known), *map(veil, doubt_notes(doubts(values)))]
    gaps = [rank for rank, found in holders.items() if found is None]
    if gaps:
        notes.insert(0, say_count("top.gaps", len(gaps), gaps=formats.numbers(gaps)))
    return Reply(Status.ANSWERED, lines, tuple(notes), small.line)


def _line(found: RankAnswer, small: SmallPrint, veil: Veil) -> str:
    assert found.rank is not None
    place = formats.cluster_name(found.cluster, found.economies) + small.mark(found.rank)
    change = _change(found)
    if change is not None:
        place = say("release.moved", place=place, change=_moved(found.rank, change, small))
    return say("top.line", position=formats.figure(found.rank), place=veil(place))


def _moved(rank: Value, change: Value, small: SmallPrint) -> str:
    """Return a change, with its mark unless the rank beside it bears the same."""
    mark = small.mark(change)
    return formats.figure(change) + ("" if mark == small.mark(rank) else mark)


def _changes(known: list[RankAnswer]) -> list[str]:
    """Say since when the changes of a list are, and whether the method changed meanwhile."""
    moved = [found for found in known if _change(found) is not None]
    if not moved:
        return []
    key = "release.changes_across_break" if _across(moved[0]) else "release.changes"
    return [say(key, before=moved[0].compared_with)]


def _single(scene: Single, table: Rankings, *, spoiler: bool) -> Reply:
    """Say who holds a rank; then the change, and what the cluster measures where that is well attested."""
    found = _holder(scene.rank, scene.edition, table)
    if found is None or found.rank is None:
        return Reply(Status.NO_DATA, (say("none.at_rank", rank=scene.rank, edition=scene.edition),))
    values = _shown(found)
    small = SmallPrint(values)
    place = formats.cluster_name(found.cluster, found.economies) + small.mark(found.rank)
    position = formats.figure(found.rank)
    facts = [formats.described(value) for value in found.measures if value.evidence in WELL_ATTESTED]
    change = _change(found)
    if change is not None:
        key = "release.change_across_break" if _across(found) else "release.change"
        facts.insert(0, say(key, change=_moved(found.rank, change, small), before=found.compared_with))
    body = (formats.sentence_case(" · ".join(facts)),) if facts else ()
    notes = doubt_notes(doubts(values))
    if not spoiler:
        return Reply(Status.ANSWERED, (say("top.line", position=position, place=place), *body), notes, small.line)
    return _veiled(Reply(Status.ANSWERED, (position, place, *body), notes, small.line), hidden)


def _members(scene: Members, table: Rankings) -> Reply:
    ids = [id_ for id_, row in table.editions[scene.edition].rows.items() if row.rank is None]
    found = [_standing(table.clusters[id_], scene.edition, table) for id_ in ids]
    members = [(each, each.membership) for each in found if each is not None and each.membership is not None]
    small = SmallPrint(value for _, value in members)
    lines = [formats.cluster_name(each.cluster, each.economies) + small.mark(value) for each, value in members]
    more = len(lines) - MEMBERS_SHOWN
    if more > 0:
        lines[MEMBERS_SHOWN:] = [say("release.members_more", more=more)]
    title = say_count("release.members", len(members))
    return Reply(Status.ANSWERED, (title, *lines), source=small.line)


def _number_one(scene: Summary, table: Rankings) -> Reply:
    """Say who held the first rank in every edition, under whether that is somebody new."""
    found = answer(scene.query, table)
    reply = compose(found)
    if not isinstance(found, HoldersAnswer):
        return reply
    by_edition = {entry.value.edition: entry.cluster for entry in found.entries}
    first, before = by_edition.get(scene.edition), by_edition.get(scene.edition - 1)
    if first is None or before is None:
        return reply
    key = "release.first_again" if first.id == before.id else "release.first_new"
    stands = _standing(first, scene.edition, table)
    breaks = () if first.id == before.id or stands is None else break_notes(stands.caveats)
    title = say(key, edition=scene.edition, before=scene.edition - 1)
    return replace(reply, lines=(title, *reply.lines[1:]), notes=(*breaks, *reply.notes))


def _method(scene: Summary, table: Rankings) -> Reply:
    """Say the method of this edition, and what is new in it; other editions' changes are for those who ask."""
    reply = compose(answer(scene.query, table))
    notes = reply.notes if table.editions[scene.edition].method.method_break else ()
    return replace(reply, lines=reply.lines[:2], notes=notes)


def _closing(scene: Closing) -> Reply:
    lines = [say("release.closing", edition=scene.edition), say("release.ask", edition=scene.edition)]
    if scene.missing:
        topics = formats.joined(say(f"release.topic.{topic}") for topic in scene.missing)
        lines.insert(1, say("release.missing", topics=topics))
    return Reply(Status.ANSWERED, tuple(lines))
