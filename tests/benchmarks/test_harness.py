"""The benchmark harness measures what it says; no test here looks at a time."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

HARNESS = Path(__file__).resolve().parents[2] / "benchmarks" / "harness.py"


@pytest.fixture(scope="module")
def harness():
    """The harness, which is a script beside the package and not in it."""
    spec = importlib.util.spec_from_file_location("govnews_benchmark_harness", HARNESS)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def hasty(harness, monkeypatch):
    """The harness with a clock that advances one second a look, so that a turn has one call."""
    now = iter(range(1_000_000))
    monkeypatch.setattr(harness, "_now", lambda _clock: float(next(now)))
    return harness


def job(harness, *contestants, **rest):
    """Return a job for some contestants."""
    return harness.Job(name="j", title="t", contestants=contestants, **rest)


def test_contestants_take_turns(hasty):
    """Each round has every contestant once, in alternating order."""
    calls = []
    first = hasty.Contestant(name="a", work=lambda: calls.append("a"))
    second = hasty.Contestant(name="b", work=lambda: calls.append("b"))
    hasty.measure(job(hasty, first, second), rounds=2)
    check, calibration, rounds = calls[:2], calls[2:4], calls[4:]
    assert ["a", "b"] == check == calibration
    assert ["b", "a", "a", "b", "b", "a"] == rounds


def test_unequal_work_stops_the_run(hasty):
    """Nothing is measured where the job's check says that the work was not equal."""

    def check(results):
        assert results["a"] == results["b"]

    contestants = [hasty.Contestant(name=n, work=lambda n=n: n) for n in "ab"]
    with pytest.raises(AssertionError):
        hasty.measure(job(hasty, *contestants, check=check), rounds=1)


def test_absent_contestant_is_listed(hasty):
    """Who lacks a package takes no part, and the table says which package."""
    floor = hasty.Contestant(name="floor", work=list)
    absent = hasty.Contestant(name="absent", work=list, needs=("no_such_module",), goal=2.0)
    result = hasty.measure(job(hasty, floor, absent), rounds=2)
    assert (None, "no_such_module", None) == (
        result.figures[1].ratio,
        result.figures[1].missing,
        result.figures[1].met,
    )
    assert "no_such_module is not installed" in hasty.table(result)


def test_goal_is_compared_with_the_ratio(hasty):
    """A goal is met where the ratio is at most the goal."""
    floor = hasty.Contestant(name="floor", work=list)
    met = hasty.Contestant(name="met", work=list, goal=1.0)
    missed = hasty.Contestant(name="missed", work=list, goal=0.5)
    result = hasty.measure(job(hasty, floor, met, missed), rounds=3)
    assert [None, True, False] == [figure.met for figure in result.figures]
    assert 1 == hasty.table(result).count("MISSED")
