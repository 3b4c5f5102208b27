"""Wording of what is wrong with a form, with an organiser's line of prompts, or with a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.community.pool import problems
from bot.questions import failures
from bot.replies import formats
from bot.replies.composing.failures import compose_failure
from bot.replies.composing.pool_prompts import field_label
from bot.replies.reply import Reply
from bot.replies.safety import quote
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from bot.community.pool.model import Prompt
    from bot.community.pool.problems import Problem, PromptProblem, Wrong
    from bot.community.times import TimeProblem
    from bot.rankings.model import Rankings

SPEAKING = (
    failures.PlaceUnknown,
    failures.AreaUnknown,
    failures.PlaceAmbiguous,
    failures.PlaceUnranked,
    failures.EconomyUnranked,
    failures.EditionNotHeld,
)
"""Why words were not read, where that says what to do about a prompt; other reasons speak of commands."""


def compose_problems(prompts: tuple[Prompt, ...], found: tuple[Problem, ...], rankings: Rankings) -> Reply:
    """Say everything that is wrong with a form at once, field by field."""
    lines = [_line(field_label(prompts[problem.field], rankings), problem.wrong, rankings) for problem in found]
    return Reply(Status.NOT_UNDERSTOOD, (say("pool.wrong.title"), *lines))


def compose_prompt_problems(found: tuple[PromptProblem, ...]) -> Reply:
    """Say which parts of an organiser's line cannot be asked, and what can."""
    lines = (say("pool.prompts.title"), *map(_prompt_line, found))
    return Reply(Status.NOT_UNDERSTOOD, lines, (say("pool.prompts.example"),))


def compose_time_problem(problem: TimeProblem) -> Reply:
    """Say why a text is no time to come, and how one is written."""
    return Reply(Status.NOT_UNDERSTOOD, (say(f"time.{problem}"),))


def _line(label: str, wrong: Wrong, rankings: Rankings) -> str:
    if isinstance(wrong, problems.NoPlace) and wrong.position is not None:
        return say("pool.wrong.position", label=label, position=wrong.position, why=_why(wrong, rankings))
    return say("pool.wrong.line", label=label, why=_why(wrong, rankings))


def _why(wrong: Wrong, rankings: Rankings) -> str:
    match wrong:
        case problems.Empty():
            return say("pool.wrong.empty")
        case problems.NotFive(count):
            return say("pool.wrong.five", count=count)
        case problems.NoPlace(failure):
            return _failed(failure)
        case problems.NamedTwice(cluster, (first, second)):
            return say("pool.wrong.twice", cluster=rankings.clusters[cluster].name, first=first, second=second)
        case problems.NotANumber(text, limit):
            return say("pool.wrong.number", text=quote(text), limit=limit)
        case problems.NotAChance(text):
            return say("pool.wrong.chance", text=quote(text))


def _failed(failure: failures.Failure) -> str:
    if isinstance(failure, failures.PlaceAmbiguous):
        names = formats.alternatives(choice.name for choice in failure.choices)
        return say("pool.wrong.which", text=quote(failure.text), names=names)
    return " ".join(compose_failure(failure).lines)


def _prompt_line(problem: PromptProblem) -> str:
    match problem:
        case problems.TooManyPrompts(count, limit):
            return say("pool.prompts.many", count=count, limit=limit)
        case problems.TooLongPrompts(limit):
            return say("pool.prompts.too_long", limit=limit)
        case problems.NotAPrompt(part, failure) if isinstance(failure, SPEAKING):
            return say("pool.prompts.line", part=quote(part), why=_failed(failure))
        case problems.NotAPrompt(part):
            return say("pool.prompts.line", part=quote(part), why=say("pool.prompts.unread"))
        case problems.NotOneClaim(part):
            return say("pool.prompts.line", part=quote(part), why=say("pool.prompts.not_one"))
        case problems.NotOneEconomy(part):
            return say("pool.prompts.line", part=quote(part), why=say("pool.prompts.not_economy"))
        case problems.AskedTwice(part):
            return say("pool.prompts.line", part=quote(part), why=say("pool.prompts.twice"))
