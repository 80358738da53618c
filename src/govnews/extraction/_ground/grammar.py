"""A language pack made ready: its words folded and turned into patterns, once for each pack."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from typing import Final

from govnews.extraction._ground.lexicon import Lexicon
from govnews.extraction._ground.phrases import Phrases, Rare
from govnews.extraction._ground.times import TimePatterns
from govnews.extraction._ground.view import any_of, plain_fold, words
from govnews.extraction.pack import Label, LanguagePack

Pattern = re.Pattern[str]

_SHORT_MONTH: Final = 4
_BLANK = r"\s{0,3}"

_KEYED: Final = re.compile(r"[^\W_]+")

EMAIL: Final = Rare(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[^\W_](?:[\w-]{0,62})\.){1,8}[^\W\d_]{2,24}(?![\w@])", "@"
)
"""An e-mail address as pages print it (RFC 5321, 4.5.3.1 for the lengths)."""

WEB: Final = Rare(
    r"(?<![\w@./])(?:https?://[^\s\"'<>()]{3,2000}|www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"(?:/[^\s\"'<>()]{0,2000})?)",
    "://",
    "www.",
)


class Stop:
    """Marks and words that end something; two searches that begin with a letter are the faster."""

    def __init__(self, marks: str, words: Phrases) -> None:
        self.marks = re.compile(marks)
        self.words = words

    def search(self, folded: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first stop in a range."""
        mark = self.marks.search(folded, start, end)
        word = self.words.search(folded, start, mark.start() if mark is not None else end)
        return word or mark


class Grammar:
    """The patterns of one pack. Every pattern runs over folded text."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        self.lexicon = Lexicon(self._fold_text, partial(unicodedata.normalize, "NFC"))
        self.times = TimePatterns(pack.times, self.lexicon)
        self._names(pack)
        self._agreements(pack)
        self._fields(pack)
        self._cues(pack)
        self._projects(pack)
        self._layout(pack)
        self._labels(pack.labels)

    def fold(self, word: str) -> str:
        """Fold a word of the pack as the text is folded."""
        return self._fold_text(unicodedata.normalize("NFC", word))

    def _fold_text(self, text: str) -> str:
        return self.pack.fold(plain_fold(text))

    def key(self, name: str) -> str:
        """Return the key by which names compare, short forms written out."""
        return self.key_of_folded(self.fold(name))

    def key_of_folded(self, folded: str) -> str:
        """Return the key of a name that is folded already."""
        long = self.abbreviation.sub(lambda short: f"{self.long[_squeeze(short[0])]} ", folded)
        silent = self.silent
        return " ".join(
            [word for word in _KEYED.findall(self.pack.key(long)) if word not in silent]
        )

    def words(self, *sets: Iterable[str], sought: bool = False) -> Phrases:
        """Return a pattern for any of some words, standing as whole words.

        Args:
            sets: The words.
            sought: Whether they are sought in ranges, besides asked for at places.
        """
        return self.lexicon.phrases((word for some in sets for word in some), sought=sought)

    def table(self, values: Mapping[str, str | None]) -> dict[str, str | None]:
        """Return a table by folded word."""
        return {_squeeze(self.fold(word)): value for word, value in values.items()}

    def _names(self, pack: LanguagePack) -> None:
        names, people, papers = pack.names, pack.people, pack.agreements
        self.heads = self.table(names.heads)
        self.head = self.words(names.heads)
        self.levels = self.table(names.territories)
        self.territory = self.words(names.territories, sought=True)
        self.member = self.words(names.members)
        self.alone = self.words(names.territories_alone)
        self.hall = self.words(names.places)
        self.inner = self.words(names.inner)
        self.inner_led = self.words(names.inner_led)
        self.topics = frozenset(_squeeze(self.fold(word)) for word in names.topics)
        self.joiners = frozenset(_squeeze(self.fold(word)) for word in papers.joined)
        self.lower = self.words(names.lower)
        self.honorific = self.words(people.honorifics)
        self.post = self.words(people.posts)
        self._classes(pack)
        self.article = self.words(names.articles, names.lead_words, sought=True)
        self.generic = self.words(names.generic, sought=True)
        self.region = self.words(names.regions, names.territories)
        self.portal = self.words(names.portals, sought=True)
        self.post_label = re.compile(
            rf"{any_of(map(self.fold, people.post_labels))}\s{{0,3}}:?\s{{0,3}}"
        )
        self.introduces = self.words(people.introduces)
        self.surname = self.words(people.surnames)
        self.middle = self.words(people.middles)
        self.who = self.words(people.honorifics, people.posts)
        self.seats = frozenset(_squeeze(self.fold(word)) for word in names.seats)
        self.room = self.words(names.rooms)
        self.own = self.words(names.own)
        self.ranks = {_squeeze(self.fold(word)): at for at, word in enumerate(names.ranks)}
        self.represents = self.words(people.represents)
        self.long = {
            _squeeze(self.fold(short)): self.fold(long)
            for short, long in names.abbreviations.items()
        }
        self.abbreviation = self.words(names.abbreviations)
        self.silent = frozenset(
            pack.key(self.fold(word)) for word in (*names.articles, *papers.joined)
        )

        dotted = (*names.territories, *people.honorifics, *names.heads, *names.abbreviations)
        months = [f"{month}." for month in pack.times.months if len(month) <= _SHORT_MONTH]
        short_forms = (self.fold(word) for word in (*dotted, *months) if word.endswith("."))
        self.dotted = re.compile(rf"{words(short_forms)}$")

    def abbreviated(self, text: str, dot: int) -> bool:
        """Whether the dot at a place belongs to a short form: "TP.", "TS.", an initial."""
        if dot and text[dot - 1].isupper() and not text[max(0, dot - 2) : dot - 1].isalnum():
            return True
        before = self.fold(text[max(0, dot - 10) : dot + 1])
        return self.dotted.search(before) is not None

    def _classes(self, pack: LanguagePack) -> None:
        """Join the words that decide where a name goes on or ends: one look tells them all."""
        names, people, papers = pack.names, pack.people, pack.agreements
        stops = (
            *names.stops,
            *names.generic,
            *people.honorifics,
            *papers.sign,
            *papers.planned,
            *papers.witnesses,
            *papers.between,
            *papers.with_,
        )
        if names.heads_last:  # found by its capitals, the name of a paper would be an office's
            stops += tuple(paper for paper in papers.papers if " " in paper)
        self.stop = self.words(stops)
        sorts: dict[str, Iterable[str]] = {
            "stop": (*stops, *papers.papers),
            "territory": names.territories,
            "post": people.posts,
            "head": names.heads,
            "inner": names.inner,
            "lower": names.lower,
            "country": names.countries,
        }
        classes: dict[str, set[str]] = {}
        for sort, some in sorts.items():
            for word in some:
                classes.setdefault(_squeeze(self.fold(word)), set()).add(sort)
        self.classes = {word: frozenset(kinds) for word, kinds in classes.items()}
        self.lexeme = self.words(classes)

    def _agreements(self, pack: LanguagePack) -> None:
        papers = pack.agreements
        self.papers = self.table(papers.papers)
        self.paper = self.words(papers.papers, sought=True)
        self.bare = frozenset(_squeeze(self.fold(word)) for word in papers.bare)
        self.sign = self.words(papers.sign)
        numbered = any_of(map(self.fold, papers.numbers))
        self.numbered = re.compile(
            rf"(?:{numbered}\s{{0,3}}:?\s{{0,3}})?"
            r"(?P<number>\d[\w.]{0,20}(?:[/-]\s?[\w&.-]{1,30}){0,4})"
        )
        self.number = re.compile(
            rf"\s{{1,3}}{numbered}\s{{0,3}}:?\s{{0,3}}(?P<number>(?=[^\s]*\d)[\w./&-]{{2,40}})"
        )
        self.between = self.words(papers.between, sought=True)
        self.joined = self.words(papers.joined)
        self.name_rest = re.compile(
            r"(?:\s{1,3}[^\W\d_]{1,12}){0,2}(?:\s{0,3}[,.;:]|\s{0,3}$|\s{1,3}"
            rf"{words(map(self.fold, papers.joined))})"
        )
        self.with_ = self.words(papers.with_)
        self.auxiliary = re.compile(
            rf"(?:[\s,]{{0,3}}{words(map(self.fold, papers.auxiliaries))}){{0,8}}[\s,]{{0,3}}"
        )
        self.planned = self.words(papers.planned)
        self.recalled = self.words(papers.recalled)
        self.earlier = self.words(papers.earlier)
        self.witness = self.words(papers.witnesses)
        self.refers = self.words(papers.refers)
        self.term = re.compile(rf"[,(]\s{{0,3}}{words(map(self.fold, papers.terms))}")
        self.in_force = self.words(papers.terms)
        self.title_stop = Stop(r"[.;:!?\n\"](?=\s|$)|\.\.\.", self.words(papers.title_stops))

    def _fields(self, pack: LanguagePack) -> None:
        papers = pack.agreements
        self.field = self.words(papers.fields, papers.contents, sought=True)
        self.contents = frozenset(_squeeze(self.fold(word)) for word in papers.contents)
        self.about = self.words(papers.about, sought=True)
        self.cooperation = self.words(papers.cooperation, papers.papers, papers.sign)
        self.aim = self.words(papers.aims)
        self.objective = self.words(papers.objectives)
        self.not_field = self.words(papers.not_fields)
        self.field_lead = self.words(papers.field_leads)
        self.field_stop = Stop(r"[.;:!?\n\"()](?=\s|$)", self.words(papers.field_stops))
        self.compound = self.words(papers.compounds)

    def _cues(self, pack: LanguagePack) -> None:
        """Join the words that make up the events of a sentence: one look tells them all."""
        papers = pack.agreements
        cues: dict[str, Iterable[str]] = {
            "none": pack.names.compounds,
            "paper": papers.papers,
            "sign": papers.sign,
            "between": papers.between,
            "with": papers.with_,
            "by": papers.by,
            "at": pack.layout.at,
            "witness": papers.witnesses,
            "planned": papers.planned,
            "recalled": papers.recalled,
            "earlier": papers.earlier,
            "generic": pack.names.generic,
            "honorific": pack.people.honorifics,
            "post": pack.people.posts,
            "head": pack.names.heads,
            "territory": pack.names.territories,
        }
        if pack.names.heads_last:  # names are found by their capitals
            cues["head"], cues["territory"] = (), ()
        self.cues: dict[str, str] = {}
        for sort, some in cues.items():
            for word in some:
                self.cues.setdefault(_squeeze(self.fold(word)), sort)
        self.cue = self.words(self.cues, sought=True)
        self.telling = self.words(papers.papers, papers.witnesses, papers.sign, sought=True)
        self.acting = self.words(papers.witnesses, papers.sign, sought=True)
        self.ceremonies = frozenset(_squeeze(self.fold(word)) for word in papers.ceremonies)

    def _projects(self, pack: LanguagePack) -> None:
        projects = pack.projects
        self.noun = self.words(projects.nouns)
        self.project_verb = self.words(projects.verbs, sought=True)
        self.scope = self.words(projects.scopes)
        self.past = self.words(projects.past)
        self.together = self.words(
            projects.together, pack.names.generic, pack.agreements.cooperation, sought=True
        )
        self.ahead = self.words(projects.ahead)
        self.project_stop = Stop(r"[.;:,!?\n\"(]", self.words(projects.stops))
        counts = any_of(map(self.fold, projects.counts))
        nouns = any_of(map(self.fold, projects.nouns))
        self.counted = re.compile(
            rf"(?<![\w.,/-])(?P<count>\d{{1,3}}(?:\.\d{{3}})*|{counts})\s{{1,4}}(?P<noun>{nouns})"
        )
        self.funded = tuple(
            (self.words((before,)), self.words((after,)) if after else None)
            for before, after in projects.funded
        )

    def _layout(self, pack: LanguagePack) -> None:
        layout = pack.layout
        self.at = self.words(layout.at, sought=True)
        self.here = self.words(layout.here)
        self.contact = self.words(layout.contacts, sought=True)
        self.press = self.words(layout.press, sought=True)
        self.street = self.words(layout.streets, sought=True)
        self.postcode = re.compile(rf"(?<!\w)(?:{'|'.join(layout.postcodes) or '(?!)'})(?!\w)")
        self.related = self.words(layout.related)
        self.notice = self.words(layout.notices)
        self.tool = self.words(layout.tools)
        self.about_us = self.words(layout.about_us)
        self.closing = re.compile(any_of(map(self.fold, layout.closings)))
        self.credit = self._before(layout.credits)
        self.credit_word = self.words(layout.credits)
        self.photo = self._before(layout.photos)
        self.event = self.words(layout.events, pack.agreements.sign, sought=True)
        signs = any_of(map(self.fold, layout.copyright))
        self.copyright = re.compile(rf"(?<!\w){signs}")
        self.holder = self.words(layout.holder)
        self.terms = self.words(layout.terms)

    def _before(self, some: Iterable[str]) -> Pattern:
        return re.compile(rf"{any_of(map(self.fold, some))}\s{{0,3}}:\s{{0,3}}")

    def _labels(self, labels: Iterable[Label]) -> None:
        self.labels: dict[str, Label] = {}
        for label in labels:
            for word in label.words:
                self.labels.setdefault(_squeeze(self.fold(word)), label)
        # "Label: value"; a few labels are printed without their colon ("Tel 0292...").
        self.label = self.lexicon.phrases(
            self.labels,
            rf"(?<![\w/])(?P<label>{any_of(self.labels)})(?:\s[1-9](?=\s{{0,3}}:))?"
            r"\s{0,3}(?P<colon>[:：]|\.\s{0,2}:|-(?=\s))?\s{0,8}",
            sought=True,
        )
        # What a label may go on with: "Hotline for visitors: ...", "License of a news site No. 5".
        self.label_rest = re.compile(
            r"(?:\s{1,3}(?:[^\W\d_]{1,15}|\d{1,2}(?:/\d{1,2})?(?!\d))){1,8}\s{0,3}:\s{0,8}"
        )
        numbers = any_of(map(self.fold, self.pack.agreements.numbers))
        self.license_rest = re.compile(
            rf"(?:\s{{1,3}}[^\W\d_][\w&-]{{0,15}},?){{0,14}}?\s{{0,3}}:?\s{{1,3}}{numbers}\s{{0,3}}:?\s{{0,3}}(?=\d)"
        )


def _squeeze(folded: str) -> str:
    return " ".join(folded.split())


@lru_cache(maxsize=64)
def grammar_of(pack: LanguagePack) -> Grammar:
    """Return the patterns of a pack, made once."""
    return Grammar(pack)
