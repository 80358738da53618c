"""Writes RSS 2.0: one pass, one item in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import BinaryIO

from govnews.formats import WriteContext
from govnews.model import Article, Feed, Item, Media, PartialDate
from govnews_rss import XmlFeedWriteOptions
from govnews_rss._account import Account
from govnews_rss._arrange import Arrangement, Identities, loss_note
from govnews_rss._carrier import digest_of, pack, parse, rows
from govnews_rss._instants import is_late, rfc822
from govnews_rss._markup import reads_as_markup
from govnews_rss._names import short_name
from govnews_rss._rss_item import (
    OPENING,
    RELATIONS,
    RssItem,
    atom_link,
    is_mail,
    language,
    title_text,
    w3c,
)
from govnews_rss._tree import Element
from govnews_rss._typed import typed
from govnews_rss._urls import web_address
from govnews_rss._xml import attribute, is_legal, legal, says, text

_UNTITLED = "Untitled"
_NO_SITE = "urn:govnews:feed"


def write(
    items: Iterable[Item], sink: BinaryIO, options: XmlFeedWriteOptions, context: WriteContext
) -> None:
    """Write RSS 2.0.

    Args:
        items: What to write.
        sink: Takes the bytes.
        options: How to write.
        context: The present moment, and where issues go.

    Raises:
        WriteError: An article is embargoed, and the options say to refuse.
    """
    arrangement = Arrangement(items, options, context, "rss")
    channel = Channel(arrangement, options, context)
    sink.write(prolog(options.stylesheet) + OPENING.encode() + b"<channel>\n")
    account = Account(context) if options.embed != "full" else None
    sink.write(channel.head(account))
    writer = ItemWriter(
        RssItem(loss_note(options, context), context.now), "item", arrangement, options, account
    )
    for where, item in arrangement:  # noqa: FURB122  # a sink need only know how to write
        sink.write(writer(item, where))
    sink.write(b"</channel></rss>\n")


def prolog(stylesheet: str) -> bytes:
    """Return what stands before the root."""
    out = '<?xml version="1.0" encoding="UTF-8"?>\n'
    if stylesheet:
        kind = "css" if stylesheet.partition("?")[0].endswith(".css") else "xsl"
        # An instruction ends at its first `?>`, whatever the quotation marks say.
        href = attribute(stylesheet).replace("?>", "?&gt;")
        out += f'<?xml-stylesheet type="text/{kind}" href="{href}"?>\n'
    return out.encode()


class ItemWriter:
    """Writes items and the records beside them, each with what it carries.

    Args:
        render: Writes what is visible of an article.
        tag: Name of an item's element.
        arrangement: Knows offices and agreements.
        options: How to write.
        account: Accounts for loss; None where nothing is lost.
    """

    def __init__(
        self,
        render: RssItem,
        tag: str,
        arrangement: Arrangement,
        options: XmlFeedWriteOptions,
        account: Account | None,
    ) -> None:
        self._render = render
        self._tag = tag
        self._arrangement = arrangement
        self._embed = options.embed
        self._account = account
        self._identities = Identities()

    def __call__(self, item: Item, where: str) -> bytes:
        """Return the bytes of an item or a carried record."""
        if isinstance(item, Article):
            return self._article(item, where)
        if self._account is not None:
            self._account.other(item, where)
            return b""
        return (carrier(pack(item, "", {})) + "\n").encode()

    def _article(self, article: Article, where: str) -> bytes:
        office = self._arrangement.organizations.get(article.publisher or "")
        name = office.name if office is not None else None
        identity = self._identities(article, self._render.identity(article))
        if self._account is not None and identity is None:
            made = self._render.plain(article, name)
            if made is not None:
                more = "" if self._embed == "none" else typed(article, self._arrangement)
                filled = self._render.dated and article.modified is None
                self._account.plain(article, where, filled=filled)
                if not more and (name is None or name.isprintable()):
                    return f"<{self._tag}>{made}</{self._tag}>\n".encode()
                return self._document(made, more)
        visible = self._render(article, name, where, identity)
        if self._embed == "none":
            more = ""
        elif self._embed == "typed":
            more = typed(article, self._arrangement)
        else:
            visible = legal(visible)
            profile = self._render.profile(name, identity)
            element = self._parsed(visible)
            more = carrier(pack(article, digest_of(rows(element)), profile))
        if self._account is not None:
            self._account.article(article, lambda: self._parsed(legal(visible)), where)
        return self._document(visible, more)

    def _document(self, visible: str, more: str) -> bytes:
        document = f"<{self._tag}>{visible}{more}</{self._tag}>\n".encode()
        return document if is_legal(document) else legal(document.decode()).encode()

    def _parsed(self, visible: str) -> Element:
        return parse(f"<{self._tag}>{visible}</{self._tag}>", self._render.opening)


def carrier(payload: str) -> str:
    """Return the element that carries a record."""
    kind = 'encodingFormat="application/json"'
    return f"<schema:subjectOf {kind}>{text(payload)}</schema:subjectOf>"


class Channel:
    """What the feed says of itself.

    Args:
        arrangement: Knows the feed's data.
        options: What stands in where it says nothing.
        context: The present moment, and where issues go.
    """

    def __init__(
        self, arrangement: Arrangement, options: XmlFeedWriteOptions, context: WriteContext
    ) -> None:
        self._arrangement = arrangement
        self._options = options
        self._note = loss_note(options, context)
        self._now = context.now
        self._feed = arrangement.feed

    def head(self, account: Account | None) -> bytes:
        """Return the elements of the channel, and the carried preamble."""
        visible = legal("".join(self._elements()))
        tree = parse(f"<channel>{visible}</channel>", OPENING)
        if account is not None:
            elements = [(short_name(child.tag), child) for child in tree]
            account.feed(self._arrangement.preamble, elements)
            return f"{visible}\n".encode()
        packed = pack(self._arrangement.preamble, digest_of(rows(tree)), {})
        return f"{visible}{legal(carrier(packed))}\n".encode()

    def _elements(self) -> Iterable[str]:
        feed, options = self._feed, self._options
        title = title_text(
            _stated(feed.title, options.title, _UNTITLED), self._note, "$.feed.title"
        )
        link = text(self._site())
        yield f"<title>{title}</title><link>{link}</link>"
        description = feed.description if feed.description is not None else options.description
        yield f"<description>{text(text(description))}</description>"
        yield from self._links()
        if (tag := language(feed.lang or options.language or None)) is not None:
            yield f"<language>{text(tag)}</language>"
        yield from self._people()
        yield from self._about()
        yield from _dates(feed, self._now)
        if feed.image is not None:
            yield image(feed.image, title, link)
        if options.complete:
            yield "<fh:complete/>"
        if options.archive:
            yield "<fh:archive/>"

    def _site(self) -> str:
        for link in self._feed.links:
            if link.rel == "alternate" and (address := web_address(link.href)) is not None:
                return address
        if self._options.site and (address := web_address(self._options.site)) is not None:
            return address
        article = self._arrangement.first_article()
        for link in article.links if article else ():
            if (address := web_address(link.href)) is not None:
                scheme, _, rest = address.partition("://")
                host = rest.partition("/")[0].partition("?")[0].partition("#")[0]
                return f"{scheme}://{host}/"
        return _NO_SITE

    def _links(self) -> Iterable[str]:
        """Yield where the feed stands, and the pages beside it (RFC 5005)."""
        own = {link.rel: link for link in self._feed.links}
        stated = self._options.address
        if "self" not in own and stated and (address := web_address(stated)) is not None:
            yield atom_link(address, "self", "application/rss+xml")
        seen_site = False
        for link in self._feed.links:
            address = web_address(link.href)
            if address is None:
                continue
            if link.rel == "alternate" and not seen_site:
                seen_site = True
                continue
            if link.rel in PAGES or link.rel in RELATIONS:
                kind = link.type or ("application/rss+xml" if link.rel == "self" else None)
                yield atom_link(address, link.rel, kind, link.title, link.lang)
        for rel in ("first", "last", "previous", "next"):
            address = web_address(getattr(self._options, rel))
            if address is not None and rel not in own:
                yield atom_link(address, rel, "application/rss+xml")

    def _people(self) -> Iterable[str]:
        authors = self._feed.authors
        editor = next((one for one in authors if one.role is None), None)
        if editor is not None and is_mail(editor.email) and _in_brackets(editor.name):
            mail = f"{editor.email} ({editor.name})"
            yield f"<managingEditor>{text(mail)}</managingEditor>"
        else:
            for one in authors:
                if one.role is None and says(one.name):
                    yield f"<dc:creator>{text(one.name)}</dc:creator>"
        master = next((one for one in authors if one.role == "webMaster"), None)
        if master is not None and is_mail(master.email) and _in_brackets(master.name):
            yield f"<webMaster>{text(f'{master.email} ({master.name})')}</webMaster>"

    def _about(self) -> Iterable[str]:
        feed = self._feed
        for term in feed.subjects:
            if says(term.label) and not reads_as_markup(term.label):
                scheme = f' domain="{attribute(term.scheme)}"' if term.scheme else ""
                yield f"<category{scheme}>{text(term.label)}</category>"
        notice = feed.rights.notice if feed.rights is not None else None
        for element, value in (("copyright", notice), ("generator", feed.generator)):
            if says(value) and not reads_as_markup(value):
                yield f"<{element}>{text(value)}</{element}>"
        if feed.ttl:
            yield f"<ttl>{feed.ttl}</ttl>"


PAGES = frozenset(
    ("self", "first", "last", "previous", "next", "current", "prev-archive", "next-archive")
)
"""Relations of a paged or archived feed (RFC 5005)."""


def _stated(value: str | None, other: str, filler: str) -> str:
    for one in (value, other):
        if says(one):
            return one
    return filler


def _in_brackets(name: str | None) -> bool:
    return name is not None and says(name) and "(" not in name and ")" not in name


def _dates(feed: Feed, now: dt.datetime | None) -> Iterable[str]:
    for date, element, other in (
        (feed.published, "pubDate", "dcterms:issued"),
        (feed.updated, "lastBuildDate", "dcterms:modified"),
    ):
        if isinstance(date, PartialDate):
            stated = None if is_late(date, now) else rfc822(date)
            if stated is not None:
                yield f"<{element}>{stated}</{element}>"
            elif (stated := w3c(date)) is not None:
                yield f"<{other}>{stated}</{other}>"


def image(picture: Media, title: str, link: str) -> str:
    """Return the channel's image; its title and link are the channel's (RSS 2.0)."""
    address = web_address(picture.href)
    if address is None:
        return ""
    out = f"<image><url>{text(address)}</url><title>{title}</title><link>{link}</link>"
    if picture.width and picture.width <= 144:
        out += f"<width>{picture.width}</width>"
    if picture.height and picture.height <= 400:
        out += f"<height>{picture.height}</height>"
    return f"{out}</image>"
