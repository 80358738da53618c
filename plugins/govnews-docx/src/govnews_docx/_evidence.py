"""The evidence of a bundle in columns: a page has a piece for each fact, and most are alike.

A piece names its place in the source and repeats the words that stand there. The words follow from
the place, and the same few methods find all of them, so that columns take half the room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from attrs import evolve

from govnews.errors import LimitError
from govnews.limits import Limits
from govnews.model import Bundle, Evidence

_COLUMNS: Final = ("path", "source", "start", "length", "method")
#: Fields of a piece that does not just repeat what stands at its place.
_FIELDS: Final = ("path", "source", "start", "end", "exact", "method", "ground", "inferred")


def apart(bundle: Bundle) -> tuple[Bundle, dict[str, Any]]:
    """Return a bundle without its evidence, and the evidence in columns of JSON.

    ``counts`` says how many pieces each record has, ``texts`` holds the sources and methods that
    the columns of these names count, ``start`` counts from the end of the piece before, and
    ``whole`` has the pieces that need all their fields, by their number.
    """
    if not any(record.evidence for record in bundle.records()):
        return bundle, {}
    sources = {source.id: source.text for source in bundle.sources}
    columns: dict[str, list[Any]] = {name: [] for name in _COLUMNS}
    texts: dict[str | None, int] = {}
    whole: dict[str, list[object]] = {}
    at = 0
    pieces = [piece for record in bundle.records() for piece in record.evidence]
    for number, piece in enumerate(pieces):
        row: tuple[Any, ...] = ("", 0, 0, 0, 0)
        if _is_quote(piece, sources):
            assert piece.start is not None and piece.end is not None  # noqa: S101, PT018
            source = texts.setdefault(piece.source, len(texts))
            method = texts.setdefault(piece.method, len(texts))
            row = (piece.path, source, piece.start - at, piece.end - piece.start, method)
            at = piece.end
        else:
            whole[str(number)] = [getattr(piece, name) for name in _FIELDS]
        for name, value in zip(_COLUMNS, row, strict=True):
            columns[name].append(value)
    counts = [len(record.evidence) for record in bundle.records()]
    found = {"counts": counts, "texts": list(texts), **columns, "whole": whole}
    return _with(bundle, iter([()] * len(counts))), found


def _is_quote(piece: Evidence, sources: Mapping[str, str]) -> bool:
    """Whether a piece says its place and method, and repeats what stands there."""
    text = sources.get(piece.source or "")
    if text is None or piece.inferred or piece.ground is not None:
        return False
    return text[piece.start : piece.end] == piece.exact


def joined(bundle: Bundle, columns: Mapping[str, Any], limits: Limits) -> Bundle:
    """Return a bundle with its evidence, from columns.

    Raises:
        LimitError: The words of all pieces together are longer than a part may be.
        ModelError: A piece is no legal one.
        ValueError: The columns do not fit together, or not to the bundle.
    """
    try:
        pieces = list(_pieces(bundle, columns, limits))
        counts = columns["counts"]
        if len(counts) != sum(1 for _ in bundle.records()) or sum(counts) != len(pieces):
            raise ValueError("its evidence is not that of its records")
        rest = iter(pieces)
        return _with(bundle, (tuple(islice(rest, count)) for count in counts))
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ValueError(f"its evidence does not fit together ({error})") from error


def _pieces(bundle: Bundle, columns: Mapping[str, Any], limits: Limits) -> Iterator[Evidence]:
    sources = {source.id: source.text for source in bundle.sources}
    texts, whole = columns["texts"], columns["whole"]
    end = said = 0
    rows = zip(*(columns[name] for name in _COLUMNS), strict=True)
    for number, (path, source, start, length, method) in enumerate(rows):
        fields = whole.get(str(number))
        if fields is not None:
            yield Evidence(**dict(zip(_FIELDS, fields, strict=True)))
            continue
        said += length
        if said > limits.part_bytes:
            raise LimitError("part_bytes", limits.part_bytes, where="docProps/custom.xml")
        start += end  # noqa: PLW2901  # counted from the piece before
        end = start + length
        words = sources[texts[source]][start:end]
        yield Evidence(
            path=path, source=texts[source], start=start, end=end, exact=words, method=texts[method]
        )


def _with(bundle: Bundle, pieces: Iterator[tuple[Evidence, ...]]) -> Bundle:
    """Return a bundle whose records have other evidence, in their order."""

    def changed(records: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(evolve(record, evidence=next(pieces)) for record in records)

    return evolve(
        bundle,
        articles=changed(bundle.articles),
        agreements=changed(bundle.agreements),
        organizations=changed(bundle.organizations),
    )
