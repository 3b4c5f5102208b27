"""What fuzzing kept is tried again: inputs that reach far, and those that once failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.fuzzing.harmless import require_harmless
from benchmarks.fuzzing.report import Crash, Report
from benchmarks.fuzzing.seeds import CORPUS, CRASHERS, keep, kept
from benchmarks.fuzzing.targets import TARGETS
from bot.answers.values import Status
from bot.replies.reply import Button, Reply

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_kept_of_a_target_holds(name: str) -> None:
    inputs = [*kept(CORPUS, name), *kept(CRASHERS, name)]
    assert inputs
    for data in inputs:
        TARGETS[name](data)


def test_kept_inputs_come_back_byte_by_byte(tmp_path: Path) -> None:
    inputs = [b"\xff\xfe", "東\n".encode(), b'"\\']
    keep(tmp_path, "any", inputs)
    assert sorted(kept(tmp_path, "any")) == sorted(inputs)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(Status.ANSWERED, ("see https://example.org",)),
        Reply(Status.ANSWERED, ("# loud",)),
        Reply(Status.ANSWERED, ("\ue000@5\ue001",)),
        Reply(Status.ANSWERED, ("",)),
        Reply(Status.ANSWERED, ("fine",), buttons=(Button("*", "rank London"),)),
        Reply(Status.ANSWERED, ("fine",), menu=(Button("London", "rank London", "a" * 101),)),
        Reply(Status.ANSWERED, ("fine",), menu=(Button("London", "rank London"),) * 26),
    ],
)
def test_what_is_not_harmless_is_found(reply: Reply) -> None:
    require_harmless(Reply(Status.ANSWERED, ("#8 London",)))
    with pytest.raises(AssertionError):
        require_harmless(reply)


def test_a_report_is_passed_on_whole(tmp_path: Path) -> None:
    report = Report()
    for length in (5, 50, 5_000):
        report.note(b"\xff" * length, length / 1000)
    report.note_crash(Crash("here", "long", b"\xff\xfe"))
    report.note_crash(Crash("here", "short", b"\xff"))
    report.note_crash(Crash("here", "longer", b"\xff\xfe\xfd"))
    report.write(tmp_path / "report.json")
    found = Report.read(tmp_path / "report.json")
    assert found == report
    assert found.inputs == 3
    assert found.crashes["here"].data == b"\xff"
    assert {length: len(held) for length, held in found.slowest.items()} == {10: 1, 100: 1, 4000: 1}
    assert Report.read(tmp_path / "absent.json") == Report()
