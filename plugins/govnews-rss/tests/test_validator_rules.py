"""What we write draws no event from the rules of the W3C's feed validator, one by one.

`events` is our own small statement of those rules, each under the validator's name of its event;
that it catches what it should is tested first.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from govnews.formats import WriteContext
from govnews.limits import Limits
from govnews.model import (
    Article,
    Bundle,
    Feed,
    Link,
    Media,
    Paragraph,
    PartialDate,
    Raw,
    Term,
    Text,
)
from govnews.testing import strategies
from govnews_rss import ATOM, RSS

NOW = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
BASE = "https://bennuoc.example/tin.rss"
A = "{http://www.w3.org/2005/Atom}"
C = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCT = "{http://purl.org/dc/terms/}"
M = "{http://search.yahoo.com/mrss/}"
FULL_URL = re.compile(r"https?://[A-Za-z0-9.\-]+(:[0-9]+)?([/?#][!-~]*)?")
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[!-~]+")
MARKUP = re.compile(r"<[A-Za-z/!]")
RFC822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r" [0-9]{4} [0-9]{2}:[0-9]{2}(:[0-9]{2})? (GMT|[+-][0-9]{2}(00|30))"
)
RFC3339 = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})")
W3C = re.compile(
    r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:]{8}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?"
)
CONTACT = re.compile(r"[A-Za-z0-9._+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z0-9\-]+ \([^()]+\)")
MAIL = re.compile(r"[A-Za-z0-9._+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z0-9\-]+")
BAD_TAGS = frozenset(
    ("script", "iframe", "object", "embed", "style", "svg", "form", "meta", "link")
)
LINKING = frozenset(("href", "src", "cite", "poster", "action", "background", "longdesc"))
EXEMPT = frozenset(("ContainsHTML:title",))
"""A title that itself reads as markup: it is kept, escaped once more, and an issue says so."""


class _Html(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in BAD_TAGS:
            self.found.append("SecurityRisk")
        for name, value in attrs:
            if name.startswith("on"):
                self.found.append("SecurityRiskAttr")
            if name == "style" and re.search(r"position|expression|url\(", value or ""):
                self.found.append("DangerousStyleAttr")
            if name in LINKING and not re.match(r"(https?|mailto|tel|ftp):", value or ""):
                self.found.append("ContainsRelRef")


def html_events(markup):
    """Return the events of HTML."""
    parser = _Html()
    parser.feed(markup or "")
    parser.close()
    return parser.found


def date_events(text, pattern, name):
    """Return the events of a date."""
    if not pattern.fullmatch(text or ""):
        return [f"Invalid{name}Date"]
    if name == "RFC822":
        moment = parsedate_to_datetime(text)
        if moment.strftime("%a") != text[:3]:
            return ["IncorrectDOW"]
    else:
        moment = dt.datetime.fromisoformat(text)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    late = moment > NOW + dt.timedelta(minutes=10)
    return ["ImplausibleDate"] if late or moment.year < 1990 else []


def text_events(element, name):
    """Return the events of plain text."""
    text = element.text or ""
    found = [] if text.strip() else ["NotBlank"]
    if MARKUP.search(text) or re.search(r"&[a-z]+;", text):
        found.append(f"ContainsHTML:{name}")
    return found


def events(data: bytes) -> list[str]:
    """Return the events a feed draws."""
    found = []
    text = data.decode("utf-8")
    if re.search("[\x7f-\x9f]", text):
        found.append("BadCharacters")
    root = ET.fromstring(data)
    return found + (_rss(root[0]) if root.tag == "rss" else _atom(root))


def _once(element, *names):
    return [f"DuplicateElement:{n}" for n in names if len(element.findall(n)) > 1]


def _not_both(element, one, other):
    both = element.find(one) is not None and element.find(other) is not None
    return [f"Duplicate:{one}+{other}"] if both else []


def _rss(channel):  # noqa: C901  # a table
    found = _once(channel, "title", "link", "description", "language", "pubDate", "lastBuildDate",
                  "image", "ttl", "copyright", "managingEditor", "webMaster", "generator")  # fmt: skip
    for name in ("title", "link", "description"):
        if channel.find(name) is None:
            found.append(f"Missing:{name}")
    found += text_events(channel.find("title"), "title")
    if not URI.fullmatch(channel.findtext("link") or ""):
        found.append("InvalidFullLink")
    own = [x for x in channel.findall(f"{A}link") if x.get("rel") == "self"]
    if not own:
        found.append("MissingAtomSelfLink")
    elif own[0].get("href") != BASE:
        found.append("SelfDoesntMatchLocation")
    for one, other in ((f"{DCT}modified", "lastBuildDate"), (f"{DC}rights", "copyright"),
                       (f"{DC}language", "language"), (f"{DC}creator", "managingEditor")):  # fmt: skip
        found += _not_both(channel, one, other)
    for name in ("managingEditor", "webMaster"):
        for one in channel.findall(name):
            found += [] if CONTACT.fullmatch(one.text or "") else ["InvalidContact"]
    for name in ("pubDate", "lastBuildDate"):
        for one in channel.findall(name):
            found += date_events(one.text, RFC822, "RFC822")
    for name in ("copyright", "generator", "category"):
        for one in channel.findall(name):
            found += text_events(one, name)
    for one in channel.findall("ttl"):
        found += [] if int(one.text) > 0 else ["InvalidPositiveInteger"]
    found += html_events(channel.findtext("description"))
    for one in channel.findall("image"):
        found += _image(one, channel)
    guids = []
    for item in channel.findall("item"):
        found += _rss_item(item, guids)
    return found


def _image(one, channel):
    found = [] if FULL_URL.fullmatch(one.findtext("url") or "") else ["InvalidFullLink:image"]
    if one.findtext("title") != channel.findtext("title"):
        found.append("ImageTitleDoesntMatch")
    if one.findtext("link") != channel.findtext("link"):
        found.append("ImageLinkDoesntMatch")
    if int(one.findtext("width") or 1) > 144:
        found.append("InvalidWidth")
    if int(one.findtext("height") or 1) > 400:
        found.append("InvalidHeight")
    return found


def _rss_item(item, guids):  # noqa: C901, PLR0912  # a table
    names = [child.tag for child in item]
    found = _once(item, "title", "link", "description", "author", "guid", "pubDate", "enclosure",
                  "source", "comments", f"{C}encoded", f"{DC}language", f"{A}updated")  # fmt: skip
    if "title" not in names and "description" not in names:
        found.append("ItemMustContainTitleOrDescription")
    if f"{C}encoded" in names:
        described = "description" in names and names.index("description") < names.index(
            f"{C}encoded"
        )
        found += [] if described else ["NeedDescriptionBeforeContent"]
    guid = item.find("guid")
    if guid is None:
        found.append("MissingGuid")
    else:
        found += [] if (guid.text or "").strip() else ["NotBlank:guid"]
        found += ["DuplicateValue:guid"] if guid.text in guids else []
        found += [] if guid.get("isPermaLink") == "false" else ["InvalidPermalink"]
        guids.append(guid.text)
    for name in ("link", "comments"):
        for one in item.findall(name):
            found += [] if FULL_URL.fullmatch(one.text or "") else ["InvalidFullLink"]
    for one in item.findall("title"):
        found += text_events(one, "title")
    for one in item.findall("category"):
        found += text_events(one, "category")
    for one in item.findall("author"):
        found += [] if CONTACT.fullmatch(one.text or "") else ["InvalidContact"]
    for one, other in (("author", f"{DC}creator"), (f"{DC}date", "pubDate"),
                       (f"{DC}subject", "category"), (f"{DC}source", "source"),
                       (f"{A}id", "guid"), (f"{A}content", "description")):  # fmt: skip
        found += _not_both(item, one, other)
    for one in item.findall("pubDate"):
        found += date_events(one.text, RFC822, "RFC822")
    for one in item.findall(f"{A}updated"):
        found += date_events(one.text, RFC3339, "RFC3339")
    for name in ("issued", "created", "modified"):
        for one in item.findall(DCT + name):
            found += [] if W3C.fullmatch(one.text or "") else ["InvalidW3CDTFDate"]
    for one in item.findall("source"):
        found += [] if FULL_URL.fullmatch(one.get("url") or "") else ["MissingAttribute:url"]
    for name in ("description", f"{C}encoded"):
        found += html_events(item.findtext(name))
    return found + _files(item)


def _files(item):
    found = []
    for one in item.findall("enclosure"):
        if not FULL_URL.fullmatch(one.get("url") or ""):
            found.append("InvalidURLAttribute")
        if not (one.get("type") and (one.get("length") or "").isdigit()):
            found.append("MissingAttribute:enclosure")
    for one in item.findall(f"{M}content"):
        found += [] if FULL_URL.fullmatch(one.get("url") or "") else ["InvalidFullLink:media"]
    for one in item.findall(f"{A}link"):
        found += [] if FULL_URL.fullmatch(one.get("href") or "") else ["InvalidFullLink:atom"]
        if one.get("rel") not in ("related", "alternate", "describedby", "enclosure", "via",
                                  "license", "replies"):  # fmt: skip
            found.append("UnregisteredAtomLinkRel")
    for kind in ("author", "contributor"):
        for one in item.findall(A + kind):
            found += _person(one)
    return found


def _person(one):
    found = [] if (one.findtext(f"{A}name") or "").strip() else ["MissingElement:name"]
    mail = one.findtext(f"{A}email")
    found += [] if mail is None or MAIL.fullmatch(mail) else ["InvalidAddrSpec"]
    uri = one.findtext(f"{A}uri")
    return found + ([] if uri is None or URI.fullmatch(uri) else ["InvalidURI"])


def _atom(feed):
    found = _once(feed, *(A + n for n in ("id", "title", "updated", "subtitle", "rights", "logo",
                                          "icon", "generator")))  # fmt: skip
    for name in ("id", "title", "updated"):
        if not (feed.findtext(A + name) or "").strip():
            found.append(f"MissingElement:{name}")
    if not [x for x in feed.findall(f"{A}link") if x.get("rel") == "self"]:
        found.append("MissingSelf")
    found += date_events(feed.findtext(f"{A}updated"), RFC3339, "RFC3339")
    ids = []
    for entry in feed.findall(f"{A}entry"):
        if feed.find(f"{A}author") is None and entry.find(f"{A}author") is None:
            found.append("MissingElement:author")
        found += _entry(entry, ids)
    for one in (*feed.findall(f"{A}author"), *feed.findall(f"{A}contributor")):
        found += _person(one)
    return found + _links(feed)


def _entry(entry, ids):
    found = _once(entry, *(A + n for n in ("id", "title", "updated", "published", "summary",
                                           "content", "rights")))  # fmt: skip
    for name in ("id", "title", "updated"):
        if entry.find(A + name) is None:
            found.append(f"MissingElement:{name}")
    identity = entry.findtext(f"{A}id") or ""
    found += [] if URI.fullmatch(identity) else ["InvalidFullLink:id"]
    found += ["DuplicateEntries"] if identity in ids else []
    ids.append(identity)
    for name in ("updated", "published"):
        for one in entry.findall(A + name):
            found += date_events(one.text, RFC3339, "RFC3339")
    linked = [x for x in entry.findall(f"{A}link") if x.get("rel") == "alternate"]
    content = entry.find(f"{A}content")
    if content is None and not linked:
        found.append("MissingContentOrAlternate")
    for name in ("title", "summary", "content", "rights", "subtitle"):
        for one in entry.findall(A + name):
            if one.get("type") not in ("text", "html"):
                found.append("InvalidMIMEType")
            if one.get("type") == "text" and MARKUP.search(one.text or ""):
                found.append("ContainsUndeclaredHTML")
            if one.get("type") == "html":
                found += html_events(one.text)
    for one in entry.findall(f"{A}category"):
        found += [] if (one.get("term") or "").strip() else ["MissingAttribute:term"]
    for one in (*entry.findall(f"{A}author"), *entry.findall(f"{A}contributor")):
        found += _person(one)
    return found + _links(entry)


def _links(holder):
    found, seen = [], []
    for one in holder.findall(f"{A}link"):
        found += [] if URI.fullmatch(one.get("href") or "") else ["InvalidFullLink"]
        key = (one.get("rel"), one.get("type"), one.get("hreflang"))
        found += ["DuplicateAtomLink"] if key[0] == "alternate" and key in seen else []
        seen.append(key)
    return found


def written(fmt, bundle, **options):
    """Return what a format writes of a bundle that is published at `BASE`."""
    sink = io.BytesIO()
    context = WriteContext(limits=Limits(), note=lambda issue: None, now=NOW)
    feed = evolve(bundle.feed or Feed(), links=())
    more = {"address": BASE, "embargoed": "include", "withdrawn": "include", **options}
    chosen = fmt.write_options(**more)
    fmt.load_writer()(evolve(bundle, feed=feed).items(), sink, chosen, context)
    return sink.getvalue()


@pytest.mark.parametrize(
    ("wrong", "event"),
    [
        ("<item><title>x</title></item>", "MissingGuid"),
        ('<item><guid isPermaLink="false">a</guid></item>', "ItemMustContainTitleOrDescription"),
        (
            '<item><title>&lt;b&gt;</title><guid isPermaLink="false">a</guid></item>',
            "ContainsHTML:title",
        ),
        ("<pubDate>Fri, 03 Jul 2020 08:00:00 ICT</pubDate>", "InvalidRFC822Date"),
        ("<pubDate>Thu, 03 Jul 2020 08:00:00 +0700</pubDate>", "IncorrectDOW"),
        ("<pubDate>Tue, 03 Jul 1973 08:00:00 +0700</pubDate>", "ImplausibleDate"),
        ("<managingEditor>An</managingEditor>", "InvalidContact"),
        ("<ttl>0</ttl>", "InvalidPositiveInteger"),
        ("<description>&lt;a href='/x'&gt;</description>", "ContainsRelRef"),
        ("<description>&lt;script&gt;</description>", "SecurityRisk"),
        ("<category> </category>", "NotBlank"),
    ],
)
def test_the_rules_catch(wrong, event):
    """Each rule finds a feed that breaks it."""
    document = (
        f"<rss><channel><title>t</title><link>https://x.example/</link>{wrong}</channel></rss>"
    )
    assert event in events(document.encode())


@pytest.mark.parametrize("embed", ["none", "typed", "full"])
@pytest.mark.parametrize("fmt", [RSS, ATOM], ids=["rss", "atom"])
def test_any_bundle_is_written_without_an_event(fmt, embed):
    """Feeds of generated bundles draw no event, but for titles that read as markup."""

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(bundle=strategies.bundles())
    def holds(bundle):
        assert not set(events(written(fmt, bundle, embed=embed))) - EXEMPT

    holds()


def one(**fields):
    """Return a bundle of one article with these fields."""
    named = {"id": "tag:bennuoc.example,2024:1", "title": "Tin", **fields}
    return Bundle(feed=Feed(title="Tin"), articles=(Article(**named),))


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "#article-1"},
        {"title": None},
        {"title": "  "},
        {"title": "a < b & c"},
        {"published": PartialDate.parse("2020")},
        {"published": PartialDate.parse("2020-07-03")},
        {"published": PartialDate.parse("1975-07-03T08:00:00+07:00")},
        {"published": PartialDate.parse("2035-07-03T08:00:00+07:00")},
        {"published": PartialDate.parse("2020-07-03T08:00:00+05:45")},
        {"published": PartialDate(month=7, day=3)},
        {"modified": PartialDate.parse("2020-07-03")},
        {"links": (Link(href="https://bến.example/tin tức", rel="alternate"),)},
        {"links": (Link(href="/tin", rel="alternate"), Link(href="x y", rel="related"))},
        {"media": tuple(Media(href=f"https://x.example/{n}", role="enclosure") for n in range(3))},
        {"media": (Media(href="a.pdf", role="enclosure"), Media(href="data:,x", role="image"))},
        {"subjects": (Term(label="<b>x</b>"), Term(label=" "), Term(label="R&D", scheme="a b"))},
        {
            "body": (
                Raw(format="html", text="<a href='/x' onclick='y'>z</a><script>1</script><svg/>"),
            )
        },
        {"body": (Paragraph(content=(Text(text="]]> \u0300", href="#part"),)),)},
        {"summary": "<script>x</script> \x00\x85\ufffe & \r\n"},
    ],
    ids=str,
)
@pytest.mark.parametrize("fmt", [RSS, ATOM], ids=["rss", "atom"])
def test_awkward_articles_are_written_without_an_event(fmt, fields):
    """What is most often written wrongly is written rightly."""
    for embed in ("none", "typed", "full"):
        assert events(written(fmt, one(**fields), embed=embed)) == []
