"""A release night as it is read: whole evenings looked at by eye, and every figure in them held to the table."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from bot.answers.values import Status
from bot.cli import app
from bot.community.release.actions import Armed, Rehearsed, SwapFault
from bot.community.release.night import Back, Confirmation, Halted, Night, Phase
from bot.community.release.programme import programme
from bot.community.release.rehearsing import rehearse
from bot.community.release.rules import ReleaseNight, Told
from bot.community.release.scenes import Batch, Members, Single, Summary, Topic
from bot.rankings.model import Evidence
from bot.replies.composing.release import compose_notice, compose_told
from bot.replies.composing.release_scenes import compose_scene
from bot.replies.plain import as_text
from bot.replies.safety import CONTENT_LIMIT
from bot.replies.wording.catalogue import SENTENCES

if TYPE_CHECKING:
    from bot.rankings.model import Rankings

GOLDEN = Path(__file__).parent / "golden_release"
EDITIONS = range(2017, 2026)
START = datetime(2026, 9, 29, 18, tzinfo=UTC)
FLAG = "[\U0001f1e6-\U0001f1ff]+ "
LINE = re.compile(rf"^#(\d+) {FLAG}(.+?)[°†]?(?: · (?:([▲▼]\d+)|(unchanged))[°†]?)?$")
MOVE = re.compile(rf"^([▲▼])(\d+) {FLAG}(.+?)[°†]? \(#(\d+)→#(\d+)\)$")


def evening(rankings: Rankings, edition: int, *, spoiler: bool = False) -> list[str]:
    opening = Rehearsed(1, edition, programme(rankings, edition), spoiler=spoiler)
    return [as_text(compose_notice(notice, night, rankings)) for _, night, notice in rehearse(opening, START)]


def countdown(rankings: Rankings, edition: int) -> list[str]:
    scenes = [scene for scene in programme(rankings, edition) if isinstance(scene, (Batch, Single))]
    return [as_text(compose_scene(scene, rankings)) for scene in scenes]


def written(change: int) -> str:
    return "unchanged" if change == 0 else f"▲{change}" if change > 0 else f"▼{-change}"


@pytest.mark.parametrize("edition", [2022, 2025])
def test_a_whole_evening_is_as_reviewed(rankings: Rankings, edition: int, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{edition}.txt"
    rendered = "\n\n".join(evening(rankings, edition)) + "\n"
    if request.config.getoption("--golden-update"):
        golden.write_text(rendered, "utf-8")
    assert rendered == golden.read_text("utf-8")


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_rank_is_told_once_as_the_table_has_it(rankings: Rankings, edition: int) -> None:
    held = rankings.editions[edition]
    told: dict[int, str] = {}
    for line in "\n".join(countdown(rankings, edition)).splitlines():
        if found := LINE.match(line):
            assert int(found[1]) not in told
            told[int(found[1])] = found[2]
    assert told == {rank: row.name for rank, row in held.by_rank.items()}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_rank_that_is_not_held_is_said_not_to_be(rankings: Rankings, edition: int) -> None:
    said: set[int] = set()
    for line in "\n".join(countdown(rankings, edition)).splitlines():
        if "not in our sources" in line:
            ranks = line.removesuffix(" are not in our sources.").removesuffix(" is not in our sources.")
            ranks = ranks.removesuffix(f" of {edition}").replace(" to ", "–")
            for first, last in re.findall(r"(\d+)(?:–(\d+))?", ranks):
                ends = sorted((int(first), int(last or first)))
                said |= set(range(ends[0], ends[1] + 1))
    assert said == set(range(1, 101)) - rankings.editions[edition].by_rank.keys()


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_change_in_the_countdown_is_that_of_the_table(rankings: Rankings, edition: int) -> None:
    held, before = rankings.editions[edition], rankings.editions.get(edition - 1)
    due: dict[int, str] = {}
    for rank, row in held.by_rank.items():
        earlier = None if before is None else before.rows.get(row.cluster)
        if earlier is not None and earlier.rank is not None:
            due[rank] = written(earlier.rank - rank)
    told: dict[int, str] = {}
    for text in countdown(rankings, edition):
        for line, below in pairwise([*text.splitlines(), ""]):
            if not (found := LINE.match(line)):
                continue
            change = found[3] or found[4]
            if since := re.match(r"([▲▼]\d+|Unchanged)[°†]? since (\d+)", below):
                assert int(since[2]) == edition - 1
                change = since[1].lower()
            if change:
                told[int(found[1])] = change
    assert told == due


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_measure_is_that_of_the_table_and_well_attested(rankings: Rankings, edition: int) -> None:
    held = rankings.editions[edition]
    for scene in programme(rankings, edition):
        if not isinstance(scene, Single) or scene.rank not in held.by_rank:
            continue
        row = held.by_rank[scene.rank]
        text = as_text(compose_scene(scene, rankings)).casefold()
        shares = {"patents": row.pct_share, "publications": row.pub_share, "venture capital": row.vc_share}
        for name, share in shares.items():
            told = re.search(rf"{name} ([\d.]+)%", text)
            if row.evidence in (Evidence.OFFICIAL, Evidence.DOUBLE) and share is not None:
                assert told is not None
                assert float(told[1]) == pytest.approx(share, abs=0.051)
            else:
                assert told is None
        intensity = re.search(r"intensity #(\d+)", text)
        assert intensity is None or int(intensity[1]) == row.intensity_rank


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_move_in_the_summary_is_that_of_the_table(rankings: Rankings, edition: int) -> None:
    for topic in (Topic.CLIMBERS, Topic.FALLERS):
        for line in as_text(compose_scene(Summary(edition, topic), rankings)).splitlines():
            if found := MOVE.match(line):
                sign, amount, name, before, after = found.groups()
                assert sign == ("▲" if topic is Topic.CLIMBERS else "▼")
                assert int(amount) == abs(int(before) - int(after))
                now, then = rankings.editions[edition].by_rank, rankings.editions[edition - 1].by_rank
                assert now[int(after)].name == name
                assert then[int(before)].cluster == now[int(after)].cluster


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_older_edition_is_shown_as_if_there_were_no_newer(rankings: Rankings, edition: int) -> None:
    text = re.sub(r"reports of the \d+ edition", "", "\n".join(evening(rankings, edition)))
    for newer in range(edition + 1, 2027):
        assert str(newer) not in text


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("spoiler", [False, True])
def test_every_message_of_a_rehearsal_says_so_and_fits(rankings: Rankings, edition: int, spoiler: bool) -> None:
    messages = evening(rankings, edition, spoiler=spoiler)
    assert all(message.startswith(f"Rehearsal, {edition}: ") for message in messages)
    assert max(map(len, messages)) < CONTENT_LIMIT * 3 // 4
    assert not any(message.endswith("…") for message in messages)


def test_a_batch_of_a_complete_edition_is_ten_short_lines(rankings: Rankings) -> None:
    for text in countdown(rankings, 2022)[:9]:
        lines = [line for line in text.splitlines() if LINE.match(line)]
        assert len(lines) == 10
        assert max(map(len, lines)) <= 45


@pytest.mark.parametrize("edition", EDITIONS)
def test_hidden_names_are_nowhere_in_the_open(rankings: Rankings, edition: int) -> None:
    names = {name for row in rankings.editions[edition].rows.values() for name in (row.name, *row.name.split("–"))}
    names |= {economy.short_name for economy in rankings.economies.values()}
    for scene in programme(rankings, edition)[:-1]:
        reply = compose_scene(scene, rankings, spoiler=True)
        text = as_text(reply)
        assert text.count("||") % 2 == 0
        in_the_open = re.sub(r"\|\|[^|]*\|\|", "", text)
        assert not re.search(FLAG, in_the_open)
        assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", in_the_open)], in_the_open
        plain = as_text(compose_scene(scene, rankings))
        if isinstance(scene, Single) and scene.rank in rankings.editions[edition].by_rank:
            assert text.splitlines()[0] == f"#{scene.rank}"
        else:
            assert text.replace("||", "") == plain


def test_lines_of_the_host_stand_under_a_scene(rankings: Rankings) -> None:
    night = Night(2022, Phase.SHOWING)
    notice = next(notice for _, _, notice in rehearse(Rehearsed(1, 2022, (Single(2022, 1),)), START))
    lines = as_text(compose_notice(notice, night, rankings, extra=("The pool: 3 of 5.",))).splitlines()
    assert lines[0] == "#1 🇯🇵 Tokyo–Yokohama"
    assert lines[2] == "The pool: 3 of 5."


def test_clusters_without_a_known_rank_are_named(rankings: Rankings) -> None:
    assert as_text(compose_scene(Members(2024), rankings)).splitlines()[0] == (
        "3 more clusters of the top 100, their ranks not in our sources"
    )


def test_the_same_number_one_is_called_so(rankings: Rankings) -> None:
    text = as_text(compose_scene(Summary(2024, Topic.NUMBER_ONE), rankings))
    assert text.splitlines()[:2] == ["The same number one in 2024 as in 2023", "2024 🇯🇵 Tokyo–Yokohama"]


def announced(armed: Armed, rankings: Rankings) -> str:
    night = ReleaseNight().apply(None, armed, START).state
    (notice,) = ReleaseNight().notices(night)
    return as_text(compose_notice(notice, night, rankings))


def test_an_announcement_gives_its_time_in_everybodys_zone(rankings: Rankings) -> None:
    text = announced(Armed(1, 2026, at=START, spoiler=True), rankings)
    stamp = int(START.timestamp())
    assert f"It begins <t:{stamp}:f>, <t:{stamp}:R>." in text
    assert "hidden" in text


def test_an_announcement_without_a_time_says_what_it_waits_for(rankings: Rankings) -> None:
    lines = announced(Armed(1, 2026), rankings).splitlines()
    assert lines[0] == "Release night: the world’s top 100 innovation clusters, 2026"
    assert lines[1] == "It begins when two organisers have given the word."
    assert "hidden" not in " ".join(lines)


@pytest.mark.parametrize(
    ("notice", "first"),
    [
        (Back("back-3", 34), "We are back, from #34."),
        (Back("back-30", None), "We are back."),
        (Halted("stopped", begun=True), "The release night of 2026 was stopped."),
        (Halted("stopped", begun=False), "The release night of 2026 is called off."),
    ],
)
def test_words_on_the_way(rankings: Rankings, notice: Back | Halted, first: str) -> None:
    night = Night(2026, Phase.SHOWING)
    assert as_text(compose_notice(notice, night, rankings)).splitlines()[0] == first
    rehearsal = as_text(compose_notice(notice, replace(night, rehearsal=True), rankings))
    assert rehearsal.splitlines()[0] == f"Rehearsal, 2026: {first}"


def test_organisers_are_told_until_when_to_confirm() -> None:
    night = Night(2026, Phase.ARMED, confirmations=(Confirmation(1, START),))
    text = as_text(compose_told(Told.ONE_MORE, night))
    assert text == f"Confirmed. A second organiser has to confirm, until <t:{int(START.timestamp()) + 900}:f>."


def test_organisers_are_told_why_data_was_refused() -> None:
    for fault in SwapFault:
        reply = compose_told(fault, Night(2026, Phase.ARMED))
        assert reply.status is Status.NOT_UNDERSTOOD
        assert "old data stays in service" in as_text(reply)
        assert "confirm again" in as_text(reply)


def test_everything_an_organiser_is_told_has_its_sentence() -> None:
    for told in (*Told, *SwapFault):
        assert f"release.told.{told}" in SENTENCES
        assert as_text(compose_told(told, Night(2026, Phase.ARMED)))
    for topic in Topic:
        assert f"release.topic.{topic}" in SENTENCES
    for evidence in Evidence:
        assert f"release.evidence.{evidence}" in SENTENCES


def test_the_terminal_rehearses_the_newest_complete_edition() -> None:
    done = CliRunner().invoke(app, ["rehearse"])
    assert done.exit_code == 0
    assert done.stdout.strip() == (GOLDEN / "2022.txt").read_text("utf-8").strip()


def test_the_terminal_rehearses_any_edition_held() -> None:
    done = CliRunner().invoke(app, ["rehearse", "2025"])
    assert done.stdout.strip() == (GOLDEN / "2025.txt").read_text("utf-8").strip()


def test_the_terminal_names_the_editions_it_could_rehearse() -> None:
    done = CliRunner().invoke(app, ["rehearse", "2026"])
    assert done.exit_code == 1
    assert done.stderr == "There is no 2026 edition in the table; it holds 2017 to 2025.\n"


def test_the_terminal_waits_only_if_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    CliRunner().invoke(app, ["rehearse"])
    assert waits == []
    CliRunner().invoke(app, ["rehearse", "--pause", "4"])
    assert waits[:10] == [0, *[4] * 9]
    assert set(waits[10:]) == {6, 10}
