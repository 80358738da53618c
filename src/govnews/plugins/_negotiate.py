"""Chooses a format by an ``Accept`` header (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import frozen

from govnews.formats import Format

# No honest client asks at greater length.
_LONGEST: Final = 8_192
_RANGE = re.compile(r"[ \t]*([^;,\s\"]+)((?:[^,\"]|\"[^\"]*\")*)")
_QUALITY = re.compile(r";[ \t]*q[ \t]*=[ \t]*([^;\s]*)", re.IGNORECASE)
_WEIGHT = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?")
_TYPE = re.compile(r"(?:\*/\*|[^/*\s]+/(?:\*|[^/*\s]+))")


@frozen(kw_only=True)
class Offer:
    """What can be sent to a client.

    Args:
        format: The format to write.
        media_type: The media type to send it as.

    .. versionadded:: 0.1.0
    """

    format: Format[Any, Any]
    media_type: str


def negotiate(formats: Iterable[Format[Any, Any]], accept: str | None) -> Offer | None:
    """Return what suits a client best among the formats that can be written."""
    qualities = dict(_ranges(accept if accept and accept.strip() else "*/*"))
    best: Offer | None = None
    best_rank: tuple[float, int, int] = (0.0, 0, 0)
    for fmt in formats:
        if fmt.writer is None:
            continue
        for place, media_type in enumerate(fmt.media_types):
            quality, precision = _quality(media_type, qualities)
            # A type that is the format's own counts before one it merely also goes by.
            rank = (quality, precision, -place)
            if quality > 0 and (best is None or rank > best_rank):
                best, best_rank = Offer(format=fmt, media_type=media_type), rank
    return best


def _quality(media_type: str, qualities: dict[str, float]) -> tuple[float, int]:
    """Return the weight of the most precise range that fits, and how precise it is."""
    kind = media_type.partition("/")[0]
    for precision, asked in ((2, media_type), (1, f"{kind}/*"), (0, "*/*")):
        if asked in qualities:
            return qualities[asked], precision
    return 0.0, 0


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    """Yield ranges and weights; other parameters are passed over, and so is what is no range."""
    for match in _RANGE.finditer(accept[:_LONGEST]):
        weight = _QUALITY.search(match[2])
        text = weight[1] if weight else "1"
        if _TYPE.fullmatch(match[1]) and _WEIGHT.fullmatch(text):
            yield match[1].lower(), float(text)
