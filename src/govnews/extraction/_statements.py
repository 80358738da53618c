"""What is stated of an agreement: its kind, its sides, those who signed it, and its contents."""

from __future__ import annotations

from collections.abc import Callable

from govnews.extraction._ground.ledger import Ledger, Steps
from govnews.extraction._ground.times import Time
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named
from govnews.extraction._naming.offices import Offices
from govnews.extraction._story.projects import ProjectFound
from govnews.extraction._story.story import Paper
from govnews.issues import Issue
from govnews.model import AgreementStatus, Article, PartialDate, Period, Term
from govnews.model.vocabularies import AGREEMENT_KIND


class Statements:
    """States agreements, and dates, in the ledger."""

    def __init__(
        self,
        view: View,
        ledger: Ledger,
        offices: Offices,
        note: Callable[[Issue], None],
        given: Article | None,
        published: PartialDate | Period | None,
    ) -> None:
        self.view, self.ledger, self.offices = view, ledger, offices
        self.note, self.given, self.published = note, given, published

    def date(self, record: str, name: str, time: Time) -> None:
        """State a date; a day without its year takes it from the publication date, marked."""
        value = time.value
        span = (time.start, time.end)
        published = self.published
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

    def agreement(self, record: str, paper: Paper, fields: str) -> None:
        """State an agreement; `fields` is the path of its fields in the bundle."""
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
            self.date(record, "signed", paper.signed)
        if paper.place is not None:
            ledger.state(record, ("place",), (paper.place.start, paper.place.end), "place")
        if paper.period is not None:
            value = paper.period.value
            if isinstance(value, PartialDate):
                value = Period(start=value, end=value)
            ledger.state(
                record, ("period",), (paper.period.start, paper.period.end), "period", value
            )
        self._contents(record, paper, fields)
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

    def _contents(self, record: str, paper: Paper, fields: str) -> None:
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
                            fields,
                        )
                    )
        for place, span in enumerate(paper.objectives):
            ledger.state(record, ("objectives", place), span, "objective", self.view.exact(*span))
        for place, project in enumerate(paper.projects):
            self._project(record, ("projects", place), project)

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


def _within(span: tuple[int, int], named: Named | None) -> bool:
    """Whether a span is a name, or a part of it."""
    return named is not None and named.start <= span[0] and span[1] <= named.end
