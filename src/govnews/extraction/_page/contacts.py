"""How to reach an office: its numbers, its addresses and its sites."""

from __future__ import annotations

import re

from govnews.extraction._ground.grammar import EMAIL, WEB, Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.offices import Office
from govnews.extraction._page.labels import EDGE, Labeled
from govnews.extraction._page.parts import Span
from govnews.extraction.pack import Label
from govnews.model import ContactKind


class Contacts:
    """States the ways to reach an office."""

    def __init__(self, view: View, grammar: Grammar) -> None:
        self.view, self.grammar = view, grammar
        self.asof: str | None = None
        self._regions: list[tuple[str, str] | None] = []
        self.folded = view.folded

    def contact(
        self,
        office: Office,
        kind: ContactKind,
        span: tuple[int, int],
        value: str | None,
        ground: str | None = None,
    ) -> None:
        """State one contact of an office."""
        place = office.next("contacts")
        at = ("contacts", place)
        office.state((*at, "kind"), span, "label", kind)
        office.state((*at, "text"), span, kind.value)
        if value is not None:
            office.state((*at, "value"), span, kind.value, value, ground)

    def phones(self, one: Labeled, office: Office, *, certain: bool = False) -> None:
        """State the numbers of a value; if `certain`, only those that can be dialed."""
        words = self.view.text[one.start : one.end]
        kinds = {
            "phone": (ContactKind.PHONE,),
            "fax": (ContactKind.FAX,),
            "phone_fax": (ContactKind.PHONE, ContactKind.FAX),
        }[one.label.role]
        for number in self.grammar.pack.phones(words[:400], self.asof, one.label.role):
            span = (one.start + number.start, one.start + number.end)
            value, ground = number.value, number.ground if number.inferred else None
            if value is None and not number.service and self._region() is not None:
                value, ground = self._national(words[number.start : number.end])
            if certain and value is None and not number.service:
                continue
            for kind in kinds:
                self.contact(office, kind, span, value, ground)

    def _region(self) -> tuple[str, str] | None:
        if not self._regions:
            self._regions.append(self.grammar.pack.region(self.view.source))
        return self._regions[0]

    def _national(self, words: str) -> tuple[str | None, str | None]:
        """Read a number as the country of the page writes its own; say what shows the country."""
        region = self._region()
        value = self.grammar.pack.national(words, region[0]) if region is not None else None
        if region is None or value is None:
            return None, None
        return value, f"the country of the page, {region[0]}, as {region[1]!r} shows"

    def emails(self, start: int, end: int, office: Office) -> None:
        """State the mail addresses of a range."""
        for match in EMAIL.finditer(self.folded, start, end):
            span = match.span()
            self.contact(office, ContactKind.EMAIL, span, self.view.exact(*span))

    def web(self, one: Labeled, office: Office) -> None:
        """State the site of a value."""
        match = WEB.search(self.folded, one.start, one.end)
        span = match.span() if match else None
        if span is None:
            bare = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:/\S{0,500})?").match(
                self.folded, one.start, one.end
            )
            span = bare.span() if bare else None
        if span is not None:
            span = self.view.trim(*span, ".,;\"'")
            words = self.view.exact(*span)
            value = words if words.startswith(("http://", "https://")) else None
            self.contact(office, ContactKind.WEB, span, value)

    def address(self, one: Labeled, office: Office) -> None:
        """State an address with its lines and its units."""
        place = office.next("addresses")
        at = ("addresses", place)
        span = (one.start, one.end)
        office.state((*at, "text"), span, "address", self.view.exact(*span))
        lines = units = 0
        for part in self.grammar.pack.units(self.view.text[slice(*span)][:1000]):
            words = (one.start + part.start, one.start + part.end)
            if part.level == "line":
                office.state((*at, "lines", lines), words, "address")
                lines += 1
            else:
                office.state((*at, "units", units, "name"), words, "address")
                office.state((*at, "units", units, "level"), words, "unit-word", part.level)
                units += 1

    def unlabeled_address(self, line: Span, office: Office) -> None:
        """Read an address that has no label, or one that the pack does not know."""
        colon = self.folded.find(":", line.start, min(line.end, line.start + 30))
        start = line.start if colon < 0 else colon + 1
        start, end = self.view.trim(start, line.end, EDGE)
        self.address(Labeled(Label(role="address", words=()), (start, start), start, end), office)
