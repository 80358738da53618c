"""Text as XML shows it: legal characters only, in composed form."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from hashlib import blake2b
from typing import Final

#: Characters no XML 1.0 document may hold (2.2, Char), line ends and tabs kept.
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS: Final = re.compile("\r\n?")


def visible(text: str) -> str:
    """Return the text as a document shows it: composed (NFC), without what XML cannot hold."""
    if text.isascii() and text.isprintable():
        return text
    if not text.isprintable():
        text = _LINE_ENDS.sub("\n", _ILLEGAL.sub("", text))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def escape(text: str) -> str:
    """Escape text for an element or a quoted attribute."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Escape text for a quoted attribute; line ends and tabs survive."""
    text = escape(text).replace('"', "&quot;")
    if text.isprintable():
        return text
    return text.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def digest(text: str, size: int) -> str:
    """Return a short digest of a text, in base64."""
    return b64encode(blake2b(text.encode(), digest_size=size).digest()).decode().rstrip("=")
