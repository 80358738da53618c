"""Runs of text: how they look, how their white space collapses, and what inlines they become."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from govnews.model import Break, Mark

_SURROGATE = re.compile("[\ud800-\udfff]")


Look: TypeAlias = tuple[tuple[Mark, ...], str | None, str | None, bool]
"""How a run of text looks, all open elements added up: marks, link, language, preformatted."""


class Effect(NamedTuple):
    """What one element does to the look of the text in it; absent means: leaves it alone."""

    on: tuple[Mark, ...] = ()
    off: tuple[Mark, ...] = ()
    href: str | None = None
    lang: str | None = None
    pre: bool | None = None


EffectLike: TypeAlias = tuple[
    tuple[Mark, ...], tuple[Mark, ...], str | None, str | None, bool | None
]
"""An `Effect`, or the bare tuple of its fields, which is made faster."""

PLAIN: Final[Look] = ((), None, None, False)
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


def derive(look: Look, effect: EffectLike) -> Look:
    """Return the look of text inside an element of that effect."""
    marks, href, lang, pre = look
    on, off, to, tongue, keep = effect
    if on or off:
        marks = _in_order({*marks, *on} - set(off)) if marks or off else on
    return (
        marks,
        href if to is None else to,
        lang if tongue is None else tongue or None,
        pre if keep is None else keep,
    )


def settle(pieces: list[Piece]) -> list[Piece]:
    """Collapse white space across runs and at the ends of lines (CSS Text 3, 4.1.1 and 4.1.2).

    Within each run, white space has been collapsed to single blanks already. Preformatted runs are
    cut at their line ends.
    """
    settled: list[Piece] = []
    blank = True  # whether a blank here would follow another one or begin a line
    for written, look in pieces:
        text = written
        if text is None:
            _trim_end(settled)
            settled.append((None, look))
            blank = True
        elif look[3]:
            for number, line in enumerate(text.split("\n")):
                if number:
                    settled.append((None, look))
                if line:
                    settled.append((line, look))
                    blank = False
        else:
            if blank and text[0] == " ":
                text = text[1:]
                if not text:
                    continue
            settled.append((text, look))
            blank = text[-1] == " "
    _trim_end(settled)
    return settled


def _trim_end(pieces: list[Piece]) -> None:
    if pieces:
        text, look = pieces[-1]
        if text is not None and not look[3] and text[-1] == " ":
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


def scalars(text: str) -> str:
    """Make legal text of any string: halves of characters become U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def words(pieces: list[Piece]) -> str:
    r"""Return the plain text of settled pieces; a line break is ``\n``."""
    return scalars("".join("\n" if text is None else text for text, _ in pieces))
