"""The package's own description, applied: types, constraints and keys as `datapackage.json` states them."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.rankings.layout import LAYOUTS
from bot.rankings.problems import Problem
from bot.rankings.tables import Tables, as_csv

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

DESCRIPTOR = "datapackage.json"
RULE = "schema"
"""The rule that a problem found here breaks."""

_TYPES = {"integer": "a whole number", "number": "a number", "boolean": "true or false"}
_CONSTRAINT = re.compile(r'constraint "(?P<name>\w+)" is "(?P<value>.*)"', re.DOTALL)


def schema_problems(tables: Tables, directory: Path, changed: Collection[str] | None = None) -> list[Problem]:
    """Validate `tables` against the descriptor in `directory` with Frictionless.

    Tables of the package that are not in `tables` (the place names) are validated as they lie in `directory`. With
    `changed`, the names of tables, only those and what they refer to are validated.
    """
    from frictionless import Package  # noqa: PLC0415 - half a second, needed only when checking

    with tempfile.TemporaryDirectory(prefix="clusterbot-check-") as name:
        merged = Path(name)
        descriptor = json.loads((directory / DESCRIPTOR).read_text(encoding="utf-8"))
        if changed is not None:
            descriptor["resources"] = list(_with_referenced(descriptor["resources"], set(changed)))
        (merged / DESCRIPTOR).write_text(json.dumps(descriptor), encoding="utf-8")
        for resource in descriptor["resources"]:
            if resource["name"] not in LAYOUTS and (directory / resource["path"]).is_file():
                shutil.copyfile(directory / resource["path"], merged / resource["path"])
        for layout in LAYOUTS.values():
            # In the order of `tables`, so that a row number leads back to the row's origin.
            (merged / layout.file).write_bytes(as_csv(layout, tables.rows(layout), sort=False))
        report: Any = Package(str(merged / DESCRIPTOR)).validate()
    found = [Problem(DESCRIPTOR, error.note, rule=RULE, subject=(error.type,)) for error in report.errors]
    for task in report.tasks:
        found += [_problem(error, task.name, tables, directory) for error in task.errors]
    return found


def _with_referenced(resources: list[Any], names: set[str]) -> Iterator[Any]:
    """Yield the resources of those names and the ones their foreign keys refer to."""
    keys = {resource["name"]: resource["schema"].get("foreignKeys", []) for resource in resources}
    wanted = names | {key["reference"]["resource"] for name in names for key in keys.get(name, [])}
    return (resource for resource in resources if resource["name"] in wanted)


def _problem(error: Any, table: str, tables: Tables, directory: Path) -> Problem:
    number: int | None = getattr(error, "row_number", None)
    column = _column(error)
    if number is None or table not in tables.origins:
        subject = (table, str(number), column or "", error.type)
        file = str(directory / f"{table}.csv")
        return Problem(file, _message(error), row=number, column=column, rule=RULE, subject=subject)
    layout = LAYOUTS[table]
    cells = dict(zip(layout.columns, tables.rows(layout)[number - 2], strict=True))
    subject = (table, *(cells[part] for part in layout.key), column or "", cells.get(column or "", ""), error.type)
    edition = int(cells["edition"]) if cells.get("edition", "").isdecimal() else None
    found = tables.origins[table][number - 2].problem(_message(error), column, edition=edition, subject=subject)
    return replace(found, rule=RULE)


def _column(error: Any) -> str | None:
    if error.type == "foreign-key":
        return ", ".join(error.field_names)
    return getattr(error, "field_name", None) or None


def _message(error: Any) -> str:
    if error.type == "type-error":
        wanted = next((words for kind, words in _TYPES.items() if f'"{kind}' in error.note), "of the right type")
        return f'"{error.cell}" is not {wanted}'
    if error.type == "foreign-key":
        return f'"{"; ".join(map(str, error.field_cells))}" is not in {error.reference_name}.csv'
    if error.type == "primary-key":
        return "the row has the same key as one before it, or none"
    if error.type == "unique-error":
        return f'"{error.cell}" stands in another row too'
    if match := _CONSTRAINT.fullmatch(error.note):
        return _constraint_message(error.cell, match["name"], match["value"])
    return error.note or error.title


def _constraint_message(cell: str, name: str, value: str) -> str:
    if name == "required":
        return "a value is needed here"
    if name in ("minimum", "maximum") and not cell.strip("-").isalpha():
        return f"{cell} is {'less' if name == 'minimum' else 'more'} than {value}"
    if name in ("minimum", "maximum"):
        return f'"{cell}" is not a number'
    if name == "enum":
        return f'"{cell}" is none of {value.strip("[]").replace(chr(39), "")}'
    return f'"{cell}" does not have the form {value}'
