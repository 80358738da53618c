"""Options of formats: checked when passed as objects, parsed when passed as ``key=value``."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from difflib import get_close_matches
from enum import Enum
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from attrs import fields

from govnews.errors import OptionsError

O = TypeVar("O")  # noqa: E741  # options

_BOOLS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def checked_options(options: Any, wanted: type[O], format: str) -> O:
    """Return `options`, or the defaults where there are none.

    Raises:
        OptionsError: They are of another class.
    """
    if options is None:
        return wanted()
    if not isinstance(options, wanted):
        raise OptionsError(
            f"format {format!r} takes options of class {wanted.__name__}, "
            f"not {type(options).__name__}"
        )
    return options


def parse_options(settings: Iterable[str], wanted: type[O], format: str) -> O:
    """Make options of texts ``key=value``, as the command line has them.

    Raises:
        OptionsError: A key is unknown, or a value does not fit it.
    """
    hints = typing.get_type_hints(wanted)
    known: tuple[Any, ...] = fields(wanted)  # type: ignore[arg-type]  # options are attrs classes
    names = [attribute.name for attribute in known]
    values: dict[str, Any] = {}
    for setting in settings:
        key, equals, text = setting.partition("=")
        key = key.strip().replace("-", "_")
        if not equals:
            raise OptionsError(f"an option is KEY=VALUE, not {setting!r}")
        if key not in names:
            raise OptionsError(f"format {format!r} has no option {key!r}", hint=_known(key, names))
        values[key] = _value(hints[key], text, key)
    try:
        return wanted(**values)
    except ValueError as error:
        raise OptionsError(f"the options of format {format!r} do not fit: {error}") from error


def describe_options(wanted: type[Any]) -> list[tuple[str, str, str]]:
    """Return name, values and default of each option, as texts for a table."""
    hints = typing.get_type_hints(wanted)
    return [
        (attribute.name, _choices(hints[attribute.name]), str(attribute.default))
        for attribute in fields(wanted)
    ]


def _known(key: str, names: list[str]) -> str:
    near = get_close_matches(key, names, n=1)
    guess = f"Did you mean {near[0]!r}? " if near else ""
    return f"{guess}It has: {', '.join(names) or 'none'}."


def _choices(hint: Any) -> str:
    origin = get_origin(hint)
    if origin is Literal:
        return " | ".join(map(str, get_args(hint)))
    if origin in (Union, types.UnionType):
        parts = [_choices(part) for part in get_args(hint) if part is not type(None)]
        return " | ".join([*parts, "none"])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return " | ".join(str(member.value) for member in hint)
    return "true | false" if hint is bool else getattr(hint, "__name__", str(hint))


def _value(hint: Any, text: str, key: str) -> Any:
    value, fits = _parsed(hint, text)
    if not fits:
        raise OptionsError(f"option {key!r} takes {_choices(hint)}, not {text!r}")
    return value


def _parsed(hint: Any, text: str) -> tuple[Any, bool]:
    origin = get_origin(hint)
    if origin is Literal:
        by_text = {str(choice): choice for choice in get_args(hint)}
        return by_text.get(text), text in by_text
    if origin in (Union, types.UnionType):
        if type(None) in get_args(hint) and text in ("", "none"):
            return None, True
        parts = (part for part in get_args(hint) if part is not type(None))
        return next(
            (found for found in (_parsed(p, text) for p in parts) if found[1]), (None, False)
        )
    if hint is bool:
        return _BOOLS.get(text.lower()), text.lower() in _BOOLS
    if hint is int:
        try:
            return int(text), True
        except ValueError:
            return None, False
    if hint is str:
        return text, True
    if isinstance(hint, type) and issubclass(hint, Enum):
        found = next((member for member in hint if str(member.value) == text), None)
        return found, found is not None
    return None, False
