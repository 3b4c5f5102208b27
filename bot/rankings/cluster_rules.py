"""What must hold of the clusters of an edition beyond the schema of their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rankings.layout import CLUSTER_RANKS, EDITIONS, STATEMENTS
from bot.rankings.model import RANKS_PUBLISHED
from bot.rankings.records import Record, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.rankings.problems import Problem
    from bot.rankings.records import Records

SHARES = {"pct": "pct_share", "pub": "pub_share", "vc": "vc_share"}
"""Share column of each measure named in `editions.measures`."""

_CELLS = {"pct": ("pct_share", "pct_count"), "pub": ("pub_share", "pub_count"), "vc": ("vc_share",)}


def ranks_once(tables: Records) -> Iterator[Problem]:
    """A rank, and an intensity rank, belongs to one cluster of an edition."""
    for edition, rows in grouped(tables.of(CLUSTER_RANKS), "edition").items():
        for column, words in (("rank", "rank"), ("intensity_rank", "intensity rank")):
            for rank, holders in grouped(rows, column).items():
                for holder in holders[1:] if rank else ():
                    message = f"{words} {rank} of {edition} is already held by {holders[0]['name']}"
                    yield holder.problem(message, column)


def shares_within_whole(tables: Records) -> Iterator[Problem]:
    """No more than 100 per cent is shared out in an edition, rounding apart."""
    for edition, rows in grouped(tables.of(CLUSTER_RANKS), "edition").items():
        for column in SHARES.values():
            held = [(row, share) for row in rows if (share := row.number(column)) is not None and 0 <= share <= 100]
            total = sum(share for _, share in held)
            if total > 100 + sum(_half_unit(row, (column,)) for row, _ in held):
                message = f"the shares of {edition} add up to {total:.1f} per cent"
                largest = max(held, key=lambda entry: entry[1])[0]
                yield largest.problem(message, column)


def shares_measured(tables: Records) -> Iterator[Problem]:
    """A share or count is only held of what the edition measured (venture capital: from 2025)."""
    measures = _measures(tables)
    for row in tables.of(CLUSTER_RANKS):
        measured = measures.get(row["edition"])
        for measure, columns in _CELLS.items():
            for column in columns:
                if measured and measure not in measured and row[column]:
                    yield row.problem(f"the edition {row['edition']} did not measure this", column)


def totals_fall(tables: Records) -> Iterator[Problem]:
    """Where two neighbouring ranks have all shares of the method, the total of the lower rank is not larger.

    Tolerance: what rounding can do, half a unit of the last decimal for each share of both rows. That is 0.2
    for two shares with one decimal, 0.0002 with four. The tables as shipped need none of it.

    The editions with venture capital are left to `totals_expected_to_fall`.
    """
    for edition, measured in _measures(tables).items():
        if measured and "vc" not in measured:
            yield from _rising(tables, edition, measured)


def totals_expected_to_fall(tables: Records) -> Iterator[Problem]:
    """The same for editions with venture capital, where the sum of three shares is an inference from the press.

    What it finds is worth a look but does not make the tables unsound.
    """
    for edition, measured in _measures(tables).items():
        if "vc" in measured:
            yield from _rising(tables, edition, measured)


def counts_reached(tables: Records) -> Iterator[Problem]:
    """A published number of clusters of an economy is not smaller than the rows held.

    A cluster across borders counts once for each of its economies, as WIPO counts.
    """
    rows = grouped(tables.of(CLUSTER_RANKS), "edition")
    for statement in tables.of(STATEMENTS):
        published = statement.number("value")
        if statement["measure"] != "clusters_in_top_100" or published is None:
            continue
        held = clusters_of(statement["ref"], rows.get(statement["edition"], []))
        if held > published:
            message = f"{statement['value']} clusters are stated, {held} are held in {CLUSTER_RANKS.file}"
            yield statement.problem(message, "value")


def clusters_of(economy: str, rows: list[Record]) -> int:
    """Return how many of the rows lie, at least in part, in an economy."""
    return sum(economy in row.items("economies") for row in rows)


def ranks_held(rows: list[Record]) -> dict[int, Record]:
    """Return the rows of one edition by rank, leaving out what is no rank."""
    found = {int(rank): row for row in rows if (rank := row.number("rank")) is not None}
    return {rank: row for rank, row in sorted(found.items()) if 1 <= rank <= RANKS_PUBLISHED}


def _measures(tables: Records) -> dict[str, list[str]]:
    return {row["edition"]: row.items("measures") for row in tables.of(EDITIONS)}


def _rising(tables: Records, edition: str, measured: list[str]) -> Iterator[Problem]:
    columns = tuple(SHARES[measure] for measure in measured if measure in SHARES)
    by_rank = ranks_held(grouped(tables.of(CLUSTER_RANKS), "edition").get(edition, []))
    for rank, row in by_rank.items():
        above = by_rank.get(rank - 1)
        if above is None:
            continue
        total, total_above = _total(row, columns), _total(above, columns)
        if total is None or total_above is None:
            continue
        tolerance = _half_unit(row, columns) + _half_unit(above, columns) + 1e-9
        if total > total_above + tolerance:
            message = (
                f"rank {rank} of {edition} has the total share {total:.4g}, more than rank {rank - 1}"
                f" ({above['name']}, {total_above:.4g})"
            )
            yield row.problem(message, "rank")


def _total(row: Record, columns: tuple[str, ...]) -> float | None:
    shares = [row.number(column) for column in columns]
    held = [share for share in shares if share is not None]
    return sum(held) if len(held) == len(columns) else None


def _half_unit(row: Record, columns: tuple[str, ...]) -> float:
    """Return what rounding can have changed: the shares of a row are rounded alike, trailing zeros are not written."""
    decimals = max((row.decimals(column) for column in SHARES.values() if row[column]), default=0)
    return len(columns) * 0.5 * 10**-decimals
