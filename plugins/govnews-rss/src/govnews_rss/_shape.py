"""What the values of a plain item mean: which of them states which field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import define, field

from govnews.model import fold_line
from govnews_rss._elements import ITEM
from govnews_rss._stencil import Leaf
from govnews_rss._tree import Names

_RELATIONS: Final = {
    "link": "alternate", "comments": "replies", "feedburner:origLink": "canonical",
}  # fmt: skip
_CONSTRUCTS: Final = {
    "title": "title", "atom:title": "title",
    "description": "summary", "atom:summary": "summary",
    "content:encoded": "content", "atom:content": "content",
}  # fmt: skip
_DATES: Final = {
    "pubDate": "published", "atom:published": "published", "dc:date": "published",
    "dcterms:issued": "published", "atom:updated": "modified", "dcterms:modified": "modified",
}  # fmt: skip
_PERSON: Final = ("atom:name", "atom:email", "atom:uri")
_OF_MEDIA: Final = {
    "media:content": (("url", "type", "fileSize", "medium", "width", "height"), "media"),
    "media:thumbnail": (("url", "width", "height"), "thumbnail"),
}

File: TypeAlias = tuple[int, int, int, int, int, int, str]


class _UnusualError(Exception):
    """No item of this form is plain."""


@define(kw_only=True)
class Shape:
    """Which values of the items of one form state which field.

    A value that is not there is -1.

    Args:
        title: The title, and what sort of text it is.
        summary: The same of the summary.
        content: The same of the content.
        identity: The id, if any is stated.
        is_guid: Whether the id is RSS's, which may be the link, too.
        permalink: Whether it says that it is.
        published: Date of publication.
        modified: Date of the last change.
        links: Of each link the address, the relation, the type, and the relation where none is
            stated.
        authors: Of each author name, mail and address.
        people: Whether authors are stated in parts.
        subjects: Of each subject label, scheme and code.
        media: Of each file address, type, size, medium, width and height, and the role where no
            medium is stated.
        kept: What the model has no home for, and the key that it is kept under.
    """

    title: tuple[int, int] | None = None
    summary: tuple[int, int] | None = None
    content: tuple[int, int] | None = None
    identity: int = -1
    is_guid: bool = False
    permalink: int = -1
    published: int = -1
    modified: int = -1
    links: list[tuple[int, int, int, str]] = field(factory=list)
    authors: list[tuple[int, int, int]] = field(factory=list)
    people: bool = False
    subjects: list[tuple[int, int, int]] = field(factory=list)
    media: list[File] = field(factory=list)
    kept: list[tuple[int, str]] = field(factory=list)


def shape_of(leaves: Sequence[Leaf], names: Names) -> Shape | None:
    """Return what the values of an item mean, or None where it is not plain.

    Args:
        leaves: Its elements without elements inside.
        names: The short names of the document.
    """
    shape = Shape()
    keys: set[str] = set()
    people: dict[int, list[int]] = {}
    try:
        for leaf in leaves:
            name = names(leaf.path[-1])
            if len(leaf.path) == 1:
                _take(shape, name, leaf, keys)
            elif len(leaf.path) == 2 and names(leaf.path[0]) == "atom:author":
                _part(people.setdefault(leaf.parent, [-1, -1, -1]), name, leaf)
            else:
                return None
    except _UnusualError:
        return None
    if people and shape.authors:
        return None
    if people:
        shape.people = True
        shape.authors = [(name, mail, address) for name, mail, address in people.values()]
    return shape


def _part(person: list[int], name: str, leaf: Leaf) -> None:
    """Take a part of an author of Atom (Atom 1.0, 3.2)."""
    if name not in _PERSON or person[_PERSON.index(name)] >= 0:
        raise _UnusualError
    person[_PERSON.index(name)] = _text(leaf)


def _take(shape: Shape, name: str, leaf: Leaf, keys: set[str]) -> None:
    """Note what a leaf states."""
    stated = leaf.attributes
    if name in _CONSTRUCTS:
        field = _CONSTRUCTS[name]
        setattr(shape, field, _construct(leaf, getattr(shape, field)))
        if field == "content" and leaf.around != ("", ""):
            raise _UnusualError  # blanks belong to it
        if name == "atom:content" and not stated:
            raise _UnusualError  # it is text
    elif name in ("guid", "atom:id"):
        shape.identity = _once(shape.identity, _text(leaf))
        shape.is_guid = name == "guid"
        shape.permalink = stated.get("isPermaLink", stated.get("ispermalink", -1))
    elif name in _DATES:
        field = _DATES[name]
        setattr(shape, field, _once(getattr(shape, field), _text(leaf)))
    elif name in _RELATIONS:
        shape.links.append((_text(leaf), -1, -1, _RELATIONS[name]))
    elif name == "atom:link":
        href, rel, kind = _attributes(leaf, "href", "rel", "type")
        shape.links.append((href, rel, kind, "alternate"))
    elif name in ("dc:creator", "author"):
        shape.authors.append((_text(leaf), -1, -1))
    elif name == "category" and not stated.keys() - {"domain"}:
        shape.subjects.append((_text(leaf), stated.get("domain", -1), -1))
    elif name == "atom:category":
        term, scheme, label = _attributes(leaf, "term", "scheme", "label")
        shape.subjects.append((label, scheme, term) if label >= 0 else (term, scheme, -1))
    elif name == "enclosure":
        shape.media.append((*_attributes(leaf, "url", "type", "length"), -1, -1, -1, name))
    elif name in _OF_MEDIA and leaf.text < 0:
        shape.media.append(_medium(leaf, *_OF_MEDIA[name]))
    elif name in ITEM or stated or name in keys:
        raise _UnusualError
    elif leaf.text >= 0:
        keys.add(name)
        shape.kept.append((leaf.text, f"rss:{fold_line(name)}"))


def _medium(
    leaf: Leaf, known: Sequence[str], role: str
) -> tuple[int, int, int, int, int, int, str]:
    """Return the places of what Media RSS states of a file."""
    stated = leaf.attributes
    if "url" not in stated or stated.keys() - set(known):
        raise _UnusualError
    url, kind, size, medium, width, height = (
        stated.get(one, -1) for one in ("url", "type", "fileSize", "medium", "width", "height")
    )
    return url, kind, size, medium, width, height, role


def _once(known: int, value: int) -> int:
    if known >= 0:
        raise _UnusualError
    return value


def _text(leaf: Leaf) -> int:
    if leaf.text < 0:
        raise _UnusualError
    return leaf.text


def _construct(leaf: Leaf, known: tuple[int, int] | None) -> tuple[int, int]:
    """Return the places of a text construct's text and sort."""
    if known is not None or leaf.attributes.keys() - {"type"}:
        raise _UnusualError
    return _text(leaf), leaf.attributes.get("type", -1)


def _attributes(leaf: Leaf, *names: str) -> tuple[int, int, int]:
    """Return the places of three attributes, the first of which has to be there."""
    one, two, three = (leaf.attributes.get(name, -1) for name in names)
    if one < 0 or leaf.attributes.keys() - set(names):
        raise _UnusualError
    return one, two, three
