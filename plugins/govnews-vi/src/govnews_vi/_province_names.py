"""The provinces by their names, in any spelling, before and since July 2025."""

from __future__ import annotations

from typing import Final

from govnews_vi._provinces import PROVINCES, Province
from govnews_vi._units import LEADING, level_of
from govnews_vi.keys import search_key, tone_key

_NICKNAMES: Final = ("TP.HCM", "TP HCM", "TPHCM", "HCM", "TP. HCM", "TP.Hồ Chí Minh")


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
    match = LEADING.match(name)
    rest = name[match.end() :] if match and level_of(match["word"]) == "province" else ""
    for candidate in (name, rest):
        found = _BY_KEY.get(key_of(candidate))
        if found is None and candidate.isascii():
            found = _BY_SEARCH.get(search_key(key_of(candidate)))
        if found is not None:
            return found
    return ()


def key_of(name: str) -> str:
    """Return the key by which names of provinces compare."""
    return tone_key(name).replace("–", "-").replace("—", "-").rstrip(". ")


def _index() -> dict[str, tuple[Province, ...]]:
    index: dict[str, tuple[Province, ...]] = {}
    for province in PROVINCES:
        key = key_of(province.name)
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
        index[key_of(other)] = index[key_of(name)]
    return index


_BY_KEY: Final = _index()
_BY_SEARCH: Final = {search_key(key): rows for key, rows in _BY_KEY.items()}
CITIES: Final = frozenset(
    key for key, rows in _BY_KEY.items() if any(row.word == "thành phố" for row in rows)
)
