"""How plugins are found, guarded and kept: hooks, loader, registry."""

from govnews.plugins._facade import FormatsPlugin, LanguagesPlugin, Plugins
from govnews.plugins._loader import PluginRecord
from govnews.plugins._negotiate import Offer
from govnews.plugins._recipe import Recipe
from govnews.plugins.hookspecs import hookimpl
from govnews.plugins.registry import BUILT_IN, Registry, default_registry, set_default_registry

__all__ = [
    "BUILT_IN",
    "FormatsPlugin",
    "LanguagesPlugin",
    "Offer",
    "PluginRecord",
    "Plugins",
    "Recipe",
    "Registry",
    "default_registry",
    "hookimpl",
    "set_default_registry",
]
