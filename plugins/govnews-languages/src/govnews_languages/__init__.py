"""Spanish, French, Portuguese and Indonesian for govnews: each language is one data file."""

from __future__ import annotations

from govnews.extraction import LanguagePackRef
from govnews.plugins import hookimpl


@hookimpl
def govnews_register_languages() -> tuple[LanguagePackRef, ...]:
    """Offer Spanish, French, Portuguese and Indonesian."""
    return tuple(
        LanguagePackRef(name=name, languages=tags, pack=f"govnews_languages.pack:{name.upper()}")
        for name, tags in (("es", ("es",)), ("fr", ("fr",)), ("pt", ("pt",)), ("id", ("id", "in")))
    )
