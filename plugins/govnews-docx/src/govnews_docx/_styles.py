"""What a document's styles and numberings mean."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import define, field, frozen

from govnews_docx._names import NAME, PPR, RPR, VAL, w
from govnews_docx._numbering import numbering_of

STRONG: Final = 1
EM: Final = 2
UNDERLINE: Final = 4
STRIKE: Final = 8
SUB: Final = 16
SUP: Final = 32
CODE: Final = 64
HIDDEN: Final = 128
DELETED: Final = 256

_HEADING: Final = re.compile(r"(?:heading|標題|titre|título|đề mục)\s*([1-9])", re.IGNORECASE)
OFF: Final = frozenset({"0", "false", "off"})
_B, _I, _U, _STRIKE, _DSTRIKE = w("b"), w("i"), w("u"), w("strike"), w("dstrike")
_VANISH, _ALIGN, _RSTYLE = w("vanish"), w("vertAlign"), w("rStyle")
TOGGLES: Final = {_B: STRONG, _I: EM, _STRIKE: STRIKE, _DSTRIKE: STRIKE, _VANISH: HIDDEN}
#: Properties of letters that are no toggles.
LETTERS: Final = frozenset({_U, _ALIGN, _RSTYLE})
_TITLES: Final = {
    "title": "title",
    "gn title": "title",
    "subtitle": "subtitle",
    "gn subtitle": "subtitle",
}
_CHAIN: Final = 12  # Word itself allows about ten styles to rest on each other


@define
class Style:
    """A style, with what it takes from the styles it is based on."""

    name: str = ""
    kind: str = "paragraph"
    base: str | None = None
    level: int | None = None
    num: tuple[str | None, int] | None = None
    flags: int = 0
    bold: bool = False


@frozen
class Styles:
    """All styles by id.

    Args:
        by_id: The styles.
        titles: What the styles of titles and subtitles are, by their ids.
    """

    by_id: dict[str, Style]
    titles: dict[str, str] = field(factory=dict)

    def get(self, style_id: str | None) -> Style:
        """Return a style; unknown ids are styles that say nothing."""
        return self.by_id.get(style_id or "", _NO_STYLE)


_NO_STYLE: Final = Style()
NO_STYLES: Final = Styles({})


def read_styles(root: Any) -> Styles:
    """Read a styles part."""
    found: dict[str, Style] = {}
    titles: dict[str, str] = {}
    for element in root.iterchildren(w("style")):
        style_id = element.get(w("styleId"), "")
        style = _style(element)
        found.setdefault(style_id, style)
        if style.name.casefold() in _TITLES:
            titles[style_id] = _TITLES[style.name.casefold()]
    for style in found.values():
        _inherit(style, found)
    return Styles(found, titles)


def _style(element: Any) -> Style:
    style = Style(kind=element.get(w("type"), "paragraph"))
    for child in element:
        if child.tag == NAME:
            style.name = child.get(VAL, "")
        elif child.tag == w("basedOn"):
            style.base = child.get(VAL)
        elif child.tag == PPR:
            for entry in child:
                if entry.tag == w("outlineLvl"):
                    style.level = _level(entry.get(VAL))
                elif entry.tag == w("numPr"):
                    style.num = numbering_of(entry)
        elif child.tag == RPR:
            flags = run_flags(child, NO_STYLES)
            style.bold = bool(flags & STRONG)
            # The underline of links is no emphasis, and the bold of a heading style none either.
            style.flags = flags if style.kind == "character" else flags & HIDDEN
    named = _HEADING.match(style.name)
    if named and style.level is None:
        style.level = int(named[1])
    lowered = style.name.casefold()
    if lowered in ("hyperlink", "followedhyperlink", "internet link", "visited internet link"):
        style.flags &= HIDDEN
    if lowered in ("html code", "gn code", "verbatim char", "source text"):
        style.flags |= CODE
    if lowered.endswith("reference") and ("footnote" in lowered or "endnote" in lowered):
        style.flags &= ~SUP
    return style


def _level(value: str | None) -> int | None:
    """Outline level 0 to 8 as 1 to 9; 9 is body text (ISO 29500-1, 17.3.1.20)."""
    if value is None or not value.isascii() or not value.isdigit() or len(value) > 1:
        return None
    return int(value) + 1


def _inherit(style: Style, found: dict[str, Style]) -> None:
    base = style.base
    for _ in range(_CHAIN):
        parent = found.get(base or "")
        if parent is None:
            return
        if style.level is None:
            style.level = parent.level
        if style.num is None:
            style.num = parent.num
        style.bold = style.bold or parent.bold
        style.flags |= parent.flags
        base = parent.base


def run_flags(rpr: Any, styles: Styles) -> int:
    """Return the marks of a ``w:rPr``, and `DELETED` where it marks the run as deleted."""
    flags = 0
    off = 0
    base = 0
    for child in rpr:
        tag = child.tag
        if tag in TOGGLES:
            # Asking for attributes at all costs less than asking for one by its name.
            if child.keys() and child.get(VAL) in OFF:
                off |= TOGGLES[tag]
            else:
                flags |= TOGGLES[tag]
        elif tag == _RSTYLE:
            base = letters(child, styles)
        elif tag in LETTERS:
            flags |= letters(child, styles)
        elif tag == _DEL:
            flags |= DELETED
    return (base & ~off) | flags


_DEL: Final = w("del")


def letters(element: Any, styles: Styles) -> int:
    """Return the marks that one of `LETTERS` says."""
    value = element.get(VAL)
    if element.tag == _U:
        return 0 if value == "none" else UNDERLINE
    if element.tag == _RSTYLE:
        return styles.get(value).flags
    return SUP if value == "superscript" else SUB if value == "subscript" else 0
