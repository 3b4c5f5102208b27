"""From a published name to the stable id of a cluster."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.rankings.layout import CLUSTER_RANKS, CLUSTERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.rankings.tables import Tables

_STATE = re.compile(r", [A-Z]{2}$")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_DOUBLY_ENCODED = re.compile("[ÃÂâÄÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def clean_name(text: str) -> str:
    """Return a published name without damage: stray Windows-1252 bytes, UTF-8 encoded twice, surplus spaces."""
    text = "".join(_from_windows(character) for character in text)
    if _DOUBLY_ENCODED.search(text):
        with suppress(UnicodeError):  # it may only look like it
            text = text.encode("cp1252").decode("utf-8")
    return unicodedata.normalize("NFC", re.sub(" ?– ?", "–", " ".join(text.split())))


def without_state(name: str) -> str:
    """Return a name without the code of a state or province at its end: `Seattle, WA` becomes `Seattle`."""
    return _STATE.sub("", name)


def slug(name: str) -> str:
    """Return a name as an id: lower case without accents, words joined by hyphens."""
    plain = _APOSTROPHES.sub("", name.casefold()).translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return "-".join(re.findall(r"[a-z0-9]+", plain))


@dataclass(slots=True)
class Names:
    """The clusters known by each name, with the economies they lie in.

    Filled while resolving: `new` maps ids of clusters not known before to their names, `taken` maps names that were
    only recognised by the city they begin with to the id of the cluster.
    """

    ids: Mapping[str, set[str]]
    leading: Mapping[str, set[str]]
    spellings: Mapping[str, str]
    economies: Mapping[str, set[str]]
    renames: Mapping[str, str]
    new: dict[str, str] = field(default_factory=dict[str, str])
    taken: dict[str, str] = field(default_factory=dict[str, str])

    def resolve(self, published: str, economies: tuple[str, ...]) -> tuple[str, str]:
        """Return the id and the name of a cluster as published in some edition; an unknown name gets a new id.

        A name only stands for a known cluster that lies in one of `economies`, so that Cambridge in Massachusetts is
        not taken for the British one. Clusters are named after their largest city first, so an unknown name that
        begins with the same city as one known cluster is taken for it: Brussels for Brussels–Antwerp.
        """
        name = clean_name(published)
        plain = without_state(name)
        for form in (name, plain):
            if form in self.renames:
                return self.renames[form], plain
        for form in (name, plain):
            for cluster in sorted(self.ids.get(slug(form), ())):
                if self._lies_in(cluster, economies):
                    return cluster, self.spellings.get(slug(plain), plain)
        led = [c for c in self.leading.get(slug(_leading_city(plain)), ()) if self._lies_in(c, economies)]
        if len(led) == 1:
            self.taken[plain] = led[0]
            return led[0], plain
        cluster = slug(plain)
        if cluster in self.economies:
            cluster = "-".join((cluster, *(code.casefold() for code in economies[:1])))
        self.new[cluster] = plain
        return cluster, plain

    def _lies_in(self, cluster: str, economies: tuple[str, ...]) -> bool:
        known = self.economies[cluster]
        return not known or not economies or bool(known & set(economies))


def known_names(tables: Tables, renames: Mapping[str, str]) -> Names:
    """Collect the names of all clusters in all editions held. `renames` maps further names to ids of clusters."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    leading: defaultdict[str, set[str]] = defaultdict(set)
    spellings: dict[str, str] = {}
    economies: defaultdict[str, set[str]] = defaultdict(set)
    named = [(cluster, name, "") for cluster, name, *_ in tables.rows(CLUSTERS)]
    named += [(row[2], row[3], row[4]) for row in tables.rows(CLUSTER_RANKS)]
    for cluster, name, codes in named:
        ids[slug(name)].add(cluster)
        leading[slug(_leading_city(name))].add(cluster)
        spellings.setdefault(slug(name), name)
        economies[cluster].update(code for code in codes.split(";") if code)
    further = {clean_name(name): cluster for name, cluster in renames.items()}
    return Names(ids, leading, spellings, economies, further)


def _leading_city(name: str) -> str:
    """Return the city a name begins with: Brussels of Brussels–Antwerp, Washington of Washington, DC–Baltimore."""
    return re.split("[–—/,]|(?<=[a-z])-(?=[A-Z])", name)[0]


def _from_windows(character: str) -> str:
    """Return what a C1 control character meant in Windows-1252, where it is a letter or a sign."""
    if not "\x80" <= character <= "\x9f":
        return character
    return bytes([ord(character)]).decode("cp1252", errors="replace").replace("\ufffd", "")
