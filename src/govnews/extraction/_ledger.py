"""Findings on their way to records: stated once, then built into typed values with evidence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from govnews.extraction._view import View
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


class Ledger:
    """Collects findings and builds the records they make up."""

    def __init__(self, source: Source, view: View, pack: str) -> None:
        self.source = source
        self.view = view
        self.pack = pack
        self.findings: list[Finding] = []
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

        With a ground, the value goes beyond the words and is marked as inferred.
        """
        start, end = self.view.span(*span)
        self.findings.append(
            Finding(
                record=record,
                field=path_of(steps),
                value=self.line(*span) if value is None else value,
                start=start,
                end=end,
                rule=f"{self.pack}.{rule}",
                inferred=ground is not None,
                ground=ground,
                steps=steps,
            )
        )

    def infer(self, record: str, steps: Steps, value: Any, rule: str, ground: str) -> None:
        """Add a value that no words state, with its ground."""
        self.findings.append(
            Finding(
                record=record,
                field=path_of(steps),
                value=value,
                rule=f"{self.pack}.{rule}",
                inferred=True,
                ground=ground,
                steps=steps,
            )
        )

    def link(self, record: str, steps: Steps, value: Any) -> None:
        """Add a value that only ties records together; what it says is stated elsewhere."""
        self.findings.append(
            Finding(record=record, field=path_of(steps), value=value, rule="", steps=steps)
        )

    def line(self, start: int, end: int) -> str:
        """Return the words of a range as one line."""
        words = self.view.exact(start, end)
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
        for finding in self.findings:
            _plant(trees[finding.record], finding.steps, finding.value)
            if finding.rule:
                proofs[finding.record].append(self._evidence(finding))
        return [
            kind(id=record, evidence=tuple(proofs[record]), **_fields(trees[record]))
            for record, kind in kinds.items()
        ]

    def _evidence(self, finding: Finding) -> Evidence:
        start, end = finding.start, finding.end
        if start is None or end is None:
            return Evidence(
                path=f"$.{finding.field}",
                method=f"rule:{finding.rule}",
                ground=finding.ground,
                inferred=True,
            )
        return Evidence(
            path=f"$.{finding.field}",
            source=self.source.id,
            start=start,
            end=end,
            exact=self.source.text[start:end],
            method=f"rule:{finding.rule}",
            ground=finding.ground,
            inferred=finding.inferred,
        )


@lru_cache(maxsize=4096)
def path_of(steps: Steps) -> str:
    """Return steps as the text of a path below its root."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text[1:]


def _plant(tree: dict[str | int, Any], steps: Steps, value: Any) -> None:
    for step in steps[:-1]:
        tree = tree.setdefault(step, {})
    tree[steps[-1]] = value


def _fields(tree: Mapping[str | int, Any]) -> dict[str, Any]:
    return {str(name): _grown(str(name), value) for name, value in tree.items()}


def _grown(name: str, value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(step, int) for step in value):
        return tuple(_grown(name, value[step]) for step in sorted(value))
    return _PARTS[name](**_fields(value))
