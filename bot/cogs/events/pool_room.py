"""Prediction pools on Discord: orders, the form, posts, and scoring whenever the tables change."""

from __future__ import annotations

import json
import logging
import secrets
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import discord

from bot.cogs.events.occasion import Said
from bot.cogs.events.posting import Undeliverable, post
from bot.cogs.events.presses import Field, Press, buttons, form
from bot.cogs.notices import notice
from bot.community import orders
from bot.community.pool.actions import (
    Action,
    Entered,
    Moved,
    Opened,
    Posted,
    Resulted,
    Stopped,
    Tick,
    Withdrawn,
)
from bot.community.pool.game import PoolGame
from bot.community.pool.notices import Notice, WasCorrected, WasOpened, WasScored
from bot.community.pool.opening import baseline, default_prompts
from bot.community.pool.outcomes import outcomes
from bot.community.pool.state import Phase, Pool
from bot.community.times import read_time
from bot.hosting.host import Host
from bot.replies.wording.catalogue import say
from bot.store.failures import AlreadyOpen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.cogs.events.occasion import Occasion
    from bot.community.orders import Order
    from bot.hosting.host import Playing
    from bot.hosting.servers import ServerBook
    from bot.pipeline import Pipeline
    from bot.store.records import Event
    from bot.store.store import Store

log = logging.getLogger(__name__)
