"""What a document shows, as plain structure: paragraphs, tables, pictures, notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

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


class Para:
    """A paragraph: its runs, how it is styled and numbered, and what hangs on it.

    A document has thousands of them and most say little of themselves, so what is not said is
    said by the class.
    """

    style: str | None = None
    bare = True  # it says neither level nor number, and no picture hangs on it
    level: int | None = None  # outline level 1 to 9; 10 is body text, said of itself
    num: tuple[str | None, int] | None = None
    number: int = 1
    label: str = ""
    align: str | None = None
    marks: Sequence[str] = ()  # names of our bookmarks that begin here
    pictures: Sequence[Picture] = ()

    def __init__(self) -> None:
        self.runs: list[Run] = []

    @property
    def text(self) -> str:
        r"""The words; a line break is ``\n``, a tab ``\t``."""
        runs = self.runs
        return runs[0][0] if len(runs) == 1 else "".join([run[0] for run in runs])


class CellBox:
    """A cell: what it holds and how far it spans."""

    colspan = 1
    rowspan = 1
    merged = False  # it goes on with the cell above

    def __init__(self, blocks: list[Shown]) -> None:
        self.blocks = blocks

    @property
    def text(self) -> str:
        """Its lines, one a paragraph."""
        return "\n".join(para.text for para in paragraphs(self.blocks))


class Tbl:
    """A table: rows of cells."""

    header_rows = 0
    caption: str | None = None
    merged = False  # whether any cell spans rows

    def __init__(self) -> None:
        self.rows: list[list[CellBox]] = []


Shown: TypeAlias = Para | Tbl


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
            waiting += [inner for row in block.rows for cell in row for inner in cell.blocks][::-1]
    return found
