"""Addresses a document may link to."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
_SAFE: Final = "!#$%&'()*+,-./:;=?@_~"  # what stands for itself in a URI (RFC 3986, 2.2 and 2.3)


def shown_target(href: str) -> str | None:
    """Return an address as a relationship holds it, or None where it may not be a link.

    >>> shown_target("https://hoason.example/tin tức")
    'https://hoason.example/tin%20t%E1%BB%A9c'
    >>> shown_target("javascript:alert(1)") is None
    True
    """
    scheme, colon, rest = href.partition(":")
    if not colon or scheme.lower() not in _SCHEMES or not rest:
        return None
    return quote(href, safe=_SAFE)
