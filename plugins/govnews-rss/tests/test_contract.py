"""RSS, Atom and JSON Feed keep the contract of formats."""

from __future__ import annotations

from attrs import evolve

from govnews.testing import FormatContract
from govnews_rss import ATOM, JSON_FEED, RSS

RSS_SEED = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Tin</title>
<link>https://bennuoc.example/</link><description>R&amp;D</description>
<item><title>A &amp; B</title><guid>tag:bennuoc.example,2024:1</guid><dc:creator>An</dc:creator>
<pubDate>Mon, 13 May 2024 08:30:00 +0700</pubDate><description>&lt;p&gt;x&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM_SEED = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title><id>tag:x,2024:f</id>
<updated>2024-05-13T08:30:00Z</updated><entry><title type="html">A &amp;amp; B</title><id>tag:x,2024:1</id>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div></content></entry></feed>"""
JSON_SEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Tin", "items": [
{"id": "1", "content_html": "<p>x</p>", "date_published": "2024-05-13T08:30:00Z", "_x": {"y": 1}}]}"""


class _Feeds(FormatContract):
    def write_options(self):
        """Embargoed articles are refused by default, which no test of loss can use."""
        return evolve(self.format.write_options(), embargoed="include", withdrawn="include")


class TestRss(_Feeds):
    format = RSS
    seeds = (RSS_SEED, RSS_SEED.replace(b"&amp;", b"&"), RSS_SEED[:300], b"<html>", b"")


class TestAtom(_Feeds):
    format = ATOM
    seeds = (ATOM_SEED, ATOM_SEED[:250], ATOM_SEED.replace(b"</content>", b""))


class TestJsonFeed(_Feeds):
    format = JSON_FEED
    seeds = (JSON_SEED, JSON_SEED[:100], b"{}", b"[]")


del _Feeds
