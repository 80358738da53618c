"""Plugins stand on the public face of the core, as a stranger's plugin does."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(ROOT.glob("plugins/*/src/**/*.py"))


def private_names(source: str) -> Iterator[str]:
    """Yield every private name of the core or of another plugin's module that is imported."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            steps = name.split(".")
            dunder = steps[-1].startswith("__") and steps[-1].endswith("__")
            if steps[0] == "govnews" and not dunder and any(s.startswith("_") for s in steps):
                yield name


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_plugin_imports_public_names(file):
    """No plugin imports a private name of the core."""
    assert [] == list(private_names(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from govnews.model import Article", []),
        ("from govnews import __version__", []),
        ("from govnews_rss._codec import read", []),
        ("from govnews.wire._encode import encode", ["govnews.wire._encode.encode"]),
        ("from govnews.wire import _encode", ["govnews.wire._encode"]),
        ("import govnews.io._target", ["govnews.io._target"]),
    ],
)
def test_private_names_are_seen(source, expected):
    """The check above sees each way to import a private name."""
    assert expected == list(private_names(source))
