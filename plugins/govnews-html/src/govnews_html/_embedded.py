"""What stands in a text and is none: pictures, and what stays raw or is dropped."""

from __future__ import annotations

import re
from typing import Final

from govnews.model import Figure, fold_line
from govnews_html._builder import Builder
from govnews_html._elements import link, start_box
from govnews_html._frames import NO_ATTRIBUTES, Attributes, Pending
from govnews_html._inline import scalars
from govnews_html._tokens import TAG_NAME
from govnews_html._urls import clean, is_picture, scheme

_EMOJI = re.compile(r"\b(?:emoji|wp-smiley|smiley)\b", re.IGNORECASE)


def img(builder: Builder, name: str, attributes: Attributes) -> None:
    """A picture: a block of its own, wherever it stands."""
    alt = attributes.get("alt")
    if alt and "class" in attributes and _EMOJI.search(attributes["class"]):
        builder.pieces.append((scalars(alt), builder.look))
        return
    address = _picture_address(builder, attributes)
    if address is None:
        if alt:
            builder.note("html.picture", "The alternative text of a picture that has no address")
        return
    if (
        "width" in attributes
        and attributes["width"] in ("0", "1")
        and attributes.get("height") in ("0", "1")
    ):
        builder.note("html.picture", "A picture of one pixel was dropped")
        return
    if builder.look[1] is not None:
        builder.note("html.figure-link", "A link around a picture was dropped")
    figure = Figure(src=address, alt=None if alt is None else scalars(alt))
    if builder.open.get("noscript") and _repeats(builder, figure):
        return
    builder.add(figure)


def _repeats(builder: Builder, figure: Figure) -> bool:
    """Whether a picture for readers without script was shown already."""
    last = builder.blocks[-1] if builder.blocks else None
    return isinstance(last, Figure) and last.src == figure.src


def _picture_address(builder: Builder, attributes: Attributes) -> str | None:
    src = attributes.get("src", "")
    if src.startswith(("https://", "http://")):
        return link(builder, src, "a picture")
    src = clean(src)
    if not src or scheme(src) == "data":
        # A picture that script would load later on.
        lazy = attributes.get("data-src") or attributes.get("data-original")
        src = clean(lazy) if lazy else src
    if not src:
        return None
    if is_picture(src):
        return fold_line(scalars(src))
    return link(builder, src, "a picture")


# -- what stays raw, and what is dropped -----------------------------------------------------


def raw(builder: Builder, name: str, attributes: Attributes) -> None:
    """An element that maps to no block is kept as it was, up to its end tag."""
    if not builder.keep_raw or builder.words is not None:
        if name not in _ONE_TOKEN:
            start_box(builder, name, NO_ATTRIBUTES)
        return
    end = _end_of(builder, name)
    start = builder.offset(builder.index)
    if end is None:
        builder.add(Pending(start, start + len(builder.parts[builder.index])))
        return
    builder.add(Pending(start, builder.offset(end + 1)))
    builder.skip_to = end + 1


def dropped(builder: Builder, name: str, attributes: Attributes) -> None:
    """An element that holds nothing to read is dropped, with what it holds."""
    builder.note("html.dropped", f"<{name}> was dropped")
    if name == "template":
        end = _end_of(builder, name)
        builder.skip_to = 0 if end is None else end + 1


def _end_of(builder: Builder, name: str) -> int | None:
    """Return the part that is the end tag of the present element, if it has one."""
    if name in _ONE_TOKEN:
        return builder.index
    if name in builder.unclosed:
        return None
    depth = 0
    for place in range(builder.index, len(builder.parts), 2):
        tag = TAG_NAME.match(builder.parts[place])
        if tag is not None and tag[2].lower() == name:
            depth += -1 if tag[1] else 1
            if depth == 0:
                return place
    builder.unclosed.add(name)
    return None


_ONE_TOKEN: Final = frozenset(("hr", "embed", "input", "iframe", "textarea", "xmp"))
