"""What a read or a write has to say: issues, and the paths that place them.

Nothing is lost in silence. Whatever could not be carried, was repaired or stays doubtful is an
`Issue` with a stable code, a sentence for people, and the path of the value it speaks of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import fields_dict, frozen, has

_STEP = re.compile(
    r"""\.(?P<name>[A-Za-z_][A-Za-z0-9_]*)
      | \[(?P<index>0|[1-9][0-9]*)\]
      | \["(?P<key>(?:[^"\\]|\\.)*)"\]""",
    re.VERBOSE | re.DOTALL,
)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@frozen
class Path:
    r"""The place of a value, rooted at a bundle or at a record.

    The text form begins with ``$`` (the root), then takes ``.name`` for a field, ``[3]`` for a
    position and ``["namespace:name"]`` for a key of a mapping; in a key, ``\"`` and ``\\`` stand
    for themselves. The grammar is the dotted form of JSONPath's normalized paths (RFC 9535, 2.7).

    Args:
        steps: Field names and keys as `str`, positions as `int`, from the root down.

    >>> path = Path.parse("$.articles[3].title")
    >>> path.steps
    ('articles', 3, 'title')
    >>> str(Path() / "extra" / "portal:id")
    '$.extra["portal:id"]'

    .. versionadded:: 0.1.0
    """

    steps: tuple[str | int, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Path:
        """Read the text form.

        Raises:
            ValueError: The text is no path.
        """
        if not text.startswith("$"):
            raise ValueError(f"a path begins with '$', this does not: {text!r}")
        steps: list[str | int] = []
        at = 1
        while at < len(text):
            step = _STEP.match(text, at)
            if step is None:
                raise ValueError(f"no path from character {at} on: {text!r}")
            at = step.end()
            name, index, key = step.group("name", "index", "key")
            if index is not None:
                steps.append(int(index))
            else:
                steps.append(name if name is not None else _ESCAPED.sub(r"\1", key))
        return cls(tuple(steps))

    def __truediv__(self, step: str | int) -> Path:
        return Path((*self.steps, step))

    def __str__(self) -> str:
        return "$" + "".join(map(_step_text, self.steps))

    @property
    def parent(self) -> Path:
        """The path one step up; the root is its own parent."""
        return Path(self.steps[:-1])

    def within(self, other: Path) -> bool:
        """Whether this path is `other` or lies below it.

        >>> Path.parse("$.parties[0].name").within(Path.parse("$.parties"))
        True
        """
        return self.steps[: len(other.steps)] == other.steps

    def resolve(self, root: object) -> Any:
        """Return the value at this path, walking from `root`.

        Raises:
            LookupError: There is no such place.

        >>> Path.parse("$.where").resolve(Issue("text.folded", "A tab became a blank."))
        '$'
        """
        value = root
        for depth, step in enumerate(self.steps):
            try:
                value = _child(value, step)
            except LookupError:
                place = Path(self.steps[: depth + 1])
                raise LookupError(f"there is nothing at {place}") from None
        return value


def _step_text(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _NAME.fullmatch(step):
        return f".{step}"
    escaped = step.replace("\\", "\\\\").replace('"', '\\"')
    return f'["{escaped}"]'


def _child(value: object, step: str | int) -> object:
    """One step down. Fields are attrs fields only: a path never reaches a method."""
    if isinstance(step, int):
        if isinstance(value, Sequence) and not isinstance(value, str):
            return value[step]
        raise LookupError(step)
    if isinstance(value, Mapping):
        return value[step]
    cls: type[Any] = type(value)
    if has(cls) and step in fields_dict(cls):
        child: object = getattr(value, step)
        return child
    raise LookupError(step)


@frozen
class Issue:
    """One loss, repair or doubt.

    Args:
        code: Stable and documented, ``room.matter``: ``"text.folded"``, ``"rss.date"``.
        message: One sentence for people. It may quote the data.
        where: Path of the value meant, rooted at the bundle, or, while reading bytes that have no
            path yet, a place such as ``"line 4, column 7"`` or ``"byte 1043"``.

    .. versionadded:: 0.1.0
    """

    code: str
    message: str
    where: str = "$"

    def __str__(self) -> str:
        return f"{self.where}: {self.message} [{self.code}]"


class IssueLog:
    """Collects issues up to a bound, then only counts them by code.

    A log is callable, so that it can be passed wherever a ``note(issue)`` is wanted.

    Args:
        limit: How many issues are kept whole (`Limits.issues`).

    >>> log = IssueLog(limit=1)
    >>> log(Issue("a.b", "first")); log(Issue("a.b", "second"))
    >>> [str(issue) for issue in log.issues]
    ['$: first [a.b]', '$: 1 more of this code, not listed. [a.b]']

    .. versionadded:: 0.1.0
    """

    def __init__(self, limit: int = 10_000) -> None:
        self.limit = limit
        self._kept: list[Issue] = []
        self._beyond: Counter[str] = Counter()

    def __call__(self, issue: Issue) -> None:
        """Note one issue."""
        if len(self._kept) < self.limit:
            self._kept.append(issue)
        else:
            self._beyond[issue.code] += 1

    def extend(self, issues: Iterable[Issue]) -> None:
        """Note several issues in order."""
        for issue in issues:
            self(issue)

    def __iter__(self) -> Iterator[Issue]:
        return iter(self.issues)

    def __len__(self) -> int:
        """How many issues were noted, the unlisted ones included."""
        return len(self._kept) + self._beyond.total()

    def __bool__(self) -> bool:
        """Stay true when empty: ``note or default`` must never drop a log."""
        return True

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The issues kept, then one line for each code that went beyond the bound."""
        rest = (
            Issue(code, f"{count} more of this code, not listed.")
            for code, count in sorted(self._beyond.items())
        )
        return (*self._kept, *rest)
