"""Draw docs/reply.png: replies as a person sees them, rendered by SimCord's preview in Debian's Chromium.

Needs `pip install -e '.[pictures]'` and the Debian packages `chromium` and `fonts-noto-color-emoji`.
"""

from __future__ import annotations

import asyncio
import io
import tempfile
from pathlib import Path

import simcord
from PIL import Image
from playwright.async_api import async_playwright

from bot.client import ClusterBot
from bot.pipeline import open_pipeline
from bot.settings import Settings

QUESTIONS = ("!rank London", "!compare Tokyo vs Seoul", "!top 5 Germany")
WIDTH = 400
"""CSS pixels: a phone held upright. The picture has twice as many."""

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


async def draw(path: Path) -> None:
    """Ask the questions in a simulated channel and join the pictures of the replies, one below the other."""
    with tempfile.TemporaryDirectory() as state:
        bot = ClusterBot(Settings(_env_file=None, shards=1), open_pipeline(), state=Path(state))
        async with simcord.run(bot) as env, async_playwright() as playwright:
            guild = env.create_guild()
            channel = guild.create_text_channel("innovation")
            alice = guild.add_member(env.create_user("alice"))
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            pictures: list[bytes] = []
            for question in QUESTIONS:
                await alice.send(channel, question)
                async with env.preview(
                    channel, viewers=[alice], layout="message", display="fixed", width=WIDTH, height=2000
                ) as preview:
                    await preview.show(channel.last_message)
                    viewport = {"width": WIDTH, "height": 2000}
                    page = await browser.new_page(viewport=viewport, device_scale_factor=2)
                    await page.goto(preview.url)
                    await page.wait_for_function("() => window.simcordPreview && window.simcordPreview.ready === true")
                    pictures.append(await page.locator("article.message-surface").screenshot())
                    await page.close()
            await browser.close()
    join(pictures).save(path, optimize=True)


def join(pictures: list[bytes]) -> Image.Image:
    """Return the pictures below one another."""
    images = [Image.open(io.BytesIO(picture)).convert("RGB") for picture in pictures]
    whole = Image.new("RGB", (max(image.width for image in images), sum(image.height for image in images)))
    top = 0
    for image in images:
        whole.paste(image, (0, top))
        top += image.height
    return whole


if __name__ == "__main__":
    asyncio.run(draw(Path(__file__).parent / "reply.png"))
