"""The verbs: what they take, what they return, and how they fail."""

import io
import pickle
import stat
from pathlib import Path

import pytest
from attrs import evolve

import govnews
from govnews.formats import JSON, JSONL, Format, JsonWriteOptions, NoOptions
from govnews.issues import Issue
from govnews.model import Article, Bundle, Feed, Organization, Paragraph, PartialDate, Source
from govnews.plugins import BUILT_IN, Registry

CORE = Registry(formats=BUILT_IN)

BUNDLE = Bundle(
    feed=Feed(title="Tin Bến Nước"),
    articles=(
        Article(
            id="#article-1",
            title="Ký kết chương trình trồng rừng",
            body=(Paragraph.of("Hai bên đã ký kết.", role="lead"),),
            happened=PartialDate.parse("2024-05"),
            publisher="#organization-1",
            extra={"portal:views": 12},
        ),
    ),
    organizations=(Organization(id="#organization-1", name="Sở Nông nghiệp Bến Nước"),),
    sources=(Source(id="#source-1", text="Hai bên\r\nđã ký kết."),),
)


def lossy(codes):
    """A format whose writer notes issues of these codes and writes one line."""

    def write(items, sink, options, context):
        for item in items:
            sink.write(f"{type(item).__name__}\n".encode())
        for code in codes:
            context.note(Issue(code, "Not carried.", "$.articles[0].title"))

    return Format(
        name="lossy",
        title="Loses",
        media_types=("text/x-lossy",),
        extensions=(".lossy",),
        kinds=("article",),
        writer=write,
        read_options=NoOptions,
        write_options=NoOptions,
    )


@pytest.mark.parametrize("extension", ["json", "jsonl", "jsonl.gz", "jsonl.zst"])
def test_a_file_of_each_built_in_kind_reads_back_equal(tmp_path, extension):
    """What dump writes, load reads, with the format known from name and content alone."""
    place = tmp_path / f"page.{extension}"
    govnews.dump(BUNDLE, place, registry=CORE)
    assert BUNDLE == govnews.load(place, registry=CORE)


@pytest.mark.parametrize("extension", ["jsonl.gz", "jsonl.zst"])
def test_compressed_archives_of_equal_bundles_are_equal(tmp_path, extension):
    """Neither the clock nor the file's name gets into a compressed archive."""
    one, other = tmp_path / f"a.{extension}", tmp_path / f"b.{extension}"
    govnews.dump(BUNDLE, one, registry=CORE)
    govnews.dump(BUNDLE, other, registry=CORE)
    assert one.read_bytes() == other.read_bytes()


def test_content_in_memory_is_bytes_or_text():
    """Loads takes both; text stands for its UTF-8."""
    data = govnews.dumps(BUNDLE, "json", registry=CORE)
    assert (
        BUNDLE == govnews.loads(data, registry=CORE) == govnews.loads(data.decode(), registry=CORE)
    )


def test_half_a_character_in_text_is_a_clear_error():
    """A lone surrogate is named by its place."""
    with pytest.raises(govnews.ReadError, match="character 2 is half of a character"):
        govnews.loads("{ \ud800", registry=CORE)


def test_the_content_decides_against_a_lying_extension(tmp_path):
    """An archive called .json is read as the archive that it is."""
    place = tmp_path / "page.json"
    govnews.dump(BUNDLE, place, "jsonl", registry=CORE)
    reading = govnews.read(place, registry=CORE)
    assert ("jsonl", ["format.extension"]) == (reading.format, [one.code for one in reading.issues])
    assert "The name ends in .json (json), but the content is jsonl" in reading.issues[0].message


def test_no_format_is_offered_that_cannot_be_read(tmp_path):
    """Where the extension is that of a format that is only written, nobody is sent to it."""
    written = evolve(JSON, name="leaf", extensions=(".leaf",), reader=None)
    registry = Registry(formats=(*CORE.formats, written))
    place = tmp_path / "page.leaf"
    govnews.dump(BUNDLE, place, "jsonl", registry=registry)
    [issue] = govnews.read(place, registry=registry).issues
    assert issue.message.endswith("leaf can be written, but not read.")


def test_an_explicit_format_always_wins(tmp_path):
    """Asked to read JSON Lines as JSON, the reader of JSON says what is wrong."""
    place = tmp_path / "page.jsonl"
    govnews.dump(BUNDLE, place, registry=CORE)
    with pytest.raises(govnews.DocumentError):
        govnews.read(place, "json", registry=CORE)


class Unseekable(io.RawIOBase):
    """A pipe: it gives a few bytes at a time and cannot go back."""

    def __init__(self, data):
        self._data = io.BytesIO(data)

    def readable(self):
        """It can be read."""
        return True

    def readinto(self, buffer):
        """Give at most a thousand bytes."""
        part = self._data.read(min(len(buffer), 1_000))
        buffer[: len(part)] = part
        return len(part)


def test_a_pipe_is_read_whole_though_its_head_is_looked_at():
    """Looking at the head of a stream that cannot go back loses nothing."""
    bundle = Bundle(articles=tuple(Article(id=f"#article-{n}", title="x" * 50) for n in range(500)))
    data = govnews.dumps(bundle, "jsonl", registry=CORE)
    assert bundle == govnews.read(io.BufferedReader(Unseekable(data)), registry=CORE).bundle


def test_a_file_that_was_opened_by_the_caller_stays_open(tmp_path):
    """Neither reading nor writing closes what it did not open."""
    sink = io.BytesIO()
    govnews.write(BUNDLE, sink, JSON, registry=CORE)
    source = io.BytesIO(sink.getvalue())
    govnews.read(source, registry=CORE)
    assert (False, False) == (sink.closed, source.closed)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda tmp: tmp / "missing.json", "there is no such file"),
        (lambda tmp: tmp, "it is a folder, not a file"),
        (lambda tmp: tmp / "empty.json", "it is empty"),
        (lambda tmp: tmp / "bin.json", "its content looks like no installed format"),
        (lambda tmp: "nul\0l", "cannot be opened"),
    ],
)
def test_a_bad_source_is_one_clear_sentence(tmp_path, make, words):
    """Each kind of bad input is named, and no traceback of another kind gets out."""
    (tmp_path / "empty.json").write_bytes(b"")
    (tmp_path / "bin.json").write_bytes(bytes(range(256)))
    with pytest.raises(govnews.GovnewsError, match=words):
        govnews.read(make(tmp_path), registry=CORE)


def test_a_misspelt_name_is_guessed(tmp_path):
    """The folder is looked at for a name that is nearly the same."""
    (tmp_path / "page.json").write_bytes(b"{}")
    with pytest.raises(govnews.ReadError, match=r"Did you mean '.*page\.json'"):
        govnews.read(tmp_path / "pgae.json", registry=CORE)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("docx", r"pip install 'govnews\[docx\]'"),
        ("atom", r"pip install 'govnews\[rss\]'"),
        ("jsn", "Did you mean 'json'"),
        ("zzz", "Installed: json, jsonl"),
    ],
)
def test_an_unknown_format_says_the_way_out(name, hint):
    """First-party formats name their distribution, misspelt ones the nearest name."""
    with pytest.raises(govnews.FormatError, match=hint):
        govnews.dumps(BUNDLE, name, registry=CORE)


def test_a_word_file_without_the_plugin_names_the_plugin():
    """The content tells what would read it."""
    with pytest.raises(govnews.FormatError, match=r"govnews\[docx\]"):
        govnews.loads(b"PK\x03\x04 word/document.xml", registry=CORE)


def test_options_of_another_format_are_refused():
    """Options are checked by class before anything is written."""
    with pytest.raises(govnews.OptionsError, match="JsonlWriteOptions, not JsonWriteOptions"):
        govnews.dumps(BUNDLE, "jsonl", options=JsonWriteOptions(), registry=CORE)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("nowhere/page.json", "there is no folder"),
        ("folder", "no installed format writes a name without an extension"),
        ("folder.json", "it is a folder"),
        ("page.docx", r"govnews\[docx\]"),
        ("page.zzz", r"Known extensions: \.json"),
    ],
)
def test_a_bad_target_is_one_clear_sentence(tmp_path, target, words):
    """Each kind of bad target is named with a way out."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(govnews.GovnewsError, match=words):
        govnews.dump(BUNDLE, tmp_path / target, registry=CORE)


def failing(items, sink, options, context):
    """A writer that fails half-way."""
    sink.write(b"half")
    raise ZeroDivisionError("planted")


def test_a_failing_writer_leaves_the_old_file_whole(tmp_path):
    """The target keeps its content, nothing lies beside it, and the fault is wrapped."""
    place = tmp_path / "page.lossy"
    place.write_bytes(b"old")
    fmt = Format(
        name="lossy",
        title="Fails",
        media_types=(),
        extensions=(".lossy",),
        kinds=(),
        writer=failing,
        read_options=NoOptions,
        write_options=NoOptions,
    )
    with pytest.raises(govnews.WriteError, match="the writer of format 'lossy' failed") as caught:
        govnews.write(BUNDLE, place, fmt, registry=CORE)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    assert (b"old", ["page.lossy"]) == (
        place.read_bytes(),
        [one.name for one in tmp_path.iterdir()],
    )


def test_a_failing_writer_leaves_nothing_in_a_file_of_the_caller():
    """An open file gets the document whole or not at all."""
    sink = io.BytesIO()
    fmt = JSONL.__class__(
        name="fails",
        title="Fails",
        media_types=(),
        extensions=(),
        kinds=(),
        writer=failing,
        read_options=NoOptions,
        write_options=NoOptions,
    )
    with pytest.raises(govnews.WriteError):
        govnews.write(BUNDLE, sink, fmt, registry=CORE)
    assert sink.getvalue() == b""


def test_a_new_file_follows_the_umask_and_an_old_one_keeps_its_mode(tmp_path):
    """Writing beside and renaming must not leave files only their owner can read."""
    fresh, old = tmp_path / "fresh.json", tmp_path / "old.json"
    plain = tmp_path / "plain"
    plain.touch()
    old.touch()
    old.chmod(0o640)
    govnews.dump(BUNDLE, fresh, registry=CORE)
    govnews.dump(BUNDLE, old, registry=CORE)
    modes = [stat.S_IMODE(place.stat().st_mode) for place in (fresh, old)]
    assert [stat.S_IMODE(plain.stat().st_mode), 0o640] == modes


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    """Writing through a symbolic link replaces what it points to."""
    (tmp_path / "real.json").touch()
    link = tmp_path / "link.json"
    link.symlink_to("real.json")
    govnews.dump(BUNDLE, link, registry=CORE)
    assert link.is_symlink()
    assert BUNDLE == govnews.load(tmp_path / "real.json", registry=CORE)


def test_loss_is_reported_warned_of_or_refused(tmp_path):
    """The three policies of on_loss, and the shortcut that warns."""
    fmt = lossy(["a.b", "a.c"])
    assert 2 == len(govnews.write(BUNDLE, io.BytesIO(), fmt, registry=CORE).issues)
    with pytest.warns(govnews.LossWarning, match="2 values were not carried"):
        govnews.write(BUNDLE, io.BytesIO(), fmt, on_loss="warn", registry=CORE)
    with pytest.warns(govnews.LossWarning, match=r"\$\.articles\[0\]\.title"):
        govnews.dumps(BUNDLE, fmt, registry=CORE)
    place = tmp_path / "page.lossy"
    with pytest.raises(govnews.LossError, match="2 values could not be carried"):
        govnews.write(BUNDLE, place, fmt, on_loss="raise", registry=CORE)
    assert not place.exists()


def test_convert_streams_and_counts(tmp_path):
    """Items flow from reader to writer; the report names both formats and the records."""
    source, place = tmp_path / "page.jsonl", tmp_path / "page.json"
    govnews.dump(BUNDLE, source, registry=CORE)
    conversion = govnews.convert(source, place, registry=CORE)
    told = (conversion.source_format, conversion.target_format, conversion.records)
    assert ("jsonl", "json", 2) == told
    assert BUNDLE == govnews.load(place, registry=CORE)


def test_convert_leaves_the_target_alone_when_the_source_breaks_off(tmp_path):
    """A source that fails in its middle does not replace a good target."""
    source, place = tmp_path / "page.jsonl", tmp_path / "page.json"
    data = govnews.dumps(BUNDLE, "jsonl", registry=CORE)
    source.write_bytes(data + b'{"type":"article"')
    place.write_bytes(b"old")
    with pytest.raises(govnews.ReadError, match="line 5"):
        govnews.convert(source, place, registry=CORE)
    assert b"old" == place.read_bytes()


def test_records_flow_while_the_archive_is_read():
    """The first record comes out before the fault behind it is met."""
    data = govnews.dumps(BUNDLE, "jsonl", registry=CORE) + b"{broken\n"
    flow = govnews.iter_records(data, registry=CORE)
    assert "#article-1" == next(flow).id
    assert "#organization-1" == next(flow).id
    with pytest.raises(govnews.ReadError):
        next(flow)


def test_limits_reach_the_reader():
    """A bound that is crossed is named, with the value in force."""
    data = govnews.dumps(BUNDLE, "json", registry=CORE)
    with pytest.raises(govnews.LimitError) as caught:
        govnews.read(data, limits=govnews.Limits(input_bytes=10), registry=CORE)
    assert ("input_bytes", 10) == (caught.value.limit, caught.value.value)


def test_the_number_of_records_is_bounded_in_memory():
    """A bundle may not grow past the bound; a stream may."""
    data = govnews.dumps(BUNDLE, "jsonl", registry=CORE)
    limits = govnews.Limits(records=1)
    with pytest.raises(govnews.LimitError, match=r"Limits\.records"):
        govnews.read(data, limits=limits, registry=CORE)
    assert 2 == len(list(govnews.iter_records(data, limits=limits, registry=CORE)))


def test_two_records_of_one_id_are_a_read_error():
    """What no bundle may hold is told as a fault of the source."""
    line = b'{"type":"article","id":"#article-1"}\n'
    with pytest.raises(govnews.ReadError, match="two records or sources have the id"):
        govnews.read(line + line, registry=CORE)


@pytest.mark.parametrize(
    "error",
    [
        govnews.ReadError("broken", name="a.rss", where="line 4", hint="Mend it."),
        govnews.LimitError("records", 5, name="a.rss"),
        govnews.FormatError("none", format="x", known=("json",)),
        govnews.PluginError("it failed", plugin="x", dist="govnews-x 1.0"),
    ],
)
def test_errors_cross_process_borders(error):
    """Pickling keeps class, facts and sentence."""
    copy = pickle.loads(pickle.dumps(error))
    assert (type(error), str(error), vars(error)) == (type(copy), str(copy), vars(copy))


def test_raise_for_issues_takes_codes_and_beginnings():
    """A code that ends in a dot stands for all below it."""
    reading = govnews.Reading(bundle=Bundle(), format="x", issues=(Issue("docx.conflict", "Two."),))
    reading.raise_for_issues("rss.", "docx.other")
    for codes in ((), ("docx.",), ("docx.conflict",)):
        with pytest.raises(govnews.ReadError, match="1 issue"):
            reading.raise_for_issues(*codes)


def test_paths_are_any_path(tmp_path):
    """Str and path-like name the same file."""
    place = tmp_path / "page.json"
    govnews.dump(BUNDLE, str(place), registry=CORE)
    assert BUNDLE == govnews.load(Path(place), registry=CORE)
