"""Plain text and Markdown for govnews: text pages in, plain text and Markdown out."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from govnews.formats import Format, NoOptions
from govnews.plugins import hookimpl
from govnews_text._sniff import sniff

__all__ = [
    "MARKDOWN",
    "TEXT",
    "MarkdownWriteOptions",
    "TextWriteOptions",
    "govnews_register_formats",
]


@frozen(kw_only=True)
class TextWriteOptions:
    """How ``text`` is written.

    Args:
        facts: Whether the facts of the agreements and organizations follow the story.

    .. versionadded:: 0.1.0
    """

    facts: bool = True


@frozen(kw_only=True)
class MarkdownWriteOptions:
    """How ``markdown`` is written.

    Args:
        facts: Whether the facts of the agreements and organizations follow the story.

    .. versionadded:: 0.1.0
    """

    facts: bool = True


TEXT: Format[NoOptions, TextWriteOptions] = Format(
    name="text",
    title="Plain text",
    media_types=("text/plain",),
    extensions=(".txt",),
    kinds=("article", "agreement", "organization"),
    reader="govnews_text._read:read",
    writer="govnews_text._text:write",
    read_options=NoOptions,
    write_options=TextWriteOptions,
    extracts=True,
    whole=True,
    sniff=sniff,
)
"""The format ``text``: reads pages, writes a page for people."""

MARKDOWN: Format[NoOptions, MarkdownWriteOptions] = Format(
    name="markdown",
    title="Markdown",
    media_types=("text/markdown",),
    extensions=(".md", ".markdown"),
    kinds=("article", "agreement", "organization"),
    writer="govnews_text._markdown:write",
    read_options=NoOptions,
    write_options=MarkdownWriteOptions,
    whole=True,
    spec_url="https://github.github.com/gfm/",
)
"""The format ``markdown``: CommonMark with the tables and strikethrough of GitHub; written only."""


@hookimpl
def govnews_register_formats() -> tuple[Format[Any, Any], ...]:
    """Register ``text`` and ``markdown``."""
    return (TEXT, MARKDOWN)
