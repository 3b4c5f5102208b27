"""How people mistype: a letter left out, doubled or added, hit beside the right key, or swapped with the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbours() -> dict[str, str]:
    """Return, for every letter, the letters on the keys around it on a QWERTY keyboard."""
    places = {letter: (x + y * 0.5, y) for y, row in enumerate(_ROWS) for x, letter in enumerate(row)}
    return {
        letter: "".join(
            other for other, (u, v) in places.items() if other != letter and abs(u - x) <= 1.0 and abs(v - y) <= 1
        )
        for letter, (x, y) in places.items()
    }


NEIGHBOURS = _neighbours()


def slip(name: str, random: Random) -> str:
    """Return `name` with one slip in a letter; the first letter is hit right nine times in ten."""
    letters = [position for position, letter in enumerate(name) if letter.isalpha()]
    position = random.choice(letters[1:] if random.random() < 0.9 else letters)
    letter = name[position]
    match random.choices(("missing", "beside", "swapped", "added"), (30, 30, 20, 20))[0]:
        case "missing":
            return name[:position] + name[position + 1 :]
        case "beside" if letter.lower() in NEIGHBOURS:
            return name[:position] + random.choice(NEIGHBOURS[letter.lower()]) + name[position + 1 :]
        case "swapped" if position + 1 < len(name) and name[position + 1].isalpha() and name[position + 1] != letter:
            return name[:position] + name[position + 1] + letter + name[position + 2 :]
        case _:
            added = letter if random.random() < 0.5 else random.choice(NEIGHBOURS.get(letter.lower(), "e"))
            return name[: position + 1] + added.lower() + name[position + 1 :]


def respaced(name: str, random: Random) -> str:
    """Return `name` with its words joined, a word split, or its accents or dashes written otherwise."""
    plain = {"ü": "ue", "ö": "oe", "ä": "ae", "é": "e", "ã": "a", "ø": "o", "–": " ", "’": " ", "-": "\u2011"}
    ways = ["split"]
    if " " in name or "–" in name:
        ways += ["joined", "dashed"]
    if any(letter in name for letter in plain):
        ways += ["plain", "plain"]
    match random.choice(ways):
        case "joined":
            return name.replace(" ", "").replace("–", "")
        case "dashed":
            return name.replace("–", random.choice(("-", " - ", "/", "—", " "))).replace(
                " ", random.choice(("-", "  "))
            )
        case "plain":
            return "".join(plain.get(letter, letter) for letter in name)
        case _:
            inside = [p for p in range(2, len(name) - 1) if name[p - 1].isalpha() and name[p].isalpha()]
            position = random.choice(inside or [2])
            return f"{name[:position]} {name[position:]}"
