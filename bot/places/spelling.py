"""The ways in which one name is spelt: with umlauts or the letters that stand for them, in several words or in one."""

from __future__ import annotations

from bot.places.normalising import normalise

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
                           "Ø": "Oe", "Å": "Aa"})  # fmt: skip

_LATIN_END = "\u0250"

_CITY_SIGNS = ("특별시", "광역시", "시", "市")
"""The longest first: in Korean "special" and "metropolitan city", then "city"."""

_DISTRICT_SIGNS = ("区", "구")

JOINED_FROM = 6
"""A name of several words may be written as one if it has at least so many letters: `newyork`, but not `lapaz`."""


def spellings(name: str) -> list[str]:
    """Return the normalised spellings of `name`, the proper one first: for "Lund–Malmö" also `lund malmoe`."""
    proper = normalise(name)
    found = [proper]
    if not name.isascii() and name[0] < _LATIN_END and (digraphs := name.translate(_DIGRAPHS)) != name:
        found.append(normalise(digraphs))
    if " " in proper:
        found += [joined for spelling in found if len(joined := joined_up(spelling)) >= JOINED_FROM]
    return found


def without_city(text: str) -> str:
    """Return a name without the sign for "city" that ends Chinese, Japanese and Korean names."""
    return _without(_CITY_SIGNS, text)


def without_district(text: str) -> str:
    """Return a normalised name without the sign for "ward" or "district" that ends such names."""
    return _without(_DISTRICT_SIGNS, text)


def _without(signs: tuple[str, ...], text: str) -> str:
    for sign in signs:
        if text.endswith(sign) and len(text) > len(sign) + 1:
            return text.removesuffix(sign)
    return text


def joined_up(text: str) -> str:
    """Return a name without its spaces."""
    return text.replace(" ", "")


def same_capitals(text: str, name: str) -> bool:
    """Whether `text` is written with the capitals of `name`; dots and other signs do not count (`U.S.` is `US`)."""
    return _letters(text) == _letters(name)


def ends_with_capitals(text: str, name: str) -> bool:
    """Whether `text` ends with `name`, capitals included."""
    return _letters(text).endswith(_letters(name))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
