"""The terminal doors, as a person or a program uses them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.replies.plain import as_text

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

FIELDS = ["input", "status", "query", "reading", "text", "places", "values", "caveats"]
VALUE_FIELDS = ["subject", "measure", "edition", "value", "unit", "evidence", "sources"]


def program(tmp_path: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Start the program in an empty folder, so that no .env of the checkout is read."""
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments],
        cwd=tmp_path,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("DISCORD_")},
            "PYTHONPATH": str(Path(__file__).parent.parent),
            "PYTHONIOENCODING": "utf-8",
            "XDG_STATE_HOME": str(tmp_path),
            **environment,
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def finish(process: subprocess.Popen[str], given: str = "") -> tuple[int, str, str]:
    out, err = process.communicate(given, timeout=60)
    return process.returncode, out, err


def test_ask_prints_the_plain_text(tmp_path: Path, pipeline: Pipeline) -> None:
    code, out, err = finish(program(tmp_path, "ask", "rank", "London"))
    assert (code, err) == (0, "")
    assert out == as_text(pipeline.ask("rank London").pages[0]) + "\n"


def test_ask_prints_every_page_of_a_long_list(tmp_path: Path) -> None:
    _, out, _ = finish(program(tmp_path, "ask", "top 100 2022"))
    assert "Page 4 of 4" in out
    assert "#100 🇨🇳 Lanzhou" in out


def test_ask_json_has_exactly_the_documented_fields(tmp_path: Path) -> None:
    _, out, _ = finish(program(tmp_path, "ask", "--json", "rank London"))
    record = json.loads(out)
    assert list(record) == FIELDS
    assert record["input"] == "rank London"
    assert record["status"] == "answered"
    assert record["places"] == ["London"]
    assert record["caveats"] == ["method_break"]
    assert record["query"]["kind"] == "rank"
    rank = record["values"][0]
    assert list(rank) == VALUE_FIELDS
    assert (rank["subject"], rank["measure"], rank["edition"], rank["value"], rank["unit"]) == (
        "London",
        "rank",
        2025,
        8,
        "rank",
    )


def test_ask_json_answers_several_quoted_questions(tmp_path: Path) -> None:
    _, out, _ = finish(program(tmp_path, "ask", "--json", "rank London", "where Toulouse", "rank Gotham City"))
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["answered", "unranked", "unknown_place"]


def test_ask_json_answers_each_line_before_the_next_is_given(tmp_path: Path) -> None:
    process = program(tmp_path, "ask", "--json")
    assert process.stdin is not None
    assert process.stdout is not None
    for question, status in (("rank Seattle", "answered"), ("", "not_understood"), ("who 17", "no_data")):
        process.stdin.write(question + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["status"] == status
    assert finish(process)[0] == 0


NOT_FOR_ASKING = (
    "discord aiohttp sqlalchemy numpy pandas frictionless openpyxl matplotlib PIL dateparser prompt_toolkit rich"
)


def test_ask_imports_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    program = "import bot.cli, sys; sys.argv = ['clusterbot', 'ask', 'rank London']; bot.cli.main()"
    source = (
        f"import sys\ntry: exec({program!r})\nexcept SystemExit: pass\n"
        f"print([name for name in {NOT_FOR_ASKING.split()} if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", source], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_run_without_a_token_opens_the_chat(tmp_path: Path) -> None:
    code, out, err = finish(program(tmp_path, "run"), "rank London\n\ntop 3\n")
    assert (code, err) == (0, "")
    assert "London: #8 in 2025" in out
    assert "#3 🇺🇸 San Jose–San Francisco" in out


def test_no_command_at_all_is_run(tmp_path: Path) -> None:
    assert "Tokyo–Yokohama: #2" in finish(program(tmp_path), "rank Tokyo\n")[1]


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    code, out, err = finish(program(tmp_path, "ask", "rank London", COOLDOWN_QUESTIONS="many"))
    assert (code, out) == (2, "")
    assert err.startswith("COOLDOWN_QUESTIONS: ")


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("edition,rank\n2025,1\n", "header"),
        ("{header}\n2025,1,london,London,GB,,,,,,,,single,S01,\n2025,1,paris,Paris,FR,,,,,,,,single,S01,\n", "rank"),
        ("{header}\n2025,x,london,London,GB,,,,,,,,single,S01,\n", "rank"),
    ],
)
def test_a_broken_overlay_is_named_and_refused_at_start(tmp_path: Path, content: str, named: str) -> None:
    header = (
        "edition,rank,cluster_id,name,economies,pct_share,pub_share,vc_share,pct_count,pub_count,"
        "intensity_rank,population,evidence,sources,note"
    )
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    (overlay / "cluster_ranks.csv").write_text(content.format(header=header), "utf-8")
    code, out, err = finish(program(tmp_path, "ask", "rank London", DATA_DIR=str(overlay)))
    assert (code, out) == (1, "")
    assert "cluster_ranks.csv" in err
    assert named in err
    assert "Traceback" not in err


def test_an_overlay_lies_over_the_shipped_tables(tmp_path: Path, pipeline: Pipeline) -> None:
    header = (
        "edition,rank,cluster_id,name,economies,pct_share,pub_share,vc_share,pct_count,pub_count,"
        "intensity_rank,population,evidence,sources,note"
    )
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    row = "2021,3,london,London,GB,,,,,,,,single,S01,"
    (overlay / "cluster_ranks.csv").write_text(f"{header}\n{row}\n", "utf-8")
    _, out, _ = finish(program(tmp_path, "ask", "rank London 2021", DATA_DIR=str(overlay)))
    assert "London: #3 in 2021" in out
    assert "#3 in 2021" not in as_text(pipeline.ask("rank London 2021").pages[0])


def test_games_are_explained_and_referred_to_servers(tmp_path: Path) -> None:
    said, _ = program(tmp_path, "ask", "quiz start", "help quiz", "when is the next release").communicate(timeout=60)
    assert said.count("Games and events take place in servers.") == 2
    assert "quiz daily 12:00: " in said
    assert "2026" in said
