"""Names in languages whose heads stand inside or at the end: "Halden University", "City of X".

Here a name is a run of capitalized words with the small words between them, and it is an
organization's if a head stands anywhere in it.
"""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction._names import _STEP, Named, Names

_MOST_WORDS: Final = 28
_POSSESSIVE: Final = re.compile(r"(?:[\w.-]{1,30}\s){0,3}[\w.-]{1,30}'s?\s{1,3}")


class CapitalNames(Names):
    """Finds names by their capitals."""

    def _stops(self, at: int, limit: int) -> bool:
        return self.grammar.stop.match(self.folded, at, limit) is not None

    def organization(self, at: int, limit: int) -> Named | None:
        """Return the organization whose first word stands at a place."""
        if at >= limit or not self._capital(at) or self._stops(at, limit):
            return None
        named = Named(sort="organization", start=at, end=at, bare=True)
        self._run(named, limit)
        if not named.head:
            return None
        return self._with_alias(named, limit)

    def _run(self, named: Named, limit: int) -> None:
        end, joined, grammar = named.start, False, self.grammar
        words = 0
        for _ in range(_MOST_WORDS):
            step = _STEP.match(self.folded, end, limit)
            if step is None or "\n\n" in step["gap"]:
                break
            gap, at = step["gap"].strip(), step.start("word")
            if self._stops(at, limit) or (gap not in ("", "-", "&", "/", '"', ",")):
                break
            if gap == '"':
                close = self.folded.find('"', at, min(limit, at + 100))
                if close < 0 or not words:
                    break
                end, words, named.bare = close + 1, words + 1, False
                continue
            if gap == ",":
                if not self._listing(at, limit, headed=bool(named.head)):
                    break
                joined = False
            head = grammar.head.match(self.folded, at, limit)
            if head is not None and self._capital(at):
                named.head = named.head or " ".join(head[0].split())
                end, words = head.end(), words + 1
                continue
            small = grammar.inner.match(self.folded, at, limit)
            if small is not None and not gap and words:
                joiner = " ".join(small[0].split()) in grammar.joiners
                if joiner and (joined or not named.head or self._headed(small.end(), limit)):
                    break
                after = self.skip_blank(small.end(), limit)
                if after >= limit or not self._capital(after) or self._stops(after, limit):
                    break
                if joiner:
                    joined, named.split = True, (end, small.end())
                end = small.end()
                continue
            if not self._capital(at) and not step["word"].isdigit():
                break
            if grammar.post.match(self.folded, at, limit) and words:
                break
            end, words, named.bare = step.end("word"), words + 1, False
        named.end = self._untangled(named.start, end)
        named.bare = named.bare and words < 2

    def _untangled(self, start: int, end: int) -> int:
        """Drop a possessive mark, and small words, from the end."""
        if self.folded.endswith("'s", start, end):
            end -= 2
        return end

    def _headed(self, at: int, limit: int) -> bool:
        """Whether the run behind a joining word has a head of its own, and is another name."""
        at = self.skip_blank(at, limit)
        if self.grammar.article.match(self.folded, at, limit):
            return True
        for _ in range(8):
            step = _STEP.match(self.folded, at, limit)
            if step is None or step["gap"].strip():
                return False
            start = step.start("word")
            if self.grammar.head.match(self.folded, start, limit) and self._capital(start):
                return True
            if not self._capital(start) and not self.grammar.inner.match(self.folded, start, limit):
                return False
            at = step.end("word")
        return False

    def _listing(self, at: int, limit: int, *, headed: bool) -> bool:
        """Whether a comma stands inside a name: "Ministry of Water, Land and Forests"."""
        if not self._capital(at) or self._stops(at, limit):
            return False
        if headed and self.grammar.head.match(self.folded, at, limit):
            return False
        if self.grammar.honorific.match(self.folded, at, limit):
            return False
        end = at
        for _ in range(7):
            step = _STEP.match(self.folded, end, limit)
            if step is None or step["gap"].strip() not in ("", ","):
                return False
            start = step.start("word")
            joiner = self.grammar.joined.match(self.folded, start, limit)
            if joiner is not None and not step["gap"].strip():
                return self._headed(joiner.end(), limit) is not headed
            if not self._capital(start) and not self.grammar.inner.match(self.folded, start, limit):
                return False
            end = step.end("word")
        return False

    def plain(self, at: int, limit: int) -> Named | None:
        """Return a run of capitalized or quoted words, its possessive mark aside."""
        named = super().plain(at, limit)
        if named is not None:
            named.end = self._untangled(named.start, named.end)
        return named

    def person(self, at: int, limit: int) -> Named | None:
        """Return a person; a possessive may stand before the post: "Malaysia's Minister of X"."""
        owner = (
            _POSSESSIVE.match(self.folded, at, limit) if at < limit and self._capital(at) else None
        )
        if owner is not None and self.grammar.post.match(self.folded, owner.end(), limit):
            person = super().person(owner.end(), limit)
            if person is not None and person.post is not None:
                person.post = (at, person.post[1])
            return person
        return super().person(at, limit)

    def post(self, at: int, limit: int) -> tuple[int, int] | None:
        """Return the range of a post; it goes on behind "of" and the like."""
        post = self.grammar.post.match(self.folded, at, limit)
        if post is None:
            return None
        end = post.end()
        small = self.grammar.inner.match(self.folded, self.skip_blank(end, limit), limit)
        joiner = small is not None and " ".join(small[0].split()) in self.grammar.joiners
        if small is not None and not joiner:
            after = self.skip_blank(small.end(), limit)
            lead = self.grammar.article.match(self.folded, after, limit)
            after = self.skip_blank(lead.end(), limit) if lead else after
            named = Named(sort="organization", start=after, end=after, head="post")
            if after < limit and self._capital(after):
                self._run(named, limit)
                end = max(end, named.end)
        return (at, end)
