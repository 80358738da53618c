"""A record being told in words, and an account of what was told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from govnews.issues import Path
from govnews.model import Bundle, PartialDate, Participant, Period, Term
from govnews_text._words import Words


@frozen(kw_only=True, eq=False)
class Teller:
    """A value of the bundle, its place, and the set of places told so far.

    Args:
        value: A record, or a value within one.
        at: Its path in the bundle.
        told: Paths of the values that were put into words; shared by all tellers of a page.
        words: The language to tell it in.
        bundle: Where references lead.
    """

    value: Any
    at: Path
    told: set[Path]
    words: Words
    bundle: Bundle

    def say(self, name: str, prefix: str = "") -> str:
        """Return the words of a field, or "" where it states nothing.

        Args:
            name: The field.
            prefix: Of a word of a closed vocabulary, the group its key is in.
        """
        value = getattr(self.value, name)
        return self._words(value, self.at / name, prefix)

    def here(self) -> str:
        """Return the words of the value itself."""
        return self._words(self.value, self.at, "")

    def name_of(self, name: str) -> str:
        """Return the name of the record a field refers to, or "" where the bundle has none."""
        record = self.bundle.get(getattr(self.value, name))
        found = getattr(record, "name", None) or getattr(record, "title", None) or ""
        if found:
            self.told.add(self.at / name)
        return str(found)

    def one(self, name: str) -> Teller | None:
        """Return the teller of a field, or None where it states nothing."""
        value = getattr(self.value, name)
        return None if value is None else self._of(value, self.at / name)

    def each(self, name: str) -> Iterator[Teller]:
        """Yield a teller for each item of a field."""
        for index, value in enumerate(getattr(self.value, name)):
            yield self._of(value, self.at / name / index)

    def mark(self, *names: str) -> None:
        """Count fields as told: their words stand on the page already."""
        self.told.update(self.at / name for name in names)

    def _of(self, value: Any, at: Path) -> Teller:
        return Teller(value=value, at=at, told=self.told, words=self.words, bundle=self.bundle)

    def _words(self, value: Any, at: Path, prefix: str) -> str:
        match value:
            case None:
                return ""
            case Term():
                at, said = at / "label", value.label
            case Participant():
                at, said = at / "name", value.name
            case PartialDate():
                said = self.words.date(value)
            case Period():
                said = self.words.period(value)
            case _ if prefix:
                said = self.words.labels.get(f"{prefix}.{value}", "")
            case _:
                said = str(value)
        if said:
            self.told.add(at)
        return said
