"""The facts of a bundle as short sections: labels and the words behind them, form aside."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from govnews.model import ContactKind
from govnews_text._told import Teller


@frozen
class Said:
    """Some words, and where they lead.

    Args:
        text: The words; of several lines where the value is.
        href: The address behind them.
    """

    text: str
    href: str | None = None


@frozen
class Fact:
    """A label and what stands behind it.

    Args:
        label: The label.
        values: One value, or a list of them.
        numbered: Whether the list is numbered.
        listed: Whether even one value is a list.
    """

    label: str
    values: tuple[Said, ...]
    numbered: bool = False
    listed: bool = False


@frozen
class Section:
    """What there is to say of one record besides its story."""

    title: str
    facts: tuple[Fact, ...]


def of_article(article: Teller) -> Section:
    """Tell what a story's head and body do not."""
    words = article.words
    facts = [
        _plain(article, "kind"),
        _plain(article, "happened"),
        _plain(article, "place"),
        _plain(article, "published"),
        _plain(article, "modified"),
        _plain(article, "created"),
        _plain(article, "embargo"),
        _plain(article, "expires"),
        _list(words["authors"], (_author(author) for author in article.each("authors"))),
        _one(words["credited_to"], article.name_of("credited_to")),
        _one(words["publisher"], article.name_of("publisher")),
        _list(words["subjects"], (Said(one.here()) for one in article.each("subjects"))),
        _list(words["sources"], (_link(link) for link in article.each("sources"))),
        _list(words["links"], (_link(link) for link in article.each("links"))),
        _list(words["media"], (_media(media) for media in article.each("media"))),
        _one(words["rights"], _rights(article.one("rights"))),
        _one(words["status"], _joined(article.say("status", "status"), article.say("status_note"))),
        _plain(article, "revision"),
        _list(words["changes"], (_change(change) for change in article.each("changes"))),
        _list(words["identifiers"], (_identifier(one) for one in article.each("alt_ids"))),
    ]
    return _section(words["about"], facts)


def of_agreement(agreement: Teller) -> Section:
    """Tell an agreement."""
    words = agreement.words
    facts = [
        _plain(agreement, "kind"),
        _plain(agreement, "title"),
        _plain(agreement, "number"),
        _list(
            words["parties"], (_party(party) for party in agreement.each("parties")), listed=True
        ),
        _plain(agreement, "signed"),
        _plain(agreement, "place"),
        _list(words["signatories"], (Said(_person(one)) for one in agreement.each("signatories"))),
        _list(words["witnesses"], (_witness(one) for one in agreement.each("witnesses"))),
        _plain(agreement, "period"),
        _plain(agreement, "field_count"),
        _list(
            words["fields"],
            (Said(one.here()) for one in agreement.each("fields")),
            numbered=True,
        ),
        _list(words["objectives"], (Said(one.here()) for one in agreement.each("objectives"))),
        _list(words["commitments"], (Said(one.here()) for one in agreement.each("commitments"))),
        _list(
            words["projects"], (_project(one) for one in agreement.each("projects")), listed=True
        ),
        _one(words["status"], agreement.say("status", "status")),
        _list(words["relations"], (_relation(one) for one in agreement.each("relations"))),
        _list(words["sources"], (_link(link) for link in agreement.each("sources"))),
        _list(words["identifiers"], (_identifier(one) for one in agreement.each("identifiers"))),
    ]
    return _section(words["agreement"], facts)


def of_organization(office: Teller) -> Section:
    """Tell an organization and how to reach it."""
    words = office.words
    facts = [
        _plain(office, "name"),
        _list(words["other_names"], (Said(_name(one)) for one in office.each("other_names"))),
        _plain(office, "kind"),
        _one(words["parent"], office.name_of("parent")),
        _one(words["jurisdiction"], office.name_of("jurisdiction")),
        *(_address(one) for one in office.each("addresses")),
        *(_contact(one) for one in office.each("contacts")),
        *(_responsible(one) for one in office.each("responsible")),
        _one(words["license"], _license(office.one("license"))),
        _one(words["rights"], _rights(office.one("rights"))),
        _plain(office, "description"),
        _plain(office, "valid"),
        _list(words["succession"], (_succession(one) for one in office.each("succession"))),
        _list(words["identifiers"], (_identifier(one) for one in office.each("identifiers"))),
    ]
    return _section(words["organization"], facts)


# -- sections and facts ------------------------------------------------------------------------


def _section(title: str, facts: Iterable[Fact | None]) -> Section:
    return Section(title, tuple(fact for fact in facts if fact is not None))


def _plain(record: Teller, name: str) -> Fact | None:
    return _one(record.words[name], record.say(name))


def _one(label: str, said: str, href: str | None = None) -> Fact | None:
    return Fact(label, (Said(said, href),)) if said else None


def _list(
    label: str, values: Iterable[Said], *, numbered: bool = False, listed: bool = False
) -> Fact | None:
    said = tuple(value for value in values if value.text or value.href)
    return Fact(label, said, numbered=numbered, listed=listed) if said else None


def _joined(*parts: str, by: str = "; ") -> str:
    said: list[str] = []
    for part in filter(None, parts):
        if said:
            said.append(" " if by == "; " and said[-1].endswith(".") else by)
        said.append(part)
    return "".join(said)


def _after(words: str, said: str, by: str = " ") -> str:
    """Words before a value, or nothing where there is no value."""
    return f"{words}{by}{said}" if said else ""


def _bracketed(name: str, *more: str) -> str:
    inner = _joined(*more)
    return f"{name} ({inner})" if name and inner else name or inner


# -- values of records -------------------------------------------------------------------------


def _party(party: Teller) -> Said:
    words = party.words
    return Said(
        _bracketed(
            party.say("name"),
            party.say("role", "role"),
            _after(words["signed_on"], party.say("signed")),
            _after(
                words["signed_by"],
                _joined(*(_person(one) for one in party.each("signatories"))),
                by=": ",
            ),
        )
    )


def _person(person: Teller | None) -> str:
    if person is None:
        return ""
    name = _joined(person.say("honorific"), person.say("name"), by=" ")
    contacts = (one.say("text") for one in person.each("contacts"))
    return _bracketed(_joined(name, person.say("post"), by=", "), *contacts)


def _witness(witness: Teller) -> Said:
    return Said(_joined(_person(witness.one("person")), witness.say("office"), by=", "))


def _project(project: Teller) -> Said:
    words = project.words
    title, kind, scope = (project.say(name) for name in ("title", "kind", "scope"))
    count = project.say("count")
    count_text = project.say("count_text")
    return Said(
        _bracketed(
            title,
            "" if kind in title else kind,
            count if count == count_text else _joined(count, count_text, by=", "),
            _after(words["acronym"], project.say("acronym")),
            _after(words["also"], _joined(*map(_name, project.each("other_names")), by=", ")),
            project.say("stage", "stage"),
            _after(
                words["funders"], _joined(*(o.here() for o in project.each("funders")), by=", ")
            ),
            _after(
                words["partners"], _joined(*(o.here() for o in project.each("partners")), by=", ")
            ),
            "" if scope in title else scope,
            project.say("place"),
            project.say("period"),
        )
    )


def _relation(relation: Teller) -> Said:
    title = relation.say("title") or relation.name_of("target")
    return Said(_joined(relation.say("relation", "relation"), title, by=" "))


def _name(name: Teller) -> str:
    return _bracketed(name.say("text"), name.say("kind"), name.say("valid"))


def _author(author: Teller) -> Said:
    name = _bracketed(author.say("name"), author.say("role"), author.name_of("organization"))
    return Said(_joined(name, author.say("email"), by=", "), author.say("url") or None)


def _link(link: Teller) -> Said:
    return Said(link.say("title"), link.say("href") or None)


def _media(media: Teller) -> Said:
    words = _joined(media.say("title"), media.say("caption"), media.say("alt"), by=" – ")
    said = _bracketed(words, media.say("credit"), _rights(media.one("rights")))
    # The bytes of a picture are no address that anybody could follow.
    inside = media.value.href[:5].lower() == "data:"
    return Said(said, None if inside else media.say("href") or None)


def _change(change: Teller) -> Said:
    said = _joined(change.say("on"), change.say("kind"), change.say("revision"), by=", ")
    return Said(_joined(said, change.say("note"), by=": "))


def _identifier(identifier: Teller) -> Said:
    return Said(_joined(identifier.say("scheme"), identifier.say("value"), by=": "))


def _rights(rights: Teller | None) -> str:
    if rights is None:
        return ""
    notice = rights.say("notice")
    parts = [notice]
    holder, year = rights.say("holder"), rights.say("year")
    if holder not in notice:
        parts.append(_after(rights.words["holder"], holder))
    if year not in notice:
        parts.append(year)
    return _joined(*parts, rights.say("terms"), _license(rights.one("license")))


def _license(license: Teller | None) -> str:
    if license is None:
        return ""
    text = license.say("text")
    details = (license.say(name) for name in ("number", "issuer", "issued", "code", "url"))
    return _bracketed(text, *(detail for detail in details if detail not in text))


def _address(address: Teller) -> Fact | None:
    said = _bracketed(address.say("text"), address.say("valid"))
    for name in ("lines", "postal_code"):
        if _within(getattr(address.value, name), address.value.text):
            address.mark(name)
    for unit in address.each("units"):
        if unit.value.name in address.value.text:
            unit.mark("name")
    return _one(address.say("label") or address.words["address"], said)


def _within(value: str | tuple[str, ...] | None, text: str) -> bool:
    parts = (value,) if isinstance(value, str) else value or ()
    return all(part in text for part in parts)


def _contact(contact: Teller) -> Fact | None:
    value = contact.value
    label = contact.say("label")
    if not label:
        label = contact.words[f"contact.{value.kind}"]
        contact.mark("kind")
    text = contact.say("text")
    if value.value == value.text:
        contact.mark("value")
    said = _bracketed(text, contact.say("hours"), contact.say("valid"))
    return _one(label, said, _address_of(contact) if said == text else None)


def _address_of(contact: Teller) -> str | None:
    """Return what a contact point links to, where its reading is certain."""
    value = contact.value
    if value.value is None:
        return None
    match value.kind:
        case ContactKind.EMAIL:
            return f"mailto:{value.value}"
        case ContactKind.WEB | ContactKind.FORM | ContactKind.SOCIAL:
            contact.mark("value")
            return str(value.value)
    return None


def _responsible(responsible: Teller) -> Fact | None:
    said = _joined(_person(responsible.one("person")), responsible.say("office"), by=", ")
    return _one(responsible.say("role") or responsible.words["responsible"], said)


def _succession(succession: Teller) -> Said:
    name = succession.name_of("organization")
    return Said(_bracketed(_joined(succession.say("relation"), name, by=" "), succession.say("on")))
