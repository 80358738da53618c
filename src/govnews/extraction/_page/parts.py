"""A page as lines and parts: where each begins and ends, and what it is."""

from __future__ import annotations

import re
from typing import Final, Literal

from attrs import field, frozen, mutable

from govnews.extraction._ground.view import View

_LINE: Final = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")

Role = Literal[
    "title",
    "stamp",
    "byline",
    "caption",
    "lead",
    "paragraph",
    "item",
    "heading",
    "credit",
    "related",
]


@frozen
class Span:
    """A trimmed line.

    Args:
        start: First character.
        end: The character after the last.
        gap: Whether a blank line stands before it.
    """

    start: int
    end: int
    gap: bool = False


@frozen(kw_only=True)
class Part:
    """A block of the story."""

    start: int
    end: int
    role: Role
    number: int | None = None


@mutable
class Page:
    """The lines of a page by what they are."""

    header: list[Span] = field(factory=list)
    title: Span | None = None
    stamps: list[Span] = field(factory=list)
    body: list[Part] = field(factory=list)
    credits: list[Span] = field(factory=list)
    footer: list[Span] = field(factory=list)


def lines_of(view: View) -> list[Span]:
    """Return the lines that hold anything, trimmed."""
    lines: list[Span] = []
    last = 0
    for match in _LINE.finditer(view.folded):
        start, end = view.trim(*match.span())
        if start < end:
            lines.append(Span(start, end, view.folded.count("\n", last, start) > 1))
            last = end
    return lines
