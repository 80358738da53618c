"""A sentence as a row of events: names, papers, verbs of signing, "between", "with"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from attrs import evolve, frozen

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.times import Timeline
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names

Range = tuple[int, int]
Sort = Literal[
    "names",
    "paper",
    "sign",
    "between",
    "with",
    "witness",
    "planned",
    "earlier",
    "recalled",
    "place",
    "by",
    "generic",
]

_CAPITAL: Final = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ][\w.'’-]*")
_DASH: Final = re.compile(r"\s{0,3}-\s{0,3}(?=\w)")
_COMMA: Final = re.compile(r"\s{0,3}[,;]\s{0,3}")
_MOST_PARTIES: Final = 12
_MOST_PLACES: Final = 3
_LONGEST_SEAT: Final = 30


@frozen
class Event:
    """Something a sentence says that matters to a frame."""

    sort: Sort
    start: int
    end: int
    names: tuple[Named, ...] = ()
    word: str = ""


class Events:
    """Reads the sentences of one text as rows of events."""

    def __init__(self, view: View, grammar: Grammar, names: Names, timeline: Timeline) -> None:
        self.view, self.grammar, self.names, self.timeline = view, grammar, names, timeline
        self.folded = view.folded

    def events(self, start: int, end: int) -> list[Event]:
        """Return the events of a sentence in order."""
        events: list[Event] = []
        at = start
        cue = None
        while True:
            if cue is None or cue.start() < at:
                cue = self.grammar.cue.search(self.folded, at, end)
            first = cue
            if self.grammar.pack.names.heads_last:
                capital = _CAPITAL.search(self.view.text, at, end)
                if capital is not None and (cue is None or capital.start() < cue.start()):
                    first = capital
            if first is None:
                return events
            if first is cue:
                word = first[0]
                sort = self.grammar.cues.get(word) or self.grammar.cues[" ".join(word.split())]
            else:
                sort = "head"
            cue_end = first.end()
            event = self._event(sort, first, end) if sort != "none" else None
            if event is None:
                # "L'accord ...": a paper within the word that no name begins with.
                inside = cue is not None and first is not cue and cue.start() < cue_end
                at = cue.start() if inside and cue is not None else cue_end
                continue
            if event.sort == "paper" and self._bracketed(events, event, end):
                events[-1] = evolve(events[-1], end=event.end + 1, word=event.word)
                at = max(event.end, cue_end)
                continue
            if event.sort == "paper" and self.grammar.sign.match(self.folded, event.start, end):
                events.append(Event("sign", event.start, event.start))  # "ký kết hợp tác"
            events.append(event)
            at = max(event.end, cue_end)

    def _bracketed(self, events: Sequence[Event], event: Event, end: int) -> bool:
        """Whether a paper is only the other word for the one before: "thỏa thuận hợp tác (MoU)"."""
        if not events or events[-1].sort != "paper" or self.names.by_capitals:
            return False
        gap = self.folded[events[-1].end : event.start].strip()
        return gap == "(" and self.folded.startswith(")", event.end, end)

    def _event(self, sort: str, cue: re.Match[str], end: int) -> Event | None:
        start = cue.start()
        if sort == "at":
            place = self.names.place(cue.end(), end)
            return None if place is None else Event("place", start, place.end)
        if sort in ("head", "territory", "honorific", "post"):
            chain = self.chain(start, end)
            if not chain:
                return None
            return Event("names", start, self._closed(chain[-1]), tuple(chain))
        if sort in ("between", "with", "by"):
            self.names.lenient = sort == "between"
            chain = self.chain(cue.end(), end)
            self.names.lenient = False
            if not chain:
                return Event("generic", start, cue.end())
            return Event(sort, start, self._closed(chain[-1]), tuple(chain))  # type: ignore[arg-type]
        return Event(sort, start, cue.end(), word=" ".join(cue[0].split()))  # type: ignore[arg-type]

    def _closed(self, named: Named) -> int:
        """Return where a name ends, the bracket around its post included: "ông A (Giám đốc B)"."""
        end = named.after
        bracketed = named.post is not None and self.folded.startswith(")", end)
        return end + 1 if bracketed else end

    def chain(self, at: int, end: int) -> list[Named]:
        """Return the names that stand in a row: "A, B và C"."""
        chain: list[Named] = []
        listed = rowed = seated = False
        while len(chain) < _MOST_PARTIES:
            named = self.names.listed_person(at, end) if listed else None
            named = named or self.names.party(at, end)
            if named is None or named.after <= at:
                break
            if named.bare and named.sort == "organization" and not chain:
                break
            if seated and named.sort == "plain":
                break  # "A and B, New Delhi": where the last one sits
            self._affiliated(named, end)
            self._located(named, end)
            self._seated(named, end)
            self._composed(named, end)
            chain.append(named)
            at = self._closed(named)
            if self.names.by_capitals and self.folded[at : at + 2].strip()[:1] == '"':
                at += self.folded[at : at + 2].index('"') + 1  # « A » et ...
            dash = _DASH.match(self.folded, at, end)
            if dash is not None and len(chain) == 1:
                other = self._paired(named, dash, end)
                if other is not None:
                    return [named, other]
            if (
                dash is not None
                and named.post
                and self.grammar.joined.match(self.folded, dash.end(), end)
            ):
                at = dash.end()
            comma = _COMMA.match(self.folded, at, end)
            next_at = comma.end() if comma else self.names.skip_blank(at, end)
            joiner = self.grammar.joined.match(self.folded, next_at, end)
            if joiner is not None:
                at, rowed = joiner.end(), True
                continue
            seated = rowed and self.names.by_capitals
            listed = comma is not None and ";" in comma[0] and named.post is not None
            if comma is None or not (listed or self._another(named, comma, end)):
                break
            at = next_at
        return chain

    def _affiliated(self, named: Named, end: int) -> None:
        """Add the body an office belongs to, before a further party: "Viện A - Bộ B và C"."""
        if named.sort != "organization" or named.bare or self.names.by_capitals:
            return
        dash = _DASH.match(self.folded, named.after, end)
        above = self.names.organization(dash.end(), end) if dash is not None else None
        if above is None or above.bare:
            return
        at = self.names.skip_blank(above.after, end)
        if self.grammar.joined.match(self.folded, at, end) is not None:
            named.end, named.alias = above.end, above.alias

    def _seated(self, named: Named, end: int) -> None:
        """Pass over the town or country behind a comma: "National Institute, New Delhi signed"."""
        if named.sort != "organization" or not self.names.by_capitals or named.bare:
            return
        comma = _COMMA.match(self.folded, named.after, end)
        if comma is None or ";" in comma[0]:
            return
        seat = self.names.party(comma.end(), end)
        if seat is None or seat.sort not in ("plain", "territory") or seat.alias is not None:
            return
        if self.view.text[seat.start : seat.end].isupper() or seat.end - seat.start > _LONGEST_SEAT:
            return
        at = self.names.skip_blank(seat.after, end)
        if self.grammar.joined.match(self.folded, at, end):
            return
        if at < end and self.folded[at].isalpha():  # no comma or semicolon goes on with the row
            named.past = max(seat.after, named.after)

    def _paired(self, named: Named, dash: re.Match[str], end: int) -> Named | None:
        """Return the other of two offices with a dash between them, neither over the other."""
        if named.sort != "organization" or self.names.by_capitals or dash[0].strip() == dash[0]:
            return None
        other = self.names.organization(dash.end(), end)
        ranks = self.grammar.ranks
        if other is None or other.bare:
            return None
        if ranks.get(other.head, len(ranks)) < ranks.get(named.head, len(ranks)):
            return None  # "Viện A - Bộ B": the one belongs to the other
        at = self.names.skip_blank(other.after, end)
        follows = self.grammar.joined.match(self.folded, at, end)
        return other if follows is None else None

    def _located(self, named: Named, end: int) -> None:
        """Pass over where an office is, behind commas: "Hội đồng thành phố A, tỉnh B, nước C"."""
        if named.sort != "organization" or self.names.by_capitals:
            return
        at = named.after
        for _ in range(_MOST_PLACES):
            comma = _COMMA.match(self.folded, at, end)
            if comma is None or ";" in comma[0]:
                break
            place = self.names.territory(comma.end(), end)
            region = self.grammar.region.match(self.folded, comma.end(), end)
            after = place.after if place is not None else region.end() if region else 0
            if not after:
                break
            at = after
        joiner = self.grammar.joined.match(self.folded, self.names.skip_blank(at, end), end)
        if joiner is not None:
            behind = self.names.skip_blank(joiner.end(), end)
            if self.grammar.territory.match(self.folded, behind, end) is not None:
                return  # "UBND thành phố A, tỉnh B và tỉnh C": three that sign
        if at > named.after:
            named.past = at

    def _composed(self, named: Named, end: int) -> None:
        """Pass over the members of a body: "liên danh A gồm B và C"."""
        if named.sort != "organization" or self.names.by_capitals:
            return
        at = self.names.skip_blank(named.after, end)
        cue = self.grammar.member.match(self.folded, at, end)
        members = self.chain(cue.end(), end) if cue is not None else []
        if members:
            named.past = members[-1].after

    def _another(self, named: Named, comma: re.Match[str], end: int) -> bool:
        """Whether a mark behind a name divides it from another one of the same row."""
        if ";" not in comma[0]:
            return self._opens_name(comma.end(), end)
        if named.sort != "person" or named.end == named.start:
            return False  # semicolons divide people with their posts
        return any(
            pattern.match(self.folded, comma.end(), end) is not None
            for pattern in (self.grammar.honorific, self.grammar.post)
        )

    def _opens_name(self, at: int, end: int) -> bool:
        grammar = self.grammar
        return self.names.opens(at, end) or any(
            pattern.match(self.folded, at, end)
            for pattern in (grammar.head, grammar.territory, grammar.honorific)
        )

    def _next(self, events: Sequence[Event], place: int, sort: Sort, limit: int) -> Event | None:
        """Return the next event of a sort before a limit."""
        for later in range(place + 1, len(events)):
            if events[later].start >= limit:
                return None
            if events[later].sort == sort:
                return events[later]
        return None

    def _two(self, parties: list[Named]) -> list[Named]:
        """Divide the only name that was found, where two were wanted and it can be divided."""
        if len(parties) == 1 and parties[0].split is not None:
            return self._divided(parties[0])
        return parties

    def _parties(self, names: Sequence[Named]) -> list[Named]:
        people = self.names.by_capitals and any(name.sort == "person" for name in names)
        # Among people in capitals a name without a head is one more of them.
        parties = [
            name
            for name in names
            if name.sort != "person" and not (people and name.sort == "plain")
        ]
        for person in names:
            if person.sort == "person" and person.post:
                office = person.office or self._office_of(person.post)
                if office is not None:
                    parties.append(office)
        return parties

    def _divided(self, named: Named) -> list[Named]:
        """Divide a name at its joining word: two parties were wanted and one was found."""
        left, right = named.split or (0, 0)
        at = self.names.skip_blank(right, named.end)
        other = self.names.office_at(at, named.end)
        if other is None or not self._whole(other, at, named):
            return [named]
        first = Named(sort=named.sort, start=named.start, end=left, head=named.head)
        return [first, other]

    def _whole(self, other: Named, at: int, named: Named) -> bool:
        """Whether what stands behind a joining word is a name of its own, not half of a trade."""
        if other.sort != "plain":
            return not other.bare
        words = self.view.text[at : other.end].split()
        return other.end >= named.end or len(words) > 1 or words[0].isupper()

    def _office_of(self, post: Range) -> Named | None:
        """Return the office of a post; of several the last one counts, ranks stand before it."""
        if not self.names.by_capitals:
            comma = self.folded.rfind(",", *post)
            start = self.names.skip_blank(comma + 1, post[1]) if comma >= 0 else post[0]
            word = self.grammar.post.match(self.folded, start, post[1])
            last = self.names.office_in(start, post[1], behind=word.end() if word else start)
            last = last or self._short_office(word.end() if word else start, post[1])
            if last is not None:
                return last
        return self.names.office_in(*post)

    def _short_office(self, at: int, end: int) -> Named | None:
        """Return an office named by its short form alone behind a post: "Tổng Giám đốc VLG"."""
        at = self.names.skip_blank(at, end)
        named = self.names.plain(at, end) if at < end else None
        if named is None or named.end < end or not self.view.text[at:end].isupper():
            return None
        return named
