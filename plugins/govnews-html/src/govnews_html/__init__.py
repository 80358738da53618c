"""HTML fragments and pages for govnews."""

from __future__ import annotations

from typing import Any

from govnews.formats import Format
from govnews.plugins import hookimpl


@hookimpl
def govnews_register_formats() -> tuple[Format[Any, Any], ...]:
    """Offer no pages yet; `govnews_html.fragments` is there."""
    return ()
