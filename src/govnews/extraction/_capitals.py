"""Names by their capital letters, the head anywhere: "Halden University".

A name is a run of capitalized words with the small words between them ("of the", "de la"). A
joining word or a comma stays inside only where the name opened with a head and "of" ("Ministry of
Trade, Land and Water"), or where an article opened it and its head is still to come ("the Food and
Drug Agency"). Each walk is bounded, so all of them are linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from govnews.extraction._grammar import Grammar
from govnews.extraction._names import Named, Names
from govnews.extraction._view import View

_BLANK: Final = r"[^\S\r\n]{0,3}"
_TOKEN: Final = re.compile(
    rf"{_BLANK}(?P<word>[^\W_][\w&]{{0,40}}(?:(?:['’/.-](?=[^\W_]))[\w&]{{1,40}}){{0,4}})"
)
_CAPITAL: Final = re.compile(r"(?<![\w@.'’-])[^\W\d_]")
_QUOTED: Final = re.compile(rf"{_BLANK}\"{_BLANK}(?P<inside>[^\"\n]{{2,100}}?){_BLANK}\"")
_COMMA: Final = re.compile(rf"{_BLANK},{_BLANK}")
_TURN: Final = re.compile(rf"{_BLANK}(?:-|\(){_BLANK}|{_COMMA.pattern}")
_WORDS: Final = 24
_FAR: Final = 120


class CapitalNames(Names):
    """Finds names by their capital letters."""

    by_capitals = True
    _formal = False

    def __init__(self, view: View, grammar: Grammar) -> None:
        super().__init__(view, grammar)
        self._asked: dict[tuple[str, int], re.Match[str] | None] = {}

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

    def _at(self, name: str, at: int, limit: int) -> re.Match[str] | None:
        """Match words of the pack at a place; walks cross each other, and ask once."""
        key = (name, at)
        if key in self._asked:
            match = self._asked[key]
        else:
            match = self._asked[key] = getattr(self.grammar, name).match(self.folded, at)
        if match is not None and match.end() > limit:
            found: re.Match[str] | None = getattr(self.grammar, name).match(self.folded, at, limit)
            return found
        return match

    def _past_articles(self, at: int, limit: int) -> int:
        for _ in range(3):
            at = self.skip_blank(at, limit)
            lead = self._at("article", at, limit)
            if lead is None or lead.end() == at:
                break
            at = lead.end()
        return self.skip_blank(at, limit)

    def _stops(self, at: int, limit: int) -> bool:
        if self.folded[at + 1 : at + 2] == "." and self._capital(at):
            return False  # an initial
        stop = self._at("stop", at, limit)
        if stop is not None and self.folded.startswith("'", stop.end()):
            # "Attorney General's Office"
            return self._at("honorific", at, limit) is None
        return stop is not None

    # -- organizations, territories, plain names -------------------------------------------

    def organization(self, at: int, limit: int) -> Named | None:
        named = self._run(at, limit)
        return named if named is not None and named.sort == "organization" else None

    def territory(self, at: int, limit: int) -> Named | None:
        named = self._run(at, limit)
        return named if named is not None and named.sort == "territory" else None

    def plain(self, at: int, limit: int) -> Named | None:
        if self.folded.startswith('"', at):
            quoted = _QUOTED.match(self.folded, at, limit)
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

    def office_in(self, start: int, end: int) -> Named | None:
        for word in self._capitals(start, end):
            named = self._run(word, end)
            if named is not None and named.sort == "organization" and not named.bare:
                return named
        return None

    def place(self, at: int, limit: int) -> Named | None:
        at = self._past_articles(at, limit)
        if at >= limit:
            return None
        hall = self.grammar.hall.match(self.folded, at, limit)
        if hall is None:
            named = self._run(at, limit)
            return None if named is None or named.bare else named
        named = Named(sort="plain", start=at, end=hall.end(), head="")
        begin = self._past_articles(hall.end(), limit)
        end = self._extended(begin, limit, of=True, article=False, named=named)
        return None if end == begin else Named(sort="plain", start=at, end=end)

    def _capitals(self, start: int, end: int) -> Iterator[int]:
        at = start
        while (word := self.opening(at, end)) is not None:
            yield word
            token = _TOKEN.match(self.text, word, end)
            at = token.end() if token else word + 1

    def _run(self, at: int, limit: int) -> Named | None:
        """Return the name at a place: with a head an organization, with a unit a territory."""
        if at >= limit or self._stops(at, limit):
            return None
        named = Named(sort="plain", start=at, end=at)
        _grammar, _folded = self.grammar, self.folded
        head = self._at("head", at, limit)
        unit = self._at("territory", at, limit)
        lead = head or unit
        named.headed = lead.span() if lead is not None else None
        if lead is not None and (unit is None or head is not None):
            named.head, named.sort = _plain(lead[0]), "organization"
        elif lead is not None:
            named.head, named.sort = _plain(lead[0]), "territory"
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
        return self._with_alias(named, limit)

    def _unpossessed(self, start: int, end: int) -> int:
        return end - 2 if end - start > 3 and self.folded.endswith("'s", start, end) else end

    def _after_article(self, at: int) -> bool:
        """Whether an article stands right before a place."""
        start = max(0, at - 12)
        return any(
            not self.folded[article.end() : at].strip()
            for article in self.grammar.article.finditer(self.folded, start, at)
        )

    def _extended(
        self, at: int, limit: int, *, of: bool, article: bool, named: Named | None = None
    ) -> int:
        """Walk over the words of a name; return where it ends.

        Args:
            at: Where the walk begins.
            limit: Where it must end.
            of: Whether a head and "of" came before, so that joined words belong to one name.
            article: Whether an article opened the name.
            named: Takes its head and sort where one comes along, and the place of a joining word.
        """
        end, _grammar, folded = at, self.grammar, self.folded
        opened = named is not None and bool(named.head)
        begun = opened or of
        for _ in range(_WORDS):
            quoted = _QUOTED.match(folded, end, limit) if begun else None
            if quoted is not None:
                end = quoted.end()
                continue
            comma = _COMMA.match(folded, end, limit)
            joiner = self._at("joined", self.skip_blank(end, limit), limit)
            if begun and (comma is not None or joiner is not None):
                after = (comma or joiner).end()  # type: ignore[union-attr]
                if not self._goes_on(
                    after, limit, of=of, article=article and not opened, comma=comma is not None
                ):
                    break
                if joiner is not None and named is not None and named.split is None:
                    named.split = (end, joiner.end())
                end = self._small(after, limit)
                opened_at = self._word(end, limit)
                if opened_at is None:
                    break
                opened |= self._note(end, limit, named)
                of = of and not self._unit(end, limit)
                end = opened_at
                continue
            small = self._small(end, limit)
            if small > end:
                if not (opened or of or article) and self._stretch(small, limit)[0]:
                    break  # "Anna Vale of Halden University" is no name of one
                stop = self._word(small, limit)
                if stop is None and self._led(named):
                    stop = self._common(small, limit, named)
                if not begun or stop is None:
                    break
                of = (of or self._led(named)) and not self._unit(small, limit)
                opened |= self._note(small, limit, named)
                end = stop
                continue
            stop = self._word(end, limit, first=not begun)
            if stop is None:
                break
            opened |= self._note(self.skip_blank(end, limit), limit, named)
            begun, end = True, stop
        return end

    def _common(self, at: int, limit: int, named: Named | None) -> int | None:
        """Return where a word in small letters ends that stands behind a head and "of".

        "Office of the Prime Minister", "École nationale des ports".
        """
        start = self.skip_blank(at, limit)
        post = self._post_word(start, limit)
        if post is not None and self._capital(start):
            return post.end()
        if named is None or not self.grammar.pack.names.common:
            return None
        if self._stops(start, limit) or not self._capital(named.start):
            return None
        token = _TOKEN.match(self.text, start, limit)
        return token.end() if token is not None and token["word"][0].islower() else None

    def _led(self, named: Named | None) -> bool:
        return named is not None and named.sort == "organization"

    def _unit(self, at: int, limit: int) -> bool:
        """Whether the word of a territory stands at a place: what is joined to it is apart."""
        at = self.skip_blank(at, limit)
        return self._at("territory", at, limit) is not None

    def _note(self, at: int, limit: int, named: Named | None) -> bool:
        """Keep the head that stands at a place; return whether there is one."""
        head = self._at("head", self.skip_blank(at, limit), limit)
        if head is None:
            return False
        if named is not None and named.sort in ("plain", "territory"):
            named.sort, named.head = "organization", _plain(head[0])
            named.headed = head.span()
        return True

    def _small(self, at: int, limit: int) -> int:
        """Walk over the small words that stand inside names: "of the", "de la"."""
        for _ in range(3):
            start = self.skip_blank(at, limit)
            small = self._at("inner", start, limit)
            if small is None or small.end() == start:
                break
            at = small.end()
        return at

    def _word(self, at: int, limit: int, *, first: bool = False) -> int | None:
        """Return where the next word of a name ends; None where the name is over."""
        start = self.skip_blank(at, limit)
        if start >= limit or "\n" in self.folded[at:start] or not self.text[start].isalnum():
            return None
        if self._stops(start, limit) or (not first and self._turns(start, limit)):
            return None
        head = self._at("head", start, limit)
        if head is not None and (self._capital(start) or self._reaches_capital(head.end(), limit)):
            return head.end()
        lower = self._at("lower", start, limit)
        if lower is not None and (not first or self._capital(start)):
            return lower.end()
        token = _TOKEN.match(self.text, start, limit)
        if token is None:
            return None
        if self._capital(start):
            end = token.end()
            dotted = self.folded[end : end + 1] == "." and self.grammar.abbreviated(self.text, end)
            return end + 1 if dotted and end + 1 < limit else end
        return (
            token.end()
            if not first and token["word"].isdigit() and len(token["word"]) < 4
            else None
        )

    def _reaches_capital(self, at: int, limit: int) -> bool:
        at = self.skip_blank(self._small(at, limit), limit)
        return at < limit and self._capital(at)

    def _turns(self, at: int, limit: int) -> bool:
        """Whether a person begins at a place: an honorific or a post."""
        turn = self._at("honorific", at, limit) or self._post_word(at, limit)
        return turn is not None and not self.folded.startswith("'", turn.end())

    def _post_word(self, at: int, limit: int) -> re.Match[str] | None:
        """Return the word of a post at a place; an office may be called by it: "Mayor's Office"."""
        post = self._at("post", at, limit)
        return None if post is None or self.folded.startswith("'", post.end()) else post

    def _goes_on(self, at: int, limit: int, *, of: bool, article: bool, comma: bool) -> bool:
        """Whether what follows a comma or a joining word still belongs to the name before it."""
        _grammar, folded = self.grammar, self.folded
        for count in range(6):
            start = self.skip_blank(at, limit)
            if not comma and self._at("article", start, limit):
                return False
            if comma and (joiner := self._at("joined", start, limit)) is not None:
                if not count:
                    return False
                comma, at = False, joiner.end()
                continue
            start = self.skip_blank(self._small(at, limit), limit)
            headed, end = self._stretch(start, limit)
            if end == start or folded.endswith("'s", start, end):
                return False
            if folded[at - 1] == "&":
                return True
            if headed:
                return article and not comma and self._at("head", start, limit) is None
            if not comma:
                return of
            following = _COMMA.match(folded, end, limit)
            joiner = self._at("joined", self.skip_blank(end, limit), limit)
            if following is None and joiner is None:
                return False
            comma, at = joiner is None, (joiner or following).end()  # type: ignore[union-attr]
        return False

    def _stretch(self, at: int, limit: int) -> tuple[bool, int]:
        """Walk over capitalized words, small words between; say whether a head is among them."""
        end, headed = at, False
        for count in range(8):
            small = self._small(end, limit) if count else end
            stop = self._word(small, limit)
            if stop is None:
                break
            if small == end or count == 0:
                start = self.skip_blank(small, limit)
                headed |= self._at("head", start, limit) is not None
            end = stop
        return headed, end

    # -- people ----------------------------------------------------------------------------

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
        quoted = _QUOTED.match(self.folded, at, limit)
        if quoted is not None:
            return quoted.span("inside")
        if at >= limit or self._at("head", at, limit):
            return None
        self._formal = formal
        end = self.name_end(at, limit)
        self._formal = False
        return (at, self._unpossessed(at, end)) if end > at else None

    def _not_a_name(self, at: int, limit: int) -> bool:
        stop = self._at("stop", at, limit)
        if self._formal and stop is not None and " " not in stop[0] and self._capital(at):
            stop = None  # behind an honorific even "Said" is a name
        return (
            (stop is not None and self._stops(at, limit))
            or self._at("head", at, limit) is not None
            or self._post_word(at, limit) is not None
        )

    def _post_from(self, at: int, limit: int) -> tuple[int, int] | None:
        """Return the range of a post, an office or owner before it included."""
        if self._post_word(at, limit):
            return self.post(at, limit)
        if at >= limit or not self._capital(at):
            return None
        end = self._extended(at, limit, of=False, article=False, named=None)
        if end == at:
            return None
        start = self.skip_blank(end, limit)
        if start == end or not self._post_word(start, limit):
            return None
        post = self.post(start, limit)
        return (at, post[1]) if post is not None else None

    def post(self, at: int, limit: int, *, behind: bool = False) -> tuple[int, int] | None:
        """Return the range of a post with its office; several may follow each other."""
        end = at
        for _ in range(4):
            start = end
            if end > at:
                gap = _COMMA.match(self.folded, end, limit)
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
            end = self._post_end(post.end(), limit)
            if self._name(end, limit) is not None:
                break
        return (at, end) if end > at else None

    def _post_end(self, at: int, limit: int) -> int:
        """Return where a post ends: behind "of ...", behind an office, or before a name."""
        small = self._small(at, limit)
        if small > at or self.folded[at : at + 1] == "'":
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
        comma = _COMMA.match(self.folded, end, limit)
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
            token = _TOKEN.match(self.text, at, stop)
            if token is None:
                break
            start = token.start("word")
            if self._at("honorific", start, limit):
                return at
            ends = self._capital(start) or self._stops(start, limit)
            if ends and self._at("inner", start, limit) is None:
                break
            if self._at("joined", start, limit):
                break
            at = token.end()
        comma = _COMMA.match(self.folded, at, limit)
        if at > end and comma is not None:
            begin = self._honorifics(comma.end(), limit)
            name = self._name(begin, limit)
            if name is not None and " " in self.folded[slice(*name)]:
                return at
        return end

    def _named_after(self, post: tuple[int, int], limit: int) -> Named:
        """Return the person named behind a post, or the post alone."""
        comma = _COMMA.match(self.folded, post[1], limit)
        start = self.skip_blank(comma.end() if comma else post[1], limit)
        begin = self._honorifics(start, limit)
        name = None if self._turns(begin, limit) and begin == start else self._name(begin, limit)
        bare = name is None or (
            comma is not None and begin == start and " " not in self.folded[slice(*name)]
        )
        if bare or name is None:
            return Named(sort="person", start=post[1], end=post[1], post=post)
        return Named(
            sort="person",
            start=name[0],
            end=name[1],
            post=post,
            honorific=self.view.trim(start, begin) if begin > start else None,
            office=self._office_behind(name[1], limit),
        )

    def _office_behind(self, at: int, limit: int) -> Named | None:
        """Return the office behind a name: "Rector Johan Lind of Norland Technical University"."""
        small = self._small(at, limit)
        if small == at:
            return None
        start = self._past_articles(small, limit)
        office = self.organization(start, limit) or self.territory(start, limit)
        return None if office is None or office.bare else office

    def with_post(self, named: Named, limit: int) -> Named:
        """Add the post that follows a name after a comma, a dash or a bracket."""
        gap = _TURN.match(self.folded, named.end, limit)
        if gap is None:
            return named
        start = self._past_articles(gap.end(), limit)
        post = self._post_from(start, limit)
        if post is None:
            return named
        # "Anna Vale, Rector, Halden University"
        comma = _COMMA.match(self.folded, post[1], limit)
        if comma is not None:
            office = self.organization(self._past_articles(comma.end(), limit), limit)
            if office is not None and not office.bare:
                after = self.folded[office.end : office.end + 1]
                if after in ("", ",", ".", ";", ")", "\n"):
                    post = (post[0], office.end)
        named.post = post
        return named


def _plain(words: str) -> str:
    return " ".join(words.split())
