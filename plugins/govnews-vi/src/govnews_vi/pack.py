"""The Vietnamese pack: its words, and the few functions that data cannot say."""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction import AddressPart, LabelRole, LanguagePack, PhoneNumber
from govnews_vi._agreement_words import AGREEMENTS
from govnews_vi._fold import fold
from govnews_vi._label_words import LABELS
from govnews_vi._name_words import NAMES
from govnews_vi._page_words import DETECTION, LAYOUT
from govnews_vi._people_words import PEOPLE
from govnews_vi._phone_rules import SERVICE
from govnews_vi._project_words import PROJECTS
from govnews_vi._time_words import TIMES
from govnews_vi.divisions import split_address
from govnews_vi.phones import read_numbers

_HOUSE: Final = re.compile(r"(?:số(?: nhà)?\s{0,2})?\d[\w/.-]{0,12}", re.IGNORECASE)


_REMARK: Final = re.compile(r"24\s?h?\s?/\s?(?:24\s?h?|7)(?!\d)|[^\W\d_]+\.?")
_LEFT_OVER: Final = re.compile(r"\b(?:hoặc|và|or|and)\b(?=\s{0,3}(?:[^\W\d_]|$))", re.IGNORECASE)
_LINKS: Final = frozenset(
    "máy may lẻ le số so nội noi bộ bo extension ext hoặc và or and ext. lẻ.".split()
)
_FEWEST_DIGITS: Final = 3
_PRICE: Final = re.compile(r"\d[\d.,]{0,12}\s?(?:đồng|đ|vnđ|vnd)\b", re.IGNORECASE)


def _without_remarks(text: str) -> str:
    """Put marks over words and prices among numbers: "0900 123 456 (24/7)", "(1.000 đ/phút)"."""
    text = _PRICE.sub(lambda price: ";" * len(price[0]), text)
    text = _LEFT_OVER.sub(lambda words: ";" * len(words[0]), text)
    text = _REMARK.sub(
        lambda word: word[0] if word[0].lower() in _LINKS else ";" * len(word[0]), text
    )
    return text.replace("(;", ";;").replace(";)", ";;")


def phones(text: str, asof: str | None, role: LabelRole) -> tuple[PhoneNumber, ...]:
    """Read the telephone numbers behind a label; remarks among them are passed over."""
    readings = read_numbers(
        _without_remarks(text), asof=asof, kind="landline" if role == "fax" else None
    )
    return tuple(
        PhoneNumber(
            start=one.start,
            end=one.end,
            value=one.value,
            inferred=one.inferred,
            ground=one.ground if one.inferred else None,
            service=one.ground == SERVICE,
        )
        for one in readings
        if sum(char.isdigit() for char in one.text) >= _FEWEST_DIGITS
    )


def units(text: str) -> tuple[AddressPart, ...]:
    """Split an address into its lines and units; a house number goes with its street."""
    parts: list[AddressPart] = []
    for unit in split_address(text):
        level = "line" if unit.level == "street" else unit.level
        start = unit.start
        if level == "line" and parts and _HOUSE.fullmatch(text, parts[-1].start, parts[-1].end):
            start = parts.pop().start
        parts.append(AddressPart(start=start, end=unit.end, level=level))
    return tuple(parts)


PACK: Final = LanguagePack(
    name="vi",
    languages=("vi",),
    detection=DETECTION,
    times=TIMES,
    labels=LABELS,
    names=NAMES,
    people=PEOPLE,
    agreements=AGREEMENTS,
    projects=PROJECTS,
    layout=LAYOUT,
    fold=fold,
    phones=phones,
    units=units,
)
"""Vietnamese."""
