"""Telephone numbers as Vietnamese pages write them, and today's number for each.

A number stays as it is written; `value` stands beside it, and only where it is certain. Area codes
changed in 2017 and mobiles in 2018, so an old number gets today's form with the row of the table
that says so; and where an old landline looks like a mobile of today, nothing is claimed unless the
date of the page, its label or the way it is written decides.

Example:
    >>> reading = read_number("(0710) 3820 674")
    >>> reading.value, reading.inferred
    ('+842923820674', True)
    >>> reading.ground
    'area code 0710 became 0292 on 2017-04-15 (Decision 2036/QD-BTTTT)'

.. versionadded:: 0.1.0
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from govnews_vi._phone_rules import no, resolve
from govnews_vi._phone_split import LONGEST, NumberPart, split_extension, split_numbers
from govnews_vi._renumbering import AREA_CHANGES, AREA_KEPT, MOBILE_CHANGES, AreaChange

__all__ = [
    "AREA_CHANGES",
    "AREA_KEPT",
    "MOBILE_CHANGES",
    "AreaChange",
    "NumberPart",
    "PhoneReading",
    "read_number",
    "read_numbers",
    "split_numbers",
]


@frozen(kw_only=True)
class PhoneReading:
    """A telephone number as written, and what it is read as.

    Attributes:
        text: The number as written, extension included.
        value: Today's number in E.164 (`+842923820674`), or None where it is not certain.
        inferred: Whether the value says more than the text: a renumbering, an inherited area code.
        ground: What the inference rests on, or why there is no value; None for a plain value.
        extension: The digits of the extension, or None.
        start: Offset of the text in what was read, in code points.
        end: Offset just after it.

    .. versionadded:: 0.1.0
    """

    text: str
    value: str | None = None
    inferred: bool = False
    ground: str | None = None
    extension: str | None = None
    start: int = 0
    end: int = 0


def read_number(
    text: str,
    *,
    asof: str | None = None,
    kind: Literal["landline", "mobile"] | None = None,
) -> PhoneReading:
    """Read one telephone number, with or without an extension.

    Args:
        text: The number as written, without its label.
        asof: The date of the page, as far as it is stated: `2016`, `2016-05` or `2016-05-12`.
        kind: What the label says: a fax is a landline; Di động, ĐTDĐ, Mobile say a mobile.

    Returns:
        The reading. `value` is None where the text is no number, is one that has no form of
        today, or is an old landline as well as a mobile of today with nothing to decide.

    Example:
        >>> read_number("0292.3820674").value
        '+842923820674'
        >>> read_number("0128 7654321").value
        '+84787654321'
        >>> read_number("037 3852246").value is None  # Thanh Hóa before 2017, or a mobile
        True
        >>> read_number("037 3852246", asof="2015").value
        '+842373852246'
        >>> read_number("0292 3820674 (máy lẻ 102)").extension
        '102'

    .. versionadded:: 0.1.0
    """
    body, extension = split_extension(text[:LONGEST])
    found = resolve(body, asof, kind) if len(text) <= LONGEST else no("too long for a number")
    value, inferred, ground = found
    return PhoneReading(
        text=text,
        value=value,
        inferred=inferred,
        ground=ground,
        extension=extension,
        end=len(text),
    )


def read_numbers(
    text: str,
    *,
    asof: str | None = None,
    kind: Literal["landline", "mobile"] | None = None,
) -> tuple[PhoneReading, ...]:
    """Split and read the numbers that stand after one label.

    Args:
        text: What stands after a label.
        asof: As for `read_number`.
        kind: As for `read_number`.

    Returns:
        A reading for each number, with its offsets. The value of a number that was shortened is
        marked as inferred.

    Example:
        >>> first, second = read_numbers("0292.3820674 - 3821474")
        >>> second.text, second.value, second.ground
        ('3821474', '+842923821474', 'the rest of the number is that of the one before it')

    .. versionadded:: 0.1.0
    """
    readings = []
    for part in split_numbers(text):
        _, extension = split_extension(part.text[:LONGEST])
        found = read_number(part.full, asof=asof, kind=kind)
        ground = found.ground
        if part.shortened and found.value:
            borrowed = "the rest of the number is that of the one before it"
            ground = f"{borrowed}; {ground}" if ground else borrowed
        readings.append(
            PhoneReading(
                text=part.text,
                value=found.value,
                inferred=found.inferred or (part.shortened and found.value is not None),
                ground=ground,
                extension=extension,
                start=part.start,
                end=part.end,
            )
        )
    return tuple(readings)
