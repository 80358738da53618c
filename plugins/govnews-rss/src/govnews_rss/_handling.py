"""What the elements of feeds have in common: how they are taken in, and where unknown ones go.

A handler takes the draft, the element's text, its attributes and the element.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from govnews_rss._draft import LANG, Draft
from govnews_rss._markup import whole_xml
from govnews_rss._names import short_name
from govnews_rss._tree import Element

Attributes: TypeAlias = Mapping[str, str]
Handler: TypeAlias = Callable[[Draft, str, Attributes, Element], None]


def draft_name(element: Element) -> str:
    """Return the short name of an element."""
    return short_name(element.tag)


def unknown(draft: Draft, element: Element) -> None:
    """Keep an element that has no home in the model: its text, or all of it as XML."""
    name = draft_name(element)
    if not len(element) and not element.attrib:
        text = (element.text or "").strip()
        if text:
            draft.keep(name, text)
    else:
        draft.keep(name, {"xml": whole_xml(element, draft.tools.limits.xml_depth)})


def keep_unknown(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """Take in an element that is named nowhere here."""
    unknown(draft, element)


def ignored(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """Pass over an element that says nothing of its own, such as RSS 1.0's list of its items."""


def stated_language(draft: Draft, attributes: Attributes) -> None:
    """Take the language that an element of text states, where the record states none."""
    if LANG in attributes and draft.lang is None:
        draft.lang = draft.language(attributes[LANG])


def keep_beyond(draft: Draft, element: Element, known: frozenset[str]) -> None:
    """Keep an element whole if it has attributes beyond those that the model has a home for."""
    if not known.issuperset(element.keys()):
        draft.keep(draft_name(element), {"xml": whole_xml(element, draft.tools.limits.xml_depth)})


def replaced(draft: Draft, name: str, old: str | None, new: str | None) -> str | None:
    """Return what counts of a value stated before and one stated now: the latter; both are kept."""
    if old is not None and new is not None and old != new:
        draft.keep(name, old)
    return new or old
