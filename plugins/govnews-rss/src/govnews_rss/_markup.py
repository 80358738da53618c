"""Markup within a feed: to text, to HTML, to XML. No recursion on data."""

from __future__ import annotations

import base64
import binascii
import html
import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from govnews.errors import LimitError
from govnews_rss._names import XHTML, XML, short_name
from govnews_rss._tree import Element

_MARKUP = re.compile(r"<[A-Za-z/!][^<]{0,9999}?>|<[A-Za-z/!]")
_ENTITY = re.compile(r"&(?:#(?:[xX][0-9A-Fa-f]{1,6}|[0-9]{1,7})|[A-Za-z][A-Za-z0-9]{1,31});")
_DIV: Final = f"{{{XHTML}}}div"
_VOID: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
# Windows-1252 signs that were written under their byte's number, as HTML 5 reads them.
_C1: Final = {
    code: bytes((code,)).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_HAS_C1 = re.compile("[\x80-\x9f]")


def has_markup(text: str) -> bool:
    """Whether a text holds what an HTML reader would take for a tag."""
    return "<" in text and _MARKUP.search(text) is not None


def unescape_once(text: str) -> str:
    """Replace references by their characters, once.

    >>> unescape_once("R&amp;amp;D &rsquo;")
    'R&amp;D ’'
    """
    signs = text.count("&")
    if signs and signs == text.count("&amp;"):
        return text.replace("&amp;", "&")
    return html.unescape(text) if signs and _ENTITY.search(text) else text


def reads_as_markup(text: str) -> bool:
    """Whether an HTML reader would show a text otherwise than as it stands.

    >>> reads_as_markup("R&D < 3"), reads_as_markup("a &amp; b"), reads_as_markup("<b>a</b>")
    (False, True, True)
    """
    return ("<" in text or "&" in text) and (has_markup(text) or unescape_once(text) != text)


def modern(text: str) -> str:
    """Read C1 controls as the Windows-1252 signs they were meant to be."""
    return text.translate(_C1) if _HAS_C1.search(text) else text


def join(base: str | None, href: str) -> str:
    """Resolve an address against a base; what is no address stays as it is."""
    if not base or ":" in href.partition("/")[0]:
        return href
    try:
        return urljoin(base, href) if urlsplit(base).scheme else href
    except ValueError:
        return href


def from_base64(text: str) -> str | None:
    """Decode base64 of UTF-8 text, or return None."""
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None


def _parts(tag: str) -> tuple[str, str]:
    if tag[:1] != "{":
        return "", tag
    uri, _, local = tag[1:].rpartition("}")
    return uri, local


def inner_html(element: Element, depth: int) -> str:
    """Return the content of an element as HTML; namespaces go, names stay.

    Where the element says that it is XHTML, a ``div`` around all of it is no part of it (Atom 1.0,
    3.1.1.3).

    Args:
        element: The element.
        depth: How deep it may nest.

    Raises:
        LimitError: It nests deeper.
    """
    if len(element) == 1 and element[0].tag == _DIV and element.get("type") == "xhtml":
        around = f"{element.text or ''}{element[0].tail or ''}"
        element = element if around.strip() else element[0]
    out = [html.escape(element.text or "", quote=False)]
    stack = [(iter(element), "", "")]
    while stack:
        children, closing, tail = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            out += closing, html.escape(tail, quote=False)
            continue
        tail = child.tail or ""
        if not isinstance(child.tag, str):
            out.append(html.escape(tail, quote=False))
            continue
        name = _parts(child.tag)[1]
        attributes = "".join(
            f' {_parts(key)[1]}="{html.escape(value)}"' for key, value in child.attrib.items()
        )
        if name in _VOID and not len(child) and not child.text:
            out += f"<{name}{attributes}>", html.escape(tail, quote=False)
            continue
        if len(stack) > depth:
            raise LimitError("xml_depth", depth, format="rss")
        out += f"<{name}{attributes}>", html.escape(child.text or "", quote=False)
        stack.append((iter(child), f"</{name}>", tail))
    return "".join(out)


def whole_xml(element: Element, depth: int) -> str:
    """Return an element as XML that stands by itself, its namespaces declared on it.

    Raises:
        LimitError: It nests deeper than `depth`.
    """
    prefixes = _prefixes(element)
    declared = "".join(
        f' xmlns:{prefix}="{html.escape(uri)}"' for uri, prefix in prefixes.items() if uri != XML
    )
    out = [_opening(element, prefixes, declared), _escaped(element.text)]
    stack = [(iter(element), f"</{_prefixed(element.tag, prefixes)}>", "")]
    while stack:
        children, closing, tail = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            out += closing, tail
        elif not isinstance(child.tag, str):
            out.append(_escaped(child.tail))
        else:
            if len(stack) >= depth:
                raise LimitError("xml_depth", depth, format="rss")
            out += _opening(child, prefixes), _escaped(child.text)
            closing = f"</{_prefixed(child.tag, prefixes)}>"
            stack.append((iter(child), closing, _escaped(child.tail)))
    return "".join(out)


def _prefixes(element: Element) -> dict[str, str]:
    """Give every namespace within an element a prefix: the known one, or a number."""
    uris: dict[str, None] = {}
    for child in element.iter():
        if isinstance(child.tag, str):
            for name in (child.tag, *child.attrib):
                uris[_parts(name)[0]] = None
    prefixes, taken = {XML: "xml"}, {"", "xml"}
    for uri in uris:
        if uri and uri not in prefixes:
            known, colon, _ = short_name(f"{{{uri}}}x").partition(":")
            if not colon or not known.isalpha() or known in taken:
                known = f"n{len(prefixes)}"
            taken.add(known)
            prefixes[uri] = known
    return prefixes


def _opening(element: Element, prefixes: dict[str, str], declared: str = "") -> str:
    attributes = "".join(
        f' {_prefixed(key, prefixes)}="{html.escape(value)}"'
        for key, value in element.attrib.items()
    )
    return f"<{_prefixed(element.tag, prefixes)}{declared}{attributes}>"


def _prefixed(tag: str, prefixes: dict[str, str]) -> str:
    uri, local = _parts(tag)
    return f"{prefixes[uri]}:{local}" if uri else local


def _escaped(text: str | None) -> str:
    return html.escape(text, quote=False) if text else ""
