"""What articles, agreements and offices have in common: people, links, contacts, rights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from attrs import evolve, frozen

from govnews.issues import Issue, Path
from govnews.model import (
    Agreement,
    Article,
    Bundle,
    ContactKind,
    ContactPoint,
    Identifier,
    License,
    Link,
    Name,
    Organization,
    Participant,
    Person,
    Rights,
    Term,
)
from govnews_html._labels import Labels
from govnews_html._markup import (
    NOTHING,
    Html,
    bullets,
    date,
    element,
    escape,
    isolated,
    join,
    link,
    period,
    prose,
    rows,
    size,
)

_RIGHT_TO_LEFT: Final = frozenset("ar arc ckb dv fa he ku nqo ps sd syr ug ur yi".split())
_SCHEMES: Final[Mapping[ContactKind, str]] = {
    ContactKind.PHONE: "tel:",
    ContactKind.FAX: "tel:",
    ContactKind.TEXTPHONE: "tel:",
    ContactKind.EMAIL: "mailto:",
}


def direction(lang: str | None) -> str:
    """Return the direction of text in a language; where none is stated, the text decides."""
    if lang is None:
        return "auto"
    return "rtl" if lang.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


@frozen(kw_only=True)
class Desk:
    """What every part of a page needs.

    Args:
        bundle: The bundle that is shown.
        anchors: For the id of each record, the name of its place on the page.
        note: Takes an issue.
        labels: Words of the language of the part.
        lang: Language that the part states, by itself or by what it stands in.
    """

    bundle: Bundle
    anchors: Mapping[str, str]
    note: Callable[[Issue], None]
    labels: Labels
    lang: str | None = None

    def within(self, lang: str | None) -> Desk:
        """Return the desk for a part in a language; where none is stated, that of around it."""
        return self if lang is None else evolve(self, labels=Labels(lang), lang=lang)

    def rows(self, pairs: Iterable[tuple[str, Html]]) -> Html:
        """Return labeled values; labels in another language than the values say so."""
        return rows(pairs, self.labels.foreign_to(self.lang))

    def refer(self, ref: str | None, name: str | None = None) -> Html:
        """Return a link to a record on the page, or to its address, or its name alone."""
        if ref is None:
            return NOTHING if name is None else isolated(name)
        anchor = self.anchors.get(ref)
        if anchor is None:
            # Not on the page: what the bundle may say of it is nobody's business here.
            shown = element("bdi", escape(ref if name is None else name), data_ref=ref)
            return (None if ref.startswith("#") else link(ref, shown)) or shown
        record = self.bundle.get(ref)
        words = _title(record) or ref if name is None else name
        lang = getattr(record, "lang", None) if name is None else None
        return element("a", isolated(words, lang), href=f"#{anchor}")

    def refer_all(self, refs: Iterable[str]) -> Html:
        """Return links to several records."""
        return bullets(map(self.refer, refs))

    def term(self, term: Term | None) -> Html:
        """Return the words of a term."""
        if term is None:
            return NOTHING
        return element(
            "bdi",
            escape(term.label),
            lang=term.lang,
            data_scheme=term.scheme,
            data_code=term.code,
        )

    def terms(self, terms: Iterable[Term]) -> Html:
        """Return the words of terms."""
        return join([self.term(term) for term in terms], ", ")

    def people(self, people: Iterable[Person]) -> Html:
        """Return people, one a line."""
        return bullets(map(self.person, people))

    def person(self, person: Person) -> Html:
        """Return a person: honorific, name, post, office, contacts."""
        name = " ".join(part for part in (person.honorific, person.name) if part is not None)
        parts = [isolated(name) if name else NOTHING]
        if person.post is not None:
            parts.append(isolated(person.post))
        if person.organization is not None:
            parts.append(self.refer(person.organization))
        return join([*parts, *map(self.contact, person.contacts)], ", ")

    def participant(self, who: Participant) -> Html:
        """Return the name as written, which leads to the organization."""
        return self.refer(who.organization, who.name)

    def participants(self, several: Iterable[Participant]) -> Html:
        """Return several participants."""
        return join(map(self.participant, several), ", ")

    def contact(self, point: ContactPoint) -> Html:
        """Return a contact: as written, leading to its reading."""
        words = isolated(point.text)
        scheme = _SCHEMES.get(point.kind, "")
        shown = link(f"{scheme}{point.value}", words) if point.value else None
        parts = [] if point.label is None else [Html(f"{escape(point.label)}:")]
        parts.append(shown or words)
        if point.value is not None and (shown is None or point.value != point.text):
            parts.append(element("span", escape(f"({point.value})"), class_="soft"))
        if point.hours is not None:
            parts.append(escape(f"({point.hours})"))
        if point.valid is not None:
            parts.append(Html(f"({period(point.valid, self.labels)})"))
        return join(parts, " ")

    def name(self, name: Name) -> Html:
        """Return another name of a thing."""
        parts = [isolated(name.text, name.lang)]
        if name.kind is not None:
            parts.append(Html(f"({self.term(name.kind)})"))
        if name.valid is not None:
            parts.append(Html(f"({period(name.valid, self.labels)})"))
        return join(parts, " ")

    def identifier(self, one: Identifier) -> Html:
        """Return an identifier with its scheme."""
        return Html(f"{escape(one.scheme)}: {isolated(one.value)}")

    def link(self, one: Link, where: Path) -> Html:
        """Return a link with its title, media type and size."""
        words = isolated(one.title if one.title is not None else one.href, one.lang)
        shown = link(one.href, words, hreflang=one.lang, type=one.type, data_rel=one.rel)
        if shown is None:
            self.lost("An address is shown but leads nowhere", where / "href")
            where_to = words if one.title is None else Html(f"{words} {escape(one.href)}")
            shown = element("span", where_to, data_rel=one.rel)
        facts = [one.type, None if one.bytes is None else size(one.bytes)]
        extra = ", ".join(fact for fact in facts if fact is not None)
        return Html(f'{shown} <span class="soft">({escape(extra)})</span>') if extra else shown

    def links(self, several: tuple[Link, ...], where: Path) -> Html:
        """Return links, one a line."""
        return bullets([self.link(one, where / place) for place, one in enumerate(several)])

    def license(self, one: License | None) -> Html:
        """Return a license."""
        if one is None:
            return NOTHING
        words = isolated(one.text)
        parts = [(link(one.url, words) if one.url else None) or words]
        if one.number is not None:
            parts.append(isolated(one.number))
        if one.issuer is not None:
            parts.append(Html(self.labels["issuer"].format(isolated(one.issuer))))
        if one.issued is not None:
            parts.append(Html(self.labels["issued"].format(date(one.issued, self.labels))))
        return join(parts, ", ")

    def rights(self, rights: Rights | None) -> Html:
        """Return rights: notice, holder, year, license, terms."""
        if rights is None:
            return NOTHING
        parts = [NOTHING if rights.notice is None else prose(rights.notice)]
        line = [] if rights.year is None else [escape(f"© {rights.year}")]
        if rights.holder is not None:
            line.append(self.participant(rights.holder))
        parts.append(element("p", join(line, " ")) if line else NOTHING)
        if rights.license is not None:
            parts.append(element("p", self.license(rights.license)))
        if rights.terms is not None:
            parts.append(prose(rights.terms))
        return join(parts)

    def lost(self, message: str, where: Path, code: str = "html.address") -> None:
        """Note what a page cannot do."""
        self.note(Issue(code, f"{message}.", str(where)))


def _title(record: object) -> str | None:
    if isinstance(record, Organization):
        return record.name
    return record.title if isinstance(record, Article | Agreement) else None
