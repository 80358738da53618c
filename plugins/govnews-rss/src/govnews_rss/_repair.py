"""One linear pass that makes a damaged feed well-formed, and says what it did.

Outside CDATA and comments bare ``&`` become ``&amp;``, a stray ``]]>`` becomes text, entities of
HTML become characters, and prefixes that nobody declared are declared; everywhere characters that
XML does not allow go, and bytes that are no UTF-8 are read in a legacy encoding. Nothing is guessed
about structure.
"""

from __future__ import annotations

import html
import html.entities
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from govnews.errors import UnsafeContentError
from govnews.issues import Issue
from govnews_rss._frame import HEAD, doctype_end, refuse_entities
from govnews_rss._names import PREFIXES
from govnews_rss._xml import is_character

_OPENING = re.compile(r"<!\[CDATA\[|<!--|<!DOCTYPE\b|<\?", re.IGNORECASE)
_CLOSING: Final = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>"}
_UNFIT = "([\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udc7f\udd00-\udfff]+)|([\udc80-\udcff]+)"
_INSIDE = re.compile(_UNFIT)
_OUTSIDE = re.compile(
    _UNFIT
    + r"|&(?:#(?:[xX]([0-9A-Fa-f]{1,10})|([0-9]{1,10}));|([A-Za-z][A-Za-z0-9]{1,31});)?"
    + r"|<([A-Za-z_][\w.\-]*)(:[\w.\-]+)?|(\]\]>)"
)
_DECLARED = re.compile(r"\bxmlns:([\w.\-]{1,100})\s*=")
_PREDEFINED = frozenset(("amp", "lt", "gt", "quot", "apos"))
_LONGEST: Final = 128
"""A name or a reference is at most so long where pieces of text are parted."""

_MESSAGES: Final = {
    "rss.ampersand": "{n} bare ampersands were taken as the sign itself.",
    "rss.entity": "{n} entities of HTML were replaced by their characters.",
    "rss.character": "{n} characters that XML does not allow were removed.",
    "rss.bytes": "{n} bytes that are no UTF-8 were read as {legacy}.",
    "rss.prefix": "{n} prefixes that are not declared were declared.",
    "rss.cdata-end": "{n} ends of CDATA sections that nothing begins were taken as text.",
    "rss.doctype": "{n} DOCTYPE declarations within the document were dropped.",
}


class Repair:
    """A pass over the text of one feed.

    Args:
        legacy: The codec of bytes that are no UTF-8.
        name: Name of the source, for errors.
        offset: Bytes before the text.
    """

    def __init__(self, legacy: str, name: str, offset: int = 0) -> None:
        self._legacy = legacy
        self._name = name
        self._counts: Counter[str] = Counter()
        self._first: dict[str, int] = {}
        self._declared: set[str] = {"xml", "xmlns"}
        self._rooted = False
        self._bytes = offset

    def report(self, note: Callable[[Issue], None]) -> None:
        """Note what was repaired: one issue for each sort, at the place of the first."""
        for code, count in self._counts.items():
            message = _MESSAGES[code].format(n=count, legacy=self._legacy)
            note(Issue(code, message, f"byte {self._first[code]}"))

    def __call__(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield the repaired text of a document that comes in pieces."""
        held, closing = "", ""
        for text in texts:
            if not self._declared & PREFIXES.keys() and not self._rooted:
                self._declared.update(_DECLARED.findall(text))
            held, closing, repaired = self._go(held + text, closing, final=False)
            if repaired:
                yield repaired
        _, _, repaired = self._go(held, closing, final=True)
        if repaired:
            yield repaired

    def _go(self, text: str, closing: str, *, final: bool) -> tuple[str, str, str]:
        """Repair what is whole of a text.

        Returns:
            The rest of the text, what would close the section it stands in, what was repaired.
        """
        out: list[str] = []
        at = 0
        while True:
            if closing:
                end = text.find(closing, at)
                # Without an end, the last two signs may be the begin of one.
                stop = end if end >= 0 else len(text) if final else max(at, len(text) - 2)
                out.append(self._sub(_INSIDE, text[at:stop]))
                if end < 0:
                    return text[stop:], closing, "".join(out)
                out.append(closing)
                self._bytes += len(closing)
                at, closing = stop + len(closing), ""
            opening = _OPENING.search(text, at)
            stop = opening.start() if opening else _whole(text, at, final=final)
            out.append(self._sub(_OUTSIDE, text[at:stop]))
            if opening is None:
                return text[stop:], "", "".join(out)
            word = opening.group().upper()
            if word == "<!DOCTYPE":
                end = self._doctype(text, stop, final=final)
                if end < 0:
                    return text[stop:], "", "".join(out)
                at = end
            else:
                out.append(opening.group())
                self._bytes += len(word)
                at, closing = opening.end(), _CLOSING[word]

    def _doctype(self, text: str, start: int, *, final: bool) -> int:
        """Drop a DOCTYPE; return where it ends, or -1 where more text is wanted."""
        end = doctype_end(text, start)
        if end is None:
            if final or len(text) - start > HEAD:
                raise UnsafeContentError(
                    "a DOCTYPE that does not end", name=self._name, format="rss"
                )
            return -1
        refuse_entities(text[start:end], self._name)
        self._count("rss.doctype", 0)
        self._bytes += len(text[start:end].encode("utf-8", "surrogatepass"))
        return end

    def _sub(self, pattern: re.Pattern[str], text: str) -> str:
        fixed = pattern.sub(self._fault, text)
        self._bytes += len(text.encode("utf-8", "surrogatepass"))
        return fixed

    def _fault(self, match: re.Match[str]) -> str:
        groups = match.groups()
        if groups[0]:
            self._count("rss.character", match, len(groups[0]))
            return ""
        if groups[1]:
            return self._legacy_bytes(match, outside=len(groups) > 2)
        hexa, decimal, name, word, local, closing = groups[2:]
        if closing:  # XML 1.0, 2.4: only the end of a CDATA section may say so
            self._count("rss.cdata-end", match)
            return "]]&gt;"
        if word:
            return self._tag(match, word, local)
        if hexa or decimal:
            number = int(hexa, 16) if hexa else int(decimal)
            if is_character(number):
                return f"&#{number};"
            self._count("rss.character", match)
            return ""
        if name in _PREDEFINED:
            return match.group()
        meant = html.entities.html5.get(f"{name};") if name else None
        if meant is not None:
            self._count("rss.entity", match)
            return html.escape(meant)
        self._count("rss.ampersand", match)
        return f"&amp;{match.group()[1:]}"

    def _legacy_bytes(self, match: re.Match[str], *, outside: bool) -> str:
        raw = match.group().encode("utf-8", "surrogateescape")
        self._count("rss.bytes", match, len(raw))
        text = _INSIDE.sub("", raw.decode(self._legacy, "replace"))
        return html.escape(text) if outside else text

    def _tag(self, match: re.Match[str], word: str, local: str | None) -> str:
        if not self._rooted:
            self._rooted = True
            return self._root(match, word, local)
        if local is None or word in self._declared:
            return match.group()
        self._count("rss.prefix", match)
        return f'{match.group()} xmlns:{word}="urn:x-undeclared:{word}"'

    def _root(self, match: re.Match[str], word: str, local: str | None) -> str:
        """Declare on the root every known prefix that the head of the feed does not declare."""
        missing = PREFIXES.keys() - self._declared
        if local is not None and word not in self._declared and word not in missing:
            missing = missing | {word}
        self._declared |= missing
        declarations = "".join(
            f' xmlns:{prefix}="{PREFIXES.get(prefix, f"urn:x-undeclared:{prefix}")}"'
            for prefix in sorted(missing)
        )
        return match.group() + declarations

    def _count(self, code: str, place: re.Match[str] | int, count: int = 1) -> None:
        if code not in self._first:
            before = place.string[: place.start()] if isinstance(place, re.Match) else ""
            self._first[code] = self._bytes + len(before.encode("utf-8", "surrogatepass"))
        self._counts[code] += count


def _whole(text: str, at: int, *, final: bool) -> int:
    """Where a text may be parted without cutting a name or a reference in two."""
    if final:
        return len(text)
    tail = max(at, len(text) - _LONGEST)
    cuts = [place for sign in "<&" if (place := text.rfind(sign, tail)) >= 0]
    # What may be the begin of "]]>" stays together, too.
    cuts.append(max(at, len(text) - (text.endswith("]") + text.endswith("]]"))))
    return min(cuts)
