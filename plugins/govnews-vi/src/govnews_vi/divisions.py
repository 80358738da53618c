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

from govnews_vi._address import as_written, units_of
from govnews_vi._province_names import find_provinces
from govnews_vi._provinces import MERGERS, PROVINCES, Province
from govnews_vi._unicode import composed
from govnews_vi._units import UNIT_WORDS, WHOLE, Level, Unit

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
    units = units_of(plain)
    if offsets is None:
        return tuple(units)
    return tuple(as_written(unit, text, offsets) for unit in units)


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
    return tuple(unit.name for unit in units if unit.level in WHOLE)
