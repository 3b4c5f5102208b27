"""The page on growth shows what the code measures, and what it measures with is what it says."""

from __future__ import annotations

import asyncio
import json
import re
import struct
import time
from typing import TYPE_CHECKING

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from benchmarks.client import EchoBot, quiet_client
from benchmarks.growth import page, plots, rows, tables
from benchmarks.growth.apart import apart
from benchmarks.growth.bigger import Size, resolver, write_tables
from benchmarks.growth.crowd import crowd
from benchmarks.growth.guilds import guild_text, snowflake
from benchmarks.growth.results import Found, Plot, Table, growth
from bot.pipeline import Pipeline
from bot.rankings.loading import load

if TYPE_CHECKING:
    from pathlib import Path

PAGE = page.PAGE.read_text("utf-8")


def shown(name: str) -> list[str]:
    found = re.search(rf"<!-- {name}: begin -->\n(.*?)\n<!-- {name}: end -->", PAGE, re.DOTALL)
    assert found is not None, name
    return found.group(1).splitlines()


def test_the_page_has_a_line_for_everything_that_is_measured() -> None:
    for name in ("questions wide", "questions long"):
        assert [line.split(" | ")[0].removeprefix("| ") for line in shown(name)[2:]] == list(tables.KINDS)
    assert len(shown("store")[2:]) == len(rows.CASES)
    for line, case in zip(shown("store")[2:], rows.CASES, strict=True):
        assert line.startswith(f"| {case.name} ({case.when}) |")


def test_plots_are_small_and_all_on_the_page() -> None:
    linked = set(re.findall(r"\]\(growth/([a-z-]+)\.png\)", PAGE))
    assert linked == {path.stem for path in page.PLOTS.iterdir()}
    for name in linked:
        data = (page.PLOTS / f"{name}.png").read_bytes()
        assert struct.unpack(">II", data[16:24])[0] <= 1_200
        assert len(data) <= 60 * 1024


def test_findings_come_back_from_their_file_and_stand_on_the_page(tmp_path: Path) -> None:
    plot = Plot(
        "made-up", "Made up", "sizes", "ms", {"one": ((1.0, 2.0), (10.0, 3.0)), "two": ((1.0, 2.0), (10.0, 3.1))}
    )
    found = Found((Table("figures", ("what", "how much"), (("a", "1"),)),), (plot,), ("So it is.",))
    found.write(tmp_path / "deeper" / "found.json")
    assert Found.read(tmp_path / "deeper" / "found.json") == found
    assert Found.read(tmp_path / "absent.json") is None
    before = "".join(f"<!-- {name}: {edge} -->\n" for name in ("figures", "made notes") for edge in ("begin", "end"))
    assert "| a | 1 |" in page.with_findings(before, "made", found)
    assert plots.draw(plot).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("last", "named"),
    [
        (1.0, "constant"),
        (10.0, "less than linear (n^0.50)"),
        (100.0, "linear"),
        (10_000.0, "more than linear (n^2.00)"),
    ],
)
def test_growth_is_named_by_its_power(last: float, named: str) -> None:
    assert growth((1, 1), (100, last)) == named


def test_larger_tables_are_complete_and_answer_like_the_shipped_ones(tmp_path: Path, pipeline: Pipeline) -> None:
    write_tables(tmp_path, Size("long", 2))
    rankings = load(directory=tmp_path)
    assert all(edition.complete for edition in rankings.editions.values())
    assert len(rankings.editions) == 8
    larger = Pipeline.over(rankings, resolver(rankings, tmp_path))
    for text in tables.ASKED.values():
        assert type(larger.ask(text).answer) is type(pipeline.ask(text).answer), text
    write_tables(tmp_path, Size("wide", 2))
    assert len(load(directory=tmp_path).newest.ranked) == 200


def test_servers_have_ids_and_names_of_their_own() -> None:
    one, other = (json.loads(guild_text(number, 1)) for number in (0, 10_000))
    assert one["id"] == str(snowflake(0, 0))
    assert [channel["id"] for channel in other["channels"][:2]] == [str(snowflake(10_000, part)) for part in (1, 2)]
    assert not {channel["id"] for channel in one["channels"]} & {channel["id"] for channel in other["channels"]}


def test_a_case_of_the_store_finds_the_rows_it_is_measured_with() -> None:
    done = rows.measured(0, 100)
    assert done.seconds > 0
    assert done.most >= done.left > 100 * 50


async def test_a_client_in_the_crowd_hears_a_question_and_its_answer_is_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    client = quiet_client(EchoBot)
    async with crowd() as people, client:
        monkeypatch.setattr(Route, "BASE", people.api)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(people.gateway))
        serving = asyncio.create_task(client.start("MTA.not-a-token"))
        await asyncio.wait_for(people.ready.wait(), 10)
        await people.say("see you", time.perf_counter(), asks=False)
        await people.say("!rank London", time.perf_counter(), asks=True)
        while not people.heard:
            await asyncio.sleep(0.01)
        serving.cancel()
    assert not people.asked
    assert 0 < people.heard[0] < 10


def test_what_fails_apart_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError, match="found nothing"):
        apart(asyncio.run, None)
    assert "ValueError" in capfd.readouterr().err
