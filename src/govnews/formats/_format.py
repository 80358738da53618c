"""What a format is: a frozen description, and the contexts its reader and writer work in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, BinaryIO, Final, Generic, Literal, Protocol, TypeAlias, TypeVar

from attrs import field, frozen

from govnews.errors import PluginError
from govnews.issues import Issue
from govnews.limits import Limits
from govnews.model import Article, Item, Source

HOOK_API: Final = 1
"""Version of the interface between the core and its plugins."""

Kind: TypeAlias = Literal["article", "agreement", "organization", "source", "feed"]
"""What a format can carry."""

R = TypeVar("R")
W = TypeVar("W")
R_contra = TypeVar("R_contra", contravariant=True)
W_contra = TypeVar("W_contra", contravariant=True)

HEAD_BYTES: Final = 8_192
"""How much of a source a sniffer sees."""


@frozen
class Head:
    """All that a sniffer may see of a source.

    Args:
        data: Its first bytes, at most `HEAD_BYTES`.
        name: Its file name, if it has one.
        media_type: Its media type, where the caller knows it, without parameters.

    .. versionadded:: 0.1.0
    """

    data: bytes
    name: str | None = None
    media_type: str | None = None


@frozen(kw_only=True)
class NoOptions:
    """The options of a codec that has none.

    .. versionadded:: 0.1.0
    """


class Extract(Protocol):
    """Reads facts out of a text: what `ReadContext.extract` holds.

    Args:
        source: The text. It is among the items returned.
        article: An article whose form is known already and whose plain text `source` is. Its
            body and its stated fields stay; facts fill what is absent. Without it, the text is a
            whole page, and the article is read from it.

    Returns:
        The source, the article, and the agreements and organizations found.
    """

    def __call__(self, source: Source, article: Article | None = None) -> tuple[Item, ...]: ...


Decoder: TypeAlias = Callable[[bytes], "tuple[str, str] | None"]
"""Decodes bytes of a legacy encoding to text and the encoding's name, or returns None."""

Carried: TypeAlias = Literal["exact", "edited", "heuristic"]
"""What became of the record that a document carries inside."""


def _unreported(carried: Carried, changed: tuple[str, ...]) -> None:
    """Drop the report."""


@frozen(kw_only=True)
class ReadContext:
    """What a reader works in.

    Args:
        limits: Bounds to keep.
        note: Takes an issue.
        name: File name of the source, if it has one.
        address: URL of the source, where the caller knows it; relative links resolve against it.
        media_type: Media type of the source as the caller gave it, parameters included.
        language: Language of the source, where the caller says so (BCP 47).
        extract: Reads facts out of text, or None where the caller or the format wants none.
        decoders: Legacy encodings that the installed languages know, each a function that decodes
            bytes it recognizes by evidence to text and the name of the encoding, or returns None.
        report: Takes what became of a record that the document carries inside: ``"exact"``,
            ``"edited"`` or ``"heuristic"``, and the paths of the values that were changed.

    .. versionadded:: 0.1.0
    """

    limits: Limits
    note: Callable[[Issue], None]
    name: str | None = None
    address: str | None = None
    media_type: str | None = None
    language: str | None = None
    extract: Extract | None = None
    decoders: tuple[Decoder, ...] = ()
    report: Callable[[Carried, tuple[str, ...]], None] = _unreported


@frozen(kw_only=True)
class WriteContext:
    """What a writer works in.

    Args:
        limits: Bounds to keep.
        note: Takes an issue for each value that is not carried.
        now: The present moment, aware, as far as the caller tells; there is no clock.
        name: File name of the target, if it has one.

    .. versionadded:: 0.1.0
    """

    limits: Limits
    note: Callable[[Issue], None]
    now: dt.datetime | None = None
    name: str | None = None


class Reader(Protocol[R_contra]):
    """Turns bytes into items. It raises `ReadError` and nothing else."""

    def __call__(
        self, source: BinaryIO, options: R_contra, context: ReadContext, /
    ) -> Iterator[Item]: ...


class Writer(Protocol[W_contra]):
    """Turns items into bytes. It raises `WriteError` and nothing else, and leaves `sink` open."""

    def __call__(
        self, items: Iterable[Item], sink: BinaryIO, options: W_contra, context: WriteContext, /
    ) -> None: ...


def _frozenset(kinds: Iterable[Kind]) -> frozenset[Kind]:
    return frozenset(kinds)


@frozen(kw_only=True)
class Format(Generic[R, W]):
    """A file format, described. It is cheap to make: the code behind it loads on first use.

    Args:
        name: Lower-case name: ``"rss"``.
        title: Name for people: ``"RSS 2.0"``.
        media_types: Media types without parameters; the first is what is written.
        extensions: File name extensions with their dot, lower-case: ``(".rss",)``.
        kinds: What it can carry.
        reader: The reader, or where it stands: ``"govnews_rss._read:read"``.
        writer: The writer, or where it stands.
        read_options: Class of the reader's options: frozen attrs, every field with a default,
            fields of type bool, int, str, Literal or Enum. `NoOptions` where there are none.
        write_options: Class of the writer's options, alike.
        exact: The write options under which ``read(write(x)) == x`` holds for every bundle, and
            under which nothing is lost. None where there are none.
        extracts: Whether its reader reads facts out of text unless the caller says no.
        whole: Whether its writer needs the whole bundle; else records may be streamed.
        binary: Whether its bytes are no UTF-8 text.
        sniff: Says from 0 (no) to 100 (certain) how much a head looks like this format. It never
            raises.
        spec_url: Where the format is specified.
        replaces: Name of a format that this one replaces on purpose.
        api: Version of the plugin interface it was written for.

    .. versionadded:: 0.1.0
    """

    name: str
    title: str
    media_types: tuple[str, ...]
    extensions: tuple[str, ...]
    kinds: frozenset[Kind] = field(converter=_frozenset)
    reader: Reader[R] | str | None = None
    writer: Writer[W] | str | None = None
    read_options: type[R]
    write_options: type[W]
    exact: W | None = None
    extracts: bool = False
    whole: bool = False
    binary: bool = False
    sniff: Callable[[Head], int] | None = None
    spec_url: str = ""
    replaces: str | None = None
    api: int = HOOK_API

    def load_reader(self) -> Reader[R]:
        """Return the reader, importing it on first use.

        Raises:
            PluginError: The format names a reader that cannot be imported.
        """
        reader: Reader[R] = _load(self.reader, self.name)
        return reader

    def load_writer(self) -> Writer[W]:
        """Return the writer, importing it on first use.

        Raises:
            PluginError: The format names a writer that cannot be imported.
        """
        writer: Writer[W] = _load(self.writer, self.name)
        return writer


def _load(code: object, name: str) -> Any:
    return load_attribute(code, f"format {name!r}") if isinstance(code, str) else code


def load_attribute(address: str, owner: str) -> Any:
    """Return what stands at ``"module:attr"``.

    Args:
        address: Module and attribute.
        owner: Who names it, for the message.

    Raises:
        PluginError: The module cannot be imported, or has no such attribute.
    """
    module, _, attribute = address.partition(":")
    try:
        return getattr(import_module(module), attribute)
    except Exception as error:
        raise PluginError(
            f"{owner} names {address!r}, which cannot be loaded: {error}",
            plugin=module.partition(".")[0],
        ) from error
