"""Compares what was written with what was read, value by value, against the issues noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import fields, has

from govnews.issues import Issue, Path
from govnews.model import Bundle, PartialDate, Period

_RECORDS = ("articles", "agreements", "organizations", "sources")


def differences(one: Any, other: Any, at: Path | None = None) -> Iterator[Path]:
    """Yield the paths at which two values differ, as deep as both have the same shape.

    >>> from govnews.model import Article
    >>> before, after = Article(id="#a", title="x"), Article(id="#a", title="y")
    >>> [str(path) for path in differences(before, after)]
    ['$.title']
    """
    at = at or Path()
    if one == other:
        return
    if type(one) is not type(other) or isinstance(one, PartialDate | Period):
        yield at
    elif has(type(one)):
        for attribute in fields(type(one)):
            if attribute.eq:
                name = attribute.name
                yield from differences(getattr(one, name), getattr(other, name), at / name)
    elif isinstance(one, tuple):
        yield from _in_tuples(one, other, at)
    else:
        yield at


def _in_tuples(one: tuple[Any, ...], other: tuple[Any, ...], at: Path) -> Iterator[Path]:
    if at.steps and at.steps[-1] in _RECORDS and len(at.steps) == 1:
        yield from _in_records(one, other, at)
    elif len(one) != len(other):
        yield at
    else:
        for index, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from differences(left, right, at / index)


def _in_records(one: tuple[Any, ...], other: tuple[Any, ...], at: Path) -> Iterator[Path]:
    """Records are paired by id where both sides know it, or else by position."""
    by_id = {record.id: record for record in other}
    paired = {record.id for record in one} & by_id.keys()
    rest = iter([record for record in other if record.id not in paired])
    for index, record in enumerate(one):
        partner = by_id.get(record.id) or next(rest, None)
        if partner is None:
            yield at / index
        else:
            yield from differences(record, partner, at / index)
    if [record.id for record in one if record.id in paired] != [
        record.id for record in other if record.id in paired
    ]:
        yield at
    if next(rest, None) is not None:
        yield at


def unaccounted(before: Bundle, after: Bundle, issues: Iterable[Issue]) -> list[str]:
    """Return the paths that differ and that no issue names.

    An issue names a value by its path, or by the path of what the value is part of, down from a
    field of a record. "The record" or "the bundle" is no name for a field: only a record that is
    gone whole may be named as a whole.
    """
    named = [path for issue in issues if (path := _path(issue.where)) is not None]
    fields_named = [path for path in named if len(path.steps) != 2 and path.steps]
    missing = []
    for path in differences(before, after):
        names = named if len(path.steps) <= 2 else fields_named
        if not any(path.within(name) or name.within(path) for name in names):
            missing.append(str(path))
    return missing


def misplaced(before: Bundle, issues: Iterable[Issue]) -> list[str]:
    """Return the paths of issues that lead nowhere in what was written."""
    wrong = []
    for issue in issues:
        path = _path(issue.where)
        try:
            if path is not None:
                path.resolve(before)
        except LookupError:
            wrong.append(issue.where)
    return wrong


def _path(where: str) -> Path | None:
    try:
        return Path.parse(where)
    except ValueError:
        return None
