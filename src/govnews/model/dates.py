"""Dates as stated: a year stays a year, "3/7" stays a day and a month.

The text forms are those of EDTF level 0 (ISO 8601-2:2019); dates without a year take XML Schema's
forms (``--07-15`` gMonthDay, ``--07`` gMonth, ``---28`` gDay), which EDTF cannot say.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import isleap
from functools import lru_cache
from typing import Literal, TypeAlias

from attrs import evolve, field, frozen

from govnews.errors import ModelError
from govnews.model._check import Value
from govnews.model._duration import parse_duration

_DATE = re.compile(
    r"""(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})
        (?:T(?P<time>[0-9:.]+)(?P<offset>Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?
      | --(?P<m>[0-9]{2})(?:-(?P<md>[0-9]{2}))?
      | ---(?P<d>[0-9]{2})""",
    re.VERBOSE,
)
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:\.[0-9]{1,9})?)?")
_OFFSET = re.compile(r"Z|(?!-00:00)[+-](?:0[0-9]|1[0-4]):[0-5][0-9]")
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Order: TypeAlias = Literal["earlier", "same", "later", "undecided"]
"""How one date stands to another, as far as what is stated can tell."""


@frozen(kw_only=True, order=False)
class PartialDate(Value):
    """A date with just the parts that are stated.

    Two dates are equal when their text forms are: 08:00+07:00 is not 01:00Z, and 2020 is not
    2020-01. Use `compare` to ask which comes first.

    Args:
        year: 1 to 9999.
        month: 1 to 12.
        day: 1 to 31; with a year it needs a month.
        time: ``HH:MM``, ``HH:MM:SS`` or ``HH:MM:SS.f``; needs year, month and day.
        offset: Distance from UTC, ``Z`` or ``+07:00``; needs a time. Absent where not stated.

    Raises:
        ModelError: No such date exists, or a part stands alone that cannot.

    >>> PartialDate.parse("2020-07").edtf
    '2020-07'
    >>> str(PartialDate(month=7, day=15))
    '--07-15'

    .. versionadded:: 0.1.0
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: str | None = None
    offset: str | None = None
    _text: str | None = field(init=False, default=None, eq=False, repr=False)

    def _invariants(self) -> None:
        year, month, day = self.year, self.month, self.day
        if year is None and month is None and day is None:
            self._refuse("at least one of year, month and day is wanted")
        if year is not None and not 1 <= year <= 9999:
            self._refuse(f"a year from 1 to 9999 is wanted, not {year}", "year")
        if month is not None and not 1 <= month <= 12:
            self._refuse(f"a month from 1 to 12 is wanted, not {month}", "month")
        if day is not None:
            if year is not None and month is None:
                self._refuse("a day of a year needs its month", "month")
            if not 1 <= day <= 28 and not 1 <= day <= (longest := _days(year, month)):
                self._refuse(f"a day from 1 to {longest} is wanted, not {day}", "day")
        if self.time is not None:
            if year is None or day is None:
                self._refuse("a time needs a full date", "time")
            if not _TIME.fullmatch(self.time):
                self._refuse(f"HH:MM[:SS[.f]] is wanted, not {self.time[:40]!r}", "time")
        if self.offset is not None:
            if self.time is None:
                self._refuse("an offset needs a time", "offset")
            if not _is_offset(self.offset):
                self._refuse(
                    f"Z or an offset such as +07:00 is wanted, not {self.offset[:40]!r}", "offset"
                )

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the text form; nothing but the forms named in this module is a date.

        Raises:
            ModelError: The text is no such form, or names a day that does not exist.

        >>> PartialDate.parse("2020-07-03T08:00+07:00").offset
        '+07:00'
        """
        return _parse_date(text)

    @classmethod
    def from_date(cls, day: dt.date) -> PartialDate:
        """Return the value of a `date`, or of a `datetime` with its time and offset."""
        if isinstance(day, dt.datetime):
            return cls.parse(day.isoformat().replace("+00:00", "Z"))
        return cls(year=day.year, month=day.month, day=day.day)

    def __str__(self) -> str:
        return self._text or self._written()

    def _written(self) -> str:
        year, month, day = self.year, self.month, self.day
        if year is None:
            if month is None:
                return f"---{day:02d}"
            return f"--{month:02d}" if day is None else f"--{month:02d}-{day:02d}"
        if month is None:
            return f"{year:04d}"
        if day is None:
            return f"{year:04d}-{month:02d}"
        text = f"{year:04d}-{month:02d}-{day:02d}"
        return text if self.time is None else f"{text}T{self.time}{self.offset or ''}"

    @property
    def edtf(self) -> str | None:
        """The EDTF form, or None where EDTF cannot say it: dates without a year."""
        return None if self.year is None else str(self)

    @property
    def precision(self) -> Literal["year", "month", "day", "time"]:
        """The finest part that is stated."""
        if self.time is not None:
            return "time"
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def first(self) -> dt.date:
        """The first day this date may mean.

        Raises:
            ModelError: No year is stated.
        """
        return dt.date(self._stated_year(), self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day this date may mean.

        Raises:
            ModelError: No year is stated.
        """
        year, month = self._stated_year(), self.month or 12
        return dt.date(year, month, self.day or _days(year, month))

    @property
    def datetime(self) -> dt.datetime:
        """The instant, aware.

        Raises:
            ModelError: Date, time and offset are not all stated, or the second is a leap second.
        """
        if self.time is None or self.offset is None:
            self._refuse(f"{self} is no instant: date, time and offset are not all stated")
        try:
            return dt.datetime.fromisoformat(str(self))
        except ValueError as error:
            raise ModelError(
                f"{self} is no instant that datetime knows", owner="PartialDate"
            ) from error

    def _stated_year(self) -> int:
        if self.year is None:
            self._refuse(f"{self} has no year", "year")
        return self.year

    def compare(self, other: PartialDate) -> Order:
        """Tell how this date stands to another, never going beyond what is stated.

        Two instants are compared as instants. All else is compared by calendar days as written,
        and is ordered only where the ranges of days do not touch.

        >>> PartialDate.parse("2020").compare(PartialDate.parse("2021-05"))
        'earlier'
        >>> PartialDate.parse("2020").compare(PartialDate.parse("2020-05"))
        'undecided'
        """
        if self.year is None or other.year is None:
            return "undecided"
        if self == other:
            return "same"
        if self.offset is not None and other.offset is not None:
            here, there = self._instant(), other._instant()
            return "same" if here == there else "earlier" if here < there else "later"
        if self.last < other.first:
            return "earlier"
        return "later" if self.first > other.last else "undecided"

    def contains(self, other: PartialDate) -> bool | None:
        """Whether another date lies within this one, taken as a stretch of days.

        Yes, no, or None where what is stated cannot tell.

        >>> year = PartialDate.parse("2020")
        >>> year.contains(PartialDate.parse("2020-05")), PartialDate.parse("2020-05").contains(year)
        (True, None)
        """
        if self.year is None or other.year is None:
            return False if _contradict(self, other) else None
        if self.first > other.last or other.first > self.last:
            return False
        if self.time is not None:
            return {"same": True, "undecided": None}.get(self.compare(other), False)
        return True if self.first <= other.first and other.last <= self.last else None

    def truncated(self, to: Literal["year", "month", "day"]) -> PartialDate:
        """Return the date as stated down to a part, without the finer ones.

        Raises:
            ModelError: That part is not stated.

        >>> str(PartialDate.parse("2020-07-03T08:00").truncated("month"))
        '2020-07'
        """
        if getattr(self, to) is None:
            self._refuse(f"{self} does not state the {to}", to)
        month = None if to == "year" else self.month
        return PartialDate(year=self.year, month=month, day=self.day if to == "day" else None)

    def plus(self, duration: str) -> PartialDate:
        """Return the date a duration later, as precise as this one.

        Args:
            duration: Years, months, weeks and days of ISO 8601: ``P5Y``, ``P12M``, ``P1Y6M``.

        Raises:
            ModelError: That cannot be told: no year is stated, the duration is finer than the
                date, or the day does not exist (31 January and one month).

        >>> str(PartialDate.parse("2020-07").plus("P18M"))
        '2022-01'
        """
        parts = parse_duration(duration)
        if parts is None or parts.timed:
            self._refuse(f"years, months, weeks and days are wanted, not {duration[:40]!r}")
        year, month = self._stated_year(), self.month
        finer = parts.days if month is None or self.day is None else 0
        if finer or (month is None and parts.months % 12):
            self._refuse(f"{duration} is finer than {self}")
        year, index = divmod(12 * year + (month or 1) - 1 + parts.months, 12)
        moved = evolve(self, year=year, month=None if month is None else index + 1)
        if not parts.days:
            return moved
        try:
            day = moved.first + dt.timedelta(days=parts.days)
        except OverflowError as error:
            raise ModelError(f"{self} and {duration} lie beyond the calendar") from error
        return evolve(moved, year=day.year, month=day.month, day=day.day)

    def _instant(self) -> dt.datetime:
        """The instant in UTC; a leap second counts as the second before it."""
        text = f"{str(self)[:10]}T{(self.time or '').replace(':60', ':59')}{self.offset}"
        instant = dt.datetime.fromisoformat(text).replace(tzinfo=None)
        sign = 1 if (self.offset or "").startswith("-") else -1
        hours, _, minutes = (self.offset or "Z00:00")[1:].partition(":")
        try:
            return instant + sign * dt.timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        except OverflowError:  # the first or last hours of the calendar
            return instant


def _contradict(one: PartialDate, other: PartialDate) -> bool:
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def _days(year: int | None, month: int | None) -> int:
    if month is None:
        return 31
    if month == 2 and year is not None and not isleap(year):
        return 28
    return _LONGEST_MONTH[month - 1]


@lru_cache(maxsize=256)
def _is_offset(text: str) -> bool:
    return _OFFSET.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def _parse_date(text: str) -> PartialDate:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ModelError(
            f"a date such as 2020, 2020-07-03 or --07-15 is wanted, not {text[:80]!r}",
            owner="PartialDate",
        )

    year, month, day, time, offset, other_month, other_day, only_day = match.groups()
    month, day = month or other_month, day or other_day or only_day
    date = PartialDate(
        year=int(year) if year else None,
        month=int(month) if month else None,
        day=int(day) if day else None,
        time=time,
        offset=offset,
    )
    # A date has one text form, so what was read is what will be written.
    object.__setattr__(date, "_text", text)
    return date
