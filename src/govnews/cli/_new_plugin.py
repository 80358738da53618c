"""``govnews new-plugin``: the starting point of a plugin that works and keeps the contract."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

from govnews.errors import OptionsError, WriteError

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# Templates are no modules and no tests of ours: their names say so.
_FILES: Final = {
    "pyproject.toml.txt": "pyproject.toml",
    "README.md.txt": "README.md",
    "init.py.txt": "src/@MODULE@/__init__.py",
    "read.py.txt": "src/@MODULE@/_read.py",
    "write.py.txt": "src/@MODULE@/_write.py",
    "contract.py.txt": "tests/test_contract.py",
}


def new_plugin(given: Namespace) -> int:
    """Write the package of a new format."""
    name = given.name.removeprefix("govnews-")
    if not _NAME.fullmatch(name):
        raise OptionsError(
            f"{given.name!r} is no name for a plugin",
            hint="Lower-case letters, digits and single hyphens: ical, csv-w.",
        )
    folder = Path(given.output_dir, f"govnews-{name}")
    written = [str(path) for path in _write(folder, name)]
    if given.json:
        print(json.dumps(written, ensure_ascii=False))
        return 0
    print("\n".join(written))
    print(
        f"\nA format that works. Try it in an environment of its own:\n\n"
        f"  cd {folder}\n"
        f"  python3 -m venv .venv\n"
        f"  .venv/bin/pip install -e . 'govnews[testing]'\n"
        f"  .venv/bin/pytest"
    )
    return 0


def _write(folder: Path, name: str) -> list[Path]:
    words = {
        "@NAME@": name,
        "@MODULE@": f"govnews_{name.replace('-', '_')}",
        "@CODE@": name.replace("-", ""),
        "@CONSTANT@": name.replace("-", "_").upper(),
        "@CLASS@": "".join(part.capitalize() for part in name.split("-")),
        "@VERSION@": ".".join(version("govnews").split(".")[:2]),
    }
    templates = files("govnews.cli") / "template"
    texts = {
        _filled(place, words): _filled((templates / template).read_text(encoding="utf-8"), words)
        for template, place in _FILES.items()
    }
    texts[f"src/{words['@MODULE@']}/py.typed"] = ""
    try:
        folder.mkdir(parents=True)
        for place, text in texts.items():
            target = folder / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise WriteError(
            f"{folder} is there already", hint="Choose another name, or --output-dir."
        ) from error
    except OSError as error:
        raise WriteError(f"{folder} cannot be written: {error.strerror}") from error
    return [folder / place for place in texts]


def _filled(text: str, words: dict[str, str]) -> str:
    return re.sub("@[A-Z]+@", lambda found: words[found[0]], text)
