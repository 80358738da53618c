"""What the words of one line show it to be: a label, an owner, a stamp, a notice."""

from __future__ import annotations

import re
from typing import Final

from govnews.extraction._ground.grammar import EMAIL, WEB, Grammar
from govnews.extraction._ground.times import Timeline
from govnews.extraction._ground.view import View
from govnews.extraction._naming.names import Named, Names
from govnews.extraction._page.labels import numbered
from govnews.extraction._page.parts import Span
from govnews.extraction.pack import LabelRole

REACHED: Final = ("address", "email", "fax", "phone", "phone_fax", "web")
"""The labels of what reaches an office."""
LONG_LINE: Final = 140
"""Longer lines are prose, in characters."""
_SENTENCE_END: Final = (".", "!", "?", ":", ";", '."', '!"', '?"', ".)", "…")
_SITE: Final = re.compile(r"[\w-]{2,40}(?:\.[\w-]{2,20}){0,3}\.[a-z]{2,4}(?!\w)")
_COUNT: Final = re.compile(r"(?<!\d)\d{1,3}(?:[.,]\d{3}){0,3}(?!\d)")
_CLOCK: Final = re.compile(r"\d{1,2}\s?[:h]\s?\d{2}(?:\s?[ap]m)?|gmt|utc|[+-]\d{1,2}|et\b")
_LONGEST_STAMP: Final = 120
_SHORT_NOTICE: Final = 3
_LETTER: Final = re.compile(r"[^\W\d_]")
_ENTRY: Final = re.compile(r"\s{0,8}\|\s{0,8}|\s{2,8}|\t")
_FEWEST_ENTRIES: Final = 3
_LONGEST_ENTRY: Final = 40
_LONGEST_TOOLS: Final = 200
_FEWEST_TOOLS: Final = 2
_SHORT_LINE: Final = 60
_DASHES: Final = ("-", "|", ",", "(")
_SHORT_REST: Final = 12
_TWO: Final = 2


class LineKinds:
    """Tells what the lines of one page are."""

    def __init__(self, view: View, grammar: Grammar, names: Names, timeline: Timeline) -> None:
        self.view, self.grammar, self.names, self.timeline = view, grammar, names, timeline
        self.folded = view.folded
        self._footers: dict[tuple[int, int], bool] = {}  # two searches for the foot ask

    def role(self, label: re.Match[str]) -> LabelRole:
        """Return what a label says of its value."""
        return self.grammar.labels[" ".join(label["label"].split())].role

    def label(self, line: Span) -> re.Match[str] | None:
        """Return the label a line begins with, if a colon or a value shows that it is one."""
        match = self.grammar.label.match(self.folded, line.start, line.end)
        return match if match is not None and match["colon"] else None

    def label_alone(self, line: Span) -> re.Match[str] | None:
        """Return the label a line begins with, if no colon follows it."""
        label = self.grammar.label.match(self.folded, line.start, line.end)
        return label if label is not None and not label["colon"] else None

    def name_alone(self, start: int, end: int) -> bool:
        """Whether a range is one to five capitalized words: a name or initials."""
        words = self.view.text[start:end].split()
        if not 1 <= len(words) <= 5 or self.grammar.sign.search(self.folded, start, end):
            return False
        return all(word[:1].isupper() or word in "-–,&" for word in words) and (
            len(words) > 1 or (words[0].replace(".", "").isupper() and len(words[0]) <= 8)
        )

    def owner(self, start: int, end: int) -> Named | None:
        """Return the organization that a whole range names, words of a portal aside."""
        portal = self.grammar.portal.match(self.folded, start, end)
        if portal is not None:
            start, end = self.view.trim(portal.end(), end, " :-|,")
        named = self.names.organization(start, end)
        if named is None and self.names.by_capitals:
            named = self.names.territory(start, end)
        if named is None or named.bare:
            return None
        at = self.grammar.at.match(self.folded, self.names.skip_blank(named.after, end), end)
        if at is not None and self.names.by_capitals:  # "Embassy of Norland in Port Merrin"
            place = self.names.place(at.end(), end)
            return named if place is not None and place.after >= end else None
        rest = self._past_territories(named.after, end)
        return named if not self.folded[rest:end].strip(" .,-|") else None

    def _past_territories(self, at: int, end: int) -> int:
        """Pass over the territories that a name is followed by: "UBND xã A - huyện B - tỉnh C"."""
        for _ in range(3):
            start = self.view.trim(at, end, " .,-|")[0]
            unit = self.names.territory(start, end) if start > at else None
            if unit is None:
                break
            at = unit.after
        return at

    def owners(self, line: Span) -> list[Named]:
        """Return the organizations of a line of the header: one, or two with a dash between."""
        whole = self.owner(line.start, line.end)
        if whole is not None:
            return [whole]
        dash = self.folded.find(" - ", line.start, line.end)
        if dash < 0:
            return []
        both = [self.owner(line.start, dash), self.owner(dash + 3, line.end)]
        return [named for named in both if named is not None] if all(both) else []

    def territory(self, line: Span) -> Named | None:
        """Return the territory that a whole line names."""
        named = self.names.territory(line.start, line.end)
        return named if named is not None and named.after == line.end else None

    def upper(self, line: Span) -> bool:
        """Whether a line is written in capitals."""
        text = self.view.text[line.start : line.end]
        return text.isupper()

    def prose(self, line: Span) -> bool:
        """Whether a line ends as a sentence does, or is long."""
        return line.end - line.start > LONG_LINE or self.prose_end(line)

    def prose_end(self, line: Span) -> bool:
        """Whether a line ends as a sentence does."""
        return self.folded.endswith(_SENTENCE_END, line.start, line.end)

    def is_stamp(self, line: Span) -> bool:
        """Whether a line is a date and little else."""
        label = self.label(line)
        if label is not None:
            role = self.role(label)
            return role in ("published", "modified")
        if line.end - line.start > _LONGEST_STAMP:
            return False
        times = [t for t in self.timeline.within(line.start, line.end) if t.means == "date"]
        if not times:
            return False
        stamped = self.label_alone(line)
        if (
            stamped is not None
            and self.role(stamped) in ("published", "modified")
            and times[0].start - stamped.end() <= _TWO
        ):
            return True  # "Publié le 4 mai 2024 par le service de presse"
        rest = self.folded[line.start : times[0].start] + self.folded[times[-1].end : line.end]
        rest = self.grammar.notice.sub(" ", _SITE.sub(" ", rest))
        rest = self.grammar.label.sub(self._passed_over, rest)
        rest = _COUNT.sub(" ", rest)
        rest = _CLOCK.sub(" ", rest)
        return sum(len(word) for word in re.findall(r"\w+", rest)) <= 12

    def _passed_over(self, label: re.Match[str]) -> str:
        """Return nothing for a label whose value no field takes: "Views: 1,204"."""
        return " " if self.role(label) == "other" else label[0]

    def is_notice(self, line: Span) -> bool:
        """Whether a line is one to pass over; what goes on for long behind its words is not."""
        notice = self.grammar.notice.match(self.folded, line.start, line.end)
        if notice is None:
            return False
        rest = self.folded[notice.end() : line.end].split()
        if rest and rest[0] in ("|", "/", ">", "»"):
            return True  # the way to the page
        return (
            not self.names.by_capitals
            or len(rest) <= _SHORT_NOTICE
            or bool(self.timeline.within(notice.end(), line.end))
        )

    def is_tools(self, line: Span) -> bool:
        """Whether a line is a row of buttons: "A- A A+ | Share on Facebook  Print"."""
        if line.end - line.start > _LONGEST_TOOLS:
            return False
        if self.grammar.tool.match(self.folded, line.start, line.end) is None:
            return False
        rest, count = self.grammar.tool.pattern.subn(" ", self.folded[line.start : line.end])
        return count >= _FEWEST_TOOLS and _LETTER.search(rest) is None

    def is_menu(self, line: Span) -> bool:
        """Whether a line is a row of short entries, bars or wide gaps between them."""
        words = self.folded[line.start : line.end]
        if words.isprintable() and "|" not in words and "  " not in words:
            return False  # nothing divides it
        entries = _ENTRY.split(words)
        return (
            len(entries) >= _FEWEST_ENTRIES
            and max(map(len, entries)) <= _LONGEST_ENTRY
            and not self.prose_end(line)
            and self.label(line) is None
        )

    def is_byline(self, line: Span) -> bool:
        """Whether a line is "By" and a name, without a colon."""
        if not self.names.by_capitals or line.end - line.start > _SHORT_LINE:
            return False
        label = self.grammar.label.match(self.folded, line.start, line.end)
        if label is None or label["colon"] or label.end() >= line.end:
            return False
        if self.role(label) not in ("author", "organization"):
            return False
        return self.name_alone(label.end(), line.end)

    def is_source(self, line: Span) -> bool:
        """Whether a line is a word of sources and an outlet, without a colon: "Theo Báo A"."""
        label = self.label_alone(line)
        if label is None or self.role(label) != "credit":
            return False
        if self.names.by_capitals or line.end - line.start > _SHORT_LINE:
            return False
        named = self.owner(label.end(), line.end)
        return named is not None or self.name_alone(label.end(), line.end)

    def is_closing_mark(self, line: Span) -> bool:
        """Whether a line only says that the story ends: "###"."""
        closing = self.grammar.closing.match(self.folded, line.start, line.end)
        return self.names.by_capitals and closing is not None and closing.end() == line.end

    def heads_related(self, line: Span) -> bool:
        """Whether a line is a heading over other stories."""
        related = self.grammar.related.match(self.folded, line.start, line.end)
        if related is None:
            return False
        listed = self.folded.startswith(":", self.view.trim(related.end(), line.end)[0])
        return listed or line.end - related.end() < _SHORT_REST

    def outlet(self, line: Span) -> tuple[Named, Named] | None:
        """Return an outlet and whose organ it is: "HÒA SƠN ONLINE - ORGAN OF THE COUNCIL"."""
        if line.end - line.start > LONG_LINE:
            return None
        for label in self.grammar.label.finditer(self.folded, line.start, line.end):
            if self.role(label) != "parent" or label.start() == line.start:
                continue
            name = self.view.trim(line.start, label.start(), " -|,.(")
            if self.folded[name[1] : label.start()].strip(" ") not in _DASHES:
                continue
            above = self.names.organization(label.end(), line.end)
            if above is not None and not above.bare and self.view.text[name[0]].isupper():
                return Named(sort="plain", start=name[0], end=name[1]), above
        return None

    def is_footer(self, line: Span) -> bool:
        """Whether a line stands in a foot by what it says."""
        key = (line.start, line.end)
        known = self._footers.get(key)
        if known is None:
            known = self._footers[key] = self._read_footer(line)
        return known

    def _read_footer(self, line: Span) -> bool:
        label = self.label(line)
        if label is not None:
            role = self.role(label)
            return role not in ("published", "modified", "author", "credit", "event", "place")
        folded = self.folded
        alone = self.label_alone(line)
        if alone is not None and self.role(alone) == "license" and self.licensed(alone, line):
            return True
        if alone is not None and alone.end() >= line.end and not self.names.by_capitals:
            return self.role(alone) in REACHED
        return bool(
            self.grammar.copyright.match(folded, line.start, line.end)
            or self.grammar.terms.match(folded, line.start, line.end)
            or self.grammar.portal.match(folded, line.start, line.end)
            or self.address_like(line.start, line.end)
            or numbered(self.view, self.grammar, line)
            or self.outlet(line) is not None
            or self._site_alone(line)
            or (line.end - line.start < 200 and EMAIL.search(folded, line.start, line.end))
        )

    def licensed(self, label: re.Match[str], line: Span) -> bool:
        """Whether the number of a license follows its label: "Giấy phép ... số 12/GP-TTĐT"."""
        rest = self.grammar.license_rest.match(self.folded, label.end("label"), line.end)
        start = rest.end() if rest is not None else label.end()
        numbered = self.grammar.numbered.match(self.folded, start, line.end)
        return numbered is not None and "/" in numbered["number"]

    def _site_alone(self, line: Span) -> bool:
        """Whether a line is the address of a site and nothing else."""
        site = WEB.match(self.folded, line.start, line.end)
        return site is not None and not self.folded[site.end() : line.end].strip(" .,")

    def street(self, line: Span) -> bool:
        """Whether a line of a page in capitals is one of an address: "123 Main Street"."""
        if not self.names.by_capitals or not self.folded[line.start].isdigit():
            return False
        return bool(
            self.grammar.street.search(self.folded, line.start, line.end)
            or self.grammar.postcode.search(self.folded, line.start, line.end)
        )

    def address_like(self, start: int, end: int) -> bool:
        """Whether a line reads as an address: short, commas, and two units with their words."""
        if end - start > 220 or self.folded[start:end].count(",") < 2:
            return False
        units = list(self.grammar.territory.finditer(self.folded, start, end))
        if self.grammar.telling.search(self.folded, start, end):
            return False
        street = self.folded[start : start + 1].isdigit() or self.grammar.street.match(
            self.folded, start, end
        )
        if len(units) < (1 if street else _TWO):
            return False
        return all(
            self.folded[start : unit.start()].rstrip(" -")[-1:] in ("", ",", ":", ".")
            for unit in units
        )
