"""Evidence: the exact characters of a source that state a value."""

from __future__ import annotations

from attrs import frozen

from govnews.model._check import Value
from govnews.model.dates import PartialDate
from govnews.model.text import FieldPath, Line, Natural, Prose, Ref


@frozen(kw_only=True)
class Source(Value):
    """A text that evidence points into.

    It is the decoded text of a text page, line ends included, or a text derived from a record.

    Args:
        id: Its id, unique in the bundle.
        text: The text, exactly as decoded; evidence counts its code points.
        media_type: Media type of what was decoded.
        of: For a derived text, the record whose plain text it is.
        encoding: Name of the character encoding it was decoded by.
        sha256: SHA-256 of the bytes that were decoded, in lower-case hexadecimal.
        url: Where the bytes came from.
        retrieved: When they were fetched.

    .. versionadded:: 0.1.0
    """

    id: Ref
    text: Prose
    media_type: Line | None = None
    of: Ref | None = None
    encoding: Line | None = None
    sha256: Line | None = None
    url: Line | None = None
    retrieved: PartialDate | None = None


@frozen(kw_only=True)
class Evidence(Value):
    """What states a value of a record: a span of a source and its exact words.

    Names follow the W3C Web Annotation selectors (``exact``, ``start``, ``end``).

    Args:
        path: Path of the value, rooted at the record that holds this evidence.
        source: Id of the `Source`.
        start: First code point of the span.
        end: The code point after its last.
        exact: The words of the span; their length is ``end - start``.
        method: How the value was found: ``"rule:vi.period"``, ``"human"``, ``"plugin:NAME"``.
        ground: For an inferred value, what it was inferred from.
        inferred: Whether the value goes beyond the words. Only then may the span be absent.

    .. versionadded:: 0.1.0
    """

    path: FieldPath
    source: Ref | None = None
    start: Natural | None = None
    end: Natural | None = None
    exact: Prose | None = None
    method: Line | None = None
    ground: Prose | None = None
    inferred: bool = False

    def _invariants(self) -> None:
        exact, start, end = self.exact, self.start, self.end
        if self.source is None or start is None or end is None or exact is None:
            self._without_words()
        elif end - start != len(exact):
            self._refuse("the span is not as long as its exact words", "exact")

    def _without_words(self) -> None:
        span = (self.source, self.start, self.end, self.exact)
        if any(part is not None for part in span):
            self._refuse("source, start, end and exact stand together or not at all")
        if not self.inferred:
            self._refuse("only an inferred value may lack the words that state it", "exact")
