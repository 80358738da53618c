"""An article as an entry of Atom 1.0 (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from govnews.issues import Issue
from govnews.model import Article, Author, Media, PartialDate, Term
from govnews_rss import _html, _plain
from govnews_rss._arrange import derived_id
from govnews_rss._instants import is_late, rfc3339
from govnews_rss._markup import reads_as_markup
from govnews_rss._rss_item import (
    RELATIONS,
    RssItem,
    atom_link,
    base_of,
    is_media_type,
    language,
    person,
    w3c,
)
from govnews_rss._urls import absolute, web_address
from govnews_rss._xml import attribute, says, text

OPENING = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:fh="http://purl.org/syndication/history/1.0"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:schema="https://schema.org/">'
)


class AtomItem(RssItem):
    """Writes entries.

    Args:
        note: Takes an issue.
        now: The present moment, if known.
        filler: The instant of an entry whose own is not known; Atom wants one (4.1.2).
        office: Who stands as the author of an entry that names none, where the feed names none.
    """

    opening = OPENING
    dated = True

    def __init__(
        self,
        note: Callable[[Issue], None],
        now: dt.datetime | None,
        *,
        filler: str,
        office: str = "",
    ) -> None:
        super().__init__(note, now)
        self._filler = filler
        self._office = office

    def profile(self, publisher: str | None, identity: str | None) -> dict[str, str]:
        """Return what the visible part is made of besides the record."""
        more = {"updated": self._filler, "office": self._office}
        return super().profile(publisher, identity) | {k: v for k, v in more.items() if v}

    def __call__(
        self, article: Article, publisher: str | None, where: str, identity: str | None = None
    ) -> str:
        """Return the elements of an entry, without its own tags."""
        title = words("title", article.title or "", self._note, f"{where}.title")
        out = [title, f"<id>{text(identity or self.identity(article))}</id>"]
        out.append(f"<updated>{self._updated(article, where)}</updated>")
        if article.published is not None:
            self._published(article.published, out)
        linked = self._links_of(article, out)
        self._people(article, publisher, out)
        out += map(category, article.subjects)
        self._terms_of(article, publisher, out)
        if says(article.summary):
            out.append(words("summary", article.summary, _ignore, where))
        if article.body:
            out.append(self._content(article, where))
        elif not linked:
            out.append('<content type="text"></content>')
        enclosures(article.media, out)
        return "".join(out)

    def plain(self, article: Article, publisher: str | None) -> str | None:
        """Return the same for a plain article, at once, or None where the article is none."""
        if self._office and not article.authors:
            return None
        if not _plain.is_plain(article, self._now) or not (publisher is None or says(publisher)):
            return None
        return _plain.atom(article, publisher)

    @staticmethod
    def identity(article: Article) -> str:
        """Return the id: an absolute URI in ASCII."""
        if article.id[0] != "#":
            return absolute(article.id) or derived_id(article)
        for other in article.alt_ids:
            if other.scheme == "guid" and (identity := absolute(other.value)) is not None:
                return identity
        for link in article.links:
            address = web_address(link.href) if link.rel == "alternate" else None
            if address is not None:
                return address
        return derived_id(article)

    def _instant(self, date: PartialDate) -> str | None:
        return None if is_late(date, self._now) else rfc3339(date)

    def _updated(self, article: Article, where: str) -> str:
        for date in (article.modified, article.published):
            if date is not None and (stated := self._instant(date)) is not None:
                return stated
        return self._filler

    def _published(self, date: PartialDate, out: list[str]) -> None:
        stated = self._instant(date)
        if stated is not None:
            out.append(f"<published>{stated}</published>")
        else:
            _other("dcterms:issued", date, out)

    @staticmethod
    def _links_of(article: Article, out: list[str]) -> bool:
        """Add links; return whether one of them is where the article stands."""
        seen: set[tuple[str | None, str | None]] = set()
        for link in article.links:
            address = web_address(link.href)
            if address is None or (link.rel not in RELATIONS and link.rel not in _MORE):
                continue
            rel = "alternate" if link.rel == "canonical" else link.rel
            if rel == "alternate":
                # RFC 4287, 4.1.2: one of each media type and language.
                if (link.type, link.lang) in seen:
                    continue
                seen.add((link.type, link.lang))
            out.append(atom_link(address, rel, link.type, link.title, link.lang, link.bytes, ""))
        return bool(seen)

    def _people(self, article: Article, publisher: str | None, out: list[str]) -> None:
        named = False
        for author in article.authors:
            element = "contributor" if author.role == "contributor" else "author"
            made = person(author, element, "")
            named = named or (bool(made) and element == "author")
            out.append(made)
        if not named and self._office:
            office = Author(name=publisher if says(publisher) else self._office)
            out.append(person(office, "author", ""))

    @staticmethod
    def _terms_of(article: Article, publisher: str | None, out: list[str]) -> None:
        if article.created is not None:
            _other("dcterms:created", article.created, out)
        if says(article.place):
            out.append(f"<dcterms:spatial>{text(article.place)}</dcterms:spatial>")
        if (tag := language(article.lang)) is not None:
            out.append(f"<dc:language>{text(tag)}</dc:language>")
        if says(publisher):
            out.append(f"<dc:publisher>{text(publisher)}</dc:publisher>")
        if article.rights is not None and says(article.rights.notice):
            out.append(words("rights", article.rights.notice or "", _ignore, ""))

    def _content(self, article: Article, where: str) -> str:
        markup = _html.markup(article.body, base_of(article), self._note, f"{where}.body")
        return f'<content type="html">{text(markup)}</content>'


_MORE = frozenset(("alternate", "canonical", "replies"))


def words(name: str, value: str, note: Callable[[Issue], None], where: str) -> str:
    """Return a text construct (RFC 4287, 3.1): text that reads as markup is escaped HTML."""
    if reads_as_markup(value):
        return f'<{name} type="html">{text(text(value))}</{name}>'
    return f'<{name} type="text">{text(value)}</{name}>'


def category(term: Term) -> str:
    """Return a category (RFC 4287, 4.2.2): its term is the code, where there is one."""
    name = (term.code if says(term.code) else None) or term.label
    if not says(name) or reads_as_markup(name):
        return ""
    out = f'<category term="{attribute(name)}"'
    if term.scheme and (scheme := absolute(term.scheme)) is not None:
        out += f' scheme="{attribute(scheme)}"'
    if term.code is not None and says(term.label) and not reads_as_markup(term.label):
        out += f' label="{attribute(term.label)}"'
    return f"{out}/>"


def _other(name: str, date: PartialDate, out: list[str]) -> None:
    if (stated := w3c(date)) is not None:
        out.append(f"<{name}>{stated}</{name}>")


def enclosures(media: tuple[Media, ...], out: list[str]) -> None:
    """Add files as enclosures, pictures as what Media RSS calls them."""
    from govnews_rss._rss_item import media_content, media_size

    for one in media:
        address = web_address(one.href)
        if address is None:
            continue
        kind = one.type if is_media_type(one.type) else None
        if one.role == "enclosure":
            out.append(atom_link(address, "enclosure", kind, one.title, one.lang, one.bytes, ""))
        elif one.role == "thumbnail":
            out.append(f'<media:thumbnail url="{attribute(address)}"{media_size(one)}/>')
        else:
            out.append(media_content(one, address, kind))


def _ignore(issue: Issue) -> None:
    """What is escaped once more here is read back as it was."""
