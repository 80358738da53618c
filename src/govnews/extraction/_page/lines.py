"""Lines of a foot whose label no pack can know: a unit, whom to ask there, and the number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import evolve

from govnews.extraction._ground.grammar import EMAIL, Grammar
from govnews.extraction._ground.phrases import Rare
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._page.blocks import Contact, Range, Taken

if TYPE_CHECKING:
    from govnews.extraction._page.parts import Span

_COLON: Final = Rare(r"(?<=[^\W\d_]|\)):\s{0,3}(?=\S)", ":")
_DIGIT: Final = re.compile(r"\d")
_DIALED: Final = re.compile(r"[(+]{0,2}\d[\d().\-/ \xa0]{6,60}")
_BARE: Final = re.compile(r"\s{0,2}[,|;-]\s{0,2}[(+]{0,2}\d[\d().\-/ \xa0]{6,60}")
_UNIT: Final = re.compile(r",\s(?P<unit>[A-Z][\w&'’-]*(?:\s(?:of|and|the|[A-Z][\w&'’-]*)){0,5}),\s")
_APART: Final = re.compile(r"\s{0,2}[,|:(-]")
_FULL, _LONGEST_NAME = 2, 3
_LONGEST_LABEL: Final = 80
_LONGEST_ADDRESS: Final = 400
_REACHING: Final = ("email", "fax", "phone", "phone_fax")


class UnitLines:
    """Reads the lines of a foot by what follows their colon."""

    def __init__(self, view: View, grammar: Grammar, names: Names) -> None:
        self.view, self.grammar, self.names = view, grammar, names
        self.folded = view.folded

    def numbers(self, lines: Sequence[Span], taken: Taken) -> Iterator[Range]:
        """Return what looks like telephone numbers behind words that no label has taken."""
        for line in lines:
            first = _DIALED.match(self.folded, line.start, line.end)
            if first is not None and not taken(line.start, first.end()):
                yield first.span()
            for colon in _COLON.finditer(self.folded, line.start, line.end):
                dialed = _DIALED.match(self.folded, colon.end(), line.end)
                if dialed is not None and not taken(colon.start() - 1, dialed.end()):
                    yield dialed.span()

    def people(self, lines: Sequence[Span]) -> Iterator[Contact]:
        """Return the people of lines such as "Office of Trade: Dr. Ann Lee, Head, Tel: ..."."""
        heading: Range | None = None
        for line in lines:
            heading = self._headed(line) or heading
            below = heading is not None and self._may_reach(line)
            listed = self._listed(line, heading) if heading is not None and below else None
            if listed is not None:
                yield listed
                continue
            limit = min(line.end, line.start + _LONGEST_LABEL)
            colon = _COLON.search(self.folded, line.start, limit)
            if colon is None or self._known(line.start, colon):
                continue
            person = self.names.person(colon.end(), line.end)
            if person is None and heading is not None:
                person = self._plain_name(colon.end(), line.end)
            if person is None or person.end == person.start:
                continue
            told = heading is not None or self._heading(line.start, colon.start())
            if person.honorific is None and not told:
                continue
            if not self._reached(person.after, line.end):
                continue
            yield Contact(
                name=person,
                post=person.post or self._post(line.start, colon.start()),
                role=(line.start, colon.start()),
                press=any(
                    self.grammar.press.search(self.folded, *words) is not None
                    for words in ((line.start, colon.start()), heading or (0, 0))
                ),
            )

    def _headed(self, line: Span) -> Range | None:
        """Return the words of a line that is a heading over contacts and nothing else."""
        start, end = self.view.trim(line.start, line.end, " :-*")
        heading = self.grammar.contact.match(self.folded, start, end)
        return (start, end) if heading is not None and heading.end() >= end else None

    def _listed(self, line: Span, heading: Range) -> Contact | None:
        """Return the person whom a line below a heading begins with: "Ms Ann Lee, Head, 0123"."""
        person = self.names.person(line.start, line.end) or self._plain_name(line.start, line.end)
        if person is None or person.end == person.start:
            return None
        if not self._reached(person.after, line.end):
            return None
        first = min((person.start, *(span[0] for span in (person.post, person.honorific) if span)))
        if first > line.start:
            return None
        press = self.grammar.press.search(self.folded, *heading) is not None
        return Contact(person, self._whole_post(person, line.end), heading, press)

    def _may_reach(self, line: Span) -> bool:
        """Whether a line holds anything that could be a way to reach somebody."""
        return (
            self.folded.find("@", line.start, line.end) >= 0
            or _DIGIT.search(self.folded, line.start, line.end) is not None
            or self.grammar.label.search(self.folded, line.start, line.end) is not None
        )

    def _plain_name(self, start: int, end: int) -> Named | None:
        """Return a name of two or three words, below a heading and before a number."""
        close = self.names.name_end(start, end)
        words = self.folded[start:close].split()
        if not _FULL <= len(words) <= _LONGEST_NAME or self.grammar.head.search(
            self.folded, start, close
        ):
            return None
        mark = _APART.match(self.folded, close, end)
        return None if mark is None else Named(sort="person", start=start, end=close)

    def _whole_post(self, person: Named, end: int) -> Range | None:
        """Return a post with its unit behind a comma: "Assistant Director, Communications,"."""
        if person.post is None or person.post[0] < person.start:
            return person.post
        comma = _UNIT.match(self.view.text, person.post[1], end)
        return (person.post[0], comma.end("unit")) if comma is not None else person.post

    def _heading(self, start: int, end: int) -> bool:
        """Whether the words before a colon are a heading over contacts and a little more."""
        heading = self.grammar.contact.match(self.folded, start, end)
        return heading is not None and len(self.folded[heading.end() : end].split()) <= 1

    def _known(self, start: int, colon: re.Match[str]) -> bool:
        """Whether the words before a colon are a label of the pack that takes a person."""
        label = self.grammar.label.match(self.folded, start, colon.end())
        if label is None or label.end() < colon.end():
            return False
        return self.grammar.labels[" ".join(label["label"].split())].role not in _REACHING

    def _reached(self, start: int, end: int) -> bool:
        """Whether a way to reach a person stands behind the name, on the same line."""
        if EMAIL.search(self.folded, start, end) or _BARE.match(self.folded, start, end):
            return True
        return any(
            self.grammar.labels[" ".join(label["label"].split())].role in _REACHING
            for label in self.grammar.label.finditer(self.folded, start, end)
        )

    def _post(self, start: int, end: int) -> Range | None:
        post = self.grammar.post.match(self.folded, *self.view.trim(start, end, " -.,"))
        return post.span() if post is not None and post.end() >= end else None

    def office(self, start: int, end: int) -> tuple[Named, Named, int] | None:
        """Return the office at a place, the one above it behind a comma, and where both end."""
        named = self.names.organization(start, end)
        if named is None:
            return None
        comma = self.folded.find(",", named.after, end)
        if comma > named.after and not named.alias:  # words of the name that no pack knows
            named = evolve(named, end=self.view.trim(named.start, comma)[1], bare=False)
        if named.bare:
            return None
        behind = self.view.trim(named.after, end, " ,-")[0]
        above = self.names.organization(behind, end) if behind > named.after else None
        if above is None or above.bare:
            return named, named, named.after
        return named, above, above.after

    def address(self, start: int, end: int) -> Range | None:
        """Return what follows an office if it is an address: a street, and a territory."""
        span = self.view.trim(start, end, " ,-.;")
        words = self.view.text[slice(*span)][:_LONGEST_ADDRESS]
        levels = [part.level for part in self.grammar.pack.units(words)]
        streets = levels[:1] == ["line"] and len(set(levels)) > 1
        return span if streets else None
