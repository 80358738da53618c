"""Accounting for loss: what a feed says is read back and compared with what was to be said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import fields

from govnews.formats import WriteContext, set_fields
from govnews.issues import Issue, Path
from govnews.model import (
    Agreement,
    Article,
    Feed,
    Heading,
    Item,
    Organization,
    Paragraph,
    PartialDate,
    Preamble,
    Text,
)

from govnews_rss._dates import DateReader, Evidence
from govnews_rss._draft import Draft, Tools
from govnews_rss._item import ItemReader, gather_feed, preamble
from govnews_rss._parts import Element, Parts

# What the plainest item of a feed carries exactly; anything else is read back to be sure.
_PLAIN = frozenset(
    "id title summary body authors published modified subjects media links lang rights".split()
)
_FIELDS = tuple(one.name for one in fields(Article))
_REST = tuple(name for name in _FIELDS if name not in _PLAIN)
_DEFAULTS = {one.name: one.default for one in fields(Article)}
_EMPTY: tuple[Any, ...] = (None, (), _DEFAULTS["extra"])


def is_plain(article: Article) -> bool:
    """Whether an article is certainly carried as it is by what every feed can say."""
    for name in _REST:
        value = getattr(article, name)
        if value is not None and value != () and not (name == "extra" and not value):
            return False
    return (
        article.id.startswith(("tag:", "urn:", "http"))
        and article.id.isascii()
        and article.title is not None
        and article.lang is None
        and article.rights is None
        and not article.media
        and _plain_line(article.title)
        and (article.summary is None or _plain_line(article.summary))
        and _plain_date(article.published, "+")
        and _plain_date(article.modified, "")
        and len(article.links) < 2
        and all(one.rel == "alternate" and one.title is None and one.type is None
                and one.lang is None and one.bytes is None and _plain_address(one.href)
                for one in article.links)
        and all(one.name is not None and one.email is None and one.url is None
                and one.role is None and one.organization is None and _plain_line(one.name)
                and "@" not in one.name for one in article.authors)
        and len(set(article.authors)) == len(article.authors)
        and all(one.scheme is None and one.code is None and one.lang is None
                and _plain_line(one.label) for one in article.subjects)
        and len(set(article.subjects)) == len(article.subjects)
        and _plain_body(article)
    )  # fmt: skip


def _plain_line(text: str) -> bool:
    return (
        text.isprintable()
        and "&" not in text
        and "<" not in text
        and not text.startswith(" ")
        and not text.endswith(" ")
        and text != ""
        and not text[0].isspace()
        and not text[-1].isspace()
    )


def _plain_date(date: PartialDate | None, sign: str) -> bool:
    return date is None or (
        date.time is not None
        and len(date.time) == 8
        and date.offset is not None
        and (date.offset[0] == sign and date.offset[4:] == "00" if sign else True)
        and 1990 <= (date.year or 0) < 9999
        and not date.time.endswith("60")
    )


def _plain_address(href: str) -> bool:
    return href.isascii() and href.startswith("https://") and href.isprintable() and not any(
        sign in href for sign in " \"<>\\^`{|}%@"
    )


def _plain_body(article: Article) -> bool:
    for block in article.body:
        if type(block) not in (Paragraph, Heading) or getattr(block, "role", None) is not None:
            return False
        content = block.content  # type: ignore[union-attr]  # both have it
        if not content:
            return False
        for run in content:
            if type(run) is not Text or run.lang is not None or run.href is not None:
                return False
            if run.marks or len(content) > 1 or not _plain_line(run.text) or "  " in run.text:
                return False
    return True


class Account:
    """Names every value that a feed does not carry, by its path.

    Args:
        context: Limits, and where issues go.
        dated: Whether the format puts a date of change on every item.
    """

    def __init__(self, context: WriteContext, *, dated: bool = False) -> None:
        self._note = context.note
        parts = Parts(context.limits, "")
        parts.short("rss")  # the root of what is read back
        self._tools = Tools(_ignore, context.limits, DateReader(_ignore, Evidence()), "", raw=False)
        self._reader = ItemReader(self._tools, parts, None)
        self._written = 0
        self._dated = dated

    def article(self, article: Article, fragment: Callable[[], Element], where: str) -> None:
        """Account for an article.

        Args:
            article: What was to be said.
            fragment: Parses the item that says it.
            where: Path of the article.
        """
        self._written += 1
        if article.publisher is not None:
            self._lost(where, "publisher")
        if is_plain(article) and not (self._dated and article.modified is None):
            return
        reader = self._reader
        reader.count = self._written - 1
        said, _ = reader.article(reader.draft(fragment()))
        for name in _FIELDS:
            if name != "publisher" and getattr(said, name) != getattr(article, name):
                self._lost(where, name)

    def said(self, article: Article, said: Article, where: str) -> None:
        """Account for an article, of which somebody else read what was said."""
        for name in _FIELDS:
            if getattr(said, name) != getattr(article, name):
                self._lost(where, name)

    def _lost(self, where: str, name: str) -> None:
        self._note(Issue("rss.loss", f"The feed does not say {name} as the article does.",
                         f"{where}.{name}"))  # fmt: skip

    def feed(
        self,
        said: Preamble | None,
        elements: list[tuple[str, Element]],
        lang: str | None = None,
    ) -> None:
        """Account for what the bundle says of itself.

        Args:
            said: What was to be said.
            elements: The elements that say it, by their short names.
            lang: Language that the root states.
        """
        draft = Draft(self._tools, None, "$.feed")
        draft.lang = lang
        for short, element in elements:
            gather_feed(draft, element, short)
        self.preamble(said, preamble(draft))

    def preamble(self, wanted: Preamble | None, said: Preamble) -> None:
        """Account for a preamble, of which somebody else read what was said."""
        feed = wanted.feed if wanted is not None else None
        if feed is None:
            if said.feed is not None and said.feed != Feed():
                problem = "The bundle says nothing of itself; a feed has to have a title at least."
                self._note(Issue("rss.filler", problem, "$.feed"))
        else:
            for one in fields(Feed):
                if getattr(feed, one.name) != getattr(said.feed, one.name):
                    problem = f"The feed does not say {one.name} as the bundle does."
                    self._note(Issue("rss.loss", problem, f"$.feed.{one.name}"))
        if (wanted.extra if wanted is not None else {}) != said.extra:
            self._note(Issue("rss.loss", "The feed does not carry the bundle's extra.", "$.extra"))

    def other(self, item: Item, where: str) -> None:
        """Account for a record or source that is no article: a feed has no place for it."""
        kind = "An agreement" if isinstance(item, Agreement) else (
            "An organization" if isinstance(item, Organization) else "A source"
        )  # fmt: skip
        problem = f"{kind} travels in a feed only with embed='full'."
        self._note(Issue("rss.loss", problem, where))
        for path, _ in set_fields(item, Path.parse(where)):
            self._note(Issue("rss.loss", problem, str(path)))


def _ignore(issue: Issue) -> None:
    """Reading back has nothing new to say."""


