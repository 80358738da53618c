"""Which element of RSS, Atom and their modules is taken in by what.

Names are those of `govnews_rss._names`. Elements that are named nowhere here are kept under
``extra``.
"""

from __future__ import annotations

from govnews.model import Link
from govnews_rss._draft import BASE, Draft
from govnews_rss._element_link import (
    take_atom_id,
    take_atom_link,
    take_author,
    take_comments,
    take_enclosure,
    take_guid,
    take_identifier,
    take_origin,
    take_publisher,
    take_rss_link,
    take_source,
)
from govnews_rss._element_media import (
    take_icon,
    take_image,
    take_image_address,
    take_image_link,
    take_item_image,
    take_media_content,
    take_thumbnail,
)
from govnews_rss._element_text import (
    take_atom_content,
    take_category,
    take_content,
    take_generator,
    take_keywords,
    take_language,
    take_license,
    take_place,
    take_rights,
    take_subtitle,
    take_summary,
    take_title,
    take_ttl,
    take_weak_summary,
    take_weak_title,
)
from govnews_rss._handling import Attributes, Handler, ignored, unknown
from govnews_rss._markup import join, whole_xml
from govnews_rss._names import short_name
from govnews_rss._sourced import described
from govnews_rss._tree import Element


def _dated(name: str, field: str, rank: int) -> Handler:
    def handler(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
        draft.dated(field, rank, name, text)

    return handler


def _media_group(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    for child in element:
        if isinstance(child.tag, str):
            handler = ITEM.get(short_name(child.tag))
            if handler is not None and handler is not _media_group:
                handler(draft, child.text or "", child.attrib, child)
            else:
                unknown(draft, child)


def _carried(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    if attributes.get("encodingFormat") == "application/json":
        draft.add("carried", text)
    else:
        unknown(draft, element)


def _typed(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """A view that govnews wrote of what stands beside it says nothing new; others are kept."""
    for child in element:
        named = isinstance(child.tag, str) and short_name(child.tag) == "schema:sdPublisher"
        if named and child.text == "govnews":
            return
    unknown(draft, element)


def _atom_source(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """Atom 1.0, 4.2.11: what the feed that an item was taken from says of itself."""
    if not len(element):
        take_source(draft, text, attributes, element)
        return
    inner = Draft(draft.tools, join(draft.base, element.get(BASE, "")), draft.where)
    for child in element:
        handler = FEED.get(short_name(child.tag)) if isinstance(child.tag, str) else None
        if handler is not None:
            handler(inner, child.text or "", child.attrib, child)
    inner.settle()
    for link in inner.links:
        title = link.title or inner.title
        source = Link(href=link.href, rel=link.rel, title=title, type=link.type, lang=link.lang)
        draft.add("sources", source)
    whole = whole_xml(element, draft.tools.limits.xml_depth)
    draft.keep("source", {**described(inner), "xml": whole})


# Which date an element states, and which of several for one field counts: the highest.
_DATES: dict[str, Handler] = {
    name: _dated(name, field, rank)
    for field, names in (
        ("published", ("atom:issued issued", "atom:published published", "dc:date dcterms:issued",
                       "pubDate")),
        ("modified", ("updated modified lastmod", "atom:modified dcterms:modified", "atom:updated",
                      "lastBuildDate")),
        ("created", ("created atom:created dcterms:created",)),
    )
    for rank, several in enumerate(names)
    for name in several.split()
}  # fmt: skip


_COMMON: dict[str, Handler] = {
    "title": take_title, "atom:title": take_title, "dc:title": take_weak_title,
    "link": take_rss_link, "atom:link": take_atom_link,
    "atom:id": take_atom_id, "id": take_atom_id, "dc:identifier": take_identifier,
    **_DATES,
    **dict.fromkeys(
        ("author", "dc:creator", "dc:author", "atom:author", "itunes:author", "managingEditor"),
        take_author(),
    ),
    **dict.fromkeys(
        ("atom:contributor", "dc:contributor", "contributor"), take_author("contributor")
    ),
    "webMaster": take_author("webMaster"), "itunes:owner": take_author("owner"),
    **dict.fromkeys(
        ("category", "atom:category", "dc:subject", "itunes:category", "media:category"),
        take_category,
    ),
    **dict.fromkeys(("keywords", "itunes:keywords", "media:keywords", "tags"), take_keywords),
    **dict.fromkeys(
        ("rights", "copyright", "dc:rights", "atom:rights", "atom:copyright"), take_rights
    ),
    "cc:license": take_license, "creativeCommons:license": take_license,
    "language": take_language, "dc:language": take_language,
    "dc:publisher": take_publisher,
    "schema:subjectOf": _carried, "schema:NewsArticle": _typed,
}  # fmt: skip

ITEM: dict[str, Handler] = {
    **_COMMON,
    "guid": take_guid,
    **dict.fromkeys(
        ("description", "atom:summary", "dc:description", "abstract", "summary"), take_summary
    ),
    "itunes:summary": take_weak_summary, "media:description": take_weak_summary,
    "content:encoded": take_content, "atom:content": take_atom_content,
    **dict.fromkeys(("content", "xhtml:body", "body", "fullitem", "xhtml:div"), take_content),
    "enclosure": take_enclosure,
    "comments": take_comments, "feedburner:origLink": take_origin,
    "source": take_source, "atom:source": _atom_source,
    "dcterms:spatial": take_place,
    "expirationdate": _dated("expirationdate", "expires", 1),
    "media:content": take_media_content, "media:group": _media_group,
    "media:thumbnail": take_thumbnail, "media:title": take_weak_title,
    "media:copyright": take_rights,
    "itunes:image": take_item_image, "image": take_item_image,
    "itunes:subtitle": take_subtitle,
}  # fmt: skip
"""What an item says."""

FEED: dict[str, Handler] = {
    **_COMMON,
    **dict.fromkeys(
        (
            "description", "atom:subtitle", "atom:tagline", "subtitle", "tagline", "abstract",
            "dc:description",
        ),
        take_summary,
    ),
    "itunes:summary": take_weak_summary, "itunes:subtitle": take_weak_summary,
    "image": take_image, "itunes:image": take_image_address, "itunes:link": take_image_link,
    "atom:logo": take_image_address, "logo": take_image_address,
    "atom:icon": take_icon, "icon": take_icon,
    **dict.fromkeys(
        ("generator", "atom:generator", "admin:generatoragent", "admin:generatorAgent"),
        take_generator,
    ),
    "ttl": take_ttl, "items": ignored, "rdf:li": ignored, "rdf:Seq": ignored,
}  # fmt: skip
"""What a feed says of itself."""
