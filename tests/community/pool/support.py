"""What tests of the pool share: tables with something withheld, a pool in play, and entries at random."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.community.pool.actions import Entered, Opened, Tick
from bot.community.pool.claims import packed
from bot.community.pool.game import PoolGame
from bot.community.pool.model import Baseline, Entry, HowMany, Leader, TopFive, Will
from bot.questions.assertions import Ahead
from bot.questions.queries import Claim
from bot.questions.refs import ClusterRef
from bot.rankings.model import Measure

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from bot.community.pool.actions import Action
    from bot.community.pool.model import Prompt
    from bot.community.pool.state import Pool
    from bot.rankings.model import Rankings

GAME = PoolGame()
OPENS = datetime(2026, 9, 1, 12, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=7)
AFTER = CLOSES + timedelta(days=1)
PERSON = 500_000_000_000_000_000
"""Those who enter have this id plus 1, 2, 3 …"""

IDS = (
    "tokyo-yokohama",
    "shenzhen-hong-kong-guangzhou",
    "beijing",
    "seoul",
    "san-jose-san-francisco",
    "osaka-kobe-kyoto",
    "boston-cambridge",
)


def before(rankings: Rankings, year: int) -> Rankings:
    """Return the table as it was before an edition came out."""
    return replace(
        rankings,
        version="bef04e",
        editions={each: edition for each, edition in rankings.editions.items() if each < year},
        statements=tuple(each for each in rankings.statements if each.edition < year),
        histories={
            cluster: tuple(row for row in rows if row.edition < year) for cluster, rows in rankings.histories.items()
        },
    )


def without_ranks(rankings: Rankings, year: int, ranks: Iterable[int]) -> Rankings:
    """Return the table with some ranks of an edition gone, and who held them."""
    edition = rankings.editions[year]
    gone = {edition.by_rank[rank].cluster for rank in ranks}
    left = replace(
        edition,
        rows={cluster: row for cluster, row in edition.rows.items() if cluster not in gone},
        by_rank={rank: row for rank, row in edition.by_rank.items() if row.cluster not in gone},
        ranked=tuple(row for row in edition.ranked if row.cluster not in gone),
        by_economy={
            code: tuple(row for row in rows if row.cluster not in gone) for code, rows in edition.by_economy.items()
        },
    )
    return replace(rankings, version="9a9500", editions={**rankings.editions, year: left})


def ahead(rankings: Rankings, first: str, second: str) -> Will:
    return Will(packed(Claim(Ahead(ClusterRef(first, first), ClusterRef(second, second))), rankings))


def prompts(rankings: Rankings) -> tuple[Prompt, ...]:
    """Return one prompt of each kind; of the claims, one that is so in 2022 and one that is not."""
    return (
        TopFive(),
        Leader(Measure.PATENTS),
        HowMany("DE"),
        ahead(rankings, "tokyo-yokohama", "seoul"),
        ahead(rankings, "seoul", "tokyo-yokohama"),
    )


def opened(asked: tuple[Prompt, ...], baseline: Baseline | None = None, edition: int = 2022) -> Opened:
    nothing = Baseline((None,) * len(asked), ())
    return Opened(1, "a1b2c3", edition, CLOSES, asked, nothing if baseline is None else baseline)


def some_entry(chance: random.Random) -> Entry:
    """Return an entry to `prompts`."""
    order = tuple(chance.sample(IDS, 5))
    return Entry((order, chance.choice(IDS), chance.randint(0, 100), chance.randint(0, 100), chance.randint(0, 100)))


def salt(number: int) -> str:
    return f"{number:032x}"


def played(actions: Iterable[tuple[Action, datetime]]) -> Pool:
    """Return what actions at their times make of a pool."""
    state: Pool | None = None
    for action, at in actions:
        state = GAME.apply(state, action, at).state
    assert state is not None
    return state


def locked(asked: tuple[Prompt, ...], entries: Iterable[Entry], baseline: Baseline | None = None) -> Pool:
    """Return a pool that was locked with some entries."""
    entered = [(Entered(PERSON + number, entry, salt(number)), OPENS) for number, entry in enumerate(entries, start=1)]
    return played([(opened(asked, baseline), OPENS), *entered, (Tick(), CLOSES)])
