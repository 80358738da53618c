"""Bundles that leave no field out, with nasty values that chance takes long to put there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import count
from typing import Any, Final, TypeVar

from govnews.errors import ModelError
from govnews.model import (
    OPEN,
    Agreement,
    Article,
    Bundle,
    Evidence,
    Extra,
    Feed,
    Organization,
    Paragraph,
    PartialDate,
    Period,
    Source,
)
from govnews.model._shape import Choice, Many, OneOf, Scalar, Shape, slots_of

T = TypeVar("T")

# "{}" is where a number goes, so that no two fields hold the same text.
_LINES: Final = (
    " {} ",
    "le\u0302\u0303 ky\u0301 {} ke\u0302\u0301t, lễ ký kết",
    "a & b < c > d ]]> \"{}\" 'e' \\ &amp; &#10;",
    "\u200b\u202e{}\u2066\ufeff",
    "\u00a0{}\u3000",
    "- {} *b* _c_ `d` # | ~ [e](f)",
    "👩\u200d👩\u200d👧 🇻🇳 {} \U0010ffff\ufffe",
    "",
    "=1+{}",
    "<!--{}--><b>",
)
_PROSE: Final = (
    *_LINES[:7],
    "a{}\n\nb\n",
    " \n{}\r\nb\rc \n ",
    "\t{}\x00\x0b\x0c\x1b\x7f",
    "\x85{}\u2028b\u2029",
    "",
)
_DATES: Final = (
    "2024",
    "2024-07",
    "2024-07-03",
    "2024-07-03T08:30+07:00",
    "2024-07-03T23:59:59",
    "--07-03",
    "2024-07-03T08:30Z",
    "2021-02-28T00:00:00.5-03:30",
)
_PERIODS: Final = (
    "2024/2028",
    "2024-07-03/2025-01-02",
    "2024-07/..",
    "../2024",
    "P12M",
    "2024-07-03/P5Y",
)
_OTHERS: Final[Mapping[str, tuple[Any, ...]]] = {
    "line": _LINES,
    "prose": _PROSE,
    "ref": ("#article-1", "#nobody", "https://example.org/tin?a=1&b=%C3%AA", "urn:x:đ"),
    "lang": ("vi", "pt-BR", "zh-Hant-TW"),
    "country": ("VN", "BR"),
    "natural": (0, 1, 2**53),
    "positive": (1, 29, 2**53),
    "level": (1, 2, 3, 4, 5, 6),
    "path": ("$.title", '$.extra["portal:id"]', "$"),
}
_ROUNDS: Final = max(map(len, (_LINES, _PROSE, _DATES, _PERIODS)))
_DEPTH: Final = 4


@cache
def gallery() -> tuple[Bundle, ...]:
    """Return bundles in which each field of each class is set, again and again to other values.

    .. versionadded:: 0.1.0
    """
    return tuple(_Painter(number).bundle() for number in range(_ROUNDS))


class _Painter:
    """Makes the values of one round."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._serial = count(1)

    def bundle(self) -> Bundle:
        base = "#" if self._number % 2 else "https://example.org/"
        return Bundle(
            feed=self.value(Feed, 0),
            articles=(
                self.value(Article, 0, id=f"{base}article-1"),
                self.plain(f"{base}article-2"),
            ),
            agreements=(
                Agreement(id=f"{base}agreement-1"),
                self.value(Agreement, 0, id=f"{base}agreement-2"),
            ),
            organizations=(self.value(Organization, 0, id=f"{base}organization-1"),),
            sources=(self.value(Source, 0, id="#source-1"),),
            extra=self.extra(),
        )

    def value(self, cls: type[T], depth: int, **fixed: Any) -> T:
        """Make a value with all fields that may stand together."""
        special: dict[type, Callable[[], Any]] = {
            PartialDate: self.date,
            Period: self.period,
            Extra: self.extra,
            Evidence: self.evidence,
        }
        if cls in special:
            made: T = special[cls]()
            return made
        fields = dict(fixed)
        slots = [slot for slot in slots_of(cls) if slot.name not in fixed]
        for slot in slots:
            if slot.required:
                fields[slot.name] = self.of(slot.shape, depth)
        free = [slot for slot in slots if not slot.required]
        turn = self._number % len(free) if free else 0
        best = self._try(cls, fields)
        # Twice, for fields that go only with others.
        for slot in (free[turn:] + free[:turn]) * 2:
            if slot.name in fields:
                continue
            more = {**fields, slot.name: self.of(slot.shape, depth)}
            better = self._try(cls, more)
            if better is not None:
                fields, best = more, better
        if best is None:
            raise ModelError("no value could be made for the gallery", owner=cls.__name__)
        return best

    def _try(self, cls: type[T], fields: Mapping[str, Any]) -> T | None:
        try:
            return cls(**fields)
        except ModelError:
            return None

    def of(self, shape: Shape, depth: int) -> Any:
        """Make what a field holds."""
        if isinstance(shape, Scalar):
            if shape.rule is None:
                return True if shape.base is bool else self._text(_LINES)
            values = _OTHERS[shape.rule.name]
            return self._text(values) if shape.rule.name in ("line", "prose") else self._one(values)
        if isinstance(shape, Choice):
            return self._one(tuple(shape.enum))
        if isinstance(shape, OneOf):
            return self.of(self._one(shape.shapes), depth)
        if isinstance(shape, Many):
            return self.many(shape.item, depth)
        return self.value(self._one(shape.classes), depth + 1)

    def many(self, item: Shape, depth: int) -> tuple[Any, ...]:
        """Make one member of each class; two where there is but one class."""
        if depth >= _DEPTH:
            return ()
        if isinstance(item, Scalar | Many | Choice | OneOf):
            return self.of(item, depth + 1), self.of(item, depth + 1)
        classes = item.classes if len(item.classes) > 1 else item.classes * 2
        return tuple(self.value(cls, depth + 1) for cls in classes)

    def plain(self, ref: str) -> Article:
        """Make a story as most are: a title and paragraphs, not all of them with words."""
        paragraphs = [Paragraph.of(self._text(_LINES)) for _ in range(3)]
        return Article(
            id=ref,
            title=self._text(_LINES),
            published=self.date(),
            summary=self._text(_PROSE),
            body=(*paragraphs, Paragraph.of("")),
        )

    def date(self) -> PartialDate:
        """Make a date, of another form than the last."""
        return PartialDate.parse(_DATES[(self._number + next(self._serial)) % len(_DATES)])

    def period(self) -> Period:
        """Make a period."""
        if self._number == 0:
            return Period(start=PartialDate(year=2024), end=OPEN)
        return Period.parse(self._one(_PERIODS))

    def extra(self) -> Extra:
        """Make JSON of every sort."""
        text = self._text(_PROSE)
        number = self._one((0, -1, 2**53, 0.1, 1e300, -2.5e-7))
        inner = {text: [text, number, None, True, [], {}], "": ""}
        return Extra({f"portal:{self._text(_LINES)}x": inner, "x.y-1:n": number})

    def evidence(self) -> Evidence:
        """Make evidence, now and then of something inferred."""
        if self._number % 3 == 2:
            return Evidence(path="$.title", inferred=True, ground=self._text(_PROSE))
        exact, start = self._text(_PROSE), self._number
        return Evidence(
            path="$.title",
            source="#source-1",
            start=start,
            end=start + len(exact),
            exact=exact,
            method=self._text(_LINES),
        )

    def _one(self, values: tuple[T, ...]) -> T:
        return values[self._number % len(values)]

    def _text(self, values: tuple[str, ...]) -> str:
        return self._one(values).format(next(self._serial))
