"""When and where it happened, as the lead of a story, its labels or its dateline tell."""

from __future__ import annotations

import re
from typing import Final

from attrs import mutable

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.sentences import Sentences
from govnews.extraction._ground.times import Time, Timeline
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._page.dateline import Dateline
from govnews.extraction._page.parts import Page
from govnews.model import PartialDate, Period

_NEAR: Final = 4
_TWO: Final = 2
_OPENING: Final = 24
"""How far into a lead its date may stand where no word tells of an event."""
_LEADS: Final = 2
_DATE_GAP: Final = 6
_BEFORE: Final = 120
_CITY: Final = re.compile(r"[A-ZÀ-Ý][^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}, ")


@mutable(eq=False)
class Occasion:
    """When and where something happened."""

    happened: Time | None = None
    place: Named | None = None
    told: int = 0
    """Where the story itself begins, behind its dateline."""


class Occasions:
    """Finds the occasion that one story tells of."""

    def __init__(
        self,
        view: View,
        grammar: Grammar,
        names: Names,
        timeline: Timeline,
        sentences: Sentences,
    ) -> None:
        self.view, self.grammar, self.names = view, grammar, names
        self.timeline, self.sentences = timeline, sentences

    def read(self, page: Page, story: Occasion, opening: Dateline | None) -> None:
        """Fill in when and where a story happened."""
        story.told = opening.end if opening is not None else 0
        self._labeled_event(page, story)
        self._event(page, story, opening)
        if story.happened is None and self.names.by_capitals:
            story.happened = self._dateline_above(page)

    def _dateline_above(self, page: Page) -> Time | None:
        """Return the day of a dateline on a line of its own: "Port Merrin, 21 September 2022"."""
        for line in page.stamps:
            times = self.timeline.within(line.start, line.end)
            city = self.view.text[line.start : times[0].start] if times else ""
            day = city.rstrip(", ").casefold() in self.grammar.pack.times.macros.get("weekday", ())
            if not day and _CITY.fullmatch(city) is not None and times[0].end >= line.end:
                return times[0]
        return None

    def _labeled_event(self, page: Page, story: Occasion) -> None:
        """Read "Date: ..." and "Location: ..." of an announcement."""
        for place, part in enumerate(page.body):
            label = self.grammar.label.match(self.view.folded, part.start, part.end)
            if label is None or not label["colon"]:
                continue
            role = self.grammar.labels[" ".join(label["label"].split())].role
            start, end = label.end(), part.end
            if start >= end and place + 1 < len(page.body):
                start, end = page.body[place + 1].start, page.body[place + 1].end
            if role == "event":
                story.happened = story.happened or self.date(start, end)
            elif role == "place" and start < end:
                start, end = self.view.trim(start, end, " .,;")
                story.place = story.place or Named(sort="plain", start=start, end=end)

    def _event(self, page: Page, story: Occasion, opening: Dateline | None) -> None:
        """Find the day and the place of what is told: in the lead, or where the signing is."""
        told = 0
        for part in page.body:
            if part.role not in ("lead", "paragraph"):
                continue
            told += 1
            if told == _LEADS and story.happened is None and opening is not None:
                story.happened = opening.time
            lead = told <= _LEADS if self.names.by_capitals else told == 1
            for first, end in self.sentences.of(part.start, part.end):
                opened = opening is not None and first < opening.end <= end
                start = opening.end if opening is not None and opened else first
                event = self.grammar.event.search(self.view.folded, start, end)
                if event is not None and story.place is None:
                    story.place = self._here(opening, start, end)
                time = self.date(start, end)
                if (
                    story.happened is None
                    and time is not None
                    and (event is not None or (lead and time.start - start < _OPENING))
                ):
                    story.happened = time
                    story.place = (
                        story.place or self.place(start, end, time) or self._at_end(start, end)
                    )
                elif event is not None and story.place is None and lead:
                    story.place = self.place(start, end, None)
                lead = False
                if opening is not None and story.happened is None and told == _LEADS:
                    story.happened = opening.time
                if story.happened is not None and story.place is not None:
                    return
                if time is None and event is not None and story.happened is not None:
                    story.place = self._place_behind(start, end)
        if story.happened is None and opening is not None:
            story.happened = opening.time

    def _here(self, opening: Dateline | None, start: int, end: int) -> Named | None:
        """Return the place of the dateline where a sentence means it: "signed here"."""
        if opening is None or opening.city is None:
            return None
        if self.grammar.here.search(self.view.folded, start, end) is None:
            return None
        return Named(sort="plain", start=opening.city[0], end=opening.city[1])

    def date(self, start: int, end: int) -> Time | None:
        for time in self.timeline.within(start, end):
            value = time.value
            if isinstance(value, PartialDate) and value.day is not None:
                return time
            if isinstance(value, Period) and time.cue in ("days", "row") and _one_event(value):
                return time
        return None

    def place(self, start: int, end: int, time: Time | None) -> Named | None:
        cues = [
            at
            for at in self.grammar.at.finditer(self.view.folded, start, end)
            if self._placed(at, start, time) or self._before(at, time)
        ]
        if time is not None:  # the place behind the date comes first
            cues.sort(key=lambda at: not 0 <= at.start() - time.end < _NEAR)
        for at in cues:
            named = self.names.place(at.end(), end)
            if named is not None and (
                self._placed(at, start, time) or self._dated(named.after, time)
            ):
                return self._closer(named, end)
        return None

    def _at_end(self, start: int, end: int) -> Named | None:
        """Return the place that ends a sentence in which nobody signs anything."""
        capitals = self.names.by_capitals
        if not capitals and self.grammar.telling.search(self.view.folded, start, end):
            return None
        cues = [
            cue
            for cue in self.grammar.at.finditer(self.view.folded, start, end)
            if not capitals or cue[0] in self.grammar.pack.layout.at[:1]
        ]
        named = self.names.place(cues[-1].end(), end) if cues else None
        if named is None:
            return None
        at = self.view.trim(named.after, end, " ,")[0] if named.after < end else end
        above = self.names.territory(at, end) if at < end else None
        rest = self.view.folded[above.after if above is not None else named.after : end]
        return None if rest.strip(" .") else named

    def _before(self, at: re.Match[str], time: Time | None) -> bool:
        return self.names.by_capitals and time is not None and 0 < time.start - at.end() < _BEFORE

    def _dated(self, at: int, time: Time | None) -> bool:
        """Whether the date follows right behind a place: "in Port Merrin on Monday, 4 May"."""
        return time is not None and 0 <= time.start - at < _DATE_GAP

    def _place_behind(self, start: int, end: int) -> Named | None:
        """Return the place right behind a verb of signing or of the event: "took place at"."""
        for at in self.grammar.at.finditer(self.view.folded, start, end):
            before = self.view.folded[max(start, at.start() - 40) : at.start()].rstrip(" ,")
            if any(match.end() == len(before) for match in self.grammar.event.finditer(before)):
                named = self.names.place(at.end(), end)
                return named if named is None else self._closer(named, end)
        return None

    def _closer(self, named: Named, end: int) -> Named:
        """Return the hall that follows its city: "in Port Merrin at the Exchange Building"."""
        at = self.names.skip_blank(named.after, end)
        cue = self.grammar.at.match(self.view.folded, at, end)
        if (
            cue is None
            or not self.names.by_capitals
            or self.timeline.within(cue.end(), cue.end() + 2)
        ):
            return named
        closer = self.names.place(cue.end(), end)
        return named if closer is None or closer.sort == "territory" else closer

    def _placed(self, at: re.Match[str], start: int, time: Time | None) -> bool:
        """Whether "at" says where the event was: after its date or verb, or first of all."""
        folded = self.view.folded
        if at.start() - start < 3 or (time is not None and 0 <= at.start() - time.end < 4):
            return True
        before = folded[max(start, at.start() - 40) : at.start()].rstrip(" ,")
        if any(match.end() == len(before) for match in self.grammar.event.finditer(before)):
            return True
        if not self.names.by_capitals or not before[-1:].isalnum():
            return False
        # "signed an agreement today at ..."
        word = before.rfind(" ") + 1
        said = self.grammar.auxiliary.fullmatch(before, word)
        return said is not None and self.grammar.event.search(folded, start, at.start()) is not None


def _one_event(period: Period) -> bool:
    """Whether a stretch of days may be one event; an anniversary names two years."""
    start, end = period.start, period.end
    years = {one.year for one in (start, end) if isinstance(one, PartialDate)}
    return len(years) < _TWO
