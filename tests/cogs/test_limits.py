"""The check of all that is sent finds what breaks a limit by one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from .limits import DESCRIPTION, faults

if TYPE_CHECKING:
    from pathlib import Path

MESSAGES = "/channels/1/messages"
QUIET = {"parse": []}
CHOICE = {"name": "a", "value": 1}


def message(**parts: Any) -> tuple[str, str, Any]:
    return "POST", MESSAGES, {"allowed_mentions": QUIET, **parts}


def edit(**parts: Any) -> tuple[str, str, Any]:
    return "PATCH", f"{MESSAGES}/2", parts


def embed(**parts: Any) -> tuple[str, str, Any]:
    return message(embeds=[parts])


def rows(*rows: list[Any]) -> tuple[str, str, Any]:
    return message(components=[{"type": 1, "components": row} for row in rows])


def button(number: int = 0, **parts: Any) -> dict[str, Any]:
    return {"type": 2, "label": "A", "custom_id": str(number), **parts}


def menu(count: int = 1, **parts: Any) -> tuple[str, str, Any]:
    options = [{"label": "A", "value": str(number), **parts} for number in range(count)]
    return rows([{"type": 3, "custom_id": "menu", "options": options}])


def form(count: int = 1, title: str = "T", label: str = "L", **parts: Any) -> tuple[str, str, Any]:
    fields = [
        {"type": 18, "label": label, "component": {"type": 4, "custom_id": str(number), "style": 1, **parts}}
        for number in range(count)
    ]
    return (
        "POST",
        "/interactions/1/t/callback",
        {"type": 9, "data": {"title": title, "custom_id": "f", "components": fields}},
    )


def choices(count: int = 1, **parts: Any) -> tuple[str, str, Any]:
    data = {"choices": [{"name": "A", "value": "a", **parts}] * count}
    return "POST", "/interactions/1/t/callback", {"type": 8, "data": data}


def command(**parts: Any) -> tuple[str, str, Any]:
    return "PUT", "/applications/1/commands", [{"name": "rank", "description": "D", **parts}]


def option(count: int = 1, **parts: Any) -> tuple[str, str, Any]:
    options = [{"name": f"o{number}", "description": "D", "type": 3, **parts} for number in range(count)]
    return command(options=options)


CASES = {
    "content": (message(content="a" * 2000), message(content="a" * 2001)),
    "an edit": (edit(content="a" * 2000), edit(content="a" * 2001)),
    "embed title": (embed(title="a" * 256), embed(title="a" * 257)),
    "description": (embed(description="a" * 4096), embed(description="a" * 4097)),
    "footer": (embed(footer={"text": "a" * 2048}), embed(footer={"text": "a" * 2049})),
    "embeds in all": (
        message(embeds=[{"description": "a" * 3000}] * 2),
        message(embeds=[{"description": "a" * 3000}, {"description": "a" * 3001}]),
    ),
    "embeds": (message(embeds=[{"title": "a"}] * 10), message(embeds=[{"title": "a"}] * 11)),
    "fields": (embed(fields=[{"name": "a", "value": "b"}] * 25), embed(fields=[{"name": "a", "value": "b"}] * 26)),
    "nonce": (message(nonce="1" * 25), message(nonce="1" * 26)),
    "rows": (rows(*([button(n)] for n in range(5))), rows(*([button(n)] for n in range(6)))),
    "buttons": (rows([button(n) for n in range(5)]), rows([button(n) for n in range(6)])),
    "label": (rows([button(label="a" * 80)]), rows([button(label="a" * 81)])),
    "no label": (rows([button(label="a")]), rows([button(label="")])),
    "custom id": (rows([button(custom_id="a" * 100)]), rows([button(custom_id="a" * 101)])),
    "custom ids": (rows([button(0), button(1)]), rows([button(0), button(0)])),
    "options": (menu(25), menu(26)),
    "no options": (menu(1), menu(0)),
    "option label": (menu(label="a" * 100), menu(label="a" * 101)),
    "option value": (menu(value="a" * 100), menu(value="a" * 101)),
    "option description": (menu(description="a" * 100), menu(description="a" * 101)),
    "form title": (form(title="a" * 45), form(title="a" * 46)),
    "form fields": (form(5), form(6)),
    "no form fields": (form(1), form(0)),
    "form label": (form(label="a" * 45), form(label="a" * 46)),
    "form placeholder": (form(placeholder="a" * 100), form(placeholder="a" * 101)),
    "form value": (form(value="a" * 4000), form(value="a" * 4001)),
    "form length": (form(max_length=4000), form(max_length=4001)),
    "form value and length": (form(value="aa", max_length=2), form(value="aaa", max_length=2)),
    "choices": (choices(25), choices(26)),
    "choice": (choices(name="a" * 100), choices(name="a" * 101)),
    "command name": (command(name="a" * 32), command(name="a" * 33)),
    "command in capitals": (command(name="rank"), command(name="Rank")),
    "context command": (command(type=3, name="Settle this"), command(type=3, name="a" * 33)),
    "command description": (command(description="a" * 100), command(description="a" * 101)),
    "command options": (option(25), option(26)),
    "option name": (option(name="a" * 32), option(name="a" * 33)),
    "option words": (option(description="a" * 100), option(description="a" * 101)),
    "option choices": (option(choices=[CHOICE] * 25), option(choices=[CHOICE] * 26)),
    "everyone": (message(content="@everyone"), message(content="a", allowed_mentions={"parse": ["everyone"]})),
    "users": (message(allowed_mentions={"parse": [], "roles": ["7"]}), message(allowed_mentions={"parse": ["users"]})),
    "a user": (message(), message(allowed_mentions={"parse": [], "users": ["7"]})),
    "mentions left to Discord": (message(content="a"), ("POST", MESSAGES, {"content": "a"})),
}  # fmt: skip


@pytest.fixture(autouse=True)
def without_description(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DESCRIPTION, raising=False)


@pytest.mark.parametrize("case", CASES)
def test_a_limit_may_be_reached_and_not_passed(case: str) -> None:
    fits, breaks = CASES[case]
    assert faults(*fits) == []
    assert len(faults(*breaks)) == 1


def test_what_the_description_does_not_allow_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = {
        "type": "object",
        "properties": {"flags": {"$ref": "#/components/schemas/Flags"}, "id": {"type": "string"}},
    }
    body = {"requestBody": {"content": {"application/json": {"schema": number}}}}
    paths = {"/channels/{channel_id}/messages": {"post": body}}
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps({"paths": paths, "components": {"schemas": {"Flags": {"type": "integer"}}}}))
    monkeypatch.setenv(DESCRIPTION, str(file))
    assert faults(*message(flags=64, id=7)) == []
    (fault,) = faults(*message(flags="64"))
    assert "$.flags" in fault
    assert "not in Discord's description" in faults("POST", "/channels/1/nonsense", {})[0]
