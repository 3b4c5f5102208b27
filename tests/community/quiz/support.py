"""A host for quizzes in tests: it posts what is to be posted, keeps the log, and moves a clock of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.community.quiz.actions import Action, Answered, Opened, OpenedDaily, Posted, Tick
from bot.community.quiz.game import QuizGame, milliseconds
from bot.community.quiz.question import Kind, Offered, Question, Theme, Topic

if TYPE_CHECKING:
    from bot.community.quiz.state import Notice, Quiz

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
GAME = QuizGame()


def question(number: int = 1, *, typed: bool = False) -> Question:
    """A question whose right choice is the second of four, or whose right cluster is to be typed."""
    theme = Theme(Kind.NAME_HOLDER if typed else Kind.HIGHEST, f"subject-{number}", 2022, number=7 if typed else None)
    choices = () if typed else ("a", "b", "c", "d")
    return Question(Topic.CLUSTERS, theme, Offered.CLUSTER, choices, ("b",), "who 7 2022", 1500)


class Host:
    """Runs one quiz. `log` is what it kept: every action that changed the quiz, with its time."""

    def __init__(self, opening: Opened | OpenedDaily) -> None:
        self.now = START
        self.log: list[tuple[str, datetime]] = []
        self.posted: list[Notice] = []
        self.quiz: Quiz
        step = GAME.apply(None, opening, self.now)
        self.quiz = step.state
        self.log.append((GAME.actions.dump_json(opening).decode(), self.now))

    def do(self, action: Action) -> object:
        """Apply an action now; what changed nothing is not kept."""
        step = GAME.apply(self.quiz, action, self.now)
        if step.state is not self.quiz:
            self.log.append((GAME.actions.dump_json(action).decode(), self.now))
        self.quiz = step.state
        return step.told

    def answer(self, person: int, choice: int = 1, *, after: float = 1, number: int | None = None) -> object:
        """Answer the open round so many seconds after it was posted."""
        opened = self.quiz.opened_ms if self.quiz.opened_ms is not None else milliseconds(self.now)
        return self.do(Answered(person, number or self.quiz.number, opened + round(after * 1000), choice=choice))

    def post(self) -> list[Notice]:
        """Post all that is to be posted."""
        notices = list(GAME.notices(self.quiz))
        for notice in notices:
            self.posted.append(notice)
            self.do(Posted(notice.key, 1000 + len(self.posted), milliseconds(self.now)))
        return notices

    def wait(self, seconds: float) -> None:
        """Let time pass, and tick if the quiz is due."""
        self.now += timedelta(seconds=seconds)
        due = GAME.due(self.quiz)
        if due is not None and due <= self.now:
            self.do(Tick())

    def until_due(self) -> None:
        """Let just so much time pass that the quiz goes on by itself."""
        due = GAME.due(self.quiz)
        assert due is not None
        self.now = due
        self.do(Tick())

    def ask(self) -> None:
        """Post whatever there is, and go on until a question is open."""
        self.post()
        while self.quiz.opened_ms is None:
            self.until_due()
            self.post()

    def replayed(self) -> Quiz | None:
        """The quiz built again from what was kept."""
        state: Quiz | None = None
        for kept, at in self.log:
            state = GAME.apply(state, GAME.actions.validate_json(kept), at).state
        return state


def quiz(rounds: int = 3, seconds: int = 20, *, typed: bool = False) -> Host:
    """A quiz that was just opened by person 1."""
    questions = tuple(question(number, typed=typed) for number in range(1, rounds + 1))
    return Host(Opened(1, questions, seconds, rounds))
