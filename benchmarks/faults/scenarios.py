"""What can go wrong with Discord, each fault with its beginning, its end, and what is asked meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

from tests.loopback.faults import CALLBACK, LOGIN, POST, banned, broken, cut_short, limited, refused, stalled
from tests.loopback.interactions import Interaction
from tests.loopback.world import Data

if TYPE_CHECKING:
    from tests.loopback.server import Loopback

Question = Data | Interaction
Doing = Callable[["Loopback"], Awaitable[object]]
Asking = Callable[["Loopback"], Awaitable[Question]]

ASKED = 2
"""Questions before a fault, during it, and after it."""

FLAPS = 4
"""So many connections are closed at once after the one that broke."""

STALL = 3.0
"""Seconds for which a stalled answer is late. It stands for 30: nothing in the bot or in discord.py ends in between."""


PLACES = cycle(("London", "Paris", "Munich", "Seoul", "Bengaluru", "Cambridge", "Stockholm", "Melbourne"))
"""What is asked about: another place each time, for an answer may come without saying to what."""


async def ask(fake: Loopback) -> Question:
    """Ask by prefix."""
    return await fake.say(f"!rank {next(PLACES)}")


async def ask_by_slash(fake: Loopback) -> Question:
    """Ask by slash command."""
    return await fake.slash("rank", place="London")


async def nothing(_: Loopback) -> None:
    """Leave everything as it is."""


REFUSED = "Discord cannot be reached"
LOST = "The connection to Discord is lost"
BACK = "Connected again"
AGAIN = "hangs up again and again"
UNREAD = "cannot be read"
LIMITED = "We are being rate limited"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A fault: how it begins and ends, and what is asked in it.

    Where it is not within the bot's `reach`, Discord tells it nothing of what is asked meanwhile, or takes no answer.
    One that is there from the `start` begins before the bot. The log has the words `logged`. After `patience` seconds
    of silence a connection is taken for dead.
    """

    begin: Doing = nothing
    end: Doing = nothing
    ask: Asking = ask
    reach: bool = True
    start: bool = False
    logged: str = ""
    patience: float = 60.0


def _requests(
    pattern: str,
    fault: Callable[..., Awaitable[object]],
    times: int = 1,
    *,
    asking: Asking = ask,
    logged: str = "asking again",
) -> Scenario:
    async def begin(fake: Loopback) -> None:
        fake.faults.rest(pattern, fault, times)

    return Scenario(begin, ask=asking, start=pattern == LOGIN, logged=logged)


async def _refuse_connections(fake: Loopback) -> None:
    fake.faults.connections_refused = 3


async def _drop(fake: Loopback) -> None:
    await fake.gateway.drop()


async def _drop_and_refuse(fake: Loopback) -> None:
    fake.faults.connections_refused = 3
    await fake.gateway.drop()


async def _drop_and_forget(fake: Loopback) -> None:
    fake.faults.invalid_resumes.append(False)
    await fake.gateway.drop()


async def _drop_and_hesitate(fake: Loopback) -> None:
    fake.faults.invalid_resumes.append(True)
    await fake.gateway.drop()


async def _drop_again_and_again(fake: Loopback) -> None:
    fake.faults.close_after_resume = [4000] * FLAPS
    await fake.gateway.drop()


async def _resumed_at_last(fake: Loopback) -> None:
    await fake.until(lambda: fake.gateway.resumed > FLAPS, 120)


async def _resumed(fake: Loopback) -> None:
    await fake.until(lambda: fake.gateway.resumed, 120)


async def _begun_anew(fake: Loopback) -> None:
    await fake.until(lambda: len(fake.gateway.identified) > 1 and fake.gateway.connected, 120)


async def _freeze(fake: Loopback) -> None:
    fake.gateway.freeze()


async def _hold_servers(fake: Loopback) -> None:
    fake.faults.holding_guilds = True


async def _show_servers(fake: Loopback) -> None:
    await fake.gateway.show_guilds()


async def _ready_again(fake: Loopback) -> None:
    for session in fake.gateway.connected:
        await fake.gateway.say_ready(session)
    await fake.gateway.show_guilds()


def _sent(frame: str | bytes) -> Doing:
    async def begin(fake: Loopback) -> None:
        await fake.gateway.send(frame)

    return begin


async def _ask_twice_over(fake: Loopback) -> Question:
    message = await fake.say(f"!rank {next(PLACES)}")
    await fake.tell("MESSAGE_CREATE", message)
    return message


async def _edit_first(fake: Loopback) -> Question:
    place = next(PLACES)
    asked = await fake.say(f"!rank {place} 2024", told=False)
    changed = await fake.edit(asked, f"!rank {place}")
    await fake.tell("MESSAGE_CREATE", asked)
    return changed


async def _slash_twice_over(fake: Loopback) -> Question:
    acted = await fake.slash("rank", place="London")
    await fake.act_again(acted)
    return acted


async def _slash_too_late(fake: Loopback) -> Question:
    acted = await fake.slash("rank", told=False, place="London")
    acted.expired = True
    await fake.act_again(acted)
    return acted


async def _deny(fake: Loopback) -> None:
    fake.channel.denied = True


async def _allow(fake: Loopback) -> None:
    await fake.until(lambda: fake.rest.refusals.count(50013) >= ASKED)
    fake.channel.denied = False


async def _remove(fake: Loopback) -> None:
    fake.channel.gone = True


async def _restore(fake: Loopback) -> None:
    await fake.until(lambda: fake.rest.refusals.count(10003) >= ASKED)
    fake.channel.gone = False


async def _forget(fake: Loopback) -> None:
    await fake.gateway.forget()


async def _interrupt(fake: Loopback) -> None:
    await fake.gateway.forget(resumable=True)


async def _close_4000(fake: Loopback) -> None:
    await fake.gateway.drop(4000)


SCENARIOS = {
    "the first three connections are refused": Scenario(_refuse_connections, start=True, logged=REFUSED),
    "logging in fails twice (503)": _requests(LOGIN, refused(503), 2, logged=REFUSED),
    "the answer to logging in is half JSON": _requests(LOGIN, cut_short(said_whole=True), logged=REFUSED),
    "a message comes before its server": Scenario(_hold_servers, _show_servers, start=True),
    "the socket breaks off": Scenario(_drop, _resumed, logged=BACK),
    "the socket is closed (4000)": Scenario(_close_4000, _resumed, logged=BACK),
    "Discord asks to reconnect": Scenario(_sent('{"op": 7, "d": null}'), _resumed, logged=BACK),
    "it breaks off, and three connections are refused": Scenario(_drop_and_refuse, _resumed, logged=REFUSED),
    f"the socket breaks off, and {FLAPS} times as soon as it is back": Scenario(
        _drop_again_and_again, _resumed_at_last, logged=AGAIN
    ),
    "the socket goes silent": Scenario(_freeze, _resumed, logged=BACK, patience=1.0),
    "the session is invalid, and can be resumed": Scenario(_interrupt, _resumed, logged=BACK),
    "the session is invalid": Scenario(_forget, _begun_anew, reach=False, logged=LOST),
    "resuming is refused once": Scenario(_drop_and_hesitate, _resumed, logged=BACK),
    "resuming is refused for good": Scenario(_drop_and_forget, _begun_anew, reach=False, logged=LOST),
    "a frame is half JSON": Scenario(_sent('{"op": 0, "t": "MESS'), _resumed, logged=UNREAD),
    "a frame is no compressed text": Scenario(_sent(b"\x01garbage\x00\x00\xff\xff"), _resumed, logged=UNREAD),
    "an event makes no sense": Scenario(_sent('{"op": 0, "t": "MESSAGE_CREATE", "d": {}}'), logged="makes no sense"),
    "READY comes twice": Scenario(_ready_again),
    "a message comes twice": Scenario(ask=_ask_twice_over),
    "an edit comes before its message": Scenario(ask=_edit_first),
    "a slash command comes twice": Scenario(ask=_slash_twice_over),
    "429, to wait half a second": _requests(POST, limited(0.5), 2, logged=LIMITED),
    "429 for everything": _requests(POST, limited(0.5, everywhere=True), logged="Global rate limit"),
    "429 that does not say how long": _requests(POST, limited(None), 2),
    "429 from Cloudflare, as HTML": _requests(POST, banned(1), 2),
    "500 three times": _requests(POST, refused(500), 3, logged=""),
    "503 three times": _requests(POST, refused(503), 3),
    "502, though the reply was posted": _requests(POST, refused(502, landed=True), logged=""),
    "a post breaks off before it arrives": _requests(POST, broken(landed=False)),
    "a post breaks off after it arrived": _requests(POST, broken(landed=True)),
    "the answer to a post breaks off": _requests(POST, cut_short(said_whole=False)),
    "the answer to a post is half JSON": _requests(POST, cut_short(said_whole=True)),
    f"the answer to a post is {STALL:.0f} s late": _requests(POST, stalled(STALL), logged=""),
    "a slash command's answer breaks off before": _requests(CALLBACK, broken(landed=False), asking=ask_by_slash),
    "a slash command's answer breaks off after": _requests(CALLBACK, broken(landed=True), asking=ask_by_slash),
    "a slash command's answer is half JSON": _requests(CALLBACK, cut_short(said_whole=True), asking=ask_by_slash),
    "a slash command comes too late": Scenario(ask=_slash_too_late, reach=False, logged="Too late to answer"),
    "writing is forbidden in between": Scenario(_deny, _allow, reach=False),
    "the channel is gone in between": Scenario(_remove, _restore, reach=False, logged="Too late to post"),
}
"""The faults by what they are called in `docs/faults.md`."""
