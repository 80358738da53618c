"""JSON values that a record carries and the core never reads: immutable, hashable, bounded."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from govnews.errors import ModelError
from govnews.model.text import fold_line

MAX_DEPTH = 64
"""How deep the values of `Extra` may nest."""

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]*:.+", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")

Json: TypeAlias = "bool | int | float | str | tuple[Json, ...] | JsonObject | None"
"""A JSON value, frozen: objects are `JsonObject`, arrays are tuples."""


class JsonObject(Mapping[str, Json]):
    """An immutable, hashable JSON object; its keys are kept sorted.

    Lists become tuples and mappings become `JsonObject`, all the way down. Two objects are equal
    when their JSON is: ``1``, ``1.0`` and ``true`` are three values.

    Args:
        members: The object. Numbers are integers within 2^53 or finite floats (RFC 8259, 6).

    Raises:
        ModelError: A value is no JSON, or nests deeper than `MAX_DEPTH`.

    >>> JsonObject({"b": [1, 2], "a": None})
    JsonObject({'a': None, 'b': (1, 2)})

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_members",)

    _members: dict[str, Json]

    def __init__(self, members: Mapping[str, object] = {}) -> None:
        if members.__class__ is not dict and not isinstance(members, Mapping):
            raise ModelError(f"a mapping is wanted, not {type(members).__name__}", owner="Extra")
        self._members = _freeze_members(members)

    def __getitem__(self, key: str) -> Json:
        return self._members[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def plain(self, number: Callable[[float], object] = float) -> dict[str, Any]:
        """Return the object as dicts and lists, newly made.

        Args:
            number: What to make of each float.

        >>> JsonObject({"b": [1, 2.5]}).plain()
        {'b': [1, 2.5]}
        """
        return {key: _thawed(value, number) for key, value in self._members.items()}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, JsonObject):
            return NotImplemented
        return self._members.keys() == other._members.keys() and all(
            _same(value, other._members[key]) for key, value in self._members.items()
        )

    def __hash__(self) -> int:
        return hash(tuple(self._members.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._members!r})"

    def __reduce__(self) -> tuple[type[JsonObject], tuple[dict[str, Json]]]:
        return type(self), (self._members,)


class Extra(JsonObject):
    """What a record carries beyond the model, under keys ``namespace:name``.

    Args:
        members: The values; a namespace belongs to the plugin or portal that wrote it.

    >>> Extra({"portal:views": 12})["portal:views"]
    12

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    def __init__(self, members: Mapping[str, object] = {}) -> None:
        for key in members:
            if not isinstance(key, str) or not _is_key(key):
                problem = f"a key such as 'namespace:name' is wanted, not {str(key)[:80]!r}"
                raise ModelError(problem, owner="Extra")
        super().__init__(members)

    def namespace(self, name: str) -> JsonObject:
        """Return the values of one namespace, by their names without it.

        >>> Extra({"portal:views": 12, "other:x": 1}).namespace("portal")
        JsonObject({'views': 12})
        """
        prefix = f"{name}:"
        own = {key.removeprefix(prefix): self[key] for key in self if key.startswith(prefix)}
        return JsonObject(own)

    def replacing(self, name: str, values: Mapping[str, object]) -> Extra:
        """Return a copy in which one namespace holds these values and no others."""
        prefix = f"{name}:"
        others = {key: value for key, value in self.items() if not key.startswith(prefix)}
        return Extra({**others, **{prefix + key: value for key, value in values.items()}})


@lru_cache(maxsize=1024)
def _is_key(key: str) -> bool:
    return _KEY.fullmatch(key) is not None


def to_extra(members: Mapping[str, object]) -> Extra:
    """Return `members` as `Extra`; the converter of the fields of that name."""
    return members if isinstance(members, Extra) else Extra(members)


_LEAST, _MOST = -(2**53), 2**53


def _freeze_members(members: Mapping[str, object]) -> dict[str, Json]:
    try:
        return _frozen_members(members, 1)
    except (ModelError, UnicodeEncodeError, TypeError, AttributeError):
        _explain(members, 1, "")
        raise


def _frozen_members(members: Mapping[Any, Any], depth: int) -> dict[str, Json]:
    # Sorted by code point, so that equal objects have equal bytes.
    keys = sorted(members)
    for key in keys:
        key.encode("utf-8")  # fails on surrogates
    return {key + "": _frozen(members[key], depth) for key in keys}


def _frozen(value: Any, depth: int) -> Json:
    cls = value.__class__
    if cls is str:
        value.encode("utf-8")
        return value  # type: ignore[no-any-return]
    if cls is bool or value is None:
        return value  # type: ignore[no-any-return]
    if isinstance(value, int):
        if not _LEAST <= value <= _MOST:
            raise ModelError("the number is out of range", owner="Extra")
        return int(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ModelError("the number is not finite", owner="Extra")
        return float(value)
    if depth > MAX_DEPTH:
        raise ModelError("nested too deep", owner="Extra")
    if cls is list or isinstance(value, list | tuple):
        return tuple([_frozen(item, depth + 1) for item in value])
    if cls is dict or isinstance(value, Mapping):
        frozen = JsonObject.__new__(JsonObject)
        frozen._members = _frozen_members(value, depth + 1)
        return frozen
    if isinstance(value, str):
        return _frozen(value + "", depth)
    raise ModelError("no JSON value", owner="Extra")


def _thawed(value: Json, number: Callable[[float], object]) -> Any:
    cls = value.__class__
    if cls is tuple:
        return [_thawed(item, number) for item in value]  # type: ignore[union-attr]
    if cls is JsonObject:
        return value.plain(number)  # type: ignore[union-attr]
    return number(value) if cls is float else value  # type: ignore[arg-type]


def _explain(value: Any, depth: int, where: str) -> None:
    """Find out what is wrong with a value, and say where; slowly, for nothing hangs on it."""
    if not isinstance(value, list | tuple | Mapping):
        _explain_atom(value, where)
        return
    if depth > MAX_DEPTH + 1:
        raise ModelError(f"nested deeper than {MAX_DEPTH} at {where[:80]}", owner="Extra")
    if isinstance(value, Mapping):
        for key in value:
            if not isinstance(key, str):
                raise ModelError(f"keys are text, not {type(key).__name__}", owner="Extra")
            _explain_atom(key, "a key")
            _explain(value[key], depth + 1, where or fold_line(key))
        return
    for item in value:
        _explain(item, depth + 1, where)


def _explain_atom(value: Any, where: str) -> None:
    if isinstance(value, str):
        if _SURROGATE.search(value):
            raise ModelError(f"half of a character at {where}", owner="Extra")
    elif isinstance(value, int):
        if abs(value) > 2**53:
            raise ModelError(f"an integer within 2^53 is wanted at {where}", owner="Extra")
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise ModelError(f"a finite number is wanted at {where}", owner="Extra")
    elif value is not None:
        raise ModelError(f"no JSON value at {where}: {type(value).__name__}", owner="Extra")


def _same(one: Json, other: Json) -> bool:
    if one.__class__ is not other.__class__:
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, float):
        return repr(one) == repr(other)  # 0.0 and -0.0 are written apart
    return one == other


NOTHING_EXTRA = Extra()
