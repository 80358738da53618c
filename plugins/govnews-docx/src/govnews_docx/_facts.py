"""New items in lists of facts: which value each of them is."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from govnews.issues import Path
from govnews.model import Bundle, fold_line
from govnews_docx._match import Entry, Unit
from govnews_docx._surface import Para


@frozen
class NewItem:
    """A value that an editor added to a tuple.

    Args:
        owner: Steps to the tuple, from the bundle.
        after: The place in the tuple, as it was written, behind which it stands; -1 is before all.
        rest: Steps from the value to the words that are shown of it.
        words: Its words.
    """

    owner: tuple[str | int, ...]
    after: int
    rest: tuple[str | int, ...]
    words: str

    def value(self, bundle: Bundle) -> Any:
        """Return the value: one of the sort of its neighbors that says these words alone.

        Raises:
            ModelError: There is none that says so little.
        """
        if not self.rest:
            return self.words
        neighbor = Path((*self.owner, max(self.after, 0))).resolve(bundle)
        return type(neighbor)(**{str(self.rest[0]): self.words})


def new_items(entries: list[Entry], units: list[Unit]) -> list[NewItem]:
    """Return the new paragraphs that are items of a list of values, and mark them as taken.

    A new paragraph is one if it is numbered as the value before it is, or the first one behind it.
    """
    found: list[NewItem] = []
    before: Entry | None = None
    waiting: list[Entry] = []
    for entry in entries:
        if entry.unit is None:
            if _is_beside(entry, before):
                assert before is not None  # noqa: S101  # it stands beside it
                _add(found, entry, units, before, 0)
            elif entry.text.strip():
                waiting.append(entry)
            continue
        for one in waiting:
            if _is_beside(one, entry):
                _add(found, one, units, entry, -1)
        waiting = []
        before = entry
    return found


def _is_beside(entry: Entry, neighbor: Entry | None) -> bool:
    """Whether two paragraphs are items of one list."""
    one, other = entry.shown, neighbor.shown if neighbor is not None else None
    if not isinstance(one, Para) or not isinstance(other, Para) or not one.text.strip():
        return False
    return one.num is not None and one.num == other.num


def _add(
    found: list[NewItem], entry: Entry, units: list[Unit], neighbor: Entry, shift: int
) -> None:
    unit = units[neighbor.unit or 0]
    steps = Path.parse(unit.path).steps if unit.kind == "f" else ()
    place = max((n for n, step in enumerate(steps) if isinstance(step, int)), default=0)
    # The step to a record is a number too, and records are no items; values lie a field deep.
    if place < 3 or len(steps) > place + 2 or unit.label:
        return
    at = steps[place]
    assert isinstance(at, int)  # noqa: S101  # found as one
    words = fold_line(entry.text.strip())
    found.append(NewItem(steps[:place], at + shift, steps[place + 1 :], words))
    entry.taken = True
