"""Spanish, French, Portuguese and Indonesian for govnews: each language is one data file."""

from __future__ import annotations

from typing import Final

from govnews.extraction import LanguagePackRef
from govnews.plugins import hookimpl

ES: Final = LanguagePackRef(name="es", languages=("es",), pack="govnews_languages.pack:ES")
"""Spanish."""
FR: Final = LanguagePackRef(name="fr", languages=("fr",), pack="govnews_languages.pack:FR")
"""French."""
PT: Final = LanguagePackRef(name="pt", languages=("pt",), pack="govnews_languages.pack:PT")
"""Portuguese."""
ID: Final = LanguagePackRef(name="id", languages=("id",), pack="govnews_languages.pack:ID")
"""Indonesian."""


@hookimpl
def govnews_register_languages() -> tuple[LanguagePackRef, ...]:
    """Offer Spanish, French, Portuguese and Indonesian."""
    return (ES, FR, PT, ID)
