"""Findings of one text, put together into an article, agreements and organizations."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from attrs import evolve

from govnews.extraction._capitals import CapitalNames
from govnews.extraction._contents import ProjectFound
from govnews.extraction._credits import Credited, Credits
from govnews.extraction._foot import Foot
from govnews.extraction._grammar import Grammar
from govnews.extraction._labels import Labeled
from govnews.extraction._layout import Layout
from govnews.extraction._ledger import Ledger, Steps
from govnews.extraction._names import Named, Names
from govnews.extraction._offices import Office, Offices
from govnews.extraction._page import Page, Part, Span
from govnews.extraction._story import Paper, Stories, Story
from govnews.extraction._times import Time, Timeline
from govnews.extraction._view import View
from govnews.extraction.finding import Finding
from govnews.issues import Issue
from govnews.model import (
    Agreement,
    AgreementStatus,
    Article,
    Item,
    ListBlock,
    Organization,
    Paragraph,
    PartialDate,
    Period,
    Source,
    Term,
)
from govnews.model.vocabularies import AGREEMENT_KIND

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
        self.view = View(source.text, grammar.pack.fold)
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
        publisher = self._publisher(page)
        story = Stories(self.view, self.grammar, self.names, self.timeline, self.offices).read(page)
        foot = Foot(self.view, self.grammar, self.names, self.offices, layout.kinds.address_like)
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
        self._article(page, story, publisher, credited)
        for record, paper in self.papers:
            self._agreement(record, paper)
        self.offices.report(self.ledger)
        self.story, self.page = story, page
        self._doubts(page, foot.unowned)

    def _stamps(self, page: Page) -> None:
        for line in page.stamps:
            label = self.grammar.label.match(self.view.folded, line.start, line.end)
            role = "published"
            if label is not None:
                role = self.grammar.labels[" ".join(label["label"].split())].role
                role = role if role == "modified" else "published"
            for time in self.timeline.within(line.start, line.end):
                value = time.value
                if isinstance(value, PartialDate) and value.year and value.day:
                    self.ledger.state(self.article_id, (role,), (time.start, time.end), role, value)
                    if role == "published":
                        self.published = time
                    break

    def _publisher(self, page: Page) -> Office | None:
        """Return the office of the header: its own line, and the territory on the next one."""
        layout = Layout(self.view, self.grammar, self.names, self.timeline)
        owners: list[tuple[Span, Named]] = []
        territory: Named | None = None
        titled = [page.title] if page.title is not None else []
        foot = titled if self.grammar.pack.layout.contacts else page.footer
        # A page without a story has no gap between its header and its foot.
        head = page.header or ([] if page.title or page.body else foot)
        top = {line.start for line in head}
        for line in [*page.header, *foot]:
            found = layout.kinds.owners(line)
            if found:
                owners += [(line, named) for named in found]
            elif territory is None and line.start in top:
                territory = layout.kinds.territory(line)
        if not owners:
            return None
        _, named = owners[0]
        extra = None
        if territory is not None:
            extra = self.grammar.key(
                self.view.text[named.start : named.end]
                + " "
                + self.view.text[territory.start : territory.end]
            )
        # The second of two offices in a header is the lower one: "UBND TỈNH A / SỞ B".
        parent: Named | None = None
        if len(owners) > 1 and all(line.start in top for line, _ in owners[:2]):
            parent, named = self._ranked(owners[0][1], owners[1][1], [n for _, n in owners[2:]])
        office = self.offices.office(named, extra_key=extra)
        office.used = True
        for _, other in owners:
            if self.offices.longer(named, other):  # the foot names it more fully
                office = self.offices.join(office, self.offices.office(other))
        if territory is not None:
            office.jurisdiction = self.offices.office(territory)
            office.jurisdiction.used = True
        if parent is not None:
            above = self.offices.office(parent)
            if above is not office:
                office.parent = above
                above.used = True
        return office

    def _ranked(self, first: Named, second: Named, foot: list[Named]) -> tuple[Named, Named]:
        """Return the upper and the lower of two offices in a header.

        The lower one is the one that the foot names again, or else the second, unless that is a
        ministry and the first one is none.
        """
        again = {self.offices.key(one.start, one.end) for one in foot}
        said = [self.offices.key(one.start, one.end) in again for one in (first, second)]
        if said[0] != said[1]:
            return (second, first) if said[0] else (first, second)
        codes = [self.grammar.heads.get(one.head) for one in (first, second)]
        ministry = codes[1] == "ministry" and codes[0] not in ("ministry", "government")
        return (second, first) if ministry else (first, second)

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
            self._date(record, "happened", story.happened)
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

    def _date(self, record: str, name: str, time: Time) -> None:
        """State a date; a day without its year takes it from the publication date, marked."""
        value = time.value
        span = (time.start, time.end)
        published = self.published.value if self.published else None
        if self.given is not None and published is None:
            published = self.given.published
        if (
            isinstance(value, PartialDate)
            and value.year is None
            and value.month is not None
            and isinstance(published, PartialDate)
            and published.year is not None
            and published.month is not None
            and published.day is not None
        ):
            year = published.year
            if (value.month, value.day or 1) > (published.month, published.day):
                year -= 1
            full = PartialDate(year=year, month=value.month, day=value.day)
            ground = f"the year of the publication date {str(published)[:10]}"
            self.ledger.state(record, (name,), span, "date", full, ground=ground)
            return
        self.ledger.state(record, (name,), span, "date", value)

    def _agreement(self, record: str, paper: Paper) -> None:
        ledger = self.ledger
        if paper.title is not None:
            ledger.state(record, ("title",), paper.title, "agreement-title")
        kind = Term(
            label=ledger.line(*paper.label),
            scheme=AGREEMENT_KIND if paper.code else None,
            code=paper.code,
        )
        ledger.state(record, ("kind",), paper.label, "agreement-kind", kind)
        for place, party in enumerate(paper.parties):
            span = (party.start, party.end)
            ledger.state(record, ("parties", place, "name"), span, "party")
            office = self.offices.office(party)
            if office.ref:
                ledger.link(record, ("parties", place, "organization"), office.ref)
        self._signatories(record, paper)
        for place, witness in enumerate(paper.witnesses):
            self._witness(record, place, witness)
        if paper.number is not None:
            ledger.state(record, ("number",), paper.number, "agreement-number")
        if paper.signed is not None:
            self._date(record, "signed", paper.signed)
        if paper.place is not None:
            ledger.state(record, ("place",), (paper.place.start, paper.place.end), "place")
        if paper.period is not None:
            value = paper.period.value
            if isinstance(value, PartialDate):
                value = Period(start=value, end=value)
            ledger.state(
                record, ("period",), (paper.period.start, paper.period.end), "period", value
            )
        self._contents(record, paper)
        if paper.planned and paper.planned_at is not None:
            status = AgreementStatus.PLANNED
            ledger.state(record, ("status",), paper.planned_at, "planned", status)

    def _signatories(self, record: str, paper: Paper) -> None:
        counts: dict[int, int] = {}
        loose = 0
        for person, office in paper.signatories:
            place = self._side(paper, office, person)
            if place is None:
                at: Steps = ("signatories", loose)
                loose += 1
            else:
                number = counts.get(place, 0)
                counts[place] = number + 1
                at = ("parties", place, "signatories", number)
            self._person(record, at, person)

    def _side(self, paper: Paper, office: Named | None, person: Named) -> int | None:
        """Return the party that a person signed for, as the office or a short form in the post."""
        if office is None:
            said = f" {self.offices.key(*person.post)} " if person.post else ""
            for place, party in enumerate(paper.parties):
                rest = self.view.trim(party.start + len(party.head), party.end)
                for span in (party.alias, rest if party.head else None):
                    short = self.offices.key(*span) if span is not None else ""
                    if said and len(short) > 2 and f" {short} " in said:
                        return place
            return None
        for place, party in enumerate(paper.parties):
            if party is office or self.offices.alike(party, office):
                return place
        return None

    def _person(self, record: str, at: Steps, person: Named) -> None:
        if person.end > person.start:
            self.ledger.state(record, (*at, "name"), (person.start, person.end), "person")
        if person.honorific:
            self.ledger.state(record, (*at, "honorific"), person.honorific, "person")
        if person.post:
            self.ledger.state(record, (*at, "post"), person.post, "post")

    def _witness(self, record: str, place: int, witness: Named) -> None:
        at = ("witnesses", place)
        if witness.sort == "person":
            self._person(record, (*at, "person"), witness)
        else:
            self.ledger.state(
                record, (*at, "office", "name"), (witness.start, witness.end), "witness"
            )

    def _contents(self, record: str, paper: Paper) -> None:
        ledger = self.ledger
        if paper.fields is not None:
            # "cooperation in Port Merrin" says where, and no field.
            spans = [span for span in paper.fields.items if not _within(span, paper.place)]
            for place, span in enumerate(spans):
                ledger.state(
                    record, ("fields", place), span, "field", Term(label=ledger.line(*span))
                )
            if paper.fields.count is not None:
                number, span = paper.fields.count
                ledger.state(record, ("field_count",), span, "field-count", number)
                if number != len(spans):
                    self.note(
                        Issue(
                            "extract.field-count",
                            f"The text says {number} fields of cooperation, "
                            f"{len(spans)} were read.",
                            self._place_of(record),
                        )
                    )
        for place, span in enumerate(paper.objectives):
            ledger.state(record, ("objectives", place), span, "objective", self.view.exact(*span))
        for place, project in enumerate(paper.projects):
            self._project(record, ("projects", place), project)

    def _place_of(self, record: str) -> str:
        """Return the path of a record's fields; where the bundle holds more, only its root."""
        place = [ref for ref, _ in self.papers].index(record)
        return "$" if self.given is not None else f"$.agreements[{place}].fields"

    def _project(self, record: str, at: Steps, project: ProjectFound) -> None:
        ledger = self.ledger
        ledger.state(record, (*at, "title"), project.title, "project")
        ledger.state(
            record,
            (*at, "kind"),
            project.noun,
            "project-kind",
            Term(label=ledger.line(*project.noun)),
        )
        ledger.state(record, (*at, "stage"), project.title, "project-stage", project.stage)
        if project.count is not None:
            ledger.state(record, (*at, "count_text"), project.count, "project-count")
            if project.number is not None:
                ledger.state(record, (*at, "count"), project.count, "project-count", project.number)
        if project.acronym is not None:
            ledger.state(record, (*at, "acronym"), project.acronym, "acronym")
        if project.other is not None:
            ledger.state(record, (*at, "other_names", 0, "text"), project.other, "other-name")
        if project.scope is not None:
            ledger.state(
                record,
                (*at, "scope"),
                project.scope,
                "scope",
                Term(label=ledger.line(*project.scope)),
            )
        for place, funder in enumerate(project.funders):
            span = (funder.start, funder.end)
            ledger.state(record, (*at, "funders", place, "name"), span, "funder")
            office = self.offices.office(funder)
            if office.ref:
                ledger.link(record, (*at, "funders", place, "organization"), office.ref)

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


def _within(span: tuple[int, int], named: Named | None) -> bool:
    """Whether a span is a name, or a part of it."""
    return named is not None and named.start <= span[0] and span[1] <= named.end


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
