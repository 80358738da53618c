"""Nothing that was read runs once it is written: payloads against every way out."""

from __future__ import annotations

import io
import re

import pytest

from govnews.formats import WriteContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import (
    Article,
    Author,
    Bundle,
    ContactKind,
    ContactPoint,
    Feed,
    Figure,
    Link,
    Media,
    Organization,
    Paragraph,
    Raw,
    Term,
    Text,
)
from govnews_html import HTML, HtmlWriteOptions
from govnews_html._tokens import TAG, TAG_NAME, attributes
from govnews_html._urls import clean, scheme
from govnews_html.fragments import parse, render, sanitize

PAYLOADS = (
    "<script>x()</script>",
    "<SCRIPT SRC=//e.example/x.js></SCRIPT>",
    "<scr<script>ipt>x()</scr</script>ipt>",
    "<script/x>x()</script >",
    "<img src=x onerror=x()>",
    "<img/src=x/onerror=x()>",
    '<img """><script>x()</script>">',
    "<img src=`javascript:x()`>",
    "<img src='x' srcset='javascript:x()'>",
    "<svg onload=x()>",
    "<svg><script>x()</script></svg>",
    "<svg><a xlink:href='javascript:x()'><text>y</text></a></svg>",
    "<svg><animate xlink:href=#a attributeName=href values=javascript:x() /><a id=a>y</a>",
    "<svg><style><img src=x onerror=x()></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=x()>",
    "<math><a xlink:href=javascript:x()>y",
    "<a href=javascript:x()>y</a>",
    "<a href=' &#14; JaVa\tScRiPt:x()'>y</a>",
    "<a href='java&#10;script:x()'>y</a>",
    "<a href='javascript&colon;x()'>y</a>",
    "<a href='&#x6A;avascript:x()'>y</a>",
    "<a href=vbscript:x()>y</a>",
    "<a href='data:text/html,<script>x()</script>'>y</a>",
    "<a href='//e.example' onclick=x()>y</a>",
    "<a href=x style='position:fixed;inset:0'>y</a>",
    "<p style='background:url(javascript:x())'>y</p>",
    '<p style="width:expression(x())">y</p>',
    "<div style='-moz-binding:url(//e.example/x)'>y</div>",
    "<iframe src=javascript:x()></iframe>",
    "<iframe srcdoc='<script>x()</script>'></iframe>",
    "<object data=javascript:x()></object>",
    "<embed src=javascript:x()>",
    "<form action=javascript:x()><button>y</button></form>",
    "<button formaction=javascript:x()>y</button>",
    "<input onfocus=x() autofocus>",
    "<details open ontoggle=x()>y</details>",
    "<video src=x onerror=x()></video>",
    "<video><source onerror=x()></video>",
    "<video poster=javascript:x()></video>",
    "<audio src=javascript:x()></audio>",
    "<body onload=x()>",
    "<base href=//e.example/>",
    "<link rel=stylesheet href=//e.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:x()'>",
    "<style>@import '//e.example/x.css';</style>",
    "<style><!--</style><script>x()</script>-->",
    "<noscript><p title='</noscript><img src=x onerror=x()>'>",
    "<template><script>x()</script></template>",
    "<textarea></textarea><script>x()</script>",
    "<title><img src=x onerror=x()></title>",
    "<xmp><script>x()</script></xmp>",
    "<!--><script>x()</script>-->",
    "<!-- --!><script>x()</script>",
    "<![CDATA[<script>x()</script>]]>",
    "<?xml version='1.0'?><script>x()</script>",
    "<blockquote cite=javascript:x()>y</blockquote>",
    "<table background=javascript:x()><tr><td>y</table>",
    "<p data-role='\"><script>x()</script>'>y</p>",
    "<span lang='\"><script>x()</script>'>y</span>",
    "<img src=x alt='\"><script>x()</script>'>",
    "<marquee onstart=x()>y</marquee>",
    "<isindex action=javascript:x() type=submit>",
    "<a href='jar:javascript:x()'>y</a>",
    "<ruby><rt><p><script>x()</script></ruby>",
    '"><script>x()</script>',
    "'-x()-'",
    "\x00<scr\x00ipt>x()</scr\x00ipt>",
    "<img src=data:image/svg+xml,<svg/onload=x()>>",
)

ACTIVE = frozenset(
    "script iframe frame frameset object embed applet base link meta form input button textarea "
    "select svg math template noscript style animate set xmp".split()
)
LAYOUT = re.compile(r"position|expression|binding|url\(|@import|behavior|javascript", re.IGNORECASE)


def threats(html):
    """Return whatever in our own output could run, load or lay itself over a page."""
    found = []
    for tag in TAG.findall(html):
        name = TAG_NAME.match(tag)
        if name is None:
            found.append(tag)
            continue
        if name[2].lower() in ACTIVE:
            found.append(tag)
        for key, value in attributes(tag, 1_000).items():
            risky = scheme(clean(value)) in {"javascript", "vbscript", "data", "jar"}
            if key.startswith("on") or key in {"srcdoc", "srcset"}:
                found.append(tag)
            if key in {"href", "src", "cite", "poster", "action", "background"} and risky:
                found.append(tag)
            if key == "style" and LAYOUT.search(value):
                found.append(tag)
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
def test_sanitized(payload):
    """Sanitized HTML holds nothing that runs, and sanitizing it again changes nothing."""
    once = sanitize(payload)
    assert not threats(once)
    assert once == sanitize(once)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("raw", ["sanitize", "drop", "escape"])
def test_read_and_written(payload, raw):
    """A fragment read into blocks and written again holds nothing that runs."""
    assert not threats(render(parse(f"<p>a</p>{payload}<p>b</p>"), raw=raw))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_as_values_of_the_model(payload):
    """In fields of blocks, markup is text and addresses that run are not written."""
    line = payload.replace("\x00", "").replace("\t", " ")
    body = (
        Paragraph(content=(Text(text=line, href=line),), role=line),
        Figure(src=line, alt=payload, caption=payload, credit=line),
        Raw(format="html", text=payload),
        Raw(format=line, text=payload),
    )
    assert not threats(render(body, data_images=True))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_on_a_page(payload):
    """Nothing in any field of a record runs on a page."""
    line = payload.replace("\x00", "").replace("\t", " ")
    bundle = Bundle(
        feed=Feed(title=line, description=payload),
        articles=(
            Article(
                id="#a",
                title=line,
                summary=payload,
                byline=line,
                kind=Term(label=line, scheme=line, code=line),
                authors=(Author(name=line, email=line, url=line),),
                media=(Media(href=line, title=line, alt=payload, caption=payload, type="image/x"),),
                links=(Link(href=line, title=line, rel=line, type=line),),
                body=(Raw(format="html", text=payload),),
                publisher="#o",
            ),
        ),
        organizations=(
            Organization(
                id="#o",
                name=line,
                contacts=(ContactPoint(kind=ContactKind.WEB, text=line, value=line),),
            ),
        ),
    )
    sink = io.BytesIO()
    context = WriteContext(limits=Limits(), note=IssueLog())
    HTML.load_writer()(bundle.items(), sink, HtmlWriteOptions(), context)
    main = sink.getvalue().decode().partition("<body>")[2]
    assert not threats(main)


def test_text_of_elements_that_are_not_allowed_stays():
    """An allow-list takes elements away, not what people wrote in them."""
    assert sanitize("<article><x-y>a</x-y> <center>b</center></article>") == (
        "<article>a <center>b</center></article>"
    )


def test_sanitizing_resolves_addresses():
    """With a base, links and pictures are absolute: feeds travel."""
    cleaned = sanitize("<a href='/b'>x</a><img src=c.jpg>", base="https://example.org/a/")
    assert cleaned == '<a href="https://example.org/b">x</a><img src="https://example.org/a/c.jpg">'


def test_pictures_within_their_address_leave_with_an_issue():
    """A ``data:`` picture is dropped from fragments, its words stay, and an issue says so."""
    log = IssueLog()
    figure = Figure(src="data:image/png;base64,AA==", alt="a", caption="c")
    assert render((figure,), note=log) == "<figure><figcaption>c</figcaption></figure>"
    assert [issue.where for issue in log.issues] == ["$[0].src", "$[0].alt"]
    assert "data:image/png" in render((figure,), data_images=True)


def test_what_sanitizing_took_is_named():
    """The issue of a sanitized block lists what is gone."""
    log = IssueLog()
    render((Raw(format="html", text="<hr><iframe src=x></iframe>"),), note=log)
    (issue,) = log.issues
    assert issue.code == "html.sanitized"
    assert "<iframe>" in issue.message
    assert issue.where == "$[0]"
