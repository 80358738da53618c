"""The text as the stages see it: composed, folded, and every place traceable to the source.

Patterns run over the folded text, names are cut from the composed one, and spans are reported in
code points of the source, which is never touched. All three have one length wherever the source is
in normal form C already, as nearly all text is; else a table leads back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

_MARK = re.compile("[\u0300-\u036f]")
# A base and its marks. No honest letter has more than a few; the bound keeps canonical ordering,
# which sorts by insertion, linear on hostile runs of marks.
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]{0,30}|[\u0300-\u036f]", re.DOTALL)
_ODD = re.compile("[\t\u00a0\u00ad\u2000-\u200b\u202f\u2060\ufeff‐-―−‘’‚′“”„″«»ʼ＠]")
_EVEN = {
    **dict.fromkeys("\t\u00a0\u00ad\u200b\u202f\u2060\ufeff", " "),
    **{chr(code): " " for code in range(0x2000, 0x200C)},
    **{chr(code): "-" for code in range(0x2010, 0x2016)},
    "−": "-",
    **dict.fromkeys("‘’‚′ʼ", "'"),
    **dict.fromkeys("“”„″«»", '"'),
    "＠": "@",
}

Fold = Callable[[str], str]


def plain_fold(text: str) -> str:
    """Fold case, blanks, dashes and quotation marks, one character to one character.

    >>> plain_fold("“Bến\u00a0Nước” – 2025")
    '"bến nước" - 2025'
    """
    # U+0130 is the one letter whose lower case has two code points.
    folded = text.replace("\u0130", "I").lower()
    return _ODD.sub(lambda odd: _EVEN.get(odd[0], odd[0]), folded)


class View:
    """A text, its folded form of the same length, and the way back to the source."""

    __slots__ = ("_starts", "folded", "source", "text")

    def __init__(self, source: str, fold: Fold, read: Fold | None = None) -> None:
        self.source = source
        self.text, self._starts = _compose(source)
        # A lexicon folds as it reads.
        self.folded = fold(plain_fold(self.text)) if read is None else read(self.text)
        if len(self.folded) != len(self.text):
            raise ValueError("the fold of a language pack changed the length of the text")

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the source that a range of this view stands for."""
        starts = self._starts
        return (start, end) if starts is None else (starts[start], starts[end])

    def exact(self, start: int, end: int) -> str:
        """Return the words of the source that a range of this view stands for."""
        first, last = self.span(start, end)
        return self.source[first:last]

    def trim(self, start: int, end: int, odd: str = " \n\r") -> tuple[int, int]:
        """Narrow a range until neither end is one of some characters."""
        folded = self.folded
        while start < end and folded[start] in odd:
            start += 1
        while end > start and folded[end - 1] in odd:
            end -= 1
        return start, end


def _compose(source: str) -> tuple[str, list[int] | None]:
    """Bring a text to normal form C; the list tells where in the source each character starts."""
    if source.isascii() or _MARK.search(source) is None:
        return source, None
    pieces: list[str] = []
    starts: list[int] = []
    for cluster in _CLUSTER.finditer(source):
        raw, at = cluster[0], cluster.start()
        piece = raw if len(raw) == 1 else unicodedata.normalize("NFC", raw)
        pieces.append(piece)
        if piece == raw:
            starts += range(at, at + len(piece))
        else:  # what begins within a cluster that was put in order begins behind it
            starts += [at, *[at + len(raw)] * (len(piece) - 1)]
    starts.append(len(source))
    return "".join(pieces), starts


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern for any of some folded phrases, the longest that fits, as a prefix tree.

    A phrase that ends in a letter or digit ends a word. A plain alternation tries the phrases one
    by one at each place; the tree looks at each character once.
    """
    return _branch(_tree(phrases)) or _NEVER


def words(phrases: Iterable[str], *, or_any: str = "") -> str:
    """Return a pattern for any of some folded phrases, standing as whole words.

    `or_any` are single characters that will do as well where a word may begin.

    That a word begins is asked behind its first letter, because a pattern that begins with a
    letter is found three times as fast as one that begins by looking back.
    """
    ways = [
        _escaped(first) + _BEGINS + _branch(below)
        for first, below in sorted(_tree(phrases).items(), reverse=True)
    ]
    ways += [re.escape(char) + _BEGINS for char in or_any]
    return f"(?:{'|'.join(ways)})" if ways else _NEVER


_NEVER: Final = "(?!)"
_BEGINS: Final = r"(?<!\w.)"
Tree: TypeAlias = dict[str, "Tree"]


def _escaped(part: str) -> str:
    return part if len(part) > 1 else re.escape(part)


def _tree(phrases: Iterable[str]) -> Tree:
    tree: Tree = {}
    for phrase in phrases:
        node = tree
        for part in _parts(phrase):
            node = node.setdefault(part, {})
        if phrase:
            node[""] = {}
    return tree


def _parts(phrase: str) -> list[str]:
    """The characters of a phrase; a blank stands for up to four of any kind."""
    parts: list[str] = []
    for place, word in enumerate(phrase.split()):
        if place:
            parts.append(r"\s{1,4}")
        parts += word
    if phrase[-1:].isalnum():
        parts.append(r"(?!\w)")
    return parts


def _branch(tree: Tree) -> str:
    ways: list[str] = []
    optional = "" in tree
    for first, below in sorted(tree.items(), reverse=True):
        if not first:
            continue
        tail, rest = _escaped(first), below
        while len(rest) == 1 and "" not in rest:  # a run without forks
            ((part, rest),) = rest.items()
            tail += _escaped(part)
        ways.append(tail + _branch(rest))
    if not ways:
        return ""
    if len(ways) == 1 and not optional:
        return ways[0]
    return f"(?:{'|'.join(ways)})" + ("?" if optional else "")
