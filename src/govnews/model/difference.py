"""What changed between two versions of a record, field by field and paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, Literal, TypeAlias

from attrs import fields, frozen

from govnews.errors import ModelError
from govnews.issues import Path
from govnews.model._check import Value
from govnews.model.agreement import Agreement
from govnews.model.article import Article
from govnews.model.blocks import BLOCKS
from govnews.model.bundle import Bundle
from govnews.model.dates import PartialDate
from govnews.model.extra import JsonObject
from govnews.model.identity import identity_keys, same_identity
from govnews.model.organization import Organization
from govnews.model.periods import Period

Kind: TypeAlias = Literal["added", "removed", "changed"]

_WHOLE = (PartialDate, Period, *BLOCKS)
"""Classes whose values are compared as a whole: a paragraph changed, not a word of it."""
_MOST_ROUNDS = 24


@frozen(kw_only=True)
class Difference:
    """One value that differs.

    Args:
        kind: Whether it was added, removed or changed.
        path: Where it stands in the new version, or stood in the old one if it was removed.
        old: The old value, absent where it was added.
        new: The new value, absent where it was removed.

    .. versionadded:: 0.1.0
    """

    kind: Kind
    path: Path
    old: Any = None
    new: Any = None


def diff(
    old: Article | Agreement | Organization | Bundle,
    new: Article | Agreement | Organization | Bundle,
    *,
    evidence: bool = False,
) -> tuple[Difference, ...]:
    """Return what changed between two versions of a record or of a bundle.

    Fields are compared one by one, lists item by item (a paragraph of the body is one item), and
    nested values by their own fields. In bundles, records are paired by id or else by identity.
    ``govnews.wire.unstructure`` gives a difference its JSON form.

    Args:
        old: The earlier version.
        new: The later one.
        evidence: Whether evidence and sources are compared too.

    Raises:
        ModelError: The two are of two classes.

    >>> old = Article(id="#article-1", title="Plan")
    >>> new = Article(id="#article-1", title="Plan B", lang="en")
    >>> [(one.kind, str(one.path), one.old, one.new) for one in diff(old, new)]
    [('changed', '$.title', 'Plan', 'Plan B'), ('added', '$.lang', None, 'en')]

    .. versionadded:: 0.1.0
    """
    if type(old) is not type(new):
        names = f"{type(old).__name__} and {type(new).__name__}"
        raise ModelError(f"only values of one class can be compared, not {names}")
    passed_over = frozenset() if evidence else frozenset({"evidence", "sources"})
    if isinstance(old, Bundle):
        return tuple(_bundles(old, new, passed_over))
    # The `sources` of an article are documents it cites, not texts that evidence points into.
    return tuple(_fields(Path(), old, new, passed_over - {"sources"}))


def _fields(path: Path, old: Any, new: Any, passed_over: frozenset[str]) -> Iterator[Difference]:
    for attribute in fields(type(old)):
        name = attribute.name
        if attribute.init and name not in passed_over:
            yield from _values(
                path / name, getattr(old, name), getattr(new, name), attribute.default
            )


def _values(path: Path, old: Any, new: Any, default: Any = None) -> Iterator[Difference]:
    if type(old) is type(new) and old == new:
        return
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield from _lists(path, old, new)
    elif isinstance(old, JsonObject) and isinstance(new, JsonObject):
        yield from _members(path, old, new)
    elif old is None or (type(old) is type(default) and old == default):
        yield Difference(kind="added", path=path, new=new)
    elif new is None or (type(new) is type(default) and new == default):
        yield Difference(kind="removed", path=path, old=old)
    elif _comparable(old, new):
        yield from _fields(path, old, new, frozenset())
    else:
        yield Difference(kind="changed", path=path, old=old, new=new)


def _comparable(old: Any, new: Any) -> bool:
    return type(old) is type(new) and isinstance(old, Value) and not isinstance(old, _WHOLE)


def _members(path: Path, old: JsonObject, new: JsonObject) -> Iterator[Difference]:
    for key in sorted({*old, *new}):
        if key not in new:
            yield Difference(kind="removed", path=path / key, old=old[key])
        elif key not in old:
            yield Difference(kind="added", path=path / key, new=new[key])
        elif JsonObject({"": old[key]}) != JsonObject({"": new[key]}):
            yield Difference(kind="changed", path=path / key, old=old[key], new=new[key])


def _lists(path: Path, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Difference]:
    """Differences of two lists: equal items are paired, what lies between them in order."""
    for olds, news in _gaps(old, new):
        for before, after in zip_longest(olds, news):
            if after is None:
                yield Difference(kind="removed", path=path / before, old=old[before])
            elif before is None:
                yield Difference(kind="added", path=path / after, new=new[after])
            elif _comparable(old[before], new[after]):
                yield from _fields(path / after, old[before], new[after], frozenset())
            else:
                one, other = old[before], new[after]
                yield Difference(kind="changed", path=path / after, old=one, new=other)


def _gaps(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[range, range]]:
    """Yield the stretches of two lists that have no equal counterpart, in order.

    Patience: items that occur once in either stretch anchor it where their order agrees; between
    anchors the same is done anew. A bound on the rounds keeps it near linear on any input.
    """
    pending = [(0, len(old), 0, len(new), _MOST_ROUNDS)]
    while pending:
        start, end, begin, stop, rounds = pending.pop()
        while start < end and begin < stop and old[start] == new[begin]:
            start, begin = start + 1, begin + 1
        while start < end and begin < stop and old[end - 1] == new[stop - 1]:
            end, stop = end - 1, stop - 1
        anchors = _anchors(old, new, (start, end, begin, stop)) if rounds else []
        if not anchors:
            if start < end or begin < stop:
                yield range(start, end), range(begin, stop)
            continue
        stretches = []
        for mine, theirs in [*anchors, (end, stop)]:
            stretches.append((start, mine, begin, theirs, rounds - 1))
            start, begin = mine + 1, theirs + 1
        pending += reversed(stretches)


def _anchors(
    old: Sequence[Any], new: Sequence[Any], bounds: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    start, end, begin, stop = bounds
    mine, theirs = _once(old, start, end), _once(new, begin, stop)
    pairs = [(index, theirs[item]) for item, index in mine.items() if item in theirs]
    return _rising(pairs)


def _once(items: Sequence[Any], start: int, end: int) -> dict[Any, int]:
    """Where the items stand that occur once, in order."""
    places: dict[Any, int] = {}
    for index in range(start, end):
        places[items[index]] = -1 if items[index] in places else index
    return {item: index for item, index in places.items() if index >= 0}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest run of pairs in which both numbers rise; the first ones rise already."""
    piles: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        pile = bisect_left(piles, there)
        before.append(tops[pile - 1] if pile else -1)
        piles[pile : pile + 1] = [there]
        tops[pile : pile + 1] = [number]
    run = []
    number = tops[-1] if tops else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


# -- bundles ---------------------------------------------------------------------------------------


def _bundles(old: Bundle, new: Any, passed_over: frozenset[str]) -> Iterator[Difference]:
    yield from _values(Path(("feed",)), old.feed, new.feed)
    for sort in ("articles", "agreements", "organizations"):
        yield from _records(Path((sort,)), getattr(old, sort), getattr(new, sort), passed_over)
    if "sources" not in passed_over:
        yield from _lists(Path(("sources",)), old.sources, new.sources)
    yield from _values(Path(("extra",)), old.extra, new.extra, old.extra)


def _records(
    path: Path, old: Sequence[Any], new: Sequence[Any], passed_over: frozenset[str]
) -> Iterator[Difference]:
    partners = _partners(old, new)
    for index, record in enumerate(new):
        earlier = partners.get(index)
        if earlier is None:
            yield Difference(kind="added", path=path / index, new=record)
        else:
            yield from _fields(path / index, old[earlier], record, passed_over - {"sources"})
    for index in sorted(set(range(len(old))) - set(partners.values())):
        yield Difference(kind="removed", path=path / index, old=old[index])


def _partners(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Pair records: by id, or else by what identifies them elsewhere."""
    by_id = {record.id: index for index, record in enumerate(old)}
    pairs = {index: by_id[one.id] for index, one in enumerate(new) if one.id in by_id}
    taken = set(pairs.values())
    by_key = {
        key: index
        for index, record in enumerate(old)
        if index not in taken
        for key in identity_keys(record)
    }
    for index, record in enumerate(new):
        known = [] if index in pairs else sorted(identity_keys(record) & by_key.keys())
        for earlier in (by_key[key] for key in known):
            if earlier not in taken and same_identity(old[earlier], record):
                pairs[index] = earlier
                taken.add(earlier)
                break
    return pairs
