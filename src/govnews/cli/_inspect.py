"""``govnews inspect``: what a document says, laid out for people."""

from __future__ import annotations

import json
from argparse import Namespace

from govnews.cli._inputs import read_input, shown
from govnews.cli._pages import agreement_page, office_page, story_page
from govnews.cli._report import tell
from govnews.cli._run import DONE
from govnews.cli._sheet import Sheet
from govnews.cli._terminal import Terminal
from govnews.io import Reading
from govnews.model import Bundle


def inspect(given: Namespace) -> int:
    """Show the story, the agreement and the office, each fact with the words that state it."""
    reading = read_input(given.input, given)
    if given.json:
        print(json.dumps(_facts(reading), ensure_ascii=False, indent=2))
    else:
        _show(reading, shown(given.input))
    tell(reading.issues, name=shown(given.input), given=given)
    return DONE


def _show(reading: Reading, name: str) -> None:
    bundle = reading.bundle
    terminal = Terminal()
    terminal.line(("title", name), ("dim", f"  {_summary(reading)}"))
    if any(True for _ in bundle.facts()):
        terminal.line(
            (
                "dim",
                "← the words that state it; without an arrow, the value itself is in those words",
            )
        )
    sheet = Sheet(terminal, bundle)
    for article in bundle.articles:
        story_page(sheet, article)
    for agreement in bundle.agreements:
        agreement_page(sheet, agreement)
    for organization in bundle.organizations:
        office_page(sheet, organization)
    if not any(True for _ in bundle.records()):
        terminal.line()
        terminal.line(("dim", "It holds no records."))


def _summary(reading: Reading) -> str:
    bundle = reading.bundle
    counts = (
        _count(len(bundle.articles), "story", "stories"),
        _count(len(bundle.agreements), "agreement", "agreements"),
        _count(len(bundle.organizations), "organization", "organizations"),
        _stated(bundle),
    )
    return f"read as {reading.format}: " + ", ".join(filter(None, counts))


def _stated(bundle: Bundle) -> str:
    count = sum(1 for _ in bundle.facts())
    return _count(count, "fact with its words", "facts with their words")


def _count(number: int, one: str, many: str) -> str:
    return "" if number == 0 else f"{number:,} {one if number == 1 else many}"


def _facts(reading: Reading) -> dict[str, object]:
    from govnews import wire

    return {
        "format": reading.format,
        "facts": [
            {
                "path": fact.path,
                "value": wire.unstructure(fact.value),
                "words": fact.words,
                "source": fact.evidence.source,
                "start": fact.evidence.start,
                "end": fact.evidence.end,
                "inferred": fact.evidence.inferred,
                "ground": fact.evidence.ground,
            }
            for fact in reading.bundle.facts()
        ],
        "issues": [
            {"code": issue.code, "message": issue.message, "where": issue.where}
            for issue in reading.issues
        ],
    }
