"""Labels in the lines of a page, and the ranges of their values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from govnews.extraction._ground.grammar import EMAIL, Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Names
from govnews.extraction._page.parts import Span
from govnews.extraction.pack import Label, LabelRole

EDGE: Final = " \n\r\t,;|-.*•"
"""What is no part of a value at its ends."""
LONGEST_LINE: Final = 200
"""Longer lines hold no notice and no spoken contact, in characters."""
_SPOKEN: Final = ("address", "email", "fax", "phone", "phone_fax", "web")
_RUNNING: Final = ("email", "fax", "phone", "phone_fax", "web")
_LONGEST_ASKING: Final = 600
_LONG_NUMBER: Final = re.compile(r"\d[\d. ()/-]{5,30}\d")
_DIALED_ROLES: Final = ("fax", "phone", "phone_fax")
_MARKS: Final = 8
MAKER: Final = Label(role="other", words=(), code="maker")
"""The label of who made a site: what its line says reaches another office."""
_DIALED: Final = re.compile(r"[(+]{0,2}\d")
_NUMBER: Final = re.compile(r"[(+]{0,2}\d[\d().\-+/ \xa0]{7,60}")
_ALONE: Final = re.compile(rf"{_NUMBER.pattern}(?=\s{{0,3}}(?:[|;]|$))")
_PHONE: Final = Label(role="phone", words=())
_WRAPPED: Final = 4
"""How many lines a wrapped address may have."""


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


def numbered(view: View, grammar: Grammar, line: Span) -> bool:
    """Whether a line has a labeled telephone or fax number in it.

    A line as long as a sentence of a story counts where it says whom to ask.
    """
    length = line.end - line.start
    if length >= _LONGEST_ASKING or _LONG_NUMBER.search(view.folded, line.start, line.end) is None:
        return False
    asked = length < LONGEST_LINE
    for match in grammar.label.finditer(view.folded, line.start, line.end):
        label = grammar.labels[" ".join(match["label"].split())]
        asked = asked or label.code == "contact"
        if asked and label.role in _DIALED_ROLES and match["colon"]:
            return _NUMBER.match(view.folded, match.end(), line.end) is not None
    return False


def _start(line: Span) -> int:
    return line.start


class Labels:
    """Finds the labels of one page."""

    def __init__(self, view: View, grammar: Grammar, names: Names) -> None:
        self.view, self.grammar, self.names = view, grammar, names
        self.folded = view.folded

    def labeled(self, lines: Sequence[Span]) -> list[Labeled]:
        """Return labels with their values; a value ends with its line or at the next label."""
        if not lines:
            return []
        marks = [mark for line in lines for mark in self.marks(line)]
        found: list[Labeled] = []
        for place, mark in enumerate(marks):
            label = mark.label
            limit = marks[place + 1].start if place + 1 < len(marks) else lines[-1].end
            end = self._value_end(mark.end, limit, mark.line, lines, label.role)
            start, end = self.view.trim(
                mark.end, end, EDGE if label.role != "license" else " \n\r\t,;|-"
            )
            if start < end:
                if label.role == "address" and _ALONE.match(self.folded, start, end):
                    label = _PHONE  # "Văn phòng: (0225) 3745 226"
                found.append(Labeled(label, (mark.start, mark.close), start, end))
        return found

    def spoken(self, lines: Sequence[Span]) -> list[Labeled]:
        """Return the labeled contacts within a story: they begin a line, or a number follows."""
        told: list[Span] = []
        for place, line in enumerate(lines):
            label = self.grammar.label.match(self.folded, line.start, line.end)
            if label is None or self._role(label) not in _SPOKEN:
                if numbered(self.view, self.grammar, line):
                    told.append(line)
                continue
            if label.end() >= line.end and place + 1 < len(lines):
                told += [line, lines[place + 1]]
            elif line.end - line.start < LONGEST_LINE:
                told.append(line)
        return [one for one in self.labeled(told) if one.label.role in _SPOKEN]

    def _role(self, match: re.Match[str]) -> LabelRole:
        return self.grammar.labels[" ".join(match["label"].split())].role

    def marks(self, line: Span) -> Iterator[Mark]:
        """Return the labels of one line, those included that go on behind the words known."""
        taken = line.start
        for match in self.grammar.label.finditer(self.folded, line.start, line.end):
            if match.start() < taken:
                continue
            if match.start() == line.start and self._of_maker(match):
                yield Mark(MAKER, *match.span("label"), match.end(), line)
                return  # its numbers are those of who made the site
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

    def _of_maker(self, match: re.Match[str]) -> bool:
        """Whether a label names who made the site."""
        return self.grammar.labels[" ".join(match["label"].split())].code == MAKER.code

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
        if not match["label"][0].isalnum():
            return True  # a sign in place of a word: "☎ 0292..."
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
