"""An agreement on a page."""

from __future__ import annotations

from govnews.issues import Path
from govnews.model import (
    Agreement,
    AgreementStatus,
    Party,
    PartyRole,
    Project,
    ProjectStage,
    Witness,
)
from govnews_html._markup import (
    NOTHING,
    Html,
    bullets,
    date,
    element,
    escape,
    isolated,
    join,
    moment,
    period,
    prose,
)
from govnews_html._page_parts import Desk, direction


def agreement(desk: Desk, one: Agreement, where: Path, *, level: int) -> Html:
    """Return an agreement: its parties, its period, what it is about, who signed it."""
    desk = desk.within(one.lang)
    labels = desk.labels
    title = escape(one.title) if one.title is not None else escape(labels["agreement"])
    status = (
        NOTHING if one.status is AgreementStatus.UNKNOWN else escape(labels.value(one.status.value))
    )
    values = desk.rows(
        [
            (labels["kind"], desk.term(one.kind)),
            (labels["number"], NOTHING if one.number is None else isolated(one.number)),
            (labels["parties"], bullets([_party(desk, party) for party in one.parties])),
            (labels["signatories"], desk.people(one.signatories)),
            (labels["witnesses"], bullets([_witness(desk, who) for who in one.witnesses])),
            (labels["signed"], NOTHING if one.signed is None else moment(one.signed, labels)),
            (labels["place"], NOTHING if one.place is None else isolated(one.place)),
            (labels["period"], NOTHING if one.period is None else period(one.period, labels)),
            (labels["status"], status),
            (labels["fields"], bullets(map(desk.term, one.fields), "ol")),
            (labels["field_count"], _number(one.field_count)),
            (labels["objectives"], join(map(prose, one.objectives))),
            (labels["commitments"], join(map(prose, one.commitments))),
            (labels["projects"], bullets([_project(desk, project) for project in one.projects])),
            (labels["relations"], bullets(_relations(desk, one))),
            (labels["translations"], desk.refer_all(one.translations)),
            (labels["sources"], desk.links(one.sources, where / "sources")),
            (labels["identifiers"], bullets(map(desk.identifier, one.identifiers))),
        ]
    )
    heading = element(f"h{min(6, level)}", title, dir="auto")
    return element(
        "section",
        join([heading, values]),
        class_="panel",
        id=desk.anchors[one.id],
        lang=one.lang,
        dir=None if one.lang is None else direction(one.lang),
        data_id=one.id,
    )


def _number(value: int | None) -> Html:
    return NOTHING if value is None else escape(str(value))


def _party(desk: Desk, party: Party) -> Html:
    parts = [desk.refer(party.organization, party.name)]
    if party.role is not PartyRole.PARTY:
        parts.append(escape(f"({desk.labels.value(party.role.value)})"))
    if party.signed is not None:
        parts.append(Html(f"({date(party.signed, desk.labels)})"))
    return join([join(parts, " "), desk.people(party.signatories)])


def _witness(desk: Desk, witness: Witness) -> Html:
    person = NOTHING if witness.person is None else desk.person(witness.person)
    office = NOTHING if witness.office is None else desk.participant(witness.office)
    return join([person, office], ", ")


def _project(desk: Desk, project: Project) -> Html:
    labels = desk.labels
    named = project.kind is not None and project.kind.label == project.title
    title = join(
        [
            desk.term(project.kind) if named else isolated(project.title),
            NOTHING if project.acronym is None else escape(f"({project.acronym})"),
        ],
        " ",
    )
    count = project.count_text if project.count is None else str(project.count)
    if project.count is not None and project.count_text not in (None, count):
        count = f"{count} ({project.count_text})"
    facts = [
        ("", NOTHING if named else desk.term(project.kind)),
        (labels["count"], NOTHING if count is None else isolated(count)),
        (
            "",
            NOTHING
            if project.stage is ProjectStage.UNKNOWN
            else escape(labels.value(project.stage.value)),
        ),
        (labels["other_names"], join(map(desk.name, project.other_names), "; ")),
        (labels["funders"], desk.participants(project.funders)),
        (labels["partners"], desk.participants(project.partners)),
        (labels["scope"], desk.term(project.scope)),
        (labels["place"], NOTHING if project.place is None else isolated(project.place)),
        ("", NOTHING if project.period is None else period(project.period, labels)),
    ]
    told = [
        Html(f"{escape(label)}: {value}") if label else value for label, value in facts if value
    ]
    line = join(told, " · ")
    return join([title, element("div", line, class_="soft") if line else NOTHING])


def _relations(desk: Desk, one: Agreement) -> list[Html]:
    return [
        join(
            [
                escape(f"{desk.labels.value(relation.relation.value)}:"),
                desk.refer(relation.target, relation.title),
            ],
            " ",
        )
        for relation in one.relations
    ]
