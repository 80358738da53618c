"""The Vietnamese pack: its words, and the few functions that data cannot say."""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction import AddressPart, LabelRole, LanguagePack, PhoneNumber
from govnews_vi._agreement_words import AGREEMENTS, PROJECTS
from govnews_vi._fold import fold
from govnews_vi._name_words import NAMES, PEOPLE
from govnews_vi._page_words import DETECTION, LABELS, LAYOUT
from govnews_vi._time_words import TIMES
from govnews_vi.divisions import split_address
from govnews_vi.phones import read_numbers

_HOUSE: Final = re.compile(r"(?:số(?: nhà)?\s{0,2})?\d[\w/.-]{0,12}", re.IGNORECASE)


def phones(text: str, asof: str | None, role: LabelRole) -> tuple[PhoneNumber, ...]:
    """Read the telephone numbers behind a label."""
    return tuple(
        PhoneNumber(
            start=one.start,
            end=one.end,
            value=one.value,
            inferred=one.inferred,
            ground=one.ground if one.inferred else None,
        )
        for one in read_numbers(text, asof=asof, kind="landline" if role == "fax" else None)
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
