"""Names by their capital letters, the head anywhere: "Halden University"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.capital_people import CapitalPeople
from govnews.extraction._naming.capital_walks import QUOTED, TOKEN
from govnews.extraction._naming.names import Named

_ACRONYM: Final = 3
_CAPITAL: Final = re.compile(r"(?<![\w@.'’-])[^\W\d_]")


class CapitalNames(CapitalPeople):
    """Finds names by their capital letters."""

    def __init__(self, view: View, grammar: Grammar) -> None:
        super().__init__(view, grammar)
        self._runs: dict[tuple[int, int], Named | None] = {}

    # -- where a name may begin ------------------------------------------------------------

    def opening(self, at: int, end: int) -> int | None:
        """Return where the next capitalized word begins that can open a name."""
        for word in _CAPITAL.finditer(self.text, at, end):
            if self._capital(word.start()) and not self._stops(word.start(), end):
                return word.start()
        return None

    def opens(self, at: int, end: int) -> bool:
        """Whether a name begins at a place, an article aside."""
        at = self._past_articles(at, end)
        return at < end and (self._capital(at) or self.folded[at] == '"')

    # -- organizations, territories, plain names -------------------------------------------

    def organization(self, at: int, limit: int) -> Named | None:
        named = self._run(at, limit)
        return named if named is not None and named.sort == "organization" else None

    def territory(self, at: int, limit: int) -> Named | None:
        named = self._run(at, limit)
        return named if named is not None and named.sort == "territory" else None

    def plain(self, at: int, limit: int) -> Named | None:
        if self.folded.startswith('"', at):
            quoted = QUOTED.match(self.folded, at, limit)
            return (
                Named(sort="plain", start=quoted.start("inside"), end=quoted.end("inside"))
                if (quoted)
                else None
            )
        named = self._run(at, limit)
        return named if named is not None and named.sort == "plain" else None

    def party(self, at: int, limit: int) -> Named | None:
        at = self._past_articles(at, limit)
        if at >= limit or self.grammar.generic.match(self.folded, at, limit):
            return None
        return self.person(at, limit) or self._run(at, limit) or self.plain(at, limit)

    def office_in(self, start: int, end: int, behind: int = 0) -> Named | None:
        for word in self._capitals(start, end):
            named = self._run(word, end)
            if named is not None and named.sort == "organization" and not named.bare:
                return named
        for word in self._capitals(start, end):
            short = self.plain(word, end)
            if short is not None and self._acronym(short):
                return short
        return None

    def _acronym(self, named: Named) -> bool:
        """Whether a name is one word in capitals and no post: "Registrar of HVC"."""
        word = self.text[named.start : named.end]
        if len(word) < _ACRONYM or not (word.isupper() and word.isalpha()):
            return False
        return self.grammar.post.match(self.folded, named.start, named.end) is None

    def place(self, at: int, limit: int) -> Named | None:
        at = self._past_articles(at, limit)
        if at >= limit:
            return None
        hall = self.grammar.hall.match(self.folded, at, limit)
        if hall is None:
            named = self._run(at, limit)
            return None if named is None or named.bare else named
        named = Named(sort="plain", start=at, end=hall.end(), head="")
        for _ in range(2):  # "salle des fêtes de la mairie"
            start = self._past_articles(self._small(named.end, limit), limit)
            further = self.grammar.hall.match(self.folded, start, limit)
            if further is None:
                break
            named.end = further.end()
        begin = self._past_articles(named.end, limit)
        end = self._extended(begin, limit, of=True, article=False, named=named)
        if end > begin:
            named.end = end
        elif not self._whole(at, named.end):
            return None
        return Named(sort="plain", start=at, end=named.end)

    def _whole(self, start: int, end: int) -> bool:
        """Whether the words of a hall are a place of their own: "town hall", not "seat of"."""
        words = self.folded[start:end].split()
        return len(words) > 1 and self.grammar.inner.fullmatch(words[-1]) is None

    def _capitals(self, start: int, end: int) -> Iterator[int]:
        at = start
        while (word := self.opening(at, end)) is not None:
            yield word
            token = TOKEN.match(self.text, word, end)
            at = token.end() if token else word + 1

    def _run(self, at: int, limit: int) -> Named | None:
        """Return the name at a place: with a head an organization, with a unit a territory."""
        key = (at, limit)  # a name is asked for by all the sorts it may be of
        if key not in self._runs:
            self._runs[key] = self._read_run(at, limit)
        return self._runs[key]

    def _read_run(self, at: int, limit: int) -> Named | None:
        if at >= limit or self._stops(at, limit):
            return None
        named = Named(sort="plain", start=at, end=at)
        head = self._at(self.grammar.head, at, limit)
        unit = self._at(self.grammar.territory, at, limit)
        lead = head or unit
        named.headed = lead.span() if lead is not None else None
        if lead is not None:
            named.head = " ".join(lead[0].split())
            named.sort = "territory" if head is None else "organization"
        if lead is None and not self._capital(at):
            return None
        start = lead.end() if lead is not None else at
        end = self._extended(start, limit, of=False, article=self._after_article(at), named=named)
        if end == at or (end == start and lead is not None and not self._capital(at)):
            return None
        named.bare = lead is not None and end == start
        if named.sort == "territory" and named.bare:
            return None
        named.end = self._unpossessed(at, end)
        return self._seat_behind(self._with_alias(named, limit), limit)

    def _seat_behind(self, named: Named, limit: int) -> Named:
        """Pass over the country behind a short form: "Ministry of Trade (MT) of Norland"."""
        if named.alias is None or named.sort != "organization":
            return named
        at = self.skip_blank(named.alias[1] + 1, limit)
        small = self._small(at, limit)
        if small == at or self.grammar.joined.match(self.folded, at, limit):
            return named
        if self.grammar.inner_led.match(self.folded, at, small):
            return named
        end = self._extended(small, limit, of=False, article=False)
        if end > small:
            named.past = end
        return named
