"""What keeps a description of a plugin from being used."""

from __future__ import annotations

from typing import Any, Final

from attrs import has

from govnews.formats import HOOK_API, Format

MIN_API: Final = 1
"""Oldest version of the plugin interface that still works."""


def format_misfit(fmt: Any) -> str | None:
    """Return why a format cannot be used, or None."""
    if not isinstance(fmt, Format):
        return f"it registered {type(fmt).__name__}, not a Format"
    old = _outdated(f"format {fmt.name!r}", fmt.api)
    if old is not None:
        return old
    problem = _badly_named(fmt) or _badly_served(fmt)
    return None if problem is None else f"format {fmt.name!r}: {problem}"


def _badly_named(fmt: Format[Any, Any]) -> str | None:
    if not isinstance(fmt.name, str) or not fmt.name:
        return "a name is text"
    for field in ("media_types", "extensions"):
        names = getattr(fmt, field)
        if not isinstance(names, tuple) or not all(isinstance(name, str) for name in names):
            return f"{field} is a tuple of texts, not {names!r}"
    if not isinstance(fmt.replaces, str | None):
        return "replaces is the name of a format"
    return None


def _badly_served(fmt: Format[Any, Any]) -> str | None:
    for field in ("reader", "writer"):
        code = getattr(fmt, field)
        if not (code is None or callable(code) or _is_address(code)):
            return f"{field} is a function or its address, 'module:attr', not {code!r}"
    if fmt.sniff is not None and not callable(fmt.sniff):
        return "sniff is a function"
    for field in ("read_options", "write_options"):
        options = getattr(fmt, field)
        if not isinstance(options, type) or not has(options):
            return f"{field} is an attrs class, not {options!r}"
    return None


def language_misfit(ref: Any) -> str | None:
    """Return why a reference to a language pack cannot be used, or None."""
    from govnews.extraction import LanguagePackRef

    if not isinstance(ref, LanguagePackRef):
        return f"it registered {type(ref).__name__}, not a LanguagePackRef"
    owner = f"language pack {ref.name!r}"
    if not isinstance(ref.name, str) or not ref.name:
        return f"{owner}: a name is text"
    if not _is_address(ref.pack):
        return f"{owner}: pack is an address, 'module:attr', not {ref.pack!r}"
    return _outdated(owner, ref.api)


def _outdated(owner: str, api: object) -> str | None:
    if isinstance(api, int) and MIN_API <= api <= HOOK_API:
        return None
    return (
        f"{owner} was written for version {api} of the plugin interface; "
        f"this govnews takes {MIN_API} to {HOOK_API}"
    )


def _is_address(code: object) -> bool:
    return isinstance(code, str) and all(code.partition(":"))
