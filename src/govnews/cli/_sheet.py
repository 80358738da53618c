"""A sheet of facts: label, value, and the words of the source that state it."""

from __future__ import annotations

from bisect import bisect_right

from govnews.cli._terminal import Style, Terminal, one_line, width_of, wrapped
from govnews.model import Bundle, Evidence, Record

_MARGIN = 2
_LABEL = 14
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

    def headline(self, text: str) -> None:
        """Write the name of the record."""
        for line in wrapped(one_line(text), self.terminal.width - _MARGIN):
            self.terminal.line(("", " " * _MARGIN), ("title", line))

    def row(self, label: str, value: object, *paths: str, style: Style = "") -> None:
        """Write one fact, if there is one.

        Args:
            label: What it is.
            value: The value; None and empty values are passed over.
            paths: Where its evidence may stand, the best place first.
            style: How to write the value.
        """
        if value is None or value in ("", ()):
            return
        self._put(label, str(value), style)
        self._words(str(value), self._stated(paths))

    def note(self, label: str, text: str) -> None:
        """Write what is not stated, or what stands without evidence."""
        self._put(label, text, "dim")

    def _put(self, label: str, text: str, style: Style) -> None:
        start = " " * _MARGIN
        room = self.terminal.width - _MARGIN - _LABEL
        for number, line in enumerate(wrapped(one_line(text), room)):
            shown = label if number == 0 else ""
            pad = " " * max(1, _LABEL - width_of(shown))
            self.terminal.line(("", start), ("label", shown), ("", pad), (style, line))

    def _words(self, value: str, evidence: Evidence | None) -> None:
        """Write the words below the value; where they are the value, only the place of it."""
        if evidence is None:
            return
        indent = " " * (_MARGIN + _LABEL)
        place = self._place(evidence)
        if evidence.inferred:
            ground = f"inferred from {evidence.ground}" if evidence.ground else "inferred"
            self.terminal.line(("", indent), ("dim", f"↳ {one_line(ground)}{place}"))
        elif evidence.exact is not None and evidence.exact.strip() != value.strip():
            words = one_line(evidence.exact)
            if len(words) > _LONGEST_WORDS:
                words = words[:_LONGEST_WORDS].rstrip() + " …"
            room = self.terminal.width - len(indent) - 4
            lines = wrapped(f"“{words}”{place}", room)
            for number, line in enumerate(lines):
                arrow = "↳ " if number == 0 else "  "
                self.terminal.line(("", indent), ("dim", arrow), ("words", line))
        else:
            self.terminal.line(("", indent), ("dim", f"↳ word for word{place}"))

    def _stated(self, paths: tuple[str, ...]) -> Evidence | None:
        return next((self._evidence[path] for path in paths if path in self._evidence), None)

    def _place(self, evidence: Evidence) -> str:
        source = self.bundle.get(evidence.source)
        if source is None or evidence.start is None:
            return ""
        starts = self._lines.get(source.id)
        if starts is None:
            starts = [0, *(at + 1 for at, c in enumerate(source.text) if c == "\n")]
            self._lines[source.id] = starts
        return f"  line {bisect_right(starts, evidence.start)}"

    def named(self, ref: str | None) -> str | None:
        """Return the name of the organization behind a reference, or the reference."""
        organization = self.bundle.get(ref)
        return getattr(organization, "name", ref)
