"""The small change of a page: escaped text, elements, dates, links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NewType

from govnews.model import IntervalEnd, PartialDate, Period
from govnews_html._labels import Labels
from govnews_html._render import attribute, text
from govnews_html._urls import clean, is_safe

Html = NewType("Html", str)
"""Markup that was made here; a plain string is text and has to be escaped."""

NOTHING: Final = Html("")
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def escape(value: str) -> Html:
    """Return text as markup."""
    return Html(text(value))


def element(name: str, inner: Html, **attributes: str | None) -> Html:
    """Return an element; attributes that are None are left out, ``class_`` is ``class``."""
    shown = "".join(
        attribute(key.rstrip("_").replace("_", "-"), value)
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{shown}>{inner}</{name}>")


def join(parts: Iterable[Html], joint: str = "") -> Html:
    """Join what is not empty."""
    return Html(joint.join([part for part in parts if part]))


def isolated(value: str, lang: str | None = None) -> Html:
    """Return text that stands within a line, kept apart from the direction of its neighbors."""
    return element("bdi", escape(value), lang=lang)


def prose(value: str, class_: str | None = None) -> Html:
    """Return text of any number of lines; line ends are shown."""
    lines = [escape(line) for line in value.split("\n")]
    return element("p", Html("<br>".join(lines)), dir="auto", class_=class_)


def link(href: str, inner: Html, **attributes: str | None) -> Html | None:
    """Return a link, or None where it must not be followed."""
    address = clean(href)
    if not address or not is_safe(address):
        return None
    return element("a", inner, href=address, **attributes)


def date(value: PartialDate, labels: Labels) -> Html:
    """Return a date as stated, nothing added.

    >>> date(PartialDate.parse("2020-07"), Labels("en"))
    '<time datetime="2020-07">July 2020</time>'
    """
    shown = labels.day(value.year, value.month, value.day)
    if value.time is not None:
        shown += f", {value.time}{f' ({value.offset})' if value.offset else ''}"
    if value.year is None and (value.month is None or value.day is None):
        return escape(shown)  # `time` has no form for these (HTML standard, 4.5.14)
    return element("time", escape(shown), datetime=str(value))


def period(value: Period, labels: Labels) -> Html:
    """Return a period as stated, nothing added."""
    start, end = value.start, value.end
    shown = NOTHING
    if isinstance(start, PartialDate) and isinstance(end, PartialDate):
        shown = Html(f"{date(start, labels)} – {date(end, labels)}")
    elif isinstance(start, PartialDate):
        shown = Html(labels["from"].format(date(start, labels)))
        if end is IntervalEnd.OPEN:
            shown = Html(labels["unlimited"].format(shown))
    elif isinstance(end, PartialDate):
        shown = Html(labels["until"].format(date(end, labels)))
    if value.duration is None:
        return shown or escape(str(value))
    length = element("time", escape(_length(value.duration, labels)), datetime=value.duration)
    return Html(f"{shown} ({length})") if shown else length


def moment(value: PartialDate | Period, labels: Labels) -> Html:
    """Return a date or a period."""
    return date(value, labels) if isinstance(value, PartialDate) else period(value, labels)


def _length(duration: str, labels: Labels) -> str:
    found = _DURATION.fullmatch(duration)
    if found is None:
        return duration
    units = zip(found.groups(), ("years", "months", "weeks", "days"), strict=True)
    return ", ".join(f"{number} {labels[unit]}" for number, unit in units if number is not None)


def size(number: int) -> str:
    """Return a size in bytes for people.

    >>> size(2_411_724)
    '2.4 MB'
    """
    for unit, one in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if number >= one:
            return f"{number / one:.1f} {unit}"
    return f"{number} B"


def rows(pairs: Iterable[tuple[str, Html]], lang: str | None = None) -> Html:
    """Return labeled values; those without a value are left out.

    Args:
        pairs: Labels and values.
        lang: Language of the labels, where it is not that of the values.
    """
    shown = [
        Html(f"{element('dt', escape(label), lang=lang)}<dd>{value}</dd>")
        for label, value in pairs
        if value
    ]
    return element("dl", join(shown)) if shown else NOTHING


def bullets(items: Iterable[Html], name: str = "ul", class_: str | None = None) -> Html:
    """Return a list, or nothing."""
    shown = join([element("li", item) for item in items])
    return element(name, shown, class_=class_) if shown else NOTHING
