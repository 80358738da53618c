"""From the blocks of a part to plain structure: one pass, no recursion, nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

from govnews.errors import LimitError
from govnews.limits import Limits
from govnews_docx._drawings import branch
from govnews_docx._elements import GONE, MATH, WRAPPERS
from govnews_docx._names import ALTERNATE, SDT, TBL, TC, TR, P, w
from govnews_docx._package import Relationship
from govnews_docx._runs import Paragraphs
from govnews_docx._stream import Stream, is_small
from govnews_docx._styles import Styles
from govnews_docx._surface import CellBox, Para, Picture, Shown, Tbl
from govnews_docx._tables import describe_table

_ALT_CHUNK, _DEL = w("altChunk"), w("del")
_TRPR, _TCPR, _TBLPR = w("trPr"), w("tcPr"), w("tblPr")


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
        self.paragraphs = Paragraphs(styles, limits.paragraphs)
        self._depth = 0

    @property
    def left_out(self) -> Counter[str]:
        """What was not read, counted by the code of its issue."""
        return self.paragraphs.left_out

    @property
    def pictures(self) -> list[Picture]:
        """All pictures met."""
        return self.paragraphs.pictures

    @property
    def notes(self) -> list[tuple[str, str]]:
        """Kind and id of the notes referred to, in the order of their marks."""
        return self.paragraphs.notes

    def blocks(self, root: Any, relations: dict[str, Relationship]) -> list[Shown]:
        """Return what the block-level children of an element show."""
        self.paragraphs.begin(relations)
        out: list[Shown] = []
        if is_small(root):
            self.walk(iter(root), out)
        else:
            Stream(root, self, out).read()
        return out

    def walk(self, children: Iterator[Any], out: list[Shown]) -> None:
        """Add what block-level elements show, whatever they hold."""
        paragraphs = self.paragraphs
        self._depth = 0
        frames = [_Frame(children, out)]
        while frames:
            frame = frames[-1]
            for child in frame.children:
                tag = child.tag
                if tag == P:
                    paragraphs.read(child, frame.target)
                    if paragraphs.boxes:
                        boxes = paragraphs.take_boxes()
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
            for one in element:
                describe_table(one, frame.table, CellBox())
        elif tag in GONE:
            self.left_out["docx.revision"] += 1
        elif tag == _ALT_CHUNK:
            self.left_out["docx.alt-chunk"] += 1
        elif tag in MATH:
            para = Para()
            self.paragraphs.math(element, para)
            frame.target.append(para)

    # -- tables ----------------------------------------------------------------------------

    def _table(self, element: Any, frame: _Frame) -> _Frame:
        self._depth += 1
        if self._depth > self.limits.table_depth:
            raise LimitError("table_depth", self.limits.table_depth)
        table = Tbl()
        frame.target.append(table)
        self.paragraphs.joined = None
        return _Frame(iter(element), frame.target, table, opens=1)

    def _row(self, element: Any, table: Tbl) -> bool:
        """Open a row; say whether it is there in the accepted view."""
        table.rows.append([])
        for properties in element.iterchildren(_TRPR):
            if properties.find(_DEL) is not None:
                self.left_out["docx.revision"] += 1
                table.rows.pop()
                return False
            for one in properties:
                describe_table(one, table, CellBox())
        return True

    def _cell(self, element: Any, table: Tbl) -> _Frame | None:
        """Read a cell; return a frame for what is more than paragraphs in it."""
        paragraphs = self.paragraphs
        paragraphs.count()
        paragraphs.joined = None
        box = CellBox()
        table.rows[-1].append(box)
        children = iter(element)
        for child in children:
            tag = child.tag
            if tag == P:
                paragraphs.read(child, box)
                if paragraphs.boxes:
                    inner = (one for text_box in paragraphs.take_boxes() for one in text_box)
                    return _Frame(chain(inner, children), box)
            elif tag == _TCPR:
                for one in child:
                    describe_table(one, table, box)
            else:
                return _Frame(chain((child,), children), box)
        return None
