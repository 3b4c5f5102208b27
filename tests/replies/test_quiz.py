"""A whole quiz as it is read, looked at by eye: `pytest tests/replies/test_quiz.py --golden-update` writes it anew."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.answers.values import Status
from bot.community.quiz.actions import Answered, Opened, OpenedDaily, Refused, Skipped, Taken
from bot.community.quiz.daily import DailyPool
from bot.community.quiz.drafting import arranged
from bot.community.quiz.game import milliseconds
from bot.community.quiz.generating import MAKERS, drafted, generate
from bot.community.quiz.judging import Named, NotKnown, judge
from bot.community.quiz.proving import Table
from bot.community.quiz.question import Offered
from bot.community.quiz.scoring import Placed
from bot.community.quiz.state import Ended, Podium, Revealed
from bot.replies.composing.quiz import compose_judgement, compose_notice, compose_score, compose_told
from bot.replies.composing.quiz_questions import choice_names, question_words
from bot.replies.plain import as_text
from bot.replies.safety import BUTTON_LABEL_LIMIT
from tests.community.quiz.support import GAME, START, Host, question, quiz

if TYPE_CHECKING:
    from bot.community.quiz.question import Question
    from bot.pipeline import Pipeline
    from bot.replies.reply import Reply

GOLDEN = Path(__file__).parent / "golden_quiz.txt"
ROUNDS = len(MAKERS)
MAYBE_RIGHT = {101: 0.9, 102: 0.6, 103: 0.3, -4: 0.6}
"""How often each person of the golden quiz is right; the last one has asked to be forgotten."""


class Transcript:
    """A quiz with its posts and what its players are told, as text."""

    def __init__(self, pipeline: Pipeline, host: Host) -> None:
        self.pipeline = pipeline
        self.host = host
        self.blocks: list[str] = []

    def add(self, who: str, reply: Reply) -> None:
        self.blocks.append(f"[{who}]\n{as_text(reply)}")

    def post(self) -> None:
        for notice in self.host.post():
            figure = self.pipeline.ask(notice.question.proof).pages[0] if isinstance(notice, Revealed) else None
            self.add(f"channel: {notice.key}", compose_notice(notice, self.pipeline.rankings, figure))

    def answer(self, person: int, answer: str | int, after: int) -> None:
        opened = self.host.quiz.opened_ms or 0
        named = judge(answer, self.pipeline.resolver) if isinstance(answer, str) else None
        if named is not None and not isinstance(named, Named):
            self.add(f"to {person}, who typed {answer}", compose_judgement(named))
            return
        told = self.host.do(
            Answered(
                person,
                self.host.quiz.number,
                opened + after,
                choice=answer if isinstance(answer, int) else None,
                cluster=named.cluster.id if named is not None else None,
            )
        )
        assert isinstance(told, Taken)
        self.add(f"to {person}", compose_told(told, self.pipeline.rankings, named))


def one_of_each_kind(pipeline: Pipeline) -> tuple[Question, ...]:
    """One question of each kind, as a quiz would ask it."""
    table = Table.of(pipeline.rankings, pipeline.resolver)
    questions: list[Question] = []
    for position, (kind, maker) in enumerate(MAKERS.items()):
        themes = list(maker.themes(kind, table))
        random.Random(kind).shuffle(themes)
        draft = next(draft for theme in themes if (draft := drafted(theme, table)) is not None)
        questions.append(arranged(draft, maker.topic, table.reader.worded(draft.proof), position % 4))
    random.Random(1).shuffle(questions)
    return tuple(questions)


def played(pipeline: Pipeline) -> str:
    """A quiz of one question of each kind, with right and wrong answers, slips, names that are none, and a skip."""
    rng = random.Random(1)
    questions = one_of_each_kind(pipeline)
    host = Host(Opened(101, questions, 20, ROUNDS + 3))
    shown = Transcript(pipeline, host)
    while not GAME.over(host.quiz):
        shown.post()
        if host.quiz.opened_ms is not None and host.quiz.number == 4:
            host.do(Skipped(101))
            continue
        if host.quiz.opened_ms is not None:
            asked = host.quiz.question
            for person, chance in MAYBE_RIGHT.items():
                right = rng.random() < chance
                after = rng.randrange(1_000, 20_000)
                if asked.choices:
                    at = asked.choices.index(asked.right[0])
                    shown.answer(person, at if right else (at + 1) % len(asked.choices), after)
                else:
                    if person == 102:
                        shown.answer(person, "Atlantis", after - 1)
                    shown.answer(person, pipeline.rankings.clusters[asked.right[0]].name if right else "Munihc", after)
        if not GAME.over(host.quiz):
            host.until_due()
    shown.add("score", compose_score(host.quiz.board))
    return "\n\n".join(shown.blocks) + "\n"


def test_a_whole_quiz_reads_as_reviewed(pipeline: Pipeline, request: pytest.FixtureRequest) -> None:
    rendered = played(pipeline)
    if request.config.getoption("--golden-update"):
        GOLDEN.write_text(rendered, "utf-8")
    assert rendered == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("seed", range(8))
def test_every_question_can_be_worded_and_fits_its_buttons(pipeline: Pipeline, seed: int) -> None:
    for each in generate(pipeline.rankings, pipeline.resolver, random.Random(seed), 30):
        words = question_words(each, pipeline.rankings)
        assert words[-1] in "?."
        assert "None" not in words
        assert "  " not in words
        names = choice_names(each, pipeline.rankings)
        assert len(set(names)) == len(names)
        assert all(0 < len(name) <= BUTTON_LABEL_LIMIT for name in names)


def test_a_question_does_not_give_its_answer_away(pipeline: Pipeline) -> None:
    for each in generate(pipeline.rankings, pipeline.resolver, random.Random(3), 30):
        host = Host(Opened(1, (each,), 20, 1))
        host.post()
        host.until_due()
        (asked,) = GAME.notices(host.quiz)
        words = compose_notice(asked, pipeline.rankings).lines[1]
        if each.offered in (Offered.CLUSTER, Offered.ECONOMY):
            assert not [name for name in choice_names(each, pipeline.rankings) if name in words]


def test_fewer_questions_than_wanted_are_owned_up_to(pipeline: Pipeline) -> None:
    host = Host(Opened(1, (question(),), 20, 10))
    (notice,) = GAME.notices(host.quiz)
    assert "No more than these were found, of the 10 wanted." in compose_notice(notice, pipeline.rankings).lines


def test_a_daily_question_says_until_when(pipeline: Pipeline) -> None:
    daily = DailyPool.of(pipeline.rankings, pipeline.resolver).question(START.date())
    assert daily is not None
    until = START + timedelta(hours=20)
    host = Host(OpenedDaily(daily, milliseconds(until)))
    (asked,) = host.post()
    text = as_text(compose_notice(asked, pipeline.rankings))
    assert text.startswith("Question of the day\n")
    assert f"<t:{int(until.timestamp())}:f>" in text


def test_a_forgotten_person_has_no_name(pipeline: Pipeline) -> None:
    text = as_text(compose_notice(Podium(Ended.PLAYED, 3, (Placed(1, -7, 200, 2),)), pipeline.rankings))
    assert "Somebody won after 3 questions." in text
    assert "7" not in text


def test_winners_who_are_level_win_together(pipeline: Pipeline) -> None:
    board = (Placed(1, 5, 200, 2), Placed(1, 6, 200, 2), Placed(3, 7, 100, 1))
    text = as_text(compose_notice(Podium(Ended.PLAYED, 3, board), pipeline.rankings))
    assert "<@5> and <@6> won after 3 questions." in text
    assert "1. <@6>: 200 points\n3. <@7>: 100 points" in text


def test_nobody_wins_without_points(pipeline: Pipeline) -> None:
    text = as_text(compose_notice(Podium(Ended.PLAYED, 1, (Placed(1, 5, 0, 0),)), pipeline.rankings))
    assert "won" not in text


def test_a_long_scoreboard_is_cut_and_says_so() -> None:
    board = tuple(Placed(place, place, 1000 - place, 1) for place in range(1, 41))
    reply = compose_score(board)
    assert len(reply.lines) == 12
    assert reply.lines[-1] == "And 30 more."


def test_every_refusal_has_its_sentence(pipeline: Pipeline) -> None:
    for refused in Refused:
        reply = compose_told(refused, pipeline.rankings)
        assert reply.status is Status.NOT_UNDERSTOOD
        assert reply.lines[0].endswith(".")


def test_a_name_that_is_none_is_told_so_with_what_looks_alike() -> None:
    reply = compose_judgement(NotKnown(("Heidelberg–Mannheim",)))
    assert "Did you mean Heidelberg–Mannheim?" in reply.lines[0]


def test_a_final_answer_says_how_it_was_read(pipeline: Pipeline) -> None:
    host = quiz(typed=True)
    host.ask()
    named = judge("Palo Altoo", pipeline.resolver)
    assert isinstance(named, Named)
    told = host.do(Answered(1, 1, milliseconds(host.now), cluster=named.cluster.id))
    assert isinstance(told, Taken)
    assert (
        as_text(compose_told(told, pipeline.rankings, named))
        == "Taken: San Jose–San Francisco. It is final.\nRead as Palo Alto."
    )
