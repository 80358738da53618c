"""The three pages of ``govnews inspect``: the story, the agreement, the office."""

from __future__ import annotations

from govnews.cli._sheet import Sheet
from govnews.model import (
    Address,
    Agreement,
    AgreementStatus,
    Article,
    ContactPoint,
    Organization,
    PartialDate,
    PartyRole,
    Period,
    Person,
    Project,
    ProjectStage,
    Responsible,
    Term,
    Witness,
)


def story_page(sheet: Sheet, article: Article) -> None:
    """Write what an article says."""
    sheet.open("Story", article)
    if article.title is not None:
        sheet.headline(article.title, "$.title")
    for field in ("subtitle", "summary", "dateline", "byline", "lang"):
        sheet.row(_LABELS.get(field, field), getattr(article, field), f"$.{field}")
    sheet.row("kind", _term(article.kind), "$.kind", "$.kind.label")
    sheet.row("happened", _date(article.happened), "$.happened")
    sheet.row("place", article.place, "$.place")
    if article.published is None:
        sheet.note("published", "not stated")
    for field in ("published", "modified", "created", "embargo", "expires", "status"):
        sheet.row(field, _date(getattr(article, field)), f"$.{field}")
    sheet.row("publisher", sheet.named(article.publisher), "$.publisher")
    sheet.row("credit", article.credit, "$.credit")
    sheet.row("credited to", sheet.named(article.credited_to), "$.credited_to")
    for at, author in enumerate(article.authors):
        name = author.name or author.email or author.url
        sheet.row("author", name, f"$.authors[{at}].name", f"$.authors[{at}]")
    if article.rights is not None:
        sheet.row("rights", article.rights.notice, "$.rights.notice", "$.rights")
    for at, subject in enumerate(article.subjects):
        sheet.row("subject", _term(subject), f"$.subjects[{at}]", f"$.subjects[{at}].label")
    if article.body:
        count = len(article.body)
        words = article.word_count
        blocks = "1 block" if count == 1 else f"{count:,} blocks"
        sheet.note("body", f"{blocks}, {words:,} words")


def agreement_page(sheet: Sheet, agreement: Agreement) -> None:
    """Write what an agreement says."""
    sheet.open("Agreement", agreement)
    if agreement.title is not None:
        sheet.headline(agreement.title, "$.title")
    sheet.row("kind", _term(agreement.kind), "$.kind", "$.kind.label", "$.kind.code")
    sheet.row("number", agreement.number, "$.number")
    for at, party in enumerate(agreement.parties):
        role = "" if party.role is PartyRole.PARTY else f" ({party.role})"
        path = f"$.parties[{at}]"
        sheet.row("party", party.name + role, f"{path}.name", path)
        for place, person in enumerate(party.signatories):
            here = f"{path}.signatories[{place}]"
            sheet.row("  signed by", _person(person), here, f"{here}.name", f"{here}.post")
    for at, person in enumerate(agreement.signatories):
        path = f"$.signatories[{at}]"
        sheet.row("signed by", _person(person), path, f"{path}.name", f"{path}.post")
    for at, witness in enumerate(agreement.witnesses):
        path = f"$.witnesses[{at}]"
        sheet.row("witness", _witness(witness), path, f"{path}.person.name", f"{path}.office.name")
    sheet.row("signed", _date(agreement.signed), "$.signed")
    sheet.row("place", agreement.place, "$.place")
    sheet.row("period", _date(agreement.period), "$.period")
    if agreement.status is not AgreementStatus.UNKNOWN:
        sheet.row("status", agreement.status, "$.status")
    _fields(sheet, agreement)
    for at, objective in enumerate(agreement.objectives):
        sheet.row("objective", objective, f"$.objectives[{at}]")
    for at, commitment in enumerate(agreement.commitments):
        sheet.row("commitment", commitment, f"$.commitments[{at}]")
    for at, project in enumerate(agreement.projects):
        _project(sheet, project, f"$.projects[{at}]")
    for at, relation in enumerate(agreement.relations):
        sheet.row(str(relation.relation), relation.title or relation.target, f"$.relations[{at}]")


def office_page(sheet: Sheet, organization: Organization) -> None:
    """Write what is known of an organization."""
    sheet.open("Organization", organization)
    sheet.headline(organization.name, "$.name")
    for at, other in enumerate(organization.other_names):
        sheet.row("also", other.text, f"$.other_names[{at}].text", f"$.other_names[{at}]")
    sheet.row("kind", _term(organization.kind), "$.kind", "$.kind.label", "$.kind.code")
    sheet.row("belongs to", sheet.named(organization.parent), "$.parent")
    sheet.row("acts for", sheet.named(organization.jurisdiction), "$.jurisdiction")
    for at, address in enumerate(organization.addresses):
        _address(sheet, address, f"$.addresses[{at}]")
    for at, contact in enumerate(organization.contacts):
        path = f"$.contacts[{at}]"
        sheet.row(str(contact.kind), _contact(contact), f"{path}.text", f"{path}.value", path)
    for at, responsible in enumerate(organization.responsible):
        _responsible(sheet, responsible, f"$.responsible[{at}]")
    if organization.license is not None:
        sheet.row("license", organization.license.text, "$.license.text", "$.license")
    if organization.rights is not None:
        rights = organization.rights
        sheet.row("rights", rights.notice, "$.rights.notice", "$.rights")
        sheet.row("terms", rights.terms, "$.rights.terms")


_LABELS = {"lang": "language"}


def _date(value: object) -> str | None:
    if value is None or isinstance(value, PartialDate):
        return None if value is None else str(value).replace("T", " ")
    if isinstance(value, Period):
        text = str(value)
        return text.replace("/..", " onward").replace("/", " to ") if "P" not in text else text
    return str(value)


def _term(term: Term | None) -> str | None:
    if term is None:
        return None
    return f"{term.label} ({term.code})" if term.code else term.label


def _person(person: Person) -> str:
    name = " ".join(filter(None, (person.honorific, person.name)))
    return ", ".join(filter(None, (name, person.post)))


def _witness(witness: Witness) -> str:
    person = _person(witness.person) if witness.person else ""
    office = witness.office.name if witness.office else ""
    return ", ".join(filter(None, (person, office)))


def _fields(sheet: Sheet, agreement: Agreement) -> None:
    stated = agreement.field_count
    if stated is not None:
        agrees = "as many are named" if stated == len(agreement.fields) else "others are named"
        sheet.row("fields", f"{stated} stated, {agrees}", "$.field_count")
    for at, term in enumerate(agreement.fields):
        sheet.row(f"field {at + 1}", _term(term), f"$.fields[{at}]", f"$.fields[{at}].label")


def _project(sheet: Sheet, project: Project, path: str) -> None:
    stage = "" if project.stage is ProjectStage.UNKNOWN else f"{project.stage} "
    title = " ".join(filter(None, (project.count_text, project.title)))
    names = [project.acronym, *(other.text for other in project.other_names)]
    known = ", ".join(filter(None, names))
    funders = ", ".join(funder.name for funder in project.funders)
    parts = (title, f"({known})" if known else "", f"funded by {funders}" if funders else "")
    sheet.row(f"{stage}project", " ".join(filter(None, parts)), path, f"{path}.title")


def _address(sheet: Sheet, address: Address, path: str) -> None:
    sheet.row(address.label or "address", address.text, f"{path}.text", path)
    if address.units:
        units = " › ".join(f"{unit.name} ({unit.level or 'unit'})" for unit in address.units)
        sheet.note("", units)


def _contact(contact: ContactPoint) -> str:
    if contact.value is None or contact.value == contact.text:
        return contact.text
    return f"{contact.text} ({contact.value})"


def _responsible(sheet: Sheet, responsible: Responsible, path: str) -> None:
    who = _person(responsible.person) if responsible.person else ""
    office = responsible.office.name if responsible.office else ""
    sheet.row(
        "responsible",
        f"{', '.join(filter(None, (who, office)))} ({responsible.role.label})",
        path,
        f"{path}.person.name",
        f"{path}.office.name",
        f"{path}.role",
    )
