"""Parts that many documents share, understood once.

An office makes its documents from a few templates, whose styles are many times as long as a page
and whose parts are mostly related in the same way. What they mean depends on their bytes alone, so
it is kept under the digest of these.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeVar, cast

from govnews.limits import Limits
from govnews_docx._xml import parse

if TYPE_CHECKING:
    from govnews_docx._package import Package

T = TypeVar("T")

_MOST: Final = 64
#: What was understood, and the bounds it was found to keep.
_found: OrderedDict[tuple[object, ...], tuple[Limits | None, object]] = OrderedDict()
_NOTHING: Final = (None, None)
_lock = Lock()


def known(package: Package, part: str, limits: Limits, read: Callable[..., T], *context: str) -> T:
    """Return what `read` makes of the root of a part.

    Args:
        package: Where the part is.
        part: Its name.
        limits: Bounds for reading it.
        read: Understands it; nobody may change what it returns.
        context: What else it takes to understand it.
    """
    key = (read, context, hashlib.sha256(package.packed(part)).digest())
    with _lock:
        within, kept = _found.get(key, _NOTHING)
        if within == limits:
            _found.move_to_end(key)
            return cast("T", kept)
    made = read(parse(package.read(part), limits, part), *context)
    with _lock:
        _found[key] = (limits, made)
        if len(_found) > _MOST:
            _found.popitem(last=False)
    return made
