"""An article as an item of JSON Feed 1.1."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from govnews.issues import Issue
from govnews.model import Article, Author, Media, PartialDate
from govnews_rss import _html
from govnews_rss._arrange import derived_id
from govnews_rss._instants import is_late, rfc3339
from govnews_rss._rss_item import base_of, is_mail
from govnews_rss._urls import web_address
from govnews_rss._xml import says


class JsonItem:
    """Makes items.

    Args:
        note: Takes an issue.
        now: The present moment, if known.
    """

    def __init__(self, note: Callable[[Issue], None], now: dt.datetime | None) -> None:
        self._note = note
        self._now = now

    def profile(self, own_id: str | None) -> dict[str, str]:
        """Return what the visible part is made of besides the record."""
        profile = {} if own_id is None else {"identity": own_id}
        if self._now is not None:
            profile["now"] = self._now.astimezone(dt.UTC).isoformat()
        return profile

    def __call__(self, article: Article, where: str, own_id: str | None = None) -> dict[str, Any]:
        """Return the members of an item that every reader understands."""
        item: dict[str, Any] = {"id": own_id or identity(article)}
        for link in article.links:
            address = web_address(link.href)
            if address is None:
                continue
            if link.rel in ("alternate", "canonical"):
                item.setdefault("url", address)
            elif link.rel == "related":
                item.setdefault("external_url", address)
        if article.title is not None:
            item["title"] = article.title
        # JSON Feed 1.1: an item has content, be it empty.
        item["content_html"] = self._content(article, where) if article.body else ""
        if article.summary is not None:
            item["summary"] = article.summary
        self._media(article.media, item)
        for name, date in (
            ("date_published", article.published),
            ("date_modified", article.modified),
        ):
            if (stated := self._date(date)) is not None:
                item[name] = stated
        authors = [person(author) for author in article.authors if author.role is None]
        if authors:
            item["authors"] = authors
        if article.subjects:
            item["tags"] = [term.label for term in article.subjects]
        if article.lang is not None:
            item["language"] = article.lang
        return item

    def _date(self, date: PartialDate | None) -> str | None:
        if date is None or is_late(date, self._now):
            return None
        return rfc3339(date)

    @staticmethod
    def _media(media: tuple[Media, ...], item: dict[str, Any]) -> None:
        attachments = []
        for one in media:
            address = web_address(one.href)
            if address is None:
                continue
            if one.role == "image" and "image" not in item:
                item["image"] = address
            elif one.role == "banner" and "banner_image" not in item:
                item["banner_image"] = address
            else:
                attachments.append(_attachment(one, address))
        if attachments:
            item["attachments"] = attachments

    def _content(self, article: Article, where: str) -> str:
        return _html.markup(article.body, base_of(article), self._note, f"{where}.body")


def _attachment(one: Media, address: str) -> dict[str, Any]:
    out: dict[str, Any] = {"url": address, "mime_type": one.type or "application/octet-stream"}
    if one.title is not None:
        out["title"] = one.title
    if one.bytes:
        out["size_in_bytes"] = one.bytes
    return out


def identity(article: Article) -> str:
    """Return the id: the article's own, or what another feed called it, or a digest."""
    if article.id[0] != "#":
        return article.id
    for other in article.alt_ids:
        if other.scheme == "guid" and says(other.value):
            return other.value
    for link in article.links:
        address = web_address(link.href) if link.rel == "alternate" else None
        if address is not None:
            return address
    return derived_id(article)


def person(author: Author) -> dict[str, str]:
    """Return an author; a mail is its address where there is no other."""
    out = {}
    if author.name is not None:
        out["name"] = author.name
    url = author.url
    if url is None and is_mail(author.email):
        url = f"mailto:{author.email}"
    if url is not None:
        out["url"] = url
    return out or {"name": author.email or ""}
