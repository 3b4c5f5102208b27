"""The options of slash commands: names and editions that complete themselves, and fixed choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.questions.lexicon import COMMANDS, MEASURES, PILLARS
from bot.questions.queries import ECONOMIES_MAXIMUM, LIST_MAXIMUM
from bot.questions.refs import Direction
from bot.rankings.model import RANKS_PUBLISHED
from bot.replies import formats
from bot.replies.wording.catalogue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from bot.pipeline import Pipeline
    from bot.rankings.model import Rankings

Offered = app_commands.Choice[int | float | str]
_Command = TypeVar("_Command", bound="Callable[..., Any]")

CHOICES_LIMIT = 25
CHOICE_LIMIT = 100
"""Choices that Discord shows at once, and characters in one."""

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""What a question reads as an edition."""


class AnsweringBot(commands.AutoShardedBot):
    """What the options need of the client: the pipeline that it answers with now."""

    pipeline: Pipeline


class NameOption(app_commands.Transformer[AnsweringBot]):
    """A name of a cluster, or of an economy or region, or of any of these.

    The choices are labelled with flags. Discord sometimes sends the label: a name means the same with its flag.
    """

    def __init__(self, *, places: bool = False, areas: bool = False) -> None:
        self._places = places
        self._areas = areas
        self._labelled: tuple[Rankings, dict[str, str]] | None = None

    async def transform(self, _: discord.Interaction[AnsweringBot], value: str, /) -> str:
        """Return the name that was chosen or typed."""
        return value

    async def autocomplete(
        self, interaction: discord.Interaction[AnsweringBot], value: float | str, /
    ) -> list[app_commands.Choice[int | float | str]]:
        """Offer the names that a half-typed one may become."""
        pipeline, typed = interaction.client.pipeline, str(value)[:CHOICE_LIMIT]
        names = (
            *(pipeline.resolver.complete_place(typed, CHOICES_LIMIT) if self._places else ()),
            *(pipeline.resolver.complete_area(typed, CHOICES_LIMIT) if self._areas else ()),
        )
        if self._labelled is None or self._labelled[0] is not pipeline.rankings:
            self._labelled = pipeline.rankings, _labels(pipeline.rankings)
        labels = self._labelled[1]
        return [
            Offered(name=labels.get(name, name), value=name)
            for name in list(dict.fromkeys(names))[:CHOICES_LIMIT]
            if len(labels.get(name, name)) <= CHOICE_LIMIT
        ]


class EditionOption(app_commands.Transformer[AnsweringBot]):
    """A year; the editions held are offered, newest first."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A whole number."""
        return discord.AppCommandOptionType.integer

    @property
    def min_value(self) -> int:
        """The first year that a question reads as an edition."""
        return FIRST_YEAR

    @property
    def max_value(self) -> int:
        """The last year that a question reads as an edition."""
        return LAST_YEAR

    async def transform(self, _: discord.Interaction[AnsweringBot], value: int, /) -> int:
        """Return the year as it is; the answer says whether it is held."""
        return value

    async def autocomplete(
        self, interaction: discord.Interaction[AnsweringBot], value: float | str, /
    ) -> list[app_commands.Choice[int | float | str]]:
        """Offer the editions that begin as typed."""
        held = interaction.client.pipeline.rankings.editions
        years = [year for year in held if str(year).startswith(str(value))]
        return [Offered(name=str(year), value=year) for year in years[:CHOICES_LIMIT]]


Place = app_commands.Transform[str, NameOption(places=True)]
Area = app_commands.Transform[str, NameOption(areas=True)]
Subject = app_commands.Transform[str, NameOption(places=True, areas=True)]
Edition = app_commands.Transform[int, EditionOption()]
Length = app_commands.Range[int, 1, LIST_MAXIMUM]
EconomiesLength = app_commands.Range[int, 1, ECONOMIES_MAXIMUM]
RankNumber = app_commands.Range[int, 1, RANKS_PUBLISHED]


def _labels(rankings: Rankings) -> dict[str, str]:
    """Return clusters' and economies' names with their flags."""
    clusters = {
        rankings.clusters[cluster_id].name: formats.cluster_name(rankings.clusters[cluster_id], history[0].economies)
        for cluster_id, history in rankings.histories.items()
        if history
    }
    return clusters | {economy.short_name: formats.economy_name(economy) for economy in rankings.economies.values()}


def described(*options: str) -> Callable[[_Command], _Command]:
    """Describe a command's options, by the sentences that the catalogue has for them."""
    return app_commands.describe(**{option: say(f"option.{option}") for option in options})


def _choices(names: Mapping[str, str]) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=name, value=str(value)) for value, name in names.items()]


MEASURE_CHOICES = _choices({measure: say(f"measure.{measure}") for measure in MEASURES.values()})
PILLAR_CHOICES = _choices({pillar: say(f"pillar.{pillar}") for pillar in PILLARS.values()})
DIRECTION_CHOICES = _choices({direction: say(f"direction.{direction}") for direction in Direction})
COMMAND_CHOICES = _choices({command: command for command in COMMANDS})
