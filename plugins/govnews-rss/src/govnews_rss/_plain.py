"""The plain item, which most items of most feeds are: written at once, with nothing to doubt.

An article is plain where every feed carries all of it exactly as it is: no markup in its texts, a
full date, one link, a body of plain paragraphs. Anything else goes the long way, on which every
value is looked at, and read back to see what became of it.
"""

from __future__ import annotations

import datetime as dt
from operator import attrgetter

from attrs import fields

from govnews.model import Article, Heading, Paragraph, PartialDate, Text
from govnews_rss._date_standards import DAYS, MONTHS
from govnews_rss._instants import is_late
from govnews_rss._markup import reads_as_markup
from govnews_rss._urls import absolute, web_address
from govnews_rss._xml import text

_SAID = frozenset(
    "id title summary body authors published modified subjects links publisher".split()
)
_REST = tuple(one for one in fields(Article) if one.name not in _SAID)
_rest = attrgetter(*(one.name for one in _REST))
_SILENT = tuple(one.default for one in _REST)
_UNSAFE = frozenset(" \"<>\\^`{|}%@&'")


def is_plain(article: Article, now: dt.datetime | None) -> bool:
    """Whether an article is plain; who publishes it is not looked at.

    Args:
        article: The article.
        now: The present moment, if known: later dates are doubted.
    """
    if _rest(article) != _SILENT or article.published is None or article.title is None:
        return False
    return (
        _plain_id(article.id)
        and _plain_line(article.title)
        and (article.summary is None or _plain_line(article.summary))
        and _plain_date(article.published, now)
        and (article.modified is None or _plain_date(article.modified, now))
        and _plain_parts(article)
        and all(map(_plain_block, article.body))
    )


def _plain_line(line: str) -> bool:
    return line.isprintable() and line != "" and line.strip() == line and not reads_as_markup(line)


def _plain_date(date: PartialDate, now: dt.datetime | None) -> bool:
    offset, time = date.offset, date.time
    if offset is None or time is None or len(time) != 8 or time[6] == "6":
        return False
    if offset[4:] not in ("", "00", "30") or not 1990 <= (date.year or 0) < 9999:
        return False
    return now is None or not is_late(date, now)


def _plain_id(identity: str) -> bool:
    if identity.startswith(("tag:", "urn:")):
        return identity.isascii() and _UNSAFE.isdisjoint(identity)
    return identity.startswith("https://") and absolute(identity) == identity


def _plain_parts(article: Article) -> bool:
    links, authors, subjects = article.links, article.authors, article.subjects
    if len(links) != 1:
        return False
    link = links[0]
    if link.rel != "alternate" or web_address(link.href) != link.href or "&" in link.href:
        return False
    if link.title is not None or link.type is not None or link.lang is not None:
        return False
    if link.bytes is not None:
        return False
    names = [one.name for one in authors]
    labels = [one.label for one in subjects]
    return (
        len(set(names)) == len(names)
        and len(set(labels)) == len(labels)
        and all(
            one.name is not None
            and one.email is None
            and one.url is None
            and one.role is None
            and one.organization is None
            and "@" not in one.name
            and _plain_line(one.name)
            for one in authors
        )
        and all(
            one.scheme is None and one.code is None and one.lang is None and _plain_line(one.label)
            for one in subjects
        )
    )


def _plain_block(block: object) -> bool:
    if type(block) is Paragraph:
        if block.role is not None:
            return False
    elif type(block) is not Heading:
        return False
    content = block.content
    if len(content) != 1:
        return False
    run = content[0]
    if type(run) is not Text or run.marks or run.href is not None or run.lang is not None:
        return False
    words = run.text
    return words.isprintable() and words.strip() == words and "  " not in words


def markup(article: Article) -> str:
    """Return the body of a plain article as HTML, as govnews-html writes it."""
    out = []
    for block in article.body:
        words = text(block.content[0].text)  # type: ignore[union-attr]  # it is plain
        if type(block) is Paragraph:
            out.append(f"<p>{words}</p>")
        else:
            level = block.level  # type: ignore[union-attr]  # it is plain
            out.append(f"<h{level}>{words}</h{level}>")
    return "\n".join(out)


def rss(article: Article, publisher: str | None) -> str:
    """Return the elements of the item of a plain article, as `RssItem` writes them."""
    out = [
        f"<title>{text(article.title or '')}</title><link>{article.links[0].href}</link>",
        f'<guid isPermaLink="false">{article.id}</guid>',
        f"<pubDate>{_rfc822(article.published)}</pubDate>",
    ]
    if article.modified is not None:
        out.append(f"<atom:updated>{article.modified}</atom:updated>")
    out += [f"<dc:creator>{text(author.name or '')}</dc:creator>" for author in article.authors]
    out += [f"<category>{text(term.label)}</category>" for term in article.subjects]
    if publisher is not None:
        out.append(f"<dc:publisher>{text(publisher)}</dc:publisher>")
    if article.summary is not None:
        out.append(f"<description>{text(text(article.summary))}</description>")
    elif article.body:
        out.append("<description></description>")
    if article.body:
        out.append(f"<content:encoded><![CDATA[{markup(article)}]]></content:encoded>")
    return "".join(out)


def _rfc822(date: PartialDate | None) -> str:
    if date is None:
        return ""
    day = date.first
    offset = date.offset or "Z"
    zone = "GMT" if offset == "Z" else f"{offset[:3]}{offset[4:]}"
    name, month = DAYS[day.weekday()], MONTHS[day.month - 1]
    return f"{name}, {day.day:02d} {month} {day.year} {date.time} {zone}"


def atom(article: Article, publisher: str | None) -> str:
    """Return the elements of the entry of a plain article, as `AtomItem` writes them."""
    out = [
        f'<title type="text">{text(article.title or "")}</title><id>{article.id}</id>',
        f"<updated>{article.modified or article.published}</updated>",
        f"<published>{article.published}</published>",
        f'<link href="{article.links[0].href}" rel="alternate"/>',
    ]
    out += [f"<author><name>{text(one.name or '')}</name></author>" for one in article.authors]
    out += [f'<category term="{_attribute(term.label)}"/>' for term in article.subjects]
    if publisher is not None:
        out.append(f"<dc:publisher>{text(publisher)}</dc:publisher>")
    if article.summary is not None:
        out.append(f'<summary type="text">{text(article.summary)}</summary>')
    if article.body:
        out.append(f'<content type="html">{text(markup(article))}</content>')
    return "".join(out)


def _attribute(value: str) -> str:
    return text(value).replace('"', "&quot;")
