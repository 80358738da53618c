"""An address in its parts: where each begins, and on which level it stands."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from attrs import evolve

from govnews_vi._province_names import CITIES, find_provinces, key_of
from govnews_vi._units import LEADING, WHOLE, Unit, level_of
from govnews_vi.keys import search_key, tone_key

_COUNTRY: Final = frozenset(map(search_key, ("Việt Nam", "Vietnam", "CHXHCN Việt Nam", "VN")))
_PROVINCE: Final = tone_key("tỉnh")
# Names that hold a separator.
_COMPOUNDS: Final = frozenset(
    tone_key(name) for name in ("Bà Rịa - Vũng Tàu", "Phan Rang - Tháp Chàm", "Thừa Thiên - Huế")
)

_SEPARATOR: Final = re.compile(r"[,;\r\n]|\s[-–—]\s|\s[-–—](?=\S)|(?<=\S)[-–—]\s")
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


def units_of(text: str) -> list[Unit]:
    """Read the parts of an address whose letters are composed."""
    units = [_unit(text, start, end) for start, end in _parts(text)]
    _settle_end(units)
    _settle_cities(units)
    _settle_start(units)
    return units


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
                match = LEADING.match(whole)
                if key_of(whole[match.end() :] if match else whole) in _COMPOUNDS:
                    joined[-1] = (first, end)
                    continue
        joined.append((start, end))
    return joined


def _inner(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part a stretch without separators where a unit word begins a new unit."""
    part = text[start:end]
    leading = LEADING.match(part)
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


def as_written(unit: Unit, text: str, offsets: list[int]) -> Unit:
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
    match = LEADING.match(part)
    if match is None and len(part) <= 30 and search_key(part) in _COUNTRY:
        return Unit(name=part, level="country", start=start, end=end)
    if match is None or match.end() == len(part):
        return Unit(name=part, level="unknown", start=start, end=end)
    word = match["word"]
    level = level_of(word)
    if level != "street" and not _names(part, match.end()):
        return Unit(name=part, level="unknown", start=start, end=end)
    name = part if level in WHOLE else part[match.end() :]
    return Unit(name=name, level=level, word=word, start=start, end=end)


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
        if city and (province_follows or key_of(unit.name) not in CITIES):
            units[index] = evolve(unit, level="district")
        else:
            province_follows = True


def _settle_start(units: list[Unit]) -> None:
    """Tell streets and buildings among what stands without a unit word at the beginning.

    Before a commune all of it is. Before a district or a province a bare name may be the commune
    or the district: only what holds a number, or stands before such a part, is a street.
    """
    count = next(
        (i for i, unit in enumerate(units) if unit.level not in {"unknown", *WHOLE}), len(units)
    )
    sure = count < len(units) and units[count].level == "commune"
    for index in range(count - 1, -1, -1):
        unit = units[index]
        sure = sure or unit.level in WHOLE or _NUMBER.search(unit.name) is not None
        if unit.level == "unknown" and sure:
            units[index] = evolve(unit, level="street")
