"""The sides of a paper that its own sentence does not name.

"Hai trường ký bản ghi nhớ" means the two schools that the headline or the lead names together;
"ông A và ông B ký ..." means the offices in whose posts both were introduced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.named import Named
from govnews.extraction._naming.offices import Offices
from govnews.extraction._page.parts import Page
from govnews.extraction._story.cast import Cast
from govnews.extraction._story.frames import Frames, Mention

_PAIR: Final = 2


class Sides:
    """Finds the sides of the only paper of a story, where no sentence names them with it."""

    def __init__(
        self, view: View, grammar: Grammar, frames: Frames, cast: Cast, offices: Offices
    ) -> None:
        self.view, self.grammar = view, grammar
        self.frames, self.cast, self.offices = frames, cast, offices

    def supply(self, mentions: Sequence[Mention], page: Page) -> None:
        """Give the first paper that was signed its sides, if no mention has any."""
        if any(len(mention.parties) >= _PAIR for mention in mentions):
            return
        for mention in mentions:
            if mention.headline or not mention.signed:
                continue
            if mention.planned or mention.recalled or mention.earlier:
                continue
            sides = self._of_signers(mention, page) or self._meant(mention, page)
            if sides:
                mention.parties = sides
                return

    def _of_signers(self, mention: Mention, page: Page) -> list[Named]:
        """Return the offices of two people who sign, as the story introduces them."""
        found: dict[str, Named] = {}
        for person, side in mention.signatories:
            office = side or self.cast.office(person, page.body)
            if office is not None:
                found.setdefault(self.offices.key(office.start, office.end), office)
        return list(found.values()) if len(found) == _PAIR else []

    def _meant(self, mention: Mention, page: Page) -> list[Named]:
        """Return the two whom "both sides" means: those last named together above."""
        if self.grammar.generic.search(self.view.folded, *mention.sentence) is None:
            return []
        pairs = [pair for pair in self._pairs(mention, page) if len(pair) == _PAIR]
        return pairs[-1] if pairs else []

    def _pairs(self, mention: Mention, page: Page) -> Iterator[list[Named]]:
        """Yield the rows of names above a paper, the headline's last."""
        ranges = [(part.start, part.end) for part in page.body if part.start < mention.label[0]]
        if page.title is not None:
            ranges.append((page.title.start, page.title.end))
        for start, end in ranges:
            for event in self.frames.events(start, end):
                if event.sort == "names" and event.start < mention.label[0]:
                    yield [name for name in event.names if name.sort != "person"]
