"""What a word means by the words beside it: "one" of "number one", "no" of "…, no?", "la" of "where is la"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.places.matches import ClusterPlace, Match
from bot.questions.free.marks import Kind, Mark
from bot.questions.free.spelling import plain
from bot.questions.free.tags import tagged
from bot.questions.free.vocabulary_languages import ONLY_FOREIGN
from bot.questions.refs import ClusterRef
from bot.rankings.model import RANKS_PUBLISHED

if TYPE_CHECKING:
    from bot.places.resolver import Resolver
    from bot.questions.words import Words

NUMBERING = frozenset(
    [
        "number",
        "no",
        "nr",
        "num",
        "rank",
        "position",
        "place",
        "spot",
        "nummer",
        "numéro",
        "número",
        "numero",
        "platz",
        "puesto",
        "lugar",
        "posição",
        "rang",
        "rank",
        "number",
    ]
) | {"on rank", "rank number", "ranked number", "in position", "no 1", "slot", "rung", "seat"}
"""Words after which a plain number is a rank."""

ALIASES = ("formerly", "formerly known as", "also known as", "aka", "previously known as", "once called", "once",
           "once known as", "better known as", "also called", "also", "or")  # fmt: skip
"""Words between two names of one place."""

CHANGING = (Kind.NEW, Kind.LEFT, Kind.UP, Kind.DOWN, Kind.MOVE)
"""Meanings by which something changed after an edition."""

POOR = ("poor", "rich", "wealthy", "poorest")
"""Words for the income of economies that are said of anybody."""

RANK_NOUNS = ("rank", "position", "spot", "in position", "rank number")
"""Those of them that are followed by a rank even before "cluster"."""

APPEARING = frozenset(("become", "became", "feature", "featured", "show up", "showed up", "got into", "represented"))
"""Verbs of being and having by which somebody comes into the list."""

PLACING = frozenset(
    (
        "ranked",
        "ranks",
        "placed",
        "at",
        "is at",
        "was at",
        "finished",
        "sits at",
        "stands at",
        "listed",
        "sitting at",
        "standing at",
        "currently at",
        "right at",
        "landing at",
        "in at",
        "coming in at",
    )
)
"""Words after which a number that ends what is said is a rank too."""

PARTS = ("part of", "a part of", "included in", "member of", "contained in", "inside")
"""Words for being in a cluster, and as well for being in the ranking."""

EXCEEDING = {"over": Kind.MORE_THAN, "above": Kind.MORE_THAN, "past": Kind.MORE_THAN, "exceed": Kind.MORE_THAN,
             "exceeds": Kind.MORE_THAN, "under": Kind.FEWER_THAN, "below": Kind.FEWER_THAN}  # fmt: skip
PORTIONS = ("share", "percent", "per cent", "%", "proportion", "fraction", "portion", "slice", "how concentrated")
"""How the words begin that ask for a share even where nothing is named to have one of; others are only verbs."""

ASKING_A_LIST = (Kind.ECONOMY, Kind.REGION, Kind.RANKING, Kind.FILLER, Kind.EDITION, Kind.WHERE, Kind.WHICH, Kind.LIST,
                 Kind.RANK, Kind.WITHIN, Kind.BEST, Kind.ORDINAL, Kind.PERSONAL)  # fmt: skip
"""What stands beside the name of an area where its clusters are wanted."""

TELLING = ONLY_FOREIGN - {"la", "es", "est", "que", "on", "y", "ou", "en", "im", "die", "oder"}
"""Words by which a sentence is known to be in another language; the others are also English, or in names."""

NAMES = frozenset((Kind.CLUSTER, Kind.ECONOMY, Kind.REGION))
MOVING = frozenset((Kind.UP, Kind.DOWN, Kind.MOVE))
WHOLE = ("top 100", "top hundred", "top100")
NUMBER_ONLY = ("just the number", "only the number")

LISTING = NAMES | {Kind.RANKING, Kind.EDITION, Kind.FILLER, Kind.CLUSTERS, Kind.MEASURE, Kind.LIST}
"""Meanings beside which "top 100" is how many are wanted."""

UNSETTLED = frozenset((Kind.NUMBER, Kind.MEMBER, Kind.EDITION, Kind.MOVE, Kind.MORE_THAN, Kind.RANKING, Kind.SOURCE,
                       Kind.LEFT, Kind.THAN))  # fmt: skip
UNSETTLED_WORDS = frozenset(("the hundred", "first", *EXCEEDING, "fall in", "falls in", "going to", "no longer in",
                             "dropped from", "all", "and", "inside", "no", "im", "la", "number", "ranked on", "list",
                             "list of", *POOR, "after", "over", "on", "against"))  # fmt: skip
"""What may mean something else by the words beside it (`_changed`): all other marks stay as they are."""

OPEN = frozenset((Kind.SHARE, Kind.OR, Kind.COMPARE, Kind.EDITION, Kind.CLUSTER, Kind.HOW_MANY, Kind.RELEASE,
                  Kind.CLUSTERS, Kind.BEFORE, Kind.MORE, Kind.PERSONAL))  # fmt: skip
OPEN_WORDS = frozenset((*WHOLE, "i live in", *NUMBER_ONLY, "how much", "one", "but", "last time", "in which"))
"""What may mean something else by the whole sentence (`_together`)."""


def settled(marks: tuple[Mark, ...], words: Words, resolver: Resolver) -> tuple[Mark, ...]:
    """Return the marks with those changed that mean something else by their surroundings."""
    foreign = not TELLING.isdisjoint(map(plain, words))
    changed = tuple(_changed(marks, place, resolver, foreign=foreign) for place in range(len(marks)))
    return tagged(_together(changed), words)


def _together(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Settle what only the whole sentence tells: "more than anyone else" is most, and "goes to" no share of nothing."""
    kinds = {mark.kind for mark in marks}
    counted, grouped, moving = Kind.HOW_MANY in kinds, Kind.CLUSTERS in kinds, not kinds.isdisjoint(MOVING)
    measured = not kinds.isdisjoint((Kind.MEASURE, Kind.PERCENT))
    named = [mark for mark in marks if mark.kind in NAMES]
    clusters = len({mark.value for mark in named if mark.kind is Kind.CLUSTER})
    announced = not named and not kinds.isdisjoint((Kind.WHEN, Kind.RELEASE, Kind.UPCOMING))
    resident = not grouped and any(plain(mark.text) == "i live in" for mark in marks)
    unrivalled = any(mark.kind is Kind.MOST and plain(mark.text).startswith("than ") for mark in marks)
    whole = bool(named) and not clusters and marks[0].kind is Kind.RANKING and kinds <= LISTING

    def settled(mark: Mark) -> Mark:
        text = plain(mark.text)
        if mark.kind not in OPEN and text not in OPEN_WORDS:
            return mark
        if whole and mark is marks[0] and text in WHOLE:
            return replace(mark, kind=Kind.WITHIN, value=RANKS_PUBLISHED)
        if unrivalled and mark.kind is Kind.MORE:
            return replace(mark, kind=Kind.FILLER)
        if mark.kind is Kind.SHARE and not (measured and not counted) and not text.startswith(PORTIONS):
            return replace(mark, kind=Kind.HAVE)
        if mark.kind in (Kind.OR, Kind.COMPARE) and named and mark.start < named[0].start and text in ("and", "or"):
            return replace(mark, kind=Kind.FILLER)
        if resident and (text == "i live in" or mark.kind is Kind.PERSONAL):
            return replace(mark, kind=Kind.FILLER)
        if mark.kind is Kind.EDITION and announced and "new" in text.split():  # "when is the new ranking due"
            return replace(mark, kind=Kind.RANKING, value=None)
        if mark.kind is Kind.CLUSTER and _renamed(marks, mark):
            return replace(mark, kind=Kind.FILLER)
        number = mark.kind is Kind.HOW_MANY and text in ("the number of", "number of")
        if (
            number
            and not measured
            and not grouped
            and any(x.kind is Kind.CLUSTER and x.start == mark.end for x in marks)
        ):
            return replace(mark, kind=Kind.RANK)
        if text in NUMBER_ONLY and grouped and not clusters:
            return replace(mark, kind=Kind.HOW_MANY)
        by = next((other for other in marks if other.end == mark.start), None)
        if mark.kind is Kind.HOW_MANY and measured and by is not None and plain(by.text) == "by":
            return replace(mark, kind=Kind.FILLER)
        after = next((other for other in marks if other.start >= mark.end and other.kind is not Kind.FILLER), None)
        if text == "how much" and after is not None and after.kind in (Kind.CLUSTERS, Kind.ECONOMIES):
            return replace(mark, kind=Kind.HOW_MANY)
        if text == "one" and mark is marks[-1] and clusters > 1 and mark.kind is Kind.NUMBER:
            return replace(mark, kind=Kind.CLUSTERS)
        if text == "but" and _excepts(marks, mark):
            return replace(mark, kind=Kind.EXCEPT)
        if (
            text == "last time"
            and clusters == 1
            and any(other.kind in (Kind.BEST, Kind.ORDINAL, Kind.WITHIN) for other in marks)
        ):
            return replace(mark, kind=Kind.WHEN, value=None)
        if text == "in which" and any(other.kind is Kind.PILLARS for other in marks):
            return replace(mark, kind=Kind.WHICH)
        if mark.kind is Kind.RELEASE and measured and text.startswith("publish"):
            return replace(mark, kind=Kind.HAVE)
        if mark.kind is Kind.CLUSTERS and moving and text == "places":
            return replace(mark, kind=Kind.RANK)
        dated = any(other.kind is Kind.EDITION and other.start == mark.end for other in marks)
        if mark.kind is Kind.BEFORE and clusters > 1 and not dated and text in ("before", "dethrone", "dethroned"):
            return replace(mark, kind=Kind.AHEAD)
        return mark

    return tuple(map(settled, marks))


def _renamed(marks: tuple[Mark, ...], name: Mark) -> bool:
    """Whether a name is only another of the one before it, or a part of it: "Chennai, formerly Madras"."""
    at = marks.index(name)
    before = marks[at - 1] if at else name
    if before is not name and before.end == name.start and isinstance(before.value, ClusterRef):
        return isinstance(name.value, ClusterRef) and before.value.id == name.value.id
    if at < 2 or plain(marks[at - 1].text) not in ALIASES or marks[at - 2].kind is not Kind.CLUSTER:
        return False
    one, two = marks[at - 2].value, name.value
    return isinstance(one, ClusterRef) and isinstance(two, ClusterRef) and one.id == two.id


def _excepts(marks: tuple[Mark, ...], but: Mark) -> bool:
    """Whether "but" takes something out: "every cluster but the Chinese ones"."""
    whole = any(plain(mark.text).split(" ")[0] in ("every", "all", "any", "each", "everyone", "anyone", "no", "nobody")
                for mark in marks if mark.end <= but.start)  # fmt: skip
    after = next((mark.kind for mark in marks if mark.start >= but.end and mark.kind is not Kind.FILLER), None)
    return whole and after in (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION)


def _changed(marks: tuple[Mark, ...], place: int, resolver: Resolver, *, foreign: bool) -> Mark:
    mark = marks[place]
    text = plain(mark.text)
    if mark.kind not in UNSETTLED and text not in UNSETTLED_WORDS:
        return mark
    before = marks[place - 1] if place else None
    after = marks[place + 1] if place + 1 < len(marks) else None
    if mark.value == RANKS_PUBLISHED and mark.kind is Kind.NUMBER and before is not None and _of_the(before):
        return replace(mark, kind=Kind.RANKING, text="top 100")
    if text == "the hundred" and [other.kind for other in marks[place + 1 : place + 3]] == [Kind.OR, Kind.ORDINAL]:
        return replace(mark, kind=Kind.NUMBER, value=RANKS_PUBLISHED)  # "the hundred and first" is one number
    named = any(other.kind in (Kind.CLUSTER, Kind.OUTSIDE, Kind.ECONOMY) for other in marks)
    listed = named and text in PARTS and _next(marks, place) in (Kind.RANKING, Kind.WITHIN)
    if mark.kind is Kind.MEMBER and listed:
        return replace(mark, kind=Kind.REACH)
    if text == "first" and mark.kind is Kind.ORDINAL and named:
        return replace(mark, kind=_first(marks, place))
    if (
        mark.kind is Kind.EDITION
        and "first" in text.split()
        and [other.text for other in marks[place + 1 :]][:1] == ["of"]
    ):
        of_place = _next(marks, place) in (Kind.CLUSTER, Kind.ECONOMY, Kind.OUTSIDE)  # "the first year of London"
        return replace(mark, kind=Kind.ELSEWHERE) if of_place else mark
    if mark.kind is Kind.MEMBER and text in ("belongs to", "belong to") and not named:
        return replace(mark, kind=Kind.HAVE)
    if mark.kind is Kind.NUMBER:
        return _number(mark, text, before, after, marks)
    if text in EXCEEDING and after is not None and after.kind is Kind.NUMBER and plain(after.text) != "one":
        return replace(mark, kind=EXCEEDING[text])
    if text in ("fall in", "falls in") and (after is None or after.kind is Kind.EDITION):
        return replace(mark, kind=Kind.DOWN)
    following = marks[place + 1 : place + 3]
    if mark.kind is Kind.MOVE and [other.kind for other in following] == [Kind.FILLER, Kind.CLUSTER]:
        if text.startswith("mov") and plain(following[0].text) == "to":  # somebody moved to Seoul
            return replace(mark, kind=Kind.PERSONAL)
        if text.startswith("happen") and plain(following[0].text) == "in":  # what happened in Paris
            return replace(mark, kind=Kind.ELSEWHERE)
    if text == "going to" and following and following[0].kind in (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION):
        return replace(mark, kind=Kind.HAVE)
    if text == "no longer in" and _next(marks, place) in (Kind.WITHIN, Kind.ORDINAL, Kind.BEST):
        return replace(mark, kind=Kind.NOT, text="no longer")
    if mark.kind is Kind.MORE_THAN and _next(marks, place) in (Kind.CLUSTER, Kind.ECONOMY, Kind.REGION):
        return replace(mark, kind=Kind.MORE)
    if text == "dropped from" and after is not None and after.kind is Kind.EDITION:
        return replace(mark, kind=Kind.DOWN)
    if (
        text == "all"
        and before is not None
        and plain(before.text).endswith("of")
        and _next(marks, place) is Kind.MEASURE
    ):
        return replace(mark, kind=Kind.FILLER)
    if text == "and" and place == 0:
        return replace(mark, kind=Kind.FILLER)
    if text == "inside" and _next(marks, place) is Kind.WITHIN:
        return replace(mark, kind=Kind.FILLER)
    if text == "no" and _next(marks, place) in (Kind.ECONOMY, Kind.REGION, Kind.CLUSTERS) and not foreign:
        return replace(mark, kind=Kind.NOT)
    if mark.kind is Kind.RANKING and "cluster" in text and _of_an_area(marks):
        return replace(mark, kind=Kind.CLUSTERS, text="list of clusters")
    if foreign and text in ("no", "im", "la"):
        return replace(mark, kind=Kind.FILLER)
    if text == "no" and mark.kind is Kind.FILLER and (after is None or after.kind is not Kind.NUMBER):
        return replace(mark, kind=Kind.NOT if before is not None and after is not None else Kind.FILLER)
    if text == "number" and mark.kind is Kind.FILLER and _number_of_it(before, after, marks):
        return replace(mark, kind=Kind.RANK)
    if text == "ranked on" and _next(marks, place) is Kind.RANKING:
        return replace(mark, kind=Kind.RANK)
    if mark.kind is Kind.SOURCE and _purpose(marks, place):
        return replace(mark, kind=Kind.PERSONAL)
    if text in ("list", "list of") and before is not None and before.kind is Kind.EDITION:
        return replace(mark, kind=Kind.RANKING)
    if text in POOR and not any(other.kind is Kind.ECONOMIES for other in marks):
        return replace(mark, kind=Kind.PERSONAL)
    if mark.kind is Kind.LEFT and text.endswith(" from") and after is not None and after.kind is Kind.EDITION:
        return replace(mark, kind=Kind.DOWN)
    dated = after is not None and after.kind is Kind.EDITION
    if mark.kind is Kind.THAN and dated and any(other.kind is Kind.MOVE for other in marks):
        return replace(mark, kind=Kind.COMPARE)
    if text == "after" and dated and any(other.kind in CHANGING for other in marks):
        return replace(mark, kind=Kind.SINCE, value=None)
    if text in ("over", "on", "against") and after is not None and after.kind is Kind.EDITION and _moves(marks):
        relative = isinstance(after.value, int) and after.value <= 0
        return replace(mark, kind=Kind.COMPARE if relative else Kind.FILLER)
    if text == "la" and not foreign and mark.kind is not Kind.CLUSTER:
        found = resolver.exact_place("LA")
        if isinstance(found, Match) and isinstance(found.place, ClusterPlace):
            return replace(mark, kind=Kind.CLUSTER, value=ClusterRef(found.place.id, found.matched, found.via))
    return mark


def _of_an_area(marks: tuple[Mark, ...]) -> bool:
    """Whether a list is asked for by the name of an area alone: "the Indian cluster list", "cluster ranking Japan"."""
    areas = any(mark.kind in (Kind.ECONOMY, Kind.REGION) for mark in marks)
    return areas and all(mark.kind in ASKING_A_LIST for mark in marks)


def _first(marks: tuple[Mark, ...], place: int) -> Kind:
    """Return what "first" means: when somebody came in ("when did Oslo first make the list"), or a rank.

    When somebody first got something else, no rule knows.
    """
    when = any(mark.kind in (Kind.WHEN, Kind.HOW_LONG) for mark in marks)
    if not when or any(mark.kind in (Kind.BEST, Kind.AHEAD, Kind.MOST) for mark in marks):
        return Kind.ORDINAL
    after = marks[place + 1] if place + 1 < len(marks) else None
    owned = place > 0 and marks[place - 1].text.casefold().endswith(("'s", "’s"))
    if after is None:  # "which edition was Oslo's first"
        return Kind.NEW if owned else Kind.ORDINAL
    elsewhere = any(mark.kind is Kind.CLUSTERS and "cluster" not in plain(mark.text) for mark in marks)
    ranked = after.kind is Kind.RANK and place + 2 == len(marks) and marks[place - 1].kind is not Kind.COPULA
    if after.kind in (Kind.REACH, Kind.NEW) or plain(after.text) in APPEARING or ranked:
        return Kind.ELSEWHERE if elsewhere else Kind.NEW
    return Kind.ELSEWHERE if after.kind is Kind.HAVE else Kind.ORDINAL


def _of_the(before: Mark) -> bool:
    """Whether words point to the hundred that all know: "how many of the hundred"."""
    return plain(before.text).split(" ")[-1] == "the"


def _next(marks: tuple[Mark, ...], place: int) -> Kind | None:
    """Return the meaning of the next mark that is not just said around the others."""
    return next((mark.kind for mark in marks[place + 1 :] if mark.kind is not Kind.FILLER), None)


def _number(mark: Mark, text: str, before: Mark | None, after: Mark | None, marks: tuple[Mark, ...]) -> Mark:
    """Tell a rank ("number 7"), a share ("40 %") and a pronoun ("which one") from a plain number."""
    if after is not None and after.kind is Kind.SHARE and plain(after.text) in ("%", "percent", "per cent"):
        return replace(mark, kind=Kind.PERCENT)
    numbered = before is not None and plain(before.text) in NUMBERING
    plainly = before is not None and plain(before.text).split(" ")[-1] in ("number", "no", "nr", "num")
    single = (
        before is not None
        and before.kind is Kind.COPULA
        and text != "one"
        and not any(
            mark.kind in (Kind.HOW_MANY, Kind.MEASURE, Kind.CLUSTER, Kind.ECONOMY, Kind.REGION) for mark in marks
        )
    )
    last = after is None or after.kind in (Kind.EDITION, Kind.FILLER, Kind.CHECK)
    numbered = numbered or (before is not None and last and (plain(before.text) in PLACING or single))
    plainly = plainly or (numbered and before is not None and _ranked_one(before, after, marks))
    if plainly or (numbered and (after is None or after.kind not in (Kind.CLUSTERS, Kind.ECONOMIES))):
        return replace(mark, kind=Kind.ORDINAL)
    counted = after is not None and after.kind in (Kind.CLUSTERS, Kind.ECONOMIES)
    nth = any(one.kind is Kind.ORDINAL and two is before for one, two in pairwise(marks))  # "the second best one"
    if text == "one" and nth and not counted:
        return replace(mark, kind=Kind.CLUSTERS)
    if text == "one" and not counted and not (before is not None and before.kind in (Kind.BEST, Kind.WORST, Kind.HAVE)):
        return replace(mark, kind=Kind.CLUSTERS)
    return mark


def _ranked_one(before: Mark, after: Mark | None, marks: tuple[Mark, ...]) -> bool:
    """Whether a number before "cluster" is a rank: "position 100 cluster 2022", but not "place 10 clusters by …"."""
    singular = after is not None and not plain(after.text).endswith("s")
    measured = any(mark.kind in (Kind.MEASURE, Kind.ECONOMY, Kind.REGION) for mark in marks)
    return plain(before.text) in RANK_NOUNS and (singular or not measured)


def _number_of_it(before: Mark | None, after: Mark | None, marks: tuple[Mark, ...]) -> bool:
    """Whether "number" is that of a place: "what is our number", "Toronto, number please"."""
    counted = (Kind.NUMBER, Kind.ORDINAL, Kind.EDITION, Kind.CLUSTERS, Kind.ECONOMIES, Kind.MEASURE, Kind.OR)
    owned = before is None or before.kind in (Kind.PERSONAL, Kind.WHICH, Kind.CLUSTER, Kind.OUTSIDE)
    owned = owned or (before is not None and plain(before.text) in ("its", "their", "the", "that", "a", "it"))
    counting = any(mark.kind in (Kind.HOW_MANY, Kind.MEASURE, Kind.SHARE) for mark in marks)
    dated = after is not None and after.kind is Kind.EDITION and before is not None and before.kind is Kind.PERSONAL
    return owned and not counting and (after is None or dated or after.kind not in counted)


def _purpose(marks: tuple[Mark, ...], place: int) -> bool:
    """Whether words say what an answer is for: "for a pull quote"."""
    said: list[str] = []
    for mark in reversed(marks[:place]):
        if mark.kind not in (Kind.FILLER, Kind.PERSONAL):
            break
        said += plain(mark.text).split(" ")
    return "for" in said and not {"a", "an", "my", "our", "the", "this"}.isdisjoint(said)


def _moves(marks: tuple[Mark, ...]) -> bool:
    """Whether something is said to move."""
    return any(mark.kind in MOVING for mark in marks)
