"""The body of an article as lines: one for each paragraph that a document shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define

from govnews.model import (
    Block,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Raw,
    Table,
    Text,
)
from govnews_docx._inlines import flags_of
from govnews_docx._styles import SUB, SUP, UNDERLINE
from govnews_docx._surface import Run
from govnews_docx._targets import shown_target
from govnews_docx._text import digest, visible

_ROLES = {"lead": "GNLead", "credit": "GNCredit", "caption": "GNCaption"}
#: Bytes of the digest of a paragraph's words: an edit goes unseen once in 2^40.
_WORDS = 5
STAMP_TEXT = 7
_DEEPEST = 8  # a numbering has nine levels (ISO 29500-1, 17.9.3)


@define(eq=False)
class Line:
    """One paragraph, or one table, of a body.

    Args:
        path: Which block it belongs to, from the article: ``body[3]``, ``body[3].items[0][1]``.
        style: Its style.
        runs: What it says.
        number: Which list of the document it is an item of, or None.
        level: How deep that list nests.
        table: The table it is.
        figure: The picture it shows.
        content: The inlines it was made of.
    """

    path: str
    style: str
    runs: list[Run]
    number: int | None = None
    level: int = 0
    table: Table | None = None
    figure: Figure | None = None
    content: tuple[Inline, ...] = ()

    @property
    def text(self) -> str:
        """The words, as they can be read back."""
        return "".join([run[0] for run in self.runs])


@define
class Lists:
    """The lists of a document, in the order of their items: ordered or not, and from where."""

    opened: list[tuple[bool, int]]

    def open(self, *, ordered: bool, start: int) -> int:
        """Note a list and return its number, from 1."""
        self.opened.append((ordered, start))
        return len(self.opened)


def body_lines(body: Iterable[Block], lists: Lists) -> Iterator[Line]:
    """Yield the lines of a body."""
    for index, block in enumerate(body):
        yield from _lines(block, f"body[{index}]", lists, "GNBody", 0)


def _lines(block: Block, path: str, lists: Lists, style: str, level: int) -> Iterator[Line]:
    match block:
        case Paragraph():
            role = _ROLES.get(block.role or "", style) if style == "GNBody" else style
            yield Line(path, role, runs_of(block.content), level=level, content=block.content)
        case Heading():
            runs = runs_of(block.content)
            yield Line(path, f"Heading{block.level}", runs, level=level, content=block.content)
        case Quote():
            for index, inner in enumerate(block.blocks):
                yield from _lines(inner, f"{path}.blocks[{index}]", lists, "GNQuote", level)
        case ListBlock():
            yield from _list_lines(block, path, lists, level)
        case Table():
            if block.caption:
                yield Line(f"{path}.caption", "GNCaption", [(visible(block.caption), 0, None)])
            if block.rows:
                yield Line(path, "GNCell", [], level=level, table=block)
        case Figure():
            yield from _figure_lines(block, path)
        case Raw():
            pass  # markup is no text to be shown


def _list_lines(block: ListBlock, path: str, lists: Lists, level: int) -> Iterator[Line]:
    number = lists.open(ordered=block.ordered, start=block.start)
    depth = min(level, _DEEPEST)
    for index, item in enumerate(block.items):
        blocks = list(enumerate(item))
        first = item[0] if item else None
        place = f"{path}.items[{index}]"
        if isinstance(first, Paragraph):
            yield Line(
                f"{place}[0]",
                "GNItem",
                runs_of(first.content),
                number,
                depth,
                content=first.content,
            )
            del blocks[0]
        else:
            yield Line(place, "GNItem", [], number, depth)
        for inner_index, inner in blocks:
            yield from _lines(inner, f"{place}[{inner_index}]", lists, "GNItem", level + 1)


def _figure_lines(block: Figure, path: str) -> Iterator[Line]:
    yield Line(path, "GNFigure", [], figure=block)
    if block.caption:
        yield Line(f"{path}.caption", "GNCaption", [(visible(block.caption), 0, None)])
    if block.credit:
        yield Line(f"{path}.credit", "GNCaption", [(visible(block.credit), 0, None)])


def figure_runs(figure: Figure) -> list[Run]:
    """Return what stands for a picture whose bytes are not at hand: its words, and a link."""
    words = visible(figure.alt or "") or visible(figure.src[:200])
    return [(words, 0, shown_target(figure.src))]


def runs_of(content: Iterable[Inline]) -> list[Run]:
    """Return inlines as the runs a document shows."""
    runs: list[Run] = []
    for inline in content:
        if not isinstance(inline, Text):
            runs.append(("\n", 0, None))
            continue
        text = visible(inline.text)
        if text:
            href = shown_target(inline.href) if inline.href is not None else None
            flags = flags_of(inline)
            if flags & SUB and flags & SUP:
                flags &= ~SUB  # a run is set high or low, not both
            if href is not None:
                flags &= ~UNDERLINE
            runs.append((text, flags, href))
    return runs


def grid_runs(rows: list[list[str]]) -> list[Run]:
    """Return rows of cells as one run; empty cells at the end of a row do not count."""
    text = "\n".join(["\t".join(row).rstrip("\t") for row in rows])
    return [(text, 0, None)]


def stamp(runs: list[Run]) -> str:
    """Return two digests: of the words, and of how they are set off."""
    text = "".join([run[0] for run in runs])
    if not text:
        return ""
    return digest(text, _WORDS) + form(runs)


def form(runs: list[Run]) -> str:
    """Return a digest of marks and links; runs that look alike count as one."""
    if not any(run[1] or run[2] is not None for run in runs):
        return ""
    joined: list[tuple[int, int, str | None]] = []
    for text, flags, href in runs:
        if not text.strip():
            continue  # who can tell a bold blank from another
        if joined and joined[-1][1:] == (flags, href):
            joined[-1] = (joined[-1][0] + len(text), flags, href)
        else:
            joined.append((len(text), flags, href))
    if len(joined) == 1:
        joined = [(0, *joined[0][1:])]
    return digest(repr(joined), 2) if joined != [(0, 0, None)] else ""
