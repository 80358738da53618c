"""Whoever has only pip gets the same tools and plugins as whoever has uv."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()


def test_up_to_date():
    """requirements-dev.txt is what scripts/requirements.py writes."""
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "requirements.py", "--check"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (0, "") == (done.returncode, done.stdout + done.stderr)


def test_names_each_plugin():
    """Each folder under plugins/ is installed as it lies there."""
    folders = {f"-e ./{f.parent.relative_to(ROOT)}" for f in ROOT.glob("plugins/*/pyproject.toml")}
    assert folders == {line for line in REQUIREMENTS if line.startswith("-e ./")}
