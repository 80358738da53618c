"""What it costs to read facts from pages, in passes that only split the same pages into words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from govnews.extraction import LanguagePack, extract
from govnews.issues import Issue
from govnews.limits import Limits
from govnews.model import Source
from harness import Contestant, Job

_PLUGINS: Final = Path(__file__).parents[2] / "plugins"
_WORD: Final = re.compile(r"\w+")
_LIMITS: Final = Limits()
_GOAL: Final = 30.0
_FEWEST: Final = 2


def _pages(plugin: str, prefix: str = "") -> list[str]:
    """Return the golden pages of a plugin, or those whose names begin with a language."""
    files = (_PLUGINS / plugin / "tests" / "golden").glob(f"{prefix}*.txt")
    return [file.read_text("utf-8") for file in sorted(files)]


def _packs() -> list[LanguagePack]:
    import govnews_en.pack
    import govnews_languages.pack as others
    import govnews_vi.pack

    return [
        govnews_vi.pack.PACK,
        govnews_en.pack.PACK,
        others.ES,
        others.FR,
        others.PT,
        others.ID,
    ]


def _ignore(issue: Issue) -> None:
    """Take an issue and forget it."""


def _job(name: str, tag: str, language: str, pages: list[str], packs: list[LanguagePack]) -> Job:

    def split() -> int:
        return sum(len(_WORD.findall(page)) for page in pages)

    def read(stated: str | None) -> int:
        return sum(
            len(
                extract(
                    Source(id="#source-1", text=page),
                    packs,
                    language=stated,
                    note=_ignore,
                    limits=_LIMITS,
                )
            )
            for page in pages
        )

    def check(results: Mapping[str, object]) -> None:
        stated, detected = results["stated"], results["detected"]
        assert stated == detected, "a language was mistaken"  # noqa: S101 - stops an unequal run
        assert isinstance(stated, int)  # noqa: S101
        assert stated >= _FEWEST * len(pages), "pages without a record"  # noqa: S101

    length = sum(map(len, pages)) // len(pages)
    return Job(
        name=name,
        title=f"{len(pages)} pages in {language}, {length} characters each; the floor splits words",
        check=check,
        contestants=(
            Contestant(name="words", work=split),
            Contestant(name="stated", work=lambda: read(tag), goal=_GOAL),
            Contestant(name="detected", work=lambda: read(None)),
        ),
    )


def jobs() -> Iterable[Job]:
    """One job a language; the language is stated, or found out first."""
    packs = _packs()
    yield _job("extract", "vi", "Vietnamese", _pages("govnews-vi"), packs)
    yield _job("extract-en", "en", "English", _pages("govnews-en"), packs)
    yield _job("extract-es", "es", "Spanish", _pages("govnews-languages", "es-"), packs)
