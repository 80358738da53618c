"""The directory of a package: read by ourselves where it is plain, else by the standard library."""

from __future__ import annotations

import io
import zipfile

import pytest
from _packages import document, p
from hypothesis import given
from hypothesis import strategies as st

from govnews.errors import GovnewsError, LimitError, ReadError
from govnews_docx._directory import read_directory

NAMES = st.lists(st.text("abc/đ.", min_size=1, max_size=9), max_size=5, unique=True)


def packed(names: list[str], *, comment: bytes = b"") -> bytes:
    """Return a package of parts of these names."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for number, name in enumerate(names):
            archive.writestr(zipfile.ZipInfo(name), b"x" * number)
    return sink.getvalue()


@given(NAMES)
def test_both_ways_agree(names):
    """A comment, which the plain way leaves to the library, changes nothing of the entries."""
    entries, start = read_directory(packed(names), 99)
    assert names == [entry.name for entry in entries]
    assert (entries, start) == read_directory(packed(names, comment=b"!"), 99)


@given(st.data())
def test_a_damaged_directory_is_read_or_refused(data):
    """Whatever byte is damaged, the outcome is that of the library, or a refusal."""
    whole = bytearray(packed(["a", "b/c"]))
    at = data.draw(st.integers(whole.index(b"PK\x01\x02"), len(whole) - 1))
    whole[at] = data.draw(st.integers(0, 255))
    try:
        entries, _ = read_directory(bytes(whole), 99)
    except GovnewsError:
        return
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        infos = archive.infolist()
    assert [info.orig_filename for info in infos] == [entry.name for entry in entries]
    assert [info.CRC for info in infos] == [entry.crc for entry in entries]


@pytest.mark.parametrize("comment", [b"", b"!"])
def test_entries_are_counted(comment):
    """One entry more than allowed is refused, whichever way the directory is read."""
    names = [str(number) for number in range(9)]
    assert 9 == len(read_directory(packed(names, comment=comment), 9)[0])
    with pytest.raises(LimitError, match="archive_entries"):
        read_directory(packed(names, comment=comment), 8)


def test_a_document_with_junk_before_it():
    """A package behind other bytes is no plain one, and is read all the same."""
    data = document(p("chữ"))
    names = [entry.name for entry in read_directory(data, 99)[0]]
    assert names == [entry.name for entry in read_directory(b"junk" + data, 99)[0]]
    with pytest.raises(ReadError, match="no Word document"):
        read_directory(b"junk", 99)
