"""Addresses as feeds must write them: absolute and ASCII."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

_PLAIN = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:[/?#](?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)?"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s]+")
_KEPT = "-._~:/?#@!$&'()*+,;=%"
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LONGEST = 8_000
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def web_address(href: str) -> str | None:
    """Return an http or https address in ASCII, or None where it is none.

    >>> web_address("https://bến-nước.example/tin tức?a=1")
    'https://xn--bn-nc-irb3813csga.example/tin%20t%E1%BB%A9c?a=1'
    """
    if len(href) > _LONGEST:
        return None
    if _PLAIN.fullmatch(href):
        return href
    try:
        parts = urlsplit(href)
        host, port = parts.hostname, parts.port
        if parts.scheme.lower() not in ("http", "https") or not host or parts.username is not None:
            return None
        netloc = host.encode("idna").decode("ascii") + (f":{port}" if port is not None else "")
        made = urlunsplit(
            (
                parts.scheme.lower(),
                netloc,
                _quoted(parts.path),
                _quoted(parts.query),
                _quoted(parts.fragment),
            )
        )
    except (ValueError, UnicodeError):
        return None
    return made if _PLAIN.fullmatch(made) else None


def _quoted(part: str) -> str:
    return _PERCENT.sub("%25", quote(part, safe=_KEPT))


def absolute(identity: str) -> str | None:
    """Return an absolute URI in ASCII and in its canonical form (RFC 3986, 6.2.2), or None.

    >>> absolute("tag:bennuoc.example,2024:tin/1")
    'tag:bennuoc.example,2024:tin/1'
    >>> absolute("HTTPS://BenNuoc.example/%7etin")
    'https://bennuoc.example/~tin'
    """
    if len(identity) > _LONGEST or not _SCHEME.fullmatch(identity):
        return None
    scheme, _, rest = identity.partition(":")
    if scheme.lower() in ("http", "https"):
        made = web_address(identity)
        return None if made is None else _canonical(made)
    made = f"{scheme.lower()}:{_ESCAPE.sub(_unescaped, _quoted(rest))}"
    return made if made.isascii() else None


def _canonical(address: str) -> str:
    scheme, _, rest = address.partition("://")
    end = next((place for place, sign in enumerate(rest) if sign in "/?#"), len(rest))
    host, path = rest[:end].lower(), rest[end:]
    host = host.removesuffix(":80" if scheme == "http" else ":443")
    if not path.startswith("/"):
        path = f"/{path}"
    return f"{scheme}://{host}{_ESCAPE.sub(_unescaped, path)}"


def _unescaped(match: re.Match[str]) -> str:
    sign = chr(int(match[1], 16))
    return sign if sign in _UNRESERVED else match.group().upper()
