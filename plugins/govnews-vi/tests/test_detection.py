import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews_vi.encodings import (
    LEGACY_ENCODINGS,
    decode_legacy,
    detect_encoding,
    detect_legacy,
)

HERE = Path(__file__).parent
SENTENCES = (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()
OTHERS = [
    tuple(line.split("\t"))
    for line in (HERE / "others.txt").read_text(encoding="utf-8").splitlines()
]


def excerpts(length, count):
    """Cut excerpts of Vietnamese anywhere, words in two included."""
    rng = random.Random(length)
    for _ in range(count):
        text = " ".join(rng.sample(SENTENCES, len(SENTENCES)))
        start = rng.randrange(len(text) - length)
        yield text[start : start + length]


def right(found, data, encoding):
    """Say whether a claim reads the data as it was meant (encodings share some spellings)."""
    return found is not None and decode_legacy(data, found.encoding) == decode_legacy(
        data, encoding
    )


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
def test_a_paragraph_tells_its_encoding(encoding):
    """Two hundred characters are enough for each encoding, always."""
    for text in excerpts(200, 40):
        data = text.encode(encoding)
        assert right(detect_encoding(data), data, encoding), text


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_a_misread_paragraph_tells_its_encoding(encoding, wrong):
    """So are two hundred characters that were decoded with the wrong charset."""
    for text in excerpts(200, 20):
        data = text.encode(encoding)
        try:
            misread = data.decode(wrong)
        except UnicodeDecodeError:
            continue  # cp1252 has five gaps; such a text was never read without a loss
        assert right(detect_legacy(misread), data, encoding), text


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
def test_a_headline_is_told_or_left_alone(encoding):
    """Fifty characters: nearly always told, never told wrong."""
    told = 0
    for text in excerpts(50, 60):
        data = text.encode(encoding)
        found = detect_encoding(data)
        told += found is not None
        assert found is None or right(found, data, encoding), text
    assert told >= 57


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
def test_a_headline_in_capitals_is_told(encoding):
    """Capitals are as good as small letters."""
    data = "HỘI NGHỊ TRIỂN KHAI KẾ HOẠCH PHÁT TRIỂN NÔNG NGHIỆP CỦA TỈNH".encode(encoding)
    assert right(detect_encoding(data), data, encoding)


@pytest.mark.parametrize(
    ("charset", "text"), OTHERS, ids=[f"{charset}-{text[:8]}" for charset, text in OTHERS]
)
def test_other_languages_are_not_claimed(charset, text):
    """French, German, Italian, Russian, Chinese ... in their own charsets are left alone."""
    data = text.encode(charset)
    assert detect_encoding(data) is None
    assert detect_encoding(text.encode()) is None
    assert detect_legacy(data.decode("latin-1")) is None
    assert detect_legacy(text) is None


@pytest.mark.parametrize("text", SENTENCES)
def test_clean_text_is_never_claimed(text):
    """Vietnamese in UTF-8, UTF-16 or decoded rightly is left alone, in either normal form."""
    for form in ("NFC", "NFD"):
        clean = unicodedata.normalize(form, text)
        assert detect_encoding(clean.encode()) is None
        assert detect_encoding(clean.encode("utf-8-sig")) is None
        assert detect_encoding(clean.encode("utf-16")) is None
        assert detect_encoding(clean.encode("utf-16-le")) is None
        assert detect_legacy(clean) is None


def test_damaged_utf8_is_not_claimed():
    """One bad byte, or a character cut at the end, does not make UTF-8 a legacy encoding."""
    for text in excerpts(300, 20):
        data = text.encode()
        assert detect_encoding(data + b"\xe1") is None
        assert detect_encoding(data[:100] + b"\xff" + data[100:]) is None


def test_utf8_read_as_western_is_not_claimed():
    """Doubly encoded UTF-8 is another fault, for another tool."""
    for text in excerpts(300, 20):
        assert detect_legacy(text.encode().decode("latin-1")) is None


def test_clean_text_within_latin1_is_not_claimed():
    """Vietnamese that happens to need no letter outside Latin-1 stays as it is."""
    assert (
        detect_legacy("Cá và cà là hàng hóa. Tôi có lúa, bà có vàng, ông có trâu, cô có ngô.")
        is None
    )


def test_vietnamese_without_marks_is_not_viqr():
    """ASCII with question marks and full stops is not claimed."""
    assert detect_encoding(b"Ai di cho? Toi di. Ba o nha. Mua gi? Ca, ga. Di dau? Da co.") is None


def test_a_page_of_html_is_told_by_its_text():
    """Tags, attributes and entities do not count as words."""
    item = '<p class="content text body"><a href="/news/view/item">%s</a>&nbsp;</p>'
    page = "".join(item % text for text in SENTENCES[:4])
    assert detect_encoding(page.encode("tcvn3")).encoding == "tcvn3"


def test_a_claim_shows_its_evidence():
    """The numbers say what was seen."""
    found = detect_encoding(
        "Hội nghị tổng kết năm học mới, ABC và München".encode("tcvn3", "ignore")
    )
    assert found.encoding == "tcvn3"
    assert (found.words, found.valid) == (8, 8)
    assert found.score == 1.0
    assert 0.7 < found.share < 0.9


@pytest.mark.parametrize("data", [b"", b"plain", b"\x00\x01", b"\xff", b"\xa7\xb5"])
def test_too_little_is_not_told(data):
    """Two words or fewer are no evidence."""
    assert detect_encoding(data) is None
    assert detect_legacy(data.decode("latin-1")) is None


@given(st.binary())
def test_any_bytes_are_safe(data):
    """Detection is total, and what it claims can be decoded."""
    found = detect_encoding(data)
    if found:
        assert decode_legacy(data, found.encoding, "replace")


@given(st.text())
def test_any_text_is_safe(text):
    """The same for text."""
    found = detect_legacy(text)
    if found:
        assert decode_legacy(text, found.encoding, "replace")


@given(st.text())
def test_utf8_is_never_claimed_unless_it_is_ascii(text):
    """Whatever the text, its UTF-8 bytes are left alone; only VIQR lives within ASCII."""
    found = detect_encoding(text.encode("utf-8", "ignore"))
    assert found is None or found.encoding == "viqr"
