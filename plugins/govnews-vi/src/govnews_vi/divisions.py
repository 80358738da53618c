"""Administrative units in a Vietnamese address, kept as they are written.

An address is split at its separators and unit words; no name is corrected, completed or mapped to
another one. Two levels (as since July 2025) and three (as before) are equally legal, and so is an
address that names only a street or only a province.

Example:
    >>> units = split_address("Số 5 Lê Lợi, P. An Hội, Q. Ninh Kiều, TP. Cần Thơ")
    >>> [unit.level for unit in units]
    ['street', 'commune', 'district', 'province']
    >>> [unit.name for unit in units]
    ['Số 5 Lê Lợi', 'An Hội', 'Ninh Kiều', 'Cần Thơ']
    >>> street_lines(units)
    ('Số 5 Lê Lợi',)

.. versionadded:: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final, Literal

from attrs import evolve, frozen

from govnews_vi._provinces import MERGERS, PROVINCES, Province
from govnews_vi._unicode import composed
from govnews_vi.keys import search_key, tone_key

__all__ = [
    "MERGERS",
    "PROVINCES",
    "UNIT_WORDS",
    "Level",
    "Province",
    "Unit",
    "find_provinces",
    "split_address",
    "street_lines",
]

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
_WHOLE: Final = ("street", "hamlet")
_COUNTRY: Final = frozenset(map(search_key, ("Việt Nam", "Vietnam", "CHXHCN Việt Nam", "VN")))
_PROVINCE: Final = tone_key("tỉnh")
_NICKNAMES: Final = ("TP.HCM", "TP HCM", "TPHCM", "HCM", "TP. HCM", "TP.Hồ Chí Minh")
# Names that hold a separator.
_COMPOUNDS: Final = frozenset(
    tone_key(name) for name in ("Bà Rịa - Vũng Tàu", "Phan Rang - Tháp Chàm", "Thừa Thiên - Huế")
)

_SEPARATOR: Final = re.compile(r"[,;\r\n]|\s[-–—]\s|\s[-–—](?=\S)|(?<=\S)[-–—]\s")
# A unit word at the beginning of a part: in full and followed by a blank, or abbreviated.
_LEADING: Final = re.compile(
    r"(?P<word>"
    r"(?:thành\s+phố|thị\s+xã|thị\s+trấn|đặc\s+khu|khu\s+phố|tổ\s+dân\s+phố|khu\s+vực|đại\s+lộ"
    r"|quốc\s+lộ|tỉnh\s+lộ|số\s+nhà|tỉnh|quận|huyện|phường|xã|tổ|ấp|thôn|xóm|bản|buôn|làng|khóm"
    r"|số|đường|phố|ngõ|ngách|hẻm|kiệt|lô|tầng|tp)(?=[\s.])\.?"
    r"|(?:tp|tx|tt|kp|[qphx])\."
    r"|[qp](?=\s?\d))\s*",
    re.IGNORECASE,
)
# The same words in the middle of a part that names no separator: `5 Lê Lợi phường An Hội`. Only
# with a blank before; what follows must be a name (see `_names`).
_INNER: Final = re.compile(
    r"(?<=\s)(?:(?:thành\s+phố|thị\s+xã|thị\s+trấn|quận|huyện|phường|tỉnh|xã)\s+"
    r"|(?:tp|tx|tt|[pq])\.\s?)",
    re.IGNORECASE,
)
_STREETY: Final = re.compile(r"\d|^(?:số|đường|phố|ngõ|hẻm|ấp|thôn|khu|tổ)\s", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d")
_POSTCODE: Final = re.compile(r"\d{5,6}")


def find_provinces(name: str) -> tuple[Province, ...]:
    """Find the provinces of a name, before and since July 2025.

    Args:
        name: A name with or without its unit word, in any tone placement, or without marks.

    Returns:
        The rows of that name, older scheme first; none where the name is no province's. Where the
        name is in both schemes, the territory is not the same in both.

    Example:
        >>> [(p.scheme, p.code) for p in find_provinces("Lào Cai")]
        [('vn-gso-2020', '10'), ('vn-2025', '15')]
        >>> [p.name for p in find_provinces("TP. HCM")]
        ['Hồ Chí Minh', 'Hồ Chí Minh']
        >>> find_provinces("Khánh Hoà") == find_provinces("Khánh Hòa")
        True

    .. versionadded:: 0.1.0
    """
    if len(name) > 60:
        return ()
    match = _LEADING.match(name)
    rest = name[match.end() :] if match and _level(match["word"]) == "province" else ""
    for candidate in (name, rest):
        found = _BY_KEY.get(_key(candidate))
        if found is None and candidate.isascii():
            found = _BY_SEARCH.get(search_key(_key(candidate)))
        if found is not None:
            return found
    return ()


def split_address(text: str) -> tuple[Unit, ...]:
    """Split a Vietnamese address into its parts, in the order in which they stand.

    `thành phố X` is a province where X is one of the cities under the central government and no
    province follows; otherwise it is a district. A name without a unit word is a province only
    where it is a province's name and stands last (before a postcode or the country). Without a
    unit word a street stands at the beginning: before a commune, or with a number. All else is
    `unknown`.

    Args:
        text: The address, without its label.

    Returns:
        The parts, each with its offsets. Nothing is corrected, and no part is invented.

    Example:
        >>> [(u.word, u.name) for u in split_address("Thôn 3, xã Bình Minh, tỉnh Đắk Lắk")]
        [('Thôn', 'Thôn 3'), ('xã', 'Bình Minh'), ('tỉnh', 'Đắk Lắk')]
        >>> [(u.level, u.name) for u in split_address("12 Trần Phú, Quận 1, Bà Rịa - Vũng Tàu")]
        [('street', '12 Trần Phú'), ('district', '1'), ('province', 'Bà Rịa - Vũng Tàu')]

    .. versionadded:: 0.1.0
    """
    plain, offsets = composed(text)
    units = [_unit(plain, start, end) for start, end in _parts(plain)]
    _settle_end(units)
    _settle_cities(units)
    _settle_start(units)
    if offsets is None:
        return tuple(units)
    return tuple(_as_written(unit, text, offsets) for unit in units)


def street_lines(units: tuple[Unit, ...]) -> tuple[str, ...]:
    """Take the parts below the commune: street, house number, building, hamlet.

    Args:
        units: What `split_address` gave.

    Returns:
        The parts as written, in order.

    Example:
        >>> street_lines(split_address("Ấp Tân Lập, xã Long Hòa, tỉnh Cà Mau"))
        ('Ấp Tân Lập',)

    .. versionadded:: 0.1.0
    """
    return tuple(unit.name for unit in units if unit.level in _WHOLE)


def _key(name: str) -> str:
    return tone_key(name).replace("–", "-").replace("—", "-").rstrip(". ")


def _index() -> dict[str, tuple[Province, ...]]:
    index: dict[str, tuple[Province, ...]] = {}
    for province in PROVINCES:
        key = _key(province.name)
        index[key] = (*index.get(key, ()), province)
    for other, name in (
        *((nickname, "Hồ Chí Minh") for nickname in _NICKNAMES),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Đăk Nông", "Đắk Nông"),
        ("Đắc Nông", "Đắk Nông"),
        ("Bắc Cạn", "Bắc Kạn"),
        ("Bà Rịa Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ):
        index[_key(other)] = index[_key(name)]
    return index


_BY_KEY: Final = _index()
_BY_SEARCH: Final = {search_key(key): rows for key, rows in _BY_KEY.items()}
_CITIES: Final = frozenset(
    key for key, rows in _BY_KEY.items() if any(row.word == "thành phố" for row in rows)
)


def _parts(text: str) -> list[tuple[int, int]]:
    """Find the spans of the parts: between separators, and before unit words within them."""
    cuts = [0]
    for match in _SEPARATOR.finditer(text):
        cuts += match.span()
    cuts.append(len(text))
    spans = [_trim(text, start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    spans = _join_compounds(text, [span for span in spans if span[0] < span[1]])
    parts: list[tuple[int, int]] = []
    for start, end in spans:
        parts += _inner(text, start, end)
    return parts


def _join_compounds(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the two halves of a name that holds a dash (`Bà Rịa - Vũng Tàu`)."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined:
            first = joined[-1][0]
            between = text[joined[-1][1] : start]
            if any(dash in between for dash in "-–—") and end - first < 60:
                whole = text[first:end]
                match = _LEADING.match(whole)
                if _key(whole[match.end() :] if match else whole) in _COMPOUNDS:
                    joined[-1] = (first, end)
                    continue
        joined.append((start, end))
    return joined


def _inner(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part a stretch without separators where a unit word begins a new unit."""
    part = text[start:end]
    leading = _LEADING.match(part)
    # `Trụ sở UBND tỉnh X` names an office: only a street or a unit can be followed by a unit.
    if leading is None and _STREETY.search(part) is None:
        return [(start, end)]
    floor = leading.end() if leading else 0
    cuts = [
        match.start()
        for match in _INNER.finditer(part)
        if match.start() > floor and _names(part, match.end())
    ]
    edges = [0, *cuts, len(part)]
    return [_trim(text, start + a, start + b) for a, b in pairwise(edges)]


def _names(part: str, index: int) -> bool:
    """Say whether a name can begin here: with a capital or a digit (`xã Hòa An`, not `xã hội`)."""
    return part[index : index + 1].isupper() or part[index : index + 1].isdigit()


def _as_written(unit: Unit, text: str, offsets: list[int]) -> Unit:
    """Give a unit of the composed text its place and words in the text as written."""
    start, end = offsets[unit.start], offsets[unit.end]
    name = text[offsets[unit.end - len(unit.name)] : end]
    word = text[start : offsets[unit.start + len(unit.word)]] if unit.word else None
    return evolve(unit, name=name, word=word, start=start, end=end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ".:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".:"):
        end -= 1
    return start, end


def _unit(text: str, start: int, end: int) -> Unit:
    """Read one part by its unit word, if it has one."""
    part = text[start:end]
    if _POSTCODE.fullmatch(part):
        return Unit(name=part, level="postcode", start=start, end=end)
    match = _LEADING.match(part)
    if match is None and len(part) <= 30 and search_key(part) in _COUNTRY:
        return Unit(name=part, level="country", start=start, end=end)
    if match is None or match.end() == len(part):
        return Unit(name=part, level="unknown", start=start, end=end)
    word = match["word"]
    level = _level(word)
    if level != "street" and not _names(part, match.end()):
        return Unit(name=part, level="unknown", start=start, end=end)
    name = part if level in _WHOLE else part[match.end() :]
    return Unit(name=name, level=level, word=word, start=start, end=end)


@lru_cache(maxsize=1024)
def _level(word: str) -> Level:
    key = tone_key(word)
    return _UNITS.get(key) or _UNITS.get(key.rstrip(".")) or _UNITS[key.rstrip(".") + "."]


def _settle_end(units: list[Unit]) -> None:
    """Find the province at the end, where it has no unit word, and a postcode behind it."""
    last = len(units) - 1
    while last >= 0 and units[last].level in {"country", "postcode"}:
        last -= 1
    if last < 0 or units[last].level not in {"unknown", "province"}:
        return
    unit = units[last]
    words = unit.name.rsplit(None, 1)
    if len(words) == 2 and _POSTCODE.fullmatch(words[1]) and find_provinces(words[0]):
        code = words[1]
        units.insert(
            last + 1, Unit(name=code, level="postcode", start=unit.end - len(code), end=unit.end)
        )
        end = unit.end - len(unit.name) + len(words[0])
        unit = evolve(unit, name=words[0], end=end)
    units[last] = evolve(unit, level="province") if find_provinces(unit.name) else unit


def _settle_cities(units: list[Unit]) -> None:
    """Tell the cities under the central government from those within a province."""
    province_follows = False
    for index in range(len(units) - 1, -1, -1):
        unit = units[index]
        if unit.level != "province":
            continue
        word = tone_key(unit.word or "")
        city = bool(word) and word != _PROVINCE
        if city and (province_follows or _key(unit.name) not in _CITIES):
            units[index] = evolve(unit, level="district")
        else:
            province_follows = True


def _settle_start(units: list[Unit]) -> None:
    """Tell streets and buildings among what stands without a unit word at the beginning.

    Before a commune all of it is. Before a district or a province a bare name may be the commune
    or the district: only what holds a number, or stands before such a part, is a street.
    """
    count = next(
        (i for i, unit in enumerate(units) if unit.level not in {"unknown", *_WHOLE}), len(units)
    )
    sure = count < len(units) and units[count].level == "commune"
    for index in range(count - 1, -1, -1):
        unit = units[index]
        sure = sure or unit.level in _WHOLE or _NUMBER.search(unit.name) is not None
        if unit.level == "unknown" and sure:
            units[index] = evolve(unit, level="street")
