"""Closing lines: the office a story is credited to, and who wrote it."""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.ledger import Ledger
from govnews.extraction._ground.times import Timeline
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._naming.offices import Office, Offices
from govnews.extraction._page.dateline import dateline
from govnews.extraction._page.layout import AGENCY, INITIALS
from govnews.extraction._page.parts import Page, Part, Span

Credited = tuple[Office, tuple[int, int]]
"""The office that a story is credited to, and where it is named."""

_NAME: Final = re.compile(r"[^,;/&]+?(?=\s-\s|[,;/&]|$)")
_OUTLET: Final = re.compile(
    r"(?P<agency>[^\W\d_a-z]{2,8}[0-9]?|[\w-]{2,20}\.(?:com\.)?(?:vn|com|net|org))\s{1,2}[-–—]\s"
)
_LONGEST_AGENCY: Final = 4
_LONGEST_REST: Final = 60
_PAIR: Final = 2
_MARK: Final = re.compile(r"[,;:/(\"|]")
_SHORT_FORM: Final = re.compile(r"[^\W\d_a-z]{3,8}[0-9]{0,3}|[^\W\d_a-z]{2}[0-9]{1,3}")


class Credits:
    """Reads the credits of one story into its article."""

    def __init__(
        self,
        view: View,
        grammar: Grammar,
        names: Names,
        offices: Offices,
        timeline: Timeline,
        ledger: Ledger,
        article: str,
    ) -> None:
        self.view, self.grammar, self.names = view, grammar, names
        self.offices, self.timeline, self.ledger = offices, timeline, ledger
        self.article = article
        self.authors = 0

    def read(self, page: Page) -> Credited | None:
        """Read all credit lines; without one, the agency that the lead opens with."""
        credited: Credited | None = None
        for line in page.credits:
            found = self._line(line)
            credited = credited or found
        if credited is None and page.body:
            credited = self._agency(page.body[0])
        return credited

    # -- a line ----------------------------------------------------------------------------

    def _line(self, line: Span) -> Credited | None:
        folded = self.view.folded
        if self.grammar.photo.match(folded, line.start, line.end):
            return None
        start, end = line.start, line.end
        if folded[start] == "(" and folded[end - 1] == ")":
            start, end = start + 1, end - 1
        start, sourced = self._word(start, end)
        initials = INITIALS.search(folded, start, end) if start == line.start else None
        if initials is not None:
            end = self.view.trim(start, initials.start())[1]
        credited = self._office(start, end, sourced=sourced)
        if credited is not None:
            self.ledger.state(self.article, ("credit",), (line.start, line.end), "credit-line")
            if initials is not None:
                self._author(initials.span("who"), "author-initials")
            return credited
        if initials is not None and start >= end:
            start, end = initials.span("who")
        return self._people(line, start, end)

    def _word(self, start: int, end: int) -> tuple[int, bool]:
        """Return where the names begin, and whether the word before them is one of sources.

        "By" and "Theo" stand before a name without a colon; "Tin" and "Bài" need theirs.
        """
        match = self.grammar.label.match(self.view.folded, start, end)
        if match is None:
            word = self.grammar.credit.match(self.view.folded, start, end)
            return (word.end() if word is not None else start), False
        role = self.grammar.labels[" ".join(match["label"].split())].role
        if role not in ("author", "credit", "organization"):
            return start, False
        if not match["colon"] and role != "credit" and not self.names.by_capitals:
            return start, False
        return match.end(), role != "author" and (bool(match["colon"]) or role == "credit")

    def _office(self, start: int, end: int, *, sourced: bool) -> Credited | None:
        named = self.names.organization(start, end)
        if named is not None:
            self._to_the_end(named, end)
        if named is not None and not named.bare:
            return self._credited(named, end)
        named = None
        if sourced:
            named = self.names.plain(start, end)
            if named is not None and self.view.folded[named.after : end].strip(" .)"):
                named = None
        return self._credited(named) if named is not None else None

    def _to_the_end(self, named: Named, end: int) -> None:
        """Let an office's name go on to the end of its line, where nothing else can follow.

        "Phòng Hợp tác và Xúc tiến", "Ban Thông tin - Hội viên": words that no pack knows; a name
        of a person behind the dash is somebody's.
        """
        if named.alias is not None:
            return
        rest = self.view.trim(named.end, end, " .")
        words = self.view.text[slice(*rest)]
        if not words or len(words) > _LONGEST_REST or _MARK.search(words):
            return
        below = words.removeprefix("-").lstrip()
        if words[0] == "-" and all(word[:1].isupper() for word in below.split()):
            return
        named.end, named.bare = rest[1], False

    def _credited(self, named: Named, end: int = 0) -> Credited:
        """Credit an office; the one above it, behind a comma, is part of the words."""
        office = self.offices.office(named)
        office.used = True
        start = self.view.trim(named.after, max(end, named.after), " ,")[0]
        above = self.names.organization(start, end) if start > named.after else None
        if above is None or self.view.folded[above.after : end].strip(" .)"):
            return office, (named.start, named.end)
        return office, (named.start, above.end)

    def _people(self, line: Span, start: int, end: int) -> Credited | None:
        """Read names; an outlet among them is credited: "Hồng Nhung/Báo Hòa Sơn"."""
        credited: Credited | None = None
        found = False
        photos = False
        mixed = not self.view.text[start:end].isupper()
        for name in _NAME.finditer(self.view.folded[start:end]):
            mark = self.view.folded[start + name.start() - 1]
            photos = photos and bool(name.start()) and mark in "&,"
            span = self.view.trim(start + name.start(), start + name.end(), " -.,")
            bracket = INITIALS.search(self.view.folded, *span)
            if bracket is not None and bracket.start() > span[0]:
                span = self.view.trim(span[0], bracket.start())
            photos = photos or self.grammar.photo.match(self.view.folded, *span) is not None
            if photos or span[0] >= span[1]:
                continue
            office = None if self._two_words(span) else self._office(*span, sourced=False)
            if office is None and found and mixed and self._short_form(span):
                office = self._credited(Named(sort="plain", start=span[0], end=span[1]))
            if office is not None:
                credited = credited or office
            elif not found or self._capitals(span):  # behind a name, what its bearer does
                self._author(span, "author")
            found = True
        if found:
            self.ledger.state(self.article, ("byline",), (line.start, line.end), "byline")
        return credited

    def _capitals(self, span: tuple[int, int]) -> bool:
        return all(not word[:1].islower() for word in self.view.text[slice(*span)].split())

    def _two_words(self, span: tuple[int, int]) -> bool:
        """Whether a name is two words, one of which may by chance begin an office's."""
        words = self.view.text[slice(*span)].split()
        return len(words) == _PAIR and all(word.istitle() for word in words)

    def _short_form(self, span: tuple[int, int]) -> bool:
        """Whether capitals behind a name are the short form of its outlet: "Mai Lan - TTXVN"."""
        words = self.view.text[slice(*span)]
        return words.isupper() and _SHORT_FORM.fullmatch(words) is not None

    def _author(self, span: tuple[int, int], rule: str) -> None:
        self.ledger.state(self.article, ("authors", self.authors, "name"), span, rule)
        self.authors += 1

    # -- the lead --------------------------------------------------------------------------

    def _agency(self, part: Part) -> Credited | None:
        agency = AGENCY.match(self.view.folded, part.start, part.end)
        opening = None
        if self.names.by_capitals:
            opening = dateline(self.view, self.grammar, self.timeline, part.start, part.end)
        if opening is not None and opening.agency is not None:
            span = opening.agency
        elif agency is not None:
            span = agency.span("agency")
        elif (
            opening is None
            and (outlet := _OUTLET.match(self.view.text, part.start, part.end)) is not None
        ):
            span = outlet.span("agency")
        else:
            return None
        words = self.view.text[slice(*span)]
        if not words[:1].isupper() or len(words.split()) > _LONGEST_AGENCY:
            return None
        self.ledger.state(self.article, ("credit",), span, "agency")
        return self._credited(Named(sort="plain", start=span[0], end=span[1]))
