"""What the log looks like, and what never appears in it."""

from __future__ import annotations

import logging

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up_logging(level: str, *, secret: str) -> None:
    """Log to standard error from a level upwards; discord.py from WARNING, unless the level is DEBUG.

    `secret`, if not empty, is blotted out wherever it would appear. A process that already logs keeps its handlers.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_Discreet(secret))
    if level != "DEBUG":
        handler.addFilter(_without_reconnect_traceback)
        logging.getLogger("discord").setLevel(logging.WARNING)
    logging.basicConfig(level=level, handlers=[handler])


class _Discreet(logging.Formatter):
    """Blots out a secret, in messages and in tracebacks."""

    def __init__(self, secret: str) -> None:
        super().__init__(LINE)
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return line.replace(self._secret, "…") if self._secret else line


def _without_reconnect_traceback(record: logging.LogRecord) -> bool:
    """Shorten what discord.py logs at every lost connection to one line with the reason."""
    if record.name == "discord.client" and record.exc_info and str(record.msg).startswith("Attempting a reconnect"):
        record.msg, record.args = "%s, because of %r", (record.getMessage(), record.exc_info[1])
        record.exc_info = None
    return True
