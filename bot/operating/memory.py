"""What stays for as long as the bot runs is not searched for garbage again and again."""

from __future__ import annotations

import gc


async def settle(_: int) -> None:
    """Search all of memory for garbage once, and set aside what is there: modules, tables, and servers.

    Python's collector otherwise goes through all of it whenever enough is new, and everybody waits: half a second
    with ten thousand servers (`docs/growth.md`). A listener for `on_shard_ready`: whenever Discord tells of a shard's
    servers anew, what was set aside before is searched too, so that what its session before left behind is freed;
    of a shard alone, `on_ready` says nothing.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
