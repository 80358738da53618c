"""Accounting for loss: what a feed says is read back and compared with what was to be said."""

from __future__ import annotations

from collections.abc import Callable

from attrs import fields

from govnews.formats import WriteContext, set_fields
from govnews.issues import Issue, Path
from govnews.model import (
    Agreement,
    Article,
    Feed,
    Item,
    Organization,
    Preamble,
)
from govnews_rss._date_standards import Evidence
from govnews_rss._dates import DateReader
from govnews_rss._draft import Draft, Tools
from govnews_rss._item import ItemReader, gather_feed, preamble
from govnews_rss._tree import Element, Names

_FIELDS = tuple(one.name for one in fields(Article))


class Account:
    """Names every value that a feed does not carry, by its path.

    Args:
        context: Limits, and where issues go.
    """

    def __init__(self, context: WriteContext) -> None:
        self._note = context.note
        names = Names("")
        names("rss")  # the root of what is read back
        self._tools = Tools(_ignore, context.limits, DateReader(_ignore, Evidence()), "", raw=False)
        self._reader = ItemReader(self._tools, names, None)
        self._written = 0

    def article(self, article: Article, fragment: Callable[[], Element], where: str) -> None:
        """Account for an article.

        Args:
            article: What was to be said.
            fragment: Parses the item that says it.
            where: Path of the article.
        """
        self.plain(article, where)
        reader = self._reader
        reader.count = self._written - 1
        said, _ = reader.article(reader.draft(fragment()))
        for name in _FIELDS:
            if name != "publisher" and getattr(said, name) != getattr(article, name):
                self._lost(where, name)

    def plain(self, article: Article, where: str, *, filled: bool = False) -> None:
        """Account for an article of which all is carried but the id of its publisher.

        Args:
            article: The article.
            where: Its path.
            filled: Whether a date of change was made up of that of publication.
        """
        self._written += 1
        if filled:
            self._lost(where, "modified")
        if article.publisher is not None:
            self._lost(where, "publisher")

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
