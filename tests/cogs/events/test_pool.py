"""A prediction pool in a server: opened, entered, locked, scored, corrected."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.hosting.tables import Tables, without
from tests.cogs.events.conftest import labels, own, private, words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.pipeline import Pipeline
    from tests.cogs.conftest import Make
    from tests.cogs.events.conftest import Night

VERIFIER = Path(__file__).parents[3] / "docs" / "verify_pool.py"

OPEN = "pool open 2022 closes in 2 hours asking top five; patents; clusters of Germany; Paris ahead of Seoul"
FIELDS = {
    "0": "Tokyo\nShenzhen\nBeijing\nSeoul\nSan Jose",
    "1": "Tokio",
    "2": "9",
    "3": "30%",
}


@pytest.fixture(scope="session")
def before_2022(pipeline: Pipeline) -> Pipeline:
    return without(pipeline, 2022)


@pytest.fixture
def pipeline_then(night: Night, before_2022: Pipeline) -> None:
    """Answer as if 2022 were still to come."""
    night.bot.pipeline = before_2022


def now_known(pipeline: Pipeline) -> Callable[..., Awaitable[Pipeline]]:
    """Return a reading of the tables that finds 2022 in them."""

    async def read(_: Tables, withheld: int | None = None) -> Pipeline:
        return pipeline

    return read


async def enter(night: Night, who: Any, fields: dict[str, str]) -> Any:
    notice = next(message for message in night.messages if "Enter or change" in labels(message))
    shown = await who.click(notice, label="Enter or change")
    return await who.submit_modal(shown, fields)


@pytest.mark.usefixtures("pipeline_then")
async def test_a_pool_from_opening_to_results(
    night: Night, pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await night.order(night.olga, OPEN)
    shown = words(night.last)
    assert "2022" in shown
    assert "<t:1767232800:f>" in shown
    receipt = private(await enter(night, night.alice, FIELDS))
    assert "Receipt" in receipt
    assert "Tokyo" in receipt
    assert private(await enter(night, night.bob, {**FIELDS, "1": "Paris"}))
    assert "2" in words(await night.order(night.carol, "pool entries"))
    await night.env.advance_time(2 * 3600 + 5)
    locked = words(night.last)
    assert "locked" in locked.lower() or "closed" in locked.lower()
    commitment = next(word for word in locked.replace(".", " ").split() if len(word) == 64)
    late = await night.alice.click(
        next(message for message in night.messages if "Enter or change" in labels(message)), label="Enter or change"
    )
    assert late.modal is None
    own(night, night.olga.id)
    with monkeypatch.context() as tables:
        tables.setattr(Tables, "read", now_known(pipeline))
        await night.order(night.olga, "data reload")
    results = next(message for message in night.messages if message.attachments)
    assert f"<@{night.alice.id}>" in words(results)
    (attached,) = results.attachments
    file = tmp_path / attached.filename
    file.write_bytes(await attached.read())
    checked = subprocess.run([sys.executable, VERIFIER, file, commitment], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert str(night.alice.id) not in file.read_text("utf-8")
    entries = json.loads(file.read_text("utf-8"))["entries"]
    assert len(entries) == 2
    assert words(await night.order(night.bob, "pool results")).count("<@") == 2


@pytest.mark.usefixtures("pipeline_then")
async def test_everything_wrong_with_a_form_is_said_at_once_and_nothing_is_lost(night: Night) -> None:
    await night.order(night.olga, OPEN)
    wrong = {**FIELDS, "0": "Tokyo\nShenzhen\nNowheresville\nSeoul\nSan Jose", "2": "many"}
    told = await enter(night, night.alice, wrong)
    assert "Nowheresville" in private(told)
    assert "many" in private(told)
    again = await night.alice.click(told.response.message, label="Put it right")
    values = [part["component"]["value"] for part in again.modal["components"]]
    assert values[0] == wrong["0"]
    assert "Receipt" in private(await night.alice.submit_modal(again, FIELDS))


@pytest.mark.usefixtures("pipeline_then")
async def test_an_entry_is_changed_and_taken_back(night: Night) -> None:
    await night.order(night.olga, OPEN)
    first = private(await enter(night, night.alice, FIELDS))
    second = private(await enter(night, night.alice, {**FIELDS, "2": "10"}))
    assert first.split("Receipt")[1] != second.split("Receipt")[1]
    mine = await night.alice.click(night.messages[1], label="My entry")
    assert "10" in private(mine)
    await night.alice.click(mine.response.message, label="Take it back")
    assert "0" in words(await night.order(night.olga, "pool entries")) or "Nobody" in words(night.last)


@pytest.mark.usefixtures("pipeline_then")
async def test_a_pool_survives_a_restart(night: Night, make: Make, before_2022: Pipeline) -> None:
    await night.order(night.olga, OPEN)
    await enter(night, night.alice, FIELDS)
    await night.env.restart_bot(make())
    night.bot.pipeline = before_2022
    mine = await night.alice.click(night.messages[1], label="My entry")
    assert "Tokyo" in private(mine)
    await night.env.advance_time(2 * 3600 + 5)
    assert "1 " in words(night.last)


async def test_what_cannot_be_opened_is_told_why(night: Night) -> None:
    assert "in the table already" in words(await night.order(night.olga, "pool open 2022 closes friday 18:00"))
    assert "closes" in words(await night.order(night.olga, "pool open 2026"))
    assert "time" in words(await night.order(night.olga, "pool open 2026 closes soonish")).lower()
    assert "organisers" in words(await night.order(night.alice, "pool open 2026 closes friday 18:00"))
    assert "no pool here" in words(await night.order(night.alice, "pool"))


@pytest.mark.usefixtures("pipeline_then")
async def test_nobody_sees_entries_before_the_lock(night: Night) -> None:
    await night.order(night.olga, OPEN)
    await enter(night, night.alice, FIELDS)
    for text in ("pool", "pool entries", "pool results"):
        said = words(await night.order(night.olga, text))
        assert "Tokyo" not in said
        assert str(night.alice.id) not in said
    assert "no entry" in private(await night.olga.click(night.messages[1], label="My entry")).lower()


@pytest.mark.usefixtures("pipeline_then")
async def test_nobody_enters_once_the_data_is_there_though_the_lock_is_still_to_come(
    night: Night, pipeline: Pipeline
) -> None:
    await night.order(night.olga, OPEN)
    await enter(night, night.alice, FIELDS)
    notice = next(message for message in night.messages if "Enter or change" in labels(message))
    form = await night.bob.click(notice, label="Enter or change")
    night.bot.pipeline = pipeline  # as in the moment before all pools of all servers are seen to
    assert "is closed" in private(await night.bob.submit_modal(form, FIELDS))
    assert "is closed" in private(await night.carol.click(notice, label="Enter or change"))
    assert "1" in words(await night.order(night.olga, "pool entries"))
