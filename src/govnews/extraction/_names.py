"""Names in running text: where an organization, a territory, a place or a person begins and ends.

A name begins at a head ("Sở", "Ministry") or a unit word ("tỉnh", "City of") and runs over capital
letters, the small words that stand inside names, and the words of the trade ("khoa học và công
nghệ"), until a verb, a preposition or a stop. Each walk is bounded, so all of them are linear.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from attrs import mutable

from govnews.extraction._grammar import Grammar
from govnews.extraction._view import View

_STEP: Final = re.compile(
    r"(?P<gap>\s{0,3}[-/&,\"(]?\s{0,3})(?P<word>\w[\w&'’]{0,60}(?:[./-]\w{1,40}){0,4})"
)
_ALIAS: Final = re.compile(r"\s{0,2}\((?P<alias>[^()\n]{2,60})\)")
_PERSON_WORD: Final = re.compile(r"\s{0,3}(?P<word>[^\W\d_][\w'’-]{0,30}\.?)")
_MARKED: Final = re.compile(r"\s{0,3}[-,(]\s{0,3}")
_COMMA: Final = re.compile(r"\s{0,2},\s{0,2}")
_CODE: Final = re.compile(
    r"\s{1,3}(?:[A-ZĐ]\d{0,3}|\d{1,3}[A-ZĐ]?|[IVX]{1,4})(?:[.-]\d{1,3})?(?![\w/])"
)
_NOUNS: Final = 4
_LONG_HEAD: Final = 2
"""Blanks in a head that is a name of its own: "Văn phòng Chính phủ"."""
_MOST_WORDS: Final = 28
_DIGITS: Final = 3
_FULL: Final = 2
_TIGHT: Final = ("-", "&")
"""Marks that hold two words together without blanks: "HĐND-UBND huyện"."""
_UNKNOWN: Final[frozenset[str]] = frozenset()
_NOT_INSIDE: Final = frozenset({"stop", "territory", "post"})
_PERSONAL: Final = frozenset({"stop", "post"})
_OFFICIAL: Final = frozenset({"head", "territory", "lower"})
_BEGINNINGS: Final = frozenset({"head", "post"})

Sort = Literal["organization", "territory", "person", "plain"]


@mutable(kw_only=True, eq=False)
class Named:
    """A name in the text.

    Args:
        sort: What it names; ``"plain"`` is a name without a head: "VNPT".
        start: First character.
        end: The character after the last.
        head: The head or unit word, folded.
        headed: Range of the head, where it does not stand first.
        bare: Whether nothing but the head stands there: "Sở".
        territory: Start of the territory at its end, if any.
        alias: Range of a short form in brackets after it.
        past: Where a bracket ends that says where it is.
        honorific: Range of the words before a person's name.
        post: Range of a person's post.
        office: The office of a person that is named behind the name: "Rector A of B".
        split: Where a joining word inside might divide it in two.
    """

    sort: Sort
    start: int
    end: int
    head: str = ""
    headed: tuple[int, int] | None = None
    bare: bool = False
    territory: int | None = None
    alias: tuple[int, int] | None = None
    past: int | None = None
    honorific: tuple[int, int] | None = None
    post: tuple[int, int] | None = None
    office: Named | None = None
    split: tuple[int, int] | None = None

    @property
    def after(self) -> int:
        """Where the text goes on after the name and its bracket."""
        end = (self.past or self.end) if self.alias is None else self.alias[1] + 1
        end = max(end, self.office.after) if self.office is not None else end
        return max(end, self.post[1]) if self.post else end


class Names:
    """Finds names in one text."""

    by_capitals = False

    def opens(self, at: int, end: int) -> bool:
        """Whether capital letters alone show that a name begins at a place."""
        return False

    def __init__(self, view: View, grammar: Grammar) -> None:
        self.view = view
        self.grammar = grammar
        self.folded = view.folded
        self.text = view.text
        # Between "between" and "and" there is nothing but names, unknown words included.
        self.lenient = False

    # -- organizations and territories -----------------------------------------------------

    def organization(self, at: int, limit: int) -> Named | None:
        """Return the organization whose head stands at a place."""
        head = self.grammar.head.match(self.folded, at, limit)
        if head is None or not self._opens(at, head.end(), limit):
            return None
        named = Named(
            sort="organization", start=at, end=head.end(), head=" ".join(head[0].split()), bare=True
        )
        return self._with_alias(self._walk(named, limit), limit)

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
            if "stop" in kinds or (count and kinds & _BEGINNINGS):
                break
            if count and self._surname_at(start, step.end("word"), limit):
                break
            end = step.end("word")
        return end

    def _surname_at(self, at: int, end: int, limit: int) -> bool:
        """Whether a person's name begins behind a territory's: "tỉnh Hòa Sơn Đỗ Minh Quân"."""
        if self.grammar.surname.match(self.folded, at, limit) is None:
            return False
        step = _STEP.match(self.folded, end, limit)
        if step is None or step["gap"].strip() or not self._capital(step.start("word")):
            return False
        # "Quảng Ninh Nguyễn ...": of two in a row, the second is the surname.
        return self.grammar.surname.match(self.folded, step.start("word"), limit) is None

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
                break
            if gap == '"':
                close = self.folded.find('"', at, min(limit, at + 100))
                if close < 0 or joined:
                    break
                end = close + 1
                continue
            if "territory" in kinds:
                if gap in ("", "-"):
                    named.territory = at
                    end = self._ground(at, known, limit, named.sort)
                break
            if gap and step["gap"] not in _TIGHT and self._parts(kinds, gap, at, limit):
                break
            if "post" in kinds and (gap or self._capital(at)):
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
            post = named.sort == "person" and end > headed and not gap
            after = known if "lower" in kinds else self._trade(at, limit, step, gap, post=post)
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
        return self._proper(end, limit)

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
        start = self.skip_blank(surname.end(), limit)
        middle = self.grammar.middle.match(self.folded, start, limit)
        if middle is None or not self._capital(start):
            return False
        start = self.skip_blank(middle.end(), limit)
        return start < limit and self._capital(start)

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

    def _parts(self, kinds: frozenset[str], gap: str, at: int, limit: int) -> bool:
        """Whether a mark divides two names: a head stands behind it, or no list of trades."""
        return "head" in kinds or (gap == "," and not self._listed(at, limit))

    def _trade(
        self, at: int, limit: int, step: re.Match[str], gap: str, *, post: bool
    ) -> int | None:
        """Return where one more word of a name ends, or None where the name is over.

        Behind the office in a post a family name begins the person's: "Bộ trưởng Bộ Công Thương
        Trần Hữu Phước".
        """
        if post and self._surname_at(at, step.end("word"), limit):
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

    def _with_alias(self, named: Named, limit: int) -> Named:
        bracket = _ALIAS.match(self.folded, named.end, limit)
        if bracket is None or not self._short(bracket["alias"], bracket.start("alias")):
            return named
        if self.grammar.region.fullmatch(bracket["alias"].strip()):
            named.past = bracket.end()  # "(Mỹ)" says where, not what else it is called
            return named
        named.alias = bracket.span("alias")
        return named

    def _short(self, alias: str, at: int) -> bool:
        """Whether the words of a bracket are another name: capital letters lead and outweigh."""
        original = self.text[at : at + len(alias)]
        words = original.split()
        if len(words) > 6 or not words[0][:1].isupper():
            return False
        return sum(word[:1].isupper() for word in words) * 2 >= len(words)

    # -- people ----------------------------------------------------------------------------

    def person(self, at: int, limit: int) -> Named | None:
        """Return the person whose honorific or post stands at a place."""
        honorific = self._honorifics(at, limit)
        if honorific > at:
            start = self.skip_blank(honorific, limit)
            if self.folded.startswith(":", start):  # "các đồng chí: ..."
                start = self.skip_blank(start + 1, limit)
            end = self.name_end(start, limit)
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

    def office_in(self, start: int, end: int) -> Named | None:
        """Return the first organization named in a range such as a post, else a territory."""
        for head in self.grammar.head.finditer(self.folded, start, end):
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
        return self._room(self._walk(Named(sort="plain", start=at, end=head.end()), limit), limit)

    def _room(self, named: Named, limit: int) -> Named:
        """Add the number or the letter of a hall: "Hội trường số 3", "Phòng họp khu A"."""
        start = self.skip_blank(named.end, limit)
        word = self.grammar.room.match(self.folded, start, limit)
        code = _CODE.match(self.text, word.end() if word else named.end, limit)
        if code is not None:
            named.end = code.end()
        return named

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
            step = _PERSON_WORD.match(self.text, end, limit)
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

    def with_post(self, named: Named, limit: int) -> Named:
        """Add the post that follows a name after a dash, a comma or a bracket."""
        gap = _MARKED.match(self.folded, named.end, limit)
        if gap is None:
            return named
        label = self.grammar.post_label.match(self.folded, gap.end(), limit)
        start = gap.end() if label is None else label.end()
        named.post = self.post(start, limit)
        return named

    def post(self, at: int, limit: int) -> tuple[int, int] | None:
        """Return the range of a post with its organization; several may follow each other."""
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
            if not self._surnamed(end, limit):
                named = Named(sort="person", start=start, end=end)
                end = self._walk(named, limit).end
        return (at, end) if end > at else None
