"""Stretches of time as stated: ends that are dates, open or unknown, and durations.

The text forms are the intervals of EDTF level 0 (ISO 8601-2:2019), with its open and unknown ends;
durations are those of ISO 8601.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias, TypeGuard

from attrs import field, frozen

from govnews.errors import ModelError
from govnews.model._check import Value
from govnews.model._duration import parse_duration
from govnews.model.dates import Order, PartialDate

Answer: TypeAlias = bool | None
"""Yes, no, or None where what is stated cannot tell."""


class IntervalEnd(StrEnum):
    """An end of a period that is no date.

    .. versionadded:: 0.1.0
    """

    OPEN = ".."
    """It is stated that there is no end (EDTF's open end)."""
    UNKNOWN = ""
    """Nothing is stated of this end (EDTF's unknown end)."""


OPEN = IntervalEnd.OPEN
UNKNOWN = IntervalEnd.UNKNOWN


@frozen(kw_only=True, order=False)
class Period(Value):
    """A stretch of time: two ends, each a date, open or unknown, or a duration, or both.

    Precision stays as stated: ``2020/2025`` is not ``2020-01-01/2025-12-31``.

    Args:
        start: First day, month or year, itself included.
        end: Last day, month or year, itself included.
        duration: ISO 8601 duration (5.5.2.2): ``P12M``, ``P5Y``.

    Raises:
        ModelError: Nothing is stated, or the end lies before the start.

    >>> period = Period.parse("2020/2025")
    >>> from datetime import date
    >>> period.covers(date(2025, 12, 31)), period.covers(date(2026, 1, 1))
    (True, False)
    >>> Period.parse("2020/").covers(date(2026, 1, 1)) is None
    True

    .. versionadded:: 0.1.0
    """

    start: PartialDate | IntervalEnd = UNKNOWN
    end: PartialDate | IntervalEnd = UNKNOWN
    duration: str | None = None
    _text: str | None = field(init=False, default=None, eq=False, repr=False)

    def _invariants(self) -> None:
        start, end = self.start, self.end
        if self.duration is None and start is UNKNOWN and end is UNKNOWN:
            self._refuse("a start, an end or a duration is wanted")
        if self.duration is not None and parse_duration(self.duration) is None:
            self._refuse(
                f"an ISO 8601 duration such as P12M is wanted, not {self.duration[:40]!r}",
                "duration",
            )
        if isinstance(start, PartialDate) and isinstance(end, PartialDate):
            dated = start.year is not None and end.year is not None
            if dated and (start.first > end.last or start.compare(end) == "later"):
                self._refuse(f"the end {end} lies before the start {start}", "end")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the text form: an EDTF interval, a duration, or both.

        ``2020/2025``, ``2020/..``, ``/2025``, ``P12M``, ``2020/P12M`` (a start and a duration),
        ``P12M/2025`` (a duration and an end), ``2020/2025/P5Y``.

        Raises:
            ModelError: The text is no such form.
        """
        return _parse_period(text)

    def __str__(self) -> str:
        return self._text or self._written()

    def _written(self) -> str:
        duration = self.duration
        if duration is None:
            return f"{self.start}/{self.end}"
        if self.start is UNKNOWN:
            return duration if self.end is UNKNOWN else f"{duration}/{self.end}"
        if self.end is UNKNOWN:
            return f"{self.start}/{duration}"
        return f"{self.start}/{self.end}/{duration}"

    @property
    def edtf(self) -> str | None:
        """The EDTF interval, or None where EDTF cannot say it: durations, ends without a year."""
        ends = (self.start, self.end)
        yearless = any(isinstance(end, PartialDate) and end.year is None for end in ends)
        return None if self.duration is not None or yearless else str(self)

    @property
    def first(self) -> dt.date | None:
        """The first day, or None where the start is open, unknown or without a year."""
        return self.start.first if _dated(self.start) else None

    @property
    def last(self) -> dt.date | None:
        """The last day, or None where the end is open, unknown or without a year."""
        return self.end.last if _dated(self.end) else None

    def covers(self, day: dt.date) -> Answer:
        """Whether a day lies within: yes, no, or None where what is stated cannot tell.

        A duration is not added up: it says how long, not from which day.
        """
        return _both(self.has_begun(day), _not(self.has_ended(day)))

    def has_begun(self, day: dt.date) -> Answer:
        """Whether it has begun on a day, or None where that is not stated."""
        return self.start is OPEN or (None if self.first is None else day >= self.first)

    def has_ended(self, day: dt.date) -> Answer:
        """Whether it is over on a day, or None where that is not stated. An open end never is.

        >>> Period.parse("2020/2025").has_ended(dt.date(2026, 1, 1))
        True
        """
        if self.end is OPEN:
            return False
        return None if self.last is None else day > self.last

    def contains(self, other: PartialDate | Period) -> Answer:
        """Whether all of another time lies within: yes, no, or None where it cannot be told.

        >>> period = Period.parse("2020/2025")
        >>> period.contains(PartialDate.parse("2025-12")), period.contains(Period.parse("2024/"))
        (True, None)
        """
        if isinstance(other, PartialDate):
            other = Period(start=other, end=other)
        return _both(_from(self, other), _until(self, other))

    def overlaps(self, other: Period) -> Answer:
        """Whether two periods share a day: yes, no, or None where it cannot be told.

        >>> Period.parse("2020/2025").overlaps(Period.parse("2025-06/.."))
        True
        """
        return _both(_not(_ends_before(self, other)), _not(_ends_before(other, self)))

    def compare(self, other: Period) -> Order:
        """Tell how this period stands to another: apart, the same, or not to be told."""
        if self == other:
            return "same"
        if _ends_before(self, other):
            return "earlier"
        return "later" if _ends_before(other, self) else "undecided"


@lru_cache(maxsize=4096)
def _parse_period(text: str) -> Period:
    start, _, rest = text.partition("/")
    end, _, duration = rest.partition("/")
    if "/" not in text and start.startswith("P"):
        period = Period(duration=start)
    elif duration.startswith("P"):
        period = Period(start=_end(start), end=_end(end), duration=duration)
    elif text.count("/") != 1:
        raise ModelError(
            f"a period such as 2020/2025, 2020/.. or P12M is wanted, not {text[:80]!r}",
            owner="Period",
        )
    elif start.startswith("P"):
        period = Period(end=_end(end), duration=start)
    elif end.startswith("P"):
        period = Period(start=_end(start), duration=end)
    else:
        period = Period(start=_end(start), end=_end(end))
    object.__setattr__(period, "_text", period._written())
    return period


def _end(text: str) -> PartialDate | IntervalEnd:
    return IntervalEnd(text) if text in ("", "..") else PartialDate.parse(text)


def _dated(end: PartialDate | IntervalEnd) -> TypeGuard[PartialDate]:
    return isinstance(end, PartialDate) and end.year is not None


def _not(answer: Answer) -> Answer:
    return None if answer is None else not answer


def _both(one: Answer, other: Answer) -> Answer:
    """Three-valued "and": one "no" is enough."""
    if one is False or other is False:
        return False
    return True if one and other else None


def _from(outer: Period, inner: Period) -> Answer:
    """Whether the start of `inner` is not before that of `outer`."""
    if outer.start is OPEN:
        return True
    if outer.first is None:
        return None
    if inner.first is not None and inner.first >= outer.first:
        return True
    if inner.start is OPEN or inner.first is not None:
        return False
    # An inner end before the outer start decides too.
    return False if inner.last is not None and inner.last < outer.first else None


def _until(outer: Period, inner: Period) -> Answer:
    """Whether the end of `inner` is not after that of `outer`."""
    if outer.end is OPEN:
        return True
    if outer.last is None:
        return None
    if inner.last is not None and inner.last <= outer.last:
        return True
    if inner.end is OPEN or inner.last is not None:
        return False
    return False if inner.first is not None and inner.first > outer.last else None


def _ends_before(one: Period, other: Period) -> Answer:
    """Whether `one` is over before `other` begins."""
    if one.end is OPEN or other.start is OPEN:
        return False
    if one.last is None or other.first is None:
        # One start after the other end shows that it cannot be so.
        return False if _starts_after(one, other) else None
    return one.last < other.first


def _starts_after(one: Period, other: Period) -> bool:
    return one.first is not None and other.last is not None and one.first > other.last
