"""The word lists of a language pack, by the stage that needs them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

Words: TypeAlias = tuple[str, ...]
"""Words and phrases, as a person would write them."""


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
        inner_led: Those of `inner` that in a headline, where all words have capitals, go on with a
            name only behind its head: "Council for".
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
        topics: Words inside names before what a body is about: "Hội Nghiên cứu về nước (HNN)".
        members: Words before the members of a body: "gồm".
        rooms: Words between a hall and its number or letter: "Hội trường số 3".
        own: Words by which a page means its own office, behind a post: "Nhà trường".
        ranks: Heads of offices that stand one over another, the highest first: "bộ", "cục",
            "chi cục".

    .. versionadded:: 0.1.0
    """

    heads: Mapping[str, str | None] = field(factory=dict)
    heads_last: bool = False
    territories: Mapping[str, str] = field(factory=dict)
    territories_alone: Words = ()
    places: Words = ()
    regions: Words = ()
    inner: Words = ()
    inner_led: Words = ()
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
    topics: Words = ()
    members: Words = ()
    rooms: Words = ()
    own: Words = ()
    ranks: Words = ()


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
        tools: Words on the buttons of a page: "Chia sẻ", "Facebook", "A+". A line of several of
            them and nothing else is no part of the page.
        about_us: Words before the name of an office that tells of itself at the end: "About".
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
    tools: Words = ()
    about_us: Words = ()
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
