"""The README's commands are the ones that CI runs, and its table is the truth."""

from __future__ import annotations

import re
from pathlib import Path

from govnews.plugins import default_registry

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_two_commands():
    """The first screen holds two commands: one runs the main job, one the tests."""
    blocks = re.findall(r"^```bash\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    job, tests = blocks
    assert job.rstrip().endswith("govnews inspect examples/hoa-son-signing.txt")
    assert tests.rstrip().endswith("pytest")
    assert 1 == job.count("\n") == tests.count("\n")
    assert 30 > README[: README.index(tests)].count("\n")


def test_each_command_is_whole():
    """Either command sets up what it needs in a virtual environment by itself."""
    blocks = re.findall(r"^```bash\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    for block in blocks:
        assert block.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_ci_takes_them_from_the_readme():
    """CI runs both commands out of the README itself, the tests last."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert ["1", "2"] == re.findall(r"\$\(readme_command (\d)\)", script)
    assert script.rstrip().endswith('bash -euo pipefail -c "$command"')
    assert "pytest" not in script


def test_formats_table():
    """The README's table names exactly the formats that are installed."""
    table = README[README.index("## Formats") :].split("\n\n")[1]
    names = {
        name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    assert set(default_registry().names) == names
