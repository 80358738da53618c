"""The plain way through a part: its elements in one stream, as they open.

Most of a document is rows, cells, paragraphs and runs of text, and what these say follows from the
order in which they open. No element has to be asked for its children, and no element that says
nothing here, such as a font, is looked at, which is most of the work of walking. A block that
holds anything else is taken back and left to the walker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govnews_docx._elements import CHARACTERS, DESCRIBED, SPECIAL, character, describe, is_ours
from govnews_docx._names import BOOKMARK, PSTYLE, TBL, TC, TR, VAL, P, R, T, w
from govnews_docx._styles import HIDDEN, LETTERS, OFF, TOGGLES, letters
from govnews_docx._surface import CellBox, Para, Shown, Tbl
from govnews_docx._tables import OF_TABLES, describe_table

if TYPE_CHECKING:
    from govnews_docx._walk import Walker

#: What shows that a block is not plain: other things than text, and properties of the past.
_UNLIKE: Final = (SPECIAL - CHARACTERS) | {
    w("altChunk"),
    *(w(f"{one}Change") for one in ("tblPr", "tblPrEx", "trPr", "tcPr", "pPr", "rPr")),
}
#: The most frequent first: each element is compared with one after the other.
_TAGS: Final = (
    *(T, P, TC, *TOGGLES, *sorted(LETTERS), *DESCRIBED, TR, *OF_TABLES, TBL),
    *sorted(CHARACTERS),
    *sorted(_UNLIKE),
)
#: What is said of a run.
_HINTS: Final = TOGGLES.keys() | LETTERS
_MANY: Final = 16  # blocks that were not plain, from which on they may be too many
_SMALL: Final = 8  # children; to look for so many tags costs as much as to walk a few


def is_small(root: Any) -> bool:
    """Whether an element has too few descendants for a stream to be worth it."""
    return len(root) < _SMALL and all(len(child) < _SMALL for child in root)


class Stream:
    """Reads the blocks of one part.

    Args:
        root: The element whose blocks are read.
        walker: Reads what is not plain.
        out: Takes the blocks.
    """

    def __init__(self, root: Any, walker: Walker, out: list[Shown]) -> None:
        self._root = root
        self._walker = walker
        self._paragraphs = walker.paragraphs
        self._out = out
        self._block: Any = None  # the block at hand, to be taken back where it is not plain
        self._within = False  # whether that is a table, or was read by the walker
        self._taken = 0  # how many blocks were read by the walker
        self._careful = False  # whether what was walked goes on in the next block
        self._table: Tbl | None = None
        self._left = 0  # how many more paragraphs there might be before the table
        self._row: list[CellBox] = []
        self._box = CellBox()
        self._para = Para()

    def read(self) -> None:
        """Read all blocks."""
        para = Para()
        flags = 0
        run: Any = None  # the run that the flags are of; most have none, and are not looked at
        for one in self._root.iterdescendants(*_TAGS):
            tag = one.tag
            if tag == T:
                if text := one.text:
                    if flags and one.getparent() is not run:
                        flags = 0
                    para.append((text, flags, None))
            elif tag == P:
                para = self._paragraph(one)
            elif tag == TC:
                if self._table is not None:
                    self._paragraphs.count()
                    self._box = CellBox()
                    self._row.append(self._box)
            elif tag in _HINTS:
                said_of = one.getparent().getparent()
                if said_of is not run:
                    run, flags = said_of, 0
                flags = self._hint(one, tag, flags)
                if flags >= HIDDEN:
                    para, flags = self._take_back(one), 0
            elif tag not in CHARACTERS:
                para = self._other(one, tag)
                if self._is_hardly_plain():
                    self._walker.walk(self._block.itersiblings(), self._out)
                    break
            elif (parent := one.getparent()).tag == R and (text := character(one)):
                para.append((text, flags if parent is run else 0, None))

    def _is_hardly_plain(self) -> bool:
        """Whether, behind a block that the walker has read, it had better read all that follows."""
        walked = self._within and self._table is None
        return walked and self._taken > _MANY and self._taken * 2 > len(self._out)

    def _hint(self, element: Any, tag: str, flags: int) -> int:
        """Return the flags of a run after one more of its properties."""
        if tag in LETTERS:
            return flags | letters(element, self._paragraphs.styles)
        # Asking for attributes at all costs less than asking for one by its name.
        if element.keys() and element.get(VAL) in OFF:
            return flags & ~TOGGLES[tag]
        return flags | TOGGLES[tag]

    def _paragraph(self, element: Any) -> Para:
        """Open a paragraph, and return where its runs go."""
        target = self._out
        if self._within:
            if element.getparent() is self._root:
                if self._careful:
                    return self._take_back(element)
                self._begin(element)
            elif self._table is None:
                return self._para
            else:
                target = self._box
        else:
            self._block = element
        self._paragraphs.count()
        self._para = para = Para()
        target.append(para)
        return para

    def _begin(self, block: Any) -> None:
        """Begin a block of the part."""
        self._block = block
        self._within = False
        self._table = None

    def _other(self, element: Any, tag: str) -> Para:
        """Take an element that is no text, and return where runs go from here."""
        if tag in DESCRIBED:
            describe(element, self._para)
            if tag != PSTYLE or not self._is_hidden():
                return self._para
        elif tag == BOOKMARK:
            if not is_ours(element):
                return self._para
        elif tag == TBL:
            if element.getparent() is self._root and self._may_be_plain():
                self._begin(element)
                self._within = True
                self._left = self._paragraphs.left
                self._table = Tbl()
                self._out.append(self._table)
                return self._apart()
        elif self._table is not None and tag not in _UNLIKE:
            if tag == TR:
                self._row = []
                self._table.rows.append(self._row)
                return self._apart()
            describe_table(element, self._table, self._box)
            return self._para
        return self._take_back(element)

    def _may_be_plain(self) -> bool:
        """Whether a table that begins here may be read as plain."""
        return not self._careful and self._walker.limits.table_depth > 0

    def _is_hidden(self) -> bool:
        style = self._paragraphs.styles.by_id.get(self._para.style or "")
        return style is not None and bool(style.flags & HIDDEN)

    def _apart(self) -> Para:
        """Let what is said next be said of no paragraph."""
        self._para = Para()
        return self._para

    def _take_back(self, element: Any) -> Para:
        """Let the walker read the block that an element stands in; return where runs go."""
        root = self._root
        block, parent = element, element.getparent()
        if self._within and self._table is None and parent is not root:
            return self._para
        while parent is not root:
            block, parent = parent, parent.getparent()
        if block is self._block:
            self._forget()
        self._begin(block)
        self._within = True
        self._taken += 1
        self._walker.walk(iter((block,)), self._out)
        self._careful = self._paragraphs.goes_on
        return self._apart()

    def _forget(self) -> None:
        """Take the block at hand back."""
        self._out.pop()
        self._paragraphs.left = self._left if self._table is not None else self._paragraphs.left + 1
