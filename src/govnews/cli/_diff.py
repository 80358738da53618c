"""``govnews diff``: what changed between two versions of a document."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from govnews.cli._inputs import read_input, shown
from govnews.cli._report import tell
from govnews.cli._run import DONE
from govnews.cli._terminal import Style, Terminal, one_line, wrapped
from govnews.model import Difference, Heading, Paragraph
from govnews.model import diff as compare

_SIGNS: dict[str, tuple[Style, str]] = {
    "added": ("good", "+"),
    "removed": ("bad", "-"),
    "changed": ("label", "~"),
}


def diff(given: Namespace) -> int:
    """Show each value that was added, removed or changed."""
    old = read_input(given.old, given)
    new = read_input(given.new, given)
    found = compare(old.bundle, new.bundle)
    if given.json:
        print(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=2))
    else:
        _show(given, found)
    for name, reading in ((given.old, old), (given.new, new)):
        tell(reading.issues, name=shown(name), given=given)
    return DONE


def _plain(one: Difference) -> Any:
    from govnews import wire

    return wire.unstructure(one)


def _show(given: Namespace, found: tuple[Difference, ...]) -> None:
    terminal = Terminal()
    names = f"{shown(given.old)} → {shown(given.new)}"
    count = len(found)
    summary = f"{count} change{'' if count == 1 else 's'}" if count else "no changes"
    terminal.line(("title", names), ("dim", f"  {summary}"))
    for one in found:
        style, sign = _SIGNS[one.kind]
        terminal.line()
        terminal.line((style, f"{sign} {one.path}"))
        if one.old is not None:
            _value(terminal, "bad", "-", one.old)
        if one.new is not None:
            _value(terminal, "good", "+", one.new)


def _value(terminal: Terminal, style: Style, sign: str, value: Any) -> None:
    text = value.text if isinstance(value, Paragraph | Heading) else str(value)
    for number, line in enumerate(wrapped(one_line(text), terminal.width - 4)):
        terminal.line((style, f"  {sign if number == 0 else ' '} {line}"))
