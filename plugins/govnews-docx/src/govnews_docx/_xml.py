"""One way to parse a part: no entities, no DTD, no network, bounded; Strict made Transitional."""

from __future__ import annotations

import re
from threading import local
from typing import Any, Final

from lxml import etree

from govnews.errors import LimitError, ReadError, UnsafeContentError
from govnews.limits import Limits
from govnews_docx._names import STRICT

#: What may stand before the root; possessive, so that it never backtracks (XML 1.0, prolog).
_PROLOG: Final = re.compile(rb"(?:[^<]++|<\?(?:[^?]++|\?(?!>))*+\?>|<!--(?:[^-]++|-(?!->))*+-->)*+")
#: What libxml2 allows unless told to be generous.
_LIBXML_DEPTH: Final = 256
_LIBXML_NODE: Final = 10_000_000
_parsers: Final = local()


def parse(data: bytes, limits: Limits, part: str) -> Any:
    """Return the root element of a part.

    Raises:
        UnsafeContentError: The part has a document type declaration (ECMA-376-2, 8.1.4: a package
            must not use them).
        LimitError: It nests too deep, or a text is too long.
        ReadError: It is no XML.
    """
    data = _utf8(data)
    if data.startswith(b"<!DOCTYPE", _PROLOG.match(data).end()):  # type: ignore[union-attr]
        raise _declaration(part)
    if b"purl.oclc.org/ooxml" in data:
        for strict, transitional in STRICT:
            for quote in (b'"', b"'"):
                data = data.replace(quote + strict + quote, quote + transitional + quote)
    generous = limits.xml_depth > _LIBXML_DEPTH or limits.node_characters > 10 * 1024 * 1024
    try:
        root = etree.fromstring(data, _parser(generous=generous))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refusal(str(error), limits, part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declaration(part)
    if limits.xml_depth < _LIBXML_DEPTH:
        _check_depth(root, limits, part)
    return root


def _parser(*, generous: bool) -> Any:
    """Return the parser of this thread: parsers are not shared, and new ones are slow to start."""
    name = "generous" if generous else "strict"
    parser = getattr(_parsers, name, None)
    if parser is None:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=generous,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        setattr(_parsers, name, parser)
    return parser


def _utf8(data: bytes) -> bytes:
    """Return UTF-16, the other encoding a part may have, as UTF-8."""
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return data
    text = data.decode("utf-16", "replace")
    return re.sub(
        r"^(<\?xml[^>]{0,200}?)\s+encoding\s*=\s*[\"'][^\"']{0,40}[\"']", r"\1", text
    ).encode()


def _declaration(part: str) -> UnsafeContentError:
    return UnsafeContentError(
        "a document type declaration, which no part of a Word document may have", where=part
    )


def _refusal(message: str, limits: Limits, part: str) -> ReadError:
    if "Excessive depth" in message or "depth" in message.lower():
        return LimitError("xml_depth", min(limits.xml_depth, _LIBXML_DEPTH), where=part)
    if "huge text node" in message or "too long" in message:
        return LimitError("node_characters", min(limits.node_characters, _LIBXML_NODE), where=part)
    if "ntity" in message:
        return UnsafeContentError(f"an entity that no part may use ({message})", where=part)
    return ReadError(f"the part is no well-formed XML: {message}", where=part)


def _check_depth(root: Any, limits: Limits, part: str) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.xml_depth:
            raise LimitError("xml_depth", limits.xml_depth, where=part)
