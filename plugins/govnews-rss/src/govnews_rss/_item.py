"""From an item's elements to an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govnews.issues import Issue
from govnews.model import (
    Article,
    Block,
    Break,
    Extra,
    Feed,
    Identifier,
    Inline,
    Link,
    Organization,
    Paragraph,
    Preamble,
    Raw,
    Text,
)
from govnews_rss import _html
from govnews_rss._draft import BASE, LANG, NO_ATTRIBUTES, Draft, Tools, check_attributes
from govnews_rss._elements import FEED, ITEM
from govnews_rss._handling import Handler, ignored, keep_unknown
from govnews_rss._markup import join, modern
from govnews_rss._tree import Element, Names

_ID = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff]+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_NAMES = 10_000
"""So many names of elements are remembered; a hostile feed may have any number."""
NOTHING_EXTRA = Extra()
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


class ItemReader:
    """Makes articles of the items of one feed.

    Args:
        tools: What reading needs.
        names: The short names of the document.
        base: What relative addresses are resolved against.
    """

    def __init__(self, tools: Tools, names: Names, base: str | None) -> None:
        self._tools = tools
        self._names = names
        self.raw = tools.raw
        self.dates = tools.dates
        self.base = base
        self.count = 0
        self.publisher: str | None = None
        self.seen: set[str] = set()
        self._plan: dict[object, Handler] = {}
        self.organizations: dict[str, str] = {}

    def draft(self, element: Element) -> Draft:
        """Gather what an item says."""
        tools = self._tools
        attributes = element.attrib
        base = self.base
        draft = Draft(tools, base, f"$.articles[{self.count}]")
        if attributes:
            check_attributes(attributes, tools.limits, tools.name)
            self._of_the_item(draft, element)
        plan, most = self._plan, tools.limits.attributes
        for child in element:
            tag = child.tag
            try:
                handler = plan[tag]
            except KeyError:
                handler = self._learn(tag)
            # To ask for `attrib` makes a dict of it where there was none.
            if child.keys():
                attributes = child.attrib
                if len(attributes) > most:
                    check_attributes(attributes, tools.limits, tools.name)
                handler(draft, child.text or "", attributes, child)
            else:
                handler(draft, child.text or "", NO_ATTRIBUTES, child)
        return draft

    def _learn(self, tag: object) -> Handler:
        """Return what takes in an element of a name met for the first time."""
        handler = ITEM.get(self._names(tag), keep_unknown) if isinstance(tag, str) else ignored
        if len(self._plan) < _NAMES:
            self._plan[tag] = handler
        return handler

    def _of_the_item(self, draft: Draft, element: Element) -> None:
        """What stands in the attributes of an item: XML's own, RSS 1.0's id, CDF's address."""
        if BASE in element.attrib:
            draft.base = join(draft.base, element.attrib[BASE])
        if LANG in element.attrib:
            draft.lang = draft.language(element.attrib[LANG])
        if _ABOUT in element.attrib:
            draft.own_id = draft.line(element.attrib[_ABOUT]) or None
        for name, value in element.attrib.items():
            if name.lower() == "href":
                draft.link(value, "alternate")
            elif name.lower() == "lastmod":
                draft.dated("modified", 1, "lastmod", value)

    def article(self, draft: Draft) -> tuple[Article, Organization | None]:
        """Build the article, and its publisher where the item names one first."""
        self.count += 1
        if draft.weak_title is not None or draft.weak_summary is not None:
            draft.settle()
        office = self._publisher(draft.publisher or self.publisher)
        media = tuple(draft.media)
        if draft.image is not None:
            media = (*media, draft.image)
        summary = draft.summary
        if summary is not None and not summary.isprintable():
            summary = modern(summary)
        published = draft.date("published") if draft.published is not None else None
        modified = draft.date("modified") if draft.modified is not None else None
        created = draft.date("created") if draft.created is not None else None
        expires = draft.date("expires") if draft.expires is not None else None
        identity = self._identity(draft)
        body = self._body(draft) if draft.content is not None else ()
        return Article(
            id=identity,
            title=draft.title,
            subtitle=draft.subtitle,
            lang=draft.lang,
            summary=summary,
            body=body,
            place=draft.place,
            authors=tuple(draft.authors.values()),
            publisher=office[0] if office else None,
            sources=tuple(draft.sources),
            published=published,
            modified=modified,
            created=created,
            expires=expires,
            subjects=tuple(draft.subjects.values()),
            media=media,
            links=tuple(draft.links),
            rights=draft.rights(),
            alt_ids=tuple(draft.alt_ids),
            extra=draft.extra or NOTHING_EXTRA,
        ), office[1] if office else None

    def _identity(self, draft: Draft) -> str:
        """Return the id: guid, then Atom's or RDF's id, then the link, then a local one."""
        derived = ""
        for candidate in (draft.guid, draft.own_id):
            if candidate is None:
                continue
            if not derived and candidate not in self.seen and _ID.fullmatch(candidate):
                derived = candidate
            else:
                if candidate in self.seen:
                    problem = f"Two items have the id {candidate[:200]!r}; it is kept beside."
                    draft.note("rss.id-twice", problem)
                other = Identifier(scheme="guid", value=candidate)
                draft.add("alt_ids", other)
        if not derived:
            derived = self._derived(draft)
        self.seen.add(derived)
        if draft.permalink and draft.guid and not draft.links and draft.guid.startswith("http"):
            draft.link(draft.guid, "alternate")  # RSS 2.0, item.guid: isPermaLink
        return derived

    def _derived(self, draft: Draft) -> str:
        for link in draft.links:
            if link.rel == "alternate" and link.href not in self.seen and _ID.fullmatch(link.href):
                self.note_derived(draft.where)
                return link.href
        number = self.count
        while (local := f"#article-{number}") in self.seen:
            number += 1
        return local

    def note_derived(self, where: str) -> None:
        """Say that an item's link was taken for its id."""
        problem = "The item has no id of its own; its link is taken."
        self._tools.note(Issue("rss.id-derived", problem, where))

    def _publisher(self, name: str | None) -> tuple[str, Organization | None] | None:
        """Return the id of a publisher, and the organization where it is a new one."""
        if name is None:
            return None
        known = self.organizations.get(name)
        if known is not None:
            return known, None
        local = f"#organization-{len(self.organizations) + 1}"
        self.organizations[name] = local
        return local, Organization(id=local, name=name)

    def _body(self, draft: Draft) -> tuple[Block, ...]:
        markup, kind, base = draft.content or ("", "", None)
        if kind == "text":
            return _paragraphs(draft, markup)
        if "html" not in kind and "/" in kind and kind != "text/plain":
            return (Raw(format="xml" if "xml" in kind else draft.line(kind), text=markup),)
        return self.html_body(markup, base, draft.links, draft.where)

    def html_body(
        self, markup: str, base: str | None, links: Sequence[Link], where: str
    ) -> tuple[Block, ...]:
        """Return a body that is stated in HTML.

        Args:
            markup: The HTML.
            base: What its relative addresses are resolved against; else it is the first link.
            links: The links of the item.
            where: The path of the item.
        """
        tools = self._tools
        if self.raw:
            return (Raw(format="html", text=markup),)
        if base is None and links and links[0].href.startswith("http"):
            base = links[0].href

        def note(issue: Issue) -> None:
            tools.note(Issue(issue.code, issue.message, f"{where}.body"))

        return _html.blocks(markup, base, note, tools.limits)


def _paragraphs(draft: Draft, text: str) -> tuple[Block, ...]:
    """Return plain text as paragraphs: blank lines part them, other line ends are breaks."""
    blocks: list[Block] = []
    for part in _BLANK_LINE.split(text.strip()):
        content: list[Inline] = []
        for number, line in enumerate(part.split("\n")):
            if number:
                content.append(Break())
            content.append(Text(text=draft.line(line)))
        blocks.append(Paragraph(content=tuple(content)))
    return tuple(blocks)


def preamble(draft: Draft) -> Preamble:
    """Build what the feed says of itself."""
    draft.settle()
    identity = draft.guid or draft.own_id
    # What a feed has no field for is kept; files that belong to it are links.
    for stated in (draft.created, draft.expires):
        if stated is not None:
            draft.keep(stated[1], stated[2])
    files = tuple(
        Link(href=one.href, rel=one.role, title=one.title, type=one.type, lang=one.lang,
             bytes=one.bytes)
        for one in draft.media
    )  # fmt: skip
    feed = Feed(
        id=identity,
        title=draft.title,
        description=draft.summary,
        links=(*draft.links, *files),
        lang=draft.lang,
        image=draft.image,
        icon=draft.icon,
        generator=draft.generator,
        ttl=draft.ttl,
        published=draft.date("published"),
        updated=draft.date("modified"),
        authors=tuple(draft.authors.values()),
        subjects=tuple(draft.subjects.values()),
        rights=draft.rights(),
        alt_ids=tuple(draft.alt_ids),
    )
    return Preamble(feed=feed, extra=draft.extra)


def gather_feed(draft: Draft, element: Element, short: str) -> None:
    """Take in what an element at the level of the feed says."""
    check_attributes(element.attrib, draft.tools.limits, draft.tools.name)
    handler = FEED.get(short)
    if handler is None:
        keep_unknown(draft, "", element.attrib, element)
    else:
        handler(draft, element.text or "", element.attrib, element)
