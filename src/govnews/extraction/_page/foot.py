"""The foot of a page, and the contacts within its story, read into one office."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from govnews.extraction._ground.grammar import EMAIL, WEB, Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Names
from govnews.extraction._naming.offices import Office, Offices
from govnews.extraction._page.blocks import BlockReader, Blocks
from govnews.extraction._page.contacts import Contacts
from govnews.extraction._page.labels import EDGE, Labeled, Labels
from govnews.extraction._page.line_kinds import LineKinds
from govnews.extraction._page.lines import UnitLines
from govnews.extraction._page.owner import Owner
from govnews.extraction._page.parts import Span
from govnews.extraction._page.people import People
from govnews.extraction._page.rights import Rights
from govnews.extraction.pack import Label
from govnews.model import ContactKind

_SENTENCE: Final = 6
_FEWEST_COMMAS: Final = 2
_TOLD: Final = ("email", "license", "other")


class Ranges:
    """Ranges in the order of the text, none overlapping another."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = sorted(ranges)
        self._starts = [start for start, _ in self._ranges]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a range meets one of them."""
        place = bisect_left(self._starts, end)
        return place > 0 and self._ranges[place - 1][1] > start


class Foot:
    """Reads the foot of a page into its office."""

    def __init__(
        self,
        view: View,
        grammar: Grammar,
        names: Names,
        offices: Offices,
        kinds: LineKinds,
    ) -> None:
        self.kinds = kinds
        self.view, self.grammar, self.names = view, grammar, names
        self.offices = offices
        self.unowned: Labeled | None = None
        self.folded = view.folded
        self.units = UnitLines(view, grammar, names)
        self.labels = Labels(view, grammar, names)
        self.contacts = Contacts(view, grammar)
        self.rights = Rights(view, grammar, names, offices, self.labels)
        self.people = People(view, grammar, names, self.units, self.contacts)
        self.owner = Owner(view, grammar, names, offices, self.units, self.people, self.rights)

    def read(
        self,
        lines: Sequence[Span],
        office: Office | None,
        body: Sequence[Span] = (),
        credited: Office | None = None,
    ) -> Office | None:
        """Read all of a foot, and contacts within the story; return the office they belong to."""
        found = self.labels.labeled(lines)
        spoken = self.labels.spoken(body)
        copyrights = [line for line in lines if self.rights.is_notice(line)]
        blocks = Blocks()
        if self.grammar.pack.layout.contacts:
            found, blocks = self._unlabeled(lines, found, copyrights)
        office = office or self.owner.named(lines, found, copyrights, body)
        if office is None:
            office = self._outlet(lines)
        if office is None and blocks.offices:
            office = self.offices.office(blocks.offices[0])
        if office is None and (found or spoken or blocks.numbers or blocks.people):
            office = (
                credited or self.owner.repeated(lines, body) or self.owner.asked([*lines, *body])
            )
        if office is None:
            if found or spoken:
                self.unowned = (found or spoken)[0]
            return None
        office = self.owner.named_fully(office, found)
        office.used = True
        for one in (*found, *spoken):
            self._take(one, office)
        for line in self._mailing(body):
            self.contacts.emails(line.start, line.end, office)
        for line in (*lines, *body):
            self._asking(line, office)
        for line in copyrights:
            self.rights.read(line, office)
        self._take_blocks(blocks, office)
        if found or blocks.numbers or self.grammar.pack.layout.contacts:
            self._take_lines(lines, found, blocks, office)
        self._loose(lines, found, office)
        return office

    def _outlet(self, lines: Sequence[Span]) -> Office | None:
        """Return the outlet that a foot belongs to, below the office whose organ it is."""
        for line in lines:
            found = self.kinds.outlet(line)
            if found is not None:
                office, parent = map(self.offices.office, found)
                office.parent, parent.used = parent, True
                return office
        return None

    def _asking(self, line: Span, office: Office) -> None:
        """Read the numbers of a sentence such as "For more information, call ..."."""
        contact = self.grammar.contact.match(self.folded, line.start, line.end)
        rest = self.folded[contact.end() : line.end] if contact is not None else ""
        if contact is None or ":" in rest or len(rest.split()) < _SENTENCE:
            return
        label = Label(role="phone", words=())
        span = (contact.end(), line.end)
        self.contacts.phones(
            Labeled(label, (line.start, contact.end()), *span), office, certain=True
        )

    def _mailing(self, lines: Sequence[Span]) -> list[Span]:
        return [
            line
            for line in lines
            if "@" in self.folded[line.start : line.end]
            and not self.grammar.label.match(self.folded, line.start, line.end)
        ]

    def _unlabeled(
        self, lines: Sequence[Span], found: Sequence[Labeled], copyrights: Sequence[Span]
    ) -> tuple[list[Labeled], Blocks]:
        """Read what bears no label; labels over blocks are headings, their values are lines."""
        kept: list[Labeled] = []
        addresses: list[int] = []
        for one in found:
            below = "\n" in self.folded[one.written[1] : one.start]
            if one.label.role == "address" and below:
                addresses.append(one.start)
            elif one.label.role not in ("organization", "responsible") or not below:
                kept.append(one)
        reader = BlockReader(self.view, self.grammar, self.names)
        kept = [
            evolve(one, end=reader.wrapped(lines, one.end)) if one.label.role == "address" else one
            for one in kept
        ]
        taken = Ranges(
            [
                *((one.written[0], one.end) for one in kept),
                *((line.start, line.end) for line in copyrights),
            ]
        )
        return kept, reader.read(lines, taken.overlaps, addresses)

    def _take(self, one: Labeled, office: Office) -> None:
        role = one.label.role
        if role in ("phone", "fax", "phone_fax"):
            self.contacts.phones(one, office)
        elif role == "email":
            self.contacts.emails(one.start, one.end, office)
        elif role == "web":
            self.contacts.web(one, office)
        elif role == "address":
            self.contacts.address(one, office)
        elif role == "license":
            self.rights.license(one, office)
        elif role == "responsible":
            self.people.responsible(one, office)
        elif role == "parent":
            named = self.names.organization(one.start, one.end) or self.names.territory(
                one.start, one.end
            )
            if named is not None:
                parent = self.offices.office(named)
                if parent is not office:
                    parent.used = True
                    office.parent = parent
                # "Cơ quan chủ quản: Bộ A, 54 phố B, Hà Nội": the seat is that of both.
                seat = self.units.address(named.after, one.end)
                if seat is not None:
                    self.contacts.address(evolve(one, start=seat[0], end=seat[1]), office)

    def _take_lines(
        self, lines: Sequence[Span], found: Sequence[Labeled], blocks: Blocks, office: Office
    ) -> None:
        """Take numbers and people behind words that are no label of the pack."""
        taken = Ranges(
            [
                *((one.written[0], one.end) for one in found if one.label.role != "responsible"),
                *(span for span, _ in blocks.numbers),
            ]
        )
        for start, end in self.units.numbers(lines, taken.overlaps):
            label = Label(role="phone", words=())
            self.contacts.phones(Labeled(label, (start, start), start, end), office, certain=True)
        people = list(self.units.people(lines))
        self._take_blocks(Blocks(people=people), office)
        for contact in people:
            start = contact.name.after
            end = self.folded.find("\n", start)
            rest = (start, end if end >= 0 else len(self.folded))
            if not taken.overlaps(*rest):
                label = Label(role="phone", words=())
                self.contacts.phones(Labeled(label, (start, start), *rest), office, certain=True)

    def _take_blocks(self, blocks: Blocks, office: Office) -> None:
        for span, fax in blocks.numbers:
            label = Label(role="fax" if fax else "phone", words=())
            self.contacts.phones(Labeled(label, span, *span), office)
        for start, end in blocks.addresses:
            label = Label(role="address", words=())
            self.contacts.address(Labeled(label, (start, start), start, end), office)
        for contact in blocks.people:
            self.people.state(contact, office)

    def _first_mark(self, line: Span) -> int:
        """Return where the first label of a line stands that has words before it."""
        places = (mark.start for mark in self.labels.marks(line))
        return next((place for place in places if place > line.start), line.end)

    def _behind_name(self, head: Span) -> Span:
        """Return what stands behind the name of an office and a dash: "Sở A - Số 5, đường B"."""
        label = self.grammar.label.match(self.folded, head.start, head.end)
        if label and self.grammar.labels[" ".join(label["label"].split())].code == "contact":
            asked = self.units.office(label.end(), head.end)  # "Xin liên hệ Phòng A, số 5, ..."
            if asked is not None:
                return Span(self.view.trim(asked[2], head.end, " ,-:")[0], head.end, head.gap)
        if self.grammar.pack.layout.contacts:
            return head
        named = self.names.organization(head.start, head.end)
        if named is None:
            return head
        start = self.view.trim(named.after, head.end, " -,:|")[0]
        return head if start == named.after else Span(start, head.end, head.gap)

    def _unlabeled_address(self, line: Span, taken: Ranges, office: Office) -> None:
        """Take the address that a line is, or holds before its first label."""
        head = self._behind_name(Span(line.start, min(self._first_mark(line), line.end)))
        inside = taken.overlaps(head.start, head.end)
        if not inside and self.kinds.address_like(*self.view.trim(head.start, head.end, EDGE)):
            self.contacts.unlabeled_address(head, office)

    def _loose(self, lines: Sequence[Span], found: Sequence[Labeled], office: Office) -> None:
        """Read what stands in a foot without a label: mail addresses, terms, sites."""
        whole = self.grammar.pack.layout.contacts
        taken = Ranges(
            (one.start, one.end) for one in found if not (whole and one.label.role == "responsible")
        )
        # Behind the label of a number an address of mail may stand without one of its own.
        mailed = Ranges((one.start, one.end) for one in found if one.label.role in _TOLD)
        for line in lines:
            if self.folded.count(",", line.start, line.end) >= _FEWEST_COMMAS:
                self._unlabeled_address(line, taken, office)
            terms = self.grammar.terms.match(self.folded, line.start, line.end)
            if terms is not None:
                office.state(
                    ("rights", "terms"),
                    (line.start, line.end),
                    "terms",
                    self.view.exact(line.start, line.end),
                )
            for match in EMAIL.finditer(self.folded, line.start, line.end):
                if not mailed.overlaps(*match.span()):
                    self.contacts.contact(
                        office, ContactKind.EMAIL, match.span(), self.view.exact(*match.span())
                    )
            for match in WEB.finditer(self.folded, line.start, line.end):
                if not taken.overlaps(*match.span()):
                    span = self.view.trim(*match.span(), ".,;\"'")
                    words = self.view.exact(*span)
                    value = words if words.startswith(("http://", "https://")) else None
                    self.contacts.contact(office, ContactKind.WEB, span, value)
