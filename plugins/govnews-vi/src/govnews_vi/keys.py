"""Keys that tell whether two Vietnamese spellings are the same words.

Vietnamese has two ways to place a tone mark (`hòa` and `hoà`, `Ủy` and `Uỷ`), and both are in use,
often for one office on one page. No Unicode normal form joins them, because where the mark stands
is spelling. A key does: it is computed for comparing and never stored in place of the text.

Example:
    >>> same_text("Ủy ban nhân dân", "Uỷ ban Nhân dân")
    True
    >>> same_text("hòa", "hóa")
    False

.. versionadded:: 0.1.0
"""

from __future__ import annotations

import re
import unicodedata

from govnews_vi._unicode import TONE_MARKS, TONES, cap_marks

__all__ = ["same_text", "search_key", "tone_key"]

# Invisible characters that web pages carry inside words: soft hyphen, zero-width space, word
# joiner, byte order mark. They say nothing, so a key does not hold them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")

# Look-alikes of đ after casefold: ð (from U+00D0, what cp1252 makes of the byte of Đ) and ɖ
# (from U+0189). Unicode decomposes none of the three.
_D_LOOKALIKES = str.maketrans("ðɖ", "đđ")

_HAS_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")
_MARKS = re.compile("[\u0300-\u036f]+")
_SIGNS = {ord(sign): None for sign in TONES.values()}
_VOWELS = frozenset("aeiouy")


def tone_key(text: str) -> str:
    """Compute the key by which two spellings of one Vietnamese text compare equal.

    Letter case, Unicode normal form, runs of blanks (a no-break space is a blank) and invisible
    characters do not count, nor does the vowel that carries the tone. Circumflex, breve and horn
    do count, and so does the tone: `hòa` and `hoà` have one key, `hoa` and `hóa` others. Words of
    other languages pass through the same rules unharmed. The look-alikes of `Đ` (U+00D0, U+0189)
    count as `Đ`. Of a run of combining marks only the first 30 count, so that time is linear.

    Args:
        text: Any text, composed or decomposed.

    Returns:
        The key: casefolded, NFC, each word's letters followed by its tone as a spacing sign
        (ˋ ˊ ˜ ˀ ˌ). It is for comparing and looking up; its form may change between versions, so
        do not store it.

    Example:
        >>> tone_key("Hòa") == tone_key("hoà")
        True
        >>> tone_key("cuả") == tone_key("của")  # a misplaced tone, not another word
        True
        >>> tone_key("Toà  án") == tone_key("tòa án")
        True
        >>> tone_key("hoàn toàn")
        'hoanˋ toanˋ'

    .. versionadded:: 0.1.0
    """
    if text.isascii():
        return " ".join(text.lower().split())
    folded = _WORD.sub(_tone_last, _fold(text))
    return " ".join(unicodedata.normalize("NFC", folded).split())


def search_key(text: str) -> str:
    """Compute the key a reader without a Vietnamese keyboard would type: no marks, `đ` as `d`.

    It joins different words (`ma`, `má`, `mạ` are one), so it serves search and ranking only and
    never decides that two texts name the same thing.

    Args:
        text: Any text, composed or decomposed.

    Returns:
        The text casefolded, without marks on letters, blanks folded.

    Example:
        >>> search_key("Đại học Cần Thơ")
        'dai hoc can tho'

    .. versionadded:: 0.1.0
    """
    if text.isascii():
        return " ".join(text.lower().split())
    bare = _MARKS.sub("", _fold(text)).translate(_SIGNS).replace("đ", "d")
    return " ".join(unicodedata.normalize("NFC", bare).split())


def same_text(a: str, b: str) -> bool:
    """Say whether two texts are the same words, however their tones are placed.

    Args:
        a: One text.
        b: The other.

    Returns:
        Whether their `tone_key` is equal.

    Example:
        >>> same_text("KHÁNH HOÀ", "Khánh Hòa")
        True
        >>> same_text("Khánh Hòa", "Khánh Hoa")
        False

    .. versionadded:: 0.1.0
    """
    return a == b or tone_key(a) == tone_key(b)


def _fold(text: str) -> str:
    """Casefold and decompose (Unicode 3.13, D145: canonical caseless matching)."""
    text = cap_marks(_INVISIBLE.sub("", text))
    folded = unicodedata.normalize("NFD", text).casefold()
    return unicodedata.normalize("NFD", folded).translate(_D_LOOKALIKES)


def _tone_last(match: re.Match[str]) -> str:
    """Write a decomposed word as its letters, then its tones."""
    word = match.group()
    if _HAS_TONE.search(word) is None:
        return word
    letters: list[str] = []
    tones: list[str] = []
    vowel = False
    for char in word:
        if char in TONE_MARKS and vowel:
            tones.append(TONES[char])
            continue
        letters.append(char)
        if not "\u0300" <= char <= "\u036f":
            vowel = char in _VOWELS
    return "".join(letters + tones)
