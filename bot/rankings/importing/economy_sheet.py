"""WIPO's economy workbook as published: the sheet `Data`, one row per economy and indicator, and `Economies`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.rankings.importing import cells
from bot.rankings.importing.cells import Findings
from bot.rankings.importing.headers import Cell, find_header, is_empty, named
from bot.rankings.importing.incoming import Draft, IncomingRow
from bot.rankings.layout import PILLAR_COLUMNS
from bot.rankings.problems import CellInvalid, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.rankings.importing.workbook import Sheet

DATA_SHEET = "data"
ECONOMIES_SHEET = "economies"

_STEMS: Mapping[str, str] = dict(
    zip(
        ("", "IN", "OUT", "IN.1", "IN.2", "IN.3", "IN.4", "IN.5", "OUT.6", "OUT.7"),
        PILLAR_COLUMNS,
        strict=True,
    )
)
"""Column stem by the number of an indicator; the index itself has none."""

_INDEX = "Global Innovation Index"
_INCOME_GROUPS = ("HI", "UM", "LM", "LI")

_FIELDS: Mapping[str, Callable[[str], bool]] = {
    "alpha3": named("iso3"),
    "number": named("num"),
    "name": named("name"),
    "score": named("score"),
    "rank": named("rank"),
}

_ECONOMY_FIELDS: Mapping[str, Callable[[str], bool]] = {
    "alpha3": named("iso3"),
    "income": named("income"),
    "region": named("reg un"),
}


@dataclass(frozen=True, slots=True)
class EconomySheets:
    """What the two sheets state: a row for each economy, and the regions of economies."""

    rows: tuple[IncomingRow, ...]
    regions: Mapping[str, str]


def read_economies(data: Sheet, economies: Sheet | None, codes: Mapping[str, str]) -> EconomySheets:
    """Read both sheets; `codes` maps ISO 3166 alpha-3 codes to alpha-2 codes.

    Raises:
        LayoutUnknown: a sheet has no header row with the columns that are needed.
        CellInvalid: everything that is wrong with single cells.
    """
    findings = Findings()
    found = _scores(data, codes, findings)
    incomes, regions = _groups(economies, codes, findings) if economies is not None else ({}, {})
    if not findings.problems:
        findings.problems += [problem for economy, draft in found.items() for problem in _absent(economy, draft, data)]
    for economy, draft in found.items():
        draft.put("income_group", *incomes.get(economy, ("", None)))
    if not found and not findings.problems:
        raise CellInvalid(Problem(data.file, "holds no economy", sheet=data.name))
    findings.settle()
    return EconomySheets(tuple(draft.row() for draft in found.values()), regions)


def _scores(sheet: Sheet, codes: Mapping[str, str], findings: Findings) -> dict[str, Draft]:
    found: dict[str, Draft] = {}
    for line in find_header(sheet, _FIELDS, frozenset(_FIELDS)).lines():
        stem = _stem(line)
        if stem is None:
            continue
        economy = _economy(line, codes, findings)
        rank = findings.take(cells.required(cells.economy_rank), line["rank"])
        score = findings.take(cells.required(cells.score), line["score"])
        if not economy:
            continue
        if economy not in found:
            found[economy] = Draft(line["alpha3"].row, sheet.name)
            found[economy].put("economy", economy, line["alpha3"])
        draft = found[economy]
        if f"{stem}_rank" in draft.cells:
            message = f"{economy} has this indicator twice"
            findings.problems += line["name"].invalid(message).problems
        draft.put(f"{stem}_rank", rank, line["rank"])
        draft.put(f"{stem}_score", score, line["score"])
    return found


def _absent(economy: str, draft: Draft, sheet: Sheet) -> Iterator[Problem]:
    """Yield the indicators that an economy has no row for."""
    for number, stem in _STEMS.items():
        if f"{stem}_rank" not in draft.cells:
            message = f"{economy} has no row for {f'the indicator {number}' if number else f'the {_INDEX}'}"
            yield Problem(sheet.file, message, row=draft.line, sheet=sheet.name)


def _stem(line: Mapping[str, Cell]) -> str | None:
    """Return the column stem of an indicator, `None` for the many below the pillars."""
    number = line["number"].value
    if is_empty(number):
        return _STEMS[""] if line["name"].value == _INDEX else None
    return _STEMS.get(str(number).strip()) if number else None


def _economy(line: Mapping[str, Cell], codes: Mapping[str, str], findings: Findings) -> str:
    alpha3 = findings.take(cells.text, line["alpha3"])
    if alpha3 and alpha3 not in codes:
        message = f'"{alpha3}" is not the code of an economy we know'
        findings.problems += line["alpha3"].invalid(message).problems
    return codes.get(alpha3, "")


def _groups(
    sheet: Sheet, codes: Mapping[str, str], findings: Findings
) -> tuple[dict[str, tuple[str, Cell]], dict[str, str]]:
    incomes: dict[str, tuple[str, Cell]] = {}
    regions: dict[str, str] = {}
    for line in find_header(sheet, _ECONOMY_FIELDS, frozenset(_ECONOMY_FIELDS)).lines():
        economy = _economy(line, codes, findings)
        incomes[economy] = findings.take(_income_group, line["income"]), line["income"]
        regions[economy] = "" if is_empty(line["region"].value) else findings.take(cells.text, line["region"])
    return incomes, {economy: region for economy, region in regions.items() if economy and region}


def _income_group(cell: Cell) -> str:
    group = "" if is_empty(cell.value) else cells.text(cell)
    if group in ("", "NA"):  # not classified by the World Bank
        return ""
    if group not in _INCOME_GROUPS:
        raise cell.invalid(f'"{group}" is none of {", ".join(_INCOME_GROUPS)}')
    return group
