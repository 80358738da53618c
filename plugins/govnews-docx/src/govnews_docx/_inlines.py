"""From runs to inlines, and the other way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from govnews.model import Break, Inline, Mark, Text, fold_line
from govnews_docx._styles import CODE, EM, STRIKE, STRONG, SUB, SUP, UNDERLINE
from govnews_docx._surface import Run

_BITS: Final = (
    (STRONG, Mark.STRONG),
    (EM, Mark.EM),
    (UNDERLINE, Mark.UNDERLINE),
    (STRIKE, Mark.STRIKE),
    (SUB, Mark.SUB),
    (SUP, Mark.SUP),
    (CODE, Mark.CODE),
)
#: The marks of each sum of bits.
MARKS: Final = tuple(
    tuple(mark for bit, mark in _BITS if flags & bit) for flags in range(1 << len(_BITS))
)
FLAGS: Final = {mark: bit for bit, mark in _BITS}
_BREAK: Final = Break()
_END: Final[Run] = ("", -1, None)  # looks like no run


def inlines(runs: Sequence[Run]) -> tuple[list[Inline], bool]:
    """Return the inlines of runs, neighbors that look alike joined, and whether any was folded.

    Text of an inline is one line: a tab becomes a blank.
    """
    if len(runs) == 1:
        text, flags, href = runs[0]
        if text.isprintable():
            if not flags and href is None:
                return [Text(text=text)], False
            return [Text(text=text, marks=MARKS[flags], href=href)], False
    found: list[Inline] = []
    folded = False
    alike: list[str] = []  # words of runs before that look as the one at hand
    for (text, flags, href), (_, own, link) in pairwise((*runs, _END)):
        if own == flags and link == href:
            alike.append(text)
            continue
        if alike:
            alike.append(text)
            text = "".join(alike)  # noqa: PLW2901
            alike.clear()
        if text.isprintable():
            if text:
                found.append(Text(text=text, marks=MARKS[flags], href=href))
        else:
            folded |= _put(found, text, flags, href)
    return found, folded


def _put(found: list[Inline], text: str, flags: int, href: str | None) -> bool:
    folded = False
    for number, line in enumerate(text.split("\n")):
        if number:
            found.append(_BREAK)
        if line:
            one = fold_line(line)
            folded |= one != line
            found.append(Text(text=one, marks=MARKS[flags], href=href))
    return folded


def flags_of(text: Text) -> int:
    """Return the bits of a run's marks."""
    flags = 0
    for mark in text.marks:
        flags |= FLAGS[mark]
    return flags
