"""The strict hooks of the converter, one for each shape that a field of the model may have.

Nothing is coerced: a number is no text, an object no list, null no empty text. Each hook reports
all the faults below it. These hooks are the plain, slow, obvious way; `_compiled` writes code that
does the same faster, and is tested against them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Union, get_origin

from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote

from govnews.errors import ModelError
from govnews.model import Extra
from govnews.model._shape import Choice, Many, OneOf, Record, Scalar, Shape, shape_of
from govnews.model.extra import MAX_DEPTH
from govnews.wire._faults import WireError, WireErrors, wrong_type
from govnews.wire._forms import TAG, TAGS, TEXTS, reads_as_period

Hook = Callable[[Any, Any], Any]


def is_composite(annotation: Any) -> bool:
    """Whether an annotation is one of the model's shapes and not just a class."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return False
    if get_origin(annotation) not in (Annotated, Union, tuple, type(int | None)):
        return False
    try:
        shape_of(annotation)
    except TypeError:
        return False
    return True


def composite_hook(annotation: Any, converter: Converter) -> Hook:
    """Return the hook of an annotation that `is_composite`."""
    shape, optional = shape_of(annotation)
    hook = _hook(shape, converter)
    if not optional:
        return hook
    return lambda value, cls: None if value is None else hook(value, cls)


def _hook(shape: Shape, converter: Converter) -> Hook:
    if isinstance(shape, Scalar):
        return lambda value, _: scalar(value, shape)
    if isinstance(shape, Choice):
        return lambda value, _: choice(value, shape.enum)
    if isinstance(shape, Many):
        return _many(shape, converter)
    if isinstance(shape, OneOf):
        raise TypeError("the wire knows no union of such different shapes")
    return _record(shape, converter)


def scalar(value: Any, shape: Scalar) -> Any:
    """Return a string, whole number or boolean that is exactly that."""
    if value.__class__ is not shape.base:
        wanted = {str: "Text", int: "A whole number", bool: "True or false"}[shape.base]
        raise wrong_type(wanted, value)
    if shape.rule is not None and (problem := shape.rule.problem(value)) is not None:
        raise WireError("wire.impossible", f"{problem[:1].upper()}{problem[1:]}.")
    return value


def primitive(value: Any, cls: type) -> Any:
    """Return a bare `str`, `int`, `float` or `bool`, or a member of an enumeration of them."""
    if cls is float:
        if value.__class__ in (float, int):
            return float(value)
        raise wrong_type("A number", value)
    if cls not in (str, int, bool):
        return choice(value, cls)
    return scalar(value, Scalar(cls))


def choice(value: Any, cls: Any) -> Any:
    """Return the member of an enumeration."""
    if isinstance(value, str):
        try:
            return cls(value)
        except ValueError:
            known = ", ".join(repr(member.value) for member in cls)
            message = f"One of {known} is wanted, not {value[:80]!r}."
            raise WireError("wire.impossible", message) from None
    raise wrong_type("Text", value)


def _many(shape: Many, converter: Converter) -> Hook:
    hook = _hook(shape.item, converter)

    def structure(value: Any, cls: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise wrong_type("An array", value)
        items, errors = [], []
        for index, one in enumerate(value):
            try:
                items.append(hook(one, None))
            except Exception as error:  # noqa: BLE001  # kept, and raised with the others
                error.add_note(IterableValidationNote(f"at {index}", index, None))
                errors.append(error)
        if errors:
            raise IterableValidationError("a list", errors, cls)
        return tuple(items)

    return structure


def _record(shape: Record, converter: Converter) -> Hook:
    classes = shape.classes
    if set(classes) == set(TEXTS):
        return lambda value, _: text_form(value, TEXTS[reads_as_period(_text(value))])
    if len(classes) == 1:
        only = classes[0]
        # Late, since classes may hold each other.
        return lambda value, _: converter.structure(value, only)
    by_tag = {TAGS[cls]: cls for cls in classes}

    def structure(value: Any, _: Any) -> Any:
        return converter.structure(value, by_tag[known_tag(value, by_tag)])

    return structure


def known_tag(value: Any, known: Any) -> str:
    """Return the tag of an object of a union."""
    if not isinstance(value, dict):
        raise wrong_type("An object", value)
    names = ", ".join(map(repr, known))
    if TAG not in value:
        message = f"The key {TAG!r} is missing; it says which of {names} this is."
        raise WireError("wire.missing", message)
    tag = value[TAG]
    if not isinstance(tag, str):
        raise _at(wrong_type("Text", tag), TAG)
    if tag not in known:
        message = f"{tag[:80]!r} is no type that may stand here; these are: {names}."
        raise WireError("wire.unknown-tag", message, (TAG,))
    return tag


def text_form(value: Any, cls: Any) -> Any:
    """Return the value of a class that is written as one string."""
    return cls.parse(_text(value))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong_type("Text", value)
    return value


def _at(error: WireError, *steps: str | int) -> WireError:
    return WireError(error.code, error.message, steps + error.steps)


def strict_extra(value: Any) -> Extra:
    """Return the values that a record carries beyond the model."""
    if not isinstance(value, dict):
        raise wrong_type("An object", value)
    try:
        return Extra(value)
    except ModelError:
        errors = list(_extra_faults(value))
        if errors:
            raise WireErrors("in extra", errors) from None
        raise


def quick_extra(value: Any) -> Extra:
    """Do the same for the compiled code, which has no need to explain.

    Raises:
        ValueError: A float so great that it may have been a whole number: orjson reads whole
            numbers beyond 64 bits as floats, and only the document itself tells.
    """
    if _holds_great_float(value):
        raise ValueError
    return Extra(value)


def _holds_great_float(value: Any) -> bool:
    cls = value.__class__
    if cls is float:
        return not -(2.0**53) < value < 2.0**53
    if cls is dict:
        return any(map(_holds_great_float, value.values()))
    return cls is list and any(map(_holds_great_float, value))


def _extra_faults(members: dict[str, Any]) -> Iterator[WireError]:
    """Look for every fault in `extra`, which `Extra` itself tells only the first of."""
    for key, value in members.items():
        try:
            Extra({key: None})
        except ModelError as error:
            yield _extra_fault(error, (key,))
            continue
        pending: list[tuple[Any, tuple[str | int, ...]]] = [(value, (key,))]
        while pending:
            one, steps = pending.pop()
            if isinstance(one, list | tuple | dict) and len(steps) > MAX_DEPTH:
                yield WireError("wire.impossible", f"Nested deeper than {MAX_DEPTH}.", steps)
                continue
            if isinstance(one, list | tuple):
                pending += [(item, (*steps, index)) for index, item in enumerate(one)][::-1]
                continue
            if isinstance(one, dict):
                pending += [(item, (*steps, name)) for name, item in one.items()][::-1]
                one = dict.fromkeys(one)  # its keys alone
            try:
                Extra({"a:b": one})
            except ModelError as error:
                yield _extra_fault(error, steps)


def _extra_fault(error: ModelError, steps: tuple[str | int, ...]) -> WireError:
    problem = error.problem.removesuffix(" at a:b")
    return WireError("wire.impossible", f"{problem[:1].upper()}{problem[1:]}.", steps)
