"""A comparison of a document with its record, in the making."""

from __future__ import annotations

from typing import Final

from attrs import define, field

from govnews.formats import ReadContext
from govnews.issues import Issue
from govnews.model import Bundle, fold_line
from govnews_docx._ground import Edits

_SHORT: Final = 60


@define
class Comparison:
    """The comparison in the making.

    Args:
        bundle: The record, changed value by value.
        context: Takes issues.
        edits: What was changed, for the evidence that rests on it.
        changed: Paths of what was changed.
    """

    bundle: Bundle
    context: ReadContext
    edits: Edits = field(factory=Edits)
    changed: list[str] = field(factory=list)

    def note(self, code: str, message: str, where: str) -> None:
        """Note an issue."""
        self.context.note(Issue(code, message, where))


def short(text: str) -> str:
    """Return a text as a message quotes it."""
    text = fold_line(text.strip())
    return f"“{text if len(text) <= _SHORT else text[: _SHORT - 1] + '…'}”"
