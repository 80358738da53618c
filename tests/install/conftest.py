"""What a user's machine has: wheels to install from, and environments with nothing in them.

The wheels of the workspace and of all that they need are gathered once; from then on nothing but
this folder is installed from.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*words, cwd, env=None, check=True):
    """Run a command in the folder and return what it printed on either stream."""
    # Nothing of this run may help.
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("GOVNEWS_", "PYTHON"))}
    done = subprocess.run(
        words,
        cwd=cwd,
        env=clean | {"PYTHONUTF8": "1"} | (env or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert not check or done.returncode == 0, f"{words}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="session")
def command():
    """Run a command as on the machine of a user; see the function above."""
    return run


@pytest.fixture(scope="session")
def wheels(tmp_path_factory):
    """Build the wheels of the workspace, and fetch those of what they and their users need."""
    folder = tmp_path_factory.mktemp("wheels")
    sources = tmp_path_factory.mktemp("sources")
    # A copy: building leaves traces in the folder that is built.
    for place in [ROOT, *sorted(ROOT.glob("plugins/*"))]:
        target = sources / place.relative_to(ROOT)
        target.mkdir(parents=True, exist_ok=True)
        for name in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(place / name, target)
        shutil.copytree(place / "src", target / "src")
    environment = tmp_path_factory.mktemp("builder")
    run(sys.executable, "-m", "venv", environment, cwd=environment)
    pip = environment / "bin" / "pip"
    plugins = sorted(place.parent for place in sources.glob("plugins/*/pyproject.toml"))
    wanted = ["hypothesis", "pytest", "uv_build>=0.9,<0.14"]
    try:
        run(pip, "wheel", "--quiet", "-w", folder, sources, *plugins, *wanted, cwd=sources)
    except AssertionError as error:
        if "CI" in os.environ:
            raise
        pytest.skip(f"wheels cannot be gathered here: {error}"[:300])
    return folder


@pytest.fixture
def offline(wheels):
    """Environment variables that make pip install from these wheels and from nowhere else."""
    return {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "GOVNEWS_STRICT_PLUGINS": "1",
    }
