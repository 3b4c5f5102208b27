"""Wording of the quiz's questions: the question itself, its choices, and what decides one on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.community.quiz.question import Kind, Offered
from bot.rankings.model import Pillar
from bot.replies import formats
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.community.quiz.question import Question, Theme
    from bot.rankings.model import Rankings

LETTERS = "ABCD"
_ABOUT_ECONOMIES = (Kind.COUNT, Kind.NAME_OF, Kind.ECONOMY_PLACE, Kind.STRONGEST, Kind.OF_ECONOMY)
_ABOUT_CLUSTERS = (Kind.PLACE, Kind.WHEN, Kind.NEAREST, Kind.IN_ECONOMY)


def question_words(question: Question, rankings: Rankings) -> str:
    """Return a question as a sentence, without its choices."""
    theme = question.theme
    pillar = theme.pillar not in (None, Pillar.GII)
    return say(
        f"quiz.pillar.{theme.kind}" if pillar else f"quiz.ask.{theme.kind}",
        edition=theme.edition,
        since=theme.since,
        number=theme.number,
        subject=_subject(theme, rankings),
        what=_what(theme),
        pillar=say(f"pillar.{theme.pillar}") if pillar else "",
    )


def choice_names(question: Question, rankings: Rankings) -> tuple[str, ...]:
    """Return what the buttons of a question say, in order; none where the answer is typed."""
    return tuple(answer_name(question, choice, rankings) for choice in question.choices)


def right_name(question: Question, answer: str, rankings: Rankings) -> str:
    """Return the name of an answer as it stands inside a sentence."""
    if question.offered is Offered.PILLAR:
        return say(f"pillar.{answer}")
    return formats.the(answer_name(question, answer, rankings))


def answer_name(question: Question, answer: str, rankings: Rankings) -> str:
    """Return the name of a choice or of a cluster that was typed, by its id; the id where the table lacks it."""
    match question.offered:
        case Offered.CLUSTER:
            return _cluster(answer, rankings)
        case Offered.ECONOMY:
            return _economy(answer, rankings)
        case Offered.PILLAR:
            return formats.sentence_case(say(f"pillar.{answer}"))
        case Offered.NUMBER | Offered.EDITION:
            return answer


def amounts_line(question: Question, rankings: Rankings) -> str:
    """Return the degrees or kilometres that decide a question on the map; empty for any other question."""
    if not question.amounts:
        return ""
    names = choice_names(question, rankings)
    nearest = question.theme.kind is Kind.NEAREST
    pairs = sorted(zip(question.amounts, names, strict=True), reverse=question.theme.kind is Kind.NORTHERNMOST)
    parts = [say("quiz.amount", name=name, amount=_km(value) if nearest else _degrees(value)) for value, name in pairs]
    if nearest:
        return say("quiz.distances", subject=_subject(question.theme, rankings), list=formats.joined(parts))
    return say("quiz.latitudes", list=formats.joined(parts))


def _subject(theme: Theme, rankings: Rankings) -> str:
    if theme.kind in _ABOUT_ECONOMIES:
        return formats.the(_economy(theme.subject, rankings))
    if theme.kind is Kind.REGION_LEADER:
        return formats.the(rankings.regions[theme.subject].name)
    return _cluster(theme.subject, rankings) if theme.kind in _ABOUT_CLUSTERS else ""


def _cluster(cluster: str, rankings: Rankings) -> str:
    return rankings.clusters[cluster].name if cluster in rankings.clusters else cluster


def _economy(code: str, rankings: Rankings) -> str:
    return rankings.economies[code].short_name if code in rankings.economies else code


def _what(theme: Theme) -> str:
    if theme.measure is None:
        return ""
    return say(f"quiz.joined.{theme.measure}" if theme.kind is Kind.MEASURE_JOINED else f"quiz.what.{theme.measure}")


def _degrees(latitude: float) -> str:
    return say("quiz.north" if latitude >= 0 else "quiz.south", degrees=f"{abs(latitude):.1f}")


def _km(distance: float) -> str:
    return say("quiz.km", km=f"{round(distance):,}")
