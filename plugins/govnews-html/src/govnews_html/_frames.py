"""The open elements that hold blocks, and the elements of each sort."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from govnews.model import Block, Heading, Paragraph
from govnews_html._inline import EffectLike, Look

if TYPE_CHECKING:
    from govnews_html._builder import Builder

Attributes: TypeAlias = Mapping[str, str]
NO_ATTRIBUTES: Final[Attributes] = {}


class Kind(Enum):
    """What an open element is."""

    BOX = auto()  # div, section and all else that only parts blocks
    QUOTE = auto()
    LIST = auto()
    ITEM = auto()
    TABLE = auto()
    SECTION = auto()  # thead, tbody, tfoot
    ROW = auto()
    CELL = auto()
    CAPTION = auto()
    FIGURE = auto()
    FIGCAPTION = auto()


class Pending(NamedTuple):
    """A stretch of the source that will become a `Raw`; it is cut out only once it is kept."""

    start: int
    end: int


Piled: TypeAlias = Block | Pending
"""What stands in a list of blocks while it grows."""


class Leaf(NamedTuple):
    """What the text collected now will become."""

    make: type[Paragraph | Heading] | None = None  # None: a paragraph that no element announced
    role: str | None = None
    level: int = 2
    keep_empty: bool = False
    pre: bool = False


ANONYMOUS: Final = Leaf()


OpenInline: TypeAlias = tuple[str, EffectLike, Look]
"""An open inline element: its name, what it does, and the look of the text around it."""


class Outside(NamedTuple):
    """What is open around a cell: it reaches in, and stays open whatever ends inside."""

    inlines: list[OpenInline]
    look: Look
    open: dict[str, int]


class Frame:
    """An open element, and what to go back to when it closes.

    Args:
        kind: What it is.
        name: Name of the element.
        attributes: Its attributes, as far as they are needed when it closes.
        closer: Makes a block of it when it closes.
    """

    # Most frames need none of these.
    blocks: list[Piled] | None = None  # its own blocks, if it holds any
    outer: list[Piled]  # the list that blocks went to before
    words: list[tuple[str | None, str]] | None = None
    base: Look | None = None  # the look of text around it, where it changed that
    outside: Outside | None = None

    def __init__(
        self,
        kind: Kind,
        name: str,
        attributes: Attributes,
        closer: Callable[[Builder, Frame], None] | None = None,
    ) -> None:
        self.kind = kind
        self.name = name
        self.attributes = attributes
        self.closer = closer


class ListFrame(Frame):
    """An open list."""

    def __init__(
        self, name: str, attributes: Attributes, closer: Callable[[Builder, Frame], None]
    ) -> None:
        super().__init__(Kind.LIST, name, attributes, closer)
        self.items: list[list[Piled]] = []


class ClosedCell(NamedTuple):
    """A cell, before it is known what becomes of its table."""

    blocks: list[Piled]
    colspan: int
    rowspan: int


class TableFrame(Frame):
    """An open table."""

    def __init__(
        self, attributes: Attributes, start: int, closer: Callable[[Builder, Frame], None]
    ) -> None:
        super().__init__(Kind.TABLE, "table", attributes, closer)
        self.start = start  # where it begins in the source
        self.rows: list[list[ClosedCell]] = []
        self.header_rows = 0  # rows so far that are headings, all from the top
        self.row_headers = False  # whether there are headings of rows
        self.caption: str | None = None


class RowFrame(Frame):
    """An open row of a table."""

    def __init__(
        self, table: TableFrame, closer: Callable[[Builder, Frame], None], *, in_head: bool
    ) -> None:
        super().__init__(Kind.ROW, "tr", NO_ATTRIBUTES, closer)
        self.table = table
        self.in_head = in_head
        self.cells: list[ClosedCell] = []
        self.headers = 0  # cells that are `th`
