"""In which encoding a feed is written: by its bytes first, then by what it says of itself."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from govnews.formats import Decoder

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# XML 1.0, appendix F.1: without a mark, the zeros around the first sign tell.
_ZEROS: Final = (
    (re.compile(rb"[\t\n\r <]\0\0\0", re.DOTALL), "utf-32-le"),
    (re.compile(rb"\0\0\0[\t\n\r <]", re.DOTALL), "utf-32-be"),
    (re.compile(rb"[\t\n\r <]\0[^\0]", re.DOTALL), "utf-16-le"),
    (re.compile(rb"\0[\t\n\r <]\0[^\0]", re.DOTALL), "utf-16-be"),
)
_EBCDIC: Final = b"\x4c\x6f\xa7\x94"
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:\-]{1,60})[\"']")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:\-]{1,60})", re.IGNORECASE)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_VIETNAMESE = re.compile(
    rb"<language>\s*vi\b|xml:lang=[\"']vi\b|https?://[A-Za-z0-9.\-]{1,200}\.vn[/<\"':]",
    re.IGNORECASE,
)
# Labels in use for what Python knows by another name, and supersets that are meant (WHATWG's
# Encoding Standard).
_LABELS: Final = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso_8859-1": "cp1252", "l1": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "x-sjis": "cp932", "shift_jis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "windows-949": "cp949",
    "iso-8859-8-i": "iso8859-8", "macintosh": "mac_roman", "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic", "tis-620": "cp874", "windows-874": "cp874",
    "csmacintosh": "mac_roman", "mac": "mac_roman", "ms-ansi": "cp1252", "ms-ee": "cp1250",
    "ms-cyrl": "cp1251", "ms-greek": "cp1253", "ms-turk": "cp1254", "ms-hebr": "cp1255",
    "ms-arab": "cp1256", "winbaltrim": "cp1257",
    "unicode": "utf-16", "x-euc-jp": "euc_jp", "x-x-big5": "big5", "utf8": "utf-8",
}  # fmt: skip
_TEXT_CODEC = re.compile(
    r"(?:iso8859|cp|koi8|mac|gb|big5|shift|euc|iso2022|johab|hz|ptcp|kz1048|tis|utf-(?:8|16|32))"
)  # fmt: skip


@frozen
class Encoding:
    """What was decided about the encoding of a feed.

    Args:
        codec: Name of the codec.
        skip: Bytes of the byte order mark.
        problem: A disagreement, or empty.
    """

    codec: str
    skip: int = 0
    problem: str = ""


class UnknownEncodingError(Exception):
    """The declared encoding is unknown, and the bytes are no UTF-8."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def decide(head: bytes, media_type: str | None, decoders: Sequence[Decoder] = ()) -> Encoding:
    """Return the encoding of a feed, judged by its first bytes.

    Args:
        head: The first bytes.
        media_type: Its media type with parameters, where known.
        decoders: What the installed languages know of legacy encodings.

    Raises:
        UnknownEncodingError: It declares an encoding that nobody knows, and is no UTF-8.

    >>> decide(b'<?xml version="1.0" encoding="utf-16"?><rss/>', None).codec
    'utf-8'
    """
    for mark, codec in _BOMS:
        if head.startswith(mark):
            return Encoding(codec, len(mark), _disagreement(head[len(mark) :], codec))
    for pattern, codec in _ZEROS:
        if pattern.match(head):
            return Encoding(codec)
    if head.startswith(_EBCDIC):
        declared = _DECLARED.search(head[:400].decode("cp037").encode("latin-1", "replace"))
        return Encoding(_known(declared[1].decode() if declared else "cp037") or "cp037")
    return _ascii_based(head, media_type, decoders)


def legacy_of(head: bytes) -> str:
    """Return the codec for single bytes of a feed that are no UTF-8, judged by its first bytes."""
    return "cp1258" if _VIETNAMESE.search(head) else "cp1252"


def _ascii_based(head: bytes, media_type: str | None, decoders: Sequence[Decoder]) -> Encoding:
    charset = _CHARSET.search(media_type or "")
    declared = _DECLARED.search(head)
    names = [charset[1]] if charset else []
    if declared:
        names.append(declared[1].decode("ascii"))
    problem = ""
    if len(names) == 2 and _known(names[0]) != _known(names[1]):
        problem = f"The media type says {names[0]}, the document says {names[1]}."
    for name in names:
        codec = _known(name) or _of_a_language(name, head, decoders)
        if codec is None:
            if _is_utf8(head):
                return Encoding("utf-8", problem=f"{name!r} is no known encoding; it is UTF-8.")
            raise UnknownEncodingError(name)
        if codec.startswith(("utf-16", "utf-32")):
            return Encoding("utf-8", problem=f"{name} is declared, and the bytes are not.")
        if codec == "utf-8":
            return Encoding("utf-8", problem=problem)
        if len(_MULTIBYTE.findall(head)) > 2 and _is_utf8(head):
            return Encoding("utf-8", problem=f"{name} is declared, and the bytes are UTF-8.")
        return Encoding(codec, problem=problem)
    return Encoding("utf-8")


def _disagreement(head: bytes, codec: str) -> str:
    declared = _DECLARED.search(head[:400])
    if declared is None or _known(declared[1].decode("ascii")) == codec:
        return ""
    return f"{declared[1].decode('ascii')} is declared, and the byte order mark says {codec}."


def _known(name: str) -> str | None:
    """Return the name of the codec for a label, or None. Only encodings of text are codecs here."""
    label = name.lower()
    codec = _found(_LABELS.get(label, label))
    return codec if codec is not None and _TEXT_CODEC.match(codec) else None


def _of_a_language(name: str, head: bytes, decoders: Sequence[Decoder]) -> str | None:
    """Return the codec of a label that a language pack knows."""
    for decoder in decoders:
        decoder(head)  # this loads the pack's codecs
    codec = _found(name)
    if codec is None:
        return None
    module = codecs.lookup(codec).decode.__module__
    # Others of Python's own are none of text, or none that feeds are written in.
    return None if module.partition(".")[0] in ("_codecs", "encodings") else codec


def _found(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def _is_utf8(head: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
    except UnicodeDecodeError:
        return False
    return True
