"""English for govnews: reading facts from text."""

from __future__ import annotations

from typing import Final

from govnews.extraction import LanguagePackRef
from govnews.plugins import hookimpl

EN: Final = LanguagePackRef(name="en", languages=("en",), pack="govnews_en.pack:PACK")
"""English."""


@hookimpl
def govnews_register_languages() -> tuple[LanguagePackRef, ...]:
    """Offer English."""
    return (EN,)
