"""What can be wrong with the tables or a file to import: one record per problem, one family of errors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where.

    `file` is the file as a person would look for it; `row` is its line (CSV) or Excel row, counted from 1;
    `column` is the header of a table's column, or letter and header of a sheet's (`H "Total"`). `None` where
    there is no such place.

    `rule` names the rule that is broken, `edition` the edition it is broken in, `subject` what breaks it, such as two
    clusters and the rank both hold: what the same problem has in common wherever it is found and however it is worded.
    """

    file: str
    message: str
    row: int | None = None
    column: str | None = None
    sheet: str | None = None
    rule: str = ""
    edition: int | None = None
    subject: tuple[str, ...] = ()

    @property
    def identity(self) -> tuple[str, int | None, tuple[str, ...]]:
        """What is wrong, apart from the place where it shows and the words it is told in."""
        return self.rule, self.edition, self.subject

    def __str__(self) -> str:
        """Return one line: place first, then what is wrong there."""
        place = [self.file]
        if self.sheet is not None:
            place.append(f'sheet "{self.sheet}"')
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.message}"


class DataError(Exception):
    """The data cannot be used. `problems` holds everything that was found, in the order it was found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class TableUnreadable(DataError):
    """A CSV file of the package or its overlay is absent, not UTF-8, or has other columns than its table."""


class TablesUnsound(DataError):
    """The tables can be read but break a rule of the package."""


class ImportRefused(DataError):
    """A file to import cannot be accepted; nothing was changed."""


class FileUnreadable(ImportRefused):
    """Not a file, empty, truncated, or of another kind than its name says."""


class FileTooLarge(ImportRefused):
    """Larger on disk, or once unpacked, than any published workbook could be."""


class FileProtected(ImportRefused):
    """Protected by a password, or in the old binary format, which cannot be told apart from outside."""


class FormulaFound(ImportRefused):
    """A cell computes its value, so that what it says depends on the program that opens it."""


class LayoutUnknown(ImportRefused):
    """No sheet or header row of a layout that is known."""


class CellInvalid(ImportRefused):
    """A cell holds what its column cannot: a text for a rank, a share of 103, a rank twice."""


class EditionMismatch(ImportRefused):
    """The file is about another edition than was given, or holds what that edition did not measure."""


class ResultUnsound(ImportRefused):
    """The file can be read, but the tables would break a rule of the package with it."""


class TablesMoved(ImportRefused):
    """The tables changed between the comparison and the writing."""


class NotWritable(ImportRefused):
    """The tables cannot be written where they would have to be."""
