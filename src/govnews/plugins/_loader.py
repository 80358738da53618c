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
        for candidate in _candidates(dist):
            record = candidate.record
            if allowed is not None and not allowed & {record.dist, record.key}:
                candidate = evolve(candidate, record=evolve(record, blocked=True))  # noqa: PLW2901
            rank = _rank(record.version)
            if record.key not in found or rank > found[record.key][0]:
                found[record.key] = rank, candidate
    for key in sorted(found):
        yield found[key][1]


def _candidates(dist: Distribution) -> list[Candidate]:
    """Return the entry points of a distribution, or what is wrong with its metadata."""
    entry_points: list[EntryPoint] = []
    failure: str | None = None
    try:
        # Reading the text first spares parsing the entry points of everything else installed.
        text = dist.read_text("entry_points.txt")
        if text and f"[{GROUP}]" in text:
            entry_points = [one for one in dist.entry_points if one.group == GROUP]
        if not entry_points:
            return []
    except Exception as error:  # noqa: BLE001  # half-removed distributions raise anything
        failure = f"its metadata cannot be read: {type(error).__name__}: {error}"
        entry_points = [EntryPoint(name="?", value="", group=GROUP)]
    name, version = _identity(dist)
    return [
        Candidate(
            record=PluginRecord(
                name=one.name, dist=name, version=version, address=one.value, failure=failure
            ),
            entry_point=one,
        )
        for one in entry_points
    ]


def _identity(dist: Distribution) -> tuple[str, str]:
    try:
        return _normal(dist.metadata["Name"] or "unknown"), dist.version or "0"
    except Exception:  # noqa: BLE001  # as above; there may be no metadata at all
        return "unknown", "0"


def strict(environ: Mapping[str, str] | None = None) -> bool:
    """Whether a failing plugin is an error."""
    environ = os.environ if environ is None else environ
    return environ.get(STRICT, "") not in ("", "0")


def _allowed(value: str | None) -> set[str] | None:
    if value is None:
        return None
    names = (name.strip() for name in value.split(","))
    return {":".join([_normal(dist), *rest]) for dist, *rest in (n.split(":") for n in names if n)}


def _normal(name: str) -> str:
    """Return the normal form of a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _rank(version: str) -> tuple[Any, ...]:
    """Order versions roughly: numbers as numbers, a pre-release before its release."""
    numbers = tuple(int(part) for part in re.findall(r"\d+", version.partition("+")[0])[:6])
    final = re.search(r"(a|b|rc|dev)\d*", version) is None
    return (*numbers[:3], final, *numbers[3:])
