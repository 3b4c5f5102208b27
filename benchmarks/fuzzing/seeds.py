"""Where fuzzing begins: the inputs kept in `corpus/` and `crashers/`, and what the other benchmarks ask."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).resolve().parent
CORPUS, CRASHERS = HERE / "corpus", HERE / "crashers"
_BENCHMARKS = HERE.parent
_QUESTIONS = _BENCHMARKS / "questions" / "develop.jsonl"
_NAMES = _BENCHMARKS / "names" / "cases.csv"
_WORDS_KEPT = 1500


def kept(directory: Path, target: str) -> list[bytes]:
    """Return the inputs of a target that are kept in a directory."""
    path = directory / f"{target}.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else ()
    return [json.loads(line).encode("utf-8", "surrogateescape") for line in lines]


def keep(directory: Path, target: str, inputs: Iterable[bytes]) -> None:
    """Write inputs where `kept` finds them, the shortest first: a line each, as the text that JSON makes of it."""
    texts = [
        each.decode("utf-8", "surrogateescape") for each in sorted(set(inputs), key=lambda each: (len(each), each))
    ]
    path = directory / f"{target}.jsonl"
    if texts:
        directory.mkdir(exist_ok=True)
        path.write_text("".join(f"{json.dumps(text)}\n" for text in texts), "utf-8")
    else:
        path.unlink(missing_ok=True)


def seeds(target: str) -> Iterator[bytes]:
    """Yield the inputs that a run begins with."""
    yield from kept(CORPUS, target)
    yield from kept(CRASHERS, target)
    if target in ("ask", "prompts"):
        yield from (question.encode() for question in _questions())
    elif target in ("place", "entry"):
        yield from (name.encode() for name in _names())


def dictionary() -> Iterator[str]:
    """Yield words to mix in, in the format of libFuzzer: the commonest of the questions and the names."""
    words = Counter(word for text in (*_questions(), *_names()) for word in re.findall(r"\w+", text.casefold()))
    for word, _ in words.most_common(_WORDS_KEPT):
        yield '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"'


def _questions() -> list[str]:
    return [json.loads(line)["question"] for line in _QUESTIONS.read_text("utf-8").splitlines()]


def _names() -> list[str]:
    with _NAMES.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]
