"""Word lists as one reads them: phrases between bars."""

from __future__ import annotations


def split(words: str) -> tuple[str, ...]:
    """Return the phrases of a list written with bars between them.

    >>> split("memorandum | letter of intent")
    ('memorandum', 'letter of intent')
    """
    return tuple(phrase for part in words.split("|") if (phrase := " ".join(part.split())))


def coded(table: str) -> dict[str, str | None]:
    """Return a table of phrases by code, written a code a line; a dash stands for no code.

    >>> coded("mou: memorandum | MoU")
    {'memorandum': 'mou', 'MoU': 'mou'}
    """
    found: dict[str, str | None] = {}
    for line in table.strip().splitlines():
        code, _, phrases = line.strip().partition(": ")
        found |= dict.fromkeys(split(phrases), None if code == "-" else code)
    return found
