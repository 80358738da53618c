"""Findings of one text, put together into an article, agreements and organizations."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from attrs import evolve

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.ledger import Ledger
from govnews.extraction._ground.times import Time, Timeline
from govnews.extraction._ground.view import View
from govnews.extraction._naming.capitals import CapitalNames
from govnews.extraction._naming.names import Names
from govnews.extraction._naming.offices import Office, Offices
from govnews.extraction._page.credits import Credited, Credits
from govnews.extraction._page.foot import Foot
from govnews.extraction._page.labels import Labeled
from govnews.extraction._page.layout import Layout
from govnews.extraction._page.masthead import Masthead
from govnews.extraction._page.parts import Page, Part, Span
from govnews.extraction._statements import Statements
from govnews.extraction._story.story import Stories, Story
from govnews.extraction.finding import Finding
from govnews.issues import Issue
from govnews.model import (
    Agreement,
    Article,
    Item,
    ListBlock,
    Organization,
    Paragraph,
    PartialDate,
    Source,
)

_ARTICLE: Final = "#article-1"
_FILLED: Final = (
    "lang",
    "place",
    "happened",
    "byline",
    "authors",
    "credit",
    "credited_to",
    "published",
    "agreements",
)
"""Fields of an article that is given which facts may fill."""


class Assembly:
    """Runs the stages over one text and builds its records."""

    def __init__(
        self,
        source: Source,
        grammar: Grammar,
        language: str,
        *,
        stated: bool,
        article: Article | None,
        note: Callable[[Issue], None],
        mint: Callable[[str], str] | None = None,
    ) -> None:
        self.source, self.grammar, self.language = source, grammar, language
        self.stated, self.given, self.note = stated, article, note
        self.view = View(source.text, grammar.pack.fold, grammar.lexicon.read)
        self.ledger = Ledger(source, self.view, grammar.pack.name)
        self.names = (CapitalNames if grammar.pack.names.heads_last else Names)(self.view, grammar)
        self.timeline = Timeline(self.view.folded, grammar.times)
        self.offices = Offices(self.view, grammar)
        self.mint = mint or _counter()
        self.article_id = article.id if article is not None else _ARTICLE
        self.published: Time | None = None
        self._run()

    def findings(self) -> tuple[Finding, ...]:
        """Return all findings, in the order the stages made them."""
        return self.ledger.findings()

    # -- the stages ------------------------------------------------------------------------

    def _run(self) -> None:
        layout = Layout(self.view, self.grammar, self.names, self.timeline)
        page = layout.page() if self.given is None else layout.story(self.given.title)
        self._stamps(page)
        masthead = Masthead(self.view, self.grammar, self.offices, layout.kinds)
        publisher = masthead.publisher(page)
        story = Stories(self.view, self.grammar, self.names, self.timeline, self.offices).read(page)
        foot = Foot(self.view, self.grammar, self.names, self.offices, layout.kinds)
        if self.published is not None:
            foot.contacts.asof = str(self.published.value)[:10]
        self._use_parties(story)
        credited = Credits(
            self.view,
            self.grammar,
            self.names,
            self.offices,
            self.timeline,
            self.ledger,
            self.article_id,
        ).read(page)
        spoken = [Span(part.start, part.end) for part in page.body]
        publisher = foot.read(
            [*page.header, *page.footer], publisher, spoken, credited[0] if credited else None
        )
        self.offices.number(self.mint)
        self.papers = [(self.mint("agreement"), paper) for paper in story.papers]
        self.statements = Statements(
            self.view,
            self.ledger,
            self.offices,
            self.note,
            self.given,
            self.published.value if self.published is not None else None,
        )
        self._article(page, story, publisher, credited)
        for place, (record, paper) in enumerate(self.papers):
            fields = "$" if self.given is not None else f"$.agreements[{place}].fields"
            self.statements.agreement(record, paper, fields)
        self.offices.report(self.ledger)
        self.story, self.page = story, page
        self._doubts(page, foot.unowned)

    def _stamps(self, page: Page) -> None:
        title = page.title.start if page.title is not None else 0
        below = [line for line in page.stamps if line.start > title and self._dated(line)]
        # Above the title stands the clock of the site, where a date stands below it as well.
        for line in below or page.stamps:
            label = self.grammar.label.match(self.view.folded, line.start, line.end)
            role = "published"
            if label is not None:
                role = self.grammar.labels[" ".join(label["label"].split())].role
                role = role if role == "modified" else "published"
            for time in self.timeline.within(line.start, line.end):
                value = time.value
                if isinstance(value, PartialDate) and value.year and value.day:
                    if role == "published" and self.published is not None:
                        role = "modified"  # the day after the first one
                    self.ledger.state(self.article_id, (role,), (time.start, time.end), role, value)
                    if role == "published":
                        self.published = time
                    break

    def _dated(self, line: Span) -> bool:
        """Whether a line holds a whole date."""
        return any(
            isinstance(time.value, PartialDate) and time.value.year and time.value.day
            for time in self.timeline.within(line.start, line.end)
        )

    def _use_parties(self, story: Story) -> None:
        for paper in story.papers:
            for party in paper.parties:
                self.offices.office(party).used = True
            for project in paper.projects:
                for funder in project.funders:
                    self.offices.office(funder).used = True

    # -- records ---------------------------------------------------------------------------

    def _article(
        self, page: Page, story: Story, publisher: Office | None, credited: Credited | None
    ) -> None:
        ledger, record = self.ledger, self.article_id
        if page.title is not None:
            ledger.state(record, ("title",), (page.title.start, page.title.end), "title")
        if self.stated:
            ledger.link(record, ("lang",), self.language)
        else:
            ground = "the letters and small words of the text"
            ledger.infer(record, ("lang",), self.language, "language", ground)
        if self.given is None:
            self._body(page)
        if story.happened is not None:
            self.statements.date(record, "happened", story.happened)
        if story.place is not None:
            ledger.state(record, ("place",), (story.place.start, story.place.end), "place")
        if publisher is not None and publisher.ref:
            ledger.link(record, ("publisher",), publisher.ref)
        if credited is not None:
            office, span = credited
            ledger.state(record, ("credited_to",), span, "credit-line", office.ref)
        if self.papers:
            ledger.link(record, ("agreements",), tuple(ref for ref, _ in self.papers))

    def _body(self, page: Page) -> None:
        place = 0
        items: list[Part] = []
        for part in [*page.body, None]:
            if part is not None and part.role == "item":
                items.append(part)
                continue
            if items:
                self._list(place, items)
                items, place = [], place + 1
            if part is not None:
                text = self.ledger.line(part.start, part.end)
                role = None if part.role == "paragraph" else part.role
                block = Paragraph.of(text, role=role)
                self.ledger.state(
                    self.article_id, ("body", place), (part.start, part.end), "paragraph", block
                )
                place += 1

    def _list(self, place: int, items: list[Part]) -> None:
        block = ListBlock(
            items=tuple((Paragraph.of(self.ledger.line(i.start, i.end)),) for i in items),
            ordered=items[0].number is not None,
            start=items[0].number or 1,
        )
        span = (items[0].start, items[-1].end)
        self.ledger.state(self.article_id, ("body", place), span, "list", block)

    # -- out -------------------------------------------------------------------------------

    def _doubts(self, page: Page, unowned: Labeled | None) -> None:
        if unowned is not None:
            words = self.view.exact(unowned.start, unowned.end)
            self.note(
                Issue(
                    "extract.no-owner",
                    f"{words!r} is a way to reach somebody, but the page names no office for it.",
                )
            )
        for time in self.timeline.times:
            words = self.view.exact(time.start, time.end) if time.value is None else ""
            if time.means == "unclear":
                self.note(
                    Issue(
                        "extract.unclear-date",
                        f"{words!r} can be read with the day or with the month first; it is kept "
                        "as text alone.",
                    )
                )
            elif time.value is None and time.means != "nothing":
                self.note(
                    Issue(
                        "extract.no-such-time",
                        f"{words!r} names no time that exists; it is kept as text alone.",
                    )
                )
        if self.ledger.folded:
            self.note(
                Issue("text.folded", "Line breaks or control characters in values became blanks.")
            )

    def records(self) -> tuple[Item, ...]:
        """Build the article, the agreements and the organizations."""
        kinds: dict[str, type[Any]] = {self.article_id: Article}
        kinds |= {ref: Agreement for ref, _ in self.papers}
        kinds |= {office.ref: Organization for office in self.offices.all}
        article, *others = self.ledger.build(kinds)
        if self.given is not None and isinstance(article, Article):
            return (_filled(self.given, article), *others)
        if self.page.title is None and not self.page.body and not self.page.credits:
            return tuple(others) or (article,)  # a page of contacts tells no story
        return (article, *others)


def _counter() -> Callable[[str], str]:
    """Return a mint that counts from one: ``"#agreement-1"``."""
    counts: dict[str, int] = {}

    def mint(sort: str) -> str:
        counts[sort] = counts.get(sort, 0) + 1
        return f"#{sort}-{counts[sort]}"

    return mint


def _filled(given: Article, read: Article) -> Article:
    """Fill what an article leaves open with what was read; what it states stays."""
    added = {
        name: getattr(read, name)
        for name in _FILLED
        if getattr(given, name) in (None, ()) and getattr(read, name) not in (None, ())
    }
    proofs = tuple(one for one in read.evidence if _root(one.path) in added)
    return evolve(given, **added, evidence=given.evidence + proofs)


def _root(path: str) -> str:
    return re.split(r"[.\[]", path[2:], maxsplit=1)[0]
