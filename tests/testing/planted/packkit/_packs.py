"""The pack as it should be, and with one thing wrong each time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from attrs import evolve

from govnews.extraction import (
    AddressPart,
    Agreements,
    Detection,
    Label,
    LanguagePack,
    Layout,
    Names,
    PhoneNumber,
    TimeForm,
    Times,
)
from govnews.extraction.pack import plain_phones
from govnews.issues import Issue
from govnews.model import Bundle

_MONTHS = "January February March April May June July August September October November December"

GOOD = LanguagePack(
    name="pk",
    languages=("en",),
    detection=Detection(words=("the", "and", "of", "in")),
    times=Times(
        forms=(
            TimeForm(pattern=r"{N}{_}{D},{_}{Y}"),
            TimeForm(pattern=r"{D}/{M}/{Y}"),
        ),
        months={name: number for number, name in enumerate(_MONTHS.split(), start=1)},
    ),
    labels=(
        Label(role="phone", words=("Phone",)),
        Label(role="address", words=("Address",)),
        Label(role="published", words=("Published",)),
        Label(role="email", words=("Email",)),
    ),
    names=Names(
        heads={"City": None, "Office": None, "University": None}, inner=("of",), articles=("the",)
    ),
    agreements=Agreements(
        papers={"memorandum of understanding": "mou", "agreement": None},
        sign=("signed",),
        joined=("and",),
        with_=("with",),
    ),
    layout=Layout(at=("at",)),
)


def no_findings(bundle: Bundle) -> Iterable[Issue]:
    """Find nothing odd."""
    return ()


def knows_none(data: bytes) -> None:
    """Know no encoding."""


# -- faults -------------------------------------------------------------------------------------


def invented(text: str, asof: str | None, kind: Any) -> tuple[PhoneNumber, ...]:
    """Give every number a value of its own."""
    found = plain_phones(text, asof, kind)
    return tuple(evolve(one, value="+15550000000", inferred=False) for one in found)


def groundless(text: str, asof: str | None, kind: Any) -> tuple[PhoneNumber, ...]:
    """Guess the country of every number and do not say from what."""
    found = plain_phones(text, asof, kind)
    return tuple(evolve(one, value="+15550000000", inferred=True, ground=None) for one in found)


def beyond(text: str, asof: str | None, kind: Any) -> tuple[PhoneNumber, ...]:
    """Give spans that end beyond the text."""
    found = plain_phones(text, asof, kind)
    return tuple(evolve(one, end=one.end + 1_000) for one in found)


def failing(text: str, asof: str | None, kind: Any) -> tuple[PhoneNumber, ...]:
    """Fail for what is not expected."""
    return () if text[0].isdigit() else (_ for _ in ()).throw(KeyError(text))  # type: ignore[return-value]


_SLOW = re.compile(r"(?:[^#])+?#")


def slow(text: str) -> str:
    """Look from each character to the end of the text."""
    _SLOW.search(text)
    return text


def unstable(text: str, asof: str | None, kind: Any) -> tuple[PhoneNumber, ...]:
    """Take or leave a number by its hash."""
    found = plain_phones(text, asof, kind)
    return tuple(one for one in found if hash(text[one.start : one.end]) % 7 < 3)


_CALLS: list[str] = []


def remembering(text: str, asof: str | None, kind: Any) -> tuple[PhoneNumber, ...]:
    """Take the first number that was ever asked for."""
    _CALLS.append(text)
    return plain_phones(text, asof, kind) if len(_CALLS) == 1 else ()


def cutting(text: str) -> tuple[AddressPart, ...]:
    """Begin parts of addresses within words."""
    return tuple(
        AddressPart(start=found.start() + 1, end=found.end(), level="line")
        for found in re.finditer(r"\w{3,}", text)
    )


def shrinking(text: str) -> str:
    """Fold two letters into one, so that places no longer agree."""
    return text.replace("ss", "ß").replace("th", "þ")


def greedy_decoder(data: bytes) -> tuple[bytes, str]:
    """Decode to bytes."""
    return data, "x"


def failing_decoder(data: bytes) -> tuple[str, str]:
    """Decode whatever comes as what it is not."""
    return data.decode("utf-8"), "utf-8"


def failing_profile(bundle: Bundle) -> Iterable[Issue]:
    """Take for granted that there is an article."""
    return (Issue("pk.title", str(bundle.articles[0].title)),)


def _with(**changed: Callable[..., Any] | Any) -> LanguagePack:
    return evolve(GOOD, **changed)


INVENTED = _with(phones=invented)
GROUNDLESS = _with(phones=groundless)
BEYOND = _with(phones=beyond)
FAILING = _with(phones=failing)
SLOW = _with(fold=slow)
UNSTABLE = _with(phones=unstable)
REMEMBERING = _with(phones=remembering)
CUTTING = _with(units=cutting)
SHRINKING = _with(fold=shrinking)
OTHER_LANGUAGES = _with(languages=("en", "fr"))
UNRECOGNIZED = _with(detection=Detection(letters="ßẞ"))
SILENT = _with(labels=(), times=Times(), agreements=Agreements(), names=Names())
