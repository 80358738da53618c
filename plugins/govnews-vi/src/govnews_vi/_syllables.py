"""Which letters can make a Vietnamese syllable: onset, rhyme, tone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from govnews_vi._unicode import TONE_MARKS

__all__ = ["FREQUENT", "WORD", "is_syllable"]

# Longest first, so that `ngh` is not read as `ng` and a rhyme that begins with h.
_ONSETS: Final = (
    *("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"),
    *("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)

_RHYME_LIST: Final = """
a ac ach ai am an ang anh ao ap at au ay ak
ăc ăm ăn ăng ăp ăt ăk âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êc êch êm ên êng ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
yêm yên yêng yêt yêu y yn ynh ych yt
o oc oi om on ong op ot oong ooc ok oăc oăm oăn oăng oăt
oa oac oach oai oam oan oang oanh oao oap oat oay oe oen oeo oet ô
ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uơ
uy uya uych uyn uynh uyp uyt uyu uyên uyêt uôc uôi uôm uôn uông uôt
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
"""
_RHYMES: Final = frozenset(_RHYME_LIST.split())
_STOPS: Final = ("c", "ch", "k", "p", "t")

# Small words that carry marks and stand in any Vietnamese text.
_FREQUENT_LIST: Final = """
của và các những được là có với này để đã trong từ đến ở về tại người năm ngày không một như khi
đó cũng sẽ việc phát triển hợp tác công tỉnh thành phố nước xã hội kinh tế lãnh đạo sở ủy uỷ bộ
đồng thời việt nhiều số trên vào tháng
"""
FREQUENT: Final = frozenset(_FREQUENT_LIST.split())

# A word: letters with whatever combining marks follow them. U+FFFD stands for a letter lost.
WORD: Final = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f\ufffd])*|\ufffd+")


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    """Say whether a word can be a Vietnamese syllable: its case, its letters and its tone.

    Example:
        >>> [is_syllable(w) for w in ("nghiệp", "Hà", "TOÀN", "nghiep", "hữU", "été")]
        [True, True, True, False, False, False]
    """
    if len(word) > 24 or not (word.islower() or word.isupper() or word.istitle()):
        return False
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in parts if char in TONE_MARKS]
    letters = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONE_MARKS))
    if len(tones) > 1:
        return False
    tone = tones[0] if tones else ""
    return any(_rhymes(letters[len(onset) :], onset, tone) for onset in _onsets(letters))


def _onsets(letters: str) -> list[str]:
    return [onset for onset in _ONSETS if letters.startswith(onset)]


def _rhymes(rest: str, onset: str, tone: str) -> bool:
    if rest not in _RHYMES:
        return False
    # A syllable that ends in a stop has the acute or the dot, nothing else.
    if rest.endswith(_STOPS) and tone not in {"\u0301", "\u0323"}:
        return False
    if onset in {"k", "gh", "ngh"}:
        return rest[0] in "eêiy"
    return not (onset == "c" and rest[0] in "eêiy")
