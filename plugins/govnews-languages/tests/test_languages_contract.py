"""The four packs under the contract of language packs."""

from pathlib import Path

from govnews.testing import LanguageContract
from govnews_languages import ES, FR, ID, PT

GOLDEN = Path(__file__).parent / "golden"


def golden(name):
    """Return the pages in a language."""
    return tuple(sorted(GOLDEN.glob(f"{name}-*.txt")))


def texts(name):
    """Return their texts."""
    return tuple(page.read_text(encoding="utf-8") for page in golden(name))


class TestSpanish(LanguageContract):
    language = ES
    pages = texts("es")
    golden = golden("es")


class TestFrench(LanguageContract):
    language = FR
    pages = texts("fr")
    golden = golden("fr")


class TestPortuguese(LanguageContract):
    language = PT
    pages = texts("pt")
    golden = golden("pt")


class TestIndonesian(LanguageContract):
    language = ID
    pages = texts("id")
    golden = golden("id")
