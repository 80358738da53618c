"""The regular items of a feed, which need no parser."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Final, Generic

from govnews_rss._names import XML
from govnews_rss._stencil import IrregularError, Leaf, Learning, Shape, Stencil, resolved

_CONTROLS: Final = tuple(bytes((code,)) for code in range(32) if code not in (9, 10, 13))
_KEPT: Final = 12
_LEARNED: Final = 100
"""A feed whose items are of more forms is the parser's."""


class Regular(Generic[Shape]):
    """A regular item.

    Args:
        stencil: What it was cut by.
        values: Its texts and the values of its attributes.
        source: A start tag that declares its namespaces, the text that the item stands in, and
            where it begins and ends there.
        tag: Its name in the notation of ElementTree.
    """

    __slots__ = ("_source", "_stencil", "_tag", "shape", "values")

    def __init__(
        self,
        stencil: Stencil[Shape],
        values: Sequence[str],
        source: tuple[str, str, int, int],
        tag: str,
    ) -> None:
        self.shape = stencil.shape
        self.values = values
        self._stencil = stencil
        self._source = source
        self._tag = tag

    def element(self) -> ET.Element:
        """Return the item as the parser would have built it, but for blanks between elements."""
        if not self._stencil.is_flat:
            opening, text, start, end = self._source
            return ET.fromstring(f"{opening}{text[start:end]}</feed>")[0]  # noqa: S314  # no DOCTYPE
        values = self.values
        item = ET.Element(self._tag)
        for leaf in self._stencil.leaves:
            stated = {name: values[at] for name, at in leaf.attributes.items()}
            child = ET.SubElement(item, leaf.path[0], stated)
            if leaf.text >= 0:
                before, after = leaf.around
                child.text = f"{before}{values[leaf.text]}{after}"
        return item


class Grammar(Generic[Shape]):
    """Takes the regular items of a feed apart.

    Args:
        name: The name of its items, with the prefix if any.
        scope: The namespace of each prefix where its items stand.
        shape_of: Returns what leaves mean, or None where no such item is plain.
        attributes: So many attributes may an element have.
    """

    def __init__(
        self,
        name: str,
        scope: Mapping[str, str],
        shape_of: Callable[[Sequence[Leaf]], Shape | None],
        attributes: int,
    ) -> None:
        declared = "".join(
            f' xmlns{prefix and ":"}{prefix}="{escape(uri)}"'
            for prefix, uri in scope.items()
            if uri != XML
        )
        self._before = f"<feed{declared}>"
        self._closing = f"</{name}>"
        self._name = name
        self._scope = scope
        self._shape_of = shape_of
        self._attributes = attributes
        self._stencils: list[Stencil[Shape]] = []
        self._tries = _LEARNED
        try:
            self.tag = resolved(name, scope)
        except IrregularError:  # each item declares its own prefix
            self.tag = ""

    def read(self, text: str, at: int) -> tuple[Regular[Shape], int] | None:
        """Take an item apart.

        Args:
            text: The text it stands in, of characters that XML allows.
            at: Where the item before it ends.

        Returns:
            The item and where it ends, or None where the parser has to look at it, or it is not
            whole.
        """
        try:
            for number, stencil in enumerate(self._stencils):
                cut = stencil.cut(text, at)
                if cut is not None:
                    if number:  # what fits one item fits the next
                        self._stencils.insert(0, self._stencils.pop(number))
                    break
            else:
                stencil = self._learn(text, at)
                cut = stencil.cut(text, at)
            if cut is None or (stencil.shape is None and not stencil.is_flat):
                return None
            values, end = cut
            stencil.resolve(values)
        except IrregularError:
            return None
        source = (self._before, text, at, end)
        return Regular(stencil, values, source, self.tag), end

    def _learn(self, text: str, at: int) -> Stencil[Shape]:
        """Make a stencil of an item that no known one fits.

        Raises:
            IrregularError: It is not regular, or the feed's items are of too many forms.
        """
        end = text.find(self._closing, at) + len(self._closing)
        if not self._tries or end < len(self._closing):
            raise IrregularError
        self._tries -= 1
        learning = Learning(text[at:end], self._name, self._scope, self._attributes)
        stencil = learning.stencil(self._shape_of(learning.leaves))
        self._stencils.insert(0, stencil)
        del self._stencils[_KEPT:]
        return stencil


def legal(data: bytes, text: str) -> bool:
    """Whether a piece holds only characters that XML allows (XML 1.0, production 2).

    Args:
        data: Its bytes, known to be UTF-8.
        text: What they say.
    """
    if any(map(data.__contains__, _CONTROLS)):
        return False
    return "\ufffe" not in text and "\uffff" not in text
