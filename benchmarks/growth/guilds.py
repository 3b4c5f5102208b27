"""Servers and messages as Discord tells of them: servers of some size, with channels, roles and emojis."""

from __future__ import annotations

import json
import time
from typing import Any

import discord

CHANNELS, ROLES, EMOJIS, THREADS = 20, 15, 40, 2
MEMBERS = 1_500

_NUMBER = "#######"
"""Where the server's number stands in each id."""

_JOINED = "2026-01-01T00:00:00.000000+00:00"
_MEMBER = {"roles": [], "joined_at": _JOINED, "deaf": False, "mute": False, "flags": 0}


def snowflake(guild: int, part: int) -> int:
    """Return the id of a part of a server: 0 is the server itself, 1 to 20 are its channels."""
    return int(_id(part).replace(_NUMBER, _numbered(guild)))


def guild_text(guild: int, bot_id: int) -> str:
    """Return GUILD_CREATE's data for a server, as JSON: each has names and ids of its own, as on the wire."""
    return _template(bot_id).replace(_NUMBER, _numbered(guild))


def message(guild: int, person: int, content: str) -> dict[str, Any]:
    """Return MESSAGE_CREATE's data for what somebody says in a channel of a server."""
    return {
        "id": str(time.time_ns()),
        "channel_id": str(snowflake(guild, 1 + person % 16)),
        "guild_id": str(snowflake(guild, 0)),
        "author": {"id": str(10**15 + person), "username": f"person{person}", "discriminator": "0", "avatar": None},
        "member": _MEMBER,
        "content": content,
        "timestamp": _JOINED,
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
        "components": [],
    }


def bot_payload(bot_id: int) -> dict[str, Any]:
    """Return the bot as a user."""
    return {"id": str(bot_id), "username": "bot", "discriminator": "0", "avatar": None, "bot": True}


def _numbered(guild: int) -> str:
    return f"{1_000_000 + guild:07}"


def _id(part: int) -> str:
    return f"90{_NUMBER}{part:09}"


_made: dict[int, str] = {}


def _template(bot_id: int) -> str:
    if bot_id not in _made:
        _made[bot_id] = json.dumps(_guild(bot_id))
    return _made[bot_id]


def _guild(bot_id: int) -> dict[str, Any]:
    return {
        "id": _id(0),
        "name": f"Server {_NUMBER}",
        "icon": "a" * 32,
        "description": None,
        "owner_id": "5",
        "roles": [_role(number) for number in range(ROLES)],
        "channels": [_channel(number) for number in range(1, CHANNELS + 1)],
        "emojis": [_emoji(number) for number in range(EMOJIS)],
        "threads": [_thread(number) for number in range(THREADS)],
        "members": [{**_MEMBER, "user": bot_payload(bot_id), "roles": [_id(101)]}],
        "stickers": [],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "features": ["COMMUNITY", "NEWS", "INVITE_SPLASH"],
        "joined_at": _JOINED,
        "large": True,
        "member_count": MEMBERS,
        "max_members": 500_000,
        "premium_tier": 1,
        "premium_subscription_count": 3,
        "verification_level": 2,
        "default_message_notifications": 1,
        "explicit_content_filter": 2,
        "mfa_level": 0,
        "nsfw_level": 0,
        "system_channel_id": _id(2),
        "system_channel_flags": 0,
        "rules_channel_id": _id(3),
        "public_updates_channel_id": _id(4),
        "afk_channel_id": None,
        "afk_timeout": 300,
        "preferred_locale": "en-US",
        "unavailable": False,
    }


def _role(number: int) -> dict[str, Any]:
    everyone = number == 0
    return {
        "id": _id(0 if everyone else 100 + number),
        "name": "@everyone" if everyone else f"Role {_NUMBER} {number}",
        "permissions": str(discord.Permissions.text().value | discord.Permissions(view_channel=True).value),
        "position": number,
        "color": 3_447_003,
        "colors": {"primary_color": 3_447_003, "secondary_color": None, "tertiary_color": None},
        "hoist": number > 10,
        "managed": False,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def _channel(number: int) -> dict[str, Any]:
    kind = 4 if number in (17, 18) else 2 if number in (19, 20) else 0
    overwrites = [{"id": _id(role), "type": 0, "allow": "1024", "deny": "0"} for role in (0, 101, 102)[: number % 4]]
    return {
        "id": _id(number),
        "type": kind,
        "name": f"channel-{_NUMBER}-{number}",
        "topic": f"What channel {number} of server {_NUMBER} is about" if kind == 0 else None,
        "position": number,
        "permission_overwrites": overwrites,
        "parent_id": None if kind == 4 else _id(17),
        "nsfw": False,
        "rate_limit_per_user": 0,
        "last_message_id": _id(900_000 + number),
        "flags": 0,
        **({"bitrate": 64_000, "user_limit": 0, "rtc_region": None} if kind == 2 else {}),
    }


def _emoji(number: int) -> dict[str, Any]:
    return {
        "id": _id(200 + number),
        "name": f"emoji_{number}",
        "roles": [],
        "require_colons": True,
        "managed": False,
        "animated": False,
        "available": True,
    }


def _thread(number: int) -> dict[str, Any]:
    return {
        "id": _id(300 + number),
        "guild_id": _id(0),
        "parent_id": _id(1),
        "owner_id": "5",
        "type": 11,
        "name": f"thread {_NUMBER} {number}",
        "last_message_id": None,
        "message_count": 3,
        "member_count": 3,
        "rate_limit_per_user": 0,
        "flags": 0,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": _JOINED,
            "locked": False,
        },
    }
