"""Namespaces of feeds, and the one short name under which each element is known here.

An element is matched by its namespace first, then by a known prefix, then by its local name:
``{http://purl.org/dc/elements/1.1/}creator`` is ``dc:creator``, whatever prefix the feed chose.
Elements of RSS itself have no prefix, those of Atom have ``atom:``.
"""

from __future__ import annotations

from typing import Final

ATOM: Final = "http://www.w3.org/2005/Atom"
CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
DC: Final = "http://purl.org/dc/elements/1.1/"
DCTERMS: Final = "http://purl.org/dc/terms/"
MEDIA: Final = "http://search.yahoo.com/mrss/"
SCHEMA: Final = "https://schema.org/"
FH: Final = "http://purl.org/syndication/history/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"
XHTML: Final = "http://www.w3.org/1999/xhtml"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

_RSS = (
    "http://backend.userland.com/rss",
    "http://backend.userland.com/rss2",
    "http://backend.userland.com/rss091",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://cyber.law.harvard.edu/rss",
    "http://channel.netscape.com/rdf/simple/0.9/",  # RSS 0.90
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd",
    "http://purl.org/net/rss1.1",
    "http://purl.org/rss/1.0/",
)

_URIS: Final = {
    ATOM: "atom",
    "http://purl.org/atom/ns": "atom",  # Atom 0.3
    CONTENT: "content",
    "http://purl.org/rss/1.0/modules/encoded/": "content",
    DC: "dc",
    "http://purl.org/dc/elements/1.0/": "dc",
    DCTERMS: "dcterms",
    RDF: "rdf",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://wellformedweb.org/commentapi/": "wfw",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    MEDIA: "media",
    "http://search.yahoo.com/mrss": "media",
    "http://video.search.yahoo.com/mrss": "media",
    "http://video.search.yahoo.com/mrss/": "media",
    "http://www.rssboard.org/media-rss": "media",
    "http://www.georss.org/georss": "georss",
    "http://www.opengis.net/gml": "gml",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://web.resource.org/cc/": "cc",
    "http://creativecommons.org/ns#": "cc",
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "creativeCommons",
    "http://backend.userland.com/creativecommonsrssmodule": "creativeCommons",
    "http://webns.net/mvcb/": "admin",
    "http://source.scripting.com/": "source",
    "http://source.smallpict.com/2014/07/12/theodate.html": "source",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    FH: "fh",
    SCHEMA: "schema",
    "http://schema.org/": "schema",
    XHTML: "xhtml",
    XML: "xml",
    "http://www.w3.org/1999/xlink": "xlink",
}

PREFIXES: Final = {
    prefix: uri for uri, prefix in reversed(_URIS.items()) if prefix not in ("xml", "xhtml")
}
"""The namespace that a well-known prefix stands for where a feed forgot to declare it."""

_CORE = frozenset(uri.lower().rstrip("/#") for uri in _RSS)
_BY_URI = {uri.lower().rstrip("/#"): prefix for uri, prefix in _URIS.items()}

# RSS and CDF are read whatever the case of their names: `<pubdate>`, `<LINK>`.
_CASES = {
    name.lower(): name
    for name in (
        "pubDate lastBuildDate managingEditor webMaster skipHours skipDays textInput"
        " isPermaLink contentType"
    ).split()
}


def short_name(tag: str, core: str = "") -> str:
    """Return the short name of an element.

    Args:
        tag: Its name in the notation of ElementTree, ``{namespace}local`` or ``local``.
        core: A namespace that this document uses for the elements of RSS itself.

    >>> short_name("{http://purl.org/dc/elements/1.1/}creator")
    'dc:creator'
    >>> short_name("{http://purl.org/rss/1.0/}title"), short_name("PUBDATE")
    ('title', 'pubDate')
    """
    if tag[0] != "{":
        if ":" in tag:
            return tag
        lower = tag.lower()
        return _CASES.get(lower, lower)
    uri, _, local = tag[1:].rpartition("}")
    key = uri.lower().rstrip("/#")
    prefix = _BY_URI.get(key)
    if prefix is not None:
        return f"{prefix}:{local}"
    if key in _CORE or uri == core:
        lower = local.lower()
        return _CASES.get(lower, lower)
    return tag
