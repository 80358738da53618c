"""What an edited document says now, against the record that it carries."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

from attrs import define, evolve, field

from govnews.errors import ModelError
from govnews.formats import ReadContext
from govnews.issues import Issue, Path
from govnews.model import Article, Bundle, Media, fold_line
from govnews_docx._blocks import Assembler
from govnews_docx._document import Document
from govnews_docx._facts import NewItem, new_items
from govnews_docx._ground import Edits, shifted, without_lost_ground
from govnews_docx._lines import STAMP_TEXT, Line
from govnews_docx._match import Entry, Unit, entries_of, match, units_of
from govnews_docx._pictures import load
from govnews_docx._rebuild import Placed, Rebuilt, Written, rebuild
from govnews_docx._record import Carried
from govnews_docx._stamps import all_lines, stamped, value_at
from govnews_docx._store import read_store
from govnews_docx._text import visible

_SHORT: Final = 60


@define
class Comparison:
    """The comparison in the making.

    Args:
        bundle: The record, changed value by value.
        context: Takes issues.
        edits: What was changed, for the evidence that rests on it.
        changed: Paths of what was changed.
    """

    bundle: Bundle
    context: ReadContext
    edits: Edits = field(factory=Edits)
    changed: list[str] = field(factory=list)

    def note(self, code: str, message: str, where: str) -> None:
        """Note an issue."""
        self.context.note(Issue(code, message, where))


def compare(
    document: Document, carried: Carried, context: ReadContext
) -> tuple[Bundle, tuple[str, ...]]:
    """Return the bundle that an edited document stands for, and the paths that changed."""
    media = load(document.pictures, document.package, context.note, keep=True)
    lines = all_lines(carried.bundle)
    units = units_of(carried.units, lines)
    stamped(units, carried.bundle, lines)
    entries = entries_of(document.body)
    match(entries, units)
    comparison = Comparison(carried.bundle, context)
    _compare_fields(comparison, entries, units, read_store(document, context.limits))
    assembler = Assembler(document.styles, document.numbering, context.note)
    for index in range(len(carried.bundle.articles)):
        written = _written(f"$.articles[{index}]", units, lines)
        _compare_body(comparison, index, entries, written, assembler, media)
    _note_unplaced(comparison, entries, units)
    bundle = without_lost_ground(comparison.bundle, carried.bundle, comparison.edits, context.note)
    return bundle, tuple(comparison.changed)


# -- fields --------------------------------------------------------------------------------


def _compare_fields(
    comparison: Comparison, entries: list[Entry], units: list[Unit], store: dict[str, str]
) -> None:
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
                f"The words shown for {unit.path} were edited to {_short(entry.text)}; several "
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
                f"The text says {_short(shown)}, the store {_short(stored)}; the text was taken.",
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
            comparison.note("docx.not-read-back", f"{_short(new)} does not fit: {error}.", path)
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
        comparison.note("docx.not-read-back", f"{_short(item.words)} does not fit: {error}.", "$")
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
            f"The paragraph that showed {_short(old)} was deleted; the record cannot do without "
            "the value and keeps it.",
            path,
        )
        return
    comparison.note("docx.deleted", f"{_short(old)} was deleted.", path)
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


# -- bodies --------------------------------------------------------------------------------


def _compare_body(
    comparison: Comparison,
    index: int,
    entries: list[Entry],
    written: dict[int, Written],
    assembler: Assembler,
    media: list[Media],
) -> None:
    article = comparison.bundle.articles[index]
    root = f"$.articles[{index}]"
    placed = _entries_of_body(entries, written)
    result = rebuild(article.body, list(written.values()), placed, assembler)
    _note_gone(comparison, root, article, result)
    if not result.changed and not result.gone:
        return
    comparison.changed += [f"{root}.{path}" for path in result.changed]
    if result.gone:
        comparison.changed.append(f"{root}.body")
    comparison.edits.body(index, article, result.touched + result.gone, result.moved)
    known = {one.href for one in article.media}
    added = tuple(one for one in media if one.href not in known and _is_used(one, result))
    changed = evolve(article, body=tuple(result.blocks), media=(*article.media, *added))
    articles = comparison.bundle.articles
    comparison.bundle = evolve(
        comparison.bundle, articles=(*articles[:index], changed, *articles[index + 1 :])
    )


def _written(root: str, units: list[Unit], lines: dict[str, Line]) -> dict[int, Written]:
    """Return the lines of a body by the number of their unit.

    Lines that no unit names were taken off the document: they get numbers nothing has.
    """
    own = {path: line for path, line in lines.items() if path.startswith(f"{root}.body[")}
    numbers = {unit.path: number for number, unit in enumerate(units) if unit.kind == "b"}
    found: dict[int, Written] = {}
    for place, (path, line) in enumerate(own.items()):
        number = numbers.get(path, -1 - place)
        said = units[number].stamp if number >= 0 else ""
        found[number] = Written(line, int(line.path[5 : line.path.index("]")]), said)
    return found


def _entries_of_body(entries: list[Entry], written: dict[int, Written]) -> list[Placed]:
    """Return the entries of a body: its own, and new ones between them or right behind."""
    placed: list[Placed] = []
    waiting: list[Entry] = []
    inside = False
    for entry in entries:
        if entry.unit is None:
            waiting.append(entry)
            continue
        own = written.get(entry.unit)
        if own is not None or inside:
            placed += [(one, None) for one in waiting]
        waiting = []
        inside = own is not None
        if own is not None:
            placed.append((entry, own))
    if inside:
        placed += [(one, None) for one in waiting]
    return placed


def _is_used(media: Media, result: Rebuilt) -> bool:
    return any(getattr(block, "src", None) == media.href for block in result.blocks)


def _note_gone(comparison: Comparison, root: str, article: Article, result: Rebuilt) -> None:
    for number in result.gone:
        words = _short(
            getattr(article.body[number], "text", "") or type(article.body[number]).__name__
        )
        comparison.note("docx.deleted", f"{words} was deleted.", f"{root}.body")


def _note_unplaced(comparison: Comparison, entries: list[Entry], units: list[Unit]) -> None:
    """Name new paragraphs that stand outside of every body: no field takes them."""
    before = after = None
    for place, entry in enumerate(entries):
        if entry.unit is not None:
            before = units[entry.unit].kind
            continue
        following = (units[one.unit].kind for one in entries[place + 1 :] if one.unit is not None)
        after = next(following, None)
        if "b" not in (before, after) and entry.text.strip() and not entry.taken:
            comparison.note(
                "docx.unplaced",
                f"{_short(entry.text)} was put where no field can take it, and is left out.",
                "$",
            )


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _short(text: str) -> str:
    text = fold_line(text.strip())
    return f"“{text if len(text) <= _SHORT else text[: _SHORT - 1] + '…'}”"
