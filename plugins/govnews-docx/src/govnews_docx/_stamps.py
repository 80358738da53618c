"""What each paragraph of a written document said, told from the record alone."""

from __future__ import annotations

from govnews.issues import Path
from govnews.model import Bundle
from govnews_docx._embed import Pictures
from govnews_docx._grid import placed, texts
from govnews_docx._lines import Line, Lists, body_lines, figure_runs, grid_runs, stamp
from govnews_docx._match import Unit
from govnews_docx._text import visible


def all_lines(bundle: Bundle) -> dict[str, Line]:
    """Return the lines of all bodies by their path from the bundle."""
    return {
        f"$.articles[{index}].{line.path}": line
        for index, article in enumerate(bundle.articles)
        for line in body_lines(article.body, Lists([]))
    }


def stamped(units: list[Unit], bundle: Bundle, lines: dict[str, Line]) -> None:
    """Give each unit the stamp of what the record says there.

    A document is not believed about what its record said: who changes both the words and the
    record alike would have an edit go unseen.
    """
    pictures = Pictures()
    for unit in units:
        if unit.kind == "b":
            line = lines.get(unit.path)
            unit.stamp = "" if line is None else line_stamp(line, pictures)
        elif unit.kind == "f":
            value = value_at(bundle, unit.path)
            unit.stamp = stamp([(visible(unit.label), 0, None), (visible(value or ""), 0, None)])


def line_stamp(line: Line, pictures: Pictures) -> str:
    """Return the stamp of a line of a body."""
    if line.table is not None:
        return stamp(grid_runs(texts(placed(line.table)[0])))
    if line.figure is not None:
        embedded = pictures.of(line.figure.src)
        return f"={embedded.sha256[:12]}" if embedded else stamp(figure_runs(line.figure))
    return stamp(line.runs)


def value_at(bundle: Bundle, path: str) -> str | None:
    """Return the text at a path, or None where there is none."""
    try:
        value = Path.parse(path).resolve(bundle)
    except (LookupError, ValueError):
        return None
    return value if isinstance(value, str) else None
