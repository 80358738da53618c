"""JSON text: strict reading, and bytes that are the same with and without orjson.

What is read is RFC 8259 without its loose ends: UTF-8 only, no ``NaN`` or ``Infinity``, no half of
a surrogate pair, whole numbers within 2^53. Of a key given twice the last one counts, as in most
readers. orjson reads and writes faster; every document that it refuses is read once more by the
standard library, whose answer counts, so that both ways accept the same and say the same.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from govnews.errors import DocumentError, LimitError
from govnews.issues import Issue
from govnews.limits import Limits
from govnews.model import JsonObject

try:
    import orjson
except ImportError:  # the `fast` extra
    orjson = None  # type: ignore[assignment]

_BOM = b"\xef\xbb\xbf"
# A string up to its end, or to the end of the text where it has none; or one bracket.
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)
_HARMLESS = frozenset(b'n"')
_SEPARATORS = frozenset({b"\x80\xa8", b"\x80\xa9"})  # after 0xE2: U+2028, U+2029
_LONGEST_EXACT = 17
"""Digits (and sign) of the whole numbers that may lie within 2^53."""


def loads(data: bytes, *, limits: Limits, name: str = "") -> Any:
    """Return the JSON value of a text, by the standard library, with all checks.

    Raises:
        DocumentError: The text is no JSON.
        LimitError: It nests deeper than `Limits.json_depth`.
    """
    check_depth(data, limits, name)
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"This is no UTF-8: byte {error.start} is 0x{data[error.start]:02X}."
        raise _refusal(message, f"byte {error.start}", name) from error
    try:
        return json.loads(text, parse_constant=_no_constant, parse_int=_whole)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _refusal(f"This is no JSON: {error.msg}.", where, name) from error
    except ValueError as error:
        raise _refusal(f"This is no JSON: {error}.", "$", name) from error
    except RecursionError as error:
        raise LimitError("json_depth", limits.json_depth, name=name, format="json") from error


def quick_loads(data: bytes) -> Any:
    """Return the JSON value of a text as fast as can be; whoever is refused asks `loads`.

    Raises:
        ValueError: The text is no JSON, or holds what the two parsers read differently.
        RecursionError: It nests too deep.
    """
    if orjson is not None:
        return orjson.loads(data)
    return json.loads(data.decode("utf-8"), parse_constant=_no_constant, parse_int=_whole)


def is_clean(data: bytes) -> bool:
    r"""Tell whether a JSON text holds no control character but line feeds, whatever its strings.

    Within strings JSON allows control characters below U+0020 only as escapes; the escapes allowed
    here are ``\n`` and ``\"``. The rest of the characters that no single line may hold are looked
    for as the bytes they have in UTF-8. Texts that fail are not wrong: each string is asked then.
    The text is one that a parser has accepted.
    """
    if b"\x7f" in data:
        return False
    # Jumping from find to find is several times as fast as any pattern over all bytes.
    at = data.find(b"\\")
    while at >= 0:
        if data[at + 1] not in _HARMLESS:
            return False
        at = data.find(b"\\", at + 2)
    at = data.find(b"\xc2")
    while at >= 0:
        if data[at + 1] < 0xA0:  # U+0080 to U+009F
            return False
        at = data.find(b"\xc2", at + 2)
    at = data.find(b"\xe2")
    while at >= 0:
        if data[at + 1 : at + 3] in _SEPARATORS:
            return False
        at = data.find(b"\xe2", at + 3)
    return True


def check_depth(data: bytes, limits: Limits, name: str = "") -> None:
    """Refuse a text that nests too deep, before anything recurses over it.

    Raises:
        LimitError: It nests deeper than `Limits.json_depth`.
    """
    depth = 0
    for token in _TOKEN.finditer(data):
        first = token.group()[0]
        if first in b"[{":
            depth += 1
            if depth > limits.json_depth:
                where = f"byte {token.start()}"
                raise LimitError(
                    "json_depth", limits.json_depth, name=name, format="json", where=where
                )
        elif first in b"]}":
            depth -= 1


def dumps(tree: Any, *, indent: int = 0) -> bytes:
    """Return the bytes of a JSON value: UTF-8, keys in their order, floats as `repr` has them.

    Args:
        tree: Dicts, lists and scalars; floats as `writable` has them.
        indent: Blanks a level; 0 writes one line.
    """
    if orjson is None:
        return plain_dumps(tree, indent=indent)
    if not indent:
        return orjson.dumps(tree)
    if indent == 2:
        return orjson.dumps(tree, option=orjson.OPT_INDENT_2)
    return plain_dumps(orjson.loads(orjson.dumps(tree)), indent=indent)


def plain_dumps(tree: Any, *, indent: int = 0) -> bytes:
    """The same by the standard library alone."""
    separators = (",", ": " if indent else ":")
    return json.dumps(
        tree, ensure_ascii=False, allow_nan=False, indent=indent or None, separators=separators
    ).encode("utf-8")


def writable(extra: JsonObject) -> dict[str, Any]:
    """Return the dicts and lists of what stands in ``extra``, for `dumps`.

    Floats get their one spelling here, since orjson would write 1e-07 as 1e-7.
    """
    return extra.plain() if orjson is None else extra.plain(_spelled)


def _spelled(number: float) -> Any:
    return orjson.Fragment(repr(number))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _whole(digits: str) -> int:
    """An integer; those far too long to be legal are cut, for reading them takes quadratic time."""
    if len(digits) <= _LONGEST_EXACT:
        return int(digits)
    return -(2**64) if digits.startswith("-") else 2**64


def _refusal(message: str, where: str, name: str) -> DocumentError:
    return DocumentError([Issue("wire.json", message, where)], name=name)
