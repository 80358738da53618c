"""Fields: their results are text, their instructions are not, links excepted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from govnews_docx._names import VAL, w

_TYPE: Final = w("fldCharType")
_LINK: Final = re.compile(
    r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"([^"]*)"|([^\s"\\]\S*))', re.IGNORECASE
)
_LONGEST: Final = 4_096  # a field's instruction beyond this is no link


class _Open:
    """A field that has begun: its instruction, and whether its result has."""

    __slots__ = ("href", "instruction", "result")

    def __init__(self) -> None:
        self.instruction: list[str] = []
        self.result = False
        self.href: str | None = None


class Fields:
    """The fields open at a place of the text (ISO 29500-1, 17.16.18)."""

    def __init__(self) -> None:
        self.opened: list[_Open] = []
        self.silent = False
        self.href: str | None = None
        self.default = ""

    def mark(self, element: Any, linked: Callable[[str], str | None]) -> None:
        """Take a ``w:fldChar``."""
        kind = element.get(_TYPE)
        if kind == "begin":
            self.opened.append(_Open())
            self._chosen(element)
        elif self.opened and kind == "separate":
            field = self.opened[-1]
            field.result = True
            field.href = self.link_of("".join(field.instruction), linked)
            self.default = ""
        elif self.opened and kind == "end":
            self.opened.pop()
        self._settle()

    def _chosen(self, element: Any) -> None:
        """Remember what a drop-down list shows: it has no result (ISO 29500-1, 17.16.9)."""
        choices = element.find(f"{w('ffData')}/{w('ddList')}")
        if choices is None:
            return
        entries = [entry.get(VAL, "") for entry in choices.iterchildren(w("listEntry"))]
        result = choices.find(w("result"))
        index = result.get(VAL, "0") if result is not None else "0"
        number = int(index) if index.isascii() and index.isdigit() and len(index) < 4 else 0
        self.default = entries[number] if number < len(entries) else ""

    def take_default(self) -> str:
        """Return what a drop-down list shows, once."""
        text, self.default = self.default, ""
        return text

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self.opened and not self.opened[-1].result:
            self.opened[-1].instruction.append(text)

    def link_of(self, instruction: str, linked: Callable[[str], str | None]) -> str | None:
        """Return where a HYPERLINK instruction leads."""
        match = _LINK.match(instruction) if len(instruction) <= _LONGEST else None
        if match is None:
            return None
        target = match[1] if match[1] is not None else match[2]
        return linked(target) if target and not _is_local(instruction) else None

    def end_of_paragraph(self) -> None:
        """Forget fields whose result has not begun: instructions do not cross paragraphs."""
        if self.silent:
            self.opened[:] = [field for field in self.opened if field.result]
            self._settle()

    def _settle(self) -> None:
        self.silent = any(not field.result for field in self.opened)
        self.href = next((f.href for f in reversed(self.opened) if f.href is not None), None)


def _is_local(instruction: str) -> bool:
    return re.match(r"\s*HYPERLINK\s+\\l\s", instruction, re.IGNORECASE) is not None
