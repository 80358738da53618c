"""What a field may hold, read from its annotation: one source for checks, wire form and schema.

A field of a model class is annotated once (``parties: tuple[Party, ...]``). From that annotation
come the check its constructor makes (`_check`), the hook that structures it and its JSON Schema
(`govnews.wire`). This module turns annotations into the few shapes the model is made of.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from attrs import NOTHING, field, fields, frozen, has


@frozen(eq=False)
class Rule:
    """A constraint on a string or a whole number, attached with `typing.Annotated`.

    Args:
        name: Short name, used in messages.
        problem: Returns what is wrong with a value of the base type, or None where it is right.
        schema: The same constraint in JSON Schema terms (2020-12), as far as that can say it.
        sure: An expression, `{}` being the value, that is quick and holds for no wrong value of the
            base type; compiled code asks it before it asks `problem`.
    """

    name: str
    problem: Callable[[Any], str | None]
    schema: Mapping[str, Any]
    sure: str = "False"

    def certainly(self, var: str, problem: str) -> str:
        """Return an expression that is true where the rule is kept.

        Args:
            var: Name of the value.
            problem: Name that `problem` is bound to.
        """
        slow = f"{problem}({var}) is None"
        return slow if self.sure == "False" else f"({self.sure.format(var)} or {slow})"


@frozen(eq=False)
class Scalar:
    """A `str`, `int` or `bool`, or a string kept under a rule."""

    base: type
    rule: Rule | None = None


@frozen(eq=False)
class Choice:
    """A member of a closed enumeration."""

    enum: type[Enum]


@frozen(eq=False)
class Record:
    """An instance of exactly one of these classes."""

    classes: tuple[type, ...]


@frozen(eq=False)
class Many:
    """A tuple of any length."""

    item: Shape


@frozen(eq=False)
class OneOf:
    """One of several shapes that share no value, such as a date and an enumeration."""

    shapes: tuple[Shape, ...]


Shape = Scalar | Choice | Record | Many | OneOf


@frozen(eq=False)
class Slot:
    """A field of a class: its name, its shape, and whether it may be None or left out."""

    name: str
    shape: Shape
    optional: bool
    required: bool = field(kw_only=True)


def shape_of(annotation: Any) -> tuple[Shape, bool]:
    """Return the shape of an annotation and whether None is allowed.

    Raises:
        TypeError: The model has no such shape.
    """
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *notes = get_args(annotation)
        rule = next((note for note in notes if isinstance(note, Rule)), None)
        return Scalar(base, rule), False
    if origin in (Union, types.UnionType):
        return _union(get_args(annotation))
    if origin is tuple:
        item, rest = get_args(annotation)
        if rest is not Ellipsis:
            raise TypeError(f"only tuples of any length are shapes of the model: {annotation}")
        return Many(shape_of(item)[0]), False
    if isinstance(annotation, type):
        if issubclass(annotation, Enum):
            return Choice(annotation), False
        if annotation in (str, int, bool):
            return Scalar(annotation), False
        return Record((annotation,)), False
    raise TypeError(f"the model has no shape for {annotation!r}")


def _union(members: tuple[Any, ...]) -> tuple[Shape, bool]:
    optional = type(None) in members
    shapes = [shape_of(member)[0] for member in members if member is not type(None)]
    records = tuple(cls for shape in shapes if isinstance(shape, Record) for cls in shape.classes)
    others = [shape for shape in shapes if not isinstance(shape, Record)]
    joined: list[Shape] = [Record(records)] if records else []
    joined += others
    return (joined[0] if len(joined) == 1 else OneOf(tuple(joined))), optional


def slots_of(cls: type) -> tuple[Slot, ...]:
    """Return the fields of a model class, in order, those that the constructor takes.

    >>> from govnews.model import Term
    >>> [slot.name for slot in slots_of(Term)]
    ['label', 'scheme', 'code', 'lang']
    """
    return _slots_of(cls)


@cache
def _slots_of(cls: Any) -> tuple[Slot, ...]:
    if not has(cls):
        raise TypeError(f"{cls.__name__} is no class of the model")
    hints = typing.get_type_hints(cls, include_extras=True)
    slots = []
    for attribute in fields(cls):
        if attribute.init:
            shape, optional = shape_of(hints[attribute.name])
            required = attribute.default is NOTHING
            slots.append(Slot(attribute.name, shape, optional, required=required))
    return tuple(slots)
