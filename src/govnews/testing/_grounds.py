"""Whether the words of a source state a value: the check behind "nothing is invented"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

from attrs import fields, has

from govnews.formats import set_fields
from govnews.issues import Path
from govnews.model import Bundle, Evidence, PartialDate, Period, Record, plain_text

# A code, a level or a link to another record is how the model says it, and no word of the page.
_UNSAID: Final = frozenset(
    {"scheme", "code", "level", "lang", "country", "organization", "role", "format"}
)
_TOKEN = re.compile(r"[^\W_]+")


def unstated(bundle: Bundle) -> Iterator[str]:
    """Yield what is said of a bundle's records without words that state it, or a ground."""
    for place, record in bundle.placed():
        claims = [(Path.parse(one.path), one) for one in record.evidence]
        for path, value in set_fields(record):
            if not _needs_words(path, value):
                continue
            if not any(path.within(at) or at.within(path) for at, _ in claims):
                yield f"{Path(place.steps + path.steps)} has no evidence"
        for path, evidence in claims:
            problem = _problem(record, path, evidence)
            if problem is not None:
                yield f"{Path(place.steps + path.steps)} {problem}"


def _needs_words(path: Path, value: object) -> bool:
    # The language is stated by the caller here.
    if path.steps[0] in ("id", "lang", "evidence", "extra", "translations"):
        return False
    # Records that belong together point at each other by local ids; no page says these.
    return not (isinstance(value, str) and value.startswith("#"))


def _problem(record: Record, path: Path, evidence: Evidence) -> str | None:
    try:
        value = path.resolve(record)
    except LookupError:
        return "is not there, and has evidence"
    if evidence.inferred:
        return None if evidence.ground else "is inferred from nothing"
    if isinstance(value, str) and path.steps[-1] in _UNSAID:
        return None
    if path.steps[0] == "body" and len(path.steps) == 2:
        value = plain_text((value,))
    if evidence.exact is None or says(evidence.exact, value):
        return None
    return f"says {str(value)[:80]!r}, and its words are {evidence.exact[:80]!r}"


def says(words: str, value: Any) -> bool:
    """Whether words can state a value: its words are among them, and its figures too."""
    if isinstance(value, PartialDate):
        return _dated(words, value)
    if isinstance(value, Period):
        ends = [end for end in (value.start, value.end) if isinstance(end, PartialDate)]
        return all(_dated(words, end) for end in ends)
    if isinstance(value, Enum | bool) or value is None:
        return True
    if isinstance(value, int):
        return not _figures(words) or value in _figures(words)
    if isinstance(value, str):
        return value.startswith("#") or _spoken(words, value)
    if isinstance(value, tuple):
        return all(says(words, member) for member in value)
    if has(type(value)):
        attributes: tuple[Any, ...] = fields(type(value))
        return all(
            says(words, getattr(value, one.name)) for one in attributes if one.name not in _UNSAID
        )
    return True


def _dated(words: str, date: PartialDate) -> bool:
    """Figures of a date stand in the words, unless the words have no figures at all."""
    figures = _figures(words)
    year = date.year is None or date.year in figures or date.year % 100 in figures
    return not figures or (year and (date.day is None or date.day in figures))


def _spoken(words: str, text: str) -> bool:
    """Whether the tokens of a text stand among the words, in their order."""
    have = iter(_tokens(words))
    if all(token in have for token in _tokens(text)):
        return True
    # The international form of a number ends like the one that is written.
    digits = _digits(text)
    return len(digits) > 6 and _tokens(text) == [digits] and _digits(words).endswith(digits[-6:])


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFC", text).casefold())


def _figures(text: str) -> set[int]:
    return {int(run) for run in re.findall(r"\d{1,9}", text)}


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(char)) for char in text if char.isdecimal())


def cut_words(bundle: Bundle) -> Iterator[str]:
    """Yield evidence that begins or ends within a word."""
    for place, record in bundle.placed():
        for evidence in record.evidence:
            source = bundle.get(evidence.source)
            if source is None or evidence.start is None or evidence.end is None:
                continue
            if _within(source.text, evidence.start) or _within(source.text, evidence.end):
                yield f"{place}: {evidence.path} has the words {evidence.exact!r}"


def _within(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha()
