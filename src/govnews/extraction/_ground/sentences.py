"""Sentences of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.view import View

_STOP: Final = re.compile(r"[.!?…][\"')]{0,2}\s{1,4}(?=[\w\"(])")
_LONGEST: Final = 3_000


class Sentences:
    """Splits ranges of one text into sentences, each range once."""

    def __init__(self, view: View, grammar: Grammar) -> None:
        self.view, self.grammar = view, grammar
        self._known: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}

    def of(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return the sentences of a range; the dot of a short form ends none."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = tuple(self._split(start, end))
        return known

    def _split(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        text, at = self.view.text, start
        for stop in _STOP.finditer(self.view.folded, start, end):
            dotted = stop[0][0] == "." and self.grammar.abbreviated(text, stop.start())
            if text[stop.end()].islower() or dotted:
                continue
            yield from self._bounded(at, stop.end())
            at = stop.end()
        yield from self._bounded(at, end)

    def _bounded(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut what is longer than any sentence, so that no stage meets more than it can take."""
        while end - start > _LONGEST:
            cut = self.view.folded.rfind(" ", start, start + _LONGEST)
            cut = start + _LONGEST if cut <= start else cut + 1
            yield start, cut
            start = cut
        if start < end:
            yield start, end
