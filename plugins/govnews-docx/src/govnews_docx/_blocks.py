"""From plain structure to the blocks of a body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from attrs import define, evolve, field

from govnews.issues import Issue
from govnews.model import (
    Block,
    Break,
    Cell,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    Text,
    fold_line,
)
from govnews_docx._inlines import inlines
from govnews_docx._numbering import Level, Numbering
from govnews_docx._pictures import href_of
from govnews_docx._styles import Styles
from govnews_docx._surface import CellBox, Para, Picture, Shown, Tbl, paragraphs

#: A label that says nothing but where an item stands: "1.", "a)", "(iv)", "2.3".
_PLAIN_LABEL: Final = re.compile(r"[\s(\[]*(?:%[1-9][.):\]\s\-/]*)+")
_BULLET_FORMS: Final = frozenset({"bullet", "none"})
_QUOTES: Final = frozenset({"quote", "intense quote", "quotations", "gn quote", "block text"})
#: What a paragraph is, by the name of its style.
ROLES: Final = {
    "caption": "caption",
    "gn caption": "caption",
    "gn lead": "lead",
    "gn credit": "credit",
}


@define
class _List:
    """A list that is being filled."""

    key: tuple[str | None, int]
    ordered: bool
    start: int
    items: list[list[Block | _List]] = field(factory=list)

    def goes_on(self, key: tuple[str | None, int], number: int | None) -> bool:
        """Whether an item belongs to it, or to a list within one of its items.

        Args:
            key: Numbering and level of the item.
            number: Its number in an ordered list; the next one goes on with a list, whichever
                numbering it is of.
        """
        if self.key[1] != key[1]:
            return True
        if self.ordered is (number is None):
            return False
        return self.key == key or (self.ordered and number == self.start + len(self.items))

    def block(self) -> ListBlock:
        """Return it, with the lists in its items; a document has nine levels."""
        return ListBlock(
            items=tuple(
                tuple(b.block() if isinstance(b, _List) else b for b in item) for item in self.items
            ),
            ordered=self.ordered,
            start=self.start if self.ordered else 1,
        )


class Assembler:
    """Makes blocks of what a document shows.

    Args:
        styles: The document's styles.
        numbering: Its numberings.
        note: Takes issues.
    """

    def __init__(self, styles: Styles, numbering: Numbering, note: Callable[[Issue], None]) -> None:
        self.styles = styles
        self.numbering = numbering
        self.note = note
        self.folded = 0
        self.renumbered = 0  # items of lists whose numbers were shown in letters or the like
        self._plain: dict[str | None, bool] = {}
        #: Inlines of paragraphs that are known to be unchanged, by the paragraph's identity.
        self.known: dict[int, tuple[Inline, ...]] = {}

    def blocks(self, shown: Iterable[Shown]) -> list[Block]:
        """Return the blocks of a run of paragraphs and tables."""
        out: list[Block] = []
        lists: list[_List] = []
        for one in shown:
            if isinstance(one, Tbl):
                self._close(lists, out)
                out += self._table(one)
                continue
            plain = self._plainly(one)
            if plain is not None:
                # Nearly all paragraphs are plain text of a plain style.
                if not _is_blank(plain):
                    if lists:
                        self._close(lists, out)
                    out.append(Paragraph(content=plain))
                continue
            content = self.content(one)
            blank = _is_blank(content)
            if blank and not one.pictures:
                continue
            level = None if blank else self.list_level(one)
            if level is not None:
                self._item(one, level, content, lists, out)
            else:
                self._close(lists, out)
                if not blank:
                    out.append(self._paragraph(one, content, out))
            if one.pictures:
                self._close(lists, out)
                out += [self._figure(picture) for picture in one.pictures]
        self._close(lists, out)
        return out

    # -- paragraphs ------------------------------------------------------------------------

    def content(self, para: Para) -> tuple[Inline, ...]:
        """Return the inlines of a paragraph, the words of its label included."""
        found = self._said(para)
        num_id, ilvl = self.num(para)
        if num_id is not None and (found or para.pictures):
            level = self.numbering.level(num_id, ilvl)
            if level is not None:
                para.number, para.label = self.numbering.advance(num_id, ilvl)
                if not _is_plain_label(level) and para.label:
                    return _labeled(found, fold_line(f"{para.label} "))
        return found

    def _line(self, para: Para) -> tuple[Inline, ...]:
        """Return the inlines of a paragraph in a cell: cells have no lists, so numbers are text."""
        num_id, ilvl = self.num(para)
        level = None if num_id is None else self.numbering.level(num_id, ilvl)
        if num_id is None or level is None or level.form in _BULLET_FORMS:
            return self.content(para)
        para.number, para.label = self.numbering.advance(num_id, ilvl)
        found = self._said(para)
        label = fold_line(para.label)
        return _labeled(found, f"{label} " if found else label) if label else found

    def _said(self, para: Para) -> tuple[Inline, ...]:
        known = self.known.get(id(para))
        if known is not None:
            return known
        found, folded = inlines(para)
        self.folded += folded
        return found

    def _plainly(self, para: Para) -> tuple[Inline, ...] | None:
        """Return the inlines of a paragraph, or nothing where it is more than plain text."""
        if not para.bare:
            return None
        plain = self._plain.get(para.style)
        if plain is None:
            plain = self._plain[para.style] = self._is_plain(para.style)
        if not plain:
            return None
        if len(para) == 1 and not self.known:
            text, flags, href = para[0]
            if not flags and href is None and text.isprintable():
                return (Text(text=text),)
        return self._said(para)

    def _is_plain(self, style_id: str | None) -> bool:
        """Whether a style says no more of a paragraph than how it looks."""
        style = self.styles.get(style_id)
        name = style.name.casefold()
        plain = style.level is None and style.num is None
        return plain and name not in ROLES and name not in _QUOTES

    def num(self, para: Para) -> tuple[str | None, int]:
        """Return number id and level of a paragraph; no id where it is not numbered."""
        own = para.num
        inherited = self.styles.get(para.style).num
        if own is None:
            own = inherited
        elif own[0] is None and inherited is not None:
            own = inherited[0], own[1]
        if own is None or own[0] in (None, "0"):
            return None, 0
        return own

    def level(self, para: Para) -> int | None:
        """Return the outline level of a paragraph, 1 to 9."""
        level = para.level if para.level is not None else self.styles.get(para.style).level
        return level if level is not None and level < 10 else None

    def list_level(self, para: Para) -> Level | None:
        """Return the level of the list a paragraph is an item of."""
        num_id, ilvl = self.num(para)
        if num_id is None or self.level(para) is not None:
            return None
        level = self.numbering.level(num_id, ilvl)
        return level if level is not None and _is_plain_label(level) else None

    def _paragraph(self, para: Para, content: tuple[Inline, ...], out: list[Block]) -> Block:
        level = self.level(para)
        if level is not None:
            return Heading(content=content, level=min(level, 6))
        name = self.styles.get(para.style).name.casefold()
        if name in _QUOTES:
            return Quote(blocks=(Paragraph(content=content),))
        role = ROLES.get(name)
        return Paragraph(content=content, role=role)

    def _item(
        self,
        para: Para,
        level: Level,
        content: tuple[Inline, ...],
        lists: list[_List],
        out: list[Block],
    ) -> None:
        key = self.num(para)
        ordered = level.form not in _BULLET_FORMS
        self.renumbered += ordered and level.form != "decimal"
        number = para.number if ordered else None
        while lists and (lists[-1].key[1] > key[1] or not lists[-1].goes_on(key, number)):
            done = lists.pop()
            if not lists:
                out.append(done.block())
        if not lists or lists[-1].key[1] != key[1]:
            opened = _List(key, ordered, para.number)
            if lists:
                if not lists[-1].items:
                    lists[-1].items.append([])
                lists[-1].items[-1].append(opened)
            lists.append(opened)
        lists[-1].key = key
        lists[-1].items.append([Paragraph(content=content)])

    def _close(self, lists: list[_List], out: list[Block]) -> None:
        if lists:
            out.append(lists[0].block())
            lists.clear()

    def _figure(self, picture: Picture) -> Figure:
        return Figure(src=href_of(picture), alt=picture.alt)

    # -- tables ----------------------------------------------------------------------------

    def _table(self, table: Tbl) -> list[Block]:
        pictures: list[Block] = []
        rows = [tuple([self._cell(box, pictures) for box in row]) for row in whole_rows(table)]
        if not any(rows):
            return pictures
        caption = table.caption
        made = Table(
            rows=tuple(rows),
            header_rows=min(table.header_rows, len(rows)),
            caption=fold_line(caption) if caption else None,
        )
        return [made, *pictures]

    def _cell(self, box: CellBox, pictures: list[Block]) -> Cell:
        if len(box) == 1:
            only = box[0]
            plain = self._plainly(only) if isinstance(only, Para) else None
            if plain is not None:
                return Cell(content=plain, colspan=box.colspan, rowspan=box.rowspan)
        if any(isinstance(block, Tbl) for block in box):
            self.note(
                Issue("docx.nested-table", "A table within a cell became lines of that cell.")
            )
        lines: list[Inline] = []
        for para in paragraphs(box):
            own = self._line(para)
            if own:
                if lines:
                    lines.append(Break())
                lines += own
            pictures += [self._figure(picture) for picture in para.pictures]
        return Cell(content=tuple(lines), colspan=box.colspan, rowspan=box.rowspan)


def _is_plain_label(level: Level) -> bool:
    return level.form in _BULLET_FORMS or _PLAIN_LABEL.fullmatch(level.text) is not None


def _is_blank(content: tuple[Inline, ...]) -> bool:
    """Whether a paragraph shows nothing: no inline, or one that is blank."""
    if len(content) > 1:
        return False
    return not content or isinstance(content[0], Break) or content[0].text.isspace()


def _labeled(content: tuple[Inline, ...], label: str) -> tuple[Inline, ...]:
    """Return the inlines of a paragraph behind its label."""
    if content and isinstance(content[0], Text):
        return (evolve(content[0], text=label + content[0].text), *content[1:])
    return (Text(text=label), *content)


def whole_rows(table: Tbl) -> list[list[CellBox]]:
    """Return the rows of a table, each with the cells that begin in it."""
    if not table.merged:
        return table.rows
    _join_rows(table)
    return [[box for box in row if not box.merged] for row in table.rows]


def _join_rows(table: Tbl) -> None:
    """Count how many rows each cell spans, in one pass over the cells."""
    for row in table.rows:
        for box in row:
            box.rowspan = 1
    above: dict[int, CellBox] = {}
    for row in table.rows:
        here: dict[int, CellBox] = {}
        column = 0
        for box in row:
            if box.merged:
                origin = above.get(column)
                if origin is None:
                    box.merged = False  # nothing above: it begins here
                    here[column] = box
                else:
                    origin.rowspan += 1
                    here[column] = origin
            else:
                here[column] = box
            column += box.colspan
        above = here
