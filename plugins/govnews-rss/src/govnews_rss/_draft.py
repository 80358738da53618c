"""What is gathered of an item or of the feed before the record is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from attrs import define, field, frozen

from govnews.errors import LimitError
from govnews.issues import Issue
from govnews.limits import Limits
from govnews.model import (
    Author,
    Identifier,
    License,
    Link,
    Media,
    PartialDate,
    Rights,
    Term,
    fold_line,
)
from govnews_rss import _html
from govnews_rss._dates import DateReader
from govnews_rss._markup import from_base64, has_markup, inner_html, join, modern
from govnews_rss._names import XML
from govnews_rss._people import Person, read_person
from govnews_rss._tree import Element

LANG = f"{{{XML}}}lang"
BASE = f"{{{XML}}}base"
_LANG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
NO_ATTRIBUTES: Mapping[str, str] = {}
NOTHING: Mapping[Any, Any] = {}


@frozen
class Tools:
    """What reading needs at every turn.

    Args:
        note: Takes an issue.
        limits: Bounds to keep.
        dates: Reads the feed's dates.
        name: Name of the source, for errors.
        raw: Whether bodies stay whole markup.
    """

    note: Callable[[Issue], None]
    limits: Limits
    dates: DateReader
    name: str
    raw: bool


@define(eq=False)
class Draft:
    """An item, or the feed, as far as it was read.

    Args:
        tools: What reading needs.
        base: What relative addresses are resolved against.
        where: Its path.
    """

    tools: Tools
    base: str | None
    where: str
    title: str | None = None
    weak_title: tuple[str, str] | None = None
    weak_summary: tuple[str, str] | None = None
    subtitle: str | None = None
    summary: str | None = None
    lang: str | None = None
    guid: str | None = None
    permalink: bool = True
    own_id: str | None = None
    published: tuple[int, str, str] | None = None
    modified: tuple[int, str, str] | None = None
    created: tuple[int, str, str] | None = None
    expires: tuple[int, str, str] | None = None
    content: tuple[str, str, str | None] | None = None
    place: str | None = None
    publisher: str | None = None
    notice: str | None = None
    license: License | None = None
    image: Media | None = None
    icon: str | None = None
    generator: str | None = None
    ttl: int | None = None
    carried: Sequence[str] = ()
    links: Sequence[Link] = ()
    authors: Mapping[tuple[str | None, ...], Author] = NOTHING
    subjects: Mapping[tuple[str | None, ...], Term] = NOTHING
    media: Sequence[Media] = ()
    sources: Sequence[Link] = ()
    alt_ids: Sequence[Identifier] = ()
    extra: dict[str, Any] = field(factory=dict)

    # -- text --------------------------------------------------------------------------------

    def line(self, text: str) -> str:
        """Return a text as one line: blanks at its ends go, breaks within become one blank."""
        text = text.strip()
        if text.isprintable():
            return text
        text = modern(text)
        folded = fold_line(text)
        if folded != text:
            folded = " ".join(folded.split())
            if " ".join(text.split()) != folded:
                problem = "Control characters in one line of text became blanks."
                self.note("text.folded", problem)
        return folded

    def note(self, code: str, message: str) -> None:
        """Note an issue of this item."""
        self.tools.note(Issue(code, message, self.where))

    def add(self, field: str, value: Any) -> None:
        """Add a value to a field that takes several."""
        known = getattr(self, field)
        if known:
            known.append(value)
        else:
            setattr(self, field, [value])

    def keep(self, name: str, value: Any) -> None:
        """Keep a value that has no home in the model under `extra`; several become a list."""
        key = f"rss:{fold_line(name)}"
        if key not in self.extra:
            self.extra[key] = value
        elif isinstance(self.extra[key], list):
            self.extra[key].append(value)
        else:
            self.extra[key] = [self.extra[key], value]

    def plain(
        self, text: str, kind: str | None, name: str, attributes: Mapping[str, str] = NO_ATTRIBUTES
    ) -> str:
        """Return the plain text of a text construct; its markup, if any, is kept under `extra`."""
        base = join(self.base, attributes[BASE]) if BASE in attributes else self.base
        shown, markup = _html.shown(text, kind, base)
        if markup is not None:
            self.keep(name, markup)
        return shown

    # -- parts -------------------------------------------------------------------------------

    def person(self, text: str, role: str | None = None) -> None:
        """Add an author who was written as one text."""
        text = self.line(text)
        if "@" not in text and role is None and self.authors is NOTHING:
            if text:
                self.authors = {(text, None, None, None): Author(name=text)}
        elif text:
            self.add_author(read_person(text), role)

    def add_author(self, person: Person, role: str | None = None) -> None:
        """Add an author once."""
        key = (*person, role)
        author = author_of(*key)
        if author is not None and key not in self.authors:
            if self.authors is NOTHING:
                self.authors = {}
            self.authors[key] = author  # type: ignore[index]  # it is a dict from here on

    def subject(self, label: str, scheme: str | None = None, code: str | None = None) -> None:
        """Add a subject once."""
        label = self.line(label)
        if label and scheme is None and code is None:
            key: tuple[str | None, ...] = (label, None, None)
            if self.subjects is NOTHING:
                self.subjects = {key: term_of(label, None, None)}
            elif key not in self.subjects:
                self.subjects[key] = term_of(label, None, None)  # type: ignore[index]  # a dict
        elif label:
            scheme = self.line(scheme) if scheme else None
            key = (label, scheme or None, self.line(code) if code else None)
            if self.subjects is NOTHING:
                self.subjects = {}
            if key not in self.subjects:
                self.subjects[key] = term_of(*key)  # type: ignore[index]  # it is a dict

    def link(
        self, href: str, rel: str | None, attributes: Mapping[str, str] = NO_ATTRIBUTES
    ) -> None:
        """Add a link; an address that is no address is kept as it is."""
        href = self.address(href)
        if not href:
            return
        if not attributes:
            self.add("links", Link(href=href, rel=rel))
            return
        title = attributes.get("title")
        kind = attributes.get("type")
        link = Link(
            href=href,
            rel=rel,
            title=self.line(title) if title else None,
            type=self.line(kind) if kind else None,
            lang=self.language(attributes.get("hreflang")),
            bytes=self.natural(attributes.get("length")),
        )
        self.add("links", link)

    def address(self, text: str) -> str:
        """Return an address, resolved against the base."""
        text = text.strip()
        if not text.isprintable():
            text = self.line(text)
        if self.base is None or text.startswith(("http://", "https://")):
            return text
        return join(self.base, text)

    def language(self, tag: str | None) -> str | None:
        """Return a language tag, or None where the text is none."""
        if not tag:
            return None
        tag = tag.strip()
        if len(tag) < 100 and _LANG.fullmatch(tag):
            return tag
        if len(tag) < 100 and _LANG.fullmatch(tag.replace("_", "-")):
            meant = tag.replace("_", "-")
            self.note("rss.language", f"{tag!r} is no language tag and was read as {meant!r}.")
            return meant
        if tag:
            self.note("rss.language", f"{tag[:80]!r} is no language tag and was passed over.")
        return None

    def natural(self, text: str | None) -> int | None:
        """Return a number of bytes, pixels or minutes, or None where the text is none."""
        if not text:
            return None
        text = text.strip()
        if text.isascii() and text.isdigit() and len(text) < 17 and int(text) <= 2**53:
            return int(text)
        if text:
            self.note("rss.number", f"{text[:80]!r} is no whole number and was passed over.")
        return None

    def dated(self, field: str, rank: int, name: str, text: str) -> None:
        """Take a date's text for a field; of several the highest rank counts, all are kept."""
        text = text.strip()
        if not text:
            return
        known = getattr(self, field)
        if known is None:
            setattr(self, field, (rank, name, text))
            return
        if rank > known[0]:
            setattr(self, field, (rank, name, text))
            name, text = known[1], known[2]
        if text != getattr(self, field)[2]:
            self.keep(name, text)

    def date(self, field: str) -> PartialDate | None:
        """Return the date of a field; text that is no date is kept under `extra`."""
        taken: tuple[int, str, str] | None = getattr(self, field)
        if taken is None:
            return None
        value = self.tools.dates(taken[2], self.where)
        if value is None:
            self.keep(taken[1], taken[2])
        return value

    def settle(self) -> None:
        """Let what modules say stand in for what the feed itself does not say."""
        for name in ("title", "summary"):
            weak: tuple[str, str] | None = getattr(self, f"weak_{name}")
            own = getattr(self, name)
            if weak is not None and own is None:
                setattr(self, name, weak[1])
            elif weak is not None and own != weak[1]:
                self.keep(*weak)

    def rights(self) -> Rights | None:
        """Return the rights stated."""
        if self.notice is None and self.license is None:
            return None
        return Rights(notice=self.notice, license=self.license)

    def set_license(self, url: str) -> None:
        """Take the address of a license."""
        url = self.address(url)
        if not url:
            return
        if self.license is None:
            self.license = License(text=url, url=url)
        elif self.license.url != url:
            self.link(url, "license")


def construct(
    draft: Draft, element: Element, text: str, attributes: Mapping[str, str]
) -> tuple[str, str | None]:
    """Return the text of a text construct of Atom or RSS, and what sort of text it is.

    Returns:
        The text, and ``"text"``, ``"html"``, ``"xhtml"``, another media type, or None where
        nothing is stated.
    """
    kind = attributes.get("type")
    if kind in ("text", "html") and len(attributes) == 1 and not len(element):
        return text, kind  # what nearly every feed says
    kind = kind.lower().strip() if kind else None
    if len(element):
        inner = inner_html(element, draft.tools.limits.xml_depth)
        return inner, "xhtml"
    if not attributes:
        return text, None
    mode = attributes.get("mode", "")
    if mode == "base64" or (kind and _is_base64(kind) and mode not in ("xml", "escaped")):
        decoded = from_base64(text)
        if decoded is not None:
            return decoded, "html" if kind and "html" in kind else kind
        draft.note("rss.base64", "Text marked as base64 is none, and was read as it is.")
    if mode == "escaped" and kind in (None, "text/plain"):
        return text, None if has_markup(text) else "text"
    if kind in ("text/html", "application/xhtml+xml", "text/xhtml"):
        return text, "html"
    return text, "text" if kind == "text/plain" else kind


def _is_base64(kind: str) -> bool:
    """Atom 1.0, 4.1.3.3: other media types than text and XML are base64."""
    if "/" not in kind:
        return False
    return not kind.startswith("text/") and not kind.endswith(("+xml", "/xml"))


def check_attributes(attributes: Mapping[str, str], limits: Limits, name: str) -> None:
    """Refuse an element of too many attributes.

    Raises:
        LimitError: There are more than `Limits.attributes`.
    """
    if len(attributes) > limits.attributes:
        raise LimitError("attributes", limits.attributes, name=name, format="rss")


@lru_cache(maxsize=1024)
def term_of(label: str, scheme: str | None, code: str | None) -> Term:
    """Return a subject; feeds name the same ones again and again."""
    return Term(label=label, scheme=scheme, code=code)


@lru_cache(maxsize=1024)
def author_of(
    name: str | None, email: str | None, url: str | None, role: str | None
) -> Author | None:
    if name is None and email is None and url is None:
        return None
    return Author(name=name, email=email, url=url, role=role)
