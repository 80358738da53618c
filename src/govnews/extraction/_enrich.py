"""Facts for the articles of a bundle that came from elsewhere: a feed, a page, a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from attrs import evolve, fields

from govnews.extraction._engine import assemble
from govnews.extraction.pack import LanguagePack
from govnews.issues import Issue, Path
from govnews.limits import Limits
from govnews.model import Agreement, Article, Bundle, Evidence, Item, Organization, Source

Note = Callable[[Issue], None]

_RULE: Final = "rule:"


def enrich(
    bundle: Bundle,
    packs: Sequence[LanguagePack],
    *,
    language: str | None = None,
    refresh: bool = False,
    note: Note,
    limits: Limits,
) -> Bundle:
    """Read facts out of the articles of a bundle and add them where nothing is stated yet.

    What an article states stays. An article whose text was read before is left alone, so that
    doing it twice gives what doing it once gives.

    Args:
        bundle: The bundle.
        packs: The languages to choose among.
        language: Language of the texts; None: each article's own, or else detected.
        refresh: Whether facts read before are dropped and read anew.
        note: Takes an issue for each doubt.
        limits: Bounds to keep.

    Returns:
        The bundle with a derived source for each article that was read, with the facts that were
        absent, and with the agreements and organizations the stories tell of.

    .. versionadded:: 0.1.0
    """
    if refresh:
        bundle = _forgotten(bundle)
    ids = Ids(bundle)
    gathered = _Gathered(bundle)
    for place, article in enumerate(bundle.articles):
        text = _text(article)
        assembly = None
        if not _was_read(article) and not article.agreements and text.strip():
            source = Source(id=ids.mint("text"), text=text, of=article.id)
            noted = _placed(note, place)
            assembly = assemble(source, packs, language, article, noted, limits, mint=ids.mint)
        if assembly is None:
            gathered.articles.append(article)
        else:
            gathered.sources.append(source)
            gathered.take(assembly.records())
    return gathered.bundle()


class _Gathered:
    """What an enriched bundle will hold."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self.articles: list[Article] = []
        self.agreements = list(bundle.agreements)
        self.organizations = list(bundle.organizations)
        self.sources = list(bundle.sources)

    def take(self, records: Iterable[Item]) -> None:
        """Take the records that were read from one article, that article among them."""
        for record in records:
            if isinstance(record, Article):
                self.articles.append(record)
            elif isinstance(record, Agreement):
                self.agreements.append(record)
            elif isinstance(record, Organization):
                self.organizations.append(record)

    def bundle(self) -> Bundle:
        """Return the bundle."""
        return evolve(
            self._bundle,
            articles=tuple(self.articles),
            agreements=tuple(self.agreements),
            organizations=tuple(self.organizations),
            sources=tuple(self.sources),
        )


class Ids:
    """Mints local ids that a bundle does not hold yet."""

    def __init__(self, bundle: Bundle) -> None:
        self._taken = {one.id for one in (*bundle.records(), *bundle.sources)}
        self._last: dict[str, int] = {}

    def mint(self, sort: str) -> str:
        """Return the next free id of a sort: ``"#agreement-3"``."""
        number = self._last.get(sort, 0) + 1
        while f"#{sort}-{number}" in self._taken:
            number += 1
        self._last[sort] = number
        return f"#{sort}-{number}"


def _text(article: Article) -> str:
    """The text that is read: the title, which often names the parties, then the body."""
    body = article.text
    return f"{article.title}\n\n{body}" if article.title and body else body


def _was_read(article: Article) -> bool:
    return any((one.method or "").startswith(_RULE) for one in article.evidence)


def _placed(note: Note, place: int) -> Note:
    """Root the paths of issues at the article they speak of."""

    def noted(issue: Issue) -> None:
        where = f"$.articles[{place}]" if issue.where == "$" else issue.where
        note(Issue(issue.code, issue.message, where))

    return noted


# -- reading anew ------------------------------------------------------------------------------


def _forgotten(bundle: Bundle) -> Bundle:
    """Drop what was read from derived texts before."""
    derived = {
        source.id for source in bundle.sources if source.of and source.id.startswith("#text-")
    }
    if not derived:
        return bundle
    records: list[Agreement | Organization] = [*bundle.agreements, *bundle.organizations]
    gone = {
        record.id
        for record in records
        if record.evidence and all(_read_from(one, derived) for one in record.evidence)
    }
    return evolve(
        bundle,
        articles=tuple(_forget(article, derived, gone) for article in bundle.articles),
        agreements=tuple(one for one in bundle.agreements if one.id not in gone),
        organizations=tuple(one for one in bundle.organizations if one.id not in gone),
        sources=tuple(source for source in bundle.sources if source.id not in derived),
    )


def _read_from(evidence: Evidence, derived: set[str]) -> bool:
    ruled = (evidence.method or "").startswith(_RULE)
    return ruled and (evidence.source is None or evidence.source in derived)


def _forget(article: Article, derived: set[str], gone: set[str]) -> Article:
    read = [one for one in article.evidence if _read_from(one, derived)]
    names = {str(step) for one in read for step in Path.parse(one.path).steps[:1]}
    defaults: dict[str, Any] = {one.name: one.default for one in fields(Article)}
    empty: dict[str, Any] = {name: defaults[name] for name in names}
    if article.publisher in gone:
        empty["publisher"] = None
    return evolve(
        article,
        **empty,
        agreements=tuple(ref for ref in article.agreements if ref not in gone),
        evidence=tuple(one for one in article.evidence if one not in read),
    )
