"""The words of commands, measures and pillars, as people write them. Places have a lexicon of their own."""

from __future__ import annotations

from bot.questions.refs import Direction
from bot.rankings.model import Measure, Pillar

COMMANDS = (
    "rank",
    "top",
    "bottom",
    "compare",
    "movers",
    "history",
    "economy",
    "economies",
    "settle",
    "verify",
    "flip",
    "chart",
    "map",
    "count",
    "who",
    "where",
    "method",
    "source",
    "about",
    "help",
)
"""Every command by its own name, in the order in which help lists them."""

_SYNONYMS = {
    "rank": "ranks ranking rankings position place standing",
    "top": "best leading leaders highest",
    "bottom": "worst last lowest",
    "compare": "comparison vs versus",
    "movers": "mover moves movement movements moved climbers climber risers fallers faller losers gainers",
    "history": "trend timeline",
    "economy": "country nation profile",
    "economies": "countries nations",
    "settle": "judge verdict",
    "verify": "receipt",
    "flip": "",
    "chart": "plot graph draw",
    "map": "",
    "count": "number counts",
    "who": "whos",
    "where": "wheres",
    "method": "methodology methods measured",
    "source": "sources evidence proof citation",
    "about": "info data",
    "help": "commands usage",
}

COMMAND_WORDS: dict[str, str] = {
    **{word: command for command, words in _SYNONYMS.items() for word in words.split()},
    **{command: command for command in COMMANDS},
}
"""Every word that opens a command, with the command it opens."""

_CARDINALS = "one two three four five six seven eight nine ten eleven twelve"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"

ORDINALS = frozenset(_ORDINALS.split())
"""Ordinals written as words; those written with digits are found by their ending."""

NUMBERS: dict[str, int] = {
    **{word: number for number, word in enumerate(_CARDINALS.split(), start=1)},
    **{word: number for number, word in enumerate(_ORDINALS.split(), start=1)},
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "hundred": 100,
}

_UP = "up upward upwards climbers climber climbed risers rising rose gainers gained winners"
_DOWN = "down downward downwards fallers faller falling fell losers lost dropped"

DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(_UP.split(), Direction.UP),
    **dict.fromkeys(_DOWN.split(), Direction.DOWN),
    **dict.fromkeys(("both", "all"), Direction.BOTH),
    **dict.fromkeys(("same", "unchanged"), Direction.SAME),
}

_SMALL_WORDS = """
    a an the in of for from at on to by and is are was were be been do does did it its please pls show me give list
    tell what whats which with within among all any has have there now current currently latest newest today
    rank ranks ranked ranking rankings edition editions year gii wipo global index world worldwide globally world's
    stand stands standing biggest largest big position number no nr
"""

_NOUNS = "cluster clusters city cities hub hubs place places innovation science technology tech"

SMALL_WORDS = frozenset(_SMALL_WORDS.split())
"""Words without a meaning of their own at either end of what names a place or an area."""

FILLERS = SMALL_WORDS | frozenset(_NOUNS.split())
"""The same, with nouns that say what kind of thing is asked for but may also be part of a name (Mexico City)."""


def _phrases(**words: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): name for name, phrases in words.items() for phrase in phrases.split("|")}


_MEASURES = _phrases(
    size="size|overall|total|overall rank|total share",
    intensity="intensity|intensity rank|per capita|per head|per person|per head of population|density",
    patents="patents|patent|patent applications|patent filings|pct|pct applications|pct filings|filings|inventions",
    publications="publications|publication|scientific publications|papers|articles|scientific articles|research papers",
    venture_capital="venture capital|venture-capital|venture_capital|vc|vc deals|venture capital deals|venture|deals",
)

_PILLARS = _phrases(
    gii="gii|overall|overall score|total|score",
    input="input|inputs|innovation input|innovation inputs|input sub-index",
    output="output|outputs|innovation output|innovation outputs|output sub-index",
    institutions="institutions|institution|institutional",
    human_capital="human capital|human capital and research|education|human_capital",
    infrastructure="infrastructure",
    market="market sophistication|market|markets",
    business="business sophistication|business|businesses",
    knowledge="knowledge and technology outputs|knowledge and technology|knowledge|technology outputs",
    creative="creative outputs|creative|creativity|creative output",
)

MEASURES: dict[tuple[str, ...], Measure] = {phrase: Measure(name) for phrase, name in _MEASURES.items()}
PILLARS: dict[tuple[str, ...], Pillar] = {phrase: Pillar(name) for phrase, name in _PILLARS.items()}
