"""The organizations a page names, each once, under all the names it goes by."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any, Final

from attrs import field, mutable

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.ledger import Ledger, Steps
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named
from govnews.model import Term
from govnews.model.vocabularies import ORGANIZATION_KIND

Range = tuple[int, int]

_FEWEST_INITIALS: Final = 3
_FEWEST_WORDS: Final = 4


@mutable(eq=False)
class Office:
    """An organization in the making."""

    names: dict[Range, None] = field(factory=dict)
    keys: set[str] = field(factory=set)
    kind: tuple[str, Range] | None = None
    used: bool = False
    jurisdiction: Office | None = None
    parent: Office | None = None
    ref: str = ""
    facts: list[tuple[Steps, Range, str, Any, str | None]] = field(factory=list)
    links: list[tuple[Steps, Office]] = field(factory=list)
    counts: dict[str, int] = field(factory=dict)

    def next(self, name: str) -> int:
        """Return the next free position of one of its lists."""
        place = self.counts.get(name, 0)
        self.counts[name] = place + 1
        return place

    def state(
        self, steps: Steps, span: Range, rule: str, value: Any = None, ground: str | None = None
    ) -> None:
        """Keep a fact until the organization has its id."""
        self.facts.append((steps, span, rule, value, ground))


class Offices:
    """Finds the office behind a name: by its key, by a declared short form, by nothing else."""

    def __init__(self, view: View, grammar: Grammar) -> None:
        self.view, self.grammar = view, grammar
        self.all: list[Office] = []
        self._by_key: dict[str, Office] = {}
        self._keys_of: dict[Range, str] = {}

    def key(self, start: int, end: int) -> str:
        """Return the comparison key of a name."""
        key = self._keys_of.get((start, end))
        if key is None:
            name = self.view.text[start:end]
            folded = self.view.folded[start:end]
            normal = unicodedata.is_normalized("NFC", name)
            key = self.grammar.key_of_folded(folded) if normal else self.grammar.key(name)
            self._keys_of[start, end] = key
        return key

    def office(self, named: Named, *, extra_key: str | None = None) -> Office:
        """Return the office of a name, a new one if it was not met before."""
        keys = [self.key(named.start, named.end)]
        if extra_key:
            keys.insert(0, extra_key)
        if named.alias:
            keys.append(self.key(*named.alias))
        office = next((self._by_key[key] for key in keys if key in self._by_key), None)
        if office is None:
            office = Office()
            self.all.append(office)
        for key in keys:
            if key:
                self._by_key.setdefault(key, office)
                office.keys.add(key)
        self._note(office, named)
        return office

    def longer(self, short: Named, long: Named) -> bool:
        """Whether one name goes on where another one ends: "Sở Y tế" and "Sở Y tế tỉnh A"."""
        here, there = self.key(short.start, short.end), self.key(long.start, long.end)
        return there.startswith(f"{here} ")

    def known(self, key: str) -> Office | None:
        """Return the office of a key, if it was met."""
        return self._by_key.get(key)

    def join(self, one: Office, other: Office) -> Office:
        """Make one office of two that turned out to be the same."""
        if one is other:
            return one
        one.names |= other.names
        one.keys |= other.keys
        one.kind = one.kind or other.kind
        one.jurisdiction = one.jurisdiction or other.jurisdiction
        one.parent = one.parent or other.parent
        one.used |= other.used
        for key in other.keys:
            self._by_key[key] = one
        self.all.remove(other)
        return one

    def _note(self, office: Office, named: Named) -> None:
        for span in ((named.start, named.end), named.alias):
            if span is not None:
                office.names[span] = None
        if office.kind is None and named.head:
            code = "territory" if named.sort == "territory" else self.grammar.heads.get(named.head)
            if code is not None:
                first = (named.start, named.start + len(named.head))
                office.kind = (code, named.headed or first)

    # -- comparing -------------------------------------------------------------------------

    def alike(self, one: Named, other: Named) -> bool:
        """Whether two names in one story mean one party: equal, shortened, or its initials."""
        if self.key(one.start, one.end) == self.key(other.start, other.end):
            return True
        here = self._keys(one)
        there = self._keys(other)
        return any(_alike(a, b) for a in here for b in there)

    def _keys(self, named: Named) -> set[str]:
        keys = [self.key(named.start, named.end)]
        if named.alias:
            keys.append(self.key(*named.alias))
        office = next((self._by_key[key] for key in keys if key in self._by_key), None)
        return {*keys, *(office.keys if office else ())}

    # -- out -------------------------------------------------------------------------------

    def number(self, mint: Callable[[str], str]) -> None:
        """Give ids to the offices that are used, in the order of the page."""
        self.all = [office for office in self.all if office.used]
        self.all.sort(key=lambda office: min(office.names))
        for office in self.all:
            office.ref = mint("organization")

    def report(self, ledger: Ledger) -> None:
        """State every office in the ledger."""
        for office in self.all:
            self._report(office, ledger)

    def _report(self, office: Office, ledger: Ledger) -> None:
        first, *others = self._ranked(office)
        ledger.state(office.ref, ("name",), first, "organization")
        for place, span in enumerate(others):
            ledger.state(office.ref, ("other_names", place, "text"), span, "organization")
        if office.kind is not None:
            code, span = office.kind
            label = ledger.line(*span)
            term = Term(label=label, scheme=ORGANIZATION_KIND, code=code)
            ledger.state(office.ref, ("kind",), span, "organization-kind", term)
        for steps, said, rule, value, ground in office.facts:
            ledger.state(office.ref, steps, said, rule, value, ground=ground)
        for steps, other in office.links:
            if other.ref:
                ledger.link(office.ref, steps, other.ref)
        if office.jurisdiction is not None:
            span = min(office.jurisdiction.names)
            ledger.state(office.ref, ("jurisdiction",), span, "header", office.jurisdiction.ref)
        if office.parent is not None:
            ledger.state(
                office.ref, ("parent",), min(office.parent.names), "parent", office.parent.ref
            )

    def _ranked(self, office: Office) -> list[Range]:
        """Its names, the fullest first; spellings that differ by case alone count once."""
        text = self.view.text
        kept: dict[str, Range] = {}
        for span in sorted(office.names):
            words = " ".join(text[slice(*span)].split())
            seen = kept.get(words.casefold())
            if seen is None or (text[slice(*seen)].isupper() and not words.isupper()):
                kept[words.casefold()] = span
        spans = list(kept.values())
        best = max(
            spans, key=lambda span: (len(self.key(*span)), len(text[slice(*span)]), -span[0])
        )
        return [best, *(span for span in spans if span != best)]


def _leaves_out(short: str, long: str) -> bool:
    """Whether one name is the other with inner words left out: "Bank A" and "Bank of Trade A"."""
    few, many = short.split(), long.split()
    if len(few) < _FEWEST_WORDS or (few[0], few[-1]) != (many[0], many[-1]):
        return False
    rest = iter(many)
    return all(word in rest for word in few)


def _alike(one: str, other: str) -> bool:
    if not one or not other:
        return False
    if one == other:
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if short in long and len(short) > 1 and f" {short} " in f" {long} ":
        return True
    if short[0] == long[0] and _leaves_out(short, long):
        return True
    last = short.rpartition(" ")[2]
    if len(last) < _FEWEST_INITIALS or last[-1] != long[long.rfind(" ") + 1]:
        return False
    return "".join([word[0] for word in long.split()]).endswith(last)
