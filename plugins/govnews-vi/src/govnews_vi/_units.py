"""The parts of an address: their levels, and the words that tell them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal

from attrs import frozen

from govnews_vi.keys import tone_key

#: From a street to the country; `unknown` where nothing says which level a name has.
Level = Literal[
    "street", "hamlet", "commune", "district", "province", "country", "postcode", "unknown"
]

#: The unit words, with the level of each. `thành phố` stands on two levels, see `split_address`.
UNIT_WORDS: Final[Mapping[str, Level]] = MappingProxyType(
    {
        "tỉnh": "province",
        "thành phố": "province",
        "tp.": "province",
        "tp": "province",
        "quận": "district",
        "q.": "district",
        "huyện": "district",
        "h.": "district",
        "thị xã": "district",
        "tx.": "district",
        "phường": "commune",
        "p.": "commune",
        "xã": "commune",
        "x.": "commune",
        "thị trấn": "commune",
        "tt.": "commune",
        "đặc khu": "commune",
        "khu phố": "hamlet",
        "kp.": "hamlet",
        "tổ dân phố": "hamlet",
        "tổ": "hamlet",
        "ấp": "hamlet",
        "thôn": "hamlet",
        "xóm": "hamlet",
        "bản": "hamlet",
        "buôn": "hamlet",
        "làng": "hamlet",
        "khóm": "hamlet",
        "khu vực": "hamlet",
        "số": "street",
        "số nhà": "street",
        "đường": "street",
        "phố": "street",
        "đại lộ": "street",
        "quốc lộ": "street",
        "tỉnh lộ": "street",
        "ngõ": "street",
        "ngách": "street",
        "hẻm": "street",
        "kiệt": "street",
        "lô": "street",
        "tầng": "street",
    }
)


@frozen(kw_only=True)
class Unit:
    """One part of an address.

    Attributes:
        name: The name as written, without its unit word; of a street or a hamlet the whole part,
            because there the word belongs to the name (`Số 5 Lê Lợi`, `ấp Tân Lập`).
        level: Which kind of part it is.
        word: The unit word as written (`TP.`, `phường`), or None.
        start: Offset of the part in the address, unit word included, in code points.
        end: Offset just after it.

    .. versionadded:: 0.1.0
    """

    name: str
    level: Level
    word: str | None = None
    start: int
    end: int


_UNITS: Final[Mapping[str, Level]] = {tone_key(word): level for word, level in UNIT_WORDS.items()}
WHOLE: Final = ("street", "hamlet")

# A unit word at the beginning of a part: in full and followed by a blank, or abbreviated.
LEADING: Final = re.compile(
    r"(?P<word>"
    r"(?:thành\s+phố|thị\s+xã|thị\s+trấn|đặc\s+khu|khu\s+phố|tổ\s+dân\s+phố|khu\s+vực|đại\s+lộ"
    r"|quốc\s+lộ|tỉnh\s+lộ|số\s+nhà|tỉnh|quận|huyện|phường|xã|tổ|ấp|thôn|xóm|bản|buôn|làng|khóm"
    r"|số|đường|phố|ngõ|ngách|hẻm|kiệt|lô|tầng|tp)(?=[\s.])\.?"
    r"|(?:tp|tx|tt|kp|[qphx])\."
    r"|[qp](?=\s?\d))\s*",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def level_of(word: str) -> Level:
    """Return the level that a unit word stands for."""
    key = tone_key(word)
    return _UNITS.get(key) or _UNITS.get(key.rstrip(".")) or _UNITS[key.rstrip(".") + "."]
