"""Whether a file is about the edition it was given for."""

from __future__ import annotations

import re

from bot.rankings.problems import EditionMismatch, Problem

_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_PUBLICATION = re.compile(r"pub[-_]2000", re.IGNORECASE)
FIRST_INDEX = 2007
"""Edition of the first Global Innovation Index."""

VENTURE_CAPITAL_SINCE = 2025
"""First edition that counts venture-capital deals."""

INTENSITY_SINCE = 2020
"""First edition that ranks clusters by intensity."""

PUBLICATIONS_SINCE = 2018
"""First edition that counts scientific publications."""


def years_in(text: str) -> tuple[int, ...]:
    """Return the years a title or file name mentions; the 2000 of WIPO's publication number is none."""
    return tuple(year for found in _YEAR.findall(_PUBLICATION.sub("", text)) if (year := int(found)) >= FIRST_INDEX)


def require_edition(edition: int, text: str, problem: Problem) -> None:
    """Refuse a file whose name or title mentions years, none of which is the edition.

    Raises:
        EditionMismatch: `problem`, with the years added to its message.
    """
    years = years_in(text)
    if not years or edition in years:
        return
    named = ", ".join(str(year) for year in years)
    message = f"{problem.message} {named}, not the edition {edition} that was asked for"
    raise EditionMismatch(Problem(problem.file, message, problem.row, problem.column, problem.sheet))
