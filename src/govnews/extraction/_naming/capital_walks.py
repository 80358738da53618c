"""Walks over capitalized words: how far a name goes that is known by its capital letters.

A name is a run of capitalized words with the small words between them ("of the", "de la"). A
joining word or a comma stays inside only where the name opened with a head and "of" ("Ministry of
Trade, Land and Water"), or where an article opened it and its head is still to come ("the Food and
Drug Agency"). Each walk is bounded, so all of them are linear.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import mutable

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.phrases import Either, Phrases
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names

BLANK: Final = r"[^\S\r\n]{0,3}"
TOKEN: Final = re.compile(
    rf"{BLANK}(?P<word>[^\W_][\w&]{{0,40}}(?:(?:['’/.-](?=[^\W_]))[\w&]{{1,40}}){{0,4}}"
    r"(?:(?<=s)['’](?=[ ][^\W\d_a-z]))?)"  # "Students' Board"
)
QUOTED: Final = re.compile(rf"{BLANK}\"{BLANK}(?P<inside>[^\"\n]{{2,100}}?){BLANK}\"")
COMMA: Final = re.compile(rf"{BLANK},{BLANK}")
_WORDS: Final = 24


@mutable(kw_only=True, eq=False)
class Walk:
    """A walk over the words of one name.

    Args:
        end: Where it is.
        limit: Where it must end.
        of: Whether joined words belong to one name: a head and "of" came before.
        article: Whether an article opened the name.
        opened: Whether a head came along.
        begun: Whether a word of the name did.
    """

    end: int
    limit: int
    of: bool
    article: bool
    opened: bool
    begun: bool


class CapitalWalks(Names):
    """Walks over the capitalized words of one text."""

    by_capitals = True

    def __init__(self, view: View, grammar: Grammar) -> None:
        super().__init__(view, grammar)
        self._steering = Either(
            grammar.stop, grammar.honorific, grammar.post, grammar.head, grammar.lower
        )
        self._linking = Either(grammar.joined, grammar.inner)
        self._kinds = grammar.lexicon.mark(view.folded).kinds
        self._words: dict[tuple[int, int, bool], int | None] = {}

    def _at(self, phrases: Phrases, at: int, limit: int) -> re.Match[str] | None:
        """Match phrases at a place; what a limit cuts off is matched once more before it."""
        # Asked here as `Phrases.match` asks: no other step of a walk is taken as often.
        if (
            not self._kinds.get(at, 0) & phrases.bit
            and self.folded[at : at + 1] not in phrases.marks
        ):
            return None
        match = phrases.pattern.match(self.folded, at)
        if match is not None and match.end() > limit:
            return phrases.pattern.match(self.folded, at, limit)
        return match

    def _past_articles(self, at: int, limit: int) -> int:
        for _ in range(3):
            at = self.skip_blank(at, limit)
            lead = self._at(self.grammar.article, at, limit)
            if lead is None or lead.end() == at:
                break
            at = lead.end()
        return self.skip_blank(at, limit)

    def _stops(self, at: int, limit: int) -> bool:
        if self.folded[at + 1 : at + 2] == "." and self._capital(at):
            return False  # an initial
        stop = self._at(self.grammar.stop, at, limit)
        if stop is not None and self.folded.startswith("'", stop.end()):
            behind = self.skip_blank(stop.end() + 1, limit)
            if stop[0].endswith("s") and behind < limit and self._capital(behind):
                return False  # "Students' Financing Board"
            # "Attorney General's Office"
            return self._at(self.grammar.honorific, at, limit) is None
        return stop is not None

    def _turns(self, at: int, limit: int) -> bool:
        """Whether a person begins at a place: an honorific or a post."""
        turn = self._at(self.grammar.honorific, at, limit) or self._post_word(at, limit)
        return turn is not None and not self.folded.startswith("'", turn.end())

    def _post_word(self, at: int, limit: int) -> re.Match[str] | None:
        """Return the word of a post at a place; an office may be called by it: "Mayor's Office"."""
        post = self._at(self.grammar.post, at, limit)
        return None if post is None or self.folded.startswith("'", post.end()) else post

    def _after_article(self, at: int) -> bool:
        """Whether an article stands right before a place."""
        start = max(0, at - 12)
        return any(
            not self.folded[article.end() : at].strip()
            for article in self.grammar.article.finditer(self.folded, start, at)
        )

    def _unpossessed(self, start: int, end: int) -> int:
        return end - 2 if end - start > 3 and self.folded.endswith("'s", start, end) else end

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
        opened = named is not None and bool(named.head)
        walk = Walk(end=at, limit=limit, of=of, article=article, opened=opened, begun=opened or of)
        for _ in range(_WORDS):
            start = self.skip_blank(walk.end, limit)
            if start >= limit or not self._step(walk, start, named):
                break
        return walk.end

    def _step(self, walk: Walk, start: int, named: Named | None) -> bool:
        """Walk over the next words of a name; return whether there are any."""
        folded, end, limit = self.folded, walk.end, walk.limit
        mark = folded[start]
        leads = not mark.isalnum() or self._leads_on(start)
        if leads:
            if walk.begun:
                quoted = QUOTED.match(folded, end, limit) if mark == '"' else None
                if quoted is not None:
                    walk.end = quoted.end()
                    return True
                comma = COMMA.match(folded, end, limit) if mark == "," else None
                joiner = self._at(self.grammar.joined, start, limit)
                if comma is not None or joiner is not None:
                    return self._link(walk, comma, joiner, named)
            small = self._small(end, limit)
            if small > end:
                return self._pass_small(walk, small, named)
        stop = self._word(end, limit, first=not walk.begun)
        if stop is None:
            return False
        walk.opened |= leads and self._note(start, limit, named)
        walk.begun, walk.end = True, stop
        return True

    def _link(
        self,
        walk: Walk,
        comma: re.Match[str] | None,
        joiner: re.Match[str] | None,
        named: Named | None,
    ) -> bool:
        """Walk over a comma or a joining word to the word behind it, if it is of the same name."""
        limit = walk.limit
        after = (comma or joiner).end()  # type: ignore[union-attr]
        article = walk.article and not walk.opened
        if not self._goes_on(after, limit, of=walk.of, article=article, comma=comma is not None):
            return False
        if joiner is not None and named is not None and named.split is None:
            named.split = (walk.end, joiner.end())
        walk.end = self._small(after, limit)
        stop = self._word(walk.end, limit)
        if stop is None:
            return False
        walk.opened |= self._note(walk.end, limit, named)
        walk.of = walk.of and not self._unit(walk.end, limit)
        walk.end = stop
        return True

    def _pass_small(self, walk: Walk, small: int, named: Named | None) -> bool:
        """Walk over small words to the word behind them, if it is of the same name."""
        limit = walk.limit
        led = self.skip_blank(walk.end, limit)
        loose = self.headline and not walk.opened
        if loose and self.grammar.inner_led.match(self.folded, led, small):
            return False  # "Signs MoU with Norland for Water Cooperation"
        if not (walk.opened or walk.of or walk.article) and self._stretch(small, limit)[0]:
            return False  # "Anna Vale of Halden University" is no name of one
        stop = self._word(small, limit)
        if stop is None and self._led(named):
            stop = self._common(small, limit, named)
        if not walk.begun or stop is None:
            return False
        walk.of = (walk.of or self._led(named)) and not self._unit(small, limit)
        walk.opened |= self._note(small, limit, named)
        walk.end = stop
        return True

    def _leads_on(self, at: int) -> bool:
        """Whether a word at a place may steer a walk or link two parts of a name."""
        return self._steering.begins(self.folded, at) or self._linking.begins(self.folded, at)

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
        token = TOKEN.match(self.text, start, limit)
        return token.end() if token is not None and token["word"][0].islower() else None

    def _led(self, named: Named | None) -> bool:
        return named is not None and named.sort == "organization"

    def _unit(self, at: int, limit: int) -> bool:
        """Whether the word of a territory stands at a place: what is joined to it is apart."""
        at = self.skip_blank(at, limit)
        return self._at(self.grammar.territory, at, limit) is not None

    def _note(self, at: int, limit: int, named: Named | None) -> bool:
        """Keep the head that stands at a place; return whether there is one."""
        head = self._at(self.grammar.head, self.skip_blank(at, limit), limit)
        if head is None:
            return False
        if named is not None and (
            named.sort in ("plain", "territory") or not self.grammar.heads.get(named.head)
        ):
            named.sort, named.head = "organization", " ".join(head[0].split())
            named.headed = head.span()
        return True

    def _small(self, at: int, limit: int) -> int:
        """Walk over the small words that stand inside names: "of the", "de la"."""
        for _ in range(3):
            start = self.skip_blank(at, limit)
            small = self._at(self.grammar.inner, start, limit)
            if small is None or small.end() == start:
                break
            at = small.end()
        return at

    def _word(self, at: int, limit: int, *, first: bool = False) -> int | None:
        """Return where the next word of a name ends; None where the name is over."""
        key = (at, limit, first)  # walks from several anchors cross the same words
        if key not in self._words:
            self._words[key] = self._read_word(at, limit, first=first)
        return self._words[key]

    def _read_word(self, at: int, limit: int, *, first: bool) -> int | None:
        start = self.skip_blank(at, limit)
        if start >= limit or "\n" in self.folded[at:start] or not self.text[start].isalnum():
            return None
        if self._steering.begins(self.folded, start):
            if self._stops(start, limit) or (not first and self._turns(start, limit)):
                return None
            known = self._known_word(start, limit, first=first)
            if known is not None:
                return known
        token = TOKEN.match(self.text, start, limit)
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

    def _known_word(self, start: int, limit: int, *, first: bool) -> int | None:
        """Return where a head ends, or words that stand inside names in small letters."""
        head = self._at(self.grammar.head, start, limit)
        if head is not None and (self._capital(start) or self._reaches_capital(head.end(), limit)):
            return head.end()
        lower = self._at(self.grammar.lower, start, limit)
        if lower is not None and (not first or self._capital(start)):
            return lower.end()
        return None

    def _reaches_capital(self, at: int, limit: int) -> bool:
        at = self.skip_blank(self._small(at, limit), limit)
        return at < limit and self._capital(at)

    def _goes_on(self, at: int, limit: int, *, of: bool, article: bool, comma: bool) -> bool:
        """Whether what follows a comma or a joining word still belongs to the name before it."""
        folded = self.folded
        for count in range(6):
            start = self.skip_blank(at, limit)
            if not comma and self._at(self.grammar.article, start, limit):
                return False
            if comma and (joiner := self._at(self.grammar.joined, start, limit)) is not None:
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
                return article and not comma and self._at(self.grammar.head, start, limit) is None
            if not comma:
                return of
            following = COMMA.match(folded, end, limit)
            joiner = self._at(self.grammar.joined, self.skip_blank(end, limit), limit)
            if following is None and joiner is None:
                return False
            comma, at = joiner is None, (joiner or following).end()  # type: ignore[union-attr]
        return False

    def _stretch(self, at: int, limit: int) -> tuple[bool, int]:
        """Walk over capitalized words, small words between; say whether a head is among them."""
        end, headed = at, False
        for count in range(8):
            if count and self._at(self.grammar.joined, self.skip_blank(end, limit), limit):
                break  # "and the" stands between two names as well
            small = self._small(end, limit) if count else end
            stop = self._word(small, limit)
            if stop is None:
                break
            if small == end or count == 0:
                start = self.skip_blank(small, limit)
                headed |= self._at(self.grammar.head, start, limit) is not None
            end = stop
        return headed, end
