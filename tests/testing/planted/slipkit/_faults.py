"""The codec with one thing wrong each time, and where the contract has to see it."""

from __future__ import annotations

import contextlib
import io
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from attrs import evolve, field, frozen

from govnews.formats import Format, Head, NoOptions, ReadContext, WriteContext, set_fields
from govnews.issues import Issue, Path
from govnews.limits import Limits
from govnews.model import Article, Item, PartialDate, Preamble
from slipkit import slip, sniff
from slipkit._codec import MARK, Slip

CORRECT = Slip()


@frozen
class Fault:
    """A codec with a fault.

    Args:
        codec: The codec.
        caught: The test of the contract that must see it.
        changed: What the description of the format says otherwise.
    """

    codec: Slip
    caught: str
    changed: dict[str, Any] = field(factory=dict)


FAULTS: dict[str, Fault] = {}
HARMLESS: dict[str, Slip] = {}


def planted(caught: str, **changed: Any) -> Callable[[type[Slip]], type[Slip]]:
    """Add a codec to the faults."""

    def add(cls: type[Slip]) -> type[Slip]:
        FAULTS[cls.__name__] = Fault(cls(), f"test_{caught}", changed)
        return cls

    return add


def format_of(name: str) -> Format[Any, Any]:
    """Return the format with a fault."""
    codecs = {"reader": f"slipkit._faults:read_{name}", "writer": f"slipkit._faults:write_{name}"}
    return evolve(slip(), **{**codecs, **FAULTS[name].changed})


def harmless(name: str) -> Format[Any, Any]:
    """Return the format with an oddity that is no fault."""
    return slip(f"read_{name}", f"write_{name}")


def __getattr__(name: str) -> Any:
    """Serve the addresses that descriptions name: ``read``, ``write_LostZone``."""
    verb, _, which = name.partition("_")
    codec = FAULTS[which].codec if which in FAULTS else HARMLESS.get(which)
    if verb not in ("read", "write") or (which and codec is None):
        raise AttributeError(name)
    return getattr(codec or CORRECT, verb)


# -- values that change on the way ------------------------------------------------------------


@planted("each_field_is_exact")
class DroppedField(Slip):
    """The summary is gone."""

    def stated_lines(self, article: Article) -> list[str]:
        return [line for line in super().stated_lines(article) if not line.startswith("summary")]


@planted("each_field_is_accounted_for")
class DroppedFieldUnsaid(Slip):
    """The summary is gone where not everything is wanted, and nobody says so."""

    def article_lines(
        self, article: Article, at: Path, options: Any, context: WriteContext
    ) -> list[str]:
        lines = super().article_lines(article, at, options, context)
        return lines if options.everything else [x for x in lines if not x.startswith("summary")]


@planted("each_field_is_exact")
class StrippedTitle(Slip):
    """Blanks around a title are gone."""

    def title_out(self, title: str) -> str:
        return title.strip()


@planted("each_field_is_exact")
class LostZone(Slip):
    """The offset of a time is gone."""

    def date_out(self, date: PartialDate) -> str:
        return str(evolve(date, offset=None))


@planted("each_field_is_exact")
class SwappedDayAndMonth(Slip):
    """The third of July comes back as the seventh of March."""

    def date_in(self, text: str) -> PartialDate:
        date = PartialDate.parse(text)
        if date.day is not None and date.month is not None and date.day <= 12:
            return evolve(date, day=date.month, month=date.day)
        return date


@planted("each_field_is_exact")
class CompletedDate(Slip):
    """A year becomes the first of January."""

    def date_in(self, text: str) -> PartialDate:
        date = PartialDate.parse(text)
        return PartialDate(year=date.year, month=1, day=1) if len(text) == 4 else date


@planted("each_field_is_exact")
class MergedParagraphs(Slip):
    """Two paragraphs become one."""

    def items(self, lines: list[str], context: ReadContext) -> Iterator[Item]:
        merged: list[str] = []
        for line in lines:
            if line.startswith("p ") and merged and merged[-1].startswith("p "):
                merged[-1] = merged[-1][:-1] + line[3:]
            else:
                merged.append(line)
        return super().items(merged, context)


@planted("each_field_is_exact")
class Mojibake(Slip):
    """UTF-8 is read as Latin-1."""

    def decode(self, data: bytes) -> list[str]:
        super().decode(data)
        return data[len(MARK) :].decode("latin-1").split("\n")


@planted("exact_options_lose_nothing")
class Normalized(Slip):
    """Text comes out in its composed form."""

    def encode(self, line: str) -> bytes:
        return unicodedata.normalize("NFC", line).encode() + b"\n"


@planted("exact_options_lose_nothing")
class SplitOnAnyLineSeparator(Slip):
    """A line separator within a text ends the line."""

    def decode(self, data: bytes) -> list[str]:
        return "\n".join(super().decode(data)).splitlines()


@planted("each_field_is_exact")
class LostExtra(Slip):
    """What the model does not know is dropped."""

    def rest_in(self, value: str) -> Article:
        return evolve(super().rest_in(value), extra={})


@planted("exact_options_lose_nothing")
class LostPreamble(Slip):
    """What the bundle says of itself is dropped."""

    def items(self, lines: list[str], context: ReadContext) -> Iterator[Item]:
        return (one for one in super().items(lines, context) if not isinstance(one, Preamble))


@planted("each_field_is_exact")
class ShiftedEvidence(Slip):
    """Evidence begins one character late."""

    def rest_in(self, value: str) -> Article:
        rest = super().rest_in(value)
        moved = tuple(
            evolve(one, start=one.start + 1, end=one.end + 1) if one.start is not None else one
            for one in rest.evidence
        )
        return evolve(rest, evidence=moved)


@planted("exact_options_lose_nothing")
class EmptyForAbsent(Slip):
    """A title that is not stated comes back as an empty one."""

    def finish(self, draft: Any) -> Article:
        draft.stated.setdefault("title", "")
        return super().finish(draft)


@planted("order_is_kept")
class Reordered(Slip):
    """Records come back sorted by their ids."""

    def items(self, lines: list[str], context: ReadContext) -> Iterator[Item]:
        found = super().items(lines, context)
        return iter(sorted(found, key=lambda item: getattr(item, "id", "")))


@planted("second_trip_of_each_field")
class Drifting(Slip):
    """Each trip adds a word to the title, and says so."""

    def article_lines(
        self, article: Article, at: Path, options: Any, context: WriteContext
    ) -> list[str]:
        if not options.everything and article.title is not None:
            article = evolve(article, title=f"{article.title} (slip)")
            context.note(Issue("slip.title", "The title was changed.", str(at / "title")))
        return super().article_lines(article, at, options, context)


@planted("second_trip_is_identity")
class DriftingAlone(Slip):
    """An article that stands alone gets a longer title each time, and that is said."""

    def write(
        self, items: Iterable[Item], sink: BinaryIO, options: Any, context: WriteContext
    ) -> None:
        held = list(items)
        alone = sum(isinstance(item, Article) for item in held) == 1
        for at, item in enumerate(held):
            if alone and isinstance(item, Article) and not options.everything:
                held[at] = evolve(item, title=f"{item.title}.")
                context.note(Issue("slip.title", "It was changed.", "$.articles[0].title"))
        super().write(held, sink, options, context)


@planted("second_trip_of_each_field")
class DriftingDates(Slip):
    """Each trip moves the month of publication on by one, and says so."""

    def article_lines(
        self, article: Article, at: Path, options: Any, context: WriteContext
    ) -> list[str]:
        date = article.published
        if not options.everything and date is not None and date.month is not None:
            article = evolve(article, published=PartialDate(year=2024, month=date.month % 12 + 1))
            context.note(Issue("slip.date", "The date was changed.", str(at / "published")))
        return super().article_lines(article, at, options, context)


# -- the account ------------------------------------------------------------------------------


@planted("loss_is_accounted_for")
class BlanketExcuse(Slip):
    """One issue at the root for all that is lost."""

    def lose(self, at: Path, context: WriteContext) -> None:
        context.note(Issue("slip.lost", "Something may be lost.", "$"))


@planted("loss_is_accounted_for")
class RecordForField(Slip):
    """The record is named where a field is lost."""

    def lose(self, at: Path, context: WriteContext) -> None:
        super().lose(Path(at.steps[:2]), context)


@planted("loss_is_accounted_for")
class FieldForRecord(Slip):
    """A record is gone, and one field of it is named."""

    def drop(self, item: Item, at: Path, context: WriteContext) -> None:
        if isinstance(item, Preamble):
            super().drop(item, at, context)
        else:
            self.lose(at / "id", context)


@planted("each_field_is_accounted_for")
class FirstOfMany(Slip):
    """Of several members that are lost, the first is named."""

    def account(self, article: Article, at: Path, context: WriteContext) -> None:
        named = set()
        for path, _ in set_fields(article, at):
            top = path.steps[2]
            if top not in ("id", "body", "title", "published", "summary") and top not in named:
                named.add(top)
                self.lose(path, context)


@planted("issues_have_a_place")
class DanglingPath(Slip):
    """Issues name fields that are not there."""

    def lose(self, at: Path, context: WriteContext) -> None:
        super().lose(at / "content", context)


@planted("issues_have_a_place")
class NotAPath(Slip):
    """Issues name places in words."""

    def lose(self, at: Path, context: WriteContext) -> None:
        context.note(Issue("slip.lost", "Lost.", f"record {at.steps[-1]}"))


@planted("exact_options_lose_nothing")
class CryingWolf(Slip):
    """Issues are noted where nothing is lost."""

    def write(
        self, items: Iterable[Item], sink: BinaryIO, options: Any, context: WriteContext
    ) -> None:
        super().write(items, sink, options, context)
        context.note(Issue("slip.maybe", "Something may be lost.", "$"))


# -- the same again, everywhere -----------------------------------------------------------------


@planted("export_is_deterministic")
class UnstableOrder(Slip):
    """Blank lines follow in a number that hangs on the hash seed, as the order of a set does."""

    def encode(self, line: str) -> bytes:
        return super().encode(line) + b"\n" * (hash(line) % 97)


@planted("export_is_deterministic")
class ZoneInOutput(Slip):
    """How the document ends follows the time zone of the process."""

    def encode(self, line: str) -> bytes:
        return super().encode(line) + b"\n" * (abs(time.timezone) // 900)


@planted("export_is_deterministic")
class DayInOutput(Slip):
    """The day of writing stands in the document."""

    def encode(self, line: str) -> bytes:
        return super().encode(line) + b"\n" * time.gmtime().tm_mday


@planted("export_is_repeatable")
class ClockInOutput(Slip):
    """The moment of writing decides how the document ends."""

    def write(
        self, items: Iterable[Item], sink: BinaryIO, options: Any, context: WriteContext
    ) -> None:
        super().write(items, sink, options, context)
        sink.write(b"\n" * (time.perf_counter_ns() % 997))


@planted("reading_is_deterministic")
class UnstableReading(Slip):
    """Sources come back in the order of a set."""

    def items(self, lines: list[str], context: ReadContext) -> Iterator[Item]:
        for item in super().items(lines, context):
            if isinstance(item, Article) and item.body:
                context.note(Issue("slip.seen", " ".join({"one", "two", "three", "four", "five"})))
            yield item


@planted("calls_do_not_mix")
class SharedState(Slip):
    """What is being written is kept on the module, for the call that comes last."""

    lines: list[str] = []  # noqa: RUF012  # the fault

    def write(
        self, items: Iterable[Item], sink: BinaryIO, options: Any, context: WriteContext
    ) -> None:
        SharedState.lines = []
        for item in items:
            SharedState.lines.append(self.item_line(item))
        sink.write(MARK)
        sink.writelines(self.encode(line) for line in SharedState.lines)


@planted("repeats_reading")
class RemembersTheLast(Slip):
    """An article without a summary gets that of the one read before."""

    last: str | None = None

    def finish(self, draft: Any) -> Article:
        article = super().finish(draft)
        again = evolve(article, summary=article.summary or RemembersTheLast.last)
        RemembersTheLast.last = f"{article.summary or ''}."
        return again


@planted("needs_nothing_else")
class WritesBeside(Slip):
    """A copy of the document is left in the folder of temporary files."""

    def write(
        self, items: Iterable[Item], sink: BinaryIO, options: Any, context: WriteContext
    ) -> None:
        import tempfile

        with tempfile.TemporaryFile() as copy:
            copy.write(MARK)
        super().write(items, sink, options, context)


@planted("needs_nothing_else")
class AsksTheNetwork(Slip):
    """A name is looked up while reading."""

    def items(self, lines: list[str], context: ReadContext) -> Iterator[Item]:
        import socket

        with contextlib.suppress(OSError):
            socket.getaddrinfo("localhost", 80)
        return super().items(lines, context)


@planted("repeats_reading")
class Prints(Slip):
    """Something is printed, and standard output may be a document."""

    def decode(self, data: bytes) -> list[str]:
        print("reading")  # noqa: T201  # the fault
        return super().decode(data)


# -- bad input ----------------------------------------------------------------------------------


@planted("junk_never_crashes")
class LeakingOnJunk(Slip):
    """Bytes that are no slip raise what Python raises."""

    def read(self, source: BinaryIO, options: Any, context: ReadContext) -> Iterator[Item]:
        yield from self.items(self.decode(source.read()), context)


@planted("damaged_input_never_crashes")
class LeakingOnDoubt(Slip):
    """An article of an id seen before raises what Python raises."""

    def items(self, lines: list[str], context: ReadContext) -> Iterator[Item]:
        ids = [line for line in lines if line[:2] in ("ar", "it") and line.count('"') % 2 == 0]
        if len(ids) > len({line[:40] for line in ids}):
            raise KeyError("twice")
        return super().items(lines, context)


@planted("cut_input_never_crashes")
class LeakingOnDamage(Slip):
    """A slip with a line too many raises what Python raises."""

    def items(self, lines: list[str], context: ReadContext) -> Iterator[Item]:
        if any(line and " " not in line for line in lines):
            raise KeyError("a line without a value")
        return super().items(lines, context)


@planted("input_is_bounded")
class Unbounded(Slip):
    """A source is read whole, however long."""

    def read(self, source: BinaryIO, options: Any, context: ReadContext) -> Iterator[Item]:
        return super().read(io.BytesIO(source.read()), options, evolve(context, limits=Limits()))


@planted("reads_a_pipe")
class NeedsToSeek(Slip):
    """The size of the source is asked by going to its end."""

    def read(self, source: BinaryIO, options: Any, context: ReadContext) -> Iterator[Item]:
        source.seek(0, io.SEEK_END)
        source.seek(0)
        return super().read(source, options, context)


@planted("reads_a_pipe")
class OneReadIsAll(Slip):
    """What a single read gives is taken for the whole."""

    def read(self, source: BinaryIO, options: Any, context: ReadContext) -> Iterator[Item]:
        first = source.read(1 << 20)
        return super().read(io.BytesIO(first), options, context)


@planted("reads_a_pipe")
class ClosesTheSource(Slip):
    """The source is closed at its end."""

    def read(self, source: BinaryIO, options: Any, context: ReadContext) -> Iterator[Item]:
        with source:
            yield from super().read(source, options, context)


@planted("empty_bundle")
class ClosesTheSink(Slip):
    """A text layer over the sink closes it when it goes."""

    def write(
        self, items: Iterable[Item], sink: BinaryIO, options: Any, context: WriteContext
    ) -> None:
        super().write(items, sink, options, context)
        io.TextIOWrapper(sink, encoding="utf-8").flush()


@planted("exact_options_lose_nothing")
class LeftInABuffer(Slip):
    """The last lines stay in a buffer."""

    def write(
        self, items: Iterable[Item], sink: BinaryIO, options: Any, context: WriteContext
    ) -> None:
        buffer = io.BytesIO()
        super().write(items, buffer, options, context)
        sink.write(buffer.getvalue()[: max(len(MARK), len(buffer.getvalue()) // 64 * 64)])


@planted("empty_bundle")
class NeedsAList(Slip):
    """Items are counted before they are written."""

    def write(self, items: Any, sink: BinaryIO, options: Any, context: WriteContext) -> None:
        assert len(items) >= 0
        super().write(items, sink, options, context)


@planted("output_is_utf8")
class Marked(Slip):
    """A byte order mark stands before the text."""

    def write(
        self, items: Iterable[Item], sink: BinaryIO, options: Any, context: WriteContext
    ) -> None:
        sink.write(b"\xef\xbb\xbf")
        super().write(items, sink, options, context)

    def decode(self, data: bytes) -> list[str]:
        return super().decode(data.removeprefix(b"\xef\xbb\xbf"))


# -- the description ----------------------------------------------------------------------------


def _raises(head: Head) -> int:
    return 100 if head.data[0] == ord("%") else 0


def _overdone(head: Head) -> int:
    return 2 * sniff(head)


def _greedy(head: Head) -> int:
    return 100


def _shy(head: Head) -> int:
    return 0


@planted("sniff_is_total", sniff=_raises)
class SnifferRaises(Slip):
    """The sniffer does not expect an empty source."""


@planted("sniffs_its_own_output", sniff=_overdone)
class SnifferOverdoes(Slip):
    """The sniffer gives two hundred points."""


@planted("leaves_others_alone", sniff=_greedy, name="a-slip")
class SnifferTakesAll(Slip):
    """The sniffer is certain of everything."""


@planted("sniffs_its_own_output", sniff=_shy)
class SnifferKnowsNothing(Slip):
    """The sniffer does not know its own documents."""


@frozen(kw_only=True)
class Listed:
    """Options that hold a list."""

    everything: bool = False
    names: list[str] = field(factory=list)


@frozen(kw_only=True)
class Wanting:
    """Options without a default."""

    everything: bool


def _mutable() -> type[Any]:
    from attrs import define

    @define(kw_only=True)
    class Mutable:
        everything: bool = False

    return Mutable


_MUTABLE = _mutable()


@planted(
    "options_are_frozen_with_defaults", write_options=_MUTABLE, exact=_MUTABLE(everything=True)
)
class MutableOptions(Slip):
    """Options can be changed while they are used."""


@planted("options_can_be_typed", write_options=Listed, exact=Listed(everything=True))
class OptionsOfLists(Slip):
    """The command line cannot say an option."""


@planted("options_are_frozen_with_defaults", write_options=Wanting, exact=Wanting(everything=True))
class OptionsWithoutDefaults(Slip):
    """Nobody can write without naming options."""


@planted("description_is_complete", media_types=("Text/X-Slip; charset=utf-8",))
class LoudMediaType(Slip):
    """The media type has capitals and a parameter."""


@planted("codecs_load", reader="slipkit._faults:no_such_reader")
class ReaderNowhere(Slip):
    """The description names a reader that is not there."""


@planted("exact_options_fit", exact=NoOptions())
class ForeignExactOptions(Slip):
    """The exact options are of another class."""


# -- no faults ----------------------------------------------------------------------------------


class Odd(Slip):
    """Blank lines, another order of lines, issues told twice, and a document gathered first."""

    def encode(self, line: str) -> bytes:
        return super().encode(line) + b"\n"

    def stated_lines(self, article: Article) -> list[str]:
        return super().stated_lines(article)[::-1]

    def lose(self, at: Path, context: WriteContext) -> None:
        super().lose(at, context)
        super().lose(at, context)

    def write(
        self, items: Iterable[Item], sink: BinaryIO, options: Any, context: WriteContext
    ) -> None:
        buffer = io.BytesIO()
        super().write(items, buffer, options, context)
        sink.write(buffer.getvalue())


HARMLESS[Odd.__name__] = Odd()
