"""The single values of a record, against the paragraphs that show them."""

from __future__ import annotations

import unicodedata
from typing import Any

from attrs import evolve

from govnews.errors import ModelError
from govnews.issues import Path
from govnews.model import Bundle, fold_line
from govnews_docx._comparison import Comparison, short
from govnews_docx._facts import NewItem, new_items
from govnews_docx._ground import shifted
from govnews_docx._lines import STAMP_TEXT
from govnews_docx._match import Entry, Unit
from govnews_docx._stamps import value_at
from govnews_docx._text import visible


def compare_fields(
    comparison: Comparison, entries: list[Entry], units: list[Unit], store: dict[str, str]
) -> None:
    """Take what the paragraphs say now, or the store, into the record.

    Args:
        comparison: Takes what was changed.
        entries: The document as it stands.
        units: The document as it was written.
        store: What bound controls say, by path.
    """
    by_unit = {entry.unit: entry for entry in entries if entry.unit is not None}
    gone: list[str] = []
    for number, unit in enumerate(units):
        entry = by_unit.get(number)
        if unit.kind == "f":
            if entry is None or not entry.text.strip():
                if unit.stamp != (entry.stamp if entry is not None else ""):
                    gone.append(unit.path)
                continue
            _compare_field(comparison, unit, entry, store.get(unit.path))
        elif unit.kind == "x" and unit.path and entry is not None and entry.stamp != unit.stamp:
            comparison.note(
                "docx.not-read-back",
                f"The words shown for {unit.path} were edited to {short(entry.text)}; several "
                "values stand behind them, and the record keeps these.",
                unit.path,
            )
    _settle(comparison, gone, new_items(entries, units))


def _compare_field(comparison: Comparison, unit: Unit, entry: Entry, stored: str | None) -> None:
    """Take the text, the store or the record (the table of the three-way compare)."""
    old = value_at(comparison.bundle, unit.path)
    if old is None:
        return
    shown = _value(entry.text, unit.label)
    differs = entry.stamp[:STAMP_TEXT] != unit.stamp[:STAMP_TEXT]
    text_edited = differs and _key(shown) != _key(visible(old))
    store_edited = stored is not None and stored != old
    if not text_edited and not store_edited:
        return
    new = shown
    if store_edited and stored is not None:
        if not text_edited:
            new = stored
        elif _key(stored) != _key(shown):
            comparison.note(
                "docx.conflict",
                f"The text says {short(shown)}, the store {short(stored)}; the text was taken.",
                unit.path,
            )
    _put(comparison, unit.path, old, new)


def _value(text: str, label: str) -> str:
    """Return the value of a paragraph, without the label before it."""
    shown = visible(label)
    if shown and text.startswith(shown):
        return text[len(shown) :]
    if ":" in shown and ":" in text:
        return text.partition(":")[2].lstrip()
    return text.removeprefix(shown.rstrip()) if shown else text


def _put(comparison: Comparison, path: str, old: str, new: str) -> None:
    try:
        bundle = _replaced(comparison.bundle, Path.parse(path).steps, new)
    except ModelError:
        try:
            bundle = _replaced(comparison.bundle, Path.parse(path).steps, fold_line(new))
        except ModelError as error:
            comparison.note("docx.not-read-back", f"{short(new)} does not fit: {error}.", path)
            return
        comparison.note("text.folded", "A line break became a blank.", path)
    comparison.bundle = bundle
    comparison.changed.append(path)
    comparison.edits.field(path, old)


def _settle(comparison: Comparison, gone: list[str], added: list[NewItem]) -> None:
    """Take values out and put new ones in: from the back, so that places stay what they are."""
    turns: list[tuple[list[tuple[bool, str | int]], int, str | NewItem]] = [
        (_order(Path.parse(path).steps), 0, path) for path in gone
    ]
    turns += [  # behind its neighbor; of several there, the last comes first
        (_order((*item.owner, item.after, *item.rest)), number, item)
        for number, item in enumerate(added, 1)
    ]
    shifts = comparison.edits.shifts
    new: list[Path] = []
    for _, _, one in sorted(turns, key=lambda turn: turn[:2], reverse=True):
        done = len(shifts)
        if isinstance(one, NewItem):
            _put_in(comparison, one)
        else:
            _take_out(comparison, one)
        for place, by in shifts[done:]:
            new = [shifted(path, place, by) for path in new] + [place] * (by > 0)
    comparison.changed += [str(path) for path in reversed(new)]


def _order(steps: tuple[str | int, ...]) -> list[tuple[bool, str | int]]:
    """Return steps as something to sort by, numbers as numbers."""
    return [(isinstance(step, int), step) for step in steps]


def _put_in(comparison: Comparison, item: NewItem) -> None:
    """Put a value in that an editor added to a list."""
    values: Any = Path(item.owner).resolve(comparison.bundle)
    at = item.after + 1
    try:
        value = item.value(comparison.bundle)
        changed = _replaced(comparison.bundle, item.owner, (*values[:at], value, *values[at:]))
    except ModelError as error:
        comparison.note("docx.not-read-back", f"{short(item.words)} does not fit: {error}.", "$")
        return
    comparison.bundle = changed
    comparison.edits.added(Path((*item.owner, at)))


def _take_out(comparison: Comparison, path: str) -> None:
    """Take a value out whose paragraph was deleted or emptied."""
    old = value_at(comparison.bundle, path)
    if old is None:
        return
    steps = Path.parse(path).steps
    place = max((n for n, step in enumerate(steps) if isinstance(step, int)), default=0)
    try:
        if place > 1:
            comparison.bundle = _shortened(comparison.bundle, steps[: place + 1])
            comparison.edits.removed(Path(steps[: place + 1]))
        else:
            comparison.bundle = _replaced(comparison.bundle, steps, None)
    except ModelError:
        comparison.note(
            "docx.not-read-back",
            f"The paragraph that showed {short(old)} was deleted; the record cannot do without "
            "the value and keeps it.",
            path,
        )
        return
    comparison.note("docx.deleted", f"{short(old)} was deleted.", path)
    comparison.changed.append(path)
    comparison.edits.field(path, old)


def _replaced(value: Any, steps: tuple[str | int, ...], new: object) -> Any:
    """Return a copy of a value in which what stands at `steps` is another.

    Paths lead from the bundle to a field in a handful of steps; blocks are not reached this way.
    """
    if not steps:
        return new
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        return (*value[:step], _replaced(value[step], rest, new), *value[step + 1 :])
    return evolve(value, **{step: _replaced(getattr(value, step), rest, new)})


def _shortened(bundle: Bundle, steps: tuple[str | int, ...]) -> Bundle:
    owner, last = steps[:-1], steps[-1]
    values: Any = Path(owner).resolve(bundle)
    assert isinstance(last, int)  # noqa: S101  # the caller cut it there
    changed: Bundle = _replaced(bundle, owner, (*values[:last], *values[last + 1 :]))
    return changed


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", text)
