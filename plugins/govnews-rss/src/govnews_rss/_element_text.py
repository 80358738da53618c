"""Elements that say something in words: titles, summaries, contents, subjects, rights."""

from __future__ import annotations

from govnews_rss._draft import BASE, Draft, construct
from govnews_rss._handling import Attributes, draft_name, replaced, stated_language, unknown
from govnews_rss._markup import join, unescape_once
from govnews_rss._tree import Element


def take_title(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    if attributes or len(element):
        text, kind = construct(draft, element, text, attributes)
    else:
        kind = None
    shown = draft.line(
        draft.plain(text, kind, "title", attributes) if "&" in text or "<" in text else text
    )
    if draft.title is None and shown:
        draft.title = shown
    elif shown and shown != draft.title:
        draft.keep("title", shown)
    if attributes:
        stated_language(draft, attributes)


def take_summary(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    kind = None
    if attributes or len(element):
        text, kind = construct(draft, element, text, attributes)
        stated_language(draft, attributes)
    if draft.summary is None:
        if "&" in text or "<" in text:
            text = draft.plain(text, kind, "description", attributes)
        draft.summary = text.strip() or None
    elif text.strip() and text.strip() != draft.summary:
        draft.keep("description", text.strip())


def take_weak_summary(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """Take a summary of a module, which gives way to the feed's own."""
    if len(element):
        unknown(draft, element)
    elif draft.weak_summary is None and text.strip():
        name = draft_name(element)
        draft.weak_summary = (name, draft.plain(text, None, name))
    elif text.strip():
        draft.keep(draft_name(element), text.strip())


def take_weak_title(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    """Take a title of a module, which gives way to the feed's own."""
    title = draft.line(unescape_once(text))
    if draft.weak_title is None and title and not len(element):
        draft.weak_title = (draft_name(element), title)
    else:
        unknown(draft, element)


def take_subtitle(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    stated = draft.line(text) or None
    draft.subtitle = replaced(draft, draft_name(element), draft.subtitle, stated)


def take_content(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    kind: str | None = "html"
    base = draft.base
    if attributes or len(element):
        text, kind = construct(draft, element, text, attributes)
        stated_language(draft, attributes)
        if BASE in attributes:
            base = join(base, attributes[BASE])
        if "src" in attributes:
            draft.link(attributes["src"], "content", {"type": attributes.get("type", "")})
    if not text.strip():
        return
    if draft.content is None:
        draft.content = (text, kind or "html", base)
    else:
        draft.keep("content", text)


def take_atom_content(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    stated = "type" in attributes or len(element)
    take_content(draft, text, attributes if stated else {**attributes, "type": "text"}, element)


# What a subject without a scheme is taken from (Media RSS, media:category; Apple's list).
_SCHEMES = {
    "media:category": "http://search.yahoo.com/mrss/category_schema",
    "itunes:category": "http://www.itunes.com/",
}


def take_category(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    name = draft_name(element)
    if not attributes and name not in _SCHEMES:
        draft.subject(text)
        return
    term = attributes.get("term")
    scheme = attributes.get("scheme") or attributes.get("domain") or _SCHEMES.get(name)
    label = attributes.get("label")
    text = text.strip()
    if term is not None:
        draft.subject(label or term, scheme, term if label else None)
    elif label:
        draft.subject(label, scheme, text or None)
    else:
        draft.subject(text or attributes.get("text", ""), scheme)
    for child in element:  # itunes:category nests one step
        if isinstance(child.tag, str) and child.get("text"):
            draft.subject(child.get("text", ""), scheme)


def take_keywords(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    words = text.split(",") if "," in text else text.split()
    for word in words[:1000]:
        draft.subject(word)


def take_rights(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    text, kind = construct(draft, element, text, attributes)
    text = draft.plain(text, kind, "rights", attributes)
    if text and draft.notice is None:
        draft.notice = text
    elif text and text != draft.notice:
        draft.keep("rights", text)


def take_license(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    resource = next((v for k, v in attributes.items() if k.rpartition("}")[2] == "resource"), "")
    draft.set_license(resource or text)


def take_language(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    draft.lang = replaced(draft, "language", draft.lang, draft.language(text))


def take_generator(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    agent = next((v for k, v in attributes.items() if k.rpartition("}")[2] == "resource"), "")
    stated = draft.line(text) or draft.line(agent) or None
    draft.generator = replaced(draft, "generator", draft.generator, stated)
    for name in ("uri", "url", "version"):
        if attributes.get(name):
            draft.keep(f"generator:{name}", attributes[name])


def take_ttl(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    draft.ttl = draft.natural(text)


def take_place(draft: Draft, text: str, attributes: Attributes, element: Element) -> None:
    if draft.place is None and not len(element):
        draft.place = draft.line(text) or None
    else:
        unknown(draft, element)
