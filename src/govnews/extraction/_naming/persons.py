"""People in running text: honorifics, posts with their offices, and the names themselves."""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction._naming.named import Named
from govnews.extraction._naming.walks import Walks

PERSON_WORD: Final = re.compile(r"\s{0,3}(?P<word>[^\W\d_][\w'’-]{0,30}\.?)")
_MARKED: Final = re.compile(r"\s{0,3}[-,(]\s{0,3}")
_COMMA: Final = re.compile(r"\s{0,2},\s{0,2}")
_FULL: Final = 2


class Persons(Walks):
    """Finds people in one text."""

    def person(self, at: int, limit: int) -> Named | None:
        """Return the person whose honorific or post stands at a place."""
        honorific = self._honorifics(at, limit)
        if honorific > at:
            start = self.skip_blank(honorific, limit)
            if self.folded.startswith(":", start):  # "các đồng chí: ..."
                start = self.skip_blank(start + 1, limit)
            posted = self.grammar.post.match(self.folded, start, limit)  # "đồng chí Bí thư A"
            end = start if posted is not None else self.name_end(start, limit)
            if end > start:
                span = self.view.trim(at, honorific)
                named = Named(sort="person", start=start, end=end, honorific=span)
                return self.with_post(named, limit)
            at = start
        post = self.post(at, limit)
        if post is None:
            return None
        start = self._skip_marks(post[1], limit)
        name_at = self._honorifics(start, limit)
        title = (start, name_at) if name_at > start else None
        begin = self.skip_blank(name_at, limit)
        end = self.name_end(begin, limit)
        if end == begin:
            return Named(sort="person", start=post[1], end=post[1], post=post)
        return Named(
            sort="person",
            start=begin,
            end=end,
            post=post,
            honorific=self.view.trim(*title) if title else None,
        )

    def listed_person(self, at: int, limit: int) -> Named | None:
        """Return the person of a list that has a post, though no honorific before the name."""
        end = self.name_end(at, limit)
        if len(self.folded[at:end].split()) < _FULL or self.grammar.head.match(self.folded, at):
            return None
        named = self.with_post(Named(sort="person", start=at, end=end), limit)
        return named if named.post is not None else None

    def _skip_marks(self, at: int, limit: int) -> int:
        while at < limit and (self.folded[at].isspace() or self.folded[at] in ",:"):
            at += 1
        return at

    def _honorifics(self, at: int, limit: int) -> int:
        """Walk over honorifics, which pile up: "ông PGS.TS."."""
        for _ in range(5):
            start = self.skip_blank(at, limit)
            match = self.grammar.honorific.match(self.folded, start, limit)
            if match is None or match.end() == start:
                break
            at = match.end()
            if self.folded[at : at + 1] == ".":
                at += 1
        return at

    def name_end(self, at: int, limit: int) -> int:
        """Walk over two to six capitalized words, or one behind an honorific."""
        end = at
        for count in range(6):
            step = PERSON_WORD.match(self.text, end, limit)
            if step is None or (not count and step.start("word") != at):
                break
            start = step.start("word")
            if not self._capital(start):
                break
            if count and self._not_a_name(start, limit):
                break
            word = step["word"]
            if word.endswith(".") and len(word) > 2:
                end = step.end() - 1
                break
            end = step.end()
        return end

    def _not_a_name(self, at: int, limit: int) -> bool:
        """Whether a post or an office begins within a run of capitals; single words are names."""
        if self._stops(at, limit):
            return True
        for pattern in (self.grammar.head, self.grammar.post):
            match = pattern.match(self.folded, at, limit)
            if match is not None and " " in match[0]:
                return True
        return False

    def _surnamed(self, at: int, limit: int) -> bool:
        """Whether a surname stands behind a place, and more of a name behind it."""
        start = self.skip_blank(at, limit)
        surname = self.grammar.surname.match(self.folded, start, limit)
        if surname is None:
            return False
        after = self.skip_blank(surname.end(), limit)
        return after < limit and self._capital(after)

    def _stranger(self, at: int, limit: int) -> bool:
        """Whether a name of no known family begins behind a post: "Phó Huyện trưởng Bun Thăn".

        A single word in capitals is an office's short form, and an office without a head may stand
        before a person's name: neither is taken for one.
        """
        start = self.skip_blank(at, limit)
        end = self.name_end(start, limit)
        words = self.text[start:end].split()
        if len(words) <= _FULL or self._class(start, limit)[0] or words[0].isupper():
            return False
        for place, _ in enumerate(words[1:-_FULL], 1):
            if self.grammar.surname.fullmatch(self.grammar.fold(words[place])):
                return False
        return self.grammar.region.match(self.folded, start, end) is None

    def with_post(self, named: Named, limit: int) -> Named:
        """Add the post that follows a name after a dash, a comma or a bracket."""
        gap = _MARKED.match(self.folded, named.end, limit)
        if gap is None:
            return named
        label = self.grammar.post_label.match(self.folded, gap.end(), limit)
        start = gap.end() if label is None else label.end()
        named.post = self.post(start, limit, behind=True)
        return named

    def post(self, at: int, limit: int, *, behind: bool = False) -> tuple[int, int] | None:
        """Return the range of a post with its organization; several may follow each other.

        A post that stands behind a name is not followed by another one.
        """
        end = at
        for _ in range(8):
            start = self.skip_blank(end, limit)
            if end > at:
                comma = _COMMA.match(self.folded, end, limit)
                if comma is None:
                    break
                start = comma.end()
            post = self.grammar.post.match(self.folded, start, limit)
            if post is None:
                break
            end = post.end()
            if not self._surnamed(end, limit) and (behind or not self._stranger(end, limit)):
                named = Named(sort="person", start=start, end=end)
                end = self._walk(named, limit).end
            if (own := self._own_house(end, limit)) is not None:
                end = own
        return (at, end) if end > at else None

    def _own_house(self, at: int, limit: int) -> int | None:
        """Return where a word for the teller's own office ends: "Hiệu trưởng Nhà trường"."""
        start = self.skip_blank(at, limit)
        own = self.grammar.own.match(self.folded, start, limit) if start > at else None
        return own.end() if own is not None else None
