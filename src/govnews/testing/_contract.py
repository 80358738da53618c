"""The contract every format keeps, as a suite that a plugin inherits."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import Any, BinaryIO, ClassVar, cast

import attrs
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from govnews import wire
from govnews.errors import ModelError, ReadError
from govnews.formats import Format, Head, ReadContext, WriteContext
from govnews.issues import Issue, IssueLog
from govnews.limits import Limits
from govnews.model import Bundle
from govnews.plugins import default_registry
from govnews.testing import strategies
from govnews.testing._account import misplaced, unaccounted
from govnews.testing._sample import sample_bundle

# One test function serves many formats; that is what inheriting a suite means.
_inherited = settings(
    suppress_health_check=[
        HealthCheck.differing_executors,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
    deadline=None,
)

_THIN = ("attr", "attrs", "pluggy", "govnews")

_IMPORTED = """
import json, sys
before = set(sys.modules)
import govnews.plugins, govnews.formats
known = set(sys.modules)
__import__({module!r})
print(json.dumps(sorted(set(sys.modules) - known)))
"""

_WRITTEN = """
import io, sys
from govnews import wire
from govnews.formats import WriteContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.plugins import default_registry
fmt = default_registry().format({name!r})
bundle = wire.decode(sys.stdin.buffer.read())
context = WriteContext(limits=Limits(), note=IssueLog())
options = fmt.exact if fmt.exact is not None else fmt.write_options()
fmt.load_writer()(bundle.items(), sys.stdout.buffer, options, context)
"""


class FormatContract:
    r"""What a format promises, tested. Subclass it, set `format`, and run pytest.

    The suite asks only for what the format offers: without a writer, nothing is written. It calls
    the codec itself, behind the guard that the verbs put around it, so that an error the guard
    would wrap counts as a fault here.

    Attributes:
        format: The format.
        seeds: Small documents, valid and nearly valid, that damage is tried on.

    A whole test module::

        from govnews.testing import FormatContract
        from govnews_lines import LINES

        class TestLines(FormatContract):
            format = LINES
            seeds = (b"A title\n", b"\xff")

    .. versionadded:: 0.1.0
    """

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
        self.format.load_writer()(bundle.items(), sink, chosen, context)
        assert not sink.closed, "the writer closed a sink that it did not open"
        return sink.getvalue(), log.issues

    def read(self, data: bytes | BinaryIO) -> tuple[Bundle, tuple[Issue, ...]]:
        """Read a document and return the bundle and the issues. No facts are extracted."""
        log = IssueLog()
        source = io.BytesIO(data) if isinstance(data, bytes) else data
        context = ReadContext(limits=Limits(), note=log)
        items = self.format.load_reader()(source, self.read_options(), context)
        return Bundle.from_items(items), log.issues

    def _two_way(self) -> None:
        _needs(self.format.reader is not None and self.format.writer is not None, "both ways")

    # -- registration ----------------------------------------------------------------------

    def test_is_registered(self) -> None:
        """The installed plugin delivers this very format under its name."""
        assert default_registry().format(self.format.name) is self.format

    def test_import_is_thin(self) -> None:
        """Importing the plugin loads neither its codec nor what the codec needs."""
        for code in (self.format.reader, self.format.writer):
            if not isinstance(code, str):
                continue
            module = code.partition(":")[0]
            plugin = module.partition(".")[0]
            if plugin == "govnews":
                continue
            loaded = json.loads(_run(_IMPORTED.format(module=plugin)))
            assert module not in loaded, f"importing {plugin} loads its codec {module}"
            standard = sys.stdlib_module_names
            heavy = {name.partition(".")[0] for name in loaded} - {plugin, *_THIN, *standard}
            assert not heavy, f"importing {plugin} loads {', '.join(sorted(heavy))}"

    def test_codecs_load(self) -> None:
        """What the description names by address is there and can be called."""
        if self.format.reader is not None:
            assert callable(self.format.load_reader())
        if self.format.writer is not None:
            assert callable(self.format.load_writer())

    def test_options_are_frozen_with_defaults(self) -> None:
        """Options classes are frozen attrs classes that need no argument."""
        for options in (self.format.read_options, self.format.write_options):
            made = options()
            for attribute in attrs.fields(options):
                try:
                    setattr(made, attribute.name, None)
                except attrs.exceptions.FrozenInstanceError:
                    continue
                raise AssertionError(f"{options.__name__}.{attribute.name} can be changed")

    def test_description_is_complete(self) -> None:
        """Names, media types and extensions are in their normal forms."""
        fmt = self.format
        assert fmt.name == fmt.name.lower()
        assert fmt.title
        assert all("/" in media and media == media.lower() for media in fmt.media_types)
        assert all(one.startswith(".") and one == one.lower() for one in fmt.extensions)

    # -- writing and reading back ----------------------------------------------------------

    @_inherited
    @given(data=st.data())
    def test_exact_options_lose_nothing(self, data: st.DataObject) -> None:
        """Under the exact options every legal bundle comes back equal, without an issue."""
        self._two_way()
        _needs(self.format.exact is not None, "exact options")
        bundle = data.draw(self.bundles())
        document, issues = self.write(bundle, self.format.exact)
        again, read_issues = self.read(document)
        assert not issues + read_issues, f"issues without loss: {issues + read_issues}"
        assert again == bundle
        assert wire.encode(again) == wire.encode(bundle)

    @_inherited
    @given(data=st.data())
    def test_loss_is_accounted_for(self, data: st.DataObject) -> None:
        """Every value that differs after writing and reading back is named by an issue."""
        self._two_way()
        bundle = data.draw(self.bundles())
        document, issues = self.write(bundle)
        again, read_issues = self.read(document)
        missing = unaccounted(bundle, again, issues + read_issues)
        assert not missing, f"lost without a word: {', '.join(missing)}"

    @_inherited
    @given(data=st.data())
    def test_issues_have_a_place(self, data: st.DataObject) -> None:
        """Every issue of a writer has a code and leads to a value of the bundle."""
        _needs(self.format.writer is not None, "a writer")
        bundle = data.draw(self.bundles())
        _, issues = self.write(bundle)
        wrong = misplaced(bundle, issues)
        assert not wrong, f"issues that lead nowhere: {', '.join(wrong)}"
        assert all(issue.code and issue.message for issue in issues)

    @_inherited
    @given(data=st.data())
    def test_second_trip_is_identity(self, data: st.DataObject) -> None:
        """What came through once comes through unchanged for ever."""
        self._two_way()
        first, _ = self.read(self.write(data.draw(self.bundles()))[0])
        second, _ = self.read(self.write(first)[0])
        assert second == first

    @_inherited
    @given(data=st.data())
    def test_export_is_repeatable(self, data: st.DataObject) -> None:
        """Writing twice gives the same bytes and the same issues."""
        _needs(self.format.writer is not None, "a writer")
        bundle = data.draw(self.bundles())
        assert self.write(bundle) == self.write(bundle)

    def test_export_is_deterministic(self) -> None:
        """Another process with another hash seed, time zone and locale writes the same bytes."""
        _needs(self.format.writer is not None, "a writer")
        options = self.format.exact if self.format.exact is not None else self.write_options()
        program = _WRITTEN.format(name=self.format.name)
        bundle = sample_bundle()
        here, _ = self.write(bundle, options)
        odd = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Chatham", "LC_ALL": "C"}
        assert _run(program, wire.encode(bundle), odd) == here

    def test_empty_bundle(self) -> None:
        """Nothing in gives a document that reads as nothing, or a clear error."""
        self._two_way()
        document, _ = self.write(Bundle())
        again, _ = self.read(document)
        assert not list(again.records())

    @_inherited
    @given(data=st.data())
    def test_order_is_kept(self, data: st.DataObject) -> None:
        """Records come back in their order."""
        self._two_way()
        bundle = data.draw(self.bundles())
        again, _ = self.read(self.write(bundle)[0])
        known = [record.id for record in again.records()]
        kept = [record.id for record in bundle.records() if record.id in known]
        assert [ref for ref in known if ref in bundle] == kept

    # -- bad input -------------------------------------------------------------------------

    @_inherited
    @given(data=st.binary(max_size=1_000))
    def test_junk_never_crashes(self, data: bytes) -> None:
        """Any bytes end in a bundle or in a ReadError of the codec itself."""
        _needs(self.format.reader is not None, "a reader")
        self._survives(data)

    @_inherited
    @given(data=st.data())
    def test_damaged_input_never_crashes(self, data: st.DataObject) -> None:
        """Nor do documents with pieces dropped, doubled or overwritten."""
        _needs(self.format.reader is not None, "a reader")
        documents = list(self.seeds)
        if self.format.writer is not None:
            documents.append(self.write(sample_bundle())[0])
        assume(documents)
        self._survives(data.draw(_damaged(st.sampled_from(documents))))

    def _survives(self, data: bytes) -> None:
        try:
            self.read(data)
        except ReadError:
            return
        except ModelError as error:
            # Two records of one id are the bundle's complaint, not the reader's.
            if error.owner != "Bundle":
                raise

    def test_reads_a_pipe(self) -> None:
        """The source need not be seekable, and stays open."""
        self._two_way()
        document, _ = self.write(sample_bundle())
        pipe = cast("BinaryIO", _Pipe(document))
        piped, _ = self.read(pipe)
        assert not pipe.closed, "the reader closed a source that it did not open"
        assert piped == self.read(document)[0]

    # -- detection -------------------------------------------------------------------------

    @_inherited
    @given(data=st.binary(max_size=300), name=st.none() | st.text(max_size=20))
    def test_sniff_is_total(self, data: bytes, name: str | None) -> None:
        """Sniffing answers from 0 to 100 for any head, without an error."""
        _needs(self.format.sniff is not None, "a sniffer")
        assert self.format.sniff is not None
        points = self.format.sniff(Head(data, name=name))
        assert type(points) is int
        assert 0 <= points <= 100

    def test_sniffs_its_own_output(self) -> None:
        """Among all installed formats, what it wrote is recognized as its own."""
        self._two_way()
        document, _ = self.write(sample_bundle())
        head = Head(document[:8_192], name=f"page{self.format.extensions[0]}")
        assert default_registry().detect(head).name == self.format.name

    def test_repeats_reading(self) -> None:
        """Reading the seeds twice gives the same bundle and the same issues."""
        _needs(self.format.reader is not None, "a reader")
        for seed in self.seeds:
            assert _outcome(self, seed) == _outcome(self, seed)


def _outcome(contract: FormatContract, data: bytes) -> object:
    try:
        return contract.read(data)
    except ReadError as error:
        return str(error)


def _needs(condition: bool, what: str) -> None:  # noqa: FBT001  # an assertion in words
    if not condition:
        import pytest

        pytest.skip(f"the format has no {what}")


@st.composite
def _damaged(draw: st.DrawFn, documents: st.SearchStrategy[bytes]) -> bytes:
    data = bytearray(draw(documents))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        size = draw(st.integers(0, 40))
        piece = data[at : at + size]
        change = draw(st.sampled_from(("drop", "double", "overwrite", "cut")))
        if change == "drop":
            del data[at : at + size]
        elif change == "double":
            data[at:at] = piece
        elif change == "overwrite":
            data[at : at + size] = draw(st.binary(min_size=len(piece), max_size=len(piece)))
        else:
            del data[at:]
    return bytes(data)


class _Pipe(io.RawIOBase):
    """Gives a few bytes at a time and cannot go back."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._rest = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        return self._rest.read(size if size < 0 else min(size, 777))


def _run(program: str, stdin: bytes = b"", environ: dict[str, str] | None = None) -> bytes:
    done = subprocess.run(  # noqa: S603  # our own program in our own interpreter
        [sys.executable, "-W", "ignore", "-c", program],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **(environ or {})},
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout
