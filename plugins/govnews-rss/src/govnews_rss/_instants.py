"""Instants as RSS and Atom want them written, and what readers would doubt."""

from __future__ import annotations

import datetime as dt
from typing import Final

from govnews.errors import ModelError
from govnews.model import PartialDate
from govnews_rss._date_standards import DAYS, MONTHS


def rfc822(date: PartialDate) -> str | None:
    """Return an instant as RSS 2.0 wants it (RFC 822), or None where it is no instant.

    >>> rfc822(PartialDate.parse("2020-07-03T08:00+07:00"))
    'Fri, 03 Jul 2020 08:00 +0700'
    """
    moment = instant(date)
    if moment is None:
        return None
    # Offsets of other minutes than 00 and 30 are doubted by readers: those instants go in UTC.
    offset = moment.utcoffset() or dt.timedelta()
    minutes = offset // dt.timedelta(minutes=1)
    in_utc = date.offset == "Z" or bool(minutes % 30)
    if in_utc:
        try:
            moment, minutes = moment.astimezone(dt.UTC), 0
        except OverflowError:  # the first or last hours of the calendar
            return None
    sign = "-" if minutes < 0 else "+"
    hours, minutes = divmod(abs(minutes), 60)
    zone = "GMT" if in_utc else f"{sign}{hours:02d}{minutes:02d}"
    # RFC 822, 5.1: seconds may be absent. They are where they were not stated.
    time = f"{moment:%H:%M:%S}" if len(date.time or "") > 5 else f"{moment:%H:%M}"
    return (
        f"{DAYS[moment.weekday()]}, {moment.day:02d} {MONTHS[moment.month - 1]} {moment.year:04d}"
        f" {time} {zone}"
    )


def rfc3339(date: PartialDate) -> str | None:
    """Return an instant as Atom wants it (RFC 3339), or None where it is no instant.

    >>> rfc3339(PartialDate.parse("2020-07-03T08:00+07:00"))
    '2020-07-03T08:00:00+07:00'
    """
    if instant(date) is None:
        return None
    text = str(date)
    # RFC 3339 wants seconds, even of a time that is stated to the minute.
    if text[16:17] != ":":
        text = f"{text[:16]}:00{text[16:]}"
    return text


def instant(date: PartialDate) -> dt.datetime | None:
    """Return the instant a date states, or None."""
    if date.time is None or date.offset is None:
        return None
    try:
        return date.datetime
    except ModelError:  # a leap second
        return None


def is_late(date: PartialDate, now: dt.datetime | None) -> bool:
    """Whether a date lies before what readers believe, or after the present moment."""
    if date.year is None or date.year < _EARLIEST:
        return True
    stated = instant(date)
    return now is not None and stated is not None and stated > now + dt.timedelta(minutes=10)


_EARLIEST: Final = 1990
"""Readers doubt earlier dates of publication."""
