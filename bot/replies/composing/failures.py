"""Wording of what could not be asked or is not held: one sentence each, and what to do next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.questions import failures, queries
from bot.rankings.model import Measure
from bot.replies import formats
from bot.replies.reply import Button, Reply
from bot.replies.safety import quote
from bot.replies.wording.catalogue import say
from bot.replies.wording.en import HELP, SENTENCES

if TYPE_CHECKING:
    from bot.answers.model import NoData
    from bot.places.matches import OutsidePlace
    from bot.questions.failures import Failure


def compose_failure(failure: Failure) -> Reply:
    """Say why a text was not answered."""
    match failure:
        case failures.Empty():
            return _refusal(say("fail.empty"))
        case failures.TooLong(limit):
            return _refusal(say("fail.too_long", limit=limit))
        case failures.UnknownCommand(word, suggestion):
            line = say("fail.did_you_mean", word=quote(word), suggestion=quote(suggestion))
            return Reply(Status.NOT_UNDERSTOOD, (line,), buttons=(Button(quote(suggestion), suggestion),))
        case failures.NotUnderstood(readings=()):
            return _refusal(say("fail.not_understood"))
        case failures.NotUnderstood(readings=readings):
            lines = (say("fail.nearest_readings"), *(choice.name for choice in readings))
            return Reply(Status.NOT_UNDERSTOOD, lines, buttons=_ways(readings))
        case failures.MissingWords(command, what):
            return _refusal(say(f"fail.missing.{what}", command=command, example=_example(command)))
        case failures.SurplusWords(command, words):
            return _refusal(say("fail.surplus", words=quote(words), example=_example(command)))
        case failures.NumberOutOfRange(command, given, low, high):
            key = "fail.number_places" if command == "compare" else "fail.number"
            numbers = {"given": quote(given), "low": low, "high": high}
            return _refusal(say(key, command=command, example=_example(command), **numbers))
        case failures.EditionNotHeld(year, held):
            line = say("fail.edition", year=year, oldest=min(held), newest=max(held))
            return Reply(Status.NO_DATA, (line,))
        case failures.MeasureNotOffered(command, measure):
            return _refusal(say("fail.measure", command=command, measure=_measure(measure), example=_example(command)))
        case failures.SameCluster(names, cluster):
            if len(set(names)) == 1:
                return _refusal(say("fail.same_twice", cluster=cluster))
            return _refusal(say("fail.same_cluster", names=formats.joined(names), cluster=cluster))
        case failures.NotAnEconomy(command, name):
            return _refusal(say("fail.not_economy", name=name, example=_example(command)))
        case failures.NoClaim(readings):
            offered = (say("fail.meant"), *(choice.name for choice in readings)) if readings else ()
            lines = (say("fail.no_claim", example=_example("settle")), *offered)
            return Reply(Status.NOT_UNDERSTOOD, lines, buttons=_ways(readings))
        case failures.NoReceipt(code):
            return _refusal(say("fail.no_receipt", code=quote(code)))
        case failures.MixedKinds():
            return _refusal(say("fail.mixed", example=_example("compare")))
        case failures.NeitherCommandNorPlace(text):
            return Reply(Status.UNKNOWN_PLACE, (say("fail.bare", text=quote(text)),))
        case failures.PlaceUnknown(text, suggestions, choices, state):
            key = "fail.state" if state else "fail.place"
            return replace(_unknown(key, "rank", text, suggestions), buttons=_ways(choices))
        case failures.AreaUnknown(command, text, suggestions, choices):
            return replace(_unknown("fail.area", command, text, suggestions), buttons=_ways(choices))
        case failures.PlaceAmbiguous(text, choices):
            menu = tuple(Button(choice.name, choice.question, _detail(choice)) for choice in choices)
            lines = (say("fail.ambiguous", text=quote(text)), *(choice.name for choice in choices))
            return Reply(Status.AMBIGUOUS, lines, menu=menu)
        case failures.PlaceUnranked():
            return _unranked_city(failure)
        case failures.EconomyUnranked(place):
            return _unranked("fail.economy_unranked", place)


def _ways(choices: tuple[failures.Choice, ...]) -> tuple[Button, ...]:
    return tuple(Button(choice.name, choice.question) for choice in choices)


def _detail(choice: failures.Choice) -> str:
    return say("choice.cluster" if choice.cluster else "choice.outside")


def _refusal(line: str) -> Reply:
    return Reply(Status.NOT_UNDERSTOOD, (line,))


def _unranked_city(failure: failures.PlaceUnranked) -> Reply:
    """Say that a city is in no cluster, and the nearest one; a distance is no outline, so a near one is left open."""
    place, nearest = failure.place, failure.nearest
    name = f"{formats.flag(place.economy)} {place.name}"
    if nearest is None:
        return Reply(Status.UNRANKED, (say("fail.unranked", place=name),))
    kilometres = f"{nearest.km:,.0f}"
    if nearest.undecided:
        line = say("fail.unranked_near", place=name, km=kilometres, cluster=nearest.cluster.name)
        return Reply(Status.UNRANKED, (line, say("fail.unranked_outline")))
    line = say("fail.unranked", place=name)
    return Reply(Status.UNRANKED, (line, say("fail.nearest", km=kilometres, cluster=nearest.cluster.name)))


def _unranked(key: str, place: OutsidePlace) -> Reply:
    return Reply(Status.UNRANKED, (say(key, place=f"{formats.flag(place.economy)} {place.name}"),))


def _unknown(key: str, command: str, text: str, suggestions: tuple[str, ...]) -> Reply:
    if suggestions:
        named, clusters = formats.alternatives(suggestions), formats.joined(suggestions)
        line = say(f"{key}_suggest", text=quote(text), suggestions=named, clusters=clusters)
        return Reply(Status.UNKNOWN_PLACE, (line,))
    return Reply(Status.UNKNOWN_PLACE, (say(key, text=quote(text), example=_example(command)),))


def _example(command: str) -> str:
    return HELP[command][1][0]


def _measure(name: str) -> str:
    return SENTENCES.get(f"measure.{name}") or SENTENCES[f"pillar.{name}"]


def compose_no_data(answer: NoData) -> Reply:
    """Say that nothing is held, and which editions hold such figures."""
    notes = (say("none.held", editions=formats.numbers(answer.held)),) if answer.held else ()
    return Reply(answer.status, (_nothing(answer),), notes)


def _nothing(answer: NoData) -> str:
    subject, edition = answer.subject, answer.edition
    match answer.query:
        case queries.Who(rank=rank):
            return say("none.at_rank", rank=rank, edition=edition)
        case queries.Newcomers(left=left):
            return say("none.left" if left else "none.new", edition=edition)
        case queries.Flip():
            return say("none.flip", edition=edition)
        case queries.Moved():
            return say("none.move", subject=subject)
        case queries.Fact():
            return say("none.fact", edition=edition)
        case queries.Nth() | queries.EconomyNth():
            return say("none.nth", edition=edition)
        case queries.Movers() if subject:
            return say("none.moves_area", subject=formats.the(subject), edition=edition)
        case queries.Movers():
            return say("none.moves", edition=edition)
        case queries.EconomyMovers():
            return say("none.economy_moves")
        case queries.EconomyHistory():
            return say("none.unranked", subject=subject)
        case queries.EconomyProfile(brief=True):
            return say("none.rank", subject=formats.the(subject), edition=edition)
        case queries.EconomyProfile() | queries.CompareEconomies() | queries.PillarOf() | queries.SourceOf():
            return say("none.subject", subject=subject, edition=edition)
        case queries.EconomyRanking():
            return say("none.economies", edition=edition)
        case queries.Top(measure=Measure.SIZE) if subject:
            return say("none.area", subject=formats.the(subject), edition=edition)
        case queries.Top(measure=Measure.SIZE) | queries.Count():
            return say("none.ranks", edition=edition)
        case queries.Compare(clusters=clusters):
            names = formats.joined(ref.name for ref in clusters)
            what = formats.sentence_case(say(f"what.{answer.what}"))
            return say("none.measure", what=what, subject=names, edition=edition)
        case _ if answer.what is Measure.SIZE and subject:
            return say("none.rank", subject=subject, edition=edition)
        case _:
            named = "none.measure_area" if isinstance(answer.query, queries.Top) else "none.measure"
            key = named if subject else "none.measure_world"
            what = say(f"what.{answer.what}")
            return say(key, what=formats.sentence_case(what), subject=subject, edition=edition)
