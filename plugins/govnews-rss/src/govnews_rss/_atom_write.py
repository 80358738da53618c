"""Writes Atom 1.0 (RFC 4287): one pass, one entry in memory."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import BinaryIO

from govnews.formats import WriteContext
from govnews.model import Author, Item, Organization
from govnews_rss import XmlFeedWriteOptions
from govnews_rss._account import Account
from govnews_rss._arrange import Arrangement, loss_note
from govnews_rss._atom_item import OPENING, AtomItem, category, words
from govnews_rss._carrier import digest_of, pack, parse, rows
from govnews_rss._instants import instant, is_late, rfc3339
from govnews_rss._names import short_name
from govnews_rss._rss_item import RELATIONS, atom_link, language, person, w3c
from govnews_rss._rss_write import PAGES, ItemWriter, carrier, prolog
from govnews_rss._urls import absolute, web_address
from govnews_rss._xml import attribute, legal, says, text

_UNTITLED = "Untitled"
_NEVER = "1990-01-01T00:00:00Z"
"""Atom wants an instant of every feed and entry; where none is known this one stands."""
_KIND = "application/atom+xml"


def write(
    items: Iterable[Item], sink: BinaryIO, options: XmlFeedWriteOptions, context: WriteContext
) -> None:
    """Write Atom 1.0.

    Args:
        items: What to write.
        sink: Takes the bytes.
        options: How to write.
        context: The present moment, and where issues go.

    Raises:
        WriteError: An article is embargoed, and the options say to refuse.
    """
    arrangement = Arrangement(items, options, context, "atom")
    account = Account(context) if options.embed != "full" else None
    head = FeedHead(arrangement, options, context)
    opening = head.opening()
    sink.write(prolog(options.stylesheet) + opening.encode() + b"\n" + head(account))
    render = AtomItem(
        loss_note(options, context), context.now, filler=head.updated, office=head.office
    )
    writer = ItemWriter(render, "entry", arrangement, options, account)
    for where, item in arrangement:  # noqa: FURB122  # a sink need only know how to write
        sink.write(writer(item, where))
    sink.write(b"</feed>\n")


class FeedHead:
    """What the feed says of itself.

    Args:
        arrangement: Knows the feed's data.
        options: What stands in where it says nothing.
        context: The present moment.
    """

    def __init__(
        self, arrangement: Arrangement, options: XmlFeedWriteOptions, context: WriteContext
    ) -> None:
        self._arrangement = arrangement
        self._options = options
        self._note = loss_note(options, context)
        self._now = context.now
        self._feed = arrangement.feed
        self.updated = self._updated()
        self.office = "" if self._authors() else self._office()

    def opening(self) -> str:
        """Return the start tag, with the language of the feed."""
        tag = language(self._feed.lang or self._options.language or None)
        return OPENING if tag is None else f'{OPENING[:-1]} xml:lang="{attribute(tag)}">'

    def __call__(self, account: Account | None) -> bytes:
        """Return the elements of the feed before its entries."""
        visible = legal("".join(self._elements()))
        opening = self.opening()
        tree = parse(f"<feed>{visible}</feed>", opening)
        if account is not None:
            elements = [(short_name(child.tag), child) for child in tree]
            account.feed(self._arrangement.preamble, elements, lang=_lang(opening))
            return f"{visible}\n".encode()
        packed = pack(self._arrangement.preamble, digest_of(rows(tree)), {})
        return f"{visible}{legal(carrier(packed))}\n".encode()

    def _elements(self) -> Iterable[str]:
        feed, options = self._feed, self._options
        title = next(t for t in (feed.title, options.title, _UNTITLED) if says(t))
        yield words("title", title, self._note, "$.feed.title")
        yield f"<id>{text(self._id())}</id><updated>{self.updated}</updated>"
        description = feed.description if feed.description is not None else options.description
        if says(description):
            yield words("subtitle", description, self._note, "$.feed.description")
        yield from self._links()
        for author in self._authors():
            yield person(author, "author", "")
        for author in feed.authors:
            if author.role == "contributor":
                yield person(author, "contributor", "")
        for term in feed.subjects:
            yield category(term)
        if feed.rights is not None and says(feed.rights.notice):
            yield words("rights", feed.rights.notice or "", self._note, "$.feed.rights")
        yield from self._pictures()
        if feed.published is not None and (stated := w3c(feed.published)) is not None:
            yield f"<dcterms:issued>{stated}</dcterms:issued>"
        if options.complete:
            yield "<fh:complete/>"
        if options.archive:
            yield "<fh:archive/>"

    def _pictures(self) -> Iterable[str]:
        feed = self._feed
        if says(feed.generator):
            yield f"<generator>{text(feed.generator)}</generator>"
        if feed.icon is not None and (address := web_address(feed.icon)) is not None:
            yield f"<icon>{text(address)}</icon>"
        if feed.image is not None and (address := web_address(feed.image.href)) is not None:
            yield f"<logo>{text(address)}</logo>"

    def _authors(self) -> list[Author]:
        authors = self._feed.authors
        return [one for one in authors if one.role is None and person(one, "author")]

    def _office(self) -> str:
        """Name who stands behind the feed, where it names no author: its first publisher."""
        article = self._arrangement.first_article()
        office = self._arrangement.organizations.get((article and article.publisher) or "")
        names = (office.name if isinstance(office, Organization) else "", self._feed.title)
        return next((name for name in names if says(name)), _UNTITLED)

    def _updated(self) -> str:
        """Return the feed's instant: its own, else the latest of the first articles'."""
        own = self._feed.updated
        if own is not None and not is_late(own, self._now) and (stated := rfc3339(own)):
            return stated
        known: list[tuple[dt.datetime, str]] = []
        for article in self._arrangement.articles.values():
            for date in (article.modified, article.published):
                if date is not None and not is_late(date, self._now):
                    moment, stated = instant(date), rfc3339(date)
                    if moment is not None and stated is not None:
                        known.append((moment, stated))
        if known:
            return max(known)[1]
        if self._now is not None:
            moment = self._now.astimezone(dt.UTC).replace(microsecond=0, tzinfo=None)
            return f"{moment.isoformat()}Z"
        return _NEVER

    def _id(self) -> str:
        """Return the feed's id: its own, else where it stands, else a digest of its title."""
        candidates = [self._feed.id or ""]
        candidates += [link.href for link in self._feed.links if link.rel == "self"]
        candidates.append(self._options.address)
        candidates += [link.href for link in self._feed.links if link.rel == "alternate"]
        for candidate in candidates:
            if (identity := absolute(candidate)) is not None:
                return identity
        digest = hashlib.sha256((self._feed.title or "").encode()).hexdigest()[:32]
        return f"urn:govnews:{digest}"

    def _links(self) -> Iterable[str]:
        own = {link.rel for link in self._feed.links}
        for rel, stated in (("self", self._options.address), ("alternate", self._options.site)):
            if rel not in own and (address := web_address(stated)) is not None:
                yield atom_link(address, rel, _KIND if rel == "self" else None, prefix="")
        seen: set[tuple[str | None, ...]] = set()
        for link in self._feed.links:
            address = web_address(link.href)
            key = (link.rel, link.type, link.lang)
            if address is None or key in seen:
                continue
            if link.rel in PAGES or link.rel in RELATIONS or link.rel == "alternate":
                if link.rel in ("self", "alternate"):
                    seen.add(key)
                yield atom_link(address, link.rel, link.type, link.title, link.lang, prefix="")
        for rel in ("first", "last", "previous", "next"):
            address = web_address(getattr(self._options, rel))
            if address is not None and rel not in own:
                yield atom_link(address, rel, _KIND, prefix="")


def _lang(opening: str) -> str | None:
    _, found, rest = opening.partition('xml:lang="')
    return rest.partition('"')[0] if found else None
