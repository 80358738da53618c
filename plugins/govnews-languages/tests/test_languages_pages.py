"""Whole pages, written for this project, against what they state."""

import importlib.util
import json
import unicodedata
from pathlib import Path

import pytest

from govnews.model import PartialDate

HERE = Path(__file__).parent
PAGES = sorted((HERE / "golden").glob("*.txt"))

_spec = importlib.util.spec_from_file_location("govnews_languages_summary", HERE / "_summary.py")
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)
read, summary = _module.read, _module.summary

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


@each_page
def test_a_page_is_read_as_what_it_states(page):
    """Every fact of the page is there, typed, and nothing else."""
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert expected == json.loads(json.dumps(summary(page.read_text(encoding="utf-8"))))


@each_page
def test_every_value_has_words_that_state_it(page):
    """Evidence points at its exact words; what has none is inferred and says from what."""
    bundle, _ = read(page.read_text(encoding="utf-8"))
    assert () == bundle.verify()
    facts = list(bundle.facts())
    assert facts
    assert all(fact.words is not None or fact.evidence.ground for fact in facts)


@each_page
def test_the_language_of_a_page_is_recognized(page):
    """Among the four packs, each page is taken for its own."""
    bundle, _ = read(page.read_text(encoding="utf-8"))
    assert page.stem[:2] == next(iter(bundle.articles)).lang


@each_page
def test_a_decomposed_page_says_the_same(page):
    """Decomposed letters change no fact, and evidence still points at the source as it is."""
    text = page.read_text(encoding="utf-8")
    bundle, _ = read(unicodedata.normalize("NFD", text))
    assert () == bundle.verify()
    composed, _ = read(text)
    parties = [[party.name for party in one.parties] for one in composed.agreements]
    decomposed = [
        [unicodedata.normalize("NFC", party.name) for party in one.parties]
        for one in bundle.agreements
    ]
    assert parties == decomposed
    dates = [article.happened for article in composed.articles]
    assert dates == [article.happened for article in bundle.articles]


@each_page
def test_no_part_of_a_date_is_invented(page):
    """Each number of a date stands in its words, save a year that is marked as inferred."""
    bundle, _ = read(page.read_text(encoding="utf-8"))
    for fact in bundle.facts():
        if not isinstance(fact.value, PartialDate):
            continue
        year = fact.value.year
        assert year is None or str(year) in fact.words or fact.evidence.inferred
        assert fact.value.day is None or str(fact.value.day) in fact.words
