"""Issues of one fragment, each kind told once with its count: fragments come by the thousand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from govnews.issues import Issue

MOST_KINDS: Final = 100
"""How many kinds of issues of one fragment are told apart."""


class Notes:
    """Counts issues of a kind, and remembers where the first one was."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], list[int]] = {}

    def __call__(self, code: str, message: str, at: int) -> None:
        """Note an issue.

        Args:
            code: Its code.
            message: Its sentence, without the final stop.
            at: Where in the fragment, in characters.
        """
        kind = (code, message)
        known = self._kinds.get(kind)
        if known is not None:
            known[0] += 1
        elif len(self._kinds) < MOST_KINDS:
            self._kinds[kind] = [1, at]

    def tell(self, note: Callable[[Issue], None]) -> None:
        """Hand on what was noted, in the order of first places."""
        for (code, message), (count, at) in self._kinds.items():
            times = f" ({count} times)" if count > 1 else ""
            note(Issue(code, f"{message}{times}.", f"character {at}"))
