"""Where a document is put together: one record at a time, on one emitter."""

from __future__ import annotations

from attrs import define, field

from govnews.model import Agreement, Article, Bundle, Organization
from govnews_docx._emit import Emitter
from govnews_docx._words import words
from govnews_docx.layouts import Layout


@define
class Desk:
    """What the slots work with.

    Args:
        bundle: Everything.
        layout: How it shall look.
        emitter: Where it is written.
        vietnamese: Whether the layout's own words are Vietnamese.
        article: The article that is shown, if one is.
        agreement: The agreement that is shown, if one is by itself.
        path: Path of that record.
        shown: Paths that are shown already: each value can be edited in one place.
    """

    bundle: Bundle
    layout: Layout
    emitter: Emitter
    vietnamese: bool = False
    article: Article | None = None
    agreement: Agreement | None = None
    path: str = "$"
    shown: set[str] = field(factory=set)
    _places: dict[str, int] = field(factory=dict)
    _lines: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        self._places = {one.id: index for index, one in enumerate(self.bundle.organizations)}

    @property
    def words(self) -> dict[str, str]:
        """The layout's own words."""
        return words(vietnamese=self.vietnamese)

    @property
    def record(self) -> Article | Agreement | None:
        """The record that is shown."""
        return self.article if self.article is not None else self.agreement

    def open(self, record: Article | Agreement, path: str) -> None:
        """Begin a record."""
        self.path = path
        self.article = record if isinstance(record, Article) else None
        self.agreement = record if isinstance(record, Agreement) else None
        body = record.body if isinstance(record, Article) else ()
        edges = (*body[:3], *body[-3:])
        self._lines = frozenset(getattr(block, "text", "").strip() for block in edges)

    def says(self, text: str) -> bool:
        """Whether a paragraph at an edge of the body says just this."""
        return text.strip() in self._lines

    def find(self, ref: str | None) -> tuple[int, Organization | None]:
        """Return an organization of the bundle and its place."""
        index = self._places.get(ref or "")
        return (-1, None) if index is None else (index, self.bundle.organizations[index])

    def office(self) -> tuple[int, Organization | None]:
        """Return the office behind the record: its publisher, or the one credited."""
        if self.article is None:
            return -1, None
        for ref in (self.article.publisher, self.article.credited_to):
            index, office = self.find(ref)
            if office is not None:
                return index, office
        return -1, None

    def field(self, style: str, path: str, value: str, label: str = "") -> None:
        """Show a value that can be edited; where it is shown again, it is only shown."""
        if path in self.shown:
            self.emitter.made(style, value, path=path, label=label)
            return
        self.shown.add(path)
        self.emitter.field(style, path, value, label)

    def made(self, style: str, text: str, path: str = "", label: str = "") -> None:
        """Show what cannot be read back as one value."""
        self.emitter.made(style, text, path=path, label=label)

    def item(self, path: str, value: str, number: int) -> None:
        """Show a value as an item of a list."""
        if path not in self.shown:
            self.shown.add(path)
            self.emitter.item(path, value, number)
