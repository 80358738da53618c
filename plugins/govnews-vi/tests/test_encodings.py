import io
import os
import random
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews_vi.encodings import (
    LEGACY_ENCODINGS,
    decode_cp1258,
    decode_legacy,
    encode_cp1258,
    register,
)

SENTENCES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
SMALL = [
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
] + ["đ"]
LETTERS = "".join(SMALL) + "".join(SMALL).upper()

# Words made of any Vietnamese letters, blanks and signs that each encoding has.
vietnamese = st.text(st.sampled_from(LETTERS + "bcdghklmnpqrstvxDG 0123456789.,;:?!'()+^~`\\*-\n"))

# What public tables and the standards say, letter by letter, for the codes that no tool here knows.
KNOWN = [
    ("tcvn3", "àảãáạ ăằẳẵắặ â ê ô ơ ư đ Đ", "b5b6b7b8b9 a8bbbcbdbec6 a9 aa ab ac ad ae a7"),
    ("tcvn3", "ỳỷỹýỵ", "fafbfcfdfe"),
    ("vni", "à á ả ã ạ", "61f8 61f9 61fb 61f5 61ef"),
    ("vni", "ầ ấ ẩ ẫ ậ Ậ", "61e0 61e1 61e5 61e3 61e4 41c4"),
    ("vni", "ằ ắ ẳ ẵ ặ", "61e8 61e9 61fa 61fc 61eb"),
    ("vni", "ì í ỉ ĩ ị ỵ Ị", "ec ed e6 f3 f2 ee d2"),
    ("vni", "ơ ờ ư ữ đ Đ", "f4 f4f8 f6 f6f5 f1 d1"),
    ("vps", "à á ả ã ạ ă â đ Đ ơ ư", "e0 e1 e4 e3 e5 e6 e2 c7 f1 d6 dc"),
    ("vps", "ế ề ể ễ ệ Ơ Ư Ạ Ự", "89 8a 8b cd 8c f7 d0 02 15"),
    ("viscii", "ạ Ạ ơ Ơ ư Ư đ Đ ỹ Ỹ", "d5 80 bd b4 df bf f0 d0 db 19"),
]


ICONV = {"tcvn": "TCVN5712-1", "viscii": "VISCII", "vi-cp1258": "CP1258"}


def iconv(text, encoding):
    """Ask the oracle for the bytes of a text, or skip where it is absent."""
    if shutil.which("iconv") is None:
        if os.environ.get("GOVNEWS_ORACLES") == "required":
            pytest.fail("iconv is required and not installed")
        pytest.skip("iconv is not installed")
    command = ["iconv", "-f", "UTF-8", "-t", ICONV[encoding]]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"this iconv has no {ICONV[encoding]}")
    return done.stdout


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
def test_every_letter_goes_out_and_comes_back(encoding):
    """All 134 letters outside ASCII have a spelling in every encoding."""
    assert LETTERS == LETTERS.encode(encoding).decode(encoding)


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
@given(text=vietnamese)
def test_text_goes_out_and_comes_back(encoding, text):
    """Decoding undoes encoding, signs that VIQR uses as marks among the text."""
    assert text == text.encode(encoding).decode(encoding)


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
@given(text=vietnamese)
def test_decomposed_text_is_encoded_alike(encoding, text):
    """NFD and NFC give the same bytes."""
    assert text.encode(encoding) == unicodedata.normalize("NFD", text).encode(encoding)


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
@given(data=st.binary())
def test_any_bytes_decode_to_nfc_where_errors_are_replaced(encoding, data):
    """Damaged bytes give text and U+FFFD, never an exception."""
    text = data.decode(encoding, "replace")
    assert unicodedata.normalize("NFC", text) == text


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
@given(text=st.text())
def test_any_text_encodes_or_says_why_not(encoding, text):
    """What an encoding lacks is an error with a place, or a question mark on demand."""
    composed = unicodedata.normalize("NFC", text)
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        data = text.encode(encoding, "replace")
        assert b"?" in data
    else:
        assert composed == data.decode(encoding)


@pytest.mark.parametrize(("encoding", "text", "codes"), KNOWN)
def test_the_codes_are_those_of_the_standard(encoding, text, codes):
    """Letter by letter, the bytes are those that fonts and converters use."""
    assert bytes.fromhex(codes) == text.replace(" ", "").encode(encoding)
    assert text.replace(" ", "") == bytes.fromhex(codes).decode(encoding)


@pytest.mark.parametrize("encoding", ["tcvn", "viscii", "vi-cp1258"])
def test_iconv_writes_the_same_bytes(encoding):
    """For the three encodings that iconv has, it agrees on every letter."""
    assert iconv(LETTERS, encoding) == LETTERS.encode(encoding)


@pytest.mark.parametrize(
    ("text", "viqr"),
    [
        ("Việt Nam", b"Vie^.t Nam"),
        ("Đường Hồ", b"DDu+o+`ng Ho^`"),
        ("đi đâu?", b"ddi dda^u\\?"),
        ("nghỉ.", b"nghi?."),
        ("add", b"a\\dd"),
        ("C:\\temp", b"C:\\\\temp"),
        ("(a+b)", b"(a+b)"),
        ("o+", b"o\\+"),
    ],
)
def test_viqr_escapes_what_would_become_a_mark(text, viqr):
    """A sign after a letter that could bear it as a mark is escaped, no other."""
    assert viqr == text.encode("viqr")
    assert text == viqr.decode("viqr")


def test_viqr_takes_an_asterisk_for_the_horn():
    """Both signs for the horn are in use."""
    assert b"nu*o*'c".decode("viqr") == "nước"


def test_a_capital_with_a_tone_is_spelled_with_a_mark_in_tcvn3():
    """TCVN3 has no code for it: the letter and the combining tone of TCVN 5712 stand for it."""
    assert "Á".encode("tcvn3") == b"A\xb3"
    assert b"A\xb3".decode("tcvn3") == "Á"


def test_small_letters_of_tcvn3_stay_small():
    """Bytes do not say that they were set in a font of capitals, so no case is invented."""
    assert b"\xf1y ban".decode("tcvn3") == "ủy ban"


@pytest.mark.parametrize("data", [b"\xf9", b"b\xf9", b"f\xfcr", b"\xe9t", b"u\xe2"])
def test_a_mark_without_its_letter_is_an_error_in_vni(data):
    """Text that is not VNI is told from text that is."""
    with pytest.raises(UnicodeDecodeError):
        data.decode("vni")
    assert "\ufffd" in data.decode("vni", "replace")


def test_an_undefined_byte_is_an_error():
    """A byte without a character is not passed through."""
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("tcvn3")


@pytest.mark.parametrize(
    "name", ["TCVN3", "tcvn-5712", "VNI-Win", "x-viet-vps", "VISCII", "csVIQR"]
)
def test_other_names_are_known(name):
    """Case and punctuation of a name do not count."""
    register()
    assert "a" == b"a".decode(name)


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
@given(text=vietnamese, cuts=st.lists(st.integers(1, 9), min_size=1))
def test_a_stream_is_read_and_written_as_the_whole(encoding, text, cuts):
    """Wherever a stream is cut, no letter is parted from its marks."""
    sink = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    rest, turn = text, 0
    while rest:
        step = cuts[turn % len(cuts)]
        sink.write(rest[:step])
        sink.flush()
        rest, turn = rest[step:], turn + 1
    sink.flush()
    data = text.encode(encoding)
    decoder = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")
    assert text == "".join(iter(lambda: decoder.read(cuts[0]), ""))


@given(text=vietnamese)
def test_cp1258_both_ways(text):
    """What Python's codec cannot encode goes out, and comes back composed."""
    assert text == decode_cp1258(encode_cp1258(text))
    assert encode_cp1258(text) == text.encode("vi-cp1258")


def test_cp1258_reads_what_pythons_codec_reads():
    """The same characters, but composed."""
    everything = bytes(range(256)).decode("cp1258", "ignore")
    assert unicodedata.normalize("NFC", everything) == decode_cp1258(bytes(range(256)), "ignore")


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_text_read_as_western_is_decoded(wrong):
    """The bytes come back from a text that was decoded with the wrong charset."""
    text = SENTENCES[0].replace("Ủ", "ủ")
    misread = text.encode("tcvn3").decode(wrong)
    assert text == decode_legacy(misread, "tcvn3")


def test_text_that_no_western_charset_gives_is_refused():
    """Clean Vietnamese is not decoded a second time."""
    with pytest.raises(ValueError, match="Windows-1252"):
        decode_legacy("Cần Thơ", "tcvn3")


@pytest.mark.parametrize("encoding", LEGACY_ENCODINGS)
def test_long_hostile_runs_are_read(encoding):
    """Megabytes of marks decode: nothing here is quadratic."""
    rng = random.Random(7)
    marks = bytes(rng.choice(b"\xb0\xb4\xcc\xf2a\xf9'.^") for _ in range(300_000))
    assert marks.decode(encoding, "replace")
