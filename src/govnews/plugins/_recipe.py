"""How another process gets the same registry: by the addresses of what is in it, never by its code.

Executors pickle what they send. What is pickled of a registry is a `Recipe`, which holds nothing
but text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

from govnews.errors import PluginError
from govnews.formats import Format, load_attribute
from govnews.plugins._loader import PluginRecord

if TYPE_CHECKING:
    from govnews.plugins.registry import Registry


@frozen(kw_only=True)
class Recipe:
    """Where the parts of a registry stand.

    Args:
        formats: Address of each format: ``"module:attr"``, or ``"distribution:name#format"`` for
            one that a plugin makes anew each time it is asked.
        languages: Addresses of the references to language packs, alike.
        plugins: What became of the plugins in the process that wrote the recipe.

    .. versionadded:: 0.1.0
    """

    formats: tuple[str, ...]
    languages: tuple[str, ...]
    plugins: tuple[PluginRecord, ...] = ()

    def build(self) -> Registry:
        """Return the registry, importing the modules that its parts stand in.

        Raises:
            PluginError: A part is not where it was: another version, or not installed here.
        """
        from govnews.plugins.registry import Registry

        return Registry(
            formats=tuple(_found(address, "formats") for address in self.formats),
            languages=tuple(_found(address, "languages") for address in self.languages),
            plugins=self.plugins,
        )


def recipe_of(registry: Registry) -> Recipe:
    """Return where the parts of a registry stand.

    Raises:
        PluginError: A part stands nowhere that another process could look.
    """
    from govnews.plugins.registry import default_registry

    installed = default_registry()
    return Recipe(
        formats=tuple(
            _address(fmt, f"format {fmt.name!r}", installed.formats, installed)
            for fmt in registry.formats
        ),
        languages=tuple(
            _address(ref, f"language pack {ref.name!r}", installed.languages, installed)
            for ref in registry.languages
        ),
        plugins=registry.plugins,
    )


def _found(address: str, sort: str) -> Any:
    key, _, name = address.partition("#")
    if not name:
        return load_attribute(address, "a registry")
    from govnews.plugins.registry import default_registry

    for part in getattr(default_registry(), sort):
        if part.name == name:
            return part
    raise PluginError(
        f"a registry names {name!r} of plugin {key}, which is not installed in this process",
        plugin=key.partition(":")[2],
        dist=key.partition(":")[0],
    )


def _address(part: Any, owner: str, installed: tuple[Any, ...], default: Registry) -> str:
    for module in _modules(part):
        for name, value in vars(sys.modules[module]).items():
            if value is part:
                return f"{module}:{name}"
    record = default.origins.get(part.name)
    if record is not None and any(one is part for one in installed):
        return f"{record.key}#{part.name}"
    raise PluginError(
        f"{owner} cannot be rebuilt in another process: no module holds it under a name",
        hint="Assign it to a name in a module, so that workers can import it.",
    )


def _modules(part: Any) -> Iterator[str]:
    """Yield the loaded modules that a description speaks of, with the packages they are in."""
    if isinstance(part, Format):
        speaks: tuple[Any, ...] = (
            part.reader,
            part.writer,
            part.sniff,
            part.read_options,
            part.write_options,
        )
    else:
        speaks = (part.pack,)
    for code in speaks:
        address = code if isinstance(code, str) else getattr(code, "__module__", None) or ""
        module = address.partition(":")[0]
        while module and module != "__main__":
            if module in sys.modules:
                yield module
            module = module.rpartition(".")[0]
