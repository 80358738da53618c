"""Put delimiters so that they open and close whatever stands beside them.

By CommonMark 6.2 a delimiter opens or closes depending on its two neighbors: a blank, a mark of
punctuation, or anything else (here: a letter). Text may have any of them anywhere: `a**(b)**c` has
no strong text. Where the neighbors do not fit, a character of the text becomes an entity, which
begins and ends with punctuation, and fits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from string import punctuation
from typing import Final, Literal, TypeAlias

from attrs import frozen

from govnews_text._escape import entity

_PUNCTUATION: Final = frozenset(punctuation)
_BETWEEN_LETTERS: Final = ("**", "~~")
"""Delimiters that may stand between two letters; `_` may not."""

Sort: TypeAlias = Literal["edge", "blank", "punctuation", "letter", "odd"]


@frozen
class Piece:
    """A piece of a line: text, or a delimiter that opens or closes."""

    kind: Literal["text", "open", "close"]
    source: str


def joined(pieces: Iterable[Piece]) -> str:
    """Join the pieces of a line. It begins and ends with text or with a delimiter.

    >>> word = [Piece("text", "a"), Piece("open", "**"), Piece("text", "(b)")]
    >>> print(joined([*word, Piece("close", "**"), Piece("text", "c")]))
    &#97;**(b)**&#99;
    """
    parts: list[str] = [""]  # texts at even places, delimiters between them
    between: dict[int, list[Piece]] = {}
    for is_text, group in groupby(pieces, lambda piece: piece.kind == "text"):
        found = list(group)
        source = "".join(piece.source for piece in found)
        if is_text:
            parts[-1] = source
        else:
            between[len(parts)] = found
            parts += [source, ""]
    waiting = list(between)
    while waiting:
        place = waiting.pop()
        left, right = _unfit(between[place], parts[place - 1], parts[place + 1])
        if left:
            parts[place - 1] = _last_as_entity(parts[place - 1])
            waiting += [place - 2] if place - 2 in between else []
        if right:
            parts[place + 1] = _first_as_entity(parts[place + 1])
            waiting += [place + 2] if place + 2 in between else []
    return "".join(parts)


def _unfit(group: list[Piece], before: str, after: str) -> tuple[bool, bool]:
    """Tell whether the character before some delimiters, or the one after, does not fit them."""
    left, right = _sort(before[-1:]), _sort(after[:1])
    kinds = {piece.kind for piece in group}
    if len(kinds) == 2:  # they are punctuation to each other
        return left == "blank", right == "blank"
    lone = len(group) == 1 and group[0].source in _BETWEEN_LETTERS
    if "close" in kinds:
        inside, outside = _unfit_around(left, right, lone=lone)
        return inside, outside
    inside, outside = _unfit_around(right, left, lone=lone)
    return outside, inside


def _unfit_around(inside: Sort, outside: Sort, *, lone: bool) -> tuple[bool, bool]:
    if lone and inside == "letter":
        return False, False
    return inside == "blank", outside in ("letter", "odd")


def _sort(character: str) -> Sort:
    if not character:
        return "edge"
    if character in _PUNCTUATION:
        return "punctuation"
    if character.isspace():
        return "blank"
    if character.isalnum():
        return "letter"
    # Symbols are punctuation since 0.31 only; the rest is left to nobody's table.
    return "punctuation" if unicodedata.category(character)[0] == "P" else "odd"


def _last_as_entity(source: str) -> str:
    head, last = source[:-1], source[-1]
    if head[-1:] == "_" and head[-2:-1].isalnum():  # no longer within a word
        head = f"{head[:-1]}\\_"
    return f"{head}{entity(last)}"


def _first_as_entity(source: str) -> str:
    first, rest = source[0], source[1:]
    return f"{entity(first)}\\{rest}" if rest[:1] == "_" else f"{entity(first)}{rest}"
