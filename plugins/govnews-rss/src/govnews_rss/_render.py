"""What an article would show in a feed: how a reader checks a carried record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from govnews.issues import Issue
from govnews.model import Article
from govnews_rss._carrier import Row, parse, rows
from govnews_rss._rss_item import RssItem
from govnews_rss._xml import legal


def renderer(tag: str) -> Callable[[Article, dict[str, str]], list[Row]]:
    """Return what makes the visible rows of an article.

    Args:
        tag: Short name of the item's element.
    """

    def render(article: Article, profile: dict[str, str]) -> list[Row]:
        now = moment(profile.get("now"))
        if tag == "item":
            made, name = RssItem(_ignore, now), "item"
        else:
            from govnews_rss._atom_item import AtomItem

            filler, office = profile.get("updated", ""), profile.get("office", "")
            made, name = AtomItem(_ignore, now, filler=filler, office=office), "entry"
        visible = legal(made(article, profile.get("publisher"), "$", profile.get("identity")))
        return rows(parse(f"<{name}>{visible}</{name}>", made.opening))

    return render


def moment(text: object) -> dt.datetime | None:
    """Return the moment that a profile names, if it is one."""
    if not isinstance(text, str):
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _ignore(issue: Issue) -> None:
    """Checking has nothing to say of its own."""
