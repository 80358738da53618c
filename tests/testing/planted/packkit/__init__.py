"""A language pack of the tests: enough English for a page of a few lines."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from govnews.extraction import CheckProfile, LanguagePackRef

EN = LanguagePackRef(
    name="pk",
    languages=("en",),
    pack="packkit._packs:GOOD",
    profiles=(CheckProfile(name="pk-any", check="packkit._packs:no_findings"),),
    encodings=("packkit._packs:knows_none",),
)


def reference(**changed: Any) -> LanguagePackRef:
    """Return the reference with something else in it."""
    return evolve(EN, **changed)
