"""What it costs to start: every command line and every test run pays it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from harness import Contestant, Job, child

GOVNEWS = str(Path(sys.executable).with_name("govnews"))


def _python(code: str) -> Contestant:
    return Contestant(name=code, work=child(sys.executable, "-c", code))


def _check(results: Mapping[str, object]) -> None:
    """The command must have printed its help."""
    printed = results["govnews --help"]
    assert isinstance(printed, bytes)  # noqa: S101 - unequal work has to stop the run
    assert b"convert" in printed  # noqa: S101


def jobs() -> Iterable[Job]:
    """Compare imports and `--help` with an empty interpreter."""
    yield Job(
        name="startup",
        title="start a process and end it; the floor is an empty interpreter",
        clock="children",
        check=_check,
        contestants=(
            Contestant(name="python -c pass", work=child(sys.executable, "-c", "pass")),
            Contestant(
                name="import govnews",
                work=child(sys.executable, "-c", "import govnews"),
                goal=1.3,
            ),
            Contestant(name="govnews --help", work=child(GOVNEWS, "--help"), goal=3.0),
            Contestant(
                name="first typed use",
                work=child(sys.executable, "-c", "import govnews; govnews.Article"),
                goal=7.0,
            ),
            _python("import argparse"),
            _python("import attrs"),
            _python("import attrs, cattrs.preconf.json, pluggy"),
        ),
    )
