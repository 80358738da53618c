"""Findings on their way to records: stated once, then built into typed values with evidence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from govnews.extraction._ground.view import View
from govnews.extraction.finding import Finding
from govnews.model import (
    Address,
    AdminUnit,
    Agreement,
    Article,
    Author,
    ContactPoint,
    Evidence,
    License,
    Name,
    Organization,
    Participant,
    Party,
    Person,
    Project,
    Responsible,
    Rights,
    Source,
    Witness,
    fold_line,
)

Steps = tuple[str | int, ...]

_PARTS: Final[Mapping[str, type[Any]]] = {
    "addresses": Address,
    "authors": Author,
    "contacts": ContactPoint,
    "funders": Participant,
    "holder": Participant,
    "license": License,
    "office": Participant,
    "other_names": Name,
    "parties": Party,
    "person": Person,
    "projects": Project,
    "responsible": Responsible,
    "rights": Rights,
    "signatories": Person,
    "units": AdminUnit,
    "witnesses": Witness,
}
"""The class behind each field that holds parts."""


class Entry(NamedTuple):
    """A finding as the ledger keeps it; one is made for each value, so it is a plain tuple."""

    record: str
    steps: Steps
    value: Any
    start: int | None
    end: int | None
    rule: str
    ground: str | None


class Ledger:
    """Collects findings and builds the records they make up."""

    def __init__(self, source: Source, view: View, pack: str) -> None:
        self.source = source
        self.view = view
        self.pack = pack
        self.entries: list[Entry] = []
        self._stated: set[tuple[str, Steps]] = set()
        self.folded = False

    def state(
        self,
        record: str,
        steps: Steps,
        span: tuple[int, int],
        rule: str,
        value: Any = None,
        *,
        ground: str | None = None,
    ) -> None:
        """Add a value with the words that state it; the words are the value where none is given.

        With a ground, the value goes beyond the words and is marked as inferred. What is stated
        twice counts as it is stated first.
        """
        if (record, steps) in self._stated:
            return
        self._stated.add((record, steps))
        start, end = self.view.span(*span)
        if value is None:
            value = self._folded(self.source.text[start:end])
        self.entries.append(Entry(record, steps, value, start, end, rule, ground))

    def infer(self, record: str, steps: Steps, value: Any, rule: str, ground: str) -> None:
        """Add a value that no words state, with its ground."""
        self.entries.append(Entry(record, steps, value, None, None, rule, ground))

    def link(self, record: str, steps: Steps, value: Any) -> None:
        """Add a value that only ties records together; what it says is stated elsewhere."""
        self.entries.append(Entry(record, steps, value, None, None, "", None))

    def findings(self) -> tuple[Finding, ...]:
        """Return what was found, in order; links are no findings."""
        return tuple(
            Finding(
                record=entry.record,
                field=path_of(entry.steps),
                value=entry.value,
                start=entry.start,
                end=entry.end,
                rule=f"{self.pack}.{entry.rule}",
                inferred=entry.ground is not None,
                ground=entry.ground,
            )
            for entry in self.entries
            if entry.rule
        )

    def line(self, start: int, end: int) -> str:
        """Return the words of a range as one line."""
        return self._folded(self.view.exact(start, end))

    def _folded(self, words: str) -> str:
        line = fold_line(words)
        self.folded |= line is not words and line != words
        return line

    def build(self, kinds: Mapping[str, type[Any]]) -> list[Article | Agreement | Organization]:
        """Build all records.

        Args:
            kinds: Class of each record, by id, in the order wanted.
        """
        trees: dict[str, dict[str | int, Any]] = {record: {} for record in kinds}
        proofs: dict[str, list[Evidence]] = {record: [] for record in kinds}
        for entry in self.entries:
            _plant(trees[entry.record], entry.steps, entry.value)
            if entry.rule:
                proofs[entry.record].append(self._evidence(entry))
        return [
            kind(id=record, evidence=tuple(proofs[record]), **_fields(trees[record]))
            for record, kind in kinds.items()
        ]

    def _evidence(self, entry: Entry) -> Evidence:
        path, method = _rooted(entry.steps), f"rule:{self.pack}.{entry.rule}"
        if entry.start is None or entry.end is None:
            return Evidence(path=path, method=method, ground=entry.ground, inferred=True)
        return Evidence(
            path=path,
            source=self.source.id,
            start=entry.start,
            end=entry.end,
            exact=self.source.text[entry.start : entry.end],
            method=method,
            ground=entry.ground,
            inferred=entry.ground is not None,
        )


@lru_cache(maxsize=4096)
def path_of(steps: Steps) -> str:
    """Return steps as the text of a path below its root."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text[1:]


@lru_cache(maxsize=4096)
def _rooted(steps: Steps) -> str:
    return f"$.{path_of(steps)}"


def _plant(tree: dict[str | int, Any], steps: Steps, value: Any) -> None:
    for step in steps[:-1]:
        tree = tree.setdefault(step, {})
    tree[steps[-1]] = value


def _fields(tree: Mapping[str | int, Any]) -> dict[str, Any]:
    # Below a record and its parts the steps are names; numbers stand below lists alone.
    return {name: _grown(name, value) for name, value in tree.items()}  # type: ignore[misc, arg-type]


def _grown(name: str, value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if isinstance(next(iter(value)), int):  # the steps below one field are all of one sort
        return tuple([_grown(name, value[step]) for step in sorted(value)])
    return _PARTS[name](**_fields(value))
