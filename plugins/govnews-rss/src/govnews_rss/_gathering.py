"""What one pass over a feed knows of it, and the items it makes of the feed's parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from govnews.errors import GovnewsError, LimitError
from govnews.formats import ReadContext
from govnews.issues import Issue
from govnews.model import Article, Item, Preamble
from govnews_rss._carrier import Carried, Row, open_item, open_items, row_key, row_of, rows
from govnews_rss._date_standards import Evidence
from govnews_rss._dates import DateReader
from govnews_rss._draft import BASE, LANG, Draft, Tools
from govnews_rss._item import ItemReader, gather_feed, preamble
from govnews_rss._markup import join
from govnews_rss._plain_read import PlainReader
from govnews_rss._regular import Regular
from govnews_rss._render import renderer
from govnews_rss._shape import Shape
from govnews_rss._tree import Element, Names

FeedItem: TypeAlias = Element | Regular[Shape]
"""An item of a feed: a tree, or taken apart without one."""


class Gathering:
    """What one pass over a feed knows of it.

    Args:
        context: Limits, and where issues go.
        names: The short names of the document.
        source: Name of the source, for errors.
        raw: Whether bodies stay whole markup.
    """

    def __init__(self, context: ReadContext, names: Names, source: str, *, raw: bool) -> None:
        self._context = context
        self._names = names
        self.found = False
        # What reading the visible part has to say counts only where the visible part counts.
        self._held: list[Issue] = []
        dates = DateReader(self._held.append, Evidence())
        self._tools = Tools(self._held.append, context.limits, dates, source, raw)
        self._draft = Draft(self._tools, context.address, "$.feed")
        self._reader = ItemReader(self._tools, names, context.address)
        self._plain = PlainReader(self._reader, self._held)
        self._rows: list[Row] = []

    def holder(self, element: Element) -> None:
        """Take in the attributes of the root or the channel."""
        self.found = True
        draft = self._draft
        attributes = element.attrib
        if len(attributes) > self._context.limits.attributes:
            raise LimitError(
                "attributes",
                self._context.limits.attributes,
                name=self._tools.name,
                format="rss",
            )
        if BASE in attributes:
            draft.base = self._reader.base = join(draft.base, attributes[BASE])
        if LANG in attributes:
            draft.lang = draft.language(attributes[LANG])
        for name, value in attributes.items():
            if name.lower() == "href":
                draft.link(value, "alternate")
            elif name.lower() == "lastmod":
                draft.dated("modified", 1, "lastmod", value)

    def meta(self, element: Element, *, late: bool) -> Iterator[Item]:
        """Take in what the feed says of itself; yield records that travel at its level."""
        short = self._names(element.tag)
        if not late:
            self._rows += row_of(element, self._names)
            gather_feed(self._draft, element, short)
            return
        draft = Draft(self._tools, self._draft.base, "$.feed")
        gather_feed(draft, element, short)
        if draft.carried:
            yield from open_items(draft.carried, self._context.note)
        else:
            self._context.note(
                Issue(
                    "rss.late",
                    f"<{short}> stands behind so many items that it came too late for the feed.",
                    "$.feed",
                )
            )

    def begin(self, ahead: list[FeedItem]) -> Iterator[Item]:
        """Yield the preamble, and the records that travel at the level of the feed."""
        draft = self._draft
        reader = self._reader
        reader.publisher = draft.publisher
        if reader.base is None:
            reader.base = next((x.href for x in draft.links if x.href.startswith("http")), None)
        evidence = Evidence(self._vietnamese())
        self._tools.dates.evidence = evidence
        self._tools.dates.siblings = _like_dates(ahead)
        yield from self._preamble()

    def _preamble(self) -> Iterator[Item]:
        """Yield the preamble: the carried one where the visible part still says the same."""
        draft, note = self._draft, self._context.note
        for text in draft.carried:
            try:
                carried = Carried(text, sorted(self._rows, key=row_key))
            except (ValueError, GovnewsError):
                continue  # `open_items` says so
            if carried.item is not None and not isinstance(carried.item, Preamble):
                continue
            if carried.edited:
                problem = "What the feed says of itself was edited on its way; the visible counts."
                note(Issue("rss.edited", problem, "$.feed"))
                break
            if carried.item is not None:
                yield carried.item
            yield from open_items(draft.carried, note)
            return
        made = preamble(draft)
        self._tell()
        yield made
        yield from open_items(draft.carried, note)

    def _tell(self) -> None:
        for issue in self._held:
            self._context.note(issue)
        self._held.clear()

    def _exact(self, draft: Draft, element: Element) -> Article | None:
        """Return the carried article, where the visible part still says the same."""
        render = renderer(self._names(element.tag))
        where = draft.where
        visible = rows(element, self._names)
        return open_item(draft.carried[-1], visible, render, self._context.note, where)

    def _vietnamese(self) -> bool:
        draft = self._draft
        language = self._context.language or draft.lang or ""
        if language.lower().partition("-")[0] == "vi":
            return True
        addresses = [self._context.address or "", *(link.href for link in draft.links[:5])]
        return any(_host(address).endswith(".vn") for address in addresses)

    def item(self, part: FeedItem) -> tuple[Item, ...]:
        """Return the article of an item, after its publisher where that is a new one."""
        if isinstance(part, Regular):
            article = self._plain.article(part)
            if article is None:
                return self._unusual(part.element())
            if self._held:
                self._tell()
            return (article,)
        return self._unusual(part)

    def _unusual(self, element: Element) -> tuple[Item, ...]:
        """Return what an item says that has to be looked at closely."""
        reader = self._reader
        draft = reader.draft(element)
        if draft.carried:
            self._held.clear()
            exact = self._exact(draft, element)
            if exact is not None:
                reader.count += 1
                return (exact,)
        article, organization = reader.article(draft)
        if self._held:
            self._tell()
        return (article,) if organization is None else (organization, article)


def _like_dates(ahead: list[FeedItem]) -> Iterator[str]:
    """Yield texts that may settle the order of day and month for each other."""
    for part in islice(ahead, 1000):
        texts = part.values if isinstance(part, Regular) else (child.text for child in part)
        for text in texts:
            if text and len(text) < 60 and ("/" in text or text.count("-") > 1):
                yield text


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].partition(":")[0].lower()
