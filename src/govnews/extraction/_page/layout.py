"""The parts of a page: header, title, stamps, body, closing lines, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.times import Timeline
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Names
from govnews.extraction._page.blocks import BlockReader
from govnews.extraction._page.line_kinds import LONG_LINE, REACHED, LineKinds
from govnews.extraction._page.parts import Page, Part, Role, Span, lines_of
from govnews.model import PartialDate

INITIALS: Final = re.compile(r"\(\s{0,2}(?P<who>[^()\n]{1,40}?)\s{0,2}\)\.?$")
AGENCY: Final = re.compile(r"\(\s?(?P<agency>[^()\n]{2,30}?)\s?\)\s{0,2}[-.:]{0,2}\s{0,2}")
_BULLET: Final = re.compile(r"(?:[-+*•●▪◦·]|\(?(?P<number>\d{1,2})[.)]|[a-zđ]\))\s{1,8}(?=\S)")
_TRAIL: Final = re.compile(r"\s[>»›]\s")
_MENU: Final = re.compile(r"(?:[^/|]{1,30}\s[/|]\s){1,15}[^/|]{1,40}$")
_WRAPPED: Final = 55
_WIDEST: Final = 100
_FEWEST_BROKEN: Final = 2
_HEAD_LINES: Final = 12
_STAMP_LINES: Final = 6
_OF_AN_OFFICE: Final = (*REACHED, "parent", "organization", "responsible", "license")
_DETAILS: Final = ("author", "credit", "modified", "organization", "published")
_WORDS: Final = re.compile(r"[^\W_]")
_FOOT_LINES: Final = 3
_FEWEST_DETAILS: Final = 2
_BETWEEN: Final = " \n\r\t|-;,"
_NEAR_LINES: Final = 8
_SECONDS: Final = 12
"""How much of a time of day may follow a date, in characters."""
_NEAR_TITLE: Final = 4
_SHORT_CREDIT: Final = 60
_SHORT_POST: Final = 30
_CLAUSE: Final = re.compile(r"[,;:()\d]")
_SECTION_WORDS: Final = 4
_TITLE_WORDS: Final = 5


class Layout:
    """Sorts the lines of one page."""

    def __init__(self, view: View, grammar: Grammar, names: Names, timeline: Timeline) -> None:
        self.view, self.grammar, self.names, self.timeline = view, grammar, names, timeline
        self.folded = view.folded
        self.kinds = LineKinds(view, grammar, names, timeline)

    def page(self) -> Page:
        """Sort all lines."""
        kinds = self.kinds
        whole = [
            line
            for line in lines_of(self.view)
            if not (kinds.is_closing_mark(line) or kinds.is_tools(line))
        ]
        lines = self._unwrapped(whole)
        page = Page()
        foot = self._footer_start(lines)
        page.footer = lines[foot:]
        if self.grammar.pack.layout.contacts:
            first = self._contacts_start(lines, foot)
            told = [
                line
                for line in lines[first:foot]
                if len(self.folded[line.start : line.end]) > LONG_LINE
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
        if width < _WRAPPED or self.kinds.label(line) is not None:
            return False
        return _BULLET.match(self.folded, line.start, line.end) is None

    # -- the foot --------------------------------------------------------------------------

    def _footer_start(self, lines: Sequence[Span]) -> int:
        start = len(lines)
        for index in range(len(lines) - 1, -1, -1):
            line = lines[index]
            if self.kinds.is_footer(line):
                start = index
            elif self.kinds.prose(line) or start - index > 4:
                break
        while start and start < len(lines):
            before = lines[start - 1]
            named = bool(self.kinds.owners(before)) and not self._closes(before, lines[: start - 1])
            if not named and not (self.kinds.upper(before) and self.kinds.territory(before)):
                break
            start -= 1
        return start

    def _closes(self, line: Span, before: Sequence[Span]) -> bool:
        """Whether an organization's line is the credit of the story above, not a footer's name."""
        if INITIALS.search(self.folded, line.start, line.end):
            return True
        return bool(before) and not self.kinds.upper(line) and self.kinds.prose(before[-1])

    def _contacts_start(self, lines: Sequence[Span], foot: int) -> int:
        """Return where contacts begin under a heading: a way to reach somebody follows soon."""
        reader = BlockReader(self.view, self.grammar, self.names)
        last = foot if foot < len(lines) else -1
        start = foot
        for place in range(foot - 1, 0, -1):
            line = lines[place]
            if reader.reaches(line) or self.kinds.is_footer(line):
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
            elif self.kinds.is_stamp(line):
                page.stamps.append(line)
            elif self._heads(line, page, rest) or self._over_menu(rest):
                page.header.append(line)
            else:
                break
            index += 1
        if index < len(lines) and self._titled(lines[index]):
            page.title = lines[index]
            index += 1
            while index < len(lines) and self._after_title(lines[index], page):
                index += 1
            if self._no_story(page, lines[index:]):
                page.header, page.title = [*page.header, page.title], None
        elif index < len(lines) and self.names.by_capitals:
            # A page of an office that has its name alone over its text.
            owners = [line for line in page.header if self.kinds.owner(line.start, line.end)]
            page.title = owners[-1] if owners else None
        return index

    def _no_story(self, page: Page, rest: Sequence[Span]) -> bool:
        """Whether a page is an office's header and foot, with at most a menu between them."""
        if self.names.by_capitals or page.stamps or page.credits or not page.footer:
            return False
        if not rest:
            title = page.title
            return any(self.kinds.owners(line) for line in page.header) or (
                title is not None
                and len(page.footer) >= _FOOT_LINES
                and self.names.organization(title.start, title.end) is not None
            )
        return len(page.footer) >= _FOOT_LINES and not any(map(self.kinds.prose, rest))

    def _heads(self, line: Span, page: Page, rest: Sequence[Span]) -> bool:
        folded = self.folded
        if self.kinds.is_notice(line) or self._leads_there(line):
            return True
        if page.header and folded[line.start] == "(" and folded[line.end - 1] == ")":
            return True  # the short form of the office above
        if self.grammar.portal.match(folded, line.start, line.end):
            return True
        label = self.kinds.label(line)
        if label is not None and self.kinds.role(label) in _OF_AN_OFFICE:
            return True
        above = self.kinds.label_alone(line)
        if above is not None and self.kinds.role(above) == "parent":
            return self.names.organization(above.end(), line.end) is not None
        if above is not None and self.kinds.role(above) == "license":
            return self.kinds.licensed(above, line)
        if self.kinds.owners(line):
            return bool(rest) and (self.kinds.upper(line) or not self.kinds.prose(rest[0]))
        if self.kinds.territory(line) is not None and self.kinds.upper(line):
            return True
        if len(folded[line.start : line.end].split()) > _SECTION_WORDS or self.kinds.prose(line):
            return False
        below = next((one for one in rest[:_NEAR_TITLE] if not self.kinds.is_stamp(one)), None)
        return below is not None and self._is_title(below)

    def _is_title(self, line: Span) -> bool:
        """Whether a line is long enough to be the title below the name of its section."""
        words = self.folded[line.start : line.end].split()
        return len(words) > _TITLE_WORDS and self._titled(line)

    def _leads_there(self, line: Span) -> bool:
        """Whether a line is a menu, or the way to the page: "Home > News"."""
        trail = _TRAIL.search(self.view.text, line.start, line.end)
        if trail is not None or _MENU.match(self.view.text, line.start, line.end):
            return True
        return self.kinds.is_menu(line)

    def _over_menu(self, rest: Sequence[Span]) -> bool:
        """Whether a menu follows, and the title below it: what stands above is the site's own."""
        for place, line in enumerate(rest[:_NEAR_TITLE]):
            if self.kinds.prose(line):
                return False
            if self._leads_there(line) or self.kinds.is_notice(line):
                below = rest[place + 1 : place + 1 + _NEAR_TITLE]
                title = next((one for one in below if not self._stamped(one)), None)
                return title is not None and self._is_title(title) and not self.kinds.prose(title)
        return False

    def _stamped(self, line: Span) -> bool:
        return self.kinds.is_stamp(line) or self._leads_there(line) or self.kinds.is_notice(line)

    def _titled(self, line: Span) -> bool:
        """Whether a line can be a title: no sentence, no item of a list."""
        text = self.folded[line.start : line.end]
        if len(text) > 300 or (text.endswith((".", ";", ":", ",")) and not text.endswith("...")):
            return False
        if self.kinds.street(line):
            return False
        return not (AGENCY.match(text) or _BULLET.match(text))

    def _details(self, line: Span, page: Page) -> bool:
        """Take a line of several labels apart: when it was posted, and by whom."""
        marks = [
            (match, self.kinds.role(match))
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

    def _after_title(self, line: Span, page: Page) -> bool:
        title = page.title
        if self.kinds.is_byline(line):
            page.credits.append(line)
            return True
        if (
            title is not None
            and self.folded[line.start : line.end] == self.folded[title.start : title.end]
        ):
            return True
        if self._details(line, page):
            return True
        if self.kinds.is_stamp(line):
            page.stamps.append(line)
            return True
        label = self.kinds.label(line)
        if label is not None and self.kinds.role(label) in (
            "author",
            "credit",
            "organization",
        ):
            self._credit(line, page)
            return True
        return bool(self.grammar.notice.match(self.folded, line.start, line.end))

    def _credit(self, line: Span, page: Page) -> None:
        """Take a credit; a stamp may end its line: "Source: Agency  2024-05-04 09:12"."""
        times = [
            time
            for time in self.timeline.within(line.start, line.end)
            if isinstance(time.value, PartialDate) and time.value.year and time.value.day
        ]
        if times and times[0].start > line.start and line.end - times[-1].end <= _SECONDS:
            stamp = Span(*self.view.trim(times[0].start, line.end))
            page.stamps.append(stamp)
            line = Span(*self.view.trim(line.start, stamp.start, _BETWEEN), line.gap)
        page.credits.append(line)

    def _without_stamps(self, page: Page, lines: Sequence[Span]) -> list[Span]:
        """Take stamps and "From:" lines out from among the first lines of a body."""
        kept: list[Span] = []
        for place, line in enumerate(lines):
            if self.kinds.heads_related(line):
                return [*kept, *lines[place:]]
            if place < _STAMP_LINES and (page.title is not None or kept):
                label = self.kinds.label(line)
                role = self.kinds.role(label) if label is not None else None
                if role in ("organization", "author", "credit") or self.kinds.is_byline(line):
                    self._credit(line, page)
                    continue
                if self.kinds.is_stamp(line) and not self.kinds.prose(line):
                    page.stamps.append(line)
                    continue
            kept.append(line)
        return kept

    # -- the story -------------------------------------------------------------------------

    def _closing(self, page: Page, lines: Sequence[Span]) -> Sequence[Span]:
        """Take related titles and closing lines off the end of a story."""
        for index, line in enumerate(lines):
            if self.kinds.heads_related(line):
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
        if self.kinds.is_source(line):
            return True
        if self.kinds.prose(line) or not before:
            return False
        if self.names.by_capitals and not self.kinds.prose(before[-1]):
            return False  # a line of an address, or of a list
        initials = INITIALS.search(folded, line.start, line.end)
        end = self.view.trim(line.start, initials.start())[1] if initials else line.end
        if self.kinds.owner(line.start, end) is not None:
            return True
        dash = folded.find(" - ", line.start, end)
        if dash >= 0 and self.kinds.name_alone(line.start, dash) and end - dash < _SHORT_POST:
            end = dash
        return self.kinds.name_alone(line.start, end) or self._office_alone(line.start, end)

    def _office_alone(self, start: int, end: int) -> bool:
        """Whether a short line begins with an office and holds no clause: "Ban A - Bộ phận B"."""
        if end - start > _SHORT_CREDIT or self.grammar.telling.search(self.folded, start, end):
            return False
        named = self.names.organization(start, end)
        return named is not None and _CLAUSE.search(self.folded, start, end) is None

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
            if not self.kinds.prose(line):
                role = "caption" if index + 1 < len(lines) or index else "paragraph"
            elif lead:
                role, lead = "lead", False
            yield Part(start=start, end=end, role=role)
