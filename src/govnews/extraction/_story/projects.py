"""The projects that a story tells of: named ones, and counts of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import field, mutable

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.sentences import Sentences
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._page.parts import Part
from govnews.model import ProjectStage

Range = tuple[int, int]

_EDGE: Final = ' \n\r\t,;:.-"'
_BRACKET: Final = re.compile(r"\s{0,3}\((?P<inside>[^()\n]{2,80})\)")
_QUOTED: Final = re.compile(r"\s{0,3}\"(?P<inside>[^\"\n]{2,200})\"")
_LONGEST_PROJECT: Final = 300


@mutable(eq=False)
class ProjectFound:
    """A project, or a count of unnamed ones."""

    noun: Range
    title: Range
    stage: ProjectStage
    count: Range | None = None
    number: int | None = None
    acronym: Range | None = None
    other: Range | None = None
    scope: Range | None = None
    funders: list[Named] = field(factory=list)


class Projects:
    """Reads the projects of a story."""

    def __init__(self, view: View, grammar: Grammar, names: Names, sentences: Sentences) -> None:
        self.view, self.grammar, self.names = view, grammar, names
        self.sentences = sentences
        self.folded = view.folded

    def read(self, parts: list[Part]) -> list[ProjectFound]:
        """Return the projects that a story tells of."""
        found: list[ProjectFound] = []
        for part in parts:
            if part.role in ("paragraph", "lead", "item"):
                for start, end in self.sentences.of(part.start, part.end):
                    if self.grammar.together.search(self.folded, start, end):
                        found += self._projects(start, end)
        return found

    def _stage(self, start: int, at: int, end: int) -> ProjectStage:
        past = self.grammar.past.search(self.folded, start, end)
        ahead = self.grammar.ahead.search(self.folded, start, end)
        if ahead is not None and (past is None or ahead.start() < past.start()):
            return ProjectStage.PLANNED
        return ProjectStage.PAST if past is not None else ProjectStage.UNKNOWN

    def _projects(self, start: int, end: int) -> Iterator[ProjectFound]:
        verb = self.grammar.project_verb.search(self.folded, start, end)
        if verb is None:
            return
        at = verb.end()
        stage = self._stage(start, at, end)
        if stage is ProjectStage.UNKNOWN:
            return
        while True:
            noun = self.grammar.noun.search(self.folded, at, end)
            if noun is None:
                return
            project: ProjectFound | None
            counted = self.grammar.counted.match(
                self.folded, self._count_start(noun.start(), start), end
            )
            if counted is not None and counted.start("noun") == noun.start():
                project = self._counted(counted, end, stage)
            else:
                project = self._named(noun, end, stage)
            if project is None:
                at = noun.end()
                continue
            self._funders(project, end)
            yield project
            at = max(project.title[1], noun.end())

    def _count_start(self, noun: int, start: int) -> int:
        """Return where the count word before a noun would begin."""
        before = self.folded[max(start, noun - 24) : noun]
        words = before.split()
        for size in (1, 2, 3):
            if len(words) < size:
                break
            tail = words[-size]
            at = self.folded.rfind(tail, max(start, noun - 24), noun)
            if at >= 0 and self.grammar.counted.match(self.folded, at):
                return at
        return noun

    def _counted(self, match: re.Match[str], end: int, stage: ProjectStage) -> ProjectFound:
        stop = self._title(match.end("noun"), end)
        words = match["count"]
        joiner = self._next_count(match.end("noun"), stop)
        title = self.view.trim(match.start("noun"), joiner, _EDGE)
        project = ProjectFound(
            noun=match.span("noun"), title=title, stage=stage, count=match.span("count")
        )
        if words[0].isdigit():
            project.number = int(words.replace(".", ""))
        scope = self.grammar.scope.search(self.folded, *title)
        if scope is not None:
            project.scope = (scope.start(), title[1])
        return project

    def _next_count(self, at: int, end: int) -> int:
        """Return where another counted thing begins after "and"."""
        for joiner in self.grammar.joined.finditer(self.folded, at, end):
            following = self.names.skip_blank(joiner.end(), end)
            if self.grammar.counted.match(self.folded, following):
                return joiner.start()
        return end

    def _title(self, at: int, end: int) -> int:
        stop = self.grammar.project_stop.search(self.folded, at, min(end, at + _LONGEST_PROJECT))
        return stop.start() if stop else min(end, at + _LONGEST_PROJECT)

    def _named(self, noun: re.Match[str], end: int, stage: ProjectStage) -> ProjectFound | None:
        quoted = _QUOTED.match(self.folded, noun.end(), end)
        if quoted is not None:
            project = ProjectFound(noun=noun.span(), title=quoted.span("inside"), stage=stage)
            after = quoted.end()
        else:
            stop = self._title(noun.end(), end)
            title = self.view.trim(noun.end(), stop, _EDGE)
            if len(self.folded[title[0] : title[1]].split()) < 3:
                return None
            project = ProjectFound(noun=noun.span(), title=title, stage=stage)
            after = stop
        bracket = _BRACKET.match(self.folded, after, end)
        if bracket is not None:
            inside = self.view.text[slice(*bracket.span("inside"))]
            if inside.isupper() and " " not in inside:
                project.acronym = bracket.span("inside")
            else:
                project.other = bracket.span("inside")
        elif quoted is None:
            return None
        return project

    def _funders(self, project: ProjectFound, end: int) -> None:
        limit = self.folded.find(";", project.title[1], end)
        limit = min(end if limit < 0 else limit, project.title[1] + 200)
        for before, after in self.grammar.funded:
            cue = before.search(self.folded, project.title[1], limit)
            if cue is None:
                continue
            named = self.names.party(cue.end(), limit)
            if named is None or named.sort == "person":
                continue
            close = self.names.skip_blank(named.after, limit)
            if after is None or after.match(self.folded, close, limit):
                project.funders.append(named)
                return
