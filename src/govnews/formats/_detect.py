"""Which format a source is in: one look at its head, one decision, no trying around.

A format's sniffer says from 0 to 100 how much the first bytes look like it. A fitting media type
adds 30, a fitting extension 20. The highest sum wins; between equals, the name that sorts first. A
sniffer that says 0 rules its format out, whatever the name promises; a format without a sniffer is
chosen by media type or extension alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from govnews.formats._format import Format, Head
from govnews.formats._known import extension_of

MEDIA_TYPE_POINTS = 30
EXTENSION_POINTS = 20


def score(fmt: Format[Any, Any], head: Head) -> int:
    """Return how well a source fits a format; 0 rules it out.

    A sniffer that breaks its promise and raises counts as 0: it must not keep a source from the
    formats that know it.
    """
    points = 0
    if fmt.sniff is not None:
        try:
            points = min(max(int(fmt.sniff(head)), 0), 100)
        except Exception:  # noqa: BLE001  # any plugin's sniffer
            points = 0
        if points == 0:
            return 0
    if _bare(head.media_type) in fmt.media_types:
        points += MEDIA_TYPE_POINTS
    if extension_of(head.name or "") in fmt.extensions:
        points += EXTENSION_POINTS
    return points


def detect(formats: Iterable[Format[Any, Any]], head: Head) -> Format[Any, Any] | None:
    """Return the format that fits best among those that can be read, or None.

    >>> from govnews.formats import JSON, JSONL
    >>> detect((JSON, JSONL), Head(b'{"schema":"govnews/1"}')).name
    'json'
    """
    best: Format[Any, Any] | None = None
    best_points = 0
    for fmt in sorted(formats, key=lambda fmt: fmt.name):
        if fmt.reader is None:
            continue
        points = score(fmt, head)
        if points > best_points:
            best, best_points = fmt, points
    return best


def _bare(media_type: str | None) -> str:
    return (media_type or "").partition(";")[0].strip().lower()
