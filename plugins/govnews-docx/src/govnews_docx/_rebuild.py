"""The body of an edited article: unchanged blocks verbatim, changed ones as they read now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from attrs import define, evolve, field

from govnews.model import (
    Block,
    Cell,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from govnews_docx._blocks import ROLES, Assembler
from govnews_docx._lines import Line, runs_of
from govnews_docx._match import Entry
from govnews_docx._nested import Nested
from govnews_docx._surface import Para, Run, Tbl


@define
class Rebuilt:
    """A body as it reads now.

    Args:
        blocks: Its blocks.
        changed: Paths of changed and new blocks, from the article.
        gone: Numbers, in the record, of blocks that are there no more.
        touched: Numbers, in the record, of blocks that read otherwise now.
        moved: Where each block of the record stands now.
    """

    blocks: list[Block] = field(factory=list)
    changed: list[str] = field(factory=list)
    gone: list[int] = field(factory=list)
    touched: list[int] = field(factory=list)
    moved: dict[int, int] = field(factory=dict)


@define(eq=False)
class Written:
    """A line of a body as it was written: the line, its block, the stamp it had."""

    line: Line
    block: int
    stamp: str


#: An entry of a body, and the line it was written as, if it was there.
Placed: TypeAlias = tuple[Entry, Written | None]


def rebuild(
    body: tuple[Block, ...], written: list[Written], placed: list[Placed], assembler: Assembler
) -> Rebuilt:
    """Return the body that a run of entries shows.

    Args:
        body: The body in the record.
        written: All its lines.
        placed: The entries of this body, in their present order.
        assembler: Makes blocks of what is new.
    """
    for entry, was in placed:
        if (
            was is not None
            and isinstance(entry.shown, Para)
            and not _differs(entry, was, assembler)
        ):
            assembler.known[id(entry.shown)] = was.line.content
    lines_of: dict[int, list[Written]] = {}
    for one in written:
        lines_of.setdefault(one.block, []).append(one)
    result = Rebuilt()
    _unshown(result, body, -1, lines_of)
    at = 0
    while at < len(placed):
        was = placed[at][1]
        end = at + 1
        while end < len(placed) and _goes_on(placed, at, end, body, assembler):
            end += 1
        if was is None:
            _new(result, placed[at:end], assembler)
        else:
            _known(result, body, was.block, placed[at:end], lines_of, assembler)
            _unshown(result, body, was.block, lines_of)
        at = end
    for number in range(len(body)):
        if number in lines_of and number not in result.moved and number not in result.gone:
            result.gone.append(number)
        elif number not in lines_of and number not in result.moved:
            result.moved[number] = len(result.blocks)
            result.blocks.append(body[number])
    return result


def _unshown(
    result: Rebuilt, body: tuple[Block, ...], after: int, lines_of: dict[int, list[Written]]
) -> None:
    """Keep blocks that show nothing, such as raw markup, behind the block they followed."""
    number = after + 1
    while number < len(body) and number not in lines_of and number not in result.moved:
        result.moved[number] = len(result.blocks)
        result.blocks.append(body[number])
        number += 1


def _goes_on(
    placed: list[Placed], start: int, at: int, body: tuple[Block, ...], assembler: Assembler
) -> bool:
    """Whether an entry belongs to the block that began at `start`."""
    entry, was = placed[at]
    first = placed[start][1]
    if was is not None or first is None:
        return (was.block if was else None) == (first.block if first else None)
    # A new paragraph within or after a list is an item of it, if it is numbered like it.
    shown, before = entry.shown, placed[at - 1][0].shown
    if not isinstance(body[first.block], ListBlock) or not isinstance(shown, Para):
        return False
    return (
        isinstance(before, Para)
        and assembler.list_level(shown) is not None
        and assembler.num(shown)[0] == assembler.num(before)[0]
    )


def _differs(entry: Entry, was: Written, assembler: Assembler) -> bool:
    """Whether a paragraph reads otherwise than the line it was written as."""
    if entry.stamp != was.stamp:
        return True
    shown, line = entry.shown, was.line
    if not isinstance(shown, Para):
        return False
    level = assembler.level(shown)
    heading = int(line.style[7:]) if line.style.startswith("Heading") else None
    if (level and min(level, 6)) != heading:
        return True
    if heading is not None:
        return False
    num_id, ilvl = assembler.num(shown)
    if (num_id is not None) != (line.number is not None):
        return True
    return line.number is not None and ilvl != line.level


def _new(result: Rebuilt, placed: list[Placed], assembler: Assembler) -> None:
    for block in assembler.blocks(entry.shown for entry, _ in placed):
        result.changed.append(f"body[{len(result.blocks)}]")
        result.blocks.append(block)


def _known(
    result: Rebuilt,
    body: tuple[Block, ...],
    number: int,
    placed: list[Placed],
    lines_of: dict[int, list[Written]],
    assembler: Assembler,
) -> None:
    old = body[number]
    index = len(result.blocks)
    if number in result.moved or number in result.gone:
        _new(result, placed, assembler)  # the second half of a block that was parted
        return
    intact = [was for _, was in placed] == lines_of[number] and not any(
        _differs(entry, was, assembler) for entry, was in placed if was is not None
    )
    new = [old] if intact else _now(old, placed, assembler)
    result.blocks += new
    if not new:
        result.gone.append(number)
        return
    result.moved[number] = index
    if len(new) == 1 and new[0] == old:
        return
    result.touched.append(number)
    if len(new) == 1:
        result.changed += [f"body[{index}]{rest}" for rest in _where(old, new[0])]
    else:
        result.changed += [f"body[{index + place}]" for place in range(len(new))]


def _now(old: Block, placed: list[Placed], assembler: Assembler) -> list[Block]:
    """Return what the lines of a block say now."""
    entries = [entry for entry, _ in placed]
    if isinstance(old, Figure):
        return _figure(old, placed, assembler)
    if isinstance(old, Table):
        return _table(old, placed, assembler)
    if isinstance(old, Quote | ListBlock):
        return _nested(old, placed, assembler)
    new = assembler.blocks(entry.shown for entry in entries)
    if len(new) != 1:
        return new
    (one,) = new
    if isinstance(old, Paragraph) and isinstance(one, Paragraph):
        return [
            Paragraph(
                content=_kept(old.content, one.content), role=_role(old, one, entries[0], assembler)
            )
        ]
    if isinstance(old, Heading) and isinstance(one, Heading):
        return [evolve(one, content=_kept(old.content, one.content))]
    return new


def _nested(old: Quote | ListBlock, placed: list[Placed], assembler: Assembler) -> list[Block]:
    was_of = {id(entry): was for entry, was in placed}

    def leaf(block: Block, entries: list[Entry]) -> list[Block]:
        pairs = [(entry, was_of[id(entry)]) for entry in entries]
        if not any(was is None or _differs(entry, was, assembler) for entry, was in pairs):
            return [block]
        if isinstance(block, Paragraph | Heading):
            content = tuple(one for entry in entries for one in fresh_content(entry))
            return [evolve(block, content=_kept(block.content, content))]
        return _now(block, pairs, assembler)

    def fresh_content(entry: Entry) -> tuple[Inline, ...]:
        return assembler.content(entry.shown) if isinstance(entry.shown, Para) else ()

    def fresh(entry: Entry) -> list[Block]:
        return [Paragraph(content=fresh_content(entry))]

    nested = Nested(leaf, fresh)
    last = None
    for entry, was in placed:
        if was is not None:
            last = was.line.path
            nested.put(last, entry)
        elif last is not None and isinstance(entry.shown, Para):
            nested.add(last, entry, assembler.num(entry.shown)[1])
    first = next(was for _, was in placed if was is not None)
    return nested.blocks(old, f"body[{first.block}]")


def _role(old: Paragraph, new: Paragraph, entry: Entry, assembler: Assembler) -> str | None:
    """Keep a role that styles do not tell."""
    if new.role is not None:
        return new.role
    return None if old.role in ROLES.values() and _is_plain_body(entry, assembler) else old.role


def _is_plain_body(entry: Entry, assembler: Assembler) -> bool:
    shown = entry.shown
    return isinstance(shown, Para) and assembler.styles.get(shown.style).name == "GN Body"


def _kept(old: tuple[Inline, ...], new: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Take runs that read as before from the record: it knows what is not shown of them."""
    known: dict[Run, Inline] = {}
    for inline in old:
        runs = runs_of([inline])
        if len(runs) == 1:
            known.setdefault(runs[0], inline)
    kept = []
    for inline in new:
        runs = runs_of([inline])
        kept.append(known.get(runs[0], inline) if len(runs) == 1 else inline)
    return tuple(kept)


def _figure(old: Figure, placed: list[Placed], assembler: Assembler) -> list[Block]:
    changes: dict[str, Any] = {}
    picture: Block | None = None
    there = False
    for entry, was in placed:
        same = was is not None and not _differs(entry, was, assembler)
        name = was.line.path.rpartition("]")[2].lstrip(".") if was is not None else ""
        if name in ("caption", "credit"):
            if not same:
                changes[name] = entry.text.replace("\n", " ") if name == "credit" else entry.text
        elif same:
            there = True
        else:
            found = assembler.blocks([entry.shown])
            picture = next((block for block in found if isinstance(block, Figure)), None)
            there = there or not found
    if isinstance(picture, Figure):
        return [evolve(picture, caption=old.caption, credit=old.credit, **changes)]
    return [evolve(old, **changes)] if there else []


def _table(old: Table, placed: list[Placed], assembler: Assembler) -> list[Block]:
    caption = old.caption
    grid: Entry | None = None
    others: list[Entry] = []
    for entry, was in placed:
        if isinstance(entry.shown, Tbl):
            grid = entry
        elif was is not None and was.line.path.endswith(".caption"):
            if _differs(entry, was, assembler):
                caption = entry.text.replace("\n", " ").strip() or None
        else:
            others.append(entry)
    if grid is None:
        return assembler.blocks(entry.shown for entry in others)
    new = next((b for b in assembler.blocks([grid.shown]) if isinstance(b, Table)), None)
    if new is None:
        return []
    known = {_key(cell): cell for row in old.rows for cell in row}
    rows = []
    for number, row in enumerate(new.rows):
        before = old.rows[number] if number < len(old.rows) else ()
        cells = []
        for place, cell in enumerate(row):
            same = before[place] if place < len(before) else None
            if same is not None and _key(same) == _key(cell):
                cells.append(same)
            elif same is not None and len(before) == len(row):
                cells.append(evolve(same, content=_kept(same.content, cell.content)))
            else:
                cells.append(evolve(cell, content=known.get(_key(cell), cell).content))
        rows.append(tuple(cells))
    same_rows = len(rows) == len(old.rows)
    header = old.header_rows if same_rows else min(new.header_rows, len(rows))
    made: list[Block] = [evolve(old, rows=tuple(rows), header_rows=header, caption=caption)]
    return made + assembler.blocks(entry.shown for entry in others)


def _key(cell: Cell) -> object:
    return tuple(runs_of(cell.content))


def _where(old: Block, new: Block) -> Iterable[str]:
    """Say which part of a block changed, as closely as its shape allows."""
    if isinstance(old, ListBlock) and isinstance(new, ListBlock):
        if len(old.items) != len(new.items) or old.ordered is not new.ordered:
            return [""]
        pairs = zip(old.items, new.items, strict=True)
        return [f".items[{n}]" for n, (a, b) in enumerate(pairs) if a != b]
    if not isinstance(old, Table) or not isinstance(new, Table):
        return [""]
    if [len(row) for row in old.rows] != [len(row) for row in new.rows]:
        return [""]
    found = [
        f".rows[{r}][{c}]"
        for r, (before, after) in enumerate(zip(old.rows, new.rows, strict=True))
        for c, (a, b) in enumerate(zip(before, after, strict=True))
        if a != b
    ]
    return [*found, ".caption"] if old.caption != new.caption else found
