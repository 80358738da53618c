"""Which language a text is in, by evidence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from govnews.extraction._ground.view import Fold, plain_fold
from govnews.extraction.pack import LanguagePack

_SAMPLE: Final = 4_000
_FEWEST: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+")


def detect_language(text: str, packs: Sequence[LanguagePack]) -> str | None:
    """Tell the language of a text among those of some packs.

    Each pack names letters that other languages lack and small words that any text holds; the
    language with most of them wins, if it has enough and stands clearly before the next.

    Args:
        text: The text; its first 4,000 characters are looked at.
        packs: The packs to choose among.

    Returns:
        The first language tag of the pack, or None where the evidence decides nothing.

    .. versionadded:: 0.1.0
    """
    sample = _Sample(text[:_SAMPLE])
    ranked = sorted(
        ((sample.evidence(pack), -place) for place, pack in enumerate(packs)),
        reverse=True,
    )
    if not ranked or ranked[0][0] < _FEWEST:
        return None
    if len(ranked) > 1 and ranked[1][0] >= ranked[0][0]:
        return None
    return packs[-ranked[0][1]].languages[0]


class _Sample:
    """The beginning of a text, folded and split once for all packs that fold alike."""

    def __init__(self, text: str) -> None:
        self.lower = text.lower()
        self.letters = frozenset(self.lower)
        self.plain = plain_fold(text)
        self._words: dict[Fold, list[str]] = {}

    def evidence(self, pack: LanguagePack) -> int:
        """Count the letters and the small words of a pack."""
        letters = [some for some in pack.detection.letters if self.letters.issuperset(some)]
        return sum(map(self.lower.count, letters)) + self._small(pack)

    def _small(self, pack: LanguagePack) -> int:
        small = _small_words(pack)
        if small and pack.fold not in self._words:
            self._words[pack.fold] = _WORD.findall(pack.fold(self.plain))
        return sum(map(small.__contains__, self._words[pack.fold])) if small else 0


@lru_cache(maxsize=64)
def _small_words(pack: LanguagePack) -> frozenset[str]:
    """The small words of a pack, folded. Its grammar is not made only to ask for its language."""
    composed = (unicodedata.normalize("NFC", word) for word in pack.detection.words)
    return frozenset(pack.fold(plain_fold(word)) for word in composed)


def pack_of(language: str, packs: Sequence[LanguagePack]) -> LanguagePack | None:
    """Return the pack that reads a language: of its tag, else of its primary subtag."""
    wanted = language.lower()
    for tag in (wanted, wanted.partition("-")[0]):
        for pack in packs:
            if tag in (known.lower() for known in pack.languages):
                return pack
    return None
