"""Hostile packages: a result, or one error that says what it is, at a small cost."""

from __future__ import annotations

import io
import struct
import tracemalloc
import warnings
import zipfile

import pytest
from _packages import changed, document, p, package, parts_of, relation
from _pages import page, png
from conftest import docx, read

from govnews.errors import GovnewsError, LimitError, ReadError, UnsafeContentError
from govnews.limits import Limits

_TEXT = "Văn bản thường."


def _declared(doctype: str, text: str) -> bytes:
    plain = parts_of(document(p(text)))
    main = plain["word/document.xml"].decode()
    return package({**plain, "word/document.xml": f"<?xml version='1.0'?>{doctype}{main}"})


def test_bomb_is_refused_before_it_is_inflated():
    """A part that unpacks to 256 MiB costs next to nothing."""
    parts = parts_of(document(p(_TEXT)))
    data = package({**parts, "word/document.xml": b" " * (256 << 20)})
    tracemalloc.start()
    with pytest.raises(LimitError) as caught:
        read(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "part_bytes" == caught.value.limit
    assert peak < 4 << 20


def test_all_parts_together_are_bounded():
    """Many parts below the bound are no way around it."""
    with pytest.raises(LimitError) as caught:
        read(document(p("x" * 5_000)), limits=Limits(inflated_bytes=1_000))
    assert "inflated_bytes" == caught.value.limit


def test_size_that_lies():
    """A part that is longer than its header says is refused, whatever it holds."""
    data = bytearray(document(p("a" * 50_000)))
    info = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml")
    at = data.rindex(b"word/document.xml") - 46
    struct.pack_into("<L", data, at + 24, info.file_size // 2)
    with pytest.raises(ReadError, match="not as large"):
        read(bytes(data))


def test_checksum_that_lies():
    """A damaged part is refused."""
    data = bytearray(document(p(_TEXT)))
    at = data.rindex(b"word/document.xml") - 46
    struct.pack_into("<L", data, at + 16, 1)
    with pytest.raises(ReadError, match="checksum"):
        read(bytes(data))


def test_pictures_beyond_the_bounds_are_left_out():
    """A document is read even where its pictures are too large."""
    drawing = '<w:r><w:drawing><a:blip r:embed="r9"/></w:drawing></w:r>'
    data = document(
        f"{p(_TEXT)}<w:p>{drawing}</w:p>",
        {"word/media/image1.png": b"\0" * 200_000},
        relation("r9", "image", "media/image1.png"),
    )
    back = read(data, limits=Limits(part_bytes=100_000))
    assert _TEXT in back.bundle.article.text
    assert "docx.picture" in back.codes


def test_sixty_thousand_entries():
    """So many entries are refused before their directory is read."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for number in range(60_000):
            archive.writestr(zipfile.ZipInfo(f"x/{number}"), b"")
    with pytest.raises(LimitError) as caught:
        read(sink.getvalue())
    assert "archive_entries" == caught.value.limit


@pytest.mark.parametrize("again", ["word/document.xml", "WORD/Document.xml"])
def test_duplicate_names(again):
    """Two parts of one name are refused, whatever their case."""
    sink = io.BytesIO(document(p(_TEXT)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(sink, "a") as archive:
            archive.writestr(again, b"<x/>")
    with pytest.raises(UnsafeContentError, match="same name"):
        read(sink.getvalue())


def test_overlapping_entries():
    """Two entries that share their bytes are refused."""
    data = bytearray(document(p(_TEXT)))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    offset = data[second + 42 : second + 46]
    data[first + 42 : first + 46] = offset
    with pytest.raises(UnsafeContentError, match="over each other"):
        read(bytes(data))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE w [<!ENTITY a "b">]>',
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!-- > --><!DOCTYPE w [<!ENTITY a "&#60;">]>',
    ],
)
def test_declarations_are_refused(doctype):
    """No part has a document type declaration; one that does is an attack."""
    with pytest.raises(UnsafeContentError):
        read(_declared(doctype, "&a;" if "ENTITY" in doctype else "x"))


def test_declaration_in_utf16():
    """Nor does another encoding get one through."""
    plain = parts_of(document(p("&a;")))
    main = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY a "b">]>'
    text = main + plain["word/document.xml"].decode()
    with pytest.raises(UnsafeContentError):
        read(package({**plain, "word/document.xml": text.encode("utf-16")}))


def test_utf16_is_read():
    """UTF-16 is one of the two encodings of a part."""
    plain = parts_of(document(p(_TEXT)))
    text = '<?xml version="1.0" encoding="UTF-16"?>' + plain["word/document.xml"].decode()
    data = package({**plain, "word/document.xml": text.encode("utf-16")})
    assert _TEXT in read(data).bundle.article.text


def test_nested_tables():
    """Tables nest only so deep."""
    body = "<w:tbl><w:tr><w:tc>" * 40 + p(_TEXT) + "</w:tc></w:tr></w:tbl>" * 40
    with pytest.raises(LimitError) as caught:
        read(document(body))
    assert "table_depth" == caught.value.limit


def test_five_thousand_nested_tables():
    """Far deeper nesting ends in the bound of the parser."""
    body = "<w:tbl><w:tr><w:tc>" * 5_000 + p(_TEXT) + "</w:tc></w:tr></w:tbl>" * 5_000
    with pytest.raises(LimitError):
        read(document(body))


def test_nested_controls():
    """Eighty controls within each other are no attack."""
    body = "<w:sdt><w:sdtContent>" * 80 + p(_TEXT) + "</w:sdtContent></w:sdt>" * 80
    assert _TEXT == read(document(body)).bundle.article.text


def test_paragraphs_are_bounded():
    """Paragraphs and cells together have a bound."""
    limits = Limits(paragraphs=100)
    assert read(document("<w:p/>" * 99 + p(_TEXT)), limits=limits).bundle.article.text == _TEXT
    with pytest.raises(LimitError) as caught:
        read(document("<w:p/>" * 101), limits=limits)
    assert "paragraphs" == caught.value.limit


def test_span_that_lies():
    """A cell that says it spans two thousand million columns spans what Word allows."""
    span = '<w:tcPr><w:tcW w:w="1"/><w:gridSpan w:val="2000000000"/></w:tcPr>'
    body = f"<w:tbl><w:tr><w:tc>{span}{p('a')}</w:tc></w:tr></w:tbl>"
    assert 63 == read(document(body)).bundle.article.body[0].rows[0][0].colspan


def test_external_relationships_are_not_followed():
    """Templates, frames and pictures outside are named and left alone."""
    relations = relation("r1", "attachedTemplate", "file:///x.dotm", external=True)
    relations += relation("r2", "image", "http://127.0.0.1:9/x.png", external=True)
    drawing = '<w:p><w:r><w:drawing><a:blip r:link="r2"/></w:drawing></w:r></w:p>'
    back = read(document(p(_TEXT) + drawing, None, relations))
    assert "docx.external" in back.codes
    assert "http://127.0.0.1:9/x.png" == back.bundle.article.body[1].src


def test_dangling_relationships():
    """Text whose link leads nowhere is text."""
    link = f'<w:p><w:hyperlink r:id="r77"><w:r><w:t>{_TEXT}</w:t></w:r></w:hyperlink></w:p>'
    back = read(document(link))
    assert _TEXT == back.bundle.article.text
    assert "docx.relationship" in back.codes


def test_impossible_names_are_never_paths():
    """Entries that would climb out of a folder are not parts."""
    back = read(document(p(_TEXT), {"../../evil.xml": b"x", "/abs.xml": b"x"}))
    assert _TEXT == back.bundle.article.text
    assert "docx.part-name" in back.codes


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"plain text", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "97-2003"),
        (package({"a.txt": b"x"}), "no main document part"),
    ],
)
def test_what_is_no_document(data, words):
    """What is no document is called by its name."""
    with pytest.raises(ReadError, match=words):
        read(data)


def test_macros_are_named():
    """A document with macros is read, and the macros are not."""
    data = document(
        p(_TEXT), {"word/vbaProject.bin": b"x"}, relation("r1", "vbaProject", "vbaProject.bin")
    )
    assert "docx.macros" in read(data).codes


def test_record_that_unpacks_without_end():
    """The record inside is as untrusted as the rest."""
    import base64
    import zlib

    text = base64.b64encode(zlib.compress(b"[" * (3 << 20))).decode()
    parts = parts_of(docx(page()))
    properties = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property name="govnews.v"><vt:lpwstr>1</vt:lpwstr></property>'
        '<property name="govnews.n"><vt:lpwstr>1</vt:lpwstr></property>'
        f'<property name="govnews.000"><vt:lpwstr>{text}</vt:lpwstr></property></Properties>'
    )
    data = package({**parts, "docProps/custom.xml": properties})
    with pytest.raises(LimitError):
        read(data, limits=Limits(part_bytes=1 << 20))
    assert "docx.record" in read(data).codes


def test_every_byte_flipped():
    """Damage anywhere ends in a result or in an error of ours."""
    data = docx(page())
    for at in range(0, len(data), 37):
        damaged = bytearray(data)
        damaged[at] ^= 0xFF
        try:
            read(bytes(damaged))
        except GovnewsError:
            continue


def test_every_length():
    """So does a file that was cut off."""
    data = docx(page())
    for length in range(0, len(data), 211):
        with pytest.raises(ReadError):
            read(data[:length])


def test_pictures_that_are_gone():
    """A picture is a part of its own; where an editor took it out, an issue says so."""
    media = {name: data for name, data in parts_of(docx(page())).items() if "media" in name}
    assert [png()] == list(media.values())
    gone = read(changed(docx(page()), "word/media/image1.png", lambda _: None))
    assert "docx.picture" in gone.codes
