"""A codec as the contract calls it: as the verbs do, but without their guard."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import Any, BinaryIO, ClassVar

from hypothesis import strategies as st

from govnews.formats import Format, ReadContext, WriteContext
from govnews.issues import Issue, IssueLog
from govnews.limits import Limits
from govnews.model import Bundle, Item
from govnews.testing import strategies
from govnews.testing._sample import sample_bundle


class Codec:
    """A format under test, and ways to call it."""

    format: ClassVar[Format[Any, Any]]
    seeds: ClassVar[tuple[bytes, ...]] = ()

    # -- what a subclass may change --------------------------------------------------------

    def bundles(self) -> st.SearchStrategy[Bundle]:
        """Return the bundles that are written; all legal ones, unless overridden."""
        return strategies.bundles()

    def write_options(self) -> Any:
        """Return the options that loss is accounted under: the defaults."""
        return self.format.write_options()

    def read_options(self) -> Any:
        """Return the options that are read with: the defaults."""
        return self.format.read_options()

    # -- the codec, called as the verbs call it, but without their guard ---------------------

    def write(self, bundle: Bundle, options: Any = None) -> tuple[bytes, tuple[Issue, ...]]:
        """Write a bundle and return the document and the issues."""
        log = IssueLog()
        sink = io.BytesIO()
        context = WriteContext(limits=Limits(), note=log)
        chosen = self.write_options() if options is None else options
        with _quiet():
            self.format.load_writer()(bundle.items(), sink, chosen, context)
        assert not sink.closed, "the writer closed a sink that it did not open"
        return sink.getvalue(), log.issues

    def read(
        self, data: bytes | BinaryIO, limits: Limits | None = None
    ) -> tuple[Bundle, tuple[Issue, ...]]:
        """Read a document and return the bundle and the issues. No facts are extracted."""
        log = IssueLog()
        source = io.BytesIO(data) if isinstance(data, bytes) else data
        context = ReadContext(limits=limits or Limits(), note=log)
        with _quiet():
            items = self.format.load_reader()(source, self.read_options(), context)
            return Bundle.from_items(items), log.issues

    def _sample(self) -> tuple[bytes, Any]:
        """Return the sample bundle, written under the options that carry most, and these."""
        exact = self.format.exact
        options = self.write_options() if exact is None else exact
        return self.write(sample_bundle(), options)[0], options

    def _two_way(self) -> None:
        needs(self.format.reader is not None and self.format.writer is not None, "both ways")

    def _flow(self, document: bytes) -> Iterator[Item]:
        context = ReadContext(limits=Limits(), note=IssueLog())
        return self.format.load_reader()(io.BytesIO(document), self.read_options(), context)

    def _documents(self) -> list[bytes]:
        needs(self.format.reader is not None, "a reader")
        written = [] if self.format.writer is None else [self._sample()[0]]
        return [*self.seeds, *written]


def needs(condition: bool, what: str) -> None:  # noqa: FBT001  # an assertion in words
    """Skip a test that asks for what the format does not offer."""
    if not condition:
        import pytest

        pytest.skip(f"the format does not offer {what}")


@contextmanager
def _quiet() -> Iterator[None]:
    """Standard output may be a document: nothing is printed there."""
    with redirect_stdout(io.StringIO()) as printed:
        yield
    assert not printed.getvalue(), f"it printed {printed.getvalue()!r}"
