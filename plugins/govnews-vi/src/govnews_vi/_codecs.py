"""How each legacy encoding reads bytes and writes text: pure functions over the tables."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from attrs import frozen

from govnews_vi import _tables as tables
from govnews_vi._unicode import TONE_MARKS, normalize

__all__ = ["CODECS", "LegacyCodec"]


@frozen(kw_only=True)
class LegacyCodec:
    """One encoding: its name, its other names, and the two directions."""

    name: str
    aliases: tuple[str, ...] = ()
    decode: Callable[[bytes, str], str]
    encode: Callable[[str, str], bytes]


def _vietnamese_letters() -> tuple[str, ...]:
    """List the 134 letters outside ASCII, composed."""
    vowels = [
        unicodedata.normalize("NFC", vowel + tone)
        for vowel in "aăâeêioôơuưy"
        for tone in ("", *sorted(TONE_MARKS))
    ]
    small = [letter for letter in [*vowels, "đ"] if not letter.isascii()]
    return tuple(small + [letter.upper() for letter in small])


LETTERS: Final = _vietnamese_letters()


# Encodings with one byte a letter: VISCII, VPS, and TCVN with its combining marks.


def _reverse(table: str) -> dict[int, bytes]:
    return {ord(char): bytes([code]) for code, char in enumerate(table) if char != "\ufffe"}


def _with_marks(codes: dict[int, bytes]) -> dict[int, bytes]:
    """Spell the letters that have no code as their letter and a combining tone."""
    spelled: dict[int, bytes] = {}
    for letter in LETTERS:
        if ord(letter) in codes:
            continue
        base, tone = _split_tone(letter)
        if tone and ord(base) in codes and ord(tone) in codes:
            spelled[ord(letter)] = codes[ord(base)] + codes[ord(tone)]
    return codes | spelled


def _split_tone(letter: str) -> tuple[str, str]:
    """Split a letter into the letter without its tone, and the tone (or nothing)."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(char for char in parts if char in TONE_MARKS)
    base = "".join(char for char in parts if char not in TONE_MARKS)
    return unicodedata.normalize("NFC", base), tone


def _table_codec(name: str, aliases: tuple[str, ...], table: str) -> LegacyCodec:
    composing = any(mark in table for mark in TONE_MARKS)
    codes: Mapping[int, bytes] = _with_marks(_reverse(table))

    def decode(data: bytes, errors: str) -> str:
        text = codecs.charmap_decode(data, errors, table)[0]
        return normalize("NFC", text) if composing else text

    def encode(text: str, errors: str) -> bytes:
        return _charmap_encode(normalize("NFC", text), errors, codes)

    return LegacyCodec(name=name, aliases=aliases, decode=decode, encode=encode)


def _charmap_encode(text: str, errors: str, codes: Mapping[int, bytes]) -> bytes:
    return codecs.charmap_encode(text, errors, codes)[0]


# VNI: a letter, then one byte for its marks.


def _vni_marks() -> dict[int, str]:
    marks: dict[int, str] = {}
    for table in (tables.VNI_TONES, tables.VNI_HATS, tables.VNI_BREVES):
        for char, combining in table.items():
            marks[ord(char)] = marks[ord(char.upper())] = combining
    return marks


def _vni_codec() -> LegacyCodec:
    marks = _vni_marks()
    letters = {ord(code): letter for code, letter in tables.VNI_LETTERS.items()}
    western = {code: char for code, char in enumerate(tables.WESTERN, 128) if char != "\ufffe"}
    reading: dict[int, str] = {code: chr(code) for code in range(128)}
    reading |= western | letters | marks
    writing: dict[int, bytes] = {
        ord(char): bytes([code]) for code, char in reading.items() if code not in marks
    }
    writing |= _vni_pairs(writing, marks)
    # A mark belongs right after a letter that can bear it; anywhere else it is an error.
    stray = re.compile(
        b"(?<![AEOUYaeouy\xd4\xf4\xd6\xf6])[%b]|(?<![AEOaeo])[%b]|(?<![Aa])[%b]"
        % tuple(
            (("".join(table) + "".join(table).upper()).encode("latin-1"))
            for table in (tables.VNI_TONES, tables.VNI_HATS, tables.VNI_BREVES)
        )
    )

    def decode(data: bytes, errors: str) -> str:
        pieces: list[str] = []
        done = 0
        for match in stray.finditer(data):
            if match.start() < done:
                continue
            pieces.append(_compose(data[done : match.start()], errors, reading))
            fault = UnicodeDecodeError("vni", data, *match.span(), "a mark without its letter")
            replacement, done = codecs.lookup_error(errors)(fault)
            pieces.append(str(replacement))
        pieces.append(_compose(data[done:], errors, reading))
        return "".join(pieces)

    def encode(text: str, errors: str) -> bytes:
        return _charmap_encode(normalize("NFC", text), errors, writing)

    return LegacyCodec(name="vni", aliases=("vniwin", "vniwindows"), decode=decode, encode=encode)


def _compose(data: bytes, errors: str, reading: Mapping[int, str]) -> str:
    text: str = codecs.charmap_decode(data, errors, reading)[0]
    return normalize("NFC", text)


def _vni_pairs(single: Mapping[int, bytes], marks: Mapping[int, str]) -> dict[int, bytes]:
    """Spell every letter that is not one byte as its base and the byte of its marks."""
    byte_of = {
        (unicodedata.normalize("NFD", combining), chr(code).isupper()): bytes([code])
        for code, combining in marks.items()
    }
    pairs: dict[int, bytes] = {}
    for letter in LETTERS:
        if letter in tables.VNI_LETTERS.values():
            continue
        base, tone = _split_tone(letter)
        if ord(base) not in single or (base.isascii() and base in "Ii"):
            parts = unicodedata.normalize("NFD", letter)
            base, tone = parts[0], parts[1:]
        key = (unicodedata.normalize("NFD", tone), letter.isupper())
        if key in byte_of and ord(base) in single:
            pairs[ord(letter)] = single[ord(base)] + byte_of[key]
    return pairs


# Windows-1258: Python knows the table, but not that Vietnamese text must be split first.


def _cp1258_codes() -> dict[int, bytes]:
    codes: dict[int, bytes] = {}
    for point in [*range(0x250), *range(0x300, 0x324), *range(0x1E00, 0x1F00), 0x20AB]:
        letter = chr(point)
        direct = letter.encode("cp1258", "ignore")
        base, tone = _split_tone(letter) if not direct else (letter, "")
        spelled = direct or base.encode("cp1258", "ignore") + tone.encode("cp1258")
        if direct or (tone and len(spelled) == 1 + len(tone)):
            codes[point] = spelled
    for code in range(128, 256):
        char = bytes([code]).decode("cp1258", "ignore")
        if char:
            codes.setdefault(ord(char), bytes([code]))
    return codes


def _cp1258_codec() -> LegacyCodec:
    codes = _cp1258_codes()

    def decode(data: bytes, errors: str) -> str:
        return normalize("NFC", data.decode("cp1258", errors))

    def encode(text: str, errors: str) -> bytes:
        return _charmap_encode(normalize("NFC", text), errors, codes)

    return LegacyCodec(name="vi-cp1258", aliases=("viwindows1258",), decode=decode, encode=encode)


# VIQR, RFC 1456, section 3: seven bits, marks typed after the letter.

_VIQR_HATS_OF: Final = {"a": "^(", "e": "^", "o": "^+*", "u": "+*", "i": "", "y": ""}
_VIQR_READ: Final = re.compile(
    r"\\(?P<literal>[-\\dD^(+*'`?~.])"
    r"|(?P<bar>dd|D[Dd])"
    r"|(?P<vowel>[Aa][\^(]?|[Ee]\^?|[Oo][\^+*]?|[Uu][+*]?|[IiYy])(?P<tone>['`?~.]?)"
)
_VIQR_SPECIAL: Final = re.compile(r"[^\x00-\x7f]|[\\dD^(+*'`?~.]")


def _viqr_letter(match: re.Match[str]) -> str:
    if match["literal"]:
        return match["literal"]
    if match["bar"]:
        return "đ" if match["bar"] == "dd" else "Đ"
    vowel = match["vowel"]
    marks = tables.VIQR_HATS.get(vowel[1:], "") + tables.VIQR_TONES.get(match["tone"], "")
    return unicodedata.normalize("NFC", vowel[0] + marks)


def _viqr_decode(data: bytes, errors: str) -> str:
    return _VIQR_READ.sub(_viqr_letter, data.decode("ascii", errors))


def _viqr_codes() -> dict[str, str]:
    signs = {mark: sign for sign, mark in tables.VIQR_TONES.items()}
    signs |= {mark: sign for sign, mark in tables.VIQR_HATS.items() if sign != "*"}
    codes = {"đ": "dd", "Đ": "DD"}
    for letter in LETTERS:
        if letter not in codes:
            base, tone = _split_tone(letter)
            parts = unicodedata.normalize("NFD", base) + tone
            codes[letter] = parts[0] + "".join(signs[mark] for mark in parts[1:])
    return codes


_VIQR_CODES: Final = _viqr_codes()


def _takes(before: str, sign: str) -> bool:
    """Say whether `sign`, typed after the letter `before`, would become its mark."""
    parts = unicodedata.normalize("NFD", before)
    vowel = parts[:1].lower()
    if vowel not in _VIQR_HATS_OF or any(mark in TONE_MARKS for mark in parts):
        return False
    return sign in tables.VIQR_TONES or (len(parts) == 1 and sign in _VIQR_HATS_OF[vowel])


def _viqr_encode(text: str, errors: str) -> bytes:
    text = normalize("NFC", text)

    def spell(match: re.Match[str]) -> str:
        char, index = match.group(), match.start()
        if char in _VIQR_CODES:
            return _VIQR_CODES[char]
        if char == "\\":
            return "\\\\"
        if char in "dD":
            return "\\" + char if text[index + 1 : index + 2] in {"d", "D", "đ", "Đ"} else char
        return "\\" + char if index and _takes(text[index - 1], char) else char

    return _VIQR_SPECIAL.sub(spell, text).encode("ascii", errors)


CODECS: Final = (
    _table_codec("tcvn3", ("tcvn3abc",), tables.TCVN3),
    _table_codec("tcvn", ("tcvn5712", "tcvn57121", "tcvn571211993", "vscii"), tables.TCVN),
    _vni_codec(),
    _table_codec("vps", ("xvietvps",), tables.VPS),
    _table_codec("viscii", ("csviscii", "viscii111"), tables.VISCII),
    LegacyCodec(name="viqr", aliases=("csviqr",), decode=_viqr_decode, encode=_viqr_encode),
    _cp1258_codec(),
)
