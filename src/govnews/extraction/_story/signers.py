"""Those who sign a paper, those they sign for, and those who see it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from govnews.extraction._naming.names import Named
from govnews.extraction._story.events import Event, Events, Range, Sort

_WORD: Final = re.compile(r"(?<!\w)\w")
_BRACKET: Final = re.compile(r"\([^()\n]{1,60}\)")
_ROW: Final = re.compile(r"(?:[A-ZĐ][^\W\d_]+ [A-ZĐ][^\W\d_]+, ){2}\Z")
_NEAR: Final = 30
_REACH: Final = 60
_FAR: Final = 160
_GAPS: Final = 4
_MANY: Final = 7


def _spans(named: Named) -> list[Range]:
    return [span for span in ((named.start, named.end), named.post, named.honorific) if span]


class Signers(Events):
    """Reads who signs in the sentences of one text."""

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

    def _signers(self, events: Sequence[Event], place: int, start: int) -> tuple[Named, ...]:
        """Return those who stand before a verb of signing, or behind its "by" or "between"."""
        subject = self._subject(events, place, start)
        sign = events[place]
        for event in events[place + 1 : place + (_MANY if self.names.by_capitals else _GAPS)]:
            if event.sort == "by" and self._near(sign, event):
                return (*subject, *self._by(events, events.index(event, place)))
            if event.sort == "between" and any(name.sort == "person" for name in event.names):
                return (*subject, *event.names)
            if event.sort == "names" and event.names[0].sort == "person":
                gap = self.folded[sign.end : event.start].strip()
                word = gap.rpartition(" ")[2] if len(gap) < _NEAR else ""
                word = word.rstrip(":") or word
                if self._is_act(sign) and self.grammar.introduces.fullmatch(word):
                    return (*subject, *event.names)
                if not subject and self._led_by(sign, gap):
                    return event.names
            if event.sort in ("sign", "paper"):
                break
        return subject

    def _near(self, sign: Event, by: Event) -> bool:
        """Whether "by" belongs to a verb: close to it, or before somebody with a post."""
        if by.start - sign.end < _REACH:
            return True
        posted = any(name.sort == "person" and name.post for name in by.names)
        return self.names.by_capitals and posted and by.start - sign.end < _FAR

    def _led_by(self, sign: Event, gap: str) -> bool:
        """Whether a verb leads those who sign: "Firmaron la ministra A y el ministro B"."""
        if not (self.names.by_capitals and self._is_act(sign)):
            return False
        return not gap or self.grammar.article.fullmatch(gap) is not None

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

    def _signed_between(self, events: Sequence[Event], place: int, limit: int) -> list[Named]:
        """Return the parties behind a verb: "a memorandum was signed in A between B and C"."""
        between = self._next(events, place, "between", limit)
        if between is None or not self._reaches(events[place].end, between.start):
            return []
        return self._two(self._parties(between.names))

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
            word = word.rstrip(":") or word  # "gồm:", or a colon alone
            if who.sort == "person" and self.grammar.introduces.fullmatch(word):
                side = sides[-1] if sides and gap == word else None
                found.append((who, side if side and side.sort == "organization" else None))
                found += [(one, self._side_of(one)) for one in event.names[1:] if one.post]
            sides, last = event.names, event.end
        return found

    def _subject(self, events: Sequence[Event], place: int, start: int) -> tuple[Named, ...]:
        """Return the names right before a verb of signing, only small words between."""
        before = [e for e in events[:place] if e.sort not in ("planned", "sign", "place")]
        while before and before[-1].sort in ("generic", "earlier"):
            before.pop()
        end = events[place].start
        partner: tuple[Named, ...] = ()
        if (
            before
            and before[-1].sort == "with"
            and (self._reaches(before[-1].end, end) or self._with_others(before[-1].end, end))
        ):
            partner, end = before[-1].names, before[-1].start
            before.pop()
        if (
            before
            and before[-1].sort == "names"
            and (self._reaches(before[-1].end, end) or self._with_others(before[-1].end, end))
        ):
            subject = before[-1].names
            if len(before) > 1 and before[-2].sort == "witness" and len(subject) > 2:
                subject = subject[-2:]  # those before the last two saw it
            people = self._people_before(before)
            return (*people, *self._left_of(before[-1].start, start), *subject, *partner)
        return (self._plain_subject(end, start) + partner) or self._hosts(events, place)

    def _opposite(self, events: Sequence[Event], place: int, limit: int) -> list[Named]:
        """Return the people that somebody signed with: "A đã ký hiệp định với Giám đốc B"."""
        partner = self._next(events, place, "with", limit)
        people = partner.names if partner is not None else ()
        return [one for one in people if one.sort == "person" and one.post and one.end > one.start]

    def _between(self, events: Sequence[Event], label: Range) -> list[Named]:
        """Return the people that a paper was signed between."""
        for event in events:
            if event.sort == "between" and event.start >= label[1]:
                begin = min(span[0] for span in _spans(event.names[0]))
                if self.grammar.sign.search(self.folded, event.start, begin) is not None:
                    return [name for name in event.names if name.sort == "person"]
        return []

    def _hosts(self, events: Sequence[Event], place: int) -> tuple[Named, ...]:
        """Return those whose second verb signs: "A và B tổ chức hội nghị sơ kết ... và ký kết"."""
        sign = events[place]
        before = self.folded[max(0, sign.start - _NEAR) : sign.start].split()
        if self.names.by_capitals or not before or not self.grammar.joined.fullmatch(before[-1]):
            return ()
        row = [e for e in events[:place] if e.sort not in ("place", "planned", "generic")]
        if not row or row[0].sort != "names":
            return ()
        found, end = row[0].names, row[0].end
        if len(row) > 1 and row[1].sort == "with" and self._reaches(end, row[1].start):
            found, end = (*found, *row[1].names), row[1].end
        verb = self.grammar.auxiliary.match(self.folded, end, sign.start)
        hosting = verb is not None and self.grammar.event.search(self.folded, end, verb.end())
        return found if hosting and len(found) > 1 else ()

    def _with_others(self, at: int, end: int) -> bool:
        """Whether only unnamed others stand between a name and a verb: "A và đại diện các sở"."""
        at = self.names.skip_blank(at, end)
        joiner = self.grammar.joined.match(self.folded, at, min(end, at + _REACH))
        if joiner is None or end - at > _REACH:
            return False
        others = self.names.skip_blank(joiner.end(), end)
        unnamed = self.folded[others : others + 1].isdigit() or self.grammar.article.match(
            self.folded, others, end
        )
        return bool(unnamed) and not {",", ";"}.intersection(self.folded[at:end])

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
        if self.folded.startswith(":", at) and not self.names.by_capitals:
            at += 1  # "Trường A: Ký biên bản với B"
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
            if _ROW.search(self.view.text, first, word.start()):
                return ()  # the end of a longer row of names without heads
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
