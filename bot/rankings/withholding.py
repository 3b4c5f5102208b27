"""The table as it was before an edition came out: in service until its release night, and under a rehearsal."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from bot.rankings.model import Cluster, ClusterRow, Edition, Rankings, Statement

RELEASE_DATE = "release_date_"
"""How the measures of published dates begin in `data/statements.csv`."""


def withhold(rankings: Rankings, edition: int) -> Rankings:
    """Return the table without anything of an edition or of newer ones, but for the dates given for their release.

    Clusters that only those name are left out, and the others bear the name they were last published under before.
    Economies and regions stay, because they are known apart from the index. Without anything to withhold, the same
    table is returned. At least one older edition must hold clusters.
    """
    editions = {year: held for year, held in rankings.editions.items() if year < edition}
    statements = tuple(_announced(rankings, edition))
    if len(editions) == len(rankings.editions) and statements == rankings.statements:
        return rankings
    histories = {
        cluster: kept
        for cluster, rows in rankings.histories.items()
        if (kept := tuple(row for row in rows if row.edition < edition))
    }
    cited = set(_cited(rankings, editions, statements))
    return replace(
        rankings,
        version=_version(rankings.version, edition),
        editions=MappingProxyType(editions),
        clusters=MappingProxyType(_clusters(rankings, histories, statements)),
        sources=MappingProxyType({id_: source for id_, source in rankings.sources.items() if id_ in cited}),
        statements=statements,
        histories=MappingProxyType(histories),
    )


def as_of(rankings: Rankings, edition: int) -> Rankings:
    """Return the table as it was when an edition was the newest."""
    return withhold(rankings, edition + 1)


def _announced(rankings: Rankings, edition: int) -> Iterator[Statement]:
    """Yield the statements of older editions; of others only release dates, without remarks from after the release."""
    for statement in rankings.statements:
        if statement.edition < edition:
            yield statement
        elif statement.measure.startswith(RELEASE_DATE):
            yield replace(statement, note="")


def _version(version: str, edition: int) -> str:
    """Return another hash of the same length; its first bytes differ too, and receipts keep no others."""
    return hashlib.sha256(f"{version} before {edition}".encode()).hexdigest()[: len(version)]


def _clusters(
    rankings: Rankings, histories: Mapping[str, tuple[ClusterRow, ...]], statements: Collection[Statement]
) -> dict[str, Cluster]:
    named = {statement.ref for statement in statements if statement.about == "cluster"}
    kept = {id_: cluster for id_, cluster in rankings.clusters.items() if id_ in histories or id_ in named}
    return {id_: _as_known(cluster, kept, histories.get(id_, ())) for id_, cluster in kept.items()}


def _as_known(cluster: Cluster, kept: Collection[str], rows: tuple[ClusterRow, ...]) -> Cluster:
    successors = tuple(other for other in cluster.successors if other in kept)
    return replace(
        cluster,
        name=rows[0].name if rows else cluster.name,
        successors=successors,
        note=cluster.note if successors == cluster.successors else "",
    )


def _cited(rankings: Rankings, editions: Mapping[int, Edition], statements: Collection[Statement]) -> Iterator[str]:
    """Yield the ids of the sources behind what is left."""
    for edition in editions.values():
        for held in (edition.method, *edition.rows.values(), *edition.economies.values()):
            yield from held.sources
    for held in (*statements, *rankings.regions.values()):
        yield from held.sources
