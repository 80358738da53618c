"""Lines of text: where they end, and how a character that no line holds is shown."""

from __future__ import annotations

import re

# What ends a line: those of Unicode (UAX #14: BK, CR, LF, NL), the form feed and the vertical tab
# among them.
_ENDS = "\n\x0b\x0c\r\x85\u2028\u2029"
LINE = re.compile(f"[^{_ENDS}]+")
"""A line that is not empty."""

_END = re.compile(f"\r\n|[{_ENDS}]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def lines_of(prose: str) -> list[str]:
    r"""Return the lines of a text, with control characters shown instead of sent.

    >>> lines_of("one\r\ntwo \x1b[31m")
    ['one', 'two \\x1b[31m']
    """
    return [visible(line) for line in _END.split(prose)]


def visible(line: str) -> str:
    r"""Show each control character but the tab as ``\x1b``: it must not reach a terminal."""
    if line.isprintable():
        return line
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", line)


def has_control(prose: str) -> bool:
    r"""Tell whether a text holds control characters that end no line and are no tab."""
    return not prose.isprintable() and bool(_CONTROL.search(_END.sub("", prose)))
