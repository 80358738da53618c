"""The first words of all phrases of a pack, and texts read with them.

Texts of one language are made of the same words again and again. So a text is taken apart at its
blanks, and what stands between two blanks is folded and looked up when it is met for the first
time; after that one look tells both how it folds and which phrases may begin with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Final, cast

from attrs import frozen

from govnews.extraction._ground.phrases import Marked, Phrases
from govnews.extraction._ground.view import words

_WORD: Final = re.compile(r"\w+")
_ANY: Final = ""
"""What follows a word where no word is known to: any may stand behind it."""
_MOST_PIECES: Final = 20_000
_LONGEST_PIECE: Final = 40

Entry = tuple[int, tuple[int, ...]]
"""What is known of a place: a bit for each set, and the numbers of those that are sought."""


class Beginning:
    """What begins with one word: the word alone, and the word with each one that may follow it."""

    __slots__ = ("alone", "followed")

    def __init__(self) -> None:
        self.alone: Entry | None = None
        self.followed: dict[str, Entry] = {}

    def add(self, second: str | None, bit: int, number: int | None) -> None:
        """Add a phrase by its second word; None where it has none."""
        if second is None:
            self.alone = _joined(self.alone, bit, number)
            self.followed = {word: _joined(one, bit, number) for word, one in self.followed.items()}
            return
        for word in (second, _ANY):
            self.followed[word] = _joined(self.followed.get(word, self.alone), bit, number)


@frozen(eq=False)
class Piece:
    """What stands between two blanks of a text.

    Args:
        folded: Its folded form.
        first: The word it begins with, or nothing where it begins with a mark.
        inside: The known words in it, with their places.
        last: What begins with its last word, where that word ends it and the next piece decides.
        last_at: Where its last word begins.
        size: Its length, the blank behind it included.
    """

    folded: str
    first: str
    inside: tuple[tuple[int, Entry], ...]
    last: Beginning | None
    last_at: int
    size: int


_NO_PIECE: Final = Piece("", _ANY, (), None, 0, 0)


_folded: Final = attrgetter("folded")


class Lexicon:
    """The first words of all phrases of one pack.

    Args:
        fold: Folds a phrase, and what stands between two blanks of a text, which has the normal
            form that the text has.
        normal: Brings a phrase to the normal form of texts.
    """

    def __init__(self, fold: Callable[[str], str], normal: Callable[[str], str]) -> None:
        self._fold, self._normal = fold, normal
        self._sets = self._sought = 0
        self._beginnings: dict[str, Beginning] = {}
        self._pieces: dict[str, Piece] = {}

    def fold(self, phrase: str) -> str:
        """Fold a phrase of the pack as texts are folded."""
        return self._fold(self._normal(phrase))

    def phrases(
        self, some: Iterable[str], pattern: str | None = None, *, sought: bool = False
    ) -> Phrases:
        """Return a set of phrases, standing as whole words, or within a pattern of their own.

        Args:
            some: The phrases; they are folded here.
            pattern: A pattern whose matches begin with one of the phrases.
            sought: Whether the phrases are sought in ranges, besides asked for at places.
        """
        folded = [self.fold(phrase).strip() for phrase in some]
        compiled = re.compile(words(folded) if pattern is None else pattern)
        marks = frozenset(phrase[0] for phrase in folded if phrase and first_word(phrase) is None)
        bit, number = 1 << self._sets, self._sought if sought and not marks else None
        self._sets += 1
        self._sought += number is not None
        for phrase in folded:
            first = first_word(phrase)
            if first is not None:
                beginning = self._beginnings.setdefault(first, Beginning())
                beginning.add(_second_word(phrase), bit, number)
        return Phrases(compiled, bit, marks, number)

    # -- texts -----------------------------------------------------------------------------

    def read(self, text: str) -> Marked:
        """Fold a text, and look up its words, each with the one behind it."""
        if len(self._pieces) >= _MOST_PIECES:
            self._pieces.clear()
        pieces = text.replace("\n", " ").split(" ")
        known = list(map(self._pieces.get, pieces))
        if not all(known):
            known = [one or self._learn(piece) for one, piece in zip(known, pieces, strict=True)]
        found = cast("list[Piece]", known)
        folded = " ".join(map(_folded, found))
        return self._marked(_with_line_ends(folded, text), found)

    def mark(self, folded: str) -> Marked:
        """Look up the words of a text that is folded already."""
        if isinstance(folded, Marked):
            return folded
        pieces = folded.replace("\n", " ").split(" ")
        return self._marked(folded, [self._piece(piece) for piece in pieces])

    def _learn(self, written: str) -> Piece:
        piece = self._piece(self._fold(written))
        if len(written) <= _LONGEST_PIECE and len(self._pieces) < _MOST_PIECES:
            self._pieces[written] = piece
        return piece

    def _piece(self, folded: str) -> Piece:
        """Look up the words of what stands between two blanks."""
        found = list(_WORD.finditer(folded))
        inside: list[tuple[int, Entry]] = []
        last = None
        for place, word in enumerate(found):
            beginning = self._beginnings.get(word[0])
            if beginning is None:
                continue
            if word.end() == len(folded):
                last = beginning
                continue
            following = found[place + 1] if place + 1 < len(found) else None
            near = following is not None and following.start() == word.end() + 1
            second = following[0] if following is not None and near else _ANY
            entry = beginning.followed.get(second, beginning.alone)
            if entry is not None:
                inside.append((word.start(), entry))
        begins = bool(found) and not found[0].start()
        return Piece(
            folded=folded,
            first=found[0][0] if begins else _ANY,
            inside=tuple(inside),
            last=last,
            last_at=found[-1].start() if found else 0,
            size=len(folded) + 1,
        )

    def _marked(self, folded: str, pieces: Sequence[Piece]) -> Marked:
        text = Marked(folded)
        text.kinds = kinds = {}
        starts: list[list[int]] = [[] for _ in range(self._sought)]
        text.starts = starts
        at = before = 0
        beginning: Beginning | None = None
        for piece in (*pieces, _NO_PIECE):
            if beginning is not None:
                entry = beginning.followed.get(piece.first, beginning.alone)
                if entry is not None:
                    kinds[before], numbers = entry
                    for number in numbers:
                        starts[number].append(before)
            for place, (bits, numbers) in piece.inside:
                kinds[at + place] = bits
                for number in numbers:
                    starts[number].append(at + place)
            beginning = piece.last
            if beginning is not None:
                before = at + piece.last_at
            at += piece.size
        return text


def _with_line_ends(folded: str, text: str) -> str:
    """Put the line ends of a text back into its folded form, which has blanks for them."""
    at = 0
    lines: list[str] = []
    for line in text.split("\n"):
        lines.append(folded[at : at + len(line)])
        at += len(line) + 1
    return "\n".join(lines)


def _joined(entry: Entry | None, bit: int, number: int | None) -> Entry:
    bits, numbers = entry or (0, ())
    if number is None or bits & bit:
        return bits | bit, numbers
    return bits | bit, (*numbers, number)


def first_word(phrase: str) -> str | None:
    """Return the word a folded phrase begins with; None where it begins with a mark."""
    word = _WORD.match(phrase)
    if word is None or (word.end() == len(phrase) and not phrase[-1].isalnum()):
        return None
    return word[0]


def _second_word(phrase: str) -> str | None:
    """Return the word behind the first blank of a phrase.

    Where a mark stands there, or behind the first word, it is as if nothing did: the phrase is
    looked for wherever its first word stands.
    """
    parts = phrase.split(maxsplit=2)
    if len(parts) == 1 or not parts[0].isalnum():
        return None
    return first_word(parts[1])
