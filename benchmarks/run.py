"""Run benchmarks and print their ratios: `python benchmarks/run.py [JOB ...]`."""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import asdict

from harness import Job, Result, measure, table


def all_jobs() -> dict[str, Job]:
    """Return the jobs of every module in `jobs/`, by name."""
    jobs: dict[str, Job] = {}
    for file in sorted(Path(__file__).with_name("jobs").glob("[!_]*.py")):
        module = importlib.import_module(f"jobs.{file.stem}")
        for job in module.jobs():
            if job.name in jobs:
                raise ValueError(f"two jobs have the name {job.name!r}")
            jobs[job.name] = job
    return jobs


def _parser(names: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python benchmarks/run.py", description=__doc__)
    parser.add_argument("job", nargs="*", help=f"which to run, all by default: {', '.join(names)}")
    parser.add_argument("--rounds", type=int, default=9, help="rounds that count (default: 9)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file too")
    parser.add_argument("--gate", action="store_true", help="exit with 1 where a goal was missed")
    return parser


def report(results: Sequence[Result]) -> str:
    """Return all figures as JSON, with what they were measured on."""
    machine = {"python": platform.python_version(), "machine": platform.machine()}
    return json.dumps({**machine, "results": [asdict(r) for r in results]}, indent=2) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and return the exit code."""
    jobs = all_jobs()
    parser = _parser(sorted(jobs))
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.job if name not in jobs]:
        parser.error(f"no job is called {unknown[0]!r}; there are: {', '.join(sorted(jobs))}")
    results = []
    for name in options.job or sorted(jobs):
        results.append(measure(jobs[name], options.rounds))
        print(table(results[-1]), end="\n\n", flush=True)
    if options.json:
        options.json.write_text(report(results), encoding="utf-8")
    missed = any(figure.met is False for result in results for figure in result.figures)
    return 1 if options.gate and missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
