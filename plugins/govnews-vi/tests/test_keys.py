import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews_vi.keys import same_text, search_key, tone_key

TONES = "\u0300\u0301\u0303\u0309\u0323"
BASES = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]

# Text that is rich in what keys have to cope with, and any text at all.
nasty = st.text(
    st.one_of(
        st.sampled_from("aăâeêioôơuưyđĐÐƉdnchg \u00a0\u200b\u3000AOUỆỜữ1-."),
        st.sampled_from(TONES + "\u0302\u0306\u031b\u0308\u0327"),
        st.characters(),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("hòa", "hoà"),
        ("Hòa", "HOÀ"),
        ("Ủy ban", "Uỷ ban"),
        ("thủy lợi", "thuỷ lợi"),
        ("khỏe", "khoẻ"),
        ("cuả", "của"),
        ("ngươì", "người"),
        ("giai đọan", "giai đoạn"),
        ("Quý Quỳ", "Qúy Qùy"),
        ("Đà Nẵng", "\u00d0à Nẵng"),
        ("Đà Nẵng", "\u0189à Nẵng"),
        ("đồng", "\u00f0ồng"),
        ("mạng  thông tin", "mạng\u00a0 thông\u3000tin"),
        (" Cần Thơ\n", "Cần Thơ"),
        ("Cần\u200b Thơ", "Cần Thơ"),
        ("Viê\u0323t", "Việt"),
    ],
)
def test_one_text_in_two_spellings_has_one_key(a, b):
    """Tone placement, case, blanks and look-alikes of đ do not part two spellings."""
    assert tone_key(a) == tone_key(b)
    assert same_text(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("hòa", "hóa"),
        ("hòa", "hoa"),
        ("ma", "mạ"),
        ("mả", "mã"),
        ("tin", "tín"),
        ("bơ", "bo"),
        ("cân", "căn"),
        ("đa", "da"),
        ("señor", "sẽnor"),
        ("hoa 2", "hòa"),
    ],
)
def test_different_words_have_different_keys(a, b):
    """A tone, a hat, a horn, a breve and the bar of đ each make another word."""
    assert not same_text(a, b)


def test_a_key_of_ascii_text_is_the_text_in_lower_case():
    """Text without marks takes the short way to the same result."""
    assert tone_key("  KH&CN  TP. 1 ") == "kh&cn tp. 1"


def test_words_of_other_languages_keep_their_letters():
    """Marks that are no tone, and tones on consonants, stay where they are."""
    assert tone_key("Señor Müller, Ångström") == "señor müller, ångström"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đại học Cần Thơ", "dai hoc can tho"),
        ("ĐỒNG THÁP", "dong thap"),
        ("\u00d0à Nẵng", "da nang"),
        ("Hà  Nội", "ha noi"),
        ("Москва", "москва"),
        ("plain", "plain"),
    ],
)
def test_a_search_key_has_no_marks(text, key):
    """The key for search is what one types without a Vietnamese keyboard."""
    assert key == search_key(text)
    assert key == search_key(unicodedata.normalize("NFD", text))


@given(nasty)
def test_keys_are_idempotent(text):
    """The key of a key is that key."""
    assert tone_key(tone_key(text)) == tone_key(text)
    assert search_key(search_key(text)) == search_key(text)


@given(nasty)
def test_keys_do_not_depend_on_the_normal_form(text):
    """Composed and decomposed text have one key."""
    for form in ("NFC", "NFD"):
        assert tone_key(unicodedata.normalize(form, text)) == tone_key(text)
        assert search_key(unicodedata.normalize(form, text)) == search_key(text)


@given(st.lists(st.sampled_from(BASES), min_size=2, max_size=4), st.sampled_from(TONES), st.data())
def test_the_place_of_the_tone_does_not_count(vowels, tone, data):
    """Whichever vowel of a syllable bears the tone, the key is one."""

    def spelled(place):
        return "t" + "".join(v + tone * (i == place) for i, v in enumerate(vowels)) + "n"

    places = st.integers(0, len(vowels) - 1)
    assert tone_key(spelled(data.draw(places))) == tone_key(spelled(data.draw(places)))


@given(nasty, nasty)
def test_the_same_text_is_found_by_search(a, b):
    """Texts that are the same have one key for search, so search never misses one."""
    if same_text(a, b):
        assert search_key(a) == search_key(b)


@given(nasty)
def test_letter_case_does_not_count(text):
    """Vietnamese in capitals is the same text."""
    letters = "".join(c for c in text if c in "aăâeêioôơuưyđdnchg " or c in TONES)
    assert same_text(letters, letters.upper())


def test_a_flood_of_marks_is_cut():
    """Of a run of combining marks the first thirty count: ordering more would be quadratic."""
    flood = "e" + "\u0323\u0301" * 200_000 + "n"
    assert tone_key(flood) == tone_key("e" + "\u0323\u0301" * 15 + "n")
    assert search_key(flood) == "en"
