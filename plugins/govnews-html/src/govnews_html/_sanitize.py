"""The allow-list: what HTML of others may keep in what we write."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import nh3

from govnews_html._tokens import TAG, TAG_NAME, attributes
from govnews_html._urls import SAFE_SCHEMES, is_safe, resolve

_TAGS: Final = frozenset(
    "a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite "
    "code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 "
    "h5 h6 header hr i img ins kbd li main mark nav ol p picture pre q rp rt ruby s samp section "
    "small source span strike strong sub summary sup table tbody td tfoot th thead time tr track "
    "tt u ul var video wbr".split()
)
# Elements whose content is no text of the page: gone with all they hold.
_GONE: Final = frozenset(
    "script style template title textarea select noembed noframes xmp iframe object applet math "
    "svg canvas".split()
)
_EVERYWHERE: Final = frozenset(
    ("lang", "dir", "title", "data-role", "data-empty", "data-start", "style")
)
_OF_TAG: Final = {
    "a": {"href", "hreflang", "type"},
    "audio": {"src", "controls", "loop", "muted", "preload"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"cite", "datetime"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "source": {"src", "type", "media"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime"},
    "track": {"src", "kind", "srclang", "label"},
    "video": {"src", "poster", "width", "height", "controls", "loop", "muted", "preload"},
}
# Alignment and color harm nobody; `white-space` is how `render` keeps blanks. No layout.
_STYLES: Final = frozenset(("white-space", "text-align", "color", "font-weight", "font-style"))
_ADDRESSES: Final = frozenset(("href", "src", "poster", "cite"))


@lru_cache(maxsize=16)
def _cleaner(base: str | None) -> nh3.Cleaner:
    def check(tag: str, name: str, value: str) -> str | None:
        # ammonia knows the usual places of addresses; this is the same rule for all of them.
        return value if name not in _ADDRESSES or is_safe(value.strip()) else None

    return nh3.Cleaner(
        tags=set(_TAGS),
        clean_content_tags=set(_GONE),
        attributes={"*": set(_EVERYWHERE), **_OF_TAG},
        attribute_filter=check,
        url_schemes=set(SAFE_SCHEMES),
        link_rel=None,
        filter_style_properties=set(_STYLES),
        url_relative=None if base is None else (lambda url: resolve(url, base)),
    )


def sanitize(html: str, *, base: str | None = None) -> str:
    """Return HTML that is safe to show: nothing in it runs, and all its tags are closed.

    What stays is an allow-list, the set that the W3C feed validator finds clean: no script, frame,
    object, form, SVG or style sheet, no event handlers, no positioning, no ``javascript:`` or
    ``data:`` addresses. The text of elements that are not allowed stays.

    Args:
        html: A fragment.
        base: Absolute URL that relative addresses resolve against.

    >>> sanitize('<p onclick="x()">A <script>alert(1)</script><b>B</p>')
    '<p>A <b>B</b></p>'

    .. versionadded:: 0.1.0
    """
    return _cleaner(base).clean(html.encode("utf-8", "replace").decode())


def removed(before: str, after: str) -> tuple[str, ...]:
    """Return the names of elements and attributes that sanitizing took away, sorted."""
    return tuple(sorted(set(_names(before)) - set(_names(after))))


def _names(html: str) -> Iterable[str]:
    for tag in TAG.finditer(html):
        found = TAG_NAME.match(tag[0])
        if found is not None and not found[1]:
            name = found[2].lower()
            yield f"<{name}>"
            if "=" in tag[0] and name not in _GONE:
                for key in attributes(tag[0], 1_000):
                    yield f"{key}="
