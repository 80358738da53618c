"""Who signed what with whom: the frames that agreements stand in.

A sentence is read as a row of events (names, papers, verbs of signing, "between", "with"), and the
frames are told by their order: "paper between A and B", "A and B signed paper", "A signed paper
with B", "people of A and B signed paper", "papers between ..., ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from attrs import field, frozen, mutable

from govnews.extraction._grammar import Grammar
from govnews.extraction._names import Named, Names
from govnews.extraction._sentences import Sentences
from govnews.extraction._times import Time, Timeline
from govnews.extraction._view import View
from govnews.model import PartialDate, Period

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
_WORD: Final = re.compile(r"(?<!\w)\w")
_BRACKET: Final = re.compile(r"\([^()\n]{1,60}\)")
_COMMA: Final = re.compile(r"\s{0,3}[,;]\s{0,3}")
_MOST_PARTIES: Final = 12
_NEAR: Final = 30
_REACH: Final = 60
_PREPOSITION: Final = 5
_GAPS: Final = 4
_TWO: Final = 2
_SHORT: Final = 9
_LISTED: Final = 120
_ITEM: Final = 3
_LONGEST_TITLE: Final = 600


@frozen
class Event:
    """Something a sentence says that matters to a frame."""

    sort: Sort
    start: int
    end: int
    names: tuple[Named, ...] = ()
    word: str = ""


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


class Frames:
    """Reads the frames of one text."""

    def __init__(
        self,
        view: View,
        grammar: Grammar,
        names: Names,
        timeline: Timeline,
        sentences: Sentences,
    ) -> None:
        self.sentences = sentences
        self.view, self.grammar, self.names, self.timeline = view, grammar, names, timeline
        self.folded = view.folded
        self._last: Mention | None = None

    def mentions(self, start: int, end: int, *, headline: bool = False) -> list[Mention]:
        """Return the papers that a range tells of."""
        found: list[Mention] = []
        if not self.grammar.telling.search(self.folded, start, end):
            return found
        for first, last in self.sentences.of(start, end):
            if self.grammar.paper.search(self.folded, first, last):
                found += self._sentence(first, last, headline=headline)
            elif self._last is not None and not self._last.headline and self._acts(first, last):
                self._signing_of(self._last, self.events(first, last), first)
        return found

    def _acts(self, start: int, end: int) -> bool:
        """Whether a sentence says that somebody signed or saw it; a ceremony is a mere noun."""
        return any(
            " ".join(word[0].split()) not in self.grammar.ceremonies
            for word in self.grammar.acting.finditer(self.folded, start, end)
        )

    # -- events ----------------------------------------------------------------------------

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
                at = cue_end
                continue
            if event.sort == "paper" and self.grammar.sign.match(self.folded, event.start, end):
                events.append(Event("sign", event.start, event.start))  # "ký kết hợp tác"
            events.append(event)
            at = max(event.end, cue_end)

    def _event(self, sort: str, cue: re.Match[str], end: int) -> Event | None:
        start = cue.start()
        if sort == "at":
            place = self.names.place(cue.end(), end)
            return None if place is None else Event("place", start, place.end)
        if sort in ("head", "territory", "honorific", "post"):
            chain = self.chain(start, end)
            if not chain:
                return None
            return Event("names", start, chain[-1].after, tuple(chain))
        if sort in ("between", "with", "by"):
            self.names.lenient = sort == "between"
            chain = self.chain(cue.end(), end)
            self.names.lenient = False
            if not chain:
                return Event("generic", start, cue.end())
            return Event(sort, start, chain[-1].after, tuple(chain))  # type: ignore[arg-type]
        return Event(sort, start, cue.end(), word=" ".join(cue[0].split()))  # type: ignore[arg-type]

    def chain(self, at: int, end: int) -> list[Named]:
        """Return the names that stand in a row: "A, B và C"."""
        chain: list[Named] = []
        listed = False
        while len(chain) < _MOST_PARTIES:
            named = self.names.listed_person(at, end) if listed else None
            named = named or self.names.party(at, end)
            if named is None or named.after <= at:
                break
            if named.bare and named.sort == "organization" and not chain:
                break
            self._affiliated(named, end)
            chain.append(named)
            at = named.after
            if named.post is not None and self.folded.startswith(")", at):
                at += 1  # "ông A (Giám đốc B) và ..."
            if self.names.by_capitals and self.folded[at : at + 2].strip()[:1] == '"':
                at += self.folded[at : at + 2].index('"') + 1  # « A » et ...
            dash = _DASH.match(self.folded, at, end) if named.post else None
            if dash is not None and self.grammar.joined.match(self.folded, dash.end(), end):
                at = dash.end()
            comma = _COMMA.match(self.folded, at, end)
            next_at = comma.end() if comma else self.names.skip_blank(at, end)
            joiner = self.grammar.joined.match(self.folded, next_at, end)
            if joiner is not None:
                at = joiner.end()
                continue
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

    # -- a sentence ------------------------------------------------------------------------

    def _sentence(self, start: int, end: int, *, headline: bool) -> list[Mention]:
        events = self.events(start, end)
        papers = [place for place, event in enumerate(events) if event.sort == "paper"]
        found: list[Mention] = []
        for number, place in enumerate(papers):
            limit = events[papers[number + 1]].start if number + 1 < len(papers) else end
            mention = self._paper(events, place, limit, start, end)
            mention.sentence = (start, end)
            mention.headline = headline
            found.append(mention)
            found += self._alike(events, place, limit, mention)
        if found:
            self._last = found[-1]
            self._signing(events, found, start, end)
        return found

    def _alike(
        self, events: Sequence[Event], place: int, limit: int, mention: Mention
    ) -> list[Mention]:
        """Return further papers of one kind: "a memorandum between A and B and between C and D"."""
        further: list[Mention] = []
        if not mention.parties:
            return further
        seen = False
        for event in events[place + 1 :]:
            if event.start >= limit:
                break
            if event.sort != "between":
                continue
            if not seen:
                seen = True
                continue
            parties = self._two(self._parties(event.names))
            if len(parties) > 1 and not any(name.sort == "person" for name in event.names):
                other = Mention(mention.code, mention.label, None, mention.bare, parties=parties)
                other.sentence, other.headline = mention.sentence, mention.headline
                other.earlier = mention.earlier
                further.append(other)
        return further

    def _signing_of(self, last: Mention, events: Sequence[Event], start: int) -> None:
        """Give the paper told before those whom a sentence without a paper says signed it."""
        if any(event.sort in ("planned", "recalled") for event in events):
            return
        last.witnesses = last.witnesses + self._witnesses(events)
        for place, event in enumerate(events):
            if event.sort == "sign":
                subject = (*self._signers(events, place, start), *self._acting(events))
                self._sign(last, subject)
                if len(last.parties) < _TWO:
                    last.parties = self._two(self._parties(subject)) or last.parties

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
        title = self.view.trim(event.start, stop, " \n\r,-")
        said = min(title[1], between.start) if between is not None else title[1]
        rest = self.folded[event.end : said].split()
        named = len(rest) > 1 and rest[0][0].isalpha()  # 'contract "of ..."' names none
        # A verb is no name, and "a memorandum (MoU)" says what the paper is, not its name.
        label = self.names.by_capitals and self._label_alone(event.end, title[1])
        titled = self.names.by_capitals and self.view.text[event.start].isupper()
        if not (signing or label) and (not bare or named or titled):
            mention.title = title
            mention.named = bool(mention.parties) or not self.names.by_capitals
        mention.period = self._period(mention, stop, limit)
        number = self.grammar.number.match(self.folded, event.end, end)
        if number is not None:
            mention.number = self.view.trim(*number.span("number"), ",.;")
        before = events[place - 1] if place else None
        if before is not None and before.sort == "earlier":
            gap = self.folded[before.end : event.start]
            mention.earlier = len(gap) < _NEAR and not re.search(r"[;.:]", gap)
        return mention

    def _next(self, events: Sequence[Event], place: int, sort: Sort, limit: int) -> Event | None:
        """Return the next event of a sort before a limit."""
        for later in range(place + 1, len(events)):
            if events[later].start >= limit:
                return None
            if events[later].sort == sort:
                return events[later]
        return None

    def _undated(self, at: int, stop: int) -> int:
        """Return where a name ends that runs into the day of signing: "... on 4 November"."""
        for time in self.timeline.within(at, stop):
            if isinstance(time.value, PartialDate) and time.value.day is not None:
                end = self.view.trim(at, time.start, " ,")[1]
                word = self.folded.rfind(" ", at, end)
                return word if word >= 0 and end - word < _PREPOSITION else end
        return stop

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
        if between is not None and event.start - start < _ITEM and folded[end - 1] in ";.":
            return self._untermed(event.end, end - 1)
        at = event.end
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
            if comma >= 0:
                if not self._goes_on(comma, here, between):
                    return comma
                at = comma + 1
                continue
            generic = self.grammar.generic.search(folded, at, here)
            if generic is not None:
                cue = self.grammar.between.search(folded, at, generic.start())
                return cue.start() if cue else generic.start()
            return here
        return at

    def _untermed(self, at: int, end: int) -> int:
        """Return where the name of a listed paper ends: before its length or its worth."""
        term = self.grammar.term.search(self.folded, at, end)
        return end if term is None else term.start()

    def _goes_on(self, comma: int, here: int, between: Event | None) -> bool:
        """Whether a comma only lists nouns inside the name: a joining word follows soon."""
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

    def _two(self, parties: list[Named]) -> list[Named]:
        """Divide the only name that was found, where two were wanted and it can be divided."""
        if len(parties) == 1 and parties[0].split is not None:
            return self._divided(parties[0])
        return parties

    def _parties(self, names: Sequence[Named]) -> list[Named]:
        parties = [name for name in names if name.sort != "person"]
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
        if other is None:
            return [named]
        first = Named(sort=named.sort, start=named.start, end=left, head=named.head)
        return [first, other]

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

    # -- signing ---------------------------------------------------------------------------

    def _signing(self, events: Sequence[Event], found: list[Mention], start: int, end: int) -> None:
        """Give the papers of a sentence those who signed them."""
        signs = [place for place, event in enumerate(events) if event.sort == "sign"]
        witnessed = self._witnesses(events)
        ahead = next((event for event in events if event.sort == "planned"), None)
        recalled = self._first(events, "recalled")
        for mention in found:
            mention.witnesses = witnessed
            if ahead is not None and ahead.start < mention.label[0]:
                mention.planned, mention.planned_at = True, (ahead.start, ahead.end)
            mention.recalled = recalled < mention.label[0]
        if not found:
            return
        for place in signs:
            sign = events[place]
            target = next((m for m in found if m.label[0] >= sign.start - 1), None)
            if target is None:
                before = [m for m in found if m.label[1] <= sign.start]
                target = before[-1] if before else None
            if target is None:
                continue
            target.signed = True
            subject = self._signers(events, place, start)
            sides = self._parties(subject)
            if not target.parties:
                limit = self._following(found, target, end)
                partner = self._next(events, place, "with", limit)
                parties = sides + self._parties(partner.names) if partner and sides else sides
                parties = self._two(parties)
                if len(parties) < _TWO and not subject:
                    parties = self._behind(events, place)
                if len(parties) > 1:
                    target.parties = parties
            if sides:
                self._further(events, place, found, target, sides, end)
            target.signatories += self._introduced(events, sign, start)
            self._sign(target, subject)
            self._sign(target, self._acting(events))

    def _following(self, found: Sequence[Mention], mention: Mention, end: int) -> int:
        """Return where the next paper of a sentence is named."""
        return next((one.label[0] for one in found if one.label[0] > mention.label[0]), end)

    def _further(
        self,
        events: Sequence[Event],
        place: int,
        found: Sequence[Mention],
        target: Mention,
        sides: list[Named],
        end: int,
    ) -> None:
        """Give further papers under one verb their parties: "signed X with A and Y with B"."""
        for index in range(place + 1, len(events)):
            event = events[index]
            if event.sort == "sign" and event.start > target.label[0]:
                return
            mention = next((m for m in found if m.label[0] == event.start), None)
            if event.sort != "paper" or mention is None or mention is target or mention.parties:
                continue
            limit = self._following(found, mention, end)
            partner = self._next(events, index, "with", limit)
            parties = sides + self._parties(partner.names) if partner else sides
            if len(parties) > 1:
                mention.parties, mention.signed = parties, True

    def _sign(self, mention: Mention, subject: Sequence[Named]) -> None:
        """Add the people of a subject to those who signed a paper."""
        for name in subject:
            if name.sort == "person" and not any(
                name.start == one.start and name.post == one.post for one, _ in mention.signatories
            ):
                mention.signatories.append((name, self._side_of(name)))

    def _acting(self, events: Sequence[Event]) -> list[Named]:
        """Return the people of a sentence that are said to act for a side: "A on behalf of B"."""
        if not self.names.by_capitals:
            return []
        found: list[Named] = []
        for event in events:
            for name in event.names if event.sort in ("names", "by") else ():
                at = self.names.skip_blank(name.after, len(self.folded))
                sign = self.grammar.sign.match(self.folded, at)
                at = self.names.skip_blank(sign.end(), len(self.folded)) if sign else at
                cue = self.grammar.represents.match(self.folded, at)
                if name.sort == "person" and name.end > name.start and cue is not None:
                    side = self.names.office_at(cue.end(), len(self.folded))
                    if side is not None:
                        found.append(name)
        return found

    def _side_of(self, person: Named) -> Named | None:
        """Return the side that a person acts for: as words behind the name say, or the post."""
        at, end = self.view.trim(person.after, min(person.after + _REACH, len(self.folded)), " ,")
        sign = self.grammar.sign.match(self.folded, at, end) if self.names.by_capitals else None
        at = self.names.skip_blank(sign.end(), end) if sign else at
        cue = self.grammar.represents.match(self.folded, at, end) if at < end else None
        if cue is not None:
            side = self.names.office_at(cue.end(), len(self.folded))
            if side is not None and not side.bare:
                return side
        if person.office is not None:
            return person.office
        return self._office_of(person.post) if person.post else None

    def _office_of(self, post: Range) -> Named | None:
        """Return the office of a post; of several the last one counts, ranks stand before it."""
        if not self.names.by_capitals:
            comma = self.folded.rfind(",", *post)
            last = self.names.office_in(comma + 1, post[1]) if comma >= 0 else None
            if last is not None:
                return last
        return self.names.office_in(*post)

    def _signers(self, events: Sequence[Event], place: int, start: int) -> tuple[Named, ...]:
        """Return those who stand before a verb of signing, or behind its "by" or "between"."""
        subject = self._subject(events, place, start)
        sign = events[place]
        for event in events[place + 1 : place + 4]:
            if event.sort == "by" and event.start - sign.end < _REACH:
                return (*subject, *self._by(events, events.index(event, place)))
            if event.sort == "between" and any(name.sort == "person" for name in event.names):
                return (*subject, *event.names)
            if event.sort == "names" and event.names[0].sort == "person":
                gap = self.folded[sign.end : event.start].strip()
                word = gap.rpartition(" ")[2] if len(gap) < _NEAR else ""
                if self._is_act(sign) and self.grammar.introduces.fullmatch(word):
                    return (*subject, *event.names)
            if event.sort in ("sign", "paper"):
                break
        return subject

    def _first(self, events: Sequence[Event], sort: Sort) -> int:
        """Return where the first event of a sort stands, behind everything if there is none."""
        return min((event.start for event in events if event.sort == sort), default=1 << 60)

    def _by(self, events: Sequence[Event], place: int) -> Iterator[Named]:
        """Yield those behind "by", also where words about the side of one stand between."""
        at = events[place].end
        for event in events[place:]:
            if event.sort not in ("by", "names"):
                return
            for name in event.names:
                begin = min(
                    (name.start, *(span[0] for span in (name.post, name.honorific) if span))
                )
                gap = self.folded[at:begin] if at < begin else ""
                if len(gap) > _NEAR or "." in gap:
                    return
                if not self._behalf(at, begin):
                    yield name
                at = name.after

    def _behalf(self, at: int, end: int) -> bool:
        """Whether the words right before a place say that somebody acts for what stands there."""
        for cue in self.grammar.represents.finditer(self.folded, at, end):
            start = self.names.skip_blank(cue.end(), end)
            article = self.grammar.article.match(self.folded, start, end)
            if not self.folded[article.end() if article else start : end].strip():
                return True
        return False

    def _behind(self, events: Sequence[Event], place: int) -> list[Named]:
        """Return the parties behind a verb and its paper: "Firman convenio A y B"."""
        if not self.names.by_capitals or place + 2 >= len(events):
            return []
        paper, names = events[place + 1], events[place + 2]
        if paper.sort != "paper" or names.sort != "names":
            return []
        gap = self.view.trim(paper.end, names.start)
        article = self.grammar.article.match(self.folded, *gap)
        if gap[0] < gap[1] and (article is None or article.end() < gap[1]):
            return []
        return self._two(self._parties(names.names))

    def _introduced(
        self, events: Sequence[Event], sign: Event, start: int
    ) -> list[tuple[Named, Named | None]]:
        """Return the people said to sign for each side: "đại diện ký: A có ông B; C có bà D"."""
        behind = min(sign.end + _REACH, len(self.folded)) if self._is_act(sign) else sign.start
        if not self.grammar.represents.search(self.folded, start, behind):
            return []
        found: list[tuple[Named, Named | None]] = []
        sides: Sequence[Named] = ()
        last = sign.end
        for event in events:
            if event.sort != "names" or event.start < sign.start:
                continue
            who = event.names[0]
            gap = self.folded[last : event.start].strip(" ,;")
            word = gap.rpartition(" ")[2]
            if who.sort == "person" and self.grammar.introduces.fullmatch(word):
                side = sides[-1] if sides and gap == word else None
                found.append((who, side if side and side.sort == "organization" else None))
            sides, last = event.names, event.end
        return found

    def _subject(self, events: Sequence[Event], place: int, start: int) -> tuple[Named, ...]:
        """Return the names right before a verb of signing, only small words between."""
        before = [e for e in events[:place] if e.sort not in ("planned", "sign", "place")]
        while before and before[-1].sort in ("generic", "earlier"):
            before.pop()
        end = events[place].start
        partner: tuple[Named, ...] = ()
        if before and before[-1].sort == "with" and self._reaches(before[-1].end, end):
            partner, end = before[-1].names, before[-1].start
            before.pop()
        if before and before[-1].sort == "names" and self._reaches(before[-1].end, end):
            subject = before[-1].names
            if len(before) > 1 and before[-2].sort == "witness" and len(subject) > 2:
                subject = subject[-2:]  # those before the last two saw it
            people = self._people_before(before)
            return (*people, *self._left_of(before[-1].start, start), *subject, *partner)
        return self._plain_subject(end, start) + partner

    def _people_before(self, before: Sequence[Event]) -> list[Named]:
        """Return further people in the row that ends with an event: "for A, X, and for B, Y"."""
        found: list[Named] = []
        at = before[-1].start
        for event in reversed(before[:-1]):
            if event.sort != "names":
                break
            gap = self.folded[event.end : at].lstrip(" ,;")
            joiner = self.grammar.joined.match(gap)
            rest = gap[joiner.end() :] if joiner is not None else gap
            if rest.strip() and self.grammar.represents.fullmatch(rest.strip()) is None:
                break
            found[:0] = [name for name in event.names if name.sort == "person"]
            at = event.start
        return found

    def _is_act(self, sign: Event) -> bool:
        return sign.word not in self.grammar.ceremonies

    def _reaches(self, at: int, end: int) -> bool:
        """Whether only small words stand between two places."""
        if self.names.by_capitals and self.folded[at : at + 2].lstrip()[:1] == '"':
            at = self.folded.index('"', at) + 1
        for _ in range(_GAPS):
            gap = self.grammar.auxiliary.match(self.folded, at, end)
            if gap is None or gap.end() == end:
                return gap is not None
            after = self._past(gap.end(), end)
            if after is None:
                return False
            at = after
        return False

    def _past(self, at: int, end: int) -> int | None:
        """Return where the time or the place ends that stands at a place between names and verb."""
        time = next(iter(self.timeline.within(at, at + 1)), None)
        if time is not None:
            return time.end
        bracket = _BRACKET.match(self.folded, at, end)
        if bracket is not None:
            return bracket.end()
        sides = self.grammar.generic.match(self.folded, at, end)
        if sides is not None:
            return sides.end()
        cue = self.grammar.at.match(self.folded, at, end) if self.names.by_capitals else None
        if cue is None:  # the small word is one of those gone over
            place = self.names.place(at, end) if self.names.by_capitals else None
        else:
            place = self.names.place(cue.end(), end)
        return place.after if place is not None and place.after > at else None

    def _left_of(self, at: int, start: int) -> tuple[Named, ...]:
        """Return a plain name joined to the left of another one: "VNPT và Sở Y tế"."""
        first = max(start, at - 80)
        for joiner in self.grammar.joined.finditer(self.folded, first, at):
            if self.folded[joiner.end() : at].strip():
                continue
            for word in _WORD.finditer(self.view.text, first, joiner.start()):
                named = (
                    self.names.plain(word.start(), joiner.start()) if word[0].isupper() else None
                )
                if named is not None and not self.folded[named.after : joiner.start()].strip():
                    return (named,)
        return ()

    def _plain_subject(self, end: int, start: int) -> tuple[Named, ...]:
        """Return capitalized names without heads right before a verb: "Vietjet ký ..."."""
        first = max(start, end - 120)
        for word in _WORD.finditer(self.view.text, first, end):
            if not word[0].isupper():
                continue
            chain = self.chain(word.start(), end)
            if chain and self._reaches(chain[-1].after, end):
                return tuple(chain)
        return ()

    def _witnesses(self, events: Sequence[Event]) -> list[Named]:
        """Return those who are said to witness: after the word, or right before it."""
        found: list[Named] = []
        for place, event in enumerate(events):
            if event.sort != "witness":
                continue
            after = [e for e in events[place + 1 : place + 3] if e.sort in ("names", "sign")]
            if after and after[0].sort == "names" and after[0].start - event.end < 12:
                names = after[0].names
                signing = len(after) > 1 and self._reaches(after[0].end, after[1].start)
                found += names[:-2] if signing and len(names) > 2 else names
            elif place and events[place - 1].sort == "names":
                before = events[place - 1]
                reach = self.grammar.auxiliary.match(self.folded, before.end, event.start)
                if reach is not None and reach.end() == event.start:
                    found += before.names
        return [name for name in found if not name.bare]
