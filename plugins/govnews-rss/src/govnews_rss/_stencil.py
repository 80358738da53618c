"""Regular items: cut out by the stencil of an item before, with no parser and no tree.

Programs write feeds, and write their items alike: the same tags in the same order, and between them
text, CDATA and values of attributes. The first such item is taken apart by expressions that are as
strict as a parser of XML; what stands between its values is the stencil. An item that agrees with a
stencil to the letter, and whose values are of the same kinds, is as well-formed as that first one
was, and its values are found by looking for the next delimiter. All else goes to the parser, which
alone decides whether it is well-formed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Generic, TypeVar

from attrs import define, field, frozen

from govnews_rss._xml import is_character

_NAME = r"[A-Za-z_][\w.\-]*+(?::[A-Za-z_][\w.\-]*+)?"
_TAG = re.compile(
    rf"""<({_NAME})((?:[ \t\n]++{_NAME}=(?:"[^"<\t\n]*+"|'[^'<\t\n]*+'))*+)[ \t\n]*+(/?)>""",
    re.ASCII,
)
_ATTRIBUTE = re.compile(rf"""({_NAME})=(?:"([^"]*+)"|'([^']*+)')""", re.ASCII)
_END = re.compile(rf"</({_NAME})[ \t\n]*+>", re.ASCII)
_BLANK = re.compile(r"[ \t\n]*+")
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));", re.ASCII)
_PREDEFINED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_CDATA: Final = "<![CDATA["
_IN_CDATA: Final = r"(?:[^\]]++|\](?!\]>))*+"
_MANY: Final = 100
_MOST_LEAVES: Final = 200
_DEEPEST: Final = 8

Shape = TypeVar("Shape")


class IrregularError(Exception):
    """The parser has to look at it."""


@frozen
class Leaf:
    """An element without elements inside.

    Args:
        path: Its name, after those of the elements around it within the item, in the notation of
            ElementTree.
        parent: Which element of the item is around it, by number.
        text: Which value is its text, or -1 where it is empty.
        attributes: Which value is that of each of its attributes.
        around: What blanks stand before and after its text, where that is CDATA.
    """

    path: tuple[str, ...]
    parent: int
    text: int
    attributes: Mapping[str, int]
    around: tuple[str, str] = ("", "")


@define(eq=False)
class Stencil(Generic[Shape]):
    """What stands between the values of an item.

    Items are cut by looking for the next delimiter; where a stencil is used again and again, the
    same is said in one pattern, which takes half the time, but a while to compile.

    Args:
        opening: What stands before the first value.
        steps: For each value what ends it, what stands after it, and the length of that.
        texts: Which values are text, but for CDATA.
        attributes: Which values are those of attributes.
        leaves: The elements without elements inside.
        shape: What the values mean, or None where no such item is plain.
    """

    opening: str
    steps: Sequence[tuple[str, str, int]]
    texts: Sequence[int]
    attributes: Sequence[int]
    leaves: Sequence[Leaf]
    shape: Shape | None
    _cuts: int = field(init=False, default=0)
    _pattern: re.Pattern[str] | None = field(init=False, default=None)

    def cut(self, text: str, at: int) -> tuple[list[str], int] | None:
        """Cut an item out.

        Args:
            text: The text it stands in.
            at: Where the item before it ends.

        Returns:
            Its values and where it ends, or None where it is not of this form, or not whole.
        """
        if self._pattern is not None:
            match = self._pattern.match(text, at)
            return None if match is None else ([*match.groups()], match.end())
        if not text.startswith(self.opening, at):
            return None
        values = []
        at += len(self.opening)
        for delimiter, between, length in self.steps:
            end = text.find(delimiter, at)
            # Where there is no delimiter, nothing can start with it at the last sign.
            if not text.startswith(between, end):
                return None
            values.append(text[at:end])
            at = end + length
        self._cuts += 1
        if self._cuts == _MANY and len(self.steps) < _MOST_LEAVES:
            self._pattern = self._compiled()
        return values, at

    def _compiled(self) -> re.Pattern[str]:
        """Return the pattern of an item; each of its parts ends where the next one begins."""
        parts = [re.escape(self.opening)]
        for delimiter, between, _ in self.steps:
            value = _IN_CDATA if delimiter == "]]>" else f"[^{delimiter}]*+"
            parts.append(f"({value}){re.escape(between)}")
        return re.compile("".join(parts))

    @property
    def is_flat(self) -> bool:
        """Whether all elements of an item stand directly in it."""
        return all(len(leaf.path) == 1 for leaf in self.leaves)

    def resolve(self, values: list[str]) -> None:
        """Replace references by their characters.

        Raises:
            IrregularError: A value is not well-formed, or no plain one.
        """
        for at in self.texts:
            text = values[at]
            if "&" in text or "]" in text:
                if "]]>" in text:  # XML 1.0, 2.4
                    raise IrregularError
                values[at] = unescaped(text)
        for at in self.attributes:
            text = values[at]
            if "<" in text or not text.isprintable():  # a parser makes blanks of line ends
                raise IrregularError
            if "&" in text:
                values[at] = unescaped(text)


class Learning:
    """Takes an item apart that no stencil fits.

    Args:
        text: The item, from the end of the one before.
        name: The name of items, with the prefix if any.
        scope: The namespace of each prefix where it stands.
        most: So many attributes may an element have.

    Raises:
        IrregularError: It is not regular.
    """

    def __init__(self, text: str, name: str, scope: Mapping[str, str], most: int) -> None:
        self._text = text
        self._scope = scope
        self._most = most
        self._values: list[tuple[str, int, int]] = []
        self._open: list[tuple[str, int]] = []
        self._opened = 0
        self.leaves: list[Leaf] = []
        at = self._blank(0)
        opening = f"<{name}>"
        if not text.startswith(opening, at):
            raise IrregularError
        at = self._blank(at + len(opening))
        closing = f"</{name}>"
        while self._open or not text.startswith(closing, at):
            at = self._blank(self._close(at) if text.startswith("</", at) else self._element(at))
        if at + len(closing) < len(text):
            raise IrregularError

    def stencil(self, shape: Shape | None) -> Stencil[Shape]:
        """Return what stands between the values.

        Args:
            shape: What the values mean.
        """
        text = self._text
        starts = [start for _, start, _ in self._values] + [len(text)]
        steps = []
        for (sort, _, end), start in zip(self._values, starts[1:], strict=True):
            steps.append(("<" if sort == "text" else sort, text[end:start], start - end))
        sorts = [sort for sort, _, _ in self._values]
        return Stencil(
            opening=text[: starts[0]],
            steps=tuple(steps),
            texts=tuple(at for at, sort in enumerate(sorts) if sort == "text"),
            attributes=tuple(at for at, sort in enumerate(sorts) if sort in ('"', "'")),
            leaves=tuple(self.leaves),
            shape=shape,
        )

    def _blank(self, at: int) -> int:
        match = _BLANK.match(self._text, at)
        return match.end() if match else at

    def _close(self, at: int) -> int:
        """Take an end tag of an element that has elements inside; return where it ends."""
        match = _END.match(self._text, at)
        if match is None or not self._open or self._open.pop()[0] != match[1]:
            raise IrregularError
        return match.end()

    def _element(self, at: int) -> int:
        """Take a leaf, or the start tag of an element that has elements inside."""
        match = _TAG.match(self._text, at)
        if match is None or len(self.leaves) > _MOST_LEAVES:
            raise IrregularError
        name, empty = match[1], match[3]
        attributes = self._attributes(match.start(2), match.end(2))
        if empty:
            self._leaf(name, -1, attributes)
            return match.end()
        sort, start, end = self._content(match.end())
        before = after = ""
        rest = end
        if sort == "]]>":
            before = self._text[match.end() : start - len(_CDATA)]
            rest = self._blank(end + len(sort))
            after = self._text[end + len(sort) : rest]
        closing = _END.match(self._text, rest)
        if closing is not None and closing[1] == name:
            self._values.append((sort, start, end))
            self._leaf(name, len(self._values) - 1, attributes, (before, after))
            return closing.end()
        if sort == "]]>" or closing or attributes or self._text[start:end].strip(" \t\n"):
            raise IrregularError
        if len(self._open) > _DEEPEST:
            raise IrregularError
        self._opened += 1
        self._open.append((name, self._opened))
        return end

    def _content(self, start: int) -> tuple[str, int, int]:
        """Return the sort of an element's content, and where it begins and ends."""
        sort = "text"
        section = self._blank(start)
        if self._text.startswith(_CDATA, section):
            sort, start = "]]>", section + len(_CDATA)
        end = self._text.find("<" if sort == "text" else sort, start)
        if end < 0:
            raise IrregularError
        return sort, start, end

    def _attributes(self, start: int, end: int) -> dict[str, int]:
        """Take the attributes of a start tag."""
        found: dict[str, int] = {}
        for match in _ATTRIBUTE.finditer(self._text, start, end):
            name = match[1]
            if name.startswith("xmlns"):
                raise IrregularError
            group = 2 if match[2] is not None else 3
            self._values.append(("\"'"[group - 2], *match.span(group)))
            name = resolved(name, self._scope) if ":" in name else name
            if found.setdefault(name, len(self._values) - 1) != len(self._values) - 1:
                raise IrregularError
        if len(found) > self._most:
            raise IrregularError
        return found

    def _leaf(
        self,
        name: str,
        text: int,
        attributes: dict[str, int],
        around: tuple[str, str] = ("", ""),
    ) -> None:
        path = [resolved(one, self._scope) for one, _ in self._open]
        parent = self._open[-1][1] if self._open else 0
        path.append(resolved(name, self._scope))
        self.leaves.append(Leaf(tuple(path), parent, text, attributes, around))


def resolved(name: str, scope: Mapping[str, str]) -> str:
    """Return a name in the notation of ElementTree.

    Raises:
        IrregularError: Nobody declared its prefix.
    """
    prefix, colon, local = name.rpartition(":")
    uri = scope.get(prefix) if colon else scope.get("", "")
    if uri is None:
        raise IrregularError
    return f"{{{uri}}}{local}" if uri else local


def unescaped(text: str) -> str:
    """Replace the references of XML by their characters.

    Raises:
        IrregularError: There are others, or a bare ampersand.
    """
    plain = text
    if "&lt;" in text:  # escaped HTML, mostly of these alone
        plain = text.replace("&lt;", "<").replace("&gt;", ">")
        if "&" not in plain:
            return plain
    if plain.count("&") == plain.count("&amp;"):
        return plain.replace("&amp;", "&")
    whole, count = _REFERENCE.subn(_character, text)
    if count != text.count("&"):
        raise IrregularError
    return whole


def _character(match: re.Match[str]) -> str:
    name, decimal, hexadecimal = match.groups()
    if name:
        return _PREDEFINED[name]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if not is_character(number):
        raise IrregularError
    return chr(number)
