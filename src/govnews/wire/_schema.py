"""The JSON Schema (draft 2020-12) of the serialized form, generated from the classes."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

from govnews.model import Bundle, Extra, IntervalEnd, PartialDate, Period
from govnews.model._shape import Choice, Many, OneOf, Scalar, Shape, slots_of
from govnews.wire._forms import (
    BLOCK_TAGS,
    INLINE_TAGS,
    ITEM_TAGS,
    MAJOR,
    SCHEMA,
    TAG,
    TAGS,
    TEXTS,
)

_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)(\.[0-9]{1,9})?)?"
_OFFSET = r"(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"
_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
_DATE = rf"([0-9]{{4}}(-{_MONTH}(-{_DAY}(T{_TIME}{_OFFSET}?)?)?)?|--{_MONTH}(-{_DAY})?|---{_DAY})"
_NUMBER = "[0-9]{1,6}"
_DURATION = (
    rf"P(?=[0-9T])({_NUMBER}Y)?({_NUMBER}M)?({_NUMBER}W)?({_NUMBER}D)?"
    rf"(T(?=[0-9])({_NUMBER}H)?({_NUMBER}M)?({_NUMBER}S)?)?"
)
_END = rf"({_DATE}|\.\.)?"
_PERIOD = rf"({_DURATION}|{_END}/{_END}(/{_DURATION})?|{_END}/{_DURATION}|{_DURATION}/{_END})"

_TEXT_FORMS: dict[type, dict[str, Any]] = {
    PartialDate: {"type": "string", "pattern": f"^{_DATE}$"},
    Period: {"type": "string", "pattern": f"^{_PERIOD}$"},
}
_EXTRA: dict[str, Any] = {
    "type": "object",
    "propertyNames": {"pattern": r"^[A-Za-z0-9][A-Za-z0-9_.\-]*:[\s\S]+$"},
}

SEMANTIC_RULES: Final = (
    "A date names a day that exists.",
    "An offset from UTC is not -00:00.",
    "A period says a start, an end or a duration, and its end is not before its start.",
    "Two records or sources of a bundle have two ids.",
    "Evidence has source, start, end and exact together or not at all.",
    "Evidence without words is of an inferred value; its span is as long as its exact words.",
    "A path follows the grammar of paths.",
    "A person has a name or a post; a responsible one or a witness a person or an office.",
    "An author has a name, an e-mail address or a URL.",
    "A change has a date or a note, a relation a target or a title.",
    "A table has no more header rows than rows.",
    "Blocks nest in quotes and lists at most 32 deep.",
    "Values in extra nest at most 64 deep, and whole numbers there lie within 2^53.",
    "A whole number is written without a fraction: 1, not 1.0.",
    "Text holds no half of a surrogate pair.",
)
"""All that the converter refuses and the schema lets pass."""


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the serialized form of a bundle.

    ``#/$defs/Item`` describes a line of JSON Lines. What the converter accepts is valid under the
    schema; what it refuses beyond the schema are the rules in its ``$comment``.

    >>> json_schema()["properties"]["schema"]
    {'const': 'govnews/1'}

    .. versionadded:: 0.1.0
    """
    defs: dict[str, Any] = {}
    pending: list[Any] = [Bundle, *ITEM_TAGS]
    while pending:
        cls = pending.pop()
        if cls.__name__ not in defs:
            defs[cls.__name__] = {}
            defs[cls.__name__] = _definition(cls, pending)
    defs["Block"] = _one_of(BLOCK_TAGS)
    defs["Inline"] = _one_of(INLINE_TAGS)
    defs["Item"] = {"oneOf": [_line(cls, tag, defs) for cls, tag in ITEM_TAGS.items()]}
    root = defs.pop("Bundle")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:govnews:schema:{MAJOR}",
        "title": SCHEMA,
        "$comment": "Beyond this schema: " + " ".join(SEMANTIC_RULES),
        **root,
        "$defs": dict(sorted(defs.items())),
    }


def _definition(cls: Any, pending: list[Any]) -> dict[str, Any]:
    if cls in _TEXT_FORMS:
        return _TEXT_FORMS[cls]
    if cls is Extra:
        return _EXTRA
    if issubclass(cls, Enum):
        return {"enum": [member.value for member in cls]}
    properties: dict[str, Any] = {}
    required = []
    if cls in TAGS:
        properties[TAG] = {"const": TAGS[cls]}
        required.append(TAG)
    if cls is Bundle:
        properties["schema"] = {"const": SCHEMA}
        required.append("schema")
    for slot in slots_of(cls):
        form = _form(slot.shape, pending)
        properties[slot.name] = {"anyOf": [form, {"type": "null"}]} if slot.optional else form
        if slot.required:
            required.append(slot.name)
    made: dict[str, Any] = {"type": "object", "properties": properties}
    if required:
        made["required"] = required
    return {**made, "additionalProperties": False}


def _form(shape: Shape, pending: list[Any]) -> dict[str, Any]:
    if isinstance(shape, Scalar):
        if shape.rule is not None:
            return dict(shape.rule.schema)
        return {"type": {str: "string", int: "integer", bool: "boolean"}[shape.base]}
    if isinstance(shape, Choice):
        return _ref(shape.enum, pending)
    if isinstance(shape, Many):
        return {"type": "array", "items": _form(shape.item, pending)}
    if isinstance(shape, OneOf):
        raise TypeError("the wire knows no union of such different shapes")
    classes = shape.classes
    pending += [cls for cls in classes if cls is not IntervalEnd]
    if set(classes) == set(BLOCK_TAGS):
        return {"$ref": "#/$defs/Block"}
    if set(classes) == set(INLINE_TAGS):
        return {"$ref": "#/$defs/Inline"}
    if len(classes) == 1:
        return _ref(classes[0], pending)
    if set(classes) != set(TEXTS):
        raise TypeError("the wire tells no other records apart by their form")
    return {"anyOf": [_ref(cls, pending) for cls in classes]}


def _ref(cls: Any, pending: list[Any]) -> dict[str, Any]:
    pending.append(cls)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _one_of(tags: dict[type, str]) -> dict[str, Any]:
    return {"oneOf": [{"$ref": f"#/$defs/{cls.__name__}"} for cls in tags]}


def _line(cls: type, tag: str, defs: dict[str, Any]) -> dict[str, Any]:
    plain = defs[cls.__name__]
    opens = tag == "preamble"
    return {
        "type": "object",
        "properties": {TAG: {"const": tag}, "schema": {"const": SCHEMA}, **plain["properties"]},
        "required": [TAG, *(["schema"] if opens else []), *plain.get("required", [])],
        "additionalProperties": False,
    }
