from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.formats import HEAD_BYTES, JSON, JSONL, Head, detect
from govnews_text import TEXT
from govnews_text._sniff import sniff

PAGE = "Sở Du lịch tỉnh Hòa Sơn ký kết thỏa thuận hợp tác.\n" * 400


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode()[:HEAD_BYTES],
        PAGE.encode()[: HEAD_BYTES - 1],
        PAGE.encode("utf-8-sig"),
        PAGE.encode("utf-16")[: HEAD_BYTES - 1],
        PAGE.encode("utf-32")[: HEAD_BYTES - 1],
        "Société d’économie".encode("cp1252"),
        b"a < b & c > d",
        b"[Photo] The bridge",
        b"{curly} text",
    ],
)
def test_text_is_recognized(data):
    """Text is text in each encoding, cut within a character or not."""
    assert 0 < sniff(Head(data)) <= 10


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x14\x00\x06\x00word/document.xml",
        b"\xff\xfe\x00\x01\x02\x03\x00\xd8\x00\xd8\x00\xd8",
        zlib.compress(PAGE.encode()),
        PAGE.encode("utf-16-le"),
        b"%PDF-1.7\n1 0 obj",
        b"{\\rtf1\\ansi Hello}",
        b'<?xml version="1.0"?><rss/>',
        b"\n<!DOCTYPE html><p>Hello",
        "<?xml version='1.0'?><feed/>".encode("utf-16"),
        b'[{"id": 1}]',
    ],
)
def test_other_things_are_not_text(data):
    """Binary data and markup are left to the formats that know them."""
    assert 0 == sniff(Head(data))


@given(st.binary(max_size=300), st.none() | st.text(max_size=10), st.none() | st.text(max_size=10))
def test_sniffing_is_total(data, name, media_type):
    """Any head has a score, and a low one."""
    assert sniff(Head(data, name, media_type)) in range(11)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"Hello", None, "text"),
        (b"Hello", "page.txt", "text"),
        (b"Hello", "page.log", "text"),
        (b'{"schema":"govnews/1"}', "page.txt", "json"),
        (b'{"schema":"govnews/1","type":"preamble"}', "page.txt", "jsonl"),
        (b'{"a": 1}', None, "json"),
    ],
)
def test_content_decides(data, name, expected):
    """Canonical JSON wins by its content, whatever the file is called."""
    assert expected == detect((JSON, JSONL, TEXT), Head(data, name)).name
