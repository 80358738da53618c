"""Who signed what with whom: the frames that agreements stand in.

A sentence is read as a row of events (names, papers, verbs of signing, "between", "with"), and the
frames are told by their order: "paper between A and B", "A and B signed paper", "A signed paper
with B", "people of A and B signed paper", "papers between ..., ...".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.sentences import Sentences
from govnews.extraction._ground.times import Timeline
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._story.events import Event
from govnews.extraction._story.papers import Mention, Papers
from govnews.extraction._story.signers import Signers

__all__ = ["Frames", "Mention"]

_TWO: Final = 2


class Frames(Papers, Signers):
    """Reads the frames of one text."""

    def __init__(
        self,
        view: View,
        grammar: Grammar,
        names: Names,
        timeline: Timeline,
        sentences: Sentences,
    ) -> None:
        super().__init__(view, grammar, names, timeline)
        self.sentences = sentences
        self._last: Mention | None = None

    def mentions(self, start: int, end: int, *, headline: bool = False) -> list[Mention]:
        """Return the papers that a range tells of."""
        found: list[Mention] = []
        if not self.grammar.telling.search(self.folded, start, end):
            return found
        self.names.headline = headline
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
            self._signing(events, found, start, end)
            told = [one for one in found if not (one.recalled or one.earlier)]
            self._last = told[-1] if told else self._last or found[-1]
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
        self._sign(last, self._between(events, (start, start)))
        for place, event in enumerate(events):
            if event.sort == "sign":
                subject = (*self._signers(events, place, start), *self._acting(events))
                self._sign(last, subject)
                self._sign(last, self._opposite(events, place, events[-1].end))
                known = {one.start for one, _ in last.signatories}
                introduced = self._introduced(events, event, start)
                last.signatories += [one for one in introduced if one[0].start not in known]
                if len(last.parties) < _TWO:
                    last.parties = self._two(self._parties(subject)) or last.parties

    # -- signing ---------------------------------------------------------------------------

    def _signing(self, events: Sequence[Event], found: list[Mention], start: int, end: int) -> None:
        """Give the papers of a sentence those who signed them."""
        signs = [place for place, event in enumerate(events) if event.sort == "sign"]
        witnessed = self._witnesses(events)
        ahead = next((event for event in events if event.sort == "planned"), None)
        recalled = self._first(events, "recalled")
        for mention in found:
            mention.witnesses = witnessed
            if (
                ahead is not None
                and ahead.start < mention.label[0]
                and not self._done(events, ahead, mention)
            ):
                mention.planned, mention.planned_at = True, (ahead.start, ahead.end)
            mention.recalled = recalled < mention.label[0]
        if not found:
            return
        self._sign(found[-1], self._between(events, found[-1].label))
        for place in signs:
            sign = events[place]
            target = self._target(found, sign)
            if target is not None and target.earlier and not self.names.by_capitals:
                target = None  # what was carried out is not what is signed behind it
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
                if len(parties) < _TWO:
                    parties = self._signed_between(events, place, limit) or parties
                if len(parties) > 1:
                    target.parties = parties
            if sides:
                self._further(events, place, found, target, sides, end)
            target.signatories += self._introduced(events, sign, start)
            self._sign(target, self._opposite(events, place, self._following(found, target, end)))
            self._sign(target, subject)
            self._sign(target, self._acting(events))

    def _target(self, found: Sequence[Mention], sign: Event) -> Mention | None:
        """Return the paper that a verb of signing is about: the next one, or else the last one.

        "The papers that both have signed, among them paper A": a comma parts the verb from A.
        """
        before = next((m for m in reversed(found) if m.label[1] <= sign.start), None)
        after = next((m for m in found if m.label[0] >= sign.start - 1), None)
        if after is None or (before and "," in self.folded[sign.end : after.label[0]]):
            return before
        return after

    def _done(self, events: Sequence[Event], ahead: Event, mention: Mention) -> bool:
        """Whether what was wished for is told as done: "hoping to ..., A and B have signed"."""
        return any(
            event.sort == "sign"
            and ahead.end <= event.start <= mention.label[0]
            and self.grammar.past.search(self.folded, max(ahead.end, event.start - 8), event.end)
            for event in events
        )

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
