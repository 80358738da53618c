"""What stands before the first element of a feed: encoding, junk, DOCTYPE."""

from __future__ import annotations

import codecs
import html
import html.entities
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from attrs import frozen

from govnews.errors import ReadError, UnsafeContentError
from govnews.formats import ReadContext
from govnews.issues import Issue
from govnews_rss._encoding import Encoding, UnknownEncodingError, decide

HEAD: Final = 65_536
"""A prolog has to end within so many bytes or characters."""

_START = re.compile(
    r"<\?xml\b|<(?:[A-Za-z_][\w.\-]*:)?(?:rss|rdf|feed|channel|entry)\b", re.IGNORECASE
)
_HTML = re.compile(r"<!doctype\s+html\b|<html\b|<head\b|<body\b", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
# XML 1.0, production 23. What the encoding is has been decided before the parser comes to it.
_DECLARATION = re.compile(
    r"""<\?xml\s+version\s*=\s*(?:"1\.[0-9]"|'1\.[0-9]')"""
    r"""(?:\s+encoding\s*=\s*(?:"[^"<>]{0,99}"|'[^'<>]{0,99}'))?"""
    r"""(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>"""
)
_ROOT = re.compile(r"<[A-Za-z_]")
_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_HARMLESS = re.compile(
    r"<!ENTITY\s+([A-Za-z][A-Za-z0-9]{0,30})\s+(?:\"([^\"<%]{0,20})\"|'([^'<%]{0,20})')\s*>"
)
_NUMERIC = re.compile(r"&#(?:[0-9]{1,7}|x[0-9A-Fa-f]{1,6});")


@frozen
class Frame:
    """What was found before the first element.

    Args:
        encoding: How the bytes are to be decoded.
        cut: How many bytes or characters of junk stand before the document.
        blank: Where its declaration and its DOCTYPE begin and end, from the cut on: the parser
            sees blanks there.
    """

    encoding: Encoding
    cut: int = 0
    blank: tuple[tuple[int, int], ...] = ()

    @property
    def utf8(self) -> bool:
        """Whether the bytes need no decoding."""
        return self.encoding.codec == "utf-8"


def examine(head: bytes, context: ReadContext) -> Frame:
    """Look at the first bytes of a feed.

    Args:
        head: The first bytes, all of them where there are fewer than `HEAD`.
        context: What is known of it, and where issues go.

    Raises:
        ReadError: It is no feed.
        UnsafeContentError: It declares entities.
    """
    note, name = context.note, context.name or ""
    if not head.strip():
        raise ReadError("the source is empty, not even a feed without items", name=name)
    try:
        encoding = decide(head, context.media_type, context.decoders)
    except UnknownEncodingError as error:
        raise ReadError(
            f"the feed declares the encoding {error.name!r}, which nobody knows", name=name
        ) from error
    if encoding.problem:
        note(Issue("rss.encoding", encoding.problem, "byte 0"))
    # One character a byte, so that places in the text are places in the bytes; marks are ASCII.
    text = (
        head[encoding.skip :].decode("latin-1")
        if encoding.codec == "utf-8"
        else codecs.getincrementaldecoder(encoding.codec)("replace").decode(head[encoding.skip :])
    )
    cut = _junk(text, note, name, encoding.skip)
    document = text[cut:]
    declaration = _DECLARATION.match(document)
    spans = (declaration.span() if declaration else None, _doctype(document, name))
    return Frame(encoding, cut, tuple(span for span in spans if span is not None))


def _junk(text: str, note: Callable[[Issue], None], name: str, skip: int) -> int:
    """Return how much stands before the document; refuse what is no feed."""
    start = _START.search(text)
    if start is None and _ENTITY.search(text):
        raise UnsafeContentError(
            "the document declares entities, which are never resolved", name=name, format="rss"
        )
    if start is None:
        raise ReadError(_what_it_is(text), name=name, where="byte 0")
    before = text[: start.start()]
    if not before.strip("\ufeff\t\n\r "):
        cut = len(before) if before and text.startswith("<?xml", start.start()) else 0
        cut = cut or (len(before) if "\ufeff" in before else 0)
    elif _only_prolog(before):
        return 0
    elif _HTML.search(before):
        raise ReadError(_what_it_is(text), name=name, where="byte 0")
    else:
        cut = len(before)
    if cut:
        note(
            Issue("rss.junk", f"{cut} characters before the feed were passed over.", f"byte {skip}")
        )
    return cut


def _only_prolog(before: str) -> bool:
    """Whether comments, instructions and a DOCTYPE are all that stands before the root."""
    at = 0
    while at < len(before):
        if before[at].isspace():
            at += 1
            continue
        for opening, closing in (("<!--", "-->"), ("<?", "?>")):
            if before.startswith(opening, at):
                end = before.find(closing, at + 2)
                at = end + len(closing) if end >= 0 else -1
                break
        else:
            if not _DOCTYPE.match(before, at):
                return False
            at = doctype_end(before, at) or -1
        if at < 0:
            return True  # it is not whole; the parser will say so
    return True


def _what_it_is(text: str) -> str:
    if _HTML.search(text):
        return "this is an HTML page and no feed"
    if text.lstrip("\ufeff\t\n\r ").startswith(("{", "[")):
        return "this is JSON and no RSS or Atom; a JSON Feed is read as format 'jsonfeed'"
    return "this is no feed: there is no element of RSS, Atom or CDF at its start"


def _doctype(text: str, name: str) -> tuple[int, int] | None:
    """Return where the DOCTYPE is, refusing one that declares what could do harm."""
    at = 0
    while (at := text.find("<", at)) >= 0 and not _ROOT.match(text, at):
        if _DOCTYPE.match(text, at):
            end = doctype_end(text, at)
            if end is None:
                raise UnsafeContentError(
                    f"a DOCTYPE that does not end within {HEAD:,} bytes", name=name, format="rss"
                )
            refuse_entities(text[at:end], name)
            return at, end
        closing = "-->" if text.startswith("<!--", at) else ">"
        at = text.find(closing, at)
        if at < 0:
            break
    return None


def doctype_end(text: str, start: int) -> int | None:
    """Return where a DOCTYPE ends: at a ``>`` outside brackets, quotes and comments."""
    at, inside = start, False
    while at < len(text):
        sign = text[at]
        if text.startswith("<!--", at) and at > start:
            at = text.find("-->", at)
            if at < 0:
                return None
        elif sign in "\"'":
            at = text.find(sign, at + 1)
            if at < 0:
                return None
        elif sign == "[":
            inside = True
        elif sign == "]":
            inside = False
        elif sign == ">" and not inside:
            return at + 1
        at += 1
    return None


def refuse_entities(doctype: str, name: str) -> None:
    """Refuse a DOCTYPE that declares other entities than those of HTML, as themselves.

    Raises:
        UnsafeContentError: It does.
    """
    harmless = {
        match.start(): (match[1], match[2] if match[2] is not None else match[3])
        for match in _HARMLESS.finditer(doctype)
    }
    for found in _ENTITY.finditer(doctype):
        entity, value = harmless.get(found.start(), ("", ""))
        meant = html.entities.html5.get(f"{entity};") if entity else None
        if meant is None or _plain(value) != meant:
            raise UnsafeContentError(
                "the feed declares entities, which are never resolved",
                name=name,
                format="rss",
                where=f"byte {found.start()}",
            )
    if "%" in doctype and re.search(r"%[A-Za-z_][\w.\-]{0,60};", doctype):
        raise UnsafeContentError(
            "the feed refers to parameter entities, which are never resolved",
            name=name,
            format="rss",
        )


def _plain(value: str) -> str:
    for _ in range(2):  # `&#38;#38;` is the usual way to declare an ampersand
        if _NUMERIC.search(value):
            value = html.unescape(value)
    return value


Piece = TypeVar("Piece", bytes, str)


def document(pieces: Iterable[bytes], frame: Frame) -> Iterator[bytes] | Iterator[str]:
    """Yield the document: bytes of UTF-8, or text, without junk and DOCTYPE.

    Raises:
        UnicodeDecodeError: The bytes are not in the encoding that was decided upon.
    """
    encoding = frame.encoding
    if frame.utf8:
        return _cleaned(_skipping(pieces, encoding.skip + frame.cut), frame, b" ")
    texts = _decoded(_skipping(pieces, encoding.skip), encoding.codec, "strict")
    return _cleaned(_skipping(texts, frame.cut), frame, " ")


def decoded(pieces: Iterable[bytes], frame: Frame) -> Iterator[str]:
    """Yield the document as text, whatever the bytes.

    Bytes that are no UTF-8 come as lone surrogates (PEP 383), those of other encodings as U+FFFD.
    """
    encoding = frame.encoding
    if frame.utf8:
        raw = _cleaned(_skipping(pieces, encoding.skip + frame.cut), frame, b" ")
        return _decoded(raw, "utf-8", "surrogateescape")
    texts = _decoded(_skipping(pieces, encoding.skip), encoding.codec, "replace")
    return _cleaned(_skipping(texts, frame.cut), frame, " ")


def _decoded(pieces: Iterable[bytes], codec: str, errors: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(codec)(errors)
    for piece in pieces:
        text = decoder.decode(piece)
        if text:
            yield text
    rest = decoder.decode(b"", final=True)
    if rest:
        yield rest


def _skipping(pieces: Iterable[Piece], count: int) -> Iterator[Piece]:
    for piece in pieces:
        if count >= len(piece):
            count -= len(piece)
            continue
        yield piece[count:] if count else piece
        count = 0


def _cleaned(pieces: Iterator[Piece], frame: Frame, blank: Piece) -> Iterator[Piece]:
    """Blank declaration and DOCTYPE out; they stand in the first `HEAD` signs."""
    held = blank[:0]
    if frame.blank:
        last = frame.blank[-1][1]
        for piece in pieces:
            held += piece
            if len(held) >= last:
                break
        for start, end in frame.blank:
            held = held[:start] + blank * (end - start) + held[end:]
        yield held
    yield from pieces
