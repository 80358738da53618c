"""Evidence that rests on words which were edited: it is dropped, and said so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import define, evolve, field

from govnews.issues import Issue, Path
from govnews.model import Article, Bundle, Evidence, Source, plain_text

_MOST_LOOSE: Final = 65_536  # characters of edited text that stand in no line of a source


@define
class Edits:
    """What was edited.

    Args:
        texts: Words that read otherwise now, and where they stood.
        paths: Paths of values that were changed, from the bundle.
        shifts: Paths of values that were taken out of a tuple (-1) or put into one (1), each as it
            was when its turn came.
        moved: For each article whose body changed, where its blocks stand now.
    """

    texts: list[tuple[str, str]] = field(factory=list)
    paths: list[Path] = field(factory=list)
    shifts: list[tuple[Path, int]] = field(factory=list)
    moved: dict[int, dict[int, int]] = field(factory=dict)

    def field(self, path: str, old: str) -> None:
        """Note a value that was changed."""
        self.paths.append(Path.parse(path))
        self.texts.append((old, path))

    def removed(self, path: Path) -> None:
        """Note a value that was taken out of a tuple."""
        self.shifts.append((path, -1))

    def added(self, path: Path) -> None:
        """Note a value that was put into a tuple."""
        self.shifts.append((path, 1))

    def body(self, index: int, article: Article, blocks: list[int], moved: dict[int, int]) -> None:
        """Note blocks that were changed or deleted."""
        self.moved[index] = moved
        for number in blocks:
            where = f"$.articles[{index}].body[{number}]"
            self.paths.append(Path.parse(where))
            self.texts += [(line, where) for line in plain_text([article.body[number]]).split("\n")]


def without_lost_ground(
    bundle: Bundle, before: Bundle, edits: Edits, note: Callable[[Issue], None]
) -> Bundle:
    """Return the bundle without evidence for what was edited, or that lies in edited words."""
    if not edits.paths and not edits.shifts:
        return bundle
    spans = {source.id: _Spans(source, edits) for source in before.sources}
    changes = {}
    for name in ("articles", "agreements", "organizations"):
        records = []
        for index, record in enumerate(getattr(bundle, name)):
            root = Path((name, index))
            kept = tuple(
                moved
                for one in record.evidence
                if (moved := _kept(one, root, edits, spans, note)) is not None
            )
            records.append(record if kept == record.evidence else evolve(record, evidence=kept))
        changes[name] = tuple(records)
    return evolve(bundle, **changes)  # type: ignore[arg-type]


def _kept(
    evidence: Evidence,
    root: Path,
    edits: Edits,
    spans: dict[str, _Spans],
    note: Callable[[Issue], None],
) -> Evidence | None:
    path = Path(root.steps + Path.parse(evidence.path).steps)
    where = next((str(one) for one in edits.paths if path.within(one) or one.within(path)), None)
    if where is None and evidence.source in spans:
        where = spans[evidence.source].edited(evidence)
    if where is not None:
        note(
            Issue(
                "docx.evidence",
                f"The words that state {path} were edited ({where}); their evidence is dropped.",
                str(path),
            )
        )
        return None
    return _moved(evidence, path, root, edits)


def _moved(evidence: Evidence, path: Path, root: Path, edits: Edits) -> Evidence:
    """Let evidence follow its value, where values before it in a tuple are gone, or new."""
    now = path
    if len(path.steps) > 3 and path.steps[0] == "articles" and path.steps[2] == "body":
        moved = edits.moved.get(int(path.steps[1]), {})
        step = moved.get(int(path.steps[3]), path.steps[3])
        now = Path((*path.steps[:3], step, *path.steps[4:]))
    for place, by in edits.shifts:
        now = shifted(now, place, by)
    if now == path:
        return evidence
    return evolve(evidence, path=str(Path(now.steps[len(root.steps) :])))


def shifted(path: Path, place: Path, by: int) -> Path:
    """Return a path after a value was taken out of a tuple at a place (-1), or put in there (1)."""
    *owner, at = place.steps
    depth = len(owner)
    if len(path.steps) <= depth or list(path.steps[:depth]) != owner:
        return path
    step = path.steps[depth]
    if not isinstance(step, int) or not isinstance(at, int) or step + (by > 0) <= at:
        return path
    return Path((*owner, step + by, *path.steps[depth + 1 :]))


class _Spans:
    """Where the edited words stand in a source."""

    def __init__(self, source: Source, edits: Edits) -> None:
        places: dict[str, list[tuple[int, int]]] = {}
        at = 0
        for line in source.text.splitlines(keepends=True):
            words = line.strip()
            if words:
                start = at + line.index(words[0])
                places.setdefault(words, []).append((start, start + len(words)))
            at += len(line)
        self._spans: list[tuple[int, int, str]] = []
        loose: list[str] = []
        size = 0
        for text, where in edits.texts:
            found = places.get(text.strip())
            if found:
                self._spans += [(start, end, where) for start, end in found]
            elif text.strip() and size < _MOST_LOOSE:
                loose.append(text)
                size += len(text)
        self._spans.sort()
        self._loose = "\n".join(loose)[:_MOST_LOOSE]

    def edited(self, evidence: Evidence) -> str | None:
        """Return the path of the edited words that hold this evidence."""
        if evidence.start is None or evidence.end is None or evidence.exact is None:
            return None
        for start, end, where in self._spans:
            if start >= evidence.end:
                break
            if end > evidence.start:
                return where
        inside = bool(evidence.exact.strip()) and evidence.exact in self._loose
        return "its text" if inside else None
