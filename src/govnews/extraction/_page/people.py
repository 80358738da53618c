"""People of a foot: who is responsible for a page, and whom to ask."""

from __future__ import annotations

from govnews.extraction._ground.grammar import EMAIL, Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._naming.offices import Office
from govnews.extraction._page.blocks import Contact
from govnews.extraction._page.contacts import Contacts
from govnews.extraction._page.labels import Labeled
from govnews.extraction._page.lines import UnitLines
from govnews.extraction.pack import Label
from govnews.model import Term
from govnews.model.vocabularies import RESPONSIBLE_ROLE


class People:
    """Reads the people of a foot."""

    def __init__(
        self, view: View, grammar: Grammar, names: Names, units: UnitLines, contacts: Contacts
    ) -> None:
        self.view, self.grammar, self.names = view, grammar, names
        self.units, self.contacts = units, contacts
        self._stated: set[tuple[int, int]] = set()
        self.folded = view.folded

    def state(self, contact: Contact, office: Office) -> None:
        """State a person whom a block or a line of contacts names, unless a label said so."""
        if (contact.name.start, contact.name.end) in self._stated:
            return
        self._stated.add((contact.name.start, contact.name.end))
        at = ("responsible", office.next("responsible"))
        code = "media" if contact.press else "contact"
        words = " ".join(self.view.exact(*contact.role).split())
        role = Term(label=words, scheme=RESPONSIBLE_ROLE, code=code)
        office.state((*at, "role"), contact.role, "contact-block", role)
        name = contact.name
        office.state((*at, "person", "name"), (name.start, name.end), "person")
        if name.honorific:
            office.state((*at, "person", "honorific"), name.honorific, "person")
        if contact.post:
            office.state((*at, "person", "post"), contact.post, "post")

    def person(self, one: Labeled) -> Named | None:
        """Return the person of a value: "Bà A - Phó Giám đốc B", "Giám đốc A", "A, Giám đốc B"."""
        person = self.names.person(one.start, one.end)
        if person is not None:
            return person
        end = self.names.name_end(one.start, one.end)
        if end == one.start or self.grammar.head.match(self.folded, one.start, one.end):
            return None
        return self.names.with_post(Named(sort="person", start=one.start, end=end), one.end)

    def office_of(self, person: Named | None) -> Named | None:
        """Return the office that the post of a person names."""
        if person is None or person.post is None:
            return None
        return self.names.office_in(*person.post)

    def responsible(self, one: Labeled, office: Office) -> None:
        """State who is responsible, or whom to ask: a person or an office."""
        person = self.person(one)
        if self._reaching(one, office) and person is None:
            return
        at = ("responsible", office.next("responsible"))
        role = Term(
            label=self.view.exact(*one.written), scheme=RESPONSIBLE_ROLE, code=one.label.code
        )
        if person is None:
            span = (one.start, one.end)
            if one.label.code == "contact":
                span = self._asked(one, office)
            office.state((*at, "role"), one.written, "responsible", role)
            office.state((*at, "office", "name"), span, "responsible")
            return
        office.state((*at, "role"), one.written, "responsible", role)
        if person.end > person.start:
            self._stated.add((person.start, person.end))
            office.state((*at, "person", "name"), (person.start, person.end), "person")
        if person.honorific:
            office.state((*at, "person", "honorific"), person.honorific, "person")
        post = person.post or self._labeled_post(one)
        if post:
            office.state((*at, "person", "post"), post, "post")
        start, end = self.view.trim(min(person.after, one.end), one.end, " ,-)(")
        taken = self.grammar.pack.layout.contacts  # above, with the label
        if start < end and not taken:  # "Ông A - 0912 345 678"
            rest = Labeled(Label(role="phone", words=()), (start, start), start, end)
            self.contacts.phones(rest, office, certain=True)

    def _labeled_post(self, one: Labeled) -> tuple[int, int] | None:
        """Return the label of a person where it is a post: "Giám đốc: Ông A"."""
        if one.label.code != "responsible":
            return None
        post = self.names.post(*one.written, behind=True)
        return post if post is not None and post[1] >= one.written[1] else None

    def _reaching(self, one: Labeled, office: Office) -> bool:
        """Whether "Contact: ..." is followed by numbers and no name; take them."""
        if not self.grammar.pack.layout.contacts:
            return False
        found = self.grammar.pack.phones(
            self.view.text[one.start : one.end], self.contacts.asof, "phone"
        )
        if found:
            self.contacts.phones(
                Labeled(Label(role="phone", words=()), one.written, one.start, one.end), office
            )
        return bool(found) or EMAIL.search(self.folded, one.start, one.end) is not None

    def _asked(self, one: Labeled, office: Office) -> tuple[int, int]:
        """Return the office to ask; what follows it may be its address."""
        asked = self.units.office(one.start, one.end)
        if asked is None:
            return one.start, one.end
        named, _, behind = asked
        address = self.units.address(behind, one.end)
        if address is not None:
            label = Label(role="address", words=())
            self.contacts.address(Labeled(label, (address[0], address[0]), *address), office)
        return named.start, named.end
