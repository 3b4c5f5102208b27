"""Taking new tables into service, and telling the channels that asked to be told of a new edition."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.cogs.events.occasion import Said
from bot.cogs.notices import notice, told
from bot.rankings.problems import DataError
from bot.replies.reply import Reply
from bot.replies.safety import quote
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.cogs.events.occasion import Occasion
    from bot.pipeline import Pipeline

log = logging.getLogger(__name__)


class DataRoom:
    """Reads the tables again on the order of the bot's owner.

    `reload` returns the pipelines before and after, `withheld` the edition that is held back until its release night.
    """

    def __init__(
        self,
        owns: Callable[[int], bool],
        reload: Callable[[], Awaitable[tuple[Pipeline, Pipeline]]],
        withheld: Callable[[], Awaitable[int | None]],
    ) -> None:
        self._owns = owns
        self._reload = reload
        self._withheld = withheld

    async def reload(self, occasion: Occasion) -> Said:
        """Take new tables into service, or say why they were refused.

        Raises:
            StoreError: nobody can know now which edition is withheld; the old tables stay.
        """
        if not self._owns(occasion.person):
            return Said(notice("event.owner_only"), private=True)
        try:
            before, after = await self._reload()
        except DataError as error:
            log.warning("New tables were refused: %s", error)
            problem = quote(str(error.problems[0]))
            return Said(Reply(Status.NO_DATA, (say("data.refused"), problem)))
        version, withheld = after.rankings.version, await self._withheld()
        notes = () if withheld is None else (say("data.withheld", edition=withheld),)
        if version == before.rankings.version:
            return Said(told("data.unchanged", *notes, version=version))
        return Said(told("data.reloaded", *notes, edition=after.rankings.newest.year, version=version))
