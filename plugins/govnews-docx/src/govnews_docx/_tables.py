"""Tables of plain text, read in one pass over their elements, wherever these stand.

Most tables hold nothing but rows, cells, paragraphs and runs of text. What these say follows from
the order in which they open, so that no element has to be asked for its children, which is most of
the work of walking a large table. A table that holds anything else is walked.
"""

from __future__ import annotations

from typing import Any, Final

from govnews_docx._names import PPR, RPR, TBL, TC, TR, VAL, P, R, T, w
from govnews_docx._runs import SPECIAL, Paragraphs
from govnews_docx._styles import HIDDEN, run_flags
from govnews_docx._surface import CellBox, Para, Shown, Tbl

GRID_SPAN: Final = w("gridSpan")
V_MERGE: Final = w("vMerge")
HEADER: Final = w("tblHeader")
CAPTION: Final = w("tblCaption")
_OFF: Final = frozenset({"0", "false", "off"})

#: What a table of plain text holds, the most frequent first; and what shows that it is none: other
#: things than text, and properties of the past.
_HELD: Final = (T, R, P, TC, RPR, PPR, TR, GRID_SPAN, V_MERGE, HEADER, CAPTION)
_UNLIKE: Final = frozenset(
    {*SPECIAL, w("altChunk")}
    | {w(f"{one}Change") for one in ("tblPr", "tblPrEx", "trPr", "tcPr", "pPr", "rPr")}
)
_TAGS: Final = (*_HELD, TBL, *sorted(_UNLIKE))
_SMALL: Final = 6  # children; to look for so many tags costs as much as to walk some cells


def read_plain(element: Any, paragraphs: Paragraphs) -> Tbl | None:
    """Return what a table of plain text holds, or None where it is none, or not worth it."""
    if len(element) < _SMALL or paragraphs.within_field:
        return None
    left_out, left = paragraphs.left_out.copy(), paragraphs.left
    table = _read(element, paragraphs)
    if table is None:
        paragraphs.left_out, paragraphs.left, paragraphs.joined = left_out, left, None
    return table


def _read(element: Any, paragraphs: Paragraphs) -> Tbl | None:
    table = Tbl()
    row: list[CellBox] = []
    blocks: list[Shown] = []
    box = CellBox(blocks)
    para = Para()
    runs = para.runs
    hidden = flags = 0
    for one in element.iter(*_TAGS):
        tag = one.tag
        if tag == T:
            if text := one.text:
                if flags < HIDDEN:
                    runs.append((text, flags, None))
                else:
                    paragraphs.left_out["docx.hidden"] += 1
        elif tag == R:
            flags = hidden
        elif tag == P:
            paragraphs.count()
            para = Para()
            blocks.append(para)
            runs = para.runs
            hidden = 0
        elif tag == TC:
            paragraphs.count()
            blocks = []
            box = CellBox(blocks)
            row.append(box)
        elif tag == RPR:
            if len(one):
                flags = hidden | run_flags(one, paragraphs.styles)
        elif tag == PPR:
            hidden = paragraphs.properties(one, para)
        elif tag == TR:
            row = []
            table.rows.append(row)
        elif one is not element and not _described(one, table, box):
            return None
    return table


def _described(element: Any, table: Tbl, box: CellBox) -> bool:
    """Read what is said of a table, a row or a cell; return whether it is that."""
    tag = element.tag
    if tag == CAPTION:
        table.caption = element.get(VAL)
    elif tag == HEADER:
        count_header(element, table)
    elif tag in (GRID_SPAN, V_MERGE):
        table.merged |= span(element, box)
    else:
        return False
    return True


def count_header(element: Any, table: Tbl) -> None:
    """Count the row just opened as one of the header, where all rows above are (17.4.78)."""
    if element.get(VAL, "1") not in _OFF and table.header_rows == len(table.rows) - 1:
        table.header_rows += 1


def span(element: Any, box: CellBox) -> bool:
    """Read how far a cell spans; say whether it takes part in a vertical merge."""
    if element.tag == GRID_SPAN:
        value = element.get(VAL, "1")
        if value.isascii() and value.isdigit():
            # Word stops at 63 columns; a document may say two thousand million.
            box.colspan = min(max(int(value[:9]), 1), 63)
    elif element.tag == V_MERGE:
        box.merged = element.get(VAL, "continue") == "continue"
        return True
    return False
