"""Runs of text as Markdown inlines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import Final

from attrs import evolve, field, frozen

from govnews.model import Break, Inline, Mark, Text, merge_runs
from govnews_text._delimiters import Piece, joined
from govnews_text._escape import Place, destination, escaped, is_safe, shielded

# From the outside in. Each mark has characters of its own, so that neighbors never run together.
_DELIMITERS: Final = {Mark.STRIKE: "~~", Mark.STRONG: "**", Mark.EM: "_"}
_CARRIED: Final = frozenset({*_DELIMITERS, Mark.CODE})
# Noncharacters (Unicode 23.7): readers refuse entities for them, and a delimiter may need one.
_NONCHARACTER: Final = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)


@frozen
class Written:
    """Lines of Markdown, and names of what they do not say."""

    lines: tuple[str, ...]
    lost: tuple[str, ...]


def written(content: Iterable[Inline], place: Place = "line") -> Written:
    """Write inlines; a break parts the lines of a paragraph, and is a blank elsewhere."""
    lost: dict[str, None] = {}
    content = tuple(content)
    odd = any(isinstance(one, Text) and _NONCHARACTER.search(one.text) for one in content)
    carried = _CARRIED - _DELIMITERS.keys() if odd else _CARRIED
    runs = merge_runs([_left_of(inline, carried, place, lost) for inline in content])
    lines = [_Line(place=place)]
    for inline in runs:
        if isinstance(inline, Break):
            lines.append(_Line(place=place))
        else:
            lines[-1].add(inline)
    sources = [shielded(line.source(), place) for line in lines]
    while len(sources) > 1 and not sources[-1]:
        lost["a line break at the end"] = None  # a backslash there would be one (6.7)
        sources.pop()
    return Written(tuple(sources), tuple(lost))


def _left_of(
    inline: Inline, carried: AbstractSet[Mark], place: Place, lost: dict[str, None]
) -> Inline:
    """Return a run with only what Markdown can say, and name the rest."""
    if isinstance(inline, Break):
        if place == "line":
            return inline
        lost["a line break"] = None
        return Text(text=" ")
    marks = [mark for mark in inline.marks if mark in carried]
    if Mark.CODE in marks and place == "cell" and "|" in inline.text:
        marks.remove(Mark.CODE)  # programs disagree on bars and backslashes in code in a cell
    lost.update((mark.value, None) for mark in inline.marks if mark not in marks)
    href = inline.href
    if href is not None and not is_safe(href):
        lost["an address that is not safe to follow"] = None
        href = None
    if inline.lang is not None:
        lost["the language of a run"] = None
    return evolve(inline, marks=tuple(marks), href=href, lang=None)


@frozen(kw_only=True, eq=False)
class _Line:
    """One line under construction: its pieces, the marks and the link that are open."""

    place: Place
    _pieces: list[Piece] = field(factory=list)
    _marks: list[Mark] = field(factory=list)
    _link: list[str] = field(factory=list)

    def add(self, run: Text) -> None:
        """Append a run, closing and opening as little as needed."""
        if self._link != ([] if run.href is None else [run.href]):
            self._close()
            if run.href is not None:
                self._enter(run.href)
        wanted = [mark for mark in _DELIMITERS if mark in run.marks]
        pairs = zip(wanted, self._marks, strict=False)
        shared = len(list(takewhile(lambda pair: pair[0] is pair[1], pairs)))
        self._leave(shared)
        for mark in wanted[shared:]:
            self._pieces.append(Piece("open", _DELIMITERS[mark]))
            self._marks.append(mark)
        source = _code(run.text) if Mark.CODE in run.marks else escaped(run.text, self.place)
        self._pieces.append(Piece("text", source))

    def source(self) -> str:
        """Return the line."""
        self._close()
        return joined(self._pieces)

    def _enter(self, href: str) -> None:
        last = self._pieces[-1].source if self._pieces else ""
        if last.endswith("!"):
            self._pieces[-1] = Piece("text", f"{last[:-1]}\\!")  # else it is a picture (6.4)
        self._link.append(href)
        self._pieces.append(Piece("text", "["))

    def _leave(self, keep: int) -> None:
        while len(self._marks) > keep:
            self._pieces.append(Piece("close", _DELIMITERS[self._marks.pop()]))

    def _close(self) -> None:
        self._leave(0)
        if self._link:
            self._pieces.append(Piece("text", f"]({destination(self._link.pop())})"))


def _code(text: str) -> str:
    """Write a code span (6.1): a fence longer than any within, and the blanks it takes away."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    touching = text[0] == "`" or text[-1] == "`"
    trimmed = text[0] == text[-1] == " " and text.strip(" ") != ""
    pad = " " if touching or trimmed else ""
    return f"{fence}{pad}{text}{pad}{fence}"
