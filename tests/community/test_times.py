"""Times in the ways people write them, seen from a Wednesday at noon in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.community.times import FURTHEST, TIME_LIMIT, TimeProblem, read_time

NOW = datetime(2026, 9, 16, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("29 September 2026 18:00", "2026-09-29 18:00"),
        ("1 sept 18:00", "2027-09-01 18:00"),
        ("Sept 29, 6:30 pm", "2026-09-29 18:30"),
        ("Sept 29 at 6 p.m.", "2026-09-29 18:00"),
        ("29th of September 2026, 9am", "2026-09-29 09:00"),
        ("29.09. 18:00", "2026-09-29 18:00"),
        ("16.09.2027 10:00", "2027-09-16 10:00"),
        ("3.4.2027 10:00", "2027-04-03 10:00"),
        ("29/09/2026 18:00", "2026-09-29 18:00"),
        ("09/29/2026 18:00", "2026-09-29 18:00"),
        ("2026-09-29", "2026-09-29 00:00"),
        ("2027-04-03 10:00", "2027-04-03 10:00"),
        ("2026-09-29T08:00Z", "2026-09-29 08:00"),
        ("2027-01-01T10:00:00+02:00", "2027-01-01 08:00"),
        ("29 sept", "2026-09-29 00:00"),
        ("in 2 hours", "2026-09-16 14:00"),
        ("in 90 minutes", "2026-09-16 13:30"),
        ("2d 3h", "2026-09-18 15:00"),
        ("in 3 weeks", "2026-10-07 12:00"),
        ("in 2 months", "2026-11-16 12:00"),
        ("in 18h", "2026-09-17 06:00"),
        ("tomorrow 18:00", "2026-09-17 18:00"),
        ("tomorrow at noon", "2026-09-17 12:00"),
        ("18:00", "2026-09-16 18:00"),
        ("10:00", "2026-09-17 10:00"),
        ("8pm", "2026-09-16 20:00"),
        ("midnight", "2026-09-17 00:00"),
        ("friday", "2026-09-18 00:00"),
        ("wednesday 14:00", "2026-09-16 14:00"),
        ("wednesday 10:00", "2026-09-23 10:00"),
        ("next wednesday 14:00", "2026-09-23 14:00"),
        ("mercredi 14:00", "2026-09-16 14:00"),
        ("demain 18h", "2026-09-17 18:00"),
        ("29 septembre 2026 à 18h30", "2026-09-29 18:30"),
        ("morgen 18 Uhr", "2026-09-17 18:00"),
        ("mañana a las 18:00", "2026-09-17 18:00"),
        ("1790000000", "2026-09-21 14:13:20"),
        ("<t:1790000000:f>", "2026-09-21 14:13:20"),
        ("<t:1790000000>", "2026-09-21 14:13:20"),
    ],
)
def test_a_time_is_read_as_the_next_such_moment_in_utc(text: str, meant: str) -> None:
    assert read_time(text, NOW) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("friday 8pm CET", "2026-09-18 19:00"),
        ("friday 8pm CEST", "2026-09-18 18:00"),
        ("8 pm EST", "2026-09-17 01:00"),
        ("8pm ET", "2026-09-17 00:00"),
        ("1 december 8pm ET", "2026-12-02 01:00"),
        ("18:00 UTC+5:30", "2026-09-16 12:30"),
        ("wednesday 23:30 EST", "2026-09-17 04:30"),
        ("29 sept 9am Europe/Berlin", "2026-09-29 07:00"),
        ("1 december 9am Europe/Berlin", "2026-12-01 08:00"),
        ("8pm Asia/Tokyo", "2026-09-17 11:00"),
        ("25 oct 2026 02:30 Europe/Berlin", "2026-10-25 00:30"),
        ("28 march 2027 02:30 Europe/Berlin", "2027-03-28 01:30"),
    ],
)
def test_zones_and_summer_time_are_heeded(text: str, meant: str) -> None:
    assert read_time(text, NOW) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", TimeProblem.NOT_A_TIME),
        ("soon", TimeProblem.NOT_A_TIME),
        ("5", TimeProblem.NOT_A_TIME),
        ("30 feb 2027", TimeProblem.NOT_A_TIME),
        ("18:00 Foo/Bar", TimeProblem.NOT_A_TIME),
        ("tomorrow 8", TimeProblem.NOT_EXACT),
        ("september", TimeProblem.NOT_EXACT),
        ("sept 2027", TimeProblem.NOT_EXACT),
        ("03/04/2027", TimeProblem.UNCLEAR_DATE),
        ("3/4 18:00", TimeProblem.UNCLEAR_DATE),
        ("03-04-2027", TimeProblem.UNCLEAR_DATE),
        ("8pm IST", TimeProblem.UNCLEAR_ZONE),
        ("8pm CST", TimeProblem.UNCLEAR_ZONE),
        ("yesterday", TimeProblem.PAST),
        ("now", TimeProblem.PAST),
        ("two hours ago", TimeProblem.PAST),
        ("16.09.2026 10:00", TimeProblem.PAST),
        ("2020-01-01", TimeProblem.PAST),
        ("<t:1:f>", TimeProblem.PAST),
        ("in 3 years", TimeProblem.TOO_FAR),
        ("9999-12-31 23:59", TimeProblem.TOO_FAR),
        ("x" * (TIME_LIMIT + 1), TimeProblem.TOO_LONG),
    ],
)
def test_what_is_no_time_to_come_says_why(text: str, problem: TimeProblem) -> None:
    assert read_time(text, NOW) is problem


def test_the_same_day_and_month_cannot_be_misread() -> None:
    assert read_time("4/4/2027 10:00", NOW) == datetime(2027, 4, 4, 10, tzinfo=UTC)


PARTS = st.sampled_from(
    [
        "tomorrow",
        "in",
        "2",
        "hours",
        "friday",
        "8pm",
        "CET",
        "Europe/Berlin",
        "1",
        "sept",
        "18:00",
        "+99:99",
        "UTC+25",
        "24:00",
        "9999",
        "-1",
        "0",
        "29.02.",
        "2d",
        "uhr",
        "ago",
        "years",
        "99999999999999999999",
        "Z",
        "(",
        ",",
        "/",
        "next",
        "<t:1:f>",
        "Etc/GMT+99",
        "１２",
        "٣",
        "²",
    ]
)


@settings(max_examples=400, deadline=None)
@given(
    st.text(max_size=TIME_LIMIT) | st.lists(PARTS, max_size=7).map(" ".join),
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(tzinfo=UTC)),
)
@example("in 99999999999999999999 years", NOW)
@example("<t:999999999999>", NOW)
@example("29.02. 24:00", datetime(2028, 2, 29, 23, 59, tzinfo=UTC))
def test_no_text_breaks_it_and_what_it_finds_is_to_come(text: str, now: datetime) -> None:
    found = read_time(text, now)
    assert isinstance(found, TimeProblem) or (now < found <= now + FURTHEST and found.tzinfo is UTC)
