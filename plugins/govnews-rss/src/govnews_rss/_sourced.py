"""What the feed that an item was taken from says of itself, as a value to keep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import fields

from govnews_rss._draft import Draft


def described(draft: Draft) -> dict[str, Any]:
    """Return what was gathered of a feed, under the names of `govnews.model.Feed`.

    Args:
        draft: What was gathered.
    """
    dates = {"published": draft.published, "updated": draft.modified}
    found: dict[str, Any] = {
        "id": draft.guid or draft.own_id,
        "title": draft.title,
        "description": draft.summary,
        "lang": draft.lang,
        "generator": draft.generator,
        "rights": draft.notice,
        "license": draft.license.url if draft.license is not None else None,
        "image": draft.image.href if draft.image is not None else None,
        "icon": draft.icon,
        **{name: stated[2] if stated is not None else None for name, stated in dates.items()},
        "links": _plain(draft.links),
        "media": _plain(draft.media),
        "authors": _plain(draft.authors.values()),
        "subjects": _plain(draft.subjects.values()),
    }
    return {name: value for name, value in found.items() if value}


def _plain(values: Iterable[Any]) -> list[dict[str, Any]]:
    """Return values of the model as objects of what they state."""
    return [
        {
            one.name: stated
            for one in fields(type(value))
            if (stated := getattr(value, one.name)) is not None
        }
        for value in values
    ]
