"""What must hold of the clusters of an edition beyond the schema of their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rankings.layout import CLUSTER_RANKS, EDITIONS, STATEMENTS
from bot.rankings.model import RANKS_PUBLISHED
from bot.rankings.records import Record, at_fault, grouped, imported_last

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
                first, *others = imported_last(holders)
                for holder in others if rank else ():
                    message = f"{words} {rank} of {edition} is already held by {first['name']}"
                    both = sorted((first["cluster_id"], holder["cluster_id"]))
                    yield holder.problem(message, column, (column, rank, *both))


def shares_within_whole(tables: Records) -> Iterator[Problem]:
    """No more than 100 per cent is shared out in an edition, rounding apart."""
    for edition, rows in grouped(tables.of(CLUSTER_RANKS), "edition").items():
        for column in SHARES.values():
            held = [(row, share) for row in rows if (share := row.number(column)) is not None and 0 <= share <= 100]
            total = sum(share for _, share in held)
            if total > 100 + sum(_half_unit(row, (column,)) for row, _ in held):
                message = f"the shares of {edition} add up to {total:.1f} per cent"
                imported = [entry for entry in held if entry[0].origin.imported]
                largest = max(imported or held, key=lambda entry: entry[1])[0]
                yield largest.problem(message, column, (column, f"{total:.4f}"))


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
        economy, value = statement["ref"], statement["value"]
        held = [row for row in rows.get(statement["edition"], []) if economy in row.items("economies")]
        if len(held) <= published:
            continue
        subject = (economy, value, str(len(held)))
        last = imported_last(held)[-1]
        if last.origin.imported:
            message = f"{economy} has {len(held)} clusters with this one; {value} are stated in {STATEMENTS.file}"
            yield last.problem(message, "economies", subject)
        else:
            message = f"{value} clusters are stated, {len(held)} are held in {CLUSTER_RANKS.file}"
            yield statement.problem(message, "value", subject)


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
            blamed = at_fault(above, row)
            if blamed is row:
                message = (
                    f"rank {rank} of {edition} has the total share {total:.4g}, more than rank {rank - 1}"
                    f" ({above['name']}, {total_above:.4g})"
                )
            else:
                message = (
                    f"rank {rank - 1} of {edition} has the total share {total_above:.4g}, less than rank {rank}"
                    f" ({row['name']}, {total:.4g})"
                )
            pair = (above["cluster_id"], f"{total_above:.4f}", row["cluster_id"], f"{total:.4f}")
            yield blamed.problem(message, "rank", pair)


def _total(row: Record, columns: tuple[str, ...]) -> float | None:
    shares = [row.number(column) for column in columns]
    held = [share for share in shares if share is not None]
    return sum(held) if len(held) == len(columns) else None


def _half_unit(row: Record, columns: tuple[str, ...]) -> float:
    """Return what rounding can have changed: the shares of a row are rounded alike, trailing zeros are not written."""
    decimals = max((row.decimals(column) for column in SHARES.values() if row[column]), default=0)
    return len(columns) * 0.5 * 10**-decimals
