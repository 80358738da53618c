"""How plugins are found, guarded and kept: hooks, loader, registry."""

from govnews.plugins._facade import FormatsPlugin, LanguagesPlugin, Plugins
from govnews.plugins._loader import PluginRecord
from govnews.plugins.hookspecs import hookimpl
from govnews.plugins.registry import BUILT_IN, Registry, default_registry, set_default_registry

__all__ = [
    "BUILT_IN",
    "FormatsPlugin",
    "LanguagesPlugin",
    "PluginRecord",
    "Plugins",
    "Registry",
    "default_registry",
    "hookimpl",
    "set_default_registry",
]
