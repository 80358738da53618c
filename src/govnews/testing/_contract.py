"""The contract every format keeps, as a suite that a plugin inherits."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import BinaryIO, cast

import attrs
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from govnews import wire
from govnews.errors import LimitError, ModelError, ReadError
from govnews.formats import Head, WriteContext, describe_options, parse_options
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import Article, Bundle, Item
from govnews.plugins import default_registry
from govnews.testing._account import differences, misplaced, unaccounted
from govnews.testing._codec import Codec, needs
from govnews.testing._damage import Pipe, cuts, damaged
from govnews.testing._gallery import gallery
from govnews.testing._process import imported_by, reports
from govnews.testing._sample import sample_bundle

# One test function serves many formats; that is what inheriting a suite means.
INHERITED = settings(
    suppress_health_check=[
        HealthCheck.differing_executors,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
    deadline=None,
)

_THIN = ("attr", "attrs", "pluggy", "govnews")


class FormatContract(Codec):
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
            loaded = imported_by(plugin)
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

    def test_options_can_be_typed(self) -> None:
        """Every option can be said on the command line, its default among others."""
        for options in (self.format.read_options, self.format.write_options):
            default = options()
            hash(default)
            said = [f"{name}={value}" for name, _, value in describe_options(options)]
            assert parse_options(said, options, self.format.name) == default

    def test_exact_options_fit(self) -> None:
        """The exact options are options of the writer."""
        needs(self.format.exact is not None, "exact options")
        assert isinstance(self.format.exact, self.format.write_options)

    def test_description_is_complete(self) -> None:
        """Names, media types and extensions are there, in their normal forms."""
        fmt = self.format
        assert fmt.name == fmt.name.lower()
        assert fmt.title
        assert fmt.media_types
        assert all("/" in one and one == one.lower() and ";" not in one for one in fmt.media_types)
        assert fmt.extensions
        assert all(one.startswith(".") and one == one.lower() for one in fmt.extensions)

    # -- writing and reading back ----------------------------------------------------------

    @INHERITED
    @given(data=st.data())
    def test_exact_options_lose_nothing(self, data: st.DataObject) -> None:
        """Under the exact options every legal bundle comes back equal, without an issue."""
        self._two_way()
        needs(self.format.exact is not None, "exact options")
        bundle = data.draw(self.bundles())
        document, issues = self.write(bundle, self.format.exact)
        again, read_issues = self.read(document)
        assert not issues + read_issues, f"issues without loss: {issues + read_issues}"
        assert again == bundle
        assert wire.encode(again) == wire.encode(bundle)

    def test_each_field_is_exact(self) -> None:
        """Neither is any field lost that chance seldom sets, whatever nasty value it holds."""
        self._two_way()
        needs(self.format.exact is not None, "exact options")
        for bundle in gallery():
            document, issues = self.write(bundle, self.format.exact)
            again, read_issues = self.read(document)
            changed = ", ".join(map(str, differences(bundle, again)))
            assert not changed, f"changed: {changed}"
            assert not issues + read_issues, f"issues without loss: {issues + read_issues}"
            assert wire.encode(again) == wire.encode(bundle)

    def test_each_field_is_accounted_for(self) -> None:
        """Under the default options each field comes back, or is named by an issue."""
        self._two_way()
        for bundle in gallery():
            document, issues = self.write(bundle)
            again, read_issues = self.read(document)
            missing = unaccounted(bundle, again, issues + read_issues)
            assert not missing, f"lost without a word: {', '.join(missing)}"
            wrong = misplaced(bundle, issues)
            assert not wrong, f"issues that lead nowhere: {', '.join(wrong)}"

    @INHERITED
    @given(data=st.data())
    def test_loss_is_accounted_for(self, data: st.DataObject) -> None:
        """Every value that differs after writing and reading back is named by an issue."""
        self._two_way()
        bundle = data.draw(self.bundles())
        document, issues = self.write(bundle)
        again, read_issues = self.read(document)
        missing = unaccounted(bundle, again, issues + read_issues)
        assert not missing, f"lost without a word: {', '.join(missing)}"

    @INHERITED
    @given(data=st.data())
    def test_issues_have_a_place(self, data: st.DataObject) -> None:
        """Every issue of a writer has a code and leads to a value of the bundle."""
        needs(self.format.writer is not None, "a writer")
        bundle = data.draw(self.bundles())
        _, issues = self.write(bundle)
        wrong = misplaced(bundle, issues)
        assert not wrong, f"issues that lead nowhere: {', '.join(wrong)}"
        assert all(issue.code and issue.message for issue in issues)

    @INHERITED
    @given(data=st.data())
    def test_second_trip_is_identity(self, data: st.DataObject) -> None:
        """What came through once comes through unchanged for ever."""
        self._two_way()
        self._settles(data.draw(self.bundles()))

    def test_second_trip_of_each_field(self) -> None:
        """That holds for each field."""
        self._two_way()
        for bundle in gallery():
            self._settles(bundle)

    def _settles(self, bundle: Bundle) -> None:
        first, _ = self.read(self.write(bundle)[0])
        second, _ = self.read(self.write(first)[0])
        changed = ", ".join(map(str, differences(first, second)))
        assert not changed, f"changed on the second trip: {changed}"
        assert second == first

    @INHERITED
    @given(data=st.data())
    def test_export_is_repeatable(self, data: st.DataObject) -> None:
        """Writing twice gives the same bytes and the same issues."""
        needs(self.format.writer is not None, "a writer")
        bundle = data.draw(self.bundles())
        assert self.write(bundle) == self.write(bundle)

    def test_export_is_deterministic(self) -> None:
        """Processes with other hash seeds, time zones, locales and clocks write the same bytes."""
        needs(self.format.writer is not None, "a writer")
        document, options = self._sample()
        for report in reports(self.format, options, sample_bundle()):
            assert report["document"] == document

    def test_reading_is_deterministic(self) -> None:
        """Such processes read the same bundle and note the same issues."""
        self._two_way()
        document, options = self._sample()
        bundle, read_issues = self.read(document)
        issues = [*self.write(sample_bundle(), options)[1], *read_issues]
        for report in reports(self.format, options, sample_bundle()):
            assert report["bundle"] == wire.encode(bundle).decode()
            assert report["issues"] == [str(issue) for issue in issues]

    def test_needs_nothing_else(self) -> None:
        """No file but the target is written, no connection opened, no program started."""
        needs(self.format.writer is not None, "a writer")
        report = next(reports(self.format, self._sample()[1], sample_bundle()))
        assert not report["deeds"]

    def test_calls_do_not_mix(self) -> None:
        """A document can be written, and read, while another one is."""
        self._two_way()
        one, other = sample_bundle(), Bundle(articles=sample_bundle().articles)
        inner: list[bytes] = []

        def items() -> Iterator[Item]:
            for item in one.items():
                yield item
                inner.append(self.write(other)[0])

        sink = io.BytesIO()
        context = WriteContext(limits=Limits(), note=IssueLog())
        self.format.load_writer()(items(), sink, self.write_options(), context)
        alone = self.write(other)[0]
        assert sink.getvalue() == self.write(one)[0]
        assert set(inner) == {alone}
        document = sink.getvalue()
        flows = [self._flow(document), self._flow(alone), self._flow(document)]
        read: list[list[Item]] = [[], [], []]
        while any([_advance(flow, read[n]) for n, flow in enumerate(flows)]):  # noqa: C419  # all
            pass
        assert Bundle.from_items(read[0]) == Bundle.from_items(read[2]) == self.read(document)[0]
        assert Bundle.from_items(read[1]) == self.read(alone)[0]

    def test_output_is_utf8(self) -> None:
        """Text is UTF-8 without a byte order mark, unless the format says that it is binary."""
        needs(self.format.writer is not None and not self.format.binary, "text to write")
        text = self._sample()[0].decode("utf-8")
        assert not text.startswith("\ufeff")

    def test_empty_bundle(self) -> None:
        """Nothing in gives a document that reads as nothing, or a clear error."""
        self._two_way()
        document, _ = self.write(Bundle())
        again, _ = self.read(document)
        assert not list(again.records())

    @INHERITED
    @given(data=st.data())
    def test_order_is_kept(self, data: st.DataObject) -> None:
        """Records come back in their order."""
        self._two_way()
        # Two whose ids are not in order, for nothing drawn may be so.
        several = tuple(Article(id=f"#article-{n}", title=f"Story {n}") for n in (2, 1, 3))
        for bundle in (Bundle(articles=several), data.draw(self.bundles())):
            again, _ = self.read(self.write(bundle)[0])
            known = [record.id for record in again.records()]
            kept = [record.id for record in bundle.records() if record.id in known]
            assert [ref for ref in known if ref in bundle] == kept

    # -- bad input -------------------------------------------------------------------------

    @INHERITED
    @given(data=st.binary(max_size=1_000))
    def test_junk_never_crashes(self, data: bytes) -> None:
        """Any bytes end in a bundle or in a ReadError of the codec itself."""
        needs(self.format.reader is not None, "a reader")
        self._survives(data)

    @INHERITED
    @given(data=st.data())
    def test_damaged_input_never_crashes(self, data: st.DataObject) -> None:
        """Nor do documents with pieces dropped, doubled or overwritten."""
        documents = self._documents()
        assume(documents)
        self._survives(data.draw(damaged(st.sampled_from(documents))))

    def test_cut_input_never_crashes(self) -> None:
        """Nor do documents that end early, or that lack a line or what stands on it."""
        for document in self._documents():
            for rest in cuts(document):
                self._survives(rest)

    def test_input_is_bounded(self) -> None:
        """A source that goes beyond `Limits.input_bytes` and `stream_bytes` is refused."""
        self._two_way()
        document, _ = self._sample()
        try:
            self.read(document, Limits(input_bytes=16, stream_bytes=16))
        except LimitError:
            return
        raise AssertionError(f"{len(document)} bytes were read where 16 are allowed")

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
        document, _ = self._sample()
        pipe = cast("BinaryIO", Pipe(document))
        piped, _ = self.read(pipe)
        assert not pipe.closed, "the reader closed a source that it did not open"
        assert piped == self.read(document)[0]

    # -- detection -------------------------------------------------------------------------

    @INHERITED
    @given(data=st.binary(max_size=300), name=st.none() | st.text(max_size=20))
    def test_sniff_is_total(self, data: bytes, name: str | None) -> None:
        """Sniffing answers from 0 to 100 for any head, without an error."""
        needs(self.format.sniff is not None, "a sniffer")
        assert self.format.sniff is not None
        points = self.format.sniff(Head(data, name=name))
        assert type(points) is int
        assert 0 <= points <= 100

    def test_sniffs_its_own_output(self) -> None:
        """Among all installed formats, what it wrote is recognized as its own."""
        self._two_way()
        document, _ = self.write(sample_bundle())
        head = Head(document[:8_192], name=f"page{self.format.extensions[0]}")
        if self.format.sniff is not None:
            assert 0 <= self.format.sniff(head) <= 100
        assert default_registry().detect(head).name == self.format.name

    def test_leaves_others_alone(self) -> None:
        """What other installed formats wrote is recognized as before this one came."""
        needs(self.format.sniff is not None, "a sniffer")
        registry = default_registry()
        without = registry.without(self.format.name)
        for other in without.formats:
            if other.writer is not None and other.reader is not None:
                sink = io.BytesIO()
                context = WriteContext(limits=Limits(), note=IssueLog())
                other.load_writer()(sample_bundle().items(), sink, other.write_options(), context)
                head = Head(sink.getvalue()[:8_192])
                found = registry.with_format(self.format).detect(head).name
                assert found == without.detect(head).name, f"it claims what {other.name} wrote"

    def test_repeats_reading(self) -> None:
        """Reading a document twice gives the same bundle and the same issues."""
        for document in self._documents():
            assert _outcome(self, document) == _outcome(self, document)


def _outcome(contract: FormatContract, data: bytes) -> object:
    try:
        return contract.read(data)
    except ReadError as error:
        return str(error)


def _advance(flow: Iterator[Item], read: list[Item]) -> bool:
    for item in flow:
        read.append(item)
        return True
    return False
