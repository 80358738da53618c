"""Legal text of every nasty sort."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

IN_LINES: Final[Sequence[str]] = (
    # words, composed and decomposed
    "Lễ ký kết",
    "Le\u0302\u0303 ky\u0301 ke\u0302\u0301t",
    "hợp tác",
    "Straße",
    "İstanbul",
    "ﬁ",
    "\u0301",
    "\u0345\u0323\u0302",
    # blanks that are none, and no blanks that are some
    " ",
    "  ",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    # direction
    "\u202eabc",
    "\u2066\u2069",
    "שלום",
    "١٢٣",
    # beyond the first plane, and at the edges
    "👩‍👩‍👧",
    "🇻🇳",
    "\U0001f600\ufe0f",
    "\U0010ffff",
    "\ufffe",
    "\uffff",
    "\ufdd0",
    "\ufffd",
    "\ue000",
    # other languages' syntax
    "&",
    "&amp;",
    "&#10;",
    "<",
    "<b>",
    "</p>",
    "]]>",
    "-->",
    '"',
    "'",
    "\\",
    "\\n",
    "*_`#[]()|~",
    "1. ",
    "- ",
    "{}$%s",
    "=1+1",
    "https://example.org/?a=1&b=2#c",
    "12/7/2021",
)
"""Pieces that a single line may hold."""

ELSEWHERE: Final[Sequence[str]] = (
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\t",
    "\x00",
    "\x0b",
    "\x0c",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\x9b",
    "\u2028",
    "\u2029",
)
"""Pieces that text of several lines may hold besides; XML 1.0 forbids some of them."""

_LINE_CHARACTERS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
_CHARACTERS = st.characters(exclude_categories=["Cs"])


def _joined(pieces: Sequence[str], size: int, *, least: int) -> SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), min_size=least, max_size=size).map("".join)


def lines(*, min_size: int = 0, size: int = 4) -> SearchStrategy[str]:
    """Return a strategy for single lines.

    Args:
        min_size: Least number of pieces; 1 leaves out the empty line.
        size: Greatest number of pieces or characters.

    .. versionadded:: 0.1.0
    """
    return st.one_of(
        _joined(IN_LINES, size, least=min_size),
        st.text(_LINE_CHARACTERS, min_size=min_size, max_size=size * 2),
    )


def prose(*, size: int = 6) -> SearchStrategy[str]:
    """Return a strategy for text of any number of lines.

    Args:
        size: Greatest number of pieces or characters.

    .. versionadded:: 0.1.0
    """
    return st.one_of(
        _joined((*IN_LINES, *ELSEWHERE, *ELSEWHERE), size, least=0),
        st.text(_CHARACTERS, max_size=size * 2),
    )
