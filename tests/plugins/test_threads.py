"""One process, many threads: a portal reads, writes and changes its registry at once."""

import io
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

import govnews
from govnews.formats import JSON
from govnews.model import Article, Bundle
from govnews.plugins import BUILT_IN, Registry, default_registry, set_default_registry
from govnews.testing import sample_bundle

THREADS = 16
ROUNDS = 40


@pytest.fixture
def hurried():
    """Threads change hands as often as the interpreter lets them."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    previous = set_default_registry(Registry())
    yield
    set_default_registry(previous)
    sys.setswitchinterval(before)


def everywhere(job):
    """Run a job in all threads at once and return what each gave, or raise what one raised."""
    gate = threading.Barrier(THREADS)

    def run(number):
        gate.wait(timeout=60)
        return job(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return [
            future.result(timeout=120) for future in [pool.submit(run, n) for n in range(THREADS)]
        ]


def test_all_verbs_at_once(hurried):
    """Each thread gets its own documents back, whatever the others do."""
    sample = sample_bundle()

    def job(number):
        mine = Bundle(articles=(Article(id=f"#article-{number}", title=f"{number} Lễ ký kết"),))
        for turn in range(ROUNDS):
            bundle = mine if (turn + number) % 4 else sample
            name = ("json", "jsonl")[turn % 2]
            document = govnews.dumps(bundle, name)
            reading = govnews.read(document)
            assert (bundle, name, ()) == (reading.bundle, reading.format, reading.issues)
            other = io.BytesIO()
            govnews.convert(document, other, write_format=("jsonl", "json")[turn % 2])
            assert bundle == govnews.loads(other.getvalue())
            assert list(bundle.records()) == list(govnews.iter_records(document))
        return number

    assert list(range(THREADS)) == everywhere(job)


def test_the_default_is_swapped_while_it_is_used(hurried):
    """A reader sees the one registry or the other, whole, and every swap gives back a whole one."""
    with_own = Registry().with_format(JSON).without("jsonl")
    both = (Registry(), with_own)

    def job(number):
        seen = set()
        for turn in range(ROUNDS * 5):
            if number % 4 == 0:
                returned = set_default_registry(both[turn % 2])
                assert returned is not None
            registry = default_registry()
            seen.add(registry.names)
            assert registry.format("json") is JSON
            assert "json" == govnews.read(b'{"schema":"govnews/1"}').format
        return seen

    assert {("json",), ("json", "jsonl")} >= set().union(*everywhere(job))


def test_plugins_are_found_once(site, monkeypatch, hurried):
    """However many threads ask first, the plugins load once and all get one registry."""
    site.install(
        "a-slow",
        """
        import builtins, time
        builtins._govnews_loads = getattr(builtins, "_govnews_loads", 0) + 1
        time.sleep(0.05)
        from govnews.plugins import hookimpl

        @hookimpl
        def govnews_register_formats():
            return ()
        """,
    )
    import builtins

    set_default_registry(None)
    found = everywhere(lambda number: default_registry())
    assert 1 == len(set(map(id, found)))
    assert 1 == builtins._govnews_loads
    del builtins._govnews_loads


def test_tables_of_a_registry_are_made_once_or_alike(hurried):
    """A registry that many threads look into for the first time answers all of them alike."""
    for _ in range(ROUNDS):
        registry = Registry(formats=BUILT_IN)
        answers = everywhere(
            lambda number, registry=registry: (
                registry.format("jsonl"),
                registry.format_for_name("a.json"),
                registry.format_for_media_type("application/json"),
            )
        )
        assert 1 == len(set(map(tuple, (map(id, answer) for answer in answers))))
