"""The bundle: what one document or archive says, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeAlias

from attrs import field, frozen

from govnews.errors import ModelError, UnknownRecordError
from govnews.issues import Issue, Path
from govnews.model._check import Value
from govnews.model.agreement import Agreement
from govnews.model.article import Article, Author, Media
from govnews.model.dates import PartialDate
from govnews.model.evidence import Evidence, Source
from govnews.model.extra import NOTHING_EXTRA, Extra, to_extra
from govnews.model.organization import Organization, Rights
from govnews.model.text import Identifier, Lang, Line, Link, Natural, Prose, Term


@frozen(kw_only=True)
class Feed(Value):
    """What a feed says of itself.

    Args:
        id: The feed's own id (Atom ``id``).
        title: Title.
        description: Description or subtitle.
        links: Its site (``rel="alternate"``), itself (``rel="self"``), further pages.
        lang: Language.
        image: Picture or logo.
        icon: Small picture.
        generator: What made it.
        ttl: Minutes it may be kept (RSS 2.0, channel.ttl).
        published: When it was published.
        updated: When it was changed last.
        authors: Who is behind it.
        subjects: Categories.
        rights: Rights in it.
        alt_ids: Its ids elsewhere.

    .. versionadded:: 0.1.0
    """

    id: Line | None = None
    title: Line | None = None
    description: Prose | None = None
    links: tuple[Link, ...] = ()
    lang: Lang | None = None
    image: Media | None = None
    icon: Line | None = None
    generator: Line | None = None
    ttl: Natural | None = None
    published: PartialDate | None = None
    updated: PartialDate | None = None
    authors: tuple[Author, ...] = ()
    subjects: tuple[Term, ...] = ()
    rights: Rights | None = None
    alt_ids: tuple[Identifier, ...] = ()


@frozen(kw_only=True)
class Preamble(Value):
    """What a bundle says besides its records; flows first, at most once.

    .. versionadded:: 0.1.0
    """

    feed: Feed | None = None
    extra: Extra = field(default=NOTHING_EXTRA, converter=to_extra)


Record: TypeAlias = Article | Agreement | Organization
"""What a bundle is about."""

Item: TypeAlias = Preamble | Source | Article | Agreement | Organization
"""What flows through a codec."""


@frozen(kw_only=True)
class Fact:
    """A value of a record together with the words that state it.

    Args:
        path: Where the value stands, rooted at the bundle.
        value: The value.
        evidence: What states it.

    .. versionadded:: 0.1.0
    """

    path: str
    value: Any
    evidence: Evidence

    @property
    def words(self) -> str | None:
        """The exact words of the source, or None for a value inferred without any."""
        return self.evidence.exact


@frozen(kw_only=True)
class Bundle(Value):
    """Articles, agreements and organizations that belong together, and the texts they come from.

    Args:
        feed: What the feed says of itself, where they came in one.
        articles: The stories.
        agreements: The agreements the stories announce.
        organizations: The offices, governments, territories and other bodies behind them.
        sources: The texts that evidence points into.
        extra: What the model does not know.

    Raises:
        ModelError: Two records or sources have the same id.

    >>> bundle = Bundle(articles=(Article(id="#article-1", title="Lễ ký kết"),))
    >>> bundle["#article-1"].title
    'Lễ ký kết'

    .. versionadded:: 0.1.0
    """

    feed: Feed | None = None
    articles: tuple[Article, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    organizations: tuple[Organization, ...] = ()
    sources: tuple[Source, ...] = ()
    extra: Extra = field(default=NOTHING_EXTRA, converter=to_extra)

    def _invariants(self) -> None:
        held = (*self.records(), *self.sources)
        if len({one.id for one in held}) < len(held):
            seen: set[str] = set()
            for one in held:
                if one.id in seen:
                    self._refuse(f"two records or sources have the id {one.id!r}")
                seen.add(one.id)

    # -- going through ---------------------------------------------------------------------

    def records(self) -> Iterator[Record]:
        """Yield articles, agreements and organizations, in this order."""
        yield from self.articles
        yield from self.agreements
        yield from self.organizations

    def items(self) -> Iterator[Item]:
        """Yield what a codec writes: the preamble if it says anything, sources, records."""
        if self.feed is not None or self.extra:
            yield Preamble(feed=self.feed, extra=self.extra)
        yield from self.sources
        yield from self.records()

    @classmethod
    def from_items(cls, items: Iterable[Item]) -> Bundle:
        """Build a bundle of what a codec read; each sort keeps its order.

        Raises:
            ModelError: There are two preambles, or two items have one id.
        """
        sorts: dict[type, list[Any]] = {
            kind: [] for kind in (Preamble, Source, Article, Agreement, Organization)
        }
        for item in items:
            sorts[type(item)].append(item)
        preambles = sorts[Preamble] or [Preamble()]
        if len(preambles) > 1:
            raise ModelError("there is more than one preamble", owner="Bundle")
        return cls(
            feed=preambles[0].feed,
            articles=tuple(sorts[Article]),
            agreements=tuple(sorts[Agreement]),
            organizations=tuple(sorts[Organization]),
            sources=tuple(sorts[Source]),
            extra=preambles[0].extra,
        )

    # -- looking up ------------------------------------------------------------------------

    @cached_property
    def _index(self) -> dict[str, Record | Source]:
        return {one.id: one for one in (*self.records(), *self.sources)}

    def __getitem__(self, ref: str) -> Any:
        """Return the record or source of that id.

        Raises:
            UnknownRecordError: There is none.
        """
        try:
            return self._index[ref]
        except KeyError:
            raise UnknownRecordError(ref) from None

    def __contains__(self, ref: object) -> bool:
        return ref in self._index

    def get(self, ref: str | None) -> Any:
        """Return the record or source of that id, or None."""
        return None if ref is None else self._index.get(ref)

    @property
    def article(self) -> Article:
        """The only article.

        Raises:
            UnknownRecordError: There is none, or there are several.
        """
        if len(self.articles) != 1:
            raise UnknownRecordError(f"the only article (there are {len(self.articles)})")
        return self.articles[0]

    def agreements_of(self, article: Article) -> tuple[Agreement, ...]:
        """Return the agreements that an article announces, those the bundle holds."""
        return tuple(
            one for ref in article.agreements if isinstance(one := self.get(ref), Agreement)
        )

    def identified(self, scheme: str, value: str) -> tuple[Record, ...]:
        """Return the records that others know by an identifier, in the order of `records`.

        >>> from govnews.model import Identifier
        >>> code = Identifier(scheme="vn-moha", value="H2")
        >>> office = Organization(id="#organization-1", name="City", identifiers=(code,))
        >>> Bundle(organizations=(office,)).identified("vn-moha", "H2")[0].name
        'City'
        """
        return self._identifiers.get((scheme, value), ())

    @cached_property
    def _identifiers(self) -> dict[tuple[str, str], tuple[Record, ...]]:
        found: dict[tuple[str, str], tuple[Record, ...]] = {}
        for record in self.records():
            known = record.alt_ids if isinstance(record, Article) else record.identifiers
            for one in dict.fromkeys(known):
                key = one.scheme, one.value
                found[key] = (*found.get(key, ()), record)
        return found

    # -- asking ----------------------------------------------------------------------------

    def check(self) -> tuple[Issue, ...]:
        """Return what is odd; see `govnews.model.check`."""
        from govnews.model.findings import check

        return check(self)

    def verify(self) -> tuple[Issue, ...]:
        """Return what is wrong with the evidence; see `govnews.model.verify`."""
        from govnews.model.findings import verify

        return verify(self)

    def split(self) -> tuple[Bundle, ...]:
        """Return one bundle for each article; see `govnews.model.split`."""
        from govnews.model.joining import split

        return split(self)

    def facts(self) -> Iterator[Fact]:
        """Yield every value that has evidence, with the words that state it.

        Evidence whose path leads nowhere is passed over; `verify` names it.
        """
        for place, record in self.placed():
            for evidence in record.evidence:
                path = Path.parse(evidence.path)
                try:
                    value = path.resolve(record)
                except LookupError:
                    continue
                yield Fact(path=str(Path(place.steps + path.steps)), value=value, evidence=evidence)

    def placed(self) -> Iterator[tuple[Path, Record]]:
        """Yield every record with its path, in the order of `records`."""
        for name in ("articles", "agreements", "organizations"):
            for index, record in enumerate(getattr(self, name)):
                yield Path((name, index)), record
