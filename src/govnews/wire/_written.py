"""Written code: lines, and the values that their names stand for.

The code is made of field names of our classes and of names bound here, never of data.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import fields


class Writer:
    """Gathers the lines of one function."""

    def __init__(self) -> None:
        self.scope: dict[str, Any] = {}
        self.lines: list[str] = []

    def bind(self, value: object, hint: str = "c") -> str:
        name = f"{hint}{len(self.scope)}"
        self.scope[name] = value
        return name

    def compiled(self, name: str) -> Any:
        # The same device by which attrs and cattrs make their functions.
        exec("\n".join(self.lines), self.scope)  # noqa: S102
        return self.scope[name]


@cache
def fields_by_name(cls: Any) -> dict[str, Any]:
    """Return the attrs fields of a class."""
    return {attribute.name: attribute for attribute in fields(cls)}
