"""The terminal chat: the same questions as in Discord, with history, completion and colours."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from platformdirs import user_state_path
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import Completer, Completion
from prompt_toolkit.history import FileHistory
from rich.console import Console
from rich.text import Text

from bot.questions.lexicon import COMMANDS
from bot.replies.composing.orders import compose_outside
from bot.replies.plain import small_print
from bot.replies.safety import guard
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from bot.pipeline import Pipeline
    from bot.places.resolver import Resolver
    from bot.questions.queries import Query
    from bot.replies.reply import Reply

AREA_COMMANDS = frozenset(("economy", "economies", "count", "top", "bottom", "movers"))
LEAVING = frozenset(("exit", "quit", "bye"))


def chat(pipeline: Pipeline, *, token_missing: bool = False) -> None:
    """Answer questions until the person leaves (Ctrl-D, `exit`); from a pipe, one question per line."""
    console = Console(highlight=False)
    if not sys.stdin.isatty():
        last = None
        for line in sys.stdin:
            _, last = _answer(pipeline, console, line.rstrip("\r\n"), {}, last)
        return
    console.print(Text(say("chat.welcome"), style="bold"))
    if token_missing:
        console.print(Text(say("chat.token"), style="dim"))
    history = user_state_path("clusterbot", ensure_exists=True) / "chat-history"
    session: PromptSession[str] = PromptSession(
        "› ",
        history=FileHistory(str(history)),
        completer=QuestionCompleter(pipeline.resolver),
        complete_while_typing=True,
    )
    choices: dict[str, str] = {}
    last: Query | None = None
    while True:
        try:
            line = session.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if line.strip().casefold() in LEAVING:
            return
        choices, last = _answer(pipeline, console, choices.get(line.strip(), line), choices, last)


def _answer(
    pipeline: Pipeline, console: Console, question: str, choices: dict[str, str], last: Query | None
) -> tuple[dict[str, str], Query | None]:
    """Print the answer to a question; return the questions that numbers stand for next, and the query it was."""
    if not question.strip():
        return choices, last
    outside = compose_outside(question)
    if outside is not None:
        _show(console, outside)
        return choices, last
    outcome = pipeline.ask(question, last)
    for page in outcome.pages:
        _show(console, page)
    if outcome.picture is not None:
        console.print(Text(say("chat.draw", question=question.strip()), style="dim"))
    first = outcome.pages[0]
    numbered = dict(enumerate((*first.menu, *first.buttons, *first.alternatives), start=1))
    labels = [f"{number}  {guard(way.label)}" for number, way in numbered.items()]
    if first.alternatives:
        console.print(Text("  " + "   ".join(labels), style="dim"))
    else:
        for label in labels:
            console.print(Text(f"  {label}"))
    return {str(number): way.question for number, way in numbered.items()}, outcome.query or last


def _show(console: Console, page: Reply) -> None:
    title, *body = page.lines
    console.print(Text(guard(title), style="bold"))
    for line in body if not (page.menu or page.buttons) else ():
        console.print(Text(guard(line)))
    for note in page.notes:
        console.print(Text(guard(note), style="italic"))
    for line in small_print(page):
        console.print(Text(guard(line), style="dim"))


class QuestionCompleter(Completer):
    """Completes the command first, then the names of places or areas that the command takes."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002
    ) -> Iterable[Completion]:
        """Return what may follow the text before the cursor."""
        text = document.text_before_cursor
        command, space, rest = text.partition(" ")
        if not space:
            names = [name for name in COMMANDS if name.startswith(command.casefold())]
            start = -len(command)
        else:
            part = rest.rpartition(" vs ")[2].rpartition(",")[2].lstrip()
            if not part:
                return
            area = command.casefold() in AREA_COMMANDS
            names = self._resolver.complete_area(part) if area else self._resolver.complete_place(part)
            start = -len(part)
        yield from (Completion(name, start_position=start) for name in names)
