"""Dates as the standards of feeds write them: RFC 822, RFC 3339 and ISO 8601."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final, Literal

from attrs import frozen

from govnews.model import PartialDate

Order = Literal["dm", "md"]
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG = (
    "january february march april may june july august september october november december"
).split()
MONTH_NUMBERS = {name: number for number, name in enumerate(_LONG, 1)}
MONTH_NUMBERS |= {name[:3]: number for name, number in tuple(MONTH_NUMBERS.items())} | {"sept": 9}
WEEKDAY_NUMBERS = {name.lower(): number for number, name in enumerate(DAYS)}
WEEKDAY_NUMBERS |= {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}
WEEKDAY_NUMBERS |= {
    "thứ hai": 0, "thứ ba": 1, "thứ tư": 2, "thứ năm": 3, "thứ sáu": 4, "thứ bảy": 5,
    "thứ bẩy": 5, "chủ nhật": 6, "thứ 2": 0, "thứ 3": 1, "thứ 4": 2, "thứ 5": 3, "thứ 6": 4,
    "thứ 7": 5, "cn": 6,
}  # fmt: skip
# RFC 822, 5.1, and the zone of Indochina; other letters are too often not what they say.
ZONES = {
    "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z",
    "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "ict": "+07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "jst": "+09:00", "aest": "+10:00", "msk": "+03:00",
}  # fmt: skip
# RFC 822 and RFC 2822, section 3.3: what nearly every feed writes.
_RFC822 = re.compile(
    r"(?:([A-Za-z]{3,9}),?[ ]+)?([0-9]{1,2})[ ]+([A-Za-z]{3,9})[ ]+([0-9]{4}|[0-9]{2})"
    r"[ ]+([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)[ ]+([+-][0-9]{4}|[A-Za-z]{1,4})",
    re.ASCII,
)
# RFC 3339 and the W3C profile of ISO 8601, in all their precisions.
_RFC3339 = re.compile(
    r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2})"
    r"(?:[Tt ]+([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?)"
    r"[ ]?([Zz]|[+-][0-9]{2}:?[0-9]{2})?)?)?",
    re.ASCII,
)
_COMPACT = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T?([0-9]{2})([0-9]{2})([0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?)?",
    re.ASCII,
)
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)
_JULIAN = re.compile(r"-?([0-9]{4})-([0-9]{3})", re.ASCII)


@frozen
class Evidence:
    """What a feed itself says about how its dates are to be read.

    Args:
        vietnamese: Its language is Vietnamese, or its host lies under ``.vn``.
        marked: The order of day and month in forms with an English AM or PM, where a sibling
            date of the same form settles it.
        plain: The order in forms without.
    """

    vietnamese: bool = False
    marked: Order | None = None
    plain: Order | None = None


@frozen
class DateReading:
    """What came of a date's text: a value or none, and what has to be said about it."""

    value: PartialDate | None
    problem: str = ""
    code: str = "rss.date"


def usual_date(text: str) -> PartialDate | None:
    """Read what nearly every feed writes, RFC 822 or RFC 3339 to the second, or return None."""
    try:
        if text[10:11] == "T":
            return PartialDate.parse(text) if len(text) in (20, 25) else None
        day, time, zone = text.rsplit(" ", 2)
        stated, offset = _stated_day(day), _stated_offset(zone)
        if stated is None or offset is None or len(time) not in (5, 8):
            return None
        return PartialDate(year=stated[0], month=stated[1], day=stated[2], time=time, offset=offset)
    except ValueError:  # a ModelError is one
        return None


@lru_cache(maxsize=1024)
def _stated_day(text: str) -> tuple[int, int, int] | None:
    """Read year, month and day of RFC 822, whose weekday is the right one; many items share it."""
    match = _RFC822_DAY.fullmatch(text)
    month = _EXACT.get(match[3]) if match is not None else None
    if match is None or month is None:
        return None
    weekday, day, year = match[1], int(match[2]), int(match[4])
    if DAYS[dt.date(year, month, day).weekday()] != weekday:
        return None
    return year, month, day


@lru_cache(maxsize=64)
def _stated_offset(zone: str) -> str | None:
    if zone in ("GMT", "UTC", "UT", "Z"):
        return "Z"
    if _RFC822_OFFSET.fullmatch(zone) is None or zone == "-0000":
        return None
    return f"{zone[:3]}:{zone[3:]}"


_RFC822_DAY = re.compile(r"([A-Z][a-z]{2}), ([0-9]{1,2}) ([A-Z][a-z]{2}) ([0-9]{4})", re.ASCII)
_RFC822_OFFSET = re.compile(r"[+-][0-9]{4}", re.ASCII)
_EXACT: Final = {name: number for number, name in enumerate(MONTHS, 1)}


def rfc822_date(text: str) -> DateReading | None:
    """Read a date of RFC 822 or RFC 2822, in any of its forms, or return None."""
    match = _RFC822.fullmatch(text)
    if match is None:
        return None
    weekday, day, month, year, time, zone = match.groups()
    number = MONTH_NUMBERS.get(month.lower())
    if number is None:
        return None
    if zone[0] in "+-":
        offset = None if zone == "-0000" else f"{zone[:3]}:{zone[3:]}"
    else:
        offset = ZONES.get(zone.lower(), "?")
        if offset == "?":
            return None
    value = PartialDate(year=full_year(year), month=number, day=int(day), time=time, offset=offset)
    if weekday is not None and WEEKDAY_NUMBERS.get(weekday.lower()) != value.first.weekday():
        return DateReading(value, f"The weekday of {text!r} is not that of the date.")
    return DateReading(value)


def full_year(text: str) -> int:
    """Two digits: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999 (RFC 2822, 4.3)."""
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < 50 else 1900)


def iso_date(text: str, evidence: Evidence) -> DateReading | None:
    """Read a date of RFC 3339 or ISO 8601, in any precision, or return None."""
    match = _RFC3339.fullmatch(text)
    if match is not None:
        year, month, day, time, offset = match.groups()
        if time is not None:
            time = time.replace(",", ".")
            head, dot, fraction = time.partition(".")
            time = f"{head}{dot}{fraction[:9]}"
        return stated_date(
            int(year),
            int(month),
            int(day) if day else None,
            time,
            offset_of(offset),
            evidence,
            text,
        )
    match = _COMPACT.fullmatch(text)
    if match is not None:
        year, month, day, hour, minute, second, offset = match.groups()
        time = f"{hour}:{minute}" + (f":{second}" if second else "") if hour else None
        return stated_date(int(year), int(month), int(day), time, offset_of(offset), evidence, text)
    match = _JULIAN.fullmatch(text)
    if match is not None and 1 <= int(match[2]) <= 366:
        date = dt.date(int(match[1]), 1, 1) + dt.timedelta(int(match[2]) - 1)
        return DateReading(PartialDate.from_date(date))
    if _YEAR.fullmatch(text):
        return DateReading(PartialDate(year=int(text)))
    return None


def offset_of(text: str | None) -> str | None:
    """Return a stated offset as the model writes it; an unknown one is None."""
    if text is None:
        return None
    if text in "Zz":
        return "Z"
    offset = text if ":" in text else f"{text[:3]}:{text[3:]}"
    return None if offset == "-00:00" else offset


def stated_date(
    year: int,
    month: int,
    day: int | None,
    time: str | None,
    offset: str | None,
    evidence: Evidence,
    text: str,
) -> DateReading:
    """Return what a date states; a zone is added only on the evidence of its feed."""
    assumed = time is not None and offset is None and evidence.vietnamese
    if assumed and not text.endswith(("-0000", "-00:00")):
        offset = "+07:00"
        problem = (
            f"{text[:80]!r} states no offset; +07:00 is taken from the feed's language or host."
        )
        code = "rss.date-zone"
    else:
        problem, code = "", "rss.date"
    value = PartialDate(year=year, month=month, day=day, time=time, offset=offset)
    return DateReading(value, problem, code)
