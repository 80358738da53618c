"""Walks over the words of a name, from its head to the word that ends it; each is bounded."""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.named import Named, Sort

_STEP: Final = re.compile(
    r"(?P<gap>\s{0,3}[-/&,\"(]?\s{0,3})(?P<word>\w[\w&'’]{0,60}(?:[./-]\w{1,40}){0,4})"
)
_NOUNS: Final = 4
_MOST_WORDS: Final = 28
_DIGITS: Final = 3
_SHORTEST: Final = 2
_TIGHT: Final = ("-", "&")
"""Marks that hold two words together without blanks: "HĐND-UBND huyện"."""
_UNKNOWN: Final[frozenset[str]] = frozenset()
_NOT_INSIDE: Final = frozenset({"stop", "territory", "post"})
_BEGINNINGS: Final = frozenset({"head", "post"})


class Walks:
    """Walks over the words of names in one text."""

    def __init__(self, view: View, grammar: Grammar) -> None:
        self.view = view
        self.grammar = grammar
        self.folded = view.folded
        self.text = view.text
        # Between "between" and "and" there is nothing but names, unknown words included.
        self.lenient = False
        self.headline = False

    def skip_blank(self, at: int, limit: int) -> int:
        while at < limit and self.folded[at].isspace():
            at += 1
        return at

    def _stops(self, at: int, limit: int) -> bool:
        """Whether a word at a place ends a name."""
        return "stop" in self._class(at, limit)[0]

    def _capital(self, at: int) -> bool:
        char = self.text[at]
        return char.isupper() or char.istitle()

    def _proper(self, at: int, limit: int, *, blank: bool = True) -> int:
        """Walk over capitalized words; return where they end."""
        end = at
        for count in range(6):
            step = _STEP.match(self.folded, end, limit)
            if step is None:
                break
            gap, start = step["gap"].strip(), step.start("word")
            if gap and not (gap == "-" and end > at and step["gap"] == gap):
                break
            if not count and not blank and start != at:
                break
            if not self._capital(start) and not (
                (count or blank) and step["word"].isdigit() and len(step["word"]) < _DIGITS
            ):
                break
            kinds, _ = self._class(start, limit)
            if "stop" in kinds and not (count == 1 and self._ends_capitals(step, limit)):
                break
            if count and kinds & _BEGINNINGS:
                break
            if count and self._surname_at(start, step.end("word"), limit):
                break
            end = step.end("word")
        return end

    def _ends_capitals(self, step: re.Match[str], limit: int) -> bool:
        """Whether a small word ends a name in capitals: "HUYỆN KỲ ANH - TỈNH HÀ TĨNH"."""
        start, end = step.span("word")
        if not self.text[start:end].isupper() or end - start < _SHORTEST:
            return False
        following = _STEP.match(self.folded, end, limit)
        return following is None or bool(following["gap"].strip())

    def _surname_at(self, at: int, end: int, limit: int) -> bool:
        """Whether a person's name begins behind a territory's: "tỉnh Hòa Sơn Đỗ Minh Quân"."""
        if self.grammar.surname.match(self.folded, at, limit) is None:
            return False
        step = _STEP.match(self.folded, end, limit)
        if step is None or step["gap"].strip() or not self._capital(step.start("word")):
            return False
        if self._stops(step.start("word"), limit):
            return False  # "tỉnh Tây Ninh Chương trình phối hợp ..."
        # "Quảng Ninh Nguyễn ...": of two in a row, the second is the surname.
        following = step.start("word")
        return (
            self.grammar.surname.match(self.folded, following, limit) is None
            or self.grammar.middle.match(self.folded, following, limit) is not None
        )

    def _surname_begins(self, at: int, limit: int) -> bool:
        word = _STEP.match(self.folded, at, limit)
        return word is not None and self._surname_at(at, word.end("word"), limit)

    def _class(self, at: int, limit: int) -> tuple[frozenset[str], int]:
        """Return what the longest known phrase at a place is, and where it ends."""
        match = self.grammar.lexeme.match(self.folded, at, limit)
        if match is None:
            return _UNKNOWN, at
        word = match[0]
        classes = self.grammar.classes
        kinds = classes.get(word) or classes[" ".join(word.split())]
        if "stop" in kinds and self._outweighs(self.text[at : match.end()], kinds):
            return kinds - {"stop"}, match.end()
        return kinds, match.end()

    def _outweighs(self, word: str, kinds: frozenset[str]) -> bool:
        """Whether the capital of a small word makes it part of a name: "Cao Bằng", "Bà Rịa"."""
        if not word[0].isupper() or (word.isupper() and len(word) > 1):
            return False
        return " " not in word or "head" in kinds  # "Tổ chức Y tế Thế giới"

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
        end, joined, headed, reach = named.end, False, named.end, limit
        for _ in range(_MOST_WORDS):
            step = _STEP.match(self.folded, end, reach)
            if step is None or not step["gap"] or "\n\n" in step["gap"]:
                break
            gap, at = step["gap"].strip(), step.start("word")
            kinds, known = self._class(at, limit)
            if gap == "(" or "stop" in kinds:
                if not gap and end == headed and self._titlecase(at, known):
                    end = known  # "Phòng Hợp tác quốc tế"
                    continue
                break
            if gap == '"':
                close = self._quoted(at, limit)
                if close is None or joined:
                    break
                end = close
                continue
            if "territory" in kinds:
                if gap in ("", "-"):
                    named.territory = at
                    end = self._ground(at, known, limit, named.sort)
                break
            if self._another(step, kinds, at, limit):
                break
            abroad = "country" in kinds and named.sort == "person" and not gap
            if abroad or "head" in kinds:
                end = headed = known
                reach = end if abroad else limit  # "Đại sứ Hoa Kỳ" and the name of a person
                continue
            if "inner" in kinds and gap in ("", "&"):
                joiner = " ".join(self.folded[at:known].split()) in self.grammar.joiners
                after = self._inside(known, limit, joiner=joiner)
                if after is None or (joiner and joined):
                    break
                if joiner:
                    joined, named.split = True, (end, known)
                end = after
                continue
            fresh = end == headed or (
                self._short_form(headed, end) and not self._surname_begins(at, limit)
            )
            after = (
                known
                if "lower" in kinds
                else self._trade(at, limit, step, gap, named=named, fresh=fresh)
            )
            if after is None:
                break
            end = after
        named.bare = named.bare and end == named.end
        named.end = self._seated(named, end, limit)
        return named

    def _ground(self, at: int, known: int, limit: int, sort: Sort) -> int:
        """Return where a territory ends whose unit word stands at a place.

        The names of nations hold common nouns. Behind a post the name of the person who holds it
        may follow the unit word.
        """
        end = known
        if self.grammar.levels.get(" ".join(self.folded[at:known].split())) == "country":
            end = self._nation(known, limit)
        elif sort == "person" and self._full_name(self.skip_blank(known, limit), limit):
            return known
        elif not self.grammar.pack.names.heads_last:
            start = self.skip_blank(known, limit)
            region = self.grammar.region.match(self.folded, start, limit)
            if region is not None and " " in region[0] and self._capital(start):
                end = region.end()  # "thành phố Hải Phòng": "Phòng" is no head here
        return self._proper(end, limit) if end == known else end

    def _nation(self, unit: int, limit: int) -> int:
        """Return where the nouns of a nation's name end: "nước Cộng hòa xã hội chủ nghĩa"."""
        end = unit
        for _ in range(_NOUNS):
            start = self.skip_blank(end, limit)
            kinds, known = self._class(start, limit)
            if "stop" in kinds or not kinds & {"territory", "lower"}:
                break
            end = known
        start = self.skip_blank(end, limit)
        proper = start < limit and self._capital(start)
        return end if proper or self._capital_before(end) else unit

    def _full_name(self, at: int, limit: int) -> bool:
        """Whether a surname, a middle name and one more word stand at a place."""
        surname = self.grammar.surname.match(self.folded, at, limit)
        if surname is None or not self._capital(at):
            return False
        town = self.grammar.region.match(self.folded, at, limit)
        if town is not None and town.end() > surname.end():
            return False  # "thành phố Hồ Chí Minh"
        start = self.skip_blank(surname.end(), limit)
        middle = self.grammar.middle.match(self.folded, start, limit)
        middle = middle or self.grammar.surname.match(self.folded, start, limit)
        if middle is None or not self._capital(start):
            return False
        given = _STEP.match(self.folded, middle.end(), limit)
        if given is None or given["gap"].strip() or not self._capital(given.start("word")):
            return False
        # "Trường Lê Quý Đôn Nguyễn Văn Ấn", "huyện Châu Thành Lê Văn Ấn": of two names the first
        # is that of the school, or of the place.
        behind = self.skip_blank(given.end(), limit)
        surnames = (
            self.grammar.surname.match(self.folded, start, limit)
            for start in (given.start("word"), behind)
        )
        going_on = behind < limit and self._capital(behind)
        return not going_on or not any(surnames)

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
        self, at: int, limit: int, step: re.Match[str], gap: str, *, named: Named, fresh: bool
    ) -> int | None:
        """Return where one more word of a name ends, or None where the name is over.

        Behind the office in a post a family name begins the person's: "Bộ trưởng Bộ Công Thương
        Trần Hữu Phước".
        """
        if named.sort == "person" and not gap:
            begins = self._full_name if fresh else self._surname_begins
            if begins(at, limit):
                return None
        word = step["word"]
        if self._capital(at) or (word[0].isdigit() and len(word) <= _DIGITS):
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
        following = _STEP.match(self.folded, step.end("word"), limit)
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
        for _ in range(_NOUNS):
            end = step.end("word")
            following = _STEP.match(self.folded, end, limit)
            if following is None or following["gap"].strip():
                return None
            step, start = following, following.start("word")
            kinds, known = self._class(start, limit)
            if self._capital(start):
                return None if kinds & _BEGINNINGS or "stop" in kinds else end
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

    def _capital_before(self, at: int) -> bool:
        start = at - 1
        while start > 0 and self.text[start].isspace():
            start -= 1
        while start > 0 and (self.text[start - 1].isalnum()):
            start -= 1
        return start >= 0 and self._capital(start)

    def _listed(self, at: int, limit: int) -> bool:
        """Whether a comma divides the trades of one name: "Sở Văn hóa, Thể thao và Du lịch"."""
        kinds, _ = self._class(at, limit)
        if kinds & _BEGINNINGS or not (self._capital(at) or "lower" in kinds):
            return False
        if self.grammar.honorific.match(self.folded, at, limit):
            return False
        end = at
        for _ in range(7):
            step = _STEP.match(self.folded, end, limit)
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
        step = _STEP.match(self.folded, at, limit)
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
