"""Written code for structuring, one function for each class of the model.

A compiled structuring function makes every check of the plain hooks and of the constructors, in a
straight line, and knows only one answer: the value. At the least doubt it raises `Unsure`, or
whatever the data makes it raise; the plain hooks then decide and explain. It fills a thawed twin of
the class, of the same slots, and gives the finished object its frozen class: the constructor would
make the same checks a second time. Invariants over several fields are asked of the object itself.

The code is made of field names of our classes and of names bound here, never of data.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import fields
from cattrs import Converter

from govnews.model import Bundle
from govnews.model._check import Value, thawed
from govnews.model._shape import Choice, Many, OneOf, Record, Scalar, Shape, Slot, slots_of
from govnews.wire._forms import SCHEMA, TAG, TAGS, TEXTS, reads_as_period
from govnews.wire._written import Writer, fields_by_name

Structure = Callable[[Any], Any]


class Unsure(Exception):  # noqa: N818  # it is no error, only a doubt
    """The compiled code does not know; the plain hooks do."""


def structure_fn(cls: type[Value], converter: Converter, *, clean: bool = False) -> Structure:
    """Return the compiled structuring function of a class.

    Nested classes are structured by the converter's hooks, so that a hook that somebody registered
    for one of them holds here too.

    Args:
        cls: The class.
        converter: Whose hooks to use for nested classes.
        clean: Whether the data come straight from a parser, of a document that was found clean as
            a whole (`_json.is_clean`): then the only control character in any text is a line feed,
            no text holds surrogates, and only a dict answers to a key.
    """
    return _StructureWriter(cls, converter, clean=clean).made()


def _list(value: Any) -> list[Any]:
    if value.__class__ is not list:
        raise Unsure
    return value


class _StructureWriter(Writer):
    def __init__(self, cls: Any, converter: Converter, *, clean: bool) -> None:
        super().__init__()
        self.cls, self.converter, self.clean = cls, converter, clean
        self.scope |= {"Unsure": Unsure, "EMPTY": (), "as_list": _list}

    def made(self) -> Structure:
        cls, put = self.cls, self.lines.append
        slots = slots_of(cls)
        known = sum(slot.required for slot in slots)
        put("def structure(d):")
        if not self.clean or not known:
            put("    if d.__class__ is not dict: raise Unsure")
        if cls is Bundle:
            put(f"    if d['schema'] != {SCHEMA!r}: raise Unsure")
            known += 1
        elif cls in TAGS:
            put(f"    if d['{TAG}'] != {TAGS[cls]!r}: raise Unsure")
            known += 1
        required = [slot for slot in slots if slot.required]
        for slot in required:
            self.required(slot)
        if required or not slots:
            put(f"    if len(d) == {known}:")
            self.construct(slots, "        ", stated=False)
        if len(required) == len(slots):
            put("    raise Unsure")
            made: Structure = self.compiled("structure")
            return made
        put(f"    n = {known}")
        for slot in slots:
            if not slot.required:
                self.optional(slot)
        put("    if n != len(d): raise Unsure")
        self.construct(slots, "    ")
        result: Structure = self.compiled("structure")
        return result

    def required(self, slot: Slot) -> None:
        var = f"v_{slot.name}"
        self.lines.append(f"    {var} = d[{slot.name!r}]")
        self.check(slot.shape, var, "    ")

    def optional(self, slot: Slot) -> None:
        var, put = f"v_{slot.name}", self.lines.append
        default = self.default(slot.name)
        put(f"    if {slot.name!r} in d:")
        put("        n += 1")
        put(f"        {var} = d[{slot.name!r}]")
        self.check(slot.shape, var, "        ")
        converter = fields_by_name(self.cls)[slot.name].converter
        if converter is not None and isinstance(slot.shape, Many):
            put(f"        {var} = {self.bind(converter)}({var})")
        put("    else:")
        put(f"        {var} = {default}")

    def default(self, name: str) -> str:
        default = fields_by_name(self.cls)[name].default
        if default is None or isinstance(default, bool) or type(default) is int:
            return repr(default)
        return "EMPTY" if default == () else self.bind(default)

    def check(self, shape: Shape, var: str, pad: str) -> None:
        """Write what checks a value and puts the structured one in its place."""
        put = self.lines.append
        if isinstance(shape, Scalar):
            put(f"{pad}if {self.doubt(shape, var)}: raise Unsure")
        elif isinstance(shape, Many) and isinstance(shape.item, Scalar):
            put(f"{pad}for x in as_list({var}):")
            put(f"{pad}    if {self.doubt(shape.item, 'x')}: raise Unsure")
            put(f"{pad}{var} = tuple({var})")
        else:
            put(f"{pad}{var} = {self.value(shape, var)}")

    def doubt(self, shape: Scalar, var: str) -> str:
        """An expression that is true where a scalar is not certainly right."""
        if shape.rule is None:
            return f"{var}.__class__ is not {shape.base.__name__}"
        wrong = f"{var}.__class__ is not {shape.base.__name__}"
        if self.clean and shape.rule.name in {"line", "prose"}:
            return f"{wrong} or '\\n' in {var}" if shape.rule.name == "line" else wrong
        kept = shape.rule.certainly(var, self.bind(shape.rule.problem, "rule"))
        return f"{wrong} or not {kept}"

    def value(self, shape: Shape, var: str) -> str:
        """An expression for the structured value of anything but a scalar."""
        if isinstance(shape, Many):
            if isinstance(shape.item, Record) and len(shape.item.classes) == 1:
                return f"tuple(map({self.nested(shape.item.classes[0])}, as_list({var})))"
            item = f"{var}_"
            return f"tuple([{self.value(shape.item, item)} for {item} in as_list({var})])"
        if isinstance(shape, Choice):
            members = {member.value: member for member in shape.enum}
            return f"{self.bind(members)}[{var}]"
        if isinstance(shape, OneOf | Scalar):
            raise TypeError("the wire knows no such shape")
        return self.record(shape, var)

    def record(self, shape: Record, var: str) -> str:
        classes = shape.classes
        if set(classes) == set(TEXTS):
            either = {cls: self.nested(cls) for cls in TEXTS}
            is_period = self.bind(reads_as_period)
            date, period = (either[cls] for cls in TEXTS)
            return f"({period} if {is_period}({var}) else {date})({var})"
        if len(classes) == 1:
            return f"{self.nested(classes[0])}({var})"
        by_tag: dict[str, Structure] = {}
        for cls in classes:
            by_tag[TAGS[cls]] = self.late(by_tag, TAGS[cls], cls)
        return f"{self.bind(by_tag)}[{var}['{TAG}']]({var})"

    def nested(self, cls: Any) -> str:
        name = f"nested_{cls.__name__}"
        if name not in self.scope:
            self.scope[name] = self.late(self.scope, name, cls)
        return name

    def late(self, scope: dict[str, Any], name: str, cls: Any) -> Structure:
        """A stand-in that puts the function of a class in its own place when first called.

        Classes hold each other, so their functions cannot all be made before all others.
        """

        def structure(value: Any) -> Any:
            hook = self.converter.get_structure_hook(cls)
            way = getattr(hook, "clean" if self.clean else "fast", None)
            scope[name] = way = way or (lambda one: hook(one, cls))
            return way(value)

        return structure

    def construct(self, slots: tuple[Slot, ...], pad: str, *, stated: bool = True) -> None:
        """Write what makes the object: of the values found, or else of required ones only."""
        put, cls = self.lines.append, self.bind(self.cls, "cls")
        values = {
            slot.name: f"v_{slot.name}" if stated or slot.required else self.default(slot.name)
            for slot in slots
        }
        twin = thawed(self.cls)
        if twin is None:
            put(f"{pad}return {cls}({', '.join(f'{name}={v}' for name, v in values.items())})")
            return
        if not slots:
            put(f"{pad}return {self.bind(self.cls())}")
            return
        put(f"{pad}made = {self.bind(twin, 'Thawed')}()")
        for attribute in fields(self.cls):
            value = values.get(attribute.name) or self.default(attribute.name)
            put(f"{pad}made.{attribute.name} = {value}")
        put(f"{pad}made.__class__ = {cls}")
        if self.cls._invariants is not Value._invariants:
            put(f"{pad}made._invariants()")
        put(f"{pad}return made")
