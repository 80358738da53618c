"""The typed layer: office and agreements in the terms of schema.org, for tools that know them."""

from __future__ import annotations

from govnews.model import Agreement, Article, ContactKind, Organization
from govnews_rss._arrange import Arrangement
from govnews_rss._urls import web_address
from govnews_rss._xml import says, text

MAKER = "govnews"
_CONTACTS = {
    ContactKind.PHONE: "telephone",
    ContactKind.FAX: "faxNumber",
    ContactKind.EMAIL: "email",
    ContactKind.WEB: "url",
}


def typed(article: Article, arrangement: Arrangement) -> str:
    """Return an article's office and agreements as elements of schema.org, or nothing.

    Args:
        article: The article.
        arrangement: Knows offices and agreements.
    """
    out: list[str] = []
    office = arrangement.organizations.get(article.publisher or article.credited_to or "")
    if office is not None:
        out.append(_element("publisher", _organization(office)))
    for ref in article.agreements:
        agreement = arrangement.agreements.get(ref)
        if agreement is not None:
            out.append(_element("about", _agreement(agreement)))
    out += [_words("workTranslation", web_address(ref)) for ref in article.translations]
    out += [_words("correction", change.note) for change in article.changes]
    if article.status is not None:
        out.append(_words("creativeWorkStatus", article.status.value))
    if article.expires is not None and article.expires.edtf is not None:
        out.append(_words("expires", str(article.expires)))
    if not out:
        return ""
    return _element("NewsArticle", _words("sdPublisher", MAKER) + "".join(out))


def _organization(office: Organization) -> str:
    out = [_words("name", office.name)]
    for contact in office.contacts:
        name = _CONTACTS.get(contact.kind)
        if name is not None:
            out.append(_words(name, contact.value or contact.text))
    for address in office.addresses:
        inner = _words("streetAddress", address.text)
        if address.postal_code is not None:
            inner += _words("postalCode", address.postal_code)
        if address.country is not None:
            inner += _words("addressCountry", address.country)
        out.append(_element("address", _element("PostalAddress", inner)))
    for one in office.responsible:
        person = one.person
        if person is not None and person.name is not None:
            inner = _words("name", person.name) + _words("jobTitle", person.post or one.role.label)
            out.append(_element("member", _element("Person", inner)))
    return _element("GovernmentOrganization", "".join(out))


def _agreement(agreement: Agreement) -> str:
    out = [_words("name", agreement.title)]
    if agreement.kind is not None:
        out.append(_words("genre", agreement.kind.label))
    out += [
        _element("contributor", _element("Organization", _words("name", party.name)))
        for party in agreement.parties
    ]
    if agreement.number is not None:
        out.append(_words("identifier", agreement.number))
    if agreement.signed is not None:
        out.append(_words("dateCreated", str(agreement.signed)))
    if agreement.place is not None:
        out.append(_words("locationCreated", agreement.place))
    if agreement.period is not None:
        out.append(_words("temporalCoverage", str(agreement.period)))
    out += [_words("about", field.label) for field in agreement.fields]
    return _element("CreativeWork", "".join(out))


def _element(name: str, inner: str) -> str:
    return f"<schema:{name}>{inner}</schema:{name}>" if inner else ""


def _words(name: str, value: str | None) -> str:
    return _element(name, text(value)) if says(value) else ""
