"""The decoding ladder: byte order mark, UTF-8, evidence, and never a silent guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.errors import LimitError, ReadError
from govnews.formats import ReadContext, decode, read_all
from govnews.issues import IssueLog
from govnews.limits import Limits


def context(**fields):
    """A context, and the log of its issues."""
    log = IssueLog()
    return ReadContext(limits=Limits(), note=log, **fields), log


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
        lambda t: t[0] != "\ufeff"
    )
)
def test_clean_utf8_is_never_touched(text):
    """UTF-8 comes back character for character, without an issue."""
    here, log = context()
    assert (text, "utf-8", 0) == (*_told(decode(text.encode(), here)), len(log))


def _told(decoded):
    return decoded.text, decoded.encoding


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding):
    """The mark is believed, taken off, and told where it is not UTF-8's."""
    here, log = context()
    decoded = decode("Bến Nước".encode(encoding), here)
    assert "Bến Nước" == decoded.text
    told = [] if encoding == "utf-8-sig" else ["text.encoding"]
    assert told == [one.code for one in log]


def test_damage_in_utf8_is_marked_and_counted():
    """The good text around a bad byte stays; the place is marked and told."""
    here, log = context()
    decoded = decode("Hà Nội ".encode() + b"\xff" + " Bến Nước".encode(), here)
    assert "Hà Nội \ufffd Bến Nước" == decoded.text
    assert ["text.undecodable"] == [one.code for one in log]


def test_western_text_is_read_by_the_web_s_rule_and_told():
    """Without any UTF-8 and without a pack that knows better, windows-1252 is the web's default."""
    here, log = context()
    assert "Accord signé à Genève" == decode("Accord signé à Genève".encode("cp1252"), here).text
    assert ["text.encoding"] == [one.code for one in log]


def test_a_decoder_of_a_language_comes_before_the_default():
    """What an installed language recognizes by evidence is believed and told."""
    here, log = context(decoders=(lambda data: None, lambda data: ("đúng", "tcvn3")))
    assert ("đúng", "tcvn3") == _told(decode(b"\xae\xf3ng", here))
    assert "Decoded as tcvn3, by evidence." == log.issues[0].message


def test_a_declared_character_set_is_tried_before_evidence():
    """A Content-Type with a charset counts where the bytes are no UTF-8."""
    here, _ = context(media_type="text/plain; charset=windows-1251")
    assert "Договор" == decode("Договор".encode("cp1251"), here).text


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"\x89PNG\r\n\x1a\n\x00", bytes(range(256))])
def test_bytes_that_are_no_text_are_refused(data):
    """Binary content is one clear error."""
    here, _ = context()
    with pytest.raises(ReadError, match="no text"):
        decode(data, here)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_read_error(data):
    """The ladder ends in text without surrogates, or in its own error."""
    here, _ = context()
    try:
        text = decode(data, here).text
    except ReadError:
        return
    text.encode()


def test_a_source_is_bounded_while_it_is_read(tmp_path):
    """One byte more than the bound is enough to refuse it."""
    place = tmp_path / "page.txt"
    place.write_bytes(b"x" * 11)
    here = ReadContext(limits=Limits(input_bytes=10), note=IssueLog())
    with place.open("rb") as source, pytest.raises(LimitError):
        read_all(source, here)
