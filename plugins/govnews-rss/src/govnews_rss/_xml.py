"""The characters of XML: what is legal, and writing it escaped."""

from __future__ import annotations

import re
from typing import Final, TypeGuard

_TABLE: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_QUOTES: Final = {**_TABLE, ord('"'): "&quot;", 10: "&#10;", 9: "&#9;", 13: "&#13;"}
# XML 1.0, production 2, and the C1 controls, which readers warn of.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_CONTROLS: Final = bytes(code for code in range(32) if code not in (9, 10)) + b"\x7f"
_C1 = re.compile(b"\xc2[\x80-\x9f]")


def text(value: str) -> str:
    """Return a text as the content of an element.

    >>> text("R&D <b>")
    'R&amp;D &lt;b&gt;'
    """
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value:
        value = value.replace("<", "&lt;")
    return value.replace(">", "&gt;") if ">" in value else value


def says(value: str | None) -> TypeGuard[str]:
    """Whether anything of a text would be seen: it is not absent, blank or of illegal characters.

    >>> says("Tin"), says(" "), says(None)
    (True, False, False)
    """
    if not value or value.isspace():
        return False
    return value.isprintable() or bool(_ILLEGAL.sub("", value).strip())


def attribute(value: str) -> str:
    """Return a text as the value of an attribute, between double quotes."""
    return value.translate(_QUOTES)


def cdata(value: str) -> str:
    """Return markup as CDATA; an end of CDATA within it is split."""
    if "]]>" in value:
        value = value.replace("]]>", "]]]]><![CDATA[>")
    return f"<![CDATA[{value}]]>"


def is_legal(document: bytes) -> bool:
    """Whether a piece of a document holds only characters that XML allows."""
    return (
        len(document.translate(None, _CONTROLS)) == len(document)
        and (b"\xc2" not in document or _C1.search(document) is None)
        and b"\xef\xbf\xbe" not in document
        and b"\xef\xbf\xbf" not in document
    )


def legal(document: str) -> str:
    """Return a piece of a document without what XML does not allow.

    A carriage return outside CDATA becomes a reference, so that readers do not fold it.
    """
    parts = _ILLEGAL.sub("", document).split("\r")
    if len(parts) == 1:
        return parts[0]
    out = [parts[0]]
    inside = _ends_inside(parts[0], inside=False)
    for part in parts[1:]:
        out += ("" if inside and part.startswith("\n") else "\n" if inside else "&#13;"), part
        inside = _ends_inside(part, inside=inside)
    return "".join(out)


def _ends_inside(part: str, *, inside: bool) -> bool:
    opened, closed = part.rfind("<![CDATA["), part.rfind("]]>")
    return inside if opened == closed else opened > closed


def is_character(number: int) -> bool:
    """Whether a code point is a character of XML (XML 1.0, production 2)."""
    return (
        number in (9, 10, 13)
        or 32 <= number <= 0xD7FF
        or 0xE000 <= number <= 0xFFFD
        or 0x10000 <= number <= 0x10FFFF
    )
