"""Each code of an issue is documented."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"[a-z]+\.[a-z][a-z-]*")


def codes_in(source: str) -> Iterator[str]:
    """Yield the codes that a module gives out: `Issue("text.folded", ...)`, `WireError(...)`."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if not name.endswith(("Issue", "Error")):
            continue
        values = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "code")]
        for value in values:
            if isinstance(value, ast.Constant) and CODE.fullmatch(str(value.value)):
                yield value.value


def documented() -> set[str]:
    """Return the codes in the first column of tables: in the reference, and in plugins' READMEs."""
    files = [*ROOT.glob("docs/reference/*.md"), *ROOT.glob("plugins/*/README.md")]
    pages = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return {
        code
        for code in re.findall(r"^\| `([^`]+)` \|", pages, re.MULTILINE)
        if CODE.fullmatch(code)
    }


def made() -> set[str]:
    """Return all codes that the core and its plugins make."""
    files = [*ROOT.glob("src/**/*.py"), *ROOT.glob("plugins/*/src/**/*.py")]
    return {code for file in files for code in codes_in(file.read_text(encoding="utf-8"))}


def test_each_code_is_documented():
    """A program may branch on codes, so each stands in the reference."""
    assert set() == made() - documented()


def test_codes_are_seen():
    """The check above finds codes in either way of writing them."""
    assert ["a.b", "c.d"] == list(codes_in('Issue("a.b", "x")\nIssue(code="c.d", message="y")'))
