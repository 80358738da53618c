"""Contact blocks without labels: a name, a post, an office, numbers and an address, a line each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from attrs import field, mutable

from govnews.extraction._ground.grammar import EMAIL, Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names

if TYPE_CHECKING:
    from govnews.extraction._page.parts import Span

Range = tuple[int, int]
Taken = Callable[[int, int], bool]

_NUMBER: Final = re.compile(r"\(?\+?\d[\d().\-/ \xa0]{5,28}\d(?!\w)")
_NUMBERED: Final = re.compile(r"[^\W\d_]\s?:\s{0,3}[(+]{0,2}\d")
"""Words and a number behind a colon: "Customer services: 0300 ..."."""
_SEVERAL: Final = re.compile(r"\s/\s")
_BULLET: Final = re.compile(r"[-+*•●▪◦·–—|]\s{0,8}")
_FEWEST_DIGITS, _MOST_DIGITS, _WORDS_BEFORE = 7, 15, 4
_LONG: Final = 90
_JOINER: Final = 3
_TWO: Final = 2
_NEAR: Final = 6
_MOST_LINES: Final = 8


@mutable(eq=False)
class Contact:
    """A person to reach."""

    name: Named
    post: Range | None
    role: Range
    press: bool


@mutable(eq=False)
class Blocks:
    """What the blocks of a foot hold."""

    people: list[Contact] = field(factory=list)
    numbers: list[tuple[Range, bool]] = field(factory=list)
    addresses: list[Range] = field(factory=list)
    offices: list[Named] = field(factory=list)


class BlockReader:
    """Reads the lines of a foot that bear no labels."""

    def __init__(self, view: View, grammar: Grammar, names: Names) -> None:
        self.view, self.grammar, self.names = view, grammar, names
        self.folded = view.folded
        self._numbers: dict[Range, Range | None] = {}  # each line is asked more than once
        self._bares: dict[Range, Range] = {}

    # -- what a line is --------------------------------------------------------------------

    def heading(self, line: Span) -> bool:
        """Whether a line is a heading over contacts."""
        start, end = self._bare(line)
        if end - start > _LONG or self.folded[start:end].endswith((".", "!", "?")):
            return False
        if self.grammar.notice.match(self.folded, start, end):
            return False
        contact = self.grammar.contact.match(self.folded, start, end)
        if contact is not None and contact.end() > start:
            return True
        last = max(start, end - 40)
        return (
            any(
                not self.folded[found.end() : end].strip(" :")
                for found in self.grammar.contact.finditer(self.folded, last, end)
            )
            and len(self.folded[start:end].split()) <= _NEAR
        )

    def reaches(self, line: Span) -> bool:
        """Whether a line tells how to reach somebody."""
        if EMAIL.search(self.folded, line.start, line.end):
            return True
        return self.number(line) is not None

    def number(self, line: Span) -> Range | None:
        """Return the telephone number that a line consists of, a few words aside."""
        key = (line.start, line.end)
        if key not in self._numbers:
            self._numbers[key] = self._read_number(line)
        return self._numbers[key]

    def _read_number(self, line: Span) -> Range | None:
        start, end = self._bare(line)
        if end - start > _LONG:
            return None
        found = _NUMBER.search(self.folded, start, end)
        if found is None:
            return None
        counts = [sum(map(str.isdigit, one)) for one in _SEVERAL.split(found[0])]
        before = self.folded[start : found.start()]
        after = self.folded[found.end() : end].strip(" .;,")
        if not _FEWEST_DIGITS <= counts[0] <= _MOST_DIGITS or max(counts) > _MOST_DIGITS:
            return None
        if len(before.split()) > _WORDS_BEFORE:
            return None
        if before and self.grammar.label.search(self.folded, start, found.start()) is None:
            return None
        if "," in before or self.grammar.postcode.search(self.folded, start, end):
            return None
        if after and after[0] not in "(/|" and len(after.split()) > _WORDS_BEFORE:
            return None
        return found.span()

    def _bare(self, line: Span) -> Range:
        """Return the range of a line without its bullet."""
        key = (line.start, line.end)
        bare = self._bares.get(key)
        if bare is None:
            bullet = _BULLET.match(self.folded, line.start, line.end)
            bare = self.view.trim(bullet.end() if bullet else line.start, line.end)
            self._bares[key] = bare
        return bare

    def _labeled(self, line: Span) -> bool:
        label = self.grammar.label.match(self.folded, line.start, line.end)
        return label is not None and (bool(label["colon"]) or label.end() >= line.end)

    def _person(self, line: Span) -> Named | None:
        """Return the person whose name a line is, with a post behind it at most."""
        start, end = self._bare(line)
        if end - start > _LONG or self.heading(line) or self.grammar.post.match(self.folded, start):
            return None
        name = self.names.person(start, end)
        if name is None or name.end == name.start:
            dash = self.folded.find(" - ", start, end)
            if dash > 0 and self._follows(dash, end):
                end = dash  # "Anna Vale - press@example.org - Tel. ..."
            close = self.names.name_end(start, end)
            if close < end or len(self.folded[start:close].split()) < 2:
                return None
            name = Named(sort="person", start=start, end=close)
        words = self.folded[name.start : name.end].split()
        if not 1 < len(words) < _NEAR or self._street(name.start, name.end):
            return None
        if self.grammar.head.search(self.folded, name.start, name.end):
            return None
        return name if name.after >= end or name.post is not None else None

    def _follows(self, start: int, end: int) -> bool:
        """Whether a way to reach somebody stands right behind a dash."""
        at = self.view.trim(start, end, " -")[0]
        return any(
            pattern.match(self.folded, at, end) is not None
            for pattern in (EMAIL, _NUMBER, self.grammar.label)
        )

    def _street(self, start: int, end: int) -> bool:
        if self.grammar.postcode.search(self.folded, start, end):
            return True
        if not any(map(str.isdigit, self.folded[start:end])):
            return False  # "Works on Market Place"
        return self.grammar.street.search(self.folded, start, end) is not None

    def _streets(self, lines: Sequence[Span]) -> bool:
        return any(self._street(line.start, line.end) for line in lines)

    def _prose(self, line: Span) -> bool:
        text = self.folded[line.start : line.end]
        return len(text) > _LONG or (text.endswith((".", "?", "!")) and len(text.split()) > _NEAR)

    # -- the foot --------------------------------------------------------------------------

    def wrapped(self, lines: Sequence[Span], end: int) -> int:
        """Return where an address ends that goes on below its labeled line."""
        place = bisect_left(lines, end, key=_start)
        group: list[Span] = []
        for line in lines[place : place + _MOST_LINES]:
            if line.gap or self._apart(line):
                break
            group.append(line)
        return group[-1].end if self._streets(group) else end

    def above(self, lines: Sequence[Span], start: int) -> int:
        """Return where the block begins whose address stands over the first label of a foot."""
        first = start
        if 1 < start < len(lines):
            first = start - 1
            while first > 1 and not lines[first].gap and not self._apart(lines[first - 1]):
                if self._office(lines[first]):
                    break  # what stands above an office's name is not its address
                first -= 1
        block = lines[first:start]
        if not 0 < len(block) <= _MOST_LINES or any(map(self._apart, block)):
            return start
        top = first
        while top > 1 and not lines[top].gap and not self._apart(lines[top - 1]):
            top -= 1
        label = self.grammar.label.match(self.folded, lines[top - 1].start, lines[top - 1].end)
        if label is not None and self.grammar.labels[_plain(label["label"])].role == "place":
            return start  # where something happens
        titled = first > 1 or self._office(lines[0])
        return first if titled and self._streets(block) else start

    def _office(self, line: Span) -> bool:
        """Whether a line is the name of an organization."""
        named = self.names.organization(*self._bare(line))
        return named is not None and not named.bare and named.after >= line.end

    def _apart(self, line: Span) -> bool:
        """Whether a line is no part of an address."""
        return (
            self._prose(line)
            or self._labeled(line)
            or self.reaches(line)
            or self._ways(line)
            or _NUMBERED.search(self.folded, line.start, line.end) is not None
            or self.grammar.copyright.match(self.folded, line.start, line.end) is not None
        )

    def _ways(self, line: Span) -> bool:
        """Whether a line only names ways to reach an office: "By post or in person"."""
        start, end = self._bare(line)
        label = self.grammar.label.match(self.folded, start, end)
        if label is None or label.end() >= end:
            return False
        words = self.grammar.label.sub(" ", self.folded[start:end]).split()
        return len(words) == 1 and len(words[0]) <= _JOINER

    def read(self, lines: Sequence[Span], taken: Taken, addresses: Sequence[int] = ()) -> Blocks:
        """Read the lines that no label has taken; at some places addresses are known to begin."""
        blocks = Blocks()
        heading: Span | None = None
        place = 0
        while place < len(lines):
            line = lines[place]
            if taken(line.start, line.end):
                place += 1
                continue
            # Without a way to reach somebody, a name is no contact, and the line no number.
            person = self._person(line) if self._reached(lines, place) else None
            number = self.number(line) if person is None else None
            if person is not None and self._introduced(person, lines, place):
                place = self._contact(blocks, person, lines, place, heading)
                continue
            if number is not None:
                blocks.numbers.append((number, self._faxed(lines, place)))
            elif self.heading(line):
                heading = line
            else:
                after = self._address(blocks, lines, place, taken, known=line.start in addresses)
                if after > place:
                    place = after
                    continue
                office = self.names.organization(*self._bare(line))
                if office is not None and not office.bare and office.after >= line.end:
                    blocks.offices.append(office)
            place += 1
        return blocks

    def _introduced(self, person: Named, lines: Sequence[Span], place: int) -> bool:
        """Whether an honorific, a post or a heading shows that a name is a person's."""
        if person.honorific or person.post:
            return True
        for line in lines[place + 1 : place + 2]:
            if not (line.gap or self.reaches(line) or self._labeled(line)):
                return self.grammar.post.search(self.folded, line.start, line.end) is not None
        if not place:
            return False
        above = self._bare(lines[place - 1])
        label = self.grammar.label.match(self.folded, *above)
        return label is not None and (
            self.grammar.labels[_plain(label["label"])].role == "responsible"
        )

    def _faxed(self, lines: Sequence[Span], place: int) -> bool:
        """Whether a label on the line of a number, or right above it, makes it a fax."""
        start = lines[place - 1].start if place and not lines[place].gap else lines[place].start
        labels = list(self.grammar.label.finditer(self.folded, start, lines[place].end))
        label = labels[-1] if labels else None
        return label is not None and self.grammar.labels[_plain(label["label"])].role == "fax"

    def _reached(self, lines: Sequence[Span], place: int) -> bool:
        """Whether a number or an address of mail follows soon, on the same block."""
        for line in lines[place : place + _NEAR]:
            if line is not lines[place] and self._prose(line):
                return False
            if self.reaches(line) or self._labeled(line):
                return True
        return False

    def _contact(
        self,
        blocks: Blocks,
        person: Named,
        lines: Sequence[Span],
        place: int,
        heading: Span | None,
    ) -> int:
        """Take a person with the post and the office on the lines below; return the next line."""
        post, first = person.post, place
        office = self.names.office_in(*post) if post is not None else None
        if office is not None:
            blocks.offices.append(office)
        place += 1
        for line in lines[place : place + 3]:
            start, end = self._bare(line)
            if line.gap or self.reaches(line) or self._labeled(line) or self._prose(line):
                break
            if post is None and self.grammar.post.search(self.folded, start, end):
                post = (start, end)
            else:
                office = self.names.office_at(start, end)
                if office is not None and office.after >= end:
                    blocks.offices.append(office)
                elif post is None or self._street(line.start, line.end):
                    break
            place += 1
        number = _NUMBER.search(self.folded, person.after, lines[first].end)
        if number is not None and sum(map(str.isdigit, number[0])) >= _FEWEST_DIGITS:
            blocks.numbers.append((number.span(), False))
        role = self._bare(heading) if heading is not None else (person.start, person.end)
        texts = [self.folded[slice(*span)] for span in (role, post) if span]
        press = any(self.grammar.press.search(text) for text in texts)
        role = self.view.trim(*role, " :")
        blocks.people.append(Contact(person, post, role, press))
        return place

    def _address(
        self,
        blocks: Blocks,
        lines: Sequence[Span],
        place: int,
        taken: Taken,
        *,
        known: bool,
    ) -> int:
        """Take an address that begins at a line; return the line behind it."""
        group: list[Span] = []
        for line in lines[place : place + _MOST_LINES]:
            if (group and line.gap) or self._apart(line):
                break
            if taken(line.start, line.end):
                break
            if group and self.folded[group[-1].end : line.start].strip():
                break  # another stretch of the page
            if len(group) >= _TWO and self._office(line) and not self._streets(group):
                return place  # the address is the one below the name of its office
            group.append(line)
        if not group or not (known or self._streets(group)):
            return place
        coded = [
            number
            for number, line in enumerate(group)
            if self.grammar.postcode.search(self.folded, line.start, line.end)
        ]
        if (
            len(group) == 1
            and not (coded or known)
            and "," not in self.folded[group[0].start : group[0].end]
        ):
            return place
        first = 0
        for line in group[:-1]:
            if self._street(line.start, line.end) and self.folded[line.start].isdigit():
                break
            bare = self._bare(line)
            office = self.names.organization(*bare) or self.names.territory(*bare)
            if office is None or self.grammar.street.search(self.folded, line.start, line.end):
                break
            blocks.offices.append(office)
            first += 1
        end = self.view.trim(group[0].start, group[-1].end, " ,;")[1]
        if first < len(group):
            blocks.addresses.append((group[first].start, end))
        return place + len(group)


def _start(line: Span) -> int:
    return line.start


def _plain(words: str) -> str:
    return " ".join(words.split())
