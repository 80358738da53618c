"""Rights and licenses: the notice of a page, its holder, and its license."""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.times import Timeline
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._naming.offices import Office, Offices
from govnews.extraction._page.labels import LONGEST_LINE, Labeled, Labels
from govnews.extraction._page.parts import Span
from govnews.model import PartialDate

_APART: Final = ("address", "email", "fax", "license", "phone", "phone_fax", "responsible", "other")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?-\s?(?:19|20)\d\d)?(?!\d)")


class Rights:
    """Reads what a page says of its rights and its license."""

    def __init__(
        self, view: View, grammar: Grammar, names: Names, offices: Offices, labels: Labels
    ) -> None:
        self.view, self.grammar, self.names = view, grammar, names
        self.offices, self.labels = offices, labels
        self.folded = view.folded

    def is_notice(self, line: Span) -> bool:
        """Whether a line is a notice of copyright."""
        start = line.start
        year = _YEAR.match(self.folded, start, line.end)
        if year is not None:  # "2022 © ..."
            start = self.view.trim(year.end(), line.end)[0]
        if self.grammar.copyright.match(self.folded, start, line.end) is not None:
            return True
        kept = self.grammar.holder.search(self.folded, line.start, line.end)
        return (  # "... giữ bản quyền"
            kept is not None
            and line.end - line.start < LONGEST_LINE
            and self.grammar.copyright.search(self.folded, *kept.span()) is not None
            and self.grammar.label.match(self.folded, line.start, line.end) is None
        )

    def _past_sign(self, start: int, end: int) -> int:
        """Pass over further signs and the year of a notice."""
        for _ in range(3):
            start = self.view.trim(start, end, " :.,-@©")[0]
            more = self.grammar.copyright.match(self.folded, start, end)
            year = _YEAR.match(self.folded, start, end)
            start = more.end() if more else year.end() if year else start
        return self.view.trim(start, end, " :.,-")[0]

    def holder(self, line: Span) -> Named | None:
        """Return the office that a notice names as the holder."""
        folded = self.folded
        cue = self.grammar.holder.search(folded, line.start, line.end)
        sign = self.grammar.copyright.match(folded, line.start, line.end)
        start = self._past_sign(sign.end() if sign else line.start, line.end)
        if cue is not None:
            whole = self.names.organization(start, line.end)
            if whole is not None and whole.start <= cue.start() < whole.end:
                return whole  # "© 2026 Mairie de Corvenay": the word stands within the name
            start = self.view.trim(cue.end(), line.end, " :.,-")[0]
        portal = self.grammar.portal.match(folded, start, line.end)
        if portal is not None:
            start = self.view.trim(portal.end(), line.end, " :.,-")[0]
        named = self.names.office_at(start, line.end)
        if named is None and cue is not None:  # "® Báo A giữ bản quyền"
            first = sign.end() if sign is not None else line.start
            first = self.view.trim(first, cue.start(), " :.,-@©®")[0]
            named = self.names.organization(first, cue.start())
        return named

    def read(self, line: Span, office: Office) -> None:
        """Read a notice: its words, its year, its holder and its terms."""
        terms = self.grammar.terms.search(self.folded, line.start, line.end)
        end = terms.start() if terms else line.end
        first = next((m.start for m in self.labels.marks(line) if m.label.role in _APART), end)
        span = self.view.trim(line.start, min(end, first if first > line.start else end), " \n\r|-")
        office.state(("rights", "notice"), span, "copyright", self.view.exact(*span))
        year = _YEAR.search(self.folded, *span)
        if year is not None:
            digits = (year.start(), year.start() + 4)
            office.state(("rights", "year"), digits, "copyright", int(self.folded[slice(*digits)]))
        holder = self.holder(Span(*span))
        portal = self.grammar.portal.search(self.folded, *span)
        if holder is not None and holder.sort == "territory" and portal is not None:
            named_by = (portal.start(), holder.end)  # a site named after its territory
            office.state(("rights", "holder", "name"), named_by, "copyright")
        elif holder is not None:
            office.state(("rights", "holder", "name"), (holder.start, holder.end), "copyright")
            named = self.offices.office(holder)
            named.used = True
            office.links.append((("rights", "holder", "organization"), named))
        if terms is not None:
            office.state(
                ("rights", "terms"),
                (terms.start(), line.end),
                "terms",
                self.view.exact(terms.start(), line.end),
            )

    def license(self, one: Labeled, office: Office) -> None:
        """Read a license: its words, its number, who issued it and when."""
        span = (one.start, one.end)
        office.state(("license", "text"), span, "license", self.view.exact(*span))
        number = self.grammar.numbered.match(self.folded, *span)
        if number is not None:
            office.state(("license", "number"), number.span("number"), "license")
        for head in self.grammar.head.finditer(self.folded, *span):
            named = self.names.organization(head.start(), one.end)
            if named is not None and not named.bare:
                office.state(("license", "issuer"), (named.start, named.end), "license")
                break
        # Behind the number, so that the number and its day are not one paper recalled.
        start = number.end() if number is not None else one.start
        for time in Timeline(self.folded[start : one.end], self.grammar.times).times:
            if isinstance(time.value, PartialDate) and time.value.day:
                day = (start + time.start, start + time.end)
                office.state(("license", "issued"), day, "license", time.value)
                break
