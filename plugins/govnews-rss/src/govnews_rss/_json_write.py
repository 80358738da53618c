"""Writes JSON Feed 1.1: one pass, one item in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from govnews import wire
from govnews.formats import WriteContext
from govnews.model import Article, Item
from govnews_rss import FeedWriteOptions
from govnews_rss._account import Account
from govnews_rss._arrange import Arrangement, Identities, loss_note
from govnews_rss._carrier import digest_of, members, safe
from govnews_rss._json_item import JsonItem, identity, person
from govnews_rss._plain import is_plain
from govnews_rss._urls import web_address
from govnews_rss._xml import says

VERSION = "https://jsonfeed.org/version/1.1"
_UNTITLED = "Untitled"


def write(
    items: Iterable[Item], sink: BinaryIO, options: FeedWriteOptions, context: WriteContext
) -> None:
    """Write JSON Feed 1.1.

    Args:
        items: What to write.
        sink: Takes the bytes.
        options: How to write.
        context: The present moment, and where issues go.

    Raises:
        WriteError: An article is embargoed, and the options say to refuse.
    """
    _Writing(items, sink, options, context).run()


class _Writing:
    """One feed on its way out."""

    def __init__(
        self,
        items: Iterable[Item],
        sink: BinaryIO,
        options: FeedWriteOptions,
        context: WriteContext,
    ) -> None:
        self._sink = sink
        self._options = options
        self._context = context
        self._full = options.embed == "full"
        self._arrangement = Arrangement(items, options, context, "jsonfeed")
        self._account = None if self._full else Account(context)
        self._render = JsonItem(loss_note(options, context), context.now)
        self._identities = Identities()
        self._index = 0

    def run(self) -> None:
        """Write the feed: its own members, its items, and last the records that are no article."""
        head = self._head()
        preamble = self._arrangement.preamble
        if self._account is not None:
            from govnews_rss._json_read import read_preamble

            said = read_preamble(head, self._context.limits)
            self._account.preamble(preamble, said)
        text = safe(_dumps(head))
        self._sink.write(f'{text[:-1]},"items":['.encode())
        carried: list[bytes] = []
        first = True
        for where, item in self._arrangement:
            if isinstance(item, Article):
                self._sink.write(("\n" if first else ",\n").encode() + self._item(item, where))
                first = False
            elif self._account is not None:
                self._account.other(item, where)
            else:
                carried.append(wire.encode_item(item, first=True))
        self._sink.write(b"\n]")
        if self._full:
            own = wire.encode_item(preamble) if preamble is not None else b"null"
            digest = digest_of(members(head)).encode()
            records = b",\n".join(carried)
            out = b',"_govnews":{"digest":"%b","record":%b,"records":[%b]}' % (digest, own, records)
            self._sink.write(safe(out.decode()).encode())
        self._sink.write(b"}\n")

    def _item(self, article: Article, where: str) -> bytes:
        index, self._index = self._index, self._index + 1
        own_id = self._identities(article, identity(article))
        members_ = self._render(article, where, own_id)
        if self._account is not None:
            if self._options.embed == "typed" and (more := self._typed(article)):
                members_["_schema"] = more
            if not is_plain(article, self._context.now):
                self._account.said(article, self._read(members_, index), where)
            elif article.publisher is not None:
                self._account.plain(article, where)
            return safe(_dumps(members_)).encode()
        digest = digest_of(members(members_))
        record = wire.encode_item(article, first=True).decode("utf-8")
        profile = _dumps(self._render.profile(own_id))
        own = f'"_govnews":{{"digest":"{digest}","profile":{profile},"record":{record}}}'
        return safe(f"{_dumps(members_)[:-1]},{own}}}").encode()

    def _read(self, item: dict[str, Any], index: int) -> Article:
        from govnews_rss._json_read import read_item

        return read_item(item, index, self._context.limits)

    def _typed(self, article: Article) -> dict[str, Any]:
        """Return the office behind an article in the terms of schema.org."""
        office = self._arrangement.organizations.get(article.publisher or "")
        if office is None:
            return {}
        return {"publisher": {"@type": "GovernmentOrganization", "name": office.name}}

    def _head(self) -> dict[str, Any]:
        feed, options = self._arrangement.feed, self._options
        title = next(t for t in (feed.title, options.title, _UNTITLED) if says(t))
        head: dict[str, Any] = {"version": VERSION, "title": title}
        links = {link.rel: link.href for link in reversed(feed.links)}
        for name, rel, other in (
            ("home_page_url", "alternate", options.site),
            ("feed_url", "self", options.address),
            ("next_url", "next", options.next),
        ):
            if (address := web_address(links.get(rel, other))) is not None:
                head[name] = address
        description = feed.description if feed.description is not None else options.description
        if description:
            head["description"] = description
        if feed.image is not None and (address := web_address(feed.image.href)) is not None:
            head["icon"] = address
        if feed.icon is not None and (address := web_address(feed.icon)) is not None:
            head["favicon"] = address
        authors = [person(author) for author in feed.authors if author.role is None]
        if authors:
            head["authors"] = authors
        if feed.lang or options.language:
            head["language"] = feed.lang or options.language
        return head


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
