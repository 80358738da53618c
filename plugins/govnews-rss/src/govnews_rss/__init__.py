"""RSS, Atom and JSON Feed for govnews: reads every version of them, writes the current ones."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from attrs import frozen

from govnews.formats import Format, Head
from govnews.plugins import hookimpl

__all__ = [
    "ATOM",
    "JSON_FEED",
    "RSS",
    "Body",
    "Embargoed",
    "Embed",
    "FeedReadOptions",
    "FeedWriteOptions",
    "Withdrawn",
    "XmlFeedWriteOptions",
    "govnews_register_formats",
    "stylesheet",
]

Body: TypeAlias = Literal["blocks", "raw"]
"""What becomes of the HTML of items."""
Embed: TypeAlias = Literal["none", "typed", "full"]
"""How much goes in beside what every reader of feeds understands."""
Embargoed: TypeAlias = Literal["refuse", "omit", "include"]
"""What to do with articles under embargo."""
Withdrawn: TypeAlias = Literal["omit", "include"]
"""What to do with withdrawn articles."""


@frozen(kw_only=True)
class FeedReadOptions:
    """How to read a feed.

    Args:
        body: ``"blocks"`` makes body blocks of the HTML of items; ``"raw"`` keeps it whole, as one
            `govnews.model.Raw` block, verbatim and unsanitized.

    .. versionadded:: 0.1.0
    """

    body: Body = "blocks"


@frozen(kw_only=True)
class FeedWriteOptions:
    """How to write a feed.

    Addresses and words given here stand in for what the bundle's own `govnews.model.Feed` does
    not say; what it says goes first.

    Args:
        address: Where the feed will be published: its ``self`` link.
        site: The page that the feed is about.
        title: Title of the feed.
        description: Description of the feed.
        language: Language of the feed (BCP 47).
        embed: How much goes in beside what every reader of feeds understands. ``"none"``:
            nothing. ``"typed"``: the office and the agreements, in schema.org's terms. ``"full"``:
            the whole record as JSON, so that nothing is lost.
        embargoed: What to do with articles whose embargo has not ended by the present moment, or
            where no moment was given: refuse to write, leave them out, or write them.
        withdrawn: Whether withdrawn articles are left out or written.
        first: Address of the first page of a paged feed (RFC 5005, 3).
        last: Address of its last page.
        previous: Address of the page before.
        next: Address of the page after.
        complete: Whether this is the complete feed (RFC 5005, 2).
        archive: Whether this is a page of an archive that will not change (RFC 5005, 4).

    .. versionadded:: 0.1.0
    """

    address: str = ""
    site: str = ""
    title: str = ""
    description: str = ""
    language: str = ""
    embed: Embed = "typed"
    embargoed: Embargoed = "refuse"
    withdrawn: Withdrawn = "omit"
    first: str = ""
    last: str = ""
    previous: str = ""
    next: str = ""
    complete: bool = False
    archive: bool = False


@frozen(kw_only=True)
class XmlFeedWriteOptions(FeedWriteOptions):
    """How to write RSS or Atom.

    Args:
        stylesheet: Address of a style sheet, so that a browser shows a page and no download.
            `stylesheet` returns one to publish there. An address that ends with ``.css`` is
            declared as CSS, any other one as XSL.

    .. versionadded:: 0.1.0
    """

    stylesheet: str = ""


_XML_ROOT = re.compile(
    rb"<(?:[A-Za-z_][A-Za-z0-9_.\-]{0,60}:)?(rss|rdf|feed|channel|entry)\b([^>]{0,4000})",
    re.IGNORECASE,
)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')


def _root(head: Head) -> str:
    """Return the name of the element that makes a document a feed, or nothing."""
    data = head.data.replace(b"\0", b"") if b"\0" in head.data[:64] else head.data
    found = _XML_ROOT.search(data)
    if found is None or b"<html" in data[: found.start()].lower():
        return ""
    name = found[1].decode("ascii").lower()
    # An RDF document is a feed where it has a channel; others are not ours.
    if name == "rdf" and b"rss" not in found[2].lower() and b"channel" not in data:
        return ""
    return name


def _sniff_rss(head: Head) -> int:
    root = _root(head)
    if root in ("rss", "rdf", "channel"):
        return 95
    if root:
        return 0
    return 30 if head.media_type == "application/rss+xml" and b"<" in head.data else 0


def _sniff_atom(head: Head) -> int:
    return 95 if _root(head) in ("feed", "entry") else 0


def _sniff_json(head: Head) -> int:
    if not head.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return 0
    if _JSON_FEED.search(head.data):
        return 95
    return 40 if head.media_type == "application/feed+json" else 0


def stylesheet(kind: Literal["css", "xsl"] = "css") -> bytes:
    """Return a style sheet that shows a feed of RSS or Atom as a page.

    Publish it beside the feed, and name its address in `XmlFeedWriteOptions.stylesheet`.

    Args:
        kind: CSS, which every browser applies, or XSL, whose links can be followed, but which
            browsers are about to give up.

    .. versionadded:: 0.1.0
    """
    from importlib.resources import files

    return files("govnews_rss").joinpath(f"feed.{kind}").read_bytes()


RSS: Format[FeedReadOptions, XmlFeedWriteOptions] = Format(
    name="rss",
    title="RSS 2.0",
    media_types=("application/rss+xml", "application/xml", "text/xml"),
    extensions=(".rss", ".xml"),
    kinds=("article", "feed"),
    reader="govnews_rss._read:read",
    writer="govnews_rss._rss_write:write",
    read_options=FeedReadOptions,
    write_options=XmlFeedWriteOptions,
    exact=XmlFeedWriteOptions(embed="full", embargoed="include", withdrawn="include"),
    sniff=_sniff_rss,
    spec_url="https://www.rssboard.org/rss-specification",
)
"""RSS 2.0 is written; RSS 0.90 to 2.0, 1.1 and CDF are read."""

ATOM: Format[FeedReadOptions, XmlFeedWriteOptions] = Format(
    name="atom",
    title="Atom 1.0",
    media_types=("application/atom+xml",),
    extensions=(".atom", ".xml"),
    kinds=("article", "feed"),
    reader="govnews_rss._read:read",
    writer="govnews_rss._atom_write:write",
    read_options=FeedReadOptions,
    write_options=XmlFeedWriteOptions,
    exact=XmlFeedWriteOptions(embed="full", embargoed="include", withdrawn="include"),
    sniff=_sniff_atom,
    spec_url="https://www.rfc-editor.org/rfc/rfc4287",
)
"""Atom 1.0 is written; Atom 0.3 and 1.0 are read."""

JSON_FEED: Format[FeedReadOptions, FeedWriteOptions] = Format(
    name="jsonfeed",
    title="JSON Feed 1.1",
    media_types=("application/feed+json",),
    extensions=(".json",),
    kinds=("article", "feed"),
    reader="govnews_rss._json_read:read",
    writer="govnews_rss._json_write:write",
    read_options=FeedReadOptions,
    write_options=FeedWriteOptions,
    exact=FeedWriteOptions(embed="full", embargoed="include", withdrawn="include"),
    sniff=_sniff_json,
    spec_url="https://www.jsonfeed.org/version/1.1/",
)
"""JSON Feed 1.1 is written; 1.0 and 1.1 are read."""


@hookimpl
def govnews_register_formats() -> tuple[
    Format[FeedReadOptions, XmlFeedWriteOptions] | Format[FeedReadOptions, FeedWriteOptions], ...
]:
    """Deliver the three formats."""
    return (RSS, ATOM, JSON_FEED)
