"""A year's turn with real files: predicted, imported, gone live, corrected. The ranks are those of 2022 once more."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.rankings.shipped import shipped_directory
from tests.cogs.events.conftest import Night, labels, own, private, words
from tests.cogs.events.test_pool import enter
from tests.cogs.events.test_release import second_organiser

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cogs.conftest import Make

pytestmark = pytest.mark.simcord(settle_timeout=40)
"""Tables are really read, which may take a while; pauses are longer than that, so that they pass in simulated time."""

COMING = "2026"
FIELDS = {"0": "Tokyo\nShenzhen\nBeijing\nSeoul\nSan Jose", "1": "Tokyo", "2": "9", "3": "90%"}
OPEN = "pool open 2026 closes in 30 days asking top five; patents; clusters of Germany; Tokyo ahead of Shenzhen"


def as_of_2022(name: str) -> tuple[list[str], list[list[str]]]:
    with (shipped_directory() / name).open(encoding="utf-8", newline="") as opened:
        header, *rows = csv.reader(opened)
    place = header.index("edition")
    rows = [row for row in rows if row[place] == "2022"]
    for row in rows:
        row[place] = COMING
    return header, rows


def imported(folder: Path, *swapped: str) -> None:
    """Write an edition to come into an overlay: the complete one of 2022 anew, perhaps with two clusters swapped."""
    folder.mkdir(exist_ok=True)
    for name in ("editions.csv", "cluster_ranks.csv"):
        header, rows = as_of_2022(name)
        if swapped and "cluster_id" in header:
            who = [header.index(column) for column in ("cluster_id", "name", "economies")]
            first, second = (next(row for row in rows if row[who[0]] == cluster) for cluster in swapped)
            for column in who:
                first[column], second[column] = second[column], first[column]
        with (folder / name).open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened, lineterminator="\n").writerows([header, *rows])


@pytest.fixture
async def year(night: Night, make: Make, tmp_path: Path) -> Night:
    """A bot with a folder for imported tables, and its owner among the organisers."""
    (tmp_path / "imported").mkdir()
    await night.env.restart_bot(make(data_dir=tmp_path / "imported"))
    own(night, night.olga.id)
    return night


def said(night: Night, text: str) -> list[Any]:
    return [message for message in night.messages if text in words(message)]


async def test_from_a_prediction_to_a_correction(year: Night, make: Make, tmp_path: Path) -> None:
    overlay = tmp_path / "imported"
    manager = year.guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
    mia = year.guild.add_member(year.env.create_user("mia"), roles=[manager])
    news = year._replace(channel=year.guild.create_text_channel("news"))
    await news.order(mia, "announce here")
    oscar = await second_organiser(year, owner=False)
    await year.order(year.olga, OPEN)
    assert "Receipt" in private(await enter(year, year.alice, FIELDS))
    await year.order(year.olga, "release arm 2026 pause 60")

    imported(overlay)
    assert "withheld" in words(await year.order(year.olga, "data reload"))
    assert "no 2026 edition" in words(await year.order(year.bob, "rank Tokyo 2026"))
    await year.env.restart_bot(make(data_dir=overlay))
    own(year, year.olga.id)
    await year.order(year.olga, "data reload")
    assert "no 2026 edition" in words(await year.order(year.bob, "rank Tokyo 2026"))

    await year.order(year.olga, "release go")
    await oscar.send(year.channel, "!release go")
    await year.env.advance_time(3)
    assert "#1 in 2026" in words(await year.order(year.bob, "rank Tokyo 2026"))
    assert "Tokyo" not in words(news.last), "the server's other channels wait until number one is shown"
    await year.env.advance_time(300)
    await year.env.restart_bot(make(data_dir=overlay))
    own(year, year.olga.id)
    await year.env.advance_time(5)
    await year.order(year.olga, "data reload")
    assert not said(year, "Results of the prediction pool")
    await year.env.advance_time(6_000)
    (results,) = said(year, "Results of the prediction pool")
    assert f"<@{year.alice.id}>" in words(results)
    assert "That was the ranking of 2026" in words(year.last)
    assert "Tokyo" in words(news.last)

    imported(overlay, "tokyo-yokohama", "beijing")
    await year.order(year.olga, "data reload")
    (corrected,) = [message for message in year.messages if len(message.attachments) and message.id != results.id]
    assert "Beijing" in words(corrected)
    assert "before" in words(corrected).lower()
    assert len(said(news, "2026 is in the table")) == 1
    assert labels(corrected) == []


async def test_an_edition_that_is_not_there_has_no_evening(year: Night) -> None:
    assert "no ranks of 1999" in words(await year.order(year.olga, "release arm 1999"))


async def test_bad_tables_on_the_evening_leave_the_old_ones_in_service(year: Night, tmp_path: Path) -> None:
    overlay = tmp_path / "imported"
    oscar = await second_organiser(year, owner=False)
    await year.order(year.olga, "release arm 2026 pause 60")
    await year.order(year.olga, "release go")
    await oscar.send(year.channel, "!release go")
    await year.env.advance_time(2)
    assert "2026" in words(year.last)
    assert year.bot.pipeline.rankings.newest.year == 2025
    imported(overlay)
    rows = (overlay / "cluster_ranks.csv").read_text("utf-8")
    (overlay / "cluster_ranks.csv").write_text(rows.replace(f"{COMING},2,", f"{COMING},1,"), "utf-8")
    await year.order(year.olga, "release go")
    await oscar.send(year.channel, "!release go")
    await year.env.advance_time(2)
    assert year.bot.pipeline.rankings.newest.year == 2025
    imported(overlay)
    await year.order(year.olga, "release go")
    await oscar.send(year.channel, "!release go")
    await year.env.advance_time(2)
    assert year.bot.pipeline.rankings.newest.year == 2026
