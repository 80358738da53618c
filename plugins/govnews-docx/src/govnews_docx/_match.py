"""Which paragraph of an edited document is which one that was written."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Final

from attrs import define, field

from govnews_docx._blocks import whole_rows
from govnews_docx._lines import STAMP_TEXT, grid_runs, stamp
from govnews_docx._surface import Para, Run, Shown, paragraphs

_PREFIX: Final = "_gn_"


@define(eq=False)
class Unit:
    """A paragraph or table as it was written.

    Args:
        kind: ``b`` a line of a body, ``f`` a value, ``x`` what is only shown.
        path: What it shows, from the bundle.
        stamp: Digests of its words and of how they were set off.
        label: What stood before the value.
    """

    kind: str
    path: str
    stamp: str
    label: str


@define(eq=False)
class Entry:
    """A paragraph or table as it stands now.

    Args:
        shown: It.
        marks: Kind and number of the units whose bookmark it bears.
        unit: Number of the unit it is, if it is one.
        stamp: Digests of what it says now.
        taken: Whether it is a new one that was given a place.
    """

    shown: Shown
    marks: list[tuple[str, int]] = field(factory=list)
    unit: int | None = None
    stamp: str = ""
    taken: bool = False

    @property
    def text(self) -> str:
        """Its words; a table has none of its own."""
        return self.shown.text if isinstance(self.shown, Para) else ""


def units_of(carried: Iterable[str], paths: Iterable[str]) -> list[Unit]:
    """Read the units that a document carries.

    Args:
        carried: One text for each; of the lines of a body the first names it, the others are
            empty.
        paths: Paths of the lines of all bodies, in their order.
    """
    bodies: dict[str, deque[str]] = defaultdict(deque)
    for path in paths:
        bodies[path[: path.index(".body[") + 5]].append(path)
    units = []
    body: deque[str] = deque()
    for line in carried:
        if not line or line[0] == "b":
            body = bodies.get(line[1:], deque()) if line else body
            units.append(Unit("b", body.popleft() if body else "", "", ""))
            continue
        path, _, rest = line[1:].partition("|")
        digests, _, label = rest.partition("|")
        units.append(Unit(line[:1], path, digests, label))
    return units


def entries_of(shown: Iterable[Shown]) -> list[Entry]:
    """Return what a document shows, without empty paragraphs that are nobody's.

    A table of a layout, which only sets things side by side, is taken apart.
    """
    entries: list[Entry] = []
    for one in shown:
        if isinstance(one, Para):
            _add(entries, one)
            continue
        inner = paragraphs([one])
        marks = [mark for para in inner for mark in para.marks]
        if any(mark.startswith(("_gn_f", "_gn_x")) for mark in marks):
            for para in inner:
                _add(entries, para)
        else:
            rows = [[_cell_text(box) for box in row] for row in whole_rows(one)]
            entries.append(Entry(one, _numbers(marks), stamp=stamp(grid_runs(rows))))
    return entries


def _cell_text(blocks: list[Shown]) -> str:
    return "\n".join([para.text for para in paragraphs(blocks)])


def _add(entries: list[Entry], para: Para) -> None:
    numbers = _numbers(para.marks)
    if numbers or para.pictures or para.text.strip():
        entries.append(Entry(para, numbers, stamp=_stamp(para)))


def _stamp(para: Para) -> str:
    if para.pictures and not para.text.strip():
        return f"={(para.pictures[0].sha256 or '')[:12]}"
    runs: list[Run] = para
    return stamp(runs)


def _numbers(marks: Iterable[str]) -> list[tuple[str, int]]:
    numbers = []
    for mark in marks:
        digits = mark[len(_PREFIX) + 1 :]
        if digits.isascii() and digits.isdigit() and len(digits) < 8 and mark[4] in "bfx":
            numbers.append((mark[4], int(digits)))
    return numbers


def match(entries: list[Entry], units: list[Unit]) -> None:
    """Give each entry the unit it is: by bookmark, else by its words, else by its place."""
    taken = [False] * len(units)
    for entry in entries:
        for kind, number in entry.marks:
            if number < len(units) and units[number].kind == kind and not taken[number]:
                entry.unit = number
                taken[number] = True
                break
    loose: list[Entry] = []
    before = -1
    for entry in entries:
        if entry.unit is None:
            loose.append(entry)
            continue
        _fill(loose, _free(taken, before, entry.unit), units, taken)
        loose, before = [], entry.unit
    _fill(loose, _free(taken, before, len(units)), units, taken)


def _free(taken: list[bool], before: int, after: int) -> list[int]:
    """Return the free units between two, or, where order was changed, those after the first."""
    if after <= before:
        after = next((n for n in range(before + 1, len(taken)) if taken[n]), len(taken))
    return [number for number in range(before + 1, after) if not taken[number]]


def _fill(loose: list[Entry], free: list[int], units: list[Unit], taken: list[bool]) -> None:
    """Match a stretch without bookmarks: equal words first, in order, then what lies between."""
    by_stamp: dict[str, deque[int]] = defaultdict(deque)
    for place, number in enumerate(free):
        by_stamp[units[number].stamp[:STAMP_TEXT]].append(place)
    last = -1
    start = 0
    for index, entry in enumerate(loose):
        places = by_stamp.get(entry.stamp[:STAMP_TEXT])
        while places and places[0] <= last:
            places.popleft()
        if not places or not _may_be(entry, units[free[places[0]]]):
            continue
        place = places.popleft()
        entry.unit = free[place]
        taken[free[place]] = True
        _pair(loose[start:index], free[last + 1 : place], units, taken)
        last, start = place, index + 1
    _pair(loose[start:], free[last + 1 :], units, taken)


def _pair(loose: list[Entry], free: list[int], units: list[Unit], taken: list[bool]) -> None:
    """Match what was written between two known paragraphs with what stands there now, in order.

    Where some were deleted or inserted, only the first ones can be told to be edited ones.
    """
    for entry, number in zip(loose, free, strict=False):
        if _may_be(entry, units[number]):
            entry.unit = number
            taken[number] = True


def _may_be(entry: Entry, unit: Unit) -> bool:
    """Whether a paragraph, by its bookmarks if it has any, is of the kind of a unit."""
    return not entry.marks or any(kind == unit.kind for kind, _ in entry.marks)
