"""Which formats and languages are in use: an immutable value, and the default of the process."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from govnews.errors import FormatError
from govnews.formats import (
    FIRST_PARTY,
    JSON,
    JSONL,
    Format,
    Head,
    detect,
    extension_of,
    extra_for,
    install,
)
from govnews.plugins._loader import PluginRecord
from govnews.plugins._negotiate import Offer, negotiate
from govnews.plugins._recipe import Recipe, recipe_of

if TYPE_CHECKING:
    from govnews.extraction import LanguagePack, LanguagePackRef

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

    def reads_extension(self, extension: str) -> tuple[str, ...]:
        """Return the names of the formats whose files have an extension, sorted."""
        found = (fmt.name for fmt in self.formats if extension in fmt.extensions)
        return tuple(sorted(found)) if extension else ()

    def format_for_media_type(self, media_type: str) -> Format[Any, Any] | None:
        """Return the format that a media type names, without its parameters, or None."""
        return self._by_media_type.get(media_type.partition(";")[0].strip().lower())

    def negotiate(self, accept: str | None) -> Offer | None:
        """Return the format that suits a client best, by the ``Accept`` header it sent.

        The highest weight wins; between equals the more precise range, then the type that is a
        format's own, then the format registered first (RFC 9110, 12.5.1).

        Args:
            accept: The header; None or empty accepts anything.

        Returns:
            The format and the media type to send, or None where nothing suits (status 406).

        >>> Registry().negotiate("text/html, application/jsonl;q=0.8, */*;q=0.1").format.name
        'jsonl'
        """
        return negotiate(self.formats, accept)

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

    # -- other processes -------------------------------------------------------------------

    def recipe(self) -> Recipe:
        """Return the addresses from which another process can build this registry.

        Pickling a registry does the same, so it can be passed to a worker.

        Raises:
            PluginError: A format or language pack stands nowhere that can be imported.

        >>> Registry().recipe().formats
        ('govnews.formats._json:JSON', 'govnews.formats._jsonl:JSONL')
        """
        return recipe_of(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return Recipe.build, (self.recipe(),)

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
            from govnews.plugins import _loader
            from govnews.plugins._building import build

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
