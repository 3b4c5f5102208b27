"""Discord's published limits, and its OpenAPI description where one is at hand, held against what the bot sent."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.validators import extend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DESCRIPTION = "DISCORD_OPENAPI"
"""Names the file with Discord's OpenAPI description, in the environment."""

CONTENT, EMBEDS, EMBEDS_TOTAL = 2000, 10, 6000
EMBED = {"title": 256, "description": 4096}
FOOTER, AUTHOR, FIELDS, FIELD_NAME, FIELD_VALUE = 2048, 256, 25, 256, 1024
ROWS, BUTTONS, OPTIONS, OPTION = 5, 5, 25, 100
LABEL, CUSTOM_ID, PLACEHOLDER, NONCE = 80, 100, 150, 25
MODAL_TITLE, MODAL_COMPONENTS, FIELD_LABEL, TEXT_VALUE, TEXT_PLACEHOLDER = 45, 5, 45, 4000, 100
COMMAND_NAME, COMMAND_DESCRIPTION, COMMAND_OPTIONS, CHOICES = 32, 100, 25, 25
THREAD_NAME, EVENT_NAME, EVENT_DESCRIPTION = 100, 100, 1000
NAME = re.compile(r"[-_'\w]{1,32}")

ROW, BUTTON, TEXT_INPUT, LABELLED = 1, 2, 4, 18
SELECTS = (3, 5, 6, 7, 8)
MESSAGE, AUTOCOMPLETE, MODAL = (4, 7), 8, 9
CONTEXT_COMMANDS = (2, 3)


def faults(method: str, path: str, body: Any) -> list[str]:
    """Return everything that Discord would refuse of a request, and every ping of everyone or of anybody."""
    found = [*_published(method, path, body)]
    if DESCRIPTION in os.environ and body is not None:
        found += _described(os.environ[DESCRIPTION], method, path, body)
    return [f"{method} {path}: {fault}" for fault in found]


def _published(method: str, path: str, body: Any) -> Iterator[str]:
    if path.endswith("/commands"):
        for command in body or ():
            yield from _command(command, top=True)
        return
    if not isinstance(body, dict):
        return
    if path.endswith("/callback"):
        data = body.get("data") or {}
        if body["type"] == MODAL:
            yield from _modal(data)
        elif body["type"] == AUTOCOMPLETE:
            yield from _choices(data["choices"])
        elif body["type"] in MESSAGE:
            yield from _message(data, posting="content" in data or "embeds" in data)
    elif path.endswith("/threads"):
        yield from _text("the name of a thread", body.get("name"), THREAD_NAME, least=1)
        yield from _message(body.get("message") or {}, posting="message" in body)
    elif path.endswith("/scheduled-events"):
        yield from _text("the name of an event", body.get("name"), EVENT_NAME, least=1)
        yield from _text("the description of an event", body.get("description"), EVENT_DESCRIPTION)
    elif re.search(r"/messages(/[^/]+)?$|^/webhooks/\d+/[^/]+$", path):
        yield from _message(body, posting=method == "POST")


def _message(body: dict[str, Any], *, posting: bool) -> Iterator[str]:
    yield from _text("content", body.get("content"), CONTENT)
    embeds = body.get("embeds") or ()
    if len(embeds) > EMBEDS:
        yield f"{len(embeds)} embeds"
    total = 0
    for embed in embeds:
        texts = [*_embedded(embed)]
        total += sum(len(text or "") for _, text, _ in texts)
        for what, text, most in texts:
            yield from _text(what, text, most)
        if len(embed.get("fields") or ()) > FIELDS:
            yield f"{len(embed['fields'])} fields in an embed"
    if total > EMBEDS_TOTAL:
        yield f"embeds of {total} characters in all"
    yield from _text("nonce", str(body.get("nonce") or ""), NONCE)
    yield from _rows(body.get("components") or ())
    yield from _pings(body, posting=posting)


def _embedded(embed: dict[str, Any]) -> Iterator[tuple[str, str | None, int]]:
    for part, most in EMBED.items():
        yield part, embed.get(part), most
    yield "footer", (embed.get("footer") or {}).get("text"), FOOTER
    yield "author", (embed.get("author") or {}).get("name"), AUTHOR
    for field in embed.get("fields") or ():
        yield "the name of a field", field["name"], FIELD_NAME
        yield "the value of a field", field["value"], FIELD_VALUE


def _pings(body: dict[str, Any], *, posting: bool) -> Iterator[str]:
    """Nobody is pinged but by name of the role: what is not forbidden is allowed by Discord."""
    allowed = body.get("allowed_mentions")
    if allowed is None:
        if posting:
            yield "allowed_mentions is missing, so all mentions ping"
        return
    if set(allowed.get("parse", ())) & {"everyone", "users", "roles"}:
        yield f"allowed_mentions allows {allowed['parse']}"
    if allowed.get("users"):
        yield "allowed_mentions allows users"


def _rows(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    rows = list(rows)
    if len(rows) > ROWS:
        yield f"{len(rows)} rows of components"
    ids: list[str] = []
    for row in rows:
        within = row.get("components") or ()
        if row["type"] == ROW and not 1 <= len(within) <= BUTTONS:
            yield f"{len(within)} buttons in a row"
        for component in within:
            ids.append(component.get("custom_id", ""))
            yield from _component(component)
    yield from _once(ids)


def _component(component: dict[str, Any]) -> Iterator[str]:
    if component["type"] == BUTTON:
        yield from _text("the label of a button", component.get("label"), LABEL)
        if not component.get("label") and not component.get("emoji"):
            yield "a button without a label"
    if "url" not in component:
        yield from _text("custom_id", component.get("custom_id"), CUSTOM_ID, least=1)
    if component["type"] in SELECTS:
        yield from _text("a placeholder", component.get("placeholder"), PLACEHOLDER)
        yield from _options(component)
    if component["type"] == TEXT_INPUT:
        yield from _text("a placeholder", component.get("placeholder"), TEXT_PLACEHOLDER)
        most = component.get("max_length") or TEXT_VALUE
        yield from _text("the value of a field", component.get("value"), most)
        if not 1 <= most <= TEXT_VALUE:
            yield f"a field of up to {most} characters"


def _options(select: dict[str, Any]) -> Iterator[str]:
    options = select.get("options") or ()
    if not 1 <= len(options) <= OPTIONS:
        yield f"{len(options)} options of a menu"
    for option in options:
        yield from _text("the label of an option", option["label"], OPTION, least=1)
        yield from _text("the value of an option", option["value"], OPTION, least=1)
        yield from _text("the description of an option", option.get("description"), OPTION)
    yield from _once([option["value"] for option in options])


def _modal(modal: dict[str, Any]) -> Iterator[str]:
    yield from _text("the title of a form", modal.get("title"), MODAL_TITLE, least=1)
    yield from _text("custom_id", modal.get("custom_id"), CUSTOM_ID, least=1)
    parts = modal.get("components") or ()
    if not 1 <= len(parts) <= MODAL_COMPONENTS:
        yield f"{len(parts)} components in a form"
    within: list[dict[str, Any]] = []
    for part in parts:
        if part["type"] == LABELLED:
            yield from _text("the label of a field", part.get("label"), FIELD_LABEL, least=1)
            within.append(part["component"])
        else:
            within += part.get("components") or ()
    for component in within:
        yield from _component(component)
        yield from _text("the label of a field", component.get("label"), FIELD_LABEL)
    yield from _once([component["custom_id"] for component in within])


def _command(command: dict[str, Any], *, top: bool = False) -> Iterator[str]:
    if top and command.get("type") in CONTEXT_COMMANDS:
        yield from _text("the name of a command", command["name"], COMMAND_NAME, least=1)
        return
    if not NAME.fullmatch(command["name"]) or command["name"] != command["name"].lower():
        yield f"a command or option named {command['name']!r}"
    yield from _text("the description of a command", command.get("description"), COMMAND_DESCRIPTION, least=1)
    options = command.get("options") or ()
    if len(options) > COMMAND_OPTIONS:
        yield f"{len(options)} options of a command"
    yield from _choices(command.get("choices") or ())
    for option in options:
        yield from _command(option)


def _choices(choices: Iterable[dict[str, Any]]) -> Iterator[str]:
    choices = list(choices)
    if len(choices) > CHOICES:
        yield f"{len(choices)} choices"
    for choice in choices:
        yield from _text("the name of a choice", choice["name"], OPTION, least=1)
        yield from _text("the value of a choice", str(choice["value"]), OPTION)


def _text(what: str, text: str | None, most: int, least: int = 0) -> Iterator[str]:
    if not least <= len(text or "") <= most:
        yield f"{what} has {len(text or '')} characters, not {least} to {most}"


def _once(ids: list[str]) -> Iterator[str]:
    if len(set(ids)) < len(ids):
        yield "two components or options of the same id"


def _described(file: str, method: str, path: str, body: Any) -> Iterator[str]:
    described = _description(file)
    template = _template(file, path)
    operation = described["paths"].get(template, {}).get(method.lower())
    if operation is None:
        yield "is not in Discord's description"
        return
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" in content:  # what is sent with a file has the same body, in payload_json
        schema = {**content["application/json"]["schema"], "components": described["components"]}
        for error in _Validator(schema).iter_errors(body):
            yield f"by the description: {error.json_path}: {error.message[:200]}"


def _type(validator: Any, types: Any, value: Any, schema: Any) -> Iterator[Any]:
    """Check a type as Discord does: it takes an id as a number, too."""
    if "string" not in types or not isinstance(value, int) or isinstance(value, bool):
        yield from Draft202012Validator.VALIDATORS["type"](validator, types, value, schema)


_Validator = extend(Draft202012Validator, {"type": _type})


@cache
def _description(file: str) -> dict[str, Any]:
    return json.loads(Path(file).read_text("utf-8"))


@cache
def _template(file: str, path: str) -> str:
    """Return the path of the description that a path is of: the one with the most literal parts."""
    parts = path.strip("/").split("/")
    fitting = [
        template
        for template in _description(file)["paths"]
        if len(steps := template.strip("/").split("/")) == len(parts)
        and all(step.startswith("{") or step == part for step, part in zip(steps, parts, strict=True))
    ]
    return min(fitting, key=lambda template: template.count("{"), default="")
