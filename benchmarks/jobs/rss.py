"""What it costs to read and to write a feed of a thousand items.

`cd benchmarks && python -m jobs.rss` prints how much memory fifty thousand items take, streamed.
"""

from __future__ import annotations

import io
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from govnews.formats import Format, ReadContext, WriteContext
from govnews.issues import IssueLog
from govnews.limits import Limits
from govnews.model import Article, Author, Bundle, Feed, Link, Paragraph, PartialDate, Term
from govnews_rss import ATOM, RSS, Body, FeedReadOptions
from harness import Contestant, Job
from jobs._corpus import ONSETS, RHYMES

ITEMS = 1_000
MANY = 50_000


def articles(count: int) -> Iterator[Article]:
    """Yield plain articles of about two kilobytes."""
    source = random.Random(2024)  # noqa: S311

    def words(least: int, most: int) -> str:
        return " ".join(
            source.choice(ONSETS) + source.choice(RHYMES)
            for _ in range(source.randint(least, most))
        )

    for number in range(count):
        day = f"20{number % 25:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        yield Article(
            id=f"tag:example.org,2024:{number}",
            title=words(8, 16),
            summary=f"{words(20, 40)} & {words(3, 5)}",
            body=tuple(Paragraph.of(words(40, 70)) for _ in range(5)),
            published=PartialDate.parse(f"{day}T08:{number % 60:02d}:00+07:00"),
            authors=(Author(name=words(2, 3)),),
            subjects=(Term(label=words(1, 2)),),
            links=(Link(href=f"https://example.org/news/{number}", rel="alternate"),),
        )


def _written(fmt: Format[Any, Any], several: Iterable[Article], sink: BinaryIO) -> None:
    bundle = Bundle(
        feed=Feed(title="News", links=(Link(href="https://example.org/", rel="alternate"),))
    )
    context = WriteContext(limits=Limits(), note=IssueLog())
    fmt.load_writer()(
        chain(bundle.items(), several), sink, fmt.write_options(embed="none"), context
    )


def _reads(fmt: Format[Any, Any], data: bytes, body: Body) -> Callable[[], object]:
    def work() -> list[str | None]:
        context = ReadContext(limits=Limits(), note=IssueLog())
        options = FeedReadOptions(body=body)
        items = list(fmt.load_reader()(io.BytesIO(data), options, context))
        return [item.title for item in items if isinstance(item, Article)]

    return work


def _same(results: Mapping[str, object]) -> None:
    """Every contestant that reads must have found every title, in order; the floor reads none."""
    values = [value for value in results.values() if value is not None]
    assert len(values[0]) == ITEMS  # type: ignore[arg-type]  # noqa: S101
    assert all(value == values[0] for value in values)  # noqa: S101


def _reading(name: str, fmt: Format[Any, Any], data: bytes) -> Job:
    def tree() -> None:
        """Parse and do nothing else: nobody needs less than that."""
        from lxml import etree

        etree.fromstring(data)

    def feedparser() -> object:
        import feedparser as peer

        return [entry.title for entry in peer.parse(data).entries]

    def fastfeedparser() -> object:
        import fastfeedparser as peer

        return [entry["title"] for entry in peer.parse(data)["entries"]]

    return Job(
        name=f"{name}-read",
        title=f"read {ITEMS} items of {name}; the floor is a bare tree of lxml",
        check=_same,
        contestants=(
            Contestant(name="lxml tree", work=tree, needs=("lxml",)),
            Contestant(name="govnews, raw", work=_reads(fmt, data, "raw"), goal=2.2),
            Contestant(name="govnews, blocks", work=_reads(fmt, data, "blocks"), goal=6.0),
            Contestant(name="fastfeedparser", work=fastfeedparser, needs=("fastfeedparser",)),
            Contestant(name="feedparser", work=feedparser, needs=("feedparser",)),
        ),
    )


def _floor(several: tuple[Article, ...]) -> bytes:
    out = []
    for one in several:
        body = "".join(f"<p>{escape(p.text)}</p>" for p in one.body)  # type: ignore[union-attr]
        subjects = "".join(f"<category>{escape(s.label)}</category>" for s in one.subjects)
        out.append(
            f"<item><title>{escape(one.title or '')}</title><link>{one.links[0].href}</link>"
            f'<guid isPermaLink="false">{escape(one.id)}</guid><pubDate>{one.published}</pubDate>'
            f"<dc:creator>{escape(one.authors[0].name or '')}</dc:creator>{subjects}"
            f"<description>{escape(one.summary or '')}</description>"
            f"<content:encoded>{escape(body)}</content:encoded></item>"
        )
    return "".join(out).encode()


def _feedgen(several: tuple[Article, ...]) -> bytes:
    from feedgen.feed import FeedGenerator

    made = FeedGenerator()
    made.load_extension("dc")
    made.title("News")
    made.link(href="https://example.org/")
    made.description("News")
    for one in several:
        entry = made.add_entry(order="append")
        entry.title(one.title)
        entry.link(href=one.links[0].href)
        entry.guid(one.id)
        entry.pubDate(one.published.datetime)  # type: ignore[union-attr]
        entry.dc.dc_creator(one.authors[0].name)
        entry.category([{"term": subject.label} for subject in one.subjects])
        entry.description(one.summary)
        body = "".join(f"<p>{escape(p.text)}</p>" for p in one.body)  # type: ignore[union-attr]
        entry.content(body, type="CDATA")
    document: bytes = made.rss_str()
    return document


def _writing(several: tuple[Article, ...]) -> Job:
    def ours(fmt: Format[Any, Any]) -> Callable[[], object]:
        def work() -> bytes:
            sink = io.BytesIO()
            _written(fmt, several, sink)
            return sink.getvalue()

        return work

    def check(results: Mapping[str, object]) -> None:
        """Every document holds every id."""
        for document in results.values():
            assert isinstance(document, bytes)  # noqa: S101
            assert document.count(b"tag:example.org,2024:") >= ITEMS  # noqa: S101

    return Job(
        name="rss-write",
        title=f"write {ITEMS} items; the floor escapes and joins",
        check=check,
        contestants=(
            Contestant(name="escape and join", work=lambda: _floor(several)),
            Contestant(name="govnews, rss", work=ours(RSS), goal=1.7),
            Contestant(name="govnews, atom", work=ours(ATOM)),
            Contestant(name="feedgen", work=lambda: _feedgen(several), needs=("feedgen",)),
        ),
    )


def jobs() -> Iterable[Job]:
    """Compare reading with lxml and other readers, writing with joining strings and feedgen."""
    several = tuple(articles(ITEMS))
    for fmt in (RSS, ATOM):
        sink = io.BytesIO()
        _written(fmt, several, sink)
        yield _reading(fmt.name, fmt, sink.getvalue())
    yield _writing(several)


def _peak() -> int:
    """Return the most memory this process ever held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _write(path: str) -> None:
    with Path(path).open("wb") as sink:
        _written(RSS, articles(MANY), sink)


def _read(path: str) -> None:
    with Path(path).open("rb") as source:
        context = ReadContext(limits=Limits(), note=IssueLog())
        for _ in RSS.load_reader()(source, FeedReadOptions(), context):
            pass


def _alone(step: str, path: str) -> None:
    """Print what one step takes beyond the start, over the size of the file."""
    next(articles(1))
    before = _peak()
    {"write": _write, "read": _read}[step](path)
    print(f"{step} {MANY} items: {(_peak() - before) / Path(path).stat().st_size:.3f} of the file")


def memory() -> None:
    """Measure each step in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for step in ("write", "read"):
            command = [sys.executable, "-m", "jobs.rss", step, f"{folder}/feed.rss"]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _alone(*sys.argv[1:])
    else:
        memory()
