"""Markdown in which text stays text: every character that could mean something is escaped."""

from __future__ import annotations

import re
from typing import Final, Literal

# CommonMark 0.31, 2.4: a backslash before ASCII punctuation makes it literal. `&` means something
# only where an entity follows (2.5), `<` only before a tag or an address (6.5, 6.6), `_` not
# within a word (6.2), `:` only in the addresses that GitHub links by itself (GFM, 6.9).
_SPECIAL: Final = re.compile(
    r"""[\\`*\[\]|~]
      | &(?=\#?[A-Za-z0-9]{1,40};)
      | <(?=[A-Za-z/!?])
      | (?<![^\W_])_ | _(?![^\W_])
      | :(?=//)
      | (?<=[Ww]{3})\.
    """,
    re.VERBOSE,
)
# What begins a block when it stands first in a line: headings, quotations, lists, the underline
# of a heading or a table (4.2, 4.3, 5.1, 5.2; GFM, 4.10).
_BEGINNING: Final = re.compile(
    r"[>=]|\#{1,6}(?=\s|$)|\+(?=\s|$)|-(?=[\s:-]|$)|:(?=-)|[0-9]{1,9}(?P<end>[.)])(?=\s|$)"
)
_BLANK: Final = frozenset("\ufeff")

Place = Literal["line", "heading", "cell"]
"""Where text stands: lines of a paragraph, a heading, a cell of a table."""


def escaped(text: str, place: Place = "line") -> str:
    r"""Escape what means something anywhere in a line.

    >>> print(escaped("2 * 3 [a] a_b _c_ &amp; A&B <i> a<b http://x"))
    2 \* 3 \[a\] a_b \_c\_ \&amp; A&B \<i> a\<b http\://x
    """
    if place == "cell":
        # How a backslash and a bar go together in a cell differs between programs; entities do not.
        return _SPECIAL.sub(_in_cell, text)
    return _SPECIAL.sub(r"\\\g<0>", text)


def _in_cell(found: re.Match[str]) -> str:
    return "&#124;" if found[0] == "|" else f"\\{found[0]}"


def shielded(line: str, place: Place = "line") -> str:
    r"""Keep a line, escaped already, from being taken for more than text.

    Blanks at its ends, which are trimmed in reading, become entities; what would begin a block is
    escaped.

    >>> print(shielded(" - one"), shielded("1. one"), shielded("# one"))
    &#32;- one 1\. one \# one
    """
    if not line:
        return line
    last = line[-1]
    if _is_blank(last):
        line = f"{line[:-1]}{entity(last)}"
    if place == "heading" and line.endswith("#"):
        line = f"{line[:-1]}\\#"  # else it would close the heading (4.2)
    first = line[0]
    if _is_blank(first):
        return f"{entity(first)}{line[1:]}"
    found = None if place != "line" else _BEGINNING.match(line)
    if found is None:
        return line
    at = 0 if found["end"] is None else found.start("end")
    return f"{line[:at]}\\{line[at:]}"


def _is_blank(character: str) -> bool:
    """Whether a reader may trim a character; some trim more than the blanks of CommonMark."""
    return character.isspace() or character in _BLANK


def entity(character: str) -> str:
    """Write a character as a numeric entity (2.5).

    >>> entity(" ")
    '&#32;'
    """
    return f"&#{ord(character)};"


def destination(href: str) -> str:
    r"""Write the address of a link (6.3), verbatim for a reader.

    >>> print(destination("https://x.example/a b"), destination("/a(1)"))
    <https://x.example/a b> </a(1)>
    """
    kept = re.sub(r"[\\<>]|&(?=#?[A-Za-z0-9]{1,40};)", r"\\\g<0>", href).replace("|", "&#124;")
    plain = href and not re.search(r"[\s()<>\ufeff]", href)
    return kept if plain else f"<{_edges(kept)}>"


def _edges(text: str) -> str:
    """Keep blanks at the ends of an address, which some readers trim."""
    if not text:
        return text
    if _is_blank(text[-1]):
        text = f"{text[:-1]}{entity(text[-1])}"
    return f"{entity(text[0])}{text[1:]}" if _is_blank(text[0]) else text


_SCHEME: Final = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.\-]*)\s*:")
_LINKED: Final = frozenset({"http", "https", "mailto", "tel"})
_SHOWN: Final = frozenset({"http", "https"})


def is_safe(href: str, *, picture: bool = False) -> bool:
    """Tell whether an address may be linked to: web, mail and telephone, or one without a scheme.

    >>> is_safe("https://x.example"), is_safe(" javascript:alert(1)"), is_safe("/tin/1")
    (True, False, True)
    """
    found = _SCHEME.match(href.lstrip("\ufeff\u200b"))
    return found is None or found[1].lower() in (_SHOWN if picture else _LINKED)
