"""Elements that name somebody or something: links, ids, people, sources."""

from __future__ import annotations

from functools import lru_cache

from govnews.model import Identifier, Link, Media
from govnews_rss._draft import BASE, LANG, NO_ATTRIBUTES, Draft
from govnews_rss._handling import Attributes, Handler, keep_beyond, unknown
from govnews_rss._markup import join
from govnews_rss._people import Person
from govnews_rss._tree import Element

_BARE = frozenset(("href", "rel"))
_OF_LINK = frozenset(("href", "rel", "type", "title", "hreflang", "length", BASE, LANG))
_OF_ENCLOSURE = _OF_LINK | {"url"}
_OF_PERSON = frozenset(("name", "email", "uri", "url", "homepage", "href"))


def take_rss_link(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    if text.startswith("http") and text.isprintable() and not draft.links:
        draft.links = [Link(href=text.strip(), rel="alternate")]
    elif text and not text.isspace():
        draft.link(text, "alternate")
    elif attributes.get("href"):
        take_atom_link(draft, text, attributes, element)


def take_atom_link(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    href = attributes.get("href", "") or text
    rel = draft.line(attributes.get("rel", "")) or "alternate"
    keep_beyond(draft, element, _OF_LINK)
    if rel == "license":
        draft.set_license(href)
        return
    if BASE in attributes:
        href = join(join(draft.base, attributes[BASE]), href.strip())
    if rel == "enclosure":
        _add_enclosure(draft, "", {**attributes, "url": href})
    else:
        draft.link(href, rel, NO_ATTRIBUTES if _BARE.issuperset(attributes) else attributes)


def take_enclosure(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    if not (attributes.get("url") or attributes.get("href") or text.strip()):
        unknown(draft, element)
        return
    keep_beyond(draft, element, _OF_ENCLOSURE)
    _add_enclosure(draft, text, attributes)


def _add_enclosure(draft: Draft, text: str, attributes: Attributes) -> None:
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


def take_guid(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    text = draft.line(text)
    if not text:
        return
    if draft.guid is None:
        draft.guid = text
        draft.permalink = attributes.get("isPermaLink", attributes.get("ispermalink")) != "false"
    else:
        draft.add("alt_ids", Identifier(scheme="guid", value=text))


def take_atom_id(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    text = draft.line(text)
    if text and draft.own_id is None:
        draft.own_id = text
    elif text and text != draft.own_id:
        draft.add("alt_ids", Identifier(scheme="atom:id", value=text))


def take_identifier(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    text = draft.line(text)
    if text:
        draft.add("alt_ids", Identifier(scheme="dc:identifier", value=text))


def take_comments(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    draft.link(text, "replies")  # RFC 4685, 4


def take_origin(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    draft.link(text, "canonical")


def take_author(role: str | None = None) -> Handler:
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
    if not _OF_PERSON.issuperset(found):
        unknown(draft, element)
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


def take_publisher(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    text = draft.line(text)
    if text and draft.publisher is None:
        draft.publisher = text
    elif text:
        draft.keep("dc:publisher", text)


def take_source(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """RSS 2.0, item.source."""
    title = draft.line(text) or None
    href = draft.address(attributes.get("url", ""))
    if href:
        draft.add("sources", Link(href=href, title=title))
    elif title:
        draft.keep("source", title)
    elif attributes:
        unknown(draft, element)
