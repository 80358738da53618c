"""The blocks of a body as Markdown, and notes of what Markdown does not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from govnews.issues import Issue, Path
from govnews.model import (
    Block,
    Cell,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Raw,
    Table,
)
from govnews_text._escape import destination, escaped, is_safe, shielded
from govnews_text._grid import is_regular, rows_of
from govnews_text._inline import written
from govnews_text._lines import lines_of
from govnews_text._page import Note

_HIGHEST: Final = 999_999_999
"""The greatest number of a list item (CommonMark 5.2)."""


@frozen(eq=False)
class Blocks:
    """Turns blocks into lines of Markdown.

    Args:
        note: Takes an issue for each block that loses something.
    """

    note: Note

    def written(self, blocks: Sequence[Block], at: Path, depth: int = 0) -> Iterator[list[str]]:
        """Yield the lines of each block that has any."""
        before = ""
        for index, block in enumerate(blocks):
            place = at / index
            marker = _marker(block, depth, before)
            lines = self._lines(block, place, marker, depth)
            if lines:
                before = marker
                yield lines

    def _lines(self, block: Block, at: Path, marker: str, depth: int) -> list[str]:
        match block:
            case Paragraph():
                return self._paragraph(block, at)
            case Heading():
                return self._heading(block, at)
            case Quote():
                return self._quote(block, at, depth)
            case ListBlock():
                return self._list(block, at, marker, depth)
            case Table():
                return self._table(block, at)
            case Figure():
                return self._figure(block, at)
            case Raw():
                self._unsaid(at)
        return []

    def _paragraph(self, block: Paragraph, at: Path) -> list[str]:
        text = written(block.content)
        if text.lines == ("",):
            self._unsaid(at)
            return []
        self._lost(at, *text.lost, "" if block.role is None else "its role")
        return [*(f"{line}\\" for line in text.lines[:-1]), text.lines[-1]]

    def _heading(self, block: Heading, at: Path) -> list[str]:
        text = written(block.content, "heading")
        # The title is the one heading of level 1.
        self._lost(at, *text.lost, "" if block.level > 1 else "its level")
        return [f"{'#' * max(block.level, 2)} {text.lines[0]}".rstrip()]

    def _quote(self, block: Quote, at: Path, depth: int) -> list[str]:
        self._lost(at, "" if block.cite is None else "the address it is from")
        lines: list[str] = []
        for inner in self.written(block.blocks, at / "blocks", depth + 1):
            lines += [""] * bool(lines) + inner
        return [f"> {line}" if line else ">" for line in lines or [""]]

    def _list(self, block: ListBlock, at: Path, marker: str, depth: int) -> list[str]:
        if not block.items:
            self._unsaid(at)
            return []
        odd = block.start > _HIGHEST if block.ordered else block.start != 1
        self._lost(at, "the number it starts with" if odd else "")
        lines: list[str] = []
        tight = all(
            len(item) < 2 and all(isinstance(one, Paragraph) for one in item)
            for item in block.items
        )
        for index, item in enumerate(block.items):
            inner = [
                line
                for group in self.written(item, at / "items" / index, depth + 1)
                for line in ("", *group)
            ][1:]
            number = min(block.start + index, _HIGHEST)
            mark = f"{number}{marker}" if block.ordered else marker
            indent = " " * (len(mark) + 1)
            if lines and not tight:
                lines.append("")
            lines.append(f"{mark} {inner[0]}" if inner else mark)
            lines += [f"{indent}{line}" if line else "" for line in inner[1:]]
        return lines

    def _table(self, block: Table, at: Path) -> list[str]:
        rows = list(rows_of(block))
        width = max(map(len, rows), default=0)
        if width == 0:
            self._unsaid(at)
            return []
        lost: dict[str, None] = {}
        lines = [self._row(row, lost) for row in rows]
        head = [shielded(escaped(block.caption)), ""] if block.caption else []
        if block.caption is not None:
            lost["that its caption is one"] = None
        if block.header_rows != 1:
            lost["how many rows are headings"] = None
        if not is_regular(block):
            lost["the lengths of its rows and the spans of its cells"] = None
        self._lost(at, *lost)
        if block.header_rows:
            first, lines = lines[0], lines[1:]
        else:
            first = "|"
        first += " |" * (width - _cells_in(rows, block))
        return [*head, first, "|" + " --- |" * width, *lines]

    def _row(self, row: Iterable[Cell | None], lost: dict[str, None]) -> str:
        cells: list[str] = []
        for cell in row:
            text = written(() if cell is None else cell.content, "cell")
            lost.update(dict.fromkeys(text.lost))
            cells.append(f" {text.lines[0]} |")
        return "|" + "".join(cells or [" |"])

    def _figure(self, block: Figure, at: Path) -> list[str]:
        alt = " ".join(lines_of(block.alt or ""))
        words = [shielded(escaped(line)) for line in lines_of(block.caption or "") if line]
        if block.credit is not None:
            words.append(shielded(escaped(block.credit)))
        shown = is_safe(block.src, picture=True)
        picture = f"![{escaped(alt)}]({destination(block.src)})"
        if not shown:
            picture = shielded(escaped(alt))
        lines = [line for line in (picture, *words) if line]
        if not lines:
            self._unsaid(at)
            return []
        self._lost(
            at,
            "" if shown else "an address that is not safe to follow",
            "that its alternative text is not stated" if block.alt is None else "",
            "the lines of its alternative text" if block.alt not in (None, alt) else "",
            "" if block.caption is block.credit is None else "that the words below are its own",
        )
        return [*(f"{line}\\" for line in lines[:-1]), lines[-1]]

    # -- notes -----------------------------------------------------------------------------

    def _unsaid(self, at: Path) -> None:
        self.note(Issue("text.unsaid", "Markdown has no way to write this block.", str(at)))

    def _lost(self, at: Path, *lost: str) -> None:
        named = ", ".join(name for name in lost if name)
        if named:
            self.note(Issue("text.flattened", f"Written without {named}.", str(at)))


def _cells_in(rows: list[list[Cell | None]], table: Table) -> int:
    """How many cells the first line of a table has without being filled up."""
    return max(len(rows[0]), 1) if table.header_rows else 0


def _marker(block: Block, depth: int, before: str) -> str:
    """Return the marker of a list: another one than that of the list before, or of the one around.

    Neighbors with one marker would be one list (5.3), and three within each other a rule (4.1).
    """
    if not isinstance(block, ListBlock):
        return ""
    if block.ordered:
        return ")" if before == "." else "."
    usual = "-*"[depth % 2]
    return "+" if before == usual else usual
