"""The header of a Vietnamese administrative document (Decree 30/2020/ND-CP, Annex I, I.1-I.4)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from attrs import frozen

from govnews.model import fold_line
from govnews_docx._styles import STRONG
from govnews_docx._surface import CellBox, Para, Shown, Tbl, paragraphs

#: The two lines that open every such document, and the one of documents of the Party; fixed by law.
_MOTTOS: Final = ("CONGHOAXAHOICHUNGHIAVIETNAM", "DANGCONGSANVIETNAM")
_NUMBER: Final = re.compile(r"S[ốÔốô]\s*:\s*(\S.{0,80})", re.IGNORECASE)
_PLACE: Final = re.compile(r"[^,]{1,60},\s*(?:ngày|tháng)\s", re.IGNORECASE)
_RULE: Final = re.compile(r"[\s_\-–—*.]*")
_DEEP: Final = 6  # the header stands among the first blocks


@frozen(kw_only=True)
class Header:
    """What the header says.

    Args:
        lines: All its lines, the left cell first.
        issuer: The body that issued the document.
        superior: The body above it.
        number: Number and symbol.
        place_and_date: The line of place and date, verbatim.
    """

    lines: tuple[str, ...]
    issuer: str | None = None
    superior: str | None = None
    number: str | None = None
    place_and_date: str | None = None


def find_header(shown: list[Shown]) -> tuple[Header | None, list[Shown]]:
    """Return the header, if the document has one, and the blocks without it."""
    for number, one in enumerate(shown[:_DEEP]):
        if isinstance(one, Tbl):
            header = _read(one)
            if header is None:
                return None, shown
            return header, shown[:number] + shown[number + 1 :]
        if one.text.strip():
            return None, shown
    return None, shown


def _read(table: Tbl) -> Header | None:
    cells = [[box for box in row if not box.merged] for row in table.rows]
    if not 1 <= len(cells) <= 4 or any(len(row) > 3 for row in cells):
        return None
    if len(cells[0]) < 2 or not any(_key(cells[0][-1].text).startswith(m) for m in _MOTTOS):
        return None
    left = [para for row in cells for para in _lines(row[0])]
    right = [para for row in cells for box in row[1:] for para in _lines(box)]
    number, names = None, []
    for para in left:
        match = _NUMBER.match(para.text.strip())
        if match and number is None:
            number = fold_line(match[1].strip())
        elif number is None:
            names.append(para)
    superior, issuer = _names(names)
    dated = next((p.text.strip() for p in right if _PLACE.match(p.text.strip())), None)
    return Header(
        lines=tuple(fold_line(para.text.strip()) for para in (*left, *right)),
        issuer=issuer,
        superior=superior,
        number=number,
        place_and_date=fold_line(dated) if dated else None,
    )


def _lines(box: CellBox) -> list[Para]:
    return [para for para in paragraphs(box) if not _RULE.fullmatch(para.text)]


def _names(lines: list[Para]) -> tuple[str | None, str | None]:
    """Tell the superior body (upright) from the issuing one (bold, below)."""
    bold = [_is_bold(para) for para in lines]
    at = bold.index(True) if True in bold else max(len(lines) - 1, 0)
    superior, issuer = lines[:at], lines[at:]
    return _joined(superior), _joined(issuer)


def _joined(lines: list[Para]) -> str | None:
    text = " ".join(fold_line(para.text.strip()) for para in lines)
    return text or None


def _is_bold(para: Para) -> bool:
    runs = [run for run in para if run[0].strip()]
    return bool(runs) and all(run[1] & STRONG for run in runs)


def _key(text: str) -> str:
    """Letters without marks, for text whose tones are placed in more than one way."""
    plain = unicodedata.normalize("NFD", text[:200].upper()).replace("Đ", "D")
    return "".join(character for character in plain if "A" <= character <= "Z")
