"""What an agreement is about: fields of cooperation, objectives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from attrs import field, mutable

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.sentences import Sentences
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Names
from govnews.extraction._page.parts import Part

Range = tuple[int, int]

_EDGE: Final = ' \n\r\t,;:.-"'
_NUMBERED: Final = re.compile(
    r"(?:\(?\d{1,2}[).]|\(?(?:[a-zđ]|i{1,3}|i?[vx]|vi{1,3})\))\s{1,3}(?=\w)"
)
_WORD: Final = re.compile(r"\w+")
_SENTENCE: Final = re.compile(r"[.!?](?=\s|$)")
_LONGEST_FIELD: Final = 200
_LONGEST_INLINE: Final = 90


@mutable(eq=False)
class FieldList:
    """Fields of cooperation with their stated count."""

    items: list[Range] = field(factory=list)
    count: tuple[int, Range] | None = None


class Contents:
    """Reads what a story says of the contents of its agreements."""

    def __init__(self, view: View, grammar: Grammar, names: Names, sentences: Sentences) -> None:
        self.sentences = sentences
        self.view, self.grammar, self.names = view, grammar, names
        self.folded = view.folded

    # -- fields ----------------------------------------------------------------------------

    def fields(self, parts: list[Part], title: Range | None = None) -> FieldList | None:
        """Return the fields of cooperation of a story that tells of one agreement.

        A list behind a colon is the paper's own; where there is none, the first one in a sentence
        about cooperation counts, before one that stands in the title of the paper.
        """
        inline: FieldList | None = None
        topic: FieldList | None = None
        titled: FieldList | None = None
        for place, part in enumerate(parts):
            if part.role == "item" or not self._cued(part):
                continue
            for cue in self.grammar.field.finditer(self.folded, part.start, part.end):
                listed = self._listed(cue, parts, place)
                if listed is not None and listed.items:
                    return listed
            if inline is None and part.role in ("lead", "paragraph"):
                for found in self._inline_of(part.start, part.end, self._in_areas):
                    if title is not None and title[0] <= found.items[0][0] < title[1]:
                        titled = titled or found
                    else:
                        inline = found
                        break
                topics = self._inline_of(part.start, part.end, self._on_topics)
                topic = topic or next(topics, None)
        return inline or topic or titled

    def _cued(self, part: Part) -> bool:
        """Whether a block holds any cue of fields at all."""
        return any(
            cue.search(self.folded, part.start, part.end)
            for cue in (self.grammar.field, self.grammar.about)
        )

    def _inline_of(
        self, start: int, end: int, read: Callable[[int, int], FieldList | None]
    ) -> Iterator[FieldList]:
        for first, last in self.sentences.of(start, end):
            if self.grammar.recalled.search(self.folded, first, last):
                continue  # the fields of an earlier paper
            listed = read(first, last)
            if listed is not None:
                yield listed

    def fields_within(self, start: int, end: int) -> FieldList | None:
        """Return the fields that a sentence names without a colon."""
        return self._in_areas(start, end) or self._on_topics(start, end)

    def _before_aims(self, start: int, end: int) -> int:
        aim = self.grammar.aim.search(self.folded, start, end)
        return aim.start() if aim else end

    def _in_areas(self, start: int, end: int) -> FieldList | None:
        """Return fields behind the word for them: "in the areas of A and B"."""
        grammar, folded = self.grammar, self.folded
        cue = grammar.field.search(folded, start, self._before_aims(start, end))
        if cue is not None and grammar.cooperation.search(folded, start, cue.end()):
            word = " ".join(cue[0].split())
            if word not in grammar.contents:
                found = self._inline(cue.end(), end)
                if found:
                    return FieldList(items=found, count=self._count_before(cue.start(), start))
        return None

    def _on_topics(self, start: int, end: int) -> FieldList | None:
        """Return fields that cooperation is said to be on: "cooperation in A and B"."""
        about = self._about(start, self._before_aims(start, end))
        if about is not None and self.grammar.cooperation.search(self.folded, start, about.end()):
            found = self._inline(about.end(), end)
            if found:
                return FieldList(items=found)
        return None

    def _about(self, start: int, limit: int) -> re.Match[str] | None:
        """Return the cue "cooperation in", unless it stands in the name of a paper.

        In names found by their capitals what follows is then the subject of the paper: "an
        agreement on cooperation in forestry"; elsewhere only coordination has a subject.
        """
        at = start
        while (about := self.grammar.about.search(self.folded, at, limit)) is not None:
            at = about.start() + 1
            names = [
                self.grammar.papers[" ".join(paper[0].split())]
                for paper in self.grammar.paper.finditer(self.folded, start, about.end())
                if paper.start() < about.start() < paper.end()
            ]
            if self.names.by_capitals and names:
                continue
            if not any(code and code.startswith("coordination") for code in names):
                return about
        return None

    def _inline(self, at: int, end: int) -> list[Range]:
        """Split an inline list; it ends at a stop, or where an item is an action."""
        at = self.names.skip_blank(at, end)
        lead = self.grammar.field_lead.match(self.folded, at, end)
        if lead is not None:
            at = self.names.skip_blank(lead.end(), end)
        if self.folded.startswith(":", at):
            at = self.names.skip_blank(at + 1, end)
        stop = self.grammar.field_stop.search(self.folded, at, end)
        limit = self.view.trim(at, stop.start() if stop else end, " ,")[1]
        items: list[Range] = []
        for start, close in self._items(at, limit):
            if start >= close:
                continue
            if close - start > _LONGEST_INLINE:
                break
            if self.grammar.not_field.match(self.folded, start, close):
                break
            items.append((start, close))
        return items

    def _items(self, at: int, end: int) -> Iterator[Range]:
        """Yield the items of a list with commas and a last joining word.

        A joining word divides only in the last item; where there is no comma, only two names, or
        in languages that write fields so.
        """
        commas: list[int] = []
        joiners: list[tuple[int, int]] = []
        start = at
        while at < end:
            kept = self.grammar.compound.match(self.folded, at, end)
            if kept is not None:
                at = kept.end()
                continue
            joiner = self.grammar.joined.match(self.folded, at, end)
            if joiner is not None:
                joiners.append(joiner.span())
                at = joiner.end()
                continue
            if self.folded[at] == ",":
                commas.append(at)
            word = _WORD.match(self.folded, at, end)
            at = word.end() if word else at + 1
        last = commas[-1] if commas else start
        cuts = [(comma, comma + 1) for comma in commas]
        cuts += [span for span in joiners if span[0] > last and self._divides(span, commas, start)]
        for first, after in sorted(cuts):
            yield self._led(start, first)
            start = after
        yield self._led(start, end)

    def _divides(self, joiner: Range, commas: list[int], start: int) -> bool:
        if commas or self.grammar.pack.agreements.pairs:
            return True
        text = self.view.text
        left = self.names.skip_blank(start, joiner[0])
        right = self.names.skip_blank(joiner[1], len(text))
        return right < len(text) and text[left].isupper() and text[right].isupper()

    def _item(self, start: int, end: int) -> Range:
        """Trim an item, its number included: "(1) quy hoạch"."""
        start, end = self.view.trim(start, end, _EDGE)
        joiner = self.grammar.joined.match(self.folded, start, end)
        behind = self.names.skip_blank(joiner.end(), end) if joiner is not None else start
        number = _NUMBERED.match(self.folded, behind, end)  # "and (4) counselling"
        return self.view.trim(number.end(), end, _EDGE) if number else (start, end)

    def _led(self, start: int, end: int) -> Range:
        """Trim an item, and take a repeated preposition off its beginning: "in forestry"."""
        start, end = self._item(start, end)
        lead = self.grammar.field_lead.match(self.folded, start, end)
        return self.view.trim(lead.end(), end, _EDGE) if lead is not None else (start, end)

    def _listed(self, cue: re.Match[str], parts: list[Part], place: int) -> FieldList | None:
        part = parts[place]
        at = self.names.skip_blank(cue.end(), part.end)
        lead = self.grammar.field_lead.match(self.folded, at, part.end)
        if lead is not None:
            at = self.names.skip_blank(lead.end(), part.end)
        row = lead is not None and self._is_row(at, part.end)
        if not (row or self.folded.startswith(":", at)):
            return None
        at -= row  # no colon to go over
        listed = FieldList(count=self._count_before(cue.start(), part.start))
        if not self.folded[at + 1 : part.end].strip():
            listed.items = self._listed_items(parts, place)
        else:
            count = listed.count[0] if listed.count is not None else None
            listed.items = self._split(at + 1, part.end, count)
        self._recount(listed)
        actions = sum(
            self.grammar.not_field.match(self.folded, *item) is not None for item in listed.items
        )
        contents = " ".join(cue[0].split()) in self.grammar.contents
        numbered = _NUMBERED.match(self.folded, self.names.skip_blank(at + 1, part.end))
        if contents and numbered is None and actions * 2 > len(listed.items):
            return None
        return listed

    def _recount(self, listed: FieldList) -> None:
        """Divide the last item at its joining word where the stated count says it holds two."""
        if listed.count is None or len(listed.items) != listed.count[0] - 1:
            return
        start, end = listed.items[-1]
        joiners = list(self.grammar.joined.finditer(self.folded, start, end))
        if joiners:
            halves = [self._item(start, joiners[-1].start()), self._item(joiners[-1].end(), end)]
            listed.items[-1:] = halves

    def _is_row(self, at: int, end: int) -> bool:
        """Whether the rest of a sentence is a list: semicolons divide it, and no clause begins."""
        stop = _SENTENCE.search(self.folded, at, end)
        end = stop.start() if stop is not None else end
        mark = self.folded.find(";", at, end)
        return mark >= 0 and not {",", ":"}.intersection(self.folded[at:mark])

    def _count_before(self, at: int, start: int) -> tuple[int, Range] | None:
        number = re.compile(r"(?<![\w.,/-])(?P<n>\d{1,2}|[^\W\d_]{1,12})\s{1,3}$").search(
            self.folded, max(start, at - 16), at
        )
        if number is None:
            return None
        word = number["n"]
        value = int(word) if word.isdigit() else self.grammar.times.numbers.get(word)
        return (value, number.span("n")) if value else None

    def _listed_items(self, parts: list[Part], place: int) -> list[Range]:
        items: list[Range] = []
        for part in parts[place + 1 :]:
            if part.role != "item":
                break
            items.append(self._item(part.start, self._headed(part)))
        return items

    def _headed(self, part: Part) -> int:
        """Return where the heading of an item ends that goes on to explain it: "Du lịch: ..."."""
        colon = self.folded.find(": ", part.start, min(part.end, part.start + _LONGEST_FIELD))
        long = part.end - part.start > _LONGEST_FIELD
        return colon if colon >= 0 and long else part.end

    def _split(self, start: int, end: int, count: int | None) -> list[Range]:
        """Split a list at semicolons, or at commas where it has none; its sentence ends it."""
        stop = _SENTENCE.search(self.folded, start, end)
        if stop is not None:
            end = stop.start()
        if ";" in self.folded[start:end]:
            return self._cut(start, end, ";")
        items = [one for one in self._items(start, end) if one[0] < one[1]]
        plain = self._cut(start, end, ",")
        return plain if count is not None and len(plain) == count else items

    def _cut(self, start: int, end: int, mark: str) -> list[Range]:
        items: list[Range] = []
        at = start
        while at <= end:
            close = self.folded.find(mark, at, end)
            close = end if close < 0 else close
            item = self._item(at, close)
            if item[0] < item[1] and item[1] - item[0] <= _LONGEST_FIELD:
                items.append(item)
            at = close + 1
        return items

    # -- objectives ------------------------------------------------------------------------

    def objectives(self, parts: list[Part]) -> list[Range]:
        """Return the sentences that say what an agreement is for."""
        found: list[Range] = []
        for part in parts:
            if part.role not in ("paragraph", "lead"):
                continue
            for start, end in self.sentences.of(part.start, part.end):
                if self.grammar.objective.match(self.folded, start, end):
                    found.append(self.view.trim(start, end))
        return found
