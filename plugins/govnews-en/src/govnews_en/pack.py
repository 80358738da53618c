"""The English pack: its words, and the telephone numbers of its countries."""

from __future__ import annotations

from typing import Final

from govnews.extraction import LanguagePack
from govnews_en._agreement_words import AGREEMENTS, PROJECTS
from govnews_en._name_words import NAMES, PEOPLE
from govnews_en._page_words import DETECTION, LABELS, LAYOUT
from govnews_en._time_words import TIMES
from govnews_en.phones import national, read_numbers, region_of

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
    phones=read_numbers,
    region=region_of,
    national=national,
)
"""English."""
