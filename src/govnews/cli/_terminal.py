"""What reaches the terminal: text made visible, cut to columns, styled where that is wanted."""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, Literal, TextIO, TypeAlias

Style: TypeAlias = Literal["", "title", "head", "label", "words", "dim", "good", "bad"]
Span: TypeAlias = tuple[Style, str]

_ANSI: Final[dict[Style, str]] = {
    "title": "1",
    "head": "1;36",
    "label": "36",
    "words": "3",
    "dim": "2",
    "good": "32",
    "bad": "31",
}
# Control characters, and the controls that turn the direction of text (CVE-2021-42574).
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile("[\n\t\u2028\u2029]+")


def visible(text: str) -> str:
    r"""Return text in which nothing can act on a terminal: controls become visible names.

    >>> visible("red \x1b[31m")
    'red ␛[31m'
    """
    return _HIDDEN.sub(lambda match: _picture(match.group()), text)


def one_line(text: str) -> str:
    """Return `visible` text on one line."""
    return visible(_BREAKS.sub(" ", text))


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the block of control pictures
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, width: int) -> list[str]:
    """Break a line at blanks; a word longer than the width is broken anywhere."""
    lines: list[str] = []
    line, used = "", 0
    for word in _pieces(text, width):
        wide = width_of(word)
        if line and used + 1 + wide > width:
            lines.append(line)
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + 1 + wide) if line else (word, wide)
    return [*lines, line] if line or not lines else lines


def _pieces(text: str, width: int) -> Iterator[str]:
    for word in text.split(" "):
        piece, used = "", 0
        for character in word:
            columns = _columns(character)
            if used + columns > width:
                yield piece
                piece, used = "", 0
            piece, used = piece + character, used + columns
        if piece:
            yield piece


class Terminal:
    """A stream that people read.

    Args:
        stream: Where to write.
        width: Columns; None asks the terminal, and takes at most 100 for the sake of reading.
        styled: Whether to style; None: where the stream is a terminal and ``NO_COLOR`` is unset.
    """

    def __init__(
        self, stream: TextIO | None = None, *, width: int | None = None, styled: bool | None = None
    ) -> None:
        self.stream = sys.stdout if stream is None else stream
        self.width = width or max(40, min(shutil.get_terminal_size((88, 24)).columns, 100))
        interactive = self.stream.isatty() and "NO_COLOR" not in os.environ
        self.styled = interactive if styled is None else styled

    def line(self, *spans: Span) -> None:
        """Write a line of styled spans; their text is made visible here."""
        text = "".join(self._styled(style, one_line(text)) for style, text in spans)
        self.stream.write(text.rstrip() + "\n")

    def _styled(self, style: Style, text: str) -> str:
        code = _ANSI.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if self.styled and code and text else text

    def table(self, header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
        """Write a table; its last column takes the room that is left, over several lines."""
        head = list(header)
        body = [[one_line(cell) for cell in row] for row in rows]
        widths = [max(width_of(row[at]) for row in [head, *body]) for at in range(len(head))]
        rest = max(20, self.width - sum(widths[:-1]) - 2 * (len(head) - 1))
        self._row(head, widths, rest, "head")
        for row in body:
            self._row(row, widths, rest, "")

    def _row(self, cells: list[str], widths: list[int], rest: int, style: Style) -> None:
        *first, last = cells
        beginning = "".join(
            cell + " " * (width + 2 - width_of(cell))
            for cell, width in zip(first, widths, strict=False)
        )
        for number, part in enumerate(wrapped(last, rest)):
            start = beginning if number == 0 else " " * width_of(beginning)
            self.line((style, start), (style, part))
