"""The tutorial is done to the letter: its files are written, its commands run, in their order."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial" / "a-new-format.md"
BLOCK = re.compile(
    r"^```(?:\{code-block\} py\n:caption: (?P<file>\S+)\n\n|(?P<shell>bash)\n|(?P<shown>text|toml)\n)"
    r"(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def test_the_page_makes_a_format_that_works(tmp_path, command, offline):
    """From an empty folder to a wheel in a fresh environment that converts the example page."""
    blocks = list(BLOCK.finditer(PAGE.read_text(encoding="utf-8")))
    assert PAGE.read_text(encoding="utf-8").count("\n```\n") == len(blocks)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    printed = []
    for block in blocks:
        if block["file"]:
            path = tmp_path / block["file"]
            assert path.exists() or path.name == "_lines.py"
            path.write_text(block["text"], encoding="utf-8")
        elif block["shell"]:
            printed.append(command("bash", "-euc", block["text"], cwd=tmp_path, env=offline))
    tests, plugins, lost = printed[-4], printed[-2], printed[-1]
    assert "passed" in tests
    assert "failed" not in tests
    assert re.search(r"govnews-ical:ical\s.*ical.*works", plugins)
    assert "[ical.lost]" in lost
    calendar = (tmp_path / "ends.ics").read_text(encoding="utf-8")
    [shown] = [block["text"] for block in blocks if block["shown"] == "text"]
    assert shown in calendar
    [pyproject] = [block["text"] for block in blocks if block["shown"] == "toml"]
    assert pyproject in Path(tmp_path, "govnews-ical", "pyproject.toml").read_text(encoding="utf-8")
