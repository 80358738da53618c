"""Finds plugins among the installed distributions and loads each in its own guard.

Discovery looks at every distribution once a process. It is sorted by distribution and name, so
that nothing depends on the order of installation. A plugin that cannot be used becomes a
`PluginRecord` with its failure, and a warning; it never takes the host down.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, EntryPoint, distributions
from typing import Any, Final

from attrs import evolve, field, frozen

GROUP: Final = "govnews"
ALLOW: Final = "GOVNEWS_PLUGINS"
"""Environment: names of distributions or ``distribution:name``, comma-separated; empty for none."""
STRICT: Final = "GOVNEWS_STRICT_PLUGINS"
"""Environment: ``1`` makes every failure of a plugin an error."""


@frozen(kw_only=True)
class PluginRecord:
    """What became of one plugin.

    Args:
        name: Name of its entry point.
        dist: Name of its distribution.
        version: Version of its distribution.
        address: What the entry point names: a module, or ``module:attr``.
        formats: Names of the formats it brought.
        languages: Names of the language packs it brought.
        failure: Why it, or a part of it, is not used; None where all is well.
        blocked: Whether ``GOVNEWS_PLUGINS`` keeps it out.

    .. versionadded:: 0.1.0
    """

    name: str
    dist: str
    version: str
    address: str
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    failure: str | None = None
    blocked: bool = False

    @property
    def key(self) -> str:
        """``distribution:name``."""
        return f"{self.dist}:{self.name}"


@frozen(kw_only=True)
class Candidate:
    """An entry point found, not loaded yet."""

    record: PluginRecord
    entry_point: EntryPoint = field(repr=False)

    def load(self) -> object:
        """Import it."""
        plugin: object = self.entry_point.load()
        return plugin


def find(environ: Mapping[str, str] | None = None) -> Iterator[Candidate]:
    """Yield the entry points of the group, sorted, each key once.

    Where an old dist-info was left behind, the highest version stands for the distribution.
    """
    environ = os.environ if environ is None else environ
    allowed = _allowed(environ.get(ALLOW))
    found: dict[str, tuple[tuple[Any, ...], Candidate]] = {}
    for dist in distributions():
        for entry_point in _entry_points(dist):
            record = PluginRecord(
                name=entry_point.name,
                dist=_normal(dist.metadata["Name"] or "unknown"),
                version=dist.version or "0",
                address=entry_point.value,
            )
            if allowed is not None and not allowed & {record.dist, record.key}:
                record = _blocked(record)
            candidate = Candidate(record=record, entry_point=entry_point)
            rank = _rank(record.version)
            if record.key not in found or rank > found[record.key][0]:
                found[record.key] = rank, candidate
    for key in sorted(found):
        yield found[key][1]


def strict(environ: Mapping[str, str] | None = None) -> bool:
    """Whether a failing plugin is an error."""
    environ = os.environ if environ is None else environ
    return environ.get(STRICT, "") not in ("", "0")


def _entry_points(dist: Distribution) -> list[EntryPoint]:
    # Reading the text first spares parsing the entry points of everything else installed.
    text = dist.read_text("entry_points.txt")
    if not text or f"[{GROUP}]" not in text:
        return []
    return [entry_point for entry_point in dist.entry_points if entry_point.group == GROUP]


def _allowed(value: str | None) -> set[str] | None:
    if value is None:
        return None
    names = (name.strip() for name in value.split(","))
    return {":".join([_normal(dist), *rest]) for dist, *rest in (n.split(":") for n in names if n)}


def _blocked(record: PluginRecord) -> PluginRecord:
    return evolve(record, blocked=True)


def _normal(name: str) -> str:
    """Return the normal form of a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _rank(version: str) -> tuple[Any, ...]:
    """Order versions roughly: numbers as numbers, a pre-release before its release."""
    numbers = tuple(int(part) for part in re.findall(r"\d+", version.partition("+")[0])[:6])
    final = re.search(r"(a|b|rc|dev)\d*", version) is None
    return (*numbers[:3], final, *numbers[3:])
