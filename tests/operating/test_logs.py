from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta

import pytest

from bot.operating.logs import set_up_logging
from bot.settings import LogFormat
from tests.operating.support import logging_like_a_new_process

TOKEN = "MTA.fake-token.for-tests"


def raised(token: str) -> None:
    try:
        raise ValueError(token)
    except ValueError:
        logging.getLogger("bot.test").exception("with %s", token)


def test_the_token_never_appears_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_like_a_new_process():
        set_up_logging("INFO", secrets=[TOKEN])
        raised(TOKEN)
        logging.getLogger("discord.http").info("unimportant")
    logged = capsys.readouterr().err
    assert "bot.test: with …" in logged
    assert TOKEN not in logged
    assert "unimportant" not in logged


@pytest.mark.parametrize("token", [TOKEN, 'one"with\\signs'])
def test_the_token_never_appears_in_json(capsys: pytest.CaptureFixture[str], token: str) -> None:
    with logging_like_a_new_process():
        set_up_logging("INFO", secrets=[token], form=LogFormat.JSON)
        raised(token)
    [line] = capsys.readouterr().err.splitlines()
    record = json.loads(line)
    assert record["message"] == "with …"
    assert record["exception"].startswith("Traceback")
    assert record["exception"].endswith("ValueError: …")
    assert json.dumps(token)[1:-1] not in line


def test_a_record_in_json_is_one_line_with_its_time_in_utc(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_like_a_new_process():
        set_up_logging("INFO", secrets=[""], form=LogFormat.JSON)
        logging.getLogger("bot.test").warning("two\nlines of %s", "“text”", extra={"reference": "123456"})
    [line] = capsys.readouterr().err.splitlines()
    record = json.loads(line)
    time = datetime.fromisoformat(record.pop("time"))
    assert time.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - time) < timedelta(minutes=1)
    assert record == {
        "level": "WARNING", "logger": "bot.test", "message": "two\nlines of “text”", "reference": "123456",
    }  # fmt: skip


@pytest.mark.parametrize("form", LogFormat)
@pytest.mark.parametrize(
    ("logger", "words"),
    [
        ("discord.client", "Attempting a reconnect"),
        ("discord.shard", "Attempting a reconnect"),
        ("discord.shard", "Failed to connect"),
        ("discord.app_commands.tree", "Ignoring exception in autocomplete"),
    ],
)
def test_what_passes_is_logged_as_one_line_of_warning(
    capsys: pytest.CaptureFixture[str], form: LogFormat, logger: str, words: str
) -> None:
    with logging_like_a_new_process():
        set_up_logging("INFO", secrets=[""], form=form)
        try:
            raise ConnectionResetError(104, "reset")
        except OSError:
            logging.getLogger(logger).exception(f"{words} in %.2fs", 1.5)
    [line] = capsys.readouterr().err.splitlines()
    assert f"{words} in 1.50s, because of ConnectionResetError: [Errno 104] reset" in line
    assert "WARNING" in line
    assert "ERROR" not in line
    assert "Traceback" not in line


def test_what_people_write_is_in_no_log_however_much_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    names = ("discord.gateway", "discord.http", "discord.webhook")
    levels = [logging.getLogger(name).level for name in names]
    with logging_like_a_new_process():
        set_up_logging("DEBUG", secrets=[])
        logging.getLogger("discord.gateway").debug("For Shard ID 0: WebSocket Event: %s", {"content": "my words"})
        logging.getLogger("discord.http").debug("POST %s has returned 200", "/interactions/1/a-token/callback")
        logging.getLogger("discord.webhook.async_").debug("a-token")
        logging.getLogger("bot.test").debug("this is shown")
    for name, level in zip(names, levels, strict=True):
        logging.getLogger(name).setLevel(level)
    logged = capsys.readouterr().err
    assert "this is shown" in logged
    assert "my words" not in logged
    assert "a-token" not in logged
