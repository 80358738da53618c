"""Words and proper names: what a word is to a name, and how far a territory's own name goes."""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.named import Sort

STEP: Final = re.compile(
    r"(?P<gap>\s{0,3}[-/&,\"(]?\s{0,3})(?P<word>\w[\w&'’]{0,60}(?:[./-]\w{1,40}){0,4})"
)
NOUNS: Final = 4
DIGITS: Final = 3
_SHORTEST: Final = 2
_UNKNOWN: Final[frozenset[str]] = frozenset()
BEGINNINGS: Final = frozenset({"head", "post"})


class Territories:
    """Tells the words of one text apart, and walks over the proper names of territories."""

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

    def _capital_before(self, at: int) -> bool:
        start = at - 1
        while start > 0 and self.text[start].isspace():
            start -= 1
        while start > 0 and (self.text[start - 1].isalnum()):
            start -= 1
        return start >= 0 and self._capital(start)

    def _proper(self, at: int, limit: int, *, blank: bool = True) -> int:
        """Walk over capitalized words; return where they end."""
        end = at
        for count in range(6):
            step = STEP.match(self.folded, end, limit)
            if step is None:
                break
            gap, start = step["gap"].strip(), step.start("word")
            if gap and not (gap == "-" and end > at and step["gap"] == gap):
                break
            if not count and not blank and start != at:
                break
            if not self._capital(start) and not (
                (count or blank) and step["word"].isdigit() and len(step["word"]) < DIGITS
            ):
                break
            kinds, _ = self._class(start, limit)
            if "stop" in kinds and not (count == 1 and self._ends_capitals(step, limit)):
                break
            if count and kinds & BEGINNINGS:
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
        following = STEP.match(self.folded, end, limit)
        return following is None or bool(following["gap"].strip())

    def _surname_at(self, at: int, end: int, limit: int) -> bool:
        """Whether a person's name begins behind a territory's: "tỉnh Hòa Sơn Đỗ Minh Quân"."""
        if self.grammar.surname.match(self.folded, at, limit) is None:
            return False
        step = STEP.match(self.folded, end, limit)
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
        word = STEP.match(self.folded, at, limit)
        return word is not None and self._surname_at(at, word.end("word"), limit)

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
        for _ in range(NOUNS):
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
        given = STEP.match(self.folded, middle.end(), limit)
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
