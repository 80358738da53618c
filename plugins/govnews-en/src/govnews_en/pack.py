"""The English pack: words alone; it needs no function of its own."""

from __future__ import annotations

from typing import Final

from govnews.extraction import LanguagePack
from govnews_en._words import (
    AGREEMENTS,
    DETECTION,
    LABELS,
    LAYOUT,
    NAMES,
    PEOPLE,
    PROJECTS,
    TIMES,
)

PACK: Final = LanguagePack(
    name="en",
    languages=("en",),
    detection=DETECTION,
    times=TIMES,
    labels=LABELS,
    names=NAMES,
    people=PEOPLE,
    agreements=AGREEMENTS,
    projects=PROJECTS,
    layout=LAYOUT,
)
"""English."""
