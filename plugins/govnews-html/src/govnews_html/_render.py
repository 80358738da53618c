"""Blocks to clean HTML, such that `parse` reads the same blocks back."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final, Literal, TypeAlias, assert_never

from govnews.issues import Issue, Path
from govnews.model import (
    Block,
    Cell,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Raw,
    Table,
    Text,
    inline_text,
)
from govnews_html._tables import TALLEST, WIDEST
from govnews_html._urls import clean, is_picture, is_safe, scheme

RawRule: TypeAlias = Literal["sanitize", "drop", "escape"]
"""What becomes of `Raw` blocks."""

_TAGS: Final = {
    Mark.STRONG: "strong",
    Mark.EM: "em",
    Mark.UNDERLINE: "u",
    Mark.STRIKE: "s",
    Mark.SUB: "sub",
    Mark.SUP: "sup",
    Mark.CODE: "code",
}
# What collapsing would lose: blanks in a row, and blanks where a line begins or ends.
_BLANKS = re.compile(r"  |\A | \Z| \n|\n |[\t\f\r]")
NO_NUL: Final = "HTML has no character U+0000; U+FFFD stands for it"
_PRE: Final = ' style="white-space:pre-wrap"'


def text(value: str) -> str:
    """Escape text."""
    return _said(html.escape(value, quote=False))


def attribute(name: str, value: str) -> str:
    """Return an attribute, escaped, with a blank before it."""
    return f' {name}="{_said(html.escape(value))}"'


def _said(escaped: str) -> str:
    # A bare carriage return is a line end to HTML; U+0000 it cannot say at all.
    return escaped.replace("\r", "&#13;").replace("\0", "\ufffd")


class Renderer:
    """Writes blocks, and notes what HTML cannot say.

    Args:
        note: Takes an issue for each loss.
        raw: What becomes of `Raw` blocks.
        data_images: Whether pictures may be ``data:`` URLs.
        shift: How many levels headings move down.
    """

    def __init__(
        self,
        note: Callable[[Issue], None],
        *,
        raw: RawRule = "sanitize",
        data_images: bool = False,
        shift: int = 0,
    ) -> None:
        self.note = note
        self.raw_rule = raw
        self.data_images = data_images
        self.shift = shift

    def blocks(self, blocks: Iterable[Block], where: Path, joint: str = "") -> str:
        """Return the HTML of blocks."""
        return joint.join([self.block(one, where / place) for place, one in enumerate(blocks)])

    def block(self, block: Block, where: Path) -> str:
        """Return the HTML of a block."""
        match block:
            case Paragraph():
                return self._paragraph(block, where)
            case Heading():
                tag = f"h{min(6, block.level + self.shift)}"
                return f"<{tag}{_form(block.content)}>{self.inlines(block.content, where)}</{tag}>"
            case Quote():
                cite = self._address(block.cite, where / "cite") if block.cite is not None else None
                shown = "" if cite is None else attribute("cite", cite)
                empty = "" if block.blocks else " data-empty"
                inner = self.blocks(block.blocks, where / "blocks")
                return f"<blockquote{shown}{empty}>{inner}</blockquote>"
            case ListBlock():
                return self._list(block, where)
            case Table():
                return self._table(block, where)
            case Figure():
                return self._figure(block, where)
            case Raw():
                return self._raw(block, where)
            case _:
                assert_never(block)

    # -- inlines ---------------------------------------------------------------------------

    def inlines(self, content: tuple[Inline, ...], where: Path) -> str:
        """Return the HTML of inlines; neighbors with one link share it."""
        if len(content) == 1 and isinstance(content[0], Text) and content[0].href is None:
            return _run(content[0])
        written: list[str] = []
        place = 0
        for href, group in groupby(content, key=lambda one: getattr(one, "href", None)):
            runs = list(group)
            inner = "".join([_run(one) if isinstance(one, Text) else "<br>" for one in runs])
            link = None
            if href is not None:
                link = self._address(href, where / "content" / place / "href")
            written.append(inner if link is None else f"<a{attribute('href', link)}>{inner}</a>")
            place += len(runs)
        return "".join(written)

    def _address(self, address: str, where: Path) -> str | None:
        """Return an address that is safe to follow."""
        cleaned = clean(address)
        if not is_safe(cleaned):
            self._lost(f"A {scheme(cleaned)}: address is not written", where)
            return None
        if cleaned != address:
            self._lost("Blanks around an address are not written", where)
        return cleaned

    def _lost(self, message: str, where: Path, code: str = "html.address") -> None:
        self.note(Issue(code, f"{message}.", str(where)))

    # -- blocks ----------------------------------------------------------------------------

    def _paragraph(self, block: Paragraph, where: Path) -> str:
        inner = self.inlines(block.content, where)
        if block.role == "preformatted":
            return f"<pre{'' if block.content else ' data-empty'}>{inner}</pre>"
        role = "" if block.role is None else attribute("data-role", block.role)
        return f"<p{role}{_form(block.content)}>{inner}</p>"

    def _list(self, block: ListBlock, where: Path) -> str:
        tag = "ol" if block.ordered else "ul"
        name = "start" if block.ordered else "data-start"
        start = "" if block.start == 1 else f' {name}="{block.start}"'
        empty = "" if block.items else " data-empty"
        items = [
            self._item(item, where / "items" / place) for place, item in enumerate(block.items)
        ]
        return f"<{tag}{start}{empty}>{''.join(items)}</{tag}>"

    def _item(self, item: tuple[Block, ...], where: Path) -> str:
        first = item[0] if item else None
        if isinstance(first, Paragraph) and _may_stand_bare(first):
            inner = self.inlines(first.content, where / 0)
            if len(item) == 1:
                return f"<li{_form(first.content)}>{inner}</li>"
            if len(item) == 2 and isinstance(item[1], ListBlock) and not _form(first.content):
                return f"<li>{inner}{self.block(item[1], where / 1)}</li>"
        return f"<li>{self.blocks(item, where)}</li>"

    def _table(self, block: Table, where: Path) -> str:
        head = block.rows[: block.header_rows]
        parts = ["<table>" if block.rows or block.caption is not None else "<table data-empty>"]
        if block.caption is not None:
            form = _style(block.caption) if block.caption else " data-empty"
            parts.append(f"<caption{form}>{text(block.caption)}</caption>")
        if head:
            parts.append(f"<thead>{self._rows(head, 0, 'th', where)}</thead>")
        if len(head) < len(block.rows):
            body = block.rows[len(head) :]
            parts.append(f"<tbody>{self._rows(body, len(head), 'td', where)}</tbody>")
        return "".join([*parts, "</table>"])

    def _rows(self, rows: tuple[tuple[Cell, ...], ...], first: int, tag: str, where: Path) -> str:
        written = []
        for number, row in enumerate(rows, first):
            path = where / "rows" / number
            cells = [self._cell(cell, tag, path / place) for place, cell in enumerate(row)]
            written.append(f"<tr>{''.join(cells)}</tr>")
        return "".join(written)

    def _cell(self, cell: Cell, tag: str, where: Path) -> str:
        spans = ' scope="col"' if tag == "th" else ""
        for name, span, most in (
            ("colspan", cell.colspan, WIDEST),
            ("rowspan", cell.rowspan, TALLEST),
        ):
            if span > most:
                self._lost(f"A {name} of {span} was cut to {most}", where / name, "html.number")
            if span > 1:
                spans += f' {name}="{min(span, most)}"'
        form = _form(cell.content) if cell.content else ""
        return f"<{tag}{spans}{form}>{self.inlines(cell.content, where)}</{tag}>"

    # -- figures and raw markup ------------------------------------------------------------

    def _figure(self, block: Figure, where: Path) -> str:
        picture = ""
        src = self._picture(block.src, where / "src")
        if src is not None:
            alt = (
                "" if block.alt is None else attribute("alt", self._prose(block.alt, where / "alt"))
            )
            picture = f"<img{attribute('src', src)}{alt}>"
        elif block.alt:
            self._lost("The alternative text goes with its picture", where / "alt", "html.picture")
        caption = self._caption(block, where)
        return f"<figure>{picture}{caption}</figure>" if picture or caption else ""

    def _picture(self, address: str, where: Path) -> str | None:
        if is_picture(address):
            if self.data_images:
                return address
            self._lost("A picture within its own address is not written", where, "html.picture")
            return None
        src = self._address(address, where)
        if src is not None and not src:
            self._lost("A picture without an address is not written", where, "html.picture")
        return src or None

    def _caption(self, block: Figure, where: Path) -> str:
        caption, credit = block.caption, block.credit
        if caption is None and credit is None:
            return ""
        if caption is not None:
            caption = self._prose(caption, where / "caption")
            if caption and credit is None:
                return f"<figcaption{_style(caption)}>{text(caption)}</figcaption>"
        parts = [
            f'<{tag} data-role="{role}"{_style(words) if words else " data-empty"}>'
            f"{text(words)}</{tag}>"
            for tag, role, words in (("span", "caption", caption), ("small", "credit", credit))
            if words is not None
        ]
        return f"<figcaption>{' '.join(parts)}</figcaption>"

    def _prose(self, value: str, where: Path) -> str:
        if "\0" in value:
            self._lost(NO_NUL, where, "html.character")
        return value

    def _raw(self, block: Raw, where: Path) -> str:
        if block.format != "html":
            message = f"Markup in the format {block.format!r} is not written"
            self._lost(message, where, "html.raw")
            return ""
        if self.raw_rule == "sanitize":
            return self._sanitized(block, where)
        if self.raw_rule == "drop":
            self._lost("Raw markup is not written", where, "html.raw")
            return ""
        self._lost("Raw markup is shown as text", where, "html.raw")
        return f"<pre>{text(block.text)}</pre>"

    def _sanitized(self, block: Raw, where: Path) -> str:
        from govnews_html._sanitize import removed, sanitize

        cleaned = sanitize(block.text)
        names = removed(block.text, cleaned)
        if names:
            shown = ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")
            self._lost(f"Sanitizing removed {shown}", where, "html.sanitized")
        return cleaned


def _may_stand_bare(paragraph: Paragraph) -> bool:
    """Whether a paragraph of an item needs no tags of its own."""
    content = paragraph.content
    return (
        paragraph.role is None
        and bool(content)
        and isinstance(content[0], Text)
        and isinstance(content[-1], Text)
    )


def _form(content: tuple[Inline, ...]) -> str:
    """Return the attributes by which a block keeps blanks, or says that it is empty on purpose."""
    if not content:
        return " data-empty"
    return _PRE if _BLANKS.search(inline_text(content)) else ""


def _style(words: str) -> str:
    """Return the attribute by which text of several lines keeps its lines and blanks."""
    return _PRE if "\n" in words or _BLANKS.search(words) else ""


def _run(run: Text) -> str:
    written = text(run.text)
    for mark in run.marks[::-1]:
        tag = _TAGS[mark]
        written = f"<{tag}>{written}</{tag}>"
    return written if run.lang is None else f'<span lang="{run.lang}">{written}</span>'
