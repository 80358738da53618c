"""What a value states, field by field: the ground on which a writer accounts for its losses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import fields, has

from govnews.issues import Path
from govnews.model import (
    Evidence,
    Figure,
    Heading,
    JsonObject,
    ListBlock,
    Paragraph,
    PartialDate,
    Period,
    Quote,
    Raw,
    Table,
)

_WHOLE: Final = frozenset(
    {Evidence, Figure, Heading, ListBlock, Paragraph, PartialDate, Period, Quote, Raw, Table}
)


def set_fields(value: object, at: Path = Path()) -> Iterator[tuple[Path, Any]]:  # noqa: B008
    """Yield the path and value of each field that says something, down to single values.

    A field says something when it differs from its default. Dates, periods, blocks of a body,
    evidence and JSON are single values; other values are gone into, and tuples item by item.

    Args:
        value: A bundle, a record or any other value of the model.
        at: Path of the value itself.

    >>> from govnews.model import Agreement, Party
    >>> pact = Agreement(id="#agreement-1", parties=(Party(name="Port Merrin"),))
    >>> [str(path) for path, _ in set_fields(pact)]
    ['$.id', '$.parties[0].name']

    .. versionadded:: 0.1.0
    """
    cls: Any = type(value)
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from set_fields(item, at / index)
    elif cls in _WHOLE or isinstance(value, JsonObject) or not has(cls):
        yield at, value
    else:
        silent = True
        for field in fields(cls):
            inner = getattr(value, field.name) if field.init else field.default
            if inner != field.default:
                silent = False
                yield from set_fields(inner, at / field.name)
        if silent and at.steps:  # `Rights()` is not the same as no rights at all
            yield at, value
