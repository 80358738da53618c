"""Names in running text: where an organization, a territory, a place or a person begins and ends.

A name begins at a head ("Sở", "Ministry") or a unit word ("tỉnh", "City of") and runs over capital
letters, the small words that stand inside names, and the words of the trade ("khoa học và công
nghệ"), until a verb, a preposition or a stop. Each walk is bounded, so all of them are linear.
"""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction._naming.named import Named
from govnews.extraction._naming.persons import PERSON_WORD, Persons

__all__ = ["Named", "Names"]

_ALIAS: Final = re.compile(r"\s{0,2}\((?P<alias>[^()\n]{2,60})\)")
_CODE: Final = re.compile(
    r"\s{1,3}(?:[A-ZĐ]\d{0,3}|\d{1,3}[A-ZĐ]?|[IVX]{1,4})(?:[.-]\d{1,3})?(?![\w/])"
)
_LONG_HEAD: Final = 2
"""Blanks in a head that is a name of its own: "Văn phòng Chính phủ"."""
_CONFIRMED: Final = re.compile(
    r"(?P<words>(?:\s{1,3}[^\W\d_]{1,12}){1,12})\s{1,3}\([A-Z][A-Za-z]{1,9}\)"
)
_SMALL: Final = re.compile(r"[^\W\d_]+")
_BREAKING: Final = frozenset({"stop", "head", "post", "territory"})
_FAR: Final = 60
_FEW_WORDS: Final = 5
_PERSONAL: Final = frozenset({"stop", "post"})
_OFFICIAL: Final = frozenset({"head", "territory", "lower"})


class Names(Persons):
    """Finds names in one text."""

    by_capitals = False

    def opens(self, at: int, end: int) -> bool:
        """Whether capital letters alone show that a name begins at a place."""
        return False

    def organization(self, at: int, limit: int) -> Named | None:
        """Return the organization whose head stands at a place."""
        head = self.grammar.head.match(self.folded, at, limit)
        if head is None or not self._opens(at, head.end(), limit):
            return None
        named = Named(
            sort="organization", start=at, end=head.end(), head=" ".join(head[0].split()), bare=True
        )
        named = self._walk(named, limit)
        if not self.by_capitals:
            self._to_the_short_form(named, limit)
        return self._with_alias(named, limit)

    def _to_the_short_form(self, named: Named, limit: int) -> None:
        """Let a name go on over small words that its short form confirms: "Hội A về b (HAB)"."""
        rest = _CONFIRMED.match(self.text, named.end, limit)
        if rest is None or named.territory is not None:
            return
        at, limit = rest.span("words")
        while (word := _SMALL.search(self.folded, at, limit)) is not None:
            kinds, known = self._class(word.start(), limit)
            if kinds & _BREAKING and word[0] not in self.grammar.topics:
                return
            at = max(word.end(), known)
        first = self.folded[named.end : at].split()[:1]
        if first and first[0] in self.grammar.topics:
            named.end, named.bare = at, False

    def _opens(self, at: int, end: int, limit: int) -> bool:
        """Whether a head begins a name: by its capital, or by what it stands before."""
        if self.grammar.pack.names.heads_last or self._capital(at):
            return True
        start = self.skip_blank(end, limit)
        if start >= limit:
            return False
        if self._capital(start) or self.folded[start] == '"':
            return True
        for pattern in (self.grammar.head, self.grammar.territory, self.grammar.lower):
            match = pattern.match(self.folded, start, limit)
            if match is not None:
                after = self.skip_blank(match.end(), limit)
                if after < limit and self._capital(after):
                    return True
        return False

    def territory(self, at: int, limit: int) -> Named | None:
        """Return the territory whose unit word stands at a place; it needs a name of its own."""
        unit = self.grammar.territory.match(self.folded, at, limit)
        if unit is None:
            return None
        end = self._ground(at, unit.end(), limit, "territory")
        if end == unit.end():
            return None
        named = Named(sort="territory", start=at, end=end, head=" ".join(unit[0].split()))
        return self._with_alias(named, limit)

    def plain(self, at: int, limit: int) -> Named | None:
        """Return a run of capitalized or quoted words."""
        if self.folded.startswith('"', at):
            close = self.folded.find('"', at + 1, min(limit, at + 100))
            if close < 0:
                return None
            return Named(sort="plain", start=at + 1, end=close, alias=None)
        end = self._proper(at, limit, blank=False)
        if end == at:
            return None
        return self._with_alias(Named(sort="plain", start=at, end=end), limit)

    def party(self, at: int, limit: int) -> Named | None:
        """Return whatever can be a party at a place."""
        for _ in range(3):
            at = self.skip_blank(at, limit)
            lead = self.grammar.article.match(self.folded, at, limit)
            if lead is None or lead.end() == at:
                break
            at = lead.end()
        at = self.skip_blank(at, limit)
        if at >= limit or self.grammar.generic.match(self.folded, at, limit):
            return None
        known = self.grammar.lexeme.match(self.folded, at, limit)
        if known is None:
            return self.plain(at, limit)
        kinds = self.grammar.classes[" ".join(known[0].split())]
        named = None
        if kinds & _PERSONAL:
            named = self.person(at, limit)
        if named is None and not kinds.isdisjoint(_OFFICIAL):
            named = self.organization(at, limit) or self.territory(at, limit)
        return named or self.plain(at, limit)

    def _with_alias(self, named: Named, limit: int) -> Named:
        bracket = _ALIAS.match(self.folded, named.end, limit)
        if bracket is None:
            return named
        if not self._short(bracket["alias"], bracket.start("alias")):
            if not self.by_capitals:
                named.past = bracket.end()  # "(thuộc Viện A)" says more of it
            return named
        if self.grammar.region.fullmatch(bracket["alias"].strip()):
            named.past = bracket.end()  # "(Mỹ)" says where, not what else it is called
            return named
        named.alias = bracket.span("alias")
        if named.sort == "organization" and named.territory is None and not self.by_capitals:
            # the seat behind a short form: Hội Liên hiệp Phụ nữ (LHPN) tỉnh A
            start = self.skip_blank(bracket.end(), limit)
            seat = self.territory(start, limit) if start > bracket.end() else None
            alone = self.grammar.alone.match(self.folded, start, limit)
            if seat is not None:
                named.territory, named.end, named.bare = start, seat.end, False
            elif alone is not None:
                named.past = alone.end()  # "Ngân hàng Chính sách (NHCS) tỉnh"
        return named

    def _short(self, alias: str, at: int) -> bool:
        """Whether the words of a bracket are another name: capital letters lead and outweigh."""
        original = self.text[at : at + len(alias)]
        words = original.split()
        if len(words) > 6 or not words[0][:1].isupper():
            return False
        return sum(word[:1].isupper() for word in words) * 2 >= len(words)

    def office_in(self, start: int, end: int, behind: int = 0) -> Named | None:
        """Return the first organization named in a range such as a post, else a territory.

        A head that ends before `behind` belongs to the word of the post: "Chủ tịch Hội đồng Quản
        trị".
        """
        for head in self.grammar.head.finditer(self.folded, start, end):
            if head.end() < behind:
                continue
            if "head" not in self._class(head.start(), end)[0]:
                continue  # "Bộ trưởng" is a post, no ministry
            named = self.organization(head.start(), end)
            if named is not None and not named.bare:
                return named
        for unit in self.grammar.territory.finditer(self.folded, start, end):
            named = self.territory(unit.start(), end)
            if named is not None:
                return named
        return None

    def office_at(self, at: int, limit: int) -> Named | None:
        """Return the organization, territory or plain name at a place."""
        at = self.skip_blank(at, limit)
        if at >= limit:
            return None
        lead = self.grammar.article.match(self.folded, at, limit)
        if lead is not None:
            at = self.skip_blank(lead.end(), limit)
        if at >= limit:
            return None
        return self.organization(at, limit) or self.territory(at, limit) or self.plain(at, limit)

    def place(self, at: int, limit: int) -> Named | None:
        """Return the place named at a place: a hall, a seat, an office, a territory."""
        at = self.skip_blank(at, limit)
        lead = self.grammar.article.match(self.folded, at, limit)
        if lead is not None:
            at = self.skip_blank(lead.end(), limit)
        if at >= limit:
            return None
        head = self.grammar.hall.match(self.folded, at, limit)
        if head is None:
            named = self.office_at(at, limit)
            alone = named is not None and named.bare and named.head.count(" ") < _LONG_HEAD
            return None if alone else named
        named = self._walk(Named(sort="plain", start=at, end=head.end()), limit)
        return self._room(self._to_comma(named, limit), limit)

    def _to_comma(self, named: Named, limit: int) -> Named:
        """Extend the name of a place over small words that no pack knows, up to a comma."""
        comma = self.folded.find(",", named.end, min(limit, named.end + _FAR))
        rest = self.folded[named.end : comma] if comma >= 0 else ""
        if not rest[:1].isspace() or not 0 < len(rest.split()) <= _FEW_WORDS:
            return named
        at = named.end
        for _ in range(_FEW_WORDS):
            at = self.skip_blank(at, comma)
            if at >= comma:
                break
            step = PERSON_WORD.match(self.text, at, comma)
            if step is None or "stop" in self._class(at, comma)[0]:
                return named
            at = step.end()
        named.end = comma
        return named

    def _room(self, named: Named, limit: int) -> Named:
        """Add the number or the letter of a hall: "Hội trường số 3", "Phòng họp khu A"."""
        start = self.skip_blank(named.end, limit)
        word = self.grammar.room.match(self.folded, start, limit)
        code = _CODE.match(self.text, word.end() if word else named.end, limit)
        if code is not None:
            named.end = code.end()
            # "Hội trường tầng 3 Trung tâm A", "trụ sở số 10 Lý Tự Trọng"
            at = self.skip_blank(named.end, limit)
            house = self.organization(at, limit) if at < limit else None
            if house is not None and not house.bare:
                named.end = house.end
            elif at < limit and self._capital(at):
                named.end = self._proper(at, limit)
        return named
