"""What a document shows of agreements."""

from __future__ import annotations

from collections.abc import Iterator

from govnews.model import Agreement, Person, Project, Term
from govnews_docx._desk import Desk
from govnews_docx._words import person_in_words, span_in_words


def facts(desk: Desk) -> None:
    """Show the facts of the agreement at hand, or of those that the article announces."""
    alone = desk.agreement is not None
    for path, agreement in _at_hand(desk):
        if not alone and agreement.title:
            desk.made("GNPart", desk.words["facts"])
            desk.field("GNFact", f"{path}.title", agreement.title)
        _facts(desk, path, agreement, alone=alone)


def _at_hand(desk: Desk) -> Iterator[tuple[str, Agreement]]:
    if desk.agreement is not None:
        yield desk.path, desk.agreement
    elif desk.article is not None:
        wanted = set(desk.article.agreements)
        for index, agreement in enumerate(desk.bundle.agreements):
            if agreement.id in wanted:
                yield f"$.agreements[{index}]", agreement


def _facts(desk: Desk, path: str, agreement: Agreement, *, alone: bool) -> None:
    words = desk.words
    if agreement.kind is not None and not alone:
        desk.field("GNFact", f"{path}.kind.label", agreement.kind.label, words["kind"])
    if agreement.number and f"{path}.number" not in desk.shown:
        desk.field("GNFact", f"{path}.number", agreement.number, words["number"])
    for index, party in enumerate(agreement.parties):
        if f"{path}.parties[{index}].name" not in desk.shown:
            desk.field("GNFact", f"{path}.parties[{index}].name", party.name, words["party"])
        for place, person in enumerate(party.signatories):
            _person(desk, f"{path}.parties[{index}].signatories[{place}]", person, "signatory")
    for index, person in enumerate(agreement.signatories):
        _person(desk, f"{path}.signatories[{index}]", person, "signatory")
    for index, witness in enumerate(agreement.witnesses):
        if witness.person is not None:
            _person(desk, f"{path}.witnesses[{index}].person", witness.person, "witness")
        elif witness.office is not None:
            where = f"{path}.witnesses[{index}].office.name"
            desk.field("GNFact", where, witness.office.name, words["witness"])
    if agreement.signed is not None:
        text = span_in_words(agreement.signed, vietnamese=desk.vietnamese)
        desk.made("GNFact", text, f"{path}.signed", words["signed"])
    if agreement.place:
        desk.field("GNFact", f"{path}.place", agreement.place, words["place"])
    if agreement.period is not None:
        text = span_in_words(agreement.period, vietnamese=desk.vietnamese)
        desk.made("GNFact", text, f"{path}.period", words["period"])
    for name in ("objectives", "fields", "commitments", "projects"):
        _listed(desk, path, name, [_words_of(one) for one in getattr(agreement, name)])


def _words_of(value: str | Term | Project) -> tuple[str, str]:
    """Return the words of a value, and where they stand in it."""
    if isinstance(value, str):
        return value, ""
    return (value.label, ".label") if isinstance(value, Term) else (value.title, ".title")


def _person(desk: Desk, path: str, person: Person, word: str) -> None:
    desk.made("GNFact", person_in_words(person), path, desk.words[word])


def _listed(desk: Desk, path: str, name: str, values: list[tuple[str, str]]) -> None:
    if not values:
        return
    desk.made("GNPart", desk.words[name])
    number = desk.emitter.lists.open(ordered=True, start=1)
    for index, (words, where) in enumerate(values):
        desk.item(f"{path}.{name}[{index}]{where}", words, number)


def signatures(desk: Desk) -> None:
    """Show who signs for each side, two abreast."""
    agreement = desk.agreement
    if agreement is None or not any(party.signatories for party in agreement.parties):
        return
    emitter = desk.emitter
    emitter.gap()
    emitter.open_table(2)
    for number, party in enumerate(agreement.parties):
        if number and number % 2 == 0:
            emitter.next_row()
        emitter.next_cell(number % 2)
        desk.made("GNSign", desk.words["for"] + party.name.upper())
        for place, person in enumerate(party.signatories):
            path = f"{desk.path}.parties[{number}].signatories[{place}]"
            if person.post:
                desk.made("GNSign", person.post.upper(), f"{path}.post")
            if person.name:
                for _ in range(4):
                    emitter.blank("GNSign")  # room for the signature and the seal
                desk.field("GNSign", f"{path}.name", person.name)
    if len(agreement.parties) % 2:
        emitter.next_cell(1)
    emitter.close_table()
