"""The people of a story: who holds a post that signs, and which post a signer holds.

A paper is often signed by "the director of A and the chair of B" whose names stood a paragraph
before, or by two people whose posts stood where they were introduced. Both are stated, only apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._naming.offices import Offices
from govnews.extraction._page.parts import Part


class Cast:
    """The people a story introduces with name and post, looked up when a paper needs them."""

    def __init__(self, view: View, grammar: Grammar, names: Names, offices: Offices) -> None:
        self.view, self.grammar = view, grammar
        self.names, self.offices = names, offices
        self._people: list[tuple[str, str, Named]] | None = None

    def complete(self, signer: Named, parts: Sequence[Part]) -> Named:
        """Return a signer with the name or the post that the story gives elsewhere.

        A post alone takes a name only where it names an office and just one person holds it.
        """
        named = signer.end > signer.start
        if named == (signer.post is not None):  # both are there, or neither
            return signer
        if self._people is None:
            self._people = self._introduced(parts)
        if named:
            return self._with_post(signer, self._people)
        return self._with_name(signer, self._people)

    def office(self, person: Named, parts: Sequence[Part]) -> Named | None:
        """Return the office of a person: that of the post, or of the post given elsewhere."""
        if person.post is not None:
            office = person.office or self.names.office_in(*person.post)
            if office is not None or person.end == person.start:
                return office
        if self._people is None:
            self._people = self._introduced(parts)
        key = self.offices.key(person.start, person.end)
        for name, _, one in self._people:
            office = self.names.office_in(*one.post) if name == key and one.post else None
            if office is not None:
                return office
        return None

    def _with_post(self, signer: Named, people: list[tuple[str, str, Named]]) -> Named:
        name = self.offices.key(signer.start, signer.end)
        found = next((one for key, _, one in people if key == name), None)
        return signer if found is None else evolve(signer, post=found.post)

    def _with_name(self, signer: Named, people: list[tuple[str, str, Named]]) -> Named:
        if signer.post is None or self.names.office_in(*signer.post) is None:
            return signer
        post = self.offices.key(*signer.post)
        holders = {name: one for name, held, one in people if _one_post(post, held)}
        if len(holders) != 1:
            return signer
        (found,) = holders.values()
        return evolve(found, office=signer.office)

    def _introduced(self, parts: Sequence[Part]) -> list[tuple[str, str, Named]]:
        """Return the people with name and post, each with the keys of both."""
        found: list[tuple[str, str, Named]] = []
        for part in parts:
            at = part.start
            while (cue := self.grammar.who.search(self.view.folded, at, part.end)) is not None:
                person = self.names.person(cue.start(), part.end)
                at = cue.end()
                if person is None or person.post is None or person.end == person.start:
                    continue
                name = self.offices.key(person.start, person.end)
                found.append((name, self.offices.key(*person.post), person))
                at = max(at, person.after)
        return found


def _one_post(one: str, other: str) -> bool:
    """Whether two posts are one, the longer naming its office more fully."""
    return one == other or f"{other} ".startswith(f"{one} ") or f"{one} ".startswith(f"{other} ")
