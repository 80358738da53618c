"""Dates and periods, each with just the parts that are stated."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from attrs import frozen

from govnews.errors import ModelError
from govnews.extraction._ground.lexicon import Lexicon, first_word
from govnews.extraction._ground.openings import BRACKET, FIGURE, Openings, openings
from govnews.extraction._ground.phrases import Marked
from govnews.extraction._ground.view import any_of
from govnews.extraction.pack import TimeForm, Times
from govnews.model import UNKNOWN, PartialDate, Period

Value: TypeAlias = PartialDate | Period

_MACRO: Final = re.compile(r"\{([A-Za-z_]\w*)\}")
_NUMBERS: Final = {
    "D": r"\d{1,2}",
    "M": r"\d{1,2}",
    "Y": r"(?:1[89]|20)\d\d",
    "T": r"(?:[01]?\d|2[0-3])\s?:\s?[0-5]\d",
    "Z": r"(?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d\d)?",
}


_NOTHING: Final = TimeForm(pattern="", means="nothing")
_DAY: Final = re.compile("[0-9]+")
_FIGURE: Final = re.compile("[0-9][0-9/.:-]*")
_SPACE: Final = re.compile(r"\s")
_OPENING_MARK: Final = re.compile(r"(?<!\w)[0-9(]")
_OPENING_WORD: Final = re.compile(r"\w+")
_REACH: Final = 64
"""How far from a figure the words of its time may stand, in characters."""

_VALUES: Final = frozenset("DMYNTZQLU")
"""Macros that bear a value; all others are words alone."""


@frozen
class Time:
    """A date or a period, and where it stands.

    Args:
        start: First character.
        end: The character after the last.
        value: The reading; None where the words name no time that exists, or none at all.
        cue: What sort of time its form names.
        means: What the form means.
    """

    start: int
    end: int
    value: Value | None
    cue: str = ""
    means: Literal["date", "period", "nothing", "unclear"] = "date"


class TimePatterns:
    """All forms of one language, the first one that fits wins."""

    def __init__(self, times: Times, lexicon: Lexicon) -> None:
        fold = lexicon.fold
        self.lexicon = lexicon
        self.forms = times.forms
        self.months = {fold(word): number for word, number in times.months.items()}
        self.units = {fold(word): unit for word, unit in times.units.items()}
        self.quarters = {fold(word): number for word, number in times.quarters.items()}
        self.numbers = {fold(word): number for word, number in times.numbers.items()}
        phrases = {name: [fold(word) for word in some] for name, some in times.macros.items()}
        # Every form begins with a figure, a bracket or a word of the pack.
        opening = [
            word
            for some in (*phrases.values(), self.months, self.units, self.numbers)
            for word in some
            if first_word(word)
        ]
        self.opening = lexicon.phrases(opening, sought=True)
        # No form does without a figure, the name of a month, or a length in words.
        self.named = lexicon.phrases(
            [
                *self.months,
                *(
                    f"{number}{gap}{unit}"
                    for number in self.numbers
                    for unit in self.units
                    for gap in (" ", "-")  # "five-year"
                ),
            ],
            sought=True,
        )
        phrases |= {"N": [*self.months], "U": [*self.units]}
        phrases |= {"Q": [*self.quarters], "L": [*self.numbers]}
        first = {name: _first_words(some) for name, some in phrases.items()}
        first |= {name: frozenset({FIGURE}) for name in "DMYT"}
        first["L"] = None if first["L"] is None else first["L"] | {FIGURE}
        self._first = [openings(form.pattern, first) for form in self.forms]
        lengths = any_of(self.numbers) if self.numbers else r"(?!)"
        macros = {name: any_of(some) for name, some in phrases.items()}
        macros |= {"_": r"\s{0,3}", "L": rf"(?:\d{{1,3}}|{lengths})", **_NUMBERS}
        self._written = [
            _written(form.pattern, macros, place) for place, form in enumerate(self.forms)
        ]
        self._patterns: dict[str, re.Pattern[str]] = {}

    def beginning(self, opening: str) -> re.Pattern[str]:
        """Return a pattern for all forms that may begin with a word, a figure or a bracket."""
        pattern = self._patterns.get(opening)
        if pattern is None:
            ways = "|".join(
                f"(?P<form{place}>{text})"
                for place, (text, _) in enumerate(self._written)
                if (first := self._first[place]) is None or opening in first
            )
            pattern = re.compile(rf"(?<![\w/])(?:{ways or '(?!)'})(?!\w|[/.,-]\d)")
            self._patterns[opening] = pattern
        return pattern

    def read(self, match: re.Match[str]) -> tuple[TimeForm, Value | None]:
        """Return the form of a match and its value, None where no such time exists."""
        place = int((match.lastgroup or "form0").removeprefix("form"))
        form = self.forms[place]
        if form.means in ("nothing", "unclear"):
            return form, None
        parts = {
            name: text
            for name, group in self._written[place][1]
            if (text := match[group]) is not None
        }
        if form.cue == "row":
            groups = dict(self._written[place][1])
            if not _in_a_row(match.string[match.start(groups["D"]) : match.end(groups["D2"])]):
                return _NOTHING, None
        try:
            value = self._date(parts) if form.means == "date" else self._period(parts)
        except ModelError:
            return form, None
        return form, value

    def _date(self, parts: Mapping[str, str], mark: str = "") -> PartialDate:
        day, month, year = (parts.get(name + mark) for name in "DMY")
        name = parts.get("N" + mark)
        clock = parts.get("T")
        return PartialDate(
            year=int(year) if year else None,
            month=self.months[" ".join(name.split())] if name else int(month) if month else None,
            day=int(day) if day else None,
            time=_clock(clock) if clock else None,
            offset=_offset(parts["Z"]) if clock and "Z" in parts else None,
        )

    def _period(self, parts: dict[str, str]) -> Period:
        if "Q" in parts:
            last = 3 * self.quarters[" ".join(parts["Q"].split())]
            year = int(parts["Y"])
            return Period(
                start=PartialDate(year=year, month=last - 2),
                end=PartialDate(year=year, month=last),
            )
        duration = None
        if "L" in parts:
            length = " ".join(parts["L"].split())
            number = int(length) if length.isdigit() else self.numbers[length]
            duration = f"P{number}{self.units[' '.join(parts['U'].split())]}"
        _borrow(parts)
        ends = any(name.endswith("2") for name in parts)
        starts = any(name in parts for name in "DNMY")
        if not ends and starts:
            only = self._date(parts)
            return Period(start=only, end=only, duration=duration)
        return Period(
            start=self._date(parts) if starts else UNKNOWN,
            end=self._date(parts, "2") if ends else UNKNOWN,
            duration=duration,
        )


def _in_a_row(listed: str) -> bool:
    """Whether the days of a list follow each other; else they are several events."""
    days = [int(day) for day in _DAY.findall(listed)]
    return all(day + 1 == following for day, following in pairwise(days))


def _borrow(parts: dict[str, str]) -> None:
    """Give each end of a range what only the other one states.

    "từ ngày 4 đến 5/6": the first day takes the month of the last. "June 13 to 17": the last day
    takes the month of the first.
    """
    if "D" in parts and "D2" in parts and "M2" not in parts and "N2" not in parts:
        for name in "MN":
            if name in parts:
                parts[name + "2"] = parts[name]
    stated = [name for name in "DNMY" if name in parts]
    coarser = "DNMY".partition(stated[0] if stated else "Y")[2]
    monthly = "N" in parts or "M" in parts
    for name in coarser:
        if name + "2" in parts and name not in parts and not (monthly and name != "Y"):
            parts[name] = parts[name + "2"]


def _written(
    pattern: str, macros: Mapping[str, str], place: int
) -> tuple[str, list[tuple[str, str]]]:
    """Write a form out; macros that bear a value become groups, each with a name of its own."""
    groups: list[tuple[str, str]] = []

    def write(macro: re.Match[str]) -> str:
        name = macro[1]
        text = macros[name.removesuffix("2")]
        if name[0] in _VALUES and name.removesuffix("2") in _VALUES:
            group = f"{name}_{place}_{len(groups)}"
            groups.append((name, group))
            return f"(?P<{group}>{text})"
        return text

    return _MACRO.sub(write, pattern), groups


def _first_words(phrases: Iterable[str]) -> Openings:
    """Return what some phrases begin with."""
    words = {first_word(phrase) for phrase in phrases}
    return None if None in words else frozenset(word for word in words if word is not None)


def _clock(text: str) -> str:
    hour, minute = re.split(r"\s?:\s?", text)
    return f"{int(hour):02d}:{minute}"


def _offset(text: str) -> str:
    sign = "-" if "-" in text else "+"
    digits = re.sub(r"\D", " ", text).split()
    hours = digits[0]
    minutes = digits[1] if len(digits) > 1 else hours[2:] or "00"
    return f"{sign}{int(hours[:2]):02d}:{minutes}"


def _windows(folded: str, patterns: TimePatterns) -> Iterator[tuple[int, int]]:
    """Yield the stretches around what makes a time; nothing else of the text is looked at."""
    figures = [match.start() for match in _FIGURE.finditer(folded)]
    named = [match.start() for match in patterns.named.finditer(folded)]
    first = last = -1
    for at in sorted(figures + named) if named else figures:
        if at - _REACH > last:
            if last >= 0:
                yield first, last
            first = _blank_before(folded, max(at - _REACH, 0))
        last = _blank_behind(folded, min(at + _REACH, len(folded)))
    if last >= 0:
        yield first, last


def _blank_before(folded: str, at: int) -> int:
    """Move a cut to the blank before it, so that it cuts no word; not too far."""
    if at <= 0 or folded[at].isspace():
        return at
    word = folded[max(0, at - _REACH) : at + 1].rsplit(maxsplit=1)[-1]
    return max(0, at - min(len(word), _REACH))


def _blank_behind(folded: str, at: int) -> int:
    """Move a cut to the blank behind it, so that it cuts no word; not too far."""
    end = min(len(folded), at + _REACH)
    blank = _SPACE.search(folded, at, end)
    return end if blank is None else blank.start()


class Timeline:
    """The times of a text in order, found in one pass."""

    def __init__(self, folded: str, patterns: TimePatterns) -> None:
        marked = patterns.lexicon.mark(folded)
        self.times: list[Time] = []
        for start, end in _windows(marked, patterns):
            at = start
            for opening in self._openings(marked, patterns, start, end):
                if opening < at:
                    continue
                match = self._match(marked, patterns, opening, end)
                if match is not None and match.end() > opening:
                    at = match.end()
                    form, value = patterns.read(match)
                    self.times.append(Time(opening, at, value, form.cue, form.means))
        self._starts = [time.start for time in self.times]

    def _openings(self, folded: Marked, patterns: TimePatterns, start: int, end: int) -> list[int]:
        """Return the places of a stretch where a form may begin."""
        figures = [match.start() for match in _OPENING_MARK.finditer(folded, start, end)]
        return sorted(figures + patterns.opening.places(folded, start, end))

    def _match(
        self, folded: Marked, patterns: TimePatterns, at: int, end: int
    ) -> re.Match[str] | None:
        opening = FIGURE
        if not folded[at].isdigit():
            word = _OPENING_WORD.match(folded, at)
            opening = BRACKET if word is None else word[0]
        return patterns.beginning(opening).match(folded, at, end)

    def within(self, start: int, end: int) -> list[Time]:
        """Return the times that begin in a range."""
        return self.times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
