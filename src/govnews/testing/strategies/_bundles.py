"""Bundles whose parts belong together: references that resolve, evidence that verifies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, fields
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govnews.issues import Path
from govnews.model import (
    Agreement,
    Article,
    Bundle,
    Evidence,
    Feed,
    Organization,
    PartialDate,
    Period,
    Record,
    Source,
)
from govnews.model._check import Value
from govnews.testing.strategies._text import prose
from govnews.testing.strategies._values import IDS, extras, strategy_of, values

_FEEDS = st.one_of(st.none(), strategy_of(Feed, 3, 1))
_ABSOLUTE = ("https://example.org/tin/", "urn:example:", "tag:example.org,2021:")


def articles(*, size: int = 4) -> SearchStrategy[Article]:
    """Return a strategy for articles by themselves.

    Args:
        size: Greatest number of optional fields set, and of members of a list.

    .. versionadded:: 0.1.0
    """
    return strategy_of(Article, size)


def agreements(*, size: int = 4) -> SearchStrategy[Agreement]:
    """Return a strategy for agreements by themselves.

    Args:
        size: Greatest number of optional fields set, and of members of a list.

    .. versionadded:: 0.1.0
    """
    return strategy_of(Agreement, size)


def organizations(*, size: int = 4) -> SearchStrategy[Organization]:
    """Return a strategy for organizations by themselves.

    Args:
        size: Greatest number of optional fields set, and of members of a list.

    .. versionadded:: 0.1.0
    """
    return strategy_of(Organization, size)


def sources() -> SearchStrategy[Source]:
    """Return a strategy for sources by themselves.

    .. versionadded:: 0.1.0
    """
    return strategy_of(Source)


@st.composite
def bundles(draw: DrawFn, *, size: int = 2, odd: bool = True) -> Bundle:
    """Draw a bundle.

    Args:
        draw: Given by Hypothesis.
        size: Greatest number of records of each sort, and of optional fields set in each.
        odd: Whether it may also be odd: references that lead nowhere, evidence of nothing.

    .. versionadded:: 0.1.0
    """
    ids: list[str] = []
    plan: list[tuple[type[Any], str]] = []
    for cls in (Article, Agreement, Organization):
        for number in range(1, draw(st.integers(0, size)) + 1):
            ref = _id(draw, cls.__name__.lower(), number)
            ids.append(ref)
            plan.append((cls, ref))
    held: dict[type[Any], list[Any]] = {Article: [], Agreement: [], Organization: []}
    texts: list[Source] = []
    refs = st.one_of(st.sampled_from(ids), IDS) if ids and odd else st.sampled_from(ids or ["#x"])
    for cls, ref in plan:
        references = {name: draw(_references(many, refs)) for name, many in _sampled(draw, cls)}
        fixed = {"id": ref, **references, **({} if odd else {"evidence": ()})}
        record: Any = draw(values(cls, size + 1, 2, fixed))
        if draw(st.booleans()):
            record, source = _with_evidence(draw, record, f"#source-{len(texts) + 1}")
            texts.append(source)
        held[cls].append(record)
    feed, extra = draw(_FEEDS), draw(extras(size=1))
    return Bundle(
        feed=feed,
        articles=tuple(held[Article]),
        agreements=tuple(held[Agreement]),
        organizations=tuple(held[Organization]),
        sources=tuple(texts),
        extra=extra,
    )


def _id(draw: DrawFn, name: str, number: int) -> str:
    if draw(st.integers(0, 3)):
        return f"#{name}-{number}"
    return f"{draw(st.sampled_from(_ABSOLUTE))}{name}/{number}"


_REFERENCES: dict[type, tuple[tuple[str, bool], ...]] = {
    Article: (
        ("agreements", True),
        ("mentions", True),
        ("publisher", False),
        ("credited_to", False),
        ("translations", True),
    ),
    Agreement: (("translations", True),),
    Organization: (("parent", False), ("jurisdiction", False)),
}


def _sampled(draw: DrawFn, cls: type) -> list[tuple[str, bool]]:
    return draw(st.lists(st.sampled_from(_REFERENCES[cls]), max_size=2, unique=True))


def _references(many: bool, refs: SearchStrategy[str]) -> SearchStrategy[Any]:  # noqa: FBT001
    return st.lists(refs, max_size=2).map(tuple) if many else refs


def _with_evidence(draw: DrawFn, record: Record, ref: str) -> tuple[Record, Source]:
    """Write a source that says some values of the record, among other words."""
    text = draw(prose(size=3))
    said = list(_sayable(record))
    evidence = []
    for path, words in draw(st.lists(st.sampled_from(said), max_size=3)):
        start = len(text)
        text += words
        evidence.append(
            Evidence(path=path, source=ref, start=start, end=len(text), exact=words, method="test")
        )
        text += draw(prose(size=2))
    source = Source(id=ref, text=text, media_type="text/plain")
    return evolve(record, evidence=(*record.evidence, *evidence)), source


def _sayable(record: Record) -> Iterator[tuple[str, str]]:
    """Yield paths of a record, with words for each."""
    pending: list[tuple[Path, Any]] = [(Path(), record)]
    while pending:
        path, value = pending.pop()
        if isinstance(value, str | PartialDate | Period):
            yield str(path), str(value)
        elif isinstance(value, tuple):
            pending += [(path / index, item) for index, item in enumerate(value)]
        elif isinstance(value, Value):
            for attribute in fields(type(value)):  # type: ignore[arg-type]  # attrs classes
                if attribute.init and attribute.name != "evidence":
                    pending.append((path / attribute.name, getattr(value, attribute.name)))
