"""Read and write what public offices publish: the story, the agreement it announces, the office.

>>> import govnews
>>> bundle = govnews.Bundle(articles=(govnews.Article(id="#article-1", title="Lễ ký kết"),))
>>> govnews.loads(govnews.dumps(bundle, "json")) == bundle
True

Everything here loads on first use (PEP 562), so that ``import govnews`` costs next to nothing.
"""

from __future__ import annotations

# Type checkers take this name for true; importing it from typing would cost more than all the rest.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from govnews.errors import (
        DocumentError,
        FormatError,
        GovnewsError,
        LimitError,
        LossError,
        LossWarning,
        MissingDependencyError,
        ModelError,
        OptionsError,
        PluginError,
        PluginWarning,
        ReadError,
        UnknownRecordError,
        UnsafeContentError,
        WriteError,
    )
    from govnews.formats import Format
    from govnews.io import (
        Conversion,
        Reading,
        Writing,
        convert,
        dump,
        dumps,
        enrich,
        extract,
        iter_records,
        load,
        loads,
        read,
        write,
    )
    from govnews.issues import Issue, Path
    from govnews.limits import Limits
    from govnews.model import Agreement, Article, Bundle, Organization, Source
    from govnews.plugins import Registry

    __version__: str

# The same names in the same order as above; a test holds the two together.
_HOMES = {
    "govnews.errors": (
        "DocumentError",
        "FormatError",
        "GovnewsError",
        "LimitError",
        "LossError",
        "LossWarning",
        "MissingDependencyError",
        "ModelError",
        "OptionsError",
        "PluginError",
        "PluginWarning",
        "ReadError",
        "UnknownRecordError",
        "UnsafeContentError",
        "WriteError",
    ),
    "govnews.formats": ("Format",),
    "govnews.io": (
        "Conversion",
        "Reading",
        "Writing",
        "convert",
        "dump",
        "dumps",
        "enrich",
        "extract",
        "iter_records",
        "load",
        "loads",
        "read",
        "write",
    ),
    "govnews.issues": ("Issue", "Path"),
    "govnews.limits": ("Limits",),
    "govnews.model": ("Agreement", "Article", "Bundle", "Organization", "Source"),
    "govnews.plugins": ("Registry",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Agreement",
    "Article",
    "Bundle",
    "Conversion",
    "DocumentError",
    "Format",
    "FormatError",
    "GovnewsError",
    "Issue",
    "LimitError",
    "Limits",
    "LossError",
    "LossWarning",
    "MissingDependencyError",
    "ModelError",
    "OptionsError",
    "Organization",
    "Path",
    "PluginError",
    "PluginWarning",
    "ReadError",
    "Reading",
    "Registry",
    "Source",
    "UnknownRecordError",
    "UnsafeContentError",
    "WriteError",
    "Writing",
    "convert",
    "dump",
    "dumps",
    "enrich",
    "extract",
    "iter_records",
    "load",
    "loads",
    "read",
    "write",
]


if not TYPE_CHECKING:  # else every misspelt name would pass a type checker

    def __getattr__(name: str) -> object:
        if name == "__version__":
            from importlib.metadata import version

            return version("govnews")
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module 'govnews' has no attribute {name!r}")
        from importlib import import_module

        value: object = getattr(import_module(home), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
