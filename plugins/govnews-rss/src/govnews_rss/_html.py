"""The door to govnews-html, which loads on first use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from govnews.issues import Issue
from govnews.limits import Limits
from govnews.model import Block


def blocks(
    markup: str, base: str | None, note: Callable[[Issue], None], limits: Limits
) -> tuple[Block, ...]:
    """Return the body blocks of an HTML fragment."""
    return _fragments().parse(markup, base=base, note=note, limits=limits)


def text(markup: str) -> str:
    """Return the plain text of an HTML fragment."""
    return _fragments().to_text(markup)


def markup(body: tuple[Block, ...], note: Callable[[Issue], None]) -> str:
    """Return body blocks as sanitized HTML."""
    fragments = _fragments()
    if not hasattr(fragments, "render"):
        import html as h
        from govnews.model import plain_text, Raw
        return "".join(b.text if isinstance(b, Raw) else f"<p>{h.escape(plain_text((b,)), quote=False)}</p>" for b in body)
    return fragments.render(body, note=note)


def sanitized(markup: str) -> str:
    """Return an HTML fragment with what the allow-list lets through."""
    fragments = _fragments()
    if not hasattr(fragments, "sanitize"):
        import nh3
        return nh3.clean(markup)
    return fragments.sanitize(markup)


@cache
def _fragments():
    from govnews_html import fragments

    return fragments
