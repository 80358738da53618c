"""HTML: fragments to body blocks and back, and pages for people to read."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from govnews.formats import Format, Head, NoOptions
from govnews.plugins import hookimpl

__all__ = ["HTML", "HtmlWriteOptions", "govnews_register_formats"]


@frozen(kw_only=True)
class HtmlWriteOptions:
    """How a page is written.

    Args:
        language: Language of the words beside values (``"en"``, ``"vi"``). Empty: that of the
            article, as far as there are words in it, or else English.
        raw: What becomes of raw HTML in a body: sanitized by an allow-list, dropped, or shown as
            text.
        embargoed: What becomes of an article under embargo: the writing is refused, the article is
            left out, or it is shown. Without ``now``, no embargo is over.

    .. versionadded:: 0.1.0
    """

    language: str = ""
    raw: Literal["sanitize", "drop", "escape"] = "sanitize"
    embargoed: Literal["refuse", "omit", "include"] = "refuse"


_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body")
_XML_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf", b"<channel", b"<rdf")


def _sniff(head: Head) -> int:
    """Score what begins as a page; XML feeds, which may hold HTML, score nothing."""
    data = head.data.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if (data.startswith(b"<?xml") and b"<html" not in data) or data.startswith(_XML_ROOTS):
        return 0
    if data.startswith(_MARKS):
        return 90
    if b"<html" in data[:1_024] and data.startswith(b"<"):
        return 85 if not any(root in data for root in _XML_ROOTS) else 0
    named = (head.name or "").lower().endswith((".html", ".htm", ".xhtml"))
    typed = head.media_type in ("text/html", "application/xhtml+xml")
    return 60 if data.startswith(b"<") and (named or typed) else 0


HTML: Format[NoOptions, HtmlWriteOptions] = Format(
    name="html",
    title="HTML page",
    media_types=("text/html", "application/xhtml+xml"),
    extensions=(".html", ".htm"),
    kinds=("article", "agreement", "organization"),
    writer="govnews_html._page:write",
    read_options=NoOptions,
    write_options=HtmlWriteOptions,
    whole=True,
    sniff=_sniff,
    spec_url="https://html.spec.whatwg.org/",
)


@hookimpl
def govnews_register_formats() -> tuple[Format[NoOptions, HtmlWriteOptions], ...]:
    """Register the format."""
    return (HTML,)
