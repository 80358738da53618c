"""Reads JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from govnews import wire
from govnews.errors import GovnewsError, LimitError, ModelError, ReadError
from govnews.formats import ReadContext
from govnews.issues import Issue
from govnews.limits import Limits
from govnews.model import Article, Item, JsonObject, Media, Preamble
from govnews_rss import FeedReadOptions
from govnews_rss._carrier import digest_of, members, words_of
from govnews_rss._date_standards import Evidence
from govnews_rss._dates import DateReader
from govnews_rss._draft import Draft, Tools
from govnews_rss._item import ItemReader, preamble
from govnews_rss._json_item import JsonItem
from govnews_rss._people import Person
from govnews_rss._render import moment
from govnews_rss._source import PIECE
from govnews_rss._tree import Names

_SURROGATE = re.compile("[\ud800-\udfff]")
_FEED = frozenset(
    "version title home_page_url feed_url description next_url icon favicon author authors"
    " language items _govnews".split()
)
_ITEM = frozenset(
    "id url external_url title content_html content_text summary image banner_image"
    " date_published date_modified author authors tags language attachments _govnews".split()
)
_ATTACHMENT = frozenset("url mime_type title size_in_bytes duration_in_seconds".split())


def read(source: BinaryIO, options: FeedReadOptions, context: ReadContext) -> Iterator[Item]:
    """Read a JSON Feed.

    Args:
        source: The bytes.
        options: How to read.
        context: Limits, and where issues go.

    Yields:
        The preamble, then the articles.

    Raises:
        ReadError: It is no JSON Feed.
        LimitError: It crosses a bound.
    """
    data = _load(source, context)
    note = context.note
    dates = DateReader(note, Evidence(_vietnamese(data, context)))
    name = context.name or ""
    tools = Tools(note, context.limits, dates, name, raw=options.body == "raw")
    yield from _Reading(tools, context.address).run(data)


def _load(source: BinaryIO, context: ReadContext) -> dict[str, Any]:
    name = context.name or ""
    raw = _bytes(source, context.limits, name)
    if not raw.strip():
        raise ReadError(
            "the source is empty, not even a feed without items", name=name, format="jsonfeed"
        )
    try:
        text = raw.decode(json.detect_encoding(raw), "replace")
        if "\ufffd" in text and b"\xef\xbf\xbd" not in raw:
            context.note(Issue("rss.bytes", "Bytes that are no UTF-8 were replaced.", "byte 0"))
        data = json.loads(text.removeprefix("\ufeff"), strict=False, parse_constant=_constant)
    except RecursionError:
        limit = context.limits.json_depth
        raise LimitError("json_depth", limit, name=name, format="jsonfeed") from None
    except ValueError as error:
        raise ReadError(f"this is no JSON: {error}", name=name, format="jsonfeed") from error
    _check_depth(data, context.limits, name)
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        raise ReadError(
            "this is JSON and no JSON Feed: it has no items", name=name, format="jsonfeed"
        )
    version = data.get("version")
    if not isinstance(version, str) or "jsonfeed.org" not in version:
        if "title" not in data:
            raise ReadError(
                "this is JSON and no JSON Feed: it states no version", name=name, format="jsonfeed"
            )
        context.note(Issue("rss.version", "The feed states no version of JSON Feed.", "$.feed"))
    return data


def _constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _bytes(source: BinaryIO, limits: Limits, name: str) -> bytes:
    out = bytearray()
    try:
        while piece := source.read(PIECE):
            out += piece
            if len(out) > limits.input_bytes:
                raise LimitError("input_bytes", limits.input_bytes, name=name, format="jsonfeed")
    except (OSError, ValueError) as error:
        raise ReadError(
            f"the source cannot be read: {error}", name=name, format="jsonfeed"
        ) from error
    return bytes(out)


def _check_depth(data: Any, limits: Limits, name: str) -> None:
    level, depth = [data], 0
    while level:
        if depth > limits.json_depth:
            raise LimitError("json_depth", limits.json_depth, name=name, format="jsonfeed")
        level = [
            inner
            for value in level
            for inner in (
                value.values()
                if isinstance(value, dict)
                else value
                if isinstance(value, list)
                else ()
            )
            if isinstance(inner, dict | list)
        ]
        depth += 1


def _vietnamese(data: Mapping[str, Any], context: ReadContext) -> bool:
    language = context.language or data.get("language")
    if isinstance(language, str) and language.lower().partition("-")[0] == "vi":
        return True
    for address in (context.address, data.get("home_page_url"), data.get("feed_url")):
        if isinstance(address, str):
            host = address.partition("://")[2].partition("/")[0].partition(":")[0]
            if host.lower().endswith(".vn"):
                return True
    return False


class _Reading:
    """One feed being read."""

    def __init__(self, tools: Tools, base: str | None) -> None:
        self._tools = tools
        self._base = base
        self._reader = ItemReader(tools, Names(tools.name), base)

    def run(self, data: Mapping[str, Any]) -> Iterator[Item]:
        """Yield the preamble, carried records and the articles."""
        carried = data.get("_govnews")
        yield from self._preamble(data, carried if isinstance(carried, dict) else {})
        for item in data["items"]:
            if isinstance(item, dict):
                yield self.article(item)
            else:
                where = f"$.articles[{self._reader.count}]"
                problem = "An item that is no object was passed over."
                self._tools.note(Issue("rss.item", problem, where))

    def _preamble(self, data: Mapping[str, Any], carried: Mapping[str, Any]) -> Iterator[Item]:
        visible = {name: value for name, value in data.items() if name != "items"}
        digest = carried.get("digest")
        if not isinstance(digest, str):
            yield self.preamble(data)
        elif digest != digest_of(members(visible)):
            problem = "What the feed says of itself was edited on its way; the visible part counts."
            self._tools.note(Issue("rss.edited", problem, "$.feed"))
            yield self.preamble(data)
        elif carried.get("record") is not None:
            own = self._record(carried["record"], "$.feed")
            yield own if isinstance(own, Preamble) else self.preamble(data)
        records = carried.get("records")
        for record in records if isinstance(records, list) else ():
            item = self._record(record, "$")
            if item is not None and not isinstance(item, Preamble):
                yield item

    def _record(self, record: object, where: str) -> Item | None:
        try:
            return wire.decode_item(json.dumps(record).encode("utf-8"))
        except (GovnewsError, ValueError) as error:
            problem = f"A carried record cannot be read: {error}"
            self._tools.note(Issue("rss.carrier", problem, where))
            return None

    def preamble(self, data: Mapping[str, Any]) -> Preamble:
        """Return what a feed says of itself."""
        draft = self._draft("$.feed")
        draft.title = draft.line(_text(data.get("title"))) or None
        draft.summary = _text(data.get("description")) or None
        for name, rel in (
            ("home_page_url", "alternate"), ("feed_url", "self"), ("next_url", "next"),
        ):  # fmt: skip
            draft.link(_text(data.get(name)), rel)
        if icon := draft.address(_text(data.get("icon"))):
            draft.image = Media(href=icon, role="image")
        draft.icon = draft.address(_text(data.get("favicon"))) or None
        draft.lang = draft.language(_text(data.get("language")))
        _people(draft, data)
        _unknown(draft, data, _FEED)
        return preamble(draft)

    def _draft(self, where: str) -> Draft:
        return Draft(self._tools, self._base, where)

    def article(self, item: Mapping[str, Any]) -> Article:
        """Return the article of an item: the carried one, where the visible part agrees."""
        where = f"$.articles[{self._reader.count}]"
        carried = item.get("_govnews")
        if isinstance(carried, dict):
            exact = self._exact(item, carried, where)
            if exact is not None:
                self._reader.count += 1
                return exact
        draft = self._draft(where)
        _gather(draft, item)
        return self._reader.article(draft)[0]

    def _exact(
        self, item: Mapping[str, Any], carried: Mapping[str, Any], where: str
    ) -> Article | None:
        visible = members(item)
        note = self._tools.note
        record = self._record(carried.get("record"), where)
        if not isinstance(record, Article):
            return None
        if carried.get("digest") != digest_of(visible):
            problem = "The visible part was edited on its way; it counts, the carried does not."
            note(Issue("rss.edited", problem, where))
            return None
        profile = carried.get("profile")
        profile = profile if isinstance(profile, dict) else {}
        own_id = profile.get("identity")
        made = JsonItem(_ignore, moment(profile.get("now")))(
            record, "$", own_id if isinstance(own_id, str) else None
        )
        if _words(members(made)) != _words(visible):
            problem = (
                "The carried record says other words than are visible; the visible ones count."
            )
            note(Issue("rss.forged", problem, where))
            return None
        return record


def _words(found: list[list[Any]]) -> list[list[Any]]:
    return words_of([[name, {}, value] for name, value in found])


def read_preamble(data: Mapping[str, Any], limits: Limits) -> Preamble:
    """Return what a feed that was just made says of itself."""
    return _quiet(limits).preamble(data)


def read_item(item: Mapping[str, Any], index: int, limits: Limits) -> Article:
    """Return the article that an item that was just made says."""
    reading = _quiet(limits)
    reading._reader.count = index  # of this module
    return reading.article(item)


def _quiet(limits: Limits) -> _Reading:
    return _Reading(Tools(_ignore, limits, DateReader(_ignore, Evidence()), "", raw=False), None)


def _ignore(issue: Issue) -> None:
    """Reading back has nothing to say of its own."""


def _text(value: object) -> str:
    """Return a string or a number as text; anything else as nothing."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def _gather(draft: Draft, item: Mapping[str, Any]) -> None:
    draft.guid = draft.line(_text(item.get("id"))) or None
    draft.permalink = False
    draft.link(_text(item.get("url")), "alternate")
    draft.link(_text(item.get("external_url")), "related")
    draft.title = draft.line(_text(item.get("title"))) or None
    draft.summary = _text(item.get("summary")) or None
    markup, text = _text(item.get("content_html")), _text(item.get("content_text"))
    if markup.strip():
        draft.content = (markup, "html", draft.base)
        if text.strip():
            draft.keep("content_text", text)
    elif text.strip():
        draft.content = (text, "text", draft.base)
    draft.dated("published", 1, "date_published", _text(item.get("date_published")))
    draft.dated("modified", 1, "date_modified", _text(item.get("date_modified")))
    _people(draft, item)
    tags = item.get("tags")
    for tag in tags if isinstance(tags, list) else ():
        draft.subject(_text(tag))
    draft.lang = draft.language(_text(item.get("language")))
    _attachments(draft, item)
    for name, role in (("image", "image"), ("banner_image", "banner")):
        if href := draft.address(_text(item.get(name))):
            draft.add("media", Media(href=href, role=role))
    _unknown(draft, item, _ITEM)


def _attachments(draft: Draft, item: Mapping[str, Any]) -> None:
    attachments = item.get("attachments")
    for one in attachments if isinstance(attachments, list) else ():
        href = draft.address(_text(one.get("url"))) if isinstance(one, dict) else ""
        if not href:
            continue
        seconds = one.get("duration_in_seconds")
        duration = f"PT{seconds}S" if type(seconds) is int and seconds >= 0 else None
        media = Media(
            href=href,
            type=draft.line(_text(one.get("mime_type"))) or None,
            title=draft.line(_text(one.get("title"))) or None,
            bytes=draft.natural(_text(one.get("size_in_bytes"))),
            duration=duration,
            role="enclosure",
        )
        draft.add("media", media)
        _unknown(draft, one, _ATTACHMENT, "attachment:")


def _people(draft: Draft, item: Mapping[str, Any]) -> None:
    authors = item.get("authors")
    one = item.get("author")  # JSON Feed 1.0
    several = authors if isinstance(authors, list) and authors else [one] if one else []
    for author in several:
        if isinstance(author, str):
            draft.person(_SURROGATE.sub("\ufffd", author))
        elif isinstance(author, dict):
            name, url = draft.line(_text(author.get("name"))), draft.line(_text(author.get("url")))
            mail = url[7:] if url.lower().startswith("mailto:") else None
            draft.add_author(Person(name or None, mail or None, None if mail else url or None))
            if author.get("avatar"):
                draft.keep("author:avatar", _text(author["avatar"]))


def _unknown(
    draft: Draft, item: Mapping[str, Any], known: frozenset[str], prefix: str = ""
) -> None:
    """Keep members that have no home in the model."""
    for name, value in item.items():
        if name in known or value is None:
            continue
        # The view of schema.org that govnews writes of what stands beside it says nothing new.
        if name == "_schema":
            continue
        key = _SURROGATE.sub("\ufffd", name) or "?"
        try:
            JsonObject({"value": value})
        except ModelError:
            text = json.dumps(value)
            draft.keep(f"{prefix}{key}", text)
            problem = f"The member {key[:80]!r} is no JSON that a record holds; kept as text."
            draft.note("rss.member", problem)
        else:
            draft.keep(f"{prefix}{key}", value)
