"""Sentences of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govnews.extraction._grammar import Grammar
from govnews.extraction._view import View

_STOP: Final = re.compile(r"[.!?…][\"')]{0,2}\s{1,4}(?=[\w\"(])")


def sentences(view: View, grammar: Grammar, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a range; the dot of a short form ends none."""
    at = start
    for stop in _STOP.finditer(view.folded, start, end):
        follows = view.text[stop.end()]
        if follows.islower() or (
            stop[0][0] == "." and grammar.abbreviated(view.text, stop.start())
        ):
            continue
        yield at, stop.end()
        at = stop.end()
    if at < end:
        yield at, end
