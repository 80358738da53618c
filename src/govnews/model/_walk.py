"""Going through the parts of a value, and rebuilding it with some of them changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from attrs import evolve, frozen

from govnews.issues import Path
from govnews.model._check import Value
from govnews.model._shape import Many, OneOf, Record, Scalar, Shape, slots_of

T = TypeVar("T")


@frozen
class Leaf:
    """A string or number of a record.

    Args:
        path: Where it stands.
        owner: Class of the value that holds it.
        field: Name of the field.
        value: The string or number.
    """

    path: Path
    owner: type
    field: str
    value: Any


def parts(root: Value, path: Path = Path()) -> Iterator[tuple[Path, Value]]:  # noqa: B008  # frozen
    """Yield a value and all values of the model below it, in document order."""
    pending: list[tuple[Path, Any]] = [(path, root)]
    while pending:
        at, value = pending.pop()
        if isinstance(value, Value):
            yield at, value
            cls: Any = type(value)
            below = [(at / name, getattr(value, name)) for name in _branches(cls)]
            pending += reversed(below)
        elif isinstance(value, tuple):
            pending += [(at / index, item) for index, item in enumerate(value)][::-1]


def leaves(
    root: Value,
    wanted: Callable[[type, str], bool],
    path: Path = Path(),  # noqa: B008  # frozen
) -> Iterator[Leaf]:
    """Yield the strings and numbers that stand in the fields wanted, lists of them included."""
    for at, value in parts(root, path):
        cls: Any = type(value)
        for name in scalar_fields(cls):
            if wanted(cls, name):
                found = getattr(value, name)
                if isinstance(found, tuple):
                    for index, item in enumerate(found):
                        yield Leaf(at / name / index, cls, name, item)
                elif found is not None:
                    yield Leaf(at / name, cls, name, found)


def rebuilt(value: T, change: Callable[[type, str, Any], Any]) -> T:
    """Return a value in which every string and number went through `change`.

    What does not change stays the very object it was. Values nest only as deep as bodies may.
    """
    made: T = _rebuilt(value, change, object, "")
    return made


def _rebuilt(value: Any, change: Callable[[type, str, Any], Any], owner: type, field: str) -> Any:
    if value is None or isinstance(value, Enum):
        return value
    if isinstance(value, tuple):
        new = tuple(_rebuilt(item, change, owner, field) for item in value)
        return value if all(map(_identical, new, value)) else new
    if isinstance(value, Value):
        cls: Any = type(value)
        changed = {}
        for name in (*_branches(cls), *scalar_fields(cls)):
            old = getattr(value, name)
            made = _rebuilt(old, change, cls, name)
            if made is not old:
                changed[name] = made
        return evolve(value, **changed) if changed else value  # type: ignore[misc]  # attrs class
    return change(owner, field, value)


def _identical(one: object, other: object) -> bool:
    return one is other


@cache
def _branches(cls: type) -> tuple[str, ...]:
    return tuple(slot.name for slot in slots_of(cls) if _holds_records(slot.shape))


@cache
def scalar_fields(cls: type) -> tuple[str, ...]:
    """Names of the fields of a class that hold a string or number, or several of them."""
    return tuple(slot.name for slot in slots_of(cls) if isinstance(innermost(slot.shape), Scalar))


def innermost(shape: Shape) -> Shape:
    """Return the shape of what a list holds."""
    while isinstance(shape, Many):
        shape = shape.item
    return shape


def _holds_records(shape: Shape) -> bool:
    inner = innermost(shape)
    if isinstance(inner, OneOf):
        return any(map(_holds_records, inner.shapes))
    return isinstance(inner, Record) and any(issubclass(cls, Value) for cls in inner.classes)
