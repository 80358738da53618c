"""A strategy for every class of the model, made from the shapes of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govnews.errors import ModelError
from govnews.model import (
    OPEN,
    UNKNOWN,
    Author,
    Bundle,
    Change,
    Evidence,
    Extra,
    PartialDate,
    Period,
    Person,
    Relation,
    Responsible,
    Table,
    Witness,
)
from govnews.model._check import Value
from govnews.model._shape import Choice, Many, OneOf, Record, Scalar, Shape, slots_of
from govnews.model.blocks import BLOCKS
from govnews.testing.strategies._text import lines, prose

T = TypeVar("T")

_NEEDS_ONE: Final[Mapping[type, tuple[str, ...]]] = {
    Author: ("name", "email", "url"),
    Change: ("on", "note"),
    Person: ("name", "post"),
    Relation: ("target", "title"),
    Responsible: ("person", "office"),
    Witness: ("person", "office"),
}
"""Classes that want at least one of some fields."""

LOCAL_IDS: Final = st.sampled_from(
    [f"#{name}-{number}" for name in ("article", "agreement", "organization") for number in (1, 2)]
)
IDS: Final = st.one_of(
    LOCAL_IDS,
    st.sampled_from(["https://example.org/tin/1", "urn:x:đ", "tag:example.org,2021:a", "#ê/&?"]),
)

_COUNTS = st.sampled_from([0, 1, 2, 29, 2**31, 2**53])

RULES: Final[Mapping[str, SearchStrategy[Any]]] = {
    "line": lines(),
    "prose": prose(),
    "ref": IDS,
    "lang": st.sampled_from(["vi", "en", "pt-BR", "zh-Hant-TW", "x-a1"]),
    "country": st.sampled_from(["VN", "KR", "BR"]),
    "natural": _COUNTS,
    "positive": _COUNTS.filter(bool),
    "level": st.integers(1, 6),
    "path": st.sampled_from(["$", "$.title", "$.parties[0].name", '$.extra["portal:id"]']),
}
"""Values under the rules of `govnews.model.text`, by the name of the rule."""


def partial_dates() -> SearchStrategy[PartialDate]:
    """Return a strategy for dates of every precision, with and without year, time and offset.

    .. versionadded:: 0.1.0
    """
    return _legal(_date_parts(), PartialDate)


_EDGE_YEARS = st.sampled_from([1, 1600, 1999, 2000, 2020, 2021, 2024, 2025, 9999])
_TIMES = st.sampled_from(["00:00", "08:30", "23:59:59", "23:59:60", "12:00:00.5", "07:07:07.000"])
_OFFSETS = st.sampled_from([None, "Z", "+07:00", "-03:30", "+00:00", "+14:00"])


@st.composite
def _date_parts(draw: DrawFn) -> dict[str, Any]:
    form = draw(st.sampled_from(["Y", "YM", "YMD", "YMDT", "M", "MD", "D"]))
    parts: dict[str, Any] = {}
    if "Y" in form:
        parts["year"] = draw(_EDGE_YEARS)
    if "M" in form:
        parts["month"] = draw(st.integers(1, 12))
    if "D" in form:
        parts["day"] = draw(st.sampled_from([1, 2, 15, 28, 28, 29, 30, 31]))
    if "T" in form:
        parts["time"] = draw(_TIMES)
        parts["offset"] = draw(_OFFSETS)
    return parts


def _legal(parts: SearchStrategy[dict[str, Any]], cls: Callable[..., T]) -> SearchStrategy[T]:
    """Build a value; parts that do not stand together are drawn anew."""

    def build(fields: dict[str, Any]) -> T | None:
        try:
            return cls(**fields)
        except ModelError:
            return None

    # mypy cannot see that the filter takes None away.
    return parts.map(build).filter(lambda value: value is not None)  # type: ignore[return-value]


_DURATIONS = st.sampled_from(["P5Y", "P12M", "P3W", "P1Y6M", "PT36H", "P1DT12H30M5S"])


@st.composite
def _period_parts(draw: DrawFn) -> dict[str, Any]:
    ends = st.one_of(st.sampled_from([OPEN, UNKNOWN]), partial_dates())
    start, end = draw(ends), draw(ends)
    duration = draw(st.one_of(st.none(), _DURATIONS))
    if isinstance(start, PartialDate) and isinstance(end, PartialDate):
        start, end = (end, start) if start.compare(end) == "later" else (start, end)
    if duration is None and start is UNKNOWN and end is UNKNOWN:
        start = OPEN
    return {"start": start, "end": end, "duration": duration}


def periods() -> SearchStrategy[Period]:
    """Return a strategy for periods: dated, open and unknown ends, durations.

    .. versionadded:: 0.1.0
    """
    return _legal(_period_parts(), Period)


def extras(*, size: int = 3) -> SearchStrategy[Extra]:
    """Return a strategy for what records carry beyond the model.

    Args:
        size: Greatest number of members on each level.

    .. versionadded:: 0.1.0
    """
    leaf = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**53), 2**53),
        st.floats(allow_nan=False, allow_infinity=False),
        prose(size=3),
    )
    tree = st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.lists(inner, max_size=size),
            st.dictionaries(prose(size=2), inner, max_size=size),
        ),
        max_leaves=size * 2,
    )
    names = st.one_of(st.sampled_from(["id", "rss:guid", "views"]), lines(min_size=1, size=2))
    keys = st.tuples(st.sampled_from(["portal", "rss", "x.y-1"]), names).map(":".join)
    return st.dictionaries(keys, tree, max_size=size).map(Extra)


@st.composite
def _evidence(draw: DrawFn) -> Evidence:
    """Evidence by itself; that of `bundles` verifies."""
    path = draw(RULES["path"])
    if draw(st.booleans()):
        return Evidence(path=path, ground=draw(prose()), inferred=True)
    exact, start = draw(prose()), draw(st.integers(0, 10))
    return Evidence(path=path, source="#source-1", start=start, end=start + len(exact), exact=exact)


@st.composite
def values(
    draw: DrawFn,
    cls: type[T],
    size: int = 3,
    depth: int = 2,
    fixed: Mapping[str, Any] | None = None,
) -> T:
    """Draw a value of a class, with a few of its optional fields.

    Args:
        draw: Given by Hypothesis.
        cls: The class.
        size: Greatest number of optional fields set, and of members of a list.
        depth: How many levels of records below may be drawn.
        fixed: Fields to set to these values.
    """
    drawn = dict(fixed or {})
    slots = {slot.name: slot for slot in slots_of(cls) if slot.name not in drawn}
    names = [name for name, slot in slots.items() if slot.required]
    optional = [name for name in slots if name not in names]
    if optional:
        names += draw(st.lists(st.sampled_from(optional), max_size=size, unique=True))
    needed = _NEEDS_ONE.get(cls, ())
    if needed and not set(needed) & {*names, *drawn}:
        names.append(draw(st.sampled_from(needed)))
    for name in names:
        drawn[name] = draw(_of_shape(slots[name].shape, size, depth))
    return cls(**drawn)


@cache
def _of_shape(shape: Shape, size: int, depth: int) -> SearchStrategy[Any]:
    if isinstance(shape, Scalar):
        if shape.rule is not None:
            return RULES[shape.rule.name]
        return st.booleans() if shape.base is bool else lines()
    if isinstance(shape, Choice):
        return st.sampled_from(list(shape.enum))
    if isinstance(shape, Many):
        if depth <= 0 and isinstance(shape.item, Record | Many):
            return st.just(())
        return st.lists(_of_shape(shape.item, size, depth), max_size=size).map(tuple)
    if isinstance(shape, OneOf):
        return st.one_of([_of_shape(part, size, depth) for part in shape.shapes])
    return st.one_of([strategy_of(cls, size, depth - 1) for cls in shape.classes])


@cache
def strategy_of(cls: type[Any], size: int = 3, depth: int = 2) -> SearchStrategy[Any]:
    """Return the strategy for a class of the model."""
    special: dict[type, Callable[[], SearchStrategy[Any]]] = {
        PartialDate: partial_dates,
        Period: periods,
        Extra: extras,
        Evidence: _evidence,
        Table: lambda: _tables(size),
    }
    if cls in special:
        return special[cls]()
    return values(cls, size, depth)


@st.composite
def _tables(draw: DrawFn, size: int) -> Table:
    table = draw(values(Table, size, 3, {"header_rows": 0}))
    rows = draw(st.integers(0, len(table.rows)))
    return Table(rows=table.rows, caption=table.caption, header_rows=rows)


def blocks(*, size: int = 3) -> SearchStrategy[Any]:
    """Return a strategy for blocks of all seven kinds, nested a little.

    Args:
        size: Greatest number of members on each level.

    .. versionadded:: 0.1.0
    """
    kinds: tuple[Any, ...] = BLOCKS
    return st.one_of([strategy_of(cls, size) for cls in kinds])


def classes() -> tuple[type[Value], ...]:
    """Return every class of the model that has a wire form, in a fixed order."""
    found: dict[type[Any], None] = {}
    pending: list[Shape] = [Record((Bundle,))]
    while pending:
        shape = pending.pop()
        if isinstance(shape, Many):
            pending.append(shape.item)
        elif isinstance(shape, OneOf):
            pending += shape.shapes
        elif isinstance(shape, Record):
            for cls in shape.classes:
                if cls not in found and issubclass(cls, Value):
                    found[cls] = None
                    pending += [slot.shape for slot in slots_of(cls)]
    return tuple(sorted(found, key=lambda cls: cls.__name__))
