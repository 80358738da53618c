"""The contract every language pack keeps, as a suite that a plugin inherits."""

from __future__ import annotations

import gc
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import ClassVar

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govnews import extraction, wire
from govnews.extraction import LanguagePack, LanguagePackRef
from govnews.formats import load_attribute
from govnews.issues import Issue, IssueLog
from govnews.limits import Limits
from govnews.model import Article, Bundle, PartialDate, Source
from govnews.plugins import default_registry
from govnews.testing import strategies
from govnews.testing._contract import INHERITED
from govnews.testing._golden import read_text, summary
from govnews.testing._grounds import cut_words, unstated
from govnews.testing._process import imported_by, readings
from govnews.testing._sample import sample_bundle

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
# Eight times the text may take three times its share, and that in the best of several tries.
_TIMES = 8
_PATIENCE = 3
_LENGTH = 2_000


class LanguageContract:
    """What a language pack promises, tested. Subclass it, set `language` and `pages`, run pytest.

    Attributes:
        language: The reference that the plugin registers.
        pages: Texts in this language, of the kinds it is made for, written for the tests. They
            are read as they stand, and with lines dropped, doubled and moved.
        golden: Files of such pages (``NAME.txt``), each beside what it states (``NAME.json``, in
            the form of `summary`).
        spaced: Whether the language sets its words apart by blanks.

    A whole test module::

        from govnews.testing import LanguageContract
        from govnews_eo import EO

        class TestEsperanto(LanguageContract):
            language = EO
            pages = (PAGE,)

    .. versionadded:: 0.1.0
    """

    language: ClassVar[LanguagePackRef]
    pages: ClassVar[tuple[str, ...]]
    golden: ClassVar[tuple[Path, ...]] = ()
    spaced: ClassVar[bool] = True

    def extract(self, text: str) -> tuple[Bundle, tuple[Issue, ...]]:
        """Read a text with this pack alone, and return the bundle and the issues."""
        reading = read_text(text, self.language, language=self.language.languages[0])
        return reading.bundle, reading.issues

    def pack(self) -> LanguagePack:
        """Return the pack."""
        return self.language.load()

    # -- registration ----------------------------------------------------------------------

    def test_is_registered(self) -> None:
        """The installed plugin delivers this very reference under its name."""
        assert self.language in default_registry().languages

    def test_import_is_thin(self) -> None:
        """Importing the plugin does not load the pack, nor anything that it needs."""
        for address in self._addresses():
            module = address.partition(":")[0]
            plugin = module.partition(".")[0]
            assert module not in imported_by(plugin), f"importing {plugin} loads {module}"

    def test_addresses_lead_somewhere(self) -> None:
        """The pack, the check profiles and the decoders are there."""
        for address in self._addresses():
            load_attribute(address, "the contract")

    def _addresses(self) -> list[str]:
        profiles = [profile.check for profile in self.language.profiles]
        return [self.language.pack, *profiles, *self.language.encodings]

    def test_description_is_complete(self) -> None:
        """Reference and pack name the same languages, by tags of BCP 47."""
        assert self.language.name == self.language.name.lower()
        assert self.language.languages
        assert self.language.languages == self.pack().languages
        assert all(_TAG.fullmatch(tag) for tag in self.language.languages)

    def test_profiles_check_anything(self) -> None:
        """A check profile says what is odd, and fails for nothing."""
        for profile in self.language.profiles:
            for bundle in (Bundle(), sample_bundle(), *(self.extract(p)[0] for p in self.pages)):
                assert all(isinstance(issue, Issue) for issue in profile.load()(bundle))

    @INHERITED
    @given(data=st.binary(max_size=300))
    def test_decoders_are_total(self, data: bytes) -> None:
        """A decoder of a legacy encoding knows the bytes or says None."""
        for address in self.language.encodings:
            decoded = load_attribute(address, "the contract")(data)
            assert decoded is None or [type(part) for part in decoded] == [str, str]

    # -- what is read ----------------------------------------------------------------------

    def test_pages_say_something(self) -> None:
        """Each page gives a title, or an agreement, or an office."""
        for page in self.pages:
            bundle, _ = self.extract(page)
            assert any(True for _ in bundle.facts()), f"nothing was read from {page[:60]!r}"

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Make a test of each golden page."""
        if "golden_page" in metafunc.fixturenames:
            metafunc.parametrize("golden_page", self.golden, ids=lambda page: page.stem)

    def test_golden_page_says_what_it_states(self, golden_page: Path) -> None:
        """Everything that stands beside a page is read from it, typed, and nothing else."""
        expected = json.loads(golden_page.with_suffix(".json").read_text(encoding="utf-8"))
        found = summary(read_text(golden_page.read_text(encoding="utf-8"), self.language))
        assert expected == found

    def test_golden_page_is_grounded(self, golden_page: Path) -> None:
        """Every value of it has words that state it, or a ground where it is inferred."""
        self._is_grounded(golden_page.read_text(encoding="utf-8"))

    def test_golden_page_says_the_same_decomposed(self, golden_page: Path) -> None:
        """Decomposed letters (Unicode's NFD) change no fact."""
        text = golden_page.read_text(encoding="utf-8")
        composed, _ = self.extract(unicodedata.normalize("NFC", text))
        decomposed, _ = self.extract(unicodedata.normalize("NFD", text))
        assert _who_and_when(composed) == _who_and_when(decomposed)

    def test_golden_page_invents_no_part_of_a_date(self, golden_page: Path) -> None:
        """Each day and year stands in the words, save a year that is marked as inferred."""
        bundle, _ = self.extract(golden_page.read_text(encoding="utf-8"))
        for fact in bundle.facts():
            if isinstance(fact.value, PartialDate):
                year, day, words = fact.value.year, fact.value.day, fact.words or ""
                assert year is None or str(year) in words or fact.evidence.inferred
                assert day is None or str(day) in words

    def test_the_language_is_recognized(self) -> None:
        """Among the installed packs, each page is taken for this language."""
        packs = tuple(pack for pack in default_registry().packs() if pack is not self.pack())
        for page in (*self.pages, *(page.read_text(encoding="utf-8") for page in self.golden)):
            found = extraction.detect_language(page, (*packs, self.pack()))
            assert found in self.language.languages, f"{page[:60]!r} was taken for {found}"

    def test_everything_is_grounded(self) -> None:
        """Every value has words that state it, or a ground where it is inferred."""
        for page in self.pages:
            self._is_grounded(page)

    @INHERITED
    @given(data=st.data())
    def test_damaged_pages_are_grounded(self, data: st.DataObject) -> None:
        """So has what is read of pages with lines dropped, doubled, moved and cut."""
        assume(self.pages)
        lines = data.draw(st.sampled_from(self.pages)).split("\n")
        for _ in range(data.draw(st.integers(1, 6))):
            at = data.draw(st.integers(0, len(lines)))
            move = data.draw(st.sampled_from(("drop", "double", "move", "cut", "join")))
            line = lines.pop(at) if at < len(lines) else ""
            if move == "double":
                lines[at:at] = [line, line]
            elif move == "move":
                lines.insert(data.draw(st.integers(0, len(lines))), line)
            elif move == "cut":
                lines.insert(at, line[: data.draw(st.integers(0, len(line)))])
            elif move == "join" and at:
                lines[at - 1] += " " + line
        self._is_grounded("\n".join(lines))

    @INHERITED
    @given(text=strategies.prose(size=30))
    def test_any_text_is_read(self, text: str) -> None:
        """Whatever a text holds, it is read, and nothing is said that it does not say."""
        self._is_grounded(text)

    def _is_grounded(self, text: str) -> None:
        bundle, _ = self.extract(text)
        assert bundle.sources[0].text == text, "the text was changed"
        wrong = [str(issue) for issue in bundle.verify()]
        assert not wrong, f"evidence that is none: {wrong[0]}"
        lost = list(unstated(bundle))
        assert not lost, lost[0]
        if self.spaced:
            cut = list(cut_words(bundle))
            assert not cut, f"words were cut: {cut[0]}"

    @INHERITED
    @given(text=st.text("abc đêôư.,:;()\n", max_size=400))
    def test_no_date_comes_from_nowhere(self, text: str) -> None:
        """A text without figures states no day on which it was published."""
        bundle, _ = self.extract(text)
        assert all(article.published is None for article in bundle.articles)

    def test_reading_is_repeatable(self) -> None:
        """The same text gives the same records, evidence and issues."""
        for page in self.pages:
            assert self.extract(page) == self.extract(page)

    def test_reading_is_deterministic(self) -> None:
        """In processes with other hash seeds, time zones and clocks, too."""
        here = [wire.encode(self.extract(page)[0]).decode() for page in self.pages]
        for there in readings(self.language, self.pages):
            assert there == here

    def test_what_is_stated_stays(self) -> None:
        """An article whose form is known keeps its title, body and dates."""
        known = Article(id="#article-7", title="A title of its own", lang=self.pack().languages[0])
        for page in self.pages:
            items = extraction.extract(
                Source(id="#source-1", text=page, of="#article-7"),
                (self.pack(),),
                article=known,
                note=IssueLog(),
                limits=Limits(),
            )
            [article] = [item for item in items if isinstance(item, Article)]
            assert (article.id, article.title) == (known.id, known.title)

    # -- cost ------------------------------------------------------------------------------

    def test_cost_is_linear(self) -> None:
        """Eight times the text takes about eight times the work, for pages and for hostile text."""
        for piece in self._pieces():
            text = (piece * (_LENGTH // len(piece) + 1))[:_LENGTH]
            ratios = []
            for _ in range(3):
                ratios.append(self._cost(text * _TIMES) / max(self._cost(text), 0.002))
                if ratios[-1] <= _TIMES * _PATIENCE:
                    break
            assert min(ratios) <= _TIMES * _PATIENCE, (
                f"{_TIMES} times {piece[:40]!r} took {min(ratios):.0f} times as long"
            )

    def _pieces(self) -> Iterator[str]:
        yield from self.pages
        yield from (
            "1",
            "12/",
            "1.",
            "+84 ",
            "(",
            "A ",
            "a\n",
            "A: ",
            "a@",
            " ",
            ".",
            "Aa-",
            "\u0301",
        )
        pack = self.pack()
        yield from (f"{label.words[0]}: " for label in pack.labels[:8])
        for words in (pack.agreements.papers, pack.names.heads, pack.people.posts):
            yield from (f"{word} " for word in list(words)[:2])
        for words in (pack.agreements.sign, pack.agreements.between, pack.agreements.joined):
            yield from (f"{word} " for word in words[:2])

    def _cost(self, text: str) -> float:
        gc.collect()
        start = process_time()
        self.extract(text)
        return process_time() - start


def _who_and_when(bundle: Bundle) -> tuple[object, ...]:
    """Return the parties and dates of a bundle, their letters composed."""
    names = (party.name for one in bundle.agreements for party in one.parties)
    terms = [(one.signed, one.period) for one in bundle.agreements]
    dates = [(one.happened, one.published) for one in bundle.articles]
    return [unicodedata.normalize("NFC", name) for name in names], terms, dates
