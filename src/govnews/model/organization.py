"""Organizations and how to reach them: offices, governments, territories, universities."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from govnews.model._check import Value
from govnews.model.dates import PartialDate
from govnews.model.evidence import Evidence
from govnews.model.extra import NOTHING_EXTRA, Extra, to_extra
from govnews.model.periods import Period
from govnews.model.text import Country, Identifier, Lang, Line, Natural, Prose, Ref, Term


class ContactKind(StrEnum):
    """What a contact point is.

    .. versionadded:: 0.1.0
    """

    PHONE = "phone"
    FAX = "fax"
    TEXTPHONE = "textphone"
    EMAIL = "email"
    WEB = "web"
    FORM = "form"
    SOCIAL = "social"
    OTHER = "other"


@frozen(kw_only=True)
class ContactPoint(Value):
    """A telephone, fax, e-mail or web address: as written, and its reading beside it.

    Args:
        kind: What it is.
        text: As written.
        value: The reading, only where it is certain: an international number (E.164,
            ``+842923820674``), an e-mail address, an absolute URL.
        label: What the page calls it: ``"Hotline"``.
        hours: When it answers, verbatim.
        valid: When it was in use.

    .. versionadded:: 0.1.0
    """

    kind: ContactKind
    text: Line
    value: Line | None = None
    label: Line | None = None
    hours: Prose | None = None
    valid: Period | None = None


@frozen(kw_only=True)
class AdminUnit(Value):
    """An administrative unit named in an address.

    Args:
        name: As written, its unit word included: ``"phường Bến Nước"``.
        level: An open word: ``"province"``, ``"district"``, ``"commune"``.
        scheme: Code list, with its version: ``"vn-gso-2020"``, ``"vn-2025"``.
        code: Code in that list.

    .. versionadded:: 0.1.0
    """

    name: Line
    level: Line | None = None
    scheme: Line | None = None
    code: Line | None = None


@frozen(kw_only=True)
class Address(Value):
    """A postal address: as written, with its parts beside it.

    Args:
        text: As written.
        lines: Street and building lines, from the text.
        units: Administrative units, the smallest first, from the text.
        postal_code: Postal code.
        country: Country code.
        label: What the page calls it: ``"Trụ sở"``.
        valid: When it held; an address of before a reform keeps its own dates, and a new one
            stands beside it.

    .. versionadded:: 0.1.0
    """

    text: Prose
    lines: tuple[Line, ...] = ()
    units: tuple[AdminUnit, ...] = ()
    postal_code: Line | None = None
    country: Country | None = None
    label: Line | None = None
    valid: Period | None = None


@frozen(kw_only=True)
class Name(Value):
    """Another name of a thing: a full name, an abbreviation, a former name.

    Args:
        text: As written.
        lang: Language of the name.
        kind: What sort of name: ``Term(label="abbreviation")``.
        valid: When it was in use.

    .. versionadded:: 0.1.0
    """

    text: Line
    lang: Lang | None = None
    kind: Term | None = None
    valid: Period | None = None


@frozen(kw_only=True)
class Participant(Value):
    """Somebody named in a record: the name as written and, where known, the organization.

    .. versionadded:: 0.1.0
    """

    name: Line
    organization: Ref | None = None


@frozen(kw_only=True)
class Person(Value):
    """A person, or a post without a name.

    Args:
        name: Name as written, without title or honorific.
        honorific: ``"Bà"``, ``"TS."``, ``"Dr"``.
        post: The whole phrase of the post: ``"Phó Giám đốc Sở Công Thương"``.
        organization: The organization the post belongs to.
        contacts: How to reach the person.

    .. versionadded:: 0.1.0
    """

    name: Line | None = None
    honorific: Line | None = None
    post: Line | None = None
    organization: Ref | None = None
    contacts: tuple[ContactPoint, ...] = ()

    def _invariants(self) -> None:
        if self.name is None and self.post is None:
            self._refuse("a name or a post is wanted")


@frozen(kw_only=True)
class Responsible(Value):
    """Who answers for something: a person, a post or an office, and in which role.

    Args:
        role: The role as labeled on the page, such as editor-in-chief.
        person: The person, or the post without a name.
        office: The office, where that is what the page names.

    .. versionadded:: 0.1.0
    """

    role: Term
    person: Person | None = None
    office: Participant | None = None

    def _invariants(self) -> None:
        if self.person is None and self.office is None:
            self._refuse("a person or an office is wanted")


@frozen(kw_only=True)
class License(Value):
    """A license: to publish a site, or to use what is published.

    Args:
        text: As written, or the name of the license.
        number: Its number.
        issuer: Who issued it.
        issued: When.
        url: Where its text stands.
        code: SPDX identifier.

    .. versionadded:: 0.1.0
    """

    text: Prose
    number: Line | None = None
    issuer: Line | None = None
    issued: PartialDate | None = None
    url: Line | None = None
    code: Line | None = None


@frozen(kw_only=True)
class Rights(Value):
    """Rights in what is published.

    Args:
        notice: The notice, verbatim.
        holder: Who holds the rights.
        year: The year of the notice; it is no date of publication.
        license: The license to use it.
        terms: Conditions of use in words: "name the source when quoting".

    .. versionadded:: 0.1.0
    """

    notice: Prose | None = None
    holder: Participant | None = None
    year: Natural | None = None
    license: License | None = None
    terms: Prose | None = None


@frozen(kw_only=True)
class Succession(Value):
    """A link in time between organizations.

    Args:
        relation: ``Term(label="predecessor")``, ``Term(label="merged into")``.
        organization: The other organization.
        on: When it happened.

    .. versionadded:: 0.1.0
    """

    relation: Term
    organization: Ref
    on: PartialDate | None = None


@frozen(kw_only=True)
class Organization(Value):
    """An office, a body, a government or a territory that acts as one.

    Args:
        id: Absolute URI, or local id (``#organization-1``).
        name: The name as written.
        lang: Language of the name.
        other_names: Other names, abbreviations and former names.
        kind: ``Term(label="university")``; territories and governments are organizations too.
        parent: The body it belongs to.
        jurisdiction: The territory it acts for.
        identifiers: Identifiers that others gave.
        contacts: Telephones, faxes, e-mail and web addresses.
        addresses: Postal addresses.
        responsible: Who answers for what it publishes.
        license: The license of its site.
        rights: Rights in what its site publishes.
        succession: Predecessors and successors.
        valid: When it existed.
        description: What it says of itself.
        evidence: The words that state these values.
        extra: What the model does not know.

    .. versionadded:: 0.1.0
    """

    id: Ref
    name: Line
    lang: Lang | None = None
    other_names: tuple[Name, ...] = ()
    kind: Term | None = None
    parent: Ref | None = None
    jurisdiction: Ref | None = None
    identifiers: tuple[Identifier, ...] = ()
    contacts: tuple[ContactPoint, ...] = ()
    addresses: tuple[Address, ...] = ()
    responsible: tuple[Responsible, ...] = ()
    license: License | None = None
    rights: Rights | None = None
    succession: tuple[Succession, ...] = ()
    valid: Period | None = None
    description: Prose | None = None
    evidence: tuple[Evidence, ...] = ()
    extra: Extra = field(default=NOTHING_EXTRA, converter=to_extra)

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the first one first."""
        return (self.name, *(other.text for other in self.other_names))
