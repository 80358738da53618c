"""From the blocks of a part to plain structure: one pass, no recursion, nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from govnews.errors import LimitError
from govnews.limits import Limits
from govnews_docx._drawings import branch
from govnews_docx._names import ALTERNATE, SDT, TBL, TC, TR, VAL, P, w
from govnews_docx._package import Relationship
from govnews_docx._runs import GONE, MATH, WRAPPERS, Paragraphs
from govnews_docx._styles import Styles
from govnews_docx._surface import CellBox, Para, Picture, Shown, Tbl

_ALT_CHUNK, _DEL = w("altChunk"), w("del")
_TRPR, _TCPR, _TBLPR, _TBL_CAPTION = w("trPr"), w("tcPr"), w("tblPr"), w("tblCaption")
_GRID_SPAN, _VMERGE, _TBL_HEADER = w("gridSpan"), w("vMerge"), w("tblHeader")
_OFF: Final = frozenset({"0", "false", "off"})


class _Frame:
    """Elements still to come, where their blocks go, and the table they stand in."""

    __slots__ = ("children", "opens", "table", "target")

    def __init__(
        self,
        children: Iterator[Any],
        target: list[Shown],
        table: Tbl | None = None,
        opens: int = 0,
    ) -> None:
        self.children = children
        self.target = target
        self.table = table
        self.opens = opens  # how many tables it opens


class Walker:
    """Reads the blocks of parts of one document.

    Args:
        styles: The document's styles.
        limits: Bounds in force.
    """

    def __init__(self, styles: Styles, limits: Limits) -> None:
        self.limits = limits
        self._paragraphs = Paragraphs(styles)
        self._count = 0
        self._most = limits.paragraphs
        self._depth = 0
        self._joined: Para | None = None  # a paragraph whose end is deleted: the next goes on

    @property
    def left_out(self) -> Counter[str]:
        """What was not read, counted by the code of its issue."""
        return self._paragraphs.left_out

    @property
    def pictures(self) -> list[Picture]:
        """All pictures met."""
        return self._paragraphs.pictures

    @property
    def notes(self) -> list[tuple[str, str]]:
        """Kind and id of the notes referred to, in the order of their marks."""
        return self._paragraphs.notes

    def blocks(self, root: Any, relations: dict[str, Relationship]) -> list[Shown]:
        """Return what the block-level children of an element show."""
        self._paragraphs.begin(relations)
        self._depth = 0
        self._joined = None
        out: list[Shown] = []
        frames = [_Frame(iter(root), out)]
        while frames:
            frame = frames[-1]
            for child in frame.children:
                tag = child.tag
                if tag == P:
                    boxes = self._paragraph(child, frame.target)
                    if boxes:
                        frames += [_Frame(iter(box), frame.target) for box in reversed(boxes)]
                        break
                else:
                    table = frame.table
                    if tag == TC:
                        opened = self._cell(child, table) if table and table.rows else None
                    else:
                        opened = self._opened(child, frame)
                    if opened is not None:
                        frames.append(opened)
                        break
            else:
                frames.pop()
                self._depth -= frame.opens
        return out

    def _paragraph(self, element: Any, target: list[Shown]) -> list[Any]:
        """Read a paragraph and return the text boxes in it."""
        self._count += 1
        if self._count > self._most:
            raise LimitError("paragraphs", self._most)
        para = self._joined
        if para is None:
            para = Para()
            target.append(para)
        self._joined = para if self._paragraphs.read(element, para) else None
        boxes = self._paragraphs.boxes
        if boxes:
            self._paragraphs.boxes = []
        return boxes

    def _opened(self, element: Any, frame: _Frame) -> _Frame | None:
        """Take another element than paragraph or cell; return a frame where its children are read.

        Rows and cells are known by their tags, so that controls around them need no frames of
        another kind.
        """
        tag = element.tag
        table = frame.table
        if tag == TR:
            if table is not None and self._row(element, table):
                return _Frame(iter(element), frame.target, table)
        elif tag == TBL:
            return self._table(element, frame)
        elif tag in WRAPPERS or tag == SDT:
            return _Frame(iter(element), frame.target, table)
        elif tag == ALTERNATE:
            chosen = branch(element)
            return None if chosen is None else _Frame(iter(chosen), frame.target, table)
        else:
            self._lone(element, frame)
        return None

    def _lone(self, element: Any, frame: _Frame) -> None:
        """Take an element whose children are no blocks."""
        tag = element.tag
        if tag == _TBLPR and frame.table is not None:
            caption = element.find(_TBL_CAPTION)
            if caption is not None:
                frame.table.caption = caption.get(VAL)
        elif tag in GONE:
            self.left_out["docx.revision"] += 1
        elif tag == _ALT_CHUNK:
            self.left_out["docx.alt-chunk"] += 1
        elif tag in MATH:
            para = Para()
            self._paragraphs.math(element, para)
            frame.target.append(para)

    # -- tables ----------------------------------------------------------------------------

    def _table(self, element: Any, frame: _Frame) -> _Frame:
        self._depth += 1
        if self._depth > self.limits.table_depth:
            raise LimitError("table_depth", self.limits.table_depth)
        table = Tbl()
        frame.target.append(table)
        self._joined = None
        return _Frame(iter(element), frame.target, table, opens=1)

    def _row(self, element: Any, table: Tbl) -> bool:
        """Open a row; say whether it is there in the accepted view."""
        for properties in element.iterchildren(_TRPR):
            if properties.find(_DEL) is not None:
                self.left_out["docx.revision"] += 1
                return False
            header = properties.find(_TBL_HEADER)
            stated = header is not None and header.get(VAL, "1") not in _OFF
            if stated and table.header_rows == len(table.rows):
                table.header_rows += 1
        table.rows.append([])
        return True

    def _cell(self, element: Any, table: Tbl) -> _Frame | None:
        """Read a cell; return a frame for what is more than paragraphs in it."""
        self._count += 1
        if self._count > self._most:
            raise LimitError("paragraphs", self._most)
        self._joined = None
        box = CellBox()
        table.rows[-1].append(box)
        children = iter(element)
        for child in children:
            tag = child.tag
            if tag == P:
                boxes = self._paragraph(child, box.blocks)
                if boxes:
                    inner = (one for text_box in boxes for one in text_box)
                    return _Frame(chain(inner, children), box.blocks)
            elif tag == _TCPR:
                if len(child) > 1:
                    table.merged |= _span(child, box)
            else:
                return _Frame(chain((child,), children), box.blocks)
        return None


def _span(properties: Any, box: CellBox) -> bool:
    """Read how far a cell spans; say whether it takes part in a vertical merge."""
    merges = False
    for child in properties:
        if child.tag == _GRID_SPAN:
            value = child.get(VAL, "1")
            if value.isascii() and value.isdigit():
                # Word stops at 63 columns; a document may say two thousand million.
                box.colspan = min(max(int(value[:9]), 1), 63)
        elif child.tag == _VMERGE:
            merges = True
            box.merged = child.get(VAL, "continue") == "continue"
    return merges
