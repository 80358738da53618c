"""The slots of layouts: what each shows of a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from govnews.model import Organization
from govnews_docx import _agreements
from govnews_docx._desk import Desk
from govnews_docx._header_slot import header
from govnews_docx._lines import body_lines
from govnews_docx._words import date_in_words, person_in_words

_RELEASES: Final = frozenset({"press release", "news release", "release"})


def letterhead(desk: Desk) -> None:
    """Show the office that publishes, under the one it belongs to."""
    index, office = desk.office()
    if office is None:
        return
    parent, superior = desk.find(office.parent)
    if superior is not None:
        desk.field("GNOffice", f"$.organizations[{parent}].name", superior.name)
    desk.field("GNIssuer", f"$.organizations[{index}].name", office.name)


def banner(desk: Desk) -> None:
    """Say from when the story may be published."""
    article = desk.article
    if article is None:
        return
    if article.embargo is not None:
        until = date_in_words(article.embargo, vietnamese=desk.vietnamese)
        desk.made("GNBanner", desk.words["embargo"] + until, f"{desk.path}.embargo")
    elif article.kind is not None and article.kind.label.casefold() in _RELEASES:
        desk.made("GNBanner", desk.words["release"], f"{desk.path}.kind")


def kind(desk: Desk) -> None:
    """Show what sort of document it is."""
    if desk.record is not None and desk.record.kind is not None:
        desk.field("GNKind", f"{desk.path}.kind.label", desk.record.kind.label)


def title(desk: Desk) -> None:
    """Show the title."""
    if desk.record is not None and desk.record.title:
        desk.field("GNTitle", f"{desk.path}.title", desk.record.title)


def rule(desk: Desk) -> None:
    """Draw the thin line below the title (Decree 30/2020, I.5)."""
    if desk.record is not None and desk.record.title:
        desk.emitter.rule(0.25)


def _of_article(style: str, name: str) -> Callable[[Desk], None]:
    def show(desk: Desk) -> None:
        value = getattr(desk.article, name, None)
        if value and not desk.says(value):
            desk.field(style, f"{desk.path}.{name}", value)

    return show


def body(desk: Desk) -> None:
    """Show the story."""
    if desk.article is not None:
        for line in body_lines(desk.article.body, desk.emitter.lists):
            desk.emitter.line(desk.path, line)


def about(desk: Desk) -> None:
    """Show what the office says of itself."""
    index, office = desk.office()
    if office is not None and office.description:
        desk.made("GNPart", desk.words["about"] + office.name)
        desk.field("GNBody", f"$.organizations[{index}].description", office.description)


def contacts(desk: Desk) -> None:
    """Show whom to ask: people with their contact points."""
    index, office = desk.office()
    if office is None:
        return
    reached = [
        (number, one.person)
        for number, one in enumerate(office.responsible)
        if one.person is not None and one.person.contacts
    ]
    if reached:
        desk.made("GNPart", desk.words["contacts"])
    for number, person in reached:
        path = f"$.organizations[{index}].responsible[{number}].person"
        desk.made("GNSmall", person_in_words(person), path)
        for place, point in enumerate(person.contacts):
            where = f"{path}.contacts[{place}].text"
            desk.field("GNSmall", where, point.text, desk.words[point.kind.value])


def imprint(desk: Desk) -> None:
    """Show the office's rights, addresses, contact points and responsible ones."""
    index, office = desk.office()
    article = desk.article
    if article is not None and article.rights is not None and article.rights.notice:
        desk.field("GNSmall", f"{desk.path}.rights.notice", article.rights.notice)
    if office is None:
        return
    organization(desk, index, office)


def organization(desk: Desk, index: int, office: Organization) -> None:
    """Show what is known of an office, one line each."""
    path = f"$.organizations[{index}]"
    if office.rights is not None and office.rights.notice:
        desk.field("GNSmall", f"{path}.rights.notice", office.rights.notice)
    for number, address in enumerate(office.addresses):
        label = f"{address.label}: " if address.label else desk.words["address"]
        desk.field("GNSmall", f"{path}.addresses[{number}].text", address.text, label)
    for number, point in enumerate(office.contacts):
        label = f"{point.label}: " if point.label else desk.words[point.kind.value]
        desk.field("GNSmall", f"{path}.contacts[{number}].text", point.text, label)
    for number, one in enumerate(office.responsible):
        whom = person_in_words(one.person) if one.person is not None else ""
        if one.office is not None:
            whom = ", ".join(filter(None, (whom, one.office.name)))
        where = f"{path}.responsible[{number}]"
        desk.made("GNSmall", whom, where, f"{one.role.label}: ")


def end(desk: Desk) -> None:
    """Mark the end of the story."""
    mark = desk.layout.end_mark
    if desk.article is not None and mark and not desk.vietnamese and not desk.says(mark):
        desk.made("GNEnd", mark)


def facts(desk: Desk) -> None:
    """Show the agreements an article announces, or the agreement itself."""
    _agreements.facts(desk)


def signatures(desk: Desk) -> None:
    """Show who signs, side by side."""
    _agreements.signatures(desk)


SHOW: Final[dict[str, Callable[[Desk], None]]] = {
    "header": header,
    "letterhead": letterhead,
    "banner": banner,
    "kind": kind,
    "title": title,
    "subtitle": _of_article("GNSubtitle", "subtitle"),
    "rule": rule,
    "byline": _of_article("GNByline", "byline"),
    "dateline": _of_article("GNDateline", "dateline"),
    "summary": _of_article("GNSummary", "summary"),
    "body": body,
    "credit": _of_article("GNCredit", "credit"),
    "facts": facts,
    "signatures": signatures,
    "about": about,
    "contacts": contacts,
    "imprint": imprint,
    "end": end,
}
