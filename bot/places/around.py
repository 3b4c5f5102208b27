"""What people put around a place's name: "Greater …", "Ville de …", "… city"."""

from __future__ import annotations

_WORDS_BEFORE = """
    the greater metro metropolitan downtown central city of
    ville ciudad ciutat cidade citta comune de di da stadt stad gemeente miasto mesto kota thanh pho tp
    город г місто град העיר مدينه شهر
"""
_WORDS_AFTER = """
    city area metro metropolitan region cluster hub district
    stadt stad mesto sehri seheri kenti siti shahri miestas город ku gu shi si шаары қаласы калаасы शहर শহর شهر
"""

_BEFORE = frozenset(_WORDS_BEFORE.split())
_AFTER = frozenset(_WORDS_AFTER.split())
"""Normalised; "city" and "ward" in many languages among them. A name that has such words of its own is looked up before
they are dropped."""


def without_surroundings(spelling: str) -> str:
    """Return a normalised name without what people put around it, but never without the last word left."""
    words = spelling.split(" ")
    while len(words) > 1 and words[0] in _BEFORE:
        del words[0]
    while len(words) > 1 and words[-1] in _AFTER:
        del words[-1]
    return " ".join(words)
