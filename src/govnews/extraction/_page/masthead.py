"""The masthead: which office a page is of, and which one stands over it."""

from __future__ import annotations

from collections.abc import Sequence

from govnews.extraction._ground.grammar import Grammar
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named
from govnews.extraction._naming.offices import Office, Offices
from govnews.extraction._page.line_kinds import LineKinds
from govnews.extraction._page.parts import Page, Span


class Masthead:
    """Reads the offices in the header of one page."""

    def __init__(self, view: View, grammar: Grammar, offices: Offices, kinds: LineKinds) -> None:
        self.view, self.grammar, self.offices, self.kinds = view, grammar, offices, kinds

    def publisher(self, page: Page) -> Office | None:
        """Return the office of the header: its own line, and the territory on the next one."""
        owners, territory, top = self._owners(page)
        if not owners:
            return self._first_line(page)
        _, named = owners[0]
        extra = None
        if territory is not None:
            extra = self.grammar.key(
                self.view.text[named.start : named.end]
                + " "
                + self.view.text[territory.start : territory.end]
            )
        heading = [one for line, one in owners if line.start in top]
        parent: Named | None = None
        if len(heading) > 1 and owners[0][0].start in top:
            foot = [one for _, one in owners[2:]]
            parent, named = self._ranked(heading, foot)
        office = self.offices.office(named, extra_key=extra)
        office.used = True
        for _, other in owners:
            if self.offices.longer(named, other):  # the foot names it more fully
                office = self.offices.join(office, self.offices.office(other))
        if territory is not None:
            office.jurisdiction = self.offices.office(territory)
            office.jurisdiction.used = True
        if parent is not None:
            above = self.offices.office(parent)
            if above is not office:
                office.parent = above
                above.used = True
        return office

    def _first_line(self, page: Page) -> Office | None:
        """Return the office that a page of contacts begins with, in words no pack knows."""
        if page.title is not None or page.body or not page.header:
            return None
        line = page.header[0]
        named = self.kinds.names.organization(line.start, line.end)
        if named is None:
            return None
        named.end, named.bare = line.end, False
        office = self.offices.office(named)
        office.used = True
        return office

    def _owners(self, page: Page) -> tuple[list[tuple[Span, Named]], Named | None, set[int]]:
        """Return the offices of header and foot, the territory, and where header lines begin."""
        owners: list[tuple[Span, Named]] = []
        territory: Named | None = None
        titled = [page.title] if page.title is not None else []
        foot = titled if self.grammar.pack.layout.contacts else page.footer
        # A page without a story has no gap between its header and its foot.
        head = page.header or ([] if page.title or page.body else foot)
        top = {line.start for line in head}
        for line in [*page.header, *foot]:
            found = self.kinds.owners(line)
            if found:
                owners += [(line, named) for named in found]
            elif territory is None and line.start in top:
                territory = self.kinds.territory(line)
        return owners, territory, top

    def _ranked(self, heading: Sequence[Named], foot: Sequence[Named]) -> tuple[Named, Named]:
        """Return the upper and the lower of the offices in a header.

        The lower one is the one that the foot names again, or else the one of the lower rank; the
        second, where ranks do not tell: "UBND TỈNH A / SỞ B".
        """
        first, second = heading[0], heading[1]
        again = {self.offices.key(one.start, one.end) for one in foot}
        said = [self.offices.key(one.start, one.end) in again for one in (first, second)]
        if said[0] != said[1]:
            return (second, first) if said[0] else (first, second)
        ranks = self.grammar.ranks
        if len({ranks[one.head] for one in heading if one.head in ranks}) > 1 and all(
            one.head in ranks for one in heading
        ):
            *_, upper, lower = sorted(heading, key=lambda one: ranks[one.head])
            return upper, lower
        codes = [self.grammar.heads.get(one.head) for one in (first, second)]
        ministry = codes[1] == "ministry" and codes[0] not in ("ministry", "government")
        return (second, first) if ministry else (first, second)
