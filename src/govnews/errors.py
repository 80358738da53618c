"""Every error this library raises on purpose.

::

    GovnewsError
    ├─ ModelError              a value that no record may hold        (also a ValueError)
    ├─ UnknownRecordError      no record of that id in the bundle     (also a KeyError)
    ├─ FormatError             a format unknown, not recognized, or not made for the job
    ├─ OptionsError            options of the wrong class, name or value
    ├─ ReadError               a source that cannot be read
    │   ├─ DocumentError       canonical JSON with faults; all of them listed
    │   ├─ LimitError          a bound of `Limits` was crossed
    │   └─ UnsafeContentError  content refused because it is a known attack
    ├─ WriteError              a target that cannot be written
    │   └─ LossError           something could not be carried, and the caller forbade loss
    ├─ MissingDependencyError  an extra that is not installed
    └─ PluginError             a plugin that failed to load or broke its contract

Facts are attributes; ``str(error)`` makes one sentence of them that names the place and a way out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govnews.issues import Issue

__all__ = [
    "DocumentError",
    "FormatError",
    "GovnewsError",
    "LimitError",
    "LossError",
    "LossWarning",
    "MissingDependencyError",
    "ModelError",
    "OptionsError",
    "PluginError",
    "PluginWarning",
    "ReadError",
    "UnknownRecordError",
    "UnsafeContentError",
    "WriteError",
]


class GovnewsError(Exception):
    """Root of all errors of this library.

    Args:
        problem: What is wrong, a sentence without its final stop.
        hint: The way out, a whole sentence; may be empty.

    .. versionadded:: 0.1.0
    """

    def __init__(self, problem: str, *, hint: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint

    @property
    def place(self) -> str:
        """Where it happened, as far as this error knows; may be empty."""
        return ""

    def __str__(self) -> str:
        sentence = f"{self.place}: {self.problem}" if self.place else self.problem
        return f"{sentence}. {self.hint}" if self.hint else sentence

    def __reduce__(self) -> tuple[Any, ...]:
        # Keyword-only arguments do not fit the default way to pickle an exception, and errors
        # have to cross process borders.
        return _rebuild, (type(self), self.args, dict(self.__dict__))


def _rebuild(cls: type[GovnewsError], args: tuple[Any, ...], state: dict[str, Any]) -> GovnewsError:
    error = cls.__new__(cls)
    error.args = args
    error.__dict__.update(state)
    return error


class ModelError(GovnewsError, ValueError):
    """A value that no record may hold; raised by the constructors of `govnews.model`.

    Args:
        problem: What is wrong with the value.
        owner: Name of the class that refused it.
        field: Name of the field, or empty where several fields together are at fault.

    .. versionadded:: 0.1.0
    """

    def __init__(self, problem: str, *, owner: str = "", field: str = "", hint: str = "") -> None:
        super().__init__(problem, hint=hint)
        self.owner = owner
        self.field = field

    @property
    def place(self) -> str:
        """``Class.field``."""
        return ".".join(filter(None, (self.owner, self.field)))


class UnknownRecordError(GovnewsError, KeyError):
    """The bundle holds no record of that id.

    .. versionadded:: 0.1.0
    """

    def __init__(self, ref: str) -> None:
        super().__init__(f"no record of this bundle has the id {ref!r}")
        self.ref = ref

    def __str__(self) -> str:
        return GovnewsError.__str__(self)


class FormatError(GovnewsError):
    """A format that is unknown, was not recognized, or is not made for the job.

    Args:
        format: The name that was asked for, if any.
        known: Names of the formats that would do.

    .. versionadded:: 0.1.0
    """

    def __init__(
        self, problem: str, *, format: str = "", known: Sequence[str] = (), hint: str = ""
    ) -> None:
        super().__init__(problem, hint=hint)
        self.format = format
        self.known = tuple(known)


class OptionsError(GovnewsError):
    """Options of the wrong class, name or value.

    .. versionadded:: 0.1.0
    """


class _CodecError(GovnewsError):
    def __init__(
        self,
        problem: str,
        *,
        name: str = "",
        format: str = "",
        where: str = "",
        issues: Sequence[Issue] = (),
        hint: str = "",
    ) -> None:
        super().__init__(problem, hint=hint)
        self.name = name
        self.format = format
        self.where = where
        self.issues = tuple(issues)

    @property
    def place(self) -> str:
        """The document's name and the place in it."""
        return ": ".join(filter(None, (self.name, self.where)))


class ReadError(_CodecError):
    """A source that cannot be read.

    Args:
        problem: What is wrong.
        name: Name of the source (a file name, ``"-"``), if it has one.
        format: Name of the format it was read as.
        where: ``"line 4, column 7"``, ``"byte 1043"`` or ``"$.articles[3]"``.
        issues: What had been noted before reading failed.
        hint: The way out.

    .. versionadded:: 0.1.0
    """


class DocumentError(ReadError):
    """Canonical JSON with faults: wrong types, unknown keys, unknown tags, impossible values.

    Args:
        faults: Every fault of the document, each with its path.

    .. versionadded:: 0.1.0
    """

    def __init__(self, faults: Sequence[Issue], *, name: str = "", format: str = "json") -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        count = len(self.faults)
        more = f" (and {count - 1} more fault{'s' if count > 2 else ''})" if count > 1 else ""
        super().__init__(
            f"{first.message.removesuffix('.')}{more}",
            name=name,
            format=format,
            where=first.where,
            issues=faults,
        )


class LimitError(ReadError):
    """A bound of `Limits` was crossed.

    Args:
        limit: Name of the field of `Limits`.
        value: The bound in force.

    .. versionadded:: 0.1.0
    """

    def __init__(
        self, limit: str, value: int, *, name: str = "", format: str = "", where: str = ""
    ) -> None:
        super().__init__(
            f"more than {value:,} allowed by Limits.{limit}",
            name=name,
            format=format,
            where=where,
            hint=f"If you trust this source, pass Limits({limit}=...) with a higher bound.",
        )
        self.limit = limit
        self.value = value


class UnsafeContentError(ReadError):
    """Content refused because it is a known attack, such as an entity declaration in XML.

    .. versionadded:: 0.1.0
    """


class WriteError(_CodecError):
    """A target that cannot be written.

    Takes the same arguments as `ReadError`; nothing half-written is left behind.

    .. versionadded:: 0.1.0
    """


class LossError(WriteError):
    """Something could not be carried, and the caller asked for ``on_loss="raise"``.

    .. versionadded:: 0.1.0
    """

    def __init__(self, issues: Sequence[Issue], *, name: str = "", format: str = "") -> None:
        first = issues[0]
        count = len(issues)
        noun = "value" if count == 1 else "values"
        super().__init__(
            f"{count} {noun} could not be carried; the first is {first}",
            name=name,
            format=format,
            issues=issues,
        )


class MissingDependencyError(GovnewsError):
    """An extra that is needed here is not installed.

    Args:
        extra: Name of the extra of the ``govnews`` distribution.

    .. versionadded:: 0.1.0
    """

    def __init__(self, problem: str, *, extra: str) -> None:
        super().__init__(problem, hint=f"Install it: pip install 'govnews[{extra}]'.")
        self.extra = extra


class PluginError(GovnewsError):
    """A plugin that failed to load, or whose codec broke its contract.

    Args:
        plugin: Name of the entry point.
        dist: Name and version of the distribution it comes from.

    .. versionadded:: 0.1.0
    """

    def __init__(self, problem: str, *, plugin: str = "", dist: str = "", hint: str = "") -> None:
        super().__init__(problem, hint=hint)
        self.plugin = plugin
        self.dist = dist

    @property
    def place(self) -> str:
        """``distribution:plugin``."""
        return ":".join(filter(None, (self.dist, self.plugin)))


class PluginWarning(UserWarning):
    """A plugin could not be used; the others work on.

    .. versionadded:: 0.1.0
    """


class LossWarning(UserWarning):
    """Something was not carried, and the caller used a verb that does not report.

    .. versionadded:: 0.1.0
    """
