"""Dates and periods as English writes them: the month by its name, either order."""

from __future__ import annotations

from typing import Final

from govnews.extraction import TimeForm, Times
from govnews_en._split import split

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january | jan",
            "february | feb",
            "march | mar",
            "april | apr",
            "may",
            "june | jun",
            "july | jul",
            "august | aug",
            "september | sept | sep",
            "october | oct",
            "november | nov",
            "december | dec",
        ),
        start=1,
    )
    for name in split(names)
}

WEEKDAYS: Final = split(
    "monday | tuesday | wednesday | thursday | friday | saturday | sunday | "
    "mon | tue | tues | wed | weds | thu | thur | thurs | fri | sat | sun"
)

_S: Final = r"\s{1,3}"
_D: Final = r"{D}(?:st|nd|rd|th)?"
_D2: Final = r"{D2}(?:st|nd|rd|th)?"
_N: Final = r"{N}\.?"
_N2: Final = r"{N2}\.?"
_WEEKDAY: Final = r"(?:{weekday}\.?,?\s{1,3})?(?:the\s)?"
_TO: Final = r"\s?(?:-|to|through|until|till|and)\s?"
# A clock by twelve hours is passed over: it says no hour without a reading of its "p.m.".
_AT: Final = r"(?:,?\s{1,3}(?:at\s)?(?:{T}(?!\s?[ap]\.?m)|\d{1,2}[:.]\d\d\s?[ap]\.?m\.?)|T{T})?"
_MDY: Final = rf"{_N}{_S}{_D},?{_S}{{Y}}"
_DMY: Final = rf"{_D}{_S}(?:of{_S}|day\sof{_S})?{_N},?{_S}{{Y}}"
_MDY2: Final = rf"{_N2}{_S}{_D2},?{_S}{{Y2}}"
_DMY2: Final = rf"{_D2}{_S}(?:of{_S})?{_N2},?{_S}{{Y2}}"
_LATE: Final = r"(?:1[3-9]|2\d|3[01])"
_TWICE: Final = "|".join(f"0?{number}[/.-]0?{number}(?!\\d)" for number in range(1, 13))

_NOTHING: Final = (
    r"24/7",
    # A law or a paper by its number and year: "Act No. 12 of 2019", "Resolution 1325 (2000)".
    r"{law}(?:\s{1,3}(?:no\.?|number))?\s{1,3}\d[\w./-]{0,30}(?:\s{0,2}(?:of|/)\s{0,2}\d{4}|\s\(\d{4}\))?",
    # The day of a deadline is no day of an event.
    (
        rf"{{deadline}}{_S}(?:{{weekday}},?\s{{1,3}})?(?:the\s)?"
        rf"(?:{{month}}\.?{_S}\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?{_S}{{month}})(?:,?{_S}\d{{4}})?"
    ),
)

_PERIODS: Final = (
    # -- terms of office, of a parliament, of a plan that is not the paper's ------------------
    (rf"{{term}}{_S}(?:of{_S}|from{_S}|for{_S}|in{_S}){{Y}}{_TO}{{Y2}}", "term"),
    (rf"{{term}}{_S}of{_S}(?:office{_S}of{_S})?{{L}}[\s-]{{1,3}}{{U}}", "term"),
    (
        (
            rf"(?:{{lasting}}{_S}(?:an?|the){_S}|an?{_S})?(?:{{kind}}{_S})?"
            r"(?:{Y}\s?-\s?{Y2}|{L}[\s-]{U})[\s-](?:{kind}\s){0,2}{term}"
        ),
        "term",
    ),
    (rf"(?:{{lasting}}{_S})?an?{_S}{{again}}{_S}{{term}}{_S}of{_S}{{L}}[\s-]{{1,3}}{{U}}", "term"),
    # -- from a day to a day --------------------------------------------------------------------
    (rf"(?:{{since}}{_S})?(?:{_MDY}{_TO}{_MDY2}|{_DMY}{_TO}{_DMY2})", "plan"),
    (rf"(?:{{since}}{_S})?{_N}{_S}{{Y}}{_TO}{_N2}{_S}{{Y2}}", "plan"),
    (
        rf"(?:from{_S}|between{_S})?{_WEEKDAY}{_N}{_S}{_D}{_TO}{_WEEKDAY}(?:{_N2}{_S})?{_D2},?{_S}{{Y2}}",
        "days",
    ),
    (rf"(?:from{_S}|between{_S})?{_WEEKDAY}{_N}{_S}{_D}{_TO}{_WEEKDAY}{_N2}{_S}{_D2}", "days"),
    (
        rf"(?:from{_S}|between{_S})?{_WEEKDAY}{_D}(?:{_S}{_N})?{_TO}{_WEEKDAY}{_D2}{_S}(?:of{_S})?{_N2}(?:,?{_S}{{Y2}})?",
        "days",
    ),
    (
        rf"(?:from{_S}|between{_S})?{_WEEKDAY}{_N}{_S}{_D}{_TO}{_WEEKDAY}{_D2}",
        "days",
    ),
    # -- quarters -------------------------------------------------------------------------------
    (rf"{{Q}}{_S}quarter{_S}(?:of{_S})?{{Y}}", "quarter"),
    (rf"{{Q}},?{_S}{{Y}}", "quarter"),
    # -- from a year to a year --------------------------------------------------------------------
    (rf"{{period}}{_S}{{Y}}\s?(?:-|/)\s?{{Y2}}", "plan"),
    (rf"{{period}}{_S}{{Y}}{_TO}{{Y2}}", "plan"),
    (rf"{{since}}{_S}{{Y}}{_TO}(?:the{_S}end{_S}of{_S})?{{Y2}}", "plan"),
    (r"\(?{Y}\s?-\s?{Y2}\)?", ""),
    (
        rf"{{until}}{_S}(?:the{_S})?(?:end{_S}of{_S})?(?:{_MDY2}|{_DMY2}|{_N2}{_S}{{Y2}}|{{Y2}})",
        "plan",
    ),
    # -- lengths --------------------------------------------------------------------------------
    (
        rf"{{lasting}}{_S}(?:an?{_S}|the{_S})?(?:{{kind}}{_S})?(?:{{span}}{_S}of{_S}|next{_S})?{{L}}[\s-]{{1,3}}{{U}}",
        "length",
    ),
    (rf"{{span}}{_S}of{_S}{{L}}[\s-]{{1,3}}{{U}}", "length"),
    (r"{L}-{U}(?=\s(?:{kind}\s){0,2}{paper})", "length"),
)

_DATES: Final = (
    rf"{_WEEKDAY}{_MDY}{_AT}",
    rf"{_WEEKDAY}{_DMY}{_AT}",
    r"{Y}-{M}-{D}(?:[t\s]{T}(?::\d\d)?(?:\s?{Z})?)?",
    rf"{_WEEKDAY}{_N}{_S}{_D}",
    rf"{_WEEKDAY}{_D}{_S}(?:of{_S})?{_N}",
    rf"{_N},?{_S}(?:of{_S})?{{Y}}",
    # A number above twelve tells the day; two equal ones leave nothing to tell.
    rf"(?={_LATE}[/.-]){{D}}[/.-]{{M}}[/.-]{{Y}}",
    rf"(?=\d{{1,2}}[/.-]{_LATE}[/.-]){{M}}[/.-]{{D}}[/.-]{{Y}}",
    rf"(?={_TWICE}){{D}}[/.-]{{M}}[/.-]{{Y}}",
)

TIMES: Final = Times(
    forms=(
        *(TimeForm(pattern=pattern, means="nothing") for pattern in _NOTHING),
        *(TimeForm(pattern=pattern, means="period", cue=cue) for pattern, cue in _PERIODS),
        *(TimeForm(pattern=pattern) for pattern in _DATES),
        # 3/7/2020 is the third of July or the seventh of March.
        TimeForm(pattern=r"\d{1,2}[/.-]\d{1,2}[/.-](?:(?:19|20)\d\d|\d\d)", means="unclear"),
    ),
    months=MONTHS,
    macros={
        "weekday": WEEKDAYS,
        "month": tuple(MONTHS),
        "since": split("from | between | effective from | starting in | beginning in | starting"),
        "until": split("until | through | till | valid until | valid through | up to | expires in"),
        "deadline": split(
            "into force on | into force | into effect on | into effect | takes effect on |"
            "by | before | no later than | not later than | deadline of | deadline is | deadline |"
            "closing date | due"
        ),
        "law": split(
            "act | regulation | directive | decree | resolution | order | bill | law | public law |"
            "executive order | statute | ordinance | circular | decision | iso | notice"
        ),
        "period": split(
            "for the period | for the period of | for the period from | for the years | period |"
            "for | for the | over the period | covering | covering the period | during | in"
        ),
        "term": split(
            "term | terms | term of office | mandate | tenure | presidency | mayoral term |"
            "parliament | strategic plan | strategy | corporate plan | budget | academic year"
        ),
        "lasting": split(
            "for | over | valid for | lasts | lasting | lasts for | will last | runs for |"
            "run for | will run for | runs | in force for | in effect for | spanning | covering |"
            "within | extends over | renewable after | remain in force for | initial"
        ),
        "again": split("first | second | third | fourth | fifth | new | final | consecutive"),
        "span": split("period | duration | term | validity | time frame"),
        "kind": split(
            "initial | renewable | further | second | first | third | strategic | framework |"
            "cooperation | collaboration | partnership | research | joint | new | bilateral |"
            "consecutive | additional | minimum | total | full | mutual | council | presidential"
        ),
        "paper": split(
            "memorandum | mou | moa | agreement | contract | partnership | plan | program |"
            "programme | deal | pact | protocol | arrangement | letter | accord | collaboration"
        ),
    },
    units={
        **dict.fromkeys(("year", "years"), "Y"),
        **dict.fromkeys(("month", "months"), "M"),
        **dict.fromkeys(("week", "weeks"), "W"),
        **dict.fromkeys(("day", "days"), "D"),
    },
    quarters={
        word: number
        for number, words in enumerate(
            ("first | 1st | q1", "second | 2nd | q2", "third | 3rd | q3", "fourth | 4th | q4"),
            start=1,
        )
        for word in split(words)
    },
    numbers={
        word: number
        for number, word in enumerate(
            split(
                "one | two | three | four | five | six | seven | eight | nine | ten | eleven |"
                "twelve"
            ),
            start=1,
        )
    },
)
