"""From runs to inlines, and the other way."""

from __future__ import annotations

from collections.abc import Sequence
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


def inlines(runs: Sequence[Run]) -> tuple[tuple[Inline, ...], bool]:
    """Return the inlines of runs, neighbors that look alike joined, and whether any was folded.

    Text of an inline is one line: a tab becomes a blank.
    """
    if not runs:
        return (), False
    found: list[Inline] = []
    folded = False
    text, flags, href = runs[0]
    alike: list[str] = []  # words of runs before that look as the one at hand
    for following, own, link in runs[1:]:
        if own == flags and link == href:
            alike.append(text)
        else:
            if alike:
                text = "".join((*alike, text))
                alike = []
            folded |= _put(found, text, flags, href)
            flags, href = own, link
        text = following
    if alike:
        text = "".join((*alike, text))
    folded |= _put(found, text, flags, href)
    return tuple(found), folded


def _put(found: list[Inline], text: str, flags: int, href: str | None) -> bool:
    """Add a run to inlines; return whether it was folded."""
    if not text:
        return False
    if text.isprintable():
        if not flags and href is None:
            found.append(Text(text=text))  # most runs; what is not said need not be checked
        else:
            found.append(Text(text=text, marks=MARKS[flags], href=href))
        return False
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
