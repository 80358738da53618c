"""Elements that name pictures, sound and film."""

from __future__ import annotations

from govnews.model import Media
from govnews_rss._draft import Draft
from govnews_rss._handling import Attributes, draft_name, keep_beyond, replaced, unknown
from govnews_rss._markup import whole_xml
from govnews_rss._names import short_name
from govnews_rss._tree import Element

_PARTS = frozenset(("media:title", "media:description", "media:credit"))
_OF_CONTENT = frozenset(
    ("url", "type", "fileSize", "width", "height", "duration", "lang", "medium")
)
_OF_THUMBNAIL = frozenset(("url", "width", "height"))


def take_image_address(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    href = draft.address(attributes.get("href", "") or attributes.get("url", "") or text)
    if href and draft.image is None:
        draft.image = Media(href=href, role="image")
    elif href and draft.image is not None and href != draft.image.href:
        draft.keep(draft_name(element), href)


def take_image_link(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """Take an image as feeds of podcasts stated it once, or keep a link of another sort."""
    if attributes.get("rel") == "image" and attributes.get("href"):
        take_image_address(draft, text, attributes, element)
    else:
        unknown(draft, element)


def take_image(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """RSS 2.0, channel.image."""
    parts = {
        child.tag.rpartition("}")[2].lower(): child.text or ""
        for child in element
        if isinstance(child.tag, str)
    }
    href = draft.address(parts.get("url", "") or attributes.get("href", "") or text)
    if not href or (draft.image is not None and not _is_like(draft.image, href)):
        unknown(draft, element)
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


def take_icon(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    draft.icon = replaced(draft, "icon", draft.icon, draft.address(text) or None)


def _is_like(image: Media, href: str) -> bool:
    """Whether an image of which more is said now is the one that is known."""
    return image == Media(href=href, role="image")


def take_media_content(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
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
    if not _PARTS.issuperset(inner) or any(len(child) for child in element):
        draft.keep("media:content", {"xml": whole_xml(element, draft.tools.limits.xml_depth)})
    else:
        keep_beyond(draft, element, _OF_CONTENT)


def take_thumbnail(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    keep_beyond(draft, element, _OF_THUMBNAIL)
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


def take_item_image(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    href = draft.address(attributes.get("href", "") or element.findtext("url") or text)
    if href:
        draft.add("media", Media(href=href, role="image"))
