"""Check built wheels: `python scripts/check_wheels.py DIST` for a folder with all of them.

There must be one wheel for the core and for each plugin; each holds its own module and nothing
else, no tests, the marker that it is typed, its license and its entry points.
"""

from __future__ import annotations

import configparser
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def expected_entry_points(project: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return the entry points that pyproject.toml declares, by group."""
    groups: dict[str, dict[str, str]] = dict(project.get("entry-points", {}))
    if scripts := project.get("scripts"):
        groups["console_scripts"] = scripts
    return groups


def faults_of(wheel: Path, folder: Path) -> list[str]:
    """Return what is wrong with one wheel, built from the distribution in `folder`."""
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module = project["name"].replace("-", "_")
    info = f"{module}-{project['version']}.dist-info"
    faults = []
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        foreign = [name for name in names if name.split("/")[0] not in {module, info}]
        faults += [f"holds {name}, which is not its own" for name in foreign]
        faults += [
            f"holds a test: {name}" for name in names if "/tests/" in name or "/test_" in name
        ]
        wanted = (f"{module}/__init__.py", f"{module}/py.typed", f"{info}/licenses/LICENSE")
        faults += [f"lacks {name}" for name in wanted if name not in names]
        sources = (folder / "src" / module).rglob("*")
        files = {p.relative_to(folder / "src").as_posix() for p in sources if p.is_file()}
        lost = sorted(name for name in files - set(names) if "__pycache__" not in name)
        faults += [f"lacks {name}" for name in lost if name not in wanted]
        parser = configparser.ConfigParser()
        if f"{info}/entry_points.txt" in names:
            parser.read_string(archive.read(f"{info}/entry_points.txt").decode())
        found = {group: dict(parser[group]) for group in parser.sections()}
    if found != (declared := expected_entry_points(project)):
        faults.append(f"has the entry points {found}, not {declared}")
    return faults


def main(dist: Path) -> int:
    """Check every wheel in `dist`, print what is wrong, and return the exit code."""
    folders = [ROOT, *(file.parent for file in sorted(ROOT.glob("plugins/*/pyproject.toml")))]
    wheels = {wheel.name.split("-")[0]: wheel for wheel in sorted(dist.glob("*.whl"))}
    faults = []
    for folder in folders:
        name = "govnews" if folder == ROOT else folder.name
        wheel = wheels.pop(name.replace("-", "_"), None)
        if wheel is None:
            faults.append(f"{name}: no wheel")
        else:
            faults += [f"{wheel.name}: {fault}" for fault in faults_of(wheel, folder)]
    faults += [f"{wheel.name}: from nowhere" for wheel in wheels.values()]
    print("\n".join(faults) or f"{len(folders)} wheels hold what they should")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
