"""Telling Discord the slash commands, but only when they changed: it limits how often that may be done."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any

from bot.cogs.repeating import is_discords, passes

if TYPE_CHECKING:
    from pathlib import Path

    from discord import app_commands

log = logging.getLogger(__name__)


async def sync_if_changed(tree: app_commands.CommandTree[Any], folder: Path) -> bool:
    """Send the commands of a tree to Discord if they are not the ones sent last; return whether they were sent.

    `folder` keeps a hash per application; delete it to have the commands sent again. A hash that cannot be read or
    written is logged and the commands are sent. So is a refusal by Discord: everything but slash commands still works.
    """
    kept = folder / f"commands-{tree.client.application_id}.sha256"
    current = fingerprint(tree)
    try:
        if kept.read_text(encoding="ascii").strip() == current:
            return False
    except (OSError, ValueError):
        log.debug("No hash of the commands in %s", kept)
    try:
        await tree.sync()
    except Exception as error:
        if not is_discords(error):
            raise
        level = logging.WARNING if passes(error) else logging.ERROR
        log.log(level, "Discord did not take the slash commands; the old ones stay: %r", error)
        return False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(current, encoding="ascii")
    except OSError as error:
        log.warning("The slash commands will be sent again at the next start, because %s", error)
    return True


def fingerprint(tree: app_commands.CommandTree[Any]) -> str:
    """Return a hash of what would be sent, the same in every process."""
    commands = [command.to_dict(tree) for command in tree.get_commands()]
    commands.sort(key=lambda command: (command["type"], command["name"]))
    return hashlib.sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()
