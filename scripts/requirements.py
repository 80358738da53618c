"""Write requirements-dev.txt, for those who have only pip, from the `dev` group of pyproject.toml.

Run `python scripts/requirements.py` after a change to the group; with `--check` it only says
whether the file is up to date.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "requirements-dev.txt"
#: The extras of the core that the tests use; what they bring is pinned in the group.
EXTRAS = ("cli", "fast", "remote", "testing", "zstd")

HEADER = """\
# Made by scripts/requirements.py from the `dev` group of pyproject.toml: change that, not this.
# For those who have only pip:  python -m pip install -r requirements-dev.txt
"""


def plugins(root: Path = ROOT) -> dict[str, str]:
    """Return the plugin distributions of the workspace: name to folder, sorted by name."""
    found = {}
    for file in sorted(root.glob("plugins/*/pyproject.toml")):
        name = tomllib.loads(file.read_text(encoding="utf-8"))["project"]["name"]
        found[name] = file.parent.relative_to(root).as_posix()
    return found


def render(root: Path = ROOT) -> str:
    """Return the text that requirements-dev.txt must have.

    Raises:
        SystemExit: a plugin is missing in the group, or a tool in it is not pinned.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    group: list[str] = project["dependency-groups"]["dev"]
    folders = plugins(root)
    if missing := sorted(folders.keys() - set(group)):
        sys.exit(f"the dev group does not name the plugin {missing[0]}")
    tools = [entry for entry in group if entry not in folders]
    if loose := [entry for entry in tools if not re.fullmatch(r"[\w.-]+==[\w.]+", entry)]:
        sys.exit(f"the dev group does not pin {loose[0]!r} exactly")
    editable = [f"-e .[{','.join(EXTRAS)}]", *(f"-e ./{folder}" for folder in folders.values())]
    return "\n".join([HEADER, *editable, "", *sorted(tools)]) + "\n"


def main(arguments: list[str]) -> int:
    """Write the file, or with `--check` compare it, and return the exit code."""
    text = render()
    if "--check" in arguments:
        if TARGET.read_text(encoding="utf-8") == text:
            return 0
        print("requirements-dev.txt is out of date: run python scripts/requirements.py")
        return 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
