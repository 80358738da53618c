"""The parts of a page: header, title, stamps, body, closing lines, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from attrs import field, frozen, mutable

from govnews.extraction._blocks import BlockReader
from govnews.extraction._grammar import EMAIL, Grammar
from govnews.extraction._names import Named, Names
from govnews.extraction._times import Timeline
from govnews.extraction._view import View

_LINE: Final = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BULLET: Final = re.compile(r"(?:[-+*•●▪◦·]|(?P<number>\d{1,2})[.)]|[a-zđ]\))\s{1,8}(?=\S)")
_CRUMB: Final = re.compile(r"\s[>»›]\s|^(?:[^/|]{1,30}\s[/|]\s){1,4}[^/|]{1,40}$")
_SENTENCE_END: Final = (".", "!", "?", ":", ";", '."', '!"', '?"', ".)", "…")
_INITIALS: Final = re.compile(r"\(\s{0,2}(?P<who>[^()\n]{1,40}?)\s{0,2}\)\.?$")
_AGENCY: Final = re.compile(r"\(\s?(?P<agency>[^()\n]{2,30}?)\s?\)\s{0,2}[-.:]{0,2}\s{0,2}")
_SITE: Final = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,20}){0,3}\.[a-z]{2,4}(?!\w)")
_LONG: Final = 140
_WRAPPED: Final = 55
_WIDEST: Final = 100
_FEWEST_BROKEN: Final = 2
_HEAD_LINES: Final = 12
_REACHED: Final = ("address", "email", "fax", "phone", "phone_fax", "web")
_STAMP_LINES: Final = 6
_COUNT: Final = re.compile(r"(?<!\d)\d{1,3}(?:[.,]\d{3}){0,3}(?!\d)")
_DETAILS: Final = ("author", "credit", "modified", "organization", "published")
_WORDS: Final = re.compile(r"[^\W_]")
_FOOT_LINES: Final = 3
_FEWEST_DETAILS: Final = 2
_BETWEEN: Final = " \n\r\t|-;,"
_NEAR_LINES: Final = 8
_SHORT_NOTICE: Final = 3
_SHORT_LINE: Final = 60
_SHORT_REST: Final = 12

Role = Literal[
    "title",
    "stamp",
    "byline",
    "caption",
    "lead",
    "paragraph",
    "item",
    "heading",
    "credit",
    "related",
]


def _word(label: re.Match[str]) -> str:
    return " ".join(label["label"].split())


@frozen
class Span:
    """A trimmed line.

    Args:
        start: First character.
        end: The character after the last.
        gap: Whether a blank line stands before it.
    """

    start: int
    end: int
    gap: bool = False


@frozen(kw_only=True)
class Part:
    """A block of the story."""

    start: int
    end: int
    role: Role
    number: int | None = None


@mutable
class Page:
    """The lines of a page by what they are."""

    header: list[Span] = field(factory=list)
    title: Span | None = None
    stamps: list[Span] = field(factory=list)
    body: list[Part] = field(factory=list)
    credits: list[Span] = field(factory=list)
    footer: list[Span] = field(factory=list)


def lines_of(view: View) -> list[Span]:
    """Return the lines that hold anything, trimmed."""
    lines: list[Span] = []
    last = 0
    for match in _LINE.finditer(view.folded):
        start, end = view.trim(*match.span())
        if start < end:
            lines.append(Span(start, end, view.folded.count("\n", last, start) > 1))
            last = end
    return lines


class Layout:
    """Sorts the lines of one page."""

    def __init__(self, view: View, grammar: Grammar, names: Names, timeline: Timeline) -> None:
        self.view, self.grammar, self.names, self.timeline = view, grammar, names, timeline
        self.folded = view.folded

    def page(self) -> Page:
        """Sort all lines."""
        whole = [line for line in lines_of(self.view) if not self._closing_mark(line)]
        lines = self._unwrapped(whole)
        page = Page()
        foot = self._footer_start(lines)
        page.footer = lines[foot:]
        if self.grammar.pack.layout.contacts:
            first = self._contacts_start(lines, foot)
            told = [
                line
                for line in lines[first:foot]
                if len(self.folded[line.start : line.end]) > _LONG
            ]
            page.footer = [line for line in lines[first:] if line not in told]
            lines, foot = [*lines[:first], *told], first + len(told)
        body = self._head(page, lines[:foot])
        rest = self._closing(page, self._without_stamps(page, lines[body:foot]))
        page.body = list(self._blocks(rest))
        return page

    def story(self, title: str | None) -> Page:
        """Sort the lines of a text that is a story alone, with its title on top or without."""
        lines = lines_of(self.view)
        page = Page()
        for place, line in enumerate(lines[:_HEAD_LINES] if title else ()):
            if self.view.text[line.start : line.end] == (title or "").strip():
                page.header, page.title, lines = lines[:place], line, lines[place + 1 :]
                break
        page.body = list(self._blocks(self._closing(page, lines)))
        return page

    def _unwrapped(self, lines: list[Span]) -> list[Span]:
        """Join the lines of paragraphs that were wrapped at a fixed width, as in an e-mail."""
        if not lines or max(one.end - one.start for one in lines) > _WIDEST:
            return lines
        broken = [line for last, line in pairwise(lines) if self._breaks(last, line)]
        small = sum(not self.view.text[line.start].isupper() for line in broken)
        if len(broken) < _FEWEST_BROKEN or small * 2 < len(broken):
            return lines
        joined: list[Span] = []
        for line in lines:
            last = joined[-1] if joined else None
            if last is not None and not line.gap and self._runs_on(last, line):
                joined[-1] = Span(last.start, line.end, last.gap)
            else:
                joined.append(line)
        return joined

    def _breaks(self, last: Span, line: Span) -> bool:
        """Whether a full line breaks off within a sentence, and another one follows."""
        ended = self.folded[last.end - 1] in ".;:!?"
        return not line.gap and not ended and self._runs_on(last, line)

    def _runs_on(self, last: Span, line: Span) -> bool:
        width = last.end - max(self.folded.rfind("\n", last.start, last.end) + 1, last.start)
        if width < _WRAPPED or self.label(line) is not None:
            return False
        return _BULLET.match(self.folded, line.start, line.end) is None

    # -- what a line is --------------------------------------------------------------------

    def label(self, line: Span) -> re.Match[str] | None:
        """Return the label a line begins with, if a colon or a value shows that it is one."""
        match = self.grammar.label.match(self.folded, line.start, line.end)
        return match if match is not None and match["colon"] else None

    def owner(self, start: int, end: int) -> Named | None:
        """Return the organization that a whole range names, words of a portal aside."""
        portal = self.grammar.portal.match(self.folded, start, end)
        if portal is not None:
            start, end = self.view.trim(portal.end(), end, " :-|,")
        named = self.names.organization(start, end)
        if named is None and self.names.by_capitals:
            named = self.names.territory(start, end)
        if named is None or named.bare:
            return None
        at = self.grammar.at.match(self.folded, self.names.skip_blank(named.after, end), end)
        if at is not None and self.names.by_capitals:  # "Embassy of Norland in Port Merrin"
            place = self.names.place(at.end(), end)
            return named if place is not None and place.after >= end else None
        rest = self._past_territories(named.after, end)
        return named if not self.folded[rest:end].strip(" .,-|") else None

    def _past_territories(self, at: int, end: int) -> int:
        """Pass over the territories that a name is followed by: "UBND xã A - huyện B - tỉnh C"."""
        for _ in range(3):
            start = self.view.trim(at, end, " .,-|")[0]
            unit = self.names.territory(start, end) if start > at else None
            if unit is None:
                break
            at = unit.after
        return at

    def territory(self, line: Span) -> Named | None:
        """Return the territory that a whole line names."""
        named = self.names.territory(line.start, line.end)
        return named if named is not None and named.after == line.end else None

    def _upper(self, line: Span) -> bool:
        text = self.view.text[line.start : line.end]
        return text.isupper()

    def _prose(self, line: Span) -> bool:
        text = self.folded[line.start : line.end]
        return text.endswith(_SENTENCE_END) or len(text) > _LONG

    def is_stamp(self, line: Span) -> bool:
        """Whether a line is a date and little else."""
        label = self.label(line)
        if label is not None:
            role = self.grammar.labels[" ".join(label["label"].split())].role
            return role in ("published", "modified")
        times = [t for t in self.timeline.within(line.start, line.end) if t.means == "date"]
        if not times or line.end - line.start > 120:
            return False
        rest = self.folded[line.start : times[0].start] + self.folded[times[-1].end : line.end]
        rest = self.grammar.notice.sub(" ", _SITE.sub(" ", rest))
        rest = self.grammar.label.sub(self._passed_over, rest)
        rest = _COUNT.sub(" ", rest)
        rest = re.sub(r"\d{1,2}\s?[:h]\s?\d{2}(?:\s?[ap]m)?|gmt|utc|[+-]\d{1,2}|et\b", " ", rest)
        return sum(len(word) for word in re.findall(r"\w+", rest)) <= 12

    def _passed_over(self, label: re.Match[str]) -> str:
        """Return nothing for a label whose value no field takes: "Views: 1,204"."""
        return " " if self.grammar.labels[_word(label)].role == "other" else label[0]

    def _details(self, line: Span, page: Page) -> bool:
        """Take a line of several labels apart: when it was posted, and by whom."""
        marks = [
            (match, self.grammar.labels[_word(match)].role)
            for match in self.grammar.label.finditer(self.folded, line.start, line.end)
            if match["colon"] and match["colon"] != "-"
        ]
        if len(marks) < _FEWEST_DETAILS or marks[0][0].start() > line.start:
            return False
        if not {role for _, role in marks} <= {*_DETAILS, "other"}:
            return False
        for place, (match, role) in enumerate(marks):
            end = marks[place + 1][0].start() if place + 1 < len(marks) else line.end
            part = Span(*self.view.trim(match.start(), end, _BETWEEN))
            if role in ("published", "modified"):
                page.stamps.append(part)
            elif role in _DETAILS:
                page.credits.append(part)
        return True

    def owners(self, line: Span) -> list[Named]:
        """Return the organizations of a line of the header: one, or two with a dash between."""
        whole = self.owner(line.start, line.end)
        if whole is not None:
            return [whole]
        dash = self.folded.find(" - ", line.start, line.end)
        if dash < 0:
            return []
        both = [self.owner(line.start, dash), self.owner(dash + 3, line.end)]
        return [named for named in both if named is not None] if all(both) else []

    # -- the foot --------------------------------------------------------------------------

    def _footerish(self, line: Span) -> bool:
        label = self.label(line)
        if label is not None:
            role = self.grammar.labels[" ".join(label["label"].split())].role
            return role not in ("published", "modified", "author", "credit", "event", "place")
        folded = self.folded
        alone = self.label_alone(line)
        if alone is not None and alone.end() >= line.end and not self.names.by_capitals:
            return self.grammar.labels[_word(alone)].role in _REACHED
        return bool(
            self.grammar.copyright.match(folded, line.start, line.end)
            or self.grammar.terms.match(folded, line.start, line.end)
            or self.grammar.portal.match(folded, line.start, line.end)
            or self.address_like(line.start, line.end)
            or (line.end - line.start < 200 and EMAIL.search(folded, line.start, line.end))
        )

    def address_like(self, start: int, end: int) -> bool:
        """Whether a line reads as an address: short, commas, and two units with their words."""
        if end - start > 220 or self.folded[start:end].count(",") < 2:
            return False
        units = list(self.grammar.territory.finditer(self.folded, start, end))
        if len(units) < 2 or self.grammar.telling.search(self.folded, start, end):
            return False
        return all(
            self.folded[start : unit.start()].rstrip(" -")[-1:] in ("", ",", ":", ".")
            for unit in units
        )

    def _footer_start(self, lines: Sequence[Span]) -> int:
        start = len(lines)
        for index in range(len(lines) - 1, -1, -1):
            line = lines[index]
            if self._footerish(line):
                start = index
            elif self._prose(line) or start - index > 4:
                break
        while start and start < len(lines):
            before = lines[start - 1]
            named = bool(self.owners(before)) and not self._closes(before, lines[: start - 1])
            if not named and not (self._upper(before) and self.territory(before)):
                break
            start -= 1
        return start

    def _closes(self, line: Span, before: Sequence[Span]) -> bool:
        """Whether an organization's line is the credit of the story above, not a footer's name."""
        if _INITIALS.search(self.folded, line.start, line.end):
            return True
        return bool(before) and not self._upper(line) and self._prose(before[-1])

    def _contacts_start(self, lines: Sequence[Span], foot: int) -> int:
        """Return where contacts begin under a heading: a way to reach somebody follows soon."""
        reader = BlockReader(self.view, self.grammar, self.names)
        last = foot if foot < len(lines) else -1
        start = foot
        for place in range(foot - 1, 0, -1):
            line = lines[place]
            if reader.reaches(line) or self._footerish(line):
                last = place
            if last >= 0 and last - place <= _NEAR_LINES and reader.heading(line):
                start = place
        return reader.above(lines, start)

    # -- the head --------------------------------------------------------------------------

    def _head(self, page: Page, lines: Sequence[Span]) -> int:
        index = 0
        while index < len(lines):
            line = lines[index]
            rest = lines[index + 1 :]
            if self._details(line, page):
                pass
            elif self.is_stamp(line):
                page.stamps.append(line)
            elif self._heads(line, page, rest):
                page.header.append(line)
            else:
                break
            index += 1
        if index < len(lines) and self._titled(lines[index], lines[index + 1 :]):
            page.title = lines[index]
            index += 1
            while index < len(lines) and self._after_title(lines[index], page):
                index += 1
            if self._no_story(page, lines[index:]):
                page.header, page.title = [*page.header, page.title], None
        elif index < len(lines) and self.names.by_capitals:
            # A page of an office that has its name alone over its text.
            owners = [line for line in page.header if self.owner(line.start, line.end)]
            page.title = owners[-1] if owners else None
        return index

    def _no_story(self, page: Page, rest: Sequence[Span]) -> bool:
        """Whether a page is an office's header and foot, with at most a menu between them."""
        if self.names.by_capitals or page.stamps or page.credits or not page.footer:
            return False
        if not rest:
            return any(self.owners(line) for line in page.header)
        return len(page.footer) >= _FOOT_LINES and not any(map(self._prose, rest))

    def _heads(self, line: Span, page: Page, rest: Sequence[Span]) -> bool:
        folded = self.folded
        if self._notice(line) or _CRUMB.search(self.view.text, line.start, line.end):
            return True
        if self.grammar.portal.match(folded, line.start, line.end):
            return True
        label = self.label(line)
        if label is not None and self.grammar.labels[_word(label)].role in (*_REACHED, "parent"):
            return True
        above = self.label_alone(line)
        if above is not None and self.grammar.labels[_word(above)].role == "parent":
            return self.names.organization(above.end(), line.end) is not None
        if self.owners(line):
            return bool(rest) and (self._upper(line) or not self._prose(rest[0]))
        if self.territory(line) is not None and self._upper(line):
            return True
        short = len(folded[line.start : line.end].split()) <= 4
        return (
            short
            and bool(rest)
            and self._titled(rest[0], rest[1:])
            and not self._prose(line)
            and len(folded[rest[0].start : rest[0].end].split()) > 5
        )

    def _notice(self, line: Span) -> bool:
        """Whether a line is one to pass over; what goes on for long behind its words is not."""
        notice = self.grammar.notice.match(self.folded, line.start, line.end)
        if notice is None:
            return False
        rest = self.folded[notice.end() : line.end].split()
        if rest and rest[0] in ("|", "/", ">", "»"):
            return True  # the way to the page
        return (
            not self.names.by_capitals
            or len(rest) <= _SHORT_NOTICE
            or bool(self.timeline.within(notice.end(), line.end))
        )

    def _titled(self, line: Span, rest: Sequence[Span]) -> bool:
        text = self.folded[line.start : line.end]
        if len(text) > 300 or (text.endswith((".", ";", ":", ",")) and not text.endswith("...")):
            return False
        return not (_AGENCY.match(text) or _BULLET.match(text))

    def _without_stamps(self, page: Page, lines: Sequence[Span]) -> list[Span]:
        """Take stamps and "From:" lines out from among the first lines of a body."""
        kept: list[Span] = []
        for place, line in enumerate(lines):
            if self._related(line):
                return [*kept, *lines[place:]]
            if place < _STAMP_LINES and (page.title is not None or kept):
                label = self.label(line)
                role = self.grammar.labels[_word(label)].role if label is not None else None
                if role in ("organization", "author", "credit") or self._byline(line):
                    page.credits.append(line)
                    continue
                if self.is_stamp(line) and not self._prose(line):
                    page.stamps.append(line)
                    continue
            kept.append(line)
        return kept

    def _closing_mark(self, line: Span) -> bool:
        """Whether a line only says that the story ends: "###"."""
        closing = self.grammar.closing.match(self.folded, line.start, line.end)
        return self.names.by_capitals and closing is not None and closing.end() == line.end

    def _related(self, line: Span) -> bool:
        """Whether a line is a heading over other stories."""
        related = self.grammar.related.match(self.folded, line.start, line.end)
        return related is not None and line.end - related.end() < _SHORT_REST

    def _byline(self, line: Span) -> bool:
        """Whether a line is "By" and a name, without a colon."""
        if not self.names.by_capitals or line.end - line.start > _SHORT_LINE:
            return False
        label = self.grammar.label.match(self.folded, line.start, line.end)
        if label is None or label["colon"] or label.end() >= line.end:
            return False
        if self.grammar.labels[_word(label)].role not in ("author", "organization"):
            return False
        return self.name_alone(label.end(), line.end)

    def _after_title(self, line: Span, page: Page) -> bool:
        title = page.title
        if self._byline(line):
            page.credits.append(line)
            return True
        if (
            title is not None
            and self.folded[line.start : line.end] == self.folded[title.start : title.end]
        ):
            return True
        if self._details(line, page):
            return True
        if self.is_stamp(line):
            page.stamps.append(line)
            return True
        label = self.label(line)
        if label is not None and self.grammar.labels[" ".join(label["label"].split())].role in (
            "author",
            "credit",
            "organization",
        ):
            page.credits.append(line)
            return True
        return bool(self.grammar.notice.match(self.folded, line.start, line.end))

    # -- the story -------------------------------------------------------------------------

    def _closing(self, page: Page, lines: Sequence[Span]) -> Sequence[Span]:
        """Take related titles and closing lines off the end of a story."""
        for index, line in enumerate(lines):
            if self._related(line):
                lines = lines[:index]
                break
        last = len(lines)
        while last and not _WORDS.search(self.folded, lines[last - 1].start, lines[last - 1].end):
            last -= 1  # a rule under the story
        lines = lines[:last]
        while last and len(lines) - last < 4 and self._credits(lines[last - 1], lines[: last - 1]):
            last -= 1
        page.credits += lines[last:]
        return lines[:last]

    def _credits(self, line: Span, before: Sequence[Span]) -> bool:
        folded = self.folded
        if line.end - line.start > 120:
            return False
        for pattern in (self.grammar.credit, self.grammar.photo):
            if pattern.match(folded, line.start, line.end):
                return True
        if folded[line.start] == "(" and folded[line.end - 1] == ")":
            return True
        if self._after_source(line):
            return True
        if self._prose(line) or not before:
            return False
        if self.names.by_capitals and not self._prose(before[-1]):
            return False  # a line of an address, or of a list
        initials = _INITIALS.search(folded, line.start, line.end)
        end = self.view.trim(line.start, initials.start())[1] if initials else line.end
        if self.owner(line.start, end) is not None:
            return True
        return self.name_alone(line.start, end)

    def _after_source(self, line: Span) -> bool:
        """Whether a line is a word of sources and an outlet, without a colon: "Theo Báo A"."""
        label = self.label_alone(line)
        if label is None or self.grammar.labels[_word(label)].role != "credit":
            return False
        if self.names.by_capitals or line.end - line.start > _SHORT_LINE:
            return False
        named = self.owner(label.end(), line.end)
        return named is not None or self.name_alone(label.end(), line.end)

    def label_alone(self, line: Span) -> re.Match[str] | None:
        """Return the label a line begins with, if no colon follows it."""
        label = self.grammar.label.match(self.folded, line.start, line.end)
        return label if label is not None and not label["colon"] else None

    def name_alone(self, start: int, end: int) -> bool:
        """Whether a range is one to five capitalized words: a name or initials."""
        words = self.view.text[start:end].split()
        if not 1 <= len(words) <= 5 or self.grammar.sign.search(self.folded, start, end):
            return False
        return all(word[:1].isupper() or word in "-–,&" for word in words) and (
            len(words) > 1 or (words[0].replace(".", "").isupper() and len(words[0]) <= 8)
        )

    def _blocks(self, lines: Sequence[Span]) -> Iterator[Part]:
        lead = True
        for index, line in enumerate(lines):
            start, end = line.start, line.end
            bullet = _BULLET.match(self.folded, start, end)
            if bullet is not None:
                number = bullet["number"]
                yield Part(
                    start=bullet.end(), end=end, role="item", number=int(number) if number else None
                )
                continue
            role: Role = "paragraph"
            if not self._prose(line):
                role = "caption" if index + 1 < len(lines) or index else "paragraph"
            elif lead:
                role, lead = "lead", False
            yield Part(start=start, end=end, role=role)
