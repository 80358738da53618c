"""Tables whose cells span others, laid out cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govnews.model import Cell, Table

# Far beyond any honest table; a span of a million must not become a million cells.
_MAX_SPAN: Final = 32


def rows_of(table: Table) -> Iterator[list[Cell | None]]:
    """Yield the cells of each row, None where a cell of a row above or to the left reaches.

    Rows are as long as their last own cell needs.
    """
    reach: dict[int, int] = {}  # column to how many further rows its cell reaches
    for row in table.rows:
        laid: list[Cell | None] = []
        below: dict[int, int] = {c: n - 1 for c, n in reach.items() if n > 1}
        for cell in row:
            while reach.get(len(laid), 0):
                laid.append(None)
            width = min(cell.colspan, _MAX_SPAN)
            for column in range(len(laid), min(len(laid) + width, _MAX_SPAN)):
                if cell.rowspan > 1:
                    below[column] = min(cell.rowspan, len(table.rows)) - 1
            laid += [cell, *[None] * (width - 1)]
        reach = below
        yield laid


def is_regular(table: Table) -> bool:
    """Tell whether all rows have one length and no cell spans others."""
    return len({len(row) for row in table.rows}) == 1 and all(
        cell.colspan == 1 and cell.rowspan == 1 for row in table.rows for cell in row
    )
