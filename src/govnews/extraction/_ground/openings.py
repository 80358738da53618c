"""How a form of dates may begin: the words that can open it.

A language has some forty forms, and one that begins with "quarter" need not be tried at a figure.
What a form begins with is read off its text. Where that is too hard, the form is said to begin with
anything, and is tried everywhere: a guess on the safe side.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

FIGURE: Final = "0"
"""Stands for any figure among openings."""

BRACKET: Final = "("

Openings = frozenset[str] | None
"""Words, a figure, a bracket; None is anything."""

_GROUP: Final = re.compile(r"\(\?(?P<sort>:|=|!|<=|<!)")
_MACRO: Final = re.compile(r"\{(?P<name>[A-Za-z_]\w*)\}")
_WORD: Final = re.compile(r"[^\W\d_]+(?=\\s|\{_\}|\{\w+\}|$)")
_FIGURES: Final = re.compile(r"\\d|[0-9]")
_BLANK: Final = re.compile(r"\\s|\{_\}|\s")
_MARK: Final = re.compile(r"\\\(")
_MANY: Final = re.compile(r"[?*]|\{0,\d+\}")
_COUNTED: Final = re.compile(r"\+|\{\d+(?:,\d*)?\}")
_NONE: Final[frozenset[str]] = frozenset()


def openings(form: str, macros: Mapping[str, Openings]) -> Openings:
    """Return what a form may begin with.

    Args:
        form: The text of the form, its macros in braces.
        macros: What each macro may begin with.
    """
    found, _ = _alternatives(form, macros)
    return found


def _alternatives(form: str, macros: Mapping[str, Openings]) -> tuple[Openings, bool]:
    """Return what any way of writing begins with, and whether one of them may be empty."""
    found: Openings = _NONE
    empty = False
    for way in _ways(form):
        begun, may_be_empty = _sequence(way, macros)
        found = None if found is None or begun is None else found | begun
        empty |= may_be_empty
    return found, empty


def _sequence(way: str, macros: Mapping[str, Openings]) -> tuple[Openings, bool]:
    """Walk over what may be left out, to the first thing that must stand."""
    found: frozenset[str] = _NONE
    at = 0
    while at < len(way):
        begun, optional, at = _step(way, at, macros)
        if begun is None:
            return None, False
        found |= begun
        if not optional:
            return found, False
    return found, True


def _step(way: str, at: int, macros: Mapping[str, Openings]) -> tuple[Openings, bool, int]:
    """Return what one thing begins with, whether it may be left out, and where the next stands."""
    begun: Openings
    optional = False
    if group := _GROUP.match(way, at):
        close = _close(way, at)
        begun, optional = _NONE, True  # what only looks ahead or back takes no place
        if group["sort"] == ":":
            begun, optional = _alternatives(way[group.end() : close], macros)
        at = close + 1
    elif blank := _BLANK.match(way, at):
        begun, optional, at = _NONE, True, blank.end()  # a form begins with no blank
    elif macro := _MACRO.match(way, at):
        begun, at = macros.get(macro["name"].removesuffix("2")), macro.end()
    elif word := _WORD.match(way, at):
        begun, at = frozenset({word[0]}), word.end()
    elif figure := _FIGURES.match(way, at):
        begun, at = frozenset({FIGURE}), figure.end()
    elif mark := _MARK.match(way, at):
        begun, at = frozenset({BRACKET}), mark.end()
    else:
        return None, False, at
    if many := _MANY.match(way, at):
        return begun, True, many.end()
    counted = _COUNTED.match(way, at)
    return begun, optional, counted.end() if counted else at


def _close(way: str, at: int) -> int:
    """Return where the bracket is closed that is opened at a place."""
    depth = 0
    for place in range(at, len(way)):
        if way[place - 1 : place] == "\\":
            continue
        depth += {"(": 1, ")": -1}.get(way[place], 0)
        if not depth:
            return place
    return len(way)


def _ways(form: str) -> list[str]:
    """Divide a form at the bars that stand outside of brackets."""
    ways, depth, start = [], 0, 0
    for place, char in enumerate(form):
        if form[place - 1 : place] == "\\":
            continue
        depth += {"(": 1, ")": -1, "[": 1, "]": -1}.get(char, 0)
        if char == "|" and not depth:
            ways.append(form[start:place])
            start = place + 1
    return [*ways, form[start:]]
