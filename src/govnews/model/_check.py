"""The constructors of the model, compiled once for each class from its annotations.

`Value` is the base of all classes of the model. attrs makes the classes; the first construction of
one replaces the constructor that attrs made by one of the same signature that also checks: exact
classes, legal text, tuples all the way down, in a straight line. It only asks "certainly right?";
where the answer is no, `_explain` walks the value once more, slowly, and raises a `ModelError` that
names the field. To set its fields it thaws the object for that long, which is several times as fast
as to go around a frozen class field by field.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NoReturn

from attrs import NOTHING, fields

from govnews.errors import ModelError
from govnews.model._shape import Choice, Many, OneOf, Record, Scalar, Shape, slots_of


class Value:
    """Base of the classes of the model: checks on construction, a short repr. They are final."""

    # Here and not in each class, so that classes of the same slots have one layout.
    __slots__ = ("__weakref__",)

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        cls.__repr__ = _repr  # type: ignore[method-assign, assignment]  # attrs has made its own
        made_by_attrs = cls.__init__

        def first(self: Value, **values: Any) -> None:
            # Late, since annotations may name classes that are defined further down.
            cls.__init__ = init = _compiled(cls)  # type: ignore[method-assign]
            init.__wrapped__ = made_by_attrs
            init(self, **values)

        first.__wrapped__ = made_by_attrs  # type: ignore[attr-defined]  # the signature with types
        cls.__init__ = first  # type: ignore[method-assign, assignment]

    def _invariants(self) -> None:
        """Raise a `ModelError` for fields that are right one by one but not together."""

    def _refuse(self, problem: str, field: str = "") -> NoReturn:
        raise ModelError(problem, owner=type(self).__name__, field=field)


def _repr(self: Value) -> str:
    """Show the fields that differ from their defaults; most fields of most records do not."""
    shown = []
    for attribute in fields(type(self)):  # type: ignore[arg-type]  # subclasses are attrs classes
        value = getattr(self, attribute.name)
        if attribute.repr and value != attribute.default:
            shown.append(f"{attribute.name}={value!r}")
    return f"{type(self).__name__}({', '.join(shown)})"


@cache
def thawed(cls: Any) -> type | None:
    """Return a class of the same slots whose instances are not frozen, to fill and to freeze.

    A class with cached properties has none: attrs gives it slots of another kind.
    """
    if "__getattr__" in vars(cls):
        return None
    return type(cls.__name__, (Value,), {"__slots__": cls.__slots__})


def _compiled(cls: Any) -> Any:
    """Write and compile the constructor of a class.

    The source is made of field names and of names bound here, never of data.
    """
    scope: dict[str, Any] = {"explain": _explain, "EMPTY": (), "put": object.__setattr__}
    scope |= {"cls": cls, "Thawed": thawed(cls)}
    attributes = [attribute for attribute in fields(cls) if attribute.init]
    shapes = {slot.name: (number, slot) for number, slot in enumerate(slots_of(cls))}
    given = [_parameter(attribute, scope) for attribute in attributes]
    lines = [f"def __init__(self, {'*, ' if given else ''}{', '.join(given)}):"]
    for attribute in attributes:
        number, slot = shapes[attribute.name]
        if attribute.converter is not None:
            convert = f"{slot.name} = {_bind(attribute.converter, scope)}({slot.name})"
            # A default needs no converting.
            unlike = f"if {slot.name} is not {_default(attribute, scope)}: "
            lines.append(f"    {'' if slot.required else unlike}{convert}")
        unsure = f"explain(cls, {number}, {slot.name})"
        lines += _field(slot.shape, slot.name, scope, unsure, optional=slot.optional)
    lines += _stores(cls, scope)
    if cls._invariants is not Value._invariants:
        lines.append("    self._invariants()")
    # The same device by which attrs makes the constructor that this one replaces.
    exec("\n".join(lines), scope)  # noqa: S102
    return scope["__init__"]


def _parameter(attribute: Any, scope: dict[str, Any]) -> str:
    if attribute.default is NOTHING:
        return str(attribute.name)
    return f"{attribute.name}={_default(attribute, scope)}"


def _default(attribute: Any, scope: dict[str, Any]) -> str:
    if attribute.default is None:
        return "None"
    if attribute.default == ():
        return "EMPTY"
    name = f"default_{attribute.name}"
    scope[name] = attribute.default
    return name


def _stores(cls: Any, scope: dict[str, Any]) -> list[str]:
    values = {a.name: a.name if a.init else _default(a, scope) for a in fields(cls)}
    if thawed(cls) is None:
        return [f"    put(self, {name!r}, {value})" for name, value in values.items()]
    stores = [f"    self.{name} = {value}" for name, value in values.items()]
    return ["    put(self, '__class__', Thawed)", *stores, "    self.__class__ = cls"]


def _field(
    shape: Shape, var: str, scope: dict[str, Any], unsure: str, *, optional: bool
) -> list[str]:
    if isinstance(shape, Many):
        body = _loop(shape, var, scope, unsure, "        ")
        return [f"    if {var} is not EMPTY:", *body]
    test = _certainly(shape, var, scope)
    absent = f"{var} is None or " if optional else ""
    return [f"    if not ({absent}{test}):", f"        {unsure}"]


def _loop(shape: Many, var: str, scope: dict[str, Any], unsure: str, pad: str) -> list[str]:
    item = f"{var}_"
    lines = [
        f"{pad}if {var}.__class__ is not tuple:",
        f"{pad}    {unsure}",
        f"{pad}for {item} in {var}:",
    ]
    if isinstance(shape.item, Many):
        return lines + _loop(shape.item, item, scope, unsure, f"{pad}    ")
    test = _certainly(shape.item, item, scope)
    return [*lines, f"{pad}    if not ({test}):", f"{pad}        {unsure}"]


def _certainly(shape: Shape, var: str, scope: dict[str, Any]) -> str:
    """An expression that is true only for values that are certainly right."""
    if isinstance(shape, OneOf):
        return " or ".join(f"({_certainly(part, var, scope)})" for part in shape.shapes)
    if isinstance(shape, Scalar) and shape.rule is not None:
        kept = shape.rule.certainly(var, _bind(shape.rule.problem, scope))
        return f"{var}.__class__ is {shape.base.__name__} and {kept}"
    if isinstance(shape, Scalar):
        return f"{var}.__class__ is {shape.base.__name__}"
    classes = shape.classes if isinstance(shape, Record) else (shape.enum,)  # type: ignore[union-attr]
    if len(classes) == 1:
        return f"{var}.__class__ is {_bind(classes[0], scope)}"
    return f"{var}.__class__ in {_bind(frozenset(classes), scope)}"


def _bind(value: object, scope: dict[str, Any]) -> str:
    name = f"c{len(scope)}"
    scope[name] = value
    return name


def _explain(cls: Any, number: int, value: Any) -> None:
    """Find out what is wrong with a field, if anything is."""
    slot = slots_of(cls)[number]
    problem = None if value is None and slot.optional else _problem(slot.shape, value, "")
    if problem is not None:
        at, what = problem
        raise ModelError(what, owner=cls.__name__, field=f"{slot.name}{at}")


def _problem(shape: Shape, value: Any, at: str) -> tuple[str, str] | None:
    if isinstance(shape, Many):
        if not isinstance(value, tuple):
            return at, f"a tuple is wanted, not {_kind(value)}"
        for index, item in enumerate(value):
            problem = _problem(shape.item, item, f"{at}[{index}]")
            if problem is not None:
                return problem
        return None
    if isinstance(shape, OneOf):
        if any(_problem(part, value, at) is None for part in shape.shapes):
            return None
        return at, f"{_wanted(shape)} is wanted, not {_kind(value)}"
    if not _is(shape, value):
        return at, f"{_wanted(shape)} is wanted, not {_kind(value)}"
    if isinstance(shape, Scalar) and shape.rule is not None:
        what = shape.rule.problem(value)
        if what is not None:
            return at, what
    return None


def _is(shape: Shape, value: Any) -> bool:
    if isinstance(shape, Scalar):
        # `bool` is a subclass of `int`, and no number.
        return isinstance(value, shape.base) and (shape.base is bool or value.__class__ is not bool)
    if isinstance(shape, Choice):
        return isinstance(value, shape.enum)
    return isinstance(value, shape.classes)  # type: ignore[union-attr]  # a Record


def _wanted(shape: Shape) -> str:
    if isinstance(shape, Scalar):
        return shape.base.__name__
    if isinstance(shape, Choice):
        return shape.enum.__name__
    if isinstance(shape, Record):
        return " or ".join(cls.__name__ for cls in shape.classes)
    if isinstance(shape, Many):
        return "tuple"
    return " or ".join(map(_wanted, shape.shapes))


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__
