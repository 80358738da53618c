"""Tell plain text from everything else by its first bytes."""

from __future__ import annotations

import codecs
import re
from typing import Final

from govnews.formats import HEAD_BYTES, Head, looks_binary

# Text is what anything else may be made of: a format that knows its own marks always wins.
_TEXT: Final = 5

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Written with characters, but not to be read as a page: taking it would hide which format is
# missing. Naming the format `text` reads it all the same.
_NO_PAGE: Final = re.compile(
    r"""\s{0,256}(?:
        <(?:\?xml|!doctype|html|head|body|rss|feed|rdf:rdf|svg)\b
      | \[\s{0,256}\{\s{0,256}"      # an array of JSON
      | %PDF-
      | %!PS
      | \{\\rtf
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def sniff(head: Head) -> int:
    """Return 5 for what reads as text, in UTF-8, by its mark or in an older encoding; 0 else."""
    text = _decoded(head.data)
    if text is None or _NO_PAGE.match(text):
        return 0
    return _TEXT


def _decoded(data: bytes) -> str | None:
    """Return the beginning as text, good enough to look at, or None for bytes that are none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            # The head may end within a character.
            text = codecs.getincrementaldecoder(encoding)("replace").decode(data)
            damaged = text.count("\ufffd") * 10 > len(text)
            return None if damaged or looks_binary(text.encode()) else text
    if looks_binary(data):
        return None
    return data[:HEAD_BYTES].removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
