"""Agreements that offices sign: memoranda, programs, plans, contracts, treaties."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from govnews.model._check import Value
from govnews.model.dates import PartialDate
from govnews.model.evidence import Evidence
from govnews.model.extra import NOTHING_EXTRA, Extra, to_extra
from govnews.model.organization import Name, Participant, Person
from govnews.model.periods import Period
from govnews.model.text import Identifier, Lang, Line, Link, Natural, Prose, Ref, Term


class PartyRole(StrEnum):
    """How somebody takes part in an agreement.

    .. versionadded:: 0.1.0
    """

    PARTY = "party"
    GUARANTOR = "guarantor"
    DEPOSITARY = "depositary"
    OBSERVER = "observer"
    FACILITATOR = "facilitator"


class AgreementStatus(StrEnum):
    """What is stated of an agreement's life. Whether it has run out is computed, never stored.

    .. versionadded:: 0.1.0
    """

    UNKNOWN = "unknown"
    PLANNED = "planned"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    EXPIRED = "expired"


class ProjectStage(StrEnum):
    """Where a project stood when the text was written.

    .. versionadded:: 0.1.0
    """

    UNKNOWN = "unknown"
    PAST = "past"
    ONGOING = "ongoing"
    PLANNED = "planned"


class RelationKind(StrEnum):
    """What an agreement is to another one. Inverses are computed, never stored.

    .. versionadded:: 0.1.0
    """

    IMPLEMENTS = "implements"
    AMENDS = "amends"
    RENEWS = "renews"
    SUPERSEDES = "supersedes"
    ANNEX_TO = "annex_to"
    TRANSLATION_OF = "translation_of"


@frozen(kw_only=True)
class Party(Value):
    """A side of an agreement.

    Args:
        name: The name as written, its unit word included.
        organization: The organization, where the bundle holds it.
        role: How it takes part.
        signatories: Who signed for it.
        signed: When it signed, where the sides signed apart.

    .. versionadded:: 0.1.0
    """

    name: Line
    organization: Ref | None = None
    role: PartyRole = PartyRole.PARTY
    signatories: tuple[Person, ...] = ()
    signed: PartialDate | None = None


@frozen(kw_only=True)
class Witness(Value):
    """Who saw the signing: a person, an office, or a person for an office.

    .. versionadded:: 0.1.0
    """

    person: Person | None = None
    office: Participant | None = None

    def _invariants(self) -> None:
        if self.person is None and self.office is None:
            self._refuse("a person or an office is wanted")


@frozen(kw_only=True)
class Project(Value):
    """A project or task under an agreement, or a stated number of unnamed ones.

    Args:
        title: Its name; of unnamed ones, what they are called together.
        kind: What it is called: ``Term(label="Dự án")``.
        stage: Where it stood. What parties did together before is `ProjectStage.PAST`.
        count: How many unnamed ones, where a number is stated.
        count_text: The words of the count: ``"29"``, ``"nhiều"``.
        acronym: Its acronym.
        other_names: Other names of it.
        funders: Who pays.
        partners: Who takes part.
        scope: Level or reach: ``Term(label="cấp thành phố")``.
        place: Where.
        period: When.

    .. versionadded:: 0.1.0
    """

    title: Line
    kind: Term | None = None
    stage: ProjectStage = ProjectStage.UNKNOWN
    count: Natural | None = None
    count_text: Line | None = None
    acronym: Line | None = None
    other_names: tuple[Name, ...] = ()
    funders: tuple[Participant, ...] = ()
    partners: tuple[Participant, ...] = ()
    scope: Term | None = None
    place: Line | None = None
    period: Period | None = None


@frozen(kw_only=True)
class Relation(Value):
    """What an agreement is to another one.

    Args:
        relation: The kind.
        target: Id of the other agreement.
        title: Its title, where that is all the text gives.

    .. versionadded:: 0.1.0
    """

    relation: RelationKind
    target: Ref | None = None
    title: Line | None = None

    def _invariants(self) -> None:
        if self.target is None and self.title is None:
            self._refuse("a target or a title is wanted")


@frozen(kw_only=True)
class Agreement(Value):
    """An agreement between two or more parties.

    Args:
        id: Absolute URI, or local id (``#agreement-1``).
        title: Its longest printed name.
        parties: The sides.
        witnesses: Who saw the signing; they are no parties.
        signatories: Who signed, where the text does not say for which side.
        kind: What the text calls it, with its code in ``govnews:agreement-kind``.
        number: Its number, as written.
        identifiers: Identifiers in registers.
        signed: When it was signed: a date, or a period where the sides signed over some days.
        place: Where it was signed, as written.
        period: For how long it holds.
        fields: Fields of cooperation, in order, verbatim.
        field_count: How many fields the text says there are.
        objectives: What it is for, verbatim.
        commitments: Who promised what, verbatim.
        projects: Projects and tasks, past and planned ones.
        status: What is stated of its life.
        relations: What it is to other agreements.
        lang: Language of its text.
        translations: The same agreement in other languages.
        sources: Documents that hold or register it.
        evidence: The words that state these values.
        extra: What the model does not know.

    .. versionadded:: 0.1.0
    """

    id: Ref
    title: Line | None = None
    parties: tuple[Party, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    signatories: tuple[Person, ...] = ()
    kind: Term | None = None
    number: Line | None = None
    identifiers: tuple[Identifier, ...] = ()
    signed: PartialDate | Period | None = None
    place: Line | None = None
    period: Period | None = None
    fields: tuple[Term, ...] = ()
    field_count: Natural | None = None
    objectives: tuple[Prose, ...] = ()
    commitments: tuple[Prose, ...] = ()
    projects: tuple[Project, ...] = ()
    status: AgreementStatus = AgreementStatus.UNKNOWN
    relations: tuple[Relation, ...] = ()
    lang: Lang | None = None
    translations: tuple[Ref, ...] = ()
    sources: tuple[Link, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    extra: Extra = field(default=NOTHING_EXTRA, converter=to_extra)
