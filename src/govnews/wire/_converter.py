"""The one converter between the model and plain JSON values."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from attrs import has
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from govnews.model import Bundle, Difference, Extra, JsonObject
from govnews.model._check import Value
from govnews.wire import _hooks
from govnews.wire._faults import WireError, wrong_type
from govnews.wire._forms import SCHEMA, TAG, TAGS, TEXTS
from govnews.wire._migrations import migrate
from govnews.wire._structuring import structure_fn

_MODEL_TEXTS = frozenset(TEXTS)


def make_converter(*, compiled: bool = True) -> Converter:
    """Return a converter of the model.

    Args:
        compiled: Whether compiled code is asked first. Without it, the plain hooks do all: the
            reference, slow and obvious.
    """
    made = Converter(detailed_validation=True, forbid_extra_keys=True, omit_if_default=True)
    for primitive in (str, int, float, bool):
        made.register_structure_hook(primitive, _hooks.primitive)
    made.register_structure_hook_factory(_hooks.is_composite, _hooks.composite_hook)
    made.register_structure_hook_factory(_is_record, _fast_hook if compiled else _record_hook)
    made.register_unstructure_hook_factory(_is_record, _record_unhook)
    made.register_unstructure_hook_factory(_is_tuple, _tuple_unhook)
    made.register_unstructure_hook_func(_is_enum, lambda member: member.value)
    for cls in TEXTS:
        made.register_structure_hook(cls, _text_hook(cls))
        made.register_unstructure_hook(cls, str)
    made.register_structure_hook(Extra, _extra_hook())
    made.register_unstructure_hook(JsonObject, JsonObject.plain)
    made.register_unstructure_hook(Difference, lambda one: _difference(one, made))
    return made


def _difference(one: Difference, converter: Converter) -> dict[str, Any]:
    """The stable JSON form of what differs between two versions."""
    values = {"old": one.old, "new": one.new}
    said = {name: converter.unstructure(part) for name, part in values.items() if part is not None}
    return {"kind": one.kind, "path": str(one.path), **said}


def _is_enum(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Enum)


def _is_tuple(annotation: Any) -> bool:
    return annotation is tuple or getattr(annotation, "__origin__", None) is tuple


def _is_record(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Value) and has(cls) and cls not in _MODEL_TEXTS


def _record_hook(cls: Any, converter: Converter) -> _hooks.Hook:
    structure: Callable[[Any, Any], Any] = make_dict_structure_fn(cls, converter)
    tag = TAGS.get(cls)

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise wrong_type("An object", value)
        if cls is Bundle:
            value = migrate(value)
        elif tag is not None:
            _hooks.known_tag(value, (tag,))
            value = {key: member for key, member in value.items() if key != TAG}
        for key in value:
            if not isinstance(key, str):
                raise WireError("wire.wrong-type", f"Keys are text, not {key!r:.80}.")
        return structure(value, cls)

    return hook


def _fast_hook(cls: Any, converter: Converter) -> _hooks.Hook:
    """Ask the compiled code; where it is in doubt, let the plain hook decide and explain."""
    fast, plain = structure_fn(cls, converter), _record_hook(cls, converter)

    def hook(value: Any, _: Any) -> Any:
        try:
            return fast(value)
        except Exception:  # noqa: BLE001  # whatever went wrong, the plain hook says it better
            return plain(value, cls)

    hook.fast = fast  # type: ignore[attr-defined]
    hook.clean = structure_fn(cls, converter, clean=True)  # type: ignore[attr-defined]
    return hook


def _text_hook(cls: Any) -> _hooks.Hook:
    def hook(value: Any, _: Any) -> Any:
        return _hooks.text_form(value, cls)

    hook.fast = hook.clean = cls.parse  # type: ignore[attr-defined]
    return hook


def _extra_hook() -> _hooks.Hook:
    def hook(value: Any, _: Any) -> Any:
        return _hooks.strict_extra(value)

    hook.fast = hook.clean = _hooks.quick_extra  # type: ignore[attr-defined]
    return hook


def _record_unhook(cls: Any, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    unstructure: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(
        cls, converter, _cattrs_omit_if_default=True
    )
    head = {"schema": SCHEMA} if cls is Bundle else {TAG: TAGS[cls]} if cls in TAGS else None
    if head is None:
        return unstructure
    return lambda value: {**head, **unstructure(value)}


def _tuple_unhook(_: Any, converter: Converter) -> Callable[[Any], list[Any]]:
    # By the class of each item: an item of a union says itself what it is.
    return lambda values: [converter.unstructure(value) for value in values]
