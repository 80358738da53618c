"""The loop over the tokens of a fragment, and which tag is handled by what."""

from __future__ import annotations

import re
from typing import Final

from govnews_html import _elements as on
from govnews_html import _embedded, _figures, _tables
from govnews_html._builder import Builder, Known
from govnews_html._elements import Handler
from govnews_html._frames import NO_ATTRIBUTES, Attributes
from govnews_html._inline import MARKS
from govnews_html._tokens import TAG, TAG_NAME, attributes, unescape

TOKENS_AT_ONCE: Final = 200_000
"""How many tags are cut out at a time: a bound on memory where a fragment is all tags."""

_WHITE: Final = re.compile("[ \t\n\f\r]+")

_BOXES = (
    "address article aside body center details dialog div fieldset footer header hgroup html "
    "legend listing main nav noscript search section summary marquee dt dd"
).split()
_INLINES = (
    *MARKS,
    *"span font small big mark label abbr acronym time data bdi nobr ruby rb rt rp rtc".split(),
)
_RAW = (
    "hr video audio iframe embed object applet form svg math dl canvas map meter progress select "
    "textarea input button datalist output xmp"
).split()
_DROPPED = ("script", "style", "template", "title", "noembed", "noframes")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

# These need all of their attributes; of others only language, style and our own marks matter.
_NEEDY: Final = frozenset(("img", "a", "td", "th", "table", "ol", "blockquote", "caption"))


_START: Final[dict[str, Handler]] = {
    **dict.fromkeys(_BOXES, on.start_box),
    **dict.fromkeys(_INLINES, on.start_inline),
    **dict.fromkeys(("q", "bdo"), on.inline_note),
    **dict.fromkeys(_RAW, _embedded.raw),
    **dict.fromkeys(_DROPPED, _embedded.dropped),
    **dict.fromkeys(_HEADINGS, on.start_heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), on.start_list),
    **dict.fromkeys(("thead", "tbody", "tfoot"), _tables.start_section),
    **dict.fromkeys(("td", "th"), _tables.start_cell),
    "p": on.start_p,
    "pre": on.start_pre,
    "a": on.start_a,
    "br": on.br,
    "img": _embedded.img,
    "image": _embedded.img,
    "li": on.start_item,
    "blockquote": on.start_quote,
    "table": _tables.start_table,
    "tr": _tables.start_row,
    "caption": _tables.start_caption,
    "figure": _figures.start_figure,
    "figcaption": _figures.start_figcaption,
}

_END: Final[dict[str, Handler]] = {
    **dict.fromkeys((*_BOXES, *_RAW), on.end_box),
    **dict.fromkeys(("ul", "ol", "menu", "dir", "blockquote"), on.end_box),
    **dict.fromkeys(("figure", "figcaption"), on.end_box),
    **dict.fromkeys((*_INLINES, "q", "bdo", "a"), on.end_inline),
    **dict.fromkeys((*_HEADINGS, "p", "pre"), on.end_leaf),
    **dict.fromkeys(
        ("td", "th", "tr", "thead", "tbody", "tfoot", "table", "caption"), _tables.end_part
    ),
    "li": on.end_item,
    "br": on.br,
}

_EXACT: Final[dict[str, Known]] = {
    **{f"<{name}>": (handler, name, NO_ATTRIBUTES) for name, handler in _START.items()},
    **{f"</{name}>": (handler, name, NO_ATTRIBUTES) for name, handler in _END.items()},
    "<br/>": (on.br, "br", NO_ATTRIBUTES),
    "<br />": (on.br, "br", NO_ATTRIBUTES),
}
"""The commonest forms of tags: looked up, not taken apart."""

# Tags met before, in any fragment: those of one source are the same over and over. Only what a tag
# says is kept, of short tags and not of many, so that no input can fill the memory.
_SEEN: Final[dict[str, Known]] = {}
MOST_KNOWN: Final = 1_000
LONGEST_KNOWN: Final = 200

_PLAIN_LEAF: Final = {
    f"<{name}>": (f"</{name}>", name) for name in ("p", "li", "td", "th", *_HEADINGS)
}
"""Start tags, each with the end tag that makes a leaf of it where only text stands between."""


def walk(builder: Builder) -> None:
    """Read the source of a builder from end to end, then close what is still open."""
    source = builder.source
    while True:
        # All parts up to the last begin and end with text; tags stand between.
        parts = TAG.split(source[builder.origin :], TOKENS_AT_ONCE)
        more = len(parts) > 2 * TOKENS_AT_ONCE
        rest = len(parts[-1])
        if more:
            parts[-1] = ""
        _walk(builder, parts)
        if not more:
            break
        builder.index = 0
        builder.origin = len(source) - rest
    builder.index = len(builder.parts)
    builder.close(0)


def _walk(builder: Builder, parts: list[str]) -> None:
    builder.start(parts)
    pieces = builder.pieces
    exact = _EXACT.get
    seen = _SEEN.get
    plain_leaf = _PLAIN_LEAF.get
    source = builder.source
    tidy = not ("\n" in source or "  " in source or "\t" in source or "\f" in source)
    index, end = 0, len(parts)
    while True:
        text = parts[index]
        # Most often, what stands between two blocks is a line end.
        if text and (text != "\n" or pieces or builder.look[3]):
            if "&" in text:
                text = unescape(text)
                tidy = False
            look = builder.look
            if look[3]:
                pieces.append((text, look))
            else:
                if not tidy and ("\n" in text or "  " in text or "\t" in text or "\f" in text):
                    text = _WHITE.sub(" ", text)
                if pieces or text != " ":
                    pieces.append((text, look))
        index += 1
        if index == end:
            return
        tag = parts[index]
        builder.index = index
        leaf = plain_leaf(tag)
        if leaf is not None and index + 2 < end and parts[index + 2] == leaf[0]:
            # Most leaves hold but text: there is nothing to open and to close.
            text = parts[index + 1]
            if "&" in text:
                text = unescape(text)
                tidy = False
            if not tidy and ("\n" in text or "  " in text or "\t" in text or "\f" in text):
                text = _WHITE.sub(" ", text)
            if on.add_plain_leaf(builder, leaf[1], text):
                index += 3
                continue
        known = exact(tag) or seen(tag)
        if known is not None:
            known[0](builder, known[1], known[2])
        else:
            _tag(builder, tag)
        index += 1
        if builder.skip_to:
            index = builder.skip_to
            builder.skip_to = 0


def _tag(builder: Builder, tag: str) -> None:
    """Handle a tag that has attributes, an unusual form or no name we know."""
    found = TAG_NAME.match(tag)
    if found is None:
        if len(tag) > 7 or tag[:4] != "<!--":
            builder.note("html.dropped", "A comment or declaration was dropped")
        return
    name = found[2].lower()
    if found[1]:
        handler = _END.get(name)
        if handler is not None:
            handler(builder, name, NO_ATTRIBUTES)
        return
    handler = _START.get(name)
    if name == "a" and on.start_plain_link(builder, tag):
        return
    if tag[-1] != ">" and name not in ("script", "style"):
        _cut_off(builder, tag, known=handler is not None)
    elif handler is not None:
        values: Attributes = NO_ATTRIBUTES
        if name in _NEEDY or _is_telling(tag.lower()):
            values = attributes(tag, builder.limits.attributes)
        elif len(tag) < LONGEST_KNOWN and len(_SEEN) < MOST_KNOWN:
            _SEEN[tag] = (handler, name, values)
        handler(builder, name, values)


def _is_telling(tag: str) -> bool:
    return "lang" in tag or "style" in tag or "data-" in tag


def _cut_off(builder: Builder, tag: str, *, known: bool) -> None:
    """The fragment ends within a tag, or with text that looks like the begin of one."""
    if known:
        builder.note("html.truncated", "The fragment ends within a tag, which was dropped")
    else:
        builder.pieces.append((_WHITE.sub(" ", unescape(tag)), builder.look))
