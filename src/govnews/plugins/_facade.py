"""A typed face over pluggy: one method for each hook, and nothing of pluggy beyond it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol

import pluggy

from govnews.plugins import hookspecs

if TYPE_CHECKING:
    from govnews.extraction import LanguagePackRef
    from govnews.formats import Format

_HOOKS = ("govnews_register_formats", "govnews_register_languages")


class FormatsPlugin(Protocol):
    """What a plugin module that brings formats looks like to a type checker."""

    def govnews_register_formats(self) -> Iterable[Format[Any, Any]]:
        """See `govnews.plugins.hookspecs.govnews_register_formats`."""
        ...


class LanguagesPlugin(Protocol):
    """What a plugin module that brings languages looks like to a type checker."""

    def govnews_register_languages(self) -> Iterable[LanguagePackRef]:
        """See `govnews.plugins.hookspecs.govnews_register_languages`."""
        ...


class Plugins:
    """The plugins of one registry, by key ``distribution:name``.

    Hooks are asked plugin by plugin, so that one that fails takes only itself down.
    """

    def __init__(self) -> None:
        self.manager = pluggy.PluginManager(hookspecs.PROJECT)
        self.manager.add_hookspecs(hookspecs)

    def register(self, plugin: object, key: str) -> str | None:
        """Add a plugin, or say why it cannot be added.

        Returns:
            None, or what is wrong: it implements no hook, or one that does not exist, or one
            with arguments that the hook does not have.
        """
        try:
            self.manager.register(plugin, key)
            problem = self._misfit(plugin)
        except (pluggy.PluginValidationError, ValueError) as error:
            problem = " ".join(str(error).split())
        if problem is not None and self.manager.is_registered(plugin):
            # pluggy may leave a plugin half registered that it refused.
            self.manager.unregister(plugin)
        return problem

    def formats_of(self, plugin: object) -> list[Format[Any, Any]]:
        """Ask one plugin for its formats."""
        return self._ask("govnews_register_formats", plugin)

    def languages_of(self, plugin: object) -> list[LanguagePackRef]:
        """Ask one plugin for its language packs."""
        return self._ask("govnews_register_languages", plugin)

    def _ask(self, hook: str, plugin: object) -> list[Any]:
        # Only this plugin answers, but the wrappers of all plugins see the answer.
        impls = getattr(self.manager.hook, hook).get_hookimpls()
        others = [one.plugin for one in impls if not one.wrapper and one.plugin is not plugin]
        if not any(one.plugin is plugin and not one.wrapper for one in impls):
            return []
        caller = self.manager.subset_hook_caller(hook, others)
        return [given for answer in caller() for given in answer]

    def _misfit(self, plugin: object) -> str | None:
        callers = self.manager.get_hookcallers(plugin) or []
        for caller in callers:
            if caller.name not in _HOOKS:
                near = get_close_matches(caller.name, _HOOKS, n=1)
                guess = f"; did you mean {near[0]!r}?" if near else ""
                return f"it implements {caller.name!r}, and there is no such hook{guess}"
        if not callers:
            return f"it implements no hook; mark {' or '.join(_HOOKS)} with @hookimpl"
        return None
