"""Damaged feeds are repaired step by step, with the place; hostile ones are refused."""

from __future__ import annotations

import codecs
import io

import pytest

from govnews.errors import GovnewsError, LimitError, ReadError, UnsafeContentError
from govnews.formats import ReadContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import Article
from govnews_rss import JSON_FEED, RSS, FeedReadOptions

HEAD = "<rss><channel><title>F</title>"
TAIL = "</channel></rss>"


def read(data, fmt=RSS, source=None, **limits):
    """Return the articles and the issues by code."""
    log = IssueLog()
    context = ReadContext(limits=Limits(**limits), note=log)
    items = fmt.load_reader()(source or io.BytesIO(data), FeedReadOptions(), context)
    return [one for one in items if isinstance(one, Article)], {i.code: i.where for i in log}


def feed(inner):
    """Return a feed of one item, as bytes."""
    return f"{HEAD}<item>{inner}</item>{TAIL}".encode()


@pytest.mark.parametrize(
    ("inner", "title", "code"),
    [
        ("<title>A & B</title>", "A & B", "rss.ampersand"),
        ("<title>A ]]> B</title>", "A ]]> B", "rss.cdata-end"),
        ("<title>R&D a&b=c ?a=1&b=2</title>", "R&D a&b=c ?a=1&b=2", "rss.ampersand"),
        ("<title>a&nbsp;b &ldquo;c&eacute;</title>", "a\xa0b “cé", "rss.entity"),
        ("<title>&unknown; &lt;</title>", "&unknown; <", "rss.ampersand"),
        ("<title>a\x0bb&#1;\x00</title>", "ab", "rss.character"),
        ("<title>a</title><dc:creator>An</dc:creator>", "a", "rss.malformed"),
        ("<title>a</title><odd:x>1</odd:x>", "a", "rss.prefix"),
        ("<title>a<br></title>", "a", "rss.guessed"),
        ("<title><![CDATA[A & B \x08]]></title>", "A & B", "rss.character"),
    ],
)
def test_one_fault_is_repaired(inner, title, code):
    """Text is kept, and an issue says what was repaired."""
    articles, codes = read(feed(inner))
    assert title == articles[0].title
    assert code in codes


def test_issues_name_the_byte():
    """The place of the first fault, in bytes of the source."""
    data = feed("<title>Bến & bờ</title>")
    assert f"byte {data.index(b'&')}" == read(data)[1]["rss.ampersand"]


def test_undeclared_known_prefix_keeps_its_meaning():
    """dc:creator without a declaration is an author."""
    articles, _ = read(feed("<title>a</title><dc:creator>An</dc:creator>"))
    assert articles[0].authors[0].name == "An"


@pytest.mark.parametrize(
    "before", ["\n\n", "Warning: no such table in x.php on line 3\n", "\ufeff\n"]
)
def test_junk_before_the_prolog_is_cut(before):
    """Blank lines and what a server printed first do no harm."""
    data = f'{before}<?xml version="1.0"?>{HEAD}<item><title>A</title></item>{TAIL}'.encode()
    articles, codes = read(data)
    assert articles[0].title == "A"
    assert "rss.junk" in codes


@pytest.mark.parametrize(
    "cut", ["<item><title>B", "<item><title>B</title></it", "<item", "", "</chan"]
)
def test_truncated_feed_gives_its_whole_items(cut):
    """What is whole comes out, the cut is reported."""
    data = f"{HEAD}<item><title>A</title></item>{cut}".encode()
    articles, codes = read(data)
    assert [one.title for one in articles] == ["A"]
    assert "rss.truncated" in codes


def test_repair_reaches_the_end_of_a_long_feed():
    """Items before the fault come out once, items after it too."""
    items = [
        f"<item><title>{n}</title><description>{'x' * 900}</description></item>"
        for n in range(3000)
    ]
    items[2500] = "<item><title>A & B</title></item>"
    articles, codes = read(f"{HEAD}{''.join(items)}{TAIL}".encode())
    assert len(articles) == 3000
    assert articles[2500].title == "A & B"
    assert "rss.ampersand" in codes


@pytest.mark.parametrize(
    ("codec", "declared", "mark"),
    [
        ("utf-16-le", "utf-16", codecs.BOM_UTF16_LE),
        ("utf-16-be", None, b""),
        ("utf-32-le", None, codecs.BOM_UTF32_LE),
        ("utf-8", "utf-16", b""),
        ("utf-8", None, codecs.BOM_UTF8),
        ("cp1258", "windows-1258", b""),
        ("cp1251", "windows-1251", b""),
        ("koi8-r", "koi8-r", b""),
        ("cp1252", "iso-8859-1", b""),
        ("cp1252", None, b""),
        ("shift_jis", "shift_jis", b""),
    ],
)
def test_encodings(codec, declared, mark):
    """The text is right, whatever is declared or not."""
    text = {"cp1251": "Город", "koi8-r": "Город", "shift_jis": "都市"}.get(codec, "déjà “vu”")
    text = "àé đ" if codec == "cp1258" else text
    prolog = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    body = f"{prolog}{HEAD}<item><title>{text}</title></item>{TAIL}"
    data = mark + body.encode(codec)
    assert text == read(data)[0][0].title


def test_few_bad_bytes_leave_the_good_text():
    """A byte of another encoding among UTF-8 is read alone."""
    data = feed("<title>Lê X d</title>").replace(b"X", b"\x93")
    articles, codes = read(data)
    assert articles[0].title == "Lê “ d"
    assert "rss.bytes" in codes


@pytest.mark.parametrize(
    "data",
    [b"", b"  \n", b"<!DOCTYPE html><html><body>404</body></html>", b"<html></html>", b"<a/>",
     b'{"a": 1}', b"hello", b"<?xml version='1.0'?><svg/>",
     b'<?xml version="1.0" encoding="nonsense-1"?><rss><channel>\xff</channel></rss>'],
)  # fmt: skip
def test_no_feed_is_an_error_that_says_so(data):
    """An error page or an empty body is no feed without items."""
    with pytest.raises(ReadError):
        read(data)


def test_empty_feed_is_a_result():
    """A feed may have no items."""
    assert read(f"{HEAD}{TAIL}".encode())[0] == []


ENTITIES = {
    "file": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><title>&x;</title></channel></rss>',
    "parameter": '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/"> %x;]><rss><channel/></rss>',
    "laughs": '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
    "blow-up": f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]><rss><channel/></rss>',
    "inside": '<rss><channel><!DOCTYPE x [<!ENTITY y "z">]><title>&y;</title></channel></rss>',
}


@pytest.mark.parametrize("name", ENTITIES)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entities_are_refused(name, codec):
    """Declared entities are never resolved, in any encoding."""
    with pytest.raises((UnsafeContentError, LimitError)):
        read(ENTITIES[name].encode(codec))


MANY = " ".join(f"a{number}='x'" for number in range(100_000))
HOSTILE = {
    "attributes": (f"{HEAD}<item {MANY}/>{TAIL}", "attributes"),
    "levels": (f"{HEAD}<item>{'<a>' * 300_000}", "xml_depth"),
    "closed levels": (
        f"{HEAD}<item><x>{'<a>' * 9000}{'</a>' * 9000}</x></item>{TAIL}",
        "xml_depth",
    ),
    "channels": (f"<rss>{'<channel>' * 9000}{'</channel>' * 9000}</rss>", "xml_depth"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_bounds_are_kept(name):
    """Crossing a bound is an error that names it."""
    document, limit = HOSTILE[name]
    with pytest.raises(LimitError) as caught:
        read(document.encode())
    assert limit == caught.value.limit


@pytest.mark.parametrize(
    "inner",
    [
        f"<title>A</title><author>{'a@' * 20_000}</author>",
        f"<title>A</title><author>{'(' * 40_000}@</author>",
        f"<title>A</title><description>{'x' * 3_000_000}</description>",
        f"<title>A</title><pubDate>{'1 ' * 20_000}</pubDate>",
        f"<title>A{'&' * 200_000}</title>",
        f"<title>A{'&#1' * 200_000}</title>",
        f"<title>A{'<' * 100_000}</title>",
        f'<x y="{"z" * 3_000_000}"/><title>A</title>',
        "<title>A</title>" + "<category>c</category>" * 20_000,
        "<title>A</title>" + "<z>c</z>" * 20_000,
        "<title>A</title><z>" + "".join(f'<y xmlns="u:{n}"/>' for n in range(20_000)) + "</z>",
    ],
    ids=lambda inner: inner[17:40],
)
def test_large_values_are_read(inner):
    """Size alone is no attack: these are read, in linear time."""
    assert read(feed(inner))[0][0].title.startswith("A")


def test_streams_are_bounded():
    """More bytes than allowed are a `LimitError`."""
    with pytest.raises(LimitError):
        read(feed("<title>A</title>"), stream_bytes=20)


@pytest.mark.parametrize(
    "data",
    [b"[" * 100_000, b'{"items": [NaN]}', b'{"version": "https://jsonfeed.org/version/1", "items": 3}',
     b'{"version": "https://jsonfeed.org/version/1", "items": [' + b'{"_a":' * 5000,
     b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": ' + b"9" * 5000 + b"}]}"],
)  # fmt: skip
def test_hostile_json_is_refused(data):
    """Deep, endless or wrong JSON ends in an error of ours."""
    with pytest.raises(GovnewsError):
        read(data, JSON_FEED)


def test_lone_surrogates_in_json_are_replaced():
    """Half a character is no character."""
    data = b'{"version": "https://jsonfeed.org/version/1", "items": [{"title": "a\\ud800"}]}'
    assert read(data, JSON_FEED)[0][0].title == "a\ufffd"
