"""Tables: cells, rows, sections and captions, and what becomes of tables that only lay out."""

from __future__ import annotations

from typing import Final

from govnews.model import Break, Cell, Inline, Paragraph, Table, fold_line
from govnews_html._builder import Builder
from govnews_html._elements import effect_of, number, start_box
from govnews_html._frames import (
    NO_ATTRIBUTES,
    Attributes,
    ClosedCell,
    Frame,
    Kind,
    Outside,
    Pending,
    Piled,
    RowFrame,
    TableFrame,
)

WIDEST: Final = 1_000
"""Columns that a cell may span (HTML standard, 4.9.11, colspan)."""
TALLEST: Final = 65_534
"""Rows that a cell may span (the same, rowspan)."""


def start_table(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin a table."""
    if builder.words is not None:
        start_box(builder, name, attributes)
        return
    if builder.tables >= builder.limits.table_depth:
        builder.note("html.nesting", "Tables nested too deep became paragraphs")
        start_box(builder, name, attributes)
        return
    frame = TableFrame(attributes, builder.offset(builder.index), _close_table)
    if builder.push(frame, effect_of(builder, attributes, None) if attributes else None):
        builder.tables += 1


def _table(builder: Builder) -> tuple[int, TableFrame] | None:
    """Return the innermost open table and its place in the stack."""
    if not builder.tables:
        return None
    stack = builder.stack
    for place in range(len(stack) - 1, -1, -1):
        frame = stack[place]
        if isinstance(frame, TableFrame):
            return place, frame
    return None


def start_section(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin ``thead``, ``tbody`` or ``tfoot``."""
    found = _table(builder)
    if found is not None:
        builder.close(found[0] + 1)
        builder.push(Frame(Kind.SECTION, name, NO_ATTRIBUTES))


def start_row(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin a row; the one before it ends."""
    found = _table(builder)
    if found is None:
        return
    place, table = found
    stack = builder.stack
    section = place + 1
    in_section = section < len(stack) and stack[section].kind is Kind.SECTION
    builder.close(section + in_section)
    in_head = in_section and stack[section].name == "thead"
    builder.push(
        RowFrame(table, _close_row, in_head=in_head),
        effect_of(builder, attributes, None) if attributes else None,
    )


def _close_row(builder: Builder, frame: Frame) -> None:
    if not isinstance(frame, RowFrame):
        return
    table = frame.table
    all_headers = bool(frame.cells) and frame.headers == len(frame.cells)
    if (frame.in_head or all_headers) and table.header_rows == len(table.rows):
        table.header_rows += 1
    elif frame.headers:
        table.row_headers = True
    table.rows.append(frame.cells)


def start_cell(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin a cell; the one before it ends, and a row begins where there is none."""
    found = _table(builder)
    if found is None:
        return
    stack = builder.stack
    place = found[0] + 1
    place += place < len(stack) and stack[place].kind is Kind.SECTION
    if not (place < len(stack) and stack[place].kind is Kind.ROW):
        start_row(builder, "tr", NO_ATTRIBUTES)
        if not isinstance(stack[-1], RowFrame):  # too deep
            return
    else:
        builder.close(place + 1)
    frame = Frame(Kind.CELL, name, attributes, _close_cell)
    effect = None
    if attributes:
        # That the heading of a column is bold goes without saying.
        effect = effect_of(builder, attributes, None)
        effect = effect._replace(on=(), off=()) if effect and name == "th" else effect
    # What is open around the table reaches into the cell, and stays open whatever ends there.
    outside = Outside(builder.inlines, builder.look, builder.open)
    base = builder.base_look
    builder.inlines = []
    builder.rebase(outside.look)
    if not builder.push(frame, effect):
        builder.inlines = outside.inlines
        builder.rebase(base)
        return
    frame.outside, frame.base = outside, base
    builder.open = {}
    builder.hold_blocks(frame)


def _close_cell(builder: Builder, frame: Frame) -> None:
    # Before it comes here, the builder has gone back to the base look of before the cell.
    if frame.outside is not None:
        builder.inlines, builder.look, builder.open = frame.outside
    builder.blocks = frame.outer
    row = builder.stack[-1]
    if isinstance(row, RowFrame):
        row.headers += frame.name == "th"
        attributes = frame.attributes
        row.cells.append(
            ClosedCell(
                frame.blocks or [],
                _span(builder, attributes, "colspan", WIDEST),
                _span(builder, attributes, "rowspan", TALLEST),
            )
        )
        if builder.counting:
            builder.count()


def _span(builder: Builder, attributes: Attributes, name: str, highest: int) -> int:
    return max(1, number(builder, attributes, name, highest)) if name in attributes else 1


def start_caption(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin the caption of a table."""
    found = _table(builder)
    if found is None:
        start_box(builder, name, attributes)
        return
    builder.close(found[0] + 1)
    frame = Frame(Kind.CAPTION, name, attributes, _close_caption)
    if builder.push(frame, effect_of(builder, attributes, None) if attributes else None):
        builder.words = frame.words = []


def _close_caption(builder: Builder, frame: Frame) -> None:
    builder.words = None
    lines = [line for _, line in frame.words or []]
    text = "\n".join(lines)
    table = builder.stack[-1]
    if isinstance(table, TableFrame) and (text or "data-empty" in frame.attributes):
        folded = fold_line(text)
        if folded != text:
            builder.note("text.folded", "Line breaks within the caption of a table became blanks")
        before = "" if table.caption is None else f"{table.caption} "
        table.caption = before + folded


def end_part(builder: Builder, name: str, attributes: Attributes) -> None:
    """End a cell, a row, a section or the table."""
    if not builder.tables:
        return
    stack = builder.stack
    for place in range(len(stack) - 1, -1, -1):
        frame = stack[place]
        if frame.name == name:
            if name == "table" and isinstance(frame, TableFrame):
                # The end tag is a part of the table, should that stay raw.
                builder.index += 1
                builder.close(place)
                builder.index -= 1
            else:
                builder.close(place)
            return
        if frame.kind is Kind.TABLE:
            return


def _close_table(builder: Builder, frame: Frame) -> None:
    if not isinstance(frame, TableFrame):
        return
    builder.tables -= 1
    contents = [[_content(cell.blocks) for cell in row] for row in frame.rows]
    plain = all(content is not None for row in contents for content in row)
    if plain:
        _add_table(builder, frame, contents)
        return
    layout = frame.attributes.get("role") in ("presentation", "none")
    if layout or not builder.keep_raw or all(len(row) < 2 for row in frame.rows):
        _unpack(builder, frame)
    else:
        builder.add(Pending(frame.start, builder.offset(builder.index)))


def _content(blocks: list[Piled]) -> tuple[Inline, ...] | None:
    """Return the inlines of a cell, or None where it holds more than paragraphs."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return blocks[0].content
    content: list[Inline] = []
    for number_, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            return None
        if number_:
            content.append(Break())
        content += block.content
    return tuple(content)


def _add_table(
    builder: Builder, frame: TableFrame, contents: list[list[tuple[Inline, ...] | None]]
) -> None:
    if not frame.rows and frame.caption is None and "data-empty" not in frame.attributes:
        return
    rows = tuple(
        tuple(
            Cell(content=content or (), colspan=cell.colspan, rowspan=cell.rowspan)
            for cell, content in zip(row, inner, strict=True)
        )
        for row, inner in zip(frame.rows, contents, strict=True)
    )
    if any(len(cell.blocks) > 1 for row in frame.rows for cell in row):
        builder.note("html.cell", "Paragraphs within a cell were joined by line breaks")
    if frame.row_headers:
        builder.note("html.row-header", "Headings of rows became plain cells")
    builder.add(Table(rows=rows, header_rows=frame.header_rows, caption=frame.caption))


def _unpack(builder: Builder, frame: TableFrame) -> None:
    """Take the blocks out of a table that only lays them out."""
    if builder.keep_raw:
        builder.note("html.layout", "A table that only lays out was unpacked")
    if frame.caption is not None:
        builder.blocks.append(Paragraph.of(frame.caption, "caption"))
    for row in frame.rows:
        for cell in row:
            builder.blocks += cell.blocks
