"""Written code for the wire form of values, one function for each class of the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from govnews.model import (
    AdminUnit,
    Agreement,
    Article,
    Author,
    Bundle,
    ContactPoint,
    Evidence,
    Extra,
    Figure,
    Heading,
    Link,
    ListBlock,
    Media,
    Paragraph,
    Party,
    Quote,
    Source,
    Term,
)
from govnews.model._shape import Choice, Many, OneOf, Scalar, Shape, Slot, slots_of
from govnews.wire._forms import INLINE_TAGS, SCHEMA, TAG, TAGS, TEXTS
from govnews.wire._written import Writer, fields_by_name

_FEW = 4
"""Optional fields that are looked at one after the other before a call is spared."""

_TOGETHER = {
    AdminUnit: 1,
    Agreement: 2,
    Article: 3,
    Author: 2,
    ContactPoint: 1,
    Evidence: 5,
    Figure: 2,
    Heading: 1,
    Link: 1,
    ListBlock: 1,
    Media: 1,
    Paragraph: 1,
    Party: 1,
    Quote: 1,
    Source: 1,
    Term: 2,
}
"""How many of the first optional fields of a class are mostly stated together."""

Unstructure = Callable[[Any], Any]


class Unstructurer:
    """Compiled functions for all classes, made on first use.

    Args:
        leaf: Makes the plain form of what stands in ``extra``.
    """

    def __init__(self, leaf: Unstructure) -> None:
        self.functions: dict[Any, Unstructure] = {Extra: leaf, **dict.fromkeys(TEXTS, str)}

    def __call__(self, value: Any) -> Any:
        """Return the wire form of a value of the model."""
        return self.of(value.__class__)(value)

    def of(self, cls: Any) -> Unstructure:
        """Return the function of a class."""
        if cls not in self.functions:
            self.functions[cls] = _UnstructureWriter(cls, self).made()
        return self.functions[cls]


class _UnstructureWriter(Writer):
    def __init__(self, cls: Any, owner: Unstructurer) -> None:
        super().__init__()
        self.cls, self.owner = cls, owner

    def made(self) -> Unstructure:
        put, slots = self.lines.append, slots_of(self.cls)
        leading = [slot for slot in slots if slot.required]
        rest = [slot for slot in slots if not slot.required]
        head = {"schema": SCHEMA} if self.cls is Bundle else {}
        head |= {TAG: TAGS[self.cls]} if self.cls in TAGS else {}
        put("def unstructure(o):")
        self.literal("    ", head, leading)
        together = rest[: _TOGETHER.get(self.cls, 0)]
        if together:
            # One literal of many keys is made faster than a dict is filled key by key.
            self.lines.pop()
            stated = [self.stated(slot, f"o.{slot.name}") for slot in together]
            put(f"    if {' and '.join(stated)}:")
            self.literal("        ", head, leading + together)
            put("    else:")
            self.literal("        ", head, leading)
            for slot in together:
                self.optional("        ", slot)
        for slot in rest[len(together) :]:
            self.optional("    ", slot)
        put("    return d")
        made: Unstructure = self.compiled("unstructure")
        return made

    def literal(self, pad: str, head: dict[str, str], slots: list[Slot]) -> None:
        members = [f"{key!r}: {value!r}" for key, value in head.items()]
        members += [f"{s.name!r}: {self.value(s.shape, f'o.{s.name}')}" for s in slots]
        self.lines.append(f"{pad}d = {{{', '.join(members)}}}")

    def optional(self, pad: str, slot: Slot) -> None:
        value = self.value(slot.shape, "v")
        self.lines.append(f"{pad}v = o.{slot.name}")
        self.lines.append(f"{pad}if {self.stated(slot)}: d[{slot.name!r}] = {value}")

    def stated(self, slot: Slot, var: str = "v") -> str:
        default = fields_by_name(self.cls)[slot.name].default
        if isinstance(slot.shape, Many):
            return var
        if isinstance(default, Extra):
            return f"{var}._members"  # whether a mapping of ours is empty takes a call
        if default is None or isinstance(default, bool):
            return f"{var} is not {default!r}"
        if isinstance(slot.shape, Choice):
            return f"{var} is not {self.bind(default)}"
        return f"{var} != {self.bind(default)}"

    def value(self, shape: Shape, var: str) -> str:
        if isinstance(shape, Scalar):
            return var
        if isinstance(shape, Choice):
            return f"{var}._value_"
        if isinstance(shape, Many):
            if isinstance(shape.item, Scalar):
                return f"[*{var}]"
            item = "x" if "." in var else f"{var}x"
            return f"[{self.value(shape.item, item)} for {item} in {var}]"
        if isinstance(shape, OneOf):
            raise TypeError("the wire knows no such shape")
        if set(shape.classes) <= set(TEXTS):
            return f"({var}._text or str({var}))"
        if len(shape.classes) == 1:
            call = f"{self.function(shape.classes[0])}({var})"
            extra = shape.classes[0] is Extra
            return call if extra else self.inline(shape.classes[0], var, call)
        functions: dict[Any, Unstructure] = {}
        for cls in shape.classes:
            functions[cls] = self.late(cls, functions, cls)
        call = f"{self.bind(functions)}[{var}.__class__]({var})"
        for cls in reversed(shape.classes) if set(shape.classes) == set(INLINE_TAGS) else ():
            call = self.inline(cls, var, call, f"{var}.__class__ is {self.bind(cls, 'cls')}")
        return call

    def inline(self, cls: Any, var: str, call: str, same: str = "") -> str:
        """Spare the call for values that say only what their class requires: many small ones."""
        slots = slots_of(cls)
        rest = [slot for slot in slots if not slot.required]
        plain = all(isinstance(slot.shape, Scalar) for slot in slots if slot.required)
        if not plain or len(rest) > _FEW or len(rest) == len(slots) > 0:
            return call
        head = [f"'{TAG}': {TAGS[cls]!r}"] if cls in TAGS else []
        members = [f"{s.name!r}: {var}.{s.name}" for s in slots if s.required]
        literal = f"{{{', '.join(head + members)}}}"
        bare = [f"{var}.{s.name} is {self.empty(cls, s)}" for s in rest]
        test = " and ".join([same, *bare] if same else bare)
        return f"({literal} if {test} else {call})" if test else literal

    def empty(self, cls: Any, slot: Slot) -> str:
        default = fields_by_name(cls)[slot.name].default
        return repr(default) if default is None else self.bind(default)

    def function(self, cls: Any) -> str:
        name = f"of_{cls.__name__}"
        if name not in self.scope:
            self.scope[name] = self.late(cls, self.scope, name)
        return name

    def late(self, cls: Any, scope: dict[Any, Any], name: Any) -> Unstructure:
        """A stand-in, as in structuring."""

        def unstructure(value: Any) -> Any:
            scope[name] = function = self.owner.of(cls)
            return function(value)

        return unstructure
