"""What a language pack is: the words of one language, by the stage that needs them.

A pack is data and a few functions. Words may be written in any case and normal form; the engine
folds them as it folds the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from govnews.extraction._word_lists import (
    Agreements,
    Detection,
    Layout,
    Names,
    People,
    Projects,
    Words,
)

__all__ = [
    "AddressPart",
    "Agreements",
    "Detection",
    "Label",
    "LabelRole",
    "LanguagePack",
    "Layout",
    "Names",
    "People",
    "PhoneNumber",
    "Projects",
    "TimeForm",
    "Times",
    "Words",
    "no_fold",
    "no_national",
    "no_region",
    "plain_key",
    "plain_phones",
    "plain_units",
]

LabelRole: TypeAlias = Literal[
    "address",
    "author",
    "copyright",
    "credit",
    "email",
    "event",
    "fax",
    "license",
    "modified",
    "organization",
    "other",
    "parent",
    "phone",
    "phone_fax",
    "place",
    "published",
    "responsible",
    "web",
]
"""What the value behind a label is; `"other"` is a label whose value no field takes."""


def no_fold(text: str) -> str:
    """Change nothing: the fold of a language that needs none of its own."""
    return text


def plain_key(text: str) -> str:
    """Return the key by which two spellings compare where a language asks for nothing more.

    >>> plain_key("Ministry  of Health")
    'ministry of health'
    """
    return " ".join(text.casefold().split())


@frozen(kw_only=True)
class PhoneNumber:
    """A telephone number within a text.

    Args:
        start: First code point.
        end: The code point after the last.
        value: The international number (E.164), only where it is certain.
        inferred: Whether the value says more than the words: a renumbering, a borrowed area code.
        ground: What an inferred value rests on.
        service: Whether it is a service number, which is dialed inside its country only and
            therefore has no value.

    .. versionadded:: 0.1.0
    """

    start: int
    end: int
    value: str | None = None
    inferred: bool = False
    ground: str | None = None
    service: bool = False


@frozen(kw_only=True)
class AddressPart:
    """A part of an address.

    Args:
        start: First code point, unit word included.
        end: The code point after the last.
        level: An open word: ``"line"`` for streets and buildings, ``"province"``, ``"commune"``.

    .. versionadded:: 0.1.0
    """

    start: int
    end: int
    level: str


_PHONE = re.compile(r"(?<![\w.@/])\(?\+?\d(?:[ .()\u00a0-]{0,3}\d){5,14}(?![\w@])")


def plain_phones(text: str, asof: str | None, kind: LabelRole) -> tuple[PhoneNumber, ...]:
    """Find numbers by their shape; only those written internationally have a value.

    >>> [number.value for number in plain_phones("+84 292 3820 674, 0292 3821 471", None, "phone")]
    ['+842923820674', None]
    """
    return tuple(
        PhoneNumber(start=found.start(), end=found.end(), value=_international(found[0]))
        for found in _PHONE.finditer(text)
    )


def _international(text: str) -> str | None:
    # "+44 (0)30 ..." holds a trunk prefix that is not dialed with the country code.
    digits = "".join(char for char in text.replace("(0)", "") if char in "0123456789")
    return f"+{digits}" if text.lstrip("(").startswith("+") and 7 < len(digits) < 16 else None


def no_region(text: str) -> tuple[str, str] | None:
    """See no evidence of a country."""
    return None


def no_national(text: str, region: str) -> str | None:
    """Know the numbering plan of no country."""
    return None


_ADDRESS_LINE: Final = re.compile(r"[^\s,;](?:[^\r\n]*[^\s,;])?")


def plain_units(text: str) -> tuple[AddressPart, ...]:
    r"""Split an address into its lines, where it has several; its units stay unread.

    >>> [part.level for part in plain_units("12 Quay Street\nPort Merrin")]
    ['line', 'line']
    """
    lines = tuple(
        AddressPart(start=line.start(), end=line.end(), level="line")
        for line in _ADDRESS_LINE.finditer(text)
    )
    return lines if len(lines) > 1 else ()


@frozen(kw_only=True)
class TimeForm:
    """One way to write a date or a period.

    Args:
        pattern: A regular expression over folded text, in which ``{name}`` stands for a macro:
            ``{D}`` day, ``{M}`` month, ``{Y}`` year, ``{N}`` name of a month, ``{D2}`` ... ``{N2}``
            the same for the end of a range, ``{Q}`` quarter, ``{L}`` a length, ``{U}`` its unit,
            ``{T}`` a time of day, ``{Z}`` an offset, ``{_}`` a few blanks or none, and the names of
            `Times.macros`. It must run in linear time: no nested repetition.
        means: ``"date"``, ``"period"``, ``"nothing"`` for figures that only look like a time, or
            ``"unclear"`` for a date that can be read in two ways and therefore has no value.
        cue: What sort of time it is: ``"term"`` for a term of office, ``"plan"`` for a period
            with its own word, ``"length"`` for how long something holds, ``"days"`` for days from
            one to another, ``"row"`` for a list of days, which is one stretch only where each day
            follows the one before.

    .. versionadded:: 0.1.0
    """

    pattern: str
    means: Literal["date", "period", "nothing", "unclear"] = "date"
    cue: str = ""


@frozen(kw_only=True)
class Times:
    """Words of dates and periods.

    Args:
        forms: Ways to write them, the first that fits wins.
        months: Names of months, with their numbers.
        macros: Words that forms name, by macro.
        units: Words of lengths of time, with their letter in ISO 8601: Y, M, W, D.
        quarters: Words and numerals of quarters, with their numbers.
        numbers: Number words, with their numbers.

    .. versionadded:: 0.1.0
    """

    forms: tuple[TimeForm, ...] = ()
    months: Mapping[str, int] = field(factory=dict)
    macros: Mapping[str, Words] = field(factory=dict)
    units: Mapping[str, str] = field(factory=dict)
    quarters: Mapping[str, int] = field(factory=dict)
    numbers: Mapping[str, int] = field(factory=dict)


@frozen(kw_only=True)
class Label:
    """Spellings of a label before a value: ``Label("phone", "Điện thoại", "ĐT")``.

    Args:
        role: What the value is.
        words: Spellings of the label, without the colon.
        code: For a responsible person, the code of the role.

    .. versionadded:: 0.1.0
    """

    role: LabelRole
    words: Words
    code: str | None = None


@frozen(kw_only=True, eq=False)
class LanguagePack:
    """All that the engine has to know of one language.

    Args:
        name: Name, which begins the names of its rules: ``"vi"``.
        languages: Language tags it reads.
        detection: What tells the language.
        times: Dates and periods.
        labels: Labels of footers and stamps.
        names: Names of organizations, territories and places.
        people: Names and posts.
        agreements: Agreements.
        projects: Projects.
        layout: Parts of a page.
        fold: Folds what is lower-case already, one character to one character, so that spellings
            of one word become alike. It gets what stands between two blanks, as well as phrases.
        key: Key by which two names are the same name.
        phones: Finds the telephone numbers in what stands behind a label, given the date of the
            page as far as it is stated, and the role of the label.
        region: Tells the country whose national numbers a page prints (ISO 3166-1) and the words
            of the page that show it; None where nothing does.
        national: The international form of a number as that country writes it.
        units: Splits an address into its lines (level ``"line"``) and administrative units.

    .. versionadded:: 0.1.0
    """

    name: str
    languages: Words
    detection: Detection = field(factory=Detection)
    times: Times = field(factory=Times)
    labels: tuple[Label, ...] = ()
    names: Names = field(factory=Names)
    people: People = field(factory=People)
    agreements: Agreements = field(factory=Agreements)
    projects: Projects = field(factory=Projects)
    layout: Layout = field(factory=Layout)
    fold: Callable[[str], str] = no_fold
    key: Callable[[str], str] = plain_key
    phones: Callable[[str, str | None, LabelRole], Sequence[PhoneNumber]] = plain_phones
    region: Callable[[str], tuple[str, str] | None] = no_region
    national: Callable[[str, str], str | None] = no_national
    units: Callable[[str], Sequence[AddressPart]] = plain_units
