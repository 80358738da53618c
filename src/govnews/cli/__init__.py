"""The command ``govnews``: convert, inspect, check, diff and more."""

from __future__ import annotations

TYPE_CHECKING = False  # as in `govnews` itself: help is quick

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0: done. 1: an error. 2: wrong usage. 3: done, with some inputs set aside. 130 and 143:
    interrupted.

    Args:
        argv: Arguments without the program's name; None takes those of the process.

    .. versionadded:: 0.1.0
    """
    from govnews.cli._run import run

    return run(argv)
