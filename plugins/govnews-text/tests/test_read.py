from __future__ import annotations

import codecs
import hashlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govnews
from govnews.errors import LimitError, ReadError
from govnews.formats import NoOptions, ReadContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import Article, Paragraph, Source
from govnews.plugins import Registry
from govnews_text import TEXT
from govnews_text._read import read as reader

PAGE = "Lễ ký kết\n\nNgày 5/6/2023, hai bên đã ký kết.\n"


def items(data, *, limits=None, **context):
    """Read bytes without extraction; return the items and the issues."""
    log = IssueLog()
    context = ReadContext(limits=limits or Limits(), note=log, **context)
    return list(reader(io.BytesIO(data), NoOptions(), context)), log.issues


def sources(data, **context):
    """Return what the extraction gets."""
    return items(data, extract=lambda source, article=None: (source,), **context)[0]


def paragraphs(data, **context):
    """Return the texts of the paragraphs of the bare article."""
    found, _ = items(data, **context)
    return [block.text for block in found[-1].body]


def test_bare_article():
    """Without extraction a page is an article with a paragraph a line, and nothing else."""
    found, issues = items(PAGE.encode())
    lines = ("Lễ ký kết", "Ngày 5/6/2023, hai bên đã ký kết.")
    assert [Article(id="#article-1", body=tuple(map(Paragraph.of, lines)))] == found
    assert () == issues


def test_source():
    """The extraction gets the text exactly as decoded, and what is known of it."""
    page = "Một\r\n\r\n\tHai\f"
    assert [
        Source(
            id="#source-1",
            text=page,
            media_type="text/plain",
            encoding="utf-8",
            sha256=hashlib.sha256(page.encode()).hexdigest(),
            url="https://so.example/tin/1",
        )
    ] == sources(page.encode(), address="https://so.example/tin/1")


@pytest.mark.parametrize("data", [b"", b"\n", b" \t\r\n", "\u00a0".encode()])
def test_blank_page(data):
    """A page without words says nothing: there is no article to make."""
    assert [] == items(data)[0]


def test_language_is_stated():
    """The language is taken from the caller, never guessed."""
    found, _ = items(PAGE.encode(), language="vi")
    assert "vi" == found[0].lang


def test_extraction_reads_the_page():
    """Where the caller wants facts, what the extraction returns is what is read."""
    article = Article(id="#article-1", title="Lễ ký kết")
    found, _ = items(PAGE.encode(), extract=lambda source, article_=None: (source, article))
    assert [Source, Article] == list(map(type, found))
    assert article == found[1]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\f", "\x85", "\u2028", "\u2029"])
def test_line_ends(end):
    """Each of the known line ends parts paragraphs."""
    data = end.join(("một", "", "hai")).encode()
    assert ["một", "hai"] == paragraphs(data)


def test_blanks_are_kept():
    """A line is taken verbatim: blanks and no-break spaces at its ends stay."""
    assert ["  a \u00a0"] == paragraphs("  a \u00a0\n   \n".encode())


def test_folding_is_noted():
    """A tab is folded to a blank, and the issue names the paragraph."""
    found, issues = items(b"one\ntwo\t\tthree\x1b")
    assert ["one", "two three "] == [block.text for block in found[0].body]
    assert [("text.folded", "$.articles[0].body[1]")] == [(i.code, i.where) for i in issues]


def test_paragraphs_are_bounded():
    """The bound admits as many paragraphs as it says, and not one more."""
    assert 3 == len(paragraphs(b"a\nb\n\nc", limits=Limits(paragraphs=3)))
    with pytest.raises(LimitError) as caught:
        items(b"a\nb\n\nc", limits=Limits(paragraphs=2))
    assert "paragraphs" == caught.value.limit


def test_bytes_are_bounded():
    """A page is read up to the bound of bytes."""
    with pytest.raises(LimitError) as caught:
        items(b"a" * 11, limits=Limits(input_bytes=10))
    assert "input_bytes" == caught.value.limit


def test_language_must_be_a_tag():
    """A language that is none is an error of reading, with a way out."""
    with pytest.raises(ReadError, match="'pt-BR'"):
        items(PAGE.encode(), language="tiếng Việt")


def test_character_set_that_makes_no_text():
    """A declared character set that decodes to halves of characters is refused."""
    with pytest.raises(ReadError, match="character set"):
        items(b"\\ud800 \xff", media_type="text/plain; charset=unicode-escape")


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "utf-7", "base64", "x-none"])
def test_character_set_of_no_use(charset):
    """A declared character set that does not decode the page is passed over."""
    (source,) = sources(b"Ren\xe9", media_type=f"text/plain; charset={charset}")
    assert "René" == source.text


@given(st.binary(max_size=200))
def test_any_bytes(data):
    """Any bytes are a result or a `ReadError`."""
    try:
        found, _ = items(data)
    except ReadError:
        return
    assert [Article] * len(found) == [type(item) for item in found]


@given(st.text(max_size=200))
def test_source_is_the_text(text):
    """The source is the text exactly as decoded; the mark of the encoding is no text."""
    try:
        (source,) = sources(codecs.BOM_UTF8 + text.encode())
    except ReadError:
        return
    assert text == source.text


def test_read_by_the_verb():
    """A page in memory is recognized and read."""
    registry = Registry().with_format(TEXT)
    bundle = govnews.read(PAGE.encode(), extract=False, registry=registry).bundle
    assert 2 == len(bundle.article.body)
