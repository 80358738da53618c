"""The door to govnews-html, which loads on first use."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cache
from types import ModuleType

from govnews.issues import Issue, Path
from govnews.limits import Limits
from govnews.model import Block
from govnews_rss._markup import has_markup, join, unescape_once
from govnews_rss._urls import web_address

_REFERENCE = re.compile(
    r'\s(href|src|cite|poster|longdesc|background|action)="(?![A-Za-z][A-Za-z0-9+.\-]*:)([^"]*)"'
)


def blocks(
    markup: str, base: str | None, note: Callable[[Issue], None], limits: Limits
) -> tuple[Block, ...]:
    """Return the body blocks of an HTML fragment."""
    parsed: tuple[Block, ...] = _fragments().parse(markup, base=base, note=note, limits=limits)
    return parsed


def text(markup: str) -> str:
    """Return the plain text of an HTML fragment."""
    words: str = _fragments().to_text(markup)
    return words


def shown(value: str, kind: str | None, base: str | None) -> tuple[str, str | None]:
    """Return the plain text of a text construct, and its markup where it has any.

    Args:
        value: The text.
        kind: ``"text"``, ``"html"``, ``"xhtml"``, or None where nothing is stated.
        base: What relative addresses of the markup are resolved against.
    """
    value = value.strip()
    # Atom 1.0, 3.1.1.1: text is what it says.
    if kind == "text" or ("<" not in value and "&" not in value):
        return value, None
    if has_markup(value):
        return text(value).strip(), _based(value, base)
    if kind in ("html", "xhtml") and "&" in value:
        return text(value).strip(), None
    return unescape_once(value).strip(), None


def _based(value: str, base: str | None) -> str:
    """Return markup whose relative addresses were resolved where they can be."""
    if not base or '="' not in value:
        return value

    def resolved(match: re.Match[str]) -> str:
        address = join(base, html.unescape(match[2]))
        return f' {match[1]}="{html.escape(address)}"'

    return _REFERENCE.sub(resolved, value)


def markup(
    body: tuple[Block, ...], base: str | None, note: Callable[[Issue], None], where: str
) -> str:
    """Return body blocks as sanitized HTML without relative addresses.

    Args:
        body: The blocks.
        base: Where the article stands, which relative addresses resolve against.
        note: Takes an issue for each loss.
        where: Path of the body.
    """
    made: str = _fragments().render(body, note=note, where=Path.parse(where))
    return absolute(made, base) if '="' in made else made


def absolute(made: str, base: str | None) -> str:
    """Return sanitized HTML whose relative addresses were resolved; where none can be, they go."""

    def resolved(match: re.Match[str]) -> str:
        address = web_address(join(base, html.unescape(match[2]))) if base is not None else None
        return "" if address is None else f' {match[1]}="{html.escape(address)}"'

    return _REFERENCE.sub(resolved, made)


def sanitized(markup: str) -> str:
    """Return an HTML fragment with what the allow-list lets through."""
    clean: str = _fragments().sanitize(markup)
    return clean


@cache
def _fragments() -> ModuleType:
    from govnews_html import fragments

    return fragments
