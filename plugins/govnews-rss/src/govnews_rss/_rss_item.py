"""An article as an item of RSS 2.0."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from govnews.issues import Issue
from govnews.model import Article, Author, Media, PartialDate
from govnews_rss import _html, _plain
from govnews_rss._arrange import derived_id
from govnews_rss._instants import is_late, rfc822, rfc3339
from govnews_rss._markup import reads_as_markup
from govnews_rss._urls import web_address
from govnews_rss._xml import attribute, cdata, says, text

OPENING = (
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:fh="http://purl.org/syndication/history/1.0"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:schema="https://schema.org/">'
)
RELATIONS = frozenset(("related", "via", "describedby", "license", "enclosure"))
"""Relations that readers of feeds know, besides `alternate` and `self`."""
_MEDIUMS = frozenset(("image", "audio", "video", "document", "executable"))
_LANGUAGES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy"
    " da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu"
    " hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb"
    " lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om"
    " or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw"
    " ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh"
    " zu".split()
)


def language(tag: str | None) -> str | None:
    """Return a language tag that readers of feeds know: two letters, or those and a region."""
    if tag is None:
        return None
    first, _, region = tag.partition("-")
    if first.lower() not in _LANGUAGES:
        return None
    return tag if not region or (len(region) == 2 and region.isalpha()) else None


def title_text(title: str, note: Callable[[Issue], None], where: str) -> str:
    """Return a title as an element's text: one that reads as markup is escaped once more."""
    if "<" not in title and "&" not in title:
        return text(title)
    if reads_as_markup(title):
        problem = "The title reads as markup; it is written so that it is shown as it is."
        note(Issue("rss.title-markup", problem, where))
        return _escaped(title)
    return text(title)


def _escaped(value: str) -> str:
    return text(text(value))


def w3c(date: PartialDate) -> str | None:
    """Return a date in the W3C's profile of ISO 8601, in any precision, or None."""
    if date.year is None:
        return None
    if date.time is None:
        return str(date)
    return rfc3339(date) or str(date)[:10]


class RssItem:
    """Writes items.

    Args:
        note: Takes an issue.
        now: The present moment, if known.
    """

    opening = OPENING
    dated = False
    """Whether every item has to have a date of change."""

    def __init__(self, note: Callable[[Issue], None], now: dt.datetime | None) -> None:
        self._note = note
        self._now = now

    def profile(self, publisher: str | None, identity: str | None) -> dict[str, str]:
        """Return what the visible part is made of besides the record."""
        stated = {"publisher": publisher, "identity": identity}
        profile = {name: value for name, value in stated.items() if value is not None}
        if self._now is not None:
            profile["now"] = self._now.astimezone(dt.UTC).isoformat()
        return profile

    def __call__(
        self, article: Article, publisher: str | None, where: str, identity: str | None = None
    ) -> str:
        """Return the elements of an item, without its own tags.

        Args:
            article: The article.
            publisher: Name of its publisher.
            where: Its path.
            identity: What stands as its id, where its own would stand twice.
        """
        out: list[str] = []
        if says(article.title):
            title = title_text(article.title, self._note, f"{where}.title")
            out.append(f"<title>{title}</title>")
        self._links(article, out)
        out.append(f'<guid isPermaLink="false">{text(identity or self.identity(article))}</guid>')
        if article.published is not None:
            self._published(article.published, out)
        if article.modified is not None:
            self._modified(article.modified, out)
        if article.authors:
            _authors(article.authors, out)
        self._terms(article, publisher, out)
        self._description(article, where, out)
        if article.body:
            out.append(self._content(article, where))
        if article.media:
            _media(article.media, out)
        return "".join(out)

    def plain(self, article: Article, publisher: str | None) -> str | None:
        """Return the same for a plain article, at once, or None where the article is none."""
        if not _plain.is_plain(article, self._now) or not (publisher is None or says(publisher)):
            return None
        return _plain.rss(article, publisher)

    @staticmethod
    def identity(article: Article) -> str:
        """Return the guid: the id, or what another feed called it, or its link, or a digest."""
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

    @staticmethod
    def _links(article: Article, out: list[str]) -> None:
        linked = False
        for link in article.links:
            address = web_address(link.href)
            if address is None:
                continue
            if not linked and link.rel in ("alternate", "canonical"):
                linked = True
                out.append(f"<link>{text(address)}</link>")
            elif link.rel == "replies":
                out.append(f"<comments>{text(address)}</comments>")
            elif link.rel in RELATIONS or (link.rel == "alternate" and (link.type or link.lang)):
                out.append(
                    atom_link(address, link.rel, link.type, link.title, link.lang, link.bytes)
                )

    def _published(self, date: PartialDate, out: list[str]) -> None:
        stated = None if is_late(date, self._now) else rfc822(date)
        if stated is not None:
            out.append(f"<pubDate>{stated}</pubDate>")
        elif (other := w3c(date)) is not None:
            out.append(f"<dcterms:issued>{other}</dcterms:issued>")

    def _modified(self, date: PartialDate, out: list[str]) -> None:
        stated = None if is_late(date, self._now) else rfc3339(date)
        if stated is not None:
            out.append(f"<atom:updated>{stated}</atom:updated>")
        elif (other := w3c(date)) is not None:
            out.append(f"<dcterms:modified>{other}</dcterms:modified>")

    @staticmethod
    def _terms(article: Article, publisher: str | None, out: list[str]) -> None:
        for term in article.subjects:
            if says(term.label) and not reads_as_markup(term.label):
                scheme = f' domain="{attribute(term.scheme)}"' if term.scheme else ""
                out.append(f"<category{scheme}>{text(term.label)}</category>")
        if article.created is not None and (created := w3c(article.created)) is not None:
            out.append(f"<dcterms:created>{created}</dcterms:created>")
        if says(article.place):
            out.append(f"<dcterms:spatial>{text(article.place)}</dcterms:spatial>")
        if (tag := language(article.lang)) is not None:
            out.append(f"<dc:language>{text(tag)}</dc:language>")
        if says(publisher):
            out.append(f"<dc:publisher>{text(publisher)}</dc:publisher>")
        if article.rights is not None and says(article.rights.notice):
            out.append(f"<dc:rights>{text(article.rights.notice or '')}</dc:rights>")
        for source in article.sources[:1]:
            address = web_address(source.href)
            if address is not None:
                out.append(
                    f'<source url="{attribute(address)}">{text(source.title or "")}</source>'
                )

    def _description(self, article: Article, where: str, out: list[str]) -> None:
        markup = article.extra.get("rss:description") if article.extra else None
        if isinstance(markup, str) and article.summary is not None:
            clean = _html.absolute(_html.sanitized(markup), base_of(article))
            if _html.text(clean).strip() == article.summary:
                out.append(f"<description>{cdata(clean)}</description>")
                return
        summary = article.summary
        if not says(summary):
            if article.body or not says(article.title):
                out.append("<description></description>")
            return
        # A description is HTML (RSS 2.0, item.description): a sign stands for itself when escaped.
        out.append(f"<description>{_escaped(summary)}</description>")

    def _content(self, article: Article, where: str) -> str:
        markup = _html.markup(article.body, base_of(article), self._note, f"{where}.body")
        return f"<content:encoded>{cdata(markup)}</content:encoded>"


def base_of(article: Article) -> str | None:
    """Return where an article stands: what its relative addresses resolve against."""
    for link in article.links:
        if link.rel in ("alternate", "canonical"):
            return web_address(link.href)
    return None


def _authors(authors: tuple[Author, ...], out: list[str]) -> None:
    mine = [author for author in authors if author.role is None]
    if len(mine) == 1 and mine[0].name and is_mail(mine[0].email) and mine[0].url is None:
        name = mine[0].name
        if "(" not in name and ")" not in name:
            out.append(f"<author>{text(mine[0].email or '')} ({text(name)})</author>")
            mine = []
    plain = all(author.email is None and author.url is None for author in mine)
    for author in mine:
        if plain and says(author.name):
            out.append(f"<dc:creator>{text(author.name)}</dc:creator>")
        elif not plain:
            out.append(person(author, "author"))
    out += [person(one, "contributor") for one in authors if one.role == "contributor"]


def person(author: Author, element: str, prefix: str = "atom:") -> str:
    """Return a person construct of Atom (RFC 4287, 3.2), or nothing where no name can be given."""
    name = next((one for one in (author.name, author.email, author.url) if says(one)), None)
    if name is None:
        return ""
    out = f"<{prefix}name>{text(name)}</{prefix}name>"
    if author.url and (address := web_address(author.url)) is not None:
        out += f"<{prefix}uri>{text(address)}</{prefix}uri>"
    if is_mail(author.email):
        out += f"<{prefix}email>{text(author.email or '')}</{prefix}email>"
    return f"<{prefix}{element}>{out}</{prefix}{element}>"


def is_mail(address: str | None) -> bool:
    """Whether readers of feeds take a text for an e-mail address."""
    if address is None or len(address) > 254 or not address.isascii():
        return False
    local, at, host = address.partition("@")
    return (
        bool(at and local and "." in host)
        and all(sign.isalnum() or sign in "._+-" for sign in local)
        and all(part and part.replace("-", "").isalnum() for part in host.split("."))
    )


def atom_link(
    href: str,
    rel: str | None,
    kind: str | None = None,
    title: str | None = None,
    lang: str | None = None,
    size: int | None = None,
    prefix: str = "atom:",
) -> str:
    """Return a link of Atom (RFC 4287, 4.2.7)."""
    out = f'<{prefix}link href="{attribute(href)}"'
    if rel is not None:
        out += f' rel="{attribute(rel)}"'
    if is_media_type(kind):
        out += f' type="{attribute(kind or "")}"'
    if (lang := language(lang)) is not None:
        out += f' hreflang="{attribute(lang)}"'
    if says(title):
        out += f' title="{attribute(title)}"'
    if size:
        out += f' length="{size}"'
    return f"{out}/>"


def is_media_type(kind: str | None) -> bool:
    """Whether a text is a media type."""
    if kind is None or not kind.isascii():
        return False
    first, slash, second = kind.partition("/")
    return bool(slash) and all(
        part and all(sign.isalnum() or sign in "!#$&^_.+-" for sign in part)
        for part in (first, second)
    )


def _media(media: tuple[Media, ...], out: list[str]) -> None:
    enclosed = False
    for one in media:
        address = web_address(one.href)
        if address is None:
            continue
        kind = one.type if is_media_type(one.type) else None
        if one.role == "enclosure" and not enclosed and not one.title and not one.lang:
            enclosed = True
            out.append(
                f'<enclosure url="{attribute(address)}" length="{one.bytes or 0}"'
                f' type="{attribute(kind or "application/octet-stream")}"/>'
            )
        elif one.role == "enclosure":
            out.append(atom_link(address, "enclosure", kind, one.title, one.lang, one.bytes))
        elif one.role == "thumbnail":
            out.append(f'<media:thumbnail url="{attribute(address)}"{media_size(one)}/>')
        else:
            out.append(media_content(one, address, kind))


def media_size(one: Media) -> str:
    """Return the attributes of a picture's size."""
    out = f' width="{one.width}"' if one.width else ""
    return f'{out} height="{one.height}"' if one.height else out


def media_content(one: Media, address: str, kind: str | None) -> str:
    """Return a file as Media RSS describes it."""
    out = f'<media:content url="{attribute(address)}"'
    if kind:
        out += f' type="{attribute(kind)}"'
    if one.role in _MEDIUMS:
        out += f' medium="{one.role}"'
    if one.bytes:
        out += f' fileSize="{one.bytes}"'
    inner = "".join(
        f"<media:{name}>{text(value)}</media:{name}>"
        for name, value in (
            ("title", one.title),
            ("description", one.caption),
            ("credit", one.credit),
        )
        if says(value) and not reads_as_markup(value)
    )
    return f"{out}{media_size(one)}>{inner}</media:content>"
