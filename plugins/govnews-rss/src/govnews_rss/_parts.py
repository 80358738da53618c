"""A feed in parts: what it says of itself and its items, each as soon as it is whole.

Expat reads, the C tree builder of ElementTree builds, and after each piece the finished children
of the feed are taken off the tree: memory is that of one piece and one item.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias
from xml.parsers import expat

from govnews.errors import LimitError, ReadError
from govnews.limits import Limits
from govnews_rss._names import short_name

# Expansion limits of entities came with expat 2.4.1; entities are refused anyway.
if expat.version_info < (2, 4, 1):  # pragma: no cover
    raise ImportError("govnews-rss needs expat 2.4.1 or newer")

Element: TypeAlias = ET.Element
Kind: TypeAlias = Literal["holder", "item", "meta"]

HOLDERS: Final = frozenset(("rss", "rdf:RDF", "channel", "items", "atom:feed", "feed"))
ITEMS: Final = frozenset(("item", "atom:entry", "entry"))
_STEP: Final = 65_536


class BrokenError(Exception):
    """The document is not well-formed from here on.

    Args:
        problem: What the parser says.
        cut: Whether the document merely ends too early.
    """

    def __init__(self, problem: str, *, cut: bool = False) -> None:
        super().__init__(problem)
        self.problem = problem
        self.cut = cut


# pyexpat's codes for a document that ends too early.
_CUT: Final = frozenset(
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)


class Parts:
    """Takes the finished parts off a growing tree.

    Args:
        limits: Bounds to keep.
        name: Name of the source, for errors.
    """

    def __init__(self, limits: Limits, name: str) -> None:
        self._limits = limits
        self._name = name
        self._core = ""
        self._short: dict[str, str] = {}

    def parse(self, pieces: Iterable[bytes] | Iterable[str]) -> Iterator[tuple[Kind, Element]]:
        """Yield the parts of a document: each holder as it opens, each other part once whole.

        Raises:
            BrokenError: The document is not well-formed.
            LimitError: It nests too deep.
        """
        builder = ET.TreeBuilder()
        top = builder.start("top", {})
        # What the encoding is has been decided before; the declaration is not asked.
        parser = ET.XMLParser(target=builder, encoding="utf-8")  # noqa: S314  # no entity reaches it
        tail: bytes | str = b""
        opened: dict[int, Element] = {}
        for piece in _steps(pieces):
            tail = piece
            try:
                parser.feed(piece)
            except ET.ParseError as error:
                # What was whole before the error is not lost. `TreeBuilder` holds it already.
                yield from self._drain(top, opened, last=False)
                raise BrokenError(str(error)) from error
            self._check_open(top)
            yield from self._drain(top, opened, last=False)
        try:
            parser.close()
        except ET.ParseError as error:
            yield from self._drain(top, opened, last=_ends_whole(tail))
            cut = error.code in _CUT
            raise BrokenError(str(error), cut=cut) from error
        yield from self._drain(top, opened, last=True)

    def tree(self, root: Element) -> Iterator[tuple[Kind, Element]]:
        """Yield the parts of a tree that was parsed elsewhere."""
        top: list[Element] = [root]
        yield from self._drain(top, {}, last=True)  # type: ignore[arg-type]

    def short(self, tag: str) -> str:
        """Return the short name of an element of this document."""
        short = self._short.get(tag)
        if short is None:
            if not self._short:
                self._root(tag)
            short = self._short[tag] = short_name(tag, self._core)
        return short

    def _drain(
        self, holder: Element, opened: dict[int, Element], *, last: bool, depth: int = 0
    ) -> Iterator[tuple[Kind, Element]]:
        """Take finished children off; the last child of an open holder may still grow."""
        if depth > self._limits.xml_depth:
            raise self._too_deep()
        count = len(holder)
        finished = count if last else count - 1
        for index in range(count):
            child = holder[index]
            tag = child.tag
            if not isinstance(tag, str):
                continue  # a comment or an instruction, where lxml built the tree
            short = self._short.get(tag) or self.short(tag)
            if short in HOLDERS:
                if id(child) not in opened:
                    opened[id(child)] = child
                    yield "holder", child
                inner_last = index < finished
                yield from self._drain(child, opened, last=inner_last, depth=depth + 1)
            elif index < finished:
                yield ("item" if short in ITEMS else "meta"), child
        if finished > 0:
            del holder[:finished]

    def _root(self, tag: str) -> None:
        """Learn from the root which namespace this document gives to plain RSS."""
        uri, _, local = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
        short = short_name(tag)
        if short not in HOLDERS and short not in ITEMS:
            if local.lower() not in ("rss", "rdf", "feed", "channel", "entry", "item"):
                kind = "an HTML page" if local.lower() == "html" else f"an element {local[:40]!r}"
                raise ReadError(
                    f"this is {kind} and no feed", name=self._name, format="rss", where="byte 0"
                )
            self._core = uri

    def _check_open(self, top: Element) -> None:
        depth, element = 0, top
        while len(element):
            element = element[-1]
            depth += 1
            if depth > self._limits.xml_depth:
                raise self._too_deep()

    def _too_deep(self) -> LimitError:
        return LimitError("xml_depth", self._limits.xml_depth, name=self._name, format="rss")


def _steps(pieces: Iterable[bytes] | Iterable[str]) -> Iterator[bytes | str]:
    """Yield pieces that end a tag, so that expat never goes over one long tag again and again.

    A piece without ``>`` is held back until one comes or what is held has doubled.
    """
    held: list[bytes | str] = []
    size, wanted = 0, 0
    for piece in pieces:
        closing: bytes | str = b">" if isinstance(piece, bytes) else ">"
        held.append(piece)
        size += len(piece)
        if closing not in piece and size < wanted:  # type: ignore[operator]
            continue
        wanted = 0 if closing in piece else 2 * size  # type: ignore[operator]
        yield held[0] if len(held) == 1 else held[0][:0].join(held)  # type: ignore[arg-type]
        held, size = [], 0
    if held:
        yield held[0][:0].join(held)  # type: ignore[arg-type]


def _ends_whole(tail: bytes | str) -> bool:
    """Whether the last item was closed before the document broke off."""
    text = tail if isinstance(tail, str) else tail.decode("utf-8", "replace")
    text = text[-400:].rstrip()
    opened = text.rfind("<")
    if opened >= 0 and ">" not in text[opened:]:
        text = text[:opened].rstrip()
    tag = text[text.rfind("<") :]
    local = tag[2:-1].rpartition(":")[2].strip().lower()
    return tag.startswith("</") and tag.endswith(">") and local in _CLOSED


_CLOSED: Final = frozenset(("item", "entry", "channel", "feed", "rss", "rdf", "items"))
