"""Finding a sentence by its key and filling in its named placeholders."""

from __future__ import annotations

from bot.replies.wording import en, en_pictures, en_pool

SENTENCES: dict[str, str] = {**en.SENTENCES, **en_pictures.SENTENCES, **en_pool.SENTENCES}
"""Every sentence, whichever module of the language it stands in."""


def say(key: str, **values: object) -> str:
    """Return a sentence with its placeholders filled.

    Raises:
        KeyError: there is no such sentence, or a placeholder has no value.
    """
    return SENTENCES[key].format(**values)


def say_count(key: str, count: int, **values: object) -> str:
    """Return the singular (`key.one`) or plural (`key.other`) of a sentence; `{count}` gets thousands separators."""
    form = "one" if count == 1 else "other"
    return say(f"{key}.{form}", count=f"{count:,}", **values)
