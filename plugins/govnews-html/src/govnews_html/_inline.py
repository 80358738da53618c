"""Runs of text: how they look, how their white space collapses, and what inlines they become."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from govnews.errors import ModelError
from govnews.model import Break, Inline, Mark, Text, fold_line

_SURROGATE = re.compile("[\ud800-\udfff]")


class Look(NamedTuple):
    """How a run of text looks: what the open elements around it add up to."""

    marks: tuple[Mark, ...] = ()
    href: str | None = None
    lang: str | None = None
    pre: bool = False


class Effect(NamedTuple):
    """What one element does to the look of the text in it; absent means: leaves it alone."""

    on: tuple[Mark, ...] = ()
    off: tuple[Mark, ...] = ()
    href: str | None = None
    lang: str | None = None
    pre: bool | None = None


PLAIN: Final = Look()
NO_EFFECT: Final = Effect()
BREAK: Final = Break()

Piece: TypeAlias = tuple[str | None, Look]
"""A run of text, or a line break (None), with its look."""

MARKS: Final = {
    "b": Mark.STRONG,
    "strong": Mark.STRONG,
    "i": Mark.EM,
    "em": Mark.EM,
    "cite": Mark.EM,
    "dfn": Mark.EM,
    "var": Mark.EM,
    "u": Mark.UNDERLINE,
    "ins": Mark.UNDERLINE,
    "s": Mark.STRIKE,
    "del": Mark.STRIKE,
    "strike": Mark.STRIKE,
    "sub": Mark.SUB,
    "sup": Mark.SUP,
    "code": Mark.CODE,
    "kbd": Mark.CODE,
    "samp": Mark.CODE,
    "tt": Mark.CODE,
}
"""The mark that an element stands for."""

_STYLES = re.compile(
    r"""(?P<bold>font-weight\s*:\s*(?:bold|[6-9]00))
      | (?P<light>font-weight\s*:\s*(?:normal|[1-5]00))
      | (?P<italic>font-style\s*:\s*(?:italic|oblique))
      | (?P<upright>font-style\s*:\s*normal)
      | (?P<pre>white-space\s*:\s*(?:pre(?!-line)|break-spaces))
      | (?P<collapse>white-space\s*:\s*(?:normal|nowrap))
      | (?P<sub>vertical-align\s*:\s*sub)
      | (?P<sup>vertical-align\s*:\s*super)
      | (?P<line>text-decoration(?:-line)?\s*:[^;]{0,80})""",
    re.VERBOSE | re.IGNORECASE,
)
_ON = {"bold": Mark.STRONG, "italic": Mark.EM, "sub": Mark.SUB, "sup": Mark.SUP}
_OFF = {"light": Mark.STRONG, "upright": Mark.EM}


@lru_cache(maxsize=256)
def style_effect(style: str, mark: Mark | None) -> Effect:
    """Read the few properties of a ``style`` attribute that say what a mark says.

    >>> style_effect("color:red; font-weight: bold", None).on
    (<Mark.STRONG: 'strong'>,)
    """
    on = set() if mark is None else {mark}
    off: set[Mark] = set()
    pre: bool | None = None
    for found in _STYLES.finditer(style):
        name = found.lastgroup or ""
        if name in _ON:
            on.add(_ON[name])
        elif name in _OFF:
            off.add(_OFF[name])
        elif name in ("pre", "collapse"):
            pre = name == "pre"
        else:
            value = found[0].lower()
            on |= {Mark.UNDERLINE} if "underline" in value else set()
            on |= {Mark.STRIKE} if "line-through" in value else set()
    return Effect(_in_order(on - off), _in_order(off), pre=pre)


def _in_order(marks: set[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in Mark if mark in marks)


def derive(look: Look, effect: Effect) -> Look:
    """Return the look of text inside an element of that effect."""
    marks = look.marks
    if not marks and not effect.off:
        marks = effect.on
    elif effect.on or effect.off:
        kept = {*marks, *effect.on} - set(effect.off)
        marks = _in_order(kept)
    return Look(
        marks,
        look.href if effect.href is None else effect.href,
        look.lang if effect.lang is None else effect.lang or None,
        look.pre if effect.pre is None else effect.pre,
    )


def settle(pieces: list[Piece]) -> list[Piece]:
    """Collapse white space across runs and at the ends of lines (CSS Text 3, 4.1.1 and 4.1.2).

    Within each run, white space has been collapsed to single blanks already. Preformatted runs are
    cut at their line ends.
    """
    settled: list[Piece] = []
    blank = True  # whether a blank here would follow another one or begin a line
    for text, look in pieces:
        if text is None:
            _trim_end(settled)
            settled.append((None, look))
            blank = True
        elif look.pre:
            for number, line in enumerate(text.split("\n")):
                if number:
                    settled.append((None, look))
                if line:
                    settled.append((line, look))
                    blank = False
        else:
            kept = text[1:] if blank and text.startswith(" ") else text
            if kept:
                settled.append((kept, look))
                blank = kept.endswith(" ")
    _trim_end(settled)
    return settled


def _trim_end(pieces: list[Piece]) -> None:
    if pieces:
        text, look = pieces[-1]
        if text is not None and not look.pre and text.endswith(" "):
            pieces.pop()
            if len(text) > 1:
                pieces.append((text[:-1], look))


def trim_breaks(pieces: list[Piece]) -> list[Piece]:
    """Drop line breaks at both ends."""
    start, end = 0, len(pieces)
    while start < end and pieces[start][0] is None:
        start += 1
    while end > start and pieces[end - 1][0] is None:
        end -= 1
    return pieces[start:end]


def run(text: str, look: Look) -> Text:
    """Return a run of text.

    Raises:
        ModelError: The text is no single line.
    """
    if look is PLAIN:
        return Text(text=text)
    return Text(text=text, marks=look.marks, href=look.href, lang=look.lang)


def repaired(text: str) -> str:
    """Make a legal single line of any string."""
    return fold_line(_SURROGATE.sub("\ufffd", text))


def scalars(text: str) -> str:
    """Make legal text of any string: halves of characters become U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def inlines(pieces: list[Piece]) -> tuple[tuple[Inline, ...], bool]:
    """Return the inlines of settled pieces, and whether some text had to be folded."""
    content: list[Inline] = []
    folded = False
    for text, look in pieces:
        if text is None:
            content.append(BREAK)
            continue
        try:
            content.append(run(text, look))
        except ModelError:
            folded = True
            content.append(run(repaired(text), look))
    return tuple(content), folded


def words(pieces: list[Piece]) -> str:
    r"""Return the plain text of settled pieces; a line break is ``\n``."""
    return scalars("".join("\n" if text is None else text for text, _ in pieces))
