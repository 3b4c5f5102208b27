"""Opening a workbook from somewhere: what it is and how large it would become is settled before it is parsed."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.rankings.problems import (
    FileProtected,
    FileTooLarge,
    FileUnreadable,
    FormulaFound,
    ImportRefused,
    Problem,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

MAX_BYTES = 50_000_000
"""Largest file accepted, on disk. The largest workbook WIPO publishes has one million bytes."""

MAX_UNPACKED = 200_000_000
"""Largest total size of the parts of a workbook, unpacked. WIPO's has five million bytes."""

MAX_RATIO = 100
"""How many times smaller than its content a workbook may be, once unpacked to more than ten million bytes."""

MAX_ROWS = 50_000
MAX_COLUMNS = 60
"""Largest sheet read. WIPO's longest has 15,152 rows; columns beyond the limit are not looked at."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Sheet:
    """The values of one sheet. `rows[0]` is Excel's row 1; rows may differ in length."""

    file: str
    name: str
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets that were asked for, by folded name, and the titles of all sheets."""

    file: str
    titles: tuple[str, ...]
    sheets: Mapping[str, Sheet]


def fold(title: str) -> str:
    """Return a sheet's title as it is compared: without case and surplus spaces."""
    return " ".join(title.split()).casefold()


def require_size(path: Path) -> None:
    """Refuse what is no file, empty or too large, by its size on disk alone.

    Raises:
        FileUnreadable, FileTooLarge
    """
    if not path.is_file():
        problem = "is a directory; name a file" if path.is_dir() else "no such file"
        raise FileUnreadable(Problem(path.name or str(path), problem))
    size = path.stat().st_size
    if size == 0:
        raise FileUnreadable(Problem(path.name, "is empty"))
    if size > MAX_BYTES:
        message = f"has {size / 1e6:.0f} MB; at most {MAX_BYTES / 1e6:.0f} MB are accepted"
        raise FileTooLarge(Problem(path.name, message))


def is_workbook(path: Path) -> bool:
    """Return whether a file calls itself a workbook, or begins like one."""
    if path.suffix.casefold() in (".xlsx", ".xlsm", ".xls", ".xltx"):
        return True
    with path.open("rb") as file:
        start = file.read(8)
    return start.startswith((b"PK\x03\x04", _OLE))


def read_workbook(path: Path, wanted: Collection[str]) -> Workbook:
    """Read the values of the sheets whose folded titles are in `wanted`.

    Raises:
        FileUnreadable, FileTooLarge, FileProtected: what the file is.
        FormulaFound: a cell of a wanted sheet computes its value.
    """
    require_size(path)
    _require_readable_archive(path)
    import openpyxl  # noqa: PLC0415 - a fifth of a second, needed only when importing

    book: Any = None
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
        sheets = {fold(sheet.title): _values(path, sheet) for sheet in book if fold(sheet.title) in wanted}
        return Workbook(path.name, tuple(book.sheetnames), sheets)
    except ImportRefused:
        raise
    except Exception as error:  # a damaged workbook fails wherever the parser happens to be
        message = f"cannot be read as a workbook; it is damaged or incomplete ({type(error).__name__})"
        raise FileUnreadable(Problem(path.name, message)) from error
    finally:
        if book is not None:
            book.close()


def _require_readable_archive(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(_OLE):
        message = (
            "is protected by a password or in the old .xls format;"
            " open it in a spreadsheet program and save it as .xlsx without a password"
        )
        raise FileProtected(Problem(path.name, message))
    if not start.startswith(b"PK\x03\x04"):
        raise FileUnreadable(Problem(path.name, "is not an .xlsx workbook, whatever its name says"))
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise FileUnreadable(Problem(path.name, "is damaged or was cut off; download it again")) from error
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise FileProtected(Problem(path.name, "is protected by a password; save it without one"))
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, path.stat().st_size)
    if unpacked > MAX_UNPACKED or (unpacked > 10_000_000 and unpacked > MAX_RATIO * packed):
        message = f"unpacks to {unpacked / 1e6:.0f} MB, far more than a workbook of the index"
        raise FileTooLarge(Problem(path.name, message))
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise FileUnreadable(Problem(path.name, "is a ZIP archive but not an .xlsx workbook"))


def _values(path: Path, sheet: Any) -> Sheet:
    # The dimensions a workbook states may be wrong; without them every row present is read.
    sheet.reset_dimensions()
    rows: list[tuple[object, ...]] = []
    for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        if number > MAX_ROWS:
            message = f"has more than {MAX_ROWS} rows"
            raise FileTooLarge(Problem(path.name, message, row=number, sheet=sheet.title))
        for cell in row:
            if cell.data_type == "f":
                message = "is a formula; save the workbook with values only"
                raise FormulaFound(
                    Problem(path.name, message, row=number, column=cell.column_letter, sheet=sheet.title)
                )
        rows.append(tuple(cell.value for cell in row))
    return Sheet(path.name, sheet.title, tuple(rows))
