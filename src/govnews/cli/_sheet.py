"""A sheet of facts: label, value, and the words of the source that state it."""

from __future__ import annotations

from bisect import bisect_right

from govnews.cli._terminal import Span, Terminal, one_line, width_of, wrapped
from govnews.model import Bundle, Evidence, Record

_MARGIN = 2
_LABEL = 14
_PLACE = 10
_LONGEST_WORDS = 240


class Sheet:
    """Writes the facts of a bundle to a terminal.

    Args:
        terminal: Where to write.
        bundle: The bundle; names behind references and lines of sources are looked up in it.
    """

    def __init__(self, terminal: Terminal, bundle: Bundle) -> None:
        self.terminal = terminal
        self.bundle = bundle
        self._evidence: dict[str, Evidence] = {}
        self._lines: dict[str, list[int]] = {}

    def open(self, kind: str, record: Record) -> None:
        """Begin the page of a record."""
        self._evidence = {}
        for evidence in record.evidence:
            self._evidence.setdefault(evidence.path, evidence)
        self.terminal.line()
        rule = "─" * max(0, self.terminal.width - width_of(kind) - width_of(record.id) - 4)
        self.terminal.line(("head", kind), ("dim", f" {rule} {record.id}"))

    def headline(self, text: str, *paths: str) -> None:
        """Write the name of the record."""
        evidence = self._stated(paths)
        place = self._place(evidence)
        for line in wrapped(one_line(text), self.terminal.width - _MARGIN - _PLACE):
            self._line(("title", line), place=place)
            place = ""

    def row(self, label: str, value: object, *paths: str) -> None:
        """Write one fact, if there is one.

        Args:
            label: What it is.
            value: The value; None and empty values are passed over.
            paths: Where its evidence may stand, the best place first.
        """
        if value is None or value in ("", ()):
            return
        evidence = self._stated(paths)
        text = one_line(str(value))
        self._rows(label, [("", text), ("words", _words(text, evidence))], self._place(evidence))

    def note(self, label: str, text: str) -> None:
        """Write what is not stated, or what stands without evidence."""
        self._rows(label, [("dim", one_line(text))], "")

    def _rows(self, label: str, parts: list[Span], place: str) -> None:
        """Write a label and its parts: on one line where they fit, else each on its own."""
        room = self.terminal.width - _MARGIN - _LABEL - _PLACE
        parts = [(style, text) for style, text in parts if text]
        if sum(width_of(text) + 2 for _, text in parts) - 2 <= room:
            joined: list[list[Span]] = [[span for part in parts for span in (part, ("", "  "))]]
        else:
            joined = [[(style, line)] for style, text in parts for line in wrapped(text, room)]
        for number, spans in enumerate(joined):
            shown = label if number == 0 else ""
            pad = " " * max(1, _LABEL - width_of(shown))
            self._line(("label", shown), ("", pad), *spans, place=place if number == 0 else "")

    def _line(self, *spans: Span, place: str = "") -> None:
        used = _MARGIN + sum(width_of(text) for _, text in spans)
        gap = " " * max(2, self.terminal.width - used - width_of(place))
        ending: tuple[Span, ...] = (("", gap), ("dim", place)) if place else ()
        self.terminal.line(("", " " * _MARGIN), *spans, *ending)

    def _stated(self, paths: tuple[str, ...]) -> Evidence | None:
        return next((self._evidence[path] for path in paths if path in self._evidence), None)

    def _place(self, evidence: Evidence | None) -> str:
        source = None if evidence is None else self.bundle.get(evidence.source)
        if evidence is None or source is None or evidence.start is None:
            return ""
        starts = self._lines.get(source.id)
        if starts is None:
            starts = [0, *(at + 1 for at, c in enumerate(source.text) if c == "\n")]
            self._lines[source.id] = starts
        return f"line {bisect_right(starts, evidence.start)}"

    def named(self, ref: str | None) -> str | None:
        """Return the name of the organization behind a reference, or the reference."""
        organization = self.bundle.get(ref)
        return getattr(organization, "name", ref)


def _words(value: str, evidence: Evidence | None) -> str:
    """The words that state a value, where they do not stand in the value already."""
    if evidence is None:
        return ""
    ground = f"← inferred from {one_line(evidence.ground)}" if evidence.ground else "← inferred"
    if evidence.exact is None:
        return ground
    exact = " ".join(one_line(evidence.exact).split())
    said = not evidence.inferred and exact in " ".join(value.split())
    if len(exact) > _LONGEST_WORDS:
        exact = exact[:_LONGEST_WORDS].rstrip() + " …"
    if evidence.inferred:
        return f"{ground}: “{exact}”"
    return "" if said else f"← “{exact}”"
