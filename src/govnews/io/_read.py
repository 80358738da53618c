"""The verbs that read."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, overload

from govnews.errors import LossWarning, ReadError
from govnews.formats import Carried, Format, extension_of
from govnews.io._boundary import ReadPlan, bundle_of, items_of
from govnews.io._results import Reading
from govnews.io._sources import Opened, PathOrFile, Readable, opened
from govnews.issues import Issue, IssueLog
from govnews.limits import Limits
from govnews.model import Agreement, Article, Bundle, Organization, Record, Source
from govnews.plugins import Registry, default_registry

if TYPE_CHECKING:
    from typing import TypeAlias

R = TypeVar("R")
AnyFormat: TypeAlias = "str | Format[Any, Any] | None"


class Report:
    """Keeps what a reader reports of the record that its document carries."""

    def __init__(self) -> None:
        self.carried: Carried | None = None
        self.changed: tuple[str, ...] = ()

    def __call__(self, carried: Carried, changed: tuple[str, ...]) -> None:
        """Take the report."""
        self.carried, self.changed = carried, changed


@overload
def read(
    source: Readable,
    format: Format[R, Any],
    *,
    options: R | None = None,
    limits: Limits | None = None,
    language: str | None = None,
    address: str | None = None,
    media_type: str | None = None,
    extract: bool | None = None,
    registry: Registry | None = None,
) -> Reading: ...


@overload
def read(
    source: Readable,
    format: str | None = None,
    *,
    options: object | None = None,
    limits: Limits | None = None,
    language: str | None = None,
    address: str | None = None,
    media_type: str | None = None,
    extract: bool | None = None,
    registry: Registry | None = None,
) -> Reading: ...


def read(
    source: Readable,
    format: AnyFormat = None,
    *,
    options: object | None = None,
    limits: Limits | None = None,
    language: str | None = None,
    address: str | None = None,
    media_type: str | None = None,
    extract: bool | None = None,
    registry: Registry | None = None,
) -> Reading:
    """Read a document and tell the whole story: what it says, and what was lost on the way.

    Args:
        source: A path (`str` or path-like), bytes, or a binary file.
        format: The format, or its name; always wins. None: recognized by content, media type
            and file name.
        options: Options of that format; passed with a `Format`, their class is checked statically.
        limits: Bounds for untrusted input.
        language: Language of the text (BCP 47), where it is known.
        address: URL the document came from; relative links resolve against it.
        media_type: Media type it came with.
        extract: Whether facts are read out of text; None leaves it to the format.
        registry: Formats and languages to use; None takes the installed ones.

    Returns:
        The bundle, and the issues.

    Raises:
        ReadError: The source cannot be read; `LimitError`, `UnsafeContentError` and
            `DocumentError` are kinds of it.
        FormatError: The format is not installed, or the content looks like none that is.
        OptionsError: The options are of another class.

    >>> from govnews import dumps, Article, Bundle
    >>> page = dumps(Bundle(articles=(Article(id="#article-1", title="Lễ ký kết"),)), "json")
    >>> read(page).bundle.article.title
    'Lễ ký kết'

    .. versionadded:: 0.1.0
    """
    log, report = IssueLog((limits or Limits()).issues), Report()
    plan = ReadPlan(
        registry=registry or default_registry(),
        limits=limits or Limits(),
        note=log,
        report=report,
        options=options,
        language=language,
        address=address,
        media_type=media_type,
        extract=extract,
    )
    with opened(source, media_type) as document:
        fmt = chosen(format, document, plan)
        items = items_of(fmt, document.stream, document.head.name, plan)
        bundle = bundle_of(items, fmt.name, document.head.name, plan.limits)
    return Reading(
        bundle=bundle,
        format=fmt.name,
        issues=log.issues,
        carried=report.carried,
        changed=report.changed,
    )


def chosen(format: AnyFormat, document: Opened, plan: ReadPlan) -> Format[Any, Any]:
    """Return the format to read a document as; an extension that promises another is noted."""
    if isinstance(format, Format):
        return format
    if format is not None:
        return plan.registry.format(format)
    fmt = plan.registry.detect(document.head)
    extension = extension_of(document.head.name or "")
    promised = plan.registry.reads_extension(extension)
    if promised and fmt.name not in promised:
        names = " or ".join(promised)
        way = "to insist, name a format with format=... or --from."
        if not any(plan.registry.format(name).reader for name in promised):
            way = f"{names} can be written, but not read."
        plan.note(
            Issue(
                "format.extension",
                f"The name ends in {extension} ({names}), but the content is {fmt.name}, and was "
                f"read as that; {way}",
            )
        )
    return fmt


def load(
    source: PathOrFile,
    format: AnyFormat = None,
    *,
    limits: Limits | None = None,
    language: str | None = None,
    extract: bool | None = None,
    registry: Registry | None = None,
) -> Bundle:
    """Read a file and return the bundle alone; `read` tells more and takes more.

    Warns:
        LossWarning: Something was lost, repaired or stays doubtful.

    Raises:
        ReadError: As `read`.
        FormatError: As `read`.

    .. versionadded:: 0.1.0
    """
    reading = read(
        source,
        _named(format),
        limits=limits,
        language=language,
        extract=extract,
        registry=registry,
    )
    return _with_warning(reading, source)


def loads(
    content: bytes | str,
    format: AnyFormat = None,
    *,
    limits: Limits | None = None,
    language: str | None = None,
    extract: bool | None = None,
    registry: Registry | None = None,
) -> Bundle:
    """Read content in memory and return the bundle alone; text is taken as UTF-8.

    Warns:
        LossWarning: Something was lost, repaired or stays doubtful.

    Raises:
        ReadError: As `read`.
        FormatError: As `read`.

    .. versionadded:: 0.1.0
    """
    if isinstance(content, str):
        try:
            content = content.encode()
        except UnicodeEncodeError as error:
            raise ReadError(
                f"character {error.start} is half of a character (a surrogate)",
                hint="Pass the bytes as they came instead of text.",
            ) from error
    reading = read(
        content,
        _named(format),
        limits=limits,
        language=language,
        extract=extract,
        registry=registry,
    )
    return _with_warning(reading, None)


def _named(format: AnyFormat) -> Any:
    """Let the overloads of `read` take a format whose options are its defaults."""
    return format


def _with_warning(reading: Reading, source: object) -> Bundle:
    if reading.issues:
        where = f" of {os.fspath(source)}" if isinstance(source, str | os.PathLike) else ""
        warnings.warn(
            f"{_count(reading.issues)} on reading{where}; the first: {reading.issues[0]}. "
            "govnews.read returns them all.",
            LossWarning,
            stacklevel=3,
        )
    return reading.bundle


def _count(issues: tuple[Issue, ...]) -> str:
    return "1 issue" if len(issues) == 1 else f"{len(issues)} issues"


def iter_records(
    source: Readable,
    format: AnyFormat = None,
    *,
    on_issue: Callable[[Issue], None] | None = None,
    options: object | None = None,
    limits: Limits | None = None,
    language: str | None = None,
    address: str | None = None,
    media_type: str | None = None,
    extract: bool | None = None,
    registry: Registry | None = None,
) -> Iterator[Record]:
    """Yield the records of a document while it is read, in flat memory where its format allows.

    Args:
        source: As in `read`.
        format: As in `read`.
        on_issue: Takes each issue as it is found.
        options: As in `read`.
        limits: As in `read`.
        language: As in `read`.
        address: As in `read`.
        media_type: As in `read`.
        extract: As in `read`.
        registry: As in `read`.

    Raises:
        ReadError: As `read`, when the place at fault is reached.
        FormatError: As `read`.

    .. versionadded:: 0.1.0
    """
    plan = ReadPlan(
        registry=registry or default_registry(),
        limits=limits or Limits(),
        note=on_issue or _dropped,
        report=Report(),
        options=options,
        language=language,
        address=address,
        media_type=media_type,
        extract=extract,
    )
    with opened(source, media_type) as document:
        fmt = chosen(format, document, plan)
        for item in items_of(fmt, document.stream, document.head.name, plan):
            if isinstance(item, Article | Agreement | Organization):
                yield item


def _dropped(issue: Issue) -> None:
    """The caller asked for no issues."""


def extract(
    text: str,
    *,
    language: str | None = None,
    limits: Limits | None = None,
    registry: Registry | None = None,
) -> Reading:
    """Read the facts out of the text of a page.

    Args:
        text: The whole text, line ends included; evidence counts its code points.
        language: Its language (BCP 47); None: detected among the installed language packs.
        limits: Bounds for untrusted input.
        registry: Languages to use; None takes the installed ones.

    Raises:
        ReadError: The text holds half a character, or crosses a bound.

    .. versionadded:: 0.1.0
    """
    from govnews import extraction

    limits = limits or Limits()
    log = IssueLog(limits.issues)
    items = extraction.extract(
        Source(id="#source-1", text=text, media_type="text/plain"),
        (registry or default_registry()).packs(),
        language=language,
        note=log,
        limits=limits,
    )
    return Reading(bundle=Bundle.from_items(items), format="", issues=log.issues)


def enrich(
    bundle: Bundle,
    *,
    language: str | None = None,
    refresh: bool = False,
    limits: Limits | None = None,
    registry: Registry | None = None,
) -> Reading:
    """Read facts out of the articles of a bundle, and add them where nothing is stated yet.

    Doing it twice gives what doing it once gives.

    Args:
        bundle: Articles that came from a feed, a web page or a Word file.
        language: Language of the texts; None: each article's own, or else detected.
        refresh: Whether facts that were read from the text before are read anew.
        limits: Bounds for untrusted input.
        registry: Languages to use; None takes the installed ones.

    .. versionadded:: 0.1.0
    """
    from govnews import extraction

    limits = limits or Limits()
    log = IssueLog(limits.issues)
    enriched = extraction.enrich(
        bundle,
        (registry or default_registry()).packs(),
        language=language,
        refresh=refresh,
        note=log,
        limits=limits,
    )
    return Reading(bundle=enriched, format="", issues=log.issues)
