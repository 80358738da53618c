"""Normal forms that stay linear on hostile input."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Literal

# The five tones as combining marks, and how they are written in a key: as spacing letters, so
# that no later normalization can pull a tone back onto a vowel.
TONES = {
    "\u0300": "\u02cb",  # huyền, grave
    "\u0301": "\u02ca",  # sắc, acute
    "\u0303": "\u02dc",  # ngã, tilde
    "\u0309": "\u02c0",  # hỏi, hook above
    "\u0323": "\u02cc",  # nặng, dot below (a low vertical line: there is no spacing dot below)
}
TONE_MARKS = frozenset(TONES)

# Stream-safe text (UAX 15, section 13) has at most 30 non-starters in a row. More of them make
# canonical ordering quadratic, and no language needs them.
MARKS_MAX = 30

# A cheap first look: what common Latin text is made of holds no combining mark.
_SUSPECT = re.compile(rf"[^\x00-\u02ff\u1e00-\u1eff\u2000-\u206f]{{{MARKS_MAX + 1}}}")


def _starts(char: str) -> bool:
    return unicodedata.combining(unicodedata.normalize("NFD", char)[0]) == 0


def mark_runs(text: str) -> list[tuple[int, int]]:
    """Find the runs of more than 30 combining marks: their start and end offsets."""
    if _SUSPECT.search(text) is None:
        return []
    runs: list[tuple[int, int]] = []
    start = 0
    for index, char in enumerate(text):
        if ord(char) < 0x300 or _starts(char):
            if index - start > MARKS_MAX:
                runs.append((start, index))
            start = index + 1
    if len(text) - start > MARKS_MAX:
        runs.append((start, len(text)))
    return runs


def cap_marks(text: str) -> str:
    """Cut every run of combining marks to the first 30 of them."""
    runs = mark_runs(text)
    if not runs:
        return text
    pieces: list[str] = []
    done = 0
    for start, end in runs:
        pieces.append(text[done : start + MARKS_MAX])
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def normalize(form: Literal["NFC", "NFD"], text: str) -> str:
    """Normalize `text`, leaving runs of more than 30 combining marks as they are.

    Nothing is lost and the time is linear: such a run stays in its order.
    """
    runs = mark_runs(text)
    if not runs:
        return unicodedata.normalize(form, text)
    pieces: list[str] = []
    done = 0
    for start, end in runs:
        pieces.append(unicodedata.normalize(form, text[done:start]))
        pieces.append(text[start:end])
        done = end
    pieces.append(unicodedata.normalize(form, text[done:]))
    return "".join(pieces)


def composed(text: str) -> tuple[str, list[int] | None]:
    """Compose a text, and say where each of its characters stood.

    Args:
        text: Any text.

    Returns:
        The text in NFC, and for each offset in it (the end included) the offset in `text`; None
        instead of the offsets where nothing changed.
    """
    if unicodedata.is_normalized("NFC", text):
        return text, None
    starts = [i for i, char in enumerate(text) if not unicodedata.combining(char)]
    if not starts or starts[0] != 0:
        starts.insert(0, 0)
    pieces: list[str] = []
    offsets: list[int] = []
    for start, end in pairwise([*starts, len(text)]):
        piece = normalize("NFC", text[start:end])
        pieces.append(piece)
        offsets += [start] * len(piece)
    offsets.append(len(text))
    return "".join(pieces), offsets
