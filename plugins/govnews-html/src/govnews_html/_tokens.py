"""Where tags begin and end: the tokenizer of HTML, as two regular expressions.

The rules are those of the HTML standard, section 13.2.5 (tokenization), so that a fragment falls
into tags as it does in a browser, however broken it is. Both patterns run in linear time: their
quantifiers are possessive, and what begins like a tag and never ends is one token up to the end of
the text (``eof-in-tag``), so that no stretch is tried twice.
"""

from __future__ import annotations

import html
import re
from typing import Final

# 13.2.5.32 to 13.2.5.39: a name, then `=` and a quoted or a bare value. A quotation mark that never
# closes leaves the tag without an end.
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+))?+"""
_ATTRIBUTES = rf"(?:[\s/]++|{_ATTRIBUTE})*+"

# 13.2.5.2 to 13.2.5.5: elements whose content holds no tags. What they hold is part of the token.
_TEXT_ONLY = "|".join(
    rf"{name}(?=[\s/>]){_ATTRIBUTES}>[\s\S]*?(?:</{name}(?=[\s/>])[^>]*+>|\Z)"
    for name in ("script", "style")
)
# These often come unclosed or self-closed in feeds; then the start tag stands alone, where a
# browser would swallow all that follows.
_OFTEN_UNCLOSED = "|".join(
    rf"{name}(?=[\s/>]){_ATTRIBUTES}>(?:(?:(?!</?{name}[\s/>])[\s\S])*+</{name}(?=[\s/>])[^>]*+>)?+"
    for name in ("title", "textarea", "xmp", "iframe", "noembed", "noframes")
)

TAG: Final = re.compile(
    rf"""(<(?:
        (?=[stxinSTXIN])(?i:{_TEXT_ONLY}|{_OFTEN_UNCLOSED})
      | /?+[a-zA-Z][^\s/>]*+{_ATTRIBUTES}>
      | !--(?:-?>|[\s\S]*?(?:--!?>|\Z))
      | [!?][^>]*+>
      | /(?![a-zA-Z])[^>]*+>
      | (?=[a-zA-Z/!?])[\s\S]*+\Z
    ))""",
    re.VERBOSE,
)
"""One tag, comment or text-only element; its only group is the whole of it."""

TAG_NAME: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")

_EACH_ATTRIBUTE = re.compile(
    r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|((?!["'])[^\s>]*+)))?+"""
)
_LONG_REFERENCE = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
# 13.2.5.73: in an attribute, a name without its semicolon before `=`, a letter or a digit is text.
_NO_REFERENCE = re.compile(r"&(?=[a-zA-Z][a-zA-Z0-9]*+(?![;a-zA-Z0-9]))")
_KNOWN_REFERENCE = re.compile(r"&(?:#|[a-zA-Z][a-zA-Z0-9]*+;)")


def unescape(text: str) -> str:
    """Decode character references once.

    >>> unescape("R&amp;D &amp;amp; &ldquo;x&rdquo; &#xD800;")
    'R&D &amp; “x” �'
    """
    if text.count("&") == text.count("&amp;"):
        return text.replace("&amp;", "&")
    try:
        return html.unescape(text)
    except ValueError:  # a number of thousands of digits
        return html.unescape(_LONG_REFERENCE.sub("\ufffd", text))


def attribute_value(text: str) -> str:
    """Decode the value of an attribute, where ``?a=1&copy=2`` holds no copyright sign.

    >>> attribute_value("?a=1&copy=2&amp;b=3")
    '?a=1&copy=2&b=3'
    """
    if not _KNOWN_REFERENCE.search(text):
        return text
    return unescape(_NO_REFERENCE.sub("&amp;", text))


def attributes(tag: str, limit: int) -> dict[str, str]:
    r"""Return the attributes of a start tag, names in lower case; of doubles the first counts.

    >>> attributes('<a HREF="/x?a=1&amp;b=2" hidden title=\'say "so"\'>', 10)
    {'href': '/x?a=1&b=2', 'hidden': '', 'title': 'say "so"'}
    """
    found: dict[str, str] = {}
    start = TAG_NAME.match(tag)
    if start is None:
        return found
    for name, double, single, bare in _EACH_ATTRIBUTE.findall(tag, start.end())[:limit]:
        value = double or single or bare
        found.setdefault(name.lower(), attribute_value(value) if "&" in value else value)
    return found
