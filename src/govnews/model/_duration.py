"""ISO 8601 durations, taken apart."""

from __future__ import annotations

import re

from attrs import frozen

_DURATION = re.compile(
    r"P(?=[0-9T])(?:(?P<years>[0-9]{1,6})Y)?(?:(?P<months>[0-9]{1,6})M)?"
    r"(?:(?P<weeks>[0-9]{1,6})W)?(?:(?P<days>[0-9]{1,6})D)?"
    r"(?P<time>T(?=[0-9])(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}S)?)?"
)


@frozen
class Duration:
    """Calendar parts of a duration; whether it has parts of a day is noted, not counted."""

    months: int
    days: int
    timed: bool


def parse_duration(text: str) -> Duration | None:
    """Return the parts of an ISO 8601 duration (5.5.2.2), or None where it is none."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    years, months, weeks, days = (
        int(match[name] or 0) for name in ("years", "months", "weeks", "days")
    )
    return Duration(12 * years + months, 7 * weeks + days, match["time"] is not None)
