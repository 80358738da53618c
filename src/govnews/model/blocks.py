"""The body of an article: seven blocks and two inlines, closed and small.

Marks are flat: an inline carries the set of its marks and its link, there is no inline tree. After
neighboring runs that look alike are merged and empty ones dropped, two bodies that read alike are
equal, whichever format they came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, TypeAlias

from attrs import evolve, field, frozen

from govnews.model._check import Value
from govnews.model._shape import Rule
from govnews.model.text import Lang, Line, Natural, Positive, Prose

MAX_NESTING = 32
"""How deep blocks may stand within quotes and lists."""


class Mark(StrEnum):
    """How a run of text is set off.

    .. versionadded:: 0.1.0
    """

    STRONG = "strong"
    EM = "em"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SUB = "sub"
    SUP = "sup"
    CODE = "code"


_ORDER = {mark: place for place, mark in enumerate(Mark)}


def _sorted_marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Each mark once, in the order of the enumeration; anything else is left to the check."""
    if marks.__class__ is not tuple:
        if not isinstance(marks, Iterable):
            return marks
        marks = tuple(marks)
    if len(marks) < 2 or not all(mark.__class__ is Mark for mark in marks):
        return marks
    return tuple(sorted(set(marks), key=_ORDER.__getitem__))


@frozen(kw_only=True)
class Text(Value):
    """A run of text that looks alike.

    Args:
        text: The words, on one line; a line break is a `Break`.
        marks: How the run is set off, each mark once.
        href: Where the run links to.
        lang: Language of the run, where it is not the article's.

    .. versionadded:: 0.1.0
    """

    text: Line
    marks: tuple[Mark, ...] = field(default=(), converter=_sorted_marks)
    href: Line | None = None
    lang: Lang | None = None


@frozen(kw_only=True)
class Break(Value):
    """A line break within a block.

    .. versionadded:: 0.1.0
    """


Inline: TypeAlias = Text | Break


def merge_runs(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Merge neighboring runs that look alike and drop empty ones.

    >>> merge_runs([Text(text="Hợp "), Text(text=""), Text(text="tác")])
    (Text(text='Hợp tác'),)

    .. versionadded:: 0.1.0
    """
    if content.__class__ is not tuple:
        if not isinstance(content, Iterable):
            return content  # left to the check of the constructor
        content = tuple(content)
    if len(content) == 1 and content[0].__class__ is Text and content[0].text:
        return content
    if _is_merged(content):
        return content
    merged: list[Inline] = []
    alike: list[Text] = []
    for inline in content:
        if not isinstance(inline, Text):
            merged += _joined(alike)
            alike = []
            merged.append(inline)
        elif inline.text:
            if alike and not _look_alike(alike[0], inline):
                merged += _joined(alike)
                alike = []
            alike.append(inline)
    return (*merged, *_joined(alike))


def _is_merged(content: tuple[Inline, ...]) -> bool:
    """Whether there is nothing to merge or drop, as is nearly always so."""
    before: object = None
    for inline in content:
        if inline.__class__ is Text:
            if not inline.text:
                return False
            if before.__class__ is Text and _look_alike(before, inline):
                return False
        elif inline.__class__ is not Break:
            return False
        before = inline
    return True


def _look_alike(one: Text, other: Text) -> bool:
    return one.marks == other.marks and one.href == other.href and one.lang == other.lang


def _joined(alike: list[Text]) -> list[Inline]:
    if len(alike) < 2:
        return [*alike]
    return [evolve(alike[0], text="".join(run.text for run in alike))]


def _runs(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),) if text else ()


@frozen(kw_only=True)
class Paragraph(Value):
    """A paragraph.

    Args:
        content: Its inlines; neighbors that look alike are merged.
        role: What it is in the page, an open word: ``"lead"``, ``"credit"``, ``"caption"``.

    >>> Paragraph.of("Hai bên đã ký kết.", role="lead").text
    'Hai bên đã ký kết.'

    .. versionadded:: 0.1.0
    """

    content: tuple[Inline, ...] = field(default=(), converter=merge_runs)
    role: Line | None = None

    @classmethod
    def of(cls, text: str, role: str | None = None) -> Paragraph:
        """Return a paragraph of plain text."""
        return cls(content=_runs(text), role=role)

    @property
    def text(self) -> str:
        r"""The plain text; a line break is ``\n``."""
        return inline_text(self.content)


def _level_problem(level: int) -> str | None:
    return None if 1 <= level <= 6 else f"a level from 1 to 6 is wanted, not {level}"


Level: TypeAlias = Annotated[
    int, Rule("level", _level_problem, {"type": "integer", "minimum": 1, "maximum": 6})
]
"""Level of a heading, as in HTML."""


@frozen(kw_only=True)
class Heading(Value):
    """A heading of level 1 to 6.

    .. versionadded:: 0.1.0
    """

    content: tuple[Inline, ...] = field(default=(), converter=merge_runs)
    level: Level = 2

    @classmethod
    def of(cls, text: str, level: int = 2) -> Heading:
        """Return a heading of plain text."""
        return cls(content=_runs(text), level=level)

    @property
    def text(self) -> str:
        r"""The plain text; a line break is ``\n``."""
        return inline_text(self.content)


@frozen(kw_only=True)
class Quote(Value):
    """A block quotation.

    Args:
        blocks: What is quoted.
        cite: Address of the source of the quotation.

    .. versionadded:: 0.1.0
    """

    blocks: tuple[Block, ...] = ()
    cite: Line | None = None
    _depth: int = field(init=False, eq=False, repr=False, default=0)

    def _invariants(self) -> None:
        _set_depth(self, self.blocks)


@frozen(kw_only=True)
class ListBlock(Value):
    """A list, ordered or not.

    Args:
        items: The blocks of each item.
        ordered: Whether the items are numbered.
        start: Number of the first item of an ordered list.

    .. versionadded:: 0.1.0
    """

    items: tuple[tuple[Block, ...], ...] = ()
    ordered: bool = False
    start: Natural = 1
    _depth: int = field(init=False, eq=False, repr=False, default=0)

    def _invariants(self) -> None:
        _set_depth(self, (block for item in self.items for block in item))

    @classmethod
    def of(cls, *items: str, ordered: bool = False) -> ListBlock:
        """Return a list of plain paragraphs."""
        return cls(items=tuple((Paragraph.of(item),) for item in items), ordered=ordered)


@frozen(kw_only=True)
class Cell(Value):
    """A cell of a table.

    .. versionadded:: 0.1.0
    """

    content: tuple[Inline, ...] = field(default=(), converter=merge_runs)
    colspan: Positive = 1
    rowspan: Positive = 1

    @classmethod
    def of(cls, text: str) -> Cell:
        """Return a cell of plain text."""
        return cls(content=_runs(text))

    @property
    def text(self) -> str:
        r"""The plain text; a line break is ``\n``."""
        return inline_text(self.content)


@frozen(kw_only=True)
class Table(Value):
    """A table.

    Args:
        rows: The cells of each row; a cell that spans rows stands in the first of them only.
        header_rows: How many rows, from the top, are headings.
        caption: Its caption.

    .. versionadded:: 0.1.0
    """

    rows: tuple[tuple[Cell, ...], ...] = ()
    header_rows: Natural = 0
    caption: Line | None = None

    def _invariants(self) -> None:
        if self.header_rows > len(self.rows):
            self._refuse("more header rows than rows", "header_rows")


@frozen(kw_only=True)
class Figure(Value):
    """A picture in the body.

    Args:
        src: Its address; the `Media` of the article with that ``href`` says more of it.
        alt: What stands for it where it cannot be seen. Empty text says: decoration.
        caption: Words below it.
        credit: Who made it.

    .. versionadded:: 0.1.0
    """

    src: Line
    alt: Prose | None = None
    caption: Prose | None = None
    credit: Line | None = None


@frozen(kw_only=True)
class Raw(Value):
    """Markup that maps to no other block, kept as it was. It is not safe to show unsanitized.

    Args:
        format: Name of the markup: ``"html"``.
        text: The markup, verbatim.

    .. versionadded:: 0.1.0
    """

    format: Line
    text: Prose


Block: TypeAlias = Paragraph | Heading | Quote | ListBlock | Table | Figure | Raw

BLOCKS: tuple[type[Block], ...] = (Paragraph, Heading, Quote, ListBlock, Table, Figure, Raw)
INLINES: tuple[type[Inline], ...] = (Text, Break)


def _set_depth(container: Quote | ListBlock, blocks: Iterable[Block]) -> None:
    """Note how deep a container nests, so that no body is too deep to compare or to write."""
    inner = max((b._depth for b in blocks if isinstance(b, Quote | ListBlock)), default=0)
    if inner >= MAX_NESTING:
        container._refuse(f"blocks nest deeper than {MAX_NESTING}")
    object.__setattr__(container, "_depth", inner + 1)


def inline_text(content: Iterable[Inline]) -> str:
    r"""Return the plain text of inlines; a line break is ``\n``.

    .. versionadded:: 0.1.0
    """
    return "".join(inline.text if isinstance(inline, Text) else "\n" for inline in content)


def plain_text(blocks: Iterable[Block]) -> str:
    r"""Return the plain text of blocks: one line a paragraph, heading, list item or table row.

    Blocks are parted by ``\n``, cells by a tab. Of a picture its caption is shown, or else its
    alternative text; markup kept raw shows nothing.

    >>> plain_text([Heading.of("Kế hoạch"), ListBlock.of("trồng rừng", "đào giếng")])
    'Kế hoạch\ntrồng rừng\nđào giếng'

    .. versionadded:: 0.1.0
    """
    return "\n".join(_lines(blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block.text
            case Quote():
                yield from _lines(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from _lines(item)
            case Table():
                if block.caption is not None:
                    yield block.caption
                for row in block.rows:
                    yield "\t".join(cell.text for cell in row)
            case Figure():
                words = block.caption if block.caption is not None else block.alt
                if words:
                    yield words
            case Raw():
                pass


def word_count(blocks: Iterable[Block]) -> int:
    """Count the words of blocks, as parted by blanks.

    >>> word_count([Paragraph.of("Hai bên đã ký kết.")])
    5

    .. versionadded:: 0.1.0
    """
    return sum(len(line.split()) for line in _lines(blocks))
