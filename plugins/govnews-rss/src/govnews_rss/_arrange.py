"""What a writer needs to know before its first item: the feed's data, and names of offices."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from govnews.errors import WriteError
from govnews.formats import WriteContext
from govnews.issues import Issue
from govnews.model import (
    Agreement,
    Article,
    ArticleStatus,
    Feed,
    Item,
    Organization,
    PartialDate,
    Preamble,
    Source,
)
from govnews_rss import FeedWriteOptions
from govnews_rss._instants import instant

WINDOW = 1_024
"""So many items are looked at before the first is written. What an article refers to and what
comes later than that is known by its id only; memory does not grow with the archive."""

_NAMES = {Agreement: "agreements", Organization: "organizations", Source: "sources"}


class Arrangement:
    """The items of one export, in the order in which a feed wants them.

    Args:
        items: What is written.
        options: How.
        context: The present moment, and where issues go.
        format: Name of the format.
    """

    def __init__(
        self, items: Iterable[Item], options: FeedWriteOptions, context: WriteContext, format: str
    ) -> None:
        self._stream = iter(items)
        self._options = options
        self._context = context
        self._format = format
        self.preamble: Preamble | None = None
        self.organizations: dict[str, Organization] = {}
        self.agreements: dict[str, Agreement] = {}
        self.articles: dict[str, Article] = {}
        self._window = list(islice(self._stream, WINDOW))
        for item in self._window:
            self._know(item)
        self._counts = {"articles": 0, "agreements": 0, "organizations": 0, "sources": 0}

    @property
    def feed(self) -> Feed:
        """What the feed says of itself; empty where it says nothing."""
        return (self.preamble.feed if self.preamble else None) or Feed()

    def _know(self, item: Item) -> None:
        if isinstance(item, Preamble):
            self.preamble = item
        elif isinstance(item, Organization):
            self.organizations[item.id] = item
        elif isinstance(item, Agreement):
            self.agreements[item.id] = item
        elif isinstance(item, Article):
            self.articles[item.id] = item

    def first_article(self) -> Article | None:
        """Return the first article, if one is among the items looked at."""
        return next(iter(self.articles.values()), None)

    def __iter__(self) -> Iterator[tuple[str, Item]]:
        """Yield each item that is written, with its path; the preamble is none of them."""
        for item in self._all():
            if isinstance(item, Preamble):
                continue
            name = "articles" if isinstance(item, Article) else _NAMES[type(item)]
            where = f"$.{name}[{self._counts[name]}]"
            self._counts[name] += 1
            if isinstance(item, Article) and not self._wanted(item, where):
                continue
            yield where, item

    def _all(self) -> Iterator[Item]:
        window, self._window = self._window, []
        yield from window
        for item in self._stream:
            if isinstance(item, Preamble):
                raise WriteError("the preamble comes first, or not at all", format=self._format)
            yield item

    def _wanted(self, article: Article, where: str) -> bool:
        note = self._context.note
        if article.status is ArticleStatus.WITHDRAWN and self._options.withdrawn == "omit":
            note(Issue("rss.withdrawn", "A withdrawn article is left out.", where))
            return False
        if article.embargo is None or self._options.embargoed == "include":
            return True
        if self._context.now is not None and has_come(article.embargo, self._context.now):
            return True
        if self._options.embargoed == "omit":
            note(Issue("rss.embargo", f"Left out: embargoed until {article.embargo}.", where))
            return False
        why = "" if self._context.now else ", and no present moment was given"
        raise WriteError(
            f"an article is embargoed until {article.embargo}{why}",
            format=self._format,
            where=where,
            hint="Pass now=, or the option embargoed='omit' or 'include'.",
        )


def has_come(date: PartialDate, now: dt.datetime) -> bool:
    """Whether a date has certainly begun, wherever it was meant.

    >>> has_come(PartialDate.parse("2024-05"), dt.datetime(2024, 5, 2, tzinfo=dt.UTC))
    True
    """
    stated = instant(date)
    if stated is not None:
        return stated <= now
    if date.year is None:
        return False
    # A day begins last at UTC-12.
    begun = dt.datetime.combine(date.first, dt.time(12), dt.UTC)
    if date.time is not None:
        begun += dt.timedelta(hours=int(date.time[:2]), minutes=int(date.time[3:5]) + 1)
    return begun <= now


def derived_id(article: Article) -> str:
    """Return an absolute id for an article that has a local one only: a digest of what names it."""
    link = next((link.href for link in article.links), "")
    stated = "\n".join((article.id, article.title or "", str(article.published or ""), link))
    return f"urn:govnews:{hashlib.sha256(stated.encode('utf-8')).hexdigest()[:32]}"


class Identities:
    """Keeps ids in a feed apart: one that stands already gives way to a digest."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def __call__(self, article: Article, own: str) -> str | None:
        """Return what stands for the id of an article, or None where its own can stand."""
        if own not in self._seen:
            self._seen.add(own)
            return None
        other = derived_id(article)
        self._seen.add(other)
        return other


def loss_note(options: FeedWriteOptions, context: WriteContext) -> Callable[[Issue], None]:
    """Return what takes issues of loss; where the record itself travels along there is none."""
    return _nothing_lost if options.embed == "full" else context.note


def _nothing_lost(issue: Issue) -> None:
    """The record itself travels along."""
