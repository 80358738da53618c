"""What the plugin host costs: finding plugins among many distributions, and formats by name."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from harness import Contestant, Job, Work

FOREIGN = 200
LOOK_UPS = 10_000

_FIRST = (
    "import sys, govnews; sys.stdout.buffer.write(govnews.dumps(govnews.loads({page!r}), 'json'))"
)
_PAGE = b'{"schema":"govnews/1","articles":[{"id":"#article-1","title":"Signed"}]}'


def _folder() -> Path:
    """Return a new folder that goes with the process."""
    folder = tempfile.TemporaryDirectory(prefix="govnews-benchmark-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def _install(folder: Path, number: int) -> None:
    """Put the metadata of a distribution there, of the size that is usual, with an entry point."""
    info = folder / f"foreign_{number}-1.0.dist-info"
    info.mkdir()
    about = "\n".join(f"Classifier: Topic :: {topic}" for topic in range(20))
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: foreign-{number}\nVersion: 1.0\n{about}\n\n{'words ' * 800}"
    )
    (info / "RECORD").write_text("foreign.py,,\n" * 50)
    (info / "entry_points.txt").write_text(f"[console_scripts]\nforeign-{number} = foreign:main\n")


def _first_conversion(folder: Path) -> Work:
    """Return work that starts a process, which finds its plugins and converts one document."""
    program = _FIRST.format(page=_PAGE)
    # The core alone: whatever plugins cost would only make the rest look smaller.
    environ = {**os.environ, "PYTHONPATH": str(folder), "GOVNEWS_PLUGINS": ""}

    def run() -> object:
        command = [sys.executable, "-c", program]
        return subprocess.run(command, check=True, capture_output=True, env=environ).stdout

    return run


def _discovery() -> Job:
    crowded = _folder()
    for number in range(FOREIGN):
        _install(crowded, number)
    return Job(
        name="discovery",
        title=f"a process converts its first document; {FOREIGN} foreign distributions more",
        clock="children",
        check=_same,
        contestants=(
            Contestant(name="the core as installed", work=_first_conversion(_folder())),
            Contestant(
                name=f"{FOREIGN} distributions more", work=_first_conversion(crowded), goal=1.15
            ),
        ),
    )


def _look_up() -> Job:
    from govnews.plugins import default_registry

    registry = default_registry()
    table = {fmt.name: fmt for fmt in registry.formats}

    def bare() -> object:
        for _ in range(LOOK_UPS):
            found = table["jsonl"]
        return found.name

    def dispatched() -> object:
        for _ in range(LOOK_UPS):
            found = default_registry().format("jsonl")
        return found.name

    return Job(
        name="look-up",
        title=f"find a format by its name, {LOOK_UPS:,} times; the floor is a dict in a local",
        check=_same,
        contestants=(
            Contestant(name="a dict", work=bare),
            Contestant(name="default_registry().format(name)", work=dispatched),
        ),
    )


def _same(results: Mapping[str, object]) -> None:
    """All did the same work."""
    assert len(set(results.values())) == 1  # noqa: S101 - unequal work has to stop the run


def jobs() -> Iterable[Job]:
    """Measure discovery and look-up."""
    yield _discovery()
    yield _look_up()
