"""Which formats and languages are in use: an immutable value, and the default of the process."""

from __future__ import annotations

import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Mapping
from contextlib import redirect_stdout
from difflib import get_close_matches
from functools import cached_property, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, frozen

from govnews.errors import FormatError, PluginError, PluginWarning
from govnews.formats import (
    FIRST_PARTY,
    HOOK_API,
    JSON,
    JSONL,
    Format,
    Head,
    detect,
    extension_of,
    extra_for,
    install,
)
from govnews.plugins import _loader
from govnews.plugins._facade import Plugins
from govnews.plugins._loader import Candidate, PluginRecord

if TYPE_CHECKING:
    from govnews.extraction import LanguagePack, LanguagePackRef

T = TypeVar("T")

MIN_API = 1
"""Oldest version of the plugin interface that still works."""

BUILT_IN: tuple[Format[Any, Any], ...] = (JSON, JSONL)


@frozen(kw_only=True, eq=False)
class Registry:
    """The formats and languages in use.

    A registry never changes; the methods return another one. Portals that want a set of their own
    pass it to any verb as ``registry=``.

    Args:
        formats: The formats, each name once.
        languages: References to the language packs.
        plugins: What became of each plugin that was found.

    >>> core = Registry(formats=BUILT_IN)
    >>> [fmt.name for fmt in core.formats], core.without("jsonl").names
    (['json', 'jsonl'], ('json',))

    .. versionadded:: 0.1.0
    """

    formats: tuple[Format[Any, Any], ...] = BUILT_IN
    languages: tuple[LanguagePackRef, ...] = ()
    plugins: tuple[PluginRecord, ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, Format[Any, Any]]:
        return {fmt.name: fmt for fmt in self.formats}

    @cached_property
    def _by_extension(self) -> dict[str, Format[Any, Any]]:
        ordered = sorted(self.formats, key=lambda fmt: fmt.name, reverse=True)
        writers = (fmt for fmt in ordered if fmt.writer is not None)
        return {extension: fmt for fmt in writers for extension in fmt.extensions}

    @cached_property
    def _by_media_type(self) -> dict[str, Format[Any, Any]]:
        ordered = sorted(self.formats, key=lambda fmt: fmt.name, reverse=True)
        found = {media: fmt for fmt in ordered for media in fmt.media_types}
        # What a format names first is its own; others may name it too.
        return found | {fmt.media_types[0]: fmt for fmt in ordered if fmt.media_types}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the formats, sorted."""
        return tuple(sorted(self._by_name))

    @property
    def origins(self) -> Mapping[str, PluginRecord]:
        """Which plugin each format and language comes from; built-in ones are not listed."""
        names = ((name, record) for record in self.plugins for name in record.formats)
        return MappingProxyType(dict(names))

    def format(self, name: str) -> Format[Any, Any]:
        """Return the format of that name.

        Raises:
            FormatError: None is installed; the message says what is, and how to get it.
        """
        try:
            return self._by_name[name]
        except KeyError:
            raise self._unknown(name) from None

    def format_for_name(self, name: str) -> Format[Any, Any]:
        """Return the format to write a file of that name in.

        Raises:
            FormatError: No format that can be written has its extension.
        """
        extension = extension_of(name)
        fmt = self._by_extension.get(extension)
        if fmt is not None:
            return fmt
        extra = extra_for(Head(b"", name=name))
        if extra is not None and not self._has(extra):
            hint = install(extra)
        else:
            known = " ".join(sorted(self._by_extension))
            hint = f"Known extensions: {known}. Or name a format with format=... or --to."
        what = f"the extension {extension!r}" if extension else "a name without an extension"
        raise FormatError(f"{name}: no installed format writes {what}", known=self.names, hint=hint)

    def format_for_media_type(self, media_type: str) -> Format[Any, Any] | None:
        """Return the format that a media type names, without its parameters, or None."""
        return self._by_media_type.get(media_type.partition(";")[0].strip().lower())

    def detect(self, head: Head) -> Format[Any, Any]:
        """Return the format a source is in.

        Raises:
            FormatError: No installed format looks like it.
        """
        fmt = detect(self.formats, head)
        if fmt is not None:
            return fmt
        extra = extra_for(head)
        if extra is not None and not self._has(extra):
            hint = install(extra)
        else:
            hint = (
                "Name the format with format=... or --from, or install a plugin that reads it; "
                f"installed: {', '.join(self.names)}."
            )
        raise FormatError(
            f"{head.name or 'this source'}: its content looks like no installed format",
            known=self.names,
            hint=hint,
        )

    def packs(self) -> tuple[LanguagePack, ...]:
        """Return the language packs, loading them on first use.

        Raises:
            PluginError: A pack cannot be loaded.
        """
        return tuple(ref.load() for ref in self.languages)

    # -- other registries ------------------------------------------------------------------

    def with_format(self, fmt: Format[Any, Any]) -> Registry:
        """Return a registry with this format, in the place of any other of its name."""
        others = tuple(other for other in self.formats if other.name != fmt.name)
        return evolve(self, formats=(*others, fmt))

    def with_language(self, ref: LanguagePackRef) -> Registry:
        """Return a registry with this language pack, in the place of any other of its name."""
        others = tuple(other for other in self.languages if other.name != ref.name)
        return evolve(self, languages=(*others, ref))

    def without(self, *names: str) -> Registry:
        """Return a registry without the formats and language packs of these names."""
        return evolve(
            self,
            formats=tuple(fmt for fmt in self.formats if fmt.name not in names),
            languages=tuple(ref for ref in self.languages if ref.name not in names),
        )

    # -- words -----------------------------------------------------------------------------

    def _has(self, extra: str) -> bool:
        return any(FIRST_PARTY.get(name) == extra for name in self._by_name)

    def _unknown(self, name: str) -> FormatError:
        near = get_close_matches(name, self.names, n=1)
        if name in FIRST_PARTY:
            hint = install(FIRST_PARTY[name])
        elif near:
            hint = f"Did you mean {near[0]!r}? Installed: {', '.join(self.names)}."
        else:
            hint = f"Installed: {', '.join(self.names)}."
        return FormatError(
            f"no format {name!r} is installed", format=name, known=self.names, hint=hint
        )


def build(candidates: Iterable[Candidate], *, strict: bool = False) -> Registry:
    """Load plugins and make a registry of what they bring.

    Args:
        candidates: The plugins found, in order.
        strict: Whether a failing plugin is an error.

    Raises:
        PluginError: A plugin failed, and `strict` is set.
    """
    building = _Building(strict=strict)
    # All are registered before any is asked: a plugin may wrap the hooks of the others.
    loaded = [one for candidate in candidates if (one := building.load(candidate)) is not None]
    for record, plugin in loaded:
        building.ask(record, plugin)
    return building.registry()


class _Building:
    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._plugins = Plugins()
        self._formats: dict[str, tuple[Format[Any, Any], str]] = {
            fmt.name: (fmt, "govnews itself") for fmt in BUILT_IN
        }
        self._languages: dict[str, tuple[Any, str]] = {}
        self._records: list[PluginRecord] = []

    def load(self, candidate: Candidate) -> tuple[PluginRecord, object] | None:
        """Import and register a plugin; None where that failed or is not wanted."""
        record = candidate.record
        if record.blocked:
            self._records.append(record)
            return None
        plugin = self._guarded(record, candidate.load)
        if plugin is None:
            return None
        misfit = self._plugins.register(plugin, record.key)
        if misfit is not None:
            self._fail(record, misfit, None)
            return None
        return record, plugin

    def ask(self, record: PluginRecord, plugin: object) -> None:
        """Take what a plugin brings."""
        brought = self._guarded(record, partial(self._brought, plugin))
        if brought is not None:
            self._accept(record, *brought)

    def _brought(self, plugin: object) -> tuple[list[Any], list[Any]]:
        return self._plugins.formats_of(plugin), self._plugins.languages_of(plugin)

    def _guarded(self, record: PluginRecord, call: Callable[[], T]) -> T | None:
        """Call a plugin's code. It may raise anything, and even call sys.exit."""
        try:
            with redirect_stdout(sys.stderr):  # standard output may be a document
                return call()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  # see above
            cause = error
        self._fail(record, f"it failed to load: {type(cause).__name__}: {cause}", cause)
        return None

    def _accept(self, record: PluginRecord, formats: list[Any], languages: list[Any]) -> None:
        problems = []
        taken: list[str] = []
        packs: list[str] = []
        for fmt in formats:
            problem = self._format_problem(fmt)
            if problem is None:
                self._formats.pop(fmt.replaces or "", None)
                self._formats[fmt.name] = fmt, record.key
                taken.append(fmt.name)
            else:
                problems.append(problem)
        for ref in languages:
            holder = self._languages.get(ref.name)
            if holder is None:
                self._languages[ref.name] = ref, record.key
                packs.append(ref.name)
            else:
                problems.append(f"a language pack {ref.name!r} is there from {holder[1]}")
        record = evolve(record, formats=tuple(taken), languages=tuple(packs))
        if problems:
            self._fail(record, "; ".join(problems), None)
        else:
            self._records.append(record)

    def _format_problem(self, fmt: Any) -> str | None:
        if not isinstance(fmt, Format):
            return f"it registered {type(fmt).__name__}, not a Format"
        if not MIN_API <= fmt.api <= HOOK_API:
            return (
                f"format {fmt.name!r} was written for version {fmt.api} of the plugin interface; "
                f"this govnews takes {MIN_API} to {HOOK_API}"
            )
        if fmt.name in self._formats and fmt.replaces != fmt.name:
            return f"a format {fmt.name!r} is there from {self._formats[fmt.name][1]}"
        return None

    def _fail(self, record: PluginRecord, why: str, cause: BaseException | None) -> None:
        if self._strict:
            raise PluginError(
                why, plugin=record.name, dist=f"{record.dist} {record.version}"
            ) from cause
        used = "not used in full" if record.formats or record.languages else "not used"
        warnings.warn(
            f"plugin {record.key} ({record.version}) is {used}: {why}",
            PluginWarning,
            stacklevel=2,
        )
        self._records.append(evolve(record, failure=why))

    def registry(self) -> Registry:
        return Registry(
            formats=tuple(fmt for fmt, _ in self._formats.values()),
            languages=tuple(ref for ref, _ in self._languages.values()),
            plugins=tuple(sorted(self._records, key=lambda record: record.key)),
        )


class _Default:
    """The registry of the process; built on first use, swapped under a lock."""

    lock = threading.RLock()
    registry: Registry | None = None


def default_registry() -> Registry:
    """Return the registry of the process, finding the installed plugins on first use.

    Raises:
        PluginError: A plugin failed, and ``GOVNEWS_STRICT_PLUGINS=1`` is set.

    .. versionadded:: 0.1.0
    """
    registry = _Default.registry
    if registry is not None:
        return registry
    with _Default.lock:
        if _Default.registry is None:
            _Default.registry = build(_loader.find(), strict=_loader.strict())
        return _Default.registry


def set_default_registry(registry: Registry | None) -> Registry | None:
    """Swap the registry of the process and return the one it had.

    Args:
        registry: The new one; None means: look for the installed plugins again on next use.

    .. versionadded:: 0.1.0
    """
    with _Default.lock:
        previous, _Default.registry = _Default.registry, registry
        return previous
