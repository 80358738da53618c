"""The tree of a feed while it is parsed: what is finished is taken off it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Literal, TypeAlias
from xml.parsers import expat

from govnews.errors import LimitError, ReadError
from govnews.limits import Limits
from govnews_rss._names import XML, short_name

# Expansion limits of entities came with expat 2.4.1; entities are refused anyway.
if expat.version_info < (2, 4, 1):  # pragma: no cover
    raise ImportError("govnews-rss needs expat 2.4.1 or newer")

Element: TypeAlias = ET.Element
Kind: TypeAlias = Literal["holder", "item", "meta"]
Part: TypeAlias = tuple[Kind, Element]

HOLDERS: Final = frozenset(("rss", "rdf:RDF", "channel", "items", "atom:feed", "feed"))
ITEMS: Final = frozenset(("item", "atom:entry", "entry"))

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

# From expat 2.6 on the parser may hold back what it was given, until it is told not to.
_flush: Final[Callable[[Any], None] | None] = getattr(ET.XMLPullParser, "flush", None)


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


class Names:
    """The short names of the elements of one document.

    Args:
        source: Name of the source, for errors.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._core = ""
        self._short: dict[str, str] = {}

    def __call__(self, tag: str) -> str:
        """Return the short name of an element.

        Raises:
            ReadError: It is the root, and no feed has such a root.
        """
        short = self._short.get(tag)
        if short is None:
            if not self._short:
                self._root(tag)
            short = self._short[tag] = short_name(tag, self._core)
        return short

    def _root(self, tag: str) -> None:
        """Learn from the root which namespace this document gives to plain RSS."""
        uri, _, local = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
        short = short_name(tag)
        if short not in HOLDERS and short not in ITEMS:
            if local.lower() not in ("rss", "rdf", "feed", "channel", "entry", "item"):
                kind = "an HTML page" if local.lower() == "html" else f"an element {local[:40]!r}"
                raise ReadError(
                    f"this is {kind} and no feed", name=self._source, format="rss", where="byte 0"
                )
            self._core = uri


class GrowingTree:
    """Builds the tree of a document that comes in pieces, and takes finished parts off it.

    Args:
        names: The short names of the document.
        limits: Bounds to keep.
        source: Name of the source, for errors.
    """

    prompt: Final = expat.version_info < (2, 6, 0) or _flush is not None
    """Whether what is fed is looked at at once."""

    def __init__(self, names: Names, limits: Limits, source: str) -> None:
        self._names = names
        self._limits = limits
        self._source = source
        self._parser: ET.XMLPullParser[Element] = ET.XMLPullParser(("start", "end", "start-ns"))
        self._holders: list[Element] = []
        self._scopes: list[dict[str, str]] = [{"xml": XML}]
        self._declared: dict[str, str] = {}
        self._depth = 0
        self._silent = 0
        self.ended: str | None = None
        """The name of an item, if it has just ended and nothing came after it."""

    @property
    def scope(self) -> Mapping[str, str]:
        """The namespace of each prefix in the innermost holder."""
        return self._scopes[-1]

    def feed(self, data: str) -> Iterator[Part]:
        """Yield the parts that are whole by now.

        Raises:
            BrokenError: The document is not well-formed.
            LimitError: It nests too deep, or a text is too long.
        """
        self.ended = None
        self._silent += len(data)
        self._parser.feed(data)
        if _flush is not None:
            _flush(self._parser)
        try:
            yield from self._parts(self._parser.read_events())
        except ET.ParseError as error:
            raise BrokenError(expat.ErrorString(error.code)) from error
        if self._silent > 4 * self._limits.feed_node_characters:
            raise self._crossed("feed_node_characters")

    def close(self) -> Iterator[Part]:
        """Yield the rest.

        Raises:
            BrokenError: The document ends too early.
        """
        problem: ET.ParseError | None = None
        try:
            self._parser.close()
        except ET.ParseError as error:
            problem = error
        yield from self._parts(self._parser.read_events())
        if problem is not None:
            cut = problem.code in _CUT
            raise BrokenError(expat.ErrorString(problem.code), cut=cut) from problem

    def _parts(self, events: Iterable[Any]) -> Iterator[Part]:
        """Follow the parser: an element is a part if all that is open around it are holders."""
        longest = self._limits.feed_node_characters
        deepest = self._limits.xml_depth
        long = self._silent > longest
        holders = self._holders
        for event, what in events:
            if event == "start":
                self._depth += 1
                if self._depth > deepest:
                    raise self._crossed("xml_depth")
                self.ended = None
                if self._depth == len(holders) + 1 and self._names(what.tag) in HOLDERS:
                    holders.append(what)
                    self._scopes.append({**self._scopes[-1], **self._declared})
                    yield "holder", what
                if self._declared:
                    self._declared.clear()
            elif event == "end":
                self._depth -= 1
                if long and len(what.text or "") > longest:
                    raise self._crossed("feed_node_characters")
                if self._depth <= len(holders):
                    yield from self._end(what)
            else:
                prefix, uri = what
                self._declared[prefix] = uri
            self._silent = 0

    def _end(self, element: Element) -> Iterator[Part]:
        """Take an element off that has ended: a holder, or what stood directly in one."""
        self.ended = None
        if self._depth < len(self._holders):
            self._holders.pop()
            self._scopes.pop()
        else:
            is_item = self._names(element.tag) in ITEMS
            yield ("item" if is_item else "meta"), element
            self.ended = element.tag if is_item else None
        if self._holders:
            del self._holders[-1][0]

    def _crossed(self, limit: str) -> LimitError:
        bound = getattr(self._limits, limit)
        return LimitError(limit, bound, name=self._source, format="rss")


def parts_of(root: Element, names: Names, limits: Limits, source: str) -> Iterator[Part]:
    """Yield the parts of a tree that was built elsewhere.

    Raises:
        LimitError: Its holders nest too deep.
    """
    stack = [iter((root,))]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif not isinstance(child.tag, str):
            continue  # a comment or an instruction, where lxml built the tree
        elif (short := names(child.tag)) in HOLDERS:
            if len(stack) > limits.xml_depth:
                raise LimitError("xml_depth", limits.xml_depth, name=source, format="rss")
            yield "holder", child
            stack.append(iter(child))
        else:
            yield ("item" if short in ITEMS else "meta"), child
