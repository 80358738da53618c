"""Items that need no parser are read as the parser would read them, or left to it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govnews_rss._read
import govnews_rss._stencil
from govnews.errors import GovnewsError
from govnews.formats import ReadContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import Article
from govnews_rss import RSS, FeedReadOptions
from govnews_rss._parts import Parts
from govnews_rss._regular import Regular
from govnews_rss._shape import shape_of
from govnews_rss._tree import BrokenError, Names

RSS_HEAD = (
    '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:x="https://x.example/ns"'
    ' xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title>'
)
ATOM_HEAD = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="https://x.example/ns"><title>F</title>'
)
FIRST = {"item": "<item><title>0</title></item>", "entry": "<entry><title>0</title></entry>"}
PLAIN = (
    '<item><title>Tin {0}</title><link>https://x.example/{0}</link><guid isPermaLink="false">'
    "urn:x:{0}</guid><pubDate>Mon, 13 May 2024 08:30:00 +0700</pubDate><dc:creator>An</dc:creator>"
    "<category>c</category><description>&lt;b&gt;S &amp;amp; T&lt;/b&gt;</description>"
    "<content:encoded><![CDATA[<p>B</p>]]></content:encoded><x:n>{0}</x:n></item>"
)


def document(name, items):
    """Return a feed whose first item teaches the name of items."""
    head, tail = (RSS_HEAD, "</channel></rss>") if name == "item" else (ATOM_HEAD, "</feed>")
    return f"{head}{FIRST[name]}{''.join(items)}{tail}".encode("utf-8", "surrogatepass")


def parts(data, shape=shape_of, pieces=1, **limits):
    """Return the parts of a feed that are items."""
    names = Names("")
    made = Parts(names, Limits(**limits), "", lambda leaves: shape(leaves, names))
    size = -(-len(data) // pieces)
    found = made.parse(data[at : at + size] for at in range(0, len(data), size))
    return [part for kind, part in found if kind == "item"]


def read(data, body="raw"):
    """Return what comes of a feed: its items or the error, and the issues."""
    log = IssueLog()
    context = ReadContext(limits=Limits(), note=log)
    try:
        found = list(RSS.load_reader()(io.BytesIO(data), FeedReadOptions(body=body), context))
    except GovnewsError as error:
        return type(error), str(error), list(log)
    return found, list(log)


def without(monkeypatch, data, body="raw"):
    """Return the same with every item left to the parser."""
    with monkeypatch.context() as patched:
        patched.setattr(govnews_rss._read, "shape_of", lambda leaves, names: None)
        return read(data, body)


def test_plain_items_need_no_parser():
    """All but the first, whose end tells where items begin."""
    found = parts(document("item", [PLAIN.format(number) for number in range(9)]))
    assert [isinstance(part, Regular) for part in found] == [False] + [True] * 9


def test_plain_entries_need_no_parser():
    """Attributes and authors in parts are regular, too."""
    entry = (
        '<entry><title type="text">A</title><id>urn:x:{0}</id><updated>2024-05-13T08:30:00Z</updated>'
        '<link href="https://x.example/?a=1&amp;b={0}"/>\n<author><name>An</name></author>'
        '<content type="html">&lt;p&gt;B&lt;/p&gt;</content></entry>'
    )
    data = document("entry", [entry.format(number) for number in range(9)])
    assert [isinstance(part, Regular) for part in parts(data)] == [False] + [True] * 9
    articles = [item for item in read(data)[0] if isinstance(item, Article)]
    assert articles[3].links[0].href == "https://x.example/?a=1&b=2"
    assert articles[3].authors[0].name == "An"


TEXT = st.lists(
    st.sampled_from(
        ["a", "ế", " ", "\n", "\r\n", "\t", "]]>", "]]", ">", "&amp;", "&lt;b&gt;", "&#38;lt;", "&#x1F600;",
         "&#0;", "&nbsp;", "&", "<b>", "<!-- </item> -->", "\x0b", "\ufffe", "\u2028", "\ud800", "'", '"',
         "<![CDATA[</item>]]>", "https://x.example/"]
    ),
    max_size=3,
).map("".join)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(["Tin", "urn:x:1", "urn:x:2", "https://x.example/1",
                                   "Mon, 13 May 2024 08:30:00 +0700", "2024-05-13T08:30:00Z",
                                   "2024-05-13", "a@x.example (An)"]), TEXT)  # fmt: skip
NAMES = st.sampled_from(
    "title link guid id pubDate dc:creator author name category description content:encoded summary"
    " content published updated enclosure comments x:n y:n item entry".split()
)
ATTRIBUTES = st.lists(
    st.tuples(
        st.sampled_from("isPermaLink type href rel term domain url length xml:lang x:a z:a xmlns".split()),
        st.one_of(st.sampled_from(["false", "html", "text", "alternate", "enclosure", "7"]), TEXTS),
    ).map(lambda pair: f' {pair[0]}="{pair[1]}"'),
    max_size=2,
).map("".join)  # fmt: skip


@st.composite
def leaves(draw):
    """Draw an element, well-formed or not."""
    name, stated, text = draw(NAMES), draw(ATTRIBUTES), draw(TEXTS)
    return draw(
        st.sampled_from(
            [
                f"<{name}>{text}</{name}>",
                f"<{name}>{text}</{name}>\n",
                f"<{name}{stated}>{text}</{name}>",
                f"<{name}{stated}/>",
                f"<{name}><![CDATA[{text}]]></{name}>",
                f"<author><name>{text}</name>{text}</author>",
                f"<author><name>{text}</name><uri>https://x.example/</uri></author>",
                f"<{name}>{text}",
                "<!-- a -->",
            ]
        )
    )


USUAL = st.sampled_from(
    ["<title>A</title>", "<guid>urn:x:7</guid>", "<id>urn:x:8</id>", "<link>https://x.example/</link>",
     '<link href="https://x.example/"/>', "<category>c</category>", '<category term="c"/>',
     "<description>S</description>",
     "<guid>4711</guid>", '<enclosure url="https://x.example/a" length="0"/>',
     '<media:content url="https://x.example/a" medium="image" width="7" fileSize="0"/>',
     '<media:content url="https://x.example/a"></media:content>',
     '<media:thumbnail url="https://x.example/a" height="x"/>', "<author>a@x.example (An)</author>", "<dc:date>2024-05-13</dc:date>",
     "<pubDate>Mon, 13 May 2024 08:30 ICT</pubDate>", "<pubDate>7/3/2020</pubDate>",
     "<content:encoded>\n<![CDATA[<p>a<script>b</script></p>]]> </content:encoded>",
     "<description> <![CDATA[ <b>S</b>]]></description>", '<content type="html">&lt;p></content>', "<x:n>1</x:n>"]
)  # fmt: skip
ITEMS = st.lists(st.lists(st.one_of(USUAL, leaves()), max_size=6).map("".join), max_size=4)


@given(st.sampled_from(["item", "entry"]), ITEMS, st.sampled_from(["raw", "blocks"]))
def test_both_ways_are_one(name, inner, body):
    """Whether items go through the parser or not makes no difference, well-formed or not."""
    data = document(name, [f"<{name}>{one}</{name}>" for one in inner])
    with pytest.MonkeyPatch.context() as patch:
        assert without(patch, data, body) == read(data, body)


@given(ITEMS, st.integers(1, 12))
def test_a_much_used_stencil_is_the_same(inner, cuts):
    """It makes no difference when a stencil is compiled."""
    data = document("item", [*(f"<item>{one}</item>" for one in inner * 3)])
    plain = read(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(govnews_rss._stencil, "_MANY", cuts)
        assert plain == read(data)


@given(ITEMS, st.integers(1, 40))
def test_pieces_make_no_difference(inner, pieces):
    """Wherever the source parts the bytes, the same items come out."""
    data = document("item", [PLAIN.format(1), *(f"<item>{one}</item>" for one in inner)])

    def found(count):
        try:
            return [_values(part) for part in parts(data, pieces=count)]
        except BrokenError:
            return None

    assert found(1) == found(pieces)


def _values(part):
    element = part.element() if isinstance(part, Regular) else part
    return [(one.tag, dict(one.attrib), one.text) for one in element.iter()]


@pytest.mark.parametrize(
    "odd",
    [
        "<item><title>A]]></title></item>",
        "<item><title>A &nbsp;</title></item>",
        "<item><title>A\x01</title></item>",
        "<item><title>A\uffff</title></item>",
        "<item><title>A&#1;</title></item>",
        "<item><title>A&#xD800;</title></item>",
        "<item><title a='1' a='2'>A</title></item>",
        "<item><u:n>A</u:n></item>",
        "<item><x:n u:a='1'>A</x:n></item>",
        "<item><x:n a='<'>A</x:n></item>",
        "<item><title>A</titel></item>",
        "<item><title>A</item>",
        "<item></title></item>",
        "<item>A & B</item>",
    ],
)
@pytest.mark.parametrize("usual", [0, 1, 300])
def test_what_is_not_well_formed_is_noticed(odd, usual):
    """No stencil lets a fault pass, wherever it stands."""
    items = ["<item><title>A</title></item><item><x:n a='1'>A</x:n></item>"] * usual
    with pytest.raises(BrokenError):
        parts(document("item", [*items, odd, *items]))


@pytest.mark.parametrize("inside", ["<!-- {0} -->", "<x:n><![CDATA[{0}]]></x:n>", "<?p {0} ?>"])
def test_items_in_comments_and_cdata_are_none(inside):
    """What only looks like an item is not taken for one."""
    plain = [f"<item><title>{number}</title></item>" for number in range(3)]
    data = document("item", [plain[0], inside.format(plain[1]), plain[2]])
    assert len(parts(data)) == 3


def test_bounds_hold_for_regular_items():
    """Attributes are counted here as there."""
    many = " ".join(f'a{number}="1"' for number in range(30))
    data = document("item", [f"<item><x:n {many}>A</x:n></item>"])
    assert not isinstance(parts(data, attributes=20)[1], Regular)
