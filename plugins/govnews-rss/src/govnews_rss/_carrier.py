"""The exact layer: the whole record as JSON beside what every reader sees.

The JSON counts only where the visible part still says what the record says. A digest tells
whether anybody edited the visible part; a digest is no signature, therefore the record must also
itself produce the words that are visible.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from govnews import wire
from govnews.errors import GovnewsError
from govnews.issues import Issue
from govnews.model import Article, Item, Preamble
from govnews_rss import _html
from govnews_rss._names import short_name
from govnews_rss._tree import Element

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_RECORD: Final = ',"record":'
_MARKUP: Final = frozenset(
    ("content_html", "description", "content:encoded", "atom:content", "atom:summary")
)
Row = list[Any]


def pack(item: Item | None, digest: str, profile: dict[str, str]) -> str:
    """Return the JSON that carries an item, of characters that XML and all readers allow.

    Args:
        item: The item, or None for a preamble that is not there.
        digest: Digest of the visible part, or nothing where there is none.
        profile: What the visible part was made of besides the record.
    """
    head = json.dumps({"digest": digest, "profile": profile}, ensure_ascii=False)
    record = wire.encode_item(item, first=True).decode("utf-8") if item is not None else "null"
    return safe(f"{head[:-1]}{_RECORD}{record}}}")


def safe(text: str) -> str:
    """Return JSON in which characters that XML or its readers do not like are escaped."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def members(item: Mapping[str, Any]) -> list[Row]:
    """Return what is visible of an object of JSON Feed: its members, without extensions."""
    return [[name, _nfc_all(item[name])] for name in sorted(item) if not name.startswith("_")]


def _nfc_all(value: Any) -> Any:
    if isinstance(value, str):
        return _nfc(value)
    if isinstance(value, list):
        return [_nfc_all(one) for one in value]
    if isinstance(value, dict):
        return {name: _nfc_all(value[name]) for name in sorted(value)}
    return value


def unpack(text: str) -> tuple[Item | None, str, dict[str, str]]:
    """Return what `pack` packed.

    Raises:
        ValueError: It is nothing of the sort.
        GovnewsError: The record is none.
    """
    head, found, record = text.strip().partition(_RECORD)
    if not found or not record.endswith("}"):
        raise ValueError("no record of govnews")
    outer = json.loads(f"{head}}}")
    if not isinstance(outer, dict):
        raise ValueError("no record of govnews")  # noqa: TRY004  # it is data, no argument
    digest, profile = outer.get("digest"), outer.get("profile")
    if not isinstance(digest, str) or not isinstance(profile, dict):
        raise ValueError("no digest or profile")  # noqa: TRY004  # the same
    if not all(isinstance(value, str) for value in profile.values()):
        raise ValueError("no profile")
    record = record[:-1]
    item = None if record == "null" else wire.decode_item(record.encode("utf-8"))
    return item, digest, profile


def rows(element: Element, short: Callable[[str], str] = short_name) -> list[Row]:
    """Return what is visible of an item: each element's name, attributes and text, sorted."""
    return sorted((row for child in element for row in row_of(child, short)), key=row_key)


def row_of(element: Element, short: Callable[[str], str] = short_name) -> list[Row]:
    """Return the rows of one element and of what is in it."""
    found: list[Row] = []
    stack = [(element, "")]
    while stack:
        child, above = stack.pop()
        if not isinstance(child.tag, str):
            continue
        name = short(child.tag)
        # Elements that nobody here writes were added on the way; they edit nothing.
        if name[0] == "{" or name.startswith(("schema:", "feedburner:")):
            continue
        path = f"{above}/{name}" if above else name
        attributes = {short(key): _nfc(value) for key, value in child.attrib.items()}
        found.append([path, attributes, _nfc(child.text or "")])
        stack += [(inner, path) for inner in child]
    return found


def row_key(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip())


def digest_of(found: Iterable[Row]) -> str:
    """Return the digest of rows."""
    text = json.dumps(list(found), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def words_of(found: Iterable[Row]) -> list[Row]:
    """Return rows with their markup reduced to its words, which every version writes alike."""
    return [
        [path, attributes, " ".join(_html.text(text).split()) if path in _MARKUP else text]
        for path, attributes, text in found
    ]


def parse(fragment: str, opening: str) -> Element:
    """Return a piece of a feed as a tree.

    Args:
        fragment: One element.
        opening: The start tag of the document, which declares the namespaces.
    """
    name = opening[1:].partition(" ")[0]
    return ET.fromstring(f"{opening}{fragment}</{name}>")[0]  # noqa: S314  # our own output


def open_items(carried: Iterable[str], note: Callable[[Issue], None]) -> Iterator[Item]:
    """Yield the records that travel at the level of the feed."""
    for text in carried:
        try:
            item, _, _ = unpack(text)
        except (ValueError, GovnewsError) as error:
            note(Issue("rss.carrier", f"A carried record cannot be read: {error}", "$"))
            continue
        if item is not None and not isinstance(item, Preamble):
            yield item


class Carried:
    """A carried preamble or article, checked against what is visible."""

    def __init__(self, text: str, visible: list[Row]) -> None:
        self.item, digest, self.profile = unpack(text)
        self.edited = digest_of(visible) != digest
        self._visible = visible

    def made_by(self, found: list[Row]) -> bool:
        """Whether the record itself produces the words that are visible."""
        return words_of(found) == words_of(self._visible)


def open_item(
    text: str,
    visible: list[Row],
    render: Callable[[Article, dict[str, str]], list[Row]],
    note: Callable[[Issue], None],
    where: str,
) -> Article | None:
    """Return the article carried by an item, or None where the visible part counts.

    Args:
        text: The JSON.
        visible: What the item shows.
        render: Makes what an article would show.
        note: Takes an issue.
        where: Path of the article.
    """
    try:
        carried = Carried(text, visible)
    except (ValueError, GovnewsError) as error:
        note(Issue("rss.carrier", f"The carried record cannot be read: {error}", where))
        return None
    article = carried.item
    if not isinstance(article, Article):
        note(Issue("rss.carrier", "The carried record is no article.", where))
    elif carried.edited:
        problem = "The visible part was edited on its way; it counts, the carried record does not."
        note(Issue("rss.edited", problem, where))
    elif not carried.made_by(render(article, carried.profile)):
        problem = "The carried record says other words than are visible; the visible ones count."
        note(Issue("rss.forged", problem, where))
    else:
        return article
    return None
