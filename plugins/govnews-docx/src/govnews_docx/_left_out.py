"""The sentences that say what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from govnews.issues import Issue

_SENTENCES: Final = {
    "docx.alt-chunk": "{n} embedded documents (altChunk) were not read.",
    "docx.anchor": "{n} links within the document became plain text.",
    "docx.external": "{n} references to files outside of the document were not followed.",
    "docx.hidden": "{n} runs of hidden text were left out.",
    "docx.label": "{n} items of lists were labeled by letters or the like; numbers were kept.",
    "docx.link": "{n} links of a scheme other than http, https, mailto and tel became plain text.",
    "docx.macros": "The document holds macros; they were not read.",
    "docx.math": "{n} formulas became plain text.",
    "docx.relationship": "{n} references lead to parts that the document does not have.",
    "docx.revision": "{n} tracked deletions or moves were left out: the accepted view was read.",
    "docx.ruby": "{n} phonetic guides (ruby) were left out.",
    "docx.symbol": "{n} symbols of a font's private area were kept as they are.",
}


def note_left_out(
    left_out: Counter[str], odd_names: list[str], note: Callable[[Issue], None]
) -> None:
    """Note one issue for each kind of thing that was not read, with its count."""
    for code, count in sorted(left_out.items()):
        if count:
            note(Issue(code, _SENTENCES[code].format(n=count), "$.articles[0].body"))
    if odd_names:
        count = len(odd_names)
        note(Issue("docx.part-name", f"{count} entries with impossible names were not read."))
