"""Dates of feeds: read as stated, written as their standards want them.

Nothing is guessed. A date without a time stays a date, an offset that is not stated stays absent
unless the feed itself gives evidence for it, and "7/3" is a date only where something settles
which of the two is the month.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, Literal

from attrs import frozen

from govnews.errors import ModelError
from govnews.issues import Issue
from govnews.model import PartialDate

Order = Literal["dm", "md"]

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_LONG = (
    "january february march april may june july august september october november december"
).split()
_MONTH = {name: number for number, name in enumerate(_LONG, 1)}
_MONTH |= {name[:3]: number for name, number in tuple(_MONTH.items())} | {"sept": 9}

_WEEKDAY = {name.lower(): number for number, name in enumerate(DAYS)}
_WEEKDAY |= {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}
_WEEKDAY |= {
    "thứ hai": 0, "thứ ba": 1, "thứ tư": 2, "thứ năm": 3, "thứ sáu": 4, "thứ bảy": 5,
    "thứ bẩy": 5, "chủ nhật": 6, "thứ 2": 0, "thứ 3": 1, "thứ 4": 2, "thứ 5": 3, "thứ 6": 4,
    "thứ 7": 5, "cn": 6,
}  # fmt: skip

# RFC 822, 5.1, and the zone of Indochina; other letters are too often not what they say.
_ZONES = {
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

_WORDY = re.compile(r"thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|[^\W\d_]+")
_TIME = re.compile(
    r"(?<![0-9:])([0-9]{1,2})(?::|h|giờ|g)([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(?![0-9])"
)
_OFFSET = re.compile(
    r"(?:\b(?:gmt|utc)[ ]?)([+-])([0-9]{1,2})(?::?([0-9]{2}))?\b"
    r"|(?<=[0-9 ])([+-])([0-9]{2}):?([0-9]{2})\b"
)
_SLASHED = re.compile(r"(?<![0-9])([0-9]{1,2})([/.\-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")
_YEAR_FIRST = re.compile(r"(?<![0-9])([0-9]{4})([/.\-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_NAMED = re.compile(
    r"(?<![0-9])([0-9]{1,2})[ ,\-]+(?:(?:thg|tháng|thang)[ .]*([0-9]{1,2})|([a-z]{3,9})\.?)"
    r"[ ,\-]+(?:năm[ ]+)?([0-9]{4}|[0-9]{2})(?![0-9:])"
)
_NAMED_FIRST = re.compile(
    r"(?<![a-z])([a-z]{3,9})\.?[ ]+([0-9]{1,2})(?:st|nd|rd|th)?,?[ ]+"
    r"(?:[^+\-]*?[ ])??([0-9]{4})(?![0-9:])"
)
_LONGEST = 200
"""No date is longer; longer text never meets the patterns below the fast path."""


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


def certain_date(text: str, evidence: Evidence) -> PartialDate | None:
    """Read a date of RFC 822 or RFC 3339 of which there is nothing to say, or return None."""
    value = usual_date(text)
    if value is None:
        text = " ".join(text.split())
        try:
            reading = _fast(text) or _iso(text, evidence)
        except ValueError:  # a ModelError is one
            return None
        if reading is not None and not reading.problem:
            return reading.value
    return value


class DateReader:
    """Reads the dates of one feed; what it learns from one of them helps with others.

    Args:
        note: Takes an issue.
        evidence: What the feed says about its dates.
    """

    def __init__(self, note: Callable[[Issue], None], evidence: Evidence) -> None:
        self._note = note
        self.evidence = evidence
        self.siblings: Iterable[str] = ()
        """Other dates of the feed. Only a date that is not of the usual forms asks for them."""

    def __call__(self, text: str, where: str = "$") -> PartialDate | None:
        """Return the date a text states, or None with an issue."""
        value = usual_date(text)
        if value is not None:
            return value
        siblings, self.siblings = self.siblings, ()
        for sibling in siblings:
            self.learn(sibling)
        reading = read_date(text, self.evidence)
        if reading.problem:
            self._note(Issue(reading.code, reading.problem, where))
        return reading.value

    def learn(self, text: str) -> None:
        """Let a date teach the order of day and month, where it settles that by itself."""
        match = _SLASHED.search(text) if len(text) <= _LONGEST else None
        if match is None:
            return
        one, two = int(match[1]), int(match[3])
        if (one > 12) == (two > 12):
            return
        order: Order = "dm" if one > 12 else "md"
        marked = _meridiem_is_english(text.lower())
        known = self.evidence.marked if marked else self.evidence.plain
        if known is None:
            old = self.evidence
            self.evidence = Evidence(
                old.vietnamese, order if marked else old.marked, old.plain if marked else order
            )


@lru_cache(maxsize=8192)
def read_date(text: str, evidence: Evidence = Evidence()) -> DateReading:
    """Read one date.

    >>> str(read_date("Fri, 03 Jul 2020 08:00:00 +0700").value)
    '2020-07-03T08:00:00+07:00'
    >>> read_date("7/3/2020").value is None
    True
    """
    text = " ".join(text.split())
    try:
        reading = _fast(text) or _iso(text, evidence) or _table(text, evidence)
    except (ModelError, ValueError):
        reading = None
    if reading is not None:
        return reading
    return DateReading(None, f"{text[:80]!r} is no date that could be read; it is kept as text.")


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


def _fast(text: str) -> DateReading | None:
    match = _RFC822.fullmatch(text)
    if match is None:
        return None
    weekday, day, month, year, time, zone = match.groups()
    number = _MONTH.get(month.lower())
    if number is None:
        return None
    if zone[0] in "+-":
        offset = None if zone == "-0000" else f"{zone[:3]}:{zone[3:]}"
    else:
        offset = _ZONES.get(zone.lower(), "?")
        if offset == "?":
            return None
    value = PartialDate(year=_year(year), month=number, day=int(day), time=time, offset=offset)
    if weekday is not None and _WEEKDAY.get(weekday.lower()) != value.first.weekday():
        return DateReading(value, f"The weekday of {text!r} is not that of the date.")
    return DateReading(value)


def _year(text: str) -> int:
    """Two digits: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999 (RFC 2822, 4.3)."""
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < 50 else 1900)


def _iso(text: str, evidence: Evidence) -> DateReading | None:
    match = _RFC3339.fullmatch(text)
    if match is not None:
        year, month, day, time, offset = match.groups()
        if time is not None:
            time = time.replace(",", ".")
            head, dot, fraction = time.partition(".")
            time = f"{head}{dot}{fraction[:9]}"
        return _stated(
            int(year), int(month), int(day) if day else None, time, _offset(offset), evidence, text
        )
    match = _COMPACT.fullmatch(text)
    if match is not None:
        year, month, day, hour, minute, second, offset = match.groups()
        time = f"{hour}:{minute}" + (f":{second}" if second else "") if hour else None
        return _stated(int(year), int(month), int(day), time, _offset(offset), evidence, text)
    match = _JULIAN.fullmatch(text)
    if match is not None and 1 <= int(match[2]) <= 366:
        date = dt.date(int(match[1]), 1, 1) + dt.timedelta(int(match[2]) - 1)
        return DateReading(PartialDate.from_date(date))
    if _YEAR.fullmatch(text):
        return DateReading(PartialDate(year=int(text)))
    return None


def _offset(text: str | None) -> str | None:
    if text is None:
        return None
    if text in "Zz":
        return "Z"
    offset = text if ":" in text else f"{text[:3]}:{text[3:]}"
    return None if offset == "-00:00" else offset


def _stated(
    year: int,
    month: int,
    day: int | None,
    time: str | None,
    offset: str | None,
    evidence: Evidence,
    text: str,
) -> DateReading:
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


def _meridiem_is_english(text: str) -> bool:
    return re.search(r"[0-9 ][ap]\.?m\b", text) is not None


def _table(text: str, evidence: Evidence) -> DateReading | None:
    """Read the forms of the table: numbers with separators, names of months, two languages."""
    if len(text) > _LONGEST:
        return None
    low = text.lower()
    weekday = _weekday(low)
    found = _calendar(low, evidence, weekday)
    if found is None:
        return None
    if isinstance(found, str):
        return DateReading(None, found, "rss.date-ambiguous")
    year, month, day = found
    reading = _stated(year, month, day, _clock(low), _zone(low), evidence, text)
    if reading.problem or weekday is None or reading.value is None:
        return reading
    if reading.value.first.weekday() != weekday:
        return DateReading(reading.value, f"The weekday of {text!r} is not that of the date.")
    return reading


def _weekday(low: str) -> int | None:
    for word in _WORDY.findall(low):
        if word in _WEEKDAY:
            return _WEEKDAY[word]
    return None


def _calendar(
    low: str, evidence: Evidence, weekday: int | None
) -> tuple[int, int, int] | str | None:
    """Return year, month and day, a sentence where they are ambiguous, or None."""
    match = _YEAR_FIRST.search(low)
    if match:
        return int(match[1]), int(match[3]), int(match[4])
    match = _SLASHED.search(low)
    if match:
        return _day_and_month(int(match[1]), int(match[3]), _year(match[4]), low, evidence, weekday)
    match = _NAMED.search(low)
    if match:
        month = int(match[2]) if match[2] else _MONTH.get(match[3])
        if month:
            return _year(match[4]), month, int(match[1])
    match = _NAMED_FIRST.search(_without_weekday(low))
    if match and match[1] in _MONTH:
        return int(match[3]), _MONTH[match[1]], int(match[2])
    return None


def _without_weekday(low: str) -> str:
    head, _, rest = low.partition(" ")
    return rest if head.rstrip(",.") in _WEEKDAY else low


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
    english = _meridiem_is_english(low)
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
        return _offset(f"{sign}{int(hours):02d}:{minutes or '00'}")
    for word in reversed(re.findall(r"[a-z]+", low)):
        if word in _ZONES and (word != "z" or low.endswith("z")):
            return _ZONES[word]
    return None
