"""People by their capital letters: "Dr A", "Minister of B, A", "C's Minister", "A, Mayor"."""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction._naming.capital_walks import BLANK, COMMA, QUOTED, TOKEN, CapitalWalks
from govnews.extraction._naming.names import Named

_DEGREE: Final = re.compile(
    r",\s{0,2}[A-Z][A-Za-z]{0,3}\.\s?[A-Z][A-Za-z]{0,4}\.?(?=\s{0,2}[,;.)]|\s{1,2}[a-z]|\s{0,3}$)"
)
_TURN: Final = re.compile(rf"{BLANK}(?:-|\(){BLANK}|{COMMA.pattern}")
_FAR: Final = 120
_TRADE: Final = re.compile(
    r"(?:tion|ment|ture|ity|ing|ics|ies|ness|affairs|resources|services|works|sports?|care|"
    r"security|trade|energy|health|defen[cs]e|justice|labou?r|finance|water|land)$"
)
"""Ends of words that name a trade and no person."""
_FULL_NAME: Final = 2
_FEWEST_RUN: Final = 4


class CapitalPeople(CapitalWalks):
    """Finds people and their posts by their capital letters."""

    _formal = False

    def person(self, at: int, limit: int) -> Named | None:
        """Return the person at a place: "Dr A", "Minister of B, A", "C's Minister", "A, Mayor"."""
        at = self.skip_blank(at, limit)
        begin = self._honorifics(at, limit)
        if begin > at:
            name = self._name(begin, limit, formal=True)
            if name is not None:
                named = Named(
                    sort="person", start=name[0], end=name[1], honorific=self.view.trim(at, begin)
                )
                return self.with_post(named, limit)
        post = self._post_from(at, limit)
        if post is not None:
            return self._named_after(post, limit)
        name = self._name(at, limit)
        if name is None:
            return None
        named = self.with_post(Named(sort="person", start=name[0], end=name[1]), limit)
        return named if named.post is not None else None

    def _name(self, at: int, limit: int, *, formal: bool = False) -> tuple[int, int] | None:
        """Return the range of a person's name: two to six capitalized words, no head among them."""
        at = self.skip_blank(at, limit)
        quoted = QUOTED.match(self.folded, at, limit)
        if quoted is not None:
            return quoted.span("inside")
        if at >= limit or self._at(self.grammar.head, at, limit):
            return None
        self._formal = formal
        end = self.name_end(at, limit)
        self._formal = False
        if not formal and " " not in self.folded[at:end] and self._stops(at, limit):
            return None  # "Today, the Minister ..."
        return (at, self._unpossessed(at, end)) if end > at else None

    def _not_a_name(self, at: int, limit: int) -> bool:
        stop = self._at(self.grammar.stop, at, limit)
        if self._formal and stop is not None and " " not in stop[0] and self._capital(at):
            stop = None  # behind an honorific even "Said" is a name
        return (
            (stop is not None and self._stops(at, limit))
            or self._at(self.grammar.head, at, limit) is not None
            or self._post_word(at, limit) is not None
        )

    def _post_from(self, at: int, limit: int, *, behind: bool = False) -> tuple[int, int] | None:
        """Return the range of a post, an office or owner before it included."""
        if self._post_word(at, limit):
            return self.post(at, limit, behind=behind)
        if at >= limit or not self._capital(at):
            return None
        end = self._extended(at, limit, of=False, article=False, named=None)
        if end == at:
            return None
        start = self.skip_blank(end, limit)
        if start == end or not self._post_word(start, limit):
            return None
        post = self.post(start, limit, behind=behind)
        return (at, post[1]) if post is not None else None

    def post(self, at: int, limit: int, *, behind: bool = False) -> tuple[int, int] | None:
        """Return the range of a post with its office; several may follow each other.

        Behind a name, a further post with a name of its own is another person's: "Anna Vale, Rector
        of A, and Dean Carl Brook".
        """
        end = at
        for _ in range(4):
            start = end
            if end > at:
                gap = COMMA.match(self.folded, end, limit)
                joiner = self.grammar.joined.match(
                    self.folded, self.skip_blank(gap.end() if gap else end, limit), limit
                )
                cut = joiner or gap
                if cut is None:
                    break
                start = self.skip_blank(cut.end(), limit)
            post = self._post_word(start, limit)
            if post is None:
                break
            close = self._post_end(post.end(), limit)
            if behind and end > at and self._name(self._honorifics(close, limit), limit):
                break
            end = close
            if self._name(end, limit) is not None:
                break
        return (at, end) if end > at else None

    def _post_end(self, at: int, limit: int) -> int:
        """Return where a post ends: behind "of ...", behind an office, or before a name."""
        small = self._small(at, limit)
        sent = self.folded.endswith(" to", 0, at)  # "Ambassador to Norland"
        if sent or small > at or self.folded[at : at + 1] == "'":
            seat = Named(sort="plain", start=self.skip_blank(small, limit), end=at)
            stop = self._extended(at, limit, of=True, article=False, named=seat)
            end = stop if stop > small else at
        else:
            start = self.skip_blank(at, limit)
            office = self.organization(start, limit) if start < limit else None
            end = office.end if office is not None and not office.bare else at
            if self.grammar.pack.people.direct:
                end = max(end, self._seat_end(at, limit))
        return self._far_end(end, limit)

    def _seat_end(self, at: int, limit: int) -> int:
        """Return where the seat of a post ends that stands behind it, a name after a comma."""
        end = self._extended(at, limit, of=True, article=False)
        comma = COMMA.match(self.folded, end, limit)
        if end == at or comma is None:
            return at
        begin = self._honorifics(comma.end(), limit)
        name = self._name(begin, limit)
        if name is None or self._turns(self.skip_blank(begin, limit), limit):
            return at
        return end if begin > comma.end() or " " in self.folded[slice(*name)] else at

    def _far_end(self, end: int, limit: int) -> int:
        """Run on over words in small letters to the name that a post stands before, if one does."""
        at, stop = end, min(limit, end + _FAR)
        for _ in range(14):
            token = TOKEN.match(self.text, at, stop)
            if token is None:
                break
            start = token.start("word")
            if self._at(self.grammar.honorific, start, limit):
                return at
            ends = self._capital(start) or self._stops(start, limit)
            if ends and self._at(self.grammar.inner, start, limit) is None:
                break
            if self._at(self.grammar.joined, start, limit):
                break
            at = token.end()
        comma = COMMA.match(self.folded, at, limit)
        if at > end and comma is not None:
            begin = self._honorifics(comma.end(), limit)
            name = self._name(begin, limit)
            if name is not None and " " in self.folded[slice(*name)]:
                return at
        return end

    def _named_after(self, post: tuple[int, int], limit: int) -> Named:
        """Return the person named behind a post, or the post alone."""
        comma = COMMA.match(self.folded, post[1], limit)
        start = self.skip_blank(comma.end() if comma else post[1], limit)
        begin = self._honorifics(start, limit)
        name = None if self._turns(begin, limit) and begin == start else self._name(begin, limit)
        bare = name is None or (
            comma is not None and begin == start and " " not in self.folded[slice(*name)]
        )
        after_comma = self.grammar.pack.people.direct and comma is not None and not bare
        run = None if after_comma else self._run_together(post)
        if run is not None:
            return Named(
                sort="person",
                start=run,
                end=post[1],
                post=self.view.trim(post[0], run),
                office=self._office_behind(post[1], limit),
            )
        if bare or name is None:
            return Named(sort="person", start=post[1], end=post[1], post=post)
        degrees = self._degrees(name[1], limit)
        return Named(
            sort="person",
            start=name[0],
            end=name[1],
            post=post,
            honorific=self.view.trim(start, begin) if begin > start else None,
            office=self._office_behind(name[1], limit),
            past=degrees if degrees > name[1] else None,
        )

    def _run_together(self, post: tuple[int, int]) -> int | None:
        """Return where a name begins that runs on behind a post: "Minister of Energy Anna Holt".

        Two words in capitals behind a third one, none of them a head or a country, the first no
        word of a trade, are a person's name.
        """
        words = self._tokens(*post)
        if len(words) < _FEWEST_RUN:
            return None
        size = _FULL_NAME + (words[-2][1] - words[-2][0] == 1)  # an initial in the middle
        before, first, last = words[-size - 1], words[-size], words[-1]
        joined = self.folded[before[1] : last[1]].replace(".", "").split()
        if len(joined) != size or not all(self._capital(at) for at, _ in (before, *words[-size:])):
            return None
        if any(self._class(at, post[1])[0] for at, _ in (first, last)):
            return None
        if self.grammar.post.match(self.folded, before[0], post[1]) is not None:
            return None
        if _TRADE.search(self.folded, *first) or self.text[slice(*first)].isupper():
            return None
        place = self.grammar.region.match(self.folded, first[0], post[1])
        return first[0] if place is None else None

    def _tokens(self, start: int, end: int) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        while (token := TOKEN.match(self.text, start, end)) is not None:
            found.append(token.span("word"))
            start = token.end() + self.text.startswith(".", token.end())
        return found

    def _degrees(self, at: int, limit: int) -> int:
        """Walk over the degrees behind a name: "Dadan Wibowo, S.Ip., M.Si., ..."."""
        for _ in range(5):
            degree = _DEGREE.match(self.text, at, limit)
            if degree is None:
                break
            at = degree.end()
        return at

    def _office_behind(self, at: int, limit: int) -> Named | None:
        """Return the office behind a name: "Rector Johan Lind of Norland Technical University"."""
        small = self._small(at, limit)
        if small == at:
            return None
        start = self._past_articles(small, limit)
        office = self.organization(start, limit) or self.territory(start, limit)
        if office is None and self.folded[at:small].strip() == "of":
            office = self.plain(start, limit)  # "Mayor Tom Reed of Ashford"
        return None if office is None or office.bare else office

    def with_post(self, named: Named, limit: int) -> Named:
        """Add the post that follows a name after a comma, a dash or a bracket."""
        degrees = self._degrees(named.end, limit)
        if degrees > named.end:
            named.past = degrees
        gap = _TURN.match(self.folded, degrees, limit)
        if gap is None:
            return named
        start = self._past_articles(gap.end(), limit)
        post = self._post_from(start, limit, behind=True)
        if post is None:
            return named
        # "Anna Vale, Rector, Halden University"
        comma = COMMA.match(self.folded, post[1], limit)
        if comma is not None:
            office = self.organization(self._past_articles(comma.end(), limit), limit)
            if office is not None and not office.bare:
                after = self.folded[office.end : office.end + 1]
                joiner = self._at(self.grammar.joined, self.skip_blank(office.end, limit), limit)
                if after in ("", ",", ".", ";", ")", "\n") or joiner is not None:
                    post = (post[0], office.end)
        named.post = post
        return named
