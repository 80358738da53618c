"""Reads RSS, Atom and CDF: the recovery ladder around the parser, items out while reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, BinaryIO, TypeAlias
from xml.parsers import expat

from govnews.errors import ReadError
from govnews.formats import ReadContext
from govnews.issues import Issue
from govnews.model import Item
from govnews_rss import FeedReadOptions
from govnews_rss._encoding import legacy_of
from govnews_rss._frame import HEAD, Frame, decoded, document, examine
from govnews_rss._gathering import FeedItem, Gathering
from govnews_rss._parts import Part, Parts
from govnews_rss._regular import Regular
from govnews_rss._repair import Repair
from govnews_rss._shape import Shape, shape_of
from govnews_rss._source import Input
from govnews_rss._tree import BrokenError, Names, parts_of

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
        frame = examine(self._head(), self._context)
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
        legacy = legacy_of(self._head())
        repair = Repair(legacy, self._name, frame.encoding.skip + frame.cut)
        try:
            yield from self._items(repair(decoded(self._input.pieces(), frame)))
            self._note(Issue("rss.malformed", f"The feed is not well-formed: {problem}.", place))
            repair.report(self._note)
        except BrokenError as error:
            self._note(Issue("rss.malformed", f"The feed is not well-formed: {problem}.", place))
            repair.report(self._note)
            again = Repair(legacy, self._name)
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
        names = Names(self._name)
        stream = parts_of(root, names, self._context.limits, self._name)
        yield from self._flow(names, stream, _Counter(), cut=False)

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
        names = Names(self._name)
        parts = Parts(names, self._context.limits, self._name, partial(shape_of, names=names))
        counter = _Counter()
        yield from self._flow(names, parts.parse(counter(pieces)), counter, cut=cut)

    def _flow(
        self, names: Names, stream: Iterator[Part[Shape]], counter: _Counter, *, cut: bool
    ) -> Iterator[Item]:
        gathering = Gathering(self._context, names, self._name, raw=self._raw)
        skip = self._given
        broken: BrokenError | None = None
        ahead: list[FeedItem] = []
        try:
            for kind, part in stream:
                if isinstance(part, Regular) or kind == "item":
                    if skip:
                        skip -= 1
                    elif self._begun:
                        self._given += 1
                        yield from gathering.item(part)
                    else:
                        ahead.append(part)
                elif kind == "holder":
                    gathering.holder(part)
                else:
                    yield from gathering.meta(part, late=self._begun)
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

    def _begin(self, gathering: Gathering, ahead: list[FeedItem]) -> Iterator[Item]:
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
