"""Facts for the articles of a bundle that came from elsewhere: a feed, a page, a Word file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from attrs import evolve, fields

from govnews.extraction._engine import assemble
from govnews.extraction.pack import LanguagePack
from govnews.issues import Issue, Path
from govnews.limits import Limits
from govnews.model import Agreement, Article, Bundle, Evidence, Organization, Source

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
    articles: list[Article] = []
    agreements = list(bundle.agreements)
    organizations = list(bundle.organizations)
    sources = list(bundle.sources)
    for place, article in enumerate(bundle.articles):
        text = _text(article)
        if _was_read(article) or article.agreements or not text.strip():
            articles.append(article)
            continue
        source = Source(id=ids.mint("text"), text=text, of=article.id)
        assembly = assemble(
            source, packs, language, article, _placed(note, place), limits, mint=ids.mint
        )
        if assembly is None:
            articles.append(article)
            continue
        sources.append(source)
        for record in assembly.records():
            if isinstance(record, Article):
                articles.append(record)
            elif isinstance(record, Agreement):
                agreements.append(record)
            elif isinstance(record, Organization):
                organizations.append(record)
    return evolve(
        bundle,
        articles=tuple(articles),
        agreements=tuple(agreements),
        organizations=tuple(organizations),
        sources=tuple(sources),
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
