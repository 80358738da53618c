"""Documents and lines: bytes to values and back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar

from attrs import AttrsInstance
from cattrs import Converter

from govnews.errors import DocumentError
from govnews.issues import Issue
from govnews.limits import Limits
from govnews.model import Bundle, Item, JsonObject, Preamble
from govnews.model._check import Value
from govnews.wire import _json
from govnews.wire._converter import make_converter
from govnews.wire._faults import WireError, document_error
from govnews.wire._forms import ITEM_TAGS, SCHEMA, TAG
from govnews.wire._hooks import known_tag
from govnews.wire._migrations import migrate_item
from govnews.wire._structuring import Unsure
from govnews.wire._unstructuring import Unstructurer

T = TypeVar("T")

_DEFAULTS = Limits()
_DEEPEST_LEGAL = 128
"""No document whose values are legal nests deeper: bodies and extra have bounds of their own."""

_DEEPEST = 256
"""No legal value nests deeper in its wire form; beyond it faults would have endless paths."""

_PLAIN = Unstructurer(JsonObject.plain)
_FOR_JSON = Unstructurer(_json.writable)

_ITEMS: dict[str, Any] = {tag: cls for cls, tag in ITEM_TAGS.items()}


@cache
def _fast(cls: Any, *, clean: bool) -> Callable[[Any], Any]:
    hook: Any = _shared().get_structure_hook(cls)
    function: Callable[[Any], Any] = hook.clean if clean else hook.fast
    return function


@cache
def _shared() -> Converter:
    return make_converter()


def converter() -> Converter:
    """Return a converter of the model, a new one each time, for a plugin to extend.

    It is strict: wrong types, unknown keys and unknown tags are errors. Hooks that you register
    for classes of your own, such as a typed view of your namespace of `extra`, touch nobody else.

    >>> from govnews.model import PartialDate
    >>> converter().structure(["2021", "2021-04"], tuple[PartialDate, ...])[1].month
    4

    .. versionadded:: 0.1.0
    """
    return make_converter()


def unstructure(value: AttrsInstance) -> dict[str, Any]:
    """Return the wire form of a value of the model: dicts, lists, strings, numbers.

    Fields that equal their defaults are left out. A bundle carries its ``schema``; blocks and
    inlines carry their ``type``.

    >>> from govnews.model import Term
    >>> unstructure(Term(label="Bản ghi nhớ", code="mou"))
    {'label': 'Bản ghi nhớ', 'code': 'mou'}

    .. versionadded:: 0.1.0
    """
    if isinstance(value, Value):
        made: dict[str, Any] = _PLAIN(value)
        return made
    other: dict[str, Any] = _shared().unstructure(value)
    return other


def structure(data: Any, cls: type[T], *, limits: Limits | None = None, name: str = "") -> T:
    """Return the value that a wire form stands for.

    Args:
        data: What `unstructure` returned, or what a JSON parser made of it.
        cls: The class wanted.
        limits: Bounds the number of faults listed (`Limits.issues`).
        name: Name of the source, for errors.

    Raises:
        DocumentError: There are faults; all of them are listed, each with its path from `data`.

    >>> from govnews.model import Term
    >>> structure({"label": 5, "cod": "mou"}, Term)
    Traceback (most recent call last):
    ...
    govnews.errors.DocumentError: $.label: Text is wanted, not a number (and 1 more fault)

    .. versionadded:: 0.1.0
    """
    try:
        return _shared().structure(data, cls)
    except Exception as error:
        if _nests_beyond(data, _DEEPEST):
            message = "This nests far deeper than any legal value."
            raise DocumentError([Issue("wire.wrong-type", message)], name=name) from None
        raise document_error(error, limits or _DEFAULTS, name) from error


def _nests_beyond(data: Any, depth: int) -> bool:
    pending = [(data, 0)]
    while pending:
        value, level = pending.pop()
        if level > depth:
            return True
        if isinstance(value, dict):
            pending += [(member, level + 1) for member in value.values()]
        elif isinstance(value, list | tuple):
            pending += [(item, level + 1) for item in value]
    return False


def encode(bundle: AttrsInstance, *, indent: int = 0) -> bytes:
    """Return the canonical JSON of a bundle, or of any other value of the model.

    The bytes depend on the value alone: keys stand in the order of the fields, fields that equal
    their defaults are left out, text is UTF-8 and stands as it is.

    Args:
        bundle: What to write.
        indent: Blanks a level, for people; 0 writes one line.

    >>> from govnews.model import Article, Bundle
    >>> encode(Bundle(articles=(Article(id="#article-1", title="Lễ ký kết"),))).decode()
    '{"schema":"govnews/1","articles":[{"id":"#article-1","title":"Lễ ký kết"}]}'

    .. versionadded:: 0.1.0
    """
    return _json.dumps(_FOR_JSON(bundle), indent=indent)


def decode(data: bytes, *, limits: Limits | None = None, name: str = "") -> Bundle:
    """Return the bundle of canonical JSON.

    Args:
        data: UTF-8, with or without a byte order mark.
        limits: `Limits.json_depth` bounds the nesting, `Limits.issues` the faults listed.
        name: Name of the source, for errors.

    Raises:
        DocumentError: It is no JSON, or no bundle; all faults are listed, each with its path.
        LimitError: It nests too deep.

    >>> decode(b'{"schema": "govnews/1", "articles": [{"id": "#article-1"}]}').article.id
    '#article-1'

    .. versionadded:: 0.1.0
    """
    limits = limits or _DEFAULTS
    if limits.json_depth >= _DEEPEST_LEGAL:
        # What the compiled code accepts is legal, and nothing legal nests deeper than that.
        # Where it is in doubt, the document is read once more, with all checks and all faults.
        with suppress(Exception):
            plain = _json.quick_loads(data)
            bundle: Bundle = _fast(Bundle, clean=_json.is_clean(data))(plain)
            return bundle
    return structure(_json.loads(data, limits=limits, name=name), Bundle, limits=limits, name=name)


def encode_item(item: Item, *, first: bool = False) -> bytes:
    """Return the line of JSON Lines for an item, without the line end.

    The line says the ``type`` of the item. A preamble says the ``schema`` too, since it opens the
    file; a file without one says it in its first line.

    Args:
        item: What to write.
        first: Whether this is the first line.

    >>> from govnews.model import Article
    >>> encode_item(Article(id="#article-1"), first=True).decode()
    '{"schema":"govnews/1","type":"article","id":"#article-1"}'

    .. versionadded:: 0.1.0
    """
    head = {"schema": SCHEMA} if first or isinstance(item, Preamble) else {}
    return _json.dumps({**head, TAG: ITEM_TAGS[type(item)], **_FOR_JSON(item)})


def decode_item(
    line: bytes, *, schema: str = SCHEMA, limits: Limits | None = None, name: str = ""
) -> Item:
    """Return the item of a line of JSON Lines.

    Args:
        line: The line, with or without its end.
        schema: What the first line of the file says; a line that says it itself goes by that.
        limits: As for `decode`.
        name: Name of the source and the line, for errors: ``"archive.jsonl, line 7"``.

    Raises:
        DocumentError: It is no JSON, or no item; all faults are listed, each with its path.
        LimitError: It nests too deep.

    >>> decode_item(b'{"type": "article", "id": "#article-1", "title": "Plan"}').title
    'Plan'

    .. versionadded:: 0.1.0
    """
    limits = limits or _DEFAULTS
    if limits.json_depth >= _DEEPEST_LEGAL and schema == SCHEMA:
        with suppress(Exception):  # as in `decode`
            return _quick_item(line)
    data = _json.loads(line, limits=limits, name=name)
    try:
        cls = _ITEMS[known_tag(data, _ITEMS)]
        members = migrate_item(data, schema)
    except WireError as error:
        raise document_error(error, limits, name) from error
    item: Item = structure(members, cls, limits=limits, name=name)
    return item


def _quick_item(line: bytes) -> Item:
    """Read a line of the present schema by compiled code; any error sends it the slow way."""
    data = _json.quick_loads(line)
    tag = data.pop(TAG)
    if data.pop("schema", None if tag == "preamble" else SCHEMA) != SCHEMA:
        raise Unsure
    item: Item = _fast(_ITEMS[tag], clean=_json.is_clean(line))(data)
    return item
