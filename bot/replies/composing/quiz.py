"""Wording of the quiz: what it posts, and what it tells those who answer or run it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.community.quiz.actions import AnsweredAlready, Done, Refused, Started, Taken
from bot.community.quiz.judging import Elsewhere, Named, NotKnown, Several, miss
from bot.community.quiz.scoring import FASTEST, RIGHT
from bot.community.quiz.state import Announced, Asked, Podium, Revealed
from bot.places.matches import Nearest
from bot.replies import formats
from bot.replies.composing.people import named
from bot.replies.composing.quiz_questions import (
    LETTERS,
    amounts_line,
    answer_name,
    choice_names,
    question_words,
    right_name,
)
from bot.replies.reply import Reply
from bot.replies.safety import moment
from bot.replies.wording.catalogue import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.community.quiz.actions import Told
    from bot.community.quiz.judging import Judgement
    from bot.community.quiz.question import Question
    from bot.community.quiz.scoring import Placed
    from bot.community.quiz.state import Notice
    from bot.rankings.model import Rankings

FIGURES_SHOWN = 9
"""Lines of the engine's reply under an answer; only lists are longer, of which every line has the same source."""
RIGHT_SHOWN = 5
"""Right answers named, of a question that many would have answered."""
BOARD_SHOWN = 10
"""Lines of a scoreboard; it may end with more where they share the last place, up to twice as many."""


def compose_notice(notice: Notice, rankings: Rankings, figure: Reply | None = None) -> Reply:
    """Say what a notice says. For a reveal, `figure` is the reply to the question's `proof`, if there is one."""
    match notice:
        case Announced():
            return _announced(notice)
        case Asked():
            return _asked(notice, rankings)
        case Revealed():
            return _revealed(notice, rankings, figure)
        case Podium():
            return _podium(notice)


def compose_score(board: tuple[Placed, ...]) -> Reply:
    """Say how a quiz stands."""
    lines = tuple(_board(board)) or (say("quiz.score_empty"),)
    return Reply(Status.ANSWERED, (say("quiz.score"), *lines))


def compose_told(told: Told, rankings: Rankings, typed: Named | None = None) -> Reply:
    """Say to an actor what became of an action. `typed` is what a typed answer was read as."""
    match told:
        case Taken(question, answer) | AnsweredAlready(question, answer):
            key = "quiz.taken" if isinstance(told, Taken) else "quiz.already"
            line = say(key, name=answer_name(question, answer, rankings))
            notes = (say("quiz.read_as", name=typed.read_as),) if typed is not None and typed.read_as else ()
            status = Status.ANSWERED if isinstance(told, Taken) else Status.NOT_UNDERSTOOD
            return Reply(status, (line,), notes)
        case Started(rounds, asked):
            return Reply(Status.ANSWERED, (say("quiz.started"), *_fewer(rounds, asked)))
        case Done():
            return Reply(Status.ANSWERED, (say(f"quiz.done.{told}"),))
        case Refused():
            return Reply(Status.NOT_UNDERSTOOD, (say(f"quiz.refused.{told}"),))


def compose_judgement(judgement: Judgement) -> Reply:
    """Say why a typed answer was none; another try is allowed. Of one that is an answer, say as what it was read."""
    match judgement:
        case Named(cluster):
            return Reply(Status.ANSWERED, (say("quiz.read_as", name=cluster.name),))
        case Several(names):
            line = say("quiz.several", names=formats.alternatives(names))
        case NotKnown(()):
            line = say("quiz.not_known")
        case NotKnown(suggestions):
            line = say("quiz.not_known_suggest", names=formats.alternatives(suggestions))
        case Elsewhere(name, Nearest(cluster, km)):
            line = say("quiz.elsewhere_near", name=name, cluster=cluster.name, km=f"{km:,}")
        case Elsewhere(name):
            line = say("quiz.elsewhere", name=name)
    return Reply(Status.NOT_UNDERSTOOD, (line,))


def _announced(notice: Announced) -> Reply:
    typed = notice.typed_seconds > notice.seconds
    lines = (
        say_count("quiz.opened", notice.rounds),
        *_fewer(notice.rounds, notice.asked),
        say("quiz.rules_typed" if typed else "quiz.rules", seconds=notice.seconds, typed=notice.typed_seconds),
        say("quiz.points", right=RIGHT, fastest=FASTEST),
    )
    return Reply(Status.ANSWERED, lines)


def _fewer(rounds: int, asked: int) -> tuple[str, ...]:
    return (say("quiz.fewer", asked=asked),) if rounds < asked else ()


def _asked(notice: Asked, rankings: Rankings) -> Reply:
    question = notice.question
    title = say("quiz.number", number=notice.number, of=notice.of) if notice.until_ms is None else say("quiz.daily")
    names = choice_names(question, rankings)
    choices = [say("quiz.choice", letter=letter, name=name) for letter, name in zip(LETTERS, names, strict=False)]
    if notice.until_ms is None:
        note = say_count("quiz.time", notice.seconds)
    else:
        note = say("quiz.until", moment=moment(datetime.fromtimestamp(notice.until_ms / 1000, UTC)))
    lines = (title, question_words(question, rankings), *(choices or (say("quiz.typed"),)))
    return Reply(Status.ANSWERED, lines, (note,))


def _revealed(notice: Revealed, rankings: Rankings, figure: Reply | None) -> Reply:
    question = notice.question
    amounts = amounts_line(question, rankings)
    if amounts:
        shown, notes, source = (amounts,), (), say("quiz.geonames")
    elif figure is not None:
        shown, source = figure.lines[:FIGURES_SHOWN], figure.source
        notes = figure.notes if len(shown) == len(figure.lines) else ()
    else:
        shown, notes, source = (), (), ""
    lines = (
        _right(question, rankings),
        *shown,
        *_misses(notice, rankings),
        *_got(notice),
        *((say("quiz.score"), *_board(notice.board)) if notice.board else ()),
    )
    return Reply(Status.ANSWERED, lines, notes, source)


def _right(question: Question, rankings: Rankings) -> str:
    names = [right_name(question, answer, rankings) for answer in question.right]
    if len(names) == 1:
        return say("quiz.right", name=names[0])
    if len(names) > RIGHT_SHOWN + 1:
        return say("quiz.right_many", names=", ".join(names[:RIGHT_SHOWN]), more=len(names) - RIGHT_SHOWN)
    return say("quiz.right_any", names=formats.joined(names))


def _misses(notice: Revealed, rankings: Rankings) -> Iterator[str]:
    for cluster in notice.misses:
        name = answer_name(notice.question, cluster, rankings)
        near = miss(notice.question, cluster, rankings)
        if near.rank is None or near.off is None:
            yield say("quiz.miss", name=name)
        else:
            yield say_count("quiz.miss_off", near.off, name=name, rank=f"#{near.rank}")


def _got(notice: Revealed) -> Iterator[str]:
    if notice.skipped:
        yield say("quiz.skipped")
    elif not notice.answered:
        yield say("quiz.nobody")
    elif notice.right == notice.answered:
        yield say_count("quiz.got_all", notice.answered)
    elif notice.right:
        yield say_count("quiz.got", notice.answered, right=notice.right)
    else:
        yield say_count("quiz.got_none", notice.answered)
    if notice.first is not None and notice.right > 1:
        yield say("quiz.first", person=formats.sentence_case(named(notice.first)))


def _podium(notice: Podium) -> Reply:
    lines = [say(f"quiz.ended.{notice.ended}")]
    winners = [line.person for line in notice.board if line.place == 1 and line.points]
    if winners and len(winners) <= BOARD_SHOWN:
        people = formats.sentence_case(formats.joined(named(each) for each in winners))
        lines.append(say("quiz.won", people=people, rounds=say_count("quiz.rounds", notice.rounds)))
    lines += _board(notice.board) if notice.board else [say("quiz.score_empty")]
    return Reply(Status.ANSWERED, tuple(lines))


def _board(board: tuple[Placed, ...]) -> Iterator[str]:
    """Say the leading lines of a scoreboard; a place that is shared is not cut, unless very many share it."""
    shown = [line for line in board if line.place <= BOARD_SHOWN][: 2 * BOARD_SHOWN]
    for line in shown:
        yield say_count("quiz.line", line.points, place=line.place, person=named(line.person))
    if len(board) > len(shown):
        yield say_count("quiz.more", len(board) - len(shown))
