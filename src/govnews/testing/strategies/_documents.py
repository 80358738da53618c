"""Documents of the serialized form that something is wrong with, or nearly."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from govnews.testing.strategies._bundles import bundles
from govnews.wire import unstructure

_JUNK = st.one_of(
    st.sampled_from([None, True, False, 0, 1, -1, 7, 2**53 + 1, 1.5, 1.0, 1e300]),
    st.sampled_from(["", "x", "a\nb", "\x1f", "vi\n", "\ud800", "..", "2021-02-30", "2025/2020"]),
    st.sampled_from(["\x7f", "\x85", "\u2028", "\xa0", "\u201c", '"', "\\", "\\n", "\t"]),
    st.sampled_from(["#x y", "$.", [], [None], ["a"], {}, [[]], [{}], {"type": "text"}]),
    st.sampled_from([{"type": "paragraph", "content": []}, {"id": "#article-1"}, {"name": "x"}]),
).map(copy.deepcopy)
_KEYS = st.sampled_from(
    ["type", "schema", "id", "title", "titel", "extra", "evidence", "level", ""]
)
_WAYS = st.sampled_from(["set", "set", "drop", "add", "swap"])


@st.composite
def damaged_documents(draw: DrawFn, *, size: int = 2) -> Any:
    """Draw the document of a bundle, with one to three places changed, dropped or added.

    Some are still right; a reader must tell.

    Args:
        draw: Given by Hypothesis.
        size: As for `bundles`.

    Returns:
        Dicts, lists and scalars, as a JSON parser makes them.

    .. versionadded:: 0.1.0
    """
    document: Any = unstructure(draw(bundles(size=size)))
    for _ in range(draw(st.integers(1, 3))):
        places = _places(document)
        if not places:
            break
        container, key = draw(st.sampled_from(places))
        way = draw(_WAYS)
        if way == "set":
            container[key] = draw(_JUNK)
        elif way == "swap":
            container[key] = copy.deepcopy(draw(st.sampled_from(places))[0])
        elif way == "drop":
            del container[key]
        elif isinstance(container, dict):
            container[draw(_KEYS)] = draw(_JUNK)
        else:
            container.append(draw(_JUNK))
    return document


def _places(document: Any) -> list[tuple[Any, Any]]:
    """Return every container of a document with every key it has."""
    found, pending = [], [document]
    while pending:
        one = pending.pop()
        members = one.items() if isinstance(one, dict) else enumerate(one)
        for key, value in members:
            found.append((one, key))
            if isinstance(value, dict | list):
                pending.append(value)
    return found
