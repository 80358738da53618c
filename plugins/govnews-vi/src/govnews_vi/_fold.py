"""Tones put in one place, so that all spellings of a syllable meet in one pattern.

"hòa" and "hoà" are one word, and so are "đoạn" and its slip "đọan". In a run of vowels the fold
puts the tone on the first one: a place no orthography uses for all of them, and therefore only good
for matching. Each character stays one character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_PLAIN: Final = "aăâeêioôơuưy"
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_TONED: Final = {
    unicodedata.normalize("NFC", vowel + tone): (vowel, tone) for vowel in _PLAIN for tone in _TONES
}
_LETTERS: Final = _PLAIN + "".join(_TONED)
_RUN: Final = re.compile(f"[{_PLAIN}][{_LETTERS}]{{0,4}}?[{''.join(_TONED)}][{_LETTERS}]{{0,4}}")


def fold(text: str) -> str:
    """Move the tone of each run of vowels to its first vowel.

    >>> fold("hoà") == fold("hòa"), fold("đọan") == fold("đoạn"), fold("hóa") == fold("hòa")
    (True, True, False)
    """
    if text.isascii():
        return text
    # What other code pages make of the byte of đ: eth, and the African d.
    return _RUN.sub(_moved, text.replace("ð", "đ").replace("ɖ", "đ"))


def _moved(run: re.Match[str]) -> str:
    return _tone_first(run[0])


@lru_cache(maxsize=4096)
def _tone_first(run: str) -> str:
    tone = next(_TONED[char][1] for char in run if char in _TONED)
    bare = "".join(_TONED[char][0] if char in _TONED else char for char in run)
    return unicodedata.normalize("NFC", bare[0] + tone) + bare[1:]
