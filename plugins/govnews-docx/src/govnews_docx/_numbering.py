"""What a document's numberings mean, and the labels they give (ISO 29500-1, 17.9)."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import define, field

from govnews_docx._names import VAL, w

_NUM_ID, _ILVL = w("numId"), w("ilvl")
_LEVELS: Final = frozenset("012345678")


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
