"""Buttons and forms of games. They are told by their ids alone, so that those of before a restart work as well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import discord

from bot.replies.safety import BUTTON_LABEL_LIMIT, guard

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BUTTON = re.compile(r"(?P<what>quiz|pool|release):(?P<event>[0-9]{1,18}):(?P<rest>[a-z0-9:]{1,60})")
_FORM = re.compile(r"form:(?P<what>quiz|pool):(?P<event>[0-9]{1,18}):(?P<rest>[a-z0-9:]{0,60})")

FORM_TITLE_LIMIT = 45
FORM_LABEL_LIMIT = 45
FORM_HINT_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Pressed:
    """Which button of which game was pressed, or which form was sent with what in its fields."""

    what: str
    event: int
    rest: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """A button of a game: what stands on it, the id it is told by, and whether it is the one to press."""

    label: str
    custom_id: str
    primary: bool = False


def buttons(*presses: Press) -> discord.ui.View | None:
    """Return buttons to put under a message, or None if there are none.

    discord.py is not to wait for them, since they are told by their ids: the view has ended before it begins.
    """
    if not presses:
        return None
    view = discord.ui.View(timeout=None)
    for press in presses:
        style = discord.ButtonStyle.primary if press.primary else discord.ButtonStyle.secondary
        label = guard(press.label)[:BUTTON_LABEL_LIMIT]
        view.add_item(discord.ui.Button(label=label, custom_id=press.custom_id, style=style))
    view.stop()
    return view


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: what it asks, what it holds already, and whether it takes several lines."""

    label: str
    hint: str = ""
    value: str = ""
    longest: int = 100
    several_lines: bool = False


def form(custom_id: str, title: str, fields: tuple[Field, ...]) -> discord.ui.Modal:
    """Return a form of one to five fields, all of which have to be filled in. As with buttons, nothing waits for it."""
    modal = discord.ui.Modal(title=guard(title)[:FORM_TITLE_LIMIT], custom_id=f"form:{custom_id}", timeout=None)
    for number, field in enumerate(fields):
        style = discord.TextStyle.paragraph if field.several_lines else discord.TextStyle.short
        line: discord.ui.TextInput[discord.ui.View] = discord.ui.TextInput(
            custom_id=str(number),
            style=style,
            default=field.value[: field.longest] or None,
            placeholder=field.hint[:FORM_HINT_LIMIT] or None,
            max_length=field.longest,
        )
        modal.add_item(discord.ui.Label(text=guard(field.label)[:FORM_LABEL_LIMIT], component=line))
    modal.stop()
    return modal


def pressed_of(interaction: discord.Interaction) -> Pressed | None:
    """Return which button or form of a game an interaction is of, or None if it is of none."""
    data = cast("Mapping[str, Any]", interaction.data or {})
    custom_id = str(data.get("custom_id", ""))
    match interaction.type:
        case discord.InteractionType.component:
            found = _BUTTON.fullmatch(custom_id)
        case discord.InteractionType.modal_submit:
            found = _FORM.fullmatch(custom_id)
        case _:
            return None
    if found is None:
        return None
    values = dict(_values(data.get("components", ())))
    return Pressed(found["what"], int(found["event"]), found["rest"], tuple(values[key] for key in sorted(values)))


def _values(components: Any) -> Iterator[tuple[str, str]]:
    """Yield the fields of a sent form by their ids, wherever Discord nests them."""
    for component in components:
        if "value" in component:
            yield str(component.get("custom_id", "")), str(component["value"])
        yield from _values(component.get("components", ()))
        if "component" in component:
            yield from _values((component["component"],))
