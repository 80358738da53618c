"""What is odd in a bundle, though no value of it is impossible.

No page is lost for being odd: constructors let it pass, and `check` says what they saw. `verify`
asks one thing only, and strictly: whether the words of every evidence stand in their source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

from govnews.issues import Issue, Path
from govnews.model._check import Value
from govnews.model._walk import parts
from govnews.model.agreement import Agreement, AgreementStatus, Project
from govnews.model.article import Article
from govnews.model.bundle import Bundle
from govnews.model.dates import PartialDate
from govnews.model.evidence import Evidence, Source
from govnews.model.organization import ContactKind, ContactPoint, Organization
from govnews.model.periods import Period
from govnews.model.reference import references
from govnews.model.text import Term
from govnews.model.vocabularies import (
    AGREEMENT_KIND,
    AGREEMENT_KINDS,
    ORGANIZATION_KIND,
    ORGANIZATION_KINDS,
    RESPONSIBLE_ROLE,
    RESPONSIBLE_ROLES,
)

_CODES = {
    AGREEMENT_KIND: frozenset(AGREEMENT_KINDS),
    ORGANIZATION_KIND: frozenset(ORGANIZATION_KINDS),
    RESPONSIBLE_ROLE: frozenset(RESPONSIBLE_ROLES),
}
_READINGS = {
    # E.164: a plus sign and at most 15 digits.
    ContactKind.PHONE: re.compile(r"\+[1-9][0-9]{1,14}"),
    ContactKind.FAX: re.compile(r"\+[1-9][0-9]{1,14}"),
    ContactKind.TEXTPHONE: re.compile(r"\+[1-9][0-9]{1,14}"),
    ContactKind.EMAIL: re.compile(r"[^@\s]+@[^@\s]+"),
    ContactKind.WEB: re.compile(r"https?://\S+"),
    ContactKind.FORM: re.compile(r"https?://\S+"),
}


def check(bundle: Bundle) -> tuple[Issue, ...]:
    """Return what is odd in a bundle, in document order.

    Args:
        bundle: The bundle; nothing of it is changed.

    >>> from govnews.model import Agreement, Party
    >>> lonely = Agreement(id="#agreement-1", parties=(Party(name="Port Merrin"),))
    >>> [(issue.code, issue.where) for issue in check(Bundle(agreements=(lonely,)))]
    [('model.few-parties', '$.agreements[0].parties')]

    .. versionadded:: 0.1.0
    """
    found: list[Issue] = []
    for path, record in bundle.placed():
        found += _references(bundle, record, path)
        for at, part in parts(record, path):
            for look in _LOOKS.get(type(part), ()):
                found += look(part, at)
    found += _cycles(bundle)
    return tuple(found)


def verify(bundle: Bundle) -> tuple[Issue, ...]:
    """Return what is wrong with the evidence of a bundle: nothing, where all of it verifies.

    Each evidence must name a source of the bundle that holds its exact words at its span, and a
    path that leads to a value.

    >>> from govnews.model import Article, Evidence
    >>> said = Evidence(path="$.title", source="#source-1", start=0, end=3, exact="Lễ ")
    >>> story = Article(id="#article-1", title="Lễ ký", evidence=(said,))
    >>> verify(Bundle(articles=(story,), sources=(Source(id="#source-1", text="Lễ ký"),)))
    ()

    .. versionadded:: 0.1.0
    """
    return tuple(
        issue
        for path, record in bundle.placed()
        for index, evidence in enumerate(record.evidence)
        for issue in _verified(bundle, record, evidence, path / "evidence" / index)
    )


def _verified(bundle: Bundle, record: Value, evidence: Evidence, at: Path) -> Iterator[Issue]:
    try:
        Path.parse(evidence.path).resolve(record)
    except LookupError:
        message = f"There is no value at {evidence.path}."
        yield Issue("model.evidence-path", message, str(at / "path"))
    if evidence.source is None or evidence.exact is None:
        return
    source = bundle.get(evidence.source)
    if not isinstance(source, Source):
        message = f"The bundle holds no source {evidence.source!r}."
        yield Issue("model.evidence-source", message, str(at / "source"))
    elif source.text[evidence.start : evidence.end] != evidence.exact:
        message = f"The source does not say {evidence.exact[:80]!r} at {evidence.start}."
        yield Issue("model.evidence-words", message, str(at / "exact"))


# -- references ------------------------------------------------------------------------------------


_OTHERS = frozenset({"parent", "translations", "relations", "succession", "agreements", "mentions"})
"""Fields that name another record. An office may well hold its own rights and answer for itself."""


def _references(bundle: Bundle, record: Any, path: Path) -> Iterator[Issue]:
    for reference in references(record, path):
        target, where = reference.target, str(reference.path)
        held = bundle.get(target)
        if held is None:
            if target.startswith("#"):
                message = f"The bundle holds nothing of the id {target!r}."
                yield Issue("model.dangling-reference", message, where)
        elif held is record and reference.path.steps[len(path.steps)] in _OTHERS:
            yield Issue("model.self-reference", "The record points at itself.", where)
        elif not isinstance(held, reference.wanted):
            names = " or ".join(cls.__name__.lower() for cls in reference.wanted)
            message = f"{target!r} is no {names} but of class {type(held).__name__}."
            yield Issue("model.reference-class", message, where)


def _cycles(bundle: Bundle) -> Iterator[Issue]:
    """Find parents, and relations of agreements, that lead back to where they began."""
    parents = {
        one.id: [one.parent] for one in bundle.organizations if one.parent not in {None, one.id}
    }
    for ring in _rings(parents):
        yield _cycle(ring, "organizations", "is its own parent", bundle)
    related = {
        one.id: [r.target for r in one.relations if r.target not in {None, one.id}]
        for one in bundle.agreements
    }
    for ring in _rings(related):
        yield _cycle(ring, "agreements", "is related to itself", bundle)


def _cycle(ring: list[str], field: str, what: str, bundle: Bundle) -> Issue:
    index = next(i for i, one in enumerate(getattr(bundle, field)) if one.id == ring[0])
    shown = ", ".join(ring[:5]) + (", ..." if len(ring) > 5 else "")
    message = f"{ring[0]!r} {what}, by way of: {shown}."
    return Issue("model.cycle", message, str(Path((field, index))))


def _rings(arrows: dict[str, list[Any]]) -> Iterator[list[str]]:
    """Yield one ring for each arrow that closes one; every arrow is followed once."""
    done: set[str] = set()
    for root, first in arrows.items():
        if root in done:
            continue
        trail, place = [root], {root: 0}
        open_arrows = [iter(first)]
        while trail:
            for target in open_arrows[-1]:
                if target in place:
                    yield trail[place[target] :]
                elif target in arrows and target not in done:
                    place[target] = len(trail)
                    trail.append(target)
                    open_arrows.append(iter(arrows[target]))
                    break
            else:
                last = trail.pop()
                del place[last]
                done.add(last)
                open_arrows.pop()


# -- looks at single values ------------------------------------------------------------------------


def _agreement(one: Agreement, at: Path) -> Iterator[Issue]:
    if len(one.parties) < 2:
        message = f"An agreement has two parties or more, this has {len(one.parties)}."
        yield Issue("model.few-parties", message, str(at / "parties"))
    if one.signed is not None and one.period is not None:
        signed = one.signed
        if isinstance(signed, PartialDate):
            signed = Period(start=signed, end=signed)
        if signed.compare(one.period) == "later":
            message = f"It was signed on {one.signed}, after its period {one.period} had ended."
            yield Issue("model.signed-late", message, str(at / "signed"))
    if one.status is AgreementStatus.PLANNED and one.signed is not None:
        message = f"It is said to be planned, and to have been signed on {one.signed}."
        yield Issue("model.status", message, str(at / "status"))
    if one.field_count is not None and one.fields and one.field_count != len(one.fields):
        message = f"The text counts {one.field_count} fields, and {len(one.fields)} are listed."
        yield Issue("model.count", message, str(at / "field_count"))


def _project(one: Project, at: Path) -> Iterator[Issue]:
    words = one.count_text
    if (
        one.count is not None
        and words is not None
        and words.isdecimal()
        and int(words[:20]) != one.count
    ):
        message = f"The count is {one.count}, and its words are {words[:40]!r}."
        yield Issue("model.count", message, str(at / "count"))


_IN_ORDER = ("created", "embargo", "published", "modified")


def _article(one: Article, at: Path) -> Iterator[Issue]:
    stated = [(name, value) for name in _IN_ORDER if (value := getattr(one, name)) is not None]
    if one.published is not None and one.expires is not None:
        stated = [*stated, ("expires", one.expires)]
    for (name, value), (later, other) in pairwise(stated):
        if value.compare(other) == "later":
            message = f"{later} ({other}) lies before {name} ({value})."
            yield Issue("model.date-order", message, str(at / later))


def _term(one: Term, at: Path) -> Iterator[Issue]:
    known = _CODES.get(one.scheme or "")
    if known is not None and one.code is not None and one.code not in known:
        message = f"{one.code[:80]!r} is no code of {one.scheme}."
        yield Issue("model.unknown-code", message, str(at / "code"))


def _contact(one: ContactPoint, at: Path) -> Iterator[Issue]:
    shape = _READINGS.get(one.kind)
    if shape is not None and one.value is not None and not shape.fullmatch(one.value):
        message = f"{one.value[:80]!r} is no reading of a contact of kind {one.kind.value}."
        yield Issue("model.contact-value", message, str(at / "value"))


def _evidence(one: Evidence, at: Path) -> Iterator[Issue]:
    if one.inferred and one.exact is None and not one.ground:
        message = "It is inferred, and neither words nor a ground are given."
        yield Issue("model.no-ground", message, str(at))


def _blank(field: str) -> Callable[[Any, Path], Iterator[Issue]]:
    def look(one: Any, at: Path) -> Iterator[Issue]:
        text = getattr(one, field)
        if text is not None and (not text or text.isspace()):
            message = f"The {field} is blank; what is not stated is left out."
            yield Issue("model.blank", message, str(at / field))

    return look


_LOOKS: dict[type, Iterable[Callable[[Any, Path], Iterator[Issue]]]] = {
    Agreement: (_agreement, _blank("title")),
    Article: (_article, _blank("title")),
    ContactPoint: (_contact, _blank("text")),
    Evidence: (_evidence,),
    Organization: (_blank("name"),),
    Project: (_project, _blank("title")),
    Term: (_term, _blank("label")),
}
