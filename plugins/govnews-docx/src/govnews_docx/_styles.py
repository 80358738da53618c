"""What a document's styles and numberings mean."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import define, field, frozen

from govnews_docx._names import NAME, PPR, RPR, VAL, w

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


def numbering_of(element: Any) -> tuple[str | None, int]:
    """Return number id and level of a ``w:numPr``."""
    num_id, level = None, 0
    for child in element:
        if child.tag == _NUM_ID:
            num_id = child.get(VAL)
        elif child.tag == _ILVL:
            text = child.get(VAL, "0")
            level = int(text) if text in _LEVELS else 0
    return num_id, level


_NUM_ID, _ILVL = w("numId"), w("ilvl")
_LEVELS: Final = frozenset("012345678")


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


@define
class Level:
    """One level of a numbering: how its labels look and where they begin."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    style: str | None = None


@define
class Numbering:
    """Numberings by id: the abstract one each uses, with its levels.

    Labels are counted as Word counts them: per abstract numbering, a level restarting when a
    level above it has moved on (ISO 29500-1, 17.9).
    """

    nums: dict[str, tuple[str, dict[int, Level]]] = field(factory=dict)
    _counts: dict[str, list[int | None]] = field(factory=dict)
    _begun: set[tuple[str, int]] = field(factory=set)

    def level(self, num_id: str, ilvl: int) -> Level | None:
        """Return a level of a numbering, or None where the document defines none."""
        entry = self.nums.get(num_id)
        return None if entry is None else entry[1].get(ilvl)

    def advance(self, num_id: str, ilvl: int) -> tuple[int, str]:
        """Count one paragraph and return its number and its label."""
        abstract, levels = self.nums[num_id]
        counts = self._counts.setdefault(abstract, [None] * 9)
        level = levels[ilvl]
        if (num_id, ilvl) not in self._begun:
            self._begun.add((num_id, ilvl))
            if level.start >= 0 and (counts[ilvl] is None or _overrides(levels, ilvl)):
                counts[ilvl] = None
        current = counts[ilvl]
        counts[ilvl] = level.start if current is None else current + 1
        for deeper in range(ilvl + 1, 9):
            counts[deeper] = None
        number = counts[ilvl]
        assert number is not None  # noqa: S101  # set two lines above
        return number, _label(level.text, levels, counts)


@define
class _OwnLevel(Level):
    """A level whose start a ``w:num`` sets anew."""


def _overrides(levels: dict[int, Level], ilvl: int) -> bool:
    return isinstance(levels[ilvl], _OwnLevel)


def read_numbering(root: Any) -> dict[str, tuple[str, dict[int, Level]]]:
    """Read a numbering part: for each number id its abstract numbering and its levels."""
    abstracts: dict[str, dict[int, Level]] = {}
    nums: dict[str, tuple[str, dict[int, Level]]] = {}
    for element in root:
        if element.tag == w("abstractNum"):
            levels = {}
            for lvl in element.iterchildren(w("lvl")):
                levels[_index(lvl.get(_ILVL))] = _read_level(lvl, Level())
            abstracts[element.get(w("abstractNumId"), "")] = levels
        elif element.tag == w("num"):
            reference = element.find(w("abstractNumId"))
            abstract = reference.get(VAL, "") if reference is not None else ""
            levels = dict(abstracts.get(abstract, {}))
            for override in element.iterchildren(w("lvlOverride")):
                index = _index(override.get(_ILVL))
                level = levels.get(index, Level())
                own = _OwnLevel(level.form, level.text, level.start, level.style)
                start = override.find(w("startOverride"))
                if start is not None:
                    own.start = _number(start.get(VAL), own.start)
                lvl = override.find(w("lvl"))
                levels[index] = own if lvl is None else _read_level(lvl, own)
            nums[element.get(_NUM_ID, "")] = (abstract, levels)
    return nums


def _read_level(element: Any, level: Level) -> Level:
    for child in element:
        value = child.get(VAL)
        if child.tag == w("start"):
            level.start = _number(value, 1)
        elif child.tag == w("numFmt"):
            level.form = value or "decimal"
        elif child.tag == w("lvlText"):
            level.text = value or ""
        elif child.tag == w("pStyle"):
            level.style = value
    return level


def _index(text: str | None) -> int:
    return int(text) if text is not None and text in _LEVELS else 0


def _number(text: str | None, default: int) -> int:
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 9:
        return default
    return int(text)


_PLACE: Final = re.compile(r"%([1-9])")


def _label(text: str, levels: dict[int, Level], counts: list[int | None]) -> str:
    if "%" not in text:
        return text  # a bullet

    def shown(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        level = levels.get(index, Level())
        number = counts[index]
        return in_form(level.start if number is None else number, level.form)

    return _PLACE.sub(shown, text)


def in_form(number: int, form: str) -> str:
    """Return a number in a number format (ISO 29500-1, 17.18.59).

    >>> in_form(4, "lowerRoman"), in_form(27, "upperLetter"), in_form(3, "decimalZero")
    ('iv', 'AA', '03')
    """
    if form in ("lowerLetter", "upperLetter") and 1 <= number <= 780:
        letter = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 1 <= number < 4000:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form == "decimalZero":
        return f"{number:02d}"
    return "" if form in ("none", "bullet") else str(number)


_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
