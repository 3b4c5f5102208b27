"""What the log looks like: lines for people or objects for machines, and never a secret in either."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from traceback import format_exception_only
from typing import TYPE_CHECKING

from bot.settings import LogFormat

if TYPE_CHECKING:
    from collections.abc import Collection

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up_logging(level: str, *, secrets: Collection[str], form: LogFormat = LogFormat.TEXT) -> None:
    """Log to standard error from a level upwards; discord.py from WARNING, unless the level is DEBUG.

    `secrets`, if not empty, are blotted out wherever they would appear. A process that already logs keeps its handlers.
    What people write, and the tokens of interactions, discord.py logs at DEBUG: that is never shown.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_Objects(secrets) if form is LogFormat.JSON else _Lines(secrets))
    for talkative in ("discord.gateway", "discord.http", "discord.webhook"):
        logging.getLogger(talkative).setLevel(logging.INFO if level == "DEBUG" else logging.NOTSET)
    if level != "DEBUG":
        handler.addFilter(in_one_line)
        logging.getLogger("discord").setLevel(logging.WARNING)
    logging.basicConfig(level=level, handlers=[handler])


class _Lines(logging.Formatter):
    """Blots out secrets, in messages and in tracebacks."""

    def __init__(self, secrets: Collection[str]) -> None:
        super().__init__(LINE)
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        return self.blotted(super().format(record))

    def blotted(self, text: str) -> str:
        """Return a text without the secrets."""
        for secret in self._secrets:
            text = text.replace(secret, "…")
        return text


class _Objects(_Lines):
    """Writes a JSON object for each record, in one line: `docs/operations/README.md` names the fields.

    Secrets are blotted out before a field becomes JSON, where some characters are written in another way.
    """

    def format(self, record: logging.LogRecord) -> str:
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": self.blotted(record.getMessage()),
        }
        if record.exc_info:
            fields["exception"] = self.blotted(self.formatException(record.exc_info))
        reference: str | None = getattr(record, "reference", None)
        if reference is not None:
            fields["reference"] = reference
        return json.dumps(fields)


_PASSING = {
    ("discord.client", "Attempting a reconnect"),
    ("discord.shard", "Attempting a reconnect"),
    ("discord.shard", "Failed to connect"),
    ("discord.app_commands.tree", "Ignoring exception in autocomplete"),
}
"""What discord.py logs as an error, with a traceback, though it goes on: the network is away, or an answer was late."""


def in_one_line(record: logging.LogRecord) -> bool:
    """Shorten what discord.py logs of a failure that passes to one line of warning, with the reason."""
    passing = any(record.name == name and str(record.msg).startswith(words) for name, words in _PASSING)
    if passing and record.exc_info:
        reason = format_exception_only(record.exc_info[1])[-1].strip()
        record.msg, record.args = "%s, because of %s", (record.getMessage(), reason)
        record.exc_info = None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True
