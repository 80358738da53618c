"""Addresses: which schemes may stand in a link, and what a relative one means."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin

SAFE_SCHEMES: Final = frozenset(
    ("http", "https", "mailto", "tel", "sms", "geo", "ftp", "ftps", "urn", "xmpp", "sip")
)
"""What we write into ``href``. Relative addresses are safe too."""

SCRIPT_SCHEMES: Final = frozenset(
    ("javascript", "vbscript", "livescript", "mocha", "data", "jar", "mhtml", "view-source")
)
"""What runs, or has run in some browser; dropped when read."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*(?=:)")
_PICTURE = re.compile(r"data:image/(?:png|gif|jpe?g|webp|avif)[;,]", re.IGNORECASE)
_ENDS = "".join(map(chr, range(0x21)))
_WITHIN = str.maketrans("", "", "\t\n\r")


def clean(address: str) -> str:
    r"""Return an address as a browser takes it (URL standard, 4.4, steps 1 to 3).

    >>> clean(" java\nscript:alert(1) ")
    'javascript:alert(1)'
    """
    return address.strip(_ENDS).translate(_WITHIN)


def scheme(address: str) -> str:
    """Return the scheme of a clean address in lower case; empty where it is relative."""
    found = _SCHEME.match(address)
    return "" if found is None else found[0].lower()


def is_safe(address: str) -> bool:
    """Whether a clean address may be written into a link."""
    name = scheme(address)
    return not name or name in SAFE_SCHEMES


def is_picture(address: str) -> bool:
    """Whether an address is a ``data:`` URL of a raster picture, which cannot hold script."""
    return _PICTURE.match(address) is not None


def resolve(address: str, base: str | None) -> str:
    """Resolve a clean address against `base`; one that makes no sense stays as it is.

    >>> resolve("../a.jpg", "https://example.org/x/y/")
    'https://example.org/x/a.jpg'
    """
    if base is None or address.startswith(("https://", "http://")):
        return address
    try:
        return urljoin(base, address)
    except ValueError:  # such as "http://[": no address at all
        return address
