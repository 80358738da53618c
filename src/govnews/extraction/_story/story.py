"""The story: when and where it happened, and the agreements it tells of, each once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import Final

from attrs import field, mutable

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.sentences import Sentences
from govnews.extraction._ground.times import Time, Timeline
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._naming.offices import Offices
from govnews.extraction._page.dateline import dateline
from govnews.extraction._page.parts import Page, Part
from govnews.extraction._story.cast import Cast
from govnews.extraction._story.contents import Contents, FieldList
from govnews.extraction._story.frames import Frames, Mention
from govnews.extraction._story.occasions import Occasion, Occasions
from govnews.extraction._story.projects import ProjectFound, Projects
from govnews.extraction._story.sides import Sides
from govnews.model import Period

Range = tuple[int, int]

_NEAR: Final = 4
_TWO: Final = 2
_WINDOW: Final = 40
_TERM: Final = 60
"""How far behind the word for a paper its length may stand."""
_FEW: Final = 8
"""How many papers back, and mentions of each, a further mention is compared with."""


@mutable(eq=False)
class Paper:
    """An agreement in the making."""

    mentions: list[Mention] = field(factory=list)
    parties: list[Named] = field(factory=list)
    code: str | None = None
    label: Range = (0, 0)
    title: Range | None = None
    period: Time | None = None
    number: Range | None = None
    signed: Time | None = None
    place: Named | None = None
    planned: bool = False
    planned_at: Range | None = None
    signatories: list[tuple[Named, Named | None]] = field(factory=list)
    witnesses: list[Named] = field(factory=list)
    fields: FieldList | None = None
    objectives: list[Range] = field(factory=list)
    projects: list[ProjectFound] = field(factory=list)


@mutable(eq=False)
class Story(Occasion):
    """What a story tells."""

    papers: list[Paper] = field(factory=list)


class Stories:
    """Reads the story of a page."""

    def __init__(
        self,
        view: View,
        grammar: Grammar,
        names: Names,
        timeline: Timeline,
        offices: Offices,
    ) -> None:
        self.view, self.grammar, self.names = view, grammar, names
        self.timeline, self.offices = timeline, offices
        self.sentences = Sentences(view, grammar)
        self.frames = Frames(view, grammar, names, timeline, self.sentences)
        self.contents = Contents(view, grammar, names, self.sentences)
        self.projects = Projects(view, grammar, names, self.sentences)
        self.occasions = Occasions(view, grammar, names, timeline, self.sentences)
        self.cast = Cast(view, grammar, names, offices)
        self.sides = Sides(view, grammar, self.frames, self.cast, offices)

    def read(self, page: Page) -> Story:
        """Read the story of a page."""
        story = Story()
        opening = None
        if page.body and self.names.by_capitals:
            first = page.body[0]
            opening = dateline(self.view, self.grammar, self.timeline, first.start, first.end)
        self.occasions.read(page, story, opening)
        mentions: list[Mention] = []
        if page.title is not None:
            mentions += self.frames.mentions(page.title.start, page.title.end, headline=True)
        for part in page.body:
            opened = opening is not None and part.start < opening.end < part.end
            start = opening.end if opening is not None and opened else part.start
            mentions += self.frames.mentions(start, part.end)
        if not self.names.by_capitals:
            self.sides.supply(mentions, page)
        story.papers = self._papers(mentions) if self._signs(page) else []
        for paper in story.papers:
            self._signed(paper, story)
            paper.signatories = [
                (self.cast.complete(person, page.body), side) for person, side in paper.signatories
            ]
        if len(story.papers) == 1:
            self._fill(story.papers[0], page.body)
        else:
            starts = sorted(one.label[0] for paper in story.papers for one in paper.mentions)
            for paper in story.papers:
                self._own_fields(paper, starts)
                self._said_behind(paper, page.body, starts)
        return story

    def _fill(self, paper: Paper, parts: list[Part]) -> None:
        title = paper.title if self.names.by_capitals else None
        paper.fields = self.contents.fields(parts, title)
        paper.objectives = self.contents.objectives(parts)
        paper.projects = self.projects.read(parts)
        if paper.period is None:
            paper.period = self._term(paper, parts)

    def _term(self, paper: Paper, parts: Sequence[Part]) -> Time | None:
        """Return how long the only paper of a story holds: "Quy chế có hiệu lực trong 5 năm"."""
        short = " ".join(self.view.folded[slice(*paper.label)].split()[:2])
        for part in parts:
            times = [
                time
                for time in self.timeline.within(part.start, part.end)
                if time.cue in ("length", "plan") and isinstance(time.value, Period)
            ]
            for start, end in self.sentences.of(part.start, part.end) if times else ():
                inside = [time for time in times if start <= time.start < end]
                found = self._terms(inside, start, end, short) if inside else []
                if found:  # "5 years, from 2022 to 2027": the years say more
                    return next((time for time in found if time.cue == "plan"), found[0])
        return None

    def _terms(self, times: Sequence[Time], start: int, end: int, short: str) -> Sequence[Time]:
        """Return the times of a sentence about the paper that say how long it holds."""
        folded = self.view.folded
        if times[0].cue == "length" and times[0].start - start < _NEAR:
            return times  # "Thời hạn của thỏa thuận là 3 năm"
        said = self.grammar.refers.match(folded, start, end)
        if said is None and not folded.startswith(f"{short} ", start):
            return ()
        behind = said.end() if said is not None else start + len(short)
        close = [time for time in times if behind <= time.start < behind + _TERM]
        first = close[0].start if close else behind
        in_force = self.grammar.in_force.search(folded, behind, first) is not None
        return [time for time in close if in_force or time.cue == "length"]

    def _own_fields(self, paper: Paper, starts: Sequence[int]) -> None:
        """Take the fields that a paper's own words name, where a story tells of several."""
        for mention in paper.mentions[:_FEW]:
            place = bisect_right(starts, mention.label[0])
            after = starts[place] if place < len(starts) else mention.sentence[1]
            end = min(mention.sentence[1], after)
            paper.fields = self.contents.fields_within(mention.label[0], end)
            if paper.fields is not None:
                return

    def _said_behind(self, paper: Paper, parts: Sequence[Part], starts: Sequence[int]) -> None:
        """Take fields and period of one of several papers from "It covers ..." right behind it."""
        told = [mention for mention in paper.mentions[:_FEW] if not mention.headline]
        if not told:
            return
        at = told[-1].sentence[1]
        place = bisect_right(starts, told[-1].label[0])
        limit = starts[place] if place < len(starts) else len(self.view.folded)
        sentences = (
            span
            for part in parts
            if part.end >= at and part.start < limit and part.role in ("lead", "paragraph")
            for span in self.sentences.of(part.start, part.end)
        )
        for start, end in islice((one for one in sentences if one[0] >= at), _TWO):
            if end > limit or self.grammar.refers.match(self.view.folded, start, end) is None:
                return
            paper.fields = paper.fields or self.contents.fields_within(start, end)
            paper.period = paper.period or self._lasting(start, end)

    def _lasting(self, start: int, end: int) -> Time | None:
        """Return how long the paper holds that a sentence speaks of."""
        for time in self.timeline.within(start, end):
            if isinstance(time.value, Period) and time.cue in ("plan", "length"):
                return time
        return None

    # -- papers ----------------------------------------------------------------------------

    def _signs(self, page: Page) -> bool:
        """Whether a story says at all that something was signed, or handed over."""
        told = [(part.start, part.end) for part in page.body]
        if page.title is not None:
            told.append((page.title.start, page.title.end))
        return self.names.by_capitals or any(
            self.grammar.acting.search(self.view.folded, *span) is not None for span in told
        )

    def _papers(self, mentions: Sequence[Mention]) -> list[Paper]:
        """Join the mentions of one paper; a paper nobody is said to sign is none."""
        papers: list[Paper] = []
        loose: list[Mention] = []
        for mention in mentions:
            if len(mention.parties) < 2:
                loose.append(mention)
                continue
            if (mention.earlier or mention.recalled) and not mention.signed:
                continue
            paper = next((p for p in papers[-_WINDOW:] if self._same(p, mention)), None)
            if mention.recalled:
                paper = None
            if paper is None:
                paper = Paper()
                papers.append(paper)
            self._join(paper, mention)
        for mention in loose:
            if mention.earlier or mention.recalled:
                continue
            paper = self._of_loose(papers, mention)
            if paper is not None:
                self._join(paper, mention)
        papers = self._announced(papers)
        for paper in papers:
            self._settle(paper)
        return papers

    def _announced(self, papers: list[Paper]) -> list[Paper]:
        """Join the paper of a headline with the one of the body that it announces."""
        told = [p for p in papers if not all(mention.headline for mention in p.mentions)]
        if not told or len(told) == len(papers):
            return papers
        kept: list[Paper] = []
        for paper in papers:
            announced = None if paper in told else self._teller(told, paper.mentions[0])
            if announced is None:
                kept.append(paper)
            else:
                announced.mentions += paper.mentions
        return kept

    def _teller(self, told: Sequence[Paper], headline: Mention) -> Paper | None:
        """Return the paper of the body that a headline tells of: by a party, or by its kind."""
        same = [
            paper
            for paper in told[:_WINDOW]
            if any(
                headline.bare or other.bare or other.code == headline.code
                for other in paper.mentions[:_FEW]
            )
        ]
        near = [paper for paper in same if self._shares(paper.mentions[0], headline)]
        if near:
            return near[0]
        return same[0] if len(told) == len(same) == 1 else None

    def _shares(self, one: Mention, other: Mention) -> bool:
        return any(self.offices.alike(a, b) for a in one.parties for b in other.parties)

    def _of_loose(self, papers: Sequence[Paper], mention: Mention) -> Paper | None:
        told = [p for p in papers if not all(one.headline for one in p.mentions)]
        if len(papers) == 1 or len(told) == 1:
            return (told or papers)[0]
        same = [
            paper
            for paper in papers[-_WINDOW:]
            if any(other.code == mention.code for other in paper.mentions[:_FEW])
            and mention.label[0] - paper.mentions[0].label[0] < 4000
        ]
        return same[0] if len(same) == 1 else None

    def _same(self, paper: Paper, mention: Mention) -> bool:
        for other in paper.mentions[:_FEW]:
            few, many = sorted((other.parties, mention.parties), key=len)
            if not few:
                continue
            if not all(any(self.offices.alike(a, b) for b in many) for a in few):
                continue
            if other.code == mention.code or other.bare or mention.bare:
                return True
            if other.headline != mention.headline:
                return True
        return False

    def _join(self, paper: Paper, mention: Mention) -> None:
        paper.mentions.append(mention)

    def _settle(self, paper: Paper) -> None:
        """Take each value from the mention that says it best: the body before the headline."""
        mentions = sorted(paper.mentions, key=lambda m: (m.headline, m.label))
        stating = [mention for mention in mentions if len(mention.parties) > 1]
        best = max(stating, key=lambda m: (len(m.parties), not m.headline, m.signed, -m.label[0]))
        paper.parties = self._fullest(best, stating)
        named = [m for m in mentions if not m.bare and m.code is not None] or mentions
        first = next((m for m in named if m in stating), named[0])
        paper.code, paper.label = first.code, first.label
        titles = [
            m.title
            for m in mentions
            if m.title is not None
            and m.code == paper.code
            and (not m.bare or (m.named and len(m.parties) > 1 and not m.headline))
        ]
        if titles:
            paper.title = max(titles, key=lambda title: (title[1] - title[0], -title[0]))
        paper.period = next((m.period for m in mentions if m.period is not None), None)
        paper.number = next((m.number for m in mentions if m.number is not None), None)
        paper.planned = all(m.planned for m in mentions)
        paper.planned_at = mentions[0].planned_at
        signed: dict[str, tuple[Named, Named | None]] = {}
        seen: dict[str, Named] = {}
        for mention in mentions:
            for one in mention.signatories:
                signed.setdefault(self._who(one[0]), one)
            for witness in mention.witnesses:
                seen.setdefault(self._who(witness), witness)
        paper.signatories, paper.witnesses = list(signed.values()), list(seen.values())

    def _fullest(self, best: Mention, stating: Sequence[Mention]) -> list[Named]:
        parties: list[Named] = []
        for party in best.parties:
            if not any(self.offices.alike(party, other) for other in parties):
                parties.append(party)
        if len(parties) < _TWO == len(best.parties):
            one, other = best.parties  # "Bộ Y tế và Bộ Y tế ...": one name begins the other
            if self.offices.key(one.start, one.end) != self.offices.key(other.start, other.end):
                return list(best.parties)
        return parties

    def _who(self, named: Named) -> str:
        """Tell people apart by name, and posts without a name by the post."""
        start, end = (named.start, named.end) if named.end > named.start else (named.post or (0, 0))
        return self.view.folded[start:end]

    def _signed(self, paper: Paper, story: Story) -> None:
        """Find when and where a paper was signed: in its own sentence, else in the lead."""
        if paper.planned:
            return
        for mention in paper.mentions:
            if mention.headline or not (mention.signed or mention.parties):
                continue
            start, end = mention.sentence
            start = max(start, min(story.told, end))
            time = self.occasions.date(start, end)
            if time is not None:
                paper.signed = time
                paper.place = self.occasions.place(start, end, time)
                break
        if story.happened is not None and paper.signed is None:
            paper.signed = story.happened
        if paper.place is None and paper.signed is story.happened:
            paper.place = story.place
