"""The plain item, which most items of most feeds are: read at once, with nothing to doubt.

An item is plain where each value is stated once, whole and in its usual form: a title, a full date
of RFC 822 or RFC 3339, an id that is a URI, absolute addresses. What becomes of it is what the long
way (`_item`) would make of it; anything else goes that way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from govnews.errors import ModelError
from govnews.issues import Issue
from govnews.model import Article, Author, Block, Identifier, Link, Media, PartialDate, Raw, Term
from govnews_rss import _html
from govnews_rss._dates import certain_date
from govnews_rss._draft import author_of, term_of
from govnews_rss._item import NOTHING_EXTRA, ItemReader
from govnews_rss._markup import modern, unescape_once
from govnews_rss._people import read_person
from govnews_rss._regular import Regular
from govnews_rss._shape import File, Shape

_SORTS: Final = (None, "text", "html")
_NUMBER = re.compile(r"[0-9]{1,15}", re.ASCII)


class _UnusualError(Exception):
    """A value has to be looked at more closely."""


class PlainReader:
    """Reads the plain items of one feed.

    Args:
        reader: Reads its other items, and knows what came before.
        held: Where it notes issues.
    """

    def __init__(self, reader: ItemReader, held: list[Issue]) -> None:
        self._reader = reader
        self._held = held

    def article(self, item: Regular[Shape]) -> Article | None:
        """Return the article of an item, or None where the item is not plain.

        Nothing was noted then, and nothing remembered.
        """
        if item.shape is None:
            return None
        noted = len(self._held)
        try:
            article = self._article(item.shape, item.values)
        except (_UnusualError, ModelError):  # the model has the last word on what is a line
            del self._held[noted:]
            return None
        reader = self._reader
        reader.seen.add(article.id)
        reader.count += 1
        return article

    def _article(self, shape: Shape, values: Sequence[str]) -> Article:
        extra: dict[str, str] = {}
        title = summary = None
        if shape.title is not None:
            title = self._shown(shape.title, values, "rss:title", extra)
            if not title:
                raise _UnusualError
        if shape.summary is not None:
            summary = self._shown(shape.summary, values, "rss:description", extra) or None
            if summary is not None and not summary.isprintable():
                summary = modern(summary)
        for at, key in shape.kept:
            if text := values[at].strip():
                extra[key] = text
        links = tuple([_link(place, values) for place in shape.links])
        return Article(
            id=self._identity(shape, values, links),
            title=title,
            summary=summary,
            body=self._body(shape.content, values, links) if shape.content is not None else (),
            authors=_authors(shape, values) if shape.authors else (),
            publisher=self._publisher() if self._reader.publisher is not None else None,
            published=self._date(values[shape.published]) if shape.published >= 0 else None,
            modified=self._date(values[shape.modified]) if shape.modified >= 0 else None,
            subjects=_subjects(shape, values) if shape.subjects else (),
            media=tuple([_medium(place, values) for place in shape.media]) if shape.media else (),
            links=links,
            alt_ids=_other_ids(shape, values),
            extra=extra or NOTHING_EXTRA,
        )

    def _shown(
        self, place: tuple[int, int], values: Sequence[str], key: str, extra: dict[str, str]
    ) -> str:
        """Return the plain text of a title or a summary; its markup goes to `extra`."""
        at, kind_at = place
        text = values[at]
        kind = values[kind_at] if kind_at >= 0 else None
        if kind not in _SORTS:
            raise _UnusualError
        if "<" not in text:
            if "&" not in text:
                return text.strip()
            if kind is None:
                return unescape_once(text).strip()
        shown, markup = _html.shown(text, kind, self._reader.base)
        if markup is not None:
            extra[key] = markup
        return shown

    def _date(self, text: str) -> PartialDate:
        date = certain_date(text.strip(), self._reader.dates.evidence)
        if date is None:
            raise _UnusualError
        return date

    def _publisher(self) -> str:
        """Return the id of the publisher that the feed names, known from the items before."""
        known = self._reader.organizations.get(self._reader.publisher or "")
        if known is None:
            raise _UnusualError
        return known

    def _identity(self, shape: Shape, values: Sequence[str], links: tuple[Link, ...]) -> str:
        """Return the id that an item states; else its link is taken."""
        seen = self._reader.seen
        stated = values[shape.identity].strip() if shape.identity >= 0 else ""
        identity = stated
        if ":" not in stated:
            if not links or links[0].rel != "alternate" or stated in seen:
                raise _UnusualError
            identity = links[0].href
            self._reader.note_derived(f"$.articles[{self._reader.count}]")
        elif not links and shape.is_guid and identity.startswith("http"):
            permanent = values[shape.permalink] if shape.permalink >= 0 else "true"
            if permanent != "false":
                raise _UnusualError  # it is the link, too
        if identity in seen or identity.startswith("#"):
            raise _UnusualError
        return identity

    def _body(
        self, place: tuple[int, int], values: Sequence[str], links: tuple[Link, ...]
    ) -> tuple[Block, ...]:
        at, kind = place
        markup = values[at]
        if kind >= 0 and values[kind] != "html":
            raise _UnusualError
        if not markup or markup.isspace():
            return ()
        reader = self._reader
        if reader.raw:
            return (Raw(format="html", text=markup),)
        return reader.html_body(markup, reader.base, links, f"$.articles[{reader.count}]")


def _line(text: str) -> str:
    text = text.strip()
    if not text:
        raise _UnusualError
    return text


def _address(text: str) -> str:
    text = text.strip()
    if not text.startswith(("https://", "http://")):
        raise _UnusualError
    return text


def _link(place: tuple[int, int, int, str], values: Sequence[str]) -> Link:
    at, rel_at, kind_at, rel = place
    if rel_at >= 0:
        rel = _line(values[rel_at])
        if rel in ("enclosure", "license"):
            raise _UnusualError
    kind = _line(values[kind_at]) if kind_at >= 0 else None
    return Link(href=_address(values[at]), rel=rel, type=kind)


def _other_ids(shape: Shape, values: Sequence[str]) -> tuple[Identifier, ...]:
    """Return the id that an item states, if that can be none of ours."""
    if shape.identity < 0 or ":" in values[shape.identity]:
        return ()
    return (Identifier(scheme="guid", value=_line(values[shape.identity])),)


def _authors(shape: Shape, values: Sequence[str]) -> tuple[Author, ...]:
    found = []
    for name_at, mail_at, address_at in shape.authors:
        name = _line(values[name_at]) if name_at >= 0 else None
        if name is not None and "@" in name and not shape.people:
            author = author_of(*read_person(name), None)
        else:
            mail = _line(values[mail_at]) if mail_at >= 0 else None
            address = _address(values[address_at]) if address_at >= 0 else None
            author = author_of(name, mail, address, None)
        if author is not None:
            found.append(author)
    return tuple(dict.fromkeys(found) if len(found) > 1 else found)


def _subjects(shape: Shape, values: Sequence[str]) -> tuple[Term, ...]:
    found = [
        term_of(
            _line(values[label_at]),
            _line(values[scheme_at]) if scheme_at >= 0 else None,
            _line(values[code_at]) if code_at >= 0 else None,
        )
        for label_at, scheme_at, code_at in shape.subjects
    ]
    return tuple(dict.fromkeys(found) if len(found) > 1 else found)


def _medium(place: File, values: Sequence[str]) -> Media:
    at, kind_at, size_at, medium_at, width_at, height_at, role = place
    size = _natural(values, size_at)
    return Media(
        href=_address(values[at]),
        type=_line(values[kind_at]) if kind_at >= 0 else None,
        # RSS 2.0 writes 0 where the size of an enclosure is not known.
        bytes=None if size == 0 and role == "enclosure" else size,
        width=_natural(values, width_at),
        height=_natural(values, height_at),
        role=_line(values[medium_at]) if medium_at >= 0 else role,
    )


def _natural(values: Sequence[str], at: int) -> int | None:
    if at < 0:
        return None
    if not _NUMBER.fullmatch(values[at]):
        raise _UnusualError
    return int(values[at])
