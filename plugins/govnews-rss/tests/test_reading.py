"""What elements mean, and which of several counts."""

from __future__ import annotations

import codecs
import html
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.formats import ReadContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import Author, Bundle, Identifier, Link, Media, PartialDate, Raw, Term
from govnews_rss import ATOM, JSON_FEED, RSS, FeedReadOptions
from govnews_rss._markup import unescape_once

MODULES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:x="https://x.example/ns"'
    ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
    ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
)


def read(data, fmt=RSS, body="blocks", **context):
    """Return the bundle and the codes of issues."""
    log = IssueLog()
    made = ReadContext(limits=Limits(), note=log, **context)
    source = io.BytesIO(data if isinstance(data, bytes) else data.encode())
    items = fmt.load_reader()(source, FeedReadOptions(body=body), made)
    return Bundle.from_items(items), [issue.code for issue in log]


def item(inner, **context):
    """Return the article of an item of RSS 2.0."""
    document = f'<rss version="2.0" {MODULES}><channel><item>{inner}</item></channel></rss>'
    return read(document, **context)[0].article


@pytest.mark.parametrize(
    ("inner", "title"),
    [
        ("<title>1 &lt; 2</title>", "1 < 2"),
        ("<title>R&amp;D</title>", "R&D"),
        ("<title>the office&amp;rsquo;s plan</title>", "the office’s plan"),
        ("<title>&amp;amp;lt;</title>", "&lt;"),
        ("<title><![CDATA[<b>Plan</b> A]]></title>", "Plan A"),
        ("<title>\n  two\n  lines </title>", "two lines"),
    ],
)
def test_titles_come_out_right(inner, title):
    """Plain, escaped and doubly escaped titles are plain text, unescaped once."""
    assert title == item(inner).title


def test_markup_of_a_title_is_kept():
    """What plain text cannot hold stands under extra."""
    assert item("<title>&lt;b&gt;A&lt;/b&gt;</title>").extra["rss:title"] == "<b>A</b>"


def test_summary_and_body_stay_apart():
    """Neither is made of the other."""
    read_ = item(
        "<description>Short.</description><content:encoded>&lt;p&gt;Long.&lt;/p&gt;</content:encoded>"
    )
    assert ("Short.", "Long.") == (read_.summary, read_.text)
    assert item("<description>Short.</description>").body == ()


def test_raw_bodies_stay_whole():
    """With body="raw" the markup is one block, verbatim."""
    raw = item("<content:encoded>&lt;p>a&lt;x></content:encoded>", body="raw")
    assert (Raw(format="html", text="<p>a<x>"),) == raw.body


@pytest.mark.parametrize(
    ("inner", "identity"),
    [
        (
            "<guid>tag:x.example,2024:1</guid><link>https://x.example/1</link>",
            "tag:x.example,2024:1",
        ),
        ("<atom:id>urn:x:1</atom:id>", "urn:x:1"),
        ("<guid>4711</guid><link>https://x.example/1</link>", "https://x.example/1"),
        ("<guid>4711</guid>", "#article-1"),
    ],
)
def test_id_by_precedence(inner, identity):
    """Guid, then Atom's id, then the link, then a local one."""
    assert identity == item(inner).id


def test_guid_that_is_no_uri_is_kept():
    """It stands beside the id."""
    assert (Identifier(scheme="guid", value="4711"),) == item("<guid>4711</guid>").alt_ids


def test_permalink_is_the_link_where_there_is_none():
    """RSS 2.0, item.guid: isPermaLink is true by default."""
    assert item("<guid>https://x.example/1</guid>").links[0].href == "https://x.example/1"
    assert item('<guid isPermaLink="false">https://x.example/1</guid>').links == ()


def test_dates_by_precedence():
    """PubDate counts before dc:date; the other is kept; changed is not published."""
    dates = (
        "<dc:date>2024-05-01</dc:date><pubDate>Mon, 13 May 2024 08:30:00 +0700</pubDate>"
        "<atom:updated>2024-05-14T00:00:00Z</atom:updated>"
    )
    read_ = item(dates)
    assert PartialDate.parse("2024-05-13T08:30:00+07:00") == read_.published
    assert PartialDate.parse("2024-05-14T00:00:00Z") == read_.modified
    assert read_.extra["rss:dc:date"] == "2024-05-01"
    assert item("<atom:updated>2024-05-14T00:00:00Z</atom:updated>").published is None


def test_unreadable_date_is_kept_as_text():
    """No value, an issue, the original."""
    assert item("<pubDate>7/3/2020</pubDate>").extra["rss:pubDate"] == "7/3/2020"


@pytest.mark.parametrize(
    ("inner", "author"),
    [
        ("<author>an@x.example (An)</author>", Author(name="An", email="an@x.example")),
        ("<author>An (an@x.example)</author>", Author(name="An", email="an@x.example")),
        ("<author>An &lt;an@x.example&gt;</author>", Author(name="An", email="an@x.example")),
        ("<author>an@x.example</author>", Author(email="an@x.example")),
        ("<dc:creator>An</dc:creator>", Author(name="An")),
        (
            "<atom:author><atom:name>An</atom:name><atom:uri>https://an.example/</atom:uri></atom:author>",
            Author(name="An", url="https://an.example/"),
        ),
    ],
)
def test_authors_are_taken_apart(inner, author):
    """Name, mail and address stand apart."""
    assert (author,) == item(inner).authors


def test_all_files_and_links_are_kept():
    """Every enclosure, picture and link comes out."""
    inner = (
        '<enclosure url="https://x.example/1" type="audio/mpeg" length="7"/>'
        '<enclosure url="https://x.example/2" type="audio/mpeg" length="0"/>'
        '<media:group><media:content url="https://x.example/3" medium="image" width="9"/></media:group>'
        "<feedburner:origLink>https://x.example/o</feedburner:origLink><comments>https://x.example/c</comments>"
        '<source url="https://s.example/">S</source><category domain="d">c</category>'
    )
    read_ = item(inner)
    assert read_.media == (
        Media(href="https://x.example/1", type="audio/mpeg", bytes=7, role="enclosure"),
        Media(href="https://x.example/2", type="audio/mpeg", role="enclosure"),
        Media(href="https://x.example/3", width=9, role="image"),
    )
    assert [(link.rel, link.href) for link in read_.links] == [
        ("canonical", "https://x.example/o"),
        ("replies", "https://x.example/c"),
    ]
    assert (Link(href="https://s.example/", title="S"),) == read_.sources
    assert (Term(label="c", scheme="d"),) == read_.subjects


def test_unknown_elements_are_kept():
    """Leaves as text, others as XML that stands by itself."""
    extra = item(
        '<x:views>3</x:views><x:a b="c"><x:d>e</x:d></x:a><slash:comments>2</slash:comments>'
    ).extra
    assert extra["rss:{https://x.example/ns}views"] == "3"
    assert extra["rss:{https://x.example/ns}a"]["xml"] == (
        '<n1:a xmlns:n1="https://x.example/ns" b="c"><n1:d>e</n1:d></n1:a>'
    )
    assert extra["rss:slash:comments"] == "2"


def test_relative_addresses_are_resolved():
    """Against xml:base, else the feed's own address."""
    document = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.example/a/"><entry xml:base="b/">'
        '<link href="c"/><content type="html">&lt;p>&lt;a href="d">e&lt;/a>&lt;/p></content></entry></feed>'
    )
    article = read(document, ATOM)[0].article
    assert article.links[0].href == "https://x.example/a/b/c"
    assert article.body[0].content[0].href == "https://x.example/a/b/d"
    assert (
        item("<link>/1</link>", address="https://y.example/f").links[0].href
        == "https://y.example/1"
    )


@pytest.mark.parametrize(
    ("document", "titles"),
    [
        ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>F</title></channel><item><title>A</title></item></rdf:RDF>', ["F", "A"]),
        ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>F</title></channel><item><title>A</title></item></rdf:RDF>', ["F", "A"]),
        ('<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd"><rss version="0.91"><channel><title>F</title><item><title>A</title></item></channel></rss>', ["F", "A"]),
        ('<Channel xmlns="http://purl.org/net/rss1.1#"><title>F</title><items><item><title>A</title></item></items></Channel>', ["F", "A"]),
        ('<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><title>F</title><item><title>A</title></item></channel></rss>', ["F", "A"]),
        ('<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>F</title><entry><title mode="base64">QQ==</title></entry></feed>', ["F", "A"]),
        ('<channel><title>F</title><item href="https://x.example/"><title>A</title></item></channel>', ["F", "A"]),
        ('<entry xmlns="http://www.w3.org/2005/Atom"><title>A</title></entry>', [None, "A"]),
    ],
    ids=["1.0", "0.90", "0.91", "1.1", "2.0 in a namespace", "atom 0.3", "cdf", "atom entry"],
)  # fmt: skip
def test_every_version_is_read(document, titles):
    """RSS 0.90 to 2.0, Atom 0.3 and 1.0, CDF."""
    bundle, _ = read(document)
    assert titles == [bundle.feed.title, bundle.article.title]


def test_json_feed():
    """JSON Feed 1.0 and 1.1, their people and files; what is unknown is kept."""
    data = (
        '{"version": "https://jsonfeed.org/version/1", "title": "F", "items": [{"id": 1, "author": {"name": "An"},'
        ' "content_text": "a\\n\\nb", "attachments": [{"url": "https://x.example/a", "mime_type": "a/b"}],'
        ' "_x": {"y": [1, 2]}, "date_published": "2024-05-13"}]}'
    )
    article = read(data, JSON_FEED)[0].article
    assert article.text == "a\nb"
    assert (Author(name="An"),) == article.authors
    assert PartialDate.parse("2024-05-13") == article.published
    assert article.extra["rss:_x"]["y"] == (1, 2)


def test_channel_dates_never_flow_into_items():
    """An item without a date has none."""
    document = "<rss><channel><pubDate>Mon, 13 May 2024 08:30:00 +0700</pubDate><item><title>A</title></item></channel></rss>"
    assert read(document)[0].article.published is None


def test_a_stated_publisher_becomes_an_organization():
    """Items point at it; nobody invents one."""
    document = f"<rss {MODULES}><channel><item><dc:publisher>Sở Y tế</dc:publisher></item><item/></channel></rss>"
    bundle, _ = read(document)
    assert [bundle.organizations[0].id, None] == [one.publisher for one in bundle.articles]
    assert bundle.organizations[0].name == "Sở Y tế"


def test_items_come_out_while_reading():
    """A long feed is not read to its end before its first article comes out."""

    class Endless(io.RawIOBase):
        sent = 0

        def read(self, size=-1, /):
            self.sent += 1
            return b"<rss><channel>" if self.sent == 1 else b"<item><title>A</title></item>" * 3000

    source = Endless()
    made = ReadContext(limits=Limits(), note=IssueLog())
    items = RSS.load_reader()(source, FeedReadOptions(), made)
    assert [next(items) for _ in range(10)][1].title == "A"
    assert source.sent < 60


@given(st.lists(st.sampled_from(["&amp;", "amp;", "lt;", "#38;", "&lt;", "&#233;", "x", " "])))
def test_unescapes_as_html_does(parts):
    """Ampersands alone take a short way, once and no more; it ends where HTML's rules end."""
    text = "".join(parts)
    assert html.unescape(text) == unescape_once(text)


def feed(inner, **context):
    """Return what a feed of RSS says of itself."""
    document = f'<rss version="2.0" {MODULES}><channel>{inner}</channel></rss>'
    return read(document, **context)[0]


def test_nested_categories_all_count():
    """The outer one, too, and the list that they are taken from."""
    spaces = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    nested = f'<itunes:category {spaces} text="A">\n<itunes:category text="B"/>\n</itunes:category>'
    scheme = "http://www.itunes.com/"
    assert (Term(label="A", scheme=scheme), Term(label="B", scheme=scheme)) == feed(
        nested
    ).feed.subjects


def test_a_description_of_media_stands_in_for_a_summary():
    """Only where the item has none of its own; else it is kept."""
    inner = "<media:group><media:description>M</media:description></media:group>"
    assert item(inner).summary == "M"
    own = item(f"<description>S</description>{inner}")
    assert ("S", "M") == (own.summary, own.extra["rss:media:description"])


def test_files_of_a_feed_are_links():
    """A feed has no field for files."""
    link = '<atom:link rel="enclosure" href="https://x.example/f" type="a/b" length="7"/>'
    assert (Link(href="https://x.example/f", rel="enclosure", type="a/b", bytes=7),) == feed(
        link
    ).feed.links


@pytest.mark.parametrize(
    ("inner", "key", "value"),
    [
        ("<image><url>https://x.example/1</url></image><image><url>https://x.example/2</url></image>",
         "rss:image", "https://x.example/2"),
        ("<generator>A</generator><generator>B</generator>", "rss:generator", "A"),
        ("<language>vi</language><language>en</language>", "rss:language", "vi"),
        ("<atom:icon>https://x.example/1</atom:icon><atom:icon>https://x.example/2</atom:icon>",
         "rss:icon", "https://x.example/1"),
        ("<docs>https://x.example/spec</docs>", "rss:docs", "https://x.example/spec"),
    ],
)  # fmt: skip
def test_second_statements_are_kept(inner, key, value):
    """One counts, none is lost."""
    kept = feed(inner).extra[key]
    assert value in (kept if isinstance(kept, str) else kept["xml"])


@pytest.mark.parametrize(
    ("inner", "key"),
    [
        ('<media:content url="https://x.example/1" isDefault="true"/>', "rss:media:content"),
        ('<media:thumbnail url="https://x.example/1" time="12:05"/>', "rss:media:thumbnail"),
        ('<atom:link href="https://x.example/1" x:count="3"/>', "rss:atom:link"),
        ('<enclosure url="https://x.example/1" x:count="3"/>', "rss:enclosure"),
        ('<enclosure type="audio/ogg" length="7"/>', "rss:enclosure"),
        ("<atom:author><atom:name>An</atom:name><x:rank>1</x:rank></atom:author>", "rss:atom:author"),
    ],
)  # fmt: skip
def test_what_a_known_element_says_beyond_the_model_is_kept(inner, key):
    """The whole element, as XML."""
    assert item(inner).extra[key]["xml"].startswith("<")


def test_the_div_of_xhtml_is_no_part_of_a_title():
    """Atom 1.0, 3.1.1.3."""
    document = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title type="xhtml">'
        '<div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b></div></title></feed>'
    )
    bundle = read(document, ATOM)[0]
    assert bundle.feed.title == "A B"
    assert bundle.extra["rss:title"] == "A <b>B</b>"


def test_kept_markup_needs_no_base():
    """Relative addresses in it are resolved, by the base of its own element."""
    title = '<title xml:base="https://x.example/a/">&lt;a href="b">A&lt;/a></title>'
    assert item(title).extra["rss:title"] == '<a href="https://x.example/a/b">A</a>'


def test_a_language_with_a_low_line_is_read():
    """`en_US` is no language tag; what it means is clear, and said."""
    bundle, codes = read("<rss><channel><language>en_US</language></channel></rss>")
    assert bundle.feed.lang == "en-US"
    assert "rss.language" in codes


def test_the_source_of_an_entry_is_described():
    """What the feed that it was taken from says of itself, by the names of the model."""
    document = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><source><id>urn:x:f</id><title>S</title>'
        '<link href="https://s.example/"/><author><name>An</name></author>'
        "<updated>2024-05-13T08:30:00Z</updated></source></entry></feed>"
    )
    article = read(document, ATOM)[0].article
    source = article.extra["rss:source"]
    assert ("urn:x:f", "S", "2024-05-13T08:30:00Z") == (
        source["id"],
        source["title"],
        source["updated"],
    )
    assert source["authors"][0]["name"] == "An"
    assert (Link(href="https://s.example/", rel="alternate", title="S"),) == article.sources


def test_encodings_of_language_packs_are_read():
    """A pack's codec is there once the pack was asked, whatever was read before."""
    latin = codecs.lookup("latin-1")

    def find(name):
        if name != "x_of_a_pack":
            return None
        return codecs.CodecInfo(
            latin.encode, lambda data, errors="strict": latin.decode(data, errors),
            incrementaldecoder=latin.incrementaldecoder, name="x_of_a_pack",
        )  # fmt: skip

    def decoder(data):
        codecs.register(find)

    data = (
        '<?xml version="1.0" encoding="x_of_a_pack"?><rss><channel><title>é</title></channel></rss>'
    )
    try:
        bundle, _ = read(data.encode("latin-1"), decoders=(decoder,))
    finally:
        codecs.unregister(find)
    assert bundle.feed.title == "é"
