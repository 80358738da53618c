"""What is said on standard error: issues, one a line, and the sentence of an error."""

from __future__ import annotations

import json
import sys
import warnings
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from govnews.cli._terminal import one_line
from govnews.errors import GovnewsError
from govnews.issues import Issue

_FEW = 5


def complain(error: GovnewsError, *, as_json: bool) -> None:
    """Say what went wrong."""
    if as_json:
        said = {
            "error": type(error).__name__,
            "message": str(error),
            "issues": [_plain(issue) for issue in getattr(error, "issues", ())],
        }
        print(json.dumps(said, ensure_ascii=False), file=sys.stderr)
        return
    print(f"govnews: {one_line(str(error))}", file=sys.stderr)
    for issue in getattr(error, "faults", ())[1:20]:
        print(f"  {_line(issue)}", file=sys.stderr)


def tell(issues: Iterable[Issue], *, name: str, given: Namespace) -> None:
    """List issues, one a line; of many with one code the first few, unless all are asked for."""
    said: Counter[str] = Counter()
    for issue in issues:
        said[issue.code] += 1
        if given.json:
            print(json.dumps({"input": name, **_plain(issue)}, ensure_ascii=False), file=sys.stderr)
        elif given.verbose or said[issue.code] <= _FEW:
            print(f"{one_line(name)}: {_line(issue)}", file=sys.stderr)
    if given.json or given.verbose:
        return
    for code, count in said.items():
        if count > _FEW:
            more = f"{count - _FEW} more of [{code}]; --verbose lists them"
            print(f"{one_line(name)}: {more}", file=sys.stderr)


def _line(issue: Issue) -> str:
    return one_line(str(issue))


def _plain(issue: Issue) -> dict[str, str]:
    return {"code": issue.code, "message": issue.message, "where": issue.where}


@contextmanager
def shown_warnings() -> Iterator[None]:
    """Show warnings as sentences, without the lines of code they come from."""
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.showwarning = _show
        yield


def _show(message: Warning | str, *_: object, **__: object) -> None:
    print(f"govnews: {one_line(str(message))}", file=sys.stderr)
