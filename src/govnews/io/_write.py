"""The verbs that write, and the one that does both."""

from __future__ import annotations

import datetime as dt
import io
import os
import warnings
from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeAlias, TypeVar, overload

from govnews.errors import FormatError, LossError, LossWarning
from govnews.formats import Format, WriteContext
from govnews.io._boundary import ReadPlan, items_of, put
from govnews.io._read import AnyFormat, Report, chosen
from govnews.io._results import Conversion, Writing
from govnews.io._sources import PathOrFile, Readable, opened
from govnews.io._targets import opened_target
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import Agreement, Article, Bundle, Item, Organization
from govnews.plugins import Registry, default_registry

W = TypeVar("W")
OnLoss: TypeAlias = Literal["report", "warn", "raise"]
"""What to do about values that cannot be carried: return issues, warn as well, or raise."""


@overload
def write(
    bundle: Bundle | Iterable[Item],
    target: PathOrFile,
    format: Format[Any, W],
    *,
    options: W | None = None,
    on_loss: OnLoss = "report",
    now: dt.datetime | None = None,
    limits: Limits | None = None,
    registry: Registry | None = None,
) -> Writing: ...


@overload
def write(
    bundle: Bundle | Iterable[Item],
    target: PathOrFile,
    format: str | None = None,
    *,
    options: object | None = None,
    on_loss: OnLoss = "report",
    now: dt.datetime | None = None,
    limits: Limits | None = None,
    registry: Registry | None = None,
) -> Writing: ...


def write(
    bundle: Bundle | Iterable[Item],
    target: PathOrFile,
    format: AnyFormat = None,
    *,
    options: object | None = None,
    on_loss: OnLoss = "report",
    now: dt.datetime | None = None,
    limits: Limits | None = None,
    registry: Registry | None = None,
) -> Writing:
    """Write a bundle, or items as they flow, and account for every value not carried.

    A path holds its old content or the new one, never a part of it.

    Args:
        bundle: The bundle, or an iterable of items: a preamble first if there is one, sources
            and records in any order.
        target: A path, or a binary file, which stays open.
        format: The format, or its name; None: by the extension of the path.
        options: Options of that format.
        on_loss: ``"report"`` returns issues, ``"warn"`` warns as well, ``"raise"`` writes nothing
            where anything would be lost.
        now: The present moment, for formats that need one; there is no clock in this library.
        limits: Bounds that the writer keeps too.
        registry: Formats to use; None takes the installed ones.

    Raises:
        WriteError: The target cannot be written; `LossError` where `on_loss` asks for it.
        FormatError: The format is not installed or not known from the name.
        OptionsError: The options are of another class.

    .. versionadded:: 0.1.0
    """
    registry = registry or default_registry()
    limits = limits or Limits()
    fmt = _target_format(format, target, registry)
    log = IssueLog(limits.issues)
    name = os.fspath(target) if isinstance(target, str | os.PathLike) else None
    context = WriteContext(limits=limits, note=log, now=now, name=name)
    items = bundle.items() if isinstance(bundle, Bundle) else bundle
    with opened_target(target) as sink:
        put(fmt, items, sink, options, context)
        if on_loss == "raise" and log.issues:
            raise LossError(log.issues, name=name or "", format=fmt.name)
    writing = Writing(format=fmt.name, issues=log.issues)
    if on_loss == "warn":
        _warn(writing, stacklevel=3)
    return writing


def _target_format(format: AnyFormat, target: PathOrFile, registry: Registry) -> Format[Any, Any]:
    if isinstance(format, Format):
        return format
    if format is not None:
        return registry.format(format)
    if isinstance(target, str | os.PathLike):
        return registry.format_for_name(os.fspath(target))
    raise FormatError(
        "a file that is open has no format",
        known=registry.names,
        hint=f"Name one of: {', '.join(registry.names)}.",
    )


def _warn(writing: Writing, stacklevel: int) -> None:
    if writing.issues:
        count = len(writing.issues)
        values = "1 value was" if count == 1 else f"{count} values were"
        warnings.warn(
            f"{values} not carried by format {writing.format!r}; the first: {writing.issues[0]}. "
            "govnews.write returns them all.",
            LossWarning,
            stacklevel=stacklevel + 1,
        )


def dump(
    bundle: Bundle,
    target: PathOrFile,
    format: AnyFormat = None,
    *,
    options: object | None = None,
    now: dt.datetime | None = None,
    registry: Registry | None = None,
) -> None:
    """Write a bundle to a path or a binary file; `write` tells more and takes more.

    Warns:
        LossWarning: Something was not carried.

    Raises:
        WriteError: As `write`.
        FormatError: As `write`.

    .. versionadded:: 0.1.0
    """
    untyped: Any = format
    writing = write(bundle, target, untyped, options=options, now=now, registry=registry)
    _warn(writing, stacklevel=2)


def dumps(
    bundle: Bundle,
    format: str | Format[Any, Any],
    *,
    options: object | None = None,
    now: dt.datetime | None = None,
    registry: Registry | None = None,
) -> bytes:
    """Return a bundle as the bytes of a document.

    Warns:
        LossWarning: Something was not carried.

    Raises:
        WriteError: As `write`.
        FormatError: As `write`.

    .. versionadded:: 0.1.0
    """
    sink = io.BytesIO()
    untyped: Any = format
    writing = write(bundle, sink, untyped, options=options, now=now, registry=registry)
    _warn(writing, stacklevel=2)
    return sink.getvalue()


def convert(
    source: Readable,
    target: PathOrFile,
    *,
    read_format: AnyFormat = None,
    write_format: AnyFormat = None,
    read_options: object | None = None,
    write_options: object | None = None,
    on_loss: OnLoss = "report",
    limits: Limits | None = None,
    language: str | None = None,
    address: str | None = None,
    media_type: str | None = None,
    extract: bool | None = None,
    now: dt.datetime | None = None,
    registry: Registry | None = None,
) -> Conversion:
    """Read one document and write another.

    Records flow from the reader to the writer without being gathered, where the writer does not
    need them all at once.

    Args:
        source: As in `read`.
        target: As in `write`.
        read_format: As ``format`` in `read`.
        write_format: As ``format`` in `write`.
        read_options: As ``options`` in `read`.
        write_options: As ``options`` in `write`.
        on_loss: As in `write`; it speaks of writing only.
        limits: As in `read`.
        language: As in `read`.
        address: As in `read`.
        media_type: As in `read`.
        extract: As in `read`.
        now: As in `write`.
        registry: As in `read`.

    Raises:
        ReadError: As `read`. The target is then left as it was.
        WriteError: As `write`.
        FormatError: As `read` and `write`.

    .. versionadded:: 0.1.0
    """
    registry = registry or default_registry()
    # A target that nobody can write is told before a source is read.
    target_format = _target_format(write_format, target, registry)
    limits = limits or Limits()
    log = IssueLog(limits.issues)
    plan = ReadPlan(
        registry=registry,
        limits=limits,
        note=log,
        report=Report(),
        options=read_options,
        language=language,
        address=address,
        media_type=media_type,
        extract=extract,
    )
    with opened(source, media_type) as document:
        source_format = chosen(read_format, document, plan)
        flow = _Counted(items_of(source_format, document.stream, document.head.name, plan))
        writing = write(
            flow,
            target,
            target_format,
            options=write_options,
            on_loss=on_loss,
            now=now,
            limits=limits,
            registry=registry,
        )
    return Conversion(
        source_format=source_format.name,
        target_format=writing.format,
        read_issues=log.issues,
        write_issues=writing.issues,
        records=flow.records,
    )


class _Counted:
    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items
        self.records = 0

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            self.records += isinstance(item, Article | Agreement | Organization)
            yield item
