"""How to reach an office: labels and their values in the foot of a page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from govnews.extraction._blocks import BlockReader, Blocks
from govnews.extraction._grammar import EMAIL, WEB, Grammar
from govnews.extraction._layout import Span
from govnews.extraction._lines import UnitLines
from govnews.extraction._names import Named, Names
from govnews.extraction._offices import Office, Offices
from govnews.extraction._times import Timeline
from govnews.extraction._view import View
from govnews.extraction.pack import Label, LabelRole
from govnews.model import ContactKind, PartialDate, Term
from govnews.model.vocabularies import RESPONSIBLE_ROLE

_EDGE: Final = " \n\r\t,;|-.*•"
_SPOKEN: Final = ("address", "email", "fax", "phone", "phone_fax", "web")
_RUNNING: Final = ("email", "fax", "phone", "phone_fax", "web")
_MARKS: Final = 8
_LONGEST_LINE: Final = 200
_NAME_WORDS: Final = 3
_SENTENCE: Final = 6
_LONGEST_NAME: Final = 80
_APART: Final = ("address", "email", "fax", "license", "phone", "phone_fax", "responsible", "other")
_DIALED: Final = re.compile(r"[(+]{0,2}\d")
_WRAPPED: Final = 4
"""How many lines a wrapped address may have."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?-\s?(?:19|20)\d\d)?(?!\d)")


@frozen
class Mark:
    """A label where its line shows that it is one; `end` is where its value begins."""

    label: Label
    start: int
    close: int
    end: int
    line: Span


@frozen
class Labeled:
    """A label and the range of its value."""

    label: Label
    written: tuple[int, int]
    start: int
    end: int


def _start(line: Span) -> int:
    return line.start


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
        timeline: Timeline,
        address_like: Callable[[int, int], bool],
    ) -> None:
        self.address_like = address_like
        self.view, self.grammar, self.names = view, grammar, names
        self.offices, self.timeline = offices, timeline
        self.asof: str | None = None
        self.unowned: Labeled | None = None
        self._regions: list[tuple[str, str] | None] = []
        self.folded = view.folded
        self.units = UnitLines(view, grammar, names)

    # -- labels ----------------------------------------------------------------------------

    def labeled(self, lines: Sequence[Span]) -> list[Labeled]:
        """Return labels with their values; a value ends with its line or at the next label."""
        if not lines:
            return []
        marks = [mark for line in lines for mark in self._marks(line)]
        found: list[Labeled] = []
        for place, mark in enumerate(marks):
            label = mark.label
            limit = marks[place + 1].start if place + 1 < len(marks) else lines[-1].end
            end = self._value_end(mark.end, limit, mark.line, lines, label.role)
            start, end = self.view.trim(
                mark.end, end, _EDGE if label.role != "license" else " \n\r\t,;|-"
            )
            if start < end:
                found.append(Labeled(label, (mark.start, mark.close), start, end))
        return found

    def _marks(self, line: Span) -> Iterator[Mark]:
        """Return the labels of one line, those included that go on behind the words known."""
        taken = line.start
        for match in self.grammar.label.finditer(self.folded, line.start, line.end):
            if match.start() < taken:
                continue
            label = self.grammar.labels[" ".join(match["label"].split())]
            start, close = match.span("label")
            rest = self._rest(match, label, line)
            if rest is not None:
                taken = rest
                close = self.view.trim(start, rest, " :")[1]
                yield Mark(label, start, close, taken, line)
            elif self._holds(match, label, line):
                taken = match.end()
                yield Mark(label, start, close, taken, line)

    def _rest(self, match: re.Match[str], label: Label, line: Span) -> int | None:
        """Return where the value of a label begins that goes on: "Đường dây nóng cấp cứu: 0..."."""
        close = match.end("label")
        first = max(line.start, match.start() - _MARKS)
        begins = not self.folded[first : match.start()].rstrip()[-1:].isalnum()
        if match["colon"] or not begins:
            return None
        if label.role == "license":
            rest = self.grammar.license_rest.match(self.folded, close, line.end)
            return rest.end() if rest is not None else None
        rest = self.grammar.label_rest.match(self.folded, close, line.end)
        if rest is None:
            return None
        if label.role in ("phone", "fax", "phone_fax"):
            return rest.end() if _DIALED.match(self.folded, rest.end(), line.end) else None
        if label.role == "email":
            return rest.end() if EMAIL.match(self.folded, rest.end(), line.end) else None
        return rest.end() if label.role == "responsible" and match.start() == line.start else None

    def spoken(self, lines: Sequence[Span]) -> list[Labeled]:
        """Return the labeled contacts within a story: they begin a line, or a number follows."""
        told: list[Span] = []
        for place, line in enumerate(lines):
            label = self.grammar.label.match(self.folded, line.start, line.end)
            if label is None or self._role(label) not in _SPOKEN:
                continue
            if label.end() >= line.end and place + 1 < len(lines):
                told += [line, lines[place + 1]]
            elif line.end - line.start < _LONGEST_LINE:
                told.append(line)
        return [one for one in self.labeled(told) if one.label.role in _SPOKEN]

    def _role(self, match: re.Match[str]) -> LabelRole:
        return self.grammar.labels[" ".join(match["label"].split())].role

    def _mailing(self, lines: Sequence[Span]) -> list[Span]:
        return [
            line
            for line in lines
            if "@" in self.folded[line.start : line.end]
            and not self.grammar.label.match(self.folded, line.start, line.end)
        ]

    def _holds(self, match: re.Match[str], label: Label, line: Span) -> bool:
        if label.role == "license":  # "... theo giấy phép số 12/GP"
            numbered = self.grammar.numbered.match(self.folded, match.end(), line.end)
            if numbered is not None and "/" in numbered["number"]:
                return True
        if label.role not in _RUNNING:  # such a label begins its line, or follows a mark
            first = max(line.start, match.start() - _MARKS)
            before = self.folded[first : match.start()].rstrip()
            if before and before[-1].isalpha():
                return False
        if match["colon"] and match["colon"] != "-":
            return True
        if label.role == "parent" and match.start() == line.start:  # "Cơ quan của Tỉnh ủy A"
            return self.names.organization(match.end(), line.end) is not None
        rest = self.folded[match.end() : match.end() + 2]
        if label.role in ("phone", "fax", "phone_fax"):
            return bool(re.match(r"\(?\+?\d", rest))
        if label.role == "email":
            return bool(EMAIL.match(self.folded, match.end()))
        if match["colon"] == "-":
            return match.start() == line.start
        return match.start() == line.start and match.end() >= line.end

    def _value_end(
        self, start: int, limit: int, line: Span, lines: Sequence[Span], role: LabelRole
    ) -> int:
        end = min(limit, line.end)
        place = bisect_right(lines, line.start, key=_start)
        following = [other for other in lines[place : place + _WRAPPED] if other.start < limit]
        if start >= line.end:
            if not following:
                return end
            end = following[0].end
            following = following[1:]
            if role != "address":
                return min(end, limit)
        elif role != "address":
            return end
        for other in following:
            # A wrapped address goes on in lower case, or behind a comma.
            wrapped = self.folded[end - 1] == "," or self.view.text[other.start].islower()
            indented = (
                self.view.text[max(0, other.start - 2) : other.start].isspace()
                and not other.gap
                and self.view.text[other.start - 1] in " \t"
            )
            if not (wrapped or indented):
                break
            if self.grammar.copyright.match(self.folded, other.start):
                break
            end = other.end
        return min(end, limit)

    # -- the foot --------------------------------------------------------------------------

    def read(
        self,
        lines: Sequence[Span],
        office: Office | None,
        body: Sequence[Span] = (),
        credited: Office | None = None,
    ) -> Office | None:
        """Read all of a foot, and contacts within the story; return the office they belong to."""
        found = self.labeled(lines)
        spoken = self.spoken(body)
        copyrights = [line for line in lines if self._copyright(line)]
        blocks = Blocks()
        if self.grammar.pack.layout.contacts:
            found, blocks = self._unlabeled(lines, found, copyrights)
        office = office or self._owner(lines, found, copyrights)
        if office is None and blocks.offices:
            office = self.offices.office(blocks.offices[0])
        if office is None and (found or spoken or blocks.numbers or blocks.people):
            office = credited or self._repeated(lines, body)
        if office is None:
            if found or spoken:
                self.unowned = (found or spoken)[0]
            return None
        office = self._named_fully(office, found)
        office.used = True
        for one in (*found, *spoken):
            self._take(one, office)
        for line in self._mailing(body):
            self._emails(line.start, line.end, office)
        for line in (*lines, *body):
            self._asking(line, office)
        for line in copyrights:
            self._rights(line, office)
        self._take_blocks(blocks, office)
        if found or blocks.numbers:
            self._take_lines(lines, found, blocks, office)
        self._loose(lines, found, office)
        return office

    def _asking(self, line: Span, office: Office) -> None:
        """Read the numbers of a sentence such as "For more information, call ..."."""
        contact = self.grammar.contact.match(self.folded, line.start, line.end)
        rest = self.folded[contact.end() : line.end] if contact is not None else ""
        if contact is None or ":" in rest or len(rest.split()) < _SENTENCE:
            return
        label = Label(role="phone", words=())
        span = (contact.end(), line.end)
        self._phones(Labeled(label, (line.start, contact.end()), *span), office, certain=True)

    def _repeated(self, lines: Sequence[Span], body: Sequence[Span]) -> Office | None:
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
            self._phones(Labeled(label, (start, start), start, end), office, certain=True)
        people = list(self.units.people(lines))
        self._take_blocks(Blocks(people=people), office)
        for contact in people:
            start = contact.name.after
            end = self.folded.find("\n", start)
            rest = (start, end if end >= 0 else len(self.folded))
            if not taken.overlaps(*rest):
                label = Label(role="phone", words=())
                self._phones(Labeled(label, (start, start), *rest), office, certain=True)

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

    def _take_blocks(self, blocks: Blocks, office: Office) -> None:
        for span, fax in blocks.numbers:
            label = Label(role="fax" if fax else "phone", words=())
            self._phones(Labeled(label, span, *span), office)
        for start, end in blocks.addresses:
            label = Label(role="address", words=())
            self._address(Labeled(label, (start, start), start, end), office)
        for contact in blocks.people:
            at = ("responsible", office.next("responsible"))
            code = "media" if contact.press else "contact"
            words = " ".join(self.view.exact(*contact.role).split())
            role = Term(label=words, scheme=RESPONSIBLE_ROLE, code=code)
            office.state((*at, "role"), contact.role, "contact-block", role)
            name = contact.name
            office.state((*at, "person", "name"), (name.start, name.end), "person")
            if name.honorific:
                office.state((*at, "person", "honorific"), name.honorific, "person")
            if contact.post:
                office.state((*at, "person", "post"), contact.post, "post")

    def _copyright(self, line: Span) -> bool:
        start = line.start
        year = _YEAR.match(self.folded, start, line.end)
        if year is not None:  # "2022 © ..."
            start = self.view.trim(year.end(), line.end)[0]
        if self.grammar.copyright.match(self.folded, start, line.end) is not None:
            return True
        kept = self.grammar.holder.search(self.folded, line.start, line.end)
        return (  # "... giữ bản quyền"
            kept is not None
            and line.end - line.start < _LONGEST_LINE
            and self.grammar.copyright.search(self.folded, *kept.span()) is not None
            and self.grammar.label.match(self.folded, line.start, line.end) is None
        )

    def _named_fully(self, office: Office, found: Sequence[Labeled]) -> Office:
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

    def _owner(
        self, lines: Sequence[Span], found: Sequence[Labeled], copyrights: Sequence[Span]
    ) -> Office | None:
        for one in found:
            if one.label.role == "organization":
                named = self.names.organization(one.start, one.end)
                if named is not None:
                    return self.offices.office(named)
        for line in copyrights:
            named = self._holder(line)
            if named is not None:
                return self.offices.office(named)
        for one in found:
            named = self._owner_by(one)
            if named is not None:
                return self.offices.office(named)
        return self._portal(lines, found)

    def _owner_by(self, one: Labeled) -> Named | None:
        """Return the office that a responsible person or a place to ask belongs to."""
        if one.label.role != "responsible":
            return None
        named = self._office_of(self._person(one))
        if named is None and one.label.code == "contact":
            asked = self.units.office(one.start, one.end)
            named = asked[1] if asked is not None else None
        return named

    def _portal(self, lines: Sequence[Span], found: Sequence[Labeled]) -> Office | None:
        """Return the territory that a portal is named after, or else the office above the page."""
        for line in lines:
            portal = self.grammar.portal.match(self.folded, line.start, line.end)
            if portal is not None:
                start = self.view.trim(portal.end(), line.end, " :-|,")[0]
                named = self.names.territory(start, line.end)
                if named is not None:
                    return self.offices.office(named)
        for one in found:
            named = self.names.organization(one.start, one.end)
            if one.label.role == "parent" and named is not None:
                return self.offices.office(named)
        return None

    def _take(self, one: Labeled, office: Office) -> None:
        role = one.label.role
        if role in ("phone", "fax", "phone_fax"):
            self._phones(one, office)
        elif role == "email":
            self._emails(one.start, one.end, office)
        elif role == "web":
            self._web(one, office)
        elif role == "address":
            self._address(one, office)
        elif role == "license":
            self._license(one, office)
        elif role == "responsible":
            self._responsible(one, office)
        elif role == "parent":
            named = self.names.organization(one.start, one.end) or self.names.territory(
                one.start, one.end
            )
            if named is not None:
                parent = self.offices.office(named)
                if parent is not office:
                    parent.used = True
                    office.parent = parent

    def _contact(
        self,
        office: Office,
        kind: ContactKind,
        span: tuple[int, int],
        value: str | None,
        ground: str | None = None,
    ) -> None:
        place = office.next("contacts")
        at = ("contacts", place)
        office.state((*at, "kind"), span, "label", kind)
        office.state((*at, "text"), span, kind.value)
        if value is not None:
            office.state((*at, "value"), span, kind.value, value, ground)

    def _phones(self, one: Labeled, office: Office, *, certain: bool = False) -> None:
        words = self.view.text[one.start : one.end]
        kinds = {
            "phone": (ContactKind.PHONE,),
            "fax": (ContactKind.FAX,),
            "phone_fax": (ContactKind.PHONE, ContactKind.FAX),
        }[one.label.role]
        for number in self.grammar.pack.phones(words[:400], self.asof, one.label.role):
            span = (one.start + number.start, one.start + number.end)
            value, ground = number.value, number.ground if number.inferred else None
            if value is None and self._region() is not None:
                value, ground = self._national(words[number.start : number.end])
            if certain and value is None:
                continue
            for kind in kinds:
                self._contact(office, kind, span, value, ground)

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

    def _emails(self, start: int, end: int, office: Office) -> None:
        for match in EMAIL.finditer(self.folded, start, end):
            span = match.span()
            self._contact(office, ContactKind.EMAIL, span, self.view.exact(*span))

    def _web(self, one: Labeled, office: Office) -> None:
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
            self._contact(office, ContactKind.WEB, span, value)

    def _address(self, one: Labeled, office: Office) -> None:
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

    def _license(self, one: Labeled, office: Office) -> None:
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

    # -- people ----------------------------------------------------------------------------

    def _person(self, one: Labeled) -> Named | None:
        """Return the person of a value: "Bà A - Phó Giám đốc B", "Giám đốc A", "A, Giám đốc B"."""
        person = self.names.person(one.start, one.end)
        if person is not None:
            return person
        end = self.names.name_end(one.start, one.end)
        if end == one.start or self.grammar.head.match(self.folded, one.start, one.end):
            return None
        return self.names.with_post(Named(sort="person", start=one.start, end=end), one.end)

    def _office_of(self, person: Named | None) -> Named | None:
        if person is None or person.post is None:
            return None
        return self.names.office_in(*person.post)

    def _reaching(self, one: Labeled, office: Office) -> bool:
        """Whether "Contact: ..." is followed by numbers and no name; take them."""
        if not self.grammar.pack.layout.contacts:
            return False
        found = self.grammar.pack.phones(self.view.text[one.start : one.end], self.asof, "phone")
        if found:
            self._phones(
                Labeled(Label(role="phone", words=()), one.written, one.start, one.end), office
            )
        return bool(found) or EMAIL.search(self.folded, one.start, one.end) is not None

    def _asked(self, one: Labeled, office: Office) -> tuple[int, int]:
        """Return the office to ask; what follows it may be its address."""
        asked = self.units.office(one.start, one.end)
        if asked is None:
            return one.start, one.end
        named, _, behind = asked
        address = self.units.address(behind, one.end)
        if address is not None:
            label = Label(role="address", words=())
            self._address(Labeled(label, (address[0], address[0]), *address), office)
        return named.start, named.end

    def _responsible(self, one: Labeled, office: Office) -> None:
        person = self._person(one)
        if self._reaching(one, office) and person is None:
            return
        at = ("responsible", office.next("responsible"))
        role = Term(
            label=self.view.exact(*one.written), scheme=RESPONSIBLE_ROLE, code=one.label.code
        )
        if person is None:
            span = (one.start, one.end)
            if one.label.code == "contact":
                span = self._asked(one, office)
            office.state((*at, "role"), one.written, "responsible", role)
            office.state((*at, "office", "name"), span, "responsible")
            return
        office.state((*at, "role"), one.written, "responsible", role)
        if person.end > person.start:
            office.state((*at, "person", "name"), (person.start, person.end), "person")
        if person.honorific:
            office.state((*at, "person", "honorific"), person.honorific, "person")
        if person.post:
            office.state((*at, "person", "post"), person.post, "post")

    # -- rights ----------------------------------------------------------------------------

    def _holder(self, line: Span) -> Named | None:
        folded = self.folded
        cue = self.grammar.holder.search(folded, line.start, line.end)
        sign = self.grammar.copyright.match(folded, line.start, line.end)
        start = cue.end() if cue else sign.end() if sign else line.start
        if not cue:
            for _ in range(3):
                start = self.view.trim(start, line.end, " :.,-@©")[0]
                more = self.grammar.copyright.match(folded, start, line.end)
                year = _YEAR.match(folded, start, line.end)
                start = more.end() if more else year.end() if year else start
        start = self.view.trim(start, line.end, " :.,-")[0]
        portal = self.grammar.portal.match(folded, start, line.end)
        if portal is not None:
            start = self.view.trim(portal.end(), line.end, " :.,-")[0]
        return self.names.office_at(start, line.end)

    def _rights(self, line: Span, office: Office) -> None:
        terms = self.grammar.terms.search(self.folded, line.start, line.end)
        end = terms.start() if terms else line.end
        first = next((m.start for m in self._marks(line) if m.label.role in _APART), end)
        span = self.view.trim(line.start, min(end, first if first > line.start else end), " \n\r|-")
        office.state(("rights", "notice"), span, "copyright", self.view.exact(*span))
        year = _YEAR.search(self.folded, *span)
        if year is not None:
            digits = (year.start(), year.start() + 4)
            office.state(("rights", "year"), digits, "copyright", int(self.folded[slice(*digits)]))
        holder = self._holder(Span(*span))
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

    def _unlabeled_address(self, line: Span, office: Office) -> None:
        """Read an address that has no label, or one that the pack does not know."""
        colon = self.folded.find(":", line.start, min(line.end, line.start + 30))
        start = line.start if colon < 0 else colon + 1
        start, end = self.view.trim(start, line.end, _EDGE)
        self._address(Labeled(Label(role="address", words=()), (start, start), start, end), office)

    def _loose(self, lines: Sequence[Span], found: Sequence[Labeled], office: Office) -> None:
        """Read what stands in a foot without a label: mail addresses, terms, sites."""
        whole = self.grammar.pack.layout.contacts
        taken = Ranges(
            (one.start, one.end) for one in found if not (whole and one.label.role == "responsible")
        )
        for line in lines:
            inside = taken.overlaps(line.start, line.end)
            if not inside and self.address_like(line.start, line.end):
                self._unlabeled_address(line, office)
            terms = self.grammar.terms.match(self.folded, line.start, line.end)
            if terms is not None:
                office.state(
                    ("rights", "terms"),
                    (line.start, line.end),
                    "terms",
                    self.view.exact(line.start, line.end),
                )
            for match in EMAIL.finditer(self.folded, line.start, line.end):
                if not taken.overlaps(*match.span()):
                    self._contact(
                        office, ContactKind.EMAIL, match.span(), self.view.exact(*match.span())
                    )
            for match in WEB.finditer(self.folded, line.start, line.end):
                if not taken.overlaps(*match.span()):
                    span = self.view.trim(*match.span(), ".,;\"'")
                    words = self.view.exact(*span)
                    value = words if words.startswith(("http://", "https://")) else None
                    self._contact(office, ContactKind.WEB, span, value)
