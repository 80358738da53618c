"""Compares what was written with what was read, value by value, against the issues noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import fields, has

from govnews.formats import set_fields
from govnews.issues import Issue, Path
from govnews.model import Bundle, PartialDate, Period

_RECORDS: Final = ("articles", "agreements", "organizations", "sources")
_GONE: Final = object()


def differences(one: Any, other: Any, at: Path | None = None) -> Iterator[Path]:
    """Yield the paths at which two values differ, as deep as both have the same shape.

    >>> from govnews.model import Article
    >>> before, after = Article(id="#a", title="x"), Article(id="#a", title="y")
    >>> [str(path) for path in differences(before, after)]
    ['$.title']

    .. versionadded:: 0.1.0
    """
    for path, _, _ in _changes(one, other, at or Path()):
        yield path


def _changes(one: Any, other: Any, at: Path) -> Iterator[tuple[Path, Any, Any]]:
    """Yield path, value before and value after of each difference."""
    if one == other:
        return
    if type(one) is not type(other) or isinstance(one, PartialDate | Period):
        yield at, one, other
    elif has(type(one)):
        for attribute in fields(type(one)):
            if attribute.eq:
                name = attribute.name
                yield from _changes(getattr(one, name), getattr(other, name), at / name)
    elif isinstance(one, tuple) and len(at.steps) == 1 and at.steps[0] in _RECORDS:
        yield from _in_records(one, other, at)
    elif isinstance(one, tuple) and len(one) == len(other):
        for index, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from _changes(left, right, at / index)
    else:
        yield at, one, other


def _in_records(
    one: tuple[Any, ...], other: tuple[Any, ...], at: Path
) -> Iterator[tuple[Path, Any, Any]]:
    """Records are paired by id where both sides know it, or else by position."""
    by_id = {record.id: record for record in other}
    paired = {record.id for record in one} & by_id.keys()
    rest = iter([record for record in other if record.id not in paired])
    for index, record in enumerate(one):
        partner = by_id.get(record.id) or next(rest, None)
        if partner is None:
            yield at / index, record, _GONE
        else:
            yield from _changes(record, partner, at / index)
    moved = [record.id for record in one if record.id in paired] != [
        record.id for record in other if record.id in paired
    ]
    if moved or next(rest, None) is not None:
        yield at, one, other


def unaccounted(before: Bundle, after: Bundle, issues: Iterable[Issue]) -> list[str]:
    """Return the paths that differ and that no issue names.

    An issue names a value by its path, or by the path of what the value is part of, down from a
    field of a record. "The bundle", "the articles" and "the record" are no names for a field. What
    is gone whole is named as a whole, or by all that it stated; of a list that came back shorter,
    as many members are named as are missing.

    .. versionadded:: 0.1.0
    """
    account = _Account([p for one in issues if (p := _path(one.where)) is not None and p.steps])
    return [
        str(path)
        for path, one, other in _changes(before, after, Path())
        if not account.explains(path, one, other)
    ]


class _Account:
    """The places that issues name."""

    def __init__(self, named: list[Path]) -> None:
        self._named = set(named)

    def explains(self, path: Path, one: Any, other: Any) -> bool:
        if self._covers(path):
            return True
        below = [name for name in self._named if name.within(path)]
        if not below:
            return False
        if other is _GONE or other is None:
            return all(self._tells(leaf) for leaf, _ in set_fields(one, path) if not _is_id(leaf))
        if isinstance(one, tuple) and isinstance(other, tuple):
            members = {name.steps[len(path.steps)] for name in below}
            return len(members) >= len(one) - len(other)
        return True

    def _covers(self, path: Path) -> bool:
        """Whether a name stands at the path or above it, and not too far above."""
        in_record = len(path.steps) > 2 and path.steps[0] in _RECORDS
        least = 3 if in_record else 1
        return any(Path(path.steps[:n]) in self._named for n in range(least, len(path.steps) + 1))

    def _tells(self, leaf: Path) -> bool:
        return self._covers(leaf) or any(name.within(leaf) for name in self._named)


def _is_id(path: Path) -> bool:
    return len(path.steps) == 3 and path.steps[2] == "id"


def misplaced(before: Bundle, issues: Iterable[Issue]) -> list[str]:
    """Return the places that issues of a writer name and that are not in what was written."""
    return [issue.where for issue in issues if not _leads(_path(issue.where), before)]


def _leads(path: Path | None, before: Bundle) -> bool:
    try:
        if path is not None:
            path.resolve(before)
    except LookupError:
        return False
    return path is not None


def _path(where: str) -> Path | None:
    try:
        return Path.parse(where)
    except ValueError:
        return None
