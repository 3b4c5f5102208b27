"""Documentation that drifts from the code fails here."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import discord
import pytest

from bot.answers.figures import NAMES
from bot.answers.values import CaveatKind, Status
from bot.community.reading_orders import HELPED, read_order
from bot.replies.plain import as_text
from bot.replies.wording.en import HELP
from bot.settings import Settings
from bot.store.tables import PREFIX, metadata

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = sorted(path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").glob("*.md")))


def block_after(marker: str) -> str:
    found = re.search(rf"<!-- {marker} -->\n```\n(.*?)\n```", README, re.DOTALL)
    assert found is not None, marker
    return found.group(1)


def test_the_readme_opens_with_a_transcript_that_is_true(pipeline: Pipeline) -> None:
    shown = block_after("transcript")
    questions = [line.removeprefix("> ") for line in shown.splitlines() if line.startswith("> ")]
    rendered = "\n\n".join(f"> {question}\n{as_text(pipeline.ask(question).pages[0])}" for question in questions)
    assert shown == rendered


def test_the_two_commands_are_the_ones_promised() -> None:
    assert block_after("command: run") == (
        "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/python -m bot"
    )
    assert block_after("command: test") == (
        "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/python -m pytest"
    )


def test_the_readme_lists_every_command_as_help_does() -> None:
    for what, examples in HELP.values():
        assert f"| `{examples[0]}` | {what} |" in README


def test_the_invitation_asks_for_exactly_the_named_permissions() -> None:
    permissions = re.search(r"permissions=(\d+)", README)
    assert permissions is not None
    assert discord.Permissions(int(permissions.group(1))) == discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        attach_files=True,
        embed_links=True,
        read_message_history=True,
    )


def test_the_settings_file_explains_every_setting_and_no_other() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    named = set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))
    assert named == {name.upper() for name in Settings.model_fields}
    for name in named:
        assert re.search(rf"^#.*\n(?:#.*\n|[A-Z_]+=.*\n)*{name}=", example, re.MULTILINE), name


def test_the_settings_file_holds_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)


def test_the_json_page_lists_every_status_caveat_and_measure() -> None:
    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    for word in (*Status, *CaveatKind, *(name for name, _ in NAMES.values())):
        assert f"`{word}`" in page, word


def test_the_page_of_the_store_names_every_table() -> None:
    page = (ROOT / "docs" / "store.md").read_text("utf-8")
    kept = {name.removeprefix(PREFIX) for name in metadata.tables}
    named = {
        name for row in re.findall(r"^\| (`[a-z_`, ]+`) \|", page, re.MULTILINE) for name in re.findall(r"\w+", row)
    }
    assert named == kept


def test_the_readme_lists_games_by_orders_that_are_understood() -> None:
    section = README.partition("## Play and gather")[2].partition("\n## ")[0]
    listed = re.findall(r"`([a-z][^`/]+)`", section)
    assert len(listed) > 10
    for order in listed:
        if order.split()[0] in (*HELPED, "mydata", "forget"):
            assert read_order(order) is not None, order


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_within_the_repository_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


def test_no_file_names_this_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".csv", ".json", ".txt", ""} and path.is_file():
            assert str(ROOT) not in path.read_text("utf-8", errors="ignore"), name
