"""Changing a value of a record without leaving behind evidence that no longer holds."""

from __future__ import annotations

from typing import Any, Literal, TypeVar

from attrs import evolve

from govnews.issues import Path
from govnews.model.agreement import Agreement
from govnews.model.article import Article
from govnews.model.evidence import Evidence
from govnews.model.extra import Extra, JsonObject
from govnews.model.organization import Organization

R = TypeVar("R", Article, Agreement, Organization)


def evolve_at(
    record: R,
    path: str | Path,
    value: Any,
    *,
    evidence: Literal["drop", "mark"] = "drop",
) -> R:
    """Return a copy of a record with another value at a path.

    Evidence of the values that changed by it, the changed value itself and all that hold it, no
    longer states them. It is dropped, or marked: then it stays, says that the value goes beyond the
    words, and names a human as the method. Evidence of the record as a whole (``$``) stays.

    Args:
        record: The record.
        path: Where, rooted at the record: ``$.parties[0].name``.
        value: The new value.
        evidence: What becomes of the evidence.

    Raises:
        LookupError: There is no such place.
        ModelError: No such value may stand there.

    >>> said = Evidence(path="$.title", source="#source-1", start=0, end=4, exact="Plan")
    >>> story = Article(id="#article-1", title="Plan", evidence=(said,))
    >>> evolve_at(story, "$.title", "Plan B").evidence
    ()

    .. versionadded:: 0.1.0
    """
    place = Path.parse(path) if isinstance(path, str) else path
    place.resolve(record)
    if not place.steps:
        raise LookupError("a value within the record is wanted, not the record itself")
    changed: R = _replaced(record, place.steps, value)
    kept = []
    for one in changed.evidence:
        if still_holds(one, record, changed):
            kept.append(one)
        elif evidence == "mark" and _resolves(one, changed):
            kept.append(evolve(one, inferred=True, method="human"))
    return evolve(changed, evidence=tuple(kept))


def _replaced(whole: Any, steps: tuple[str | int, ...], value: Any) -> Any:
    """Paths are as deep as values of the model are."""
    if not steps:
        return value
    step, *rest = steps
    if isinstance(whole, tuple):
        index = int(step)
        return (*whole[:index], _replaced(whole[index], tuple(rest), value), *whole[index + 1 :])
    if isinstance(whole, JsonObject):
        members = {**whole, str(step): _replaced(whole[str(step)], tuple(rest), value)}
        return Extra(members) if isinstance(whole, Extra) else JsonObject(members)
    name = str(step)
    return evolve(whole, **{name: _replaced(getattr(whole, name), tuple(rest), value)})


def still_holds(one: Evidence, before: Any, after: Any) -> bool:
    """Tell whether evidence of one version of a record holds for the next one."""
    path = Path.parse(one.path)
    if not path.steps:
        return True
    try:
        old = path.resolve(before)
    except LookupError:
        return True  # it stated nothing before; `verify` says so
    try:
        new = path.resolve(after)
    except LookupError:
        return False
    return type(old) is type(new) and bool(old == new)


def _resolves(one: Evidence, record: Any) -> bool:
    try:
        Path.parse(one.path).resolve(record)
    except LookupError:
        return False
    return True
