"""The four packs under the contract of language packs."""

from pathlib import Path

from govnews.testing import LanguageContract
from govnews_languages import ES, FR, ID, PT

GOLDEN = Path(__file__).parent / "golden"


def pages(name):
    """Return the pages in a language."""
    found = sorted(GOLDEN.glob(f"{name}-*.txt"))
    return tuple(page.read_text(encoding="utf-8") for page in found)


class TestSpanish(LanguageContract):
    language = ES
    pages = pages("es")


class TestFrench(LanguageContract):
    language = FR
    pages = pages("fr")


class TestPortuguese(LanguageContract):
    language = PT
    pages = pages("pt")


class TestIndonesian(LanguageContract):
    language = ID
    pages = pages("id")
