"""The hooks a plugin may implement. Both collect: every plugin answers, nobody wins.

A plugin is a module that a distribution names under the entry-point group ``govnews``::

    [project.entry-points.govnews]
    ical = "govnews_ical"
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import pluggy

if TYPE_CHECKING:
    from govnews.extraction import LanguagePackRef
    from govnews.formats import Format

PROJECT: Final = "govnews"

hookspec = pluggy.HookspecMarker(PROJECT)

hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as an implementation of a hook."""


@hookspec
def govnews_register_formats() -> Iterable[Format[Any, Any]]:
    """Return the formats this plugin brings.

    Called once a process, on first use, never on import. The descriptions are cheap and frozen;
    the code behind them is named by ``"module:attr"`` and loads when a document needs it. A whole
    plugin::

        from govnews.formats import Format, NoOptions
        from govnews.plugins import hookimpl

        LINES = Format(
            name="lines",
            title="Titles, one a line",
            media_types=("text/x-lines",),
            extensions=(".lines",),
            kinds=("article",),
            writer="govnews_lines._codec:write",
            read_options=NoOptions,
            write_options=NoOptions,
        )

        @hookimpl
        def govnews_register_formats():
            return (LINES,)

    Returns:
        The formats. A name that is taken already is refused, and the refusal recorded, unless
        the format says by `Format.replaces` that it means to.

    .. versionadded:: 0.1.0
    """
    return ()


@hookspec
def govnews_register_languages() -> Iterable[LanguagePackRef]:
    """Return references to the language packs this plugin brings.

    Called once a process, on first use, like `govnews_register_formats`. A reference is cheap; the
    pack behind it loads with the first text that is read. A whole plugin::

        from govnews.extraction import LanguagePackRef
        from govnews.plugins import hookimpl

        @hookimpl
        def govnews_register_languages():
            return (LanguagePackRef(name="eo", languages=("eo",), pack="govnews_eo.pack:PACK"),)

    .. versionadded:: 0.1.0
    """
    return ()
