"""Times as people write them, read as moments to come.

A time without a zone is in UTC. A day without an hour is its beginning; one without a year, or an hour without a day,
is the next such moment. A zone's abbreviation is taken literally (CET is UTC+1 in summer too), a zone's name
(Europe/Berlin, or ET for New York) with its summer time. With dots the day comes before the month (3.4.2027); with
strokes both orders are common, and a date that fits both is refused.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

TIME_LIMIT = 100
"""Longer texts are refused unread."""

FURTHEST = timedelta(days=731)
"""No pool or reminder is open for longer than two years."""

LANGUAGES = ["en", "de", "fr", "es", "pt", "it"]

_STAMP = re.compile(r"<t:(\d{1,12})(?::[tTdDfFR])?>")
_SECONDS = re.compile(r"\d{10}")
_ZONE_NAME = re.compile(r"\(?\b([A-Z][A-Za-z]+(?:/[A-Za-z_+-]+)+)\b\)?")
_ZONES = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}
_TWO_ZONES = frozenset({"IST", "CST"})
"""India or Israel, China or Chicago."""

_STROKES = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})(?:[/-](?:\d\d|\d{4}))?(?![\d/-])")
_AFTER_NOW = re.compile(r"^\s*(?:in|dans|en|dentro|em|tra|\d+\s*[dhmw])\b", re.IGNORECASE)
_HOURS = re.compile(r"(?<![\d:.])(\d{1,2})\s*(?:h|uhr)(?:\s*([0-5]\d))?\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?![\d.])|\d{1,2}(?=\s*[ap]\.?m\b)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+)(\s*[^\W\d]{2,}|[^\W\d])?")
_NEXT = re.compile(r"\bnext\b", re.IGNORECASE)
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class TimeProblem(StrEnum):
    """Why a text is no time that something can be set to."""

    TOO_LONG = "too_long"
    NOT_A_TIME = "not_a_time"
    NOT_EXACT = "not_exact"
    """A month or a year, or with a number that has no clear part in it."""
    UNCLEAR_DATE = "unclear_date"
    """03/04/2027: in April or in March."""
    UNCLEAR_ZONE = "unclear_zone"
    """An abbreviation of two zones."""
    PAST = "past"
    TOO_FAR = "too_far"


def read_time(text: str, now: datetime) -> datetime | TimeProblem:
    """Return the moment in UTC that a text means, seen from `now`, or why it means none that is to come.

    An hour that the change to winter time brings twice is the first of the two.
    """
    if len(text) > TIME_LIMIT:
        return TimeProblem.TOO_LONG
    try:
        found = _read(text.strip(), now)
    except (OverflowError, ValueError):  # a year or an offset beyond what can be counted
        return TimeProblem.NOT_A_TIME
    if isinstance(found, TimeProblem):
        return found
    if found <= now:
        return TimeProblem.PAST
    return found if found - now <= FURTHEST else TimeProblem.TOO_FAR


def _read(text: str, now: datetime) -> datetime | TimeProblem:
    stamp = _STAMP.fullmatch(text)
    if stamp is not None or _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(stamp[1] if stamp is not None else text), UTC)
    written = _iso(text)
    if written is not None:
        return written
    if text.isdecimal():
        return TimeProblem.NOT_A_TIME
    strokes = _STROKES.search(text)
    if strokes is not None and strokes[1] != strokes[2] and int(strokes[1]) <= 12 and int(strokes[2]) <= 12:
        return TimeProblem.UNCLEAR_DATE
    words, zone = _zone(text)
    if isinstance(zone, TimeProblem):
        return zone
    local = _in_words(words, now.astimezone(zone).replace(tzinfo=None))
    return local if isinstance(local, TimeProblem) else local.replace(tzinfo=zone).astimezone(UTC)


def _iso(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)


def _zone(text: str) -> tuple[str, tzinfo | TimeProblem]:
    """Take a time zone from a text: its name, its abbreviation or its distance from UTC."""
    named = _ZONE_NAME.search(text)
    if named is not None:
        try:
            return f"{text[: named.start()]} {text[named.end() :]}", ZoneInfo(named[1])
        except (ZoneInfoNotFoundError, OSError):
            return text, TimeProblem.NOT_A_TIME
    from dateparser.timezone_parser import pop_tz_offset_from_string  # noqa: PLC0415 - as DateDataParser, further down

    rest, zone = pop_tz_offset_from_string(text)
    if not isinstance(zone, tzinfo):
        return text, UTC
    short = (zone.tzname(None) or "").upper()
    if short in _TWO_ZONES:
        return text, TimeProblem.UNCLEAR_ZONE
    return rest, ZoneInfo(_ZONES[short]) if short in _ZONES else zone


def _in_words(text: str, now: datetime) -> datetime | TimeProblem:
    """Return the local time that words mean; a weekday is today's while its hour is still to come."""
    if not _AFTER_NOW.match(text):
        text = _HOURS.sub(lambda found: f"{found[1]}:{found[2] or '00'}", text)
    found, period = _parsed(text, now)
    if found is None:
        return TimeProblem.NOT_A_TIME
    if period in ("month", "year") and not _AFTER_NOW.match(text):
        return TimeProblem.NOT_EXACT
    earlier, _ = _parsed(text, now - _DAY)
    counted_from_now = earlier is not None and found - earlier == _DAY
    if not _accounted_for(text, found, counted_from_now=counted_from_now):
        return TimeProblem.NOT_EXACT
    weekday_today = earlier is not None and found - earlier == _WEEK and earlier > now
    return earlier if earlier is not None and weekday_today and not _NEXT.search(text) else found


def _parsed(text: str, now: datetime) -> tuple[datetime | None, str | None]:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - a tenth of a second, spent by who sets a time

    settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future", "DATE_ORDER": "DMY"}
    parsed = DateDataParser(languages=LANGUAGES, settings=settings).get_date_data(text)
    found = parsed.date_obj
    return None if found is None else found.replace(tzinfo=None), parsed.period


def _accounted_for(text: str, found: datetime, *, counted_from_now: bool) -> bool:
    """Whether every number is a part of the time found: the parser drops what it cannot use, as in “tomorrow 8”."""
    parts = {found.day, found.month, found.year, found.year % 100}
    numbers = _NUMBER.findall(_CLOCK.sub("", text))
    return all(int(number) in parts or (unit and counted_from_now) for number, unit in numbers)
