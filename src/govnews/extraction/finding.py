"""What a stage finds: one value, and the words that state it."""

from __future__ import annotations

from typing import Any

from attrs import frozen


@frozen(kw_only=True)
class Finding:
    """One value found in a text.

    Args:
        record: Id of the record the value belongs to.
        field: Place of the value in that record: ``"period"``, ``"parties[0].name"``.
        value: The value, as the model types it.
        start: First code point of the words that state it; None where no words do.
        end: The code point after the last.
        rule: Name of the rule that found it: ``"vi.period"``.
        inferred: Whether the value goes beyond the words.
        ground: What an inferred value was inferred from.

    .. versionadded:: 0.1.0
    """

    record: str
    field: str
    value: Any
    start: int | None = None
    end: int | None = None
    rule: str
    inferred: bool = False
    ground: str | None = None
