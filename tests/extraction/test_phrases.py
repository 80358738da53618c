"""Phrases are found where they stand, and nowhere is a pattern tried in vain."""

from __future__ import annotations

import unicodedata
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.extraction import Times
from govnews.extraction._ground.lexicon import Lexicon
from govnews.extraction._ground.openings import BRACKET, FIGURE, Openings, openings
from govnews.extraction._ground.phrases import Either, Rare
from govnews.extraction._ground.times import Timeline, TimePatterns
from govnews.extraction._ground.view import plain_fold
from govnews.extraction.pack import TimeForm

SETS = (
    ("port", "port of", "port authority", "harbor"),
    ("of", "of the", "on behalf of"),
    ("authority", "& co", "tel.", "no. of"),
)
WORDS = sorted({word for some in SETS for phrase in some for word in phrase.split()})
TEXTS = st.lists(
    st.tuples(
        st.sampled_from([*WORDS, "Port", "x", "x-port", "port-x", "", "(of)", "7", "tel.7"]),
        st.sampled_from([" ", "  ", "\n", "\n\n", ", ", "-", "\u00a0", "\t"]),
    ),
    max_size=12,
).map(lambda parts: "".join(word + gap for word, gap in parts))


def _lexicon() -> Lexicon:
    return Lexicon(plain_fold, partial(unicodedata.normalize, "NFC"))


@given(TEXTS)
def test_phrases_are_found_as_by_the_plain_pattern(written: str) -> None:
    """In a text that was read ahead, a set finds what its pattern finds by running over it."""
    lexicon = _lexicon()
    sets = [lexicon.phrases(some, sought=True) for some in SETS]
    text = lexicon.read(written)
    for phrases in sets:
        plain = [match.span() for match in phrases.pattern.finditer(str(text))]
        assert plain == [match.span() for match in phrases.finditer(text)]
        first = phrases.search(text)
        assert plain[:1] == ([first.span()] if first is not None else [])
        for at in range(len(text)):
            expected = phrases.pattern.match(str(text), at)
            found = phrases.match(text, at)
            assert (expected and expected.span()) == (found and found.span())


@given(TEXTS)
def test_a_text_is_folded_as_a_whole(written: str) -> None:
    """Folding what stands between blanks, met before or not, is folding the text."""
    lexicon = _lexicon()
    assert plain_fold(written) == lexicon.read(written) == lexicon.read(written)


@given(TEXTS)
def test_reading_and_marking_find_the_same_words(written: str) -> None:
    """A text that was folded before is looked up as one that is folded on the way."""
    lexicon = _lexicon()
    for some in SETS:
        lexicon.phrases(some, sought=True)
    read, marked = lexicon.read(written), lexicon.mark(plain_fold(written))
    assert (read.kinds.keys(), read.starts) == (marked.kinds.keys(), marked.starts)


def test_what_was_read_before_takes_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lexicon forgets when it has met too many words."""
    monkeypatch.setattr("govnews.extraction._ground.lexicon._MOST_PIECES", 5)
    lexicon = _lexicon()
    for number in range(20):
        lexicon.read(" ".join(f"word{number}-{part}" for part in range(20)))
    assert len(lexicon._pieces) <= 5


def test_either_asks_several_sets_at_once() -> None:
    """No phrase of any set begins where it says so."""
    lexicon = _lexicon()
    either = Either(lexicon.phrases(("port",)), lexicon.phrases(("& co",)))
    text = lexicon.read("the port & co")
    assert [at for at in range(len(text)) if either.begins(text, at)] == [4, 9]


def test_a_rare_pattern_needs_its_mark() -> None:
    """Where neither mark stands nothing is found, else what the pattern finds."""
    rare = Rare(r"www\.\w+|\w+://\w+", "://", "www.")
    assert rare.search("a port", 0, 6) is None
    text = "www.a and b://c"
    assert ["www.a", "b://c"] == [match[0] for match in rare.finditer(text, 0, len(text))]


MACROS: dict[str, Openings] = {
    "D": frozenset({FIGURE}),
    "since": frozenset({"from", "since"}),
    "odd": None,
}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("{D}/{D}", {FIGURE}),
        (r"(?:{since}\s{1,3})?{D}", {"from", "since", FIGURE}),
        (r"\(?{D}", {BRACKET, FIGURE}),
        (r"(?:day|the)\s{D}", {"day", "the"}),
        (r"(?=\d{2}){D2}", {FIGURE}),
        (r"24/7", {FIGURE}),
        (r"days?\s{D}", None),
        (r"[a-z]+\s{D}", None),
        (r"{odd}{D}", None),
    ],
)
def test_openings_of_a_form(form: str, expected: set[str] | None) -> None:
    """What a form may begin with is read off its text, or said to be anything."""
    assert (None if expected is None else frozenset(expected)) == openings(form, MACROS)


@given(
    st.lists(
        st.sampled_from(["from", "to", "may", "the", "5", "2021", "(2021", "-", "2022)", "x", "."]),
        max_size=10,
    )
)
def test_forms_by_their_openings_are_those_of_all_forms(words: list[str]) -> None:
    """To try only the forms that may begin at a place finds what trying all of them finds."""
    times = Times(
        forms=(
            TimeForm(pattern=r"(?:{since}\s)?{Y}\s?(?:-|to)\s?{Y2}", means="period"),
            TimeForm(pattern=r"\(?{Y}\s?-\s?{Y2}\)?", means="period"),
            TimeForm(pattern=r"(?:the\s)?{D}\s{N}"),
            TimeForm(pattern=r"{N}\s{Y}"),
        ),
        months={"May": 5},
        macros={"since": ("from",), "the": ("the",)},
    )
    text = " ".join(words)
    some, every = TimePatterns(times, _lexicon()), TimePatterns(times, _lexicon())
    every._first = [None] * len(times.forms)
    assert Timeline(text, every).times == Timeline(text, some).times
