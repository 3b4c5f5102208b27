"""Prompts, predictions and what came of them, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.community.pool.claims import unpacked
from bot.community.pool.model import HowMany, Leader, TopFive, Will
from bot.questions.assertions import Entered, MoreClusters, Passed, Went
from bot.questions.phrasing import phrase
from bot.questions.receipts import ReceiptError
from bot.questions.refs import ClusterRef, Direction, EconomyRef
from bot.replies import formats
from bot.replies.composing.reading import reading
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.community.pool.model import Prediction, Prompt, Truth
    from bot.questions.queries import Claim
    from bot.rankings.model import Rankings

LETTERS = "ABCDE"
"""What stands for the prompts in a table."""

LABEL_LIMIT = 45
"""Characters of a form's label on Discord."""


def question(prompt: Prompt, rankings: Rankings) -> str:
    """Return what a prompt asks, as a heading."""
    return say(f"pool.question.{prompt.kind}", **_named(prompt, rankings))


def published_question(prompt: Prompt, edition: int, rankings: Rankings) -> str:
    """Return what a prompt asks so that it makes sense by itself, as in the published file."""
    return say(f"pool.published.{prompt.kind}", edition=edition, **_named(prompt, rankings))


def field_label(prompt: Prompt, rankings: Rankings) -> str:
    """Return the label of a prompt's field in the form, which takes forty-five characters."""
    label = _label(prompt, rankings)
    return label if len(label) <= LABEL_LIMIT else f"{label[: LABEL_LIMIT - 1]}…"


def field_hint(prompt: Prompt) -> str:
    """Return what an empty field of the form says of what goes into it."""
    return say(f"pool.hint.{prompt.kind}")


def lettered(texts: Iterable[str]) -> tuple[str, ...]:
    """Return one line per prompt with the letter that stands for it."""
    return tuple(say("pool.lettered", letter=letter, text=text) for letter, text in zip(LETTERS, texts, strict=False))


def headings(prompts: tuple[Prompt, ...], rankings: Rankings) -> tuple[str, ...]:
    """Return what each prompt is about, with its letter, for an answer to follow."""
    return lettered(_label(prompt, rankings) for prompt in prompts)


def predicted(prompt: Prompt, prediction: Prediction | None, rankings: Rankings) -> str:
    """Return a prediction in words."""
    match prediction:
        case None:
            return say("pool.no_prediction")
        case tuple():
            return _in_order(prediction, rankings)
        case str():
            return _cluster(prediction, rankings)
        case int():
            return say("pool.per_cent", number=prediction) if isinstance(prompt, Will) else str(prediction)


def came_true(prompt: Prompt, truth: Truth | None, rankings: Rankings) -> str:
    """Return what came of a prompt, in words."""
    match truth:
        case None:
            return say("pool.void")
        case tuple() if isinstance(prompt, TopFive):
            return _in_order(truth, rankings)
        case tuple():
            return formats.joined(_cluster(cluster, rankings) for cluster in truth if cluster is not None)
        case bool():
            return say("pool.yes" if truth else "pool.no")
        case int():
            return str(truth)


def _label(prompt: Prompt, rankings: Rankings) -> str:
    return say(f"pool.label.{prompt.kind}", **_named(prompt, rankings))


def _in_order(clusters: tuple[str | None, ...], rankings: Rankings) -> str:
    parts = [
        say("pool.rank_unknown", rank=f"#{rank}")
        if cluster is None
        else say("pool.ranked", rank=f"#{rank}", place=_cluster(cluster, rankings))
        for rank, cluster in enumerate(clusters, start=1)
    ]
    return ", ".join(parts)


def _cluster(cluster: str, rankings: Rankings) -> str:
    """Return a cluster's name, or its id where the table has dropped it since."""
    held = rankings.clusters.get(cluster)
    return cluster if held is None else held.name


def _named(prompt: Prompt, rankings: Rankings) -> dict[str, str]:
    match prompt:
        case TopFive():
            return {}
        case Leader(measure):
            return {"measure": say(f"measure.{measure}")}
        case HowMany(economy):
            held = rankings.economies.get(economy)
            return {"economy": economy if held is None else formats.the(held.short_name)}
        case Will(code):
            return {"claim": _claim(code, rankings)}


def _claim(code: str, rankings: Rankings) -> str:
    """Return a packed claim in words, or its code where it names what the table no longer has."""
    try:
        claim = unpacked(code, rankings)
    except ReceiptError:
        return code
    return _to_come(claim, rankings) or phrase(claim, rankings) or reading(claim, rankings)


def _to_come(claim: Claim, rankings: Rankings) -> str:
    """Return a claim as it is said beforehand; empty for a kind that is said as ever."""
    if claim.negated:
        return ""
    match claim.assertion:
        case Entered(cluster, left):
            return say("pool.claim.left" if left else "pool.claim.entered", place=_subject(cluster, rankings))
        case Passed(first, second):
            names = {"first": _subject(first, rankings), "second": _subject(second, rankings)}
            return say("pool.claim.passed", **names)
        case MoreClusters(EconomyRef() as first, EconomyRef() as second, times=0, even=False):
            names = {"first": _subject(first, rankings), "second": _subject(second, rankings)}
            return say("pool.claim.more", **names)
        case Went(subject, Direction.UP | Direction.DOWN as way, None, by, exact):
            key = f"pool.claim.{way}_exactly" if exact else f"pool.claim.{way}"
            return say_count(key, by, place=_subject(subject, rankings))
        case _:
            return ""


def _subject(subject: ClusterRef | EconomyRef, rankings: Rankings) -> str:
    if isinstance(subject, ClusterRef):
        return rankings.clusters[subject.id].name
    return formats.the(rankings.economies[subject.code].short_name)
