"""Pages: what they show, what they say they do not show, when they refuse."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
from itertools import pairwise
from pathlib import Path as File

import pytest
from attrs import evolve, fields, has
from hypothesis import given

from govnews.errors import WriteError
from govnews.formats import Head, WriteContext
from govnews.issues import IssueLog, Path
from govnews.limits import Limits
from govnews.model import (
    Address,
    AdminUnit,
    Agreement,
    Article,
    ArticleStatus,
    Bundle,
    ContactKind,
    ContactPoint,
    Heading,
    ListBlock,
    Organization,
    Paragraph,
    PartialDate,
    Participant,
    Party,
    Period,
    Person,
    Project,
    Responsible,
    Rights,
    Term,
    Text,
)
from govnews.testing import FormatContract, strategies
from govnews_html import HTML, HtmlWriteOptions

GOLDEN = File(__file__).with_name("golden")


def free(bundle):
    """Return a bundle with its embargoes lifted."""
    return evolve(bundle, articles=tuple(evolve(one, embargo=None) for one in bundle.articles))


class TestHtml(FormatContract):
    """The contract of every format."""

    format = HTML
    seeds = (b"<!DOCTYPE html><title>x</title><p>y",)

    def bundles(self):
        """Return bundles without embargoes: those are refused, and tested below."""
        return strategies.bundles().map(free)


def page(bundle, now=None, **options):
    """Return the page of a bundle and its issues."""
    sink, log = io.BytesIO(), IssueLog()
    context = WriteContext(limits=Limits(), note=log, now=now)
    HTML.load_writer()(bundle.items(), sink, HtmlWriteOptions(**options), context)
    return sink.getvalue().decode(), log.issues


SIGNING = Bundle(
    articles=(
        Article(
            id="#article-1",
            title="Thị xã Bến Mơ và Viện Rừng ký kế hoạch trồng rừng",
            lang="vi",
            summary="Hai bên cùng trồng 300 ha rừng.",
            byline="Thu Hà",
            published=PartialDate.parse("2023-05-04T07:30+07:00"),
            body=(
                Paragraph.of("Sáng 4/5, hai bên đã ký kế hoạch.", role="lead"),
                Heading.of("Nội dung", 3),
                ListBlock.of("ươm giống;", "trồng & chăm sóc."),
                Paragraph(content=(Text(text="Xem thêm", href="https://example.org/ke-hoach"),)),
            ),
            agreements=("#agreement-1",),
            publisher="#organization-1",
        ),
    ),
    agreements=(
        Agreement(
            id="#agreement-1",
            title="Kế hoạch trồng rừng 2023-2026",
            parties=(
                Party(
                    name="Thị xã Bến Mơ",
                    organization="#organization-1",
                    signatories=(Person(name="Lê Văn Tư", honorific="Ông", post="Chủ tịch"),),
                ),
                Party(name="Viện Rừng"),
            ),
            signed=PartialDate.parse("2023-05-04"),
            period=Period.parse("2023/2026"),
            fields=(Term(label="ươm giống"), Term(label="trồng rừng")),
            projects=(Project(title="đồi thông", count=3, count_text="ba"),),
        ),
    ),
    organizations=(
        Organization(
            id="#organization-1",
            name="Ủy ban nhân dân thị xã Bến Mơ",
            lang="vi",
            contacts=(
                ContactPoint(kind=ContactKind.PHONE, text="0299 811 111", value="+84299811111"),
                ContactPoint(
                    kind=ContactKind.EMAIL, text="ubnd@example.org", value="ubnd@example.org"
                ),
            ),
            addresses=(Address(text="Số 1, đường Đồi", units=(AdminUnit(name="thị xã Bến Mơ"),)),),
            responsible=(
                Responsible(role=Term(label="Chịu trách nhiệm"), person=Person(name="Trần An")),
            ),
            rights=Rights(holder=Participant(name="UBND thị xã Bến Mơ"), year=2023),
        ),
    ),
)


def test_golden_page():
    """The page of an article, its agreement and its office is this, byte for byte."""
    shown, _ = page(SIGNING)
    assert (GOLDEN / "signing.html").read_text(encoding="utf-8") == shown


def test_page_is_made_for_people():
    """A telephone finds its width, numbers to call, languages, and nothing that runs."""
    shown, _ = page(SIGNING)
    assert '<html lang="vi" dir="ltr">' in shown
    assert 'name="viewport"' in shown
    assert 'href="tel:+84299811111"' in shown
    assert 'href="mailto:ubnd@example.org"' in shown
    assert '<time datetime="2023-05-04T07:30+07:00">4/5/2023, 07:30 (+07:00)</time>' in shown
    assert "<script" not in shown


def test_headings_skip_no_level():
    """Under the headline come the headings of the body, then those below them."""
    shown, _ = page(SIGNING)
    levels = [int(level) for level in re.findall(r"<h([1-6])", shown)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_several_articles_have_contents():
    """With more than one article, a list of contents leads to each."""
    two = Bundle(articles=(Article(id="#a", title="Một"), Article(id="urn:x:b", title="Hai")))
    shown, _ = page(two)
    assert 'href="#article-1"' in shown
    assert 'id="article-2"' in shown
    assert shown.count("<h1") == 1


def test_words_beside_values_follow_the_language():
    """Vietnamese pages have Vietnamese labels, others English ones, unless the options say so."""
    assert "Các bên" in page(SIGNING)[0]
    english = Bundle(agreements=(Agreement(id="#g", parties=(Party(name="A"),)),))
    assert "Parties" in page(english)[0]
    assert "Các bên" in page(english, language="vi")[0]


def test_losses_are_told_with_their_path():
    """What the page does not show is named, value by value."""
    _, issues = page(SIGNING)
    assert ["$.organizations[0].addresses[0].units"] == [issue.where for issue in issues]


def test_a_withdrawn_article_says_so_first():
    """The notice stands before the text."""
    one = Article(
        id="#a", title="T", body=(Paragraph.of("thân bài"),), status=ArticleStatus.WITHDRAWN,
        status_note="Sai số liệu.", lang="vi",
    )  # fmt: skip
    shown, _ = page(Bundle(articles=(one,)))
    assert shown.index("đã rút") < shown.index("Sai số liệu.") < shown.index("thân bài")


EMBARGOED = Bundle(
    articles=(
        Article(id="#a", title="Kín", embargo=PartialDate.parse("2024-06-01T09:00+07:00")),
        Article(id="#b", title="Mở"),
    )
)


@pytest.mark.parametrize("now", [None, dt.datetime(2024, 6, 1, 1, 59, 59, tzinfo=dt.UTC)])
def test_embargo_is_kept(now):
    """Before its end, or where nobody says what time it is, writing is refused."""
    with pytest.raises(WriteError, match=r"\$\.articles\[0\]\.embargo"):
        page(EMBARGOED, now)


def test_embargo_is_over():
    """At its end the article is shown."""
    assert "Kín" in page(EMBARGOED, dt.datetime(2024, 6, 1, 2, tzinfo=dt.UTC))[0]


def test_a_day_is_over_everywhere():
    """An embargo that is a day ends once that day has begun in the last time zone."""
    bundle = Bundle(
        articles=(Article(id="#a", title="T", embargo=PartialDate.parse("2024-06-01")),)
    )
    with pytest.raises(WriteError):
        page(bundle, dt.datetime(2024, 6, 1, 11, 59, tzinfo=dt.UTC))
    assert page(bundle, dt.datetime(2024, 6, 1, 12, tzinfo=dt.UTC))


def test_embargo_can_be_left_out():
    """By option the article is left out, with an issue, and nothing of it is on the page."""
    shown, issues = page(EMBARGOED, embargoed="omit")
    assert "Kín" not in shown
    assert "Mở" in shown
    assert [("html.embargo", "$.articles[0].embargo")] == [(i.code, i.where) for i in issues]


def words(value, where=None):
    """Yield every text of a bundle with its path."""
    where = where or Path()
    if isinstance(value, str):
        yield where, str(value)
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from words(one, where / place)
    elif has(type(value)) and not isinstance(value, PartialDate | Period):
        for attribute in fields(type(value)):
            if attribute.init and attribute.name not in {"body", "extra"}:
                yield from words(getattr(value, attribute.name), where / attribute.name)


ADDRESSES = {"href", "url", "value", "email"}
"""Blanks around an address are none of it."""


@given(bundle=strategies.bundles())
def test_every_text_is_shown_or_told(bundle):
    """Each text of a record stands on the page, or its path is named."""
    shown, issues = page(bundle, embargoed="include")
    told = [Path.parse(issue.where) for issue in issues]
    plain = html.unescape(
        re.sub(r"<br>|<[^>]*>", lambda tag: "\n" if tag[0] == "<br>" else tag[0], shown)
    )
    for where, text in words(bundle):
        named = any(where.within(path) for path in told)
        closed = where.steps[-1] in {"role", "relation", "kind", "status", "stage"}
        if not named and not closed:
            shown_text = text.strip(" ") if where.steps[-1] in ADDRESSES else text
            assert shown_text.replace("\0", "\ufffd") in plain, str(where)


SNIFFED = {
    b"<!DOCTYPE html><html>": 90,
    b"\xef\xbb\xbf\r\n<HTML lang=vi>": 90,
    b"<!-- saved from x -->\n<html>": 85,
    b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">': 85,
    b"<p>a fragment</p>": 0,
    b'<?xml version="1.0"?><rss version="2.0"><item><description>&lt;html&gt;': 0,
    b"<feed xmlns='http://www.w3.org/2005/Atom'><content type='html'><html>": 0,
    b'{"title": "<html>"}': 0,
    b"": 0,
}


@pytest.mark.parametrize(("data", "score"), SNIFFED.items())
def test_sniffing(data, score):
    """Pages are recognized, feeds that hold HTML are not taken for pages."""
    assert score == HTML.sniff(Head(data))


def test_sniffing_a_named_fragment():
    """A fragment counts as HTML where its name or media type says so."""
    assert HTML.sniff(Head(b"<p>a", "a.htm")) == 60
    assert HTML.sniff(Head(b"<p>a", None, "text/html")) == 60
    assert HTML.sniff(Head(b"a", "a.html")) == 0
