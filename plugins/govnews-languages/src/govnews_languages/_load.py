"""Language packs from data: a TOML file holds all that the engine has to know of one language.

Lists of phrases are written with bars between them. Forms of dates are patterns with macros, as
`govnews.extraction.TimeForm` describes them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

from govnews.extraction import (
    Agreements,
    Detection,
    Label,
    LanguagePack,
    Layout,
    Names,
    People,
    TimeForm,
    Times,
)

Means: TypeAlias = Literal["nothing", "period", "date"]
_CODED: Final = ("papers", "heads", "territories")


def load(name: str) -> LanguagePack:
    """Return the pack that a data file of this package holds.

    Args:
        name: Name of the file without its ending, which is the name of the pack.
    """
    data = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
    names = {**data["names"], "stops": f"{data['names']['stops']} | {_times_words(data['times'])}"}
    return LanguagePack(
        name=name,
        languages=phrases(data["languages"]),
        detection=Detection(**_words(data["detection"])),
        times=_times(data["times"]),
        labels=tuple(
            Label(role=one["role"], words=phrases(one["words"]), code=one.get("code"))
            for one in data["labels"]
        ),
        names=Names(heads_last=True, **_words(names)),
        people=People(**_words(data["people"])),
        agreements=Agreements(**_words(data["agreements"])),
        layout=Layout(**_words(data["layout"])),
    )


def phrases(words: str) -> tuple[str, ...]:
    """Return the phrases of a list written with bars between them.

    >>> phrases("convenio marco | acuerdo")
    ('convenio marco', 'acuerdo')
    """
    return tuple(phrase for part in words.split("|") if (phrase := " ".join(part.split())))


def _words(table: Mapping[str, Any]) -> dict[str, Any]:
    """Give each list of a table as a tuple of phrases, and each table of codes by phrase."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key in _CODED:
            found[key] = {
                phrase: None if code == "none" else code
                for code, words in value.items()
                for phrase in phrases(words)
            }
        elif key in ("common", "direct", "letters", "pairs"):
            found[key] = value
        elif key == "abbreviations":
            found[key] = dict(value)
        elif key == "postcodes":
            found[key] = tuple(value)
        else:
            found[key] = phrases(value)
    return found


def _numbered(lines: list[str]) -> dict[str, int]:
    return {word: number for number, line in enumerate(lines, 1) for word in phrases(line)}


def _times(table: Mapping[str, Any]) -> Times:
    kinds: tuple[tuple[Means, str, list[str]], ...] = (
        ("nothing", "", table["nothing"]),
        *(("period", cue, some) for cue, some in table["periods"].items()),
        ("date", "", table["dates"]),
    )
    forms = [
        TimeForm(pattern=pattern, means=means, cue=cue)
        for means, cue, patterns in kinds
        for pattern in patterns
    ]
    units = {word: unit for unit, words in table["units"].items() for word in phrases(words)}
    return Times(
        forms=tuple(forms),
        months=_numbered(table["months"]),
        macros={name: phrases(words) for name, words in table["macros"].items()},
        units=units,
        quarters=_numbered(table.get("quarters", [])),
        numbers=_numbered(table["numbers"]),
    )


def _times_words(table: Mapping[str, Any]) -> str:
    """Names of months and weekdays, at which the names of offices end."""
    return " | ".join([*table["months"], table["macros"]["weekday"]])
