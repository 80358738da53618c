"""Dates in other forms: numbers with separators, names of months, in Vietnamese and English."""

from __future__ import annotations

import datetime as dt
import re

from govnews_rss._date_standards import (
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
    ZONES,
    DateReading,
    Evidence,
    full_year,
    offset_of,
    stated_date,
)

_WORDY = re.compile(r"thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|[^\W\d_]+")
_TIME = re.compile(
    r"(?<![0-9:])([0-9]{1,2})(?::|h|giờ|g)([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(?![0-9])"
)
_OFFSET = re.compile(
    r"(?:\b(?:gmt|utc)[ ]?)([+-])([0-9]{1,2})(?::?([0-9]{2}))?\b"
    r"|(?<=[0-9 ])([+-])([0-9]{2}):?([0-9]{2})\b"
)
SLASHED = re.compile(r"(?<![0-9])([0-9]{1,2})([/.\-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")
_YEAR_FIRST = re.compile(r"(?<![0-9])([0-9]{4})([/.\-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_NAMED = re.compile(
    r"(?<![0-9])([0-9]{1,2})[ ,\-]+(?:(?:thg|tháng|thang)[ .]*([0-9]{1,2})|([a-z]{3,9})\.?)"
    r"[ ,\-]+(?:năm[ ]+)?([0-9]{4}|[0-9]{2})(?![0-9:])"
)
_NAMED_FIRST = re.compile(
    r"(?<![a-z])([a-z]{3,9})\.?[ ]+([0-9]{1,2})(?:st|nd|rd|th)?,?[ ]+"
    r"(?:[^+\-]*?[ ])??([0-9]{4})(?![0-9:])"
)
LONGEST = 200
"""No date is longer; longer text never meets the patterns below the fast path."""


def meridiem_is_english(text: str) -> bool:
    """Whether a date has AM or PM."""
    return re.search(r"[0-9 ][ap]\.?m\b", text) is not None


def other_date(text: str, evidence: Evidence) -> DateReading | None:
    """Read the forms of the table: numbers with separators, names of months, two languages."""
    if len(text) > LONGEST:
        return None
    low = text.lower()
    weekday = _weekday(low)
    found = _calendar(low, evidence, weekday)
    if found is None:
        return None
    if isinstance(found, str):
        return DateReading(None, found, "rss.date-ambiguous")
    year, month, day = found
    reading = stated_date(year, month, day, _clock(low), _zone(low), evidence, text)
    if reading.problem or weekday is None or reading.value is None:
        return reading
    if reading.value.first.weekday() != weekday:
        return DateReading(reading.value, f"The weekday of {text!r} is not that of the date.")
    return reading


def _weekday(low: str) -> int | None:
    for word in _WORDY.findall(low):
        if word in WEEKDAY_NUMBERS:
            return WEEKDAY_NUMBERS[word]
    return None


def _calendar(
    low: str, evidence: Evidence, weekday: int | None
) -> tuple[int, int, int] | str | None:
    """Return year, month and day, a sentence where they are ambiguous, or None."""
    match = _YEAR_FIRST.search(low)
    if match:
        return int(match[1]), int(match[3]), int(match[4])
    match = SLASHED.search(low)
    if match:
        return _day_and_month(
            int(match[1]), int(match[3]), full_year(match[4]), low, evidence, weekday
        )
    match = _NAMED.search(low)
    if match:
        month = int(match[2]) if match[2] else MONTH_NUMBERS.get(match[3])
        if month:
            return full_year(match[4]), month, int(match[1])
    match = _NAMED_FIRST.search(_without_weekday(low))
    if match and match[1] in MONTH_NUMBERS:
        return int(match[3]), MONTH_NUMBERS[match[1]], int(match[2])
    return None


def _without_weekday(low: str) -> str:
    head, _, rest = low.partition(" ")
    return rest if head.rstrip(",.") in WEEKDAY_NUMBERS else low


def _day_and_month(
    one: int, two: int, year: int, low: str, evidence: Evidence, weekday: int | None
) -> tuple[int, int, int] | str | None:
    """Settle which of two numbers is the month, or say that nothing does."""
    day_first, month_first = (year, two, one), (year, one, two)
    if one > 12 or two > 12 or one == two:
        return day_first if one > 12 or one == two else month_first
    if weekday is not None:
        fits = [day for day in (day_first, month_first) if dt.date(*day).weekday() == weekday]
        if len(fits) == 1:
            return fits[0]
    english = meridiem_is_english(low)
    if "ngày" in low:
        return day_first
    learned = evidence.marked if english else evidence.plain
    if learned is not None:
        return day_first if learned == "dm" else month_first
    if evidence.vietnamese and not english:
        return day_first
    return f"{low[:80]!r} may be {one} or {two} as its month; nothing settles which."


def _clock(low: str) -> str | None:
    match = _TIME.search(low)
    if match is None:
        return None
    hour = int(match[1])
    rest = low[match.end() :]
    # SA (sáng) is the morning, CH (chiều) the afternoon; 12 SA is midnight.
    if re.match(r"\s*(?:sa\b|a\.?m\b)", rest):
        hour %= 12
    elif re.match(r"\s*(?:ch\b|p\.?m\b)", rest):
        hour = hour % 12 + 12
    time = f"{hour:02d}:{match[2]}"
    if match[3]:
        time += f":{match[3]}"
    return f"{time}.{match[4]}" if match[4] else time


def _zone(low: str) -> str | None:
    match = _OFFSET.search(low)
    if match:
        sign, hours, minutes = (match[1], match[2], match[3]) if match[1] else match.group(4, 5, 6)
        return offset_of(f"{sign}{int(hours):02d}:{minutes or '00'}")
    for word in reversed(re.findall(r"[a-z]+", low)):
        if word in ZONES and (word != "z" or low.endswith("z")):
            return ZONES[word]
    return None
