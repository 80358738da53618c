"""What is said of tables, rows and cells, beside what they hold."""

from __future__ import annotations

from typing import Any, Final

from govnews_docx._names import VAL, w
from govnews_docx._styles import OFF
from govnews_docx._surface import CellBox, Tbl

_GRID_SPAN, _V_MERGE = w("gridSpan"), w("vMerge")
_HEADER, _CAPTION = w("tblHeader"), w("tblCaption")
OF_TABLES: Final = (_GRID_SPAN, _V_MERGE, _HEADER, _CAPTION)
_WIDEST: Final = 63  # Word stops at 63 columns; a document may say two thousand million


def describe_table(element: Any, table: Tbl, box: CellBox) -> None:
    """Take one of `OF_TABLES`.

    Args:
        element: The element.
        table: The table at hand; its last row is the one that is described.
        box: The cell at hand.
    """
    tag = element.tag
    if tag == _GRID_SPAN:
        value = element.get(VAL, "1")
        if value.isascii() and value.isdigit():
            box.colspan = min(max(int(value[:9]), 1), _WIDEST)
    elif tag == _V_MERGE:
        box.merged = element.get(VAL, "continue") == "continue"
        table.merged = True
    elif tag == _CAPTION:
        table.caption = element.get(VAL)
    elif tag == _HEADER:
        # Only rows below others of the header are of it (ISO 29500-1, 17.4.78).
        stated = element.get(VAL, "1") not in OFF
        if stated and table.header_rows == len(table.rows) - 1:
            table.header_rows += 1
