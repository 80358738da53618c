"""What an edited document says now, against the record that it carries."""

from __future__ import annotations

from attrs import evolve

from govnews.formats import ReadContext
from govnews.model import Article, Bundle, Media
from govnews_docx._blocks import Assembler
from govnews_docx._comparison import Comparison, short
from govnews_docx._document import Document
from govnews_docx._ground import without_lost_ground
from govnews_docx._lines import Line
from govnews_docx._match import Entry, Unit, entries_of, match, units_of
from govnews_docx._pictures import load
from govnews_docx._rebuild import Placed, Rebuilt, Written, rebuild
from govnews_docx._record import Carried
from govnews_docx._stamps import all_lines, stamped
from govnews_docx._store import read_store
from govnews_docx._values import compare_fields


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
    compare_fields(comparison, entries, units, read_store(document, context.limits))
    assembler = Assembler(document.styles, document.numbering, context.note)
    for index in range(len(carried.bundle.articles)):
        written = _written(f"$.articles[{index}]", units, lines)
        _compare_body(comparison, index, entries, written, assembler, media)
    _note_unplaced(comparison, entries, units)
    bundle = without_lost_ground(comparison.bundle, carried.bundle, comparison.edits, context.note)
    return bundle, tuple(comparison.changed)


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
        words = short(
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
                f"{short(entry.text)} was put where no field can take it, and is left out.",
                "$",
            )
