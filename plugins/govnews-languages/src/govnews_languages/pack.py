"""The packs: Spanish, French, Portuguese, Indonesian, each read from its data file."""

from __future__ import annotations

from typing import Final

from govnews.extraction import LanguagePack
from govnews_languages._load import load

ES: Final[LanguagePack] = load("es")
"""Spanish."""
FR: Final[LanguagePack] = load("fr")
"""French."""
PT: Final[LanguagePack] = load("pt")
"""Portuguese."""
ID: Final[LanguagePack] = load("id")
"""Indonesian."""
