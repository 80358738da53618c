"""What a language pack is: the words of one language, by the stage that needs them.

A pack is data and a few functions. Words may be written in any case and normal form; the engine
folds them as it folds the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

Words: TypeAlias = tuple[str, ...]
"""Words and phrases, as a person would write them."""

LabelRole: TypeAlias = Literal[
    "address",
    "author",
    "copyright",
    "credit",
    "email",
    "event",
    "fax",
    "license",
    "modified",
    "organization",
    "other",
    "parent",
    "phone",
    "phone_fax",
    "place",
    "published",
    "responsible",
    "web",
]
"""What the value behind a label is; `"other"` is a label whose value no field takes."""


def no_fold(text: str) -> str:
    """Change nothing: the fold of a language that needs none of its own."""
    return text


def plain_key(text: str) -> str:
    """Return the key by which two spellings compare where a language asks for nothing more.

    >>> plain_key("Ministry  of Health")
    'ministry of health'
    """
    return " ".join(text.casefold().split())


@frozen(kw_only=True)
class PhoneNumber:
    """A telephone number within a text.

    Args:
        start: First code point.
        end: The code point after the last.
        value: The international number (E.164), only where it is certain.
        inferred: Whether the value says more than the words: a renumbering, a borrowed area code.
        ground: What an inferred value rests on.

    .. versionadded:: 0.1.0
    """

    start: int
    end: int
    value: str | None = None
    inferred: bool = False
    ground: str | None = None


@frozen(kw_only=True)
class AddressPart:
    """A part of an address.

    Args:
        start: First code point, unit word included.
        end: The code point after the last.
        level: An open word: ``"line"`` for streets and buildings, ``"province"``, ``"commune"``.

    .. versionadded:: 0.1.0
    """

    start: int
    end: int
    level: str


_PHONE = re.compile(r"(?<![\w.@/])\(?\+?\d(?:[ .()\u00a0-]{0,3}\d){5,14}(?![\w@])")


def plain_phones(text: str, asof: str | None, kind: LabelRole) -> tuple[PhoneNumber, ...]:
    """Find numbers by their shape; only those written internationally have a value.

    >>> [number.value for number in plain_phones("+84 292 3820 674, 0292 3821 471", None, "phone")]
    ['+842923820674', None]
    """
    return tuple(
        PhoneNumber(start=found.start(), end=found.end(), value=_international(found[0]))
        for found in _PHONE.finditer(text)
    )


def _international(text: str) -> str | None:
    # "+44 (0)30 ..." holds a trunk prefix that is not dialed with the country code.
    digits = "".join(char for char in text.replace("(0)", "") if char in "0123456789")
    return f"+{digits}" if text.lstrip("(").startswith("+") and 7 < len(digits) < 16 else None


def no_region(text: str) -> tuple[str, str] | None:
    """See no evidence of a country."""
    return None


def no_national(text: str, region: str) -> str | None:
    """Know the numbering plan of no country."""
    return None


_ADDRESS_LINE: Final = re.compile(r"[^\s,;](?:[^\r\n]*[^\s,;])?")


def plain_units(text: str) -> tuple[AddressPart, ...]:
    r"""Split an address into its lines, where it has several; its units stay unread.

    >>> [part.level for part in plain_units("12 Quay Street\nPort Merrin")]
    ['line', 'line']
    """
    lines = tuple(
        AddressPart(start=line.start(), end=line.end(), level="line")
        for line in _ADDRESS_LINE.finditer(text)
    )
    return lines if len(lines) > 1 else ()


@frozen(kw_only=True)
class TimeForm:
    """One way to write a date or a period.

    Args:
        pattern: A regular expression over folded text, in which ``{name}`` stands for a macro:
            ``{D}`` day, ``{M}`` month, ``{Y}`` year, ``{N}`` name of a month, ``{D2}`` ... ``{N2}``
            the same for the end of a range, ``{Q}`` quarter, ``{L}`` a length, ``{U}`` its unit,
            ``{T}`` a time of day, ``{Z}`` an offset, ``{_}`` a few blanks or none, and the names of
            `Times.macros`. It must run in linear time: no nested repetition.
        means: ``"date"``, ``"period"``, ``"nothing"`` for figures that only look like a time, or
            ``"unclear"`` for a date that can be read in two ways and therefore has no value.
        cue: What sort of time it is: ``"term"`` for a term of office, ``"plan"`` for a period
            with its own word.

    .. versionadded:: 0.1.0
    """

    pattern: str
    means: Literal["date", "period", "nothing", "unclear"] = "date"
    cue: str = ""


@frozen(kw_only=True)
class Times:
    """Words of dates and periods.

    Args:
        forms: Ways to write them, the first that fits wins.
        months: Names of months, with their numbers.
        macros: Words that forms name, by macro.
        units: Words of lengths of time, with their letter in ISO 8601: Y, M, W, D.
        quarters: Words and numerals of quarters, with their numbers.
        numbers: Number words, with their numbers.

    .. versionadded:: 0.1.0
    """

    forms: tuple[TimeForm, ...] = ()
    months: Mapping[str, int] = field(factory=dict)
    macros: Mapping[str, Words] = field(factory=dict)
    units: Mapping[str, str] = field(factory=dict)
    quarters: Mapping[str, int] = field(factory=dict)
    numbers: Mapping[str, int] = field(factory=dict)


@frozen(kw_only=True)
class Label:
    """Spellings of a label before a value: ``Label("phone", "Điện thoại", "ĐT")``.

    Args:
        role: What the value is.
        words: Spellings of the label, without the colon.
        code: For a responsible person, the code of the role.

    .. versionadded:: 0.1.0
    """

    role: LabelRole
    words: Words
    code: str | None = None


@frozen(kw_only=True)
class Names:
    """Words of the names of organizations, territories and places.

    Args:
        heads: First words of names (or, with `heads_last`, words anywhere in them), with their
            code in ``govnews:organization-kind`` or None.
        heads_last: Whether a head may stand inside or at the end: "Halden University".
        territories: Unit words of territories, with their level.
        territories_alone: Unit words that may end a name without a name of their own.
        places: First words of places where things happen: "Hội trường", "headquarters of".
        regions: Countries and regions by their bare name; in brackets they say where, and are no
            other name.
        inner: Small words that may stand inside a name: "và", "of", "the".
        lower: Words that stand inside names in lower case: "khoa học", "quản lý".
        stops: Words that end a name.
        articles: Words before a name that are no part of it: "the".
        generic: Words for the parties that name nobody: "hai bên", "both sides".
        common: Whether common nouns and adjectives inside names are in small letters, behind their
            head: "École nationale des ports".
        abbreviations: Short forms inside names, with their long forms; for comparing only.
        portals: Words of web sites before the name of their owner: "Cổng thông tin điện tử".
        lead_words: Words before a party that are no part of its name: "lãnh đạo", "đại diện".
        compounds: Words that hold a head and name no organization: "nhiệm vụ", "cán bộ".
        seats: Heads and posts whose name goes on with the country or town they stand in: "Đại sứ
            quán ... tại ...".
        countries: Names of countries, behind which a person's name may follow in a post.
        rooms: Words between a hall and its number or letter: "Hội trường số 3".

    .. versionadded:: 0.1.0
    """

    heads: Mapping[str, str | None] = field(factory=dict)
    heads_last: bool = False
    territories: Mapping[str, str] = field(factory=dict)
    territories_alone: Words = ()
    places: Words = ()
    regions: Words = ()
    inner: Words = ()
    lower: Words = ()
    stops: Words = ()
    articles: Words = ()
    generic: Words = ()
    common: bool = False
    abbreviations: Mapping[str, str] = field(factory=dict)
    portals: Words = ()
    lead_words: Words = ()
    compounds: Words = ()
    seats: Words = ()
    countries: Words = ()
    rooms: Words = ()


@frozen(kw_only=True)
class People:
    """Words about people.

    Args:
        honorifics: Before a name: "Ông", "PGS.TS.", "Dr".
        posts: First words of posts, whole with their prefixes: "Phó Chủ tịch".
        represents: Words that say somebody acts for a side: "đại diện", "on behalf of".
        post_labels: Labels before a post within a line: "chức vụ".
        introduces: Between a side and the person who signs for it: "có".
        direct: Whether the office follows its post without a small word between: "Wali Kota Sorana,
            Weny Latu", where a comma then stands before the name.
        surnames: Family names, where they stand first and are few: they tell a person's name from
            an organization's behind a post.
        middles: Middle names, where they are few: "Văn", "Thị". With a surname before they tell a
            person's name from that of a territory.

    .. versionadded:: 0.1.0
    """

    honorifics: Words = ()
    posts: Words = ()
    represents: Words = ()
    post_labels: Words = ()
    introduces: Words = ()
    direct: bool = False
    surnames: Words = ()
    middles: Words = ()


@frozen(kw_only=True)
class Agreements:
    """Words about agreements.

    Args:
        papers: What a paper is called, with its code in ``govnews:agreement-kind`` or None.
        bare: Papers whose name alone is no title: "hợp đồng", "ký kết hợp tác".
        numbers: Before the number of a paper: "số", "No.".
        sign: Verbs and nouns of signing.
        ceremonies: Those of `sign` that are nouns and tell of no act: "lễ ký kết".
        between: "giữa", "between".
        joined: Between two parties: "và", "với", "and".
        by: Before those who signed: "signed by".
        with_: Before the other party: "với", "with".
        auxiliaries: Words that may stand between the parties and the verb of signing.
        planned: "sẽ", "dự kiến", "will".
        earlier: Words right before a paper that was signed before: "kết quả thực hiện".
        recalled: Words that send a whole sentence into the past: "trước đó", "earlier".
        title_stops: Words before which the name of a paper ends.
        refers: Words that stand for the one paper a story tells of: "it", "the agreement".
        terms: Behind a comma after a listed paper: its length, its worth: "thời hạn", "valued at".
        witnesses: "chứng kiến", "in the presence of".
        fields: Before a list of fields: "lĩnh vực", "areas".
        contents: Before a list that is one of fields if its items are no actions: "nội dung".
        about: Before a field without the word for it: "hợp tác về", "cooperation in".
        cooperation: Words that make a sentence one about cooperation: "hợp tác", "phối hợp".
        aims: Words after which aims follow, not fields: "nhằm".
        objectives: Openings of a sentence that says what a paper is for: "mục tiêu", "nhằm".
        not_fields: Words that begin no field: verbs of joint actions.
        field_leads: Words between the cue and its first field: "như", "gồm", "such as".
        field_stops: Words before which an inline list of fields ends.
        pairs: Whether a joining word alone divides two fields: "A và B".
        compounds: Fields that hold a joining word or a comma: "khoa học và công nghệ".

    .. versionadded:: 0.1.0
    """

    papers: Mapping[str, str | None] = field(factory=dict)
    bare: Words = ()
    numbers: Words = ()
    sign: Words = ()
    ceremonies: Words = ()
    between: Words = ()
    joined: Words = ()
    by: Words = ()
    with_: Words = ()
    auxiliaries: Words = ()
    planned: Words = ()
    earlier: Words = ()
    recalled: Words = ()
    title_stops: Words = ()
    refers: Words = ()
    terms: Words = ()
    witnesses: Words = ()
    fields: Words = ()
    contents: Words = ()
    about: Words = ()
    cooperation: Words = ()
    aims: Words = ()
    objectives: Words = ()
    not_fields: Words = ()
    field_leads: Words = ()
    field_stops: Words = ()
    pairs: bool = False
    compounds: Words = ()


@frozen(kw_only=True)
class Projects:
    """Words about projects.

    Args:
        nouns: "dự án", "nhiệm vụ", "project".
        verbs: What is done with projects: "triển khai", "carried out".
        counts: Counts without a number: "nhiều", "several".
        funded: Pairs of words around a funder: ("do", "tài trợ"), ("funded by", "").
        scopes: First words of a scope: "cấp".
        together: Words that make work a common one: "cùng", "joint".
        past: "đã", "have", "đến nay".
        ahead: "sẽ", "will", "thời gian tới".
        stops: Words before which the name of a project ends.

    .. versionadded:: 0.1.0
    """

    nouns: Words = ()
    verbs: Words = ()
    counts: Words = ()
    funded: tuple[tuple[str, str], ...] = ()
    scopes: Words = ()
    together: Words = ()
    past: Words = ()
    ahead: Words = ()
    stops: Words = ()


@frozen(kw_only=True)
class Layout:
    """Words that tell the parts of a page.

    Args:
        at: Before the place of an event: "tại", "at".
        here: Words by which a story means the place of its dateline: "here".
        contacts: Headings over contacts: "Media contact". What follows them is the foot of a page.
        press: Words that make a contact one for the press: "media".
        postcodes: Patterns over folded text that show the last line of an address.
        streets: Words that show a line to be one of an address: "Street", "Avenida".
        credits: Before a credit: "Nguồn", "Tin, ảnh".
        photos: Before the credit of a photo: "Ảnh".
        related: Headings over other stories: "Tin liên quan".
        notices: Lines to pass over: "Ảnh minh họa", "For immediate release".
        closings: Marks that close official prose: "./.".
        copyright: Words and signs of a copyright notice.
        holder: Between a copyright notice and its holder: "thuộc về".
        terms: First words of a condition of use: "Ghi rõ nguồn".
        events: Words of an event in a lead: "diễn ra", "tổ chức".

    .. versionadded:: 0.1.0
    """

    at: Words = ()
    here: Words = ()
    contacts: Words = ()
    press: Words = ()
    postcodes: Words = ()
    streets: Words = ()
    credits: Words = ()
    photos: Words = ()
    related: Words = ()
    notices: Words = ()
    closings: Words = ("./.",)
    copyright: Words = ("©", "(c)", "copyright")
    holder: Words = ()
    terms: Words = ()
    events: Words = ()


@frozen(kw_only=True)
class Detection:
    """What tells that a text is in this language.

    Args:
        letters: Letters that other languages lack.
        words: Small words that any text of some length holds.

    .. versionadded:: 0.1.0
    """

    letters: str = ""
    words: Words = ()


@frozen(kw_only=True, eq=False)
class LanguagePack:
    """All that the engine has to know of one language.

    Args:
        name: Name, which begins the names of its rules: ``"vi"``.
        languages: Language tags it reads.
        detection: What tells the language.
        times: Dates and periods.
        labels: Labels of footers and stamps.
        names: Names of organizations, territories and places.
        people: Names and posts.
        agreements: Agreements.
        projects: Projects.
        layout: Parts of a page.
        fold: Folds a text that is lower-case already, one character to one character, so that
            spellings of one word become alike.
        key: Key by which two names are the same name.
        phones: Finds the telephone numbers in what stands behind a label, given the date of the
            page as far as it is stated, and the role of the label.
        region: Tells the country whose national numbers a page prints (ISO 3166-1) and the words
            of the page that show it; None where nothing does.
        national: The international form of a number as that country writes it.
        units: Splits an address into its lines (level ``"line"``) and administrative units.

    .. versionadded:: 0.1.0
    """

    name: str
    languages: Words
    detection: Detection = field(factory=Detection)
    times: Times = field(factory=Times)
    labels: tuple[Label, ...] = ()
    names: Names = field(factory=Names)
    people: People = field(factory=People)
    agreements: Agreements = field(factory=Agreements)
    projects: Projects = field(factory=Projects)
    layout: Layout = field(factory=Layout)
    fold: Callable[[str], str] = no_fold
    key: Callable[[str], str] = plain_key
    phones: Callable[[str, str | None, LabelRole], Sequence[PhoneNumber]] = plain_phones
    region: Callable[[str], tuple[str, str] | None] = no_region
    national: Callable[[str, str], str | None] = no_national
    units: Callable[[str], Sequence[AddressPart]] = plain_units
