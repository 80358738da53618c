"""Makes a registry of the plugins found, each in its own guard."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from functools import partial
from typing import Any, TypeVar

from attrs import evolve

from govnews.errors import PluginError, PluginWarning
from govnews.formats import Format
from govnews.plugins._facade import Plugins
from govnews.plugins._loader import Candidate, PluginRecord
from govnews.plugins._misfits import format_misfit, language_misfit
from govnews.plugins.registry import BUILT_IN, Registry

T = TypeVar("T")


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
        if record.failure is not None:
            self._fail(record, record.failure, None)
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
            problem = self._language_problem(ref)
            if problem is None:
                self._languages[ref.name] = ref, record.key
                packs.append(ref.name)
            else:
                problems.append(problem)
        record = evolve(record, formats=tuple(taken), languages=tuple(packs))
        if problems:
            self._fail(record, "; ".join(problems), None)
        else:
            self._records.append(record)

    def _format_problem(self, fmt: Any) -> str | None:
        problem = format_misfit(fmt)
        if problem is None and fmt.name in self._formats and fmt.replaces != fmt.name:
            return f"a format {fmt.name!r} is there from {self._formats[fmt.name][1]}"
        return problem

    def _language_problem(self, ref: Any) -> str | None:
        problem = language_misfit(ref)
        if problem is None and ref.name in self._languages:
            return f"a language pack {ref.name!r} is there from {self._languages[ref.name][1]}"
        return problem

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
