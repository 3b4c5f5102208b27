"""Colours and signs. The panel has its own solid ground, so that it reads the same on Discord's dark and light themes.

The colours of the series are those of Okabe and Ito (“Color Universal Design”, 2008) without yellow, which a light
ground swallows; each series has a sign of its own as well, so that no one has to tell them apart by colour.
"""

from __future__ import annotations

from typing import NamedTuple

GROUND = "#FBFBF9"
INK = "#1D2730"
MUTED = "#55606B"
RULE = "#D9DDDF"
TRACK = "#E8EBEC"
ACCENT = "#0072B2"
SEA = "#EAF0F4"
LAND = "#CDD3D0"


class Sign(NamedTuple):
    """The colour and the marker (in matplotlib's names) of a series."""

    colour: str
    marker: str


SIGNS = (
    Sign("#0072B2", "o"),
    Sign("#D55E00", "s"),
    Sign("#009E73", "^"),
    Sign("#CC79A7", "D"),
    Sign("#000000", "v"),
    Sign("#E69F00", "P"),
    Sign("#56B4E9", "X"),
)
