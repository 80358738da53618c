"""Which form a class takes on the wire: the tags of unions, the classes written as text."""

from __future__ import annotations

from typing import Any, Final

from govnews.model import (
    Agreement,
    Article,
    Break,
    Figure,
    Heading,
    ListBlock,
    Organization,
    Paragraph,
    PartialDate,
    Period,
    Preamble,
    Quote,
    Raw,
    Source,
    Table,
    Text,
)

MAJOR: Final = 1
SCHEMA: Final = f"govnews/{MAJOR}"
"""Name of the serialized form that this version writes: ``govnews/`` and an integer major.

.. versionadded:: 0.1.0
"""

TAG: Final = "type"
"""The key that tells the members of a union apart."""

BLOCK_TAGS: Final[dict[type, str]] = {
    Paragraph: "paragraph",
    Heading: "heading",
    Quote: "quote",
    ListBlock: "list",
    Table: "table",
    Figure: "figure",
    Raw: "raw",
}
INLINE_TAGS: Final[dict[type, str]] = {Text: "text", Break: "break"}

TAGS: Final[dict[type, str]] = {**BLOCK_TAGS, **INLINE_TAGS}
"""Classes that carry their tag wherever they stand."""

ITEM_TAGS: Final[dict[type, str]] = {
    Preamble: "preamble",
    Source: "source",
    Article: "article",
    Agreement: "agreement",
    Organization: "organization",
}
"""Classes that carry a tag only as a line of JSON Lines, where any of them may stand."""

TEXTS: Final[tuple[Any, ...]] = (PartialDate, Period)
"""Classes written as one string, by ``str`` and ``parse``."""


def reads_as_period(text: str) -> bool:
    """Tell the text of a `Period` from that of a `PartialDate`; no text is both."""
    return "/" in text or text.startswith("P")
