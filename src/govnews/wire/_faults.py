"""From the errors of a converter to the faults of a document, each with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from attrs import fields_dict, has
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from govnews.errors import DocumentError, ModelError
from govnews.issues import Issue, IssueLog, Path
from govnews.limits import Limits

_CLOSE_ENOUGH = 0.75


class WireError(ValueError):
    """A value whose wire form is wrong; raised by hooks, turned into a fault at the border.

    Args:
        code: Code of the fault.
        message: What is wrong, a whole sentence.
        steps: Where, below the value that the hook was given.
    """

    def __init__(self, code: str, message: str, steps: tuple[str | int, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.steps = steps


class WireErrors(ExceptionGroup[WireError]):
    """Several of them at once."""


_KINDS = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number with a fraction",
    dict: "an object",
    list: "an array",
    type(None): "null",
}


def kind_of(value: object) -> str:
    """Name the sort of a JSON value, for messages."""
    return _KINDS.get(type(value), type(value).__name__)


def wrong_type(wanted: str, value: object) -> WireError:
    """Return the error for a value of the wrong sort."""
    return WireError("wire.wrong-type", f"{wanted} is wanted, not {kind_of(value)}.")


def document_error(error: BaseException, limits: Limits, name: str = "") -> DocumentError:
    """Return the error that lists all faults found in `error`."""
    log = IssueLog(limits.issues)
    log.extend(_faults(error))
    return DocumentError(log.issues, name=name)


def _faults(root: BaseException) -> Iterator[Issue]:
    """Walk the tree of errors in document order, without recursion."""
    pending: list[tuple[BaseException, Path, type | None]] = [(root, Path(), None)]
    while pending:
        error, path, owner = pending.pop()
        if isinstance(error, ClassValidationError | IterableValidationError):
            cls = error.cl if isinstance(error, ClassValidationError) else None
            children = [(child, _below(path, child), cls) for child in error.exceptions]
            pending.extend(reversed(children))
        elif isinstance(error, WireErrors):
            pending.extend((child, path, owner) for child in reversed(error.exceptions))
        else:
            yield from _leaf(error, path, owner)


def _below(path: Path, error: BaseException) -> Path:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return path / note.name
        if isinstance(note, IterableValidationNote):
            return path / note.index
    return path


def _leaf(error: BaseException, path: Path, owner: type | None) -> Iterator[Issue]:
    if isinstance(error, WireError):
        yield Issue(error.code, error.message, str(Path(path.steps + error.steps)))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield Issue("wire.unknown-key", _unknown(key, error.cl), str(path / key))
    elif isinstance(error, ModelError):
        at = path
        if owner is not None and error.owner == owner.__name__ and error.field:
            at = Path(path.steps + Path.parse(f"$.{error.field}").steps)
        yield Issue("wire.impossible", _sentence(error.problem, error.hint), str(at))
    elif isinstance(error, KeyError):
        yield Issue("wire.missing", f"The key {error.args[0]!r} is missing.", str(path.parent))
    else:
        yield Issue("wire.impossible", _sentence(str(error) or type(error).__name__), str(path))


def _sentence(problem: str, hint: str = "") -> str:
    text = problem[:1].upper() + problem[1:].removesuffix(".") + "."
    return f"{text} {hint}" if hint else text


def _unknown(key: str, cls: type | None) -> str:
    shown = repr(key[:80])
    known: Iterable[str] = fields_dict(cls) if cls is not None and has(cls) else ()
    close = get_close_matches(key, known, n=1, cutoff=_CLOSE_ENOUGH) if len(key) < 40 else []
    guess = f" Did you mean {close[0]!r}?" if close else ""
    return f"{shown} is no key of this object.{guess}"
