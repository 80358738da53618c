"""An office on a page: names, addresses, contacts, who answers for it."""

from __future__ import annotations

from govnews.model import Address, ContactKind, ContactPoint, Organization, Responsible
from govnews_html._markup import (
    NOTHING,
    Html,
    bullets,
    date,
    element,
    escape,
    join,
    period,
    prose,
)
from govnews_html._page_parts import Desk, direction


def office(desk: Desk, one: Organization, *, level: int) -> Html:
    """Return an office."""
    desk = desk.within(one.lang)
    labels = desk.labels
    values = desk.rows(
        [
            (labels["kind"], desk.term(one.kind)),
            (labels["other_names"], bullets(map(desk.name, one.other_names))),
            (labels["parent"], desk.refer(one.parent)),
            (labels["jurisdiction"], desk.refer(one.jurisdiction)),
            *_contacts(desk, one.contacts),
            (labels["responsible"], bullets([_responsible(desk, who) for who in one.responsible])),
            (labels["license"], desk.license(one.license)),
            (labels["rights"], desk.rights(one.rights)),
            (labels["valid"], NOTHING if one.valid is None else period(one.valid, labels)),
            (labels["succession"], bullets(_succession(desk, one))),
            (labels["identifiers"], bullets(map(desk.identifier, one.identifiers))),
        ]
    )
    parts = [
        element(f"h{min(6, level)}", escape(one.name), dir="auto"),
        NOTHING if one.description is None else prose(one.description),
        *[_address(desk, address) for address in one.addresses],
        values,
    ]
    return element(
        "section",
        join(parts),
        class_="panel",
        id=desk.anchors[one.id],
        lang=one.lang,
        dir=None if one.lang is None else direction(one.lang),
        data_id=one.id,
    )


def _address(desk: Desk, address: Address) -> Html:
    parts = [NOTHING if address.label is None else Html(f"{escape(address.label)}:")]
    parts.append(Html("<br>".join(escape(line) for line in address.text.split("\n"))))
    if address.valid is not None:
        parts.append(Html(f"({period(address.valid, desk.labels)})"))
    return element("address", join(parts, " "), dir="auto")


_KINDS = {
    ContactKind.PHONE: "phone",
    ContactKind.TEXTPHONE: "phone",
    ContactKind.FAX: "fax",
    ContactKind.EMAIL: "email",
    ContactKind.WEB: "web",
    ContactKind.SOCIAL: "web",
    ContactKind.FORM: "web",
}


def _contacts(desk: Desk, contacts: tuple[ContactPoint, ...]) -> list[tuple[str, Html]]:
    """Return contacts by kind, each kind where its first one stood."""
    kinds = dict.fromkeys(_KINDS.get(point.kind, "contact") for point in contacts)
    return [
        (
            desk.labels[kind],
            join(
                [
                    element("div", desk.contact(point))
                    for point in contacts
                    if _KINDS.get(point.kind, "contact") == kind
                ]
            ),
        )
        for kind in kinds
    ]


def _responsible(desk: Desk, who: Responsible) -> Html:
    person = NOTHING if who.person is None else desk.person(who.person)
    of = NOTHING if who.office is None else desk.participant(who.office)
    return Html(f"{desk.term(who.role)}: {join([person, of], ', ')}")


def _succession(desk: Desk, one: Organization) -> list[Html]:
    return [
        join(
            [
                Html(f"{desk.term(link.relation)}: {desk.refer(link.organization)}"),
                NOTHING if link.on is None else Html(f"({date(link.on, desk.labels)})"),
            ],
            " ",
        )
        for link in one.succession
    ]
