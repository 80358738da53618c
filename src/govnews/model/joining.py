"""Bundles taken apart and put together: split, rebase, merge."""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, get_args

from attrs import evolve, fields, frozen

from govnews.errors import ModelError
from govnews.issues import Issue, Path
from govnews.model._walk import rebuilt
from govnews.model.article import Article
from govnews.model.bundle import Bundle, Record
from govnews.model.evidence import Evidence, Source
from govnews.model.extra import Extra
from govnews.model.identity import ID_SCHEME, identity_keys, same_identity
from govnews.model.reference import is_reference, references
from govnews.model.text import Identifier

_SHA256 = re.compile(r"[0-9a-f]{64}")
_SORTS: Final = ("articles", "agreements", "organizations", "sources")


# -- split -----------------------------------------------------------------------------------------


def split(bundle: Bundle) -> tuple[Bundle, ...]:
    """Return one bundle for each article, with all that it refers to, directly or by others.

    Each has the feed data and the extra of the whole. Records and sources that no article leads to
    come last, in a bundle without an article, so that nothing is lost. Other articles are not taken
    along; their ids stay as references.

    .. versionadded:: 0.1.0
    """
    if not bundle.articles:
        return (bundle,)
    reached: set[str] = set()
    parts = []
    for article in bundle.articles:
        own = _reach(bundle, article)
        reached |= own
        parts.append(_restricted(bundle, (article,), own))
    rest = {one.id for one in (*bundle.records(), *bundle.sources)} - reached
    if rest:
        parts.append(_restricted(bundle, (), rest))
    return tuple(parts)


def _reach(bundle: Bundle, article: Article) -> set[str]:
    """Ids of everything that an article leads to, other articles apart."""
    derived: dict[str, list[str]] = {}
    for source in bundle.sources:
        if source.of is not None:
            derived.setdefault(source.of, []).append(source.id)
    found = {article.id}
    pending: list[Any] = [article]
    while pending:
        record = pending.pop()
        targets = [one.target for one in references(record)] + derived.get(record.id, [])
        for target in targets:
            held = bundle.get(target)
            if held is not None and target not in found and not isinstance(held, Article):
                found.add(target)
                pending.append(held)
    return found


def _restricted(bundle: Bundle, articles: tuple[Article, ...], ids: set[str]) -> Bundle:
    return evolve(
        bundle,
        articles=articles,
        agreements=tuple(one for one in bundle.agreements if one.id in ids),
        organizations=tuple(one for one in bundle.organizations if one.id in ids),
        sources=tuple(one for one in bundle.sources if one.id in ids),
    )


# -- rebase ----------------------------------------------------------------------------------------


def rebase(bundle: Bundle, digest: str | None = None) -> Bundle:
    """Return the bundle with absolute ids in place of local ones, so that it may join others.

    ``#article-1`` becomes ``ni:///sha-256;DIGEST#article-1`` (RFC 6920), everywhere it stands. The
    same document always gives the same ids.

    Args:
        bundle: The bundle.
        digest: SHA-256 of the bytes of its document, in lower-case hexadecimal; by default that of
            the one source of the bundle that was decoded from bytes.

    Raises:
        ModelError: No digest is given or known, or it is none.

    >>> rebased = rebase(Bundle(articles=(Article(id="#article-1"),)), "00" * 32)
    >>> rebased.article.id
    'ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA#article-1'

    .. versionadded:: 0.1.0
    """
    digest = digest if digest is not None else document_digest(bundle)
    if digest is None:
        raise ModelError(
            "the bundle has local ids, and the digest of its document is not known",
            hint="Pass the SHA-256 of the document's bytes.",
        )
    if not _SHA256.fullmatch(digest):
        raise ModelError(f"a SHA-256 in lower-case hexadecimal is wanted, not {digest[:80]!r}")
    code = urlsafe_b64encode(bytes.fromhex(digest)).decode("ascii").rstrip("=")
    return _with_ids(bundle, lambda ref: f"ni:///sha-256;{code}{ref}" if ref[0] == "#" else ref)


def document_digest(bundle: Bundle) -> str | None:
    """Return the SHA-256 of the bytes a bundle was decoded from, where its sources tell one.

    .. versionadded:: 0.1.0
    """
    digests = {one.sha256 for one in bundle.sources if one.of is None and one.sha256 is not None}
    return digests.pop() if len(digests) == 1 else None


def _with_ids(bundle: Bundle, new: Any) -> Bundle:
    def change(cls: type, field: str, value: Any) -> Any:
        return new(value) if (field == "id" and cls in _HAVE_ID) or _points(cls, field) else value

    return rebuilt(bundle, change)


def _points(cls: Any, field: str) -> bool:
    return cls is not object and is_reference(cls, field)


_HAVE_ID = frozenset({Source, *get_args(Record)})


# -- merge -----------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Merged:
    """Bundles put together.

    Args:
        bundle: The whole.
        issues: What could not be kept: of two records of one identity that state a field
            differently, the first is kept (``model.merge-conflict``).

    .. versionadded:: 0.1.0
    """

    bundle: Bundle
    issues: tuple[Issue, ...] = ()


def merge(
    bundles: Iterable[Bundle],
    *,
    digests: Iterable[str] | None = None,
    same: Mapping[str, str] | None = None,
) -> Merged:
    """Return one bundle of several.

    Records of the same identity (`same_identity`) become one: the first states its fields, the
    later ones fill what it leaves out and add to its lists; references to them lead to the one.
    Names never identify anything.

    Args:
        bundles: The bundles, those whose word counts more first.
        digests: SHA-256 of the document of each bundle, on which its local ids are re-based
            (`rebase`). Without them two bundles may share a local id only for the same value.
        same: Ids of records that you know to be another record: the later id to the earlier one.

    Raises:
        ModelError: Two bundles use one id for two things; or there are not as many digests.

    .. versionadded:: 0.1.0
    """
    parts = list(bundles)
    if digests is not None:
        given = list(digests)
        if len(given) != len(parts):
            raise ModelError(f"{len(parts)} digests are wanted, not {len(given)}")
        parts = [rebase(one, digest) for one, digest in zip(parts, given, strict=True)]
    join = _Join(dict(same or {}))
    for part in parts:
        join.add(part)
    return join.done()


class _Join:
    """A bundle in the making."""

    def __init__(self, same: dict[str, str]) -> None:
        self.renamed = same
        self.held: dict[str, dict[str, Any]] = {sort: {} for sort in _SORTS}
        self.sort_of: dict[str, str] = {}
        self.known: dict[tuple[str, tuple[str, str]], list[str]] = {}
        self.conflicts: list[tuple[str, str, str]] = []
        self.feed: Any = None
        self.extra = Extra()

    def add(self, part: Bundle) -> None:
        for sort in _SORTS:
            for one in getattr(part, sort):
                self._add_one(sort, one)
        if self.feed is None:
            self.feed = part.feed
        elif part.feed is not None and part.feed != self.feed:
            self.conflicts.append(("", "feed", "Two bundles say different things of their feed."))
        self._add_extra(part.extra)

    def _add_extra(self, extra: Extra) -> None:
        self.extra, clashing = _joined_extra(self.extra, extra)
        for key in clashing:
            message = f"Two bundles say different things of {key[:80]!r}."
            self.conflicts.append(("", "extra", message))

    def _add_one(self, sort: str, one: Any) -> None:
        twin = self._twin(sort, one)
        if twin is not None:
            if twin != one:
                self._unite(sort, twin.id, one)
            return
        if one.id in self.sort_of:
            raise ModelError(
                f"two bundles use the id {one.id!r} for two things",
                hint="Rebase each of them on the digest of its document first.",
            )
        self.sort_of[one.id] = sort
        self.held[sort][one.id] = one
        self._note_keys(sort, one.id)

    def _unite(self, sort: str, kept: str, one: Any) -> None:
        held, pending = self.held[sort], [one]
        while pending:
            other = pending.pop()
            held[kept], differing = unite(held[kept], other)
            for name in differing:
                message = f"Two records of one identity differ in {name}; the first is kept."
                self.conflicts.append((kept, name, message))
            if other.id != kept:
                self.renamed[other.id] = kept
            self._note_keys(sort, kept)
            # The newcomer may show that two records held apart so far are one.
            pending += [held.pop(ref) for ref in self._twins_of(sort, held[kept])]

    def _twins_of(self, sort: str, record: Any) -> list[str]:
        held = self.held[sort]
        refs = {ref for key in _keys(record) for ref in self.known[sort, key]}
        return sorted(
            ref
            for ref in refs
            if ref != record.id and ref in held and same_identity(held[ref], record)
        )

    def _note_keys(self, sort: str, ref: str) -> None:
        for key in _keys(self.held[sort][ref]):
            holders = self.known.setdefault((sort, key), [])
            if ref not in holders:
                holders.append(ref)

    def _twin(self, sort: str, one: Any) -> Any:
        """What is held already and is the same thing."""
        stated = self.held[sort].get(self._final(one.id))
        if stated is not None and (one.id in self.renamed or stated == one):
            return stated
        for key in sorted(_keys(one)):
            for ref in self.known.get((sort, key), ()):
                if ref in self.held[sort] and same_identity(self.held[sort][ref], one):
                    return self.held[sort][ref]
        return None

    def _final(self, ref: str) -> str:
        seen = {ref}
        while (ref := self.renamed.get(ref, ref)) not in seen:
            seen.add(ref)
        return ref

    def done(self) -> Merged:
        bundle = Bundle(
            feed=self.feed,
            extra=self.extra,
            **{sort: tuple(self.held[sort].values()) for sort in _SORTS},
        )
        if self.renamed:
            bundle = _with_ids(bundle, self._final)
        places = {
            one.id: Path((sort, index))
            for sort in _SORTS
            for index, one in enumerate(getattr(bundle, sort))
        }
        issues = tuple(
            Issue("model.merge-conflict", message, str(places.get(self._final(ref), Path()) / name))
            for ref, name, message in self.conflicts
        )
        return Merged(bundle=bundle, issues=issues)


def _keys(one: Any) -> frozenset[tuple[str, str]]:
    return frozenset() if isinstance(one, Source) else identity_keys(one)


def _joined_extra(one: Extra, other: Extra) -> tuple[Extra, list[str]]:
    """Return the members of both, those of the first where both have one, and where they differ."""
    clashing = [
        key for key in one if key in other and Extra({key: one[key]}) != Extra({key: other[key]})
    ]
    return Extra({**other, **one}), clashing


def unite(one: Record, other: Record) -> tuple[Record, list[str]]:
    """Return a record with all that two records of one identity state, and where they differ."""
    changed: dict[str, Any] = {}
    differing = []
    for attribute in fields(type(one)):
        name = attribute.name
        mine, theirs = getattr(one, name), getattr(other, name)
        if name in {"id", "evidence"} or theirs in (mine, attribute.default):
            continue
        if mine == attribute.default:
            changed[name] = theirs
        elif isinstance(mine, Extra):
            changed[name] = Extra({**theirs, **mine})
            if any(
                Extra({key: mine[key]}) != Extra({key: theirs[key]}) for key in mine.keys() & theirs
            ):
                differing.append(name)
        elif isinstance(mine, tuple) and name != "body":
            known = set(mine)
            changed[name] = (*mine, *(item for item in theirs if item not in known))
        else:
            differing.append(name)
    names = "alt_ids" if isinstance(one, Article) else "identifiers"
    if other.id != one.id and not other.id.startswith(("#", "ni:")):
        held = changed.get(names, getattr(one, names))
        changed[names] = (*held, Identifier(scheme=ID_SCHEME, value=other.id))
    united = evolve(one, **changed)
    moved = _evidence_of(united, other)
    kept = (*one.evidence, *(item for item in moved if item not in one.evidence))
    return evolve(united, evidence=kept), differing


def _evidence_of(united: Record, other: Record) -> Iterator[Evidence]:
    """Yield the evidence of `other` for the values that stand in `united`, at their new paths."""
    for evidence in other.evidence:
        path = Path.parse(evidence.path)
        try:
            value = path.resolve(other)
            if len(path.steps) > 1 and isinstance(path.steps[1], int):
                field, index, *below = path.steps
                item = getattr(other, str(field))[index]
                path = Path((field, getattr(united, str(field)).index(item), *below))
            if path.resolve(united) == value:
                yield evolve(evidence, path=str(path))
        except (LookupError, ValueError):
            continue
