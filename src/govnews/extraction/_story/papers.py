"""The papers a sentence tells of: their kind, their name, their number and their period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import field, mutable

from govnews.extraction._ground.times import Time
from govnews.extraction._naming.names import Named
from govnews.extraction._story.events import Event, Events, Range
from govnews.model import PartialDate, Period

_NEAR: Final = 30
_TOPIC: Final = 4
_PREPOSITION: Final = 5
_SHORT: Final = 9
_LISTED: Final = 120
_NAMING: Final = 4
_ITEM: Final = 3
_LONGEST_TITLE: Final = 600


@mutable(eq=False)
class Mention:
    """One paper, as one sentence tells it."""

    code: str | None
    label: Range
    title: Range | None
    bare: bool
    named: bool = False
    parties: list[Named] = field(factory=list)
    signatories: list[tuple[Named, Named | None]] = field(factory=list)
    witnesses: list[Named] = field(factory=list)
    period: Time | None = None
    number: Range | None = None
    sentence: Range = (0, 0)
    headline: bool = False
    signed: bool = False
    planned: bool = False
    planned_at: Range | None = None
    earlier: bool = False
    recalled: bool = False


class Papers(Events):
    """Reads the papers of one text."""

    def _paper(
        self, events: Sequence[Event], place: int, limit: int, start: int, end: int
    ) -> Mention:
        event = events[place]
        code = self.grammar.papers[event.word]
        bare = event.word in self.grammar.bare
        signing = self.grammar.sign.match(self.folded, event.start, event.end) is not None
        mention = Mention(code, (event.start, event.end), None, bare)
        between = self._next(events, place, "between", limit)
        stop = self._title_end(event, between, limit, start, end)
        if between is not None and between.start < max(stop, event.end + 1):
            mention.parties = self._two(self._parties(between.names))
        if self.names.by_capitals:
            stop = self._undated(event.end, stop)
        first = self._title_start(event, start)
        title = self.view.trim(first, stop, " \n\r,-")
        said = min(title[1], between.start) if between is not None else title[1]
        rest = self.folded[event.end : said].split()
        named = len(rest) > 1 and rest[0][0].isalpha()  # 'contract "of ..."' names none
        if between is not None and not self.names.by_capitals:
            named = named or title[1] > between.end + _TOPIC  # "thỏa thuận giữa A và B về C"
        # A verb is no name, and "a memorandum (MoU)" says what the paper is, not its name.
        label = self.names.by_capitals and self._label_alone(event.end, title[1])
        titled = self.names.by_capitals and self.view.text[event.start].isupper()
        if not (signing or label) and (not bare or named or titled):
            mention.title = title
            whole = first < event.start  # "Mutual Aid Agreement"
            mention.named = bool(mention.parties) or whole or not self.names.by_capitals
        mention.period = self._period(mention, stop, limit)
        number = self.grammar.number.match(self.folded, event.end, end)
        if number is not None:
            mention.number = self.view.trim(*number.span("number"), ",.;")
        before = events[place - 1] if place else None
        if before is not None and before.sort == "earlier":
            gap = self.folded[before.end : event.start]
            mention.earlier = len(gap) < _NEAR and not re.search(r"[;.:]", gap)
        return mention

    def _undated(self, at: int, stop: int) -> int:
        """Return where a name ends that runs into the day of signing: "... on 4 November"."""
        for time in self.timeline.within(at, stop):
            if isinstance(time.value, PartialDate) and time.value.day is not None:
                end = self.view.trim(at, time.start, " ,")[1]
                word = self.folded.rfind(" ", at, end)
                end = word if word >= 0 and end - word < _PREPOSITION else end
                return self._unplaced(at, end)
        return stop

    def _unplaced(self, at: int, stop: int) -> int:
        """Return where a name ends that runs into the place of signing: "... in Port Merrin"."""
        for cue in self.grammar.at.finditer(self.folded, at, stop):
            near = max(0, cue.start() - _NEAR)
            abouts = self.grammar.about.finditer(self.folded, near, cue.end())
            named = self.names.place(cue.end(), stop)
            if named is None or named.after < stop or any(one.end() == cue.end() for one in abouts):
                continue  # "cooperation in education"
            return self.view.trim(at, cue.start(), " ,")[1]
        return stop

    def _title_start(self, event: Event, start: int) -> int:
        """Return where the name of a paper begins: capitals before its word belong to it."""
        first = event.start
        if not self.names.by_capitals or not self.view.text[first].isupper():
            return first
        words = self.view.text[start:first].split(" ")
        if words[-1]:
            return first
        for word in reversed(words[:-1][-_NAMING:]):
            at = first - len(word) - 1
            named = word[:1].isupper() and word.isalpha() and at > start
            if not named or self.grammar.article.match(self.folded, at, first):
                break
            first = at
        return first

    def _label_alone(self, at: int, end: int) -> bool:
        rest = self.folded[at:end].strip()
        return not rest or (rest[0] == "(" and rest.find(")") in (-1, len(rest) - 1))

    def _title_end(
        self, event: Event, between: Event | None, limit: int, start: int, end: int
    ) -> int:
        """Return where the name of a paper ends."""
        folded = self.folded
        end = min(end, event.end + _LONGEST_TITLE)
        if event.start and folded[event.start - 1] == '"':
            close = folded.find('"', event.end, min(end, event.end + 500))
            if close > 0:
                return close
        # An item of a list is taken whole.
        if limit < end and folded[event.end : limit].rstrip().endswith(";"):
            return self._untermed(event.end, folded.rfind(";", event.end, limit))
        listed = between is not None and not any(name.sort == "person" for name in between.names)
        item = listed and event.start - start < _ITEM and folded[end - 1] in ";."
        if item and between is not None and not self._told_of(between):
            return self._untermed(event.end, end - 1)
        end = self._before_another(event.end, limit, end)
        at = self._kind_end(event.end, end)
        for _ in range(12):
            stop = self.grammar.title_stop.search(folded, at, end)
            here = stop.start() if stop else end
            if stop is not None and stop[0] == '"' and folded.count('"', event.end, here) % 2:
                at = stop.end()  # a quotation within the name ends
                continue
            if between is not None and at <= between.start < here:
                if not any(
                    name.sort in ("organization", "territory", "plain") for name in between.names
                ):
                    return between.start
                at = between.end
                between = None
                continue
            comma = folded.find(",", at, here)
            generic = self.grammar.generic.search(folded, at, here if comma < 0 else comma)
            if generic is not None:
                cue = self.grammar.between.search(folded, at, generic.start())
                return cue.start() if cue else generic.start()
            if comma >= 0:
                if not self._goes_on(comma, here, between):
                    return comma
                at = comma + 1
                continue
            return here
        return at

    def _kind_end(self, at: int, end: int) -> int:
        """Return where the kind of a paper ends that tells of its sides: "thỏa thuận ba bên về"."""
        start = self.names.skip_blank(at, end)
        sides = self.grammar.generic.match(self.folded, start, end)
        if sides is None or self.names.by_capitals:
            return at
        behind = self.names.skip_blank(sides.end(), end)
        return sides.end() if self.grammar.field_lead.match(self.folded, behind, end) else at

    def _told_of(self, between: Event) -> bool:
        """Whether a verb follows the parties of a paper at once: it is no item of a list."""
        end = min(between.end + _NEAR, len(self.folded))
        at = self.view.trim(between.end, end, " ,")[0]
        return self.names.by_capitals and (
            self.grammar.title_stop.words.match(self.folded, at) is not None
        )

    def _before_another(self, at: int, limit: int, end: int) -> int:
        """Return where the name ends of one of two papers: "a contract on A and an agreement"."""
        tail = self.folded[at:limit].rstrip()
        if limit >= end or not tail:
            return end
        word = tail.rpartition(" ")[2]
        joined = self.grammar.joined.fullmatch(word) is not None
        return at + len(tail) - len(word) if joined and len(word) < len(tail) else end

    def _untermed(self, at: int, end: int) -> int:
        """Return where the name of a listed paper ends: before its length or its worth."""
        term = self.grammar.term.search(self.folded, at, end)
        return end if term is None else term.start()

    def _goes_on(self, comma: int, here: int, between: Event | None) -> bool:
        """Whether a comma only lists nouns inside the name: a joining word follows soon."""
        near = max(0, comma - _NEAR)
        for kept in self.grammar.compound.finditer(self.folded, near, here):
            if kept.start() < comma < kept.end():
                return True  # "an ninh, trật tự"
        joiner = self.grammar.joined.search(self.folded, comma, min(here, comma + _LISTED))
        if joiner is not None:
            listed = self.folded[comma + 1 : joiner.start()].strip(" ,")  # "a, b, and c"
            items = listed.split(",") if listed else []
            if all(0 < len(item.split()) < _SHORT for item in items):
                return not self.events(comma, joiner.start())
        for time in self.timeline.within(comma, here):
            if isinstance(time.value, Period) and time.cue == "plan":
                return not self.events(comma, time.start)  # its period ends the name
        words = self.folded[comma + 1 : here].split()
        if "," in self.folded[comma + 1 : here] or not 1 < len(words) < _SHORT:
            return False
        return not self.events(comma, here)

    def _period(self, mention: Mention, stop: int, limit: int) -> Time | None:
        """Return the period that stands in the name of a paper, or right behind it."""
        start = mention.label[1]
        if self.names.by_capitals:  # "a five-year memorandum"
            for time in self.timeline.within(max(0, mention.label[0] - _NEAR), mention.label[0]):
                if isinstance(time.value, Period) and time.cue == "length":
                    return time
        times = self.timeline.within(start, stop)
        plan = bool(mention.code and mention.code.endswith(("_plan", "_program")))
        for time in times:
            if isinstance(time.value, Period) and time.cue != "term":
                return time
        for time in self.timeline.within(stop, limit):
            if isinstance(time.value, Period) and time.cue in ("plan", "length"):
                return time
        for time in times:
            value = time.value
            if (
                plan
                and isinstance(value, PartialDate)
                and value.month is None
                and value.day is None
            ):
                return time
        return None
