"""Where each of several telephone numbers written together begins and ends."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from attrs import frozen

__all__ = ["LONGEST", "NumberPart", "split_extension", "split_numbers"]

LONGEST: Final = 200  # characters; what is longer is no telephone number
_EXTENSION: Final = re.compile(
    r"[\s,;(]{0,3}(?:máy\s?lẻ|may\s?le|số\s?nội\s?bộ|nội\s?bộ|extension|ext)"
    r"\s?[.:]{0,2}\s?(?P<digits>[0-9]{1,6})\s?\)?",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile("[0-9]+")
# Marks of direction and width that come along when a number is copied.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
# Signs that part two numbers, or the parts of one number; the last two must precede a new number.
_BREAK: Final = re.compile(
    r"[,;|]|\s(?:hoặc|và|or|and)\s|\s?/\s?|\s?[-–—]\s?|\s&\s|[\r\n]+"
    r"|\.\s(?=[0(+])|\s(?=0[0-9]{2}|\(0|\+[0-9])",
    re.IGNORECASE,
)
_NUMBER_HEAD: Final = re.compile(r"[0-9. ]*")
_EDGE: Final = " \t\r\n\u00a0.,;:|/-–—"


@frozen(kw_only=True)
class NumberPart:
    """One of several numbers written together.

    Attributes:
        text: The part as written.
        start: Offset of the part in the whole, in code points.
        end: Offset just after it.
        full: The digits to read: those of the part, or, where it is short for a number like the
            one before it, that number with these last digits.
        shortened: Whether the area code (or more) comes from the number before.

    .. versionadded:: 0.1.0
    """

    text: str
    start: int
    end: int
    full: str
    shortened: bool = False


def split_extension(text: str) -> tuple[str, str | None]:
    """Split a number from its extension (máy lẻ 102, ext. 102), which may be absent."""
    folded = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    match = _EXTENSION.search(folded)
    if match is None:
        return folded.strip(), None
    return folded[: match.start()].strip(), match["digits"]


def split_numbers(text: str) -> tuple[NumberPart, ...]:
    """Split numbers that are written together: `a - b`, `a, b`, `a/b`.

    A dash or stroke inside one number does not split it. A second number that lacks the area code
    takes it from the number before; one to four digits replace the last digits of that number.

    Args:
        text: What stands after a label.

    Returns:
        The parts in order, with their offsets.

    Example:
        >>> [part.full for part in split_numbers("0292.3820674 - 3821474")]
        ['0292.3820674', '0292 3821474']
        >>> [part.full for part in split_numbers("0292-3820674/75")]
        ['0292-3820674', '0292 3820675']
        >>> [part.text for part in split_numbers("0292 3820674, máy lẻ 12; 1900 1234")]
        ['0292 3820674, máy lẻ 12', '1900 1234']

    .. versionadded:: 0.1.0
    """
    parts: list[NumberPart] = []
    before: tuple[str, ...] = ()
    for start, end in _spans(text):
        piece = text[start:end]
        groups = _groups(piece)
        full = _complete("".join(groups), before)
        parts.append(
            NumberPart(
                text=piece, start=start, end=end, full=full or piece, shortened=full is not None
            )
        )
        before = _groups(full) if full else groups
    return tuple(parts)


def _spans(text: str) -> list[tuple[int, int]]:
    """Find where the numbers stand: between the breaks that part two numbers."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        before = text[max(start, match.start() - 64) : match.start()]
        after = text[match.end() : match.end() + 32]
        if _parts(before, match.group(), after) or (start and _alike(before, after)):
            spans.append((start, match.start()))
            start = match.end()
    spans.append((start, len(text)))
    trimmed = [_trim(text, *span) for span in spans]
    return [span for span in trimmed if any("0" <= c <= "9" for c in text[slice(*span)])]


def _parts(before: str, sign: str, after: str) -> bool:
    """Say whether a break parts two numbers."""
    if _EXTENSION.match(after.lstrip()):
        return False
    if sign.strip() not in {"", "-", "–", "—", "/", "."}:
        return True
    digits = "".join(_groups(before))
    return len(digits) >= 10 or (len(digits) >= 8 and digits.startswith(("1800", "1900")))


def _alike(before: str, after: str) -> bool:
    """Say whether two numbers without area codes follow each other: `... - 3820675 - 3820676`."""
    digits = "".join(_groups(before))
    head = _NUMBER_HEAD.match(after.lstrip())
    following = "".join(_groups(head[0])) if head is not None else ""
    return len(digits) in (7, 8) and len(following) == len(digits)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _groups(piece: str) -> tuple[str, ...]:
    body, _ = split_extension(piece[-LONGEST:])
    return tuple(_DIGITS.findall(body))


def _complete(digits: str, before: tuple[str, ...]) -> str | None:
    """Fill up a shortened number from the groups of the one before it, or give None."""
    whole = "".join(before)
    if not 10 <= len(whole) <= 13 or digits.startswith("0") or not digits:
        return None
    if len(digits) <= 4:
        # `3820674/75`: the next number, not an extension or a room.
        if not 0 < int(digits) - int(whole[-len(digits) :]) <= 20:
            return None
    elif len(digits) != _subscriber_length(whole):
        return None
    full = whole[: -len(digits)] + digits
    if whole.startswith("84"):
        return "+" + full
    area = before[0]
    return f"{area} {full[len(area) :]}" if len(area) <= 4 else full


def _subscriber_length(whole: str) -> int:
    """Count the digits after the area code: eight in the two great cities, else seven."""
    national = whole[2:] if whole.startswith("84") else whole[1:]
    return 8 if national.startswith(("24", "28", "4", "8")) else 7
