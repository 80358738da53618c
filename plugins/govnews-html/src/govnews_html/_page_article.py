"""An article on a page."""

from __future__ import annotations

from collections.abc import Iterator

from govnews.issues import Path
from govnews.model import Article, Block, Figure, Heading, ListBlock, Media, Quote
from govnews_html._markup import (
    NOTHING,
    Html,
    bullets,
    date,
    element,
    escape,
    isolated,
    join,
    link,
    moment,
    prose,
    size,
)
from govnews_html._page_agreement import agreement
from govnews_html._page_parts import Desk, direction
from govnews_html._render import RawRule, Renderer, attribute
from govnews_html._urls import clean, is_picture, is_safe


def article(desk: Desk, one: Article, where: Path, raw: RawRule, *, level: int) -> Html:
    """Return an article, with the agreements it announces.

    Args:
        desk: What every part needs.
        one: The article.
        where: Its path.
        raw: What becomes of raw markup.
        level: Level of its headline.
    """
    desk = desk.within(one.lang)
    parts = [
        _head(desk, one, level),
        _notice(desk, one),
        NOTHING if one.summary is None else prose(one.summary, "lead"),
        _body(desk, one, where, raw, level),
        _media(desk, one, where / "media"),
    ]
    for place, announced in enumerate(desk.bundle.agreements):
        if _first_article(desk, announced.id) is one:
            path = Path(("agreements", place))
            parts.append(agreement(desk, announced, path, level=level + 1))
    parts.append(_foot(desk, one, where))
    return element(
        "article",
        join(parts, "\n"),
        id=desk.anchors[one.id],
        lang=one.lang,
        dir=direction(one.lang),
        data_id=one.id,
    )


def _first_article(desk: Desk, ref: str) -> Article | None:
    shown = (one for one in desk.bundle.articles if one.id in desk.anchors)
    return next((one for one in shown if ref in one.agreements), None)


def announced(desk: Desk, hidden: frozenset[str]) -> frozenset[str]:
    """Return the ids of agreements that some article on the page announces."""
    shown = (one for one in desk.bundle.articles if one.id not in hidden)
    return frozenset(ref for one in shown for ref in one.agreements)


def _head(desk: Desk, one: Article, level: int) -> Html:
    labels = desk.labels
    parts = [element("p", desk.term(one.kind), class_="kicker") if one.kind else NOTHING]
    if one.title is not None:
        parts.append(element(f"h{level}", escape(one.title), dir="auto"))
    if one.subtitle is not None:
        parts.append(element("p", escape(one.subtitle), class_="subtitle", dir="auto"))
    line = [isolated(words) for words in (one.dateline, one.byline) if words is not None]
    parts.append(element("p", join(line, " · "), class_="meta") if line else NOTHING)
    authors = [
        join(
            [
                NOTHING if who.name is None else isolated(who.name),
                _mail(who.email),
                NOTHING
                if who.url is None
                else link(who.url, isolated(who.url)) or isolated(who.url),
                NOTHING if who.role is None else isolated(who.role),
                desk.refer(who.organization),
            ],
            ", ",
        )
        for who in one.authors
    ]
    dates = [
        (labels["authors"], join(authors, "; ")),
        *(
            (labels[name], date(value, labels))
            for name in ("published", "modified", "created", "expires")
            if (value := getattr(one, name)) is not None
        ),
        (labels["place"], NOTHING if one.place is None else isolated(one.place)),
        (labels["happened"], NOTHING if one.happened is None else moment(one.happened, labels)),
        (labels["publisher"], desk.refer(one.publisher)),
    ]
    parts.append(desk.rows(dates))
    return element("header", join(parts))


def _mail(address: str | None) -> Html:
    if address is None:
        return NOTHING
    return link(f"mailto:{address}", isolated(address)) or isolated(address)


def _notice(desk: Desk, one: Article) -> Html:
    """Say first what a reader must know: withdrawn, superseded, a draft, an embargo."""
    labels = desk.labels
    parts = []
    if one.status is not None:
        words = element("strong", escape(labels.value(one.status.value)))
        parts.append(element("p", Html(f"{escape(labels['status'])}: {words}")))
    if one.status_note is not None:
        parts.append(prose(one.status_note))
    if one.embargo is not None:
        words = date(one.embargo, labels)
        parts.append(element("p", Html(f"{escape(labels['embargo'])}: {words}")))
    return element("div", join(parts), class_="notice", role="note") if parts else NOTHING


def _body(desk: Desk, one: Article, where: Path, raw: RawRule, level: int) -> Html:
    if not one.body:
        return NOTHING
    # The highest heading of the body comes right below the headline, so that no level is skipped.
    highest = min(
        (block.level for block in _every(one.body) if isinstance(block, Heading)), default=2
    )
    renderer = Renderer(desk.note, raw=raw, data_images=True, shift=level + 1 - highest)
    return element("div", Html(renderer.blocks(one.body, where / "body", "\n")), class_="body")


def _every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Quote):
            yield from _every(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _every(item)


def _media(desk: Desk, one: Article, where: Path) -> Html:
    in_body = {block.src for block in _every(one.body) if isinstance(block, Figure)}
    shown = [
        _medium(desk, medium, where / place, in_body=medium.href in in_body)
        for place, medium in enumerate(one.media)
    ]
    return join(shown)


def _medium(desk: Desk, medium: Media, where: Path, *, in_body: bool) -> Html:
    """Return a picture, sound, film or file; of one in the body only what is said besides."""
    kind = (medium.type or "").partition("/")[0]
    address = clean(medium.href)
    usable = bool(address) and (is_picture(address) or is_safe(address))
    words = [
        NOTHING if value is None else Html("<br>".join(map(escape, value.split("\n"))))
        for value in (medium.title, medium.caption)
    ]
    alt = medium.alt
    element_ = NOTHING
    if (
        usable
        and not in_body
        and (kind == "image" or medium.role == "image" or is_picture(address))
    ):
        shown = "" if alt is None else attribute("alt", alt)
        element_ = Html(f'<img{attribute("src", address)}{shown} loading="lazy">')
    elif usable and kind in ("audio", "video") and not is_picture(address):
        element_ = element(kind, NOTHING, src=address, controls="")
        words.append(NOTHING if alt is None else isolated(alt))
    else:
        name = isolated(medium.title if medium.title is not None else medium.href)
        words[0] = link(medium.href, name, type=medium.type) or name
        if not is_safe(address):
            desk.lost("An address is shown but leads nowhere", where / "href")
        words.append(NOTHING if alt is None else isolated(alt))
    if medium.credit is not None:
        words.append(element("small", isolated(medium.credit), data_role="credit"))
    facts = [medium.type, None if medium.bytes is None else size(medium.bytes), medium.lang]
    line = ", ".join(fact for fact in facts if fact is not None)
    words.append(escape(line) if line else NOTHING)
    words.append(desk.rights(medium.rights))
    caption = join([element("div", one) for one in words if one])
    return element(
        "figure", join([element_, element("figcaption", caption) if caption else NOTHING])
    )


def _foot(desk: Desk, one: Article, where: Path) -> Html:
    labels = desk.labels
    changes = [
        join(
            [
                NOTHING if change.on is None else date(change.on, labels),
                desk.term(change.kind),
                NOTHING if change.revision is None else isolated(change.revision),
                NOTHING if change.note is None else prose(change.note),
            ],
            " ",
        )
        for change in one.changes
    ]
    elsewhere = [ref for ref in one.agreements if _first_article(desk, ref) is not one]
    elsewhere += [ref for ref in one.agreements if ref not in desk.anchors]
    if one.revision is not None:
        changes.append(isolated(one.revision))
    shown = desk.rows(
        [
            (labels["credit"], _credit(desk, one)),
            (labels["subjects"], desk.terms(one.subjects)),
            (labels["agreement"], desk.refer_all(elsewhere)),
            (labels["mentions"], desk.refer_all(one.mentions)),
            (labels["sources"], desk.links(one.sources, where / "sources")),
            (labels["links"], desk.links(one.links, where / "links")),
            (labels["translations"], desk.refer_all(one.translations)),
            (labels["changes"], bullets(changes)),
            (labels["rights"], desk.rights(one.rights)),
        ]
    )
    return element("footer", shown, class_="apart") if shown else NOTHING


def _credit(desk: Desk, one: Article) -> Html:
    parts = [NOTHING if one.credit is None else isolated(one.credit), desk.refer(one.credited_to)]
    return join(parts, " · ")
