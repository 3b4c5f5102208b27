"""Figures as they are written."""

from __future__ import annotations

import pytest

from bot.replies import formats


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (10.679, "10.7"),
        (9.0, "9.0"),
        (1.0, "1.0"),
        (0.5, "0.5"),
        (0.43, "0.43"),
        (0.0373, "0.04"),
        (0.0, "0.0"),
        (100.0, "100.0"),
    ],
)
def test_shares(amount: float, written: str) -> None:
    assert formats.decimals(amount) == written


@pytest.mark.parametrize(
    ("values", "written"),
    [
        ([2025], "2025"),
        ([2025, 2024], "2024 and 2025"),
        ([2021, 2022, 2023], "2021–2023"),
        ([2025, 2017, 2018, 2019], "2017–2019 and 2025"),
        ([17, 18, 20], "17, 18 and 20"),
    ],
)
def test_runs(values: list[int], written: str) -> None:
    assert formats.numbers(values) == written


def test_moves_and_lists() -> None:
    assert [formats.move(change) for change in (13, -2, 0)] == ["▲13", "▼2", "unchanged"]
    assert formats.joined(["A"]) == "A"
    assert formats.joined("ABC") == "A, B and C"
    assert formats.alternatives("AB") == "A or B"
    assert formats.flag("GB") == "🇬🇧"
