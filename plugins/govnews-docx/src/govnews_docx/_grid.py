"""Tables on a grid: spans laid out row by row, in linear time."""

from __future__ import annotations

from typing import Final, TypeAlias

from govnews.model import Table
from govnews_docx._lines import runs_of
from govnews_docx._surface import Run

_COLUMNS: Final = 63  # what Word allows

#: A cell on the grid: columns, ``w:vMerge`` or nothing, runs.
Placed: TypeAlias = tuple[int, str, list[Run]]
MERGED: Final = "<w:vMerge/>"


def placed(table: Table) -> tuple[list[list[Placed]], int]:
    """Return the cells of each row as Word wants them: span, vertical merge, runs."""
    below: dict[int, tuple[int, int]] = {}  # column: rows still covered, span
    rows: list[list[Placed]] = []
    widest = 1
    for index, row in enumerate(table.rows):
        cells: list[Placed] = []
        column = 0
        waiting = iter(row)
        following: dict[int, tuple[int, int]] = {}
        cell = next(waiting, None)
        while cell is not None or any(start >= column for start in below):
            covered = below.pop(column, None)
            if covered is not None:
                left, span = covered
                cells.append((span, MERGED, []))
                if left > 1:
                    following[column] = (left - 1, span)
                column += span
                continue
            if cell is None or column >= _COLUMNS:
                if cell is not None:  # no column is left: Word cannot show the rest
                    break
                gap = min(start for start in below if start >= column) - column
                cells.append((gap, "", []))
                column += gap
                continue
            room = min([start for start in below if start > column], default=_COLUMNS) - column
            span = max(1, min(cell.colspan, room))
            reach = min(cell.rowspan, len(table.rows) - index)
            merge = '<w:vMerge w:val="restart"/>' if reach > 1 else ""
            cells.append((span, merge, runs_of(cell.content)))
            if reach > 1:
                following[column] = (reach - 1, span)
            column += span
            cell = next(waiting, None)
        if not cells:
            cells.append((1, "", []))
            column = 1
        below = following
        widest = max(widest, column)
        rows.append(cells)
    return rows, min(widest, _COLUMNS)


def texts(rows: list[list[Placed]]) -> list[list[str]]:
    """Return the words of the cells, without those that only go on from above."""
    return [
        ["".join([run[0] for run in runs]) for _, merge, runs in row if merge != MERGED]
        for row in rows
    ]
