"""Reads RSS, Atom and CDF: the recovery ladder around the parser, items out while reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO, TypeAlias
from xml.parsers import expat

from govnews.errors import GovnewsError, LimitError, ReadError
from govnews.formats import ReadContext
from govnews.issues import Issue
from govnews.model import Article, Item, Preamble
from govnews_rss import FeedReadOptions
from govnews_rss._carrier import Carried, Row, open_item, open_items, row_key, row_of, rows
from govnews_rss._dates import DateReader, Evidence
from govnews_rss._draft import BASE, LANG, Draft, Tools
from govnews_rss._frame import HEAD, Frame, decoded, document, examine
from govnews_rss._item import ItemReader, gather_feed, preamble
from govnews_rss._markup import join
from govnews_rss._parts import BrokenError, Element, Kind, Parts
from govnews_rss._render import renderer
from govnews_rss._repair import Repair
from govnews_rss._source import Input

Pieces: TypeAlias = Iterable[bytes] | Iterable[str]
AHEAD = 262_144
"""So much of a feed is read before its first item goes out: what a feed says of itself may stand
behind its items, and dates help each other."""


def read(source: BinaryIO, options: FeedReadOptions, context: ReadContext) -> Iterator[Item]:
    """Read RSS, Atom or CDF; the document itself says which.

    Args:
        source: The bytes.
        options: How to read.
        context: Limits, and where issues go.

    Yields:
        The preamble, then organizations and articles as the feed has them.

    Raises:
        ReadError: It is no feed, or it cannot be read.
        LimitError: It crosses a bound.
        UnsafeContentError: It declares entities.
    """
    return _FeedReading(source, options, context).run()


class _FeedReading:
    """One feed on its way up the ladder."""

    def __init__(self, source: BinaryIO, options: FeedReadOptions, context: ReadContext) -> None:
        self._context = context
        self._note = context.note
        self._name = context.name or ""
        self._raw = options.body == "raw"
        self._input = Input(source, context.limits, context.name, "rss")
        self._given = 0
        self._begun = False

    def run(self) -> Iterator[Item]:
        """Climb: strictly, then repaired, then by a parser that guesses at structure."""
        frame = examine(self._head(), self._context.media_type, self._note, self._name)
        try:
            yield from self._items(document(self._input.pieces(), frame))
        except BrokenError as error:
            problem, cut = str(error), error.cut
        except UnicodeDecodeError:
            problem, cut = f"bytes that are no {frame.encoding.codec}", False
        else:
            return
        if not self._input.again:
            self._broken(problem)
        elif cut:
            yield from self._to_the_cut(document(self._input.pieces(), frame), frame)
        else:
            yield from self._repaired(frame, problem)

    def _head(self) -> bytes:
        head = bytearray()
        for piece in self._input.pieces():
            head += piece
            if len(head) >= HEAD:
                break
        return bytes(head)

    def _repaired(self, frame: Frame, problem: str) -> Iterator[Item]:
        place = self._place(frame)
        repair = Repair(frame.encoding.legacy, self._name, frame.encoding.skip + frame.cut)
        try:
            yield from self._items(repair(decoded(self._input.pieces(), frame)))
            self._note(Issue("rss.malformed", f"The feed is not well-formed: {problem}.", place))
            repair.report(self._note)
        except BrokenError as error:
            self._note(Issue("rss.malformed", f"The feed is not well-formed: {problem}.", place))
            repair.report(self._note)
            again = Repair(frame.encoding.legacy, self._name)
            texts = again(decoded(self._input.pieces(), frame))
            if error.cut:
                yield from self._to_the_cut(texts, frame)
            else:
                yield from self._recovered(texts, str(error), frame)

    def _to_the_cut(self, texts: Pieces, frame: Frame) -> Iterator[Item]:
        """Give the items that are whole of a feed that ends too early."""
        try:
            yield from self._items(texts, cut=True)
        except BrokenError as error:
            problem = f"The feed ends too early ({error}); what was not whole is left out."
            self._note(Issue("rss.truncated", problem, self._place(frame)))

    def _recovered(self, texts: Iterator[str], problem: str, frame: Frame) -> Iterator[Item]:
        """Let a forgiving parser guess at the structure, where one is installed."""
        try:
            from govnews_rss._recover import recover
        except ImportError:
            try:
                yield from self._items(texts, cut=True)
            except BrokenError:
                self._broken(problem)
            return
        limit = self._context.limits.input_bytes
        root, errors = recover(texts, limit, self._context.limits, self._name)
        first = f" First: {errors[0]}" if errors else ""
        message = (
            f"The structure is broken ({problem}) and was guessed at {len(errors)} places.{first}"
        )
        self._note(Issue("rss.guessed", message, self._place(frame)))
        parts = Parts(self._context.limits, self._name)
        yield from self._flow(parts, parts.tree(root), _Counter(), cut=False)

    def _broken(self, problem: str) -> None:
        message = f"The feed is broken ({problem}); the items from there on are left out."
        self._note(Issue("rss.truncated", message, f"after item {self._given}"))

    def _place(self, frame: Frame) -> str:
        """Return where strict parsing fails, as a place in the bytes."""
        parser = expat.ParserCreate("utf-8", "}")
        offset = frame.encoding.skip + frame.cut
        try:
            for piece in document(self._input.pieces(), frame):
                parser.Parse(piece, False)  # noqa: FBT003  # takes no names
            parser.Parse(b"", True)  # noqa: FBT003
        except expat.ExpatError:
            return f"byte {offset + parser.ErrorByteIndex}"
        except UnicodeDecodeError as error:
            return f"byte {offset + error.start}"
        return "byte 0"

    # -- from parts to items -----------------------------------------------------------------

    def _items(self, pieces: Pieces, *, cut: bool = False) -> Iterator[Item]:
        parts = Parts(self._context.limits, self._name)
        counter = _Counter()
        yield from self._flow(parts, parts.parse(counter(pieces)), counter, cut=cut)

    def _flow(
        self, parts: Parts, stream: Iterator[tuple[Kind, Element]], counter: _Counter, *, cut: bool
    ) -> Iterator[Item]:
        gathering = _Gathering(self._context, parts, self._name, raw=self._raw)
        skip = self._given
        broken: BrokenError | None = None
        ahead: list[Element] = []
        try:
            for kind, element in stream:
                if kind == "item":
                    if skip:
                        skip -= 1
                    elif self._begun:
                        self._given += 1
                        yield from gathering.item(element)
                    else:
                        ahead.append(element)
                elif kind == "holder":
                    gathering.holder(element)
                else:
                    yield from gathering.meta(element, late=self._begun)
                if not self._begun and counter.size > AHEAD and ahead:
                    yield from self._begin(gathering, ahead)
        except BrokenError as error:
            if not cut:
                raise
            broken = error
        if not gathering.found and not ahead and not self._begun:
            if broken is not None:
                raise ReadError(
                    f"this is no feed, or its begin is broken ({broken})",
                    name=self._name,
                    format="rss",
                )
            raise ReadError("this is no feed", name=self._name, format="rss")
        if not self._begun:
            yield from self._begin(gathering, ahead)
        if broken is not None:
            raise broken

    def _begin(self, gathering: _Gathering, ahead: list[Element]) -> Iterator[Item]:
        self._begun = True
        yield from gathering.begin(ahead)
        for element in ahead:
            self._given += 1
            yield from gathering.item(element)
        ahead.clear()


class _Counter:
    """Counts what goes through it."""

    def __init__(self) -> None:
        self.size = 0

    def __call__(self, pieces: Pieces) -> Iterator[Any]:
        """Yield the pieces."""
        for piece in pieces:
            self.size += len(piece)
            yield piece


class _Gathering:
    """What one pass over a feed knows of it."""

    def __init__(self, context: ReadContext, parts: Parts, name: str, *, raw: bool) -> None:
        self._context = context
        self._parts = parts
        self.found = False
        # What reading the visible part has to say counts only where the visible part counts.
        self._held: list[Issue] = []
        dates = DateReader(self._held.append, Evidence())
        self._tools = Tools(self._held.append, context.limits, dates, name, raw)
        self._draft = Draft(self._tools, context.address, "$.feed")
        self._reader = ItemReader(self._tools, parts, context.address)
        self._rows: list[Row] = []

    def holder(self, element: Element) -> None:
        """Take in the attributes of the root or the channel."""
        self.found = True
        draft = self._draft
        attributes = element.attrib
        if len(attributes) > self._context.limits.attributes:
            raise LimitError(
                "attributes",
                self._context.limits.attributes,
                name=self._tools.name,
                format="rss",
            )
        if BASE in attributes:
            draft.base = self._reader.base = join(draft.base, attributes[BASE])
        if LANG in attributes:
            draft.lang = draft.language(attributes[LANG])
        for name, value in attributes.items():
            if name.lower() == "href":
                draft.link(value, "alternate")
            elif name.lower() == "lastmod":
                draft.dated("modified", 1, "lastmod", value)

    def meta(self, element: Element, *, late: bool) -> Iterator[Item]:
        """Take in what the feed says of itself; yield records that travel at its level."""
        short = self._parts.short(element.tag)
        if not late:
            self._rows += row_of(element, self._parts.short)
            gather_feed(self._draft, element, short)
            return
        draft = Draft(self._tools, self._draft.base, "$.feed")
        gather_feed(draft, element, short)
        if draft.carried:
            yield from open_items(draft.carried, self._context.note)
        else:
            self._context.note(
                Issue(
                    "rss.late",
                    f"<{short}> stands behind so many items that it came too late for the feed.",
                    "$.feed",
                )
            )

    def begin(self, ahead: list[Element]) -> Iterator[Item]:
        """Yield the preamble, and the records that travel at the level of the feed."""
        draft = self._draft
        reader = self._reader
        reader.publisher = draft.publisher
        if reader.base is None:
            reader.base = next((x.href for x in draft.links if x.href.startswith("http")), None)
        evidence = Evidence(self._vietnamese())
        self._tools.dates.evidence = evidence
        self._tools.dates.siblings = _like_dates(ahead)
        yield from self._preamble()

    def _preamble(self) -> Iterator[Item]:
        """Yield the preamble: the carried one where the visible part still says the same."""
        draft, note = self._draft, self._context.note
        for text in draft.carried:
            try:
                carried = Carried(text, sorted(self._rows, key=row_key))
            except (ValueError, GovnewsError):
                continue  # `open_items` says so
            if carried.item is not None and not isinstance(carried.item, Preamble):
                continue
            if carried.edited:
                problem = "What the feed says of itself was edited on its way; the visible counts."
                note(Issue("rss.edited", problem, "$.feed"))
                break
            if carried.item is not None:
                yield carried.item
            yield from open_items(draft.carried, note)
            return
        made = preamble(draft)
        self._tell()
        yield made
        yield from open_items(draft.carried, note)

    def _tell(self) -> None:
        for issue in self._held:
            self._context.note(issue)
        self._held.clear()

    def _exact(self, draft: Draft, element: Element) -> Article | None:
        """Return the carried article, where the visible part still says the same."""
        render = renderer(self._parts.short(element.tag))
        where = draft.where
        visible = rows(element, self._parts.short)
        return open_item(draft.carried[-1], visible, render, self._context.note, where)

    def _vietnamese(self) -> bool:
        draft = self._draft
        language = self._context.language or draft.lang or ""
        if language.lower().partition("-")[0] == "vi":
            return True
        addresses = [self._context.address or "", *(link.href for link in draft.links[:5])]
        return any(_host(address).endswith(".vn") for address in addresses)

    def item(self, element: Element) -> tuple[Item, ...]:
        """Return the article of an item, after its publisher where that is a new one."""
        reader, held = self._reader, self._held
        draft = reader.draft(element)
        if draft.carried:
            held.clear()
            exact = self._exact(draft, element)
            if exact is not None:
                reader.count += 1
                return (exact,)
        article, organization = reader.article(draft)
        if held:
            self._tell()
        return (article,) if organization is None else (organization, article)


def _like_dates(ahead: list[Element]) -> Iterator[str]:
    """Yield texts that may settle the order of day and month for each other."""
    for element in islice(ahead, 1000):
        for child in element:
            text = child.text
            if text and len(text) < 60 and ("/" in text or text.count("-") > 1):
                yield text


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].partition(":")[0].lower()
