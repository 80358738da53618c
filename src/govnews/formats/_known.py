"""Where to find a format that is not installed: the first-party plugins, by what they read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from govnews.formats._format import Head

FIRST_PARTY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "rss": "rss",
        "atom": "rss",
        "jsonfeed": "rss",
        "docx": "docx",
        "html": "html",
        "text": "text",
        "markdown": "text",
    }
)
"""Format name to the extra of ``govnews`` that brings it."""

_EXTENSIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".rss": "rss",
        ".atom": "rss",
        ".xml": "rss",
        ".docx": "docx",
        ".docm": "docx",
        ".html": "html",
        ".htm": "html",
        ".txt": "text",
        ".md": "text",
    }
)


def extension_of(name: str) -> str:
    """Return the extension of a file name, lower-case; ``.jsonl.gz`` counts as one.

    >>> extension_of("Tin/Trang 1.TXT"), extension_of("archive.jsonl.gz"), extension_of("README")
    ('.txt', '.jsonl.gz', '')
    """
    base = name.replace("\\", "/").rpartition("/")[2].lower()
    stem, dot, last = base.rpartition(".")
    if not dot or not stem:
        return ""
    if last in ("gz", "zst"):
        inner = extension_of(stem)
        return f"{inner}.{last}" if inner else f".{last}"
    return f".{last}"


def extra_for(head: Head) -> str | None:
    """Return the extra that would probably read a source, or None."""
    if head.data.startswith(b"PK\x03\x04") and b"word/" in head.data:
        return "docx"
    beginning = head.data[:512].lower()
    if any(mark in beginning for mark in (b"<rss", b"<feed", b"<rdf:rdf")):
        return "rss"
    return _EXTENSIONS.get(extension_of(head.name or ""))


def install(extra: str) -> str:
    """Return the sentence that says how to install an extra."""
    return f"Install it: pip install 'govnews[{extra}]'."
