"""A feed in parts: what it says of itself and its items, each as soon as it is whole.

Items that are regular are taken apart without a parser (`_regular`); all else goes through a parser
that builds a tree (`_tree`). Memory is that of one piece and one item.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, Generic, TypeAlias
from xml.parsers import expat

from govnews.limits import Limits
from govnews_rss._regular import Grammar, Regular, legal
from govnews_rss._stencil import Leaf, Shape
from govnews_rss._tree import BrokenError, Element, GrowingTree, Kind, Names

Part: TypeAlias = tuple[Kind, "Element | Regular[Shape]"]

_CLOSING = re.compile(r"</((?:[A-Za-z_][\w.\-]{0,60}:)?(?:item|entry))>", re.ASCII)
_LONGEST: Final = 262_144
"""A longer item is not waited for; the parser takes it piece by piece."""
_DEEPEST: Final = 32
_TAG: Final = 128
_BAD_BYTES: Final = expat.errors.XML_ERROR_INVALID_TOKEN
_HALF_A_CHARACTER: Final = expat.errors.XML_ERROR_PARTIAL_CHAR


class Parts(Generic[Shape]):
    """Parts of one document.

    Regular items are looked for only where the parser stands between two items: it was given all
    that came before, and the last that it saw was the end tag of an item. Therefore nothing that
    stands in CDATA, in a comment or within another item is ever taken for an item.

    Args:
        names: The short names of the document.
        limits: Bounds to keep.
        source: Name of the source, for errors.
        shape_of: Returns what the leaves of items mean, or None where no such item is plain.
    """

    def __init__(
        self,
        names: Names,
        limits: Limits,
        source: str,
        shape_of: Callable[[Sequence[Leaf]], Shape | None],
    ) -> None:
        self._tree = GrowingTree(names, limits, source)
        self._shape_of = shape_of
        self._attributes = limits.attributes
        self._name = ""
        self._grammar: Grammar[Shape] | None = None
        self._scope: Mapping[str, str] = {}
        self._between = False
        # Bounds that no item comes near need no looking after.
        self._hopeful = (
            GrowingTree.prompt
            and limits.feed_node_characters >= _LONGEST
            and limits.xml_depth >= _DEEPEST
        )
        self._rest = ""

    def parse(self, pieces: Iterable[bytes] | Iterable[str]) -> Iterator[Part[Shape]]:
        """Yield the parts of a document: each holder as it opens, each other part once whole.

        Raises:
            BrokenError: The document is not well-formed.
            LimitError: It nests too deep, or holds too long a text.
        """
        # XML 1.0, 2.11: all ends of lines are one.
        decoder = io.IncrementalNewlineDecoder(
            codecs.getincrementaldecoder("utf-8")(), translate=True
        )
        for piece in chain(_steps(_encoded(pieces)), (b"",)):
            try:
                text = decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                good = error.object[: error.start].decode("utf-8")
                yield from self._take(self._rest + good, piece)
                yield from self._tree.feed(self._rest)
                problem = _BAD_BYTES if piece else _HALF_A_CHARACTER
                raise BrokenError(problem, cut=not piece) from error
            yield from self._take(self._rest + text, piece)
        yield from self._tree.feed(self._rest)
        yield from self._tree.close()

    def _take(self, text: str, piece: bytes) -> Iterator[Part[Shape]]:
        """Yield the parts that end in some text; keep the rest of it.

        Args:
            text: What was kept, and what is new.
            piece: The bytes of what is new.
        """
        self._rest = ""
        self._hopeful = self._hopeful and legal(piece, text)
        if not self._hopeful:
            yield from self._tree.feed(text)
            return
        if not self._name and (found := _CLOSING.search(text)):
            self._name = found[1]
        closing = f"</{self._name}>"
        at = 0
        while self._name:
            regular = self._grammar.read(text, at) if self._grammar and self._between else None
            if regular is not None:
                yield "item", regular[0]
                at = regular[1]
                continue
            end = text.find(closing, at)
            if end < 0:
                break
            yield from self._tree.feed(text[at:end])
            yield from self._tree.feed(closing)
            self._between = self._is_between()
            at = end + len(closing)
        yield from self._keep(text[at:])

    def _keep(self, rest: str) -> Iterator[Part[Shape]]:
        """Keep what may become a regular item, or may be the begin of an end tag."""
        kept = 0
        if not self._between or len(rest) > _LONGEST:
            self._between = False
            last = rest.rfind("<", max(0, len(rest) - _TAG))
            kept = last if last >= 0 else len(rest)
            yield from self._tree.feed(rest[:kept])
        self._rest = rest[kept:]

    def _is_between(self) -> bool:
        """Whether the end tag that the parser was given has just ended an item."""
        tree = self._tree
        if tree.ended is None:
            return False
        if self._grammar is None or self._scope is not tree.scope:
            self._scope = tree.scope
            self._grammar = Grammar(self._name, self._scope, self._shape_of, self._attributes)
        return self._grammar.tag == tree.ended


def _encoded(pieces: Iterable[bytes] | Iterable[str]) -> Iterator[bytes]:
    for piece in pieces:
        # The parser refuses half characters, as it refuses all else that is no UTF-8.
        yield piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogatepass")


def _steps(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield pieces that end a tag, so that expat never goes over one long tag again and again.

    A piece without ``>`` is held back until one comes or what is held has doubled.
    """
    held: list[bytes] = []
    size, wanted = 0, 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if b">" not in piece and size < wanted:
            continue
        wanted = 0 if b">" in piece else 2 * size
        yield b"".join(held)
        held, size = [], 0
    if held:
        yield b"".join(held)
