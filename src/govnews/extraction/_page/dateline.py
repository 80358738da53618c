"""The dateline that opens a story: "PORT MERRIN, 3 July 2026 (Agency) - ..."."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.times import Time, Timeline
from govnews.extraction._ground.view import View
from govnews.model import PartialDate

_REACH: Final = 130
_DASH: Final = re.compile(r"\s{0,2}(?:\.-{1,2}|-{1,2})(?:\s{1,3}|(?=\())|:\s{1,3}(?=[\"\w])")
_BRACKET: Final = re.compile(r"\(\s?(?P<inside>[^()\n]{2,60}?)\s?\)")
_WORD: Final = re.compile(r"[^\W\d_][\w'’.]*")
_OUTLET: Final = re.compile(
    r"(?<!\S)[\w-]{2,40}(?:\.[\w-]{2,20}){0,2}\.(?:com|net|org|id|mx|info|news|tv)\b"
)


@frozen
class Dateline:
    """The parts of a dateline.

    Args:
        end: Where the story itself begins.
        city: Range of the place of writing.
        time: Its date.
        agency: Range of the agency or outlet.
    """

    end: int
    city: tuple[int, int] | None = None
    time: Time | None = None
    agency: tuple[int, int] | None = None


def dateline(
    view: View, grammar: Grammar, timeline: Timeline, start: int, end: int
) -> Dateline | None:
    """Return the dateline that a range opens with: capitals, a date or an agency, and a dash."""
    folded = view.folded
    limit = min(end, start + _REACH)
    if start >= limit or not view.text[start].isupper():
        return None
    found: Dateline | None = None
    for dash in _DASH.finditer(folded, start, limit):
        head = (start, dash.start())
        if folded.count("(", *head) > folded.count(")", *head):
            continue  # within the bracket of an agency
        if found is not None and "(" not in folded[found.end - 1 : dash.start() + 1]:
            break
        read = _read(view, grammar, timeline, *head, dash.end())
        if read is not None:
            found = read
    return found


def _read(
    view: View, grammar: Grammar, timeline: Timeline, start: int, stop: int, end: int
) -> Dateline | None:
    folded, text = view.folded, view.text
    times = [time for time in timeline.within(start, stop) if isinstance(time.value, PartialDate)]
    bracket = _BRACKET.search(folded, start, stop)
    outlet = _OUTLET.search(folded, start, stop)
    taken = [(time.start, time.end) for time in times]
    taken += [found.span() for found in (bracket, outlet) if found is not None]
    for word in _WORD.finditer(text, start, stop):
        if any(first <= word.start() < last for first, last in taken) or word[0][0].isupper():
            continue
        if grammar.inner.match(folded, word.start(), stop) is None and len(word[0]) > 1:
            return None
    first = min((span[0] for span in taken), default=stop)
    comma = folded.find(",", start, first)
    city = view.trim(start, comma if comma > 0 else first, " ,.-(")
    upper = city[0] < city[1] and text[slice(*city)].isupper()
    if not (times or bracket or outlet or (upper and city[1] - city[0] > 2)):
        return None
    if city[1] - city[0] > 40 or len(text[slice(*city)].split()) > 4:
        return None
    agency = outlet.span() if outlet else None
    if bracket is not None and agency is None:
        inside = bracket.span("inside")
        cut = min((time.start for time in times if time.start >= inside[0]), default=inside[1])
        agency = view.trim(inside[0], cut, " ,-")
    return Dateline(
        end=end,
        city=city if city[0] < city[1] else None,
        time=times[0] if times else None,
        agency=agency if agency and agency[0] < agency[1] else None,
    )
