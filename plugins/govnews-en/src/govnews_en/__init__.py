"""English for govnews: reading facts from text."""

from __future__ import annotations

from govnews.extraction import LanguagePackRef
from govnews.plugins import hookimpl


@hookimpl
def govnews_register_languages() -> tuple[LanguagePackRef, ...]:
    """Offer English."""
    return (LanguagePackRef(name="en", languages=("en",), pack="govnews_en.pack:PACK"),)
