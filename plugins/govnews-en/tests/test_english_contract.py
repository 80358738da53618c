"""The English pack under the contract of language packs."""

from pathlib import Path

from govnews.testing import LanguageContract
from govnews_en import EN

PAGES = sorted((Path(__file__).parent / "golden").glob("*.txt"))


class TestEnglish(LanguageContract):
    language = EN
    pages = tuple(page.read_text(encoding="utf-8") for page in PAGES)
    golden = tuple(PAGES)
