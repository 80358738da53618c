"""Which legacy encoding a text is in, told by the syllables it makes."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from govnews_vi._codecs import CODECS, LegacyCodec
from govnews_vi._syllables import FREQUENT, WORD, is_syllable
from govnews_vi._unicode import normalize

__all__ = ["Detection", "detect_encoding", "detect_legacy"]

# How much is looked at: enough for any page, little enough for any archive.
_SAMPLE: Final = 65_536
# Below these a claim would be a guess. Vietnamese writes a mark on two words of three; of French
# or German words that happen to be Vietnamese syllables there is at most one in ten.
_MIN_WORDS: Final = 3
_MIN_VALID: Final = 0.8
_MIN_SHARE: Final = 0.25

_CODECS: Final = {codec.name: codec for codec in CODECS}
_EIGHT_BIT: Final = tuple(codec for codec in CODECS if codec.name != "viqr")
_TAG: Final = re.compile(r"<[^<>]{1,2000}>|&#?[0-9A-Za-z]{2,8};")
_HAT: Final = re.compile("[\u0302\u0306\u031bđĐ]")
_BOMS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@frozen(kw_only=True)
class Detection:
    """A claim that a text is Vietnamese in a legacy encoding, with what speaks for it.

    Attributes:
        encoding: The codec's name, which `bytes.decode` knows: `tcvn3`, `tcvn`, `vni`, `vps`,
            `viscii`, `viqr` or `vi-cp1258`.
        score: The share, from 0 to 1, of the marked words that are Vietnamese syllables.
        words: How many words with marks were looked at.
        valid: How many of these are Vietnamese syllables.
        share: The share, from 0 to 1, of such syllables among all words.
        runner_up: The encoding that came second, or None where no other came near.

    .. versionadded:: 0.1.0
    """

    encoding: str
    score: float
    words: int
    valid: int
    share: float
    runner_up: str | None = None


@frozen
class _Reading:
    name: str
    text: str
    words: int
    valid: int
    share: float
    points: float

    @property
    def convincing(self) -> bool:
        enough = self.words >= _MIN_WORDS and self.share >= _MIN_SHARE
        return enough and self.valid >= _MIN_VALID * self.words


def detect_encoding(data: bytes) -> Detection | None:
    """Find the legacy Vietnamese encoding of bytes, by the syllables they make.

    Clean UTF-8 is never claimed, nor is text of another language, nor what is too short to tell.
    Tags and entities of HTML are not counted. At most 64 KiB are looked at, from the first byte
    outside ASCII on.

    Args:
        data: The bytes as they came.

    Returns:
        The claim and its evidence, or None: UTF-8 or UTF-16, not Vietnamese, or no telling.

    Example:
        >>> import govnews_vi.encodings  # registers the codecs
        >>> data = "Ủy ban nhân dân huyện tổ chức hội nghị".encode("viscii")
        >>> detect_encoding(data).encoding
        'viscii'
        >>> detect_encoding("Ủy ban nhân dân huyện tổ chức hội nghị".encode()) is None
        True

    .. versionadded:: 0.1.0
    """
    if data.startswith(_BOMS) or b"\0" in data[:_SAMPLE]:
        return None
    if data.isascii():
        return _viqr(data[:_SAMPLE].decode("ascii"))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        start = max(0, fault.start - 1_024)
        return _best(_bare(data[start : start + _SAMPLE]), None)
    return None


def detect_legacy(text: str) -> Detection | None:
    """Find the legacy Vietnamese encoding of a text that was read as Latin-1 or Windows-1252.

    Such a text comes from a page that named the wrong charset, or from a document that leaned on a
    font: `Uû ban nh©n d©n` is TCVN3. A text that holds any character outside Windows-1252, as all
    Vietnamese does that was decoded rightly, is never claimed.

    Args:
        text: The text as it was decoded.

    Returns:
        The claim and its evidence, or None.

    Example:
        >>> detect_legacy("Uû ban nh©n d©n tØnh tæ chøc héi nghÞ").encoding
        'tcvn3'
        >>> detect_legacy("Ủy ban nhân dân tỉnh tổ chức hội nghị") is None
        True
        >>> detect_legacy("Le maire a été élu à l'unanimité, où déjà siégeait son père") is None
        True

    .. versionadded:: 0.1.0
    """
    if text.isascii():
        return _viqr(text[:_SAMPLE])
    data = as_bytes(text)
    if data is None or b"\0" in data[:_SAMPLE]:
        return None
    first = next(index for index, byte in enumerate(data) if byte > 127)
    start = max(0, first - 1_024)
    return _best(_bare(data[start : start + _SAMPLE]), text[start : start + _SAMPLE])


def as_bytes(text: str) -> bytes | None:
    """Undo a decoding as Latin-1 or Windows-1252, or give None where the text is neither."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        pass
    try:
        return text.translate(_C1).encode("latin-1")
    except UnicodeEncodeError:
        return None


def _western_signs() -> dict[int, int]:
    signs = {}
    for code in range(0x80, 0xA0):
        char = bytes([code]).decode("cp1252", "ignore")
        if char:
            signs[ord(char)] = code
    return signs


# The signs that Windows-1252 has where Latin-1 has control codes, back to their bytes.
_C1: Final = _western_signs()


def _bare(data: bytes) -> bytes:
    """Blank out tags and entities: their words are no one's language."""
    if b"<" not in data and b"&" not in data:
        return data
    return _TAG.sub(" ", data.decode("latin-1")).encode("latin-1")


def _best(data: bytes, as_is: str | None) -> Detection | None:
    readings = [_read(codec, data) for codec in _EIGHT_BIT]
    # A stable sort: where readings are equal, the commoner encoding stands first in the list.
    readings.sort(key=lambda reading: -reading.points)
    best, *others = readings
    if not best.convincing:
        return None
    if as_is is not None:
        plain = _weigh("", as_is, None)
        if plain.text == best.text or plain.points >= best.points:
            return None
    rivals = [other for other in others if other.text != best.text]
    if rivals and rivals[0].points >= best.points:
        return None
    near = next((other.name for other in others if other.convincing), None)
    return _claim(best, near)


def _viqr(text: str) -> Detection | None:
    if not any(sign in text for sign in "'`?~.^"):
        return None
    reading = _read(_CODECS["viqr"], _bare(text.encode("ascii")))
    if not reading.convincing:
        return None
    # A tone at the end of a word may be a full stop or a question mark: `di?` is plain text. What
    # no plain text has are hats, horns and the bar of đ, which stand in every second marked word.
    hats = sum(1 for word in WORD.findall(reading.text) if _HAT.search(normalize("NFD", word)))
    return _claim(reading, None) if hats >= max(2, reading.words // 4) else None


def _claim(reading: _Reading, runner_up: str | None) -> Detection:
    return Detection(
        encoding=reading.name,
        score=round(reading.valid / reading.words, 3),
        words=reading.words,
        valid=reading.valid,
        share=round(reading.share, 3),
        runner_up=runner_up,
    )


def _read(codec: LegacyCodec, data: bytes) -> _Reading:
    text = codec.decode(data, "replace")
    return _weigh(codec.name, text, codec)


def _weigh(name: str, text: str, codec: LegacyCodec | None) -> _Reading:
    words = valid = total = frequent = 0
    for word in WORD.findall(text):
        total += 1
        if word.isascii():
            continue
        words += 1
        if is_syllable(word):
            valid += 1
            frequent += word.lower() in FREQUENT
    share = valid / total if total else 0.0
    # A word that is no syllable weighs more than one that is: a wrong reading makes many.
    points = valid - 2.0 * (words - valid) + 0.5 * frequent
    return _Reading(name, text, words, valid, share, points)
