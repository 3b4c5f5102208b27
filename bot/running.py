"""Running the bot: where it connects to, how it lives with a failing network, and how it stops."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.client import ClusterBot
from bot.cogs.backoff import Backoff
from bot.cogs.repeating import passes
from bot.hosting.claiming import Claim, Standby, until_lost
from bot.hosting.host import cancelled
from bot.hosting.tables import Tables
from bot.operating.logs import set_up_logging
from bot.operating.memory import settle
from bot.operating.watching import UNWATCHED
from bot.store.failures import StoreError, StoreUnavailable
from bot.store.passwords import secrets_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Generator

    from bot.operating.watching import Watch
    from bot.pipeline import Pipeline
    from bot.settings import Settings
    from bot.store.session import Session

log = logging.getLogger(__name__)

TOKEN_REFUSED = 4004
"""The gateway's close code for a token it does not accept."""


def run_bot(settings: Settings, pipeline: Pipeline) -> int:
    """Run the bot until it is told to stop (SIGINT or SIGTERM), and return the process's exit code.

    0 is a clean shutdown; 1 means that the bot cannot run as it is set up, or not at all, and the log says why.
    """
    token = settings.discord_token.get_secret_value().strip() if settings.discord_token else ""
    address = settings.database_url.get_secret_value() if settings.database_url else None
    set_up_logging(settings.log_level, secrets=(token, *secrets_of(address)), form=settings.log_format)
    point_to(settings)

    with suppress(KeyboardInterrupt):  # where signals cannot be handled in the loop
        try:
            return asyncio.run(_until_stopped(_serve_watched(settings, pipeline, token)))
        except Exception:  # the log keeps the token out of the traceback, and the interpreter would not
            log.critical("Stopped by an error", exc_info=True)
            return 1
    return 0


async def _serve_watched(settings: Settings, pipeline: Pipeline, token: str) -> int:
    """Serve, with metrics and health at a port of their own if one is set."""
    if settings.metrics_port is None:
        return await serve_own(settings, pipeline, token)
    from bot.operating.serving import PortTaken, watched  # noqa: PLC0415 - Prometheus and a server, for who wants them

    try:
        async with watched(settings.metrics_host, settings.metrics_port) as metrics:
            return await serve_own(settings, pipeline, token, metrics)
    except PortTaken as error:
        log.error("%s", error)
        return 1


async def serve_own(settings: Settings, pipeline: Pipeline, token: str, watch: Watch = UNWATCHED) -> int:
    """Serve this process's shards, as `serve` does; on PostgreSQL, only while no other process may."""
    address = settings.database_url.get_secret_value() if settings.database_url else ""
    tables = Tables(settings.data_dir, pipeline)

    def bot(message_content: bool, session: Session | None = None) -> ClusterBot:
        made = ClusterBot(
            settings, tables.newest, message_content=message_content, watch=watch, session=session, tables=tables
        )
        made.add_listener(told, "on_shard_ready")
        return made

    async def told(shard: int) -> None:
        """Once Discord told of a shard's servers, nothing that lasts is left to be made: set it aside."""
        tables.newest.warm()
        await settle(shard)

    if not address.startswith("postgres"):
        return await serve(bot, token)
    from bot.store.session import Session  # noqa: PLC0415 - SQLAlchemy, as in `ClusterBot.setup_hook`

    wanted = Claim.of(settings)
    backoff: Backoff | None = None
    while True:
        try:
            async with await Session.open(address) as session:
                backoff = Backoff(asyncio.sleep, missing="The database")
                watch.attach(standby := Standby(session, wanted))
                await standby.wait(tables)
                serving = serve(partial(bot, session=session if wanted.shared else None), token, reached=True)
                losing = until_lost(session, wanted, lambda: Session.open(address))
                code = await _served_until_lost(serving, losing, wanted)
                if code is not None:
                    return code
        except StoreError as error:
            if backoff is None:
                return _unusable(error)
            await backoff.wait(error)


async def _served_until_lost(
    serving: Coroutine[None, None, int], losing: Coroutine[None, None, str], held: Claim
) -> int | None:
    """Serve until that ends, and return its code; or until the shards are lost, which breaks it off."""
    both = asyncio.create_task(serving), asyncio.create_task(losing)
    try:
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        if both[0].done():
            return both[0].result()
        log.error("This process does not have %s any more, and serves no more: %s", held, both[1].result())
        return None
    finally:
        await cancelled(*both)


def point_to(settings: Settings) -> None:
    """Send REST calls and the gateway connection where the settings say, or leave them with Discord."""
    if settings.discord_api_url is not None:
        Route.BASE = str(settings.discord_api_url).rstrip("/")
    if settings.discord_gateway_url is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(str(settings.discord_gateway_url))


async def _until_stopped(serving: Coroutine[None, None, int]) -> int:
    loop = asyncio.get_running_loop()
    task = loop.create_task(serving)
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(name, task.cancel)
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is not None:  # who is not connected has nothing to read again, and does not end for it either
        signal.signal(hangup, signal.SIG_IGN)
    try:
        return await task
    except asyncio.CancelledError:
        log.info("Stopped")
        return 0


@contextmanager
def _reloading(bot: ClusterBot) -> Generator[None]:
    """Read the tables again at every SIGHUP, where there is such a signal."""
    loop = asyncio.get_running_loop()
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is None:
        yield
        return
    before = signal.getsignal(hangup)
    with suppress(NotImplementedError):
        loop.add_signal_handler(hangup, bot.reload_soon)
    try:
        yield
    finally:
        loop.remove_signal_handler(hangup)
        signal.signal(hangup, before)


async def serve(
    make: Callable[[bool], ClusterBot],
    token: str,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    *,
    reached: bool = False,
) -> int:
    """Log in and stay connected until closed; return an exit code as `run_bot` does.

    `make` returns a new client, with or without the message-content intent. `reached` is whether the database was there
    just before: one that is away then, as while it restarts, is waited for.
    """
    backoff, missing = Backoff(sleep), Backoff(sleep, missing="The database")
    message_content = True
    while True:
        try:
            async with make(message_content) as bot:
                if not _may_be_token(token):
                    raise discord.LoginFailure("not a token")
                bot.sleep = sleep
                await bot.login(token)
                with _reloading(bot):
                    await bot.connect()
            return 0
        except StoreError as error:
            if not (reached and isinstance(error, StoreUnavailable)):
                return _unusable(error)
            await missing.wait(error)
        except discord.LoginFailure:
            return _token_refused()
        except discord.PrivilegedIntentsRequired as refusal:
            if not message_content:  # nothing else privileged is asked for
                log.error("Discord refuses the bot's intents: %s", refusal)
                return 1
            message_content = False
            log.warning(
                "The message-content intent is off, so prefix questions in servers are not seen; mentions, direct "
                "messages and slash commands work. To change that: developer portal, Bot, Message Content Intent."
            )
        except discord.ConnectionClosed as closed:
            if closed.code == TOKEN_REFUSED:
                return _token_refused()
            log.error("Discord closed the connection for good: %s", closed)
            return 1
        except (OSError, aiohttp.ClientError, discord.HTTPException, discord.GatewayNotFound) as error:
            await backoff.wait(error)
        except (KeyError, ValueError) as error:  # what discord.py makes of some answers
            if not passes(error):
                raise
            await backoff.wait(error)


def _unusable(error: StoreError) -> int:
    log.error("The database cannot be used: %s", error)
    return 1


def _may_be_token(token: str) -> bool:
    return bool(token) and token.isascii() and token.isprintable() and " " not in token


def _token_refused() -> int:
    log.error("Discord refused the token. Set DISCORD_TOKEN to the one that the developer portal shows (Bot, Reset).")
    return 1
