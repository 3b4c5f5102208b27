"""Verbs of motion by their forms: "edged up", "creeping lower", "vaulted higher", "gave up five places".

A verb that also moves what is no rank (prices, armies, patients) stands only with a word that says which way.
"""

from __future__ import annotations

from itertools import product

from bot.questions.free.marks import Kind

_MOVED = """
    step steps stepped stepping|edge edges edged edging|inch inches inched inching|creep creeps crept creeping
    |bump bumps bumped bumping|push pushes pushed pushing|pull pulls pulled pulling|hop hops hopped hopping
    |crawl crawls crawled crawling|tick ticks ticked ticking|fly flies flew flown flying|race races raced racing
    |spring springs sprang sprung springing|zoom zooms zoomed zooming|pop pops popped popping|jump jumps jumped jumping
    |shoot shoots shot shooting|drift drifts drifted drifting|nudge nudges nudged nudging|sail sails sailed sailing
    |work works worked working|level levels leveled levelled leveling levelling|rank ranks ranked ranking
    |bounce bounces bounced bouncing|float floats floated floating|scoot scoots scooted scooting
    |shift shifts shifted shifting|get gets got gotten getting|go goes went gone going|move moves moved moving
    |come comes came coming|drop drops dropped dropping|fall falls fell fallen falling|slip slips slipped slipping
    |slide slides slid sliding|climb climbs climbed climbing|rise rises rose risen rising
    |leap leaps leapt leaped leaping
    |vault vaults vaulted vaulting|surge surges surged surging|dip dips dipped dipping
    |trend trends trended trending
"""
_BOTH_WAYS = tuple(form for verb in _MOVED.split("|") for form in verb.split())
_UPWARDS = ("up", "upward", "upwards", "higher", "up the table", "up the list", "up the ranking", "up the ranks")
_DOWNWARDS = (
    "down", "downward", "downwards", "lower", "backward", "backwards", "down the table", "down the list",
    "down the ranking", "down the ranks",
)  # fmt: skip

_COMPARING = frozenset(
    ["rank", "ranks", "ranked", "ranking", "come", "comes", "came", "coming", "get", "gets", "got", "gotten", "getting"]
)
"""Forms that with "higher" or "lower" compare two places: "which got a higher rank", "ranked higher than Paris"."""

_PLACES = ("places", "ranks", "spots", "positions", "slots", "rungs")
_WON = ("gained", "gain", "gains", "gaining", "picked up", "picks up", "added", "made up", "won", "gained the most")
_LOST = (
    "lost", "lose", "loses", "losing", "gave up", "gives up", "dropped", "shed", "sheds", "shedding", "conceded",
    "surrendered", "lost the most",
)  # fmt: skip
_STEEPLY = "a hit|a dive|a tumble|a nosedive|a plunge|a slide|a fall"


def _phrases(verbs: tuple[str, ...], ways: tuple[str, ...]) -> str:
    said = product(verbs, ways)
    return "|".join(f"{verb} {way}" for verb, way in said if verb not in _COMPARING or way not in ("higher", "lower"))


_UP_ALONE = "vaulted|catapulted|upped its rank|upped their rank|bettered its rank|improved its rank|improved their rank"
_DOWN_ALONE = """
    tanked|tanking|tanks|dipped|dips|dipping|nosediving|backslid|backslide|backsliding|flopped|plunging|plummeting
    |tumbling|crashing|declining|went south|going south|worsening|deteriorating|lost altitude
"""

MOTION: dict[Kind, str] = {
    Kind.UP: "|".join((_phrases(_BOTH_WAYS, _UPWARDS), _phrases(_WON, _PLACES), _UP_ALONE)),
    Kind.DOWN: "|".join(
        (
            _phrases(_BOTH_WAYS, _DOWNWARDS),
            _phrases(_LOST, _PLACES),
            "|".join(f"{took} {how}" for took in ("took", "take", "taken", "takes") for how in _STEEPLY.split("|")),
            _DOWN_ALONE,
        )
    ),
}
"""Phrases by meaning, parted by bars."""
