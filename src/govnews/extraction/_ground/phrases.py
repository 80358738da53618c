"""Phrases of a pack, tried only where in a text one of them may begin.

A pack knows thousands of phrases in some seventy sets, and each stage asks for a few of the sets.
So the words of a text are looked up once in the first words of all phrases (`_lexicon`), and what
was found is kept with the text. A pattern never runs over the text to find its places.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

_END: Final = sys.maxsize


class Marked(str):
    """A folded text that knows where the words stand with which the phrases of a pack begin.

    Attributes:
        kinds: For the place of each such word, the sets that have a phrase beginning with it: one
            bit for each set.
        starts: For each set, the places of its words in order.
    """

    __slots__ = ("kinds", "starts")

    kinds: dict[int, int]
    starts: Sequence[list[int]]


class Phrases:
    """A set of phrases: a pattern, tried only where one of its phrases may begin.

    Its methods take the arguments of those of a pattern. In a text that is not marked it runs as
    any pattern does.

    Args:
        pattern: Matches any of the phrases.
        bit: Stands for the set among the kinds of a marked text.
        marks: What phrases begin with that begin with no word.
        number: Place of the set among the starts of a marked text; None where the set is only
            asked for at places, never sought in ranges.
    """

    __slots__ = ("_match", "_number", "bit", "fullmatch", "marks", "pattern", "sub")

    def __init__(
        self, pattern: re.Pattern[str], bit: int, marks: frozenset[str], number: int | None
    ) -> None:
        self.pattern, self.bit, self.marks = pattern, bit, marks
        self.fullmatch, self.sub, self._match = pattern.fullmatch, pattern.sub, pattern.match
        self._number = number

    def match(self, text: str, at: int = 0, end: int = _END) -> re.Match[str] | None:
        """Match a phrase at a place."""
        if (
            text.__class__ is Marked
            and not text.kinds.get(at, 0) & self.bit
            and (not self.marks or text[at : at + 1] not in self.marks)
        ):
            return None
        return self._match(text, at, end)

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """Return the first phrase of a range."""
        if self._number is None or not isinstance(text, Marked):
            return self.pattern.search(text, start, end)
        starts = text.starts[self._number]
        for place in range(bisect_left(starts, start), len(starts)) if starts else ():
            at = starts[place]
            if at >= end:
                return None
            found = self._match(text, at, end)
            if found is not None:
                return found
        return None

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        """Return the phrases of a range, none overlapping the one before."""
        if self._number is None or not isinstance(text, Marked):
            return self.pattern.finditer(text, start, end)
        places = self.places(text, start, end)
        return self._apart(text, places, end) if places else iter(())

    def _apart(self, text: Marked, places: list[int], end: int) -> Iterator[re.Match[str]]:
        free = 0
        for at in places:
            found = self._match(text, at, end) if at >= free else None
            if found is not None:
                yield found
                free = found.end()

    def places(self, text: Marked, start: int, end: int) -> list[int]:
        """Return where in a range a phrase of a set that is sought may begin."""
        starts = text.starts[self._number or 0]
        return starts and starts[bisect_left(starts, start) : bisect_left(starts, end)]


class Either:
    """Several sets of phrases, asked at once whether any of them may begin at a place."""

    __slots__ = ("_bits", "_marks")

    def __init__(self, *sets: Phrases) -> None:
        self._bits = sum({one.bit for one in sets})
        self._marks = frozenset().union(*(one.marks for one in sets))

    def begins(self, text: str, at: int) -> bool:
        """Whether a phrase may begin at a place; where it does not, no set needs to be asked."""
        return (
            text.__class__ is not Marked
            or bool(text.kinds.get(at, 0) & self._bits)
            or text[at : at + 1] in self._marks
        )


class Rare:
    """A pattern that runs only where a mark stands that none of its matches does without.

    Its methods take the arguments of those of a pattern.

    Args:
        pattern: The pattern.
        mark: What stands in each match.
        other: What stands in those matches that do without the mark.
    """

    __slots__ = ("mark", "match", "other", "pattern")

    def __init__(self, pattern: str, mark: str, other: str | None = None) -> None:
        self.pattern, self.mark, self.other = re.compile(pattern), mark, other
        self.match = self.pattern.match

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match in a range."""
        return self.pattern.search(text, start, end) if self._marked(text, start, end) else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Return the matches in a range."""
        marked = self._marked(text, start, end)
        return self.pattern.finditer(text, start, end) if marked else iter(())

    def _marked(self, text: str, start: int, end: int) -> bool:
        if text.find(self.mark, start, end) >= 0:
            return True
        return self.other is not None and text.find(self.other, start, end) >= 0
