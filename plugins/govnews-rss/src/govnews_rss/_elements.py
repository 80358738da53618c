"""What each element of RSS, Atom and their modules means: one small function an element.

A function takes the draft, the element's text, its attributes and the element. Names are those
of `govnews_rss._names`. Elements that are named nowhere here are kept under ``extra``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

from govnews.model import Identifier, Link, Media
from govnews_rss._draft import BASE, LANG, NO_ATTRIBUTES, Draft, construct
from govnews_rss._markup import join, unescape_once, whole_xml
from govnews_rss._names import short_name
from govnews_rss._people import Person
from govnews_rss._tree import Element

Attributes: TypeAlias = Mapping[str, str]
Handler: TypeAlias = Callable[[Draft, str, Attributes, Element], None]


def _title(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    if attributes or len(element):
        text, kind = construct(draft, element, text, attributes)
    else:
        kind = None
    shown = draft.line(draft.plain(text, kind, "title") if "&" in text or "<" in text else text)
    if draft.title is None and shown:
        draft.title = shown
    elif shown and shown != draft.title:
        draft.keep("title", shown)
    if attributes:
        _stated_language(draft, attributes)


def _stated_language(draft: Draft, attributes: Attributes) -> None:
    if LANG in attributes and draft.lang is None:
        draft.lang = draft.language(attributes[LANG])


def _summary(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    kind = None
    if attributes or len(element):
        text, kind = construct(draft, element, text, attributes)
        _stated_language(draft, attributes)
    if draft.summary is None:
        if "&" in text or "<" in text:
            text = draft.plain(text, kind, "description")
        draft.summary = text.strip() or None
    elif text.strip() and text.strip() != draft.summary:
        draft.keep("description", text.strip())


def _weak_summary(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """Take a summary of a module, which gives way to the feed's own."""
    if len(element):
        unknown(draft, element)
    elif draft.weak_summary is None and text.strip():
        name = draft_name(element)
        draft.weak_summary = (name, draft.plain(text, None, name))
    elif text.strip():
        draft.keep(draft_name(element), text.strip())


def _weak_title(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """Take a title of a module, which gives way to the feed's own."""
    title = draft.line(unescape_once(text))
    if draft.weak_title is None and title and not len(element):
        draft.weak_title = (draft_name(element), title)
    else:
        unknown(draft, element)


def _content(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    kind: str | None = "html"
    base = draft.base
    if attributes or len(element):
        text, kind = construct(draft, element, text, attributes)
        _stated_language(draft, attributes)
        if BASE in attributes:
            base = join(base, attributes[BASE])
        if "src" in attributes:
            draft.link(attributes["src"], "content", {"type": attributes.get("type", "")})
    if not text.strip():
        return
    if draft.content is None:
        draft.content = (text, kind or "html", base)
    else:
        draft.keep("content", text)


def _atom_content(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    stated = "type" in attributes or len(element)
    _content(draft, text, attributes if stated else {**attributes, "type": "text"}, element)


def _rss_link(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    if text.startswith("http") and text.isprintable() and not draft.links:
        draft.links = [Link(href=text.strip(), rel="alternate")]
    elif text and not text.isspace():
        draft.link(text, "alternate")
    elif attributes.get("href"):
        _atom_link(draft, text, attributes, element)


def _atom_link(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    href = attributes.get("href", "") or text
    rel = draft.line(attributes.get("rel", "")) or "alternate"
    if rel == "license":
        draft.set_license(href)
        return
    if BASE in attributes:
        href = join(join(draft.base, attributes[BASE]), href.strip())
    if rel == "enclosure":
        _enclosure(draft, "", {**attributes, "url": href}, element)
    else:
        draft.link(href, rel, NO_ATTRIBUTES if _BARE.issuperset(attributes) else attributes)


_BARE = frozenset(("href", "rel"))


def _enclosure(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    href = draft.address(attributes.get("url", "") or attributes.get("href", "") or text)
    if not href:
        return
    kind = attributes.get("type")
    if len(attributes) < 4 and "title" not in attributes and "hreflang" not in attributes:
        size = draft.natural(attributes.get("length")) or None
        kind = draft.line(kind) or None if kind else None
        draft.add("media", Media(href=href, type=kind, bytes=size, role="enclosure"))
        return
    title = attributes.get("title")
    draft.add(
        "media",
        Media(
            href=href,
            type=draft.line(kind) if kind else None,
            title=draft.line(title) if title else None,
            # RSS 2.0 writes 0 where the size is not known.
            bytes=draft.natural(attributes.get("length")) or None,
            lang=draft.language(attributes.get("hreflang")),
            role="enclosure",
        ),
    )


def _guid(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    text = draft.line(text)
    if not text:
        return
    if draft.guid is None:
        draft.guid = text
        draft.permalink = attributes.get("isPermaLink", attributes.get("ispermalink")) != "false"
    else:
        draft.add("alt_ids", Identifier(scheme="guid", value=text))


def _atom_id(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    text = draft.line(text)
    if text and draft.own_id is None:
        draft.own_id = text
    elif text and text != draft.own_id:
        draft.add("alt_ids", Identifier(scheme="atom:id", value=text))


def _identifier(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    text = draft.line(text)
    if text:
        draft.add("alt_ids", Identifier(scheme="dc:identifier", value=text))


def _dated(name: str, field: str, rank: int) -> Handler:
    def handler(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
        draft.dated(field, rank, name, text)

    return handler


def draft_name(element: Element) -> str:
    """Return the short name of an element."""
    return short_name(element.tag)


def _author(role: str | None = None) -> Handler:
    def handler(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
        if len(element):
            person = _parted(draft, element)
            if any(person):
                draft.add_author(person, role)
                return
            text = "".join(element.itertext())
        draft.person(text, role)

    return handler


def _parted(draft: Draft, element: Element) -> Person:
    """Return a person whose parts are elements (Atom 1.0, 3.2; itunes:owner)."""
    found: dict[str, str] = {}
    for child in element:
        if isinstance(child.tag, str) and child.text:
            found.setdefault(_local_name(child.tag), draft.line(child.text))
    if len(found) == 1 and "name" in found:
        return Person(found["name"] or None)
    url = found.get("uri") or found.get("url") or found.get("homepage") or found.get("href")
    return Person(
        found.get("name") or None,
        found.get("email") or None,
        draft.address(url) if url else None,
    )


@lru_cache(maxsize=1024)
def _local_name(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def _category(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    if not attributes:
        draft.subject(text)
        return
    term = attributes.get("term")
    scheme = attributes.get("scheme") or attributes.get("domain")
    label = attributes.get("label")
    if term is not None:
        draft.subject(label or term, scheme, term if label else None)
    elif label:
        draft.subject(label, scheme, text or None)
    else:
        draft.subject(text or attributes.get("text", ""), scheme)
    for child in element:  # itunes:category nests one step
        if isinstance(child.tag, str) and child.get("text"):
            draft.subject(child.get("text", ""), scheme)


def _keywords(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    words = text.split(",") if "," in text else text.split()
    for word in words[:1000]:
        draft.subject(word)


def _rights(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    text, kind = construct(draft, element, text, attributes)
    text = draft.plain(text, kind, "rights")
    if text and draft.notice is None:
        draft.notice = text
    elif text and text != draft.notice:
        draft.keep("rights", text)


def _license(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    resource = next((v for k, v in attributes.items() if k.rpartition("}")[2] == "resource"), "")
    draft.set_license(resource or text)


def _language(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    tag = draft.language(text)
    if tag is not None:
        draft.lang = tag


def _comments(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    draft.link(text, "replies")  # RFC 4685, 4


def _origin(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    draft.link(text, "canonical")


def _source(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """RSS 2.0, item.source; Atom 1.0, 4.2.11."""
    if len(element):
        _atom_source(draft, element)
        return
    title = draft.line(text) or None
    href = draft.address(attributes.get("url", ""))
    if href:
        draft.add("sources", Link(href=href, title=title))
    elif title:
        draft.keep("source", title)


def _atom_source(draft: Draft, element: Element) -> None:
    inner = Draft(draft.tools, join(draft.base, element.get(BASE, "")), draft.where)
    for child in element:
        handler = FEED.get(short_name(child.tag)) if isinstance(child.tag, str) else None
        if handler is not None:
            handler(inner, child.text or "", child.attrib, child)
    for link in inner.links:
        title = link.title or inner.title
        source = Link(href=link.href, rel=link.rel, title=title, type=link.type, lang=link.lang)
        draft.add("sources", source)
    draft.keep("source", whole_xml(element, draft.tools.limits.xml_depth))


def _publisher(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    text = draft.line(text)
    if text and draft.publisher is None:
        draft.publisher = text
    elif text:
        draft.keep("dc:publisher", text)


def _place(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    if draft.place is None and not len(element):
        draft.place = draft.line(text) or None
    else:
        unknown(draft, element)


def _image_address(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    href = draft.address(attributes.get("href", "") or attributes.get("url", "") or text)
    if href and draft.image is None:
        draft.image = Media(href=href, role="image")


def _image(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """RSS 2.0, channel.image."""
    parts = {
        child.tag.rpartition("}")[2].lower(): child.text or ""
        for child in element
        if isinstance(child.tag, str)
    }
    href = draft.address(parts.get("url", "") or attributes.get("href", "") or text)
    if not href or draft.image is not None:
        return
    draft.image = Media(
        href=href,
        title=draft.line(parts.get("title", "")) or None,
        caption=parts.get("description", "").strip() or None,
        width=draft.natural(parts.get("width")),
        height=draft.natural(parts.get("height")),
        role="image",
    )
    if parts.get("link"):
        draft.keep("image:link", draft.address(parts["link"]))


def _icon(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    draft.icon = draft.address(text) or draft.icon


def _logo(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    _image_address(draft, text, attributes, element)


def _generator(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    agent = next((v for k, v in attributes.items() if k.rpartition("}")[2] == "resource"), "")
    draft.generator = draft.line(text) or draft.line(agent) or draft.generator
    for name in ("uri", "url", "version"):
        if attributes.get(name):
            draft.keep(f"generator:{name}", attributes[name])


def _ttl(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    draft.ttl = draft.natural(text)


def _media_content(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    href = draft.address(attributes.get("url", ""))
    if not href:
        unknown(draft, element)
        return
    inner = {
        short_name(child.tag): child.text or ""
        for child in element
        if isinstance(child.tag, str) and child.text
    }
    duration = attributes.get("duration", "")
    draft.add(
        "media",
        Media(
            href=href,
            type=draft.line(attributes.get("type", "")) or None,
            title=draft.line(inner.get("media:title", "")) or None,
            caption=inner.get("media:description", "").strip() or None,
            credit=draft.line(inner.get("media:credit", "")) or None,
            bytes=draft.natural(attributes.get("fileSize")),
            width=draft.natural(attributes.get("width")),
            height=draft.natural(attributes.get("height")),
            duration=f"PT{duration}S" if duration.isascii() and duration.isdigit() else None,
            lang=draft.language(attributes.get("lang")),
            role=draft.line(attributes.get("medium", "")) or "media",
        ),
    )
    if any(short not in _OF_MEDIA for short in inner) or any(len(child) for child in element):
        draft.keep("media:content", whole_xml(element, draft.tools.limits.xml_depth))


_OF_MEDIA = frozenset(("media:title", "media:description", "media:credit"))


def _media_group(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    for child in element:
        if isinstance(child.tag, str):
            handler = ITEM.get(short_name(child.tag))
            if handler is not None and handler is not _media_group:
                handler(draft, child.text or "", child.attrib, child)
            else:
                unknown(draft, child)


def _thumbnail(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    href = draft.address(attributes.get("url", "") or text)
    if href:
        draft.add(
            "media",
            Media(
                href=href,
                width=draft.natural(attributes.get("width")),
                height=draft.natural(attributes.get("height")),
                role="thumbnail",
            ),
        )


def _item_image(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    href = draft.address(attributes.get("href", "") or element.findtext("url") or text)
    if href:
        draft.add("media", Media(href=href, role="image"))


def _subtitle(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    draft.subtitle = draft.line(text) or draft.subtitle


def _carried(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    if attributes.get("encodingFormat") == "application/json":
        draft.add("carried", text)
    else:
        unknown(draft, element)


def unknown(draft: Draft, element: Element) -> None:
    """Keep an element that has no home in the model: its text, or all of it as XML."""
    name = draft_name(element)
    if not len(element) and not element.attrib:
        text = (element.text or "").strip()
        if text:
            draft.keep(name, text)
    else:
        draft.keep(name, {"xml": whole_xml(element, draft.tools.limits.xml_depth)})


def keep_unknown(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """Take in an element that is named nowhere here."""
    unknown(draft, element)


def ignored(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """Pass over an element that says nothing of its own, such as RSS 1.0's list of its items."""


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


def _typed(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """A view that govnews wrote of what stands beside it says nothing new; others are kept."""
    for child in element:
        named = isinstance(child.tag, str) and short_name(child.tag) == "schema:sdPublisher"
        if named and child.text == "govnews":
            return
    unknown(draft, element)


_COMMON: dict[str, Handler] = {
    "title": _title, "atom:title": _title, "dc:title": _weak_title,
    "link": _rss_link, "atom:link": _atom_link,
    "atom:id": _atom_id, "dc:identifier": _identifier,
    **_DATES,
    "author": _author(), "dc:creator": _author(), "dc:author": _author(),
    "atom:author": _author(), "itunes:author": _author(), "managingEditor": _author(),
    "webMaster": _author("webMaster"), "atom:contributor": _author("contributor"),
    "dc:contributor": _author("contributor"), "contributor": _author("contributor"),
    "itunes:owner": _author("owner"),
    "category": _category, "atom:category": _category, "dc:subject": _category,
    "itunes:category": _category, "media:category": _category,
    "keywords": _keywords, "itunes:keywords": _keywords, "media:keywords": _keywords,
    "rights": _rights, "copyright": _rights, "dc:rights": _rights, "atom:rights": _rights,
    "atom:copyright": _rights,
    "cc:license": _license, "creativeCommons:license": _license,
    "language": _language, "dc:language": _language,
    "dc:publisher": _publisher,
    "schema:subjectOf": _carried, "schema:NewsArticle": _typed,
}  # fmt: skip

ITEM: dict[str, Handler] = {
    **_COMMON,
    "guid": _guid,
    "description": _summary, "atom:summary": _summary, "dc:description": _summary,
    "abstract": _summary, "summary": _summary, "itunes:summary": _weak_summary,
    "content:encoded": _content, "atom:content": _atom_content, "content": _content,
    "xhtml:body": _content, "body": _content, "fullitem": _content, "xhtml:div": _content,
    "enclosure": _enclosure,
    "comments": _comments, "feedburner:origLink": _origin,
    "source": _source, "atom:source": _source,
    "dcterms:spatial": _place,
    "expirationdate": _dated("expirationdate", "expires", 1),
    "media:content": _media_content, "media:group": _media_group,
    "media:thumbnail": _thumbnail, "media:title": _weak_title, "media:copyright": _rights,
    "itunes:image": _item_image, "image": _item_image,
    "itunes:subtitle": _subtitle,
}  # fmt: skip
"""What an item says."""

FEED: dict[str, Handler] = {
    **_COMMON,
    "description": _summary, "atom:subtitle": _summary, "atom:tagline": _summary,
    "subtitle": _summary, "tagline": _summary, "abstract": _summary,
    "dc:description": _summary, "itunes:summary": _weak_summary, "itunes:subtitle": _weak_summary,
    "image": _image, "itunes:image": _image_address, "atom:logo": _logo, "logo": _image_address,
    "atom:icon": _icon, "icon": _icon,
    "generator": _generator, "atom:generator": _generator, "admin:generatoragent": _generator,
    "admin:generatorAgent": _generator,
    "ttl": _ttl, "docs": ignored, "items": ignored, "rdf:li": ignored, "rdf:Seq": ignored,
}  # fmt: skip
"""What a feed says of itself."""
