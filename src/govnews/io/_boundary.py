"""The one place where readers and writers are called: nothing but GovnewsError passes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, BinaryIO, Final

from attrs import frozen

from govnews.errors import (
    FormatError,
    GovnewsError,
    LimitError,
    ModelError,
    ReadError,
    WriteError,
)
from govnews.formats import (
    Carried,
    Decoder,
    Extract,
    Format,
    ReadContext,
    WriteContext,
    checked_options,
    load_attribute,
)
from govnews.issues import Issue
from govnews.limits import Limits
from govnews.model import Agreement, Article, Bundle, Item, Organization, Preamble, Source
from govnews.plugins import Registry

_ITEMS: Final = (Preamble, Source, Article, Agreement, Organization)


@frozen(kw_only=True)
class ReadPlan:
    """Everything a read was asked for, defaults filled in."""

    registry: Registry
    limits: Limits
    note: Callable[[Issue], None]
    report: Callable[[Carried, tuple[str, ...]], None]
    options: Any = None
    language: str | None = None
    address: str | None = None
    media_type: str | None = None
    extract: bool | None = None

    def context(self, fmt: Format[Any, Any], name: str | None) -> ReadContext:
        """Return what the reader works in."""
        wanted = fmt.extracts if self.extract is None else self.extract
        return ReadContext(
            limits=self.limits,
            note=self.note,
            name=name,
            address=self.address,
            media_type=self.media_type,
            language=self.language,
            extract=self._extract() if wanted else None,
            decoders=decoders(self.registry),
            report=self.report,
        )

    def _extract(self) -> Extract:
        from govnews import extraction

        def bound(source: Source, article: Article | None = None) -> tuple[Item, ...]:
            return extraction.extract(
                source,
                self.registry.packs(),
                language=self.language,
                article=article,
                note=self.note,
                limits=self.limits,
            )

        return bound


def decoders(registry: Registry) -> tuple[Decoder, ...]:
    """Return the legacy decoders of the installed languages, each loading on first use."""
    addresses = (address for ref in registry.languages for address in ref.encodings)
    return tuple(partial(_decode, address) for address in addresses)


def _decode(address: str, data: bytes) -> tuple[str, str] | None:
    decoder: Decoder = load_attribute(address, "a language pack")
    return decoder(data)


def items_of(
    fmt: Format[Any, Any], stream: BinaryIO, name: str | None, plan: ReadPlan
) -> Iterator[Item]:
    """Yield what a reader reads, behind the guard.

    Raises:
        FormatError: The format has no reader.
        OptionsError: The options are of another class.
        ReadError: The source cannot be read. Whatever else the reader raised is its cause.
    """
    if fmt.reader is None:
        raise FormatError(f"format {fmt.name!r} can be written, but not read", format=fmt.name)
    options = checked_options(plan.options, fmt.read_options, fmt.name)
    reader = fmt.load_reader()
    context = plan.context(fmt, name)
    try:
        for item in reader(stream, options, context):
            yield _checked(item)
    except ReadError as error:
        error.name = error.name or name or ""
        error.format = error.format or fmt.name
        raise
    except GovnewsError as error:
        raise ReadError(str(error), name=name or "", format=fmt.name) from error
    except (Exception, RecursionError, MemoryError) as error:
        raise ReadError(
            f"the reader of format {fmt.name!r} failed: {type(error).__name__}: {error}",
            name=name or "",
            format=fmt.name,
            hint="This is a fault of the plugin; please report it with the file.",
        ) from error


def _checked(item: object) -> Item:
    if not isinstance(item, _ITEMS):
        raise TypeError(f"it gave {type(item).__name__}, which is no item")
    return item


def bundle_of(items: Iterable[Item], fmt: str, name: str | None, limits: Limits) -> Bundle:
    """Make a bundle of what was read, within `Limits.records`."""

    def counted() -> Iterator[Item]:
        for count, item in enumerate(items):
            if count > limits.records:
                raise LimitError("records", limits.records, name=name or "", format=fmt)
            yield item

    try:
        return Bundle.from_items(counted())
    except ModelError as error:
        raise ReadError(str(error), name=name or "", format=fmt) from error


def put(
    fmt: Format[Any, Any],
    items: Iterable[Item],
    sink: BinaryIO,
    options: Any,
    context: WriteContext,
) -> None:
    """Call a writer behind the guard.

    Raises:
        FormatError: The format has no writer.
        OptionsError: The options are of another class.
        WriteError: It cannot be written. Whatever else the writer raised is its cause.
        ReadError: The items come from a source that cannot be read to its end.
    """
    if fmt.writer is None:
        raise FormatError(f"format {fmt.name!r} can be read, but not written", format=fmt.name)
    checked = checked_options(options, fmt.write_options, fmt.name)
    writer = fmt.load_writer()
    try:
        writer(items, sink, checked, context)
    except (WriteError, ReadError, OSError):
        raise
    except GovnewsError as error:
        raise WriteError(str(error), name=context.name or "", format=fmt.name) from error
    except (Exception, RecursionError, MemoryError) as error:
        raise WriteError(
            f"the writer of format {fmt.name!r} failed: {type(error).__name__}: {error}",
            name=context.name or "",
            format=fmt.name,
            hint="This is a fault of the plugin; please report it.",
        ) from error
