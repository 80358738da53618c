"""The owner of a foot: the office that its labels, its notices and its lines name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._naming.offices import Office, Offices
from govnews.extraction._page.labels import Labeled
from govnews.extraction._page.lines import UnitLines
from govnews.extraction._page.parts import Span
from govnews.extraction._page.people import People
from govnews.extraction._page.rights import Rights

_NAME_WORDS: Final = 3
_LONGEST_NAME: Final = 80


class Owner:
    """Finds the office that a foot belongs to."""

    def __init__(
        self,
        view: View,
        grammar: Grammar,
        names: Names,
        offices: Offices,
        units: UnitLines,
        people: People,
        rights: Rights,
    ) -> None:
        self.view, self.grammar, self.names = view, grammar, names
        self.offices, self.units = offices, units
        self.people, self.rights = people, rights
        self.folded = view.folded

    def named(
        self,
        lines: Sequence[Span],
        found: Sequence[Labeled],
        copyrights: Sequence[Span],
        body: Sequence[Span] = (),
    ) -> Office | None:
        """Return the office that labels name, or else notices, people or a portal."""
        for one in found:
            if one.label.role == "organization":
                named = self.names.organization(one.start, one.end)
                if named is not None:
                    return self.offices.office(named)
        for line in copyrights:
            named = self.rights.holder(line)
            if named is not None:
                return self.offices.office(named)
        told = self._tells_of_itself([*body, *lines])
        if told is not None:
            return told
        portal = self._portal(lines)
        if portal is not None:
            return portal
        for one in found:
            named = self._owner_by(one)
            if named is not None:
                return self.offices.office(named)
        for one in found:
            named = self.names.organization(one.start, one.end)
            if one.label.role == "parent" and named is not None:
                return self.offices.office(named)
        return None

    def _tells_of_itself(self, lines: Sequence[Span]) -> Office | None:
        """Return the office of a release that ends with "About" and its name."""
        for line in lines:
            about = self.grammar.about_us.match(self.folded, line.start, line.end)
            if about is None:
                continue
            colon = self.folded.find(":", about.end(), line.end)
            start, end = self.view.trim(about.end(), colon if colon > 0 else line.end)
            named = self.names.office_at(start, end) if start < end else None
            if named is not None and not named.bare and named.after >= end:
                known = self.offices.known(self.offices.key(named.start, named.end))
                if named.sort == "organization" or known is not None:
                    return self.offices.office(named)
        return None

    def _owner_by(self, one: Labeled) -> Named | None:
        """Return the office that a responsible person or a place to ask belongs to."""
        if one.label.role != "responsible":
            return None
        named = self.people.office_of(self.people.person(one))
        if named is None and one.label.code == "contact":
            asked = self.units.office(one.start, one.end)
            named = asked[1] if asked is not None else None
        return named

    def _portal(self, lines: Sequence[Span]) -> Office | None:
        """Return the territory that a portal is named after."""
        for line in lines:
            portal = self.grammar.portal.match(self.folded, line.start, line.end)
            if portal is not None:
                start = self.view.trim(portal.end(), line.end, " :-|,")[0]
                named = self.names.territory(start, line.end)
                if named is not None:
                    return self.offices.office(named)
        return None

    def asked(self, body: Sequence[Span]) -> Office | None:
        """Return the office that a story says to ask: "Mọi chi tiết xin liên hệ Phòng A, Sở B"."""
        for line in body:
            for label in self.grammar.label.finditer(self.folded, line.start, line.end):
                if self.grammar.labels[" ".join(label["label"].split())].code != "contact":
                    continue
                found = self.units.office(label.end(), line.end)
                if found is not None:
                    return self.offices.office(found[1])
        return None

    def repeated(self, lines: Sequence[Span], body: Sequence[Span]) -> Office | None:
        """Return the office whose name is a line among the contacts.

        A line that names no organization by its words counts where the story has the same one.
        """
        if not self.names.by_capitals:
            return None
        seen = {
            self.folded[line.start : line.end]
            for line in body
            if line.end - line.start < _LONGEST_NAME
        }
        for line in lines:
            words = self.folded[line.start : line.end]
            own = self.names.organization(line.start, line.end)
            if own is not None and not own.bare and own.after >= line.end:
                return self.offices.office(own)
            named = Named(sort="plain", start=line.start, end=line.end)
            if (
                words in seen
                and len(words.split()) >= _NAME_WORDS
                and self.view.text[line.start].isupper()
            ):
                return self.offices.office(named)
        return None

    def named_fully(self, office: Office, found: Sequence[Labeled]) -> Office:
        """Join the name behind a label such as "Đơn vị:" where it only says more of the office."""
        for one in found:
            if one.label.role != "organization":
                continue
            named = self.names.organization(one.start, one.end)
            keys = office.keys
            if named is not None and any(
                self.offices.key(named.start, named.end).startswith(f"{key} ") for key in keys
            ):
                office = self.offices.join(office, self.offices.office(named))
        return office
