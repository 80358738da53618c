"""The page: head, contents, articles with their agreements, the rest, the offices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO, Final

from govnews.errors import ModelError, WriteError
from govnews.formats import WriteContext
from govnews.issues import Issue, Path
from govnews.model import Article, Bundle, Item, PartialDate
from govnews_html._account import account
from govnews_html._labels import Labels
from govnews_html._markup import NOTHING, Html, bullets, element, escape, join, prose
from govnews_html._page_agreement import agreement
from govnews_html._page_article import announced, article
from govnews_html._page_office import office
from govnews_html._page_parts import Desk, direction
from govnews_html._style import STYLE

if TYPE_CHECKING:
    from govnews_html import HtmlWriteOptions

# Nothing runs, nothing is sent, nothing is framed. Styles are ours: what `sanitize` lets through
# is alignment and color. (CSP level 3; `frame-ancestors` works in a header only.)
_POLICY: Final = (
    "default-src 'none'; img-src http: https: data:; media-src http: https:; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_FARTHEST_WEST: Final = dt.timedelta(hours=12)


def write(
    items: Iterable[Item], sink: BinaryIO, options: HtmlWriteOptions, context: WriteContext
) -> None:
    """Write a page.

    Args:
        items: What to show.
        sink: Takes UTF-8.
        options: See `HtmlWriteOptions`.
        context: Limits, issues, and the present moment for embargoes.

    Raises:
        WriteError: An article is under embargo, as far as can be told.
    """
    try:
        bundle = Bundle.from_items(items)
    except ModelError as error:
        raise WriteError(error.problem, format="html") from error
    hidden = _hidden(bundle, options, context)
    account(bundle, context.note, hidden)
    anchors = _anchors(bundle, hidden)
    articles = [
        (Path(("articles", place)), one)
        for place, one in enumerate(bundle.articles)
        if one.id not in hidden
    ]
    first = articles[0][1] if articles else None
    lang = options.language or _common_language(bundle)
    desk = Desk(bundle=bundle, anchors=anchors, note=context.note, labels=Labels(lang), lang=lang)
    level = 1 if len(articles) == 1 and _page_title(bundle) is None else 2
    parts = [_page_head(desk, bundle), _contents(desk, [one for _, one in articles])]
    parts += [article(desk, one, where, options.raw, level=level) for where, one in articles]
    told = announced(desk, hidden)
    parts += [
        agreement(desk, one, Path(("agreements", place)), level=2)
        for place, one in enumerate(bundle.agreements)
        if one.id not in told
    ]
    parts.append(_offices(desk))
    main = element("main", join(parts, "\n"))
    title = _page_title(bundle) or (first and first.title) or desk.labels["articles"]
    sink.write(_document(title, lang, main).encode("utf-8", "replace"))


def _document(title: str, lang: str | None, main: Html) -> str:
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        element("title", escape(title)),
        f"<style>{STYLE}</style>",
    ]
    body = element("body", Html(f"\n{main}\n"))
    html = element(
        "html",
        Html("\n".join(["<head>", *head, "</head>", body, ""])),
        lang=lang,
        dir=direction(lang) if lang else None,
    )
    return f"<!DOCTYPE html>\n{html}\n"


def _common_language(bundle: Bundle) -> str | None:
    """Return the language that all articles state, or that of the feed."""
    stated = {one.lang for one in bundle.articles}
    if len(stated) == 1:
        return stated.pop()
    return None if bundle.feed is None else bundle.feed.lang


def _page_title(bundle: Bundle) -> str | None:
    return None if bundle.feed is None else bundle.feed.title


def _page_head(desk: Desk, bundle: Bundle) -> Html:
    title = _page_title(bundle)
    parts = [] if title is None else [element("h1", escape(title), dir="auto")]
    if bundle.feed is not None and bundle.feed.description is not None:
        parts.append(prose(bundle.feed.description))
    lang = None if bundle.feed is None else bundle.feed.lang
    return element("header", join(parts), lang=lang) if parts or lang else NOTHING


def _contents(desk: Desk, articles: list[Article]) -> Html:
    if len(articles) < 2:
        return NOTHING
    name = escape(desk.labels["articles"])
    entries = bullets([desk.refer(one.id) for one in articles], "ol")
    heading = "h2" if _page_title(desk.bundle) is not None else "h1"
    return element(
        "nav", join([element(heading, name), entries]), aria_label=desk.labels["articles"]
    )


def _offices(desk: Desk) -> Html:
    if not desk.bundle.organizations:
        return NOTHING
    heading = element("h2", escape(desk.labels["offices"]))
    parts = [office(desk, one, level=3) for one in desk.bundle.organizations]
    return element("footer", join([heading, *parts], "\n"), class_="apart")


def _anchors(bundle: Bundle, hidden: frozenset[str]) -> dict[str, str]:
    """Name the place of each record: ids may hold anything, places on a page may not."""
    anchors: dict[str, str] = {}
    for name, ids in (
        ("article", [one.id for one in bundle.articles]),
        ("agreement", [one.id for one in bundle.agreements]),
        ("organization", [one.id for one in bundle.organizations]),
    ):
        anchors |= {ref: f"{name}-{number}" for number, ref in enumerate(ids, 1)}
    return {ref: anchor for ref, anchor in anchors.items() if ref not in hidden}


def _hidden(bundle: Bundle, options: HtmlWriteOptions, context: WriteContext) -> frozenset[str]:
    """Return the ids of articles that must not be shown.

    Raises:
        WriteError: One is under embargo, and the options say to refuse.
    """
    hidden = set()
    for place, one in enumerate(bundle.articles):
        if one.embargo is None or options.embargoed == "include" or _over(one.embargo, context.now):
            continue
        where = str(Path(("articles", place, "embargo")))
        if options.embargoed == "refuse":
            raise WriteError(
                f"the article is under embargo until {one.embargo}",
                format="html",
                where=where,
                hint="Pass now=, or HtmlWriteOptions(embargoed='omit' or 'include').",
            )
        context.note(Issue("html.embargo", "An article under embargo is not on the page.", where))
        hidden.add(one.id)
    return frozenset(hidden)


def _over(embargo: PartialDate, now: dt.datetime | None) -> bool:
    """Whether an embargo is over everywhere; where that cannot be told, it is not."""
    if now is None or embargo.year is None:
        return False
    if embargo.offset is not None:
        try:
            return now >= embargo.datetime
        except ModelError:  # a leap second
            return now >= _begin(embargo)
    return now >= _begin(embargo)


def _begin(embargo: PartialDate) -> dt.datetime:
    """Return the moment at which a date has begun everywhere on earth."""
    day = embargo.first if embargo.time is None else embargo.last + dt.timedelta(days=1)
    return dt.datetime.combine(day, dt.time(), dt.UTC) + _FARTHEST_WEST
