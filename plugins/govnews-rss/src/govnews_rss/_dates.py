"""Dates of feeds: read as stated, written as their standards want them.

Nothing is guessed. A date without a time stays a date, an offset that is not stated stays absent
unless the feed itself gives evidence for it, and "7/3" is a date only where something settles
which of the two is the month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from govnews.errors import ModelError
from govnews.issues import Issue
from govnews.model import PartialDate
from govnews_rss._date_standards import (
    DateReading,
    Evidence,
    Order,
    iso_date,
    rfc822_date,
    usual_date,
)
from govnews_rss._date_table import LONGEST, SLASHED, meridiem_is_english, other_date

NOTHING_KNOWN = Evidence()


def certain_date(text: str, evidence: Evidence) -> PartialDate | None:
    """Read a date of RFC 822 or RFC 3339 of which there is nothing to say, or return None."""
    value = usual_date(text)
    if value is None:
        text = " ".join(text.split())
        try:
            reading = rfc822_date(text) or iso_date(text, evidence)
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
        match = SLASHED.search(text) if len(text) <= LONGEST else None
        if match is None:
            return
        one, two = int(match[1]), int(match[3])
        if (one > 12) == (two > 12):
            return
        order: Order = "dm" if one > 12 else "md"
        marked = meridiem_is_english(text.lower())
        known = self.evidence.marked if marked else self.evidence.plain
        if known is None:
            old = self.evidence
            self.evidence = Evidence(
                old.vietnamese, order if marked else old.marked, old.plain if marked else order
            )


@lru_cache(maxsize=8192)
def read_date(text: str, evidence: Evidence = NOTHING_KNOWN) -> DateReading:
    """Read one date.

    >>> str(read_date("Fri, 03 Jul 2020 08:00:00 +0700").value)
    '2020-07-03T08:00:00+07:00'
    >>> read_date("7/3/2020").value is None
    True
    """
    text = " ".join(text.split())
    try:
        reading = rfc822_date(text) or iso_date(text, evidence) or other_date(text, evidence)
    except (ModelError, ValueError):
        reading = None
    if reading is not None:
        return reading
    return DateReading(None, f"{text[:80]!r} is no date that could be read; it is kept as text.")
