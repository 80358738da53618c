"""How feeds are written: options, order, depths; and what an edit on the way does."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from attrs import evolve

from govnews.errors import WriteError
from govnews.formats import ReadContext, WriteContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import (
    Article,
    ArticleStatus,
    Author,
    Bundle,
    Feed,
    Link,
    Media,
    Organization,
    Paragraph,
    PartialDate,
    Term,
)
from govnews_rss import ATOM, JSON_FEED, RSS, FeedReadOptions, stylesheet

NOW = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
FORMATS = (RSS, ATOM, JSON_FEED)
names = pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)


def article(**fields):
    """Return an article with these fields."""
    return Article(**{"id": "tag:x.example,2024:1", "title": "Plan", **fields})


def write(fmt, items, now=None, **options):
    """Return the document and the paths of issues."""
    log, sink = IssueLog(), io.BytesIO()
    items = items.items() if isinstance(items, Bundle) else items
    context = WriteContext(limits=Limits(), note=log, now=now)
    fmt.load_writer()(items, sink, fmt.write_options(**options), context)
    return sink.getvalue(), {issue.where: issue.code for issue in log}


def read(fmt, data):
    """Return the bundle and the codes of issues."""
    log = IssueLog()
    context = ReadContext(limits=Limits(), note=log)
    items = fmt.load_reader()(io.BytesIO(data), FeedReadOptions(), context)
    return Bundle.from_items(items), [issue.code for issue in log]


@names
def test_embargoed_articles_are_refused_unless_told(fmt):
    """Without a moment nobody knows whether the embargo has ended."""
    held = article(embargo=PartialDate.parse("2024-05-30"))
    with pytest.raises(WriteError, match="embargoed until 2024-05-30"):
        write(fmt, [held])
    assert b"Plan" in write(fmt, [held], now=NOW)[0]
    later = evolve(held, embargo=PartialDate.parse("2024-06-01"))
    with pytest.raises(WriteError):
        write(fmt, [later], now=NOW)
    document, issues = write(fmt, [later], now=NOW, embargoed="omit")
    assert b"Plan" not in document
    assert issues["$.articles[0]"] == "rss.embargo"
    assert b"Plan" in write(fmt, [later], embargoed="include")[0]


@names
def test_withdrawn_articles_are_left_out_unless_told(fmt):
    """A feed announces; what was withdrawn is announced no more."""
    gone = article(status=ArticleStatus.WITHDRAWN)
    document, issues = write(fmt, [gone])
    assert b"Plan" not in document
    assert issues["$.articles[0]"] == "rss.withdrawn"
    assert b"Plan" in write(fmt, [gone], withdrawn="include")[0]


@names
def test_equal_bundles_of_any_length_stream(fmt):
    """A writer takes what it is given, one by one, and holds no more than a window."""

    class Counting(io.BytesIO):
        ahead = 0

        def write(self, data, /):
            self.ahead = max(self.ahead, made - self.items)
            self.items += data.count(b"tag:x.example,2024:")
            return 0

        items = 0

    made = 0

    def many():
        nonlocal made
        for made in range(1, 5001):
            yield article(id=f"tag:x.example,2024:{made}")

    sink = Counting()
    fmt.load_writer()(
        many(), sink, fmt.write_options(), WriteContext(limits=Limits(), note=IssueLog())
    )
    assert sink.items >= 5000
    assert sink.ahead < 1100


def test_paging():
    """RFC 5005: pages and the complete feed."""
    options = {"next": "https://x.example/2", "previous": "https://x.example/0", "complete": True}
    document = write(RSS, [article()], **options)[0].decode()
    assert (
        '<atom:link href="https://x.example/2" rel="next" type="application/rss+xml"/>' in document
    )
    assert "<fh:complete/>" in document
    assert 'rel="previous"' in write(ATOM, [article()], **options)[0].decode()
    assert (
        '"next_url":"https://x.example/2"'
        in write(JSON_FEED, [article()], next="https://x.example/2")[0].decode()
    )


def test_stylesheet():
    """A browser shows a page where a style sheet is named; one comes with the package."""
    document = write(RSS, [article()], stylesheet="/feed.xsl")[0]
    assert b'<?xml-stylesheet type="text/xsl" href="/feed.xsl"?>' in document[:120]
    document = write(RSS, [article()], stylesheet="/feed.css?v=1")[0]
    assert b'<?xml-stylesheet type="text/css" href="/feed.css?v=1"?>' in document[:120]
    assert b"xsl:stylesheet" in stylesheet("xsl")
    assert b"@namespace" in stylesheet()


def test_several_enclosures():
    """RSS has room for one; the others are links of Atom."""
    files = tuple(
        Media(href=f"https://x.example/{n}", type="a/b", bytes=n, role="enclosure") for n in (1, 2)
    )
    bundle, _ = read(RSS, write(RSS, [article(media=files)])[0])
    assert files == bundle.article.media


def test_office_behind_the_story():
    """Its name for every reader, its contacts for those that know schema.org."""
    office = Organization(id="#organization-1", name="Sở Y tế")
    bundle = Bundle(articles=(article(publisher=office.id),), organizations=(office,))
    document = write(RSS, bundle)[0].decode()
    assert "<dc:publisher>Sở Y tế</dc:publisher>" in document
    assert "<schema:GovernmentOrganization><schema:name>Sở Y tế</schema:name>" in document
    assert "schema:Gov" not in write(RSS, bundle, embed="none")[0].decode()


@names
def test_an_edit_on_the_way_counts(fmt):
    """The visible part wins over the carried record, and an issue says so."""
    document, _ = write(fmt, [article(happened=PartialDate.parse("2024-05"))], embed="full")
    whole, issues = read(fmt, document)
    assert (PartialDate.parse("2024-05"), []) == (whole.article.happened, issues)
    changed = document.replace(b"Plan", b"Plane", 1)
    bundle, issues = read(fmt, changed)
    assert (bundle.article.title, bundle.article.happened) == ("Plane", None)
    assert "rss.edited" in issues


@names
def test_a_record_that_says_other_words_is_set_aside(fmt):
    """A digest is no signature: the record itself must produce what is visible."""
    document, _ = write(fmt, [article(body=(Paragraph.of("Words."),))], embed="full")
    record = b'"text":"Words."'
    assert record in document
    bundle, issues = read(fmt, document.replace(record, b'"text":"Other."'))
    assert bundle.article.text == "Words."
    assert issues == ["rss.forged"]


@names
def test_a_broken_record_does_no_harm(fmt):
    """What cannot be read is set aside, with an issue."""
    document, _ = write(fmt, [article()], embed="full")
    bundle, issues = read(fmt, document.replace(b'"type":"article"', b'"type":"story"'))
    assert bundle.article.title == "Plan"
    assert issues == ["rss.carrier"]


@names
def test_order_and_nesting_of_an_edit_do_not_matter(fmt):
    """Blanks between elements, as a server may add them, edit nothing."""
    document, _ = write(fmt, [article()], embed="full")
    spaced = (
        document.replace(b"><", b">\n <")
        if fmt is not JSON_FEED
        else document.replace(b',"', b' ,\n"')
    )
    assert read(fmt, spaced)[0] == Bundle(articles=(article(),))


def test_plain_items_are_written_alike():
    """The short way and the long way make the same bytes."""
    from govnews_rss import _plain
    from govnews_rss._atom_item import AtomItem
    from govnews_rss._rss_item import RssItem

    plain = article(
        title="R&D < 3",
        summary="A & B",
        published=PartialDate.parse("2024-05-13T08:30:00+07:00"),
        modified=PartialDate.parse("2024-05-14T08:30:00Z"),
        links=(Link(href="https://x.example/1?a=2", rel="alternate"),),
        authors=(Author(name="An"), Author(name="Bình")),
        subjects=(Term(label="nước"),),
        body=(Paragraph.of("Một & hai."), Paragraph.of("Ba < bốn.")),
    )
    assert _plain.is_plain(plain, NOW)
    assert RssItem(len, NOW)(plain, "Sở", "$") == _plain.rss(plain, "Sở")
    assert AtomItem(len, NOW, filler="")(plain, "Sở", "$") == _plain.atom(plain, "Sở")


@names
def test_feed_data_stated_by_the_bundle_goes_first(fmt):
    """Options stand in only for what the bundle does not say."""
    bundle = Bundle(feed=Feed(title="Own"), articles=(article(),))
    document = write(fmt, bundle, title="Other", description="Stands in")[0].decode()
    assert "Own" in document
    assert "Other" not in document
    assert "Stands in" in document
