"""What a document shows, as plain structure: paragraphs, tables, pictures, notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, Union

Shown: TypeAlias = Union["Para", "Tbl"]

#: A run: its text, its marks (bits of `_styles`), where it links to.
Run: TypeAlias = tuple[str, int, str | None]


class Picture:
    """A picture where it stands: its part or its address, and what is said of it."""

    __slots__ = ("alt", "data", "height", "link", "part", "sha256", "title", "type", "width")

    def __init__(self) -> None:
        self.part: str | None = None
        self.link: str | None = None
        self.alt: str | None = None
        self.title: str | None = None
        self.width: int | None = None
        self.height: int | None = None
        self.type: str | None = None
        self.sha256: str | None = None
        self.data: bytes | None = None


class Para(list[Run]):
    """A paragraph: the list of its runs, with how it is styled and numbered, and what hangs on it.

    A document has thousands of them and most say little of themselves, so what is not said is
    said by the class. Two that say the same are two.
    """

    __eq__ = object.__eq__
    __hash__ = object.__hash__  # type: ignore[assignment]

    style: str | None = None
    bare = True  # it says neither level nor number, and no picture hangs on it
    level: int | None = None  # outline level 1 to 9; 10 is body text, said of itself
    num: tuple[str | None, int] | None = None
    number: int = 1
    label: str = ""
    align: str | None = None
    marks: Sequence[str] = ()  # names of our bookmarks that begin here
    pictures: Sequence[Picture] = ()

    @property
    def text(self) -> str:
        r"""The words; a line break is ``\n``, a tab ``\t``."""
        return self[0][0] if len(self) == 1 else "".join([run[0] for run in self])


class CellBox(list["Shown"]):
    """A cell: the list of its paragraphs and tables, with how far it spans."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__  # type: ignore[assignment]

    colspan = 1
    rowspan = 1
    merged = False  # it goes on with the cell above

    @property
    def text(self) -> str:
        """Its lines, one a paragraph."""
        return "\n".join(para.text for para in paragraphs(self))


class Tbl:
    """A table: rows of cells."""

    header_rows = 0
    caption: str | None = None
    merged = False  # whether any cell spans rows

    def __init__(self) -> None:
        self.rows: list[list[CellBox]] = []


class Note:
    """A footnote, an endnote or a comment."""

    __slots__ = ("author", "blocks", "kind", "label")

    def __init__(self, kind: str, label: str) -> None:
        self.kind = kind
        self.label = label
        self.author: str | None = None
        self.blocks: list[Shown] = []

    @property
    def text(self) -> str:
        """Its lines, one a paragraph."""
        return "\n".join(para.text for para in paragraphs(self.blocks)).strip()


def paragraphs(blocks: list[Shown]) -> list[Para]:
    """Return all paragraphs in order, those of tables included, however deep they nest."""
    found: list[Para] = []
    waiting: list[Shown] = blocks[::-1]
    while waiting:
        block = waiting.pop()
        if isinstance(block, Para):
            found.append(block)
        else:
            waiting += [inner for row in block.rows for cell in row for inner in cell][::-1]
    return found
