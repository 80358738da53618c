"""What a document without a record inside does not carry."""

from __future__ import annotations

from collections.abc import Callable

from attrs import NOTHING, fields

from govnews.issues import Issue
from govnews.model import Bundle
from govnews_docx._desk import Desk


def note_lost(bundle: Bundle, desk: Desk, note: Callable[[Issue], None]) -> None:
    """Note each field of each record that can only be read back by heuristics, or not at all."""
    for name in ("articles", "agreements", "organizations", "sources"):
        for index, record in enumerate(getattr(bundle, name)):
            for attribute in fields(type(record)):
                if (
                    attribute.default is not NOTHING
                    and getattr(record, attribute.name) == attribute.default
                ):
                    continue
                path = f"$.{name}[{index}].{attribute.name}"
                if path in desk.shown:
                    message = f"{attribute.name} is shown, but not carried as such."
                else:
                    message = f"{attribute.name} is not carried."
                note(Issue("docx.not-carried", message, path))
    if bundle.feed is not None:
        note(Issue("docx.not-carried", "What the feed says of itself is not carried.", "$.feed"))
    if bundle.extra:
        note(Issue("docx.not-carried", "The bundle's extra is not carried.", "$.extra"))
