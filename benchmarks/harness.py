"""Measure contestants against a floor, side by side.

Machines differ and so do moments, therefore nothing here is a time. Every figure is a ratio to the
*floor*, the least that anybody could do for the job, measured in the same run:

- contestants take turns, round by round, so that a busy moment hits all of them;
- the first round warms up and is dropped, and the median of the others counts;
- CPU time is measured, not the clock on the wall;
- before anything is measured, the job checks that all contestants do equal work.
"""

from __future__ import annotations

import gc
import resource
import statistics
import subprocess
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from time import process_time
from typing import Literal

from attrs import frozen

Work = Callable[[], object]
Clock = Literal["process", "children"]

#: A turn repeats its work until it takes at least this much CPU time, in seconds.
SHORTEST_TURN = 0.05


@frozen(kw_only=True)
class Contestant:
    """One way to do a job.

    Args:
        name: What to call it in tables.
        work: Does the job once and returns what came of it.
        goal: The highest ratio to the floor that is hoped for.
        needs: Modules without which it cannot take part.
    """

    name: str
    work: Work
    goal: float | None = None
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> str | None:
        """The first module that it needs and that is not installed."""
        return next((name for name in self.needs if find_spec(name) is None), None)


def _no_check(results: Mapping[str, object]) -> None:
    """Trust that the work is equal."""


@frozen(kw_only=True)
class Job:
    """Something to be done, and who competes in doing it.

    Args:
        name: Short name, for the command line.
        title: What is done, with how much data.
        contestants: The first one is the floor.
        clock: Whose CPU time counts: this process or the child processes that the work starts.
        check: Gets one result of each contestant by name, and raises where the work was not equal.
    """

    name: str
    title: str
    contestants: tuple[Contestant, ...]
    clock: Clock = "process"
    check: Callable[[Mapping[str, object]], None] = _no_check


@frozen(kw_only=True)
class Figure:
    """What was measured for one contestant.

    Args:
        name: The contestant.
        ratio: Median CPU time over that of the floor; absent where it could not take part.
        spread: Distance of the quartiles of the ratios of single rounds.
        goal: The ratio hoped for.
        missing: The module it lacks.
    """

    name: str
    ratio: float | None = None
    spread: float = 0.0
    goal: float | None = None
    missing: str | None = None

    @property
    def met(self) -> bool | None:
        """Whether the goal was met; None where there is none or nothing was measured."""
        return None if self.goal is None or self.ratio is None else self.ratio <= self.goal


@frozen(kw_only=True)
class Result:
    """All figures of one job, the floor first."""

    job: str
    title: str
    rounds: int
    figures: tuple[Figure, ...]


def child(*command: str) -> Work:
    """Return work that runs a command to its end, for jobs whose clock is `children`."""

    def run() -> object:
        return subprocess.run(command, check=True, capture_output=True).stdout

    return run


def _now(clock: Clock) -> float:
    if clock == "process":
        return process_time()
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _turn(work: Work, times: int, clock: Clock) -> float:
    """Do the work some times over, dropping each result, and return the CPU seconds a time."""
    gc.collect()
    start = _now(clock)
    for _ in range(times):
        work()
    return (_now(clock) - start) / times


def _times(work: Work, clock: Clock) -> int:
    """Return how often one turn has to repeat the work."""
    once = _turn(work, 1, clock)
    return max(1, round(SHORTEST_TURN / max(once, 1e-9)))


def measure(job: Job, rounds: int) -> Result:
    """Run a job for a number of rounds, of which the first is dropped.

    Raises:
        Exception: whatever the job's check raises where contestants do unequal work.
    """
    present = [c for c in job.contestants if c.missing is None]
    job.check({c.name: c.work() for c in present})
    times = {c.name: _times(c.work, job.clock) for c in present}
    turns: dict[str, list[float]] = {c.name: [] for c in present}
    for number in range(rounds + 1):
        # Every other round goes backwards, so that nobody always follows the same one.
        for contestant in present if number % 2 else present[::-1]:
            turn = _turn(contestant.work, times[contestant.name], job.clock)
            if number:
                turns[contestant.name].append(turn)
    floor = turns[job.contestants[0].name]
    return Result(
        job=job.name,
        title=job.title,
        rounds=rounds,
        figures=tuple(_figure(c, turns.get(c.name), floor) for c in job.contestants),
    )


def _figure(
    contestant: Contestant,
    turns: Sequence[float] | None,
    floor: Sequence[float],
) -> Figure:
    if turns is None:
        return Figure(name=contestant.name, goal=contestant.goal, missing=contestant.missing)
    ratios = [mine / least for mine, least in zip(turns, floor, strict=True)]
    quartiles = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else [0.0, 0.0, 0.0]
    return Figure(
        name=contestant.name,
        ratio=statistics.median(turns) / statistics.median(floor),
        spread=quartiles[2] - quartiles[0],
        goal=contestant.goal,
    )


def table(result: Result) -> str:
    """Return the figures of a job as text."""
    width = max(len(figure.name) for figure in result.figures)
    lines = [f"{result.job}: {result.title} (median of {result.rounds} rounds)"]
    for figure in result.figures:
        name = figure.name.ljust(width)
        if figure.ratio is None:
            lines.append(f"  {name}       -  {figure.missing} is not installed")
            continue
        goal = f"   goal {figure.goal:.2f}" if figure.goal is not None else ""
        verdict = {True: " met", False: " MISSED", None: ""}[figure.met]
        lines.append(f"  {name}  {figure.ratio:6.2f}  ±{figure.spread / 2:.2f}{goal}{verdict}")
    return "\n".join(lines)
