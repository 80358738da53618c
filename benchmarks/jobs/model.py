"""The model and its serialized form: construct, read, write, against pydantic, msgspec and dicts.

The documents are full ones: an article of 7 KB with the agreement it announces, two offices, the
source text and ten pieces of evidence. The peers have the same fields, constraints and invariants
(see `_peers`). Results are dropped one by one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from govnews import wire
from govnews.model import Bundle, Extra
from govnews.model._shape import Choice, Many, Record, Shape, slots_of
from govnews.wire import _document, _json
from govnews.wire._forms import TAG, TAGS, TEXTS, reads_as_period
from harness import Contestant, Job
from jobs._corpus import documents

COUNT = 1_000


@cache
def _documents() -> list[dict[str, Any]]:
    return list(documents(COUNT))


@cache
def _bytes() -> list[bytes]:
    return [json.dumps(d, ensure_ascii=False, separators=(",", ":")).encode() for d in _documents()]


@cache
def _without_schema() -> list[bytes]:
    """The peers have no envelope; the floor reads and writes it all the same."""
    return [data.replace(b'"schema":"govnews/1",', b"", 1) for data in _bytes()]


@cache
def _bundles() -> list[Bundle]:
    return [wire.decode(data) for data in _bytes()]


@cache
def _family(library: str) -> Any:
    from jobs._peers import family

    return family(library)


def _each(
    function: Callable[[Any], object], items: Callable[[], list[Any]]
) -> Callable[[], object]:
    """Return work that calls a function with each item and gives back the first result."""

    def run() -> object:
        first, *rest = items()
        result = function(first)
        for item in rest:
            function(item)
        return result

    return run


# -- decode ----------------------------------------------------------------------------------------


def _decode_check(results: Mapping[str, object]) -> None:
    """Each contestant must have read the same article, and refuse one that is wrong."""
    # What other jobs hold would be walked by the collector, at the cost of those who allocate.
    for held in (_natives, _texts, _bundles, _pydantic_bundles, _msgspec_bundles):
        held.cache_clear()
    title = _documents()[0]["articles"][0]["title"]
    for name, result in results.items():
        article = result["articles"][0] if isinstance(result, dict) else result.articles[0]  # type: ignore[attr-defined]
        found = article["title"] if isinstance(article, dict) else article.title
        assert found == title, name  # noqa: S101 - unequal work has to stop the run
    wrong = _without_schema()[0].replace(b'"field_count":6', b'"field_count":"6"')
    ours = _bytes()[0].replace(b'"field_count":6', b'"field_count":"6"')
    for read, data in ((_pydantic_read, wrong), (_msgspec_read, wrong), (wire.decode, ours)):
        try:
            read(data)
        except Exception:  # noqa: BLE001, S112 - any refusal will do
            continue
        raise AssertionError(f"{read} takes text for a number")


def _pydantic_read(data: bytes) -> object:
    return _family("pydantic").Bundle.model_validate_json(data)


def _msgspec_read(data: bytes) -> object:
    return _msgspec_decoder()(data)


@cache
def _msgspec_decoder() -> Callable[[bytes], object]:
    import msgspec

    decode: Callable[[bytes], object] = msgspec.json.Decoder(_family("msgspec").Bundle).decode
    return decode


def _orjson(name: str) -> Callable[[Any], Any]:
    import orjson

    function: Callable[[Any], Any] = getattr(orjson, name)
    return function


def _plain_hooks(data: bytes) -> object:
    return _plain_converter().structure(json.loads(data), Bundle)


@cache
def _plain_converter() -> Any:
    from govnews.wire._converter import make_converter

    return make_converter(compiled=False)


def _without_orjson(data: bytes) -> object:
    plain = json.loads(data.decode(), parse_constant=_json._no_constant, parse_int=_json._whole)
    return _document._fast(Bundle, clean=_json.is_clean(data))(plain)


def _decode() -> Job:
    peers = ("orjson", "pydantic", "msgspec")
    return Job(
        name="decode",
        title=f"strict JSON decode of {COUNT} documents of 11 KB; the floor is orjson to dicts",
        check=_decode_check,
        contestants=(
            Contestant(
                name="orjson to dicts", work=_each(_orjson("loads"), _bytes), needs=("orjson",)
            ),
            Contestant(
                name="govnews", work=_each(wire.decode, _bytes), goal=3.2, needs=("orjson",)
            ),
            Contestant(name="govnews, standard json", work=_each(_without_orjson, _bytes)),
            Contestant(name="govnews, plain cattrs hooks", work=_each(_plain_hooks, _bytes)),
            Contestant(
                name="pydantic, strict",
                work=_each(_pydantic_read, _without_schema),
                needs=peers[1:2],
            ),
            Contestant(
                name="msgspec.Struct", work=_each(_msgspec_read, _without_schema), needs=peers[2:]
            ),
            Contestant(name="json to dicts", work=_each(json.loads, _bytes)),
        ),
    )


# -- encode ----------------------------------------------------------------------------------------


def _encode_check(results: Mapping[str, object]) -> None:
    """Each contestant must have written the same JSON, the envelope apart."""
    _natives.cache_clear()
    _texts.cache_clear()
    expected = json.loads(_without_schema()[0])
    for name, result in results.items():
        said = json.loads(result)  # type: ignore[arg-type]
        said.pop("schema", None)
        assert said == expected, name  # noqa: S101 - unequal work has to stop the run


@cache
def _pydantic_bundles() -> list[Any]:
    return [_pydantic_read(data) for data in _without_schema()]


@cache
def _msgspec_bundles() -> list[Any]:
    return [_msgspec_read(data) for data in _without_schema()]


def _pydantic_write(bundle: Any) -> object:
    # Only `exclude_unset` leaves the tags of unions in and the defaults out.
    return bundle.model_dump_json(exclude_unset=True)


def _msgspec_write(bundle: Any) -> object:
    import msgspec

    return msgspec.json.encode(bundle)


def _plain_write(bundle: Bundle) -> bytes:
    return _json.plain_dumps(wire.unstructure(bundle))


def _encode() -> Job:
    return Job(
        name="encode",
        title=f"JSON encode of {COUNT} documents of 11 KB; the floor is orjson of dicts",
        check=_encode_check,
        contestants=(
            Contestant(
                name="orjson of dicts", work=_each(_orjson("dumps"), _documents), needs=("orjson",)
            ),
            Contestant(
                name="govnews", work=_each(wire.encode, _bundles), goal=2.9, needs=("orjson",)
            ),
            Contestant(name="govnews, standard json", work=_each(_plain_write, _bundles)),
            Contestant(
                name="pydantic",
                work=_each(_pydantic_write, _pydantic_bundles),
                needs=("pydantic",),
            ),
            Contestant(
                name="msgspec.Struct",
                work=_each(_msgspec_write, _msgspec_bundles),
                needs=("msgspec",),
            ),
        ),
    )


# -- construct -------------------------------------------------------------------------------------


class _Builder:
    """Writes one function a class that builds its instances from dicts of the fields used.

    Args:
        classes: Where the classes are, by name; None builds dicts.
        dates: Whether dates stay text.
    """

    def __init__(self, classes: Any, *, dates: bool) -> None:
        self.classes, self.dates = classes, dates
        self.scope: dict[str, Any] = {}
        self.used = _fields_used()

    def made(self) -> Callable[[Any], object]:
        lines = []
        for cls in self.used:
            name = cls.__name__
            self.scope[name] = dict if self.classes is None else getattr(self.classes, name)
            arguments = [
                f"{slot.name}={self.value(slot.shape, f'd[{slot.name!r}]', optional=slot.optional)}"
                for slot in slots_of(cls)
                if slot.name in self.used[cls]
            ]
            if self.classes is None and cls in TAGS:
                arguments.insert(0, f"type={TAGS[cls]!r}")
            lines.append(f"def make_{name}(d): return {name}({', '.join(arguments)})")
        tags = ", ".join(
            f"{tag!r}: make_{cls.__name__}" for cls, tag in TAGS.items() if cls in self.used
        )
        lines.append(f"by_tag = {{{tags}}}")
        exec("\n".join(lines), self.scope)  # noqa: S102 - made of our own names
        built: Callable[[Any], object] = self.scope["make_Bundle"]
        return built

    def value(self, shape: Shape, var: str, *, optional: bool = False) -> str:
        if isinstance(shape, Many):
            item = f"{var[0]}{len(var) % 7}"
            inner = self.value(shape.item, item)
            return f"tuple({var})" if inner == item else f"tuple([{inner} for {item} in {var}])"
        if not isinstance(shape, Record) or shape.classes[0] in TEXTS or shape.classes[0] is Extra:
            return var
        if len(shape.classes) > 1:
            return f"by_tag[{var}['type']]({var})"
        made = f"make_{shape.classes[0].__name__}({var})"
        return f"(None if {var} is None else {made})" if optional else made


@cache
def _fields_used() -> dict[Any, set[str]]:
    """The fields that the documents use, by class: all contestants set just these."""
    used: dict[Any, set[str]] = {}
    pending: list[tuple[Any, Any]] = [(Bundle, document) for document in _documents()]
    while pending:
        cls, members = pending.pop()
        names = used.setdefault(cls, set())
        for slot in slots_of(cls):
            if slot.name in members:
                names.add(slot.name)
                pending += _below(slot.shape, members[slot.name])
    return used


def _below(shape: Shape, value: Any) -> Iterable[tuple[Any, Any]]:
    if isinstance(shape, Many):
        for item in value:
            yield from _below(shape.item, item)
    elif (
        isinstance(shape, Record)
        and shape.classes[0] not in TEXTS
        and shape.classes[0] is not Extra
    ):
        tagged = {TAGS.get(cls, ""): cls for cls in shape.classes}
        yield tagged[value[TAG] if len(shape.classes) > 1 else next(iter(tagged))], value


def _native(cls: Any, members: Any, *, parsed: bool) -> Any:
    """The fields used, all of them present, with enumerations and dates made already."""
    made: dict[str, Any] = {TAG: TAGS[cls]} if cls in TAGS else {}
    for slot in slots_of(cls):
        if slot.name in _fields_used()[cls]:
            default = next(a.default for a in cls.__attrs_attrs__ if a.name == slot.name)
            value = members.get(slot.name)
            made[slot.name] = default if value is None else _native_value(slot.shape, value, parsed)
    return made


def _native_value(shape: Shape, value: Any, parsed: bool) -> Any:  # noqa: FBT001
    if isinstance(shape, Many):
        return [_native_value(shape.item, item, parsed) for item in value]
    if isinstance(shape, Choice):
        return shape.enum(value)
    if isinstance(shape, Record) and shape.classes[0] in TEXTS:
        cls: Any = TEXTS[reads_as_period(value)]
        return cls.parse(value) if parsed else value
    if isinstance(shape, Record) and shape.classes[0] is not Extra:
        [(cls, members)] = _below(shape, value)
        return _native(cls, members, parsed=parsed)
    return value


@cache
def _natives() -> list[Any]:
    return [_native(Bundle, document, parsed=True) for document in _documents()]


@cache
def _texts() -> list[Any]:
    return [_native(Bundle, document, parsed=False) for document in _documents()]


def _construct_check(results: Mapping[str, object]) -> None:
    """Ours must be the very bundles that reading gives."""
    assert results["govnews"] == _bundles()[0]  # noqa: S101 - unequal work has to stop the run
    for name, result in results.items():
        agreements = result["agreements"] if isinstance(result, dict) else result.agreements  # type: ignore[attr-defined]
        assert len(agreements) == 1, name  # noqa: S101


class _Ours:
    def __getattr__(self, name: str) -> Any:
        from govnews import model

        return getattr(model, name)


def _made(classes: Callable[[], Any], items: Callable[[], list[Any]]) -> Callable[[], object]:
    builders: list[Any] = []

    def run() -> object:
        if not builders:
            builders.append(_Builder(classes(), dates=items is _texts).made())
        return _each(builders[0], items)()

    return run


def _construct() -> Job:
    return Job(
        name="construct",
        title=f"construct {COUNT} bundles with all checks; the floor is plain dicts",
        check=_construct_check,
        contestants=(
            Contestant(name="plain dicts", work=_made(lambda: None, _natives)),
            Contestant(name="govnews", work=_made(_Ours, _natives), goal=4.0),
            Contestant(
                name="pydantic, strict",
                work=_made(lambda: _family("pydantic"), _texts),
                needs=("pydantic",),
            ),
            Contestant(
                name="msgspec.Struct, no checks",
                work=_made(lambda: _family("msgspec"), _texts),
                needs=("msgspec",),
            ),
        ),
    )


def jobs() -> Iterable[Job]:
    """Read, write and construct full documents."""
    yield _decode()
    yield _encode()
    yield _construct()
