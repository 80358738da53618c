"""Golden pages: texts, and beside each what it states, in a form that a person can check."""

from __future__ import annotations

from typing import Any, TypeAlias

from govnews import extraction
from govnews.extraction import LanguagePackRef
from govnews.io import Reading
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import (
    Agreement,
    Article,
    Bundle,
    Organization,
    Person,
    Project,
    Responsible,
    Source,
    Witness,
)

Said: TypeAlias = "dict[str, str | int | list[Any] | Said]"
"""What is said of something: JSON objects, arrays, strings and numbers."""


def read_text(text: str, *languages: LanguagePackRef, language: str | None = None) -> Reading:
    """Read a text by these languages alone, whatever else is installed.

    Args:
        text: A whole page.
        languages: References to the packs; with several, the page's language is detected.
        language: The language, where it is known.

    Returns:
        The bundle, and the issues.

    .. versionadded:: 0.1.0
    """
    log, limits = IssueLog(), Limits()
    source = Source(id="#source-1", text=text)
    packs = [reference.load() for reference in languages]
    items = extraction.extract(source, packs, language=language, note=log, limits=limits)
    return Reading(bundle=Bundle.from_items(items), format="", issues=log.issues)


def summary(reading: Reading) -> Said:
    """Return what was read in short: no ids, no evidence, nothing that is not stated.

    It is made to be kept beside a page as JSON and to be read by people: write the page, write
    what it states, and see that both agree.

    >>> from govnews import Article, Bundle, Reading
    >>> bundle = Bundle(articles=(Article(id="#article-1", title="Bến Nước opens a library"),))
    >>> summary(Reading(bundle=bundle, format="", issues=()))["articles"]
    [{'title': 'Bến Nước opens a library'}]

    .. versionadded:: 0.1.0
    """
    bundle = reading.bundle
    return {
        "articles": [_article(bundle, one) for one in bundle.articles],
        "agreements": [_agreement(one) for one in bundle.agreements],
        "organizations": [_organization(bundle, one) for one in bundle.organizations],
        "issues": [one.code for one in reading.issues],
    }


def _said(**values: Any) -> Said:
    return {name: value for name, value in values.items() if value not in (None, [])}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _name(bundle: Bundle, ref: str | None) -> str | None:
    record = None if ref is None else bundle[ref]
    return record.name if isinstance(record, Organization) else None


def _person(one: Person) -> str:
    honorific = f"({one.honorific})" if one.honorific else None
    post = f"[{one.post}]" if one.post else None
    return " ".join(part for part in (honorific, one.name, post) if part)


def _article(bundle: Bundle, one: Article) -> Said:
    return _said(
        title=one.title,
        published=_text(one.published),
        modified=_text(one.modified),
        happened=_text(one.happened),
        place=one.place,
        authors=[author.name for author in one.authors],
        credit=one.credit,
        byline=one.byline,
        credited_to=_name(bundle, one.credited_to),
        publisher=_name(bundle, one.publisher),
        roles=[getattr(block, "role", "list") or "paragraph" for block in one.body],
    )


def _agreement(one: Agreement) -> Said:
    return _said(
        kind=one.kind and one.kind.code,
        title=one.title,
        number=one.number,
        parties=[party.name for party in one.parties],
        signatories=[
            *([_person(who) for who in party.signatories] for party in one.parties),
            [_person(who) for who in one.signatories],
        ],
        witnesses=[_who(who) for who in one.witnesses],
        signed=_text(one.signed),
        place=one.place,
        period=_text(one.period),
        fields=[field.label for field in one.fields],
        field_count=one.field_count,
        objectives=list(one.objectives),
        projects=[_project(project) for project in one.projects],
        status=one.status.value,
    )


def _project(one: Project) -> Said:
    return _said(
        title=one.title,
        stage=one.stage.value,
        count=one.count,
        count_text=one.count_text,
        acronym=one.acronym,
        other_names=[name.text for name in one.other_names],
        funders=[funder.name for funder in one.funders],
    )


def _organization(bundle: Bundle, one: Organization) -> Said:
    license, rights = one.license, one.rights
    return _said(
        names=list(one.names),
        kind=one.kind and one.kind.code,
        parent=_name(bundle, one.parent),
        jurisdiction=_name(bundle, one.jurisdiction),
        contacts=[[c.kind.value, c.text, c.value] for c in one.contacts],
        addresses=[[a.text, list(a.lines), [u.name for u in a.units]] for a in one.addresses],
        responsible=[[who.role.code, _who(who)] for who in one.responsible],
        license=license and [license.number, license.issuer, _text(license.issued)],
        rights=rights and [rights.notice, rights.year, rights.terms],
    )


def _who(one: Witness | Responsible) -> str | None:
    if one.person is not None:
        return _person(one.person)
    return None if one.office is None else one.office.name
