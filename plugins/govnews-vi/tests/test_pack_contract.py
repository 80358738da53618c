"""The contract of every language pack, for Vietnamese."""

from pathlib import Path

from govnews.testing import LanguageContract
from govnews_vi import VIETNAMESE

PAGES = sorted((Path(__file__).parent / "golden").glob("*.txt"))


class TestVietnamese(LanguageContract):
    """Grounded, nothing invented, linear, thin."""

    language = VIETNAMESE
    pages = tuple(page.read_text(encoding="utf-8") for page in PAGES[::3])
    golden = tuple(PAGES)
