"""Legal text, identifiers and terms: the small change of every record.

Text is kept verbatim: no trimming, no normal form, no correction. Two kinds are told apart. A
`Line` is one line: it holds no control characters and no line separators. `Prose` may run over
several lines and hold anything but surrogates, which are no characters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, TypeAlias

from attrs import frozen

from govnews.issues import Path
from govnews.model._check import Value
from govnews.model._shape import Rule

_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
# Blanks as ECMAScript and Python know them together, so that the JSON Schema says the same.
_NO_BLANK = r"[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
_ID_SHAPE = rf"(#|[A-Za-z][A-Za-z0-9+.\-]*:){_NO_BLANK}+"
_ID = re.compile(_ID_SHAPE)
_LANG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_COUNTRY = re.compile(r"[A-Z]{2}")


def _line_problem(text: str) -> str | None:
    unfit = _UNFIT.search(text)
    if unfit is None:
        return None
    name = f"U+{ord(unfit.group()[0]):04X}"
    return f"one line of text is wanted; character {unfit.start()} is {name}"


def _prose_problem(text: str) -> str | None:
    if text.isascii():
        return None
    try:
        text.encode("utf-16")  # fails on surrogates alone; twice as fast as UTF-8, or as a search
    except UnicodeEncodeError as error:
        return f"character {error.start} is U+{ord(text[error.start]):04X}, half of a character"
    return None


@lru_cache(maxsize=4096)
def _id_problem(text: str) -> str | None:
    if _ID.fullmatch(text) and _prose_problem(text) is None:
        return None
    return f"an absolute URI or a local id such as '#article-1' is wanted, not {text[:80]!r}"


@lru_cache(maxsize=256)
def _lang_problem(text: str) -> str | None:
    if _LANG.fullmatch(text):
        return None
    return f"a language tag such as 'vi' or 'pt-BR' is wanted (BCP 47), not {text[:80]!r}"


def _country_problem(text: str) -> str | None:
    if _COUNTRY.fullmatch(text):
        return None
    return f"two letters of ISO 3166-1 such as 'VN' are wanted, not {text[:80]!r}"


def _natural_problem(number: int) -> str | None:
    if 0 <= number <= 2**53:
        return None
    return f"a number from 0 to 2^53 is wanted, not {number}"


def _positive_problem(number: int) -> str | None:
    if 1 <= number <= 2**53:
        return None
    return f"a number from 1 to 2^53 is wanted, not {number}"


@lru_cache(maxsize=4096)
def _path_problem(text: str) -> str | None:
    try:
        Path.parse(text)
    except ValueError as error:
        return str(error)
    return None


Line: TypeAlias = Annotated[
    str,
    Rule(
        "line",
        _line_problem,
        {"type": "string", "not": {"pattern": r"[\u0000-\u001f\u007f-\u009f\u2028\u2029]"}},
        # Holds for no control character, separator or surrogate: a fast yes for nearly all text.
        sure="{}.isprintable()",
    ),
]
"""One line of text, verbatim."""

Prose: TypeAlias = Annotated[
    str, Rule("prose", _prose_problem, {"type": "string"}, sure="{}.isascii()")
]
"""Text of any number of lines, verbatim."""

Ref: TypeAlias = Annotated[
    str,
    Rule("ref", _id_problem, {"type": "string", "pattern": f"^{_ID_SHAPE}$"}),
]
"""The id of a record or source: an absolute URI (RFC 3986), or ``#name`` local to the bundle."""

Lang: TypeAlias = Annotated[
    str,
    Rule(
        "lang",
        _lang_problem,
        {"type": "string", "pattern": r"^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$"},
    ),
]
"""A language tag of BCP 47 shape; the shape alone is checked."""

Country: TypeAlias = Annotated[
    str, Rule("country", _country_problem, {"type": "string", "pattern": "^[A-Z]{2}$"})
]
"""A country code, ISO 3166-1 alpha-2."""

Natural: TypeAlias = Annotated[
    int,
    Rule(
        "natural",
        _natural_problem,
        {"type": "integer", "minimum": 0, "maximum": 2**53},
        sure="0 <= {} <= 0x20000000000000",
    ),
]
"""A whole number from 0 to 2^53, the range that JSON readers agree on (RFC 8259, 6)."""

Positive: TypeAlias = Annotated[
    int,
    Rule(
        "positive",
        _positive_problem,
        {"type": "integer", "minimum": 1, "maximum": 2**53},
        sure="1 <= {} <= 0x20000000000000",
    ),
]
"""A whole number from 1 to 2^53."""

FieldPath: TypeAlias = Annotated[
    str, Rule("path", _path_problem, {"type": "string", "pattern": r"^\$"})
]
"""The text of a `govnews.Path`."""


def is_line(text: str) -> bool:
    r"""Tell whether a text may stand in a single-line field.

    >>> is_line("Số 12, đường Bờ Sông"), is_line("two\nlines")
    (True, False)

    .. versionadded:: 0.1.0
    """
    return text.isprintable() or _line_problem(text) is None


def fold_line(text: str) -> str:
    r"""Make one line of a text: each run of control characters and line separators to one blank.

    A reader that has to fold says so with an issue of code ``text.folded``.

    >>> fold_line("Trường Đại học\r\n\tBến Nước")
    'Trường Đại học Bến Nước'

    .. versionadded:: 0.1.0
    """
    return text if text.isprintable() else _UNFIT.sub(" ", text)


@frozen(kw_only=True)
class Term(Value):
    """A word of an open vocabulary: what the source calls it, and its code where one is known.

    Args:
        label: The words of the source, verbatim.
        scheme: Name or URI of the vocabulary: ``"govnews:agreement-kind"``.
        code: The code in that vocabulary.
        lang: Language of the label, where it is not the record's.

    >>> Term(label="Bản ghi nhớ", scheme="govnews:agreement-kind", code="mou").code
    'mou'

    .. versionadded:: 0.1.0
    """

    label: Line
    scheme: Line | None = None
    code: Line | None = None
    lang: Lang | None = None


@frozen(kw_only=True)
class Identifier(Value):
    """An identifier that others gave: ``Identifier(scheme="rss:guid", value="4711")``.

    .. versionadded:: 0.1.0
    """

    scheme: Line
    value: Line


@frozen(kw_only=True)
class Link(Value):
    """A link to a page or a document.

    Args:
        href: The address, verbatim.
        rel: What it is to the record (IANA link relations): ``"alternate"``, ``"related"``.
        title: Text shown for it.
        type: Media type of what it leads to.
        lang: Language of what it leads to.
        bytes: Size of what it leads to.

    .. versionadded:: 0.1.0
    """

    href: Line
    rel: Line | None = None
    title: Line | None = None
    type: Line | None = None
    lang: Lang | None = None
    bytes: Natural | None = None
