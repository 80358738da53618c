"""Lists and quotations after an edit: the record's structure, with the words that stand there now.

Editors renumber lists and split them; so how items nest is taken from the record, and only what
they say from the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from attrs import define, evolve, field

from govnews.model import Block, ListBlock, Quote, Raw
from govnews_docx._match import Entry
from govnews_docx._surface import Para

_ITEM: Final = re.compile(r"\.items\[\d+\]")
_SUFFIX: Final = re.compile(r"\.(?:caption|credit)$")

#: Makes the blocks of the entries that now stand where a block stood.
Leaf: TypeAlias = Callable[[Block, list[Entry]], list[Block]]


@define
class Nested:
    """A block of blocks, in the making.

    Args:
        leaf: Makes blocks of the entries of a paragraph, table or figure.
        fresh: Makes the content of a new item.
        entries: The entries of each leaf, by its path.
        added: New items, by the path of the item they follow.
    """

    leaf: Leaf
    fresh: Callable[[Entry], list[Block]]
    entries: dict[str, list[Entry]] = field(factory=dict)
    added: dict[str, list[Entry]] = field(factory=dict)

    def put(self, path: str, entry: Entry) -> None:
        """Note the entry of a line."""
        self.entries.setdefault(_SUFFIX.sub("", path), []).append(entry)

    def add(self, after: str, entry: Entry, level: int) -> None:
        """Note a new item behind a line, at a level of its own."""
        steps = [match.end() for match in _ITEM.finditer(after)]
        depth = max(min(level, len(steps) - 1), 0)
        self.added.setdefault(after[: steps[depth]] if steps else after, []).append(entry)

    def blocks(self, block: Block, path: str) -> list[Block]:
        """Return what a block has become; the model nests no deeper than its `MAX_NESTING`."""
        if isinstance(block, ListBlock):
            items = self._items(block, path)
            return [evolve(block, items=tuple(items))] if items or not block.items else []
        if isinstance(block, Quote):
            inner = [
                one
                for index, child in enumerate(block.blocks)
                for one in self.blocks(child, f"{path}.blocks[{index}]")
            ]
            return [evolve(block, blocks=tuple(inner))] if inner or not block.blocks else []
        if path in self.entries:
            return self.leaf(block, self.entries[path])
        return [block] if isinstance(block, Raw) else []

    def _items(self, block: ListBlock, path: str) -> list[tuple[Block, ...]]:
        items: list[tuple[Block, ...]] = []
        for index, item in enumerate(block.items):
            place = f"{path}.items[{index}]"
            inner = [
                one
                for number, child in enumerate(item)
                for one in self.blocks(child, f"{place}[{number}]")
            ]
            if place in self.entries:  # an item that begins with no paragraph of its own
                inner = [*self._said(place), *inner]
            if inner or place in self.entries:
                items.append(tuple(inner))
            items += [tuple(self.fresh(entry)) for entry in self.added.get(place, ())]
        return items

    def _said(self, place: str) -> list[Block]:
        """Return what was typed into the empty line of an item."""
        entries = [one for one in self.entries[place] if isinstance(one.shown, Para) and one.text]
        return [block for entry in entries for block in self.fresh(entry)]
