"""What every test run shares: how hard Hypothesis tries, and the examples in the documentation."""

from __future__ import annotations

import doctest
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers import myst, rest

ROOT = Path(__file__).parent

# Effort: `default` for the edit-test loop, `ci` before a merge, `nightly` to look for trouble.
# HYPOTHESIS_PROFILE chooses; where it is absent and CI is set, `ci` is meant.
_patient = [HealthCheck.too_slow]
settings.register_profile("default", max_examples=40, deadline=None)
settings.register_profile(
    "ci",
    max_examples=100,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=_patient,
)
settings.register_profile(
    "nightly",
    max_examples=2_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=_patient,
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default"),
)

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def run_console(example: Example) -> str | None:
    """Run a `console` block of a page: `$ ` starts a command, what follows is its output.

    Output is compared as doctest does it: runs of blanks are equal and `...` stands for
    anything. A command with nothing below it must only succeed.
    """
    commands: list[tuple[str, list[str]]] = []
    for line in str(example.parsed).splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        elif commands:
            commands[-1][1].append(line)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for command, expected in commands:
        done = subprocess.run(  # noqa: S602 - a page of ours shows a shell command
            command,
            shell=True,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PATH": path, "PYTHONUTF8": "1", "COLUMNS": "88"},
        )
        want = "\n".join(expected) + "\n"
        if expected and not doctest.OutputChecker().check_output(want, done.stdout, OPTIONS):
            return f"$ {command}\nexpected:\n{want}\ngot:\n{done.stdout}"
        if not expected and done.returncode:
            return f"$ {command}\nexit code {done.returncode}:\n{done.stdout}"
    return None


class _Desk:
    """A folder of its own, with a copy of `examples/`, for each page: its examples may write."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []

    def open(self, namespace: dict[str, Any]) -> None:
        folder = tempfile.mkdtemp(prefix="govnews-docs-")
        shutil.copytree(ROOT / "examples", Path(folder, "examples"))
        self._open.append((str(Path.cwd()), folder))
        os.chdir(folder)

    def close(self, namespace: dict[str, Any]) -> None:
        back, folder = self._open.pop()
        os.chdir(back)
        shutil.rmtree(folder)


_desk = _Desk()

_pages = Sybil(
    parsers=[
        myst.PythonCodeBlockParser(doctest_optionflags=OPTIONS),
        myst.CodeBlockParser(language="console", evaluator=run_console),
        myst.SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/*/*.md"],
    setup=_desk.open,
    teardown=_desk.close,
)
_docstrings = Sybil(
    parsers=[rest.DocTestParser(optionflags=OPTIONS), rest.SkipParser()],
    # Patterns are matched from the right, and `**` is one level: one pattern a depth.
    patterns=["src/*/*.py", "src/*/*/*.py", "src/*/*/*/*.py"],
    document_types={".py": PythonDocStringDocument},
    setup=_desk.open,
    teardown=_desk.close,
)

pytest_collect_file = (_pages + _docstrings).pytest()
