"""What a written telephone number is today: the plan of now, and those of before 2017 and 2018."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from govnews_vi._renumbering import AREA_CHANGES, MOBILE_CHANGES, MOBILE_DAY, AreaChange

__all__ = ["SERVICE", "Resolved", "no", "resolve"]

SERVICE: Final = "a service number, dialed inside Viet Nam only; it has no international form"

_SHAPE: Final = re.compile(r"\(?\s?\+?[0-9\s().\-–/]+")
_DIGITS: Final = re.compile("[0-9]+")

_OLD: Final = {row.old: row for row in AREA_CHANGES}
# Numbers of networks that the national plan keeps apart.
_STATE: Final = {
    "80": "080 is a network of the state; it has no public form that could be confirmed",
    "69": "069 is a network of the forces; it has no public form that could be confirmed",
}
# Of the mobile codes that look like old landlines only these two are older than September 2018.
_MOBILE_BEFORE: Final = ("86", "88")

# The value, whether it is inferred, and the ground of the inference or of having no value.
Resolved = tuple[str | None, bool, str | None]


def no(ground: str) -> Resolved:
    """Give no value, and say why."""
    return None, False, ground


# An office prints its numbers on each of its pages.
@lru_cache(maxsize=4096)
def resolve(body: str, asof: str | None, kind: str | None) -> Resolved:
    """Find today's number for what is written, without its extension."""
    if _SHAPE.fullmatch(body) is None:
        return no("not a telephone number")
    groups = _DIGITS.findall(body)
    digits = "".join(groups)
    if body.lstrip("( ").startswith("+") and not digits.startswith("84"):
        return _foreign(digits)
    national = _national(body, digits)
    if national is None:
        return no("no area code")
    if not national.startswith("0"):
        return no(SERVICE if _valid("+84" + national) else "not a valid number")
    number = national[1:]
    for code, reason in _STATE.items():
        if number.startswith(code):
            return no(reason)
    # The code as it is set apart from the rest: `037 3852246` is not written like a mobile.
    area = groups[0] if groups[0].startswith("0") else ""
    return _subscriber(number, area, asof, kind)


def _national(body: str, digits: str) -> str | None:
    """Give the number with its trunk 0, or as it is where it has none (1900...)."""
    if digits.startswith(("1800", "1900")) and 8 <= len(digits) <= 10:
        return digits
    plus = body.lstrip("( ").startswith("+")
    if digits.startswith("0084"):
        digits, plus = digits[2:], True
    if digits.startswith("84") and (plus or len(digits) >= 11):
        rest = digits[2:].removeprefix("0")
        return rest if rest.startswith(("1800", "1900")) else "0" + rest
    return digits if digits.startswith("0") else None


def _foreign(digits: str) -> Resolved:
    return ("+" + digits, False, None) if _valid("+" + digits) else no("not a valid number")


def _valid(value: str) -> bool:
    import phonenumbers  # on first use: its tables are large

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(value, None))
    except phonenumbers.NumberParseException:
        return False


def _subscriber(number: str, area: str, asof: str | None, kind: str | None) -> Resolved:
    """Read a number with an area or mobile code, given without its 0."""
    if len(number) == 10:
        return _ten(number)
    if len(number) != 9:
        return no("no number of today or before 2017 has this many digits")
    old = _old_landline(number)
    if not _valid("+84" + number):
        return _old_only(number, old, area, asof)
    if number.startswith(("9", "89")) or kind == "mobile":
        return "+84" + number, False, None
    return _mobile_or_old(number, old, area, asof, kind)


def _ten(number: str) -> Resolved:
    """Read eleven digits: a landline of today, one of before 2017, or a mobile of before 2018."""
    if _valid("+84" + number):
        return "+84" + number, False, None
    row = _OLD.get(number[:3])
    if row is not None:
        return _renumbered(number, row)
    new = MOBILE_CHANGES.get(number[:3])
    if new is not None:
        ground = f"mobile code 0{number[:3]} became 0{new} on {MOBILE_DAY}"
        return "+84" + new + number[3:], True, ground
    return no("not a valid number")


def _old_landline(number: str) -> AreaChange | None:
    """Find the area a number of ten digits belonged to before 2017."""
    if number[0] in "48":
        return _OLD[number[0]]
    return _OLD.get(number[:2])


def _renumbered(number: str, row: AreaChange) -> Resolved:
    value = "+84" + row.new + number[len(row.old) :]
    if not _valid(value):
        return no("not a valid number")
    ground = f"area code 0{row.old} became 0{row.new} on {row.day} (Decision 2036/QD-BTTTT)"
    return value, True, ground


def _old_only(number: str, old: AreaChange | None, area: str, asof: str | None) -> Resolved:
    """Read what is no number of today."""
    if old is None:
        return no("not a valid number")
    # 02x may also be a landline of today that lacks a digit (0203 820674): the code must stand
    # apart, or the page must be older than the new codes.
    apart = area == "0" + old.old
    if number.startswith("2") and not apart and not _before(asof, old.day):
        return no("an area code of before 2017, or a number of today that lacks a digit")
    return _renumbered(number, old)


def _mobile_or_old(
    number: str, old: AreaChange | None, area: str, asof: str | None, kind: str | None
) -> Resolved:
    """Decide between a mobile of today and the landline of before 2017 that looks like it."""
    if kind == "landline":
        return _renumbered(number, old) if old else no("a mobile's code on a landline")
    if not number.startswith(_MOBILE_BEFORE) and _before(asof, MOBILE_DAY):
        return _renumbered(number, old) if old else no(f"no such code before {MOBILE_DAY}")
    apart = old is not None and area == "0" + old.old
    if _from(asof, MOBILE_DAY) and not apart:
        return "+84" + number, False, None
    if old is None:
        return "+84" + number, False, None
    return no(
        f"a mobile of today, or a landline of {old.province} of before {old.day}; "
        "the date of the page would decide"
    )


def _before(asof: str | None, day: str) -> bool:
    """Say whether a date, however partial, surely lies before a day."""
    stated = _stated(asof)
    return bool(stated) and stated < day[: len(stated)]


def _from(asof: str | None, day: str) -> bool:
    """Say whether a date, however partial, surely lies on a day or after it."""
    stated = _stated(asof)
    if not stated:
        return False
    cut = day[: len(stated)]
    return stated > cut or stated == day


def _stated(asof: str | None) -> str:
    """Give what is stated of an ISO date as YYYY, YYYY-MM or YYYY-MM-DD."""
    match = re.match(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", asof or "")
    return match.group() if match else ""
