from __future__ import annotations

from typing import Any

import pytest
import simcord

from tests.cogs.conftest import Clock, Make, build_world

ZALGO = "r" + "\u0301\u0316\u0489" * 40 + "ank " + "L̷̢̛̺͔͇̦̩͉̺̅̈́̓̋̕o̶͙̓n" * 6
BAD = (
    "@everyone",
    "rank @everyone",
    "rank @here <@1> <@&2> <#3> </top:4> <t:0:R>",
    "rank **London** ||x|| `y` [a](https://example.org) ~~z~~ __u__ > q",
    "```py\nprint(1)\n```",
    ZALGO,
    "🇬🇧🇬🇧🇬🇧 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "rank \u202e\u2066لندن\u2069 \u200f",
    "rank لندن",
    "rank 東京",
    "x" * 1_950,
    "rank " + "a " * 900,
    "top 1000000",
    "top -5",
    "rank",
    "compare London",
    "rank london 1999",
    "help help help",
    "1",
    "compare a vs b vs c vs d vs e vs f vs g",
    "# heading\n> quote\n- list",
    "rank %s {place} {0} \\n",
    "ask\x00\x07\x1b[31mred",
)


@pytest.mark.parametrize("style", ["cards", "plain"])
async def test_anything_gets_one_short_harmless_reply(make: Make, clock: Clock, style: str) -> None:
    async with simcord.run(make(reply_style=style)) as env:
        world = build_world(env)
        for text in BAD:
            clock.now += 60
            before = len(world.channel.history())
            await world.alice.send(world.channel, f"<@{env.bot.user.id}> {text}")
            assert len(world.channel.history()) == before + 2, text
            clock.now += 60
            await world.alice.send(world.channel, f"!{text}"[:2_000])
            await world.alice.user.send_dm(text)
            clock.now += 60
            assert (await world.alice.slash(world.channel, "ask", question=text)).acknowledged, text
        posts = [sent.json for sent in env.http_requests if sent.method == "POST" and sent.path.endswith("/messages")]
        answers = [sent.json["data"] for sent in env.http_requests if sent.path.endswith("/callback")]
        assert len(posts) > 2 * len(BAD)
        assert len(answers) == len(BAD)
        for body in posts + answers:
            assert_harmless(body)
        assert not env.errors


async def test_four_thousand_characters(make: Make) -> None:
    async with simcord.run(make()) as env:
        world = build_world(env)
        shown = await world.alice.slash(world.channel, "ask", question="rank " + "London " * 570)
        assert shown.response.embeds[0].title.startswith("That is too long for me")


def assert_harmless(body: dict[str, Any]) -> None:
    assert body["allowed_mentions"] == {"parse": []}
    said = [body.get("content") or ""]
    assert len(said[0]) <= 2_000
    for embed in body.get("embeds") or []:
        parts = (embed.get("title", ""), embed.get("description", ""), embed.get("footer", {}).get("text", ""))
        assert len(parts[0]) <= 256
        assert len(parts[1]) <= 4_096
        assert len(parts[2]) <= 2_048
        assert sum(map(len, parts)) <= 6_000
        said.extend(parts)
    assert any(part.strip() for part in said)
    for part in said:
        assert not set(part) & set("@<>*`|~_\\\u202e\u2066"), part
