"""How facts are read from text: text in, findings out, records assembled from findings.

The engine knows no language. A `LanguagePack` holds the words of one, and comes in as an argument.
"""

from govnews.extraction._detect import detect_language
from govnews.extraction._engine import extract, find
from govnews.extraction._enrich import enrich
from govnews.extraction.finding import Finding
from govnews.extraction.pack import (
    AddressPart,
    Agreements,
    Detection,
    Label,
    LabelRole,
    LanguagePack,
    Layout,
    Names,
    People,
    PhoneNumber,
    Projects,
    TimeForm,
    Times,
    Words,
)
from govnews.extraction.reference import Check, CheckProfile, LanguagePackRef

__all__ = [
    "AddressPart",
    "Agreements",
    "Check",
    "CheckProfile",
    "Detection",
    "Finding",
    "Label",
    "LabelRole",
    "LanguagePack",
    "LanguagePackRef",
    "Layout",
    "Names",
    "People",
    "PhoneNumber",
    "Projects",
    "TimeForm",
    "Times",
    "Words",
    "detect_language",
    "enrich",
    "extract",
    "find",
]
