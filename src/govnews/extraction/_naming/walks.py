"""Walks over the words of a name, from its head to the word that ends it; each is bounded."""

from __future__ import annotations

import re
from typing import Final

from attrs import mutable

from govnews.extraction._naming.named import Named
from govnews.extraction._naming.territories import BEGINNINGS, DIGITS, NOUNS, STEP, Territories

_MOST_WORDS: Final = 28
_TIGHT: Final = ("-", "&")
"""Marks that hold two words together without blanks: "HĐND-UBND huyện"."""
_NOT_INSIDE: Final = frozenset({"stop", "territory", "post"})


@mutable(eq=False)
class Course:
    """How far a walk has come.

    Args:
        end: Where it is.
        headed: Where the last head ended.
        reach: How far the next word may lie.
        joined: Whether a joining word came before.
    """

    end: int
    headed: int
    reach: int
    joined: bool = False


class Walks(Territories):
    """Walks over the words of names in one text."""

    def _quoted(self, at: int, limit: int) -> int | None:
        """Return where a quotation ends that begins before a place."""
        close = self.folded.find('"', at, min(limit, at + 100))
        return None if close < 0 else close + 1

    def _titlecase(self, start: int, end: int) -> bool:
        """Whether words begin with a capital and are not all in capitals."""
        words = self.text[start:end]
        return words[0].isupper() and not words.isupper()

    def _walk(self, named: Named, limit: int) -> Named:
        """Extend a name from its head to its end."""
        course = Course(end=named.end, headed=named.end, reach=limit)
        for _ in range(_MOST_WORDS):
            step = STEP.match(self.folded, course.end, course.reach)
            if step is None or not step["gap"] or "\n\n" in step["gap"]:
                break
            if not self._onward(named, course, step, limit):
                break
        named.bare = named.bare and course.end == named.end
        named.end = self._seated(named, course.end, limit)
        return named

    def _onward(self, named: Named, course: Course, step: re.Match[str], limit: int) -> bool:
        """Take one more word; return whether the name may go on behind it."""
        gap, at = step["gap"].strip(), step.start("word")
        kinds, known = self._class(at, limit)
        if gap == "(" or "stop" in kinds:
            if gap or course.end != course.headed or not self._titlecase(at, known):
                return False
            course.end = known  # "Phòng Hợp tác quốc tế"
            return True
        if gap == '"':
            close = self._quoted(at, limit)
            if close is None or course.joined:
                return False
            course.end = close
            return True
        if "territory" in kinds:
            if gap in ("", "-"):
                named.territory = at
                course.end = self._ground(at, known, limit, named.sort)
            return False
        if self._another(step, kinds, at, limit):
            return False
        abroad = "country" in kinds and named.sort == "person" and not gap
        if abroad or "head" in kinds:
            course.end = course.headed = known
            course.reach = known if abroad else limit  # "Đại sứ Hoa Kỳ" and a person's name
            return True
        if "inner" in kinds and gap in ("", "&"):
            return self._joining(named, course, at, known, limit)
        after = known if "lower" in kinds else self._trade(at, limit, step, named, course)
        course.end = course.end if after is None else after
        return after is not None

    def _joining(self, named: Named, course: Course, at: int, known: int, limit: int) -> bool:
        """Take a small word and the one behind it; of joining words a name holds one."""
        joiner = " ".join(self.folded[at:known].split()) in self.grammar.joiners
        after = self._inside(known, limit, joiner=joiner)
        if after is None or (joiner and course.joined):
            return False
        if joiner:
            course.joined, named.split = True, (course.end, known)
        course.end = after
        return True

    def _short_form(self, start: int, end: int) -> bool:
        """Whether a range is one word in capitals: an office named behind a post, "VLG"."""
        word = self.text[start:end].strip()
        return len(word) > 1 and word.isupper() and word.isalnum()

    def _seated(self, named: Named, end: int, limit: int) -> int:
        """Return where a name ends that says where its bearer stands: "Đại sứ ... tại ..."."""
        head = named.head or " ".join(self.folded[named.start : named.end].split())
        if head not in self.grammar.seats or end == named.end:
            return end
        at = self.skip_blank(end, limit)
        cue = self.grammar.at.match(self.folded, at, limit)
        if cue is None:
            return end
        start = self.skip_blank(cue.end(), limit)
        if start >= limit:
            return end
        kinds, known = self._class(start, limit)
        if "territory" in kinds:
            after = self._ground(start, known, limit, named.sort)
            return after if after > known else end
        if "lower" in kinds and self._capital(start):
            return known
        return self._proper(start, limit) if self._capital(start) else end

    def _another(self, step: re.Match[str], kinds: frozenset[str], at: int, limit: int) -> bool:
        """Whether a name or a post of its own begins at a word."""
        gap = step["gap"].strip()
        if gap and step["gap"] not in _TIGHT and self._parts(kinds, gap, at, limit):
            return True
        return "post" in kinds and (bool(gap) or self._capital(at))

    def _parts(self, kinds: frozenset[str], gap: str, at: int, limit: int) -> bool:
        """Whether a mark divides two names: a head stands behind it, or no list of trades."""
        if gap == "-" and "lower" in kinds and " " in self.folded[at : self._class(at, limit)[1]]:
            return False  # "Viễn thông" begins the names of firms, and ends those of trades
        return "head" in kinds or (gap == "," and not self._listed(at, limit))

    def _trade(
        self, at: int, limit: int, step: re.Match[str], named: Named, course: Course
    ) -> int | None:
        """Return where one more word of a name ends, or None where the name is over.

        Behind the office in a post a family name begins the person's: "Bộ trưởng Bộ Công Thương
        Trần Hữu Phước".
        """
        gap = step["gap"].strip()
        if named.sort == "person" and not gap:
            fresh = course.end == course.headed or (
                self._short_form(course.headed, course.end) and not self._surname_begins(at, limit)
            )
            begins = self._full_name if fresh else self._surname_begins
            if begins(at, limit):
                return None
        word = step["word"]
        if self._capital(at) or (word[0].isdigit() and len(word) <= DIGITS):
            return step.end("word")
        if gap:
            return None
        if self.lenient and self.grammar.name_rest.match(self.folded, step.end("word"), limit):
            return step.end("word")
        if self.lenient and (run := self._unknown(step, limit)) is not None:
            return run
        if not self._capital_before(at) and not self._territory_behind(step, limit):
            return None
        # One unknown small word is part of a compound ("Gốm sứ") where the name visibly goes on.
        following = STEP.match(self.folded, step.end("word"), limit)
        if following is None:
            return step.end("word")
        start = following.start("word")
        kinds, _ = self._class(start, limit)
        going_on = (
            self._capital(start)
            or following["word"].isdigit()
            or kinds & {"territory", "lower"}
            or self.grammar.joined.match(self.folded, start, limit)
            or following["gap"].strip() in (",", "(")
            or (self.lenient and "stop" in kinds)
        )
        return step.end("word") if going_on else None

    def _unknown(self, step: re.Match[str], limit: int) -> int | None:
        """Return where a few unknown small words end behind which the name visibly goes on."""
        for _ in range(NOUNS):
            end = step.end("word")
            following = STEP.match(self.folded, end, limit)
            if following is None or following["gap"].strip():
                return None
            step, start = following, following.start("word")
            kinds, known = self._class(start, limit)
            if self._capital(start):
                return None if kinds & BEGINNINGS or "stop" in kinds else end
            if "lower" in kinds:
                after = self.skip_blank(known, limit)
                return end if after < limit and self._capital(after) else None
            if kinds or self.grammar.joined.match(self.folded, start, limit):
                return None
        return None

    def _territory_behind(self, step: re.Match[str], limit: int) -> bool:
        """Whether the next word is the unit word of a territory: "Hội Doanh nhân trẻ tỉnh A"."""
        behind = self.skip_blank(step.end("word"), limit)
        return behind < limit and "territory" in self._class(behind, limit)[0]

    def _listed(self, at: int, limit: int) -> bool:
        """Whether a comma divides the trades of one name: "Sở Văn hóa, Thể thao và Du lịch"."""
        kinds, _ = self._class(at, limit)
        if kinds & BEGINNINGS or not (self._capital(at) or "lower" in kinds):
            return False
        if self.grammar.honorific.match(self.folded, at, limit):
            return False
        end = at
        for _ in range(7):
            step = STEP.match(self.folded, end, limit)
            if (
                step is None
                or step["gap"].strip() not in ("", ",")
                or self._stops(step.start("word"), limit)
            ):
                return False
            start = step.start("word")
            joiner = self.grammar.joined.match(self.folded, start, limit)
            if joiner is not None:
                return self._inside(joiner.end(), limit, joiner=True) is not None
            if end > at and self.grammar.head.match(self.folded, start, limit):
                return False
            end = step.end("word")
        return False

    def _inside(self, at: int, limit: int, *, joiner: bool) -> int | None:
        """Return where the word after a small word ends, if it still belongs to the name."""
        step = STEP.match(self.folded, at, limit)
        if step is None or step["gap"].strip():
            return None
        start = step.start("word")
        kinds, known = self._class(start, limit)
        if kinds & _NOT_INSIDE or (joiner and "head" in kinds):
            return None
        if "lower" in kinds:
            return known
        if self.grammar.article.match(self.folded, start, limit):
            return None
        return step.end("word") if self._capital(start) else None
