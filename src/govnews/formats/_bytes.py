"""From bytes to text: one place where sources are bounded and decoded."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from attrs import frozen

from govnews.errors import LimitError, ReadError
from govnews.formats._format import ReadContext
from govnews.issues import Issue

_BOMS = (
    # UTF-32 first: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CHUNK = 1 << 20


def read_all(source: BinaryIO, context: ReadContext) -> bytes:
    """Read a source whole, up to `Limits.input_bytes`.

    Raises:
        LimitError: The source is larger.

    .. versionadded:: 0.1.0
    """
    bound = context.limits.input_bytes
    parts: list[bytes] = []
    size = 0
    while chunk := source.read(min(_CHUNK, bound + 1 - size)):
        parts.append(chunk)
        size += len(chunk)
        if size > bound:
            raise LimitError("input_bytes", bound, name=context.name or "")
    return b"".join(parts)


@frozen(kw_only=True)
class DecodedText:
    """Text, and the name of the encoding it was decoded by."""

    text: str
    encoding: str


def decode(data: bytes, context: ReadContext) -> DecodedText:
    """Decode text by the ladder: byte order mark, UTF-8, a legacy encoding by evidence.

    Clean UTF-8 is never touched. Every other decision is noted as an issue. Bytes that stand for
    no character become U+FFFD, counted in an issue; nothing is replaced in silence.

    Args:
        data: All bytes of the text.
        context: Its `ReadContext.decoders` know the legacy encodings; its media type may name a
            character set.

    Raises:
        ReadError: The bytes are no text.

    .. versionadded:: 0.1.0
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _by_mark(data, encoding, context)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, context)
    if looks_binary(data):
        raise _no_text(context)
    return DecodedText(text=text, encoding="utf-8")


def looks_binary(data: bytes) -> bool:
    """Whether bytes hold control characters that no text holds.

    .. versionadded:: 0.1.0
    """
    found = len(_NO_TEXT.findall(data[:65_536]))
    return b"\x00" in data[:65_536] or found * 100 > min(len(data), 65_536)


def _by_mark(data: bytes, encoding: str, context: ReadContext) -> DecodedText:
    text = data.decode(encoding, "replace")
    if encoding != "utf-8-sig":
        context.note(Issue("text.encoding", f"Decoded as {encoding}, by its byte order mark."))
    _note_replaced(text.count("\ufffd") - _stated(data, encoding), encoding, context)
    return DecodedText(text=text, encoding=encoding.removesuffix("-sig"))


def _stated(data: bytes, encoding: str) -> int:
    """How many U+FFFD the source itself holds."""
    return data.decode(encoding, "ignore").count("\ufffd")


def _legacy(data: bytes, context: ReadContext) -> DecodedText:
    if looks_binary(data):
        raise _no_text(context)
    declared = _charset(context.media_type)
    if declared is not None:
        try:
            text = data.decode(declared)
        except UnicodeError:
            pass
        else:
            context.note(Issue("text.encoding", f"Decoded as {declared}, as declared."))
            return DecodedText(text=text, encoding=declared)
    for decoder in context.decoders:
        decoded = decoder(data)
        if decoded is not None:
            text, encoding = decoded
            context.note(Issue("text.encoding", f"Decoded as {encoding}, by evidence."))
            return DecodedText(text=text, encoding=encoding)
    return _mixed(data, context)


def _mixed(data: bytes, context: ReadContext) -> DecodedText:
    """UTF-8 with damage stays UTF-8; text without any UTF-8 in it is Windows-1252 (WHATWG)."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd") - _stated(data, "utf-8")
    whole = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
    if whole >= damaged:
        _note_replaced(damaged, "utf-8", context)
        return DecodedText(text=text, encoding="utf-8")
    text = data.decode("cp1252", "replace")
    context.note(
        Issue(
            "text.encoding",
            "No UTF-8 and no encoding that an installed language knows; decoded as windows-1252.",
        )
    )
    _note_replaced(text.count("\ufffd"), "windows-1252", context)
    return DecodedText(text=text, encoding="windows-1252")


def _note_replaced(count: int, encoding: str, context: ReadContext) -> None:
    if count > 0:
        noun = "place stands" if count == 1 else "places stand"
        message = f"{count} {noun} for no character in {encoding}; U+FFFD marks them."
        context.note(Issue("text.undecodable", message))


def _charset(media_type: str | None) -> str | None:
    match = re.search(r"charset\s*=\s*\"?([\w.:\-]+)", media_type or "", re.IGNORECASE)
    if match is None:
        return None
    try:
        info = codecs.lookup(match[1])
    except LookupError:
        return None
    return info.name if info.name != "utf-8" and _is_text_encoding(info) else None


def _is_text_encoding(info: codecs.CodecInfo) -> bool:
    """Codecs such as ``base64`` turn bytes to bytes and name no character set."""
    return bool(getattr(info, "_is_text_encoding", True))


def _no_text(context: ReadContext) -> ReadError:
    return ReadError(
        "these bytes are no text",
        name=context.name or "",
        hint="Name the right format with format=... or --from, or convert the file to text first.",
    )
