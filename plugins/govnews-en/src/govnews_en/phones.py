"""Telephone numbers in English pages: a value only where the country is certain.

A number with its country code has a value when the numbering plan of that country has such a
number. A number in national form has none by itself; `region_of` says which country a page gives
evidence of, and `national` what the number is there. `phonenumbers` (libphonenumber) knows the
plans.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from govnews.extraction import LabelRole, PhoneNumber

__all__ = ["national", "read_numbers", "region_of"]

# The extension and the words around a number are no part of it. "(0)" is the trunk prefix that is
# not dialed with the country code.
_NUMBER: Final = re.compile(
    r"(?<![\w@./])\(?\+?\d(?:[ .()\u00a0\u2010-\u2013-]{0,3}\d){5,14}(?![\w@]|\.\d)"
)
# The prefixes of the British text relay service stand before a number that is printed anyway.
_RELAY: Final = re.compile(r"(?<!\d)1800[12][ \u00a0](?=0\d)")
_SHORTENED: Final = re.compile(r"\s{0,2}(?:/|or|,|&|and)\s{0,2}(?P<end>\d{2,4})(?![\w.]|\s?\d)")
_NANP: Final = re.compile(r"1[ .(-]{1,2}[2-9]\d\d[) .-]{1,2}[2-9]\d\d[ .-]\d{4}(?:-\d{1,2})?$")
_RANGE: Final = re.compile(r"(?<=\d{4})-\d{1,2}$")


def read_numbers(text: str, asof: str | None, role: LabelRole) -> tuple[PhoneNumber, ...]:
    """Find the telephone numbers in what stands behind a label.

    Args:
        text: The words behind the label.
        asof: Date of the page; no plan read here depends on it.
        role: Role of the label.

    Returns:
        Each number with its international form (E.164) where its country code is written. The short
        ends of a list ("020 7946 0991 / 0995") are numbers of their own, without a value.

    >>> [number.value for number in read_numbers("+44 (0)20 7946 0991 / 0995", None, "phone")]
    ['+442079460991', '+442079460995']
    >>> [number.value for number in read_numbers("020 7946 0991", None, "phone")]
    [None]
    """
    found: list[PhoneNumber] = []
    text = _RELAY.sub(lambda prefix: " " * len(prefix[0]), text)
    for match in _NUMBER.finditer(text):
        written = match[0]
        value = _international(written)
        found.append(PhoneNumber(start=match.start(), end=match.end(), value=value))
        at = match.end()
        while (short := _SHORTENED.match(text, at)) is not None:
            digits = short["end"]
            whole = _valid(value[: -len(digits)] + digits) if value else None
            start, end = short.span("end")
            ground = f"the number before it, whose last {len(digits)} digits it replaces"
            found.append(
                PhoneNumber(
                    start=start,
                    end=end,
                    value=whole,
                    inferred=whole is not None,
                    ground=ground if whole else None,
                )
            )
            at = short.end()
    return tuple(found)


def _international(written: str) -> str | None:
    text = _RANGE.sub("", written) if _NANP.match(written) else written
    if not text.lstrip("(").startswith("+"):
        return _valid("+" + _digits(text)) if _NANP.match(written) else None
    return _valid("+" + _digits(text.replace("(0)", ""))) or _valid(text)


def _digits(text: str) -> str:
    return "".join(char for char in text if char in "0123456789")


# An office prints its numbers on each of its pages.
@lru_cache(maxsize=4096)
def _valid(text: str, region: str | None = None) -> str | None:
    import phonenumbers  # on first use: its tables are large

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def national(text: str, region: str) -> str | None:
    """Return the international form of a number as a country writes its own.

    Args:
        text: The number as written.
        region: The country, as a code of ISO 3166-1.

    >>> national("020 7946 0991", "GB")
    '+442079460991'
    """
    return _valid(text, region)


_CODES: Final = {
    "+44": "GB", "+353": "IE", "+61": "AU", "+64": "NZ", "+27": "ZA", "+91": "IN", "+65": "SG",
    "+60": "MY", "+63": "PH", "+234": "NG", "+254": "KE", "+233": "GH", "+92": "PK", "+94": "LK",
    "+880": "BD", "+356": "MT",
}  # fmt: skip
_DOMAINS: Final = {
    ".gov.uk": "GB", ".nhs.uk": "GB", ".ac.uk": "GB", ".gov.ie": "IE", ".gov.au": "AU",
    ".edu.au": "AU", ".govt.nz": "NZ", ".ac.nz": "NZ", ".gov.za": "ZA", ".ac.za": "ZA",
    ".gov.in": "IN", ".gov.sg": "SG", ".edu.sg": "SG", ".gov.my": "MY", ".gov.ph": "PH",
    ".gov.ng": "NG", ".go.ke": "KE", ".gov.gh": "GH", ".gov.pk": "PK", ".gov.lk": "LK",
    ".gov.bd": "BD", ".gov.mt": "MT", ".gc.ca": "CA", ".gov": "US", ".mil": "US",
}  # fmt: skip
_LABELS: Final = tuple({f".{ending.split('.')[1]}" for ending in _DOMAINS})
_DOMAIN: Final = re.compile(r"[@./][\w-]{1,63}((?:\.[a-z]{2,4}){1,2})(?![\w-]|\.\w)", re.IGNORECASE)
_BRITISH: Final = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)")
_CODE: Final = re.compile(r"(?<!\w)\+\d{2,3}(?=[\s(.-])")


def region_of(text: str) -> tuple[str, str] | None:
    """Tell the country whose national numbers a page prints, by what the page itself shows.

    Government and university domains, British postcodes and country codes of other numbers are
    evidence; where they name two countries, there is none.

    Args:
        text: The text of the page.

    Returns:
        The country (ISO 3166-1) and the words that show it, or None.

    >>> region_of("press@portmerrin.gov.uk, 01632 960 001")
    ('GB', '.gov.uk')
    """
    shown: dict[str, str] = {}
    lower = text.lower()
    # Most texts show no such domain; the pattern stops at each dot of them all the same.
    domains = _DOMAIN.finditer(text) if any(label in lower for label in _LABELS) else ()
    for domain in domains:
        ending = domain[1].lower()
        for tail in (ending, ending[ending.rfind(".") :]):
            if tail in _DOMAINS:
                shown.setdefault(_DOMAINS[tail], tail)
                break
    postcode = _BRITISH.search(text)
    if postcode is not None:
        shown.setdefault("GB", postcode[0])
    for code in _CODE.finditer(text) if "+" in text else ():
        if code[0] in _CODES:
            shown.setdefault(_CODES[code[0]], code[0])
    return next(iter(shown.items())) if len(shown) == 1 else None
