"""What is kept as it was: relative addresses in it are resolved, all else stays."""

from __future__ import annotations

import re
from html import escape
from itertools import islice
from typing import Final

from govnews_html._tokens import TAG, TAG_NAME, attribute_value
from govnews_html._urls import clean, resolve

_ADDRESSES: Final = frozenset(("href", "src", "poster", "cite", "data", "action", "background"))
_ATTRIBUTE = re.compile(r"""([^\s/>][^\s/>=]*+)\s*+=\s*+("[^"]*+"|'[^']*+'|(?!["'])[^\s>]++)""")


def absolute(markup: str, base: str, limit: int) -> str:
    """Resolve the relative addresses within a stretch of HTML.

    >>> absolute('<video SRC=film.mp4 controls>x</video>', "https://example.org/a/b", 9)
    '<video SRC="https://example.org/a/film.mp4" controls>x</video>'
    """
    return TAG.sub(lambda tag: _tag(tag[0], base, limit), markup)


def _tag(tag: str, base: str, limit: int) -> str:
    name = TAG_NAME.match(tag)
    if name is None or name[1] or "=" not in tag:
        return tag
    done: list[str] = [tag[: name.end()]]
    last = name.end()
    for found in islice(_ATTRIBUTE.finditer(tag, last), limit):
        if found[1].lower() not in _ADDRESSES:
            continue
        written = found[2].strip("\"'") if found[2][0] in "\"'" else found[2]
        address = clean(attribute_value(written))
        resolved = resolve(address, base)
        if resolved != address:
            done += [tag[last : found.start(2)], '"', escape(resolved), '"']
            last = found.end(2)
    return "".join([*done, tag[last:]])
