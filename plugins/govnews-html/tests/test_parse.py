"""What becomes of fragments as they are found: clean, dirty, cut off, hostile."""

from __future__ import annotations

import pytest

from govnews.errors import LimitError
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import (
    Break,
    Cell,
    Figure,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Raw,
    Table,
    Text,
)
from govnews_html.fragments import parse, to_text


def p(*content, role=None):
    """Return a paragraph of strings and inlines."""
    runs = [Text(text=one) if isinstance(one, str) else one for one in content]
    return Paragraph(content=tuple(runs), role=role)


def t(text, *marks, href=None, lang=None):
    """Return a run of text."""
    return Text(text=text, marks=marks, href=href, lang=lang)


BR = Break()

CASES = {
    "plain text is a paragraph": ("Ven sông  yên\n ả", (p("Ven sông yên ả"),)),
    "paragraphs close each other": ("<p>a<p>b", (p("a"), p("b"))),
    "a block closes a paragraph": ("<p>a<div>b</div>c", (p("a"), p("b"), p("c"))),
    "white space collapses across runs": (
        "<p> a <b> b </b> c </p>",
        (p("a ", t("b ", Mark.STRONG), "c"),),
    ),
    "no-break spaces stay": ("<p>10&nbsp;km\u00a0</p>", (p("10\u00a0km\u00a0"),)),
    "entities are decoded once": ("<p>R&amp;amp;D &lt;b&gt;</p>", (p("R&amp;D <b>"),)),
    "less-than signs in text stay": ("<p>3 < 4 <5", (p("3 < 4 <5"),)),
    "marks reach over paragraphs": (
        "<b><p>a</p><p>b</b>c</p>",
        (p(t("a", Mark.STRONG)), p(t("b", Mark.STRONG), "c")),
    ),
    "crossing tags are taken as browsers do": (
        "<p><b>a<i>b</b>c</i>d",
        (p(t("a", Mark.STRONG), t("b", Mark.STRONG, Mark.EM), t("c", Mark.EM), "d"),),
    ),
    "styles say marks too": (
        '<p><span style="font-weight:700">a</span><b style="font-weight:normal">b</b>',
        (p(t("a", Mark.STRONG), "b"),),
    ),
    "links do not nest": (
        '<a href="/x">a<a href="/y">b</a>c',
        (p(t("a", href="/x"), t("b", href="/y"), "c"),),
    ),
    "a query is no entity": ('<a href="?a=1&copy=2">a</a>', (p(t("a", href="?a=1&copy=2")),)),
    "languages of runs": (
        '<p lang="vi">a <span lang="en">b</span>',
        (p(t("a ", lang="vi"), t("b", lang="en")),),
    ),
    "breaks within a paragraph": ("<p>a<br>b<br/>", (p("a", BR, "b", BR),)),
    "stray breaks between blocks": ("<p>a</p><br><br><p>b</p>", (p("a"), p("b"))),
    "empty paragraphs are nothing": ("<p></p><p> </p><p>a</p>", (p("a"),)),
    "empty on purpose": ("<p data-empty></p>", (p(),)),
    "roles": ('<p data-role="lead">a</p>', (p("a", role="lead"),)),
    "preformatted text": ("<pre>\n a\n\n  b</pre>", (p(" a", BR, BR, "  b", role="preformatted"),)),
    "headings": ("<h1>a</h1><h6>b</h6>", (Heading.of("a", 1), Heading.of("b", 6))),
    "a quote with loose text": (
        '<blockquote cite="/q">a</blockquote>',
        (Quote(blocks=(p("a"),), cite="/q"),),
    ),
    "items without end tags": ("<ul><li>a<li>b</ul>c", (ListBlock.of("a", "b"), p("c"))),
    "numbered lists": (
        '<ol start="4"><li>a</ol>',
        (ListBlock(items=((p("a"),),), ordered=True, start=4),),
    ),
    "a list misplaced between items": (
        "<ul><li>a</li><ul><li>b</li></ul></ul>",
        (ListBlock(items=((p("a"), ListBlock.of("b")),)),),
    ),
    "a table": (
        "<table><caption> C </caption><tr><th>a<th>b<tr><td colspan=2 rowspan='3'>c</table>",
        (
            Table(
                rows=(
                    (Cell.of("a"), Cell.of("b")),
                    (Cell(content=(t("c"),), colspan=2, rowspan=3),),
                ),
                header_rows=1,
                caption="C",
            ),
        ),
    ),
    "text misplaced in a table comes before it": (
        "<table>x<tr><td>a</table>",
        (p("x"), Table(rows=((Cell.of("a"),),))),
    ),
    "a cell shuts in what is open": (
        "<table><tr><td><b>a</div></td><td>b</table>",
        (Table(rows=((Cell(content=(t("a", Mark.STRONG),)), Cell.of("b")),)),),
    ),
    "a table of one column that holds a picture": (
        "<table><tr><td><img src='/a.jpg'></td></tr><tr><td>b</td></tr></table>",
        (Figure(src="/a.jpg"), p("b")),
    ),
    "a table in a table stays raw": (
        "a<table><tr><td><table><tr><td>x</table><td>y</table>b",
        (
            p("a"),
            Raw(format="html", text="<table><tr><td><table><tr><td>x</table><td>y</table>"),
            p("b"),
        ),
    ),
    "a picture within text": (
        "<p>a<img src=/x alt=y>b",
        (p("a"), Figure(src="/x", alt="y"), p("b")),
    ),
    "a figure": (
        "<figure><img src='/x'><figcaption>Ảnh <i>đẹp</i></figcaption></figure>",
        (Figure(src="/x", caption="Ảnh đẹp"),),
    ),
    "a figure of many": (
        "<figure><img src=/x><img src=/y><figcaption>c</figcaption></figure>",
        (Figure(src="/x"), Figure(src="/y"), p("c", role="caption")),
    ),
    "pictures that script would load": (
        "<img src='data:image/gif;base64,AA' data-src='/x'>",
        (Figure(src="/x"),),
    ),
    "emoji pictures are text": ("<p>a <img class=emoji alt='☀' src=/x.png> b", (p("a ☀ b"),)),
    "what maps to nothing stays raw": (
        "<p>a<video src=v>x</video>b",
        (p("a"), Raw(format="html", text="<video src=v>x</video>"), p("b")),
    ),
    "raw elements nest": (
        "<dl><dd><dl><dt>a</dl></dl>b",
        (Raw(format="html", text="<dl><dd><dl><dt>a</dl></dl>"), p("b")),
    ),
    "raw elements without end": (
        "<video src=v>a<p>b",
        (Raw(format="html", text="<video src=v>"), p("a"), p("b")),
    ),
    "script and style are gone": (
        "a<script>if (a<b) '</p>'</script><style>p{}</style>b",
        (p("ab"),),
    ),
    "comments are gone": ("a<!-- <p>x</p> -->b", (p("ab"),)),
    "a fragment cut within a tag": ('<p>a <a href="https://exam', (p("a"),)),
    "a fragment cut after a less-than sign": ("<p>x <y", (p("x <y"),)),
    "a document": (
        "<!DOCTYPE html><html><head><title>x</title></head><body><p>a</body></html>",
        (p("a"),),
    ),
    "unknown elements show their text": ("<p>a<o:p>b</o:p><x-y z=1>c</x-y>", (p("abc"),)),
    "an end tag without begin": ("</div>a</b></li></table>b", (p("ab"),)),
    "upper case and odd quotes": ("<P>a<A HREF='/x'>b</A>", (p("a", t("b", href="/x")),)),
    "a section of CDATA": ("<![CDATA[<p>a</p>]]>", (p("a"),)),
    "line ends of other systems": (
        "<pre>a\r\nb\rc</pre>",
        (p("a", BR, "b", BR, "c", role="preformatted"),),
    ),
}


@pytest.mark.parametrize(("html", "blocks"), CASES.values(), ids=CASES)
def test_fragment(html, blocks):
    """The fragment reads as these blocks."""
    assert blocks == parse(html)


NOTED = {
    "html.link": "<a href='java\tscript:x'>a</a>",
    "html.dropped": "<script>x</script>a<!-- y -->",
    "html.caption": "<figure><img src=a><figcaption><a href=x>c</a></figcaption></figure>",
    "html.figure-link": "<a href=x><img src=a></a>",
    "html.split": "<p>a<img src=a>b</p>",
    "html.cell": "<table><tr><td><p>a<p>b</table>",
    "html.row-header": "<table><tr><th>a<td>b</table>",
    "html.layout": "<table><tr><td><ul><li>a</ul></table>",
    "html.truncated": "a<p class='x",
    "html.element": "<q>a</q>",
    "html.picture": "<img src=/x width=1 height=1>",
    "html.number": "<ol start=x><li>a</ol>",
    "html.lang": "<p lang='?'>a",
    "html.cdata": "<![CDATA[a]]>",
    "html.nesting": "<ul><li>" * 40 + "a",
    "html.depth": "<div>" * 300 + "a",
    "text.folded": "a\x01b",
}


@pytest.mark.parametrize(("code", "html"), NOTED.items(), ids=NOTED)
def test_what_is_not_carried_is_told(code, html):
    """Each loss and repair has its issue, and no other one."""
    log = IssueLog()
    parse(html, note=log)
    assert {code} == {issue.code for issue in log.issues}


def test_issues_of_one_kind_are_told_once():
    """A thousand comments are one issue, which counts them and names the first place."""
    log = IssueLog()
    parse("ab" + "<!-- x -->" * 1_000, note=log)
    (issue,) = log.issues
    assert "1000 times" in issue.message
    assert issue.where == "character 2"


def test_addresses_resolve_against_the_base():
    """Links, pictures, quotations and raw markup lead where they led on their page."""
    html = "<a href='b'>x</a><img src='//h/i'><blockquote cite='?q'>y</blockquote><video poster=z></video>"
    blocks = parse(html, base="https://example.org/a/")
    assert blocks[0].content[0].href == "https://example.org/a/b"
    assert blocks[1].src == "https://h/i"
    assert blocks[2].cite == "https://example.org/a/?q"
    assert blocks[3].text == '<video poster="https://example.org/a/z"></video>'


def test_senseless_addresses_stay():
    """An address that is none is kept as it stands."""
    assert (
        parse("<a href='http://[x'>a</a>", base="https://example.org")[0].content[0].href
        == "http://[x"
    )


def test_the_language_of_the_whole_goes_without_saying():
    """Runs in the language of the document carry no language."""
    assert parse("<p lang='vi'>a", language="VI") == (p("a"),)


def test_halves_of_characters():
    """Lone surrogates become replacement characters, wherever they stand."""
    blocks = parse("<p>a\ud800<img src='x\udfff' alt='\ud800'><hr title='\ud800'>")
    assert "\ufffd" in blocks[0].text
    assert blocks[1].alt == "\ufffd"
    assert "\ufffd" in blocks[2].text


def test_too_many_paragraphs():
    """The bound on paragraphs and cells is kept, and named."""
    with pytest.raises(LimitError, match=r"Limits\.paragraphs"):
        parse("<p>a" * 11, limits=Limits(paragraphs=10))


N = 20_000
HOSTILE = {
    "deep boxes": "<div>" * N + "x" + "</div>" * N,
    "deep marks": "<b><i>" * N + "x" + "</b></i>" * N,
    "deep lists": "<ul><li>" * N + "x",
    "deep tables": "<table><tr><td>" * N + "x",
    "crossing": "<b>" * 200 + "<i></b><b></i>" * N,
    "end tags of others": "<div>" * 250 + "</section></p></b>" * N,
    "attributes": "<a " + " ".join(f"a{n}=b" for n in range(N)) + " href=x>x</a>",
    "tags that never end": "<a " * N,
    "quotes that never end": '<a b="' * N,
    "comments that never end": "<!--" * N,
    "scripts that never end": "<script>" * N,
    "frames that never end": "<iframe>" * N,
    "raw elements that never end": "<video>" * N,
    "endless number": "&#" + "9" * N + ";",
    "one long text": "x " * 500 * N,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_fragments_end(html):
    """Nesting, crossing and never ending are survived, and text is kept."""
    blocks = parse(html)
    text = to_text(html)
    assert isinstance(blocks, tuple)
    assert "x" not in html or "x" in text or html.startswith(("<a ", "<!"))


def test_text_of_what_maps_to_nothing():
    """Plain text has the words of elements that stay raw, and none of script."""
    assert (
        to_text("<dl><dt>a<dd>b</dl><script>c</script><table><tr><td><ul><li>d</ul><td>e</table>")
        == "a\nb\nd\ne"
    )
