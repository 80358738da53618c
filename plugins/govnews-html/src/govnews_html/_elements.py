"""What each tag does."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from govnews.model import Heading, ListBlock, Mark, Paragraph, Quote, fold_line
from govnews_html._builder import MAX_NESTING, Builder
from govnews_html._frames import (
    ANONYMOUS,
    NO_ATTRIBUTES,
    Attributes,
    ClosedCell,
    Frame,
    Kind,
    Leaf,
    ListFrame,
    RowFrame,
)
from govnews_html._inline import MARKS, NO_EFFECT, PLAIN, Effect, derive, scalars, style_effect
from govnews_html._urls import SCRIPT_SCHEMES, clean, scheme

Handler: TypeAlias = Callable[[Builder, str, Attributes], None]

_LANG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_PARAGRAPH = Leaf(Paragraph)
_EFFECTS = {name: Effect(on=(mark,)) for name, mark in MARKS.items()}
_MARKED = {name: derive(PLAIN, effect) for name, effect in _EFFECTS.items()}


def effect_of(builder: Builder, attributes: Attributes, mark: Mark | None) -> Effect | None:
    """Return what an element's language, style and own mark do to the text in it."""
    style = attributes.get("style")
    effect = NO_EFFECT
    if style is not None:
        effect = style_effect(style[:2_000], mark)
    elif mark is not None:
        effect = Effect(on=(mark,))
    lang = builder.attribute_language(attributes)
    if lang is not None:
        if not lang or _LANG.fullmatch(lang):
            effect = effect._replace(lang=lang)
        else:
            builder.note("html.lang", "A language that is no language tag was passed over")
    return None if effect == NO_EFFECT else effect


def link(builder: Builder, value: str, what: str) -> str | None:
    """Return the address of a link, or None where it must not be followed."""
    if value.startswith(("https://", "http://")) and value.isprintable() and value[-1] != " ":
        return value
    address = clean(value)
    name = scheme(address)
    if name in SCRIPT_SCHEMES:
        builder.note("html.link", f"The {name}: address of {what} was dropped")
        return None
    return fold_line(scalars(builder.address(address)))


# -- inline elements -------------------------------------------------------------------------


def start_inline(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin ``b``, ``em``, ``span`` and the like."""
    if not attributes:
        effect = _EFFECTS.get(name)
        if effect is not None and builder.look is PLAIN and not builder.inlines:
            builder.inlines.append((name, effect, PLAIN))
            builder.look = _MARKED[name]
        else:
            builder.open_inline(name, effect)
        return
    role = attributes.get("data-role")
    if role is not None and builder.words is not None:
        # The parts of a caption, as `render` writes them.
        if builder.push(Frame(Kind.BOX, name, NO_ATTRIBUTES), effect_of(builder, attributes, None)):
            builder.start_leaf(Leaf(Paragraph, role, keep_empty="data-empty" in attributes), None)
        return
    builder.open_inline(name, effect_of(builder, attributes, MARKS.get(name)))


def end_inline(builder: Builder, name: str, attributes: Attributes) -> None:
    """End an inline element."""
    open_ones = builder.inlines
    if open_ones and open_ones[-1][0] == name and not builder.ignored:
        builder.look = open_ones.pop()[2]
        return
    if not builder.close_inline(name) and builder.stack and builder.stack[-1].name == name:
        builder.close(len(builder.stack) - 1)


def start_a(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin a link; links do not nest (HTML standard, 13.2.6.4.7)."""
    if builder.inlines:
        builder.close_inline("a")
    effect = effect_of(builder, attributes, None) if len(attributes) > 1 else None
    href = attributes.get("href")
    if href is not None:
        address = link(builder, href, "a link")
        if address is not None:
            effect = Effect(href=address) if effect is None else effect._replace(href=address)
    builder.open_inline("a", effect)


_PLAIN_LINK = re.compile(
    r"""<a\ href="(https?://[^"&]*+)"(?:\ (?:target|rel|class|id|title)="[^"]*+")*+>""", re.VERBOSE
)


def start_plain_link(builder: Builder, tag: str) -> bool:
    """Begin a link of the commonest form, which need not be taken apart; say whether it was one."""
    found = _PLAIN_LINK.fullmatch(tag)
    if found is None:
        return False
    address = found[1]
    if not address.isprintable() or address[-1] == " ":
        return False
    if builder.inlines:
        builder.close_inline("a")
    builder.open_inline("a", ((), (), address, None, None))
    return True


def br(builder: Builder, name: str, attributes: Attributes) -> None:
    """Break the line."""
    builder.pieces.append((None, builder.look))


def inline_note(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin an element whose text is kept while what it says of the text is not."""
    builder.note("html.element", f"Of <{name}> only the text was kept")
    start_inline(builder, name, attributes)


# -- paragraphs and headings -----------------------------------------------------------------


def start_p(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin a paragraph."""
    if not attributes:
        builder.start_leaf(_PARAGRAPH, None)
        return
    role = attributes.get("data-role")
    leaf = Leaf(
        Paragraph,
        None if role is None else fold_line(scalars(role)),
        keep_empty="data-empty" in attributes,
    )
    builder.start_leaf(leaf, effect_of(builder, attributes, None))


def add_plain_leaf(builder: Builder, name: str, text: str) -> bool:
    """Add a paragraph, heading, item or cell that holds but text; say whether that was right here.

    Args:
        builder: What is open.
        name: Name of the element.
        text: The text, its white space collapsed.
    """
    if (
        builder.look is not PLAIN
        or builder.leaf is not ANONYMOUS
        or builder.pieces
        or builder.ignored
        or builder.words is not None
    ):
        return False
    text = text.strip(" ")
    parent = builder.stack[-1] if builder.stack else None
    blocks = builder.blocks
    if name == "li":
        if not isinstance(parent, ListFrame) or parent.blocks:
            return False
        blocks = []
        parent.items.append(blocks)
    elif name in {"td", "th"}:
        if not isinstance(parent, RowFrame):
            return False
        blocks = []
        parent.cells.append(ClosedCell(blocks, 1, 1))
        parent.headers += name == "th"
    if text:
        content = (builder.run(text, PLAIN),)
        if name[0] == "h":
            blocks.append(Heading(content=content, level=int(name[1])))
        else:
            blocks.append(Paragraph(content=content))
        if builder.counting:
            builder.count()
    return True


def start_heading(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin a heading."""
    leaf = Leaf(Heading, level=int(name[1]), keep_empty="data-empty" in attributes)
    effect = effect_of(builder, attributes, None)
    # That a heading is bold goes without saying.
    builder.start_leaf(leaf, effect and effect._replace(on=(), off=()))


def start_pre(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin preformatted text."""
    leaf = Leaf(Paragraph, "preformatted", keep_empty="data-empty" in attributes, pre=True)
    effect = effect_of(builder, attributes, None) or NO_EFFECT
    builder.start_leaf(leaf, effect._replace(pre=True))


def end_leaf(builder: Builder, name: str, attributes: Attributes) -> None:
    """End a paragraph, a heading or preformatted text."""
    if builder.leaf is _PARAGRAPH and name == "p":
        builder.end_leaf()
        return
    made = builder.leaf.make
    if builder.leaf.pre:
        fits = name == "pre"
    elif made is Heading:
        fits = name not in {"p", "pre"}
    else:
        fits = name == "p"
    if fits and made is not None:
        builder.end_leaf()


# -- elements that hold blocks ---------------------------------------------------------------


def start_box(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin ``div``, ``section`` and all else that only parts blocks."""
    effect = effect_of(builder, attributes, None) if attributes else None
    leaf = builder.leaf
    builder.push(Frame(Kind.BOX, name, NO_ATTRIBUTES), effect)
    if leaf.make is Heading:  # a `div` within a heading is a part of it
        builder.leaf = leaf._replace(keep_empty=False)
        builder.leaf_made = builder.leaf_split = False


def end_box(builder: Builder, name: str, attributes: Attributes) -> None:
    """End an element that holds blocks, with all that is open in it."""
    if builder.ignored and builder.pass_over(name):
        return
    if not builder.open.get(name):
        return
    stack = builder.stack
    for place in range(len(stack) - 1, -1, -1):
        frame = stack[place]
        if frame.name == name:
            builder.close(place)
            return
        if frame.kind in (Kind.CELL, Kind.CAPTION, Kind.TABLE):
            return


def _may_nest(builder: Builder) -> bool:
    if builder.words is not None:
        return False
    if builder.nesting < MAX_NESTING:
        return True
    builder.note(
        "html.nesting", f"Lists and quotes nested deeper than {MAX_NESTING} became paragraphs"
    )
    return False


def start_quote(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin a quotation."""
    if not _may_nest(builder):
        start_box(builder, name, attributes)
        return
    frame = Frame(Kind.QUOTE, name, attributes, _close_quote)
    if builder.push(frame, effect_of(builder, attributes, None) if attributes else None):
        builder.hold_blocks(frame)
        builder.nesting += 1


def _close_quote(builder: Builder, frame: Frame) -> None:
    builder.nesting -= 1
    builder.blocks = frame.outer
    blocks = builder.settled_blocks(frame.blocks or [])
    cite = frame.attributes.get("cite")
    if blocks or "data-empty" in frame.attributes:
        address = None if cite is None else link(builder, cite, "a quotation")
        builder.add(Quote(blocks=blocks, cite=address))


def start_list(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin a list."""
    if not _may_nest(builder):
        start_box(builder, name, attributes)
        return
    frame = ListFrame(name, attributes, _close_list)
    if builder.push(frame, effect_of(builder, attributes, None) if attributes else None):
        builder.hold_blocks(frame)
        builder.nesting += 1


def _take_loose(builder: Builder, frame: ListFrame) -> None:
    """Give what stands in a list beside its items to an item."""
    loose = frame.blocks
    if not loose:
        return
    lists_only = all(isinstance(block, ListBlock) for block in loose)
    if frame.items and lists_only:
        frame.items[-1].extend(loose)
    else:
        frame.items.append(list(loose))
    loose.clear()


def start_item(builder: Builder, name: str, attributes: Attributes) -> None:
    """Begin an item; the one before it ends (HTML standard, 13.2.6.4.7, "li")."""
    stack = builder.stack
    for place in range(len(stack) - 1, -1, -1):
        frame = stack[place]
        if frame.kind is Kind.LIST:
            break
        if frame.kind is Kind.ITEM or frame.name == "li":
            builder.close(place)
            break
        if frame.kind is not Kind.BOX:
            break
    parent = stack[-1] if stack else None
    if not isinstance(parent, ListFrame):
        start_box(builder, name, attributes)
        return
    if builder.pieces or builder.leaf is not ANONYMOUS:
        builder.end_leaf()
    if parent.blocks:
        _take_loose(builder, parent)
    frame = Frame(Kind.ITEM, name, NO_ATTRIBUTES, _close_item)
    if builder.push(frame, effect_of(builder, attributes, None) if attributes else None):
        builder.hold_blocks(frame)
        parent.items.append(builder.blocks)


def end_item(builder: Builder, name: str, attributes: Attributes) -> None:
    """End an item."""
    stack = builder.stack
    if not builder.open.get(name) or builder.ignored:
        end_box(builder, name, attributes)
    elif stack[-1].kind is Kind.ITEM:
        builder.close(len(stack) - 1)
    else:
        end_box(builder, name, attributes)


def _close_item(builder: Builder, frame: Frame) -> None:
    builder.blocks = frame.outer


def _close_list(builder: Builder, frame: Frame) -> None:
    builder.nesting -= 1
    builder.blocks = frame.outer
    if not isinstance(frame, ListFrame):
        return
    _take_loose(builder, frame)
    items = tuple(builder.settled_blocks(item) for item in frame.items)
    if items or "data-empty" in frame.attributes:
        ordered = frame.name == "ol"
        name = "start" if ordered else "data-start"
        start = number(builder, frame.attributes, name, 2**53) if frame.attributes else 1
        builder.add(ListBlock(items=items, ordered=ordered, start=start))


def number(builder: Builder, attributes: Attributes, name: str, highest: int) -> int:
    """Return a whole number of an attribute, or 1."""
    value = attributes.get(name)
    if value is None:
        return 1
    digits = value.strip()
    count = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 17 else -1
    if 0 <= count <= highest:
        return count
    builder.note("html.number", f"An attribute {name} that makes no sense was passed over")
    return 1
